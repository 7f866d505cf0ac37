//! Numbers that are no figures to the reader: dates, years, clock times, ordinals, scores, codes,
//! versions, telephone numbers, addresses, labels ("Chapter 5"), names with numbers. Each exclusion is a
//! rule with a name; the first that fits tells.

use super::calendar::{self, DATE, TIME_OF_DAY, YEAR, is_year};
use super::line::Line;
use super::noun;
use super::number::parse_digits;
use crate::letter::holds;
use crate::lexicon::figure::{self as words, Numeral};
use crate::lexicon::{
    ADVERB, OPENER, PAST, PREPOSITION, TIME, TIME_MODIFIER, VERB, VERB_OR_NOUN, WEEKDAY,
};
use crate::rule::Rule;
use crate::text::token::Kind;

static CHAIN: Rule = Rule {
    name: "chained-numbers",
    yes: examples![
        "It flew as STS-133.",
        "Ada Roe won 6-2.",
        "They outspend them 2-to-1.",
        "Call 555-0199-22.",
        "In 1980-82 it ran.",
    ],
    no: examples!["It takes 5-7 days.", "It seats a sub-300 crowd."],
};

static MARKUP: Rule = Rule {
    name: "markup",
    yes: examples![
        "Set width=\"90\" there.",
        "Open the page ?id=15&n=20 now.",
        "It plays H.264 and runs mill:1.24 there.",
    ],
    no: examples![
        "It is 90 wide.",
        "They lost: 15 boats sank.",
        "It is up =15 points.",
    ],
};

static GLUED_LETTERS: Rule = Rule {
    name: "glued-letters",
    yes: examples![
        "The 1990s were dry.",
        "It has 5G.",
        "The board 4chan is down.",
        "It is 3M's mill.",
    ],
    no: examples![
        "It is 5km long.",
        "It earned $3M.",
        "Some 5m homes are dry.",
    ],
};

static NUMBERING: Rule = Rule {
    name: "numbering",
    yes: examples![
        "1. First the mill is shut.",
        "They own the Aster (4) and it floats.",
        "It is told in Section 9(c)(2) there.",
    ],
    no: examples!["They own boats (4 of them)."],
};

static LABEL: Rule = Rule {
    name: "label",
    yes: examples![
        "Chapter 5 tells of it.",
        "It is on page 12.",
        "They met on day five.",
    ],
    no: examples!["On the day 12 people came.", "No two days are alike."],
};

static ADDRESS: Rule = Rule {
    name: "address",
    yes: examples![
        "They live at 12 Mill Lane.",
        "It burned in the 3200 block of Mill Lane.",
    ],
    no: examples!["They own 12 lanes."],
};

static POSTAL_CODE: Rule = Rule {
    name: "postal-code",
    yes: examples!["It has the 90210 zip code."],
    no: examples!["They own 902 boats."],
};

static EMERGENCY_NUMBER: Rule = Rule {
    name: "emergency-number",
    yes: examples!["They made 911 calls all night.", "He dialled 999 at once."],
    no: examples!["They made 912 calls."],
};

static NAME_WITH_NUMBER: Rule = Rule {
    name: "name-with-number",
    yes: examples![
        "They tested the Norland 40 there.",
        "They watched a show of the Seven Network there.",
        "7 On Your Side: the mill is sold",
    ],
    no: examples!["Killed 12 people", "In Salem 300 people came."],
};

static NOTE_MARK: Rule = Rule {
    name: "note-mark",
    yes: examples!["The list is by Ada Roe.3 And it is long."],
    no: examples!["It rose .3 points."],
};

static NO_QUANTITY: Rule = Rule {
    name: "no-quantity",
    yes: examples!["They met agent 007 there.", "It shows 1.2.3 on its face."],
    no: examples!["They own 1,234 boats."],
};

/// All exclusions.
pub(super) static RULES: &[&Rule] = &[
    &TIME_OF_DAY,
    &DATE,
    &CHAIN,
    &MARKUP,
    &GLUED_LETTERS,
    &NUMBERING,
    &YEAR,
    &LABEL,
    &ADDRESS,
    &POSTAL_CODE,
    &EMERGENCY_NUMBER,
    &NAME_WITH_NUMBER,
    &NOTE_MARK,
    &NO_QUANTITY,
];

/// What an exclusion asks: where what is no figure ends, if it opens at a piece; whether a bound stands before.
type Asked = fn(&Line, usize, bool) -> Option<usize>;

/// The exclusions of digits, in their order.
static OF_DIGITS: &[(&Rule, Asked)] = &[
    (&TIME_OF_DAY, |line, i, _| calendar::time(line, i)),
    (&DATE, |line, i, _| calendar::date(line, i)),
    (&CHAIN, |line, i, _| chain(line, i)),
    (&MARKUP, |line, i, _| markup(line, i)),
    (&GLUED_LETTERS, |line, i, _| glued_letters(line, i)),
    (&NUMBERING, |line, i, _| numbering(line, i)),
    (&YEAR, calendar::year),
    (&LABEL, |line, i, _| label(line, i)),
    (&ADDRESS, |line, i, _| address(line, i)),
    (&POSTAL_CODE, |line, i, _| {
        line.is_one_of(i + 1, line.lists.zip).then_some(i + 2)
    }),
    (&EMERGENCY_NUMBER, |line, i, _| {
        dialled(line, i).then_some(i + 1)
    }),
    (&NAME_WITH_NUMBER, name),
    (&NOTE_MARK, |line, i, _| note_mark(line, i).then_some(i + 1)),
    (&NO_QUANTITY, |line, i, _| {
        parse_digits(line.written(i)).is_none().then_some(i + 1)
    }),
];

/// The exclusions of numerals in words.
static OF_WORDS: &[(&Rule, Asked)] = &[
    (&LABEL, |line, i, _| label(line, i)),
    (&NAME_WITH_NUMBER, word_name),
];

/// The exclusion by which what opens at piece `i` is no figure, and one past its pieces; none where the
/// piece may open one. `bounded` says that a bound ("more than") stands before.
pub(super) fn skip(line: &Line, i: usize, bounded: bool) -> Option<(&'static Rule, usize)> {
    let asked = if line.is_number(i) {
        OF_DIGITS
    } else {
        OF_WORDS
    };
    let mut asked = asked.iter();
    asked.find_map(|(rule, ask)| Some((*rule, ask(line, i, bounded)?)))
}

/// "911 calls", "dialled 999": the number of those who come to help, in America, Britain, Europe.
fn dialled(line: &Line, i: usize) -> bool {
    let calls = |form: &str| line.lists.calls.iter().any(|stem| form.starts_with(stem));
    line.lists.emergency_number.has(line.written(i))
        && (calls(line.form_before(i)) || calls(line.form(i + 1)))
}

pub(super) fn small(line: &Line, i: usize) -> Option<u32> {
    line.is_number(i)
        .then(|| crate::decimal::whole(line.written(i)))
        .flatten()
}

/// Whether a unit stands at piece `i`.
pub(super) fn unit_follows(line: &Line, i: usize) -> bool {
    super::unit::after(line, i, super::number::Form::Digits, 1.0, 5.0).is_some()
}

/// Whether a counted plural noun stands at piece `i`, perhaps behind a modifier.
pub(super) fn counts(line: &Line, i: usize) -> bool {
    for at in i..i + 3 {
        if !line.is_word(at) || line.get(at).is_some_and(|p| p.capital) {
            return false;
        }
        if noun::is_plural(line, at) {
            return !line.is_any(at, VERB) || line.words.is(line.form(at), words::PERSON);
        }
        if line.is_any(at, noun::NOT_NOUN) && !line.words.is(line.form(at), words::MODIFIER) {
            return false;
        }
    }
    false
}

/// Numbers chained by hyphens, or to letters: scores, telephone numbers, codes ("STS-133", "4-4-2").
fn chain(line: &Line, i: usize) -> Option<usize> {
    if letters_before(line, i) {
        // "SS-100-202": all of the code.
        let mut end = i + 1;
        while line.joins(end) && line.is_number(end + 1) {
            end += 2;
        }
        return Some(end);
    }
    if let Some(end) = odds(line, i) {
        return Some(end);
    }
    let mut end = i + 1;
    let mut links = 0;
    loop {
        let tight = line.joins(end) && line.is_number(end + 1);
        let loose = line.is_mark_of(end, &['-', '–']) && line.is_number(end + 1);
        if !(tight || loose && links == 0) {
            break;
        }
        links += 1;
        end += 2;
    }
    match links {
        0 => None,
        1 => (!is_range(line, i, end)).then_some(end),
        _ => Some(end),
    }
}

/// "2-to-1": so many against so many, no range.
fn odds(line: &Line, i: usize) -> Option<usize> {
    let joined = line.joins(i + 1) && line.is_one_of(i + 2, line.lists.to);
    let (high, low) = (small(line, i)?, small(line, i + 4)?);
    (joined && high >= low).then_some(i + 5)
}

/// Letters joined before: "COVID-19". Bounds and signs may be glued on ("sub-300", "minus-10"), but "mid-50s"
/// is a decade.
fn letters_before(line: &Line, i: usize) -> bool {
    if i < 2 || !line.joins(i - 1) {
        return false;
    }
    let known = || {
        let numeral = matches!(
            line.words.numeral(line.form(i - 2)),
            Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
        );
        line.is_one_of(i - 2, line.lists.hyphened_before_number)
            || numeral
            || i >= 3 && line.is_number(i - 3) // 3km-5km
            || line.is_any(i - 2, ADVERB)
    };
    line.is_word(i - 2) && !known() || line.is_one_of(i - 2, line.lists.mid)
}

/// Whether two numbers with one hyphen between, from piece `i` to `end`, measure or count from one to the
/// other: no years, no score.
fn is_range(line: &Line, i: usize, end: usize) -> bool {
    let (a, b) = (line.written(i), line.written(i + 2));
    let unit = unit_follows(line, end);
    if is_year(line, i) && is_year(line, i + 2) && !unit {
        return false;
    }
    let (Some(low), Some(high)) = (parse_digits(a), parse_digits(b)) else {
        return false;
    };
    let marked = holds(a, &[',', '.']) || holds(b, &[',', '.']) || high >= 1000.0;
    low < high
        && (unit
            || counts(line, end)
            || line.is_word(end) && scale_at(line, end)
            || marked
            || bound_word(line, i))
}

pub(super) fn scale_at(line: &Line, i: usize) -> bool {
    matches!(
        line.numeral(i),
        Some(Numeral::Scale(_) | Numeral::Suffix(_) | Numeral::Hundred | Numeral::Letter(_))
    )
}

/// Whether a bound stands right before piece `i`.
fn bound_word(line: &Line, i: usize) -> bool {
    super::bound::stands_before(line, i) || line.is_one_before(i, line.lists.before_range)
}

/// A value of markup or of an address, or a version: all glued to the word before: `width="90"`, "?id=15", "H.264",
/// "mill:1.24".
fn markup(line: &Line, i: usize) -> Option<usize> {
    // "H.264", where the letter with its full stop is one word.
    let format = |w: usize| {
        let word = line.written(w).as_bytes();
        line.is_word(w) && word.len() == 2 && word[0].is_ascii_uppercase() && word[1] == b'.'
    };
    if i >= 1 && line.glued(i) && format(i - 1) {
        return Some(i + 1);
    }
    let quoted = i >= 1 && line.is_mark_of(i - 1, &['"', '”', '“', '\'']) && line.glued(i);
    let sign = i.checked_sub(1 + usize::from(quoted))?;
    let word = sign.checked_sub(1)?;
    let glued = line.glued(sign) && line.glued(sign + 1) && line.is_word(word);
    // "by Ada Roe.3" is a mark of a note; one letter alone names a format.
    let capital = line.get(word).is_some_and(|p| p.capital);
    let letter = || line.form(word).len() == 1 && capital;
    // "Y=590 billion" is money.
    let holds = line.is_mark(sign, '=') && !capital
        || !quoted && line.is_mark(sign, ':') && !unit_follows(line, i + 1)
        || !quoted && line.is_mark(sign, '.') && letter();
    (glued && holds).then_some(i + 1)
}

/// Letters glued behind digits that are no unit and no scale: "1990s", "4chan", "5G", "10th", "9AB8", and the
/// name of a firm, "3M's".
fn glued_letters(line: &Line, i: usize) -> Option<usize> {
    let at = i + 1;
    let genitive = |at: usize| line.is_one_of(at, line.lists.genitive);
    if genitive(at) {
        return Some(at + 1);
    }
    if !(line.is_word(at) && line.glued(at)) {
        return None;
    }
    let form = line.form(at);
    if form == "s" && small(line, i).is_some_and(|n| n % 10 == 0) {
        return Some(at + 1);
    }
    let bare = line.words.sign(line.form_before(i)).is_none();
    // A number owns nothing and says nothing: "3M's mill", "3M said".
    let acts = genitive(at + 1) || line.is_one_of(at + 1, line.lists.singular_verb);
    if bare && acts && line.get(at).is_some_and(|p| p.capital) && form.len() == 1 {
        return Some(at + 1);
    }
    // Generations of networks and dimensions.
    if line.lists.generation.has(line.written(at)) && small(line, i).is_some_and(|n| n < 10) {
        return Some(at + 1);
    }
    let known = scale_at(line, at)
        || unit_follows(line, at)
        || form == "x"
        || matches!(line.words.numeral(form), Some(Numeral::Plural(_)));
    (!known).then(|| {
        // "9AB8", "4chan.org": go on to the end of the run.
        let mut end = at + 1;
        while line.glued(end) && line.is_word(end) {
            end += 1;
        }
        end
    })
}

/// How far from one number of a tally, in pieces, another may stand.
const TALLY_REACH: usize = 60;

/// "1. First …", "2) …" at the start of a block; "(4)" behind a name.
fn numbering(line: &Line, i: usize) -> Option<usize> {
    if i == 0 && line.opens_block && line.is_mark_of(1, &['.', ')']) {
        return Some(2);
    }
    if line.form_before(i) == "#" {
        return Some(i + 1);
    }
    let bracketed = |i: usize| {
        i >= 2
            && line.is_mark_of(i - 1, &['(', '['])
            && line.is_mark_of(i + 1, &[')', ']'])
            && small(line, i).is_some_and(|n| n < 100 || is_year(line, i))
    };
    let named = |i: usize| (line.get(i - 2)).is_some_and(|p| p.capital);
    if !bracketed(i) {
        return None;
    }
    // "Section 9(c)(2)"
    if line.is_mark(i - 1, '[') || line.glued(i - 1) {
        return Some(i + 1);
    }
    // "Roe (17) and Lind (12) lead": a tally.
    let tally = || {
        let near = i.saturating_sub(TALLY_REACH)..i + TALLY_REACH;
        let mut others = near.filter(|k| *k != i);
        others.any(|k| bracketed(k) && !is_year(line, k))
    };
    (named(i) && (is_year(line, i) || !tally())).then_some(i + 1)
}

/// A number behind a label: "Chapter 5", "No. 1", "day five".
fn label(line: &Line, i: usize) -> Option<usize> {
    let at = i.checked_sub(1)?;
    let form = line.form(at);
    if !line.is_word(at) || !line.words.is(form, words::LABEL) {
        return None;
    }
    let capital = line.get(at).is_some_and(|p| p.capital);
    if line.is_number(i) {
        let plain = line
            .written(i)
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.');
        if !plain || unit_follows(line, i + 1) && !capital || scale_at(line, i + 1) {
            return None;
        }
    } else if !matches!(
        line.numeral(i),
        Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
    ) {
        return None;
    }
    // "on the day 12 people died": a lower-case label gives way to a count.
    let loose = line.words.is(form, words::LOOSE);
    if !capital && loose && (counts(line, i + 1) || unit_follows(line, i + 1)) {
        return None;
    }
    // "no two days"
    let sign = line.is_one_of(at, line.lists.number_sign);
    if sign && (!capital || !line.is_number(i)) {
        return None;
    }
    let mut end = i + 1;
    // "Chapters 5 and 6", "Sections 12-14", "Articles 2, 3 and 4"
    let and = |end: usize| line.is_one_of(end, line.lists.and) && form.ends_with('s');
    while (line.joins(end) || and(end)) && line.is_number(end + 1) {
        end += 2;
    }
    Some(end)
}

/// "123 Mill Lane": digits, capital words, a word for a street; "the 3200 block of Mill Lane".
fn address(line: &Line, i: usize) -> Option<usize> {
    let of = line.is_one_of(i + 2, line.lists.of);
    if line.is_one_of(i + 1, line.lists.block) && of {
        return Some(i + 2);
    }
    if !line.written(i).bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    for at in i + 1..i + 5 {
        if !line.is_word(at) || !line.get(at)?.capital {
            return None;
        }
        if at > i + 1 && line.words.is(line.form(at), words::STREET) {
            return Some(at + 1);
        }
    }
    None
}

/// "by Ada Roe.3 And": the mark of a note, glued behind a sentence's full stop.
fn note_mark(line: &Line, i: usize) -> bool {
    i >= 2 && line.is_mark(i - 1, '.') && line.glued(i) && line.form(i - 2).len() > 2
}

/// A number behind a name: "Windows 10", "S&P 500", "World Cup 2018".
fn name(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    // "7 On Your Side": a small word has a capital in a name alone, or where all have one.
    let small = |at: usize| line.is_any(at, PREPOSITION) && line.is_word(at);
    let capital = |at: usize| line.get(at).is_some_and(|p| p.capital);
    if !bounded && !line.title_case && small(i + 1) && capital(i + 1) && capital(i + 2) {
        return Some(i + 1);
    }
    let before = line.before(i)?;
    if bounded || !line.get(i)?.space || !before.capital {
        return None;
    }
    let text = line.written(i);
    let closed = before.classes.intersects(
        noun::NOT_NOUN
            .or(TIME)
            .or(TIME_MODIFIER)
            .or(WEEKDAY)
            .or(OPENER)
            .or(ADVERB),
    );
    if holds(text, &[',']) || closed {
        return None;
    }
    // "Dow 0.2%"; "Juke 1.0l"; "Windows 10 second edition"
    let measured = unit_follows(line, i + 1) && !line.is_one_of(i + 1, line.lists.second);
    if measured || scale_at(line, i + 1) || opens_or_counts(line, i, holds(text, &['.'])) {
        return None;
    }
    Some(i + 1)
}

/// Whether the word with a capital before piece `i` opens a sentence or a headline, and so may be no name.
fn opens_or_counts(line: &Line, i: usize, decimal: bool) -> bool {
    let before = &line.pieces[i - 1];
    let opens = i == 1;
    // "Killed 12 people", "Rose 40"
    let verb = before.classes.intersects(VERB);
    // "Fire Kills 12"
    let title =
        before.classes.intersects(VERB.or(PAST).or(VERB_OR_NOUN)) || counts_title(line, i + 1);
    // "In Salem 300 people"
    let people = !decimal && line.words.is(line.form(i + 1), words::PERSON);
    opens && (verb || counts(line, i + 1)) || line.title_case && title || people
}

/// In a title-case headline: whether a plural stands at `i`.
fn counts_title(line: &Line, i: usize) -> bool {
    (i..i + 2).any(|at| noun::is_plural(line, at))
}

/// A numeral word inside a name: "Big Ten", "Seven Network", "Ocean's Eleven".
fn word_name(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    let piece = line.get(i)?;
    if !piece.capital || bounded || line.title_case {
        return None;
    }
    let before = line.before(i)?;
    if matches!(
        before.kind,
        Kind::Mark('“' | '"' | '‘' | '\'' | ':' | '—' | '–' | '•' | '(' | '”' | '.' | '?' | '!')
    ) {
        return None;
    }
    let next_capital = line.get(i + 1).is_some_and(|p| p.capital);
    (next_capital || before.kind == Kind::Word).then_some(i + 1)
}

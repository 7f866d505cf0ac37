//! Numbers that are no figures to the reader: dates, years, clock times, ordinals, scores, codes,
//! versions, telephone numbers, addresses, labels ("Chapter 5"), names with numbers.

use super::calendar::{date, is_year, time, year};
use super::line::Line;
use super::noun;
use super::number::parse_digits;
use crate::letter::holds;
use crate::lexicon::figure::{self as words, Numeral, figure_words};
use crate::lexicon::{TIME, TIME_MODIFIER, VERB, WEEKDAY, one_of};
use crate::text::token::Kind;

/// One past the pieces, from `i` on, that are no figure; none where piece `i` may open one.
/// `bounded` says that a bound ("more than") stands before.
pub(super) fn skip(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    if line.is_number(i) {
        time(line, i)
            .or_else(|| date(line, i))
            .or_else(|| chain(line, i))
            .or_else(|| glued_letters(line, i))
            .or_else(|| numbering(line, i))
            .or_else(|| year(line, i, bounded))
            .or_else(|| label(line, i))
            .or_else(|| address(line, i))
            .or_else(|| (line.form(i + 1) == "zip").then_some(i + 2))
            .or_else(|| dialled(line, i).then_some(i + 1))
            .or_else(|| name(line, i, bounded))
            .or_else(|| parse_digits(line.written(i)).is_none().then_some(i + 1))
    } else {
        label(line, i).or_else(|| word_name(line, i, bounded))
    }
}

/// "911 calls", "dialled 999": the number of those who come to help, in America, Britain, Europe.
fn dialled(line: &Line, i: usize) -> bool {
    let calls = |form: &str| form.starts_with("call") || form.starts_with("dial");
    one_of(line.written(i), "911 999 112")
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
            return !line.is_any(at, VERB) || figure_words().is(line.form(at), words::PERSON);
        }
        if line.is_any(at, noun::NOT_NOUN) && !figure_words().is(line.form(at), words::MODIFIER) {
            return false;
        }
    }
    false
}

/// Numbers chained by hyphens, or to letters: scores, telephone numbers, codes ("STS-133", "4-4-2").
fn chain(line: &Line, i: usize) -> Option<usize> {
    // Letters before: "COVID-19". Bounds and signs may be glued on: "sub-300", "minus-10", "mid-50s".
    if i >= 2 && line.joins(i - 1) {
        let before = line.form(i - 2);
        let known = || {
            one_of(before, "sub minus plus under over near mid to a non") || matches!(
            figure_words().numeral(before),
            Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
        )
            || i >= 3 && line.is_number(i - 3) // 3km-5km
            || line.is_any(i - 2, crate::lexicon::ADVERB)
        };
        if line.is_word(i - 2) && !known() {
            return Some(i + 1);
        }
        if before == "mid" {
            return Some(i + 1);
        }
        // "0-to-60-mph": the range reads its own second number.
    }
    let mut end = i + 1;
    let mut links = 0;
    loop {
        let tight = line.joins(end) && line.is_number(end + 1);
        let loose = line.is_mark_of(end, &['-', '–'])
            && line.get(end).is_some_and(|p| p.space)
            && line.is_number(end + 1)
            && line.get(end + 1).is_some_and(|p| p.space);
        if !(tight || loose && links == 0) {
            break;
        }
        links += 1;
        end += 2;
    }
    if links >= 2 {
        return Some(end);
    }
    if links == 1 {
        let (a, b) = (line.written(i), line.written(i + 2));
        if is_year(line, i) && (is_year(line, i + 2) || b.len() == 2) && !unit_follows(line, end) {
            return Some(end);
        }
        let (Some(low), Some(high)) = (parse_digits(a), parse_digits(b)) else {
            return Some(end);
        };
        let marked =
            holds(a, &[',', '.']) || holds(b, &[',', '.']) || high >= 1000.0 && low >= 100.0;
        let range = low < high
            && (unit_follows(line, end)
                || counts(line, end)
                || line.is_word(end) && scale_at(line, end)
                || marked && line.get(i).is_some_and(|p| p.space)
                || i > 0 && figure_words().sign(line.form_before(i)).is_some()
                || bound_word(line, i));
        if !range {
            return Some(end);
        }
    }
    None
}

pub(super) fn scale_at(line: &Line, i: usize) -> bool {
    matches!(
        line.numeral(i),
        Some(Numeral::Scale(_) | Numeral::Suffix(_) | Numeral::Hundred | Numeral::Letter(_))
    )
}

/// Whether a bound stands right before piece `i`.
fn bound_word(line: &Line, i: usize) -> bool {
    line.get(i).is_some_and(|p| {
        figure_words()
            .bound_before(line.lower[..p.start].trim_end())
            .is_some()
    }) || one_of(line.form_before(i), "from between range is")
}

/// Letters glued behind digits that are no unit and no scale: "1990s", "4chan", "5G", "10th", "9AB8".
fn glued_letters(line: &Line, i: usize) -> Option<usize> {
    let at = i + 1;
    if line
        .get(at)
        .is_some_and(|p| p.kind == Kind::Clitic && !p.space)
        && line.is_one_of(at, "'s ’s")
    {
        return Some(at + 1);
    }
    if !(line.is_word(at) && line.glued(at)) {
        return None;
    }
    let form = line.form(at);
    if form == "s" && small(line, i).is_some_and(|n| n % 10 == 0 && n >= 10) {
        return Some(at + 1);
    }
    // Generations of networks and dimensions.
    if one_of(line.written(at), "G D K g d")
        && small(line, i).is_some_and(|n| n < 10)
        && form != "k"
    {
        return Some(at + 1);
    }
    let known = scale_at(line, at)
        || figure_words().code(line.written(at), form).is_some()
        || super::unit::after(line, at, super::number::Form::Digits, 1.0, 5.0).is_some()
        || matches!(form, "x" | "usd")
        || matches!(figure_words().numeral(form), Some(Numeral::Plural(_)));
    (!known).then(|| {
        // "9AB8", "4chan.org": go on to the end of the run.
        let mut end = at + 1;
        while line.glued(end) && (line.is_word(end) || line.is_number(end)) {
            end += 1;
        }
        end
    })
}

/// "1. First …", "2) …" at the start of a block; "(4)" behind a name.
fn numbering(line: &Line, i: usize) -> Option<usize> {
    if i == 0 && line.opens_block && line.is_mark_of(1, &['.', ')']) && line.glued(1) {
        return Some(2);
    }
    if line.form_before(i) == "#" {
        return Some(i + 1);
    }
    if i >= 2
        && line.is_mark_of(i - 1, &['(', '['])
        && line.is_mark_of(i + 1, &[')', ']'])
        && small(line, i).is_some_and(|n| n < 100 || is_year(line, i))
        && (line
            .get(i - 2)
            .is_some_and(|p| p.capital && p.kind == Kind::Word)
            || line.is_mark(i - 1, '['))
    {
        return Some(i + 1);
    }
    None
}

/// A number behind a label: "Chapter 5", "No. 1", "day five".
fn label(line: &Line, i: usize) -> Option<usize> {
    let j = i.checked_sub(1)?;
    let (at, form) = if line.is_mark(j, '.') && i >= 2 && line.glued(j) {
        (i - 2, line.form(i - 2))
    } else {
        (j, line.form(j))
    };
    if !line.is_word(at) || !figure_words().is(form, words::LABEL) {
        return None;
    }
    if line.is_number(i) {
        let plain = line
            .written(i)
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.');
        if !plain
            || unit_follows(line, i + 1) && !line.get(at).is_some_and(|p| p.capital)
            || scale_at(line, i + 1)
        {
            return None;
        }
    } else if !matches!(
        line.numeral(i),
        Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
    ) {
        return None;
    }
    let capital = line.get(at).is_some_and(|p| p.capital);
    // "on the day 12 people died": a lower-case label gives way to a count.
    if !capital
        && figure_words().is(form, words::LOOSE)
        && (counts(line, i + 1) || unit_follows(line, i + 1))
    {
        return None;
    }
    if matches!(form, "no" | "nos")
        && !line.is_mark(j, '.')
        && !line.get(at).is_some_and(|p| p.capital)
    {
        return None; // "no two days"
    }
    let mut end = i + 1;
    // "Chapters 5 and 6", "Sections 12-14", "Articles 2, 3 and 4"
    while (line.joins(end) || line.form(end) == "and" && line.form(at).ends_with('s'))
        && line.is_number(end + 1)
    {
        end += 2;
    }
    Some(end)
}

/// "123 Mill Lane": digits, capital words, a word for a street; "the 3200 block of Mill Lane".
fn address(line: &Line, i: usize) -> Option<usize> {
    if line.form(i + 1) == "block" && line.form(i + 2) == "of" {
        return Some(i + 2);
    }
    if !line.written(i).bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    for at in i + 1..i + 5 {
        if !line.is_word(at) || !line.get(at)?.capital {
            return None;
        }
        if at > i + 1 && figure_words().is(line.form(at), words::STREET) {
            return Some(at + 1);
        }
    }
    None
}

/// A number behind a name: "Windows 10", "S&P 500", "World Cup 2018".
fn name(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    let before = line.before(i)?;
    if bounded || !line.get(i)?.space || !matches!(before.kind, Kind::Word) || !before.capital {
        return None;
    }
    let text = line.written(i);
    if holds(text, &[',']) {
        return None;
    }
    let opens = i == 1;
    let closed = before.classes.intersects(
        noun::NOT_NOUN
            .or(TIME)
            .or(TIME_MODIFIER)
            .or(WEEKDAY)
            .or(crate::lexicon::OPENER)
            .or(crate::lexicon::ADVERB),
    );
    if closed || figure_words().bound_before(line.form(i - 1)).is_some() {
        return None;
    }
    let form = line.form(i - 1);
    if unit_follows(line, i + 1) && line.form(i + 1) != "second" || scale_at(line, i + 1) {
        // "Dow 0.2%"; "Juke 1.0l"
        return None;
    }
    let decimal = holds(text, &['.']);
    if opens && (before.classes.intersects(VERB) || figure_words().change(form).is_some()) {
        return None; // "Killed 12 people", "Rose 40"
    }
    if line.title_case
        && (before.classes.intersects(
            VERB.or(crate::lexicon::PAST)
                .or(crate::lexicon::VERB_OR_NOUN),
        ) || form.ends_with('s')
            || counts_title(line, i + 1))
    {
        return None;
    }
    if !decimal && figure_words().is(line.form(i + 1), words::PERSON) {
        return None; // "In Salem 300 people"
    }
    if opens && counts(line, i + 1) {
        return None;
    }
    Some(i + 1)
}

/// In a title-case headline: whether a plural stands at `i`.
fn counts_title(line: &Line, i: usize) -> bool {
    (i..i + 2).any(|at| noun::is_plural(line, at)) || line.form(i) == "dead"
}

/// A numeral word inside a name: "Big Ten", "Seven Network", "Ocean's Eleven".
fn word_name(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    let piece = line.get(i)?;
    if !piece.capital || i == 0 || bounded || line.title_case {
        return None;
    }
    let before = line.before(i)?;
    if matches!(
        before.kind,
        Kind::Mark('“' | '"' | '‘' | '\'' | ':' | '—' | '–' | '•' | '(' | '”' | '.' | '?' | '!')
    ) {
        return None;
    }
    let next_capital = line.get(i + 1).is_some_and(|p| p.capital && p.space);
    (next_capital || before.kind == Kind::Word).then_some(i + 1)
}

//! Runs of capitals: where names may stand.

use std::ops::Range;

use crate::letter::is_capital;
use crate::lexicon::{
    ADJECTIVE, ADVERB, ARTICLE, BE, COORDINATOR, Classes, DETERMINER, DO, DOCUMENT, FEMALE, GROUP,
    HAVE, HEDGE, INSIDER, INTERROGATIVE, ISSUE, MALE, MODAL, MONTH, NEGATION, NUMERAL,
    OBJECT_PRONOUN, ORGANISATION, PAST, PLACE, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, ROLE,
    SUBORDINATOR, TIME, TIME_MODIFIER, TITLE, VAGUE, VERB, VERB_OR_NOUN, WEEKDAY, is_adverb,
};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// The longest run, in tokens. Real names with title and office stay under it; headlines in capitals
/// do not.
const LONGEST: usize = 14;

/// Words that are no part of a name, wherever they stand.
const CLOSED: Classes = ARTICLE
    .or(PRONOUN)
    .or(OBJECT_PRONOUN)
    .or(POSSESSIVE)
    .or(COORDINATOR)
    .or(PREPOSITION)
    .or(SUBORDINATOR)
    .or(RELATIVE)
    .or(INTERROGATIVE)
    .or(BE)
    .or(HAVE)
    .or(DO)
    .or(MODAL)
    .or(NEGATION);

/// Words whose capital only opens the sentence.
const COMMON: Classes = CLOSED
    .or(DETERMINER)
    .or(ADVERB)
    .or(ADJECTIVE)
    .or(HEDGE)
    .or(VERB)
    .or(VERB_OR_NOUN)
    .or(PAST)
    .or(TIME)
    .or(TIME_MODIFIER)
    .or(NUMERAL)
    .or(GROUP)
    .or(VAGUE)
    .or(INSIDER)
    .or(DOCUMENT);

/// Every run of `text`, in order, as token ranges that start and end with a word.
pub(super) fn find(text: &Text) -> Vec<Range<usize>> {
    let mut runs = Vec::with_capacity(text.tokens.len() / 12);
    let mut i = 0;
    while i < text.tokens.len() {
        if !starts(text, i) {
            i += 1;
            continue;
        }
        let end = end(text, i);
        // "New Ostia-based": a place, and no name by itself.
        let based = text
            .tokens
            .get(end)
            .is_some_and(|t| t.spaced && !t.opens_block);
        if based && modifies(text, end) {
            i = end + 1;
            continue;
        }
        runs.push(i..end);
        i = end;
    }
    runs
}

/// "KATHMANDU, May 3 (Reuters) - ", "SEOUL — ": capitals that open a block and a dash behind them.
pub(super) fn is_dateline(text: &Text, words: &Range<usize>) -> bool {
    let first = &text.tokens[words.start];
    let near = text.tokens[words.end..]
        .iter()
        .take(14)
        .take_while(|t| !t.opens_block);
    first.opens_block
        && first.shape == Shape::Upper
        && near
            .clone()
            .any(|t| t.spaced && matches!(t.kind, Kind::Mark('—' | '–' | '-')))
}

/// Whether token `i` opens a sentence or a quotation, so that its capital tells nothing.
pub(super) fn opens(text: &Text, i: usize) -> bool {
    text.tokens[i].opens_block
        || i == 0
        || matches!(
            text.tokens[i - 1].kind,
            Kind::Mark('.' | '!' | '?' | '“' | '"' | ':' | '—' | '‘' | '…' | '(' | '•' | '«' | '”')
        )
}

fn starts(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    if !token.is_word() || !token.capital() || token.is_any(WEEKDAY) || modifies(text, i) {
        return false;
    }
    let before_name = text
        .tokens
        .get(i + 1)
        .is_some_and(|n| !n.opens_block && n.capital() && !n.is_any(CLOSED));
    // "May", "Will", "Mark", "Rose": a name only before another name.
    if token.is_any(MONTH.or(MODAL)) {
        return token.is_any(MALE.or(FEMALE)) && before_name;
    }
    let adverb = || text.is_one_of_any_case(i, text.language.resolve.heading_adverb);
    if tells(text, i) || !before_name && adverb() {
        return false;
    }
    if token.is_any(CLOSED) {
        // "US" is no pronoun, nor is "WHO".
        let letters = token.is(RELATIVE) && token.shape == Shape::Upper;
        return (token.is(PLACE) || letters) && !all_capitals(text, i);
    }
    if !opens(text, i) {
        return true;
    }
    // "Entrusting Ada Roe with the port is a risk": what is done to her, before a whole name.
    let given = |k: usize| (text.tokens.get(k)).is_some_and(|t| t.is_any(MALE.or(FEMALE)));
    let doing = text.word(i).ends_with(text.language.text.ing_ending)
        && before_name
        && given(i + 1)
        && (text.tokens.get(i + 2)).is_some_and(|t| t.capital() && !t.opens_block);
    if !token.known && (is_adverb(text.word(i)) || text.tags[i] == Tag::Ing || doing) {
        return false;
    }
    // "Federal rules say", "Recent polling shows": an ordinary word before its noun.
    if !token.known
        && text.tags[i] != Tag::Name
        && matches!(text.tags.get(i + 1), Some(Tag::Noun | Tag::Adj | Tag::Ing))
    {
        return false;
    }
    // "Ex-friends say"
    if !token.known && !before_name && is_of_many(text, i) {
        return false;
    }
    // "Applicants say": a verb in the plural has many for its subject.
    let word = text.word(i);
    if !token.known && word.ends_with('s') && plural_verb(text, i + 1) {
        return false;
    }
    // "Speakers at the rally said": people, by their ending and what hangs on them.
    let people = text.language.resolve.people_endings;
    if !token.known
        && text.tags.get(i + 1) == Some(&Tag::Prep)
        && people.iter().any(|e| word.ends_with(e))
    {
        return false;
    }
    // "Bloggers said": several of what one may be; "Majorities said".
    let share = || text.is_one_of_any_case(i, text.language.resolve.shares);
    if !token.known && !before_name && (is_calling(text, i) || share()) {
        return false;
    }
    // "Prosecutors said", "Agencies said": a noun, not a name.
    let noun = token.is_any(ORGANISATION.or(ROLE))
        && token.shape == Shape::Title
        && (text.word(i).ends_with('s') || token.is(ROLE));
    if !token.is_any(COMMON) && !noun {
        return true;
    }
    token.is_any(
        MALE.or(FEMALE)
            .or(TITLE)
            .or(ROLE)
            .or(ORGANISATION)
            .or(PLACE),
    ) && before_name
        || token.is(PLACE)
        || token.is(ISSUE) && before_name
}

/// Whether the word at `i` ends, behind a hyphen, as a word for people does: "ex-friends".
pub(super) fn is_of_many(text: &Text, i: usize) -> bool {
    let last = text.word(i).rsplit_once('-').map(|(_, last)| last);
    let entry = last
        .filter(|w| w.len() < 20)
        .and_then(|w| text.language.words.get(w));
    entry.is_some_and(|e| e.classes.intersects(GROUP))
}

/// Whether the word at `i` is the plural of what a person does.
pub(super) fn is_calling(text: &Text, i: usize) -> bool {
    let word = text.word(i).to_ascii_lowercase();
    let one = word
        .strip_suffix('s')
        .and_then(|one| text.language.words.get(one));
    one.is_some_and(|entry| entry.classes.intersects(ROLE))
}

/// Whether the word at `i` tells, alone, of which people one is: "the Dane", as there are Danes; not "the Danish and Finnish
/// ministries".
pub(super) fn is_of_people(text: &Text, i: usize) -> bool {
    let next = text.tags.get(i + 1);
    if next.is_some_and(|t| t.nominal() || *t == Tag::Coord) {
        return false;
    }
    let several = [&text.word(i).to_ascii_lowercase(), "s"].concat();
    let people = text.language.words.get(&several);
    people.is_some_and(|e| e.classes.intersects(GROUP) && e.classes.intersects(PLACE))
}

/// Whether the word at `i` is what somebody does with words, in a heading that writes all words with capitals: "Roe
/// Says Hale Must Go", "Survivors Explain Why", "Roe Stressed the Need".
fn tells(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    if token.cue == 0 || i == 0 || token.opens_block {
        return false;
    }
    let many = || text.word(i - 1).ends_with('s');
    let goes_on = || (text.tokens.get(i + 1)).is_some_and(|t| t.capital() && !t.opens_block);
    match text.tags[i] {
        Tag::Verb => token.is(VERB) && (text.word(i).ends_with('s') || many()),
        Tag::Past => text.tokens[i - 1].capital() && goes_on(),
        _ => false,
    }
}

/// Whether the word at `i` says of a name what was done to its bearer: "Ostia-based", "Naravia-owned".
fn modifies(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    // Most have no hyphen: to look byte by byte costs less than to set up a search in so few.
    let Some(hyphen) = word.bytes().rposition(|b| b == b'-') else {
        return false;
    };
    let done = &word[hyphen + 1..];
    let lists = &text.language.resolve;
    !done.starts_with(is_capital)
        && (done.ends_with(lists.participle_ending) || lists.done_to.has(done))
}

/// Whether the word at `i` is a verb in the present, and not of the third person singular.
fn plural_verb(text: &Text, i: usize) -> bool {
    text.tags.get(i) == Some(&Tag::Verb) && !text.word(i).ends_with('s')
        || text.is_one_of(i, text.language.resolve.plural_auxiliary)
}

/// Whether the words around `i` are in capitals too, so that they tell no names.
fn all_capitals(text: &Text, i: usize) -> bool {
    let upper = |k: usize| text.tokens.get(k).is_some_and(|t| t.shape == Shape::Upper);
    i > 0 && upper(i - 1) && upper(i + 1)
}

/// One past the run that starts at `start`.
fn end(text: &Text, start: usize) -> usize {
    let limit = (start + LONGEST).min(text.tokens.len());
    let mut end = start + 1;
    while end < limit {
        let token = &text.tokens[end];
        // "BRIDGE SHUT IN NARA Mayor Ada Roe": a sentence of its own.
        let shouted = text.tokens[end - 1].shape == Shape::Upper && token.shape != Shape::Upper;
        if token.opens_block || shouted && text.sentence_of(end) != text.sentence_of(end - 1) {
            break;
        }
        if token.is_word() && token.capital() {
            if token.is_any(WEEKDAY.or(MONTH))
                || token.is_any(CLOSED) && !token.is(PLACE)
                || modifies(text, end)
                || tells(text, end)
                || text.is_one_of_any_case(end, text.language.resolve.heading_adverb)
            {
                break;
            }
            end += 1;
            continue;
        }
        if end == start + 1 && quoted_first(text, start) {
            end += 1;
            continue;
        }
        match joined(text, start, end, limit) {
            Some(next) => end = next,
            None => break,
        }
    }
    while end > start + 1 && !text.tokens[end - 1].is_word() {
        end -= 1;
    }
    end
}

/// Whether the run's first word alone stands in quotation marks: “National” Security Council.
fn quoted_first(text: &Text, start: usize) -> bool {
    let mark = |i: usize, marks: &[char]| {
        text.tokens
            .get(i)
            .is_some_and(|t| marks.iter().any(|c| t.is_mark(*c)) && !t.opens_block)
    };
    start > 0
        && matches!(
            text.tokens[start - 1].kind,
            Kind::Mark('“' | '"' | '‘' | '\'')
        )
        && mark(start + 1, &['”', '"', '’', '\''])
}

/// Whether the run goes on beyond the small word or mark at `at`: one past the capital after it.
fn joined(text: &Text, start: usize, at: usize, limit: usize) -> Option<usize> {
    let token = &text.tokens[at];
    let name_at = |i: usize| {
        i < limit
            && text.tokens[i].capital()
            && !text.tokens[i].opens_block
            && !text.tokens[i].is_any(CLOSED.or(WEEKDAY).or(MONTH))
    };
    if token.is_mark('&') {
        return name_at(at + 1).then_some(at + 2);
    }
    if token.kind == Kind::Clitic {
        // "U.S. Attorney's Office", "Children's Hospital"; not "Ito's Ministry".
        let held = token.is(POSSESSIVE) && text.tokens[at - 1].is_any(ROLE.or(TITLE).or(GROUP));
        return (held && name_at(at + 1) && text.tokens[at + 1].is(ORGANISATION)).then_some(at + 2);
    }
    let word = text.word(at);
    // "Karim al-Daro"
    let glued = word
        .split_once('-')
        .is_some_and(|(article, _)| text.language.resolve.glued_article.has(article));
    if glued {
        return Some(at + 1);
    }
    let before_name = name_at(at + 1);
    if before_name && text.language.resolve.particle.has(word) {
        return Some(at + 2);
    }
    let heads = ORGANISATION.or(ROLE).or(DOCUMENT);
    let lists = &text.language.resolve;
    if lists.of_for.has(word) {
        let the = text.tokens.get(at + 1).is_some_and(|t| t.is(ARTICLE));
        let next = at + 1 + usize::from(the);
        // "Department of Justice", "Director of Public Prosecution"; not "Sanders of Vermont".
        let last = &text.tokens[at - 1];
        let body = last.is_any(heads)
            || !last.known && at == start + 1 && lists.of.has(word) && !opens(text, start) && !the;
        return (body && name_at(next)).then_some(next + 1);
    }
    if lists.and.has(word) && before_name {
        let mut last = at + 1;
        while name_at(last + 1) {
            last += 1;
        }
        let body = text.tokens[last].is(ORGANISATION);
        // "the World Travel and Trade Council"; not "the Nara Foundation and Trade Council".
        let one = body
            && at == start + 2
            && start > 0
            && text.tokens[start - 1].is(ARTICLE)
            && !is_name_by_itself(text, start..at);
        let open = (start..at).any(|i| text.is_one_of(i, text.language.resolve.of_for))
            && (start..at).any(|i| text.tokens[i].is_any(heads));
        let single = at == start + 1
            && text.tokens[start].entry().is_none_or(|e| {
                !e.classes
                    .intersects(PLACE.or(MALE).or(FEMALE).or(ORGANISATION).or(GROUP))
            });
        // "Food and Drug Administration", "Centers for Disease Control and Prevention"
        return (body && single || one || open && (body || last == at + 1)).then_some(at + 2);
    }
    None
}

/// Whether the words before an "and" are a name that needs nothing after it.
fn is_name_by_itself(text: &Text, words: Range<usize>) -> bool {
    let heads = ORGANISATION.or(ROLE).or(TITLE).or(GROUP).or(PLACE);
    text.tokens[words.end - 1].is_any(heads)
        || super::known::known(text, &words, &mut String::new()).is_some()
}

//! Edges of noun phrases that are told from tags and classes alone, for who asks about a single mention and has no
//! [`Phrases`](super::Phrases): of a source's core, of what a relative pronoun takes up, of a document with what hangs
//! on it, of a description.

use std::ops::Range;

use crate::lexicon::{ARTICLE, ORGANISATION, SPEAKERS, WEEKDAY};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// How far back, in tokens, a noun phrase before a relative pronoun may begin.
const LONGEST: usize = 24;

/// How far, in tokens, the phrase around a document goes before and behind its noun.
const BEFORE_DOCUMENT: usize = 14;
const BEHIND_DOCUMENT: usize = 12;

/// The longest description, in tokens.
const LONGEST_DESCRIPTION: usize = 14;

/// Where the core of the noun phrase that starts at `start` ends, not past `limit`: at a preposition, clause, comma or
/// participle, by the words that a source is called by.
pub fn core_end(text: &Text, start: usize, limit: usize) -> usize {
    let mut seen_noun = false;
    let mut i = start;
    while i < limit {
        let head = text.tokens[i].is_any(SPEAKERS);
        match text.tags[i] {
            Tag::Noun | Tag::Name => seen_noun = true,
            // "secretary" ends as an adjective does.
            Tag::Adj if head => seen_noun = true,
            Tag::Adj | Tag::Num | Tag::Det | Tag::Poss => {
                // "people familiar with"
                if seen_noun && text.tags.get(i + 1) == Some(&Tag::Prep) {
                    break;
                }
            }
            Tag::Gen | Tag::Adv => {}
            // "current and former officials"
            Tag::Coord
                if !seen_noun
                    && i + 1 < limit
                    && matches!(text.tags[i + 1], Tag::Adj | Tag::Noun | Tag::Name) => {}
            Tag::Verb | Tag::Past | Tag::Ing if head => seen_noun = true,
            Tag::Past | Tag::Ing | Tag::Verb => {
                // "the recently named chair", "the leading party"
                let more = matches!(text.tags.get(i + 1), Some(Tag::Noun | Tag::Adj | Tag::Name));
                if !more || seen_noun && text.tags[i] != Tag::Ing {
                    break;
                }
            }
            Tag::Mark
                if matches!(
                    text.tokens[i].kind,
                    Kind::Mark('“' | '”' | '"' | '‘' | '’' | '\'' | '&' | '-' | '/' | '$')
                ) && !(text.tokens[i].is_mark('-') && text.tokens[i].spaced) => {}
            _ => break,
        }
        i += 1;
    }
    i
}

/// Where the noun phrase begins that ends right before token `end` and that a relative pronoun takes up; there itself
/// where none does.
pub fn start_before_relative(text: &Text, end: usize) -> usize {
    let floor = end.saturating_sub(LONGEST);
    let mut start = end;
    while start > floor && !(start < end && text.tokens[start].opens_block) {
        let i = start - 1;
        let nominal_before = i > floor && text.tags[i - 1].nominal();
        // "was replaced on Thursday by a note that": the day is no part of it.
        let day = |k: usize| text.tokens[k].is(WEEKDAY);
        let goes_on = match text.tags[i] {
            _ if day(i) && text.tags[start] != Tag::Gen => false,
            t if t.nominal() => true,
            Tag::Prep => start < end && nominal_before && !day(i - 1),
            Tag::Coord => start < end && nominal_before,
            // "workers in Nara, Ise and Otsu who"
            Tag::Mark if i > floor && text.tokens[i].is_mark(',') => {
                let names = (i - 1..end).filter(|k| text.tags[*k] == Tag::Name);
                text.tags[i - 1] == Tag::Name
                    && text.tags[start..end].contains(&Tag::Coord)
                    && names.count() > 2
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        start = i;
    }
    // "voted 6-1 for the plan which": the number counts no plan.
    let score = start > 0 && start + 2 < end && text.tokens[start - 1].is_mark('-');
    if score && text.tags[start] == Tag::Num && text.tags[start + 1] == Tag::Prep {
        start += 2;
    }
    start
}

/// The noun phrase around a document's noun at `at`, from its determiner to the end of what hangs on it: "an internal memo
/// of the council".
pub fn around_document(text: &Text, at: usize) -> Range<usize> {
    let floor = at.saturating_sub(BEFORE_DOCUMENT);
    let mut start = at;
    while start > floor && !text.tokens[start].opens_block {
        let i = start - 1;
        match text.tags[i] {
            Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => {}
            Tag::Poss | Tag::Det => {
                start = i;
                break;
            }
            Tag::Past | Tag::Ing
                if matches!(text.tags.get(i.wrapping_sub(1)), Some(Tag::Det | Tag::Adj)) => {}
            Tag::Mark if text.tokens[i].is_mark('-') => {}
            _ => break,
        }
        start = i;
    }
    let mut end = at + 1;
    let limit = (at + BEHIND_DOCUMENT).min(text.tokens.len());
    // "of the council", "by Ito", "to bondholders"; and "obtained by …" ends it.
    while end < limit && !text.tokens[end].opens_block {
        let more = match text.tags[end] {
            Tag::Prep => {
                text.is_one_of(end, text.language.phrase.document_leads)
                    && text.tags.get(end + 1).is_some_and(|t| t.nominal())
            }
            t if t.nominal() => end > at + 1,
            _ => false,
        };
        if !more {
            break;
        }
        end += 1;
    }
    start..end
}

/// The description whose head stands at `head` in `words`: without its article, up to a comma or a clause, or where it
/// `stops` for who asks.
pub fn description(
    text: &Text,
    words: &Range<usize>,
    head: usize,
    stops: impl Fn(usize) -> bool,
) -> Range<usize> {
    let mut start = words.start;
    while start < head && text.tokens[start].is_any(ARTICLE) {
        start += 1;
    }
    let mut end = head + 1;
    while end < words.end && end - start < LONGEST_DESCRIPTION {
        let clause = matches!(text.tags[end], Tag::Rel | Tag::That | Tag::Sub);
        let comma =
            text.tokens[end].is_mark(',') && !(end + 1 < words.end && parts_campus(text, end));
        let mark = comma && !lists_names(text, end..words.end)
            || text.tokens[end].is_mark('(')
            || text.tokens[end].is_mark('—');
        if clause || mark || stops(end) {
            return start..end;
        }
        end += 1;
    }
    // "growers of the House for the Trade between Nara and …": half of it may be something else.
    if end < words.end {
        end = head + 1;
    }
    start..end
}

/// Whether the comma at `i` stands in the name of a university, before its place: "the University of Texas, Austin".
pub fn parts_campus(text: &Text, i: usize) -> bool {
    let words = &text.language.phrase;
    let of = i
        .checked_sub(2)
        .filter(|of| *of > 0 && text.is_one_of(*of, words.of));
    let university =
        of.is_some_and(|of| text.tokens[of - 1].is(ORGANISATION) && text.tokens[of - 1].capital());
    let campus = (i + 1..text.tokens.len().min(i + 3)).any(|k| text.is_one_of(k, words.campus));
    text.tokens[i].is_mark(',') && university && campus
}

/// Whether nothing but names stands in `words`, and what joins them: ", Georgia and Virginia".
fn lists_names(text: &Text, words: Range<usize>) -> bool {
    let tags = &text.tags[words.clone()];
    let mut listed = words.zip(tags);
    tags.contains(&Tag::Coord)
        && listed
            .all(|(i, tag)| matches!(tag, Tag::Name | Tag::Coord) || text.tokens[i].is_mark(','))
}

/// The end of the description whose head stands at `head` and that goes up to `end`, without what only leads on from it:
/// "a letter to", "estimates of 2012". A `document` has no number or adverb at its end, either.
pub fn without_loose_end(text: &Text, head: usize, mut end: usize, document: bool) -> usize {
    let loose = |i: usize| match text.tags[i] {
        Tag::Prep | Tag::Coord | Tag::Det | Tag::Mark | Tag::Gen => !text.tokens[i].is_mark('%'),
        Tag::Num => document && text.tokens[i].span.len() != 4,
        Tag::Adv => document,
        _ => false,
    };
    while end > head + 1 && loose(end - 1) {
        end -= 1;
    }
    end
}

/// Where a group of people begins whose noun stands at `head`, with how many of them are meant: "some of the growers".
pub fn start_of_group(text: &Text, head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor
        && (text.tags[start - 1].nominal()
            || text.tags[start - 1] == Tag::Prep
                && text.is_one_of(start - 1, text.language.phrase.of)
                && start > floor + 1
                && matches!(
                    text.tags[start - 2],
                    Tag::Det | Tag::Num | Tag::Pron | Tag::Adj | Tag::Noun
                ))
    {
        start -= 1;
    }
    start
}

/// Whether token `i` may be a word of a plain noun phrase: a determiner, a modifier, a noun; or a hyphen between them.
fn is_nominal(text: &Text, i: usize) -> bool {
    text.tags[i].nominal() || text.tokens[i].is_mark('-')
}

/// Where the words begin, not before `floor`, that stand before the noun at `at` and may belong to it.
pub fn start_of_modifiers(text: &Text, at: usize, floor: usize) -> usize {
    let belongs = |i: &usize| !text.tokens[*i + 1].opens_block && is_nominal(text, *i);
    let first = (floor..at).rev().take_while(belongs).last();
    first.unwrap_or(at)
}

/// One past the words from `from` on, not past `limit`, that may belong to one noun phrase.
pub fn end_of_nominals(text: &Text, from: usize, limit: usize) -> usize {
    let belongs = |i: &usize| !text.tokens[*i].opens_block && is_nominal(text, *i);
    from + (from..limit).take_while(belongs).count()
}

/// Where the articles begin that stand right before `at`, not before `floor`.
pub fn before_article(text: &Text, at: usize, floor: usize) -> usize {
    let mut front = at;
    while front > floor && text.tokens[front - 1].is(ARTICLE) && !text.tokens[front].opens_block {
        front -= 1;
    }
    front
}

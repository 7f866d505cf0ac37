//! Candidates for what a pronoun can stand for, each list bounded.

use std::ops::Range;

use super::coreference::Resolver;
use super::entity::Names;
use super::name::{Class, Gender, Name};
use super::pronoun::agrees;
use crate::lexicon::{ARTICLE, GROUP, INSIDER, ROLE, VAGUE};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// How many names before a mention are looked at.
const MOST_NAMES: usize = 60;

/// The person a sentence leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Nobody fits.
    None,
    /// One fits, in this sentence.
    One { entity: usize, sentence: usize },
    /// More than one fits.
    Several,
}

/// Names before token `at`, nearest first; without those that only say who took a picture.
pub(super) fn names_before<'r>(
    r: &'r Resolver,
    at: usize,
) -> impl Iterator<Item = (usize, &'r Name)> + 'r {
    let end = r.names.before(at);
    (0..end)
        .rev()
        .take(MOST_NAMES)
        .map(|i| (i, &r.names.names[i]))
        .filter(|(_, name)| !credited(r.text, name) && !heads(r.text, name))
}

/// Whether a name stands in a headline, a dateline or a byline, of which the text does not speak.
fn heads(text: &Text, name: &Name) -> bool {
    let block = text.tokens[name.words.start].block as usize;
    text.document.blocks[block].kind == BlockKind::Heading
        || is_dateline(text, &name.full)
        || is_byline(text, name)
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

/// "By Ada Roe", at the start of a block.
fn is_byline(text: &Text, name: &Name) -> bool {
    let start = name.full.start.min(name.words.start);
    let mut i = start;
    while i > 0 && start - i < 12 && !text.tokens[i].opens_block {
        i -= 1;
    }
    text.tokens[i].opens_block && i < start && text.word(i).eq_ignore_ascii_case("by") && {
        let block = text.tokens[i].block;
        let length = text.tokens[i..]
            .iter()
            .take(25)
            .take_while(|t| t.block == block)
            .count();
        length < 20
    }
}

/// Whether a name stands in the credit of a picture: "(Ada Roe/Nara Photo)", "Ada Roe via Nara Images".
fn credited(text: &Text, name: &Name) -> bool {
    let slash = |i: usize| text.tokens.get(i).is_some_and(|t| t.is_mark('/'));
    slash(name.words.end)
        || name.full.start.checked_sub(1).is_some_and(slash)
        || name.words.end < text.tokens.len() && text.word(name.words.end) == "via"
}

/// Whether the name is a subject or object of its own: no genitive, nothing it hangs on.
fn free(text: &Text, name: &Name) -> bool {
    let genitive = text.tags.get(name.words.end) == Some(&Tag::Gen);
    let modifier = text
        .tags
        .get(name.words.end)
        .is_some_and(|t| matches!(t, Tag::Noun))
        && !text.tokens[name.words.end].opens_block;
    !genitive && !modifier
}

fn hangs(text: &Text, name: &Name) -> bool {
    let mut before = name.full.start;
    while before > 0 && text.tokens[before - 1].is(ARTICLE) && !text.tokens[before].opens_block {
        before -= 1;
    }
    before > 0 && !text.tokens[before].opens_block && text.tags[before - 1] == Tag::Prep
}

/// The person that "he" (or "she") at `at` can be: in its own sentence, else in the nearest one of
/// the `reach` before it that has any.
pub(super) fn person(
    r: &Resolver,
    at: usize,
    sentence: usize,
    gender: Gender,
    reach: usize,
) -> Subject {
    let mut best: Option<(usize, usize)> = None;
    let mut several = false;
    let mut lead: Option<usize> = None;
    for (i, name) in names_before(r, at) {
        let seen = r.text.sentence_of(name.words.start);
        if seen + reach < sentence || best.is_some_and(|(_, s)| s != seen) {
            break;
        }
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        let e = &r.names.entities[entity];
        let person = match e.class {
            Class::Person => agrees(e.gender, gender),
            // Two words with capitals, a person perhaps: where they are what the sentence speaks of.
            Class::Likely => leads(r.text, name) && agrees(e.gender, gender),
            _ => false,
        };
        if !person {
            continue;
        }
        // A name inside a quotation is seldom who speaks next.
        if r.quoted(name.words.start) && !r.quoted(at) {
            continue;
        }
        if !free(r.text, name) || hangs(r.text, name) {
            continue;
        }
        match best {
            None => best = Some((entity, seen)),
            Some((other, _)) if other != entity => several = true,
            _ => {}
        }
        lead = Some(entity);
    }
    let Some((entity, seen)) = best else {
        return Subject::None;
    };
    if several {
        // The one who opens the earlier sentence; in the pronoun's own sentence any may be meant.
        return match lead {
            Some(entity)
                if seen < sentence && gender != Gender::Unknown && opens_with(r, seen, entity) =>
            {
                Subject::One {
                    entity,
                    sentence: seen,
                }
            }
            _ => Subject::Several,
        };
    }
    Subject::One {
        entity,
        sentence: seen,
    }
}

/// Whether a finite verb follows the name, at once or behind its apposition.
fn leads(text: &Text, name: &Name) -> bool {
    let end = name.full.end.max(name.words.end);
    let mut i = end;
    while i < text.tokens.len()
        && i < end + 2
        && (text.tags[i] == Tag::Adv || text.tokens[i].is_mark(','))
        && !text.tokens[i].opens_block
    {
        i += 1;
    }
    text.tags.get(i).is_some_and(|t| t.finite()) && !text.tokens[i].opens_block
}

/// Whether a person without a name is what a sentence speaks of, in the sentences from `since` up to the
/// token `at`: "A student at Duke was there."
pub(super) fn described(r: &Resolver, since: usize, at: usize) -> bool {
    let text = r.text;
    let own = text.sentence_of(at);
    (since..=own).any(|s| {
        let Some(range) = text.sentences.get(s) else {
            return false;
        };
        let words = range.start..range.end.min(at);
        words.take(MOST_OPENING).any(|i| describes(r, i, at))
    })
}

/// How many tokens of a sentence can open it before its subject.
const MOST_OPENING: usize = 12;

/// Whether "a" or "one" at `i` opens the subject of a sentence, one person without a name.
fn describes(r: &Resolver, i: usize, at: usize) -> bool {
    let text = r.text;
    let article = text.is_one_of_any_case(i, "a an one another")
        && text.tags[i] == Tag::Det
        && (super::run::opens(text, i) || text.tokens[i - 1].is_mark(','))
        && !r.quoted(i);
    if !article {
        return false;
    }
    let nominal = |k: &usize| {
        !text.tokens[*k].opens_block
            && (text.tags[*k].nominal()
                || text.tags[*k] == Tag::Gen
                || text.tokens[*k].is_mark('-'))
    };
    let end = (i + 1..at.min(i + 9)).take_while(nominal).last();
    let Some(head) = end else { return false };
    let human = text.tokens[head].is_any(ROLE.or(INSIDER).or(GROUP))
        || text.is_one_of(
            head,
            "man woman boy girl teenager mother father student neighbor neighbour",
        );
    // "a student at Duke said", "a spokeswoman, who": not "a spokesman Ada Roe".
    let named = r
        .names
        .within(&(i..head + 2))
        .any(|n| matches!(r.names.names[n].class, Class::Person | Class::Likely));
    human && !super::mention::plural(text, head) && !named
}

/// Whether the sentence's first name is `entity`'s and hangs on nothing.
fn opens_with(r: &Resolver, sentence: usize, entity: usize) -> bool {
    let s = r.text.sentences[sentence];
    r.names
        .within(&(s.start..s.end))
        .find(|i| {
            let name = &r.names.names[*i];
            matches!(name.class, Class::Person | Class::Likely) && free(r.text, name)
        })
        .is_some_and(|i| r.names.entity_of[i] == Some(entity) && !hangs(r.text, &r.names.names[i]))
}

/// The one group of people named in the sentence before, or earlier in this one.
pub(super) fn group(r: &Resolver, at: usize, sentence: usize) -> Option<Range<usize>> {
    let own = r.text.sentences.get(sentence)?;
    if let Some(words) = one_group(r, own.start..at) {
        return Some(words);
    }
    let before = r.text.sentences.get(sentence.checked_sub(1)?)?;
    one_group(r, before.start..before.end)
}

fn one_group(r: &Resolver, range: Range<usize>) -> Option<Range<usize>> {
    let text = r.text;
    let mut found = None;
    // A sentence is long enough at 120 tokens.
    for i in range.clone().take(120) {
        let token = &text.tokens[i];
        if !token.is_any(GROUP.or(VAGUE).or(INSIDER))
            || !super::mention::plural(text, i)
            || r.quoted(i)
            || matches!(text.tags.get(i + 1), Some(Tag::Noun | Tag::Gen))
            || !matches!(text.tags[i], Tag::Noun | Tag::Name)
        {
            continue;
        }
        if found.is_some() {
            return None;
        }
        found = Some(i);
    }
    let head = found?;
    let mut start = head;
    while start > range.start
        && (text.tags[start - 1].nominal()
            || text.tags[start - 1] == Tag::Prep
                && text.word(start - 1) == "of"
                && start > range.start + 1
                && matches!(
                    text.tags[start - 2],
                    Tag::Det | Tag::Num | Tag::Pron | Tag::Adj | Tag::Noun
                ))
    {
        start -= 1;
    }
    Some(start..head + 1)
}

/// The body that "it" can be: the only one that leads the sentence before.
pub(super) fn body(r: &Resolver, at: usize, sentence: usize) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (i, name) in names_before(r, at) {
        let seen = r.text.sentence_of(name.words.start);
        if seen + 1 < sentence {
            break;
        }
        if !matches!(
            name.class,
            Class::Organisation | Class::Outlet(_) | Class::Unknown
        ) || hangs(r.text, name)
            || !free(r.text, name)
            || r.quoted(name.words.start)
        {
            continue;
        }
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        match best {
            Some((other, _)) if other != entity => return None,
            _ => best = Some((entity, seen)),
        }
    }
    best
}

/// The noun phrase before the relative pronoun at `at`.
pub(super) fn before_relative(text: &Text, names: &Names, at: usize) -> Option<Range<usize>> {
    if text.tokens.get(at)?.opens_block {
        return None;
    }
    let mut end = at;
    // ", who", "— who", "of whom", "most of whom"
    while end > 0
        && at - end < 3
        && !text.tokens[end].opens_block
        && matches!(text.tags[end - 1], Tag::Mark | Tag::Prep | Tag::Coord)
    {
        end -= 1;
    }
    if end == 0 || text.tokens[end].opens_block && end == at {
        return None;
    }
    // A name whose apposition reaches up to here.
    let near = names.before(end);
    for i in (0..near).rev().take(4) {
        let name = &names.names[i];
        if name.full.end >= end && name.full.end <= at || name.words.end == end {
            if text.tags.get(name.words.end) == Some(&Tag::Gen) {
                continue;
            }
            return Some(name.full.start..name.full.end.max(name.words.end));
        }
    }
    let floor = end.saturating_sub(24);
    let mut start = end;
    while start > floor {
        let i = start - 1;
        let go = match text.tags[i] {
            t if t.nominal() => true,
            Tag::Prep => start < end && i > floor && text.tags[i - 1].nominal(),
            Tag::Coord => start < end && i > floor && text.tags[i - 1].nominal(),
            _ => false,
        };
        if !go {
            break;
        }
        start = i;
        if text.tokens[i].opens_block {
            break;
        }
    }
    (start < end).then_some(start..end)
}

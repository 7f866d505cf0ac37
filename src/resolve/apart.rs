//! Names of which the text does not speak: those in a headline, a dateline, a byline or the credit of a picture;
//! and how a name stands in its sentence.

use super::discourse::Discourse;
use super::name::Name;
use super::run::{is_dateline, opens};
use crate::lexicon::{MONTH, TIME, WEEKDAY};
use crate::phrase::edge;
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// How many names before a mention are looked at.
const MOST_NAMES: usize = 60;

/// Names before token `at`, nearest first; without those of which the text does not speak.
pub(super) fn names_before<'r>(
    d: &'r Discourse,
    at: usize,
) -> impl Iterator<Item = (usize, &'r Name)> + 'r {
    let end = d.names.before(at);
    (0..end)
        .rev()
        .take(MOST_NAMES)
        .map(|i| (i, &d.names.names[i]))
        .filter(|(_, name)| !stands_apart(d.text, name))
}

/// The same from token `at` on, in text order.
pub(super) fn names_after<'r>(
    d: &'r Discourse,
    at: usize,
) -> impl Iterator<Item = (usize, &'r Name)> + 'r {
    let names = d.names.names.iter().enumerate().skip(d.names.before(at));
    names
        .take(MOST_NAMES)
        .filter(|(_, name)| !stands_apart(d.text, name))
}

/// Whether a name stands in a headline, a dateline, a byline or a credit.
pub(super) fn stands_apart(text: &Text, name: &Name) -> bool {
    // Each of many mentions behind a name asks for it.
    *name.apart.get_or_init(|| {
        let block = text.tokens[name.words.start].block as usize;
        text.document.blocks[block].kind == BlockKind::Heading
            || credited(text, name)
            || is_captioned(text, name)
            || is_dateline(text, &name.full)
            || is_byline(text, name)
    })
}

/// The longest caption, in tokens.
const LONGEST_CAPTION: usize = 50;

/// Whether a name stands in the caption of a picture, which ends with whose it is: "Ada Roe at the quay. (Nara
/// Images)".
fn is_captioned(text: &Text, name: &Name) -> bool {
    let from = name.words.end;
    let block = text.tokens[name.words.start].block;
    let near = &text.tokens[from..text.tokens.len().min(from + LONGEST_CAPTION)];
    let end = near.iter().position(|t| t.block != block);
    let behind = from + end.unwrap_or(near.len());
    let Some(last) = (from..behind)
        .last()
        .filter(|i| text.tokens[*i].is_mark(')'))
    else {
        return false;
    };
    let closed = text.tokens.get(last + 1).is_none_or(|t| t.opens_block);
    let open = (from..last)
        .rev()
        .take(5)
        .find(|i| text.tokens[*i].is_mark('('));
    closed
        && open.is_some_and(|open| {
            let ends = matches!(
                text.tokens[open - 1].kind,
                Kind::Mark('.' | '!' | '?' | '”' | '"')
            );
            let credit = (open + 1..last).all(|i| text.tokens[i].capital());
            ends && credit
        })
}

/// "By Ada Roe", at the start of a block.
fn is_byline(text: &Text, name: &Name) -> bool {
    let start = name.full.start.min(name.words.start);
    let mut i = start;
    while i > 0 && start - i < 12 && !text.tokens[i].opens_block {
        i -= 1;
    }
    text.tokens[i].opens_block && text.is_one_of_any_case(i, text.language.resolve.by) && {
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
        || name.words.end < text.tokens.len()
            && text.is_one_of(name.words.end, text.language.resolve.via)
}

/// Whether the name is a subject or object of its own: no genitive, nothing it hangs on.
pub(super) fn stands_free(text: &Text, name: &Name) -> bool {
    let genitive = text.tags.get(name.words.end) == Some(&Tag::Gen);
    let modifier = text
        .tags
        .get(name.words.end)
        .is_some_and(|t| matches!(t, Tag::Noun))
        && !text.tokens[name.words.end].opens_block;
    !genitive && !modifier
}

/// Whether a preposition governs the name, or another name that it is joined to: "from Ada Roe and Ivo Ito".
pub(super) fn is_governed(text: &Text, name: &Name) -> bool {
    let mut before = lead(text, name);
    for _ in 0..MOST_JOINED {
        let Some(and) = before.filter(|i| text.tags[*i] == Tag::Coord) else {
            break;
        };
        let named = |i: &usize| text.tags[*i] == Tag::Name;
        let words = (and.saturating_sub(LONGEST_NAME)..and)
            .rev()
            .take_while(named);
        before = (and - words.count())
            .checked_sub(1)
            .filter(|i| *i + 1 < and);
    }
    before.is_some_and(|i| text.tags[i] == Tag::Prep)
}

/// The most names that are joined by "and", and the longest of them, in tokens.
const MOST_JOINED: usize = 4;
const LONGEST_NAME: usize = 8;

/// Whether the name tells where something is: "in Nara".
pub(super) fn lies_in(text: &Text, name: &Name) -> bool {
    lead(text, name).is_some_and(|i| text.is_one_of(i, text.language.resolve.place_leads))
}

/// The most words that tell more of a person before a name.
const MOST_MODIFIERS: usize = 4;

/// What stands before the name, what it is called there and its article, in its block.
fn lead(text: &Text, name: &Name) -> Option<usize> {
    let mut before = name.full.start;
    // "of film legend Ada Roe": what she is called belongs to her name. Not "In Nara Ada Roe".
    let modifies = |i: &usize| {
        !text.tokens[i + 1].opens_block
            && matches!(text.tags[*i], Tag::Name | Tag::Noun | Tag::Adj)
            && !text.tokens[*i].is_any(TIME.or(MONTH).or(WEEKDAY))
    };
    // "from remarks Roe made" tells what Roe made.
    let acts = text.tags.get(name.words.end).is_some_and(|t| t.finite());
    let called = name.len() > 1
        && !acts
        && before
            .checked_sub(1)
            .is_some_and(|i| text.tags[i] == Tag::Noun);
    if before < name.words.start || called {
        let all = (0..before).rev().take(MOST_MODIFIERS);
        let start = before - all.take_while(modifies).count();
        let front = start.checked_sub(1).is_none_or(|i| opens(text, i));
        if !front {
            before = start;
        }
    }
    let before = edge::before_article(text, before, 0);
    (before.checked_sub(1)).filter(|_| !text.tokens[before].opens_block)
}

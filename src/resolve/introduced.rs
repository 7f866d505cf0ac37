//! Somebody without a name whom the text introduced before: "a student" for "the student".

use std::ops::Range;

use super::discourse::Discourse;
use super::mention::{self, Phrase};
use super::name::Class;
use super::{SourceKind, run};
use crate::phrase::edge;
use crate::text::tag::Tag;

/// How far back, in tokens, somebody may have been introduced.
const FAR: usize = 500;

/// How many words may stand between the article and the noun of an introduction.
const MOST_MODIFIERS: usize = 6;

/// How near behind an introduction, in tokens, it may be told what the person is called.
const NAMED_SOON: usize = 8;

/// The source that "the `head`" takes up: somebody whom the text introduced without a name.
pub(super) fn source(d: &mut Discourse, phrase: &Phrase) -> Option<usize> {
    let words = introduced(d, phrase)?;
    let name = d.described(&mention::phrase(d.text, &words), &words);
    let key = name.to_ascii_lowercase();
    Some(d.by_key(&key, name, SourceKind::Anonymous, &words, false))
}

/// The words that introduced the person whom "the `head`" takes up, without a name: "a logger was hurt"; none
/// where a name stands by, or may be the person's.
fn introduced(d: &Discourse, phrase: &Phrase) -> Option<Range<usize>> {
    let text = d.text;
    let head = text.word(phrase.head);
    let start = phrase.chunk.start;
    let mut modifiers = start..phrase.head;
    let back = (start.saturating_sub(FAR)..start).rev();
    let at = back.into_iter().find_map(|i| {
        let same =
            text.tokens[i].is_word() && text.word(i).eq_ignore_ascii_case(head) && !d.quoted(i);
        same.then(|| opened(d, i)).flatten()
    })?;
    let said = |k: usize| {
        at.clone()
            .any(|i| text.word(i).eq_ignore_ascii_case(text.word(k)))
    };
    (modifiers.all(said) && !is_named(d, &at) && !told_since(d, at.end, start)).then_some(at)
}

/// "a young logger" around the noun at `i`, if "a" opens it.
fn opened(d: &Discourse, i: usize) -> Option<Range<usize>> {
    let text = d.text;
    let floor = i.saturating_sub(MOST_MODIFIERS + 1);
    let start = edge::start_of_modifiers(text, i, floor);
    let lists = &text.language.resolve;
    let article = (start..i)
        .rev()
        .find(|k| text.is_one_of_any_case(*k, lists.indefinite_words))?;
    // "at least one candidate" is none in particular.
    let counts = text.is_one_of_any_case(article, lists.one) && !run::opens(text, article);
    (!counts).then_some(article..i + 1)
}

/// Whether the introduction `words` is what somebody is who has a name: "a logger, Ada Roe", "Ada Roe is a logger",
/// "a logger named Roe".
fn is_named(d: &Discourse, words: &Range<usize>) -> bool {
    let text = d.text;
    let before = words.start.checked_sub(1);
    let is = before.is_some_and(|b| {
        matches!(text.tags[b], Tag::Be | Tag::Adv)
            || text.is_one_of(b, text.language.resolve.as_what)
    });
    let soon = words.end..text.tokens.len().min(words.end + NAMED_SOON);
    let called = soon
        .clone()
        .take_while(|i| !text.tokens[*i].opens_block)
        .any(|i| text.is_one_of_any_case(i, text.language.resolve.called));
    let person = |n: usize| {
        let name = &d.names.names[n];
        let is = matches!(name.class, Class::Person | Class::Likely | Class::Unknown);
        let set_off = name.full.start <= words.end + 1 && name.words.end > words.start;
        let behind = words.start.saturating_sub(name.words.end) <= 2;
        is && (set_off || behind && !text.tokens[words.start].opens_block)
    };
    let mut near = d
        .names
        .within(&(words.start.saturating_sub(3)..words.end + 3));
    is || called || near.any(person)
}

/// Whether the text tells between `from` and `to` what somebody is called: "police identified him as Ada Roe".
fn told_since(d: &Discourse, from: usize, to: usize) -> bool {
    let text = d.text;
    (from..to).any(|i| text.is_one_of_any_case(i, text.language.resolve.identified))
}

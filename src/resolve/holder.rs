//! Which person a description tells by an office: "the governor", "the Vermont senator".

use std::ops::Range;

use super::apart::{names_after, names_before};
use super::discourse::Discourse;
use super::entity::Entity;
use super::mention::{Head, Phrase, read};
use super::name::Class;
use crate::letter::is_capital;
use crate::lexicon::{OFFICE, PLACE, ROLE, pairs};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;

/// The long form of a title that is written short.
fn long_title<'w>(text: &Text, word: &'w str) -> &'w str {
    let titles = text.language.resolve.short_titles;
    let word = word.trim_end_matches('.');
    // Few words are titles; these have a capital, and four letters at most.
    if word.len() > 4 || !word.starts_with(is_capital) || !titles.has(word) {
        return word;
    }
    let long = pairs(titles.0).find(|(short, _)| *short == word);
    long.map_or(word, |(_, long)| long)
}

/// What a role may be called, so that its holder is called `head`: `head` itself first.
fn roles_called<'w>(text: &Text, head: &'w str) -> Vec<&'w str> {
    let roles = text.language.resolve.roles_called;
    let mut called = vec![head];
    if roles.has_any_case(head) {
        let others = pairs(roles.0).filter(|(_, b)| b.eq_ignore_ascii_case(head));
        called.extend(others.map(|(a, _)| a));
    }
    called
}

/// Whether the word at `i` of a `role` tells whose it is: "the president's envoy", "President Ito's envoy".
fn owns(text: &Text, role: &Range<usize>, i: usize) -> bool {
    let behind = &text.tags[i + 1..role.end.max(i + 1)];
    behind.iter().find(|tag| **tag != Tag::Name) == Some(&Tag::Gen)
}

/// What makes the role at `i` another one, not before `floor`: "vice president", "former mayor".
fn lesser(text: &Text, i: usize, floor: usize) -> Option<String> {
    let before = (i > floor).then(|| text.word(i - 1))?;
    let lists = &text.language.resolve;
    (lists.lesser.has_any_case(before)).then(|| before.to_ascii_lowercase())
}

/// Whether the text gives `e`, before token `end`, a role of these names, with `own` before it.
fn holds(text: &Text, e: &Entity, end: usize, called: &[&str], own: &Option<String>) -> bool {
    let is = |role: &Range<usize>, k: usize| {
        let given = long_title(text, text.word(k));
        k < end
            && called.iter().any(|c| given.eq_ignore_ascii_case(c))
            && !owns(text, role, k)
            && lesser(text, k, role.start) == *own
    };
    let mut roles = e.roles.iter();
    roles.any(|role| role.clone().any(|k| is(role, k)))
}

/// The only person whose role the description names: "the governor", "the Vermont senator".
pub(super) fn by_role(d: &Discourse, phrase: &Phrase) -> Option<usize> {
    let text = d.text;
    let head = text.word(phrase.head);
    let modifiers: Vec<usize> = (phrase.chunk.start..phrase.head)
        .filter(|i| text.tokens[*i].is_word())
        .collect();
    // "the organisation's chief scientist" is no scientist of whom no body is told.
    let owned = text.tags[phrase.chunk.start..phrase.head].contains(&Tag::Gen)
        && !text.tokens[phrase.head].is(OFFICE);
    let placed = |e: &Entity| {
        let mut roles = e.roles.iter().cloned().flatten();
        roles.any(|k| text.tokens[k].capital() && !text.tokens[k].is(ROLE))
    };
    let called = roles_called(text, head);
    let own = lesser(text, phrase.head, phrase.chunk.start);
    let mut found: Option<usize> = None;
    let mut said = 0;
    let mut seen: Vec<usize> = Vec::new();
    // "Clerk says road is shut": a headline's people are named in full below it.
    let block = text.tokens[phrase.head].block as usize;
    let heading = text.document.blocks[block].kind == BlockKind::Heading;
    let below = heading.then(|| names_after(d, phrase.chunk.end));
    let end = if heading { usize::MAX } else { phrase.head };
    for (i, name) in names_before(d, phrase.chunk.start).chain(below.into_iter().flatten()) {
        let Some(entity) = d.names.entity_of[i] else {
            continue;
        };
        if !matches!(name.class, Class::Person) || seen.contains(&entity) {
            continue;
        }
        seen.push(entity);
        let e = &d.names.entities[entity];
        if !holds(text, e, end, &called, &own) || owned && !placed(e) {
            continue;
        }
        let roles_say = |word: &str| {
            e.roles
                .iter()
                .any(|role| role.clone().any(|k| text.word(k) == word))
        };
        // "the Ohio governor" is nobody who governs elsewhere.
        let unsaid = modifiers
            .iter()
            .any(|m| text.tokens[*m].is(PLACE) && !roles_say(text.word(*m)));
        let elsewhere = unsaid
            && e.roles
                .iter()
                .any(|role| role.clone().any(|k| text.tokens[k].is(PLACE)));
        // Where the text never says of which place, only the one who is speaking can be meant.
        let speaking = || {
            d.said
                .last()
                .is_some_and(|s| d.entities[s.source] == Some(entity))
        };
        if elsewhere || unsaid && !speaking() {
            continue;
        }
        said += 1;
        found.get_or_insert(entity);
    }
    match said {
        0 => None,
        1 => found,
        _ => {
            // The one who spoke last, if nobody else of the role has been named since.
            let last = d.said.last()?;
            let entity = d.entities[last.source]?;
            (found == Some(entity)).then_some(entity)
        }
    }
}

/// The one person whose role the description `words` names.
pub(super) fn of_words(d: &Discourse, words: &Range<usize>) -> Option<usize> {
    let Head::Phrase(phrase) = read(d.text, &d.names, words) else {
        return None;
    };
    let told = d.text.tokens[phrase.head].is(ROLE) && phrase.definite;
    told.then(|| by_role(d, &phrase))?
}

//! What a relative pronoun stands for: the noun phrase before it.

use std::ops::Range;

use super::entity::Names;
use super::name::Class;
use super::{apart, mention};
use crate::lexicon::{GROUP, INSIDER, ORGANISATION, PARTY, ROLE, VAGUE};
use crate::phrase::edge;
use crate::text::Text;
use crate::text::tag::Tag;

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
    let lists = &text.language.resolve;
    let people = text.is_one_of_any_case(at, lists.who);
    if let Some(name) = name_before(text, names, end..at, people) {
        return Some(name);
    }
    let start = edge::start_before_relative(text, end);
    if start == end {
        return None;
    }
    // "groups backing candidates, which": no person is which.
    let head = &text.tokens[mention::phrase(text, &(start..end)).head];
    let person = head.is_any(ROLE.or(GROUP)) && !head.is(ORGANISATION);
    if person && text.is_one_of(at, lists.which) {
        return None;
    }
    // "the Tea PAC, a local organization, which": the name before its apposition.
    let apposed = start > 0 && text.tokens[start - 1].is_mark(',') && text.tags[start] == Tag::Det;
    let named = apposed
        .then(|| names.before(start - 1))
        .and_then(|n| n.checked_sub(1))
        .map(|n| &names.names[n])
        .filter(|n| n.words.end == start - 1);
    if let Some(name) = named {
        return Some(name.words.clone());
    }
    let start = if people {
        people_start(text, start..end)
    } else {
        start
    };
    Some(start..end)
}

/// The name whose apposition reaches up to the marks and prepositions `gap` before a relative pronoun; `people` where that
/// is "who".
fn name_before(
    text: &Text,
    names: &Names,
    gap: Range<usize>,
    people: bool,
) -> Option<Range<usize>> {
    let near = names.before(gap.start);
    (0..near).rev().take(4).find_map(|i| {
        let name = &names.names[i];
        let full = name.full.end;
        let reaches = full >= gap.start && full <= gap.end || name.words.end == gap.start;
        // "students at Nara University who": the students.
        let office = matches!(name.class, Class::Office);
        let thing = !office && !matches!(name.class, Class::Person | Class::Likely | Class::Group);
        let governed = people
            && thing
            && reaches
            && (apart::is_governed(text, name) || is_last_place(text, names, i));
        let owns = text.tags.get(name.words.end) == Some(&Tag::Gen);
        // "the Ohio Republican, who": a description with its own words, no name.
        let own = name.full.start;
        let start = if office {
            edge::start_of_modifiers(text, own, own.saturating_sub(MOST_MODIFIERS))
        } else {
            own
        };
        (reaches && !governed && !owns).then(|| start..full.max(name.words.end))
    })
}

/// The most words that stand before an office and describe its holder.
const MOST_MODIFIERS: usize = 6;

/// The most names of a list that are looked through.
const MOST_LISTED: usize = 6;

/// Whether name `i` ends a list of places: "in Nara, Ise and Otsu".
fn is_last_place(text: &Text, names: &Names, i: usize) -> bool {
    let joined = |k: &usize| {
        let end = names.names[k - 1].words.end;
        end + 1 == names.names[*k].full.start && matches!(text.tags[end], Tag::Coord | Tag::Mark)
    };
    let listed = (i.saturating_sub(MOST_LISTED) + 1..=i)
        .rev()
        .take_while(joined);
    listed
        .last()
        .is_some_and(|k| apart::lies_in(text, &names.names[k - 1]))
}

/// Where the people begin among `words`, who alone are "who": "reports from students who".
fn people_start(text: &Text, words: Range<usize>) -> usize {
    let Range { start, end } = words;
    let human = |words: Range<usize>| {
        let phrase = mention::phrase(text, &words);
        text.tokens[phrase.head].is_any(ROLE.or(GROUP).or(VAGUE).or(INSIDER).or(PARTY))
    };
    let behind = (start + 1..end).rev().find(|i| text.tags[*i] == Tag::Prep);
    let people = |prep: &usize| {
        *prep + 1 < end
            && text.tags[end - 1] == Tag::Noun
            && !human(start..end)
            && (human(prep + 1..end) || mention::plural(text, end - 1))
    };
    behind.filter(people).map_or(start, |prep| prep + 1)
}

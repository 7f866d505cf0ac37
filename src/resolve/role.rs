//! A role as a reader is told it.

use std::ops::Range;

use crate::phrase::role;
use crate::text::Text;
use crate::text::tag::Tag;

/// A role as a reader is told it: with the word that says it is no longer held ("former Rep."), without what
/// only joins it to its sentence ("another former envoy", "adviser and one of"). None of a headline that is a
/// sentence ("Roe Finally Endorses House Speaker Ito").
pub(super) fn told(text: &Text, whole: &Range<usize>) -> Option<Range<usize>> {
    let mut words = whole.clone();
    let lists = &text.language.resolve;
    let starts = |i: usize| i == 0 || text.tokens[i].opens_block;
    while words.start > 0
        && !starts(words.start)
        && text.is_one_of_any_case(words.start - 1, lists.no_longer)
    {
        words.start -= 1;
    }
    while words.len() > 1 && text.tags[words.start] == Tag::Det {
        words.start += 1;
    }
    let loose = |i: usize| matches!(text.tags[i], Tag::To | Tag::Prep | Tag::Coord | Tag::Ing);
    while words.len() > 1 && loose(words.end - 1) {
        words.end -= 1;
    }
    // "adviser and one", of those who wrote it.
    if words.len() > 2
        && text.tags[words.end - 1] == Tag::Num
        && text.tags[words.end - 2] == Tag::Coord
    {
        words.end -= 2;
    }
    // No half of a phrase where the reach ended: "leader in Nara by a wide" of "by a wide margin".
    let goes_on = (text.tokens.get(words.end)).is_some_and(|t| t.is_word() && !t.opens_block);
    if whole.len() + 1 >= role::REACH && words.end == whole.end && goes_on {
        let joint = |i: &usize| matches!(text.tags[*i], Tag::Prep | Tag::Coord);
        words.end = (words.start + 1..words.end)
            .rev()
            .find(joint)
            .unwrap_or(words.end);
    }
    // In a headline, where all words have a capital, a long run may be a sentence.
    let headline = words.len() > 3 && starts(words.start) && {
        let around = text.sentences[text.sentence_of(words.start)];
        (around.start..around.end).all(|i| !text.tokens[i].is_word() || text.tokens[i].capital())
    };
    // "his opponent Ada Roe": to whom, the role no longer tells.
    let related = words.len() == 1 && text.is_one_of(words.start, lists.relation);
    (!headline && !related).then_some(words)
}

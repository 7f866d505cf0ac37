//! Phrases that tell why a source has no name: "familiar with the matter", "on condition of anonymity".

use std::ops::Range;

use crate::lexicon::name::Anonymity;
use crate::text::Text;
use crate::text::token::normal;

/// The first phrase of the anonymity table that stands in `words`, as tokens.
pub(super) fn anonymity(text: &Text, range: Range<usize>) -> Option<(Anonymity, Range<usize>)> {
    anonymities(text, range).next()
}

/// All phrases of the anonymity table that stand in `range`, in order.
pub(super) fn anonymities<'t>(
    text: &'t Text,
    range: Range<usize>,
) -> impl Iterator<Item = (Anonymity, Range<usize>)> + 't {
    let end = range.end;
    range.filter_map(move |i| anonymity_at(text, i, end))
}

/// The phrase of the anonymity table that opens at token `i` and ends before `end`.
pub(crate) fn anonymity_at(text: &Text, i: usize, end: usize) -> Option<(Anonymity, Range<usize>)> {
    let mut phrases = anonymities_of(text, i).iter();
    let (phrase, what) = phrases.find(|(phrase, _)| {
        i + phrase.len() <= end
            && phrase[1..]
                .iter()
                .enumerate()
                .all(|(k, w)| text.word(i + 1 + k).eq_ignore_ascii_case(w))
    })?;
    Some((*what, i..i + phrase.len()))
}

/// The phrases of the anonymity table whose first word token `i` is.
#[inline(never)]
pub(crate) fn anonymities_of(text: &Text, i: usize) -> &'static [(Vec<&'static str>, Anonymity)] {
    let token = &text.tokens[i];
    if !token.is_word() {
        return &[];
    }
    let mut scratch = String::new();
    let names = &text.language.words.names;
    names.anonymity(normal(text.word(i), &mut scratch))
}

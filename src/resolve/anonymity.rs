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
pub(crate) fn anonymities<'t>(
    text: &'t Text,
    range: Range<usize>,
) -> impl Iterator<Item = (Anonymity, Range<usize>)> + 't {
    let mut scratch = String::new();
    let end = range.end;
    range.filter_map(move |i| {
        let token = &text.tokens[i];
        if !token.is_word() || token.span.len() > 20 {
            return None;
        }
        text.language
            .words
            .names
            .anonymity(normal(text.word(i), &mut scratch))
            .iter()
            .find(|(phrase, _)| {
                i + phrase.len() <= end
                    && phrase[1..]
                        .iter()
                        .enumerate()
                        .all(|(k, w)| text.word(i + 1 + k).eq_ignore_ascii_case(w))
            })
            .map(|(phrase, what)| (*what, i..i + phrase.len()))
    })
}

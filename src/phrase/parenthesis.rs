//! Parentheses: what brackets, a pair of commas or a pair of dashes set aside.

use std::ops::Range;

use super::Phrases;

/// The longest parenthesis, in tokens, its marks left out.
const LONGEST: usize = 24;

/// The longest bracket inside a phrase, in tokens.
const LONGEST_IN_PHRASE: usize = 12;

impl Phrases<'_, '_> {
    /// The round bracket that stands open at the end of `words`.
    pub fn open_bracket(&self, words: Range<usize>) -> Option<usize> {
        let last = |i: &usize| matches!(self.mark(*i), Some('(' | ')'));
        words
            .rev()
            .find(last)
            .filter(|i| self.mark(*i) == Some('('))
    }

    /// Where the round bracket opens that closes right before `end`, `floor` at the earliest.
    pub(super) fn bracket_before(&self, end: usize, floor: usize) -> Option<usize> {
        let close = end.checked_sub(1).filter(|c| self.mark(*c) == Some(')'))?;
        let reach = floor.max(close.saturating_sub(LONGEST_IN_PHRASE))..close;
        reach.rev().find(|k| self.mark(*k) == Some('('))
    }

    /// The words of the parenthesis whose first mark is token `open`: brackets, two commas or two dashes within
    /// one sentence. One past the words stands the mark that closes it.
    pub fn parenthesis(&self, open: usize) -> Option<Range<usize>> {
        let close: &[char] = match self.mark(open)? {
            '(' => &[')'],
            '[' => &[']'],
            ',' => &[','],
            '—' | '–' => &['—', '–'],
            _ => return None,
        };
        let bracket = matches!(close, [')'] | [']']);
        let limit = self.text.tokens.len().min(open + 2 + LONGEST);
        let mut i = open + 1;
        while i < limit && !self.text.tokens[i].opens_block {
            if self.mark(i).is_some_and(|c| close.contains(&c)) {
                return (i > open + 1).then_some(open + 1..i);
            }
            if !bracket && self.is_end(i) {
                return None;
            }
            i = match self.quotation(i) {
                Some(quote) => quote.end().max(i + 1),
                None => i + 1,
            };
        }
        None
    }
}

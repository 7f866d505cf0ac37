//! Words between marks: somebody's words, told from scare quotes, nicknames and titles.

use std::ops::Range;

use crate::text::Text;
use crate::text::quotation_mark::Quote;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// Whether the words between marks are somebody's words: a clause, or words with their own end mark;
/// not a word or two set apart, not a title.
pub(super) fn is_quotation(text: &Text, quote: &Quote) -> bool {
    let inner = quote.inner();
    if inner.is_empty() {
        return false;
    }
    let words = text.tokens[inner.clone()]
        .iter()
        .filter(|t| t.is_word() || t.kind == Kind::Number)
        .count();
    let last = text.tokens[inner.end - 1].kind;
    let ended = matches!(last, Kind::Mark(',' | '.' | '!' | '?' | '—' | '…'));
    let clause = text.tags[inner.clone()].iter().any(|t| t.finite());
    if quote.single {
        return words >= 4 && (clause || ended);
    }
    // “Morning Tide”; after a preposition or a genitive too where a full stop stands in the marks: on the
    // network's “Morning Tide.”
    let held = (quote.open.checked_sub(1))
        .is_some_and(|i| matches!(text.tags[i], Tag::Gen | Tag::Prep | Tag::Det | Tag::Poss));
    if words >= 2 && (!ended || held) && is_name(text, inner.clone()) {
        return false;
    }
    words >= 5 || ended && words >= 1 || clause && words >= 3
}

/// The longest name between marks, in tokens; what is longer is somebody's words.
const LONGEST_NAME: usize = 16;

/// Whether all longer words have a capital: a name, or the title of a work. A single word that ends in
/// a mark ("Unthinkable,") is none.
pub fn is_name(text: &Text, inner: Range<usize>) -> bool {
    if inner.len() > LONGEST_NAME {
        return false;
    }
    let least = if inner.len() == 1 { 1 } else { 2 };
    let longer = || {
        let words = text.tokens[inner.clone()].iter();
        words.filter(|t| t.is_word() && t.span.len() > 3)
    };
    longer().count() >= least && longer().all(|t| t.shape != Shape::Lower)
}

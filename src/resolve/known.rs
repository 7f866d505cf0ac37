//! What the tables of names know of a run of capitals.

use std::ops::Range;

use crate::letter::squeeze;
use crate::lexicon::ARTICLE;
use crate::lexicon::name::Known;
use crate::text::Text;

/// What the tables know of the run, with or without a capital "The" before it.
pub(super) fn known(text: &Text, run: &Range<usize>, key: &mut String) -> Option<Known> {
    let names = &text.language.words.names;
    key.clear();
    let the = run.start > 0
        && !text.tokens[run.start].opens_block
        && text.tokens[run.start - 1].is(ARTICLE)
        && text.word(run.start - 1) != "A";
    if the && text.tokens[run.start - 1].capital() {
        key.push_str(text.language.resolve.article_key);
        squeeze(text.words(run), key);
        if let Some(known) = names.get(key) {
            return Some(known);
        }
        key.clear();
    }
    squeeze(text.words(run), key);
    names.get(key)
}

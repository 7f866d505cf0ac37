//! Letters behind a name, degrees and orders, set off by commas that part nothing: "Ada Roe, PhD, MPH, said".

use super::block::Document;
use super::tag::Tag;
use super::token::{Kind, Token};
use crate::lexicon::Language;

/// What the mark of a comma is that stands inside a name: no mark that parts phrases. (A raised comma, which no page
/// of ours writes.)
pub const INNER_COMMA: char = '\u{2E34}';

/// Makes the letters behind the names in the tokens from `start` on, one block, parts of these names.
pub(super) fn join(
    document: &Document,
    language: &Language,
    tokens: &mut [Token],
    tags: &mut [Tag],
    start: usize,
) {
    let list = language.text.letters_behind_name;
    for i in start + 2..tokens.len() {
        let listed = |t: &Token| list.may_open(t.front) && list.has(document.slice(t.span));
        if !tokens[i].capital() || !tokens[i - 1].is_mark(',') || !listed(&tokens[i]) {
            continue;
        }
        // "Ada Roe, MP for Nara, said": who she is.
        let closed = tokens
            .get(i + 1)
            .is_none_or(|t| matches!(t.kind, Kind::Mark(_)));
        if !closed || tags[i - 2] != Tag::Name {
            continue;
        }
        tokens[i - 1].kind = Kind::Mark(INNER_COMMA);
        tags[i] = Tag::Name;
        let behind = |k: usize| tags.get(i + k).copied();
        let goes_on = |tag: Option<Tag>| tag.is_some_and(|t| t.finite() || t == Tag::Coord);
        // "Ada Roe, PhD, said": no second comma is missed.
        if tokens.get(i + 1).is_some_and(|t| t.is_mark(','))
            && (goes_on(behind(2)) || behind(2) == Some(Tag::Adv) && goes_on(behind(3)))
        {
            tokens[i + 1].kind = Kind::Mark(INNER_COMMA);
        }
    }
}

/// Where what stands behind the name that ends right before token `end` begins: past its letters.
pub fn past(tokens: &[Token], end: usize) -> usize {
    let mut at = end;
    while (tokens.get(at)).is_some_and(|t| t.is_mark(INNER_COMMA) && !t.opens_block) {
        let word = (tokens.get(at + 1)).is_some_and(|t| t.is_word() && t.capital());
        at += 1 + usize::from(word && tokens.get(at + 2).is_none_or(|t| !t.is_word()));
    }
    at
}

//! Sentences, as token ranges. Real pages lose spaces ("operation.The memo"), put the full stop
//! inside the closing mark, and end headlines with nothing; abbreviations never end one by themselves.

use super::block::Document;
use super::token::{Kind, Token};
use crate::letter::is_capital;

/// A sentence: tokens `start..end`, its end marks and closing quotation marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

/// Cuts the tokens from `start` on, whole blocks, into sentences; every token lies in exactly one.
pub(super) fn split(
    document: &Document,
    tokens: &[Token],
    mut start: usize,
    sentences: &mut Vec<Sentence>,
) {
    let mut i = start;
    while i < tokens.len() {
        let last = i + 1 == tokens.len() || tokens[i + 1].opens_block;
        let end = if last {
            Some(i + 1)
        } else {
            break_after(document, tokens, i)
        };
        match end {
            Some(end) => {
                sentences.push(Sentence { start, end });
                start = end;
                i = end;
            }
            None => i += 1,
        }
    }
}

/// Where the sentence ends if token `i` is its end mark: one past its closing marks.
fn break_after(document: &Document, tokens: &[Token], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let ends = match token.kind {
        Kind::Mark('.' | '!' | '?' | '…') => true,
        // "…by the U.S. The minister": an abbreviation ends a sentence only before a word that
        // regularly opens one.
        Kind::Word => {
            tokens
                .get(i + 1)
                .is_some_and(|n| n.is(crate::lexicon::OPENER) && n.spaced && n.capital())
                && !token.is(crate::lexicon::TITLE)
                && token.span.of(&document.text).ends_with('.')
        }
        _ => false,
    };
    if !ends {
        return None;
    }
    // Further end marks and closing marks belong to this sentence.
    let mut end = i + 1;
    while let Some(next) = tokens.get(end) {
        let closes = match next.kind {
            Kind::Mark('.' | '!' | '?' | '…' | ')' | ']' | '”' | '»') => !next.spaced,
            Kind::Mark('"' | '\'' | '’') => {
                !next.spaced
                    && tokens
                        .get(end + 1)
                        .is_none_or(|n| n.spaced || n.opens_block)
                    || (!next.spaced && glued_close(tokens, end))
            }
            _ => false,
        };
        if next.opens_block || !closes {
            break;
        }
        end += 1;
    }
    let next = tokens.get(end)?;
    if next.opens_block {
        return Some(end);
    }
    // "“Go!” she said": what follows in lower case goes on with the sentence.
    let opens = match next.kind {
        Kind::Word => {
            next.capital()
                || (matches!(token.kind, Kind::Mark('.')) && starts_small_name(next, document))
        }
        Kind::Number => next.spaced && !token.is_mark('…'),
        Kind::Mark(
            '“' | '‘' | '«' | '„' | '(' | '[' | '"' | '\'' | '—' | '–' | '•' | '$' | '£' | '€',
        ) => true,
        _ => false,
    };
    if !opens {
        return None;
    }
    if token.is_mark('…') && !next.spaced {
        return None;
    }
    // A dash after a closing mark goes on: “No!” — he said.
    if matches!(next.kind, Kind::Mark('—' | '–')) && end > i + 1 {
        return None;
    }
    // “…?” She asked / “Yes!” Kirby said: the break stands; the attribution looks beyond it.
    Some(end)
}

/// A straight closing mark with the next sentence glued on: `…it."The`.
fn glued_close(tokens: &[Token], i: usize) -> bool {
    tokens.get(i + 1).is_some_and(|n| n.capital())
}

/// "iPhone", "al-Qaida" may open a sentence.
fn starts_small_name(token: &Token, document: &Document) -> bool {
    let word = token.span.of(&document.text);
    token.spaced && word.chars().skip(1).any(is_capital)
}

//! Sentences, as token ranges. Real pages lose spaces ("operation.The memo"), put the full stop
//! inside the closing mark, and end headlines with nothing; abbreviations never end one by themselves.

use super::block::Document;
use super::token::{Kind, Shape, Token};
use crate::letter::is_capital;

/// A sentence: tokens `start..end`, its end marks and closing quotation marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

/// The longest sentence, in tokens. No writer's sentence comes near; a page's heap of words is cut, so that
/// looking around in a sentence costs no more than this.
pub(crate) const LONGEST: usize = 400;

/// Cuts the tokens from `start` on, whole blocks, into sentences; every token lies in exactly one.
pub(super) fn split(
    document: &Document,
    tokens: &[Token],
    mut start: usize,
    sentences: &mut Vec<Sentence>,
) {
    let mut i = start;
    // Where the run of closing marks ends that was walked last: marks inside it share its end.
    let mut run = start;
    while i < tokens.len() {
        let last = i + 1 == tokens.len() || tokens[i + 1].opens_block || i + 1 == start + LONGEST;
        let end = if last {
            Some(i + 1)
        } else {
            break_after(document, tokens, i, &mut run)
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

/// Where the sentence ends if token `i` is its end mark: one past its closing marks. `run` is the end of the
/// run of closing marks walked last, so that a mark within it ("Go!!!!") does not walk it again.
fn break_after(document: &Document, tokens: &[Token], i: usize, run: &mut usize) -> Option<usize> {
    let token = &tokens[i];
    let ends = match token.kind {
        Kind::Mark('.' | '!' | '?' | '…') => true,
        // "BRIDGE SHUT IN NARA The mayor said": a heading that the page set in the same line.
        Kind::Word if shouts_heading(tokens, i) => true,
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
    if let Some(end) = past_note(document, tokens, i) {
        return Some(end);
    }
    if *run <= i {
        *run = closing_end(tokens, i + 1);
    }
    let end = *run;
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
        Kind::Number => (next.spaced || next.marked) && !token.is_mark('…'),
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

/// Where the run of further end marks and closing marks at `from` ends: they belong to the sentence before.
fn closing_end(tokens: &[Token], from: usize) -> usize {
    let mut end = from;
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
        // Behind a mark of a citation a straight mark opens what follows.
        let opens = next.marked && matches!(next.kind, Kind::Mark('"' | '\''));
        if next.opens_block || !closes || opens {
            break;
        }
        end += 1;
    }
    end
}

/// Past the number of a note that a copied text has lost its place with: "by the weir.2 The mill".
fn past_note(document: &Document, tokens: &[Token], i: usize) -> Option<usize> {
    let [word, stop, note, next] = tokens.get(i.checked_sub(1)?..i + 3)? else {
        return None;
    };
    let length = |token: &Token| token.span.of(&document.text).len();
    let glued = stop.is_mark('.') && !stop.spaced && !note.spaced && !note.opens_block;
    // No note is "No.5 Roe", "v.2 The", "3.5".
    let plain = word.kind == Kind::Word && length(word) > 3;
    let numbered = note.kind == Kind::Number && length(note) < 3;
    let opens = next.kind == Kind::Word && next.spaced && next.capital() && !next.opens_block;
    (glued && plain && numbered && opens).then_some(i + 2)
}

/// The fewest words in capitals that are a heading and no name.
const SHORTEST_HEADING: usize = 4;

/// Whether words in capitals alone end with the token `i`, and the one behind it is none of them.
fn shouts_heading(tokens: &[Token], i: usize) -> bool {
    let opens = |next: &Token| next.spaced && next.shape == Shape::Title;
    let shouted = |t: &Token| t.is_word() && t.shape == Shape::Upper && t.span.len() > 1;
    tokens.get(i + 1).is_some_and(opens)
        && i + 1 >= SHORTEST_HEADING
        && tokens[i + 1 - SHORTEST_HEADING..=i].iter().all(shouted)
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

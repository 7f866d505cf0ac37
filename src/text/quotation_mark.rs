//! Quotation marks: which belong together, and what stands between them.

use std::ops::Range;

use super::block::Document;
use super::token::{Kind, Token};

/// Words between quotation marks: the marks themselves are tokens `open` and `close`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark's token.
    pub open: usize,
    /// The closing mark's token; in a quotation that is left open, one past the block's last token.
    pub close: usize,
    /// Whether it has a closing mark. A quotation of several paragraphs leaves all but its last open.
    pub closed: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

impl Quote {
    /// The tokens between the marks.
    pub fn inner(&self) -> std::ops::Range<usize> {
        self.open + 1..self.close
    }

    /// One past the last token of the quotation, its closing mark included.
    pub fn end(&self) -> usize {
        self.close + usize::from(self.closed)
    }
}

/// Single marks are apostrophes too often; a pair farther apart than this many tokens is not believed.
const LONGEST_SINGLE: usize = 80;

/// What a mark does where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Finds the outermost quotations of the block whose tokens are `block`, in text order. The first token
/// of the next block tells whether a quotation that is left open goes on.
pub(super) fn pair(
    document: &Document,
    tokens: &[Token],
    block: Range<usize>,
    quotes: &mut Vec<Quote>,
) {
    let Range { start, end } = block;
    let first = quotes.len();
    let mut open: Vec<usize> = Vec::new();
    for i in start..end {
        if tokens[i].is_word() {
            continue;
        }
        let Some(side) = double_side(tokens, i, end) else {
            continue;
        };
        let opens = match side {
            Side::Opens => true,
            Side::Closes => false,
            Side::Either => open.is_empty(),
        };
        if opens {
            // Depth is bounded: a text of nothing but opening marks stays cheap.
            if open.len() < 8 {
                open.push(i);
            }
        } else if let Some(from) = open.pop() {
            // An outer quotation swallows those inside it.
            while quotes.len() > first && quotes[quotes.len() - 1].open > from {
                quotes.pop();
            }
            quotes.push(Quote {
                open: from,
                close: i,
                closed: true,
                single: false,
            });
        }
    }
    // Marks left open. Only one can be a quotation that runs to the block's end: one that nothing
    // closes after it, at the block's start or after a cue's comma or colon; or, where a later
    // block takes it up, any. Others are slips ("The “Israeli regime waged"), and are dropped.
    if let Some(&from) = open.first() {
        let later = quotes[first..].iter().any(|q| q.open > from);
        let led = from == start
            || tokens[from - 1].kind == Kind::Mark(',')
            || tokens[from - 1].kind == Kind::Mark(':');
        let taken_up = tokens
            .get(end)
            .is_some_and(|t| matches!(t.kind, Kind::Mark('“' | '"' | '«' | '„')));
        if (taken_up || led) && !later && end - from > 4 {
            quotes.push(Quote {
                open: from,
                close: end,
                closed: false,
                single: false,
            });
        }
    }
    singles(document, tokens, start, end, first, quotes);
    quotes[first..].sort_unstable_by_key(|q| q.open);
}

fn double_side(tokens: &[Token], i: usize, end: usize) -> Option<Side> {
    let Kind::Mark(mark) = tokens[i].kind else {
        return None;
    };
    let before = tokens[i].spaced
        || (i > 0
            && matches!(
                tokens[i - 1].kind,
                Kind::Mark('(' | '[' | '—' | '–' | '-' | '/' | '‘')
            ));
    let after = i + 1 >= end
        || tokens[i + 1].spaced
        || matches!(
            tokens[i + 1].kind,
            Kind::Mark(',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '-')
        );
    Some(match (mark, before, after) {
        // Where a mark stands can belie its shape: “Go,“ she said; ”Go.”
        ('“' | '‟' | '«', false, true) | ('”' | '»', true, false) => Side::Either,
        ('“' | '„' | '‟' | '«', ..) | ('"' | '＂', true, false) => Side::Opens,
        ('”' | '»', ..) | ('"' | '＂', false, true) => Side::Closes,
        ('"' | '＂', ..) => Side::Either,
        _ => return None,
    })
}

/// Quotations in single marks, outside the double ones.
fn singles(
    document: &Document,
    tokens: &[Token],
    start: usize,
    end: usize,
    first: usize,
    quotes: &mut Vec<Quote>,
) {
    let doubles = quotes.len();
    let mut next_double = first;
    let mut i = start;
    while i < end {
        while next_double < doubles && quotes[next_double].end() <= i {
            next_double += 1;
        }
        if next_double < doubles && i >= quotes[next_double].open {
            i = quotes[next_double].end();
            continue;
        }
        let opens = matches!(tokens[i].kind, Kind::Mark('‘' | '\''))
            && (tokens[i].spaced
                || tokens[i].opens_block
                || (i > start && matches!(tokens[i - 1].kind, Kind::Mark('(' | '—' | '–'))))
            && i + 1 < end
            && !tokens[i + 1].spaced
            && tokens[i + 1].is_word();
        if opens && let Some(close) = single_close(document, tokens, i, end.min(i + LONGEST_SINGLE))
        {
            quotes.push(Quote {
                open: i,
                close,
                closed: true,
                single: true,
            });
            i = close;
        }
        i += 1;
    }
}

/// The closing mark for the single mark at `open`: no white space before it, none but space or a
/// mark after it, and not the apostrophe of a plural ("the workers’ pay").
fn single_close(document: &Document, tokens: &[Token], open: usize, end: usize) -> Option<usize> {
    for i in open + 2..end {
        if !matches!(tokens[i].kind, Kind::Mark('’' | '\'')) || tokens[i].spaced {
            continue;
        }
        let free = i + 1 >= tokens.len()
            || tokens[i + 1].opens_block
            || tokens[i + 1].spaced
            || matches!(tokens[i + 1].kind, Kind::Mark(_));
        if !free {
            continue;
        }
        let before = &tokens[i - 1];
        let plural = before.is_word()
            && before.span.of(&document.text).ends_with(['s', 'S'])
            && tokens.get(i + 1).is_some_and(|n| n.is_word() && n.spaced)
            && tokens[i + 1..end]
                .iter()
                .any(|t| matches!(t.kind, Kind::Mark('’' | '\'')) && !t.spaced);
        if !plural {
            return Some(i);
        }
    }
    None
}

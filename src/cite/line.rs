//! Sources that a line names: "Source: World Bank" below a chart or table, "(Reuters)" and "via Bloomberg"
//! at the end of a sentence, "source: https://…" behind it.

use std::ops::Range;

use super::claim::Covered;
use super::{Citation, Form, Target};
use crate::letter::squeeze;
use crate::lexicon::name::Known;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::token::Kind;

/// A line that names its sources, below what they are for: a table, a picture, its own caption.
pub(super) static SOURCE_LINE: Rule = Rule {
    name: "source-line",
    yes: examples!["| $1,240\n\n^ Source: Port Office"],
    no: examples![
        "Source: Port Office",
        "| $1,240\n\n^ Photo: Ada Roe",
        "| $1,240\n\nThe source of the river: nobody knows it.",
    ],
};

/// The same with nothing above it.
pub(super) static SOURCE_LINE_ALONE: Rule = Rule {
    name: "source-line-alone",
    yes: examples![
        "Boats are full.\n\nSource: Port Office",
        "Boats are full.\n\nSOURCE Roe Ferries",
    ],
    no: examples![
        "| $1,240\n\n^ Source: Port Office",
        "Source of life is the river, and the boats are full.",
    ],
};

/// An outlet in brackets at the end of a sentence, or behind “via”.
pub(super) static OUTLET_BEHIND_WORDS: Rule = Rule {
    name: "outlet-behind-words",
    yes: examples![
        "The boats were full of brown coal (BBC).",
        "The boats were full of brown coal, via Reuters.",
    ],
    no: examples![
        "The study counted birds of big coasts (BBC).",
        "The British Broadcasting Corporation (BBC) left.",
        "The boats went via Dover.",
        "^ The boats were full of brown coal (Reuters).",
    ],
};

/// How many blocks above a line may be its table.
const TALLEST: usize = 600;

/// The longest name of an outlet, in tokens.
const LONGEST_NAME: usize = 6;

/// Finds the citations that lines and brackets make.
pub(super) fn find(text: &Text, covered: &Covered, all: &mut Vec<Citation>) {
    let lists = &text.language.cite;
    for (i, token) in text.tokens.iter().enumerate() {
        match token.kind {
            Kind::Word
                if lists.source.may_open(token.front)
                    && text.is_one_of_any_case(i, lists.source) =>
            {
                source_line(text, covered, i, all);
            }
            Kind::Word if lists.via.may_open(token.front) && text.is_one_of(i, lists.via) => {
                via(text, covered, i, all)
            }
            Kind::Mark('(') => bracket(text, covered, i, all),
            _ => {}
        }
    }
}

/// "Source: …", "Sources: …; …", "SOURCE Brandt Homes" at token `i`.
fn source_line(text: &Text, covered: &Covered, i: usize, all: &mut Vec<Citation>) {
    let block = text.tokens[i].block;
    let opens = text.tokens[i].opens_block;
    let colon = text
        .tokens
        .get(i + 1)
        .is_some_and(|t| t.is_mark(':') && t.block == block);
    let sentence = text.sentences[text.sentence_of(i)];
    let capital = text.tokens[i].capital();
    // A press release signs so.
    let signs = opens
        && text.bytes(i).iter().all(u8::is_ascii_uppercase)
        && !colon
        && sentence.end - i <= 8
        && text.tokens.get(sentence.end).is_none_or(|t| t.opens_block);
    let starts = opens || i == sentence.start || text.tokens[i - 1].is_mark('(');
    // "…, source: https://…" is written small.
    let behind = !starts && text.tokens[i - 1].is_mark(',') && !capital;
    if !(signs || colon && (starts && capital || behind || starts && text.tokens[i].marked)) {
        return;
    }
    let from = i + 1 + usize::from(colon);
    let end = line_end(text, from, block);
    if from >= end {
        return;
    }
    let claim = if behind {
        covered.sentence_before(i)
    } else {
        above(text, i)
    };
    let (claim, rule) = match claim.map(|c| covered.trimmed(c)).filter(|c| !c.is_empty()) {
        Some(claim) => (claim, &SOURCE_LINE),
        None => (i..end, &SOURCE_LINE_ALONE),
    };
    for part in parts(text, from..end) {
        let span = text.span(&part);
        let target = match covered.link_on(block, span) {
            Some(link) => Target::Link(block as usize, link),
            None => Target::Words(span),
        };
        let mut citation = covered.citation(vec![claim.clone()], Form::SourceLine, target, rule);
        citation.mark = Some(text.span(&(i..end)));
        citation.label = text.words(&part).to_owned();
        citation.token = i;
        all.push(citation);
    }
}

/// Where the names of a source line end: before the next label ("Chart: …"), at the block's end.
fn line_end(text: &Text, from: usize, block: u32) -> usize {
    let mut end = from;
    while end < text.tokens.len() && text.tokens[end].block == block && end - from < 80 {
        let label = text.tokens[end].capital()
            && text
                .tokens
                .get(end + 1)
                .is_some_and(|t| t.is_mark(':') && !t.spaced)
            && text.tokens.get(end + 2).is_none_or(|t| t.spaced);
        if label && end > from {
            break;
        }
        end += 1;
    }
    while end > from
        && matches!(
            text.tokens[end - 1].kind,
            Kind::Mark('.' | '|' | ';' | ',' | ')' | '/')
        )
    {
        // "(2024)" keeps its bracket.
        let pair =
            text.tokens[end - 1].is_mark(')') && (from..end).any(|k| text.tokens[k].is_mark('('));
        if pair {
            break;
        }
        end -= 1;
    }
    end
}

/// The names of a line, parted by semicolons.
fn parts(text: &Text, words: Range<usize>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = words.start;
    for i in words.clone() {
        if text.tokens[i].is_mark(';') {
            all.push(start..i);
            start = i + 1;
        }
    }
    all.push(start..words.end);
    all.retain(|r| !r.is_empty());
    all
}

/// What a source line at token `i` stands below: the words of its own caption, and the cells and captions
/// right above.
fn above(text: &Text, i: usize) -> Option<Range<usize>> {
    let blocks = &text.document.blocks;
    let own = text.tokens[i].block as usize;
    let mut first = own;
    for block in (0..own).rev().take(TALLEST) {
        if !matches!(blocks[block].kind, BlockKind::Cell | BlockKind::Caption) {
            break;
        }
        first = block;
    }
    let captioned = blocks[own].kind == BlockKind::Caption;
    if first == own && !captioned {
        return None;
    }
    let start = text.token_at(blocks[first].span.start);
    (start < i).then_some(start..i)
}

/// "(Reuters)" at token `i`, behind the words it stands for.
fn bracket(text: &Text, covered: &Covered, i: usize, all: &mut Vec<Citation>) {
    let block = text.tokens[i].block;
    if text.tokens[i].opens_block {
        return;
    }
    let close = (i + 2..=i + 1 + LONGEST_NAME).find(|k| {
        text.tokens
            .get(*k)
            .is_some_and(|t| t.is_mark(')') && t.block == block)
    });
    let Some(close) = close.filter(|c| is_outlet(text, i + 1..*c)) else {
        return;
    };
    // "The Associated Press (AP)" gives its short name, "NARA (Reuters) –" its desk.
    let before = &text.tokens[i - 1];
    let named = before.is_word() && before.capital();
    let after = text.tokens.get(close + 1).filter(|t| t.block == block);
    let ends = after.is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ';' | '!' | '?')))
        || matches!(before.kind, Kind::Mark('.' | '!' | '?' | '”' | '"'))
            && after.is_none_or(|t| t.capital());
    // Below a picture it is who took it.
    let credit = text.document.blocks[block as usize].kind == BlockKind::Caption;
    if named || !ends || credit || is_short_for(text, i) {
        return;
    }
    outlet(text, covered, i, i + 1..close, all);
}

/// Whether the bracket at token `i` is the short form of the words before it: "the birds of the coast (BC)".
fn is_short_for(text: &Text, i: usize) -> bool {
    let mut at = i;
    text.word(i + 1).bytes().rev().all(|letter| {
        let begins = |k: usize| {
            text.bytes(k)
                .first()
                .is_some_and(|b| b.eq_ignore_ascii_case(&letter))
        };
        let small = |k: usize| text.is_one_of(k, text.language.cite.small_in_name);
        // Small words have no letter of their own.
        while at > 0 && !begins(at - 1) && small(at - 1) {
            at -= 1;
        }
        at > 0 && {
            at -= 1;
            begins(at)
        }
    })
}

/// ", via Bloomberg" at token `i`, at the end of its sentence.
fn via(text: &Text, covered: &Covered, i: usize, all: &mut Vec<Citation>) {
    let block = text.tokens[i].block;
    if text.tokens[i].opens_block
        || !matches!(text.tokens[i - 1].kind, Kind::Mark(',' | '(' | '—' | '–'))
    {
        return;
    }
    let end = (i + 1..text.tokens.len().min(i + 2 + LONGEST_NAME))
        .find(|k| {
            text.tokens[*k].block != block
                || matches!(text.tokens[*k].kind, Kind::Mark('.' | ')' | ';'))
        })
        .unwrap_or(text.tokens.len());
    if is_outlet(text, i + 1..end) {
        outlet(text, covered, i, i + 1..end, all);
    }
}

fn is_outlet(text: &Text, words_: Range<usize>) -> bool {
    let start = words_.start
        + usize::from(
            words_.start < text.tokens.len()
                && text.is_one_of(words_.start, text.language.cite.article),
        );
    if start >= words_.end || words_.end > text.tokens.len() || !text.tokens[start].capital() {
        return false;
    }
    let mut key = String::new();
    squeeze(text.words(&(start..words_.end)), &mut key);
    matches!(text.language.words.names.get(&key), Some(Known::Outlet(_)))
}

fn outlet(text: &Text, covered: &Covered, at: usize, name: Range<usize>, all: &mut Vec<Citation>) {
    let Some(claim) = covered.sentence_before(at) else {
        return;
    };
    let span: Span = text.span(&name);
    let block = text.tokens[at].block;
    let target = match covered.link_on(block, span) {
        Some(link) => Target::Link(block as usize, link),
        None => Target::Words(span),
    };
    let mut citation = covered.citation(vec![claim], Form::Outlet, target, &OUTLET_BEHIND_WORDS);
    citation.mark = Some(span);
    citation.label = text.words(&name).to_owned();
    citation.token = at;
    all.push(citation);
}

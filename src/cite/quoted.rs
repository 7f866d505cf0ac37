//! Block quotations with who signs them, and embedded posts.

use std::ops::Range;

use super::claim::Covered;
use super::{Citation, Form, Target};
use crate::link;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::token::Kind;

/// A block quotation that linked words introduce.
pub(super) static QUOTATION_INTRODUCED: Rule = Rule {
    name: "quotation-introduced",
    yes: examples![
        "From the {county guide}(https://county.example/guide):\n\n> Boats are free for children.",
    ],
    no: examples![
        "From the county guide:\n\n> Boats are free for children.",
        "From the {county guide}(https://county.example/guide).\n\n> Boats are free for children.",
        "From {one}(https://a.example/1) and {another}(https://a.example/2):\n\n> Boats are free for children.",
    ],
};

/// A block quotation with a dash and who wrote it below.
pub(super) static QUOTATION_SIGNED: Rule = Rule {
    name: "quotation-signed",
    yes: examples!["> Boats are free for all of us.\n\n> — Ada Roe, The book of boats"],
    no: examples![
        "> Boats are free for all of us.\n\n> — and so are the nets",
        "Boats are free for all of us.\n\n— Ada Roe, The book of boats",
    ],
};

/// An embedded post: a name and a handle below it.
pub(super) static POST_SIGNED: Rule = Rule {
    name: "post-signed",
    yes: examples![
        "> Boats are free for all of us.\n\n> — Ada Roe (@adaroe) {March 4, 2021}(https://x.com/adaroe/status/1)",
    ],
    no: examples!["> Boats are free for all of us.\n\n> — Ada Roe (1920), The book of boats"],
};

/// The longest signature, in tokens.
const LONGEST: usize = 40;

/// How many paragraphs a quotation has at most.
const TALLEST: usize = 60;

/// Finds the signatures below block quotations.
pub(super) fn find(text: &Text, covered: &Covered, all: &mut Vec<Citation>) {
    let blocks = &text.document.blocks;
    let quote = |b: usize| blocks[b].kind == BlockKind::Quote;
    let (mut claims, mut signatures) = (Vec::new(), Vec::new());
    for block in 1..blocks.len() {
        let may = quote(block - 1) && (quote(block) || blocks[block].kind == BlockKind::Paragraph);
        if may && let Some(signed) = signature(text, block) {
            let first = (0..block)
                .rev()
                .take(TALLEST)
                .take_while(|b| quote(*b) && signature(text, *b).is_none())
                .last();
            let Some(first) = first else { continue };
            let claim = text.token_at(blocks[first].span.start)..signed.start;
            if let Some(citation) = cite(text, covered, block, claim, signed) {
                claims.push(citation.claim[0].start..text.tokens_of(blocks[block].span).end);
                signatures.push(citation);
            }
        }
        if quote(block) && !quote(block - 1) {
            signatures.extend(introduced(text, covered, block));
        }
    }
    // Who signs says more than the address in the markup, by which all that is quoted so far was found.
    all.retain(|c| {
        let words = &c.claim[0];
        let after = claims.partition_point(|r| r.start <= words.start);
        let within = after > 0 && words.end <= claims[after - 1].end;
        c.form != Form::Quoted || !within
    });
    all.append(&mut signatures);
}

/// A quotation that linked words introduce: "From the county guide:".
fn introduced(text: &Text, covered: &Covered, block: usize) -> Option<Citation> {
    let blocks = &text.document.blocks;
    let lead = &blocks[block - 1];
    let first = text.token_at(blocks[block].span.start);
    let colon = first.checked_sub(1)?;
    let sentence = text.sentences[text.sentence_of(colon)];
    let within = text.span(&(sentence.start..sentence.end));
    let inside = |i: &usize| lead.links[*i].span.overlaps(within);
    let mut links = (0..lead.links.len()).filter(inside);
    let link = links.next().filter(|_| links.next().is_none())?;
    if !text.tokens[colon].is_mark(':') || lead.kind != BlockKind::Paragraph {
        return None;
    }
    let last = (block..blocks.len())
        .take(TALLEST)
        .take_while(|b| blocks[*b].kind == BlockKind::Quote && signature(text, *b).is_none());
    let end = text.tokens_of(blocks[last.last()?].span).end;
    let claim = covered.trimmed(first..end);
    if claim.is_empty()
        || link::apart(
            &lead.links[link].href,
            &text.document.page.url,
            text.language,
        )
        .is_some()
    {
        return None;
    }
    let target = Target::Link(block - 1, link);
    let mut citation = covered.citation(vec![claim], Form::Quoted, target, &QUOTATION_INTRODUCED);
    citation.mark = Some(lead.links[link].span);
    citation.label = lead.links[link].span.of(&text.document.text).to_owned();
    citation.token = first;
    Some(citation)
}

/// The words of a block that signs the quotation above: a dash and a name.
fn signature(text: &Text, block: usize) -> Option<Range<usize>> {
    let span = text.document.blocks[block].span;
    let first = text.token_at(span.start);
    let dash = text
        .tokens
        .get(first)
        .is_some_and(|t| matches!(t.kind, Kind::Mark('—' | '–' | '―')));
    if !dash {
        return None;
    }
    let words = text.tokens_of(span);
    let named = text.tokens.get(first + 1).is_some_and(|t| t.capital());
    (named && (2..=LONGEST).contains(&words.len())).then_some(words)
}

fn cite(
    text: &Text,
    covered: &Covered,
    block: usize,
    claim: Range<usize>,
    signed: Range<usize>,
) -> Option<Citation> {
    let claim = covered.trimmed(claim);
    if claim.is_empty() {
        return None;
    }
    let name = signed.start + 1..signed.end;
    let post = (name.clone()).any(|i| {
        text.tokens[i].is_mark('(') && text.tokens.get(i + 1).is_some_and(|t| t.is_mark('@'))
    });
    let links = &text.document.blocks[block].links;
    let with_words = |i: &usize| !links[*i].span.is_empty();
    let mut indexes = (0..links.len()).filter(with_words);
    // A post's own address stands behind its author, on the date.
    let link = if post {
        indexes.next_back()
    } else {
        indexes.next()
    };
    let span: Span = text.span(&name);
    let target = link.map_or(Target::Words(span), |l| Target::Link(block, l));
    let (form, rule) = if post {
        (Form::Post, &POST_SIGNED)
    } else {
        (Form::Quoted, &QUOTATION_SIGNED)
    };
    let mut citation = covered.citation(vec![claim], form, target, rule);
    citation.mark = Some(span);
    citation.label = text.words(&name).to_owned();
    citation.token = signed.start;
    Some(citation)
}

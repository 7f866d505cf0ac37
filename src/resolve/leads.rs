//! Which link of the page leads to a source.

use std::ops::Range;

use super::{Resolved, SourceKind};
use crate::attribution::Attribution;
use crate::link::{self, LinkKind};
use crate::span::Span;
use crate::text::Text;

/// A link of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimLink {
    /// Its block, as an index.
    pub block: usize,
    /// Its place among the block's links.
    pub index: usize,
    /// What it leads to.
    pub kind: LinkKind,
}

/// For each attribution the link that leads to its source, if the page has one: on the source's words,
/// on the cue, on a hop of its relay, else elsewhere in the sentence; for a document or outlet, where it
/// was named before.
pub fn find(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
) -> Vec<Option<ClaimLink>> {
    let links: Vec<(Span, usize, usize)> = text
        .document
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(b, block)| {
            block
                .links
                .iter()
                .enumerate()
                .filter(|(_, l)| !l.span.is_empty() && link::leads(&l.href))
                .map(move |(i, l)| (l.span, b, i))
        })
        .collect();
    if links.is_empty() {
        return vec![None; attributions.len()];
    }
    attributions
        .iter()
        .zip(&resolved.resolutions)
        .map(|(a, r)| {
            let on = |words: &Range<usize>| on_words(text, &links, words);
            let found = a
                .source
                .as_ref()
                .and_then(on)
                .or_else(|| on(&a.cue))
                .or_else(|| r.relay.iter().find_map(|h| on(&h.evidence)))
                .or_else(|| in_sentence(text, &links, a))
                .or_else(|| {
                    let source = &resolved.sources[r.source?];
                    let names_a_text = matches!(
                        source.kind,
                        SourceKind::Document | SourceKind::Outlet | SourceKind::Social
                    );
                    // The first few mentions: where a text links a source, it links the first.
                    names_a_text
                        .then(|| source.mentions.iter().take(4).find_map(on))
                        .flatten()
                })?;
            let (_, block, index) = links[found];
            let href = &text.document.blocks[block].links[index].href;
            Some(ClaimLink {
                block,
                index,
                kind: link::kind(href, &text.document.page.url),
            })
        })
        .collect()
}

/// The first link that shares a byte with `words`.
fn on_words(text: &Text, links: &[(Span, usize, usize)], words: &Range<usize>) -> Option<usize> {
    let span = text.span(words);
    let first = links.partition_point(|(s, _, _)| s.end <= span.start);
    links.get(first).filter(|(s, _, _)| s.overlaps(span))?;
    Some(first)
}

/// The only link of the cue's sentence: with two, either may be meant.
fn in_sentence(text: &Text, links: &[(Span, usize, usize)], a: &Attribution) -> Option<usize> {
    let sentence = text.sentences[text.sentence_of(a.cue.start)];
    let span = text.span(&(sentence.start..sentence.end));
    let first = links.partition_point(|(s, _, _)| s.end <= span.start);
    let inside = |i: usize| links.get(i).is_some_and(|(s, _, _)| s.overlaps(span));
    (inside(first) && !inside(first + 1)).then_some(first)
}

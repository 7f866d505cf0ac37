//! Which link of the page leads to a source, and what part it plays there.

use std::ops::Range;

use super::{Resolution, Resolved, SourceKind};
use crate::attribution::Attribution;
use crate::link::{self, LinkKind, LinkRole, kind};
use crate::span::Span;
use crate::text::Text;
use crate::text::tag::Tag;

/// A link of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimLink {
    /// Its block, as an index.
    pub block: usize,
    /// Its place among the block's links.
    pub index: usize,
    /// What it leads to.
    pub kind: LinkKind,
    /// What part it plays.
    pub role: LinkRole,
}

/// A link where it stands: its words, its block, its place there, and what its address tells of it.
type Placed = (Span, usize, usize, Option<LinkRole>);

/// For each attribution the link that leads to its source, if the page has one: on the source's words,
/// on the cue, on a hop of its relay, on the only linked words of the claim, in the sentence after that shows
/// where to read; for a document or outlet, where it was named before; else one that is about the source or
/// on other words of the sentence, by its [role](LinkRole::leads). Lists of articles, places of this page and
/// offers are never given.
pub fn find(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
) -> Vec<Option<ClaimLink>> {
    let links = placed(text);
    if links.is_empty() {
        return vec![None; attributions.len()];
    }
    let all = attributions.iter().zip(&resolved.resolutions);
    all.map(|(a, r)| of(text, &links, resolved, a, r)).collect()
}

/// The links of the page that may lead to a source, in order.
fn placed(text: &Text) -> Vec<Placed> {
    let page = &text.document.page.url;
    let blocks = text.document.blocks.iter().enumerate();
    blocks
        .flat_map(|(b, block)| block.links.iter().enumerate().map(move |(i, l)| (l, b, i)))
        .filter(|(l, ..)| !l.span.is_empty() && link::leads(&l.href))
        .filter(|(l, ..)| !link::is_furniture(text, l.span.of(&text.document.text)))
        .map(|(l, b, i)| (l.span, b, i, link::apart(&l.href, page, text.language)))
        .filter(|l| {
            !matches!(
                l.3,
                Some(LinkRole::Topic | LinkRole::OwnAnchor | LinkRole::Furniture)
            )
        })
        .collect()
}

/// The link that leads to the source of one attribution.
fn of(
    text: &Text,
    links: &[Placed],
    resolved: &Resolved,
    a: &Attribution,
    r: &Resolution,
) -> Option<ClaimLink> {
    let on = |words: &Range<usize>| on_words(text, links, words);
    let as_source = |link: usize| (link, LinkRole::Source);
    let hop = || r.relay.iter().find_map(|h| on(&h.evidence));
    let ways = [
        on_source(text, links, a, r),
        on(&a.cue).map(|l| (l, LinkRole::Cue)),
        hop().map(as_source),
        in_claim(text, links, a).map(|l| (l, LinkRole::Claim)),
        shown(text, links, a).map(|l| (l, LinkRole::See)),
        named_before(text, links, resolved, r).map(as_source),
        in_sentence(text, links, a).map(|l| (l, LinkRole::Sentence)),
    ];
    let ways = ways.into_iter().flatten();
    let mut ways: Vec<ClaimLink> = ways.map(|way| given(text, links, way)).collect();
    // What leads to the source goes before what is about it.
    ways.sort_by_key(|l| !l.role.leads());
    let first = ways.into_iter().next()?;
    let role = if is_headline(text, &first, a) && first.role.leads() {
        LinkRole::Sentence
    } else {
        first.role
    };
    Some(ClaimLink { role, ..first })
}

/// What a link found for an attribution is, and the role that its address gives it.
fn given(text: &Text, links: &[Placed], (found, role): (usize, LinkRole)) -> ClaimLink {
    let page = &text.document.page.url;
    let (_, block, index, apart) = links[found];
    let href = &text.document.blocks[block].links[index].href;
    let kind = kind(href, page, text.language);
    // What a page links of its own inside somebody's words is background.
    let own = role == LinkRole::Claim && kind == LinkKind::Site;
    let role = if own { LinkRole::Sentence } else { role };
    ClaimLink {
        block,
        index,
        kind,
        role: apart.unwrap_or(role),
    }
}

/// The link on the source's own words.
fn on_source(
    text: &Text,
    links: &[Placed],
    a: &Attribution,
    r: &Resolution,
) -> Option<(usize, LinkRole)> {
    let link = on_words(text, links, &own_words(text, a.source.as_ref()?))?;
    let about = r.kind == SourceKind::Person && is_profile(text, &links[link]);
    let role = if about {
        LinkRole::About
    } else {
        LinkRole::Source
    };
    Some((link, role))
}

/// The link on a document or outlet where it was named before.
fn named_before(
    text: &Text,
    links: &[Placed],
    resolved: &Resolved,
    r: &Resolution,
) -> Option<usize> {
    let source = &resolved.sources[r.source?];
    let names_a_text = matches!(
        source.kind,
        SourceKind::Document | SourceKind::Outlet | SourceKind::Social
    );
    // The first few mentions: where a text links a source, it links the first.
    let mut first = source.mentions.iter().take(4).filter(|_| names_a_text);
    first.find_map(|words| on_words(text, links, words))
}

/// Whether the link is on all of the claim: a headline, which leads to its own article.
fn is_headline(text: &Text, link: &ClaimLink, a: &Attribution) -> bool {
    let link = text.document.blocks[link.block].links[link.index].span;
    let holds = |words: Option<&Range<usize>>| words.is_some_and(|w| link.contains(text.span(w)));
    holds(a.source.as_ref()) && holds(Some(&a.cue)) && holds(a.content.first())
}

/// Whether a link on a person's name leads to a page about them: no word but the name is linked, and the
/// address is not that of an article, which tells when or by which number it was written, nor an outlet's.
fn is_profile(text: &Text, link: &Placed) -> bool {
    let (span, block, index, _) = *link;
    let href = &text.document.blocks[block].links[index].href;
    let mut words = text.tokens_of(span);
    let named = words.all(|i| text.tokens[i].capital() || text.tokens[i].is_mark('.'));
    let kind = kind(href, &text.document.page.url, text.language);
    named && kind != LinkKind::Outlet && kind != LinkKind::Site && !link::is_numbered(href)
}

/// The words of a source without the apposition or relative clause behind them.
fn own_words(text: &Text, source: &Range<usize>) -> Range<usize> {
    let tail = (source.start + 1..source.end).find(|i| {
        let whose = text.language.resolve.whose;
        text.tags[*i] == Tag::Rel || text.tokens[*i].is_mark(',') || text.is_one_of(*i, whose)
    });
    source.start..tail.unwrap_or(source.end)
}

/// The first link that shares a byte with `words`.
fn on_words(text: &Text, links: &[Placed], words: &Range<usize>) -> Option<usize> {
    let span = text.span(words);
    let first = links.partition_point(|(s, ..)| s.end <= span.start);
    links.get(first).filter(|(s, ..)| s.overlaps(span))?;
    Some(first)
}

/// The only link inside `span`: with two, either may be meant.
fn only_in(links: &[Placed], span: Span) -> Option<usize> {
    let first = links.partition_point(|(s, ..)| s.end <= span.start);
    let inside = |i: usize| links.get(i).is_some_and(|(s, ..)| s.overlaps(span));
    (inside(first) && !inside(first + 1)).then_some(first)
}

/// The only link of the claim's words, where it is on what is claimed: words with a verb, or a number.
fn in_claim(text: &Text, links: &[Placed], a: &Attribution) -> Option<usize> {
    let (first, last) = (a.content.first()?, a.content.last()?);
    let found = only_in(links, text.span(&(first.start..last.end)))?;
    let words = text.tokens_of(links[found].0);
    let inside = a
        .content
        .iter()
        .any(|c| c.start <= words.start && words.end <= c.end);
    let states = words.len() > 1
        && words
            .clone()
            .any(|i| text.tags[i].finite() || text.tags[i] == Tag::Num);
    (inside && states).then_some(found)
}

/// The link of the next sentence, where that does nothing but show where to read.
fn shown(text: &Text, links: &[Placed], a: &Attribution) -> Option<usize> {
    let last = a.content.last()?.end.max(a.cue.end) - 1;
    let at = text.sentence_of(last);
    let (own, next) = (text.sentences.get(at)?, text.sentences.get(at + 1)?);
    let same = text.tokens[own.start].block == text.tokens[next.start].block;
    let words = next.start..next.end;
    if !same || !link::shows_where_to_read(text, &words) {
        return None;
    }
    only_in(links, text.span(&words))
}

/// The only link of the cue's sentence.
fn in_sentence(text: &Text, links: &[Placed], a: &Attribution) -> Option<usize> {
    let sentence = text.sentences[text.sentence_of(a.cue.start)];
    only_in(links, text.span(&(sentence.start..sentence.end)))
}

//! Which link of the page leads to a source, and what it leads to. Addresses come from the browser as
//! it has parsed them (`scheme://host/path`), so a plain split reads them; the same code runs natively.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::lexicon::words;
use crate::resolve::{Resolved, SourceKind};
use crate::span::Span;
use crate::text::Text;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A primary document: a government, a court, a journal, a file.
    Primary,
    /// Another news outlet.
    Outlet,
    /// This site.
    Site,
    /// A post on a social network.
    Social,
    /// Anything else.
    Other,
}

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

/// Hosts of social networks.
const SOCIAL: &[&str] = &[
    "twitter.com",
    "x.com",
    "facebook.com",
    "instagram.com",
    "tiktok.com",
    "youtube.com",
    "youtu.be",
    "t.me",
    "telegram.me",
    "threads.net",
    "bsky.app",
    "linkedin.com",
    "reddit.com",
    "weibo.com",
    "truthsocial.com",
    "mastodon.social",
    "vk.com",
    "t.co",
    "medium.com",
    "substack.com",
];

/// Hosts that hold primary documents, beside those of governments and universities.
const PRIMARY: &[&str] = &[
    "doi.org",
    "arxiv.org",
    "documentcloud.org",
    "courtlistener.com",
    "nature.com",
    "science.org",
    "thelancet.com",
    "nejm.org",
    "bmj.com",
    "jamanetwork.com",
    "pnas.org",
    "plos.org",
    "ssrn.com",
    "medrxiv.org",
    "biorxiv.org",
    "who.int",
    "un.org",
    "europa.eu",
    "worldbank.org",
    "imf.org",
    "oecd.org",
    "pewresearch.org",
    "ipcc.ch",
    "sciencedirect.com",
    "springer.com",
    "wiley.com",
    "archive.org",
    "parliament.uk",
    "legislation.gov.uk",
];

/// The host of an absolute address, without `www.` and port; none for other schemes.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let host = host.rsplit_once(':').map_or(host, |(h, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            h
        } else {
            host
        }
    });
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// The path of an absolute address, without query and fragment.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, r)| r);
    let path = rest.find('/').map_or("", |i| &rest[i..]);
    path.split(['?', '#']).next().unwrap_or("")
}

/// Whether `host` is `domain` or lies under it.
fn under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

/// Whether two hosts are of one site: the same, or one under the other.
fn same_site(a: &str, b: &str) -> bool {
    under(a, b) || under(b, a)
}

/// What an address leads to, on a page at `page`.
pub fn kind(url: &str, page: &str) -> LinkKind {
    let Some(host) = host(url) else {
        return LinkKind::Other;
    };
    if SOCIAL.iter().any(|d| under(host, d)) {
        return LinkKind::Social;
    }
    let file = path(url);
    let is_file = [".pdf", ".csv", ".xlsx", ".docx"].iter().any(|e| {
        file.len() > e.len()
            && file.as_bytes()[file.len() - e.len()..].eq_ignore_ascii_case(e.as_bytes())
    });
    // ".gov", ".gov.uk", ".gob.mx", ".gouv.fr", ".edu", ".ac.uk", ".mil", ".int"
    let labels: Vec<&str> = host.rsplit('.').take(3).collect();
    let public = |l: &str| {
        matches!(
            l,
            "gov" | "mil" | "int" | "edu" | "gob" | "gouv" | "gc" | "govt"
        )
    };
    let government = labels.first().is_some_and(|l| public(l))
        || labels.len() > 2 && (public(labels[1]) || labels[1] == "ac");
    if is_file || government || PRIMARY.iter().any(|d| under(host, d)) {
        return LinkKind::Primary;
    }
    if self::host(page).is_some_and(|own| same_site(host, own)) {
        return LinkKind::Site;
    }
    if words().names.outlet_of_host(host).is_some() {
        return LinkKind::Outlet;
    }
    LinkKind::Other
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
                .map(move |(i, l)| (l.span, b, i))
        })
        .filter(|(span, _, _)| !span.is_empty())
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
                .or_else(|| (!a.cue.is_empty()).then(|| on(&a.cue)).flatten())
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
                kind: kind(href, &text.document.page.url),
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
    if a.cue.is_empty() {
        return None;
    }
    let sentence = text.sentences[text.sentence_of(a.cue.start)];
    let span = text.span(&(sentence.start..sentence.end));
    let first = links.partition_point(|(s, _, _)| s.end <= span.start);
    let inside = |i: usize| links.get(i).is_some_and(|(s, _, _)| s.overlaps(span));
    (inside(first) && !inside(first + 1)).then_some(first)
}

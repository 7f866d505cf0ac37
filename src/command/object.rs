//! Findings as one object for a whole document, the words beside the offsets: the shape of
//! `--format json`. Offsets are code points.

use serde::Serialize;
use serde_json::value::RawValue;
use whence::scan::Findings;
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{BlockKind, Page};
use whence::wasm::{flag_name, kind_name, quotation_name, stance_name};

use super::code_point::CodePoints;
use super::record::{Offsets, change_sign};

/// The findings of one document.
#[derive(Serialize)]
pub(crate) struct Object<'f> {
    id: &'f RawValue,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<PageObject<'f>>,
    attributions: Vec<AttributionObject<'f>>,
    sources: Vec<SourceObject<'f>>,
    figures: Vec<FigureObject<'f>>,
    flags: Vec<FlagObject<'f>>,
}

/// What was read of a page: its offsets count in `text`, which no file holds.
#[derive(Serialize)]
struct PageObject<'f> {
    url: &'f str,
    title: &'f str,
    text: &'f str,
    blocks: Vec<BlockObject>,
}

#[derive(Serialize)]
struct BlockObject {
    kind: &'static str,
    span: Offsets,
}

/// A stretch of the text.
#[derive(Serialize)]
struct Stretch<'f> {
    span: Offsets,
    words: &'f str,
}

#[derive(Serialize)]
struct AttributionObject<'f> {
    source: Vec<Stretch<'f>>,
    cue: Vec<Stretch<'f>>,
    content: Vec<Stretch<'f>>,
    quotation: &'static str,
    source_kind: &'static str,
    kind_evidence: Vec<Stretch<'f>>,
    resolved: Option<&'f str>,
    relay: Vec<HopObject<'f>>,
    stance: &'static str,
    when: Option<Stretch<'f>>,
    rule: &'static str,
}

#[derive(Serialize)]
struct HopObject<'f> {
    name: &'f str,
    kind: &'static str,
    evidence: Stretch<'f>,
}

#[derive(Serialize)]
struct SourceObject<'f> {
    name: &'f str,
    role: Option<&'f str>,
    kind: &'static str,
    mentions: Vec<Stretch<'f>>,
}

#[derive(Serialize)]
struct FigureObject<'f> {
    span: Offsets,
    words: &'f str,
    num: Stretch<'f>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<&'f str>,
    change: &'static str,
    change_evidence: Option<Stretch<'f>>,
    attribution: Option<usize>,
    tie: Option<&'static str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct FlagObject<'f> {
    kind: &'static str,
    attributions: &'f [usize],
    figures: &'f [usize],
    evidence: Vec<Stretch<'f>>,
    detail: Option<&'static str>,
}

impl<'f> Object<'f> {
    /// The object of the text named `id`; `page` says whether it was read from one.
    pub(crate) fn new(
        id: &'f RawValue,
        page: bool,
        text: &'f Text,
        found: &'f Findings,
    ) -> Object<'f> {
        let points = CodePoints::new(&text.document.text);
        let stretch = |span: Span| Stretch {
            span: points.span(span),
            words: text.document.slice(span),
        };
        let words = |words: &std::ops::Range<usize>| stretch(text.span(words));
        let all = |list: &[std::ops::Range<usize>]| list.iter().map(words).collect::<Vec<_>>();
        let attributions = found
            .attributions
            .iter()
            .zip(&found.resolved.resolutions)
            .map(|(a, r)| AttributionObject {
                source: all(a.source.as_slice()),
                cue: if a.cue.is_empty() {
                    Vec::new()
                } else {
                    vec![words(&a.cue)]
                },
                content: all(&a.content),
                quotation: quotation_name(a.quotation),
                source_kind: kind_name(r.kind),
                kind_evidence: all(&r.kind_evidence),
                resolved: r.source.map(|s| found.resolved.sources[s].name.as_str()),
                relay: r
                    .relay
                    .iter()
                    .map(|hop| HopObject {
                        name: &hop.name,
                        kind: kind_name(hop.kind),
                        evidence: words(&hop.evidence),
                    })
                    .collect(),
                stance: stance_name(r.stance),
                when: r.when.as_ref().map(words),
                rule: a.rule,
            })
            .collect();
        let sources = found.resolved.sources.iter().map(|s| SourceObject {
            name: &s.name,
            role: s.role.as_deref(),
            kind: kind_name(s.kind),
            mentions: all(&s.mentions),
        });
        let figures = found.figures.iter().zip(&found.ties);
        let figures = figures.map(|(f, tie)| FigureObject {
            span: points.span(f.span),
            words: text.document.slice(f.span),
            num: stretch(f.number),
            value: f.value,
            low: f.low,
            high: f.high,
            unit: f.unit.as_deref(),
            change: change_sign(f),
            change_evidence: f.bound_evidence.map(stretch),
            attribution: tie.map(|t| t.attribution),
            tie: tie.map(|t| t.rule),
            rule: f.rule,
        });
        let flags = found.flags.iter().map(|f| FlagObject {
            kind: flag_name(f.kind),
            attributions: &f.attributions,
            figures: &f.figures,
            evidence: all(&f.evidence),
            detail: f.detail,
        });
        Object {
            id,
            language: if found.read { "en" } else { "unread" },
            page: page.then(|| PageObject::new(&text.document.page, text, &points)),
            attributions,
            sources: sources.collect(),
            figures: figures.collect(),
            flags: flags.collect(),
        }
    }
}

impl<'f> PageObject<'f> {
    fn new(page: &'f Page, text: &'f Text, points: &CodePoints) -> PageObject<'f> {
        let blocks = text.document.blocks.iter().map(|b| BlockObject {
            kind: block_name(b.kind),
            span: points.span(b.span),
        });
        PageObject {
            url: &page.url,
            title: &page.title,
            text: &text.document.text,
            blocks: blocks.collect(),
        }
    }
}

fn block_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Heading => "heading",
        BlockKind::Item => "item",
        BlockKind::Quote => "quote",
        BlockKind::Caption => "caption",
        BlockKind::Cell => "cell",
    }
}

//! Findings as one object for a whole document, the words beside the offsets: the shape of
//! `--format json`. Offsets are code points.

use serde::Serialize;
use serde_json::value::RawValue;
use whence::cite::{Target, reference};
use whence::lexicon::language::Language;
use whence::resolve::leads;
use whence::scan::Findings;
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{BlockKind, Page, Reference};
use whence::wasm::{
    confidence_name, flag_name, form_name, kind_name, link_name, quotation_name, reason_name,
    role_name, stance_name,
};

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
    citations: Vec<CitationObject<'f>>,
    references: Vec<ReferenceObject<'f>>,
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
    kind_rule: Option<&'static str>,
    kind_evidence: Vec<Stretch<'f>>,
    resolved: Option<&'f str>,
    relay: Vec<HopObject<'f>>,
    stance: &'static str,
    when: Option<Stretch<'f>>,
    link: Option<LinkObject<'f>>,
    rule: &'static str,
    resolution_rule: &'static str,
    confidence: &'static str,
    runner_up: Option<&'f str>,
    margin: Option<u32>,
    addressee: Option<Stretch<'f>>,
    medium: Option<Stretch<'f>>,
}

/// A link of the page beside a statement.
#[derive(Serialize)]
struct LinkObject<'f> {
    block: usize,
    index: usize,
    href: &'f str,
    kind: &'static str,
    role: &'static str,
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
    /// Whether a reader would want to know its source.
    wanted: bool,
    /// The rule by which no reader would.
    unwanted: Option<&'static str>,
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

#[derive(Serialize)]
struct CitationObject<'f> {
    claim: Vec<Stretch<'f>>,
    form: &'static str,
    /// What the mark says; empty without a mark.
    label: &'f str,
    /// Where the mark stands; of no length where its letters are in no block.
    mark: Option<Offsets>,
    target: TargetObject<'f>,
    attributions: &'f [usize],
    figures: &'f [usize],
    rule: &'static str,
}

/// What a citation leads to.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum TargetObject<'f> {
    /// Entries of `references`, by index: more than one where the text does not tell which.
    References {
        references: &'f [usize],
    },
    Link {
        block: usize,
        index: usize,
        href: &'f str,
    },
    Words {
        span: Offsets,
        words: &'f str,
    },
    Absent,
}

/// An entry of the page's notes and references: as it is written, and what of it was read.
#[derive(Serialize)]
struct ReferenceObject<'f> {
    label: &'f str,
    text: &'f str,
    href: &'f str,
    /// The entries that its own marks lead to.
    cites: &'f [usize],
    /// The entry that it means by “Ibid.”.
    same_as: Option<usize>,
    #[serde(flatten)]
    read: WorkObject,
}

#[derive(Serialize)]
struct WorkObject {
    kind: Option<&'static str>,
    authors: Vec<String>,
    title: Option<String>,
    container: Option<String>,
    year: Option<String>,
    locator: Option<String>,
    doi: Option<String>,
    url: Option<String>,
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
        let links = leads::find(text, &found.attributions, &found.resolved);
        let attributions = found
            .attributions
            .iter()
            .zip(&found.resolved.resolutions)
            .zip(links)
            .map(|((a, r), link)| AttributionObject {
                source: all(a.source.as_slice()),
                cue: if a.cue.is_empty() {
                    Vec::new()
                } else {
                    vec![words(&a.cue)]
                },
                content: all(&a.content),
                quotation: quotation_name(a.quotation),
                source_kind: kind_name(r.kind),
                kind_rule: r.kind_rule.map(|rule| rule.name),
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
                link: link.map(|l| LinkObject {
                    block: l.block,
                    index: l.index,
                    href: &text.document.blocks[l.block].links[l.index].href,
                    kind: link_name(l.kind),
                    role: role_name(l.role),
                }),
                rule: a.rule.name,
                resolution_rule: r.rule.name,
                confidence: confidence_name(r.confidence),
                runner_up: r.runner_up.as_deref(),
                margin: r.runner_up.as_ref().map(|_| r.margin),
                addressee: r.addressee.as_ref().map(words),
                medium: r.medium.as_ref().map(words),
            })
            .collect();
        let citations = found.citations.iter().map(|c| CitationObject {
            claim: all(&c.claim),
            form: form_name(c.form),
            label: &c.label,
            mark: c.mark.map(|m| points.span(m)),
            target: match &c.target {
                Target::References(references) => TargetObject::References { references },
                Target::Link(block, index) => TargetObject::Link {
                    block: *block,
                    index: *index,
                    href: &text.document.blocks[*block].links[*index].href,
                },
                Target::Words(span) => TargetObject::Words {
                    span: points.span(*span),
                    words: text.document.slice(*span),
                },
                Target::Absent => TargetObject::Absent,
            },
            attributions: &c.attributions,
            figures: &c.figures,
            rule: c.rule.name,
        });
        let entries = &text.document.references;
        let references =
            (0..entries.len()).map(|i| ReferenceObject::new(entries, i, text.language));
        let sources = found.resolved.sources.iter().map(|s| SourceObject {
            name: &s.name,
            role: s.role.as_deref(),
            kind: kind_name(s.kind),
            mentions: all(&s.mentions),
        });
        let figures = found.figures.iter().zip(&found.ties).zip(&found.unwanted);
        let figures = figures.map(|((f, tie), unwanted)| FigureObject {
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
            tie: tie.map(|t| t.rule.name),
            wanted: unwanted.is_none(),
            unwanted: unwanted.map(|r| r.name),
            rule: f.rule.name,
        });
        let flags = found.flags.iter().map(|f| FlagObject {
            kind: flag_name(f.kind),
            attributions: &f.attributions,
            figures: &f.figures,
            evidence: all(&f.evidence),
            detail: f.detail.map(reason_name),
        });
        Object {
            id,
            language: if found.read { "en" } else { "unread" },
            page: page.then(|| PageObject::new(&text.document.page, text, &points)),
            attributions,
            sources: sources.collect(),
            figures: figures.collect(),
            citations: citations.collect(),
            references: references.collect(),
            flags: flags.collect(),
        }
    }
}

impl<'f> ReferenceObject<'f> {
    fn new(entries: &'f [Reference], i: usize, language: &Language) -> ReferenceObject<'f> {
        let entry = &entries[i];
        let work = reference::read(&entry.text, language);
        ReferenceObject {
            label: &entry.label,
            text: &entry.text,
            href: &entry.href,
            cites: &entry.cites,
            same_as: reference::meant(entries, i),
            read: WorkObject {
                kind: work.kind.map(reference::Kind::name),
                authors: work.authors,
                title: work.title,
                container: work.container,
                year: work.year,
                locator: work.locator,
                doi: work.doi,
                url: work.url,
            },
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

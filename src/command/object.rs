//! Findings as one object for a whole document, the words beside the offsets: the shape of
//! `--format json`. Offsets are code points.

use std::ops::Range;

use serde::Serialize;
use serde_json::value::RawValue;
use whence::attribution::Attribution;
use whence::cite::{Citation, Target, reference};
use whence::figure::Figure;
use whence::lexicon::language::Language;
use whence::resolve::links::{self, ClaimLink};
use whence::resolve::{Resolution, Resolved};
use whence::rule::Rule;
use whence::scan::Findings;
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{BlockKind, Page, Reference};
use whence::tie::Tie;
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
        let points = &CodePoints::new(&text.document.text);
        let origin = Origin { text, points };
        let resolved = &found.resolved;
        let links = links::find(text, &found.attributions, resolved);
        let attributions = (found.attributions.iter())
            .zip(&resolved.resolutions)
            .zip(links)
            .map(|((a, r), link)| origin.attribution(a, r, link, resolved));
        let sources = resolved.sources.iter().map(|s| SourceObject {
            name: &s.name,
            role: s.role.as_deref(),
            kind: kind_name(s.kind),
            mentions: origin.all(&s.mentions),
        });
        let figures = (found.figures.iter())
            .zip(&found.ties)
            .zip(&found.unwanted)
            .map(|((f, tie), unwanted)| origin.figure(f, tie.as_ref(), *unwanted));
        let entries = &text.document.references;
        let references =
            (0..entries.len()).map(|i| ReferenceObject::new(entries, i, text.language));
        let flags = found.flags.iter().map(|f| FlagObject {
            kind: flag_name(f.kind),
            attributions: &f.attributions,
            figures: &f.figures,
            evidence: origin.all(&f.evidence),
            detail: f.detail.map(reason_name),
        });
        Object {
            id,
            language: if found.read { "en" } else { "unread" },
            page: page.then(|| PageObject::new(&text.document.page, text, points)),
            attributions: attributions.collect(),
            sources: sources.collect(),
            figures: figures.collect(),
            citations: found.citations.iter().map(|c| origin.citation(c)).collect(),
            references: references.collect(),
            flags: flags.collect(),
        }
    }
}

/// The text that findings are in: their words and offsets come from it.
#[derive(Clone, Copy)]
struct Origin<'f, 'p> {
    text: &'f Text<'f>,
    points: &'p CodePoints<'p>,
}

impl<'f> Origin<'f, '_> {
    fn stretch(self, span: Span) -> Stretch<'f> {
        Stretch {
            span: self.points.span(span),
            words: self.text.document.slice(span),
        }
    }

    /// The stretch of a range of tokens.
    fn words(self, words: &Range<usize>) -> Stretch<'f> {
        self.stretch(self.text.span(words))
    }

    fn all(self, list: &[Range<usize>]) -> Vec<Stretch<'f>> {
        list.iter().map(|words| self.words(words)).collect()
    }

    /// The address that link `index` of a block leads to.
    fn href(self, block: usize, index: usize) -> &'f str {
        &self.text.document.blocks[block].links[index].href
    }

    fn attribution(
        self,
        a: &'f Attribution,
        r: &'f Resolution,
        link: Option<ClaimLink>,
        resolved: &'f Resolved,
    ) -> AttributionObject<'f> {
        let cue = (!a.cue.is_empty()).then(|| self.words(&a.cue));
        let relay = r.relay.iter().map(|hop| HopObject {
            name: &hop.name,
            kind: kind_name(hop.kind),
            evidence: self.words(&hop.evidence),
        });
        AttributionObject {
            source: self.all(a.source.as_slice()),
            cue: cue.into_iter().collect(),
            content: self.all(&a.content),
            quotation: quotation_name(a.quotation),
            source_kind: kind_name(r.kind),
            kind_rule: r.kind_rule.map(|rule| rule.name),
            kind_evidence: self.all(&r.kind_evidence),
            resolved: r.source.map(|s| resolved.sources[s].name.as_str()),
            relay: relay.collect(),
            stance: stance_name(r.stance),
            when: r.when.as_ref().map(|w| self.words(w)),
            link: link.map(|l| LinkObject {
                block: l.block,
                index: l.index,
                href: self.href(l.block, l.index),
                kind: link_name(l.kind),
                role: role_name(l.role),
            }),
            rule: a.rule.name,
            resolution_rule: r.rule.name,
            confidence: confidence_name(r.confidence),
            runner_up: r.runner_up.as_deref(),
            margin: r.runner_up.as_ref().map(|_| r.margin),
            addressee: r.addressee.as_ref().map(|w| self.words(w)),
            medium: r.medium.as_ref().map(|w| self.words(w)),
        }
    }

    fn figure(
        self,
        f: &'f Figure,
        tie: Option<&Tie>,
        unwanted: Option<&'static Rule>,
    ) -> FigureObject<'f> {
        FigureObject {
            span: self.points.span(f.span),
            words: self.text.document.slice(f.span),
            num: self.stretch(f.number),
            value: f.value,
            low: f.low,
            high: f.high,
            unit: f.unit.as_deref(),
            change: change_sign(f),
            change_evidence: f.bound_evidence.map(|span| self.stretch(span)),
            attribution: tie.map(|t| t.attribution),
            tie: tie.map(|t| t.rule().name),
            wanted: unwanted.is_none(),
            unwanted: unwanted.map(|r| r.name),
            rule: f.rule.name,
        }
    }

    fn citation(self, c: &'f Citation) -> CitationObject<'f> {
        CitationObject {
            claim: self.all(&c.claim),
            form: form_name(c.form),
            label: &c.label,
            mark: c.mark.map(|m| self.points.span(m)),
            target: match &c.target {
                Target::References(references) => TargetObject::References { references },
                Target::Link(block, index) => TargetObject::Link {
                    block: *block,
                    index: *index,
                    href: self.href(*block, *index),
                },
                Target::Words(span) => TargetObject::Words {
                    span: self.points.span(*span),
                    words: self.text.document.slice(*span),
                },
                Target::Absent => TargetObject::Absent,
            },
            attributions: &c.attributions,
            figures: &c.figures,
            rule: c.rule.name,
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

//! The border to the extension: the only serde of the core, the only wasm-bindgen, the only calls that
//! can fail. UTF-8 bytes stay inside; UTF-16 code units go out.

use serde::{Deserialize, Deserializer, Serialize};
use wasm_bindgen::prelude::*;

use crate::attribution::Quotation;
use crate::figure::{Bound, Change};
use crate::hint::FlagKind;
use crate::link::LinkKind;
use crate::resolve::{SourceKind, Stance, leads};
use crate::scan::{self, Options};
use crate::span::Span;
use crate::text::block::{BlockKind, Document, Link, Page};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What JavaScript sends: `ScanRequest` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "ScanRequest")]
    pub type JsScanRequest;
    /// What it gets: `ScanReply` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "ScanReply")]
    pub type JsScanReply;
}

/// Scans the blocks of a page.
///
/// # Errors
/// A request of another shape is refused with an `Error` whose message names the field.
#[wasm_bindgen(js_name = scan)]
pub fn scan_js(request: JsScanRequest) -> Result<JsScanReply, JsError> {
    let request: Request = serde_wasm_bindgen::from_value(request.into())
        .map_err(|fault| refused("scan request: ", &fault))?;
    let reply = answer(&request);
    // Absent values are null, as the types say, not undefined.
    let null = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let reply = reply
        .serialize(&null)
        .map_err(|fault| refused("scan reply: ", &fault))?;
    Ok(reply.unchecked_into())
}

/// What crossed the border wrongly; the shell tells it on its console.
#[cold]
fn refused(what: &str, fault: &serde_wasm_bindgen::Error) -> JsError {
    JsError::new(&[what, fault.to_string().trim_start_matches("Error: ")].concat())
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads the tables, so that the first scan is as quick as the others.
#[wasm_bindgen]
pub fn prepare() {
    crate::lexicon::words();
}

/// Makes a function for each field of a request that reads it and, where it is of another shape, names
/// it: the names of nested fields make a path.
macro_rules! fields {
    ($($name:ident: $type:ty,)*) => {
        mod field {
            use super::*;
            $(pub(super) fn $name<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                <$type>::deserialize(from).map_err(|fault| named(stringify!($name), &fault.to_string()))
            })*
        }
    };
}

fields! {
    blocks: Vec<RequestBlock>,
    page: RequestPage,
    options: RequestOptions,
    text: String,
    kind: BlockName,
    links: Vec<RequestLink>,
    start: u32,
    end: u32,
    href: String,
    url: String,
    title: String,
    language: Option<String>,
    figures: bool,
    flags: Option<Vec<String>>,
}

#[cold]
#[inline(never)]
fn named<E: serde::de::Error>(field: &str, fault: &str) -> E {
    E::custom([field, ": ", fault.trim_start_matches("Error: ")].concat())
}

/// A scan request, as sent by the shell; `wasm.d.ts` says what the fields mean.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct Request {
    #[serde(deserialize_with = "field::blocks")]
    pub blocks: Vec<RequestBlock>,
    #[serde(deserialize_with = "field::page")]
    pub page: RequestPage,
    #[serde(deserialize_with = "field::options")]
    pub options: RequestOptions,
}

/// A block of a request.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestBlock {
    #[serde(deserialize_with = "field::text")]
    pub text: String,
    #[serde(deserialize_with = "field::kind")]
    pub kind: BlockName,
    #[serde(deserialize_with = "field::links")]
    pub links: Vec<RequestLink>,
}

/// A link of a block, in UTF-16 code units.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestLink {
    #[serde(deserialize_with = "field::start")]
    pub start: u32,
    #[serde(deserialize_with = "field::end")]
    pub end: u32,
    #[serde(deserialize_with = "field::href")]
    pub href: String,
}

/// What is known of the page.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestPage {
    #[serde(deserialize_with = "field::url")]
    pub url: String,
    #[serde(deserialize_with = "field::title")]
    pub title: String,
    #[serde(deserialize_with = "field::language")]
    pub language: Option<String>,
}

/// What to look for.
#[derive(Debug, Deserialize)]
#[allow(missing_docs)]
pub struct RequestOptions {
    #[serde(deserialize_with = "field::figures")]
    pub figures: bool,
    #[serde(deserialize_with = "field::flags")]
    pub flags: Option<Vec<String>>,
}

/// The kinds of block by the names of the border.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum BlockName {
    Paragraph,
    Heading,
    Item,
    Quote,
    Caption,
    Cell,
}

/// The answer to a [`Request`]; `wasm.d.ts` says what the fields mean.
#[derive(Debug, Default, Serialize)]
#[allow(missing_docs)]
pub struct Reply {
    pub language: &'static str,
    pub attributions: Vec<ReplyAttribution>,
    pub sources: Vec<ReplySource>,
    pub figures: Vec<ReplyFigure>,
    pub flags: Vec<ReplyFlag>,
}

/// A stretch of a block, in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct PageSpan {
    pub block: u32,
    pub start: u32,
    pub end: u32,
}

/// An attribution of the reply.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct ReplyAttribution {
    pub source: Vec<PageSpan>,
    pub cue: Vec<PageSpan>,
    pub content: Vec<PageSpan>,
    pub quotation: &'static str,
    pub resolved: Option<usize>,
    pub kind: &'static str,
    pub kind_evidence: Vec<PageSpan>,
    pub relay: Vec<ReplyHop>,
    pub stance: &'static str,
    pub when: Option<PageSpan>,
    pub link: Option<ReplyLink>,
    pub rule: &'static str,
    pub flags: Vec<usize>,
}

/// A hop of a relay.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReplyHop {
    pub name: String,
    pub kind: &'static str,
    pub evidence: PageSpan,
}

/// The link of the page that leads to a source.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReplyLink {
    pub block: usize,
    pub index: usize,
    pub kind: &'static str,
}

/// A source of the reply.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReplySource {
    pub name: String,
    pub role: Option<String>,
    pub kind: &'static str,
    pub mentions: Vec<PageSpan>,
    pub attributions: Vec<usize>,
}

/// A figure of the reply.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct ReplyFigure {
    pub span: PageSpan,
    pub number: PageSpan,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: Option<String>,
    pub bound: &'static str,
    pub change: Option<&'static str>,
    pub bound_evidence: Option<PageSpan>,
    pub attribution: Option<usize>,
    pub tie: Option<&'static str>,
    pub flags: Vec<usize>,
}

/// A flag of the reply.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReplyFlag {
    pub kind: &'static str,
    pub attributions: Vec<usize>,
    pub figures: Vec<usize>,
    pub evidence: Vec<PageSpan>,
    pub detail: Option<&'static str>,
}

/// Answers a request. Builds natively too, so that it is tested without a browser.
pub fn answer(request: &Request) -> Reply {
    let document = document(request);
    let options = Options {
        figures: request.options.figures,
    };
    let (text, found) = scan::scan(&document, &options);
    if !found.read {
        return Reply {
            language: "unread",
            ..Reply::default()
        };
    }
    let wanted = |kind: FlagKind| {
        request
            .options
            .flags
            .as_ref()
            .is_none_or(|names| names.iter().any(|n| n == flag_name(kind)))
    };
    let mut units = Units::new(&document);
    let flags: Vec<_> = found.flags.iter().filter(|f| wanted(f.kind)).collect();
    // Gone through once: a long page has as many flags, sources and figures as it has paragraphs.
    let mut flags_of_attribution = vec![Vec::new(); found.attributions.len()];
    let mut flags_of_figure = vec![Vec::new(); found.figures.len()];
    for (i, flag) in flags.iter().enumerate() {
        flag.attributions
            .iter()
            .for_each(|a| flags_of_attribution[*a].push(i));
        flag.figures
            .iter()
            .for_each(|f| flags_of_figure[*f].push(i));
    }
    let mut attributions_of = vec![Vec::new(); found.resolved.sources.len()];
    for (i, resolution) in found.resolved.resolutions.iter().enumerate() {
        if let Some(source) = resolution.source {
            attributions_of[source].push(i);
        }
    }
    let links = leads::find(&text, &found.attributions, &found.resolved);
    let mut spans = |words: &std::ops::Range<usize>| units.page_spans(text.span(words));
    let attributions = found
        .attributions
        .iter()
        .zip(&found.resolved.resolutions)
        .enumerate()
        .map(|(i, (a, r))| ReplyAttribution {
            source: a.source.iter().flat_map(&mut spans).collect(),
            cue: if a.cue.is_empty() {
                Vec::new()
            } else {
                spans(&a.cue)
            },
            content: a.content.iter().flat_map(&mut spans).collect(),
            quotation: quotation_name(a.quotation),
            resolved: r.source,
            kind: kind_name(r.kind),
            kind_evidence: r.kind_evidence.iter().flat_map(&mut spans).collect(),
            relay: r
                .relay
                .iter()
                .filter_map(|h| {
                    Some(ReplyHop {
                        name: h.name.clone(),
                        kind: kind_name(h.kind),
                        evidence: *spans(&h.evidence).first()?,
                    })
                })
                .collect(),
            stance: stance_name(r.stance),
            when: r.when.as_ref().and_then(|w| spans(w).first().copied()),
            link: links[i].map(|l| ReplyLink {
                block: l.block,
                index: l.index,
                kind: link_name(l.kind),
            }),
            rule: a.rule,
            flags: std::mem::take(&mut flags_of_attribution[i]),
        })
        .collect();
    let sources = found
        .resolved
        .sources
        .iter()
        .enumerate()
        .map(|(i, s)| ReplySource {
            name: s.name.clone(),
            role: s.role.clone(),
            kind: kind_name(s.kind),
            mentions: s.mentions.iter().flat_map(&mut spans).collect(),
            attributions: std::mem::take(&mut attributions_of[i]),
        })
        .collect();
    let reply_flags = flags
        .iter()
        .map(|f| ReplyFlag {
            kind: flag_name(f.kind),
            attributions: f.attributions.clone(),
            figures: f.figures.clone(),
            evidence: f.evidence.iter().flat_map(&mut spans).collect(),
            detail: f.detail,
        })
        .collect();
    let figures = found
        .figures
        .iter()
        .zip(&found.ties)
        .enumerate()
        .filter_map(|(i, (f, tie))| {
            Some(ReplyFigure {
                span: *units.page_spans(f.span).first()?,
                number: *units.page_spans(f.number).first()?,
                value: f.value,
                low: f.low,
                high: f.high,
                unit: f.unit.clone(),
                bound: match f.bound {
                    Bound::Exact => "exact",
                    Bound::About => "about",
                    Bound::Over => "over",
                    Bound::Under => "under",
                },
                change: f.change.map(|c| match c {
                    Change::Up => "up",
                    Change::Down => "down",
                }),
                bound_evidence: f
                    .bound_evidence
                    .and_then(|s| units.page_spans(s).first().copied()),
                attribution: tie.map(|t| t.attribution),
                tie: tie.map(|t| t.rule),
                flags: std::mem::take(&mut flags_of_figure[i]),
            })
        })
        .collect();
    Reply {
        language: "en",
        attributions,
        sources,
        figures,
        flags: reply_flags,
    }
}

/// A link's address as the browser writes it; empty where the browser takes it for none.
#[cfg(target_family = "wasm")]
fn address(href: &str) -> String {
    web_sys::Url::new(href).map_or_else(|_| String::new(), |url| url.href())
}

/// A link's address; outside a browser, as it was sent.
#[cfg(not(target_family = "wasm"))]
fn address(href: &str) -> String {
    href.to_owned()
}

fn document(request: &Request) -> Document {
    let mut document = Document {
        page: Page {
            url: request.page.url.clone(),
            title: request.page.title.clone(),
            language: request.page.language.clone(),
        },
        ..Document::default()
    };
    for block in &request.blocks {
        let mut at = Cursor::default();
        let links = block
            .links
            .iter()
            .map(|l| {
                let start = at.byte(&block.text, l.start);
                let end = at.byte(&block.text, l.end.max(l.start));
                Link {
                    span: Span::new(start, end),
                    href: address(&l.href),
                }
            })
            .collect();
        let kind = match block.kind {
            BlockName::Paragraph => BlockKind::Paragraph,
            BlockName::Heading => BlockKind::Heading,
            BlockName::Item => BlockKind::Item,
            BlockName::Quote => BlockKind::Quote,
            BlockName::Caption => BlockKind::Caption,
            BlockName::Cell => BlockKind::Cell,
        };
        document.push(&block.text, kind, links);
    }
    document
}

/// Walks a text once, byte and UTF-16 position side by side; starts again where asked to go back.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    byte: usize,
    unit: u32,
}

impl Cursor {
    /// The byte of UTF-16 position `unit`, or the text's end.
    fn byte(&mut self, text: &str, unit: u32) -> usize {
        if unit < self.unit {
            *self = Cursor::default();
        }
        for c in text[self.byte..].chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += c.len_utf16() as u32;
            self.byte += c.len_utf8();
        }
        self.byte
    }

    /// The UTF-16 position of `byte`.
    fn unit(&mut self, text: &str, byte: usize) -> u32 {
        if byte < self.byte {
            *self = Cursor::default();
        }
        let stretch = &text[self.byte..byte];
        self.unit += if stretch.is_ascii() {
            stretch.len() as u32
        } else {
            stretch.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
        };
        self.byte = byte;
        self.unit
    }
}

/// How far apart, in bytes, the known positions of a block lie: a look-up counts at most this far.
const STRIDE: usize = 256;

/// Turns bytes of a document into UTF-16 code units of its blocks.
struct Units<'d> {
    document: &'d Document,
    /// For each block, the cursor at every [`STRIDE`] bytes.
    marks: Vec<Vec<Cursor>>,
}

impl<'d> Units<'d> {
    fn new(document: &'d Document) -> Units<'d> {
        let marks = document
            .blocks
            .iter()
            .map(|block| {
                let text = document.slice(block.span);
                let mut cursor = Cursor::default();
                let mut marks = vec![cursor];
                let mut next = STRIDE;
                while next < text.len() {
                    let mut byte = next;
                    while !text.is_char_boundary(byte) {
                        byte -= 1;
                    }
                    cursor.unit(text, byte);
                    marks.push(cursor);
                    next += STRIDE;
                }
                marks
            })
            .collect();
        Units { document, marks }
    }

    /// The pieces of `span`, one for each block that it touches.
    fn page_spans(&mut self, span: Span) -> Vec<PageSpan> {
        let blocks = &self.document.blocks;
        let first = blocks.partition_point(|b| b.span.end <= span.start);
        blocks[first..]
            .iter()
            .enumerate()
            .take_while(|(_, b)| b.span.start < span.end)
            .map(|(i, b)| {
                let start = span.start.max(b.span.start) - b.span.start;
                let end = span.end.min(b.span.end) - b.span.start;
                PageSpan {
                    block: (first + i) as u32,
                    start: self.unit(first + i, start as usize),
                    end: self.unit(first + i, end as usize),
                }
            })
            .collect()
    }

    fn unit(&self, block: usize, byte: usize) -> u32 {
        let text = self.document.slice(self.document.blocks[block].span);
        let marks = &self.marks[block];
        let mut cursor = marks[(byte / STRIDE).min(marks.len() - 1)];
        cursor.unit(text, byte)
    }
}

/// The kind of link by the name of the border.
pub fn link_name(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Primary => "primary",
        LinkKind::Outlet => "outlet",
        LinkKind::Site => "site",
        LinkKind::Social => "social",
        LinkKind::Other => "other",
    }
}

/// The kind of source by the name of the border.
pub fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::SelfOutlet => "self",
        SourceKind::Person => "person",
        SourceKind::Official => "official",
        SourceKind::Organisation => "organisation",
        SourceKind::Group => "group",
        SourceKind::Document => "document",
        SourceKind::Outlet => "outlet",
        SourceKind::Social => "social",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Vague => "vague",
        SourceKind::Unresolved => "unresolved",
    }
}

/// The stance by the name of the border.
pub fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Claims => "claims",
        Stance::Denies => "denies",
        Stance::Confirms => "confirms",
        Stance::Hedged => "hedged",
        Stance::Negated => "negated",
    }
}

/// The quotation by the name of the border.
pub fn quotation_name(quotation: Quotation) -> &'static str {
    match quotation {
        Quotation::Direct => "direct",
        Quotation::Indirect => "indirect",
        Quotation::Mixed => "mixed",
    }
}

/// The flag by the name of the border.
pub fn flag_name(kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::UnsourcedFigure => "unsourced-figure",
        FlagKind::VagueSource => "vague-source",
        FlagKind::PassiveAttribution => "passive-attribution",
        FlagKind::AnonymousSource => "anonymous-source",
        FlagKind::BareSource => "bare-source",
        FlagKind::Relay => "relay",
        FlagKind::SingleSource => "single-source",
        FlagKind::Undated => "undated",
        FlagKind::NoLink => "no-link",
        FlagKind::FarAttribution => "far-attribution",
        FlagKind::DisagreeingFigures => "disagreeing-figures",
        FlagKind::LostHedge => "lost-hedge",
    }
}

//! Findings as plain records, the shape of a `jsonl` line. Offsets are code points.

use serde::Serialize;
use serde_json::value::RawValue;
use whence::figure::{Bound, Change, Figure};
use whence::scan::Findings;
use whence::text::Text;
use whence::wasm::{confidence_name, kind_name, quotation_name, stance_name};

use super::code_point::CodePoints;

/// A stretch of the text in code points: start, and one past the end.
pub(crate) type Offsets = [u32; 2];

/// One line of `jsonl`.
#[derive(Serialize)]
pub(crate) struct Record<'f> {
    id: &'f RawValue,
    attributions: Vec<AttributionRecord<'f>>,
    figures: Vec<FigureRecord<'f>>,
}

#[derive(Serialize)]
struct AttributionRecord<'f> {
    source: Vec<Offsets>,
    cue: Vec<Offsets>,
    content: Vec<Offsets>,
    quotation: &'static str,
    source_kind: &'static str,
    resolved: Option<&'f str>,
    relay: Vec<&'f str>,
    stance: &'static str,
    when: Option<Offsets>,
    rule: &'static str,
    resolution_rule: &'static str,
    confidence: &'static str,
    runner_up: Option<&'f str>,
    margin: Option<u32>,
    addressee: Option<Offsets>,
    medium: Option<Offsets>,
}

#[derive(Serialize)]
struct FigureRecord<'f> {
    span: Offsets,
    num: Offsets,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<&'f str>,
    change: &'static str,
    attribution: Option<usize>,
    /// Whether a reader would want to know its source.
    wanted: bool,
}

impl<'f> Record<'f> {
    /// The record of the text named `id`.
    pub(crate) fn new(id: &'f RawValue, text: &'f Text, found: &'f Findings) -> Record<'f> {
        let points = CodePoints::new(&text.document.text);
        let offsets = |words: &std::ops::Range<usize>| points.span(text.span(words));
        let attributions = found
            .attributions
            .iter()
            .zip(&found.resolved.resolutions)
            .enumerate()
            .map(|(i, (a, r))| AttributionRecord {
                source: a.source.iter().map(offsets).collect(),
                cue: Some(&a.cue)
                    .filter(|c| !c.is_empty())
                    .into_iter()
                    .map(offsets)
                    .collect(),
                content: a.content.iter().map(offsets).collect(),
                quotation: quotation_name(a.quotation),
                source_kind: kind_name(r.kind),
                resolved: found.resolved.name(text, i, a),
                relay: r.relay.iter().map(|h| h.name.as_str()).collect(),
                stance: stance_name(r.stance),
                when: r.when.as_ref().map(offsets),
                rule: a.rule.name,
                resolution_rule: r.rule.name,
                confidence: confidence_name(r.confidence),
                runner_up: r.runner_up.as_deref(),
                margin: r.runner_up.as_ref().map(|_| r.margin),
                addressee: r.addressee.as_ref().map(offsets),
                medium: r.medium.as_ref().map(offsets),
            })
            .collect();
        let figures = found
            .figures
            .iter()
            .zip(&found.ties)
            .zip(&found.unwanted)
            .map(|((f, tie), unwanted)| FigureRecord {
                span: points.span(f.span),
                num: points.span(f.number),
                value: f.value,
                low: f.low,
                high: f.high,
                unit: f.unit.as_deref(),
                change: change_sign(f),
                attribution: tie.map(|t| t.attribution),
                wanted: unwanted.is_none(),
            })
            .collect();
        Record {
            id,
            attributions,
            figures,
        }
    }
}

/// Bound and direction as the one sign of the contract; a bound says more of the number, so it wins.
pub(crate) fn change_sign(figure: &Figure) -> &'static str {
    match (figure.bound, figure.change) {
        (Bound::About, _) => "~",
        (Bound::Over, _) => ">",
        (Bound::Under, _) => "<",
        (Bound::Exact, Some(Change::Up)) => "up",
        (Bound::Exact, Some(Change::Down)) => "down",
        (Bound::Exact, None) => "=",
    }
}

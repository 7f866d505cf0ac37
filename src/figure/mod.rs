//! Figures: numbers as written, with their value, unit, bound and change.

use crate::span::Span;
use crate::text::Text;

/// How the figure is bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// "about", "around", "nearly".
    About,
    /// "more than", "at least".
    Over,
    /// "fewer than", "up to".
    Under,
}

/// Which way a figure says something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// "rose 5 %".
    Up,
    /// "fell 5 %".
    Down,
}

/// One figure. Spans are bytes of the document's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The numeral with the unit beside it ("$2.1 million", "26,700 Palestinians").
    pub span: Span,
    /// The numeral alone, its scale word included ("2.1 million").
    pub number: Span,
    /// What it is worth; none for a range.
    pub value: Option<f64>,
    /// The lower end of a range.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The unit's name ("percentage", "dollar") or the counted noun ("Palestinian").
    pub unit: Option<String>,
    /// How it is bounded.
    pub bound: Bound,
    /// The words that say so ("more than").
    pub bound_evidence: Option<Span>,
    /// Which way it went, if the text says.
    pub change: Option<Change>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Finds the figures of `text`, in order.
pub fn find(text: &Text) -> Vec<Figure> {
    let _ = text;
    Vec::new()
}

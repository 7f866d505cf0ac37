//! Figures: numbers as written, with their value, unit, bound and change.
//!
//! A sentence without a numeral is passed by; one with a numeral is looked at through pieces, which are its
//! tokens with hyphened words and glued letters apart ([`line`]). From left to right: what is no figure to a
//! reader is skipped by a named exclusion ([`exclude`], [`calendar`]); else a quantity is read
//! ([`quantity`], of [`number`], [`spelled`] and [`unit`]), then what it counts, its bound and its change
//! ([`reading`], [`noun`], [`age`], [`bound`]). Numbers of a list share the unit of its last ([`shared`]).

mod age;
mod bound;
mod calendar;
mod exclude;
mod line;
mod noun;
mod number;
mod quantity;
mod reading;
mod shared;
mod spelled;
mod unit;

use std::borrow::Cow;

use crate::letter::is_numeric;
use crate::lexicon::figure::{FigureWords, Numeral};
use crate::lexicon::{FRACTION, NUMERAL};
use crate::pace::{Pace, at_once, pause};
use crate::phrase::Phrases;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::token::{Kind, Token};
use line::Line;
use shared::Shared;

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

/// What a figure tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A number of which the text does not say what it counts: "999".
    Number,
    /// So many of a thing: "26,700 Palestinians".
    Count,
    /// A sum: "$2.1 million".
    Money,
    /// A share or a change in hundredths: "4 %", "25 basis points".
    Percent,
    /// A span of time: "six days".
    Duration,
    /// An age: "aged 14".
    Age,
    /// Any other measure: "30 metres".
    Measure,
    /// A part in words or as a fraction: "two-thirds".
    Fraction,
    /// A part as so many of so many: "one in four".
    Ratio,
    /// An order: "hundreds of people".
    Magnitude,
    /// So many times another: "three times the size".
    Multiple,
}

/// One figure. Spans are bytes of the document's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The numeral with the unit beside it ("$2.1 million", "26,700 Palestinians").
    pub span: Span,
    /// The numeral alone, its scale word included ("2.1 million").
    pub number: Span,
    /// The token that the numeral starts in.
    pub token: usize,
    /// What it tells.
    pub kind: FigureKind,
    /// What it is worth; none for a range.
    pub value: Option<f64>,
    /// The lower end of a range.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The unit's name ("percentage", "dollar") or the counted noun ("Palestinian").
    pub unit: Option<Cow<'static, str>>,
    /// How it is bounded.
    pub bound: Bound,
    /// The words that say so ("more than").
    pub bound_evidence: Option<Span>,
    /// Which way it went, if the text says.
    pub change: Option<Change>,
    /// The rule that read it.
    pub rule: &'static Rule,
}

/// A number that is no figure to a reader, and the exclusion that tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The words, in bytes of the document's text.
    pub span: Span,
    /// The exclusion.
    pub rule: &'static Rule,
}

/// The rules by which figures are read.
pub static RULES: &[&Rule] = &[
    &quantity::MONEY,
    &quantity::PERCENT,
    &quantity::MEASURE,
    &quantity::FRACTION,
    &quantity::MAGNITUDE,
    &quantity::NUMBER,
    &quantity::RANGE,
    &quantity::FROM_TO,
    &quantity::RATIO,
    &reading::COUNT,
    &reading::MULTIPLE,
    &reading::COMPARED,
    &age::AGE,
    &shared::SHARED_UNIT,
];

/// The exclusions: what is no figure.
pub static EXCLUSIONS: &[&Rule] = exclude::RULES;

/// Finds the figures of a text, in order.
pub fn find(phrases: &Phrases) -> Vec<Figure> {
    at_once(read_in_steps(phrases)).0
}

/// The numbers of a text that are no figures, in order.
pub fn excluded(phrases: &Phrases) -> Vec<Excluded> {
    at_once(read_in_steps(phrases)).1
}

/// The figures of a text and its other numbers, in steps.
pub async fn read_in_steps(phrases: &Phrases<'_, '_>) -> (Vec<Figure>, Vec<Excluded>) {
    let text = phrases.text;
    let (mut figures, mut excluded) = (Vec::new(), Vec::new());
    let mut line = Line::new(phrases);
    let mut pace = Pace::default();
    for sentence in &text.sentences {
        if figures.len() >= text.most_findings() {
            break;
        }
        let tokens = &text.tokens[sentence.start..sentence.end];
        if tokens.iter().any(|token| opens(text, token)) {
            line.fill(*sentence);
            read_line(&line, &mut figures, &mut excluded);
        }
        if pace.went(tokens.len()) {
            pause().await;
        }
    }
    // Digits without end are worth nothing that can be said.
    let finite = |n: Option<f64>| n.is_none_or(f64::is_finite);
    figures.retain(|f| finite(f.value) && finite(f.low) && finite(f.high));
    (figures, excluded)
}

/// Whether a token may open a numeral: digits, a numeral word, a compound with either inside.
#[inline]
fn opens(text: &Text, token: &Token) -> bool {
    match token.kind {
        Kind::Number => true,
        Kind::Mark(c) => !c.is_ascii() && is_numeric(c),
        Kind::Word => match token.entry() {
            Some(entry) => entry.classes.intersects(NUMERAL.or(FRACTION)),
            None => compound(&text.language.figures, token.span.of(&text.document.text)),
        },
        Kind::Clitic => false,
    }
}

/// Whether a word that the lexicon does not hold has a numeral inside: "six-member", "EUR50m".
fn compound(words: &FigureWords, word: &str) -> bool {
    let bytes = word.as_bytes();
    // Digits and the hyphen stand before all letters; most words hold neither.
    if bytes.iter().all(|b| *b > b'9') {
        return false;
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        return true;
    }
    bytes.contains(&b'-')
        && word
            .split('-')
            .any(|part| words.numeral(&part.to_ascii_lowercase()).is_some())
}

/// The most figures of one sentence. No writer's sentence comes near: what holds more is a table that has
/// lost its cells, of which figures by themselves say nothing.
const MOST_FIGURES: usize = 64;

/// Reads the figures of one line into `figures`, and what is none into `excluded`.
fn read_line(line: &Line, figures: &mut Vec<Figure>, excluded: &mut Vec<Excluded>) {
    let first = figures.len();
    let mut previous: Option<reading::Read> = None;
    let mut shared = Shared::default();
    let mut i = 0;
    while i < line.pieces.len() && figures.len() < first + MOST_FIGURES {
        if !may_open(line, i) {
            i += 1;
            continue;
        }
        let number_at = if line.is_number(i) || line.is_word(i) {
            i
        } else {
            i + 1
        };
        let money = unit::currency_before(line, i).is_some();
        let point = line.is_mark(i, '.');
        if !money
            && !point
            && let Some((rule, end)) = exclude::skip(line, number_at, bound::stands_before(line, i))
        {
            let end = end.max(i + 1).min(line.pieces.len());
            let span = line.span(i, end);
            excluded.push(Excluded { span, rule });
            i = end;
            continue;
        }
        let before = previous.and_then(|p| Some((figures.last()?, p)));
        let Some((figure, read)) = reading::read(line, i, before) else {
            i += 1;
            continue;
        };
        figures.push(figure);
        shared.pass(line, read.span(), figures);
        i = read.end.max(i + 1);
        previous = Some(read);
    }
}

/// Whether a figure may open at piece `i`.
fn may_open(line: &Line, i: usize) -> bool {
    let Some(piece) = line.get(i) else {
        return false;
    };
    match piece.kind {
        Kind::Number => true,
        Kind::Mark('.') => line.is_number(i + 1),
        Kind::Mark('-' | '−' | '–' | '+') => {
            (piece.space || i > 0 && line.is_mark_of(i - 1, &['(', '[']))
                && line.glued(i + 1)
                && (line.is_number(i + 1) || unit::currency_before(line, i + 1).is_some())
        }
        Kind::Mark(c) => {
            (!c.is_ascii() && is_numeric(c)) || unit::currency_before(line, i).is_some()
        }
        Kind::Word => word_may_open(line, i),
        Kind::Clitic => false,
    }
}

/// The same for a word.
fn word_may_open(line: &Line, i: usize) -> bool {
    if line.numeral(i).is_some() {
        return true;
    }
    // Every word comes by here: what stands behind it is looked at before its letters.
    let sum = line.is_number(i + 1) || line.is_mark(i + 1, '$');
    if sum && unit::currency_before(line, i).is_some() {
        return true;
    }
    // Most words are neither; "a" is looked behind.
    let word = line.bytes(i);
    if !line.lists.indefinite.has(word) {
        return line.lists.minus.has(word);
    }
    matches!(
        line.numeral(i + 1),
        Some(Numeral::Hundred | Numeral::Scale(_) | Numeral::Part(_))
    )
}

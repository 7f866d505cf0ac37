//! One figure: a quantity with what it counts, its rate, its bound and its change.

use std::borrow::Cow;
use std::ops::Range;

use super::age;
use super::bound::{self, Around};
use super::line::Line;
use super::noun;
use super::number::Form;
use super::quantity::{self, Quantity};
use super::unit;
use super::{Bound, Change, Figure, FigureKind};
use crate::lexicon::PAST;
use crate::lexicon::figure::{self as words, UnitKind};
use crate::rule::Rule;
use crate::span::Span;

pub(super) static COUNT: Rule = Rule {
    name: "count",
    yes: examples![
        "It carried 460 electric and hybrid vehicles.",
        "A six-member team came.",
        "They painted two dozen boats.",
    ],
    no: examples![
        "The index stood at 460.",
        "One must wait.",
        "It is the one made by hand.",
    ],
};

pub(super) static MULTIPLE: Rule = Rule {
    name: "multiple",
    yes: examples![
        "The dam is three times the size of the old one.",
        "They saw an 18-fold rise.",
    ],
    no: examples!["They met three times."],
};

pub(super) static COMPARED: Rule = Rule {
    name: "compared",
    yes: examples!["They lost 460 boats so far, compared with 63 last year."],
    no: examples![
        "The index stood at 460, compared with 63 last year.",
        "They lost 460 boats, and won with 63.",
    ],
};

/// Where a figure was read, and what the next one may take from it besides.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    start: usize,
    /// One past its last piece.
    pub(super) end: usize,
    /// One past its numeral.
    number_end: usize,
    kind: Option<UnitKind>,
}

impl Read {
    /// Its pieces, and one past those of its numeral.
    pub(super) fn span(&self) -> (Range<usize>, usize) {
        (self.start..self.end, self.number_end)
    }
}

/// What is known of a figure while it is read.
struct Reading {
    quantity: Quantity,
    /// One past its last piece.
    end: usize,
    rule: &'static Rule,
    kind: FigureKind,
    /// What its unit of the table measures.
    measures: Option<UnitKind>,
    unit: Option<Cow<'static, str>>,
}

/// The figure that opens at piece `i`.
pub(super) fn read(
    line: &Line,
    i: usize,
    previous: Option<(&Figure, Read)>,
) -> Option<(Figure, Read)> {
    let quantity = quantity::read(line, i)?;
    let mut reading = Reading {
        end: quantity.end,
        rule: quantity.rule,
        kind: quantity.kind,
        measures: quantity.unit.as_ref().map(|u| u.kind),
        unit: quantity.unit.as_ref().map(|u| Cow::Borrowed(u.name)),
        quantity,
    };
    if !reading.count(line, i) {
        return None;
    }
    reading.age(line, i);
    reading.compare(line, previous.map(|(figure, _)| figure));
    reading.rate(line);
    let figure = reading.bounded(line, previous);
    let read = Read {
        start: reading.quantity.first.start,
        end: reading.end,
        number_end: reading.quantity.number_end,
        kind: reading.measures,
    };
    Some((figure, read))
}

impl Reading {
    /// Looks for what a number without a unit counts; false for a "one" that is no number.
    fn count(&mut self, line: &Line, i: usize) -> bool {
        let number = self.quantity.first.number;
        let one =
            number.form == Form::Spelled && number.low == 1.0 && self.quantity.range.is_none();
        if one && self.unit.is_none() && !one_counts(line, i, self.end) {
            return false;
        }
        if self.unit.is_some() {
            return true;
        }
        if let Some(after) = multiple(line, self.end) {
            self.end = after;
            (self.rule, self.kind) = (&MULTIPLE, FigureKind::Multiple);
            return true;
        }
        if self.kind == FigureKind::Ratio || number.form == Form::Fraction {
            return true;
        }
        let attributive = !one && i > 0 && line.is_one_of(i - 1, line.lists.attributive);
        let mut counts = number;
        if self.quantity.range.is_some() {
            (counts.low, counts.high) = (2.0, 3.0);
        }
        let Some(noun) = noun::counted(line, self.end, &counts, attributive) else {
            return !one;
        };
        self.end = noun.end;
        self.unit = Some(noun.name.into());
        if self.kind == FigureKind::Number {
            self.kind = FigureKind::Count;
            if self.quantity.range.is_none() {
                self.rule = &COUNT;
            }
        }
        true
    }

    /// A bare number may be an age.
    fn age(&mut self, line: &Line, i: usize) {
        if self.unit.is_none() && age::is_age(line, i, self.end, &self.quantity) {
            self.unit = Some(Cow::Borrowed(line.lists.age_name));
            self.measures = Some(UnitKind::Age);
            (self.rule, self.kind) = (&age::AGE, FigureKind::Age);
        }
    }

    /// "460 boats, compared with 63 last year": what a bare number is compared with tells its unit.
    fn compare(&mut self, line: &Line, given: Option<&Figure>) {
        let before = line.lower[..line.pieces[self.quantity.first.start].start].trim_end();
        let compared = || {
            line.lists
                .compares
                .iter()
                .any(|words| before.ends_with(words))
        };
        let bare = self.kind == FigureKind::Number && self.quantity.range.is_none();
        if bare
            && let Some(given) = given
            && matches!(given.kind, FigureKind::Count | FigureKind::Measure)
            && compared()
        {
            self.unit.clone_from(&given.unit);
            (self.rule, self.kind) = (&COMPARED, given.kind);
        }
    }

    /// "$52 a barrel", "12 per 100,000 people".
    fn rate(&mut self, line: &Line) {
        if !matches!(self.measures, Some(UnitKind::Percent | UnitKind::Age))
            && let Some((per, after)) = unit::rate(line, self.end)
            && let Some(base) = &self.unit
        {
            self.unit = Some([base, line.lists.per_joint, per.as_str()].concat().into());
            self.end = after;
        }
    }

    /// The figure, with its bound and its change.
    fn bounded(&self, line: &Line, previous: Option<(&Figure, Read)>) -> Figure {
        let first = &self.quantity.first;
        let number = first.number;
        let point = line.lists.point_unit;
        let around = Around {
            start: first.start,
            end: self.end,
            kind: self.measures,
            points: self.unit.as_deref().is_some_and(|n| n.starts_with(point)),
            small: number.form == Form::Spelled && number.high < 10.0,
            value: number.low,
            from_to: self.quantity.from_to,
        };
        let found = bound::find(line, &around);
        let mut bounded = Bounded {
            bound: found.map_or(Bound::Exact, |f| f.0),
            evidence: found.map(|(_, from, to)| line.document_span(from, to)),
            change: bound::change(line, &around, found)
                .or_else(|| bound::change_after(line, &around)),
        };
        if first.plus && self.measures.is_some() {
            bounded.change = Some(Change::Up);
        }
        if first.minus && self.measures == Some(UnitKind::Percent) {
            bounded.change = Some(Change::Down);
        }
        if let Some((given, before)) = previous {
            bounded.carry(line, given, before, &around);
        }
        let (value, low, high) = match self.quantity.range {
            Some((low, high)) => (None, Some(low), Some(high)),
            None if number.low != number.high => (None, Some(number.low), Some(number.high)),
            None => (Some(number.low), None, None),
        };
        Figure {
            span: line.span(first.start, self.end),
            number: line.span(first.number_start, self.quantity.number_end),
            token: line.token(first.number_start),
            kind: self.kind,
            value,
            low,
            high,
            unit: self.unit.clone(),
            bound: bounded.bound,
            bound_evidence: bounded.evidence,
            change: bounded.change,
            rule: self.rule,
        }
    }
}

/// Bound and change of a figure.
struct Bounded {
    bound: Bound,
    evidence: Option<Span>,
    change: Option<Change>,
}

impl Bounded {
    /// What a figure takes from the one before it: a conversion in brackets is bounded as its original is,
    /// and "or 0.2%" goes the way of the points before it.
    fn carry(&mut self, line: &Line, given: &Figure, before: Read, figure: &Around) {
        let gap = figure.start.saturating_sub(before.end);
        let bracket = gap == 1 && line.is_mark(before.end, '(');
        let or = gap <= 2 && line.is_one_of(figure.start.saturating_sub(1), line.lists.or);
        let by = line.is_one_before(figure.start, line.lists.by)
            && figure.kind.is_some()
            && figure.kind == before.kind;
        let measured = figure.kind.is_some();
        if bracket && measured && self.bound == Bound::Exact {
            (self.bound, self.evidence) = (given.bound, given.bound_evidence);
        }
        if self.change.is_none() && ((bracket && measured) || or || by) {
            self.change = given.change;
        }
    }
}

/// Whether "one" at piece `i` counts something, by its neighbours; its noun is looked for after.
fn one_counts(line: &Line, i: usize, end: usize) -> bool {
    let before = line.before(i).map_or("", |_| line.form(i - 1));
    if line.words.is(before, words::BEFORE_ONE) {
        return false;
    }
    // "the one made by hand": the pronoun.
    if line.is_one_before(i, line.lists.the) && line.is_any(end, PAST) {
        return false;
    }
    if line.joins(end) {
        return !line.is_one_of(end + 1, line.lists.one_compound);
    }
    !line.words.is(line.form(end), words::ONE_NOT)
}

/// One past "-fold" or "times" that makes a multiple of the number before piece `at`: "three times the
/// size", "an 18-fold rise". "Three times" alone counts occasions.
fn multiple(line: &Line, at: usize) -> Option<usize> {
    let i = at + usize::from(line.joins(at));
    if line.is_one_of(i, line.lists.fold) {
        return Some(i + 1);
    }
    if !line.is_one_of(i, line.lists.times) {
        return None;
    }
    let next = line.form(i + 1);
    let comparative = line.lists.comparative_ending;
    let compares = line.lists.times_compares.has(next)
        || next.len() > 4 && comparative.iter().any(|ending| next.ends_with(ending));
    compares.then_some(i + 1)
}

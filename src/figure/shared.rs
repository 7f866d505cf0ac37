//! Numbers of a list that share the unit of the last: "5, 10 and 20 mg", "four-, five- and six-cylinder".

use std::ops::Range;

use super::line::Line;
use super::{Figure, FigureKind};
use crate::lexicon::COORDINATOR;
use crate::rule::Rule;

pub(super) static SHARED_UNIT: Rule = Rule {
    name: "shared-unit",
    yes: examples![
        "Doses of 5, 10 and 20 mg were given.",
        "They build four-, five- and six-cylinder engines.",
        "Boats of 20 and 30 tonnes lay there.",
    ],
    no: examples![
        "Of the 40, 12 boats sank.",
        "He counted 40. The road is 5 km long.",
    ],
};

/// The figures, by index, that stand in a list and have no unit yet.
#[derive(Debug, Default)]
pub(super) struct Shared {
    waiting: Vec<usize>,
    /// A comma alone stood before the last number.
    comma: bool,
    /// One past the last piece, joint included, of the last that waits.
    end: usize,
}

impl Shared {
    /// Goes past the last of `figures`, which was read from `pieces`: the numeral starts and ends there.
    pub(super) fn pass(
        &mut self,
        line: &Line,
        pieces: (Range<usize>, usize),
        figures: &mut [Figure],
    ) {
        let (span, number_end) = pieces;
        let Some(last) = figures.len().checked_sub(1) else {
            return;
        };
        if span.start != self.end {
            self.waiting.clear();
        }
        let hyphen = line.is_mark(number_end, '-') && !line.joins(number_end);
        let figure = &figures[last];
        if let Some(unit) = figure.unit.clone().filter(|_| !hyphen) {
            // "Of the 40, 12 boats": what is counted is shared only where the list is closed.
            let (kind, rule) = (figure.kind, &SHARED_UNIT);
            let open = self.comma && kind == FigureKind::Count;
            for at in self.waiting.drain(..).filter(|_| !open) {
                let earlier = &mut figures[at];
                if earlier.unit.is_none() {
                    (earlier.unit, earlier.kind, earlier.rule) = (Some(unit.clone()), kind, rule);
                }
            }
            return;
        }
        let at = number_end + usize::from(hyphen);
        let comma = line.is_mark(at, ',');
        let joint = at + usize::from(comma);
        let and = line.is_any(joint, COORDINATOR);
        if figure.kind != FigureKind::Number || !(comma || and) {
            self.waiting.clear();
            return;
        }
        self.waiting.push(last);
        self.comma = !and;
        self.end = joint + usize::from(and);
    }
}

//! Remarks on figures beside each other: disagreeing, surer in the headline than below, resting on one source.

use super::figures::{Scene, flag, once_each};
use super::{Flag, FlagKind};
use crate::figure::{Bound, Figure, FigureKind};
use crate::lexicon::forms::Forms;
use crate::rule::Rule;
use crate::text::block::BlockKind;
use crate::text::token::Kind;
use crate::tie;

/// From how many figures on "all rest on one source" says something.
const LEAST_FIGURES: usize = 3;

/// The same counted thing with different values.
pub(super) static DISAGREEING_FIGURES: Rule = Rule {
    name: "disagreeing-figures",
    yes: examples![
        "The interior ministry said 26 people were killed.\n\nThe Red Cross said 31 people were killed.",
    ],
    no: examples![
        "The interior ministry said 26 people were killed.\n\nThe Red Cross said 31 people were killed earlier.",
    ],
};

/// "2,000" in the headline, "about 2,000" below.
pub(super) static LOST_HEDGE: Rule = Rule {
    name: "lost-hedge",
    yes: examples![
        "# Storm cuts off 2,000 homes\n\nThe grid operator said that about 2,000 homes were cut off.",
    ],
    no: examples![
        "# Storm cuts off 2,000 homes\n\nThe grid operator said that 2,000 homes were cut off."
    ],
};

/// Every figure of the text rests on one source.
pub(super) static SINGLE_SOURCE: Rule = Rule {
    name: "single-source",
    yes: examples![
        "The grid operator said that 4,700 homes were dark, that 310 poles fell and that repairs cost $9 million.",
    ],
    no: examples!["The grid operator said that 4,700 homes were dark."],
};

impl Scene<'_, '_> {
    /// The same toll with different values from different sources.
    pub(super) fn disagreeing(&self) -> Vec<Flag> {
        let mut firsts = Forms::default();
        let mut flags = Vec::new();
        let mut moves = once_each(|s| self.moves(s));
        for (i, figure) in self.figures.iter().enumerate() {
            let (Some(value), Some(unit)) = (figure.value, figure.unit.as_deref()) else {
                continue;
            };
            let Some(source) = self
                .source(i)
                .filter(|_| self.weighty[i] && figure.kind == FigureKind::Count)
            else {
                continue;
            };
            let Some(event) = self.event(i) else { continue };
            if moves(self.sentence[i]) {
                continue;
            }
            let first = *firsts.first(tie::key(event, unit), i);
            let before = self.figures[first].value.unwrap_or(value);
            let alike = value.max(before) <= 4.0 * value.min(before);
            if before != value && alike && self.source(first) != Some(source) {
                let ties = [self.ties[first], self.ties[i]];
                flags.push(Flag {
                    attributions: ties.iter().flatten().map(|t| t.attribution).collect(),
                    ..flag(FlagKind::DisagreeingFigures, vec![first, i])
                });
            }
        }
        flags
    }

    /// What befell the counted, as a number: "killed" in "26 people were killed", within a few words.
    fn event(&self, i: usize) -> Option<f64> {
        let end = self
            .text
            .token_at(self.figures[i].span.end.saturating_sub(1));
        let sentence = self.text.sentences[self.sentence[i]];
        (end..sentence.end.min(end + 5)).find_map(|t| {
            let mut events = self.text.language.hint.events.iter();
            let event = events.position(|e| self.text.is_one_of(t, *e))?;
            Some(event as f64)
        })
    }

    /// Whether a sentence says that the number changed, or counts another time or place.
    fn moves(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        (s.start..s.end).any(|i| match self.text.tokens[i].kind {
            Kind::Number => self.text.tokens[i].span.len() == 4,
            _ => self.text.is_one_of(i, self.text.language.hint.moves),
        })
    }

    /// A figure stands bare in a headline and bounded wherever the text gives it.
    pub(super) fn lost_hedge(&self) -> Vec<Flag> {
        let mut flags = Vec::new();
        // A figure of a headline, told without a bound.
        let bare = |i: usize| {
            self.block_kind(i) == BlockKind::Heading
                && self.figures[i].bound == Bound::Exact
                && matches!(
                    self.figures[i].kind,
                    FigureKind::Money | FigureKind::Percent | FigureKind::Count
                )
        };
        if !(0..self.figures.len()).any(bare) {
            return flags;
        }
        let key = |f: &Figure| {
            f.value
                .filter(|v| *v >= 100.0 || f.kind != FigureKind::Count)
                .map(|v| tie::key(v, ""))
        };
        let mut below = Forms::default();
        let mut hedged = vec![true; self.figures.len()];
        for (i, figure) in self.figures.iter().enumerate() {
            if self.block_kind(i) != BlockKind::Heading
                && let Some(key) = key(figure)
            {
                let first = *below.first(key, i);
                hedged[first] &= figure.bound != Bound::Exact;
            }
        }
        for (i, figure) in self.figures.iter().enumerate() {
            if !bare(i) {
                continue;
            }
            let below = key(figure).and_then(|k| below.get(&k)).copied();
            let Some(other) = below.filter(|other| hedged[*other]) else {
                continue;
            };
            let bounded = &self.figures[other];
            if bounded.kind == figure.kind
                && let Some(bound) = bounded.bound_evidence
            {
                flags.push(Flag {
                    evidence: vec![self.text.tokens_of(bound)],
                    ..flag(FlagKind::LostHedge, vec![i, other])
                });
            }
        }
        flags
    }

    /// Every figure of weight rests on one source.
    pub(super) fn single_source(&self) -> Option<Flag> {
        let all: Vec<usize> = (0..self.figures.len())
            .filter(|i| self.weighty[*i] && self.block_kind(*i) == BlockKind::Paragraph)
            .collect();
        let source = self.source(*all.first()?)?;
        if all.len() < LEAST_FIGURES || all.iter().any(|i| self.source(*i) != Some(source)) {
            return None;
        }
        let mut tied = vec![false; self.attributions.len()];
        for tie in all.iter().filter_map(|i| self.ties[*i]) {
            tied[tie.attribution] = true;
        }
        Some(Flag {
            attributions: (0..tied.len()).filter(|i| tied[*i]).collect(),
            ..flag(FlagKind::SingleSource, all)
        })
    }
}

//! Inserted attributions: a source and its cue between commas, right behind what joins the sentence to the one before.

use std::ops::Range;

use super::content::{Form, Start};
use super::cue::{CueGroup, Voice};
use super::relation::{Joined, Unit};
use super::scene::Scene;
use crate::lexicon::cue::Frames;
use crate::rule::Rule;
use crate::text::tag::Tag;

/// “But, S said, C”.
pub(super) static INSERTED_SOURCE_CUE: Rule = Rule {
    name: "inserted-source-cue",
    yes: examples![
        "But, Ada Roe said, the mill was sold too soon.",
        "And yet, said Ada Roe, “the mill was sold too soon.”",
        "But, she told the growers of Nara, the mill was sold.",
    ],
    no: examples!["Still, Ada Roe said, the mill was sold."],
};

/// The most tokens that join a sentence to the one before: "And yet,".
const LONGEST_JOINING: usize = 4;

/// The most tokens from a cue to the comma behind whom it was said to, and when.
const LONGEST_SETTING: usize = 14;

impl Unit<'_, '_, '_> {
    /// "But, Ito said, C", "And yet, said Ito, C".
    pub(super) fn inserted(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let frames = group.cue.frames;
        if group.voice != Voice::Finite || !frames.has(Frames::TRAILING.or(Frames::QUOTATION)) {
            return None;
        }
        let (source, words) = self.between_commas(group)?;
        // "Recently, she said, C": what dates or weighs C is a part of it.
        let joins = joins(scene, self.words.start..words.start);
        let behind = after.is_some() && source.start < group.words.start;
        if behind || !joins || self.trailing(words.start, found).is_some() {
            return None;
        }
        let setting = |i: &usize| {
            scene.quotation(*i).is_none() && !scene.is_end(*i) && scene.mark(*i) != Some(':')
        };
        let reach = words.end..self.words.end.min(words.end + LONGEST_SETTING);
        let comma = (reach.clone().take_while(setting)).find(|i| scene.mark(*i) == Some(','))?;
        let at = comma + 1;
        let form = if scene.quotation(at).is_some_and(|q| q.open == at) {
            Form::Quotation
        } else {
            Form::Clause
        };
        let clause = || scene.tag(at) == Tag::Sub || scene.clause_at(at, self.words.end);
        if form == Form::Clause && !(frames.has(Frames::TRAILING) && clause()) {
            return None;
        }
        let right = self.right(group, Start { at, form }, next)?;
        Some(self.joined(Some(source), group, [right], &INSERTED_SOURCE_CUE))
    }

    /// The source, before the cue or behind it, and the words of the two.
    fn between_commas(&self, group: &CueGroup) -> Option<(Range<usize>, Range<usize>)> {
        let scene = self.scene;
        let cue = group.words.clone();
        let before = cue.start.checked_sub(1)?;
        if before < self.words.start {
            return None;
        }
        if scene.mark(before) == Some(',') {
            let source = scene.subject_after(cue.end, self.words.end)?;
            let end = source.end;
            return Some((source, cue.start..end));
        }
        let source = group.subject(scene, self.words.start)?;
        if scene.tag(source.start) == Tag::Rel {
            return None;
        }
        let start = source.start;
        Some((source, start..cue.end))
    }
}

/// Whether `words` only join the sentence to the one before, up to a comma: "But,", "And yet,".
fn joins(scene: &Scene, words: Range<usize>) -> bool {
    let word = |i: usize| matches!(scene.tag(i), Tag::Coord | Tag::Adv);
    (2..=LONGEST_JOINING).contains(&words.len())
        && scene.mark(words.end - 1) == Some(',')
        && (words.start..words.end - 1).all(word)
}

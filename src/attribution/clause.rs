//! Clauses around an attribution: where a relative clause or one behind a conjunction ends, and the main clause goes on.

use std::ops::Range;

use super::content::{Form, Start};
use super::cue::CueGroup;
use super::nonfinite::AS_SOURCE_CUE;
use super::relation::{Joined, Unit};
use super::telling;
use crate::lexicon::VERB_OR_NOUN;
use crate::lexicon::cue::CueClass;
use crate::text::tag::Tag;

/// The longest phrase, in tokens, between the cue and the comma of "as Ito reported in the Tide last May,".
const LONGEST_BEHIND_AS: usize = 10;

impl Unit<'_, '_, '_> {
    /// "As S reported, C", "C, as S reported", "C, as S reported, C": the clause around the one that "as" at `at` opens.
    pub(super) fn as_told(
        &self,
        group: &CueGroup,
        source: Range<usize>,
        at: usize,
    ) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let told = group.words.end;
        // "as the judge read, he wept": at that time.
        if !words.noted.has(group.cue.lemma) {
            return None;
        }
        let stops = |i: usize| scene.mark(i) == Some(',');
        let reach = told..self.words.end.min(told + LONGEST_BEHIND_AS);
        let stop = reach
            .into_iter()
            .find(|i| stops(*i))
            .unwrap_or(self.words.end);
        if stop > told + LONGEST_BEHIND_AS || scene.has_finite(told..stop) {
            return None;
        }
        let right = (stop + 1).min(self.words.end)..self.words.end;
        let right = right.start..telling::trim(scene, right.start, right.end);
        let right =
            Some(right).filter(|r| scene.mark(stop) == Some(',') && scene.has_finite(r.clone()));
        let comma = at.checked_sub(1).filter(|c| *c > self.words.start);
        let comma = comma.filter(|c| scene.mark(*c) == Some(','));
        let left = comma.map(|c| {
            let first = self.words.start;
            first + usize::from(scene.tag(first) == Tag::Coord)..c
        });
        // "However, as Ito said, C", "given that, as Ito said, C": all of it stands behind.
        let leads = |l: &Range<usize>| {
            let word = scene.tag(l.start);
            l.is_empty()
                || l.len() == 1 && !word.nominal() && word != Tag::Pron
                || matches!(scene.tag(l.end - 1), Tag::That | Tag::Sub | Tag::Coord)
        };
        let left = left.filter(|l| !leads(l));
        let opens = left.is_some()
            || at == self.words.start
            || comma.is_some()
            || at == self.words.start + 1 && scene.tag(self.words.start) == Tag::Coord;
        let pieces: Vec<_> = match (left, right) {
            _ if !opens => return None,
            (Some(left), right) if scene.has_finite(left.clone()) => {
                let more = right.filter(|_| scene.finite(stop + 1));
                [left].into_iter().chain(more).collect()
            }
            (left, Some(right)) => left.into_iter().chain([right]).collect(),
            _ => return None,
        };
        Some(self.joined(Some(source), group, pieces, &AS_SOURCE_CUE))
    }

    /// "prices, which he said had risen", "in what he said was a slip": whether the pronoun at `at` is the subject or
    /// object of what is said.
    pub(super) fn is_within_relative(&self, group: &CueGroup, at: usize) -> bool {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let that = scene.tag(at) == Tag::That && words.say.has(group.cue.lemma);
        let pronoun = scene.tag(at) == Tag::Rel || that || self.is_fused(at);
        // "which even critics say was a risk"
        let adverb =
            at > self.words.start && scene.tag(at) == Tag::Adv && scene.tag(at - 1) == Tag::Rel;
        // "a step the council said would help"
        let helper = matches!(
            scene.tags(group.words.end),
            Some(Tag::Be | Tag::Modal | Tag::Have)
        );
        let contact = scene.tag(at) == Tag::Noun && helper && words.say.has(group.cue.lemma);
        (pronoun || adverb || contact)
            && group.cue.class == CueClass::Reporting
            && scene.finite(group.words.end)
    }

    /// The content at `start` within a relative clause: the comma that ends the clause ends it.
    pub(super) fn relative(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
    ) -> Option<Range<usize>> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let right = self.right(group, start, next)?;
        let close = scene.find(right.clone(), |i| {
            scene.mark(i) == Some(',')
                && (scene.finite(i + 1)
                    || scene.tags(i + 1) == Some(Tag::Adv) && scene.finite(i + 2)
                    || self.goes_on_behind(i + 1)
                    || scene.tags(i + 1) == Some(Tag::Coord)
                        && scene.tags(i + 2) != Some(Tag::That)
                        && scene.clause_at(i + 2, right.end))
        });
        // "those who say the road is shut outnumber the others": the verb of the clause around.
        let from = start.at + usize::from(start.form == Form::That);
        let around = scene.clause_end(from);
        let close = close.or_else(|| {
            let clause = matches!(start.form, Form::Clause | Form::That);
            let verb = around > from + 2 && scene.tag(around - 1).nominal();
            (clause && verb && scene.finite(around) && !scene.is(around, words.being))
                .then_some(around)
        });
        Some(start.at..close.unwrap_or(right.end))
    }

    /// "Ito, who announced a plan, plans to leave", "…, last week said": whether the verb of the clause around stands at
    /// `at` or behind a time there, though its form may be a noun's.
    fn goes_on_behind(&self, at: usize) -> bool {
        let scene = self.scene;
        let end = self.words.end;
        let verb = scene.time_end(at, end).unwrap_or(at);
        let token = |i: usize| scene.text.tokens.get(i).filter(|_| i < end);
        let noun_form = token(verb).is_some_and(|t| t.is(VERB_OR_NOUN));
        let object = matches!(
            scene.tags(verb + 1),
            Some(Tag::To | Tag::Det | Tag::Poss | Tag::That)
        );
        // "cast himself as"
        let reflexive = scene.tags(verb + 1) == Some(Tag::ObjPron);
        verb > at && scene.finite(verb) || noun_form && object || reflexive
    }

    /// What is left of the content `right` where a conjunction opens the clause with the subject at
    /// `opening`: "While Ito says the road is open, farmers stay away".
    pub(super) fn subordinate(&self, opening: usize, right: Range<usize>) -> Range<usize> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let conjunction = opening > self.words.start
            && (scene.tag(opening - 1) == Tag::Sub || scene.is(opening - 1, words.clause_opener));
        let first = |at: usize| {
            at == self.words.start
                || matches!(scene.tag(at - 1), Tag::Coord | Tag::Adv)
                || scene.mark(at - 1) == Some(',')
                // "Years after Ito claimed C, the mill was sold"
                || scene.is(at, words.when_said)
                    && scene.time_end(self.words.start, at) == Some(at)
        };
        if !conjunction || !first(opening - 1) {
            return right;
        }
        // “said it was "dear," he left”: the comma stands inside the marks.
        let behind_quotation = |i: usize| {
            scene.quotation(i - 1).is_some()
                && scene.mark(i - 2) == Some(',')
                && scene.tags(i) == Some(Tag::Pron)
        };
        let close = scene.find(right.clone(), |i| {
            behind_quotation(i)
                || scene.mark(i) == Some(',')
                    && !matches!(scene.tags(i + 1), Some(Tag::Rel | Tag::Coord))
                    && (scene.clause_at(i + 1, right.end)
                    // "While the study found C, that tells little"
                    || scene.tags(i + 1) == Some(Tag::That) && scene.finite(i + 2))
        });
        right.start..close.unwrap_or(right.end)
    }

    /// Whether "what" at `at` is the object of the words before it, so that a verb behind it is not theirs.
    fn is_fused(&self, at: usize) -> bool {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        at > self.words.start
            && scene.is(at, words.what)
            && (scene.tag(at - 1) == Tag::Prep || scene.tag(at - 1).verbal())
    }
}

//! Cues that are no finite verb of their own: the passive ("is expected to"), the verb that raises the
//! subject of another ("seems to"), the participle ("…, saying that").

use super::content::{Form, Start};
use super::cue::CueGroup;
use super::ending;
use super::relation::{Joined, Unit, is_expletive};
use super::scene::Scene;
use crate::lexicon;
use crate::lexicon::cue::{CueClass, Frames};
use crate::text::tag::Tag;

impl Unit<'_, '_, '_> {
    /// "is expected to", "was told that", "reported by the agency".
    pub(super) fn passive(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
    ) -> Option<Joined> {
        let scene = self.scene;
        let i = group.words.end;
        if scene.is_word(i, "by") {
            let end = scene.phrase_end(i + 1, self.words.end);
            let agent = i + 1..end;
            // "As reported by the Tide, C"
            let leads = self.words.start + 1 == group.words.start && scene.tag(i + 1).nominal();
            if leads && scene.is_word(self.words.start, "as") && scene.mark(end) == Some(',') {
                let right = end + 1..ending::trim(scene, end + 1, self.words.end);
                return (!right.is_empty())
                    .then(|| self.joined(Some(agent), group, [right], "as-source-cue"));
            }
            // "attacked by troops", "held by the bank" report nothing.
            if agent.is_empty()
                || !scene.tag(i + 1).nominal()
                || group.cue.class != CueClass::Reporting
                || !group.cue.frames.has(Frames::THAT.or(Frames::QUOTATION))
            {
                return None;
            }
            let subject = scene.subject_before(group.words.start, self.words.start)?;
            return Some(self.joined(Some(agent), group, [subject], "content-passive-source"));
        }
        let start = after?;
        match start.form {
            // "They were told that": who told them is what a reader would ask.
            _ if matches!(group.cue.lemma, "ask" | "tell") => None,
            Form::Infinitive => self.raising(group, start, next),
            Form::That | Form::Question => {
                let right = self.right(start, next)?;
                Some(self.joined(None, group, [right], "passive-that"))
            }
            _ => None,
        }
    }

    /// Subject and infinitive are the content, and nobody is the source: "The bill is expected to pass",
    /// "She seemed to agree".
    pub(super) fn raising(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
    ) -> Option<Joined> {
        let scene = self.scene;
        let right = self.right(start, next)?;
        let subject = scene.subject_before(group.words.start, self.words.start)?;
        let mut pieces = Vec::new();
        if !is_expletive(scene, &subject) {
            pieces.push(subject);
        }
        pieces.push(right);
        Some(self.joined(None, group, pieces, "content-cue-content"))
    }

    /// "…, saying that …": the source is the subject of the clause that the participle hangs on.
    pub(super) fn participle(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let at = group.words.start;
        let floor = self.words.start;
        let right = self.right(start, next)?;
        if at == floor || is_of_another(scene, at) {
            return None;
        }
        // "After saying C, Ito left"
        if at == floor + 1
            && matches!(scene.tag(floor), Tag::Prep | Tag::Sub)
            && matches!(start.form, Form::That | Form::Clause | Form::Question)
        {
            let comma = scene.find(right.clone(), |i| {
                scene.mark(i) == Some(',') && scene.clause_at(i + 1, self.words.end)
            })?;
            let verb = scene.find(comma + 1..self.words.end, |i| scene.finite(i))?;
            let source = scene.subject_before(verb, comma + 1)?;
            let content = start.at..comma;
            return (source.start == comma + 1 && content.len() > 1)
                .then(|| self.joined(Some(source), group, [content], "participle"));
        }
        if group.cue.class == CueClass::Attitude && !matches!(start.form, Form::That | Form::Clause)
        {
            return None;
        }
        let comma = matches!(scene.mark(at - 1), Some(',' | '—' | '–'));
        let previous = found
            .iter()
            .rev()
            .find(|j| j.cue.end <= at && j.source.is_some());
        let source = if comma {
            let hung = scene.subject_of_clause(floor, at);
            match previous {
                Some(p) if p.rule.starts_with("content") => p.source.clone(),
                Some(p) => hung.or_else(|| p.source.clone()),
                None => hung,
            }
        } else if let Some(start) = self.absolute(at) {
            Some(start..at)
        } else if scene.tag(at - 1).nominal() {
            // "people saying that"; but "issued a statement saying that": the object's clause speaks.
            let s = scene.phrase_start(at, floor)?;
            let definite = scene.text.tokens[s].is(lexicon::POSSESSIVE)
                || scene.is_word(s, "the")
                || (s..at).any(|i| scene.tag(i) == Tag::Gen);
            let object = s > floor && scene.finite(s - 1) && !definite;
            if object {
                let hung = scene.subject_of_clause(floor, at);
                // "there is proof suggesting that"
                hung.filter(|h| !is_expletive(scene, h)).or(Some(s..at))
            } else {
                Some(s..at)
            }
        } else {
            scene.subject_of_clause(floor, at)
        };
        Some(self.joined(Some(source?), group, [right], "participle"))
    }
}

impl Unit<'_, '_, '_> {
    /// Where the phrase begins that speaks in "with one in five saying that", right before `at`.
    fn absolute(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let inside = |i: usize| {
            let of = matches!(scene.tag(i), Tag::Prep) && !scene.is_word(i, "with");
            scene.tag(i).nominal() || of || scene.tag(i) == Tag::Adv
        };
        let floor = self.words.start.max(at.saturating_sub(LONGEST_ABSOLUTE));
        let start = (floor..at).rev().take_while(|i| inside(*i)).last()?;
        let with = start.checked_sub(1).filter(|w| *w >= self.words.start)?;
        // "with the right calling card"
        let compound = scene.is_word(at, "calling") && scene.tags(at + 1) == Some(Tag::Noun);
        (scene.is_word(with, "with") && scene.tag(at - 1).nominal() && !compound).then_some(start)
    }
}

/// The longest phrase, in tokens, between "with" and a participle.
const LONGEST_ABSOLUTE: usize = 12;

/// "pressed the miller into announcing", "scolded her for saying": not the subject says so.
fn is_of_another(scene: &Scene, participle: usize) -> bool {
    scene
        .text
        .is_one_of_any_case(participle - 1, "into for from with")
}

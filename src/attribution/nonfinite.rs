//! Cues that are no finite verb of their own: the passive ("is expected to"), the verb that raises the
//! subject of another ("seems to"), the participle ("…, saying that").

use super::content::{Form, Start};
use super::cue::CueGroup;
use super::phrase;
use super::relation::{Joined, Unit, is_expletive};
use super::scene::Scene;
use super::source;
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
        if let Some(joined) = self.asked(group) {
            return Some(joined);
        }
        if scene.is_word(i, "by") {
            let end = phrase::phrase_end(scene, i + 1, self.words.end);
            let agent = i + 1..end;
            // "attacked by troops", "held by the bank" report nothing.
            if !scene.tag(i + 1).nominal()
                || group.cue.class != CueClass::Reporting
                || !group.cue.frames.has(Frames::THAT.or(Frames::QUOTATION))
            {
                return None;
            }
            let subject = source::before(scene, group.words.start, self.words.start)?;
            return Some(self.joined(Some(agent), group, [subject], "content-passive-source"));
        }
        let start = after?;
        match start.form {
            _ if matches!(group.cue.lemma, "ask" | "tell") => {
                let right = self.right(start, next)?;
                Some(self.joined(None, group, [right], "passive-addressee"))
            }
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
        let subject = source::before(scene, group.words.start, self.words.start)?;
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
            let hung = source::of_clause(scene, floor, at);
            match previous {
                Some(p) if p.rule.starts_with("content") => p.source.clone(),
                Some(p) => hung.or_else(|| p.source.clone()),
                None => hung,
            }
        } else if scene.tag(at - 1).nominal() {
            // "people saying that"; but "issued a statement saying that": the object's clause speaks.
            let s = source::phrase_start(scene, at, floor)?;
            let definite = scene.text.tokens[s].is(lexicon::POSSESSIVE)
                || scene.is_word(s, "the")
                || (s..at).any(|i| scene.tag(i) == Tag::Gen);
            let object = s > floor && scene.finite(s - 1) && !definite;
            if object {
                let hung = source::of_clause(scene, floor, at);
                // "there is proof suggesting that"
                hung.filter(|h| !is_expletive(scene, h)).or(Some(s..at))
            } else {
                Some(s..at)
            }
        } else {
            source::of_clause(scene, floor, at)
        };
        Some(self.joined(Some(source?), group, [right], "participle"))
    }
}

/// "pressed the miller into announcing", "scolded her for saying": not the subject says so.
fn is_of_another(scene: &Scene, participle: usize) -> bool {
    ["into", "for", "from", "with"]
        .iter()
        .any(|w| scene.is_word(participle - 1, w))
}

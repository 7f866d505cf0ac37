//! Cues that are no finite verb of their own: the passive ("is expected to"), the verb that raises the
//! subject of another ("seems to"), the participle ("…, saying that").

use std::ops::Range;

use super::content::{self, Form, Start};
use super::cue::CueGroup;
use super::finite::{CONTENT_SOURCE_CUE, SOURCE_CUE_CLAUSE, SOURCE_CUE_THAT};
use super::relation::{Joined, Unit, is_expletive, is_quoted};
use super::scene::Scene;
use super::speaker;
use super::telling;
use crate::lexicon;
use crate::lexicon::cue::{CueClass, Frames};
use crate::rule::Rule;
use crate::text::tag::Tag;

/// “As reported by S, C”, “C, as noted by S”.
pub(super) static AS_SOURCE_CUE: Rule = Rule {
    name: "as-source-cue",
    yes: examples![
        "As reported by the Tide, the mill was sold.",
        "The mill was sold, as noted by the Tide.",
        "As the Tide reported, the mill was sold.",
        "The mill, as Ada Roe noted in May, was sold.",
    ],
    no: examples!["As the Tide grew, the mill was sold."],
};

/// “C was announced by S”.
pub(super) static CONTENT_PASSIVE_SOURCE: Rule = Rule {
    name: "content-passive-source",
    yes: examples!["The sale of the mill was announced by the council."],
    no: examples![
        "The report was written by the council.",
        "The rope was held by the council.",
    ],
};

/// “T was described as C by S”, C between marks.
pub(super) static PASSIVE_QUOTATION_SOURCE: Rule = Rule {
    name: "passive-quotation-source",
    yes: examples!["The mill has been described as “a one-room ruin” by Ada Roe."],
    no: examples![
        "The mill was described as “a one-room ruin” by accident.",
        "The mill was sold as “a one-room ruin” by Ada Roe.",
    ],
};

/// “S was quoted as saying C”.
pub(super) static QUOTED_AS_SAYING: Rule = Rule {
    name: "quoted-as-saying",
    yes: examples![
        "Ada Roe was quoted as saying that the mill was sold.",
        "Ada Roe was quoted by the Tide as saying the mill was sold.",
    ],
    no: examples!["Ada Roe was quoted by the Tide."],
};

/// “It was announced that C”.
pub(super) static PASSIVE_THAT: Rule = Rule {
    name: "passive-that",
    yes: examples!["It was announced that the mill was sold."],
    no: examples![
        "They were told that the mill was sold.",
        "It can also be revealed that the mill was sold.",
    ],
};

/// “C is believed to C”: nobody is named.
pub(super) static CONTENT_CUE_CONTENT: Rule = Rule {
    name: "content-cue-content",
    yes: examples!["The mill is believed to be empty."],
    no: examples!["The bill is expected to pass."],
};

/// “…, saying that C”: the source is the subject of the clause that the participle hangs on.
pub(super) static PARTICIPLE: Rule = Rule {
    name: "participle",
    yes: examples!["The mayor left early, saying that the mill was sold."],
    no: examples![
        "She scolded him for saying that the mill was sold.",
        "Prices rose, suggesting that the harvest was poor.",
    ],
};

impl Unit<'_, '_, '_> {
    /// "is expected to", "was told that", "reported by the agency".
    pub(super) fn passive(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let i = group.words.end;
        if let Some(joined) = self.quoted_as_saying(group, next) {
            return Some(joined);
        }
        if let Some(joined) = self.told_to_body(group, after, next, found) {
            return Some(joined);
        }
        if scene.is(i, words.agent) {
            let end = scene.phrase_end(i + 1, self.words.end);
            let agent = i + 1..end;
            // "As reported by the Tide, C"
            let leads = self.words.start + 1 == group.words.start;
            if leads && scene.is(self.words.start, words.quoted_as) && scene.mark(end) == Some(',')
            {
                let right = end + 1..telling::trim(scene, end + 1, self.words.end);
                return (!right.is_empty())
                    .then(|| self.joined(Some(agent), group, [right], &AS_SOURCE_CUE));
            }
            if let Some(joined) = self.as_told_behind(group, &agent) {
                return Some(joined);
            }
            // "attacked by troops", "held by the bank" report nothing.
            // "is explained by the rules": what causes it.
            let cause = words.caused.has(group.cue.lemma) && speaker::is_written(scene, &agent);
            if agent.is_empty()
                || cause
                || !scene.tag(i + 1).nominal()
                || group.cue.class != CueClass::Reporting
                || !group.cue.frames.has(Frames::THAT.or(Frames::QUOTATION))
            {
                return None;
            }
            let subject = group.subject(scene, self.words.start)?;
            // "he was told by the mayor": what he was told stands elsewhere.
            if matches!(scene.tag(subject.start), Tag::Pron | Tag::Rel | Tag::That) {
                return None;
            }
            let reason = self.reason_behind(&agent);
            let agent = agent.start..reason.unwrap_or(agent.end);
            let form = Form::Preposition;
            let reason = reason.and_then(|at| self.right(group, Start { at, form }, next));
            let pieces: Vec<_> = [subject].into_iter().chain(reason).collect();
            return Some(self.joined(Some(agent), group, pieces, &CONTENT_PASSIVE_SOURCE));
        }
        if let Some(joined) = self.described_by(group) {
            return Some(joined);
        }
        let start = after?;
        match start.form {
            // "They were told that": who told them is what a reader would ask.
            _ if words.asked_or_told.has(group.cue.lemma) => None,
            Form::Infinitive => self.raising(group, start, next),
            Form::That | Form::Question => {
                let right = self.right(group, start, next)?;
                // "The council is worried that C": no passive but how the council feels.
                let feels = words.feared.has(group.cue.lemma) && scene.is(group.head, words.felt);
                let subject = group.subject(scene, self.words.start);
                let subject = subject.filter(|_| feels);
                if subject.is_some() {
                    return Some(self.joined(subject, group, [right], &SOURCE_CUE_THAT));
                }
                Some(self.joined(None, group, [right], &PASSIVE_THAT))
            }
            _ => None,
        }
    }

    /// "The court was told that C", "C, the court was told": what was said there, as in "the court heard that".
    fn told_to_body(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        if !words.told.has(group.cue.lemma) {
            return None;
        }
        let body = scene.subject_before(group.words.start, self.words.start)?;
        if !body.clone().any(|i| scene.is(i, words.hearing_body)) {
            return None;
        }
        if let Some(start) = after.filter(|s| matches!(s.form, Form::That | Form::Clause)) {
            let rule = if start.form == Form::That {
                &SOURCE_CUE_THAT
            } else {
                &SOURCE_CUE_CLAUSE
            };
            let right = self.right(group, start, next)?;
            return Some(self.joined(Some(body), group, [right], rule));
        }
        let ends = group.words.end >= self.words.end || scene.is_end(group.words.end);
        let left = self.trailing(body.start, found).filter(|_| ends)?;
        let said = is_quoted(scene, &left) || scene.has_finite(left.clone());
        said.then(|| self.joined(Some(body), group, [left], &CONTENT_SOURCE_CUE))
    }

    /// Where it begins to be told, behind who is told of, what for: "rebuked by rivals for his plan", "criticized by
    /// residents over the closure".
    fn reason_behind(&self, agent: &Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let last = agent.end.min(self.words.end.saturating_sub(2));
        (agent.start + 1..last + 1).find(|&i| {
            let own = matches!(scene.tag(i + 1), Tag::Poss | Tag::Ing);
            scene.is(i, words.reason) && (own || scene.is(i, words.over))
        })
    }

    /// "C, as noted by the Tide": the clause before the comma.
    fn as_told_behind(&self, group: &CueGroup, agent: &Range<usize>) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let floor = self.words.start;
        let told = CueClass::Reporting == group.cue.class;
        let comma = group.words.start.checked_sub(2).filter(|c| *c > floor)?;
        if !told || !scene.is(comma + 1, words.quoted_as) || scene.mark(comma) != Some(',') {
            return None;
        }
        // All up to the next comma: "as noted by the botanist Dr. Ada Roe, …".
        let stops = |i: usize| scene.mark(i) == Some(',') || scene.is_end(i);
        let stop = (agent.start..self.words.end.min(agent.start + LONGEST_ABSOLUTE))
            .find(|i| stops(*i))
            .or((self.words.end <= agent.start + LONGEST_ABSOLUTE).then_some(self.words.end))?;
        let agent = agent.start..stop;
        if scene.has_finite(agent.clone()) {
            return None;
        }
        let first = scene.tag(floor);
        let start = floor + usize::from(matches!(first, Tag::Coord | Tag::Sub | Tag::Adv));
        let start = start + usize::from(scene.mark(start) == Some(','));
        let content = start..comma;
        (start < comma && scene.has_finite(content.clone()))
            .then(|| self.joined(Some(agent), group, [content], &AS_SOURCE_CUE))
    }

    /// "S was quoted as saying C", "S was quoted by the Tide as saying C".
    fn quoted_as_saying(&self, group: &CueGroup, next: Option<usize>) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let mut i = group.words.end;
        if !words.hands_on.has(group.cue.lemma) {
            return None;
        }
        if scene.is(i, words.agent) {
            i = (i + 1..self.words.end.min(i + LONGEST_ABSOLUTE))
                .find(|k| scene.is(*k, words.quoted_as))?;
        }
        let saying = i + 1;
        if !scene.is(i, words.quoted_as) || !scene.is(saying, words.saying) {
            return None;
        }
        let (_, right) = self.said_by_saying(saying, next)?;
        let source = group.subject(scene, self.words.start)?;
        Some(self.joined(Some(source), group, [right], &QUOTED_AS_SAYING))
    }

    /// The cue "saying" at `saying`, and its content.
    fn said_by_saying(
        &self,
        saying: usize,
        next: Option<usize>,
    ) -> Option<(&CueGroup, Range<usize>)> {
        let said = self.groups.iter().find(|g| g.head == saying)?;
        let start = content::start_after(self.scene, said, self.words.end)?;
        let right = self.right(said, start, next.filter(|n| *n > saying))?;
        Some((said, right))
    }

    /// "The Tide quoted S as saying C": the words are those of S, not of who quotes them.
    pub(super) fn quotes_as_saying(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
    ) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        if start.form != Form::Object || !words.hands_on.has(group.cue.lemma) {
            return None;
        }
        let reach = start.at + 1..self.words.end.min(start.at + LONGEST_QUOTED);
        let as_saying = |k| scene.is(k, words.quoted_as) && scene.is(k + 1, words.saying);
        let at = scene.find(reach, as_saying)?;
        let (said, right) = self.said_by_saying(at + 1, next)?;
        let source = start.at..at - usize::from(scene.mark(at - 1) == Some(','));
        Some(self.joined(Some(source), said, [right], &QUOTED_AS_SAYING))
    }

    /// "has been described as “…” by S": the words between marks are the content.
    fn described_by(&self, group: &CueGroup) -> Option<Joined> {
        let scene = self.scene;
        let from = group.words.end;
        let limit = self.words.end.min(from + LONGEST_DESCRIPTION);
        let words = &scene.text.language.attribution;
        if group.cue.class != CueClass::Reporting {
            return None;
        }
        // A quotation, or words set apart, and "by" right behind it.
        let open = (from..limit).find(|i| matches!(scene.mark(*i), Some('“' | '"' | '‘')))?;
        let quote = scene.text.quote_at(open).filter(|q| q.open == open)?;
        let by = quote.end();
        let plain = (from..open).all(|i| {
            scene.tag(i).nominal() || matches!(scene.tag(i), Tag::Prep | Tag::Sub | Tag::Adv)
        });
        if !plain || !scene.is(by, words.agent) {
            return None;
        }
        let end = scene.phrase_end(by + 1, self.words.end);
        let agent = by + 1..end;
        let named = !agent.is_empty();
        named.then(|| self.joined(Some(agent), group, [from..by], &PASSIVE_QUOTATION_SOURCE))
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
        let right = self.right(group, start, next)?;
        let subject = group.subject(scene, self.words.start)?;
        let mut pieces = Vec::new();
        if !is_expletive(scene, &subject) {
            pieces.push(subject);
        }
        pieces.push(right);
        Some(self.joined(None, group, pieces, &CONTENT_CUE_CONTENT))
    }

    /// "…, saying that …": the source is the subject of the clause that the participle hangs on.
    pub(super) fn participle(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let at = group.words.start;
        let floor = self.words.start;
        let right = self.right(group, start, next)?;
        // "reported, citing two officials, that C": whom the source of C has it from.
        let between = |j: &Joined| j.cue.end <= at && j.content.iter().any(|c| c.start > at);
        let cites = scene.is(at, words.citing) && found.iter().any(between);
        // "wrote to a friend saying C": what was written. "it is worth noting that": the writer's own.
        let begun = |j: &Joined| j.cue.end <= at && j.content.iter().any(|c| c.start == start.at);
        let worth = at > floor && scene.is(at - 1, words.worth);
        let taken = cites || worth || found.iter().any(begun);
        let leads = at == floor && group.cue.class == CueClass::Reporting;
        // "Monday's court ruling: C"
        let noun = at > floor
            && start.form != Form::That
            && scene.text.tokens[at].is(lexicon::DOCUMENT)
            && matches!(
                scene.tag(at - 1),
                Tag::Name | Tag::Adj | Tag::Gen | Tag::Poss
            );
        if at == floor && !leads || at > floor && is_of_another(scene, at) || taken || noun {
            return None;
        }
        // "After saying C, Ito left", "Noting C, Ito left"
        if (leads || at == floor + 1 && matches!(scene.tag(floor), Tag::Prep | Tag::Sub))
            && matches!(start.form, Form::That | Form::Clause | Form::Question)
        {
            let comma = scene.find(right.clone(), |i| scene.mark(i) == Some(','))?;
            // "Recalling the flood, Ito left" is a deed.
            if leads && !scene.has_finite(start.at..comma) {
                return None;
            }
            let verb = scene.find(comma + 1..self.words.end, |i| scene.finite(i))?;
            let source = scene.subject_before(verb, comma + 1)?;
            let content = start.at..comma;
            return (source.start == comma + 1)
                .then(|| self.joined(Some(source), group, [content], &PARTICIPLE));
        }
        if leads {
            return None;
        }
        let comma = matches!(scene.mark(at - 1), Some(',' | '—' | '–'));
        let previous = found
            .iter()
            .rev()
            .find(|j| j.cue.end <= at && j.source.is_some());
        let source = if comma {
            let subject = scene.subject_of_clause(floor, at);
            match previous {
                // "“…,” said Ito, adding that": he goes on.
                Some(p) if p.content.iter().any(|c| c.end <= p.cue.start) => p.source.clone(),
                Some(p) => subject.or_else(|| p.source.clone()),
                None => subject,
            }
        } else if let Some(start) = self.absolute(at) {
            Some(start..at)
        } else if scene.tag(at - 1).nominal() {
            // "people saying that"; but "issued a statement saying that": the object's clause speaks.
            let s = scene.phrase_start(at, floor)?;
            let definite = scene.text.tokens[s].is(lexicon::POSSESSIVE)
                || scene.is(s, words.definite)
                || (s..at).any(|i| scene.tag(i) == Tag::Gen);
            let object = s > floor && scene.finite(s - 1) && !definite;
            if object {
                let subject = scene.subject_of_clause(floor, at);
                // "there is proof suggesting that"
                subject.filter(|h| !is_expletive(scene, h)).or(Some(s..at))
            } else {
                Some(s..at)
            }
        } else {
            scene.subject_of_clause(floor, at)
        };
        // "There is time for the miller, after claiming that": nobody's.
        let source = source.filter(|s| !is_expletive(scene, s))?;
        Some(self.joined(Some(source), group, [right], &PARTICIPLE))
    }
}

impl Unit<'_, '_, '_> {
    /// Where the phrase begins that speaks in "with one in five saying that", right before `at`.
    fn absolute(&self, at: usize) -> Option<usize> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let inside = |i: usize| {
            let of = matches!(scene.tag(i), Tag::Prep) && !scene.is(i, words.absolute);
            scene.tag(i).nominal() || of
        };
        let floor = self.words.start.max(at.saturating_sub(LONGEST_ABSOLUTE));
        let start = (floor..at).rev().take_while(|i| inside(*i)).last()?;
        let with = start.checked_sub(1).filter(|w| *w >= self.words.start)?;
        (scene.is(with, words.absolute) && scene.tag(at - 1).nominal()).then_some(start)
    }
}

/// How far behind a passive cue, in tokens, the quotation begins at most.
const LONGEST_DESCRIPTION: usize = 6;

/// How far, in tokens, "as saying" stands behind the start of who is quoted, with office and name.
const LONGEST_QUOTED: usize = 20;

/// The longest phrase, in tokens, between "with" and a participle.
const LONGEST_ABSOLUTE: usize = 12;

/// "pressed the miller into announcing", "scolded her for saying": not the subject says so.
fn is_of_another(scene: &Scene, participle: usize) -> bool {
    scene.is(participle - 1, scene.text.language.attribution.of_another)
}

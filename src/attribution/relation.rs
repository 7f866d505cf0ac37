//! The relation: cues joined with their sources and contents, a rule for each order of the three.

use std::ops::Range;

use super::content::{self, Form, Start};
use super::cue::{self, CueGroup, Voice};
use super::guard::{Reading, Refused, Trail, guard};
use super::scene::Scene;
use super::{
    Attribution, Quotation, deeds, ending, lead_in, nesting, second_verb, signed, speaker, telling,
};
use crate::lexicon::Classes;
use crate::lexicon::cue::{CueClass, Frames};
use crate::pace::{Pace, at_once, pause};
use crate::phrase::Phrases;
use crate::rule::Rule;
use crate::span::in_order;
use crate::text::tag::Tag;

/// A source, cue and content that one rule has joined, before nested ones are dropped.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) head: usize,
    pub(super) content: Vec<Range<usize>>,
    pub(super) rule: &'static Rule,
}

/// Sorts by where content and cue start, as `key` weighs the two.
fn sort(all: &mut [Joined], key: fn(usize, usize) -> (usize, usize)) {
    all.sort_unstable_by_key(|j| key(j.content.first().map_or(0, |c| c.start), j.cue.start));
}

/// All attributions of the text of `phrases`.
pub(super) async fn find(phrases: &Phrases<'_, '_>) -> Vec<Attribution> {
    find_in(&Scene::new(phrases)).await
}

/// Each verb that was read as a cue, in text order, with the guards that were asked about it.
pub(super) fn readings(phrases: &Phrases) -> Vec<Reading> {
    let mut scene = Scene::new(phrases);
    scene.trail = Trail::kept();
    at_once(find_in(&scene));
    let mut readings = scene.trail.into_readings();
    readings.sort_by_key(|r| r.head);
    readings
}

async fn find_in(scene: &Scene<'_, '_>) -> Vec<Attribution> {
    let mut pace = Pace::default();
    let mut all: Vec<Joined> = Vec::new();
    // Where the block that the unit before hands over ends: what is said in it is inside a content.
    let mut handed = 0;
    for unit in &scene.units {
        if unit.start < handed {
            continue;
        }
        if all.len() >= scene.text.most_findings() {
            break;
        }
        let mut joined = Unit::new(scene, unit.clone()).join();
        if scene.reference {
            joined.retain(|j| {
                let plain = deeds::is_plain(scene, j);
                scene.trail.stays(j.head, guard!(is_not_plain), plain)
            });
        }
        let mut joined = nesting::outermost(scene, joined);
        let ends = joined.iter().flat_map(|j| &j.content).map(|c| c.end);
        handed = ends.max().unwrap_or(0);
        // Units stand in order, and hold their contents: to sort each sorts all.
        sort(&mut joined, |content, cue| (content, cue));
        all.extend(joined);
        if pace.went(unit.len()) {
            pause().await;
        }
    }
    signed::find(scene, &mut all);
    nesting::adopt_orphans(scene, &mut all);
    for joined in &mut all {
        in_order(&mut joined.content);
    }
    all.into_iter()
        .map(|j| Attribution {
            quotation: if lead_in::is_whole_block_quote(scene, &j.content) {
                Quotation::Direct
            } else {
                nesting::quotation(scene, &j.content)
            },
            source: j.source,
            cue: j.cue,
            head: j.head,
            content: j.content,
            rule: j.rule,
        })
        .collect()
}

/// The longest phrase, in tokens, that tells before a source when or where it spoke: "at the meeting on Monday".
const LONGEST_FRONT: usize = 9;

/// One unit and its cue groups.
pub(super) struct Unit<'a, 't, 'd> {
    pub(super) scene: &'a Scene<'t, 'd>,
    /// The unit's tokens.
    pub(super) words: Range<usize>,
    pub(super) groups: Vec<CueGroup>,
    /// The classes of all its words.
    pub(super) classes: Classes,
    /// For each group, where its own words begin (its subject, or the conjunction before it) if it
    /// opens an attribution that ends the content of an earlier one.
    openings: Vec<Option<usize>>,
}

impl<'a, 't, 'd> Unit<'a, 't, 'd> {
    fn new(scene: &'a Scene<'t, 'd>, words: Range<usize>) -> Unit<'a, 't, 'd> {
        let groups = cue::groups(scene, words.clone());
        let tokens = scene.text.tokens[words.clone()].iter();
        let classes = tokens.fold(Classes(0), |all, token| all.or(token.classes));
        let mut unit = Unit {
            scene,
            words,
            groups,
            classes,
            openings: Vec::new(),
        };
        unit.openings = unit.groups.iter().map(|g| unit.opening(g)).collect();
        unit
    }

    fn join(&self) -> Vec<Joined> {
        let scene = self.scene;
        let mut found: Vec<Joined> = Vec::new();
        self.according_to(&mut found);
        self.per(&mut found);
        self.in_view(&mut found);
        self.hedges(&mut found);
        for (g, group) in self.groups.iter().enumerate() {
            let next = self.next_opening(g);
            let read = || self.one(group, next, &found);
            let joined = scene.trail.of_cue(&group.words, group.head, read);
            found.extend(joined);
        }
        self.noun_led(&mut found);
        self.made_clear(&mut found);
        self.held(&mut found);
        self.headline(&mut found);
        if let Some(led) = self.lead_in(&self.groups) {
            // What its words would say by themselves they do not say.
            let start = led
                .source
                .as_ref()
                .map_or(led.cue.start, |s| s.start.min(led.cue.start));
            found.retain(|j| {
                let apart = j.cue.end <= start && j.content.iter().all(|c| c.end <= start);
                (scene.trail).stays(j.head, guard!(leads_to_next_block), apart)
            });
            found.push(led);
        }
        sort(&mut found, |content, cue| (cue, content));
        found
    }

    /// Where the words of the next attribution begin that end the content of the `g`th group.
    fn next_opening(&self, g: usize) -> Option<usize> {
        let group = &self.groups[g];
        let ends = |k: usize| {
            let opening = self.openings[k].filter(|o| *o >= group.words.end)?;
            let other = &self.groups[k];
            let second = self.is_second_verb(other)
                && (!second_verb::agree(self.scene, group, other)
                    || second_verb::is_of_pronoun(self.scene, group, other));
            (!second).then_some(opening)
        };
        (g + 1..self.groups.len()).find_map(ends)
    }

    /// "said A and warned that B": whether a conjunction joins `group` to a verb before it.
    fn is_second_verb(&self, group: &CueGroup) -> bool {
        let at = group.words.start;
        at > self.words.start && self.scene.tag(at - 1) == Tag::Coord
    }

    /// Where `group` opens an attribution that ends the content of an earlier one: after a comma or a
    /// conjunction, with a subject of its own, or as a participle ("…, adding that").
    fn opening(&self, group: &CueGroup) -> Option<usize> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let floor = self.words.start;
        let at = group.words.start;
        // "and the choir began to sing": what only quotes opens nothing without a quotation.
        let quotes = Frames::QUOTATION;
        if at == floor || group.cue.frames == quotes {
            return None;
        }
        if scene.quotation(at - 1).is_some() {
            return Some(at);
        }
        match group.voice {
            Voice::Participle => {
                // "said they live in fear, wondering for how long": no claim opens there.
                let after = content::start_after(scene, group, self.words.end);
                let claims = after.is_some() && deeds::ask(scene, group, after).is_ok();
                let apart = matches!(scene.mark(at - 1), Some(',' | '—' | '–'));
                (apart && claims).then(|| at - 1)
            }
            Voice::Passive => None,
            Voice::Finite | Voice::Infinitive => {
                // "said A and warned that B": a second verb of the same subject.
                if self.is_second_verb(group)
                    && second_verb::may_be(scene, group)
                    && group.cue.class == CueClass::Reporting
                {
                    let comma = at >= floor + 2 && scene.mark(at - 2) == Some(',');
                    return Some(at - 1 - usize::from(comma));
                }
                let subject = group.subject(scene, floor)?;
                let s = subject.start;
                if s == floor {
                    return None;
                }
                if scene.quotation(s - 1).is_some() {
                    return Some(s);
                }
                if matches!(scene.tag(subject.start), Tag::Rel | Tag::That) {
                    return (scene.mark(s - 1) == Some(',')).then_some(s - 1);
                }
                if scene.tag(s - 1) == Tag::Coord
                    && s >= floor + 2
                    && scene.mark(s - 2) == Some(',')
                {
                    return Some(s - 2);
                }
                // "said it was sold, after the Tide reported that it was for sale": a part of it.
                let part = scene.is(s - 1, words.when_said) && !scene.is(s - 1, words.contrasting);
                if scene.tag(s - 1) == Tag::Sub
                    && !part
                    && s >= floor + 2
                    && scene.mark(s - 2) == Some(',')
                {
                    return Some(s - 2);
                }
                // "Ito said prices rose and others said they fell", "while others said"
                let contrasts = scene.is(s - 1, words.contrasting);
                if group.cue.class == CueClass::Reporting
                    && (contrasts || scene.tag(s - 1) == Tag::Coord && !self.joins_subjects(s - 1))
                {
                    return Some(s - 1);
                }
                let parted = |i: usize| matches!(scene.mark(i), Some(',' | ';' | '—' | '–'));
                if parted(s - 1) {
                    return Some(s - 1);
                }
                // "said A, at the meeting on Monday she said B"
                let front = (floor.max(s.saturating_sub(LONGEST_FRONT))..s)
                    .rev()
                    .take_while(|i| !scene.finite(*i) && scene.quotation(*i).is_none())
                    .find(|i| parted(*i))?;
                let told = group.cue.class == CueClass::Reporting
                    && matches!(scene.tags(front + 1), Some(Tag::Prep | Tag::To))
                    && (scene.tag(s - 1).nominal() || scene.tag(s - 1) == Tag::Rel)
                    && !scene.finite(at + group.words.len());
                told.then_some(front)
            }
        }
    }

    /// Whether the conjunction at `at` joins what stands behind it to the subject of the same clause: "said
    /// she and her sister left". Then no verb of the clause stands before it.
    fn joins_subjects(&self, at: usize) -> bool {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let pronoun = scene.tags(at + 1) == Some(Tag::Pron);
        if at == 0 || pronoun || scene.is(at, words.contrast) || scene.quotation(at - 1).is_some() {
            return false;
        }
        let mut i = at;
        while i > self.words.start {
            let go = match scene.tag(i - 1) {
                Tag::Prep | Tag::Pron | Tag::ObjPron | Tag::Adv | Tag::Coord => true,
                t => t.nominal() || scene.is_light(i - 1),
            };
            if !go {
                break;
            }
            i -= 1;
        }
        let cue = self.groups.iter().find(|g| g.words.end == i);
        match cue {
            Some(group) => group.cue.frames.has(Frames::CLAUSE),
            None => i == self.words.start || !(scene.tag(i - 1).verbal()),
        }
    }

    /// The attribution that `group` signals. `next` is where the next attribution's own words begin,
    /// `found` what the unit has so far.
    fn one(
        &self,
        group: &CueGroup,
        next: Option<usize>,
        found: &[Joined],
    ) -> Result<Joined, Refused> {
        let words = &self.scene.text.language.attribution;
        let trail = &self.scene.trail;
        let after = content::start_after(self.scene, group, self.words.end)
            .filter(|start| !self.is_behind_quotation(group, *start));
        trail.ask(guard!(is_asked), self.is_asked(group))?;
        deeds::ask(self.scene, group, after)?;
        let mut joined = match group.voice {
            Voice::Passive => self
                .passive(group, after, next, found)
                .ok_or(Refused(guard!(fits_no_passive))),
            Voice::Participle => {
                let start = after.ok_or(Refused(guard!(leads_to_nothing)))?;
                self.participle(group, start, next, found)
                    .ok_or(Refused(guard!(fits_no_participle)))
            }
            Voice::Finite | Voice::Infinitive => self.finite(group, after, next, found),
        }?;
        // "pointed to the drought": the preposition is the cue's.
        if let Some(start) = after.filter(|s| s.form == Form::Preposition)
            && joined.cue.end + 1 == start.at
        {
            joined.cue.end = start.at;
        }
        speaker::ask(self.scene, group, after, &joined)?;
        // "the survey found growth"; but "the miller found a way", "found himself alone".
        let thing = after.is_some_and(|s| !matches!(s.form, Form::That | Form::Question));
        let found = words.found.has(group.cue.lemma) && thing;
        let written = |source: &Range<usize>| speaker::is_written(self.scene, source);
        let thing_found = found && !joined.source.as_ref().is_some_and(written);
        trail.ask(guard!(is_thing_found), thing_found)?;
        Ok(joined)
    }

    /// “…,” Ada Roe wrote of the gift, “…,” she told the Tide when asked about it: whether what was said stands before
    /// the source, and what stands at `start` only tells of what or when.
    fn is_behind_quotation(&self, group: &CueGroup, start: Start) -> bool {
        let scene = self.scene;
        if group.voice != Voice::Finite || !matches!(start.form, Form::Preposition | Form::Question)
        {
            return false;
        }
        let subject = group.subject(scene, self.words.start);
        let close = subject.and_then(|s| s.start.checked_sub(1));
        let work =
            |open: usize| open > 0 && scene.is(open - 1, scene.text.language.attribution.work);
        close.is_some_and(|last| {
            // "In her book “Roads of Nara,” Ada Roe wrote of Nara"
            scene.quotation(last).is_some_and(|q| !work(q.open))
                && scene.closes(last)
                && matches!(scene.mark(last - 1), Some(',' | '?' | '!' | '…' | '—'))
        })
    }

    /// The content that starts at `start`; nothing where nothing is left of it.
    pub(super) fn right(
        &self,
        group: &CueGroup,
        start: Start,
        next: Option<usize>,
    ) -> Option<Range<usize>> {
        let end = ending::end_after(self.scene, group, start, self.words.clone(), next);
        (end > start.at).then_some(start.at..end)
    }

    pub(super) fn joined(
        &self,
        source: Option<Range<usize>>,
        group: &CueGroup,
        content: impl Into<Vec<Range<usize>>>,
        rule: &'static Rule,
    ) -> Joined {
        // “…,” said Ito in a speech on behalf of the mayor.
        let behind = |s: &Range<usize>| s.start >= group.words.end;
        let source = source.map(|s| match telling::medium(self.scene, s.clone()) {
            Some(at) if behind(&s) => s.start..at,
            _ => s,
        });
        Joined {
            source,
            cue: group.words.clone(),
            head: group.head,
            content: content.into(),
            rule,
        }
    }
}

/// "it" and "there" before a cue stand for nobody.
pub(super) fn is_expletive(scene: &Scene, source: &Range<usize>) -> bool {
    source.len() == 1 && scene.is(source.start, scene.text.language.attribution.expletive)
}

pub(super) fn is_quoted(scene: &Scene, words: &Range<usize>) -> bool {
    words.end > words.start && scene.quotation(words.end - 1).is_some()
}

//! The relation: cues joined with their sources and contents, a rule for each order of the three.

use std::ops::Range;

use super::content::{self, Form, Start};
use super::cue::{self, CueGroup, Voice};
use super::scene::Scene;
use super::{Attribution, Quotation, deeds, ending, led, nesting, signed, speaker};
use crate::lexicon::VERB_OR_NOUN;
use crate::lexicon::cue::{CueClass, Frames};
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

/// “Said S, C”.
pub(super) static CUE_SOURCE_QUOTATION: Rule = Rule {
    name: "cue-source-quotation",
    yes: &["Said Ada Roe, “The mill was sold too soon.”"],
    no: &["Said Ada Roe of the mill."],
};

/// “C, S said”.
pub(super) static CONTENT_SOURCE_CUE: Rule = Rule {
    name: "content-source-cue",
    yes: &[
        "The mill was sold, Ada Roe said.",
        "“The mill was sold,” she said.",
    ],
    no: &[
        "As Ada Roe said, the mill was sold.",
        "After the flood, the mayor said.",
    ],
};

/// “C, S said, C”.
pub(super) static CONTENT_SOURCE_CUE_CONTENT: Rule = Rule {
    name: "content-source-cue-content",
    yes: &["“The mill is sold,” she said, “and it will be missed.”"],
    no: &["“The mill is sold,” she said."],
};

/// “S said, C”, C a quotation.
pub(super) static SOURCE_CUE_QUOTATION: Rule = Rule {
    name: "source-cue-quotation",
    yes: &["Ada Roe said: “The mill was sold too soon.”"],
    no: &[
        "The band called a song “Wild Wind”.",
        "The guests had begun “a long and merry evening by the weir” at noon.",
    ],
};

/// “S said that C”.
pub(super) static SOURCE_CUE_THAT: Rule = Rule {
    name: "source-cue-that",
    yes: &["Ada Roe said that the mill was sold."],
    no: &[
        "I think that the mill was sold.",
        "The council did not know that the mill was sold.",
        "Nobody said that the mill was sold.",
    ],
};

/// “S said C”.
pub(super) static SOURCE_CUE_CLAUSE: Rule = Rule {
    name: "source-cue-clause",
    yes: &["Ada Roe said the mill was sold."],
    no: &[
        "He said little.",
        "You know the mill was sold.",
        "The mayor heard the mill was sold.",
        "Did Ada Roe claim the mill was sold?",
    ],
};

/// “S disputed whether C”.
pub(super) static SOURCE_CUE_QUESTION: Rule = Rule {
    name: "source-cue-question",
    yes: &["The council disputed whether the mill was sold."],
    no: &[
        "The clerk asked whether the mill was sold.",
        "The guide knew how the mill works.",
        "The mayor would not say when the mill was sold.",
        "The report does not explain what was done.",
    ],
};

/// “S vowed to C”.
pub(super) static SOURCE_CUE_INFINITIVE: Rule = Rule {
    name: "source-cue-infinitive",
    yes: &["The council vowed to mend the weir."],
    no: &[
        "The mayor told them to leave.",
        "The drought threatens to empty the pond.",
    ],
};

/// “S denied C”.
pub(super) static SOURCE_CUE_OBJECT: Rule = Rule {
    name: "source-cue-object",
    yes: &["The miller denied the report."],
    no: &[
        "The old boatman told stories.",
        "The officers questioned the miller.",
        "The mayor called a meeting.",
        "The cinema shows two films.",
        "The critic described the hall.",
        "The surveyor compared the old map to the new one.",
    ],
};

/// “S called for C”.
pub(super) static SOURCE_CUE_PREPOSITION: Rule = Rule {
    name: "source-cue-preposition",
    yes: &["The mayor called for a new mill."],
    no: &["The mayor pointed to the drought."],
};

/// “S said: C”.
pub(super) static SOURCE_CUE_COLON: Rule = Rule {
    name: "source-cue-colon",
    yes: &["The mayor said: the mill will be sold."],
    no: &["The mayor left: the mill will be sold."],
};

/// Sorts by where content and cue start, as `key` weighs the two.
fn sort(all: &mut [Joined], key: fn(usize, usize) -> (usize, usize)) {
    all.sort_unstable_by_key(|j| key(j.content.first().map_or(0, |c| c.start), j.cue.start));
}

/// All attributions of the scene.
pub(super) fn find(scene: &Scene) -> Vec<Attribution> {
    let mut all: Vec<Joined> = Vec::new();
    // Where the block that the unit before hands over ends: what is said in it is inside a content.
    let mut handed = 0;
    for unit in &scene.units {
        if unit.start < handed {
            continue;
        }
        let mut joined = Unit::new(scene, unit.clone()).join();
        if scene.reference {
            joined.retain(|j| deeds::is_plain(scene, j));
        }
        let mut joined = nesting::outermost(scene, joined);
        let ends = joined.iter().flat_map(|j| &j.content).map(|c| c.end);
        handed = ends.max().unwrap_or(0);
        // Units stand in order, and hold their contents: to sort each sorts all.
        sort(&mut joined, |content, cue| (content, cue));
        all.extend(joined);
    }
    signed::find(scene, &mut all);
    nesting::adopt_orphans(scene, &mut all);
    for joined in &mut all {
        in_order(&mut joined.content);
    }
    all.into_iter()
        .map(|j| Attribution {
            quotation: if led::is_whole_block_quote(scene, &j.content) {
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

/// One unit and its cue groups.
pub(super) struct Unit<'a, 't, 'd> {
    pub(super) scene: &'a Scene<'t, 'd>,
    /// The unit's tokens.
    pub(super) words: Range<usize>,
    groups: Vec<CueGroup>,
    /// For each group, where its own words begin (its subject, or the conjunction before it) if it
    /// opens an attribution that ends the content of an earlier one.
    openings: Vec<Option<usize>>,
}

impl<'a, 't, 'd> Unit<'a, 't, 'd> {
    fn new(scene: &'a Scene<'t, 'd>, words: Range<usize>) -> Unit<'a, 't, 'd> {
        let groups = cue::groups(scene, words.clone());
        let mut unit = Unit {
            scene,
            words,
            groups,
            openings: Vec::new(),
        };
        unit.openings = unit.groups.iter().map(|g| unit.opening(g)).collect();
        unit
    }

    fn join(&self) -> Vec<Joined> {
        let mut found: Vec<Joined> = Vec::new();
        self.according_to(&mut found);
        self.per(&mut found);
        self.in_view(&mut found);
        self.hedges(&mut found);
        for (g, group) in self.groups.iter().enumerate() {
            let next = self.openings[g + 1..]
                .iter()
                .flatten()
                .copied()
                .find(|o| *o >= group.words.end);
            if let Some(joined) = self.one(group, next, &found) {
                found.push(joined);
            }
        }
        self.headline(&mut found);
        if let Some(led) = self.lead_in(&self.groups) {
            // What its words would say by themselves they do not say.
            let start = led
                .source
                .as_ref()
                .map_or(led.cue.start, |s| s.start.min(led.cue.start));
            found.retain(|j| j.cue.end <= start && j.content.iter().all(|c| c.end <= start));
            found.push(led);
        }
        sort(&mut found, |content, cue| (cue, content));
        found
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
        if at == floor || group.cue.frames == quotes && scene.quotation(group.words.end).is_none() {
            return None;
        }
        if scene.quotation(at - 1).is_some() {
            return Some(at);
        }
        match group.voice {
            Voice::Participle => {
                matches!(scene.mark(at - 1), Some(',' | '—' | '–')).then(|| at - 1)
            }
            Voice::Passive => None,
            Voice::Finite | Voice::Infinitive => {
                // "said A and warned that B": a second verb of the same subject.
                if scene.tag(at - 1) == Tag::Coord
                    && scene.tag(group.head) == Tag::Past
                    && group.cue.class == CueClass::Reporting
                {
                    let comma = at >= floor + 2 && scene.mark(at - 2) == Some(',');
                    return Some(at - 1 - usize::from(comma));
                }
                let subject = scene.subject_before(at, floor)?;
                let s = subject.start;
                if s == floor {
                    return None;
                }
                if scene.quotation(s - 1).is_some() {
                    return Some(s);
                }
                if matches!(scene.tag(subject.start), Tag::Rel | Tag::That) {
                    return (scene.mark(s - 1) == Some(',') && scene.tag(s) == Tag::Rel)
                        .then_some(s - 1);
                }
                if scene.tag(s - 1) == Tag::Coord
                    && s >= floor + 2
                    && scene.mark(s - 2) == Some(',')
                {
                    return Some(s - 2);
                }
                if scene.tag(s - 1) == Tag::Sub && s >= floor + 2 && scene.mark(s - 2) == Some(',')
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
                (matches!(scene.mark(s - 1), Some(',' | ';' | '—' | '–'))).then(|| s - 1)
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
            None => {
                i == self.words.start || !(scene.tag(i - 1).verbal() || scene.tag(i - 1) == Tag::To)
            }
        }
    }

    /// The attribution that `group` signals. `next` is where the next attribution's own words begin,
    /// `found` what the unit has so far.
    fn one(&self, group: &CueGroup, next: Option<usize>, found: &[Joined]) -> Option<Joined> {
        let words = &self.scene.text.language.attribution;
        let after = content::start_after(self.scene, group, self.words.end);
        if self.is_asked(group) || deeds::is_no_claim(self.scene, group, after) {
            return None;
        }
        let mut joined = match group.voice {
            Voice::Passive => self.passive(group, after, next),
            Voice::Participle => self.participle(group, after?, next, found),
            Voice::Finite | Voice::Infinitive => self.finite(group, after, next, found),
        }?;
        // "pointed to the drought": the preposition is the cue's.
        if let Some(start) = after.filter(|s| s.form == Form::Preposition)
            && joined.cue.end + 1 == start.at
            && joined.content.first().is_some_and(|c| c.start == start.at)
        {
            joined.cue.end = start.at;
        }
        if speaker::is_no_speaker(self.scene, group, after, &joined) {
            return None;
        }
        // "the survey found growth"; but "the miller found a way", "found himself alone".
        let thing = after.is_some_and(|s| !matches!(s.form, Form::That | Form::Question));
        let found = words.found.has(group.cue.lemma) && thing;
        let written = |source: &Range<usize>| speaker::is_written(self.scene, source);
        (!found || joined.source.as_ref().is_some_and(written)).then_some(joined)
    }

    fn finite(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let floor = self.words.start;
        let at = group.words.start;
        let frames = group.cue.frames;
        if speaker::withholds_name(scene, group) {
            return None;
        }
        // “…,” said Ito.
        if let Some(joined) = self.inverted(group, found) {
            return Some(joined);
        }
        // "Said Ito, “…”"
        if at == floor && scene.tag(at) == Tag::Past && frames.has(Frames::QUOTATION) {
            let source = scene.subject_after(group.words.end, self.words.end)?;
            let form = Form::Quotation;
            let at = source.end + usize::from(scene.quotation(source.end).is_none());
            let led = matches!(scene.mark(at - 1), Some(',' | ':'));
            let right = self.right(Start { at, form }, next);
            let right = right.filter(|_| led && scene.quotation(at).is_some())?;
            return Some(self.joined(Some(source), group, [right], &CUE_SOURCE_QUOTATION));
        }
        let coordinated = at > floor && scene.tag(at - 1) == Tag::Coord;
        let subject = if coordinated {
            None
        } else {
            scene.subject_before(at, floor)
        };
        let source = match &subject {
            Some(s) => Some(s.clone()),
            None if coordinated => found
                .iter()
                .rev()
                .find(|j| j.source.as_ref().is_some_and(|s| s.end <= at))
                .and_then(|j| j.source.clone())
                .or_else(|| scene.subject_of_clause(floor, at)),
            None => None,
        };
        let source = source?;
        if speaker::is_nobody(scene, &source) {
            return None;
        }
        if scene.tag(source.start) == Tag::Det
            && source.len() == 1
            && !frames.has(Frames::CLAUSE)
            && !frames.has(Frames::THAT)
        {
            return None;
        }
        if is_expletive(scene, &source) || words.raising.has(group.cue.lemma) {
            return self.raising(group, after?, next);
        }
        // "the harvest that promised a mild winter"
        let relative = scene.tag(source.start) == Tag::That || scene.is(source.start, words.which);
        if relative
            && after.is_some_and(|s| {
                // Words between marks are somebody's.
                let marked = |i: usize| matches!(scene.mark(i), Some('“' | '"'));
                matches!(s.form, Form::Object | Form::Infinitive | Form::Preposition)
                    && !(s.at..self.words.end).any(marked)
            })
            && speaker::is_thing(scene, source.start.saturating_sub(2)..source.start)
        {
            return None;
        }
        let opening = subject.as_ref().map_or(at, |s| s.start);
        // "As Ito noted, C" is the writer's word as much as Ito's.
        if opening > floor && scene.is(opening - 1, words.quoted_as) && after.is_none() {
            return None;
        }
        let trailing = if frames.has(Frames::TRAILING) || frames.has(Frames::QUOTATION) {
            self.trailing(opening, found)
        } else {
            None
        };
        let trailing = trailing
            .filter(|t| frames.has(Frames::TRAILING) || scene.quotation(t.end - 1).is_some());
        // "the pilot, who said C, left": the comma that ends the relative clause ends C.
        if let Some(start) = after
            && scene.tag(source.start) == Tag::Rel
            && start.form != Form::Quotation
        {
            // "the clerk who reported the call recalled that": the call is all that was reported.
            let first = start.form == Form::Clause && self.speaks_first(start.at);
            // "Ada Roe, who said so, left"
            let nothing =
                start.form == Form::Clause && deeds::says_nothing(scene, group, &source, start.at);
            if first || nothing {
                return None;
            }
            let right = self.relative(start, next)?;
            return Some(self.joined(Some(source), group, [right], rule_of(start.form)));
        }
        match (after, trailing) {
            (Some(start), Some(left)) => {
                // “…,” he said, “…” and “…”, he said of …
                let right = self.right(start, next)?;
                // "C, he said, and “…”"
                let goes_on =
                    || scene.tag(start.at - 1) == Tag::Coord && scene.has_finite(left.clone());
                if start.form == Form::Quotation && !is_quoted(scene, &left) && !goes_on() {
                    return Some(self.joined(Some(source), group, [right], rule_of(start.form)));
                }
                if start.form == Form::Quotation {
                    let rule = &CONTENT_SOURCE_CUE_CONTENT;
                    return Some(self.joined(Some(source), group, [left, right], rule));
                }
                // "In her report, “Roads of Nara,” Ito said roads were bad."
                let titled = start.form == Form::Clause && scene.tag(left.start) == Tag::Prep;
                if is_quoted(scene, &left) && start.form != Form::That && !titled {
                    // “…,” he said of the mill, “…”
                    let resumed = self.resumed(group, &left, next);
                    let pieces: Vec<_> = [left].into_iter().chain(resumed).collect();
                    return Some(self.joined(Some(source), group, pieces, &CONTENT_SOURCE_CUE));
                }
                Some(self.joined(Some(source), group, [right], rule_of(start.form)))
            }
            (Some(start), None) => {
                if matches!(start.form, Form::Object | Form::Clause | Form::Infinitive)
                    && deeds::says_nothing(scene, group, &source, start.at)
                {
                    return None;
                }
                let right = self.right(start, next)?;
                // "policies the miller blamed on him": what is said stands elsewhere.
                if start.form == Form::Preposition
                    && right.len() == 1
                    && scene.tag(right.start) == Tag::ObjPron
                {
                    return None;
                }
                let right = self.subordinate(opening, right);
                Some(self.joined(Some(source), group, [right], rule_of(start.form)))
            }
            // "the mayor, who says so": what stands before is the antecedent.
            (None, Some(_)) if scene.tag(source.start) == Tag::Rel => None,
            (None, Some(left)) => {
                if !self.ends_after(group) {
                    return None;
                }
                // “…,” Ada Roe, a pilot who saw it, said.
                if let Some((quote, name)) = self.quote_and_name(&left)
                    && !scene.has_finite(name..source.start)
                {
                    let source = name..source.end;
                    return Some(self.joined(Some(source), group, [quote], &CONTENT_SOURCE_CUE));
                }
                let resumed = self.resumed(group, &left, next);
                let whole = left.clone().any(|i| scene.quotation(i).is_some())
                    || scene.has_finite(left.clone())
                    || self.ends_with(group) && may_be_clause(scene, left.clone())
                    || self.is_headline();
                if resumed.is_none() && !whole {
                    return None;
                }
                let mut pieces = vec![left];
                pieces.extend(resumed);
                Some(self.joined(Some(source), group, pieces, &CONTENT_SOURCE_CUE))
            }
            // "prices, which he said had risen", "in what he said was a slip": the rest of the relative clause.
            (None, None)
                if opening > floor
                    && (scene.tag(opening - 1) == Tag::Rel
                        || scene.tag(opening - 1) == Tag::That
                            && words.say.has(group.cue.lemma)
                        || self.is_fused(opening - 1))
                    && group.cue.class == CueClass::Reporting
                    && scene.finite(group.words.end) =>
            {
                let at = group.words.end;
                let form = Form::Clause;
                let right = self.relative(Start { at, form }, next)?;
                Some(self.joined(Some(source), group, [right], rule_of(form)))
            }
            (None, None) => {
                // “…!” The mayor shouted it. / Ito said. (after a quotation that ended the sentence before)
                let quote = self.quotation_before(opening)?;
                (frames.has(Frames::QUOTATION) && self.ends_after(group))
                    .then(|| self.joined(Some(source), group, [quote], &CONTENT_SOURCE_CUE))
            }
        }
    }

    /// The content at `start` within a relative clause: the comma that ends the clause ends it.
    fn relative(&self, start: Start, next: Option<usize>) -> Option<Range<usize>> {
        let scene = self.scene;
        let right = self.right(start, next)?;
        let close = scene.find(right.clone(), |i| {
            scene.mark(i) == Some(',')
                && (scene.finite(i + 1)
                    || scene.tags(i + 1) == Some(Tag::Coord)
                        && scene.tags(i + 2) != Some(Tag::That)
                        && scene.clause_at(i + 2, right.end))
        });
        Some(start.at..close.unwrap_or(right.end))
    }

    /// What is left of the content `right` where a conjunction opens the clause with the subject at
    /// `opening`: "While Ito says the road is open, farmers stay away".
    fn subordinate(&self, opening: usize, right: Range<usize>) -> Range<usize> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let conjunction = opening > self.words.start
            && (scene.tag(opening - 1) == Tag::Sub || scene.is(opening - 1, words.clause_opener));
        let first = |at: usize| {
            at == self.words.start
                || matches!(scene.tag(at - 1), Tag::Coord | Tag::Adv)
                || scene.mark(at - 1) == Some(',')
        };
        if !conjunction || !first(opening - 1) {
            return right;
        }
        let close = scene.find(right.clone(), |i| {
            scene.mark(i) == Some(',')
                && scene.tags(i + 1) != Some(Tag::Rel)
                && scene.tags(i + 2) != Some(Tag::That)
                && !scene.is(i + 1, words.or)
                && scene.clause_at(i + 1, right.end)
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

    /// Whether the first verb of the clause at `at` is a cue with a content that cannot be mistaken.
    fn speaks_first(&self, at: usize) -> bool {
        let verb = self
            .scene
            .find(at..self.words.end, |i| self.scene.finite(i));
        self.groups.iter().any(|g| {
            Some(g.words.start) == verb
                && content::start_after(self.scene, g, self.words.end)
                    .is_some_and(|s| matches!(s.form, Form::That | Form::Quotation))
        })
    }

    /// The content that starts at `start`; nothing where nothing is left of it.
    pub(super) fn right(&self, start: Start, next: Option<usize>) -> Option<Range<usize>> {
        let end = ending::end_after(self.scene, start, self.words.end, next);
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
        let source = source.map(|s| match ending::medium(self.scene, s.clone()) {
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

/// Whether a clause may stand in `words` whose verb was read as a noun: "the fighting shows its true face".
fn may_be_clause(scene: &Scene, mut words: Range<usize>) -> bool {
    let noun = |i: usize| scene.text.tokens[i].is(VERB_OR_NOUN) && scene.tag(i) == Tag::Noun;
    words.len() >= FEWEST_OF_CLAUSE
        && !matches!(scene.tag(words.start), Tag::Prep | Tag::Sub)
        && words.any(noun)
}

/// The fewest tokens of a clause whose verb is not known for one.
const FEWEST_OF_CLAUSE: usize = 6;

fn rule_of(form: Form) -> &'static Rule {
    match form {
        Form::Quotation => &SOURCE_CUE_QUOTATION,
        Form::That => &SOURCE_CUE_THAT,
        Form::Clause => &SOURCE_CUE_CLAUSE,
        Form::Question => &SOURCE_CUE_QUESTION,
        Form::Infinitive => &SOURCE_CUE_INFINITIVE,
        Form::Object => &SOURCE_CUE_OBJECT,
        Form::Preposition => &SOURCE_CUE_PREPOSITION,
        Form::Colon => &SOURCE_CUE_COLON,
    }
}

/// "it" and "there" before a cue stand for nobody.
pub(super) fn is_expletive(scene: &Scene, source: &Range<usize>) -> bool {
    source.len() == 1 && scene.is(source.start, scene.text.language.attribution.expletive)
}

pub(super) fn is_quoted(scene: &Scene, words: &Range<usize>) -> bool {
    words.end > words.start && scene.quotation(words.end - 1).is_some()
}

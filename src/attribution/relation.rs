//! The relation: cues joined with their sources and contents, a rule for each order of the three.

use std::ops::Range;

use super::content::{self, Form, Start};
use super::cue::{self, CueGroup, Voice};
use super::scene::Scene;
use super::source;
use super::{Attribution, Quotation};
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::{self};
use crate::text::tag::Tag;

/// A source, cue and content that one rule has joined, before nested ones are dropped.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) head: usize,
    pub(super) content: Vec<Range<usize>>,
    pub(super) rule: &'static str,
}

/// All attributions of the scene.
pub(super) fn find(scene: &Scene) -> Vec<Attribution> {
    let mut all: Vec<Joined> = Vec::new();
    for k in 0..scene.units.len() {
        let unit = scene.units[k].clone();
        let mut joined = Unit::new(scene, k, unit).join();
        drop_nested(scene, &mut joined);
        all.append(&mut joined);
    }
    adopt_orphans(scene, &mut all);
    all.into_iter()
        .map(|j| Attribution {
            quotation: quotation(scene, &j.content),
            source: j.source,
            cue: j.cue,
            head: j.head,
            content: j.content,
            rule: j.rule,
        })
        .collect()
}

/// One unit and its cue groups.
struct Unit<'a, 't, 'd> {
    scene: &'a Scene<'t, 'd>,
    index: usize,
    words: Range<usize>,
    groups: Vec<CueGroup>,
    /// Where the words of each group begin: its subject, or the conjunction before it, if it opens an
    /// attribution of its own.
    openings: Vec<usize>,
}

impl<'a, 't, 'd> Unit<'a, 't, 'd> {
    fn new(scene: &'a Scene<'t, 'd>, index: usize, words: Range<usize>) -> Unit<'a, 't, 'd> {
        let groups = cue::groups(scene, words.clone());
        let mut unit = Unit {
            scene,
            index,
            words,
            groups,
            openings: Vec::new(),
        };
        unit.openings = (0..unit.groups.len())
            .filter_map(|g| unit.opening(g))
            .collect();
        unit
    }

    fn join(&self) -> Vec<Joined> {
        let mut found: Vec<Joined> = Vec::new();
        self.according_to(&mut found);
        self.hedges(&mut found);
        for g in 0..self.groups.len() {
            if let Some(joined) = self.one(g, &found) {
                found.push(joined);
            }
        }
        self.headline(&mut found);
        found.sort_by_key(|j| j.cue.start);
        found
    }

    /// Where group `g` opens an attribution that ends the content of an earlier one: after a comma or a
    /// conjunction, with a subject of its own, or as a participle ("…, adding that").
    fn opening(&self, g: usize) -> Option<usize> {
        let group = &self.groups[g];
        let scene = self.scene;
        let floor = self.words.start;
        let at = group.words.start;
        if at == floor {
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
                    let comma = scene.mark(at - 2) == Some(',');
                    return Some(at - 1 - usize::from(comma));
                }
                let subject = source::before(scene, at, floor)?;
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
                (matches!(scene.mark(s - 1), Some(',' | ';' | '—' | '–'))).then(|| s - 1)
            }
        }
    }

    fn one(&self, g: usize, found: &[Joined]) -> Option<Joined> {
        let group = &self.groups[g];
        let scene = self.scene;
        let end = self.words.end;
        let next: Vec<usize> = self
            .openings
            .iter()
            .copied()
            .filter(|o| *o >= group.words.end)
            .collect();
        let after = content::start_after(scene, group, end);
        match group.voice {
            Voice::Passive => self.passive(group, after, &next),
            Voice::Participle => self.participle(group, after?, &next, found),
            Voice::Finite | Voice::Infinitive => self.finite(group, after, &next, found),
        }
    }

    fn finite(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: &[usize],
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let floor = self.words.start;
        let at = group.words.start;
        let frames = group.cue.frames;
        if let Some(joined) = self.asked(group, next) {
            return Some(joined);
        }
        // “…,” said Ito.
        if let Some(joined) = self.inverted(group, found) {
            return Some(joined);
        }
        let coordinated = at > floor && scene.tag(at - 1) == Tag::Coord;
        let subject = if coordinated {
            None
        } else {
            source::before(scene, at, floor)
        };
        let source = match &subject {
            Some(s) => Some(s.clone()),
            None if coordinated => found
                .iter()
                .rev()
                .find(|j| j.source.as_ref().is_some_and(|s| s.end <= at))
                .and_then(|j| j.source.clone())
                .or_else(|| source::of_clause(scene, floor, at)),
            None => None,
        };
        // "I", "we", "you" speak for the page or its reader outside quotations.
        let source = source?;
        if scene.tag(source.start) == Tag::Det
            && source.len() == 1
            && !frames.has(Frames::CLAUSE)
            && !frames.has(Frames::THAT)
        {
            return None;
        }
        if is_expletive(scene, &source) {
            return self.raising(group, after, next);
        }
        if matches!(group.cue.lemma, "seem" | "appear") {
            return self.raising(group, after, next);
        }
        let opening = subject.as_ref().map_or(at, |s| s.start);
        // "As Ito noted, C"; "C, as Ito noted".
        if opening > floor && scene.is_word(opening - 1, "as") && after.is_none() {
            return self.as_clause(group, source, opening - 1);
        }
        let trailing = if frames.has(Frames::TRAILING) || frames.has(Frames::QUOTATION) {
            self.trailing(opening, found)
        } else {
            None
        };
        let trailing = trailing
            .filter(|t| frames.has(Frames::TRAILING) || scene.quotation(t.end - 1).is_some());
        match (after, trailing) {
            (Some(start), Some(left)) => {
                // “…,” he said, “…” and “…”, he said of …
                let right = self.right(start, next);
                if start.form == Form::Quotation && !is_quoted(scene, &left) {
                    return Some(self.joined(Some(source), group, right, rule_of(start.form)));
                }
                if start.form == Form::Quotation {
                    let mut pieces = vec![left];
                    pieces.extend(right);
                    return Some(self.joined(
                        Some(source),
                        group,
                        pieces,
                        "content-source-cue-content",
                    ));
                }
                if is_quoted(scene, &left) && start.form != Form::That {
                    return Some(self.joined(
                        Some(source),
                        group,
                        vec![left],
                        "content-source-cue",
                    ));
                }
                Some(self.joined(Some(source), group, right, rule_of(start.form)))
            }
            (Some(start), None) => {
                if matches!(start.form, Form::Object | Form::Clause)
                    && says_nothing(scene, group, &source, start.at)
                {
                    return None;
                }
                let right = self.right(start, next);
                if right.is_empty() {
                    return None;
                }
                Some(self.joined(Some(source), group, right, rule_of(start.form)))
            }
            (None, Some(left)) => {
                if !self.ends_after(group) {
                    return None;
                }
                let resumed = self.resumed(group, &left, next);
                let whole = is_quoted(scene, &left) || left.clone().any(|i| scene.finite(i));
                if resumed.is_none() && !whole {
                    return None;
                }
                let mut pieces = vec![left];
                pieces.extend(resumed);
                Some(self.joined(Some(source), group, pieces, "content-source-cue"))
            }
            (None, None) => {
                // “…!” The mayor shouted it. / Ito said. (after a quotation that ended the sentence before)
                let quote = self.quotation_before(opening)?;
                (frames.has(Frames::QUOTATION) && self.ends_after(group))
                    .then(|| self.joined(Some(source), group, vec![quote], "content-source-cue"))
            }
        }
    }

    /// "As S cue, C" and "C, as S cue".
    fn as_clause(&self, group: &CueGroup, source: Range<usize>, at: usize) -> Option<Joined> {
        let scene = self.scene;
        if group.cue.class != CueClass::Reporting {
            return None;
        }
        let leads =
            at == self.words.start || at == self.words.start + 1 && scene.tag(at - 1) == Tag::Coord;
        if leads {
            let comma = (group.words.end..self.words.end.min(group.words.end + 12))
                .find(|&i| scene.mark(i) == Some(','))?;
            let from = comma + 1;
            let end = content::trim(scene, from, self.words.end);
            return (from < end)
                .then(|| self.joined(Some(source), group, vec![from..end], "as-source-cue"));
        }
        let left = content::before(scene, at, self.words.start)?;
        Some(self.joined(Some(source), group, vec![left], "as-source-cue"))
    }

    /// "Asked whether C, she said": nobody is named who asked.
    fn asked(&self, group: &CueGroup, next: &[usize]) -> Option<Joined> {
        let scene = self.scene;
        let at = group.words.start;
        let free = at == self.words.start
            || scene.is_word(at - 1, "when")
            || scene.mark(at - 1) == Some(',')
            || scene.tag(at - 1) == Tag::Coord && at == self.words.start + 1;
        if !free || group.cue.lemma != "ask" || scene.tag(group.head) != Tag::Past {
            return None;
        }
        let mut i = group.words.end;
        let limit = self.words.end.min(i + 14);
        while i < limit
            && !(scene.tag(i) == Tag::Wh
                || scene.is_word(i, "about")
                || scene.is_word(i, "if")
                || scene.tag(i) == Tag::To
                || scene.tag(i) == Tag::Det && i == group.words.end)
        {
            if scene.mark(i).is_some() {
                return None;
            }
            i += 1;
        }
        if i >= limit {
            return None;
        }
        let from = i + usize::from(scene.is_word(i, "about"));
        let mut end = (from..self.words.end)
            .find(|&k| scene.mark(k) == Some(',') || scene.quotation(k).is_some())
            .unwrap_or(self.words.end);
        if let Some(n) = next.first() {
            end = end.min((*n).max(from));
        }
        let end = content::trim(scene, from, end);
        (end > from).then(|| self.joined(None, group, vec![from..end], "asked"))
    }

    /// After "…, he said,": the rest of the sentence, if the sentence goes on.
    fn resumed(
        &self,
        group: &CueGroup,
        left: &Range<usize>,
        next: &[usize],
    ) -> Option<Range<usize>> {
        let scene = self.scene;
        let mut i = group.words.end;
        // Past what dates or places the cue.
        while i < self.words.end && scene.mark(i) != Some(',') {
            if scene.quotation(i).is_some() || scene.is_end(i) {
                return None;
            }
            i += 1;
        }
        let from = i + 1;
        if from >= self.words.end {
            return None;
        }
        if let Some(quote) = scene.quotation(from) {
            return Some(quote.open..quote.end());
        }
        if matches!(scene.tag(from), Tag::Ing) && content::cue_of(scene, from).is_some() {
            return None;
        }
        if is_quoted(scene, left) || matches!(scene.tag(from), Tag::Ing | Tag::Sub | Tag::Rel) {
            return None;
        }
        let fragment = scene.tag(left.start) == Tag::Sub || !left.clone().any(|i| scene.finite(i));
        let goes_on = fragment
            || matches!(scene.tag(from), Tag::Coord | Tag::That | Tag::To)
            || scene.finite(from);
        if !goes_on {
            return None;
        }
        let end = next
            .iter()
            .copied()
            .find(|n| *n >= from)
            .unwrap_or(self.words.end);
        if end <= from + 2 {
            return None;
        }
        let end = content::trim(scene, from, end);
        (end > from).then_some(from..end)
    }

    /// The words before a trailing attribution that opens at `at`.
    fn trailing(&self, at: usize, found: &[Joined]) -> Option<Range<usize>> {
        let floor = self.floor(at, found);
        content::before(self.scene, at, floor)
    }

    /// Where free words begin before `at`: after the last attribution of the unit that ends before it,
    /// if that has its content on its right.
    fn floor(&self, at: usize, found: &[Joined]) -> usize {
        let mut floor = content::past_dateline(self.scene, &self.words);
        for j in found {
            // "A said C; D, said B": the second has what follows the semicolon.
            if let Some(semicolon) = (j.cue.end..at)
                .rev()
                .find(|&i| self.scene.mark(i) == Some(';'))
            {
                floor = floor.max(semicolon + 1);
            }
            if j.cue.end <= at
                && j.cue.end > floor
                && j.content
                    .iter()
                    .any(|c| c.start >= j.cue.end && c.end <= at)
            {
                let quoted = j.content.last().is_some_and(|c| is_quoted(self.scene, c));
                if quoted {
                    floor = j.content.last().map_or(floor, |c| c.end);
                }
            }
        }
        floor
    }

    fn right(&self, start: Start, next: &[usize]) -> Vec<Range<usize>> {
        let scene = self.scene;
        let end = content::end_after(scene, start, self.words.end, next);
        if end <= start.at {
            return Vec::new();
        }
        vec![start.at..end]
    }

    /// Content, cue, source: “…,” said Ito.
    fn inverted(&self, group: &CueGroup, found: &[Joined]) -> Option<Joined> {
        let scene = self.scene;
        let at = group.words.start;
        if group.words.len() != 1
            || !group.cue.frames.has(Frames::QUOTATION)
            || group.voice != Voice::Finite
        {
            return None;
        }
        let at_edge = at == self.words.start;
        let left = if at_edge {
            self.quotation_before(at)
        } else {
            self.trailing(at, found)
        }?;
        let quoted = is_quoted(scene, &left);
        if !quoted && !group.cue.frames.has(Frames::TRAILING) {
            return None;
        }
        // "Ito, the mayor, said prices rose": what stands before is the subject.
        if !quoted && !left.clone().any(|i| scene.finite(i)) {
            return None;
        }
        let source = source::after(scene, group.words.end, self.words.end)?;
        if !quoted && group.cue.frames.has(Frames::ADDRESSEE) {
            return None;
        }
        if !quoted && scene.quotation(source.end).is_some() {
            return None;
        }
        if !quoted
            && source.end < self.words.end
            && !scene.is_end(source.end)
            && scene.mark(source.end) != Some(',')
        {
            return None;
        }
        let mut pieces = vec![left];
        let mut i = source.end;
        // Past what dates the cue, to a quotation that resumes.
        while i < self.words.end && scene.quotation(i).is_none() && !scene.is_end(i) {
            i += 1;
        }
        if let Some(quote) = scene.quotation(i)
            && matches!(scene.mark(i.wrapping_sub(1)), Some(',' | ':' | '—' | '–'))
        {
            pieces.push(quote.open..quote.end());
        }
        Some(self.joined(Some(source), group, pieces, "content-cue-source"))
    }

    /// The quotation that ends right before `at`, in this unit or the one before in the same block.
    fn quotation_before(&self, at: usize) -> Option<Range<usize>> {
        let last = at.checked_sub(1)?;
        if self.scene.text.tokens[at].opens_block {
            return None;
        }
        let quote = self.scene.quotation(last)?;
        (quote.end() == at).then(|| quote.open..quote.end())
    }

    /// Whether nothing but a date, a place or an adverb stands between the cue and the sentence's end.
    fn ends_after(&self, group: &CueGroup) -> bool {
        let scene = self.scene;
        let i = group.words.end;
        if i >= self.words.end
            || scene.mark(i).is_some_and(|c| !matches!(c, '“' | '"' | '('))
            || scene.quotation(i).is_some()
        {
            return true;
        }
        if group.cue.frames.has(Frames::ADDRESSEE) {
            return true;
        }
        matches!(scene.tag(i), Tag::Prep | Tag::Adv | Tag::Sub | Tag::Ing)
            || scene.text.tokens[i].is_any(lexicon::TIME.or(lexicon::TIME_MODIFIER))
            || scene
                .tags(i + 1)
                .is_some_and(|_| scene.text.tokens[i + 1].is(lexicon::TIME))
    }

    /// "is expected to", "was told that", "reported by the agency".
    fn passive(&self, group: &CueGroup, after: Option<Start>, next: &[usize]) -> Option<Joined> {
        let scene = self.scene;
        let i = group.words.end;
        if scene.is_word(i, "by") {
            let end = content::phrase_end(scene, i + 1, self.words.end);
            let agent = i + 1..end;
            if agent.is_empty() || !(scene.tag(i + 1).nominal() || scene.tag(i + 1) == Tag::ObjPron)
            {
                return None;
            }
            let subject = source::before(scene, group.words.start, self.words.start)?;
            return Some(self.joined(Some(agent), group, vec![subject], "content-passive-source"));
        }
        let start = after?;
        match start.form {
            _ if matches!(
                group.cue.lemma,
                "ask" | "question" | "tell" | "urge" | "press"
            ) =>
            {
                let right = self.right(start, next);
                (!right.is_empty()).then(|| self.joined(None, group, right, "passive-addressee"))
            }
            Form::Infinitive => self.raising(group, after, next),
            Form::That if group.cue.lemma == "tell" || group.cue.lemma == "inform" => None,
            Form::That | Form::Question => {
                let right = self.right(start, next);
                (!right.is_empty()).then(|| self.joined(None, group, right, "passive-that"))
            }
            _ => None,
        }
    }

    /// Subject and infinitive are the content, and nobody is the source: "The bill is expected to pass",
    /// "She seemed to agree".
    fn raising(&self, group: &CueGroup, after: Option<Start>, next: &[usize]) -> Option<Joined> {
        let scene = self.scene;
        let start = after?;
        let right = self.right(start, next);
        if right.is_empty() {
            return None;
        }
        let subject = source::before(scene, group.words.start, self.words.start)?;
        let mut pieces = Vec::new();
        if !is_expletive(scene, &subject) {
            pieces.push(subject);
        }
        pieces.extend(right);
        Some(self.joined(None, group, pieces, "content-cue-content"))
    }

    /// "…, saying that …": the source is the subject of the clause that the participle hangs on.
    fn participle(
        &self,
        group: &CueGroup,
        start: Start,
        next: &[usize],
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let at = group.words.start;
        let floor = self.words.start;
        let right = self.right(start, next);
        if right.is_empty() || at == floor {
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
            .find(|j| j.cue.end <= at && j.source.is_some() && j.rule != "according-to");
        let source = if comma {
            let hung = source::of_clause(scene, floor, at);
            match previous {
                Some(p)
                    if p.content.iter().all(|c| c.end <= at) && p.rule.starts_with("content") =>
                {
                    p.source.clone()
                }
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
                source::of_clause(scene, floor, at).or(Some(s..at))
            } else {
                Some(s..at)
            }
        } else {
            source::of_clause(scene, floor, at)
        };
        Some(self.joined(Some(source?), group, right, "participle"))
    }

    /// "C reportedly C": somebody says so, nobody is named.
    fn hedges(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        for i in self.words.clone() {
            if !scene.text.tokens[i].is(lexicon::HEDGE) || scene.quotation(i).is_some() {
                continue;
            }
            let mut front = i;
            while front > self.words.start
                && (scene.tag(front - 1).finite() || scene.tag(front - 1) == Tag::Adv)
            {
                front -= 1;
            }
            let subject = source::before(scene, front, self.words.start).map(|s| s.start..i);
            let end = (i + 1..self.words.end)
                .find(|&k| {
                    matches!(scene.mark(k), Some(',' | ';' | '—')) || scene.quotation(k).is_some()
                })
                .unwrap_or(self.words.end);
            let end = content::trim(scene, i + 1, end);
            if subject.is_none() || end < i + 2 {
                continue;
            }
            let mut pieces: Vec<_> = subject.into_iter().collect();
            pieces.push(i + 1..end);
            found.push(Joined {
                source: None,
                cue: i..i + 1,
                head: i,
                content: pieces,
                rule: "hedge-adverb",
            });
        }
    }

    /// "According to S, C", "C, according to S".
    fn according_to(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let mut i = self.words.start;
        while i + 1 < self.words.end {
            if let Some(quote) = scene.quotation(i) {
                i = quote.end().max(i + 1);
                continue;
            }
            if scene.is_word(i, "according") && scene.is_word(i + 1, "to") {
                if let Some(joined) = self.according_at(i) {
                    found.push(joined);
                }
                i += 2;
                continue;
            }
            i += 1;
        }
    }

    fn according_at(&self, at: usize) -> Option<Joined> {
        let scene = self.scene;
        let from = at + 2;
        let mut i = from;
        while i < self.words.end {
            if scene.quotation(i).is_some() || scene.is_end(i) {
                break;
            }
            if matches!(scene.mark(i), Some(',')) {
                // An apposition belongs to the source where a comma closes it and a clause follows;
                // in a trailing one, all that is no clause.
                let leads = at == self.words.start || scene.mark(at - 1) == Some(',') && false;
                let close =
                    (i + 1..self.words.end.min(i + 16)).find(|&k| scene.mark(k) == Some(','));
                let apposition = leads
                    && !content::clause_at(scene, i + 1, close.unwrap_or(i + 1))
                    && close.is_some_and(|c| content::clause_at(scene, c + 1, self.words.end))
                    && matches!(
                        scene.tags(i + 1),
                        Some(Tag::Det | Tag::Noun | Tag::Rel | Tag::Num)
                    )
                    && !content::clause_at(scene, i + 1, self.words.end);
                if !apposition {
                    break;
                }
                i = close.unwrap_or(i);
            }
            if matches!(scene.mark(i), Some('—' | '–' | '(' | ')')) {
                break;
            }
            i += 1;
        }
        let stop = source::trim_time(scene, from, i);
        let source = from..stop.max(from + 1).min(i);
        if source.is_empty() {
            return None;
        }
        let end = self.words.end;
        let leading = at == self.words.start
            || at == self.words.start + 1
                && matches!(scene.tag(at - 1), Tag::Coord | Tag::Mark | Tag::Sub);
        let head = at;
        let mut pieces = Vec::new();
        if !leading {
            let mut stop = at;
            while stop > self.words.start
                && (scene.mark(stop - 1) == Some(',') && scene.quotation(stop - 1).is_none()
                    || matches!(scene.tag(stop - 1), Tag::Coord | Tag::Adv)
                    || matches!(scene.mark(stop - 1), Some('(' | '—' | '–')))
            {
                stop -= 1;
            }
            let start = self.words.start
                + usize::from(
                    scene.tag(self.words.start) == Tag::Coord && self.words.start + 1 < stop,
                );
            if start < stop && stop - start > 1 {
                pieces.push(start..stop);
            }
        }
        let resume = i + usize::from(scene.mark(i) == Some(','));
        if resume < end {
            let close = content::trim(scene, resume, end);
            let clause =
                content::clause_at(scene, resume, end) || scene.quotation(resume).is_some();
            if leading && close > resume
                || clause
                    && close > resume
                    && (pieces.is_empty() || !leading && pieces[0].len() < 6)
            {
                if leading || close - resume > 2 * pieces.first().map_or(0, |p| p.len()) {
                    pieces.push(resume..close);
                }
            } else if !leading
                && close > resume
                && scene.finite(resume)
                && pieces.iter().all(|p| !p.clone().any(|i| scene.finite(i)))
            {
                // "Nine ships, according to the log, waited": the sentence goes on.
                pieces.push(resume..close);
            }
        }
        if pieces.is_empty() {
            return None;
        }
        Some(Joined {
            source: Some(source),
            cue: at..at + 2,
            head,
            content: pieces,
            rule: "according-to",
        })
    }

    /// "Ito: Port will close", and "Port will close: Ito" in headings and first lines.
    fn headline(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let block = &scene.text.tokens[self.words.start];
        if !found.is_empty() || !block.opens_block {
            return;
        }
        let Some(colon) = (self.words.start + 1..self.words.end.min(self.words.start + 8))
            .find(|&i| scene.mark(i) == Some(':'))
        else {
            return;
        };
        let label = self.words.start..colon;
        let speaker = lexicon::DOCUMENT
            .or(lexicon::OUTLET)
            .or(lexicon::ORGANISATION)
            .or(lexicon::ROLE);
        if colon + 3 >= self.words.end
            || !label.clone().all(|i| {
                scene.text.tokens[i].capital()
                    || scene.text.tokens[i].is_any(speaker)
                    || matches!(scene.tag(i), Tag::Gen | Tag::Prep)
                    || scene.is_light(i)
            })
        {
            return;
        }
        let quote_follows = scene.quotation(colon + 1).is_some();
        let heading = self.words.start == 0
            || scene.text.document.blocks[block.block as usize].kind
                == crate::text::block::BlockKind::Heading;
        if !quote_follows && !heading {
            return;
        }
        let opens = &scene.text.tokens[label.start];
        if opens.is(lexicon::DETERMINER)
            || !label
                .clone()
                .any(|i| scene.tag(i) == Tag::Name || scene.text.tokens[i].is_any(speaker))
        {
            return;
        }
        let end = content::trim(scene, colon + 1, self.words.end);
        found.push(Joined {
            source: Some(label),
            cue: colon..colon + 1,
            head: colon,
            content: vec![colon + 1..end],
            rule: "source-colon",
        });
    }

    fn joined(
        &self,
        source: Option<Range<usize>>,
        group: &CueGroup,
        content: Vec<Range<usize>>,
        rule: &'static str,
    ) -> Joined {
        let _ = self.index;
        Joined {
            source,
            cue: group.words.clone(),
            head: group.head,
            content,
            rule,
        }
    }
}

fn rule_of(form: Form) -> &'static str {
    match form {
        Form::Quotation => "source-cue-quotation",
        Form::That => "source-cue-that",
        Form::Clause => "source-cue-clause",
        Form::Question => "source-cue-question",
        Form::Infinitive => "source-cue-infinitive",
        Form::Object => "source-cue-object",
        Form::Preposition => "source-cue-preposition",
        Form::Colon => "source-cue-colon",
    }
}

/// "it" and "there" before a cue stand for nobody.
fn is_expletive(scene: &Scene, source: &Range<usize>) -> bool {
    source.len() == 1 && scene.is_word(source.start, "there")
}

/// "He said little", "the cinema shows two films": a noun phrase after these reports no words.
fn says_nothing(scene: &Scene, group: &CueGroup, source: &Range<usize>, at: usize) -> bool {
    match group.cue.lemma {
        "say" => {
            content::is_quantity_of_words(scene, at) && !(at + 1..at + 4).any(|i| scene.finite(i))
        }
        "show" if content::clause_at(scene, at, at + 20) => false,
        "show" => !source
            .clone()
            .any(|i| scene.text.tokens[i].is_any(lexicon::DOCUMENT) || scene.tag(i) == Tag::Rel),
        _ => false,
    }
}

fn is_quoted(scene: &Scene, words: &Range<usize>) -> bool {
    words.end > words.start && scene.quotation(words.end - 1).is_some()
}

/// Drops an attribution whose cue stands inside the content of another of its unit: a reader is shown the
/// outermost.
fn drop_nested(scene: &Scene, joined: &mut Vec<Joined>) {
    let _ = scene;
    let mut i = 0;
    while i < joined.len() {
        let head = joined[i].head;
        let nested = joined.iter().enumerate().any(|(k, other)| {
            k != i
                && other.content.iter().any(|c| c.contains(&head))
                && !joined[i].content.iter().any(|c| c.contains(&other.head))
        });
        // Each inside the other: the trailing one is the outer.
        let mutual = joined.iter().enumerate().any(|(k, other)| {
            k > i
                && other.content.iter().any(|c| c.contains(&head))
                && joined[i].content.iter().any(|c| c.contains(&other.head))
        });
        if nested || mutual {
            joined.remove(i);
        } else {
            i += 1;
        }
    }
}

/// A quotation that no attribution has, right after one that has, goes on with it: in the same block, or at
/// the start of the next.
fn adopt_orphans(scene: &Scene, all: &mut [Joined]) {
    if all.is_empty() {
        return;
    }
    let mut owned = vec![false; scene.quotations.len()];
    let tokens = &scene.text.tokens;
    for j in all.iter() {
        for c in &j.content {
            let first = scene.quotations.partition_point(|q| q.end() <= c.start);
            for (k, q) in scene.quotations.iter().enumerate().skip(first) {
                if q.open >= c.end {
                    break;
                }
                owned[k] = true;
            }
        }
    }
    // Attributions in text order by where their last word stands.
    let mut ends: Vec<(usize, usize)> = all
        .iter()
        .enumerate()
        .map(|(i, j)| {
            (
                j.content
                    .iter()
                    .map(|c| c.end)
                    .max()
                    .unwrap_or(0)
                    .max(j.cue.end)
                    .max(j.source.as_ref().map_or(0, |s| s.end)),
                i,
            )
        })
        .collect();
    ends.sort_unstable();
    let mut last = 0;
    let mut current: Option<usize> = None;
    let mut reach = 0;
    for (k, quote) in scene.quotations.iter().enumerate() {
        while last < ends.len() && ends[last].0 <= quote.open {
            // "…," he said, referring to the port. "…": the quotation stays with "said".
            let aside = all[ends[last].1].rule == "participle"
                && current.is_some_and(|c| {
                    has_quotation(scene, &all[c])
                        && scene.text.sentence_of(all[c].head)
                            == scene.text.sentence_of(all[ends[last].1].head)
                });
            if !aside {
                current = Some(ends[last].1);
            }
            reach = ends[last].0;
            last += 1;
        }
        if owned[k] || quote.single {
            continue;
        }
        let Some(i) = current else { continue };
        // Nothing but marks and a date between the attribution and the quotation.
        let between = reach..quote.open;
        let same_block = tokens[quote.open].block == tokens[reach.max(1) - 1].block;
        let next_block = tokens[quote.open].block == tokens[reach.max(1) - 1].block + 1;
        let starts = scene.text.tokens[quote.open].opens_block
            || quote.open > 0 && scene.is_end(quote.open - 1)
            || quote.open > 0 && scene.quotation(quote.open - 1).is_some();
        let calm = !between
            .clone()
            .any(|t| scene.is_end(t) && t + 1 < between.end);
        let had_quotation = has_quotation(scene, &all[i]);
        let whole = quote.end() >= tokens.len()
            || tokens[quote.end()].opens_block
            || quote.closed && scene.is_end(quote.close - 1);
        if starts
            && calm
            && (same_block
                || whole
                    && next_block
                    && had_quotation
                    && scene.text.tokens[quote.open].opens_block)
        {
            all[i].content.push(quote.open..quote.end());
            reach = quote.end();
            owned[k] = true;
        }
    }
}

fn has_quotation(scene: &Scene, joined: &Joined) -> bool {
    joined
        .content
        .iter()
        .any(|c| scene.quotation(c.end - 1).is_some())
}

/// How the content is given: by the share of its words between marks.
fn quotation(scene: &Scene, content: &[Range<usize>]) -> Quotation {
    let (mut words, mut quoted) = (0usize, 0usize);
    for range in content {
        for i in range.clone() {
            if scene.mark(i).is_none() {
                words += 1;
                quoted +=
                    usize::from(scene.text.quotes.iter().len() > 0 && scene.is_between_marks(i));
            }
        }
    }
    if quoted == 0 {
        Quotation::Indirect
    } else if quoted * 10 >= words * 9 {
        Quotation::Direct
    } else {
        Quotation::Mixed
    }
}

impl Scene<'_, '_> {
    /// Whether token `i` stands between quotation marks of any kind, scare quotes included.
    fn is_between_marks(&self, i: usize) -> bool {
        let quotes = &self.text.quotes;
        let k = quotes.partition_point(|q| q.end() <= i);
        quotes.get(k).is_some_and(|q| q.open < i)
    }
}

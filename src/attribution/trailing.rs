//! Trailing attributions: a content, then its cue and source in either order, and what goes on behind them.

use std::ops::Range;

use super::cue::CueGroup;
use super::ending;
use super::relation::{Joined, Unit, is_quoted};
use super::scene::Scene;
use super::speaker;
use super::telling;
use crate::lexicon;
use crate::lexicon::cue::Frames;
use crate::rule::Rule;
use crate::text::tag::Tag;

/// “C, said S”.
pub(super) static CONTENT_CUE_SOURCE: Rule = Rule {
    name: "content-cue-source",
    yes: examples![
        "“The mill was sold,” said Ada Roe.",
        "The mill was sold, said the mayor.",
    ],
    no: examples!["Ada Roe, the mayor, said prices rose."],
};

/// The longest clause, in tokens, between a cue and the rest of its quotation: "he went on, as he rose,".
const LONGEST_ASIDE: usize = 16;

/// The longest topic of a headline, in tokens.
const LONGEST_TOPIC: usize = 8;

impl Unit<'_, '_, '_> {
    /// After "…, he said,": the rest of the sentence, if the sentence goes on.
    pub(super) fn resumed(
        &self,
        group: &CueGroup,
        left: &Range<usize>,
        next: Option<usize>,
    ) -> Option<Range<usize>> {
        let scene = self.scene;
        let mut i = group.words.end;
        // Past what dates or places the cue.
        while i < self.words.end && scene.mark(i) != Some(',') {
            if scene.quotation(i).is_some() {
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
        // "C, records show, and pilots say D"
        let others = next.is_some_and(|n| n >= group.words.end && n <= from);
        if others && scene.tag(from) == Tag::Coord {
            return None;
        }
        // "“But,” Ito went on, as he rose, “is it so?”"
        let meanwhile = matches!(scene.tag(from), Tag::Ing | Tag::Sub);
        if is_quoted(scene, left) && meanwhile {
            let reach = from..self
                .words
                .end
                .min(next.unwrap_or(usize::MAX))
                .min(from + LONGEST_ASIDE);
            let again = reach.into_iter().find(|k| scene.quotation(*k).is_some())?;
            let quote = scene
                .quotation(again)
                .filter(|_| scene.mark(again - 1) == Some(','))?;
            return Some(quote.open..quote.end());
        }
        // "For all his “loud manner,” Ito wrote, he is kind": a few words of it are quoted, not the whole.
        let quoted = is_quoted(scene, left)
            && (scene.quotation(left.start).is_some() || scene.has_finite(left.clone()));
        if quoted || meanwhile {
            return None;
        }
        // "If it rains, he said, C", "It is no surprise, she said, that C"
        // "In a vote marked by fear, he said, C"
        let agent = scene.text.language.attribution.agent;
        let own =
            |i: usize| scene.finite(i) && !(scene.tag(i) == Tag::Past && scene.is(i + 1, agent));
        let phrase = scene.tag(left.start) == Tag::Prep && !left.clone().any(own);
        let fragment = matches!(scene.tag(left.start), Tag::Sub | Tag::Wh)
            || phrase
            || !scene.has_finite(left.clone());
        // "C, he said, by the river", "…, the first of them in May": right behind the cue.
        let tells_of_cue = i == group.words.end
            && (matches!(scene.tag(from), Tag::Prep | Tag::Rel)
                || scene.tag(from).nominal() && !scene.has_finite(from..self.words.end))
            && !scene.is(from + 1, scene.text.language.attribution.condition_of);
        let goes_on = fragment
            || tells_of_cue
            || matches!(scene.tag(from), Tag::Coord | Tag::To | Tag::That)
            || scene.finite(from);
        if !goes_on {
            return None;
        }
        let end = next.filter(|n| *n >= from).unwrap_or(self.words.end);
        let end = telling::trim(scene, from, end);
        (end > from).then_some(from..end)
    }

    /// The words before a trailing attribution that opens at `at`.
    pub(super) fn trailing(&self, at: usize, found: &[Joined]) -> Option<Range<usize>> {
        let floor = self.floor(at, found);
        before(self.scene, at, floor)
    }

    /// Where free words begin before `at`: after the last attribution of the unit that ends before it,
    /// if that has its content on its right.
    fn floor(&self, at: usize, found: &[Joined]) -> usize {
        let scene = self.scene;
        let mut floor = past_dateline(scene, &self.words);
        // "Mill sale: Growers misled, police say": what stands before the colon is the headline's topic.
        let colon = (floor..at.min(floor + LONGEST_TOPIC)).find(|i| scene.mark(*i) == Some(':'));
        if let Some(colon) =
            colon.filter(|c| self.is_headline() && scene.text.tokens[c + 1].capital())
        {
            floor = colon + 1;
        }
        // "the rate (now 9 percent, Ada Roe says) fell": what stands in the brackets with her.
        if let Some(open) = scene.open_bracket(floor..at)
            && scene.quotation(open).is_none()
        {
            floor = open + 1;
        }
        // Whether the last of them is a participle's: what somebody did on the way.
        let mut on_the_way = false;
        for j in found.iter().filter(|j| j.cue.end <= at) {
            let last = j.content.last().filter(|c| is_quoted(self.scene, c));
            // "she called it a risk and said, “…,” the clerk said": the quotation that ends right here is a part of
            // what the clerk said.
            let beside = |c: &Range<usize>| c.end == at && scene.mark(at - 2) == Some(',');
            if let Some(c) = last.filter(|c| !beside(c))
                && (j.cue.end..=at).contains(&c.start)
            {
                floor = floor.max(c.end);
                on_the_way = scene.mark(j.cue.start - 1) == Some(',');
            }
        }
        // "She left, calling it “a mess,” hinting at more, the Tide reported": all of it.
        let more = floor + usize::from(scene.mark(floor) == Some(','));
        if on_the_way && more < at && scene.tag(more) == Tag::Ing {
            return past_dateline(scene, &self.words);
        }
        floor
    }

    /// Content, cue, source: “…,” said Ito.
    pub(super) fn inverted(
        &self,
        group: &CueGroup,
        next: Option<usize>,
        found: &[Joined],
    ) -> Option<Joined> {
        let scene = self.scene;
        let at = group.words.start;
        if group.words.len() != 1 || !group.cue.frames.has(Frames::QUOTATION) {
            return None;
        }
        let left = self.trailing(at, found)?;
        let quoted = is_quoted(scene, &left);
        if !quoted && !group.cue.frames.has(Frames::TRAILING) {
            return None;
        }
        // "Ito, the mayor, said prices rose": what stands before is the subject.
        let holds_quotation = || left.clone().any(|i| scene.quotation(i).is_some());
        let whole = quoted || scene.has_finite(left.clone()) || holds_quotation();
        let source = scene.subject_after(group.words.end, self.words.end)?;
        // "She said the crew, led by Ito, wrote the plan": what is written, not who says so.
        let writes = !scene.text.language.attribution.say.has(group.cue.lemma);
        let plain = |i: usize| !scene.text.tokens[i].capital();
        if !quoted && writes && speaker::is_written(scene, &source) && source.clone().all(plain) {
            return None;
        }
        // "The mill, said Ito and others, would have to close."
        let rest = source.end + 1;
        // "Rather than see it rise, said Ito, the mill wants it shut": the clause is still to come.
        let opens = matches!(
            scene.tag(left.start),
            Tag::Prep | Tag::Sub | Tag::Adv | Tag::Wh
        );
        if !quoted
            && opens
            && ending::first_comma(scene, left.clone()).is_none()
            && scene.mark(source.end) == Some(',')
            && scene.clause_at(rest, self.words.end)
        {
            let end = next.filter(|n| *n >= rest).unwrap_or(self.words.end);
            let pieces = [left, rest..telling::trim(scene, rest, end)];
            return Some(self.joined(Some(source), group, pieces, &CONTENT_CUE_SOURCE));
        }
        if !quoted
            && source.end < self.words.end
            && !scene.is_end(source.end)
            && scene.mark(source.end) != Some(',')
            && !self.is_setting_alone(source.end)
        {
            return None;
        }
        if !whole {
            // "Ada Roe, the mayor, said the man who left, Tom Ito, would": her name and office are no part of what she said.
            let subject = ending::first_comma(scene, left.clone()).is_none();
            let goes_on = subject
                && scene.mark(source.end) == Some(',')
                && scene.finite(rest)
                && scene.tag(left.start).nominal();
            let end = telling::trim(scene, rest, self.words.end);
            let pieces = [left, rest..end];
            return (goes_on && rest < end)
                .then(|| self.joined(Some(source), group, pieces, &CONTENT_CUE_SOURCE));
        }
        if !quoted && group.cue.frames.has(Frames::ADDRESSEE) {
            return None;
        }
        let mut pieces = vec![left];
        let mut i = source.end;
        // Past what dates the cue, to a quotation that resumes.
        while i < self.words.end && scene.quotation(i).is_none() {
            i += 1;
        }
        if let Some(quote) = scene.quotation(i)
            && matches!(scene.mark(i.wrapping_sub(1)), Some(',' | ':' | '—' | '–'))
        {
            pieces.push(quote.open..quote.end());
        }
        Some(self.joined(Some(source), group, pieces, &CONTENT_CUE_SOURCE))
    }

    /// "C, says Ada Roe in Nara": whether no more than a phrase with a preposition stands at `at` before the sentence's end.
    fn is_setting_alone(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.tag(at) == Tag::Prep && !scene.has_finite(at..self.words.end)
    }

    /// The quotation that ends right before `at`, in this unit or the one before in the same block.
    pub(super) fn quotation_before(&self, at: usize) -> Option<Range<usize>> {
        let last = at.checked_sub(1)?;
        if self.scene.text.tokens[at].opens_block {
            return None;
        }
        let quote = self.scene.quotation(last)?;
        (quote.end() == at).then(|| quote.open..quote.end())
    }

    /// The quotation in `left` that ends with a comma, and where the name begins that stands right behind it.
    pub(super) fn quote_and_name(&self, left: &Range<usize>) -> Option<(Range<usize>, usize)> {
        let scene = self.scene;
        let last = left.clone().rev().find(|i| scene.quotation(*i).is_some())?;
        let quote = scene.quotation(last)?;
        let name = quote.end();
        let apart = scene.mark(quote.close - 1) == Some(',');
        (apart && name < left.end && scene.tag(name).nominal())
            .then(|| (left.start.max(quote.open)..name, name))
    }

    /// Whether the sentence ends right behind the cue.
    pub(super) fn ends_with(&self, group: &CueGroup) -> bool {
        let end = group.words.end;
        end >= self.words.end || self.scene.is_end(end) && end + 1 >= self.words.end
    }

    /// Whether nothing but a date, a place or an adverb stands between the cue and the sentence's end.
    pub(super) fn ends_after(&self, group: &CueGroup) -> bool {
        let scene = self.scene;
        let i = group.words.end;
        if i >= self.words.end || scene.mark(i).is_some_and(|c| !matches!(c, '"' | '(')) {
            return true;
        }
        // "“…” Ito asked to meet her": the deed of another sentence.
        if scene.tag(i) == Tag::To {
            return !matches!(
                scene.tags(i + 1),
                Some(Tag::Verb | Tag::Be | Tag::Have | Tag::Do)
            );
        }
        if group.cue.frames.has(Frames::ADDRESSEE) {
            return true;
        }
        matches!(
            scene.tag(i),
            Tag::Prep | Tag::Adv | Tag::Sub | Tag::Ing | Tag::Coord | Tag::Wh
        ) || scene.text.tokens[i].is_any(lexicon::TIME.or(lexicon::TIME_MODIFIER))
            || scene
                .tags(i + 1)
                .is_some_and(|_| scene.text.tokens[i + 1].is(lexicon::TIME))
    }
}

/// Where the words of a unit begin after a dateline ("NARA, Oregon (AP) — ", "Nara Times - ").
fn past_dateline(scene: &Scene, unit: &Range<usize>) -> usize {
    if !scene.text.tokens[unit.start].opens_block {
        return unit.start;
    }
    let limit = unit.end.min(unit.start + 14);
    let mut i = unit.start;
    while i < limit {
        match scene.mark(i) {
            Some('—' | '–' | '-') if i > unit.start && scene.text.tokens[i].spaced => {
                return i + 1;
            }
            Some(',' | '.' | '(' | ')' | '/') => {}
            Some(_) => break,
            None if scene.text.tokens[i].capital() || scene.tag(i) == Tag::Num => {}
            None => break,
        }
        i += 1;
    }
    unit.start
}

/// What stands before a trailing attribution that begins at `end` ("…, she said"): back to the unit's
/// start or to `floor`, where an earlier attribution of the unit ends.
fn before(scene: &Scene, end: usize, floor: usize) -> Option<Range<usize>> {
    let words = &scene.text.language.attribution;
    let last = end.checked_sub(1).filter(|l| *l >= floor)?;
    let quoted = scene.quotation(last).or_else(|| {
        (scene.mark(last) == Some(',') && last > floor)
            .then(|| scene.quotation(last - 1))
            .flatten()
    });
    // "In her book “Roads of Nara,” Ito wrote": what it is called.
    if let Some(q) = quoted
        && q.open > floor
        && scene.is(q.open - 1, words.work)
    {
        return None;
    }
    // The comma stands inside the marks of a title: “Morning Tide,” he said.
    let titled = last > floor && scene.closes(last) && scene.mark(last - 1) == Some(',');
    if !matches!(scene.mark(last), Some(',' | '—' | '–')) && quoted.is_none() && !titled {
        return None;
    }
    let mut start = match quoted {
        // "She was frank: “…,” he said."
        Some(q) if q.open > floor && matches!(scene.mark(q.open - 1), Some(':' | '—' | '–')) => {
            q.open
        }
        // "Asked about it, “…,” he said."
        Some(q)
            if q.open > floor
                && scene.mark(q.open - 1) == Some(',')
                && (floor..floor + 3).any(|i| scene.is(i, words.asked_form)) =>
        {
            q.open
        }
        _ => floor,
    };
    // A conjunction or an adverb with a comma leads the sentence, not the content.
    while start < last && matches!(scene.tag(start), Tag::Coord) || scene.mark(start) == Some(',') {
        start += 1;
    }
    if scene.tag(start) == Tag::Adv && scene.mark(start + 1) == Some(',') && start + 2 < last {
        start += 2;
    }
    let stop = if titled || quoted.is_some_and(|q| q.end() == end) {
        end
    } else {
        last
    };
    (start < stop).then_some(start..stop)
}

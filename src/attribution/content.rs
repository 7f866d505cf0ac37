//! Contents: what stands after a cue or before it, and where it ends.

use std::ops::Range;

use super::cue::{CueGroup, Voice};
use super::scene::Scene;
use crate::lexicon::cue::Frames;
use crate::lexicon::{BE, DO, HAVE, TIME, VERB, VERB_OR_NOUN, WEEKDAY};
use crate::text::tag::Tag;

/// How a content hangs on its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A quotation.
    Quotation,
    /// "that" and a clause.
    That,
    /// A clause without "that".
    Clause,
    /// whether, how, what.
    Question,
    /// to and a verb.
    Infinitive,
    /// A noun phrase.
    Object,
    /// A preposition of the cue's own and what follows.
    Preposition,
    /// What follows a colon.
    Colon,
}

/// Where a content starts, and how it hangs on its cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) form: Form,
}

/// What the cue group has for its content on its right, up to `end`.
pub(super) fn start_after(scene: &Scene, group: &CueGroup, end: usize) -> Option<Start> {
    let words = &scene.text.language.attribution;
    let frames = group.cue.frames;
    let mut i = group.words.end;
    let mut addressed = false;
    let mut turns = 0;
    while i < end && turns < 12 {
        turns += 1;
        if scene.quotation(i).is_some() {
            // "had begun “relations with the police”": what tells a manner has its quotation before it, or a comma.
            if frames == Frames::QUOTATION && scene.mark(i - 1).is_none() {
                return None;
            }
            return frames
                .has(Frames::QUOTATION.or(Frames::OBJECT))
                .then_some(Start {
                    at: i,
                    form: Form::Quotation,
                });
        }
        let start = |form| Some(Start { at: i, form });
        match scene.mark(i) {
            Some(':') => {
                return (i + 1 < end).then_some(Start {
                    at: i + 1,
                    form: if scene.quotation(i + 1).is_some() {
                        Form::Quotation
                    } else {
                        Form::Colon
                    },
                });
            }
            Some(',') => {
                if scene.quotation(i + 1).is_some_and(|q| q.open == i + 1)
                    && frames.has(Frames::QUOTATION)
                {
                    return Some(Start {
                        at: i + 1,
                        form: Form::Quotation,
                    });
                }
                // "said, in a statement, that": a parenthesis and what follows it.
                if let Some(after) = parenthesis(scene, i, end)
                    && (scene.tags(after) == Some(Tag::That) || scene.quotation(after).is_some())
                {
                    i = after;
                    continue;
                }
                return None;
            }
            _ => {}
        }
        match scene.tag(i) {
            // "said nearly 300 homes were lost": no adverb of the cue.
            Tag::Adv | Tag::Adj | Tag::Prep | Tag::Det | Tag::Neg | Tag::Sub
                if !addressed
                    && frames.has(Frames::CLAUSE)
                    && measures(scene, i, end).is_some_and(|k| scene.clause_at(k, end)) =>
            {
                return start(Form::Clause);
            }
            // "wrote in a memo that was signed by the mayor": of the memo, not what was written. "a gas attack that
            // killed dozens": no verb before it.
            Tag::That if !addressed && describes(scene, i, group) => {
                i = scene.find(i + 1..end.min(i + 12), |k| scene.tag(k) == Tag::That)?;
                continue;
            }
            Tag::That => {
                if frames.has(Frames::THAT.or(Frames::CLAUSE)) {
                    return start(Form::That);
                }
                // "called that a risk"
                if matches!(scene.tags(i + 1), Some(Tag::Det | Tag::Poss)) {
                    i += 1;
                    continue;
                }
                return frames.has(Frames::OBJECT).then_some(Start {
                    at: i,
                    form: Form::Object,
                });
            }
            // "adding if it rains the mill will close": a condition, no question.
            Tag::Wh
                if frames.has(Frames::CLAUSE)
                    && !frames.has(Frames::QUESTION)
                    && !addressed
                    && scene.is(i, scene.text.language.attribution.condition) =>
            {
                return start(Form::Clause);
            }
            Tag::Wh => {
                return frames
                    .has(Frames::QUESTION.or(Frames::THAT).or(Frames::OBJECT))
                    .then_some(Start {
                        at: i,
                        form: Form::Question,
                    });
            }
            // "pointed to budget provisions": no infinitive where the cue takes none.
            Tag::To
                if words.to.iter().any(|to| group.cue.leads(to))
                    && i + 1 < end
                    && !scene.text.tokens[i + 1].is_any(VERB.or(BE).or(HAVE).or(DO)) =>
            {
                return leading(scene, i, end);
            }
            Tag::To => {
                // "is believed to", "was reported to have": the passive of what takes a clause.
                let raised = group.voice == Voice::Passive && frames.has(Frames::CLAUSE);
                return (frames.has(Frames::INFINITIVE) || addressed || raised).then_some(Start {
                    at: i,
                    form: Form::Infinitive,
                });
            }
            // "he said as he left": when it was said, not what.
            Tag::Sub if scene.is(i, words.when_said) => {
                // "said before the vote that"
                i = scene.find(i..end.min(i + 8), |k| scene.tag(k) == Tag::That)?;
                continue;
            }
            Tag::Sub if frames.has(Frames::CLAUSE) && !addressed => return start(Form::Clause),
            Tag::Rel if frames.has(Frames::QUESTION) => return start(Form::Question),
            Tag::Adv => {
                i += 1;
                continue;
            }
            Tag::Prep => {
                let word = scene.text.word(i).to_ascii_lowercase();
                // "argued for years that it was time": the years are not what is argued for.
                if group.cue.leads(&word) && !scene.is_time(i + 1) {
                    // "called on the growers to leave"
                    if words.called.has(group.cue.lemma)
                        && words.carrier_on.has(&word)
                        && let Some(at) = infinitive_behind(scene, i + 1, end)
                    {
                        let form = Form::Infinitive;
                        return Some(Start { at, form });
                    }
                    return leading(scene, i, end);
                }
                // "said about 200 homes were lost": no preposition but a bound.
                if scene.tags(i + 1) == Some(Tag::Num)
                    && scene.tags(i + 2) != Some(Tag::That)
                    && frames.has(Frames::CLAUSE)
                    && scene.clause_at(i + 1, end)
                {
                    return start(Form::Clause);
                }
                i = scene.phrase_end(i + 1, end);
                continue;
            }
            Tag::ObjPron => {
                if frames.has(Frames::ADDRESSEE) {
                    addressed = true;
                    i += 1;
                    continue;
                }
                return frames.has(Frames::OBJECT).then_some(Start {
                    at: i,
                    form: Form::Object,
                });
            }
            _ => {}
        }
        if let Some(after) = scene.time_end(i, end) {
            i = after;
            continue;
        }
        let nominal = scene.tag(i).nominal()
            || scene.tag(i) == Tag::Pron
            || scene.is_light(i)
            || matches!(scene.tag(i), Tag::Ing | Tag::Past)
            || scene.is_gerund(i);
        if !nominal {
            return None;
        }
        // "urged the growers and their friends not to leave": what is urged, not whom.
        if frames.has(Frames::ADDRESSEE)
            && frames.has(Frames::INFINITIVE)
            && let Some(at) = infinitive_behind(scene, i, end)
        {
            let form = Form::Infinitive;
            return Some(Start { at, form });
        }
        if frames.has(Frames::ADDRESSEE) && !addressed {
            let after = past_relative(scene, scene.addressee_end(i, end), end);
            if content_follows(scene, after, end) {
                addressed = true;
                i = after;
                continue;
            }
        }
        if frames.has(Frames::CLAUSE) && scene.clause_at(i, end) {
            return start(Form::Clause);
        }
        // A verb that takes clauses and is followed by more than a phrase: a clause whose verb was not
        // known for one.
        let long = || !(i..i + 5).any(|k| scene.mark(k).is_some() || scene.second_verb(k));
        let only = scene
            .text
            .language
            .attribution
            .clause_only
            .has(group.cue.lemma);
        if frames.has(Frames::CLAUSE) && (frames.has(Frames::OBJECT) || only) && long() {
            return start(Form::Clause);
        }
        return frames.has(Frames::OBJECT).then_some(Start {
            at: i,
            form: Form::Object,
        });
    }
    None
}

/// Past the relative clause that a comma sets off behind an addressee that ends at `at`: "told the men, who had
/// waited for hours, that".
fn past_relative(scene: &Scene, at: usize, end: usize) -> usize {
    if scene.mark(at) != Some(',') || scene.tags(at + 1) != Some(Tag::Rel) {
        return at;
    }
    let close = scene.clause_end(at + 1);
    let past = close < end && scene.mark(close) == Some(',');
    if past { close + 1 } else { at }
}

/// The farthest, in tokens, that an infinitive stands behind the start of its addressee.
const LONGEST_ADDRESSEE: usize = 14;

/// Where the infinitive begins behind the addressee at `at`, which no verb and no mark parts from it.
fn infinitive_behind(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let to = (at + 1..end.min(at + LONGEST_ADDRESSEE))
        .take_while(|i| {
            !scene.finite(*i)
                && scene.quotation(*i).is_none()
                && (scene.mark(*i).is_none() || scene.is_light(*i))
                && !matches!(scene.tag(*i), Tag::That | Tag::Rel | Tag::Sub)
        })
        .find(|i| {
            scene.tag(*i) == Tag::To
                && scene.tags(i + 1).is_some_and(|t| {
                    matches!(t, Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Adv)
                })
        })?;
    Some(to - usize::from(scene.tag(to - 1) == Tag::Neg))
}

/// The content behind the cue's own preposition at `at`: "pointed to the drought".
fn leading(scene: &Scene, at: usize, end: usize) -> Option<Start> {
    let form = Form::Preposition;
    (at + 1 < end && scene.tag(at + 1) != Tag::Mark || scene.quotation(at + 1).is_some())
        .then_some(Start { at: at + 1, form })
}

/// Whether a word of quantity at `i` opens a noun phrase: "more than 15,000", "at least two", "only half", "up
/// to a third", "early results". The answer is where that noun phrase goes on.
fn measures(scene: &Scene, i: usize, end: usize) -> Option<usize> {
    let words = &scene.text.language.attribution;
    if !scene.is(i, words.measure) {
        return None;
    }
    let mut k = i + 1;
    while k < end.min(i + 4) && scene.is(k, words.measure_more) {
        k += 1;
    }
    let led = k > i + 1 || !scene.is(i, words.measure_led);
    let first = scene.tags(k);
    let number = first == Some(Tag::Num);
    let some = matches!(first, Some(Tag::Noun | Tag::Adj | Tag::Name | Tag::Poss))
        || first == Some(Tag::Det) && scene.tags(k + 1).is_some_and(Tag::nominal);
    let counted = scene.is(i, words.measure_noun);
    let timed = k < end && scene.text.tokens[k].is_any(TIME.or(WEEKDAY));
    (led && k < end && !timed && (number || some && counted)).then_some(k)
}

/// Whether "that" at `at` opens a relative clause on the noun before it: a finite verb follows at once.
fn describes(scene: &Scene, at: usize, group: &CueGroup) -> bool {
    let verb = at + 1 + usize::from(scene.tags(at + 1) == Some(Tag::Adv));
    let before = &scene.text.tokens[at - 1];
    let noun = if at > group.words.end {
        matches!(scene.tag(at - 1), Tag::Noun | Tag::Name) && !before.is_any(TIME.or(WEEKDAY))
    } else {
        group.words.len() == 1
            // "estimates that close to 200 came": a base form may be none.
            && scene.tags(verb) != Some(Tag::Verb)
            && (before.is(VERB_OR_NOUN) || scene.tag(at - 1) == Tag::Ing)
            && matches!(
                scene.text.tags.get(at.wrapping_sub(2)),
                Some(Tag::Noun | Tag::Name | Tag::Adj)
            )
    };
    noun && scene.tags(verb).is_some_and(Tag::finite)
}

/// Past the second comma of a parenthesis that opens at the comma `at`, if it is a short one; or the
/// quotation that ends it.
fn parenthesis(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if scene.tags(at + 1) == Some(Tag::Ing) {
        return None;
    }
    let close = (at + 1..end.min(at + 14))
        .find(|&k| scene.mark(k) == Some(',') || scene.quotation(k).is_some())?;
    let past = close + usize::from(scene.quotation(close).is_none());
    (!(at + 1..close).any(|k| scene.finite(k))).then_some(past)
}

/// Whether what can be a content opens at `i`: that, a quotation, a question, an infinitive, a clause.
fn content_follows(scene: &Scene, i: usize, end: usize) -> bool {
    if scene.quotation(i).is_some() || scene.mark(i) == Some(':') {
        return true;
    }
    if scene.mark(i) == Some(',') {
        return scene.quotation(i + 1).is_some() || parenthesis(scene, i, end).is_some();
    }
    matches!(scene.tag(i), Tag::That | Tag::Wh | Tag::To) || scene.clause_at(i, end)
}

/// What stands before a trailing attribution that begins at `end` ("…, she said"): back to the unit's
/// start or to `floor`, where an earlier attribution of the unit ends.
pub(super) fn before(scene: &Scene, end: usize, floor: usize) -> Option<Range<usize>> {
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

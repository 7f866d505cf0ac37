//! Contents: what stands after a cue or before it, and where it ends.

use std::ops::Range;

use super::cue::CueGroup;
use super::scene::Scene;
use crate::lexicon::cue::Frames;
use crate::lexicon::{self, DETERMINER, TIME, TIME_MODIFIER};
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
    let frames = group.cue.frames;
    let mut i = group.words.end;
    let mut addressed = false;
    let mut turns = 0;
    while i < end && turns < 12 {
        turns += 1;
        if scene.quotation(i).is_some() {
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
                if scene.tags(i + 1) == Some(Tag::That) && frames.has(Frames::THAT) {
                    return Some(Start {
                        at: i + 1,
                        form: Form::That,
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
            Some('(') => {
                let close = (i..end.min(i + 14)).find(|&k| scene.mark(k) == Some(')'))?;
                i = close + 1;
                continue;
            }
            Some('.' | '!' | '?' | ';' | '…' | '—' | '–' | ')') => return None,
            _ => {}
        }
        match scene.tag(i) {
            Tag::That => {
                if frames.has(Frames::THAT.or(Frames::CLAUSE)) {
                    return start(Form::That);
                }
                return frames.has(Frames::OBJECT).then_some(Start {
                    at: i,
                    form: Form::Object,
                });
            }
            Tag::Wh => {
                return frames
                    .has(Frames::QUESTION.or(Frames::THAT).or(Frames::OBJECT))
                    .then_some(Start {
                        at: i,
                        form: Form::Question,
                    });
            }
            Tag::To => {
                return (frames.has(Frames::INFINITIVE) || addressed).then_some(Start {
                    at: i,
                    form: Form::Infinitive,
                });
            }
            Tag::Sub if scene.is_word(i, "if") && frames.has(Frames::QUESTION) => {
                return start(Form::Question);
            }
            Tag::Sub
                if frames.has(Frames::CLAUSE)
                    && ["because", "if", "although", "unless", "since"]
                        .iter()
                        .any(|w| scene.is_word(i, w)) =>
            {
                return start(Form::Clause);
            }
            Tag::Rel if frames.has(Frames::QUESTION) && !scene.is_word(i, "which") => {
                return start(Form::Question);
            }
            Tag::Sub | Tag::Coord | Tag::Rel | Tag::Neg => return None,
            Tag::Adv => {
                i += 1;
                continue;
            }
            Tag::Prep => {
                let word = scene.text.word(i).to_ascii_lowercase();
                if group.cue.leads(&word) {
                    return start(Form::Preposition);
                }
                if !frames.has(
                    Frames::QUOTATION
                        .or(Frames::THAT)
                        .or(Frames::CLAUSE)
                        .or(Frames::QUESTION)
                        .or(Frames::OBJECT),
                ) {
                    // "spoke to reporters about": looks past one phrase for the cue's preposition.
                    if group.cue.prepositions.is_empty() {
                        return None;
                    }
                }
                i = phrase_end(scene, i + 1, end);
                continue;
            }
            Tag::ObjPron => {
                if frames.has(Frames::ADDRESSEE) && !addressed {
                    addressed = true;
                    if frames.has(Frames::OBJECT) && scene.tags(i + 1) == Some(Tag::To) {
                        return start(Form::Object);
                    }
                    i += 1;
                    continue;
                }
                if frames.has(Frames::CLAUSE) && clause_at(scene, i, end) {
                    return start(Form::Clause);
                }
                return frames.has(Frames::OBJECT).then_some(Start {
                    at: i,
                    form: Form::Object,
                });
            }
            _ => {}
        }
        let time = is_time(scene, i, end);
        if let Some(after) = time
            && !clause_at(scene, i, after + 3)
        {
            i = after;
            continue;
        }
        let nominal = scene.tag(i).nominal()
            || scene.tag(i) == Tag::Pron
            || scene.is_light(i)
            || matches!(scene.tag(i), Tag::Ing | Tag::Past);
        if !nominal {
            return None;
        }
        if frames.has(Frames::ADDRESSEE) && !addressed && scene.tag(i) != Tag::Pron {
            let after = addressee_end(scene, i, end);
            if after < end && content_follows(scene, after, end) {
                if frames.has(Frames::OBJECT) && scene.tag(after) == Tag::To {
                    return start(Form::Object);
                }
                addressed = true;
                i = after;
                continue;
            }
        }
        if frames.has(Frames::CLAUSE) && clause_at(scene, i, end) {
            return start(Form::Clause);
        }
        // A verb that takes clauses and is followed by more than a phrase: a clause whose verb was not
        // known for one.
        let long = i + 5 < end
            && !(i..i + 5).any(|k| scene.mark(k).is_some())
            && group.cue.lemma != "show"
            && !is_quantity_of_words(scene, i);
        if frames.has(Frames::CLAUSE)
            && frames.has(Frames::TRAILING)
            && frames.has(Frames::OBJECT)
            && long
        {
            return start(Form::Clause);
        }
        return frames.has(Frames::OBJECT).then_some(Start {
            at: i,
            form: Form::Object,
        });
    }
    None
}

impl Frames {
    const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }
}

/// Past the second comma of a parenthesis that opens at the comma `at`, if it is a short one.
fn parenthesis(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if scene.tags(at + 1) == Some(Tag::Ing) {
        return None;
    }
    let close = (at + 1..end.min(at + 14))
        .find(|&k| scene.mark(k) == Some(',') || scene.quotation(k).is_some())?;
    if scene.quotation(close).is_some() {
        return (scene.tags(at + 1) == Some(Tag::Prep)).then_some(close);
    }
    (!(at + 1..close).any(|k| scene.finite(k))).then_some(close + 1)
}

/// The end of the noun phrase that opens at `from`, its of-phrases included: where a second phrase,
/// a mark or a verb begins.
pub(super) fn phrase_end(scene: &Scene, from: usize, end: usize) -> usize {
    let mut i = from;
    while i < end {
        if scene.quotation(i).is_some() {
            break;
        }
        let before = (i > from).then(|| scene.tag(i - 1));
        let go = match scene.tag(i) {
            Tag::Det | Tag::Poss => !matches!(before, Some(Tag::Noun | Tag::Name | Tag::Num)),
            Tag::Name => !matches!(before, Some(Tag::Noun)) || is_time_word(scene, i),
            Tag::Noun | Tag::Adj | Tag::Num | Tag::Gen => true,
            Tag::Ing | Tag::Past => {
                i == from || matches!(before, Some(Tag::Det | Tag::Adj | Tag::Prep))
            }
            Tag::ObjPron => i == from,
            Tag::Prep => i > from && !scene.is_word(i, "about") && !scene.is_word(i, "to"),
            Tag::Coord => {
                scene.tags(i + 1).is_some_and(|t| t.nominal())
                    && before.is_some_and(Tag::nominal)
                    && scene.is_word(i, "and")
                    && !clause_at(scene, i + 1, end.min(i + 6))
            }
            Tag::Mark => scene.is_light(i),
            _ => false,
        };
        if !go {
            break;
        }
        i += 1;
    }
    i.max(from + usize::from(from < end))
}

/// The end of the addressee that opens at `from`: "told [reporters] that", "told [CNN] he".
fn addressee_end(scene: &Scene, from: usize, end: usize) -> usize {
    let mut i = from;
    while i < end {
        if scene.quotation(i).is_some() {
            break;
        }
        let before = (i > from).then(|| scene.tag(i - 1));
        let go = match scene.tag(i) {
            Tag::Det | Tag::Poss => !matches!(
                before,
                Some(Tag::Noun | Tag::Name | Tag::Num | Tag::ObjPron)
            ),
            Tag::Name => before != Some(Tag::Noun) || is_time_word(scene, i),
            Tag::Noun => true,
            Tag::Adj | Tag::Num => !matches!(before, Some(Tag::Noun)),
            Tag::Gen => true,
            Tag::Prep => i > from && !scene.is_word(i, "about"),
            Tag::ObjPron => matches!(before, Some(Tag::Prep)),
            Tag::Ing => i == from,
            Tag::Coord => scene.is_word(i, "and") && scene.tags(i + 1).is_some_and(Tag::nominal),
            Tag::Mark => scene.is_light(i),
            Tag::Adv => true,
            _ => false,
        };
        if !go {
            break;
        }
        i += 1;
    }
    i
}

fn is_time_word(scene: &Scene, i: usize) -> bool {
    scene.text.tokens[i].is(TIME)
}

/// Whether what can be a content opens at `i`: that, a quotation, a question, an infinitive, a clause.
fn content_follows(scene: &Scene, i: usize, end: usize) -> bool {
    if scene.quotation(i).is_some() || scene.mark(i) == Some(':') {
        return true;
    }
    if scene.mark(i) == Some(',') {
        return scene.quotation(i + 1).is_some() || parenthesis(scene, i, end).is_some();
    }
    matches!(scene.tag(i), Tag::That | Tag::Wh | Tag::To)
        || scene.is_word(i, "if")
        || scene.is_word(i, "about")
        || clause_at(scene, i, end)
}

/// A time expression at `i` that dates the cue: "Tuesday", "on Tuesday", "last week": where it ends.
fn is_time(scene: &Scene, i: usize, end: usize) -> Option<usize> {
    let mut k = i;
    let mut seen = false;
    while k < end && k < i + 8 {
        let token = &scene.text.tokens[k];
        if token.is(TIME) {
            seen = true;
        } else if !(token.is_any(TIME_MODIFIER)
            || token.is(DETERMINER) && !seen
            || scene.tag(k) == Tag::Num)
        {
            break;
        }
        k += 1;
    }
    // "this month's report": no time of the cue.
    (seen && scene.tags(k) != Some(Tag::Gen)).then_some(k)
}

/// Whether a clause opens at `i`: a subject and then a finite verb, before any mark that parts clauses.
pub(super) fn clause_at(scene: &Scene, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    if scene.tag(i) == Tag::Pron {
        return scene
            .tags(i + 1)
            .is_some_and(|t| t.finite() || matches!(t, Tag::Adv | Tag::Neg))
            || scene.mark(i + 1).is_none();
    }
    let mut k = i;
    let mut commas = 0;
    let mut subject = false;
    while k < end && k < i + 30 {
        if scene.quotation(k).is_some() {
            return false;
        }
        match scene.tag(k) {
            Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => {
                subject = true
            }
            Tag::Pron => return subject || commas > 0,
            Tag::Prep | Tag::Adv | Tag::Coord | Tag::Neg => {}
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do => return subject,
            Tag::Verb => return subject,
            Tag::Past => {
                // A participle hangs on its noun where a preposition or the clause's own verb follows.
                let participle = matches!(scene.tags(k + 1), Some(Tag::Prep))
                    && (k + 1..end.min(k + 14))
                        .any(|m| scene.tag(m).finite() && scene.mark(m).is_none());
                if !participle {
                    return subject;
                }
            }
            Tag::Ing => subject = true,
            Tag::Rel => return relative_then_verb(scene, k, end),
            Tag::That => {}
            Tag::Mark => match scene.mark(k) {
                Some(',') => {
                    commas += 1;
                    if commas > 3 {
                        return false;
                    }
                }
                Some('(' | ')') => {}
                _ if scene.is_light(k) => {}
                _ => return false,
            },
            _ => {
                if k > i {
                    return false;
                }
            }
        }
        k += 1;
    }
    false
}

/// After a relative clause at `k`, whether a further finite verb follows.
fn relative_then_verb(scene: &Scene, k: usize, end: usize) -> bool {
    let mut verbs = 0;
    let mut m = k + 1;
    while m < end && m < k + 24 {
        if scene.quotation(m).is_some() || scene.is_end(m) {
            break;
        }
        if scene.tag(m).finite() {
            verbs += 1;
            while m < end && (scene.tag(m).verbal() || scene.tag(m) == Tag::Adv) {
                m += 1;
            }
            continue;
        }
        m += 1;
    }
    verbs >= 2
}

/// Where the content that opens at `start` ends: at the unit's end, or at what plainly is no longer
/// its source's. `next` lists where further cues' own words begin, in order.
pub(super) fn end_after(scene: &Scene, start: Start, unit_end: usize, next: &[usize]) -> usize {
    let mut end = unit_end;
    if start.form == Form::Quotation
        && let Some(quote) = scene.quotation(start.at)
    {
        let close = quote.end();
        // A quotation that is the whole content ends it, unless the sentence plainly goes on.
        if close >= end || ends_clause(scene, close) {
            return close;
        }
    }
    for &n in next {
        if n > start.at && n < end {
            end = n;
            break;
        }
    }
    if matches!(start.form, Form::That | Form::Clause | Form::Question) {
        end = (start.at..end)
            .find(|&i| scene.mark(i) == Some(';') && scene.quotation(i).is_none())
            .unwrap_or(end);
    }
    if start.form == Form::Object {
        end = object_end(scene, start.at, end);
    } else if start.form == Form::Infinitive || start.form == Form::Preposition {
        end = phrase_clause_end(scene, start.at, end);
    }
    trim(scene, start.at, end)
}

/// Whether a quotation that ends right before `i` ends the content: an end mark inside it, or outside.
fn ends_clause(scene: &Scene, i: usize) -> bool {
    if scene.text.tokens.get(i).is_none_or(|t| t.opens_block) {
        return true;
    }
    let inside = i >= 2 && matches!(scene.mark(i - 2), Some('.' | '!' | '?' | ','));
    match scene.mark(i) {
        Some(c) => inside || matches!(c, '.' | ';' | '!' | '?' | ',' | '—' | '–'),
        None => {
            inside && matches!(scene.mark(i - 2), Some('.' | '!' | '?'))
                || inside && !matches!(scene.tags(i), Some(Tag::Coord))
        }
    }
}

/// The end of a noun phrase as content: the first comma or dash outside a quotation that opens a further
/// clause, or the end.
fn object_end(scene: &Scene, from: usize, end: usize) -> usize {
    let mut i = from;
    while i < end {
        if let Some(quote) = scene.quotation(i) {
            i = quote.end().max(i + 1);
            continue;
        }
        match scene.mark(i) {
            Some(';') => return i,
            Some(',') => {
                let next = scene.tags(i + 1);
                if matches!(
                    next,
                    Some(
                        Tag::Ing | Tag::Rel | Tag::Sub | Tag::Prep | Tag::Pron | Tag::Wh | Tag::Adv
                    )
                ) || matches!(next, Some(Tag::Coord))
                    && !(scene.tags(i + 2).is_some_and(Tag::nominal)
                        && !clause_at(scene, i + 2, end))
                {
                    return i;
                }
            }
            _ => {}
        }
        if matches!(scene.tag(i), Tag::Sub) && i > from + 1 && !scene.is_word(i, "than") {
            return i;
        }
        // "criticized the plan and left": a second verb of the same subject.
        if scene.tag(i) == Tag::Coord
            && scene
                .tags(i + 1)
                .is_some_and(|t| t.finite() && t != Tag::Verb)
        {
            return i;
        }
        i += 1;
    }
    end
}

/// The end of an infinitive or a prepositional content.
fn phrase_clause_end(scene: &Scene, from: usize, end: usize) -> usize {
    let mut i = from;
    while i < end {
        if let Some(quote) = scene.quotation(i) {
            i = quote.end().max(i + 1);
            continue;
        }
        match scene.mark(i) {
            Some(';') => return i,
            Some(',') => {
                let next = scene.tags(i + 1);
                if matches!(next, Some(Tag::Ing | Tag::Sub | Tag::Pron | Tag::Rel))
                    || matches!(next, Some(Tag::Coord)) && clause_at(scene, i + 2, end)
                {
                    return i;
                }
            }
            _ => {}
        }
        if scene.tag(i) == Tag::Coord
            && scene
                .tags(i + 1)
                .is_some_and(|t| matches!(t, Tag::Past | Tag::Have | Tag::Be | Tag::Modal))
        {
            return i;
        }
        i += 1;
    }
    end
}

/// "said little", "said nothing": words about words.
pub(super) fn is_quantity_of_words(scene: &Scene, i: usize) -> bool {
    [
        "little",
        "nothing",
        "much",
        "anything",
        "something",
        "so",
        "no",
        "yes",
    ]
    .iter()
    .any(|w| scene.is_word(i, w))
}

/// Where the words of a unit begin after a dateline ("NARA, Oregon (AP) — ", "Nara Times - ").
pub(super) fn past_dateline(scene: &Scene, unit: &Range<usize>) -> usize {
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

/// Takes end marks and loose commas off the end of `from..end`.
pub(super) fn trim(scene: &Scene, from: usize, end: usize) -> usize {
    let mut e = end;
    while e > from + 1 {
        let loose = scene.quotation(e - 1).is_none()
            && (matches!(
                scene.mark(e - 1),
                Some('.' | ',' | ';' | ':' | '—' | '–' | '!' | '…' | '(')
            ) || matches!(scene.tag(e - 1), Tag::Coord | Tag::Sub));
        if !loose {
            break;
        }
        e -= 1;
    }
    e
}

/// What stands before a trailing attribution that begins at `end` ("…, she said"): back to the unit's
/// start or to `floor`, where an earlier attribution of the unit ends.
pub(super) fn before(scene: &Scene, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|l| *l >= floor)?;
    let quoted = scene.quotation(last).or_else(|| {
        (scene.mark(last) == Some(',') && last > floor)
            .then(|| scene.quotation(last - 1))
            .flatten()
    });
    let comma = matches!(scene.mark(last), Some(',' | '—' | '–' | '?' | '!')) || quoted.is_some();
    if !comma {
        return None;
    }
    let mut start = match quoted {
        // "She was frank: “…,” he said."
        Some(q) if q.open > floor && scene.mark(q.open - 1) == Some(':') => q.open,
        _ => floor,
    };
    // A conjunction or an adverb with a comma leads the sentence, not the content.
    while start < last && matches!(scene.tag(start), Tag::Coord) || scene.mark(start) == Some(',') {
        start += 1;
    }
    if scene.tag(start) == Tag::Adv && scene.mark(start + 1) == Some(',') && start + 2 < last {
        start += 2;
    }
    if start >= last {
        return None;
    }
    let stop = if quoted.is_some_and(|q| q.end() == end) {
        end
    } else {
        last
    };
    let stop = if scene.mark(stop - 1) == Some(',') && scene.quotation(stop - 1).is_none() {
        stop - 1
    } else {
        stop
    };
    (start < stop).then_some(start..stop)
}

/// Whether `word` leads clauses that part from a content when a comma stands before it: used by callers
/// that look for the end of a source.
pub(super) fn cue_of(scene: &Scene, i: usize) -> Option<&'static lexicon::cue::Cue> {
    lexicon::words().cue(scene.text.tokens.get(i)?.entry?)
}

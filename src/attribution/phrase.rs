//! Phrases and clauses: where they open and end, as far as tags tell.

use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::{DETERMINER, TIME, TIME_MODIFIER};
use crate::text::tag::Tag;

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
pub(super) fn addressee_end(scene: &Scene, from: usize, end: usize) -> usize {
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

/// A time expression at `i` that dates the cue: "Tuesday", "on Tuesday", "last week": where it ends.
pub(super) fn time_end(scene: &Scene, i: usize, end: usize) -> Option<usize> {
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
    // "having two mills made sense"
    let gerund = is_gerund(scene, i);
    let mut k = i + usize::from(gerund);
    let mut commas = 0;
    let mut subject = gerund;
    // "the report, the council raised": one comma parts what stands before it from the verb; an
    // apposition has two.
    let parted = |commas: usize| {
        commas == 1
            && matches!(scene.tag(i), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name)
            && time_end(scene, i, end).is_none()
    };
    while k < end && k < i + 30 {
        if scene.quotation(k).is_some() {
            // "told them Ito “has a plan”"
            return subject && scene.tag(k - 1).nominal() && scene.finite(k + 1);
        }
        match scene.tag(k) {
            Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => {
                subject = true
            }
            Tag::Pron => return subject || commas > 0,
            // "confirmed the figures but would not …": a second verb of the cue's subject, and no clause.
            Tag::Coord if subject && second_verb(scene, k) => return false,
            Tag::Prep | Tag::Adv | Tag::Coord | Tag::Neg => {}
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb => {
                return subject && !parted(commas);
            }
            Tag::Past => {
                // A participle hangs on its noun where a preposition or the clause's own verb follows.
                let participle = matches!(scene.tags(k + 1), Some(Tag::Prep))
                    && (k + 1..end.min(k + 14))
                        .any(|m| scene.tag(m).finite() && scene.mark(m).is_none());
                if !participle {
                    return subject && !parted(commas);
                }
            }
            Tag::Ing => subject = true,
            Tag::Rel => return relative_then_verb(scene, k, end),
            Tag::That => {}
            // "the decision to drop the inquiry had been taken": an infinitive that hangs on the noun.
            Tag::To if subject && scene.tags(k + 1) == Some(Tag::Verb) => k += 1,
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

/// Whether token `i` is the -ing form of an auxiliary, which opens a subject: "having two mills made sense".
pub(super) fn is_gerund(scene: &Scene, i: usize) -> bool {
    scene.text.is_one_of(i, "having being doing")
}

/// Whether a conjunction at `i` goes on with a finite verb: a second one of the subject before.
pub(super) fn second_verb(scene: &Scene, i: usize) -> bool {
    if scene.tag(i) != Tag::Coord {
        return false;
    }
    match scene.tags(i + 1) {
        Some(Tag::Modal | Tag::Be | Tag::Have | Tag::Do) => true,
        // "and called them", "and damaged the"; not "lost and damaged ships".
        Some(Tag::Past) => matches!(
            scene.tags(i + 2),
            Some(Tag::Det | Tag::Poss | Tag::ObjPron | Tag::That | Tag::Pron)
        ),
        _ => false,
    }
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

/// "said little", "said nothing": words about words.
pub(super) fn is_quantity_of_words(scene: &Scene, i: usize) -> bool {
    scene
        .text
        .is_one_of_any_case(i, "little nothing much anything something so no yes")
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

fn is_time_word(scene: &Scene, i: usize) -> bool {
    scene.text.tokens[i].is(TIME)
}

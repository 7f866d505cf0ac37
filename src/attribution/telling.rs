//! What at a content's end tells how, where, when and to whom it was said, and is no part of it.

use std::ops::Range;

use super::content::{Form, Start};
use super::scene::Scene;
use crate::lexicon::OUTLET;
use crate::text::tag::Tag;

/// The longest front of a clause, in tokens: "and that in the hills".
pub(super) const LONGEST_FRONT: usize = 10;

/// The longest phrase, in tokens, that tells where something was said.
const LONGEST_MEDIUM: usize = 14;

/// The longest bracket that is looked through, in tokens.
const LONGEST_BRACKET: usize = 60;

/// `end` without what tells how, where, when and to whom the content that opens at `start` was said.
pub(super) fn without_telling(scene: &Scene, start: Start, mut end: usize) -> usize {
    let words = &scene.text.language.attribution;
    // "confirmed the sale on condition of anonymity"
    end = scene
        .find((start.at + 1).min(end)..end, |i| tells_condition(scene, i))
        .unwrap_or(end);
    end = trim_medium(scene, start, trim(scene, start.at, end));
    if start.form == Form::Object {
        // "denied the report on Monday", "called it a theft in a tweet on Sunday": the day is the cue's.
        let timed = trim(scene, start.at, end);
        let untimed = scene.trim_time(start.at, timed);
        // "the slowest pace in 50 years", "in years": a length, no time; "the best film of the decade": of the film.
        let number = |i: usize| scene.tags(i) == Some(Tag::Num);
        let bare = untimed + 2 == timed && !scene.text.tokens[timed - 1].capital();
        let several = bare
            && scene
                .text
                .word(timed - 1)
                .ends_with(scene.text.language.text.s_ending);
        let lasts =
            number(untimed) || number(untimed + 1) || several || scene.is(untimed, words.of);
        end = if lasts { timed } else { untimed };
        end = trim_medium(scene, start, trim(scene, start.at, end));
    }
    // "dubbed it “a mess” involving three firms": the writer goes on.
    if start.form == Form::Object {
        let participle =
            |i: usize| scene.tags(i) == Some(Tag::Ing) && scene.tags(i + 1) != Some(Tag::Noun);
        let close = |i: usize| scene.closes(i) && participle(i + 1);
        let close = scene.find(start.at..end, close);
        end = close.map_or(end, |i| end.min(i + 1));
    }
    // "confirmed the sale to the Tide": whom it was told.
    let thing = start.form == Form::Object;
    if thing {
        end = scene
            .find((start.at + 1).min(end)..end, |i| {
                scene.is(i, words.to) && is_told(scene, i + 1)
            })
            .unwrap_or(end);
    }
    let end = trim(scene, start.at, end);
    trim(scene, start.at, past_day(scene, start.at, end))
}

/// `end`, or where the time of a further clause opens before it: "said A, and the following day [, she left]".
fn past_day(scene: &Scene, from: usize, end: usize) -> usize {
    let opens = |i: &usize| {
        scene.mark(*i) == Some(',')
            && scene.tag(i + 1) == Tag::Coord
            && scene.time_end(i + 2, end) == Some(end)
    };
    let reach = (from..end.saturating_sub(2)).rev().take(LONGEST_FRONT);
    let clause = scene.mark(end) == Some(',') || scene.clause_at(end, end + LONGEST_FRONT);
    reach
        .into_iter()
        .find(|i| clause && opens(i))
        .unwrap_or(end)
}

/// Whether the noun phrase at `at` is of those who are told news: an outlet, reporters.
fn is_told(scene: &Scene, at: usize) -> bool {
    let phrase = scene.noun_phrase_at(at).filter(|p| p.start == at);
    phrase.is_some_and(|p| {
        let press = scene.is(p.head, scene.text.language.attribution.press);
        press || scene.text.tokens[p.head].is(OUTLET) && scene.tag(p.head) == Tag::Name
    })
}

/// Where the phrase begins that says what a source spoke in, behind its name: "Ito in a speech to farmers".
pub(super) fn medium(scene: &Scene, source: Range<usize>) -> Option<usize> {
    let words = &scene.text.language.attribution;
    scene.find(source.start + 1..source.end, |i| {
        scene.is(i, words.medium_preposition)
            && scene.is(i + 1, words.indefinite)
            && (i + 2..source.end.min(i + 6)).any(|k| scene.is(k, words.media))
    })
}

/// `end` without the phrase before it that says where the words were said: "in a written statement", "at a
/// news conference on Monday", "in an interview with the Tide"; and, where the content is a thing, without
/// whom it was told: "to reporters".
fn trim_medium(scene: &Scene, start: Start, end: usize) -> usize {
    let words = &scene.text.language.attribution;
    let thing = matches!(start.form, Form::Object | Form::Preposition);
    if !thing && !matches!(start.form, Form::That | Form::Clause) {
        return end;
    }
    let floor = (start.at + 1).max(end.saturating_sub(LONGEST_MEDIUM));
    let led = |i: usize| {
        scene.quotation(i).is_none()
            && scene.is(i, words.medium_behind)
            && scene.quotation(end - 1).is_none()
    };
    let media = if thing {
        words.media
    } else {
        words.plain_media
    };
    let cut = (floor..end).rev().find(|&i| {
        led(i) && {
            let head = (i + 1..end.min(i + 7))
                .take_while(|k| {
                    scene.tag(*k).nominal() || matches!(scene.tag(*k), Tag::Adv | Tag::Past)
                })
                .find(|k| {
                    scene.is(*k, media)
                        && !(k + 1 < end
                            && matches!(scene.tag(k + 1), Tag::Noun | Tag::Name | Tag::Gen))
                });
            let article = scene.is(i + 1, words.indefinite) || thing;
            // "her words in a closed interview were": a part of it.
            let verb = |h: usize| {
                let tag = scene.tags(h + 1);
                matches!(tag, Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal))
            };
            article
                && !head.is_some_and(verb)
                // "published on Sunday" may hang on it.
                && head.is_some_and(|h| !scene.has_finite((h + 2).min(end)..end))
        }
    });
    match cut {
        Some(cut) => trim(scene, start.at, cut),
        None => end,
    }
}

/// Whether "on condition of", "on the condition that" opens at `i`: how it was said.
fn tells_condition(scene: &Scene, i: usize) -> bool {
    let words = &scene.text.language.attribution;
    let article = usize::from(scene.is(i + 1, words.definite));
    scene.is(i, words.carrier_on) && scene.is(i + 1 + article, words.condition_of)
}

/// Whether the bracket that closes at `close` opens in the words from `from` on.
fn opens_bracket(scene: &Scene, from: usize, close: usize) -> bool {
    let near = from.max(close.saturating_sub(LONGEST_BRACKET))..close;
    scene.open_bracket(near).is_some()
}

/// Takes end marks and loose commas off the end of `from..end`.
pub(super) fn trim(scene: &Scene, from: usize, end: usize) -> usize {
    let mut e = end;
    while e > from + 1 {
        let loose = scene.quotation(e - 1).is_none()
            && (matches!(
                scene.mark(e - 1),
                Some('.' | ',' | ';' | ':' | '—' | '–' | '!' | '…' | '(')
            ) || scene.mark(e - 1) == Some(')') && !opens_bracket(scene, from, e - 1)
                || matches!(scene.tag(e - 1), Tag::Coord | Tag::Sub));
        if !loose {
            break;
        }
        e -= 1;
    }
    e
}

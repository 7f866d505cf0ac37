//! How a cue stands to what it reports.

use std::ops::Range;

use super::Stance;
use crate::lexicon::name::CueStance;
use crate::lexicon::{HEDGE, NEGATION, words};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::normal;

/// The stance of the cue `cue` whose meaning its token `head` carries.
pub(super) fn of(text: &Text, cue: &Range<usize>, head: usize) -> Stance {
    let mut scratch = String::new();
    let mut look = |i: usize| {
        if text.tokens[i].span.len() > 24 {
            return None;
        }
        words().names.stance(normal(text.word(i), &mut scratch))
    };
    let own = if head < text.tokens.len() {
        look(head)
    } else {
        None
    };
    let front = cue.start..head.max(cue.start).min(cue.end);
    // "did not indicate", "never said"; "did not deny" denies nothing either.
    if front.clone().any(|i| {
        text.tags[i] == Tag::Neg
            || text.tokens[i].is(NEGATION)
            || text.word(i).ends_with("n't")
            || text.word(i).ends_with("n’t")
    }) {
        return Stance::Negated;
    }
    let refuses = |i: usize| {
        text.is_one_of(
            i,
            "declined declines refused refuses declining refusing failed fails",
        )
    };
    if refuses(head) || front.clone().any(refuses) {
        return Stance::Negated;
    }
    match own {
        Some(CueStance::Claims) => return Stance::Claims,
        Some(CueStance::Denies) => return Stance::Denies,
        Some(CueStance::Confirms) => return Stance::Confirms,
        Some(CueStance::Hedged) => return Stance::Hedged,
        None => {}
    }
    // "may say", "reportedly said", "expressed doubt"
    let weak = |i: usize| {
        text.tokens[i].is(HEDGE) || text.is_one_of(i, "may might could reportedly appeared seemed")
    };
    if front.clone().any(weak) {
        return Stance::Hedged;
    }
    for i in cue.clone() {
        match look(i) {
            Some(CueStance::Denies) => return Stance::Denies,
            Some(CueStance::Claims) => return Stance::Claims,
            Some(CueStance::Confirms) => return Stance::Confirms,
            _ => {}
        }
    }
    Stance::Neutral
}

//! How a cue stands to what it reports.

use std::ops::Range;

use super::Stance;
use crate::lexicon::{HEDGE, NEGATION};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::normal;

/// The stance of the cue `cue` whose meaning its token `head` carries.
pub(super) fn of(text: &Text, cue: &Range<usize>, head: usize) -> Stance {
    let front = cue.start..head.max(cue.start).min(cue.end);
    // "did not indicate", "never said"; "did not deny" denies nothing either.
    let denies = |i: usize| text.tags[i] == Tag::Neg || text.tokens[i].is(NEGATION);
    if front.clone().any(denies) {
        return Stance::Negated;
    }
    let own = of_word(text, head);
    if own != Stance::Neutral {
        return own;
    }
    // "may say", "reportedly said", "expressed doubt"
    let weak = |i: usize| text.tokens[i].is(HEDGE) || text.is_one_of(i, text.language.resolve.weak);
    if front.clone().any(weak) {
        return Stance::Hedged;
    }
    let firm = |s: &Stance| matches!(s, Stance::Denies | Stance::Claims | Stance::Confirms);
    let mut words = cue.clone().map(|i| of_word(text, i));
    words.find(firm).unwrap_or_default()
}

/// The stance of the word `i` by itself: of a verb its row in the cue table has it, of any other word
/// the table of stances; neutral where there is no such token.
fn of_word(text: &Text, i: usize) -> Stance {
    let Some(token) = text.tokens.get(i) else {
        return Stance::Neutral;
    };
    if let Some(cue) = token
        .entry()
        .and_then(|entry| text.language.words.cue(entry))
    {
        return cue.stance;
    }
    if token.span.len() > 24 {
        return Stance::Neutral;
    }
    let mut scratch = String::new();
    let form = normal(text.word(i), &mut scratch);
    text.language.words.names.stance(form).unwrap_or_default()
}

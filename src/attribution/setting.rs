//! Where and when something was said, between the cue and what was said: "said in papers filed on Friday that", "said when
//! asked about it: “…”".

use super::scene::Scene;
use crate::lexicon::{MONTH, TIME};
use crate::text::tag::Tag;

/// The farthest, in tokens, that a content stands behind the start of such a phrase.
const LONGEST: usize = 14;

/// Whether a setting goes on at `at`, behind whom something is told: "told them [in] May", "in papers [filed] on Friday",
/// "without [smiling]".
pub(super) fn opens(scene: &Scene, at: usize) -> bool {
    match scene.tags(at) {
        Some(Tag::Prep | Tag::Past) => true,
        Some(Tag::Wh) => scene.is(at, scene.text.language.attribution.when),
        Some(Tag::Ing) => at > 0 && scene.tag(at - 1) == Tag::Prep,
        _ => false,
    }
}

/// What may lead on behind a setting that begins at `from`: the "that" of a clause, or the colon before a quotation. No
/// other cue and no mark stands before it.
pub(super) fn lead_beyond(scene: &Scene, from: usize, end: usize) -> Option<usize> {
    let clause =
        |k: usize| scene.tag(k) == Tag::That && !scene.finite(k + 1) && scene.clause_at(k + 1, end);
    let colon = |k: usize| {
        let quote = scene.quotation(k + 1);
        scene.mark(k) == Some(':') && quote.is_some_and(|q| q.open == k + 1)
    };
    let plain = |k: &usize| {
        scene.quotation(*k).is_none()
            && (scene.mark(*k).is_none() || scene.is_light(*k))
            && (*k == from || *k == from + 1 || !scene.is_cue(*k))
    };
    let leads = |k: &usize| clause(*k) || colon(*k);
    let near = from..end.min(from + LONGEST);
    near.take_while(|k| plain(k) || leads(k)).find(leads)
}

/// Where a participle that describes what stands before `at` ends with its time, if one does: "a post published Thursday".
pub(super) fn past_participle(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let participle = scene.tags(at) == Some(Tag::Past) && at < end;
    let time = scene.time_end(at + 1, end).unwrap_or(at + 1);
    // "aired on Monday on “Nara Live”": more of it.
    let closes = time >= end || scene.is_end(time) || matches!(scene.mark(time), Some(',' | ':'));
    (participle && closes).then_some(time)
}

/// Past the words of time that stand at `at`: "in late [May]", "during a Friday [evening]", "for the first [time]".
pub(super) fn past_time(scene: &Scene, at: usize, end: usize) -> usize {
    let words = &scene.text.language.attribution;
    let counted = scene.is(at, words.ordinal) && scene.is(at + 1, words.occasion);
    let at = at + usize::from(counted);
    let first = |k: usize| k > 0 && scene.is(k - 1, words.ordinal);
    let time = |k: &usize| {
        let token = &scene.text.tokens[*k];
        token.is_any(TIME.or(MONTH)) || first(*k) && scene.is(*k, words.occasion)
    };
    at + (at..end).take_while(time).count()
}

//! What may stand behind whom something is told: "told the Associated Press (AP) that".

use super::scene::Scene;
use crate::text::tag::Tag;

/// The farthest, in tokens, that an infinitive stands behind the start of its addressee.
pub(super) const LONGEST_ADDRESSEE: usize = 14;

/// Past the brackets behind an addressee that ends at `at`: "told the Associated Press (AP) that".
pub(super) fn past_bracket(scene: &Scene, at: usize) -> usize {
    let aside = scene.mark(at).filter(|c| *c == '(');
    let aside = aside.and_then(|_| scene.parenthesis(at));
    aside.map_or(at, |aside| aside.end + 1)
}

/// Past the relative clause that a comma sets off behind an addressee that ends at `at`: "told the men, who had
/// waited for hours, that".
pub(super) fn past_relative(scene: &Scene, at: usize, end: usize) -> usize {
    if scene.mark(at) != Some(',') || scene.tags(at + 1) != Some(Tag::Rel) {
        return at;
    }
    let close = scene.clause_end(at + 1);
    let past = close < end && scene.mark(close) == Some(',');
    if past { close + 1 } else { at }
}

/// Whether what can be a content opens at `i`: that, a quotation, a question, an infinitive, a clause.
pub(super) fn content_follows(scene: &Scene, i: usize, end: usize) -> bool {
    if scene.quotation(i).is_some() {
        return true;
    }
    if scene.mark(i) == Some(',') {
        let that = scene.tags(i + 1) == Some(Tag::That)
            && (scene.quotation(i + 2).is_some() || scene.clause_at(i + 2, end));
        return that || scene.quotation(i + 1).is_some() || parenthesis(scene, i, end).is_some();
    }
    matches!(scene.tag(i), Tag::That | Tag::Wh | Tag::To) || scene.clause_at(i, end)
}

/// Where the infinitive begins behind the addressee at `at`, which no verb and no mark parts from it.
pub(super) fn infinitive_behind(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let to = (at + 1..end.min(at + LONGEST_ADDRESSEE))
        .take_while(|i| !scene.finite(*i) && scene.mark(*i).is_none())
        .find(|i| {
            scene.tag(*i) == Tag::To
                && scene.tags(i + 1).is_some_and(|t| {
                    matches!(t, Tag::Verb | Tag::Be | Tag::Have | Tag::Do | Tag::Adv)
                })
        })?;
    Some(to - usize::from(scene.tag(to - 1) == Tag::Neg))
}

/// Past the second comma of a parenthesis that opens at the comma `at`, if it is a short one; or the
/// quotation that ends it.
pub(super) fn parenthesis(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    // "said, citing two officials, that"
    let citing = scene.is(at + 1, scene.text.language.attribution.citing);
    // "it is possible, he said, that “…”": no parenthesis.
    let that = scene.tags(at + 1) == Some(Tag::That) && scene.quotation(at + 2).is_some();
    if scene.tags(at + 1) == Some(Tag::Ing) && !citing || that {
        return None;
    }
    let close = (at + 1..end.min(at + 14))
        .find(|&k| scene.mark(k) == scene.mark(at) || scene.quotation(k).is_some())?;
    let past = close + usize::from(scene.quotation(close).is_none());
    // "said on the quay, where he works, that"
    let relative = matches!(scene.tags(at + 1), Some(Tag::Rel | Tag::Wh));
    let told = scene.mark(at) != Some(',') || relative && scene.tags(past) == Some(Tag::That);
    (told || !(at + 1..close).any(|k| scene.finite(k))).then_some(past)
}

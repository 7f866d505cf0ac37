//! What may stand behind whom something is told: "told the Associated Press (AP) that".

use super::scene::Scene;
use crate::text::tag::Tag;

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

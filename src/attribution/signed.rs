//! Signed quotations: a dash or brackets behind a quotation, and the name of whoever said it.

use std::ops::Range;

use super::relation::Joined;
use super::scene::Scene;
use crate::rule::Rule;
use crate::text::quotation_mark::Quote;

/// “C” — S.
pub(super) static QUOTATION_SIGNATURE: Rule = Rule {
    name: "quotation-signature",
    yes: examples!["“We have had no bread since the mill was sold.” — Ada Roe, miller"],
    no: examples!["“We have had no bread since the mill was sold.” — Ada Roe left at once."],
};

/// The fewest words of a quotation that is signed; fewer are a title or a word set apart.
const FEWEST: usize = 4;

/// The longest signature, in tokens: "Ada Roe, who has lived by the weir for forty years".
const LONGEST: usize = 24;

/// Adds the quotations that no attribution of `all` has and that a name signs: “…” — Ada Roe, tenant.
pub(super) fn find(scene: &Scene, all: &mut Vec<Joined>) {
    let mut signed = Vec::new();
    let mut next = 0;
    for quote in &scene.quotations {
        // Attributions stand in text order, but for pieces far behind their first.
        while next < all.len() && all[next].content.iter().all(|c| c.end <= quote.open) {
            next += 1;
        }
        let mut near = all[next..].iter().take(NEAR);
        let owned = near.any(|j| j.content.iter().any(|c| c.start < quote.end()));
        if !owned && let Some(joined) = signature(scene, quote) {
            signed.push(joined);
        }
    }
    if !signed.is_empty() {
        all.append(&mut signed);
        all.sort_by_key(|j| j.content.first().map_or(0, |c| c.start));
    }
}

/// How many attributions behind a quotation are looked at for one that has it.
const NEAR: usize = 8;

/// The attribution that signs `quote`, if a name stands behind its dash or in its brackets and nothing else does.
fn signature(scene: &Scene, quote: &Quote) -> Option<Joined> {
    let tokens = &scene.text.tokens;
    let words = quote.inner().filter(|i| tokens[*i].is_word()).count();
    let opens = |i: usize| tokens[i].opens_block || i > 0 && scene.is_end(i - 1);
    if quote.single || words < FEWEST || !opens(quote.open) {
        return None;
    }
    let at = quote.end();
    let name = name_at(scene, at + 1)?;
    let ends = match scene.mark(at)? {
        '—' | '–' | '―' => description_end(scene, name.end),
        '(' => scene.parenthesis(at).map(|words| words.end + 1)?,
        _ => return None,
    };
    // "“…” — Ada Roe left at once": her deed, no signature.
    let whole = ends - at <= LONGEST && !scene.has_finite(name.start..name.end + 1);
    let ends = ends + usize::from(scene.mark(ends) == Some('.'));
    let last = tokens.get(ends).is_none_or(|t| t.opens_block);
    (whole && last).then(|| Joined {
        source: Some(name),
        cue: at..at + 1,
        head: at,
        content: vec![quote.open..at],
        rule: &QUOTATION_SIGNATURE,
    })
}

/// The name that opens at `at`.
fn name_at(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let tokens = &scene.text.tokens;
    if tokens.get(at)?.opens_block {
        return None;
    }
    let phrase = scene.noun_phrase_at(at).filter(|p| p.start == at)?;
    let name = scene.name_in(&phrase)?;
    (name.end == phrase.end).then_some(at..name.end)
}

/// One past what stands behind a comma and tells who it is, up to the block's end.
fn description_end(scene: &Scene, at: usize) -> usize {
    if scene.mark(at) != Some(',') {
        return at;
    }
    let tokens = &scene.text.tokens;
    let limit = tokens.len().min(at + LONGEST);
    (at..limit)
        .find(|i| tokens[*i].opens_block || scene.is_end(*i))
        .unwrap_or(limit)
}

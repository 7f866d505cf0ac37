//! Attributions beside one another: those inside another are dropped, and quotations that nobody has go
//! to the attribution they continue.

use std::ops::Range;

use super::Quotation;
use super::guard::guard;
use super::relation::Joined;
use super::scene::Scene;
use crate::phrase::is_name;
use crate::span;
use crate::text::quotation_mark::Quote;
use crate::text::tag::Tag;

/// The attributions of one unit less those whose cue stands inside the content of another: a reader is shown the
/// outermost. Where each stands inside the other, the trailing one is the outer. One that plainly has a source of its
/// own stays: "The Tide reported that the mayor said that the mill was sold".
pub(super) fn outermost(scene: &Scene, mut joined: Vec<Joined>) -> Vec<Joined> {
    let kept: Vec<bool> = (0..joined.len())
        .map(|i| match outer_of(&joined, i) {
            Some(outer) => {
                let own = has_own_source(scene, &joined[i], &joined[outer]);
                scene
                    .trail
                    .stays(joined[i].head, guard!(is_inside_content), own)
            }
            None => true,
        })
        .collect();
    let mut kept = kept.into_iter();
    joined.retain(|_| kept.next() == Some(true));
    joined
}

/// The attribution in whose content the cue of the `i`th stands.
fn outer_of(joined: &[Joined], i: usize) -> Option<usize> {
    let inside = |cue: &Joined, other: &Joined| other.content.iter().any(|c| c.contains(&cue.head));
    let one = &joined[i];
    let outer = |k: usize| inside(one, &joined[k]) && (k > i || !inside(&joined[k], one));
    (0..joined.len()).find(|k| *k != i && outer(*k))
}

/// Whether `inner` says plainly who said what, all within what `outer` has said, and it is not the same source.
fn has_own_source(scene: &Scene, inner: &Joined, outer: &Joined) -> bool {
    let Some(source) = &inner.source else {
        return false;
    };
    let within = |words: &Range<usize>| {
        outer
            .content
            .iter()
            .any(|c| c.start <= words.start && words.end <= c.end)
    };
    let pronoun = matches!(
        scene.tag(source.start),
        Tag::Pron | Tag::Rel | Tag::That | Tag::Det
    ) && source.len() == 1;
    let cue = scene.text.tokens[inner.head].entry();
    let cue = cue.and_then(|entry| scene.text.language.words.cue(entry));
    let plain = cue.is_some_and(|c| scene.text.language.attribution.plain_cue.has(c.lemma));
    let that = inner
        .content
        .iter()
        .all(|c| scene.tag(c.start) == Tag::That);
    let modal = inner
        .cue
        .clone()
        .any(|i| matches!(scene.tag(i), Tag::Modal | Tag::Neg));
    // "reported that, according to Ito, it was sold"
    let credit = scene.text.language.attribution.credit;
    let credits = scene.is(inner.head, credit) && !scene.is(outer.head, credit);
    !pronoun
        && !modal
        && (plain || that || credits)
        && within(source)
        && inner.content.iter().all(within)
}

/// A quotation that no attribution has, right after one that has, goes on with it: in the same block, or at
/// the start of the next.
pub(super) fn adopt_orphans(scene: &Scene, all: &mut [Joined]) {
    if all.is_empty() {
        return;
    }
    let tokens = &scene.text.tokens;
    let mut owned = owned_quotations(scene, all);
    let ends = ends_in_order(all);
    let mut last = 0;
    let mut current: Option<usize> = None;
    let mut reach = 0;
    // The first end mark at or after `reach`, as far as it was looked for: up to there all is calm.
    let mut ahead = 0;
    for (k, quote) in scene.quotations.iter().enumerate() {
        while last < ends.len() && ends[last].0 <= quote.open {
            // "…," he said, referring to the port. "…": the quotation stays with "said". So it does behind “…,” said
            // Ito, who denied it.
            let beside = &all[ends[last].1];
            let relative = (beside.source.as_ref()).is_some_and(|s| scene.tag(s.start) == Tag::Rel);
            let aside = (is_participle(scene, beside) || relative)
                && current.is_some_and(|c| {
                    has_quotation(scene, &all[c])
                        && scene.text.sentence_of(all[c].head)
                            == scene.text.sentence_of(all[ends[last].1].head)
                });
            if !aside {
                current = Some(ends[last].1);
            }
            reach = ends[last].0;
            ahead = reach;
            last += 1;
        }
        if owned[k] || quote.single {
            continue;
        }
        let Some(i) = current else { continue };
        // Nothing but marks and a date between the attribution and the quotation.
        let same_block = tokens[quote.open].block == tokens[reach.max(1) - 1].block;
        let next_block = tokens[quote.open].block == tokens[reach.max(1) - 1].block + 1;
        // After a title with its full stop inside its marks too: on the network's “Morning Tide.”
        let titled = (quote.open.checked_sub(1)).is_some_and(|i| scene.closes(i));
        let ended = quote.open - usize::from(titled);
        let starts =
            scene.text.tokens[quote.open].opens_block || ended > 0 && scene.is_end(ended - 1);
        while ahead < quote.open && !scene.is_end(ahead) {
            ahead += 1;
        }
        // "“…,” he said. She left. “…”": where the attribution's own sentence has ended, nothing stands between.
        let over = reach > 1
            && (scene.is_end(reach - 1) || scene.closes(reach - 1) && scene.is_end(reach - 2));
        let between = reach..ahead.min(quote.open);
        let told = over && between.into_iter().any(|i| tokens[i].is_word());
        let calm = ahead + 1 >= ended && !told;
        let had_quotation = has_quotation(scene, &all[i]);
        let whole = quote.end() >= tokens.len()
            || tokens[quote.end()].opens_block
            || quote.closed && scene.is_end(quote.close - 1);
        if starts
            && calm
            && !is_anothers(scene, quote, reach)
            && (same_block
                || whole
                    && next_block
                    && had_quotation
                    && scene.text.tokens[quote.open].opens_block)
        {
            for k in [Some(i), quoted_in(scene, all, i)].into_iter().flatten() {
                all[k].content.push(quote.open..quote.end());
            }
            reach = quote.end();
            ahead = reach;
            owned[k] = true;
        }
    }
}

/// Whether a quotation that nobody has is plainly not a part of the words that end at `reach`: its sentence goes on
/// with whose it is ("“…,” Ito of the mill"), or it opens a block with an answer or with half a sentence.
fn is_anothers(scene: &Scene, quote: &Quote, reach: usize) -> bool {
    let goes_on = quote.closed
        && scene.mark(quote.close - 1) == Some(',')
        && (scene.text.tokens.get(quote.end())).is_some_and(|t| t.is_word() && !t.opens_block);
    let opens = scene.text.tokens[quote.open].opens_block;
    let marks = reach.saturating_sub(2)..reach;
    let asked = opens && marks.into_iter().any(|i| scene.mark(i) == Some('?'));
    let first = (quote.inner()).find(|i| scene.text.tokens[*i].is_word());
    let half = opens
        && first.is_some_and(|i| {
            scene.mark(quote.open + 1).is_some() && !scene.text.tokens[i].capital()
        });
    goes_on || asked || half
}

/// The attribution whose words the `i`th passes on: "“…,” Ito said, according to the Tide. “…”" has Ito say both.
fn quoted_in(scene: &Scene, all: &[Joined], i: usize) -> Option<usize> {
    let near = i.saturating_sub(NEAR)..all.len().min(i + NEAR);
    let passed = |k: &usize| all[i].content.iter().any(|c| c.contains(&all[*k].head));
    near.into_iter()
        .find(|k| *k != i && passed(k) && has_quotation(scene, &all[*k]))
}

/// How many attributions off in order one stands that another holds, at most.
const NEAR: usize = 4;

/// Which quotations stand in the content of an attribution.
fn owned_quotations(scene: &Scene, all: &[Joined]) -> Vec<bool> {
    let mut owned = vec![false; scene.quotations.len()];
    for content in all.iter().flat_map(|j| &j.content) {
        let first = (scene.quotations).partition_point(|q| q.end() <= content.start);
        let within = scene.quotations[first..]
            .iter()
            .take_while(|q| q.open < content.end)
            .count();
        owned[first..first + within].fill(true);
    }
    owned
}

/// Where the last word of each attribution stands, with its index: in text order.
fn ends_in_order(all: &[Joined]) -> Vec<(usize, usize)> {
    let end = |j: &Joined| {
        let source = j.source.as_ref().map_or(0, |s| s.end);
        let content = j.content.iter().map(|c| c.end).max().unwrap_or(0);
        content.max(j.cue.end).max(source)
    };
    let mut ends: Vec<_> = all.iter().enumerate().map(|(i, j)| (end(j), i)).collect();
    span::sort(&mut ends);
    ends
}

/// Whether the cue is a participle: "…, referring to the port".
fn is_participle(scene: &Scene, joined: &Joined) -> bool {
    let auxiliary = |i: usize| matches!(scene.tag(i), Tag::Be);
    scene.tag(joined.head) == Tag::Ing && !joined.cue.clone().any(auxiliary)
}

fn has_quotation(scene: &Scene, joined: &Joined) -> bool {
    joined
        .content
        .iter()
        .any(|c| scene.quotation(c.end - 1).is_some())
}

/// How the content is given: by the share of its words between marks.
pub(super) fn quotation(scene: &Scene, content: &[Range<usize>]) -> Quotation {
    let quotes = |c: &Range<usize>| {
        scene
            .text
            .next_quote(c.start)
            .is_some_and(|q| q.open < c.end)
    };
    if !content.iter().any(quotes) {
        return Quotation::Indirect;
    }
    let (mut words, mut quoted) = (0usize, 0usize);
    // The opening mark that was met last, and whether those marks may quote somebody.
    let (mut open, mut quotes) = (usize::MAX, false);
    for i in content.iter().cloned().flatten() {
        if scene.mark(i).is_some() {
            continue;
        }
        words += 1;
        if let Some(quote) = scene.text.quote_at(i).filter(|q| q.open < i) {
            if quote.open != open {
                // A single word can be the source's own, but marks round a name or a title quote nobody.
                (open, quotes) = (quote.open, !is_name(scene.text, quote.inner()));
            }
            quoted += usize::from(quotes);
        }
    }
    if quoted == 0 {
        Quotation::Indirect
    } else if quoted * 10 >= words * 9 {
        Quotation::Direct
    } else {
        Quotation::Mixed
    }
}

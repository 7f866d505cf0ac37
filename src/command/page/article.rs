//! Which of a page's blocks are the article: from the densest running text outward, as in the
//! extension's `content/article.js`.

use ego_tree::NodeId;
use std::collections::BTreeMap;
use whence::text::block::BlockKind;

use super::reader::ReadBlock;

/// Characters from which a block counts as running text: about a line and a half.
const PROSE: usize = 80;
/// The share of a page's running text that its article holds, at least.
const SHARE: f64 = 0.75;
/// Above this share of its text inside links, a block is a list of links, not running text.
const LINKED: f64 = 0.6;
/// With this share of its text inside links, a block without a sentence is another article's headline.
const TEASER: f64 = 0.9;

/// The blocks to scan, in document order.
pub(crate) fn choose(blocks: Vec<ReadBlock>) -> Vec<ReadBlock> {
    // Marks that would take away most of the text are not to be believed: of those that hide, many
    // pages mark their whole article, and show it by a script.
    let blocks = believed(blocks, |b| b.unseen);
    let blocks = believed(blocks, |b| b.aside);
    let root = root(&blocks);
    let inside = |b: &ReadBlock| root.is_none_or(|root| b.owners.ids().any(|o| o == root));
    let first = blocks.iter().position(inside).unwrap_or(0);
    let headline = blocks[..first.min(blocks.len())]
        .iter()
        .rposition(|b| b.headline);
    blocks
        .into_iter()
        .enumerate()
        .filter(|(i, b)| Some(*i) == headline || (inside(b) && !is_teaser(b)))
        .map(|(_, b)| b)
        .collect()
}

/// The blocks that a mark does not take out; all, where it would take out two thirds of the text.
fn believed(blocks: Vec<ReadBlock>, out: impl Fn(&ReadBlock) -> bool) -> Vec<ReadBlock> {
    let all: usize = blocks.iter().map(prose).sum();
    let own: usize = blocks.iter().filter(|b| !out(b)).map(prose).sum();
    if own < all / 3 {
        return blocks;
    }
    blocks.into_iter().filter(|b| !out(b)).collect()
}

/// The smallest element that holds most of the running text, if there is any.
fn root(blocks: &[ReadBlock]) -> Option<NodeId> {
    let total: usize = blocks.iter().map(prose).sum();
    if total == 0 {
        return None;
    }
    let mut sums: BTreeMap<NodeId, usize> = BTreeMap::new();
    for block in blocks {
        let length = prose(block);
        if length > 0 {
            for owner in block.owners.ids() {
                *sums.entry(owner).or_default() += length;
            }
        }
    }
    let most = |owner: &&NodeId| {
        sums.get(owner)
            .is_some_and(|s| *s as f64 >= total as f64 * SHARE)
    };
    // Those that hold so much lie inside each other, and all hold the heaviest block or one beside
    // it: the innermost has the most owners around it.
    blocks
        .iter()
        .filter(|b| prose(b) > 0)
        .filter_map(|b| {
            let owner = b.owners.ids().find(|o| most(&o))?;
            let depth = b.owners.ids().skip_while(|o| *o != owner).count();
            Some((depth, owner))
        })
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, owner)| owner)
}

/// How much running text a block holds, in bytes; lists of links hold none.
fn prose(block: &ReadBlock) -> usize {
    if block.text.len() < PROSE || block.kind == BlockKind::Heading {
        return 0;
    }
    let free = block.text.len() - linked(block);
    if (free as f64) < block.text.len() as f64 * (1.0 - LINKED) {
        0
    } else {
        free
    }
}

fn linked(block: &ReadBlock) -> usize {
    let mut at = 0;
    let mut sum = 0;
    for link in &block.links {
        sum += link.words.end.saturating_sub(link.words.start.max(at));
        at = at.max(link.words.end);
    }
    sum
}

/// Whether a block is the headline of another article: all link, no sentence, and nothing cited for it.
fn is_teaser(block: &ReadBlock) -> bool {
    if block.links.is_empty() || block.headline || !block.marks.is_empty() {
        return false;
    }
    let text = block.text.trim();
    let sentence = text.ends_with(['.', '!', '?', '…', '”', '"', '’', '\'', ')']);
    linked(block) as f64 >= text.len() as f64 * TEASER
        && (block.kind == BlockKind::Heading || !sentence)
}

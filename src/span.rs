//! Positions in text.

use std::ops::Range;

/// A stretch of a document's text in UTF-8 bytes, half-open: `start` is in, `end` is out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words themselves.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// The words as bytes: to compare, which needs no look at where characters begin.
    pub fn bytes_of(self, text: &str) -> &[u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// Sorts ranges of tokens by where they start, the shorter first.
pub fn in_order(ranges: &mut [Range<usize>]) {
    ranges.sort_unstable_by_key(|r| (r.start, r.end));
}

/// How many places an item may lie too late for [`sort`] to move it there one by one.
const NEAR: usize = 8;

/// Sorts pairs of which most stand in order already.
pub fn sort(pairs: &mut [(usize, usize)]) {
    for i in 1..pairs.len() {
        for k in (i.saturating_sub(NEAR)..i).rev() {
            if pairs[k] <= pairs[k + 1] {
                break;
            }
            pairs.swap(k, k + 1);
        }
    }
    if !pairs.is_sorted() {
        pairs.sort_unstable();
    }
}

/// How many positions share one entry of [`Places`], as a power of two.
const STEP: u32 = 5;

/// Which item of an ordered list a position falls into, found in constant time where a binary search
/// would walk the whole list: for each stretch of positions, how many items end before it.
#[derive(Clone, Debug, Default)]
pub struct Places {
    behind: Vec<u32>,
    /// How many items there are.
    count: u32,
}

impl Places {
    /// For items that end (exclusively) at `ends`, in order, none empty.
    pub fn new(ends: impl Iterator<Item = usize>) -> Places {
        let mut places = Places::default();
        places.extend(ends);
        places
    }

    /// Adds the items that end at `ends`, behind those that are there.
    pub fn extend(&mut self, ends: impl Iterator<Item = usize>) {
        for end in ends {
            // Stretches that begin at or after `end` have this item behind them.
            let first = end.div_ceil(1 << STEP);
            if first >= self.behind.len() {
                self.behind.resize(first + 1, self.count);
            }
            self.count += 1;
            self.behind[first] = self.count;
        }
    }

    /// The first item that ends after `at`, or one past the last; `end` tells where an item ends, and
    /// nothing past the last.
    pub fn first_after(&self, at: usize, end: impl Fn(usize) -> Option<usize>) -> usize {
        let known = self.behind.get(at >> STEP).or(self.behind.last());
        let mut item = known.map_or(0, |i| *i as usize);
        while end(item).is_some_and(|end| end <= at) {
            item += 1;
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_sorted_whether_near_their_places_or_far() {
        let near = (0..40).map(|i| (i ^ 3, i));
        let far = (0..40).map(|i| (i * 7 % 40 / 2, 40 - i));
        let back = (0..40).map(|i| (40 - i, i));
        for pairs in [near.collect::<Vec<_>>(), far.collect(), back.collect()] {
            let mut sorted = pairs.clone();
            sort(&mut sorted);
            assert!(sorted.is_sorted(), "{pairs:?} gives {sorted:?}");
            assert!(pairs.iter().all(|pair| sorted.contains(pair)));
        }
    }
}

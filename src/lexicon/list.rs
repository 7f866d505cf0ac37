//! A short list of words, for a rule that asks for just these.

use std::cmp::Ordering;

use super::{one_of, one_of_any_case};

/// Words in lower case (unless the list says otherwise), parted by single spaces; and, bit by bit, what [`marks`]
/// tell of its words, by which most others are told apart at once. One that opens with a space stands in
/// alphabetical order: it is long, and soon searched so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(pub &'static str, u32, u32);

impl List {
    /// The list of `words`.
    pub const fn of(words: &'static str) -> List {
        let bytes = words.as_bytes();
        assert!(bytes.is_empty() || bytes[0] != b' ' || in_order(bytes));
        let (mut fronts, mut ends, mut start, mut i) = (0, 0, 0, 0);
        while i <= bytes.len() {
            if i == bytes.len() || bytes[i] == b' ' {
                if i > start {
                    let (front, end) = marks(bytes[start], bytes[i - 1], i - start);
                    fronts |= front;
                    ends |= end;
                }
                start = i + 1;
            }
            i += 1;
        }
        List(words, fronts, ends)
    }

    /// Whether `word`, as it is written, is in the list; no empty word is.
    #[inline]
    pub fn has(self, word: impl AsRef<[u8]>) -> bool {
        self.may_have(word.as_ref()) && one_of(word, self.0)
    }

    /// The same for a word in any case; the list is in lower case.
    #[inline]
    pub fn has_any_case(self, word: impl AsRef<[u8]>) -> bool {
        let word = word.as_ref();
        self.may_have(word) && one_of_any_case(word, self.0)
    }

    /// Whether one of the words may be this one, in any case.
    #[inline]
    fn may_have(self, word: &[u8]) -> bool {
        let (Some(first), Some(last)) = (word.first(), word.last()) else {
            return false;
        };
        let (front, end) = marks(*first, *last, word.len());
        self.1 & front != 0 && self.2 & end != 0
    }

    /// The same, as far as the word's [`front`] tells.
    #[inline(always)]
    pub fn may_open(self, front: u8) -> bool {
        self.1 & 1_u32.rotate_left(u32::from(front)) != 0
    }

    /// The words, in the list's order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

/// Many words in lower case and ASCII, in alphabetical order, parted by single spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorted(pub &'static str);

impl Sorted {
    /// Whether `word`, in any case, is in the list.
    pub fn has_any_case(self, word: &str) -> bool {
        halved(word.as_bytes(), self.0.as_bytes(), true)
    }
}

/// Whether `word`, in any case where `any_case` says so, is one of `words`, which stand in alphabetical order; in
/// logarithmic time.
#[inline(never)]
pub(super) fn halved(word: &[u8], words: &[u8], any_case: bool) -> bool {
    let (mut low, mut high) = (0, words.len());
    while low < high {
        let mut start = usize::midpoint(low, high);
        while start > low && words[start - 1] != b' ' {
            start -= 1;
        }
        let mut end = start;
        // The letters that both have, and then which of the two comes first.
        let order = loop {
            let here = words.get(end).filter(|b| **b != b' ');
            let mut byte = word.get(end - start).copied();
            if any_case {
                byte = byte.map(|b| b.to_ascii_lowercase());
            }
            let order = here.copied().cmp(&byte);
            if here.is_none() || order != Ordering::Equal {
                break order;
            }
            end += 1;
        };
        match order {
            Ordering::Equal => return true,
            Ordering::Greater => high = start,
            Ordering::Less => {
                let rest = words[end..].iter().position(|b| *b == b' ');
                low = rest.map_or(high, |n| end + n + 1);
            }
        }
    }
    false
}

/// Whether the words, each behind a space, stand in alphabetical order.
const fn in_order(words: &[u8]) -> bool {
    let (mut last, mut i) = (0, 1);
    while i < words.len() {
        if words[i] == b' ' {
            let (mut a, mut b) = (last + 1, i + 1);
            while a < i && b < words.len() && words[a] == words[b] {
                (a, b) = (a + 1, b + 1);
            }
            let before = a == i || b < words.len() && words[a] < words[b];
            if !before {
                return false;
            }
            last = i;
        }
        i += 1;
    }
    true
}

/// Endings of words; and, bit by bit, their last letters, by which most words are told apart at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Endings(&'static [&'static str], u32);

impl Endings {
    /// The endings `endings`.
    pub const fn of(endings: &'static [&'static str]) -> Endings {
        let (mut letters, mut i) = (0, 0);
        while i < endings.len() {
            if let Some(last) = endings[i].as_bytes().last() {
                letters |= 1 << (*last & 31);
            }
            i += 1;
        }
        Endings(endings, letters)
    }
}

/// Whether `word` ends in one of `endings`.
#[inline]
pub fn ends_in(word: impl AsRef<[u8]>, endings: Endings) -> bool {
    let word = word.as_ref();
    let may_end = word
        .last()
        .is_some_and(|last| endings.1 & 1 << (*last & 31) != 0);
    may_end && endings.0.iter().any(|ending| ends(word, ending))
}

/// Whether `word` ends in `ending`. Most do not, and their last letter tells.
#[inline]
pub fn ends(word: impl AsRef<[u8]>, ending: &str) -> bool {
    let (word, ending) = (word.as_ref(), ending.as_bytes());
    let last = ending.last().is_none_or(|last| word.last() == Some(last));
    last && word.ends_with(ending)
}

/// One bit by the first letter and the length of a word, another by both its ends; the same for small letters
/// and capitals.
const fn marks(first: u8, last: u8, length: usize) -> (u32, u32) {
    (
        1_u32.rotate_left(front(first, length) as u32),
        1_u32.rotate_left(last as u32 + 7 * first as u32),
    )
}

/// The first of the two bits, by its place among 32, or 32 places further on.
#[inline(always)]
pub const fn front(first: u8, length: usize) -> u8 {
    first.wrapping_add((length as u8).wrapping_mul(5))
}

#[cfg(test)]
mod tests {
    use super::{List, Sorted};

    #[test]
    fn a_list_holds_its_words_and_no_part_of_them() {
        let list = List::of("of into");
        assert!(list.has("of") && list.has("into") && !list.has("in") && !list.has("of into"));
        assert!(!list.has("") && !list.has_any_case("") && !List::of("").has(""));
        assert!(list.has_any_case("Into") && !list.has("Into"));
        assert_eq!(list.iter().collect::<Vec<_>>(), ["of", "into"]);
        assert_eq!(List::of("").iter().count(), 0);
    }

    #[test]
    fn a_sorted_list_finds_each_of_its_words_and_no_other() {
        let list = Sorted("ab abc bcd z");
        let there = ["ab", "abc", "bcd", "z", "ABC"];
        assert!(there.iter().all(|word| list.has_any_case(word)));
        let away = ["", "a", "abcd", "aa", "zz", "ab abc", "~"];
        assert!(!away.iter().any(|word| list.has_any_case(word)));
        assert!(!Sorted("").has_any_case("a"));
        let all: Vec<_> = crate::lexicon::en::surnames::SURNAMES
            .0
            .split(' ')
            .collect();
        assert!(
            all.is_sorted()
                && all
                    .iter()
                    .all(|name| crate::lexicon::en::surnames::SURNAMES.has_any_case(name))
        );
    }
}

//! A short list of words, for a rule that asks for just these.

use super::{one_of, one_of_any_case};

/// Words in lower case (unless the list says otherwise), parted by single spaces; and, bit by bit, the lengths and
/// the first letters of its words, by which most others are told apart at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(pub &'static str, u32, u32);

impl List {
    /// The list of `words`.
    pub const fn of(words: &'static str) -> List {
        let bytes = words.as_bytes();
        let (mut lengths, mut initials, mut start, mut i) = (0, 0, 0, 0);
        while i <= bytes.len() {
            if i == bytes.len() || bytes[i] == b' ' {
                lengths |= bit(i - start);
                if i > start {
                    initials |= initial(bytes[start]);
                }
                start = i + 1;
            }
            i += 1;
        }
        List(words, lengths, initials)
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

    /// Whether one of the words is as long and begins so, in any case.
    #[inline]
    fn may_have(self, word: &[u8]) -> bool {
        self.1 & bit(word.len()) != 0
            && (word.first()).is_some_and(|first| self.2 & initial(*first) != 0)
    }

    /// The words, in the list's order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

/// Endings of words.
pub type Endings = &'static [&'static str];

/// Whether `word` ends in one of `endings`. Most do not, and their last letter tells.
#[inline]
pub fn ends_in(word: &str, endings: Endings) -> bool {
    let word = word.as_bytes();
    let ends = |end: &&str| end.as_bytes().last() == word.last() && word.ends_with(end.as_bytes());
    endings.iter().any(ends)
}

/// The bit of a length, in bytes; all long ones share the last.
const fn bit(length: usize) -> u32 {
    1 << if length < 31 { length } else { 31 }
}

/// The bit of a first letter, small or capital; other bytes share theirs.
const fn initial(byte: u8) -> u32 {
    1 << (byte & 31)
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_holds_its_words_and_no_part_of_them() {
        let list = List::of("of into");
        assert!(list.has("of") && list.has("into") && !list.has("in") && !list.has("of into"));
        assert!(!list.has("") && !list.has_any_case("") && !List::of("").has(""));
        assert!(list.has_any_case("Into") && !list.has("Into"));
        assert_eq!(list.iter().collect::<Vec<_>>(), ["of", "into"]);
        assert_eq!(List::of("").iter().count(), 0);
    }
}

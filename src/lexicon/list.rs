//! A short list of words, for a rule that asks for just these.

use super::{one_of, one_of_any_case};

/// Words in lower case (unless the list says otherwise), parted by single spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(pub &'static str);

impl List {
    /// Whether `word`, as it is written, is in the list; no empty word is.
    pub fn has(self, word: impl AsRef<[u8]>) -> bool {
        one_of(word, self.0)
    }

    /// The same for a word in any case; the list is in lower case.
    pub fn has_any_case(self, word: impl AsRef<[u8]>) -> bool {
        !word.as_ref().is_empty() && one_of_any_case(word.as_ref(), self.0)
    }

    /// The words, in the list's order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_holds_its_words_and_no_part_of_them() {
        let list = List("of into");
        assert!(list.has("of") && list.has("into") && !list.has("in") && !list.has("of into"));
        assert!(!list.has("") && !list.has_any_case("") && !List("").has(""));
        assert!(list.has_any_case("Into") && !list.has("Into"));
        assert_eq!(list.iter().collect::<Vec<_>>(), ["of", "into"]);
        assert_eq!(List("").iter().count(), 0);
    }
}

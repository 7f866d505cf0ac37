//! How the module's tables write a list of words, half as long as it reads: in the order of the alphabet,
//! each word without the letters that it shares with the one before. A capital says how many bytes those
//! are, A none; [`AND_S`] adds the word's form in -s. "claim claims clang" is "Aclaim^Dng".
//! `build.rs` packs, the reader of the tables unpacks; the tables as people write them know none of it.

use super::inflect::with_s;

/// Stands behind a word whose form in -s belongs to the list too.
pub const AND_S: char = '^';

/// Stands before the ending of a host that begins as its outlet's name does, [squeezed](crate::letter::squeeze).
pub const NAMED_SO: char = '=';

/// Shows each word of a packed list.
pub fn unpack(list: &str, mut show: impl FnMut(&str)) {
    let mut word = String::new();
    let mut start = 0;
    for (at, byte) in list.bytes().enumerate() {
        let shared = byte.wrapping_sub(b'A');
        if byte != AND_S as u8 && !byte.is_ascii_uppercase() {
            continue;
        }
        word.push_str(&list[start..at]);
        start = at + 1;
        if byte == AND_S as u8 {
            show(&with_s(&word));
            continue;
        }
        if !word.is_empty() {
            show(&word);
        }
        word.truncate(usize::from(shared));
    }
    word.push_str(&list[start..]);
    if !word.is_empty() {
        show(&word);
    }
}

/// Packs words. Stops the build where one holds a capital or [`AND_S`], since it would read as another.
#[cfg(not(target_family = "wasm"))]
pub fn pack<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    use std::collections::BTreeSet;

    let mut left: BTreeSet<&str> = words.into_iter().collect();
    for word in &left {
        let odd = |c: char| c.is_ascii_uppercase() || c == AND_S;
        assert!(!word.contains(odd), "“{word}” cannot be packed");
    }
    let mut by_length: Vec<&str> = left.iter().copied().collect();
    by_length.sort_by_key(|word| word.len());
    let mut with_form = BTreeSet::new();
    for word in by_length {
        if left.contains(word) && left.remove(with_s(word).as_str()) {
            with_form.insert(word);
        }
    }
    let mut packed = String::new();
    let mut last = "";
    for word in left {
        let shares = |n: &usize| word.is_char_boundary(*n) && last.starts_with(&word[..*n]);
        let shared = (0..=word.len().min(25)).rev().find(shares).unwrap_or(0);
        packed.push(char::from(b'A' + shared as u8));
        packed.push_str(&word[shared..]);
        packed.extend(with_form.contains(word).then_some(AND_S));
        last = word;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn a_list_is_read_as_it_was_packed() {
        assert_eq!(pack(["clang", "claims", "claim"]), "Aclaim^Dng");
        for list in [
            "",
            "city cities",
            "as a ases",
            "sé séance s",
            "+ ++ bus buses",
        ] {
            let mut words: Vec<&str> = list.split_whitespace().collect();
            let mut read = Vec::new();
            unpack(&pack(words.iter().copied()), |word| {
                read.push(word.to_owned())
            });
            words.sort_unstable();
            read.sort_unstable();
            assert_eq!(read, words, "{}", pack(words.iter().copied()));
        }
    }

    #[test]
    #[should_panic = "“Ito” cannot be packed"]
    fn a_capital_is_refused() {
        pack(["harbour", "Ito"]);
    }
}

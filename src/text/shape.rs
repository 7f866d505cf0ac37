//! How a word is written: its capitals.

use super::token::Kind;
use crate::letter::{is_capital, is_letter, is_small};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No capital: "report".
    Lower,
    /// First letter capital: "Kirby", "McDonald".
    Title,
    /// All letters capital, two at least: "FBI", "U.S.".
    Upper,
    /// No letters.
    None,
}

/// The shape of `word`, a token of that kind.
pub(super) fn shape(word: &str, kind: Kind) -> Shape {
    if !matches!(kind, Kind::Word) {
        return Shape::None;
    }
    if word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| is_letter(*c));
    let Some(first) = letters.next() else {
        return Shape::None;
    };
    if !is_capital(first) {
        // "iPhone", "al-Shabab" start small; they are read as names elsewhere, by their inner capital.
        return Shape::Lower;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(|c| !is_small(c)) {
        Shape::Upper
    } else {
        Shape::Title
    }
}

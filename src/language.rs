//! Whether a text is in a language we read: English, by the share of its words that are English
//! function words. What a page declares is often wrong, so the words decide.

use crate::lexicon::{
    ARTICLE, BE, COORDINATOR, HAVE, MODAL, OBJECT_PRONOUN, POSSESSIVE, PREPOSITION, PRONOUN,
    RELATIVE,
};
use crate::text::Text;

/// The least share of function words in English running text. Headlines alone reach 0.15, news 0.35
/// to 0.45; text in other languages that use the Latin alphabet stays under 0.08 (by loan words and
/// chance likeness: "in", "a", "me", "on").
const LEAST_SHARE: f64 = 0.14;

/// How many words are looked at; a page's language shows early.
const SAMPLE: usize = 4_000;

/// Whether the text is English enough to be scanned. A text too short to tell is scanned.
pub fn is_read(text: &Text) -> bool {
    let classes = ARTICLE
        .or(PREPOSITION)
        .or(COORDINATOR)
        .or(PRONOUN)
        .or(OBJECT_PRONOUN)
        .or(POSSESSIVE)
        .or(BE)
        .or(HAVE)
        .or(MODAL)
        .or(RELATIVE);
    let (mut words, mut function) = (0u32, 0u32);
    for token in text.tokens.iter().filter(|t| t.is_word()).take(SAMPLE) {
        words += 1;
        function += u32::from(token.is_any(classes));
    }
    words < 8 || f64::from(function) >= LEAST_SHARE * f64::from(words)
}

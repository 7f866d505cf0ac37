//! Whether a text is in a language we read: English. What a page declares is often wrong, so the words
//! decide: function words of English for it; letters of other scripts and common words of other
//! languages against it.

use crate::letter::is_letter;
use crate::lexicon::{
    ABBREVIATION, ADVERB, ARTICLE, BE, COORDINATOR, HAVE, MODAL, NEGATION, OBJECT_PRONOUN,
    POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, TITLE, VERB,
};
use crate::text::Text;
use crate::text::token::{Token, normal};

/// The least share of function words in English running text. News has 0.35 to 0.45, lists of goods
/// and menus 0.25; text in other languages stays under 0.08 by loan words and chance likeness ("in",
/// "a", "me", "on"). Measured on saved pages of a dozen languages.
const LEAST_SHARE: f64 = 0.14;

/// A text of fewer words need not hold function words: a headline may have none.
const SHORT: u32 = 40;

/// Fewer common words of another language than this may be a name's ("de la Cruz").
const NAMES: u32 = 3;

/// How many words are looked at; a page's language shows early.
const SAMPLE: usize = 2_000;

/// Whether the text is English enough to be scanned. A text too short to tell is scanned.
pub fn is_read(text: &Text) -> bool {
    let count = Count::of(text);
    if count.other_script * 2 > count.words {
        return false;
    }
    if count.other_words >= NAMES && count.other_words > count.english {
        return false;
    }
    count.words < SHORT || f64::from(count.function) >= LEAST_SHARE * f64::from(count.words)
}

/// How many words of each sort the beginning of a text holds.
#[derive(Default)]
struct Count {
    words: u32,
    /// Function words of English.
    function: u32,
    /// Those, and verbs, adverbs and cues.
    english: u32,
    /// Common words of other languages.
    other_words: u32,
    /// Words with a letter that is not Latin.
    other_script: u32,
}

impl Count {
    fn of(text: &Text) -> Count {
        let function = ARTICLE
            .or(PREPOSITION)
            .or(COORDINATOR)
            .or(PRONOUN)
            .or(OBJECT_PRONOUN)
            .or(POSSESSIVE)
            .or(BE)
            .or(HAVE)
            .or(MODAL)
            .or(RELATIVE);
        let english = function.or(VERB).or(ADVERB).or(NEGATION);
        let cue = |t: &Token| t.cue > 0;
        // A word with any other class is none of another language.
        let maybe = ABBREVIATION.or(TITLE);
        let mut count = Count::default();
        let mut lower = String::new();
        let others = &text.language.other_languages;
        let words = text.tokens.iter().enumerate().filter(|(_, t)| t.is_word());
        for (i, token) in words.take(SAMPLE) {
            count.words += 1;
            count.function += u32::from(token.is_any(function));
            count.english += u32::from(token.is_any(english) || cue(token));
            if token.classes.0 & !maybe.0 != 0 {
                continue;
            }
            let word = text.word(i);
            count.other_words += u32::from(others.get(normal(word, &mut lower)).is_some());
            count.other_script += u32::from(!word.is_ascii() && word.chars().any(is_other_script));
        }
        count
    }
}

/// Whether `c` is a letter, and neither a Latin one (they end with U+024F, and go on at U+1E00) nor a
/// mark that Latin text uses.
fn is_other_script(c: char) -> bool {
    c > '\u{24F}' && is_letter(c) && !matches!(c, '\u{2B0}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
}

#[cfg(test)]
mod tests {
    use super::is_read;
    use crate::lexicon::{other, rows};
    use crate::text::Text;
    use crate::text::block::Document;

    fn reads(text: &str) -> bool {
        is_read(&Text::new(
            &Document::from_text(text),
            crate::lexicon::english(),
        ))
    }

    #[test]
    fn english_is_read_however_short() {
        for text in [
            "Port authority: Harbour will stay shut until spring",
            "“We counted every barrel twice,” Mira Oduya said.",
            "Rafael de la Cruz said.",
            "Café owners say so",
            "Red Door Lamp Oil Nine Stars Mill Weir",
            "",
            "—",
        ] {
            assert!(reads(text), "{text}");
        }
    }

    #[test]
    fn other_languages_are_not() {
        for [_, language, example, ..] in rows(other::TABLE) {
            assert!(!reads(example), "{language}: {example}");
        }
        for text in [
            "Мельница стоит у реки.",
            "水車小屋は川のそばに立っている。",
            "물레방아는 강가에 있다.",
            "الطاحونة بجانب النهر",
        ] {
            assert!(!reads(text), "{text}");
        }
    }

    #[test]
    fn a_language_without_a_table_shows_by_what_it_lacks() {
        // Estonian, of which the tables know nothing.
        let text = "Vana veski seisab jõe ääres juba kaua. Selle katus lekib, uks kriuksub. \
            Igal kevadel tuleb vesi kõrgele ning külarahvas toob liivakotid. Tänavu jäi vesi madalaks, \
            sest lund sadas vähe. Mölder loodab, et suvi tuleb soe. Tema pojad elavad linnas, käivad \
            harva kodus. Koer magab terve päeva.";
        assert!(!reads(text));
    }
}

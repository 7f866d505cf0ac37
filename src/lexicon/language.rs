//! A language as a value: all that the rooms ask of it by words. It goes with a text; nothing asks for it
//! beside one.

use std::sync::LazyLock;

use super::figure::FigureWords;
use super::forms::Forms;
use super::lists::{
    AttributionLists, CiteLists, FigureLists, HintLists, LinkLists, PhraseLists, ResolveLists,
    TextLists, TieLists,
};
use super::{Lexicon, en, other};

/// The words of a language.
#[derive(Debug)]
pub struct Language {
    /// Word forms with their classes, cues, known names.
    pub words: Lexicon,
    /// Common words of other languages that are none of this one.
    pub other_languages: Forms<'static, ()>,
    /// Numerals, units, and the words of quantity.
    pub figures: FigureWords,
    /// Short lists, by the room that asks for them.
    pub attribution: AttributionLists,
    /// The same for `cite`.
    pub cite: CiteLists,
    /// The same for `figure`.
    pub figure: FigureLists,
    /// The same for `hint`.
    pub hint: HintLists,
    /// The same for `link`.
    pub link: LinkLists,
    /// The same for `resolve`.
    pub resolve: ResolveLists,
    /// The same for `text`.
    pub text: TextLists,
    /// The same for `phrase`.
    pub phrase: PhraseLists,
    /// The same for `tie`.
    pub tie: TieLists,
}

/// English, read from its tables at first use. Only what chooses a text's language asks for it; all else has
/// the language from its text.
pub fn english() -> &'static Language {
    static ENGLISH: LazyLock<Language> = LazyLock::new(|| {
        let words = super::read();
        Language {
            other_languages: other::read(&words),
            words,
            figures: super::figure::read(),
            attribution: en::attribution::LISTS,
            cite: en::cite::LISTS,
            figure: en::figure::LISTS,
            hint: en::hint::LISTS,
            link: en::link::LISTS,
            resolve: en::resolve::LISTS,
            text: en::text::LISTS,
            phrase: en::phrase::LISTS,
            tie: en::tie::LISTS,
        }
    });
    &ENGLISH
}

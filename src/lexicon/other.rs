//! The commonest words of other languages, by which a text tells that it is not English.

use super::forms::Forms;
use super::{ABBREVIATION, Lexicon, TITLE, listed, rows};

/// The table, rows as in a plain one: forms, the language's name, a sentence of it.
pub const TABLE: &str = crate::lexicon::table!("other_languages.txt");

/// Common words of languages other than the one that has `words`, and no words of that one; abbreviations
/// ("La.", "del.") may be both.
pub fn read(words: &Lexicon) -> Forms<'static, ()> {
    let own = |form: &str| {
        let classes = words.get(form).map_or(0, |e| e.classes.0);
        classes & !ABBREVIATION.or(TITLE).0 != 0
    };
    let mut others = Forms::default();
    for [forms, ..] in rows(TABLE) {
        listed(forms, |form| {
            if !own(form) {
                others.insert(form.to_owned(), ());
            }
        });
    }
    others
}

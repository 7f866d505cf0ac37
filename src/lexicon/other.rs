//! The commonest words of other languages, by which a text tells that it is not English.

use std::sync::LazyLock;

use super::forms::Forms;
use super::{ABBREVIATION, TITLE, english, listed, rows};

/// The table, rows as in a plain one: forms, the language's name, a sentence of it.
pub const TABLE: &str = crate::lexicon::table!("other_languages.txt");

/// Whether `form` (lower case) is a common word of another language and no English word that we know;
/// abbreviations ("La.", "del.") are none.
pub fn is_other(form: &str) -> bool {
    static OTHER: LazyLock<Forms<'static, ()>> = LazyLock::new(|| {
        rows(TABLE)
            .iter()
            .flat_map(|[forms, ..]| listed(forms))
            .filter(|form| {
                let known = english().words.get(form).map_or(0, |e| e.classes.0);
                known & !ABBREVIATION.or(TITLE).0 == 0
            })
            .collect()
    });
    OTHER.get(form).is_some()
}

//! English words that `text` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::TextLists;

/// See [`TextLists`].
pub const LISTS: TextLists = TextLists {
    shown_by_document: List("show shows finds"),
    with_particle: List("points"),
    particle: List("out"),
    same_past: List("forecast"),
};

//! English words that `text` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::TextLists;

/// See [`TextLists`].
pub const LISTS: TextLists = TextLists {
    shown_by_document: List::of("show shows finds"),
    with_particle: List::of("points"),
    particle: List::of("out"),
    same_past: List::of("forecast"),
};

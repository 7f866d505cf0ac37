//! English words that `figure` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::FigureLists;

/// See [`FigureLists`].
pub const LISTS: FigureLists = FigureLists {
    change_adverb: List("up down higher lower"),
};

//! English words that `hint` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::HintLists;

/// See [`HintLists`].
pub const LISTS: HintLists = HintLists {
    foretells: List("expect forecast foresee predict project estimate"),
};

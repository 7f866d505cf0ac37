//! English words that `resolve` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::ResolveLists;

/// See [`ResolveLists`].
pub const LISTS: ResolveLists = ResolveLists {
    name_suffix: List("Jr Sr II III IV Esq"),
};

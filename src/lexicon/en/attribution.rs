//! English words that `attribution` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::AttributionLists;

/// See [`AttributionLists`].
pub const LISTS: AttributionLists = AttributionLists {
    plain_cue: List("say tell write announce"),
};

//! English words that `cite` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::CiteLists;

/// See [`CiteLists`].
pub const LISTS: CiteLists = CiteLists {
    article: List("the The"),
};

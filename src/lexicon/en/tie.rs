//! English words that `tie` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::TieLists;

/// See [`TieLists`].
pub const LISTS: TieLists = TieLists {
    wish: List::of("call ask appeal campaign"),
    commits: List::of("pledge vow promise expect plan commit threaten intend"),
    aside: List::of("which who whose"),
};

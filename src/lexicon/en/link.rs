//! English words that `link` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::LinkLists;

/// See [`LinkLists`].
pub const LISTS: LinkLists = LinkLists {
    is_read: List(
        "report study paper survey statement document letter release data table ruling judgment complaint \
         filing transcript speech text findings results figures",
    ),
};

//! English words that `link` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::LinkLists;

/// See [`LinkLists`].
pub const LISTS: LinkLists = LinkLists {
    is_read: List::of(
        "report study paper survey statement document letter release data table ruling judgment complaint \
         filing transcript speech text findings results figures",
    ),
    shows_first: List::of("read see find download view you the full it here"),
    shows: List::of("read see find download view here available"),
    topic_path: List::of(
        "topic topics tag tags hub hubs category categories keyword keywords subject subjects theme themes search \
         symbol quote quotes stocks stock term label labels",
    ),
    profile_path: List::of(
        "people person profile profiles author authors staff team bio bios biography faculty directory experts \
         expert leadership member members about about-us reporters journalist user users",
    ),
    offer: List::of(
        "subscribe sign newsletter newsletters donate download-our-app app alerts register",
    ),
};

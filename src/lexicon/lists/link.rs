//! What `link` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct LinkLists {
    /// Words for what is read: “Read the report here”.
    pub is_read: List,
    /// First words of a sentence that shows where to read: “You can read it here”.
    pub shows_first: List,
    /// Words of which such a sentence has one.
    pub shows: List,
    /// Words of an offer of the site: “Subscribe to our newsletter”.
    pub offer: List,
    /// Parts of a path that make a page a list of articles: “/topic/”.
    pub topic_path: List,
    /// Parts of a path that make a page one about somebody: “/authors/”.
    pub profile_path: List,
}

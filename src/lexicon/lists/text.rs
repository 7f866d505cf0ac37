//! What `text` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct TextLists {
    /// Forms that are verbs behind what is written, though they are nouns, too: “records show”.
    pub shown_by_document: List,
}

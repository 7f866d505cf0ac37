//! What `text` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct TextLists {
    /// Forms that are verbs behind what is written, though they are nouns, too: “records show”.
    pub shown_by_document: List,
    /// Forms of verbs that are nouns, too, unless a particle of theirs follows: “points out”.
    pub with_particle: List,
    /// The particles of these.
    pub particle: List,
    /// Base forms that are their own past, and nouns: “the bank forecast that”.
    pub same_past: List,
}

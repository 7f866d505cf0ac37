//! What `link` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct LinkLists {
    /// Words for what is read: “Read the report here”.
    pub is_read: List,
}

//! What `attribution` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct AttributionLists {
    /// Cues, as lemmas, that any source has, whatever it is: “the manual says”.
    pub plain_cue: List,
}

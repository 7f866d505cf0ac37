//! What `hint` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct HintLists {
    /// Cues, as lemmas, by which the writer tells of what is to come, as from nobody: “is expected to”.
    pub foretells: List,
}

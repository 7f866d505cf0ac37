//! What `figure` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct FigureLists {
    /// Adverbs that tell which way a value went: “up 3 %”.
    pub change_adverb: List,
}

//! What `cite` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct CiteLists {
    /// Articles that may stand before an outlet’s name: “(The Nara Times)”.
    pub article: List,
}

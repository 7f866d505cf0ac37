//! What `resolve` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct ResolveLists {
    /// What may stand behind a person’s name, without its full stop: “Ada Roe Jr.”.
    pub name_suffix: List,
}

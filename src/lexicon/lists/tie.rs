//! What `tie` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct TieLists {
    /// Cues, as lemmas, that ask for something, so that a figure behind them is wanted, not told: “called for 300 trips”.
    pub wish: List,
}

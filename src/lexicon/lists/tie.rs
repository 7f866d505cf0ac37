//! What `tie` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct TieLists {
    /// Cues, as lemmas, that ask for something, so that a figure behind them is wanted, not told: “called for 300 trips”.
    pub wish: List,
    /// Cues, as lemmas, of what their source will do, so that its figures are the source's: “pledged to buy 40 boats”.
    pub commits: List,
    /// Relative pronouns that open a remark of the writer's behind a comma.
    pub aside: List,
}

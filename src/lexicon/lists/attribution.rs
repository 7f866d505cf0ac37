//! What `attribution` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct AttributionLists {
    /// Cues, as lemmas, that any source has, whatever it is: “the manual says”.
    pub plain_cue: List,
    /// Cues, as lemmas, that a clause follows and never a thing: “argued the cost outweighs it”.
    pub clause_only: List,
    /// What stands before a source by itself: “prices rose, per the bank”.
    pub per: List,
    /// Cues, as lemmas, whose object is said only where words of it are quoted: “compared it to “a barn””.
    pub cue_of_quoted: List,
    /// Cues, as lemmas, that tell of a topic where they are negated: “does not explain why”.
    pub explained: List,
    /// What opens a question that is a condition as well: “adding if it rains”.
    pub condition: List,
}

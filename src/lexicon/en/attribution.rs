//! English words that `attribution` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::AttributionLists;

/// See [`AttributionLists`].
pub const LISTS: AttributionLists = AttributionLists {
    plain_cue: List("say tell write announce"),
    clause_only: List("argue insist contend allege reason"),
    per: List("per"),
    cue_of_quoted: List("compare dub"),
    explained: List("explain"),
    condition: List("if"),
};

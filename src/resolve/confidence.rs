//! Sure or likely: by the rule that told the source, its lead over the second candidate, and the rule that
//! found the hint.

use super::who::Found;
use super::{Confidence, pronoun, who};
use crate::attribution::Attribution;

/// The lead in points that makes a person's pronoun sure.
const SURE_LEAD: u32 = 4;

/// How sure a hint is whose source was `found`.
pub(super) fn of(_attribution: &Attribution, found: &Found) -> Confidence {
    let person = [&pronoun::SPEAKER, &pronoun::SUBJECT, &pronoun::ONLY_PERSON];
    let weak = found.runner_up.is_some() && found.margin < SURE_LEAD;
    if person.contains(&found.rule) && weak || found.rule == &who::OPEN_PRONOUN {
        return Confidence::Likely;
    }
    Confidence::Sure
}

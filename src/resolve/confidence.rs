//! Sure or likely: by the rule that told the source, its lead over the second candidate, and the evidence of the
//! hint itself.

use super::who::Found;
use super::{Confidence, SourceKind};
use crate::attribution::{Attribution, Quotation};
use crate::text::Text;

/// The lead in points that makes a person's pronoun sure.
const SURE_LEAD: u32 = 4;

/// The longest cue, in tokens, that is plain: "has said".
const PLAIN_CUE: usize = 2;

/// How sure a hint is whose source was `found`.
pub(super) fn of(text: &Text, attribution: &Attribution, found: &Found) -> Confidence {
    let close = found.runner_up.is_some() && found.margin < SURE_LEAD;
    let told = found.rule.sure && found.kind != SourceKind::Unresolved && !close;
    if told && is_plain(text, attribution) && is_bounded(text, attribution) {
        Confidence::Sure
    } else {
        Confidence::Likely
    }
}

/// Whether the cue says no more than that somebody said it.
fn is_plain(text: &Text, attribution: &Attribution) -> bool {
    let cue = &attribution.cue;
    let word = text.tokens.get(attribution.head).is_some();
    let word = word && text.is_one_of_any_case(attribution.head, text.language.resolve.plain_cue);
    word && cue.len() <= PLAIN_CUE
}

/// Whether it is plain where the content begins and ends: by marks, by "that", by standing before its cue.
fn is_bounded(text: &Text, attribution: &Attribution) -> bool {
    let that =
        |i: usize| i < text.tokens.len() && text.is_one_of_any_case(i, text.language.resolve.that);
    let direct = attribution.quotation == Quotation::Direct;
    let [content] = &attribution.content[..] else {
        return direct;
    };
    let source = attribution.source.as_ref().map_or(usize::MAX, |s| s.start);
    // "…, said Roe": behind both stands what they end.
    let inverted = content.end <= attribution.cue.start && attribution.cue.end <= source;
    let led = attribution.cue.end <= content.start && source >= attribution.cue.start;
    attribution.quotation != Quotation::Indirect || that(content.start) || inverted || led
}

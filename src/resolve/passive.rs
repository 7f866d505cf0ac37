//! Passive cues without a reporter: "is believed", "was reported".

use crate::attribution::Attribution;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::normal;

/// Whether the cue reports in the passive.
pub(crate) fn is_impersonal(text: &Text, attribution: &Attribution) -> bool {
    let head = attribution.head;
    let mut scratch = String::new();
    let form = normal(text.word(head), &mut scratch);
    if !text.language.words.names.is_impersonal(form) {
        return false;
    }
    // "is believed", "has been widely reported"; "is" may stand before the cue's own words.
    let sentence = text.sentences[text.sentence_of(head)];
    let from = attribution.cue.start.max(sentence.start).min(head);
    let before = from.saturating_sub(2).max(sentence.start);
    (before..head).any(|i| text.tags[i] == Tag::Be)
}

//! Passive cues without a reporter: "is believed", "was reported".

use crate::attribution::Attribution;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::normal;

/// How far behind the cue, in tokens, a "by" may stand that names the reporter.
const REACH: usize = 12;

/// Whether the cue reports in the passive and names nobody.
pub(crate) fn is_impersonal(text: &Text, attribution: &Attribution) -> bool {
    let head = attribution.head;
    if text.tokens[head].span.len() > 20 {
        return false;
    }
    let mut scratch = String::new();
    let form = normal(text.word(head), &mut scratch);
    if !text.language.words.names.is_impersonal(form) {
        return false;
    }
    // "is believed", "has been widely reported"; "is" may stand before the cue's own words.
    let sentence = text.sentences[text.sentence_of(head)];
    let from = attribution.cue.start.max(sentence.start).min(head);
    let before = from.saturating_sub(2).max(sentence.start);
    let passive = (before..head).any(|i| text.tags[i] == Tag::Be);
    let active = (from..head).any(|i| text.tags[i] == Tag::Have)
        && !(from..head).any(|i| text.tags[i] == Tag::Be);
    let by = (head + 1..sentence.end.min(head + REACH)).any(|i| {
        text.is_one_of(i, text.language.resolve.by)
            && text.tags.get(i + 1).is_some_and(|t| {
                matches!(
                    t,
                    Tag::Det | Tag::Name | Tag::Noun | Tag::Poss | Tag::ObjPron | Tag::Adj
                )
            })
            && i <= head + 2
    });
    passive && !active && !by
}

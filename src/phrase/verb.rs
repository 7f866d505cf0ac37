//! Verb groups: the verb with its auxiliaries, adverbs and negation, and what these make of it.

use super::Phrases;
use crate::lexicon::POSSESSIVE;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// A verb with its auxiliaries: "has not been told", "to say", "later added".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its first token: an auxiliary, an adverb right before one, or "to".
    pub start: usize,
    /// The verb that carries its meaning; the last auxiliary where there is no other.
    pub head: usize,
    /// One past the last token.
    pub end: usize,
    /// A form of "be" and a past form: "was told".
    pub passive: bool,
    /// A form of "have": "has told".
    pub perfect: bool,
    /// A form of "be" and an -ing form: "is telling".
    pub progressive: bool,
    /// "not", "never".
    pub negated: bool,
    /// "will", "may", "must".
    pub modal: bool,
    /// "to tell".
    pub infinitive: bool,
    /// Whether it needs a subject: no infinitive, no -ing form by itself.
    pub finite: bool,
}

/// The most tokens of a verb group.
const LONGEST: usize = 16;

/// The verb groups of the text, in order: from the first auxiliary to the first verb that is none.
pub(super) fn read(phrases: &Phrases) -> Vec<VerbGroup> {
    let text = phrases.text;
    let tags = &text.tags;
    let mut found = Vec::new();
    let mut i = 0;
    while i < tags.len() {
        let opens = tags[i].verbal() || tags[i] == Tag::To;
        if !opens {
            i += 1;
            continue;
        }
        // The adverbs before it are its own, back to the group before.
        let floor = found.last().map_or(0, |g: &VerbGroup| g.end);
        let mut start = i;
        while start > floor
            && !text.tokens[start].opens_block
            && i - start < LONGEST
            && matches!(tags[start - 1], Tag::Adv | Tag::Neg)
        {
            start -= 1;
        }
        let group = group(phrases, start, i);
        i = group.end.max(i + 1);
        found.push(group);
    }
    found
}

/// The group whose first token that is no adverb is `first`.
fn group(phrases: &Phrases, start: usize, first: usize) -> VerbGroup {
    let text = phrases.text;
    let negated = (start..first).any(|i| text.tags[i] == Tag::Neg);
    let mut group = VerbGroup {
        start,
        head: first,
        end: first + 1,
        negated,
        ..VerbGroup::default()
    };
    let (mut be, mut finite) = (false, false);
    let mut i = first;
    while i < text.tags.len().min(start + LONGEST) {
        if i > first && text.tokens[i].opens_block || phrases.parts(first, i) {
            break;
        }
        let tag = text.tags[i];
        match tag {
            Tag::Adv => {}
            Tag::Neg => group.negated = true,
            Tag::To if i == first => group.infinitive = true,
            // "She's said" is "has said" as often as "is said": a participle tells.
            Tag::Be => {
                let clitic = text.tokens[i].kind == Kind::Clitic && text.tokens[i].is(POSSESSIVE);
                be |= !clitic;
                finite = true;
            }
            Tag::Have => (group.perfect, finite) = (true, true),
            Tag::Modal => (group.modal, finite) = (true, true),
            Tag::Do => finite = true,
            Tag::Verb | Tag::Past | Tag::Ing => {
                group.passive = be && tag == Tag::Past;
                group.progressive = be && tag == Tag::Ing;
                group.finite = !group.infinitive && (finite || tag != Tag::Ing);
                (group.head, group.end) = (i, i + 1);
                return group;
            }
            _ => break,
        }
        if tag.verbal() || tag == Tag::To {
            (group.head, group.end) = (i, i + 1);
        }
        // "is not": the negation is within the group where nothing follows it, too.
        if tag == Tag::Neg {
            group.end = i + 1;
        }
        i += 1;
    }
    group.finite = !group.infinitive && finite;
    group
}

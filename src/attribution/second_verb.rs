//! Two verbs of one subject, or not: "said the mill would close and left" against "said the miller came and left". What
//! goes on with the cue has its form, and not that of the verb inside the content.

use std::ops::Range;

use super::cue::{CueGroup, Voice};
use super::scene::Scene;
use crate::lexicon::cue::Frames;
use crate::text::tag::Tag;

/// The form that tells which verbs may share a subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "said"
    Past,
    /// "says"
    Third,
    /// "say"
    Plural,
    /// "has said", "had said"
    Perfect,
    /// All others.
    Other,
}

/// The form of the verb group that opens at `at`.
fn form(scene: &Scene, at: usize) -> Form {
    let mut at = at;
    while matches!(scene.tag(at), Tag::Adv | Tag::Neg) {
        at += 1;
    }
    match scene.tag(at) {
        Tag::Past => Form::Past,
        Tag::Verb if is_third(scene, at) => Form::Third,
        Tag::Verb => Form::Plural,
        Tag::Have => Form::Perfect,
        _ => Form::Other,
    }
}

/// Whether the verb at `i` is a third person of the present: "says", "denies".
fn is_third(scene: &Scene, i: usize) -> bool {
    scene.tag(i) == Tag::Verb && scene.text.word(i).ends_with('s')
}

/// Whether `group` behind a conjunction may be a second verb of the subject before.
pub(super) fn may_be(scene: &Scene, group: &CueGroup) -> bool {
    scene.tag(group.head) == Tag::Past || form(scene, group.words.start) == Form::Third
}

/// Whether `other` goes on with `group` by its form: "said A and warned", "says A and warns", "has said A and warned".
/// Not so "says A and warned", "said A and had warned": these belong to what is said.
pub(super) fn agree(scene: &Scene, group: &CueGroup, other: &CueGroup) -> bool {
    match (
        form(scene, group.words.start),
        form(scene, other.words.start),
    ) {
        (Form::Third, other) => other == Form::Third,
        (Form::Past, other) => other == Form::Past,
        (Form::Plural, other) => other == Form::Plural,
        (_, Form::Third) => false,
        _ => true,
    }
}

/// Whether the verb before `other` is a past form whose subject, right behind the cue of `group`, is a pronoun: "he said he
/// told the clerk and asked that": what he did, all of it.
pub(super) fn is_of_pronoun(scene: &Scene, group: &CueGroup, other: &CueGroup) -> bool {
    let pronoun = group.words.end;
    let finite = |i: usize| scene.finite(i);
    scene.tags(pronoun) == Some(Tag::Pron)
        && scene.tags(pronoun + 1) == Some(Tag::Past)
        // "said he told the clerk and added, “…”": his words again.
        && !(other.words.end..other.words.end + 2).any(|i| scene.quotation(i).is_some())
        && scene.find(pronoun + 2..other.words.start, finite).is_none()
}

/// Whether the past form at `at` has an object of its own: "advised residents to leave", "ordered a new one". Not so
/// "the heat and unsettled weather", "flat and worse-than-expected sales".
fn goes_on(scene: &Scene, at: usize, end: usize) -> bool {
    let verb = at + usize::from(scene.tag(at) == Tag::Adv);
    let led = matches!(
        scene.tag(verb + 1),
        Tag::Det
            | Tag::Poss
            | Tag::ObjPron
            | Tag::That
            | Tag::Pron
            | Tag::Num
            | Tag::Name
            | Tag::To
    );
    let told = scene.tag(verb + 1) == Tag::Noun
        && matches!(scene.tag(verb + 2), Tag::To | Tag::That | Tag::Prep);
    verb + 1 < end && (led || told) && !scene.has_finite(verb + 1..end.min(verb + FARTHEST))
}

/// How far behind a second verb, in tokens, one would be of which it is no more than an adjective.
const FARTHEST: usize = 8;

/// Where in `content` a conjunction goes on with the cue of `group`, not with the verb inside: "says it will close and
/// refuses to open", "said it would close and left".
pub(super) fn verb_of_subject(
    scene: &Scene,
    group: &CueGroup,
    content: Range<usize>,
) -> Option<usize> {
    if group.voice != Voice::Finite {
        return None;
    }
    let cue = form(scene, group.words.start);
    // "has said A and warned"
    let second = if cue == Form::Perfect {
        Form::Past
    } else {
        cue
    };
    // The verb inside may not have the cue's form too, or the second could be its own.
    let same = |i: usize| match (cue, scene.tag(i)) {
        // "will be", "to have": no form of its own.
        (Form::Third | Form::Perfect, Tag::Be | Tag::Have | Tag::Do) => {
            !matches!(scene.tag(i - 1), Tag::Modal | Tag::To | Tag::Adv | Tag::Neg)
        }
        (Form::Third, _) => is_third(scene, i),
        (Form::Plural, tag) => matches!(tag, Tag::Be | Tag::Have | Tag::Do) || tag == Tag::Verb,
        (_, tag) => matches!(tag, Tag::Past | Tag::Be | Tag::Have | Tag::Do),
    };
    if cue == Form::Other {
        return None;
    }
    let at = scene.find(content.clone(), |i| {
        scene.tag(i) == Tag::Coord && form(scene, i + 1) == second
    })?;
    // "had him confirm that he signed it and acknowledge that": a cue again, where no verb of its form stands between.
    let again = cue == Form::Plural && scene.is_cue(at + 1) && scene.has_finite(content.start..at);
    let modal = cue != Form::Plural
        && scene
            .find(content.start..at, |i| scene.tag(i) == Tag::Modal)
            .is_some();
    let plain = scene.find(content.start..at, same).is_none();
    // "confirmed the sale and advised residents to leave": the first verb behind a thing.
    let thing = group.cue.frames.has(Frames::OBJECT)
        && !scene.has_finite(content.start..at)
        && goes_on(scene, at + 1, content.end);
    ((modal || again) && plain || thing).then_some(at)
}

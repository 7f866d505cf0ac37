//! Cues: verb groups whose verb is in the cue table, told from nouns and participles.

use std::cell::OnceCell;
use std::ops::Range;

use super::guard::{Refused, guard};
use super::scene::Scene;
use crate::lexicon::cue::{Cue, CueClass, Frames};
use crate::lexicon::list::ends_in;
use crate::lexicon::{ARTICLE, SPEAKERS};
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// What the verb form asks of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// A finite active form: the subject is the source.
    Finite,
    /// A finite passive form: the subject is no source.
    Passive,
    /// An -ing form with no be before it: its subject is that of the clause it hangs on.
    Participle,
    /// An infinitive under a verb that carries it on ("went on to say").
    Infinitive,
}

/// A verb group that may signal an attribution.
#[derive(Clone, Debug)]
pub(super) struct CueGroup {
    /// The group's tokens: auxiliaries, adverbs, verb, particle.
    pub(super) words: Range<usize>,
    /// The verb.
    pub(super) head: usize,
    /// Its row.
    pub(super) cue: &'static Cue,
    /// Its form.
    pub(super) voice: Voice,
    /// Its subject, once it has been asked for.
    subject: OnceCell<Option<Range<usize>>>,
}

impl CueGroup {
    /// The subject that ends right before the group, in its unit, which starts at `floor`.
    pub(super) fn subject(&self, scene: &Scene, floor: usize) -> Option<Range<usize>> {
        let subject = || scene.subject_before(self.words.start, floor);
        self.subject.get_or_init(subject).clone()
    }
}

/// The farthest, in tokens, that the first of two joined infinitives stands before what joins them.
const LONGEST_INFINITIVE: usize = 14;

/// The cue groups of the tokens `unit`, in order. Words inside quotations signal nothing.
pub(super) fn groups(scene: &Scene, unit: Range<usize>) -> Vec<CueGroup> {
    let mut found = Vec::new();
    let mut i = unit.start;
    while i < unit.end {
        if !scene.is_cue(i) {
            i += 1;
        } else if let Some(quote) = scene.quotation(i) {
            let end = quote.end().max(i + 1);
            if scene.trail.is_kept() {
                let cues =
                    (i..end.min(unit.end)).filter(|k| scene.is_cue(*k) && is_verb(scene, *k));
                cues.for_each(|k| scene.trail.refuse(k, guard!(is_inside_quotation)));
            }
            i = end;
        } else if !is_verb(scene, i) {
            i += 1;
        } else {
            match group(scene, &unit, i) {
                Ok(group) => {
                    i = group.words.end;
                    found.push(group);
                }
                Err(Refused(guard)) => {
                    scene.trail.refuse(i, guard);
                    i += 1;
                }
            }
        }
    }
    found
}

/// "by telephone": whether a bare noun stands at `at` that is nobody's, but what words are sent by.
fn is_medium(scene: &Scene, at: usize) -> bool {
    // "by text message"
    let media = scene.text.language.attribution.media;
    let two = scene.tags(at + 1) == Some(Tag::Noun) && scene.is(at + 1, media);
    let bare = scene.tags(at) == Some(Tag::Noun)
        && (two || !matches!(scene.tags(at + 1), Some(Tag::Noun | Tag::Name)));
    bare && (two || !scene.text.tokens[at].is_any(SPEAKERS))
        && !scene.text.tokens[at].capital()
        && !scene.text.word(at).ends_with('s')
}

/// Whether token `i` is a verb of a kind that may be a cue.
fn is_verb(scene: &Scene, i: usize) -> bool {
    matches!(scene.tag(i), Tag::Verb | Tag::Past | Tag::Ing)
}

fn group(scene: &Scene, unit: &Range<usize>, head: usize) -> Result<CueGroup, Refused> {
    let words = &scene.text.language.attribution;
    let cue = scene.text.tokens[head].entry();
    let cue = cue.and_then(|entry| scene.text.language.words.cue(entry));
    let cue = cue.ok_or(Refused(guard!(is_no_cue)))?;
    let tag = scene.tag(head);
    if is_noun_of_place(scene, unit, head) && cue.noun {
        return Err(Refused(guard!(is_noun_of_place)));
    }
    // "the estimated nine million"
    let before = head.checked_sub(1).filter(|b| *b >= unit.start);
    if tag == Tag::Past && before.is_some_and(|b| scene.text.tokens[b].is(ARTICLE)) {
        return Err(Refused(guard!(is_attributive)));
    }
    let mut start = head;
    let (mut be, mut auxiliary, mut to) = (false, false, false);
    while start > unit.start {
        match scene.tag(start - 1) {
            Tag::Adv | Tag::Neg => {}
            // "She's said" is "has said".
            Tag::Be
                if scene.text.tokens[start - 1].kind == Kind::Clitic
                    && scene.text.tokens[start - 1].is(crate::lexicon::POSSESSIVE)
                    && cue.frames.has(Frames::TRAILING)
                    // "it’s assumed", "it’s believed" is what nobody in particular does.
                    && !(cue.class == CueClass::Attitude
                        && start >= unit.start + 2
                        && scene.is(start - 2, words.clear_object)) =>
            {
                auxiliary = true;
            }
            Tag::Be => be = true,
            Tag::Have | Tag::Modal | Tag::Do => auxiliary = true,
            Tag::To => {
                to = true;
                start -= 1;
                break;
            }
            _ => break,
        }
        start -= 1;
    }
    // "the pilot who stayed back claimed": the adverb is the verb's before.
    if start < head
        && start > unit.start
        && matches!(scene.tag(start - 1), Tag::Past | Tag::Verb | Tag::Ing)
        && (start..head).all(|i| scene.tag(i) == Tag::Adv)
    {
        start = head;
    }
    let mut end = head + 1;
    // "said back"; not the "up" that opens the next block, nor that of "said up to 40 were lost".
    let particle = end < unit.end && scene.is(end, words.particle);
    if particle && !(scene.is(end, words.up) && scene.is(end + 1, words.to)) {
        end += 1;
    }
    if to {
        let carrier = carrier(scene, unit, start);
        let carrier = carrier.ok_or(Refused(guard!(is_infinitive_alone)))?;
        return Ok(CueGroup {
            words: carrier..end,
            head,
            cue,
            voice: Voice::Infinitive,
            subject: OnceCell::new(),
        });
    }
    if start == head && tag == Tag::Verb && is_joined_infinitive(scene, unit, head, cue.lemma) {
        return Err(Refused(guard!(is_joined_infinitive)));
    }
    let verb = start..end;
    let voice = voice(scene, unit, &verb, head, be, auxiliary);
    Ok(CueGroup {
        words: verb,
        head,
        cue,
        voice,
        subject: OnceCell::new(),
    })
}

/// The voice of the verb `verb`, whose head stands at `head`, behind a form of "be" or another auxiliary or none.
fn voice(
    scene: &Scene,
    unit: &Range<usize>,
    verb: &Range<usize>,
    head: usize,
    be: bool,
    auxiliary: bool,
) -> Voice {
    let words = &scene.text.language.attribution;
    match scene.tag(head) {
        Tag::Past if be => Voice::Passive,
        // "a memo obtained by", "the man accused of": a participle that hangs on a noun.
        Tag::Past if !auxiliary && verb.end < unit.end && scene.is(verb.end, words.agent) => {
            // "Ada Roe said by telephone"
            if is_medium(scene, verb.end + 1) {
                Voice::Finite
            } else {
                Voice::Passive
            }
        }
        Tag::Past if !auxiliary && is_participle_of_noun(scene, unit, verb.start, head) => {
            Voice::Passive
        }
        Tag::Ing if !be => Voice::Participle,
        _ => Voice::Finite,
    }
}

/// "went to meet the growers and say that": whether the base form at `head` is joined to an infinitive, and nobody's
/// finite verb.
fn is_joined_infinitive(scene: &Scene, unit: &Range<usize>, head: usize, lemma: &str) -> bool {
    let joint = head.checked_sub(1).filter(|j| *j > unit.start);
    let joined = joint.filter(|j| scene.tag(*j) == Tag::Coord);
    let base = scene.text.word(head) == lemma;
    let Some(joint) = joined.filter(|_| base) else {
        return false;
    };
    let infinitive = |i: &usize| scene.tag(*i) == Tag::To && scene.tag(i + 1) == Tag::Verb;
    let near = (unit.start + 1..joint).rev().take(LONGEST_INFINITIVE);
    near.take_while(|i| {
        let verb = scene.finite(*i) && scene.tag(i - 1) != Tag::To;
        !verb && scene.mark(*i).is_none() && scene.quotation(*i).is_none()
    })
    .any(|i| infinitive(&i))
}

/// Whether the base form at `head` is a noun: one that is called after a place says "claims", and many do not bear its
/// name: "the American demand that".
fn is_noun_of_place(scene: &Scene, unit: &Range<usize>, head: usize) -> bool {
    let words = &scene.text.language.attribution;
    head >= unit.start + 2
        && scene.tag(head) == Tag::Verb
        && !scene.text.word(head).ends_with('s')
        && scene.text.tokens[head - 1].capital()
        && ends_in(scene.text.word(head - 1), words.of_place_endings)
        && scene.tag(head - 2) == Tag::Det
}

/// Whether a past form without auxiliary is a participle that hangs on the noun before it: its verb
/// asks for an object ("accused of", "described as") and none follows.
fn is_participle_of_noun(scene: &Scene, unit: &Range<usize>, start: usize, head: usize) -> bool {
    let words = &scene.text.language.attribution;
    let needs_object = scene.is(head, words.needs_object);
    // "a fund called Tidewater": a name, no view of it.
    let article = |i: usize| scene.is(i, words.indefinite);
    let named = scene.is(head, words.called_form)
        && scene.tags(head + 1) == Some(Tag::Name)
        && (unit.start.max(start.saturating_sub(4))..start).any(article);
    // "said in a statement posted on their site"
    let medium = || {
        let phrase = scene.noun_phrase_before(start);
        scene.is(start - 1, words.media)
            && phrase.is_some_and(|p| p.start > unit.start && scene.tag(p.start - 1) == Tag::Prep)
            && scene.tags(head + 1) == Some(Tag::Prep)
    };
    named
        || start > unit.start && medium()
        || start > unit.start
            && needs_object
            && scene.tag(start - 1).nominal()
            && matches!(scene.text.tags.get(head + 1), Some(Tag::Prep))
            && !scene.is(head + 1, words.wish_preposition)
}

/// The start of the verb group that carries the infinitive whose "to" is at `to`.
fn carrier(scene: &Scene, unit: &Range<usize>, to: usize) -> Option<usize> {
    let words = &scene.text.language.attribution;
    let mut at = to.checked_sub(1)?;
    if scene.is(at, words.carrier_on) {
        at = at.checked_sub(1)?;
    }
    if at < unit.start || !scene.tag(at).verbal() {
        return None;
    }
    // "used to say"; but "is used to find"
    let passive = at > unit.start && scene.tag(at - 1) == Tag::Be;
    if passive && scene.is(at, words.used) || !scene.is(at, words.carrier) {
        return None;
    }
    let mut start = at;
    while start > unit.start
        && matches!(
            scene.tag(start - 1),
            Tag::Adv | Tag::Neg | Tag::Be | Tag::Have | Tag::Modal | Tag::Do
        )
    {
        start -= 1;
    }
    Some(start)
}

//! Who cannot have said it: the writer's own voice, things, nobody.

use std::ops::Range;

use super::content::{Form, Start};
use super::cue::{CueGroup, Voice};
use super::guard::{Guard, Refused, guards};
use super::relation::Joined;
use super::scene::Scene;
use crate::lexicon::list::{List, ends_in};
use crate::lexicon::lists::AttributionLists;
use crate::lexicon::{self, GROUP, VAGUE};
use crate::text::tag::Tag;

/// An attribution whose source is known, as those see it that tell who cannot say anything.
struct Spoken<'a, 't, 'd> {
    scene: &'a Scene<'t, 'd>,
    group: &'a CueGroup,
    form: Option<Form>,
    joined: &'a Joined,
    source: &'a Range<usize>,
}

impl Spoken<'_, '_, '_> {
    fn words(&self) -> &'static AttributionLists {
        &self.scene.text.language.attribution
    }

    /// Whether the cue's lemma is in `list`.
    fn is(&self, list: List) -> bool {
        list.has(self.group.cue.lemma)
    }

    /// Whether other words stand between the source and its participle.
    fn is_set_apart(&self) -> bool {
        self.source.end != self.group.words.start
    }
}

/// What a guard asks of a source that may say nothing.
type Question = fn(&Spoken) -> bool;

/// Who says nothing: the writer, whoever is asked, a thing. One is enough.
const NO_SPEAKERS: &[Guard<Question>] = guards![
    says_only_that,
    is_maker,
    is_writer_or_reader,
    is_listener,
    only_points,
    is_noun_with_of,
    is_asked_whether,
    is_writers_inference,
    only_shows,
    is_thing_that_cannot_speak,
    has_no_noun,
    is_what_one_is,
    asks_anonymity,
    is_adverb,
    is_silent_on,
];

/// Asks whether what `joined` has for its source says nothing.
pub(super) fn ask(
    scene: &Scene,
    group: &CueGroup,
    after: Option<Start>,
    joined: &Joined,
) -> Result<(), Refused> {
    let Some(source) = &joined.source else {
        return Ok(());
    };
    let spoken = Spoken {
        scene,
        group,
        form: after.map(|s| s.form),
        joined,
        source,
    };
    scene.trail.ask_each(NO_SPEAKERS, &spoken)
}

/// "found that": and then nothing.
fn says_only_that(s: &Spoken) -> bool {
    let nothing = |c: &Range<usize>| c.len() == 1 && s.scene.tag(c.start) == Tag::That;
    s.joined.content.iter().all(nothing)
}

/// "Ada Roe did not mention her rival": of whom somebody did not speak. What a memo does not mention, or that something was
/// not mentioned, is told.
fn is_silent_on(s: &Spoken) -> bool {
    let negated = s.group.words.clone().any(|i| s.scene.tag(i) == Tag::Neg);
    let written = |i: usize| s.scene.text.tokens[i].is(lexicon::DOCUMENT);
    negated
        && s.is(s.words().mentioned)
        && s.form != Some(Form::That)
        && !s.source.clone().any(written)
}

/// "maintained by the council", "written by Ito" tell of deeds.
fn is_maker(s: &Spoken) -> bool {
    let by = s.group.voice == Voice::Passive;
    by && s.is(s.words().made)
}

/// "a snappy retort": what qualifies a noun, read as a verb, is nobody.
fn has_no_noun(s: &Spoken) -> bool {
    let (first, last) = (s.source.start, s.source.end - 1);
    let text = s.scene.text;
    let article = text.is_one_of_any_case(first, text.language.resolve.indefinite_words);
    let counted = text.tokens[last].is_any(VAGUE.or(GROUP));
    s.group.cue.noun && article && first < last && s.scene.tag(last) == Tag::Adj && !counted
}

/// "part of being a mayor is admitting": what somebody is.
fn is_what_one_is(s: &Spoken) -> bool {
    let before = s.source.start.checked_sub(1);
    before.is_some_and(|b| s.scene.is(b, s.words().being))
}

/// "I Still Think": in a heading.
fn is_adverb(s: &Spoken) -> bool {
    s.source.len() == 1 && s.scene.text.tokens[s.source.start].is(lexicon::ADVERB)
}

/// "asked for anonymity to speak freely": why there is no name, and nothing that is said.
fn asks_anonymity(s: &Spoken) -> bool {
    let first = s.joined.content.first().map_or(0, |c| c.start);
    let asked = matches!(
        s.form,
        Some(Form::Preposition | Form::Object | Form::Clause)
    );
    asked && s.scene.is(first, s.scene.text.language.phrase.anonymity)
}

/// "I think", "we hope": the writer's own voice. "you know": the reader's.
fn is_writer_or_reader(s: &Spoken) -> bool {
    s.source.len() == 1 && s.scene.is(s.source.start, s.words().writer_or_reader)
}

/// "The mayor heard that": hearsay of nobody. "The court heard that" tells what was said there.
fn is_listener(s: &Spoken) -> bool {
    let body = |i: usize| s.scene.is(i, s.words().hearing_body);
    s.is(s.words().heard) && !s.source.clone().any(body)
}

/// "pointed north"; "pointed out that", "pointed to" say something.
fn only_points(s: &Spoken) -> bool {
    let out = || {
        s.group
            .words
            .clone()
            .any(|i| s.scene.is(i, s.words().point_out))
    };
    s.is(s.words().point) && !out()
}

/// "the bureau report of 2023".
fn is_noun_with_of(s: &Spoken) -> bool {
    let noun = s.group.cue.noun && s.scene.tag(s.group.head) == Tag::Verb;
    let of = s.words().of;
    noun && s.scene.is(s.group.words.end, of) && !of.iter().any(|of| s.group.cue.leads(of))
}

/// "Did Ito threaten to leave?"
fn is_asked_whether(s: &Spoken) -> bool {
    let inverted = s.source.start.checked_sub(1).is_some_and(|b| {
        matches!(s.scene.tag(b), Tag::Do | Tag::Modal | Tag::Have)
            && s.scene.tag(s.group.head) == Tag::Verb
    });
    inverted && asks(s.scene, s.group.head)
}

/// "prices rose, suggesting that" is the writer's own; "there is proof suggesting that" is not.
fn is_writers_inference(s: &Spoken) -> bool {
    let participle = s.group.voice == Voice::Participle;
    // "The clerk met the growers, revealing that": who reveals has told.
    let told = s.is(s.words().revealed);
    s.is(s.words().infers)
        && s.is_set_apart()
        && participle
        && !told
        && !is_written(s.scene, s.source)
}

/// "The cinema shows two films"; "the survey shows growth", "the shadow shows that" tell.
fn only_shows(s: &Spoken) -> bool {
    let thing = s.form.is_some_and(|form| form != Form::That);
    s.is(s.words().shows) && thing && !is_written(s.scene, s.source)
}

/// Things say nothing with a cue that people have, unless they are quoted: "“Cut the rope,” the mate shouted."
fn is_thing_that_cannot_speak(s: &Spoken) -> bool {
    // "proof suggesting that"
    let shows = s.is(s.words().infers) && s.group.voice == Voice::Participle;
    let quoted = s.joined.content.iter().any(|c| {
        matches!(s.scene.mark(c.start), Some('“' | '"' | '‘'))
            && s.scene.quotation(c.start).is_some()
    });
    !s.is(s.words().plain_cue) && !shows && !quoted && cannot_speak(s.scene, s.source)
}

/// Whether the sentence of token `i` is a question.
fn asks(scene: &Scene, i: usize) -> bool {
    let sentence = scene.text.sentences[scene.text.sentence_of(i)];
    sentence.end > sentence.start && scene.mark(sentence.end - 1) == Some('?')
}

/// Whether `source` is a phrase of plain words, none of which is one for people, bodies or what is written.
fn cannot_speak(scene: &Scene, source: &Range<usize>) -> bool {
    let words = &scene.text.language.attribution;
    let speaks = lexicon::SPEAKERS
        .or(lexicon::PARTITIVE)
        .or(lexicon::PARTY)
        .or(lexicon::PLACE)
        .or(lexicon::TITLE);
    if source.len() == 1 && scene.is(source.start, words.demonstrative) {
        return group_before(scene, source.start, speaks);
    }
    if source.len() == 1 && matches!(scene.tag(source.start), Tag::Rel | Tag::Wh) {
        return false;
    }
    // "of Ito's memo": the words behind the head tell nothing of it.
    let head = (source.clone())
        .take_while(|i| {
            !matches!(scene.tag(*i), Tag::Prep | Tag::Rel | Tag::That)
                && !matches!(scene.mark(*i), Some(',' | '—' | '–'))
        })
        .collect::<Vec<_>>();
    // "Roe's victory": whose it is cannot make it speak.
    let owns = |i: &usize| scene.tag(*i) == Tag::Gen && scene.tags(i + 1).is_some_and(Tag::nominal);
    let owned = head.iter().rposition(owns);
    let head = &head[owned.map_or(0, |gen_at| gen_at + 1)..];
    // "many say", "all of them say"
    let some = head.len() == 1 && scene.is(source.start, words.some_people);
    !some
        && !head.iter().any(|&i| {
            let token = &scene.text.tokens[i];
            let opens = token.opens_block || i > 0 && scene.is_end(i - 1);
            matches!(scene.tag(i), Tag::Pron | Tag::Rel | Tag::Wh | Tag::Num)
                || scene.tag(i) == Tag::Name
                || token.capital() && scene.tag(i) != Tag::Det && !(opens && token.known)
                || token.is_any(speaks)
                || !token.is_word()
                || person_ending(scene, i)
                || scene.is(i, words.collective)
        })
}

/// Whether "that" at `i` stands for somebody who can speak, named right before it.
fn group_before(scene: &Scene, i: usize, speaks: lexicon::Classes) -> bool {
    let before = i.saturating_sub(3)..i;
    scene.tag(i) == Tag::Det
        || !before.clone().any(|k| {
            let token = &scene.text.tokens[k];
            token.is_any(speaks) || token.capital()
        })
}

/// Whether `source` names something written, which shows and finds what people cannot say.
pub(super) fn is_written(scene: &Scene, source: &Range<usize>) -> bool {
    let document = |i: &usize| scene.text.tokens[*i].is(lexicon::DOCUMENT);
    // "the communications student": what the first phrase ends with is what it is.
    let parts = |i: &usize| matches!(scene.tag(*i), Tag::Noun | Tag::Name);
    let ends = |i: &usize| {
        matches!(
            scene.tag(*i),
            Tag::Prep | Tag::Rel | Tag::That | Tag::Past | Tag::Ing | Tag::Adv | Tag::Mark
        )
    };
    let end = source.clone().find(ends).unwrap_or(source.end);
    let head = (source.start..end).rev().find(parts);
    head.is_none_or(|head| document(&head)) && source.clone().any(|i| document(&i))
        || (end..source.end).any(|i| document(&i))
}

/// Whether no word of `words` is one for those who speak, or for what is written.
pub(super) fn is_thing(scene: &Scene, mut words: Range<usize>) -> bool {
    let human = lexicon::ROLE.or(lexicon::GROUP).or(lexicon::VAGUE);
    let body = lexicon::ORGANISATION
        .or(lexicon::OUTLET)
        .or(lexicon::DOCUMENT);
    !words.any(|i| {
        let token = &scene.text.tokens[i];
        scene.tag(i) == Tag::Pron
            || token.capital() && scene.tag(i) != Tag::Det
            || token.is_any(human.or(body))
    })
}

/// "no group claimed", "no one said": what nobody says is not said.
pub(super) fn is_nobody(scene: &Scene, source: &Range<usize>) -> bool {
    let words = &scene.text.language.attribution;
    let before = source.start.checked_sub(1);
    scene.is(source.start, words.nobody)
        // "Neither Ada Roe nor the mayor said"
        || before.is_some_and(|b| scene.is(b, words.nor))
        // "few believe it"; not "few officials", whose card says how many.
        || source.len() == 1 && scene.is(source.start, words.few)
        || scene.is(source.start, words.one) && before.is_some_and(|b| scene.is(b, words.no))
}

/// Whether token `i` ends as words for people do: "campers", "the sender"; not so "weather", "number".
pub(super) fn person_ending(scene: &Scene, i: usize) -> bool {
    let words = &scene.text.language.attribution;
    let word = scene.text.word(i);
    // Three letters at least before the ending.
    let mut behind = word.chars();
    behind.by_ref().take(3).for_each(drop);
    ends_in(behind.as_str(), words.person_endings) && !words.no_person.has(word)
}

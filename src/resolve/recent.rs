//! Whom a text has spoken of lately: persons, by name, by description or by pronoun, so
//! that "he" and "she" find theirs. The text is gone through once, in order.

use std::ops::Range;

use super::acting::{asks, describes, is_asked, is_named_before, leads};
use super::candidate::{Candidate, Features, Who};
use super::discourse::Discourse;
use super::name::{Class, Gender, Name, gender_of};
use super::{apart, holder, run};
use crate::lexicon::{FEMININE, MASCULINE, PARTY};
use crate::span::{Places, in_order};
use crate::text::Text;
use crate::text::tag::Tag;

/// The most persons that are kept in mind; who was spoken of longest ago leaves first.
const MOST: usize = 12;

/// How many sentences a person is remembered for who is not mentioned again.
const REMEMBERED: usize = 5;

/// By how many points a person must lead for a pronoun to be theirs.
pub const LEAD: i32 = 2;

/// How many points a person must have to be meant at all: who only hangs somewhere far back is not.
const LEAST: i32 = -1;

/// By how many points a person must lead for a pronoun to tell their gender.
const FAR_AHEAD: i32 = 4;

/// A person whom the text has spoken of.
#[derive(Clone, Debug)]
struct Person {
    who: Who,
    gender: Gender,
    /// Where the last mention stands, as a token, and its sentence.
    at: usize,
    sentence: usize,
    /// Where the last mention by name ends.
    end: usize,
    subject: bool,
    taken_up: bool,
    dependent: bool,
    /// Whether the last mention is a description.
    described: bool,
    /// Whether it was named by more than one word.
    full: bool,
    mentions: usize,
    /// The sentence in which they spoke last.
    spoke: Option<usize>,
    /// Whether nothing but a verb says that it is a person at all.
    maybe: bool,
    /// Whether the last mention stands in what somebody says.
    spoken_of: bool,
    /// Whether it has been what a sentence speaks of by its own name or description.
    led: bool,
    /// The sentence in which somebody asked them, and in which they asked somebody.
    was_asked: Option<usize>,
    asked: Option<usize>,
}

/// The persons a text has spoken of lately.
#[derive(Debug, Default)]
pub(super) struct RecentPersons {
    /// Who was mentioned last stands last.
    persons: Vec<Person>,
    /// Up to which token the text has been gone through.
    at: usize,
    /// The next name.
    name: usize,
    /// The sentence of the last words that a person spoke.
    last_words: Option<usize>,
    /// What is said, as tokens, in order and apart.
    contents: Vec<Range<usize>>,
    /// Where in `contents` a token falls.
    content_by_token: Places,
    /// Each pronoun with who it is, whether it speaks, and why.
    #[cfg(test)]
    pub(super) choices: Vec<(usize, Option<Who>, bool, String)>,
}

/// What a candidate and its gender are asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// The mention, as a token, and its sentence.
    pub(super) at: usize,
    pub(super) sentence: usize,
    pub(super) gender: Gender,
    /// Whether the mention is the source of an attribution.
    pub(super) speaks: bool,
}

/// "Asked whether Hale would leave, he …": whether a sentence tells of a question, and names a person in it who is not
/// the one that answers ("Asked about it, Hale said …").
fn is_asked_of(text: &Text, p: &Person) -> bool {
    let first = text.sentences[p.sentence].start;
    let cue = |i: usize| text.tokens[i].cue > 0 && text.tags[i].finite();
    let answers = (p.at + 1..text.tokens.len().min(p.at + 4)).any(cue);
    let asked = text.is_one_of_any_case(first, text.language.resolve.asked);
    asked && !p.taken_up && !answers
}

impl RecentPersons {
    /// Nobody yet, for a text in which `contents` are what somebody says.
    pub(super) fn new(mut contents: Vec<Range<usize>>) -> RecentPersons {
        in_order(&mut contents);
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(contents.len());
        for words in contents {
            match apart.last_mut() {
                Some(last) if words.start <= last.end => last.end = last.end.max(words.end),
                _ => apart.push(words),
            }
        }
        RecentPersons {
            content_by_token: Places::new(apart.iter().map(|words| words.end)),
            contents: apart,
            ..RecentPersons::default()
        }
    }

    /// Whether token `i` stands in what somebody says.
    fn is_content(&self, i: usize) -> bool {
        let next = (self.content_by_token).first_after(i, |k| Some(self.contents.get(k)?.end));
        (self.contents.get(next)).is_some_and(|words| words.start <= i)
    }

    /// Goes through the text up to token `to`.
    pub(super) fn advance(&mut self, d: &mut Discourse, to: usize) {
        while self.at < to {
            let i = self.at;
            let name = d.names.names.get(self.name).map(|n| n.words.start);
            if name.is_some_and(|start| start < i) {
                self.name += 1;
                continue;
            }
            self.at += 1;
            if name == Some(i) {
                self.meet_name(d, self.name);
                continue;
            }
            match d.text.tags[i] {
                Tag::Pron | Tag::ObjPron if !d.quoted(i) => self.meet_pronoun(d, i),
                Tag::Poss if !d.quoted(i) => {
                    self.meet_pronoun(d, i);
                    self.meet_description(d, i);
                }
                Tag::Det => self.meet_description(d, i),
                _ => {}
            }
        }
    }

    fn meet_name(&mut self, d: &Discourse, index: usize) {
        let name = &d.names.names[index];
        let leads = leads(d.text, name);
        let Some(entity) = d.names.entity_of[index] else {
            let person = matches!(name.class, Class::Person | Class::Likely | Class::Unknown);
            if person && leads && !apart::stands_apart(d.text, name) && !d.quoted(name.words.start)
            {
                self.meet_shared(d, name);
            }
            return;
        };
        let e = &d.names.entities[entity];
        let known = self.persons.iter().any(|p| p.who == Who::Entity(entity));
        // "Gorbachev agreed": one word that no table knows may be a person where it acts.
        let bare = d.names.names[index].len() == 1;
        // "The Republican agreed": a description, no name.
        if bare && d.text.tokens[name.words.start].is(PARTY) {
            return;
        }
        let unsure = matches!(e.class, Class::Likely);
        let maybe = matches!(e.class, Class::Unknown) && bare && leads || unsure;
        let person = match e.class {
            Class::Person => true,
            Class::Unknown => maybe,
            // Two words with capitals, a person perhaps: where they are what the sentence speaks of.
            Class::Likely => leads || known,
            _ => false,
        };
        if !person || apart::stands_apart(d.text, name) || d.quoted(name.words.start) {
            return;
        }
        let owns = d.text.tags.get(name.words.end) == Some(&Tag::Gen);
        let modifies = !apart::stands_free(d.text, name);
        // "Roe's part is unclear, but he": whose it is that the sentence speaks of.
        let owner = owns && run::opens(d.text, name.full.start.min(name.words.start));
        let dependent = modifies && !owner || apart::is_governed(d.text, name);
        self.put(
            d.text,
            Who::Entity(entity),
            e.gender,
            Seen {
                at: name.words.start,
                subject: leads && !dependent && !owner,
                taken_up: false,
                dependent,
            },
        );
        if let Some(person) = self.persons.last_mut() {
            person.maybe = maybe && person.spoke.is_none();
            person.end = name.words.end;
            person.full |= !bare;
        }
    }

    /// "Roe was there", where several are called so: the one of them who was spoken of lately, else somebody whom we
    /// cannot tell, who stands between.
    fn meet_shared(&mut self, d: &Discourse, name: &Name) {
        let text = d.text;
        let called = |p: &&Person| {
            let Who::Entity(entity) = p.who else {
                return false;
            };
            let own = d.names.entities[entity].name.end - 1;
            text.word(own) == text.word(name.words.end - 1)
        };
        let mut known = self.persons.iter().filter(called);
        let at = name.words.start;
        let who = match (known.next(), known.next()) {
            (Some(p), None) => p.who.clone(),
            _ => Who::Someone(at),
        };
        let seen = Seen {
            at,
            subject: true,
            taken_up: false,
            dependent: false,
        };
        self.put(text, who, name.gender, seen);
    }

    fn meet_pronoun(&mut self, d: &mut Discourse, i: usize) {
        let Some(gender) = pronoun_gender(d.text, i) else {
            return;
        };
        let asked = Asked {
            at: i,
            sentence: d.text.sentence_of(i),
            gender,
            speaks: false,
        };
        let (who, all) = self.choose(d.text, asked);
        // Who acts and leads by far is a man, where "he" takes him up.
        let far = all
            .get(1)
            .is_none_or(|s| all[0].points - s.points >= FAR_AHEAD);
        let telling = all
            .first()
            .is_some_and(|c| far && c.features.subject && !c.features.maybe);
        let gender = if telling { gender } else { Gender::Unknown };
        let who = who.unwrap_or(Who::Someone(i));
        self.take_up(d, &who, i, gender);
    }

    /// Notes that the pronoun at `i` stands for `who`, and tells that `gender` of it.
    pub(super) fn take_up(&mut self, d: &mut Discourse, who: &Who, i: usize, gender: Gender) {
        let subject = d.text.tags[i] == Tag::Pron;
        if let Who::Entity(entity) = who {
            let e = &mut d.names.entities[*entity];
            if e.gender == Gender::Unknown {
                e.gender = gender;
            }
        }
        self.put(
            d.text,
            who.clone(),
            match who {
                Who::Someone(_) => pronoun_gender(d.text, i).unwrap_or_default(),
                _ => gender,
            },
            Seen {
                at: i,
                subject,
                taken_up: true,
                dependent: false,
            },
        );
    }

    /// A person without a name, whose description opens at `i` and is what the sentence speaks of: "a student
    /// at Duke was there".
    fn meet_description(&mut self, d: &Discourse, i: usize) {
        let text = d.text;
        let opens = run::opens(text, i)
            || text.tokens[i - 1].is_mark(',')
            || matches!(text.tags[i - 1], Tag::Sub | Tag::That);
        if !opens || d.quoted(i) || self.persons.iter().any(|p| p.at == i) {
            return;
        }
        let Some(head) = describes(d, i) else { return };
        // "Ada Roe, the firm's manager, said": the name tells who it is.
        if is_named_before(d, i, head) {
            return;
        }
        let gender = match (
            text.tokens[head].is(MASCULINE),
            text.tokens[head].is(FEMININE),
        ) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        };
        let words = i..head + 1;
        // Of whom somebody else speaks is not who the text goes on with.
        let holder = holder::of_words(d, &words).filter(|_| !self.is_content(i));
        let gender = holder.map_or(gender, |entity| d.names.entities[entity].gender);
        self.put(
            text,
            holder.map_or(Who::Words(words), Who::Entity),
            gender,
            Seen {
                at: i,
                subject: true,
                taken_up: false,
                dependent: false,
            },
        );
        if let Some(person) = self.persons.last_mut() {
            person.described = true;
        }
    }

    /// Notes that `who`, mentioned by `words`, has spoken.
    pub(super) fn spoke(&mut self, d: &Discourse, who: Who, words: &Range<usize>) {
        let text = d.text;
        let sentence = text.sentence_of(words.start);
        // "like Roe, who has called it a hoax": what is told of him by the way leaves him where he stood.
        if text.tags[words.start] == Tag::Rel && self.persons.iter().any(|p| p.who == who) {
            return;
        }
        self.last_words = Some(sentence);
        let gender = match &who {
            Who::Entity(entity) => d.names.entities[*entity].gender,
            _ => gender_of(text, words),
        };
        let taken_up = matches!(text.tags[words.start], Tag::Pron | Tag::Rel);
        self.put(
            text,
            who,
            gender,
            Seen {
                at: words.start,
                subject: true,
                taken_up,
                dependent: false,
            },
        );
        if let Some(person) = self.persons.last_mut() {
            person.spoke = Some(sentence);
            person.maybe = false;
            person.spoken_of = false;
        }
    }

    /// Notes that somebody has spoken who is no person: none of the persons spoke last.
    pub(super) fn others_spoke(&mut self, sentence: usize) {
        self.last_words = Some(sentence);
    }

    fn put(&mut self, text: &Text, who: Who, gender: Gender, seen: Seen) {
        let sentence = text.sentence_of(seen.at);
        let old = self.persons.iter().position(|p| p.who == who);
        let mut person = match old {
            Some(i) => self.persons.remove(i),
            None => Person {
                who,
                gender,
                at: seen.at,
                sentence,
                end: 0,
                subject: false,
                taken_up: false,
                dependent: true,
                described: false,
                full: false,
                mentions: 0,
                spoke: None,
                maybe: false,
                spoken_of: false,
                led: false,
                was_asked: None,
                asked: None,
            },
        };
        // The best mention of a sentence tells: "Ono said that Ono's boat …".
        let again = person.mentions > 0 && person.sentence == sentence;
        person.subject = seen.subject || again && person.subject;
        person.led |= seen.subject && !seen.taken_up;
        person.dependent = seen.dependent && !(again && !person.dependent);
        person.taken_up = seen.taken_up;
        person.described = false;
        if person.gender == Gender::Unknown {
            person.gender = gender;
        }
        person.at = person.at.max(seen.at);
        person.sentence = person.sentence.max(sentence);
        person.mentions += 1;
        person.spoken_of = self.is_content(seen.at);
        if is_asked(text, seen.at) {
            person.was_asked = Some(sentence);
        }
        if seen.subject && asks(text, seen.at) {
            person.asked = Some(sentence);
        }
        self.persons.push(person);
        if self.persons.len() > MOST {
            self.persons.remove(0);
        }
    }

    /// Who leads by enough, and all that can be meant, the weightiest first.
    pub(super) fn choose(&mut self, text: &Text, asked: Asked) -> (Option<Who>, Vec<Candidate>) {
        let mut all = self.candidates(text, asked);
        all.sort_by_key(|c| -c.points);
        let lead = match &all[..] {
            [first, second, ..] => first.points - second.points,
            [_] => LEAD,
            [] => 0,
        };
        let named = |p: &&Person| matches!(p.who, Who::Entity(_)) && p.gender.agrees(asked.gender);
        let alone = self.persons.iter().filter(named).count() == 1;
        let told = lead >= LEAD && (alone || all[0].points >= LEAST);
        let who = told.then(|| all[0].who.clone());
        #[cfg(test)]
        self.choices.push((
            asked.at,
            who.clone().filter(|w| !matches!(w, Who::Someone(_))),
            asked.speaks,
            all.iter()
                .map(|c| {
                    format!(
                        "{:?} {}: {:?}; ",
                        c.who,
                        c.points,
                        c.reasons().collect::<Vec<_>>()
                    )
                })
                .collect(),
        ));
        (who, all)
    }

    /// The guard that keeps a person from being who is `asked` for, by name.
    fn refused(&self, text: &Text, asked: Asked, p: &Person) -> Option<&'static str> {
        let sentence = asked.sentence;
        // "Roe told him": he is not Roe.
        let last = self.persons.last();
        let acts = text.tags[asked.at] == Tag::ObjPron
            && last.is_some_and(|l| l.at == p.at && l.subject && l.sentence == sentence);
        let seen = p.spoke.map_or(p.sentence, |s| s.max(p.sentence));
        if !p.gender.agrees(asked.gender) {
            Some("another gender")
        } else if p.at > asked.at {
            Some("not mentioned yet")
        } else if acts {
            Some("acts on whom is meant")
        } else if asked.speaks && p.sentence == sentence && is_asked_of(text, p) {
            Some("named in the question")
        } else if seen + REMEMBERED < sentence || p.maybe && p.sentence + 1 < sentence {
            Some("too long ago")
        } else {
            None
        }
    }

    /// The persons that cannot be who is `asked` for, each with the guard that says so.
    pub(super) fn kept_out(&self, text: &Text, asked: Asked) -> Vec<(Who, &'static str)> {
        let all = self.persons.iter().rev();
        all.filter_map(|p| Some((p.who.clone(), self.refused(text, asked, p)?)))
            .collect()
    }

    /// Who can be meant by what is `asked`.
    pub(super) fn candidates(&self, text: &Text, asked: Asked) -> Vec<Candidate> {
        let sentence = asked.sentence;
        let block = text.tokens[asked.at].block;
        let near = self
            .persons
            .iter()
            .filter(|p| self.refused(text, asked, p).is_none());
        // Whether somebody was spoken of after the last words: then they may be meant as well.
        let speaker = (self.persons.iter())
            .filter(|p| p.spoke.is_some() && p.spoke == self.last_words)
            .map(|p| p.sentence)
            .max();
        // "Among them was Ada Roe.": whom a sentence names for the first time, and who spoke last not at all.
        let here = |p: &Person| {
            let named = matches!(p.who, Who::Entity(_)) && p.gender.agrees(asked.gender);
            named && p.sentence == asked.sentence && p.at < asked.at
        };
        let beside = self.persons.iter().any(here);
        let presented = |p: &Person| {
            !beside
                && p.mentions == 1
                && p.full
                && speaker.is_some_and(|s| s < p.sentence)
                && asked.sentence > p.sentence
        };
        let since = |p: &Person| {
            (p.subject || presented(p))
                && !p.maybe
                && self.last_words.is_some_and(|s| p.sentence > s)
        };
        let came = |p: &&Person| since(p) && p.gender.agrees(asked.gender);
        let passed = (self.persons.iter().filter(came)).any(|p| p.spoke != self.last_words);
        let latest = self.persons.iter().filter(came).map(|p| p.sentence).max();
        let says = !asked.speaks && text.tags[asked.at] == Tag::Pron && self.is_content(asked.at);
        let of = |p: &Person| {
            let features = Features {
                back: sentence.saturating_sub(p.sentence),
                same_paragraph: text.tokens[p.at].block == block,
                subject: p.subject,
                taken_up: p.taken_up,
                dependent: p.dependent,
                spoke: p.spoke.map(|s| sentence.saturating_sub(s)),
                spoke_last: p.spoke.is_some() && p.spoke == self.last_words && !passed,
                came_up: since(p) && passed && Some(p.sentence) == latest,
                speaks: asked.speaks,
                says: says
                    && p.spoke == Some(sentence)
                    && (p.gender != Gender::Unknown || !matches!(p.who, Who::Entity(_))),
                gender_known: p.gender != Gender::Unknown,
                mentions: p.mentions,
                maybe: p.maybe,
                spoken_of: p.spoken_of && p.spoke.is_none(),
                unnamed: p.described || !matches!(p.who, Who::Entity(_)),
                led: p.led || p.spoke.is_some(),
                fronts: p.dependent && p.end + 1 == asked.at && text.tokens[p.end].is_mark(','),
                was_asked: p.was_asked.is_some_and(|s| s + 1 >= sentence),
                // Who has spoken before asks in a debate, and goes on.
                has_asked: asked.speaks
                    && p.spoke.is_none()
                    && p.asked.is_some_and(|s| s + 1 >= sentence),
            };
            Candidate::new(p.who.clone(), features)
        };
        let mut all = Vec::with_capacity(self.persons.len());
        all.extend(near.rev().map(of));
        all
    }
}

/// How a person is mentioned.
struct Seen {
    at: usize,
    subject: bool,
    taken_up: bool,
    dependent: bool,
}

/// The gender that a pronoun tells, if it stands for one person.
pub(super) fn pronoun_gender(text: &Text, i: usize) -> Option<Gender> {
    if text.is_one_of_any_case(i, text.language.resolve.he) {
        Some(Gender::Male)
    } else if text.is_one_of_any_case(i, text.language.resolve.she) {
        Some(Gender::Female)
    } else {
        None
    }
}

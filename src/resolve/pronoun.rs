//! Pronouns: who "he", "they", "it" and "who" stand for.

use std::ops::Range;

use super::coreference::{Found, Resolver};
use super::name::{Class, Gender};
use super::{SourceKind, antecedent, mention};

/// How many sentences back the source of the last attribution can still be "he" or "they".
const STILL_SPEAKING: usize = 5;

/// How many sentences back a pronoun's own antecedent may stand.
const NEAR: usize = 4;

impl Resolver<'_, '_> {
    pub(super) fn pronoun(&mut self, at: usize, words: &Range<usize>, depth: usize) -> Found {
        let unresolved = Found::unresolved(at..at + 1);
        let is = |words| self.text.is_one_of_any_case(at, words);
        let nobody = |kind| Found {
            source: None,
            kind,
            evidence: vec![at..at + 1],
        };
        let source = if is("he him his himself") {
            self.single_person(at, Gender::Male)
        } else if is("she her hers herself") {
            self.single_person(at, Gender::Female)
        } else if is("they them their both all") {
            self.several_before(at, depth)
        } else if is("it its itself") {
            self.thing(at)
        } else if depth < 2 && is("who which that whom whose") {
            return self.relative(at, depth);
        } else if is(
            "some many others most few several someone everyone one another those people anyone everybody somebody",
        ) {
            return nobody(SourceKind::Vague);
        } else if is("i we my our") && !self.quoted(at) {
            // The writer's own voice; inside a quotation it is the speaker's, who is named there.
            return nobody(SourceKind::SelfOutlet);
        } else {
            None
        };
        match source {
            Some(source) => self.found(source, words, at..at + 1),
            None => unresolved,
        }
    }

    /// Whether `entity` is known for a person, and can be "he" (or "she"). What only looks like a name may be
    /// a film, a place or a team.
    fn fits(&self, entity: usize, gender: Gender) -> bool {
        let e = &self.names.entities[entity];
        matches!(e.class, Class::Person) && agrees(e.gender, gender)
    }

    /// Whether `entity`, which has spoken, looks like a person's name.
    fn speaks_like_one(&self, entity: usize, gender: Gender) -> bool {
        let e = &self.names.entities[entity];
        let last = self.text.word(e.name.end - 1);
        matches!(e.class, Class::Likely) && agrees(e.gender, gender) && !last.ends_with("ers")
    }

    pub(super) fn single_person(&mut self, at: usize, gender: Gender) -> Option<usize> {
        let sentence = self.text.sentence_of(at);
        let speaker = self.speaker(sentence, |r, source| match r.entities[source] {
            Some(entity) => r.fits(entity, gender) || r.speaks_like_one(entity, gender),
            None => r.is_somebody(source),
        });
        let last = |source: usize| self.said.iter().rev().find(|s| s.source == source);
        let spoke = speaker.and_then(last).map(|s| s.sentence);
        let subject = antecedent::person(self, at, sentence, gender, NEAR);
        // Whoever was described since, "a student at Duke", may be meant.
        let named = match subject {
            antecedent::Subject::One { sentence, .. } => Some(sentence),
            _ => None,
        };
        let since = named
            .max(spoke)
            .map_or(sentence.saturating_sub(NEAR), |s| s + 1);
        if antecedent::described(self, since, at) {
            return None;
        }
        let entity = match (speaker, subject) {
            (_, antecedent::Subject::Several) => {
                // Two in one sentence: the one who has been speaking, if either.
                let source = speaker?;
                return Some(source);
            }
            (Some(source), antecedent::Subject::None) => return Some(source),
            (
                Some(source),
                antecedent::Subject::One {
                    entity,
                    sentence: seen,
                },
            ) => {
                let last = spoke?;
                if self.entities[source] == Some(entity) {
                    return Some(source);
                }
                // Someone who came up after the last words of the speaker.
                if seen > last || seen == sentence {
                    entity
                } else {
                    return Some(source);
                }
            }
            (None, antecedent::Subject::One { entity, .. }) => entity,
            (None, antecedent::Subject::None) => return None,
        };
        if !self.fits(entity, gender) && speaker.is_none_or(|s| self.entities[s] != Some(entity)) {
            // Somebody who may be no person at all: rather the speaker who surely fits, else nobody.
            return speaker.filter(|s| {
                self.entities[*s].is_some_and(|e| {
                    gender != Gender::Unknown && self.names.entities[e].gender == gender
                })
            });
        }
        // What stands for "he" is a man from here on.
        let e = &mut self.names.entities[entity];
        if e.gender == Gender::Unknown {
            e.gender = gender;
        }
        Some(self.of_entity(entity, &(at..at + 1)))
    }

    /// Whether `source` is one person without a name: "a student at Duke".
    fn is_somebody(&self, source: usize) -> bool {
        let one = || {
            let words = self.sources[source].mentions.first();
            words.is_some_and(|w| {
                let phrase = mention::phrase(self.text, w);
                !mention::plural(self.text, phrase.head) && !phrase.quantified
            })
        };
        self.entities[source].is_none()
            && matches!(
                self.sources[source].kind,
                SourceKind::Official | SourceKind::Anonymous
            )
            && one()
    }

    /// The last source that spoke within [`STILL_SPEAKING`] sentences and fits.
    fn speaker(&self, sentence: usize, fits: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        self.said
            .iter()
            .rev()
            .take(8)
            .take_while(|s| s.sentence + STILL_SPEAKING >= sentence)
            .find(|s| fits(self, s.source))
            .map(|s| s.source)
    }

    fn several_before(&mut self, at: usize, depth: usize) -> Option<usize> {
        let sentence = self.text.sentence_of(at);
        let last = self
            .said
            .iter()
            .rev()
            .take(4)
            .take_while(|s| s.sentence + 2 >= sentence)
            .find(|s| s.many)
            .map(|s| (s.source, s.sentence));
        let group = (depth < 2)
            .then(|| antecedent::group(self, at, sentence))
            .flatten();
        match (last, group) {
            (Some((source, seen)), Some(words)) => {
                let group = self.text.sentence_of(words.start);
                if seen >= group || seen + 1 >= sentence {
                    return Some(source);
                }
                self.read(&words, depth + 1).source
            }
            (Some((source, _)), None) => Some(source),
            (None, Some(words)) => self.read(&words, depth + 1).source,
            (None, None) => None,
        }
    }

    fn thing(&mut self, at: usize) -> Option<usize> {
        let sentence = self.text.sentence_of(at);
        let speaker = self
            .said
            .iter()
            .rev()
            .take(4)
            .take_while(|s| s.sentence + 2 >= sentence)
            .find(|s| {
                matches!(
                    self.sources[s.source].kind,
                    SourceKind::Organisation
                        | SourceKind::Outlet
                        | SourceKind::SelfOutlet
                        | SourceKind::Document
                )
            })
            .map(|s| (s.source, s.sentence));
        let subject = antecedent::body(self, at, sentence);
        match (speaker, subject) {
            (Some((source, _)), None) => Some(source),
            (None, Some((entity, _))) => Some(self.of_entity(entity, &(at..at + 1))),
            (Some((source, seen)), Some((entity, sentence))) => {
                if self.entities[source] == Some(entity) || seen >= sentence {
                    Some(source)
                } else {
                    Some(self.of_entity(entity, &(at..at + 1)))
                }
            }
            (None, None) => None,
        }
    }

    /// "the mayor, who …": the noun phrase before the relative pronoun.
    fn relative(&mut self, at: usize, depth: usize) -> Found {
        let Some(words) = antecedent::before_relative(self.text, &self.names, at) else {
            return Found::unresolved(at..at + 1);
        };
        let mut found = self.read(&words, depth + 1);
        if let Some(source) = found.source {
            self.add_mention(source, &(at..at + 1));
        }
        if found.kind == SourceKind::Unresolved {
            found.source = None;
        }
        found
    }
}

/// Whether two genders can be one person's.
pub(super) fn agrees(a: Gender, b: Gender) -> bool {
    a == Gender::Unknown || b == Gender::Unknown || a == b
}

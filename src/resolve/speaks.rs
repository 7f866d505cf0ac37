//! Who has spoken: noted once the source of an attribution is known, for those who are meant next.

use std::ops::Range;

use super::SourceKind;
use super::candidate::Who;
use super::mention::{self, Head, plural};
use super::name::Class;
use super::who::{Found, Resolver};
use crate::lexicon::{DOCUMENT, ORGANISATION, PARTITIVE};
use crate::text::tag::Tag;

impl Resolver<'_, '_> {
    /// Notes that `source`, mentioned by `words` at token `at`, has spoken.
    pub(super) fn spoke(&mut self, source: usize, words: &Range<usize>, at: usize) {
        let text = self.d.text;
        let read = (!words.is_empty()).then(|| mention::read(text, &self.d.names, words));
        let many = read.is_some_and(|head| match head {
            Head::Names(_) | Head::Mixed(..) => true,
            Head::Phrase(phrase) => {
                plural(text, phrase.head) || text.tokens[phrase.head].is(ORGANISATION)
            }
            Head::Pronoun(at) => text.is_one_of(at, text.language.resolve.they),
            Head::Name(_) | Head::Account(_) => false,
        });
        self.d.spoke(source, many, at);
        match self.recent_person(source, many) {
            Some(who) if !words.is_empty() => self.recent.spoke(&self.d, who, words),
            _ => self.recent.others_spoke(text.sentence_of(at)),
        }
    }

    /// Notes that somebody has spoken whom `words` describe, and who is not `found`: "The porter said …. He said
    /// …" is about no one who was named before.
    pub(super) fn nobody_known_spoke(&mut self, words: &Range<usize>, found: &Found) {
        let text = self.d.text;
        if words.is_empty() || found.kind != SourceKind::Unresolved {
            return;
        }
        let Head::Phrase(phrase) = mention::read(text, &self.d.names, words) else {
            return;
        };
        let one = phrase.definite;
        let body = text.tokens[phrase.head].is_any(PARTITIVE.or(ORGANISATION).or(DOCUMENT));
        if one && !body && text.tags[phrase.head] == Tag::Noun {
            let who = Who::Someone(words.start);
            self.recent.spoke(&self.d, who, words);
        }
    }

    /// The person that `source` is among those lately spoken of, if it is one.
    fn recent_person(&self, source: usize, many: bool) -> Option<Who> {
        let d = &self.d;
        match d.entities[source] {
            Some(entity) => {
                let e = &d.names.entities[entity];
                let team = d
                    .text
                    .word(e.name.end - 1)
                    .ends_with(d.text.language.resolve.team_ending);
                let person =
                    matches!(e.class, Class::Person) || matches!(e.class, Class::Likely) && !team;
                person.then_some(Who::Entity(entity))
            }
            None => {
                let alone = matches!(
                    d.sources[source].kind,
                    SourceKind::Official | SourceKind::Anonymous
                ) && !many
                    && d.sources[source].mentions.first().is_some_and(|w| {
                        let phrase = mention::phrase(d.text, w);
                        !plural(d.text, phrase.head) && !phrase.quantified
                    });
                alone.then_some(Who::Source(source))
            }
        }
    }
}

//! Descriptions that only the one spoken of can be meant by: "The 37-year-old", "The businessman".

use std::ops::Range;

use super::apart::names_before;
use super::candidate::{Candidate, Who};
use super::mention::{Phrase, plural};
use super::name::{Class, Gender};
use super::recent::Asked;
use super::who::{Found, Resolver};
use super::{rules, run};
use crate::lexicon::PARTY;
use crate::text::tag::Tag;

/// How many sentences back the one whom an epithet takes up spoke.
const STILL_SPEAKING: usize = 3;

impl Resolver<'_, '_> {
    /// "The 37-year-old", "the Republican": the one person whom a pronoun would stand for.
    pub(super) fn by_trait(&mut self, phrase: &Phrase, words: &Range<usize>) -> Option<Found> {
        let text = self.d.text;
        let aged = text.language.resolve.aged_ending;
        let party = phrase.head + 1 == words.end
            && (text.tokens[phrase.head].is(PARTY) || run::is_of_people(text, phrase.head))
            && !plural(text, phrase.head);
        if !phrase.definite || !party && !text.word(words.end - 1).ends_with(aged) {
            return None;
        }
        let asked = Asked {
            at: phrase.head,
            sentence: text.sentence_of(phrase.head),
            gender: Gender::Unknown,
            speaks: true,
        };
        // Of two nobody is told, and nothing noted; a name that may be a place's is no second.
        let mut all = self.recent.candidates(text, asked);
        all.sort_by_key(|c| -c.points);
        let second = |c: &Candidate| !matches!(c.who, Who::Someone(_)) && !c.features.maybe;
        // "The Republican, who said so": what is taken up stands before, else the words could take up themselves.
        let before = |c: &Candidate| !matches!(&c.who, Who::Words(w) if w.end > phrase.chunk.start);
        if all.get(1).is_some_and(second) || !all.iter().all(before) {
            return None;
        }
        let found = self.person(asked, words);
        found.source.is_some().then_some(Found {
            rule: &rules::BY_TRAIT,
            ..found
        })
    }

    /// "The businessman", "the candidate and former governor": the one person who has just spoken, where nobody else spoke
    /// or was named since.
    pub(super) fn epithet(&self, phrase: &Phrase, words: &Range<usize>) -> Option<usize> {
        let d = &self.d;
        let text = d.text;
        let lists = &text.language.resolve;
        let behind = |n: usize| text.tags.get(phrase.chunk.end + n);
        let ends = phrase.chunk.end == words.end
            || behind(0) == Some(&Tag::Coord)
                && !matches!(behind(1), Some(Tag::Det | Tag::Poss | Tag::Name));
        let one = phrase.definite && phrase.possessive.is_none() && !plural(text, phrase.head);
        if !one || !ends || !text.is_one_of_any_case(phrase.head, lists.epithets) {
            return None;
        }
        let sentence = text.sentence_of(phrase.head);
        let mut spoke = d.said.iter().rev();
        let last = spoke
            .next()
            .filter(|s| s.sentence + STILL_SPEAKING >= sentence)?;
        let entity = d.entities[last.source]?;
        let again = spoke.next().is_none_or(|s| s.source == last.source);
        let who = &d.names.entities[entity];
        // Who speaks for another is not the candidate.
        let mut roles = who.roles.iter().cloned().flatten();
        let aide = roles.any(|i| {
            text.is_one_of_any_case(i, lists.speaks_for) || text.is_one_of_any_case(i, lists.aides)
        });
        let person = matches!(who.class, Class::Person) && !aide;
        let mut since = names_before(d, phrase.chunk.start)
            .take_while(|(_, name)| text.sentence_of(name.words.start) >= last.sentence);
        let other = |i: usize| {
            let is = matches!(d.names.names[i].class, Class::Person | Class::Likely);
            is && d.names.entity_of[i] != Some(entity)
        };
        (person && again && !since.any(|(i, _)| other(i))).then_some(last.source)
    }
}

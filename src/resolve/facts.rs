//! What the rules of kinds ask of a description.

use std::ops::Range;

use super::mention::{Phrase, plural};
use super::run;
use crate::lexicon::list::List;
use crate::lexicon::{DOCUMENT, GROUP, INSIDER, OFFICE, ORGANISATION, PARTY, PLACE, ROLE, VAGUE};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::Token;

/// A description, and what the rules ask of it.
pub(super) struct DescriptionFacts<'t, 'd, 'p> {
    /// Where it stands.
    pub(super) text: &'t Text<'d>,
    /// How it is read.
    pub(super) phrase: &'p Phrase,
    /// The whole mention.
    pub(super) mention: &'p Range<usize>,
    /// Its head.
    pub(super) head: Token,
    /// Whether the head is a plural.
    pub(super) many: bool,
    /// Whether the head is written small, or has a capital because it opens a sentence.
    pub(super) lower: bool,
    /// No article, owner or quantity.
    pub(super) bare: bool,
    /// Whether words behind the head say more of it: "voters in Nara".
    pub(super) qualified: bool,
    /// A name stands before the head: "Nara voters".
    pub(super) named: bool,
}

impl<'t, 'd, 'p> DescriptionFacts<'t, 'd, 'p> {
    pub(super) fn new(
        text: &'t Text<'d>,
        phrase: &'p Phrase,
        mention: &'p Range<usize>,
    ) -> DescriptionFacts<'t, 'd, 'p> {
        let head = text.tokens[phrase.head];
        let behind = text.tags.get(phrase.head + 1);
        let qualified =
            behind.is_some_and(|t| matches!(t, Tag::Prep | Tag::Rel | Tag::Past | Tag::Ing));
        let name = |i: usize| {
            text.tokens[i].is_word()
                && text.tokens[i].capital()
                && (i > mention.start || text.tokens[i].is(PLACE) || !run::opens(text, i))
        };
        DescriptionFacts {
            text,
            phrase,
            mention,
            head,
            many: plural(text, phrase.head),
            lower: !head.capital() || run::opens(text, phrase.head),
            bare: !phrase.definite && phrase.possessive.is_none() && !phrase.quantified,
            qualified: qualified && phrase.head + 1 < mention.end,
            named: (phrase.chunk.start..phrase.head).any(name),
        }
    }

    pub(super) fn human(&self) -> bool {
        self.head.is_any(ROLE.or(GROUP).or(VAGUE).or(INSIDER))
    }

    pub(super) fn document(&self) -> bool {
        self.head.is(DOCUMENT)
            || self.lower && self.is_one_of(self.text.language.resolve.speaking_document)
    }

    /// Whether the head is one of `words`.
    pub(super) fn is_one_of(&self, words: List) -> bool {
        self.text.is_one_of_any_case(self.phrase.head, words)
    }

    /// No table knows the head.
    pub(super) fn unknown(&self) -> bool {
        self.head.classes.0 == 0
    }

    pub(super) fn ends_with(&self, ending: &str) -> bool {
        self.text.word(self.phrase.head).ends_with(ending)
    }

    /// Whether the head has one of `endings`, and more letters than it by `more`.
    pub(super) fn ends_as(&self, endings: List, more: usize) -> bool {
        let word = self.text.word(self.phrase.head);
        endings
            .iter()
            .any(|e| word.len() > e.len() + more && word.ends_with(e))
    }

    /// "The Dane": whether the head tells, alone, of which people one is.
    pub(super) fn is_of_people(&self) -> bool {
        run::is_of_people(self.text, self.phrase.head)
    }

    /// Whether a group has an extent: by its own word, an article, an owner, or what stands beside it.
    pub(super) fn extent(&self) -> bool {
        let p = self.phrase;
        let loose_count = p.quantified && !p.definite && !self.qualified;
        let told = (p.chunk.start..p.head).any(|i| {
            let classes = PARTY.or(PLACE).or(ROLE).or(GROUP).or(ORGANISATION);
            self.text.tokens[i].is_any(classes)
        });
        let clear = self.head.is_any(PLACE.or(OFFICE))
            || p.definite
            || p.possessive.is_some()
            || self.qualified
            || self.named
            || told;
        !loose_count && clear
    }
}

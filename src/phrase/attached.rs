//! What hangs on a noun phrase: of-phrases, appositions, relative clauses, what a conjunction joins to it.

use std::ops::Range;

use super::{NounPhrase, Phrases};
use crate::text::tag::Tag;

/// The most tokens that hang on a noun phrase.
const LONGEST: usize = 24;

impl Phrases<'_, '_> {
    /// The noun phrase behind an "of" that stands right behind `phrase`: "Nara" of "the mayor of Nara".
    pub fn of_phrase(&self, phrase: &NounPhrase) -> Option<NounPhrase> {
        let of = self.is(phrase.end, self.words().of);
        of.then(|| self.noun_phrase_at(phrase.end + 1))
            .flatten()
            .filter(|p| p.start == phrase.end + 1)
    }

    /// What stands beside `phrase` between commas, dashes or brackets and names it again: "the mayor of Nara" of
    /// "Ada Roe, the mayor of Nara,".
    pub fn apposition(&self, phrase: &NounPhrase) -> Option<Range<usize>> {
        let words = self.parenthesis(phrase.end)?;
        let noun = self.noun_phrase_at(words.start)?;
        (noun.start == words.start
            && noun.end <= words.end
            && !self.has_finite(words.start..noun.end + 1))
        .then_some(words)
    }

    /// The relative clause on `phrase`, from its pronoun to where it ends: "who left" of "the man who left".
    pub fn relative_clause(&self, phrase: &NounPhrase) -> Option<Range<usize>> {
        let comma = usize::from(self.mark(phrase.end) == Some(','));
        let at = phrase.end + comma;
        let that = self.tag(at) == Tag::That && comma == 0 && self.tag(at + 1).finite();
        (self.tag(at) == Tag::Rel || that).then(|| at..self.clause_end(at + 1).max(at + 1))
    }

    /// The noun phrase that "and" or "or" joins to `phrase`: "the council" of "the mayor and the council".
    pub fn coordinated(&self, phrase: &NounPhrase) -> Option<NounPhrase> {
        let comma = usize::from(self.mark(phrase.end) == Some(','));
        let at = phrase.end + comma;
        let joins = self.tag(at) == Tag::Coord;
        let next = self.noun_phrase_at(at + usize::from(joins))?;
        let starts = next.start == at + usize::from(joins);
        (starts && joins && !self.tag(next.end).finite()).then_some(next)
    }

    /// One past the last token of `phrase` with what hangs on its head: of-phrases and others with a preposition,
    /// participles, a relative clause without comma.
    pub fn whole(&self, phrase: &NounPhrase) -> usize {
        let limit = self.text.tokens.len().min(phrase.end + LONGEST);
        let mut end = phrase.end;
        while end < limit && !self.text.tokens[end].opens_block && !self.parts(phrase.head, end) {
            let linked = match self.tag(end) {
                Tag::Prep => true,
                // "a man briefed on the talks", "residents living near the weir"
                Tag::Past | Tag::Ing => self.tag(end + 1) == Tag::Prep,
                _ => false,
            };
            let relative = NounPhrase {
                start: end - 1,
                head: end - 1,
                end,
            };
            if let Some(clause) = self.relative_clause(&relative).filter(|c| c.start == end) {
                return clause.end;
            }
            if !linked {
                break;
            }
            let at = end + 1 + usize::from(self.tag(end) != Tag::Prep);
            match self.noun_phrase_at(at).filter(|p| p.start == at) {
                Some(next) => end = next.end,
                None => break,
            }
        }
        end
    }
}

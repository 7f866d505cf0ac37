//! Phrases: what the words of a sentence form together. One pass over tokens and tags, linear and bounded,
//! finds noun phrases and verb groups; what hangs on them and where clauses open and end is told on demand,
//! each answer from a bounded stretch. Other rooms ask here where an edge is: [`edge`] and [`role`] tell those of a
//! single mention from its text alone.
//!
//! What can be asked of [`Phrases`], all by token:
//!
//! | ask                                             | answer                                                      |
//! | ----------------------------------------------- | ----------------------------------------------------------- |
//! | [`noun_phrase_at`](Phrases::noun_phrase_at)     | the noun phrase that a token stands in: start, head, end    |
//! | [`noun_phrase_before`](Phrases::noun_phrase_before) | the one that ends right before a token                  |
//! | [`noun_phrases`](Phrases::noun_phrases)         | those of a stretch, in order                                |
//! | [`determiner`](Phrases::determiner), [`is_plural`](Phrases::is_plural), [`name_in`](Phrases::name_in), [`owner`](Phrases::owner), [`modifiers`](Phrases::modifiers), [`number`](Phrases::number) | what is in a noun phrase |
//! | [`of_phrase`](Phrases::of_phrase), [`apposition`](Phrases::apposition), [`relative_clause`](Phrases::relative_clause), [`coordinated`](Phrases::coordinated), [`whole`](Phrases::whole) | what hangs on it |
//! | [`verb_group_at`](Phrases::verb_group_at), [`verb_groups`](Phrases::verb_groups) | voice, negation, modality, aspect of a verb |
//! | [`subject_before`](Phrases::subject_before), [`subject_after`](Phrases::subject_after), [`subject_of_clause`](Phrases::subject_of_clause) | who does what a verb tells, with apposition and relative clause |
//! | [`clause_at`](Phrases::clause_at), [`clause_end`](Phrases::clause_end) | whether a clause opens, where one ends |
//! | [`time_end`](Phrases::time_end), [`trim_time`](Phrases::trim_time), [`is_time`](Phrases::is_time) | phrases of time |
//! | [`parenthesis`](Phrases::parenthesis)           | the brackets or the pair of commas or dashes that opens at a token |
//! | [`quotation`](Phrases::quotation)               | somebody's words between marks                              |

mod attached;
mod clause;
pub mod edge;
mod noun;
mod parenthesis;
mod quotation;
pub mod role;
mod start;
mod subject;
mod time;
mod verb;

pub use noun::{Determiner, NounPhrase};
pub use quotation::is_name;
pub use verb::VerbGroup;

use std::ops::Range;

use crate::lexicon::list::List;
use crate::lexicon::lists::PhraseLists;
use crate::span::Places;
use crate::text::Text;
use crate::text::letters::INNER_COMMA;
use crate::text::quotation_mark::Quote;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// The phrases of a text.
#[derive(Debug)]
pub struct Phrases<'t, 'd> {
    /// The text.
    pub text: &'t Text<'d>,
    /// Words that somebody said or wrote, in order. Scare quotes, nicknames and titles are not here.
    pub quotations: Vec<Quote>,
    /// For each token, the quotation it stands in (its marks included) plus one; 0 outside.
    inside: Vec<u32>,
    /// In text order; none overlaps another.
    nouns: Vec<noun::Kept>,
    nouns_by_token: Places,
    /// In text order; none overlaps another.
    verbs: Vec<VerbGroup>,
    verbs_by_token: Places,
}

impl<'t, 'd> Phrases<'t, 'd> {
    /// Finds the phrases of `text`, in time linear in its length.
    pub fn new(text: &'t Text<'d>) -> Phrases<'t, 'd> {
        let quotations = text.quotes.iter().copied();
        let quotations: Vec<Quote> = quotations
            .filter(|q| quotation::is_quotation(text, q))
            .collect();
        let mut inside = vec![0; text.tokens.len()];
        for (k, quote) in quotations.iter().enumerate() {
            inside[quote.open..quote.end()].fill(k as u32 + 1);
        }
        let mut phrases = Phrases {
            text,
            quotations,
            inside,
            nouns: Vec::new(),
            nouns_by_token: Places::default(),
            verbs: Vec::new(),
            verbs_by_token: Places::default(),
        };
        phrases.nouns = noun::read(&phrases);
        phrases.nouns_by_token = Places::new(phrases.nouns.iter().map(|p| p.end()));
        phrases.verbs = verb::read(&phrases);
        phrases.verbs_by_token = Places::new(phrases.verbs.iter().map(|g| g.end));
        phrases
    }

    /// The noun phrase that token `i` stands in: from its determiner to its head, without what hangs on it.
    pub fn noun_phrase_at(&self, i: usize) -> Option<NounPhrase> {
        let next = (self.nouns_by_token).first_after(i, |k| Some(self.nouns.get(k)?.end()));
        let found = self.nouns.get(next).map(|kept| kept.phrase());
        found.filter(|p| p.start <= i)
    }

    /// The noun phrase that ends right before token `end`.
    pub fn noun_phrase_before(&self, end: usize) -> Option<NounPhrase> {
        let found = self.noun_phrase_at(end.checked_sub(1)?)?;
        (found.end == end).then_some(found)
    }

    /// The noun phrases that begin in `words`, in order.
    pub fn noun_phrases(&self, words: Range<usize>) -> impl Iterator<Item = NounPhrase> {
        let first =
            (self.nouns_by_token).first_after(words.start, |k| Some(self.nouns.get(k)?.end()));
        let within = self.nouns[first.min(self.nouns.len())..].iter();
        let within = within.map(|kept| kept.phrase());
        within
            .skip_while(move |p| p.start < words.start)
            .take_while(move |p| p.start < words.end)
    }

    /// The verb group that token `i` stands in.
    pub fn verb_group_at(&self, i: usize) -> Option<VerbGroup> {
        let next = (self.verbs_by_token).first_after(i, |k| Some(self.verbs.get(k)?.end));
        self.verbs.get(next).copied().filter(|g| g.start <= i)
    }

    /// The verb groups that begin in `words`, in order.
    pub fn verb_groups(&self, words: Range<usize>) -> impl Iterator<Item = VerbGroup> {
        let first =
            (self.verbs_by_token).first_after(words.start, |k| Some(self.verbs.get(k)?.end));
        let within = self.verbs[first.min(self.verbs.len())..].iter().copied();
        within
            .skip_while(move |g| g.start < words.start)
            .take_while(move |g| g.start < words.end)
    }

    /// The tag of token `i`; past the text's end, that of a mark.
    pub fn tag(&self, i: usize) -> Tag {
        self.text.tags.get(i).copied().unwrap_or(Tag::Mark)
    }

    /// The quotation that token `i` stands in, its marks included.
    pub fn quotation(&self, i: usize) -> Option<&Quote> {
        let k = *self.inside.get(i)?;
        self.quotations.get((k as usize).checked_sub(1)?)
    }

    /// The mark that token `i` is, if it is one. A hyphen between spaces is a dash.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn mark(&self, i: usize) -> Option<char> {
        let token = self.text.tokens.get(i)?;
        match token.kind {
            Kind::Mark('-') if token.spaced && self.text.tokens.get(i + 1)?.spaced => Some('–'),
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// Whether token `i` is in `list`, in any case; past the text's end nothing is.
    pub fn is(&self, i: usize, list: List) -> bool {
        self.text.is_one_of_any_case(i, list)
    }

    /// The short lists of words that this room asks the language for.
    fn words(&self) -> &'static PhraseLists {
        &self.text.language.phrase
    }

    /// Whether token `i` is the word `word` (lower case).
    pub fn is_word(&self, i: usize, word: &str) -> bool {
        self.text
            .tokens
            .get(i)
            .is_some_and(|t| t.is_word() && t.span.len() == word.len())
            && self.text.bytes(i).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether token `i` is a finite verb form: not the infinitive after "to".
    pub fn finite(&self, i: usize) -> bool {
        let Some(tag) = self.text.tags.get(i).copied() else {
            return false;
        };
        if !tag.finite() {
            return false;
        }
        let mut k = i;
        while k > 0 && matches!(self.text.tags[k - 1], Tag::Adv | Tag::Neg) {
            k -= 1;
        }
        k == 0 || self.text.tags[k - 1] != Tag::To
    }

    /// The first token of `range`, outside quotations, that `is` holds for.
    pub fn find(&self, range: Range<usize>, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut i = range.start;
        while i < range.end {
            match self.quotation(i) {
                Some(quote) => i = quote.end().max(i + 1),
                None if is(i) => return Some(i),
                None => i += 1,
            }
        }
        None
    }

    /// Whether a finite verb stands in `range` outside quotations.
    pub fn has_finite(&self, range: Range<usize>) -> bool {
        self.find(range, |i| self.finite(i)).is_some()
    }

    /// Whether token `i` ends a sentence or parts clauses strongly.
    pub fn is_end(&self, i: usize) -> bool {
        matches!(self.mark(i), Some('.' | '!' | '?' | ';' | '…'))
    }

    /// Whether token `i` is the closing mark of words between marks.
    pub fn closes(&self, i: usize) -> bool {
        self.text
            .quote_at(i)
            .is_some_and(|q| q.closed && q.close == i)
    }

    /// Whether token `i` is a mark that quotes a word or two inside a phrase, or otherwise stands
    /// inside phrases without parting them.
    pub fn is_light(&self, i: usize) -> bool {
        self.quotation(i).is_none()
            && matches!(
                self.mark(i),
                Some(
                    '“' | '”'
                        | '"'
                        | '‘'
                        | '’'
                        | '\''
                        | '-'
                        | '‐'
                        | '‑'
                        | '/'
                        | '&'
                        | '$'
                        | '£'
                        | '€'
                        | '%'
                        | '#'
                        | '@'
                        | INNER_COMMA
                )
            )
    }

    /// The tag of token `i`, if there is one in the text.
    pub fn tags(&self, i: usize) -> Option<Tag> {
        self.text.tags.get(i).copied()
    }
}

//! Noun phrases: from the determiner to the head in one pass; what hangs on the head on demand.

use std::ops::Range;

use super::Phrases;
use crate::lexicon::list::List;
use crate::lexicon::{
    ARTICLE, FEMININE, GROUP, INSIDER, MASCULINE, ORGANISATION, OUTLET, PARTY, PLACE, ROLE, TIME,
    TITLE,
};
use crate::text::tag::Tag;

/// A noun phrase: "the two former ministers", "Ada Roe", "she". What hangs on its head ("of Nara", "who left")
/// is no part of it; [`Phrases::whole`] has that too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// Its first token.
    pub start: usize,
    /// The token of its head: the last noun or name, a pronoun.
    pub head: usize,
    /// One past the last token.
    pub end: usize,
}

impl NounPhrase {
    /// Its tokens.
    pub fn words(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// A noun phrase as it is kept: a text of short phrases has one for every third byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    start: u32,
    head: u32,
    end: u32,
}

impl Kept {
    fn new(phrase: NounPhrase) -> Kept {
        let NounPhrase { start, head, end } = phrase;
        Kept {
            start: start as u32,
            head: head as u32,
            end: end as u32,
        }
    }

    /// One past its last token.
    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// The phrase.
    pub(super) fn phrase(self) -> NounPhrase {
        NounPhrase {
            start: self.start as usize,
            head: self.head as usize,
            end: self.end as usize,
        }
    }
}

/// How a noun phrase opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// By none: "ministers", "Ada Roe".
    None,
    /// "the".
    Definite,
    /// "a", "an".
    Indefinite,
    /// "his", "the mayor's".
    Possessive,
    /// "this", "some", "no".
    Other,
}

/// About how many tokens news has for each noun phrase.
const TOKENS_A_PHRASE: usize = 3;

/// The most tokens of a noun phrase.
const LONGEST: usize = 24;

/// Nouns that stand before a name as a part of its phrase: "minister Ada Roe", "the newspaper Tide".
const BEFORE_NAME: crate::lexicon::Classes = ROLE
    .or(TITLE)
    .or(INSIDER)
    .or(GROUP)
    .or(MASCULINE)
    .or(FEMININE)
    .or(ORGANISATION)
    .or(OUTLET)
    .or(PARTY)
    .or(PLACE);

/// The noun phrases of the text, in order.
pub(super) fn read(phrases: &Phrases) -> Vec<Kept> {
    let tags = &phrases.text.tags;
    let mut found = Vec::with_capacity(tags.len() / TOKENS_A_PHRASE);
    let mut i = 0;
    while i < tags.len() {
        match tags[i] {
            Tag::Pron | Tag::ObjPron => {
                let (start, head, end) = (i, i, i + 1);
                found.push(Kept::new(NounPhrase { start, head, end }));
                i = end;
            }
            tag if tag.nominal() && tag != Tag::Gen => match phrase(phrases, i) {
                Some(phrase) => {
                    i = phrase.end;
                    found.push(Kept::new(phrase));
                }
                None => i += 1,
            },
            _ => i += 1,
        }
    }
    found
}

/// The noun phrase that opens at `start`, if one does: as far as its words can belong together.
fn phrase(phrases: &Phrases, start: usize) -> Option<NounPhrase> {
    let tokens = &phrases.text.tokens;
    let tags = &phrases.text.tags;
    let limit = tags.len().min(start + LONGEST);
    let mut head = None;
    let mut end = start;
    let mut i = start;
    while i < limit {
        if i > start && (tokens[i].opens_block || phrases.parts(start, i)) {
            break;
        }
        let before = (i > start).then(|| tags[i - 1]);
        let next = |k: usize| tags.get(i + k).copied();
        let go = match tags[i] {
            // "all the ministers", "half his men"; not "told the mayor the road".
            Tag::Det | Tag::Poss => before.is_none_or(|t| matches!(t, Tag::Det)),
            Tag::Gen => matches!(before, Some(Tag::Noun | Tag::Name)) || phrases.closes(i - 1),
            Tag::Name => {
                before != Some(Tag::Noun)
                    || tokens[i - 1].is_any(BEFORE_NAME) && !tokens[i - 1].is(TIME)
                    || tokens[i].is(TIME)
            }
            // "Tuesday officials": what a day dates is another phrase.
            // "a Tuesday meeting" is one.
            Tag::Noun => {
                let dated = i > start && tokens[i - 1].is(TIME) && before == Some(Tag::Name);
                !dated || tags[start] == Tag::Det
            }
            Tag::Num => before != Some(Tag::Noun),
            Tag::Adj => {
                !matches!(before, Some(Tag::Noun | Tag::Name)) || {
                    // "the most wanted", "Roe senior": it opens nothing unless a noun follows.
                    matches!(next(1), Some(Tag::Noun | Tag::Name)) && before != Some(Tag::Noun)
                }
            }
            // "the worried investors", "two warring clans", "a newly built mill"
            Tag::Past | Tag::Ing => {
                before.is_some_and(|t| {
                    matches!(
                        t,
                        Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num | Tag::Adv
                    )
                }) && matches!(next(1), Some(Tag::Noun | Tag::Name | Tag::Adj))
            }
            Tag::Adv => {
                before.is_some_and(|t| matches!(t, Tag::Det | Tag::Poss | Tag::Gen))
                    && matches!(next(1), Some(Tag::Adj | Tag::Past | Tag::Ing | Tag::Num))
            }
            // "the black and white flag"
            Tag::Coord => {
                before == Some(Tag::Adj)
                    && next(1) == Some(Tag::Adj)
                    && matches!(next(2), Some(Tag::Noun))
            }
            Tag::Mark => {
                phrases.is_light(i)
                    && i + 1 < limit
                    && (tags[i + 1].nominal() && !matches!(tags[i + 1], Tag::Det | Tag::Poss)
                        || phrases.closes(i) && tags[i + 1] == Tag::Gen)
            }
            _ => false,
        };
        if !go {
            break;
        }
        if matches!(
            tags[i],
            Tag::Noun | Tag::Name | Tag::Num | Tag::Adj | Tag::Past | Tag::Ing
        ) {
            let noun = matches!(tags[i], Tag::Noun | Tag::Name);
            // "two thirds", "the poor": a number or an adjective heads where no noun follows.
            if noun
                || head.is_none_or(|h: usize| {
                    !matches!(tags[h], Tag::Noun | Tag::Name) || tags[i - 1] == Tag::Gen
                })
            {
                head = Some(i);
            }
            end = i + 1;
        }
        i += 1;
    }
    // "this", "those" stand by themselves; an article does not.
    let alone = tags[start] == Tag::Det && !tokens[start].is(ARTICLE);
    // "is red": an adjective by itself names nothing.
    let names =
        |h: &usize| !matches!(tags[*h], Tag::Adj | Tag::Past | Tag::Ing) || tags[start] != Tag::Adj;
    let head = head.filter(names).or(alone.then_some(start))?;
    let end = end.max(head + 1);
    Some(NounPhrase { start, head, end })
}

impl Phrases<'_, '_> {
    /// Whether a quotation begins or ends between the tokens `from` and `i`: no phrase crosses its edge.
    #[inline]
    pub(super) fn parts(&self, from: usize, i: usize) -> bool {
        self.inside[from] != self.inside[i]
    }

    /// How `phrase` opens.
    pub fn determiner(&self, phrase: &NounPhrase) -> Determiner {
        if self.owner(phrase).is_some() || self.tag(phrase.start) == Tag::Poss {
            return Determiner::Possessive;
        }
        let opens = &self.text.tokens[phrase.start];
        match self.tag(phrase.start) {
            Tag::Det if !opens.is(ARTICLE) => Determiner::Other,
            Tag::Det if self.text.bytes(phrase.start)[0].eq_ignore_ascii_case(&b't') => {
                Determiner::Definite
            }
            Tag::Det => Determiner::Indefinite,
            _ => Determiner::None,
        }
    }

    /// Who owns what `phrase` names: "the mayor" of "the mayor's office".
    pub fn owner(&self, phrase: &NounPhrase) -> Option<Range<usize>> {
        let genitive = phrase.words().rev().find(|i| self.tag(*i) == Tag::Gen)?;
        (genitive > phrase.start).then_some(phrase.start..genitive)
    }

    /// The words between determiner and head: "two former" of "the two former ministers".
    pub fn modifiers(&self, phrase: &NounPhrase) -> Range<usize> {
        let from = phrase
            .words()
            .rev()
            .find(|i| matches!(self.tag(*i), Tag::Det | Tag::Poss | Tag::Gen));
        from.map_or(phrase.start, |i| i + 1).min(phrase.head)..phrase.head
    }

    /// The numeral that counts the head: "two" of "the two former ministers".
    pub fn number(&self, phrase: &NounPhrase) -> Option<usize> {
        self.modifiers(phrase).find(|i| self.tag(*i) == Tag::Num)
    }

    /// Whether the head is more than one, by its form, its class or its numeral.
    pub fn is_plural(&self, phrase: &NounPhrase) -> bool {
        let word = self.text.word(phrase.head);
        let words = self.words();
        let ends = |list: List| list.iter().any(|ending| word.ends_with(ending));
        let plural = ends(words.plural_ending) && !ends(words.no_plural_ending);
        match self.tag(phrase.head) {
            Tag::Noun => {
                plural || self.text.tokens[phrase.head].is(GROUP) || self.number(phrase).is_some()
            }
            _ => false,
        }
    }

    /// What of `phrase` is a name: "Ada Roe" of "minister Ada Roe".
    pub fn name_in(&self, phrase: &NounPhrase) -> Option<Range<usize>> {
        let name = |i: &usize| self.tag(*i) == Tag::Name || self.is_light(*i);
        let from = self.owner(phrase).map_or(phrase.start, |o| o.end + 1);
        let start = (from..=phrase.head).rev().take_while(name).last()?;
        (self.tag(phrase.head) == Tag::Name).then_some(start..phrase.head + 1)
    }

    /// The end of the noun phrase that opens at `from`, its of-phrases included: where a second phrase,
    /// a mark or a verb begins.
    pub fn phrase_end(&self, from: usize, end: usize) -> usize {
        let mut i = from;
        while i < end {
            if self.quotation(i).is_some() {
                break;
            }
            let before = (i > from).then(|| self.tag(i - 1));
            let go = match self.tag(i) {
                Tag::Det | Tag::Poss => !matches!(before, Some(Tag::Noun | Tag::Name | Tag::Num)),
                Tag::Name => !matches!(before, Some(Tag::Noun)) || self.is_time_word(i),
                Tag::Noun | Tag::Adj | Tag::Num | Tag::Gen => true,
                Tag::Ing | Tag::Past => {
                    i == from || matches!(before, Some(Tag::Det | Tag::Adj | Tag::Prep))
                }
                Tag::ObjPron => i == from,
                Tag::Prep => {
                    i > from && !self.is(i, self.words().topic) && !self.is(i, self.words().goal)
                }
                Tag::Coord => {
                    self.tags(i + 1).is_some_and(|t| t.nominal())
                        && before.is_some_and(Tag::nominal)
                        && self.is(i, self.words().joins_objects)
                        && !self.clause_at(i + 1, end.min(i + 6))
                }
                Tag::Mark => self.is_light(i),
                _ => false,
            };
            if !go {
                break;
            }
            i += 1;
        }
        i.max(from + usize::from(from < end))
    }

    /// The end of the addressee that opens at `from`: "told [reporters] that", "told [CNN] he".
    pub fn addressee_end(&self, from: usize, end: usize) -> usize {
        let mut i = from;
        while i < end {
            if self.quotation(i).is_some() {
                break;
            }
            let before = (i > from).then(|| self.tag(i - 1));
            let go = match self.tag(i) {
                Tag::Det | Tag::Poss => !matches!(
                    before,
                    Some(Tag::Noun | Tag::Name | Tag::Num | Tag::ObjPron)
                ),
                // "told Tide correspondent Ada Roe that"
                Tag::Name => {
                    before != Some(Tag::Noun)
                        || self.is_time_word(i)
                        || self.text.tokens[i - 1].is_any(ROLE.or(OUTLET))
                            && self.is_told_name(i, end)
                }
                Tag::Noun => true,
                Tag::Adj | Tag::Num => !matches!(before, Some(Tag::Noun)),
                Tag::Gen => true,
                Tag::Prep => i > from && !self.is(i, self.words().topic),
                Tag::ObjPron => matches!(before, Some(Tag::Prep)),
                // "told reporters outside a polling place"
                Tag::Ing => i == from || self.text.tokens[i - 1].is(ARTICLE),
                Tag::Coord => {
                    self.is(i, self.words().joins_objects)
                        && self.tags(i + 1).is_some_and(Tag::nominal)
                }
                Tag::Mark => self.is_light(i),
                Tag::Adv => true,
                _ => false,
            };
            if !go {
                break;
            }
            i += 1;
        }
        i
    }

    /// Whether the names from `i` on are whom it is told, behind a role, not the subject of what is told.
    fn is_told_name(&self, i: usize, end: usize) -> bool {
        let past = (i..end).find(|k| self.tag(*k) != Tag::Name).unwrap_or(end);
        !self.finite(past) && self.tag(past) != Tag::Adv
    }
}

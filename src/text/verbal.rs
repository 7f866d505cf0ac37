//! Tags of words that are verbs, or verbs and nouns: by what stands before them and what follows.

use super::tag::Tag;
use super::tagger::{CLOSED, Spot};
use super::token::{Kind, Shape, Token};
use crate::lexicon::list::{List, ends};
use crate::lexicon::lists::text::Pairs;
use crate::lexicon::*;

impl Spot<'_> {
    /// The tag of a word that the tables know as a form of a verb.
    pub(super) fn verb(&self, classes: Classes, next: Option<&Token>) -> Tag {
        let word = self.word();
        let lists = &self.language.text;
        let ing = ends(word, lists.ing_ending);
        if ing && (word.len() > 5 || !classes.intersects(VERB.or(VERB_OR_NOUN))) {
            return Tag::Ing;
        }
        if classes.intersects(PAST) {
            return self.past_form(next);
        }
        let subject = self.word_before_adverbs();
        let held = subject.map(|k| self.tags[k]);
        if matches!(
            held,
            Some(Tag::To | Tag::Modal | Tag::Do | Tag::Pron | Tag::Rel)
        ) {
            return Tag::Verb;
        }
        // "have run the numbers": the participle is the base form.
        if held == Some(Tag::Have) && lists.same_participle.has(self.word()) {
            return Tag::Past;
        }
        // "papers, think tanks and ministries"
        if self.opens(lists.noun_before) {
            return Tag::Noun;
        }
        // "a source close to him"
        if held == Some(Tag::Noun) && self.opens(lists.adjective_before) {
            return Tag::Adj;
        }
        if self.speaks_for_counted() {
            return Tag::Verb;
        }
        // "the executive says": no adjective then.
        let third = self.before == Some(Tag::Adj)
            && !classes.intersects(VERB_OR_NOUN)
            && ends(word, lists.s_ending);
        if third {
            return Tag::Verb;
        }
        // "the report of 2023 says": a year counts nothing, and the report is what says it.
        let year = self.is_behind_year();
        let subject = if year { self.i.checked_sub(3) } else { subject };
        if !year
            && matches!(
                self.before,
                Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num)
            )
        {
            return Tag::Noun;
        }
        if !classes.intersects(VERB_OR_NOUN) {
            return Tag::Verb;
        }
        self.verb_or_noun(next, subject)
    }

    /// Whether a year with its preposition stands right before: "of 2023".
    fn is_behind_year(&self) -> bool {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        i > 2
            && tokens[i - 1].kind == Kind::Number
            && tokens[i - 1].span.len() == 4
            && tags[i - 2] == Tag::Prep
            && !tokens[i - 2].opens_block
    }

    /// The last token of the block before this one that is no adverb: the subject's head, or what governs the verb.
    fn word_before_adverbs(&self) -> Option<usize> {
        let mut k = self.i;
        while !self.tokens[k].opens_block {
            k = k.checked_sub(1)?;
            if !matches!(self.tags[k], Tag::Adv | Tag::Neg) {
                return Some(k);
            }
        }
        None
    }

    /// A past form is a verb, or describes the noun of the phrase that it stands in.
    fn past_form(&self, next: Option<&Token>) -> Tag {
        let Spot {
            tokens, i, before, ..
        } = *self;
        // "All said they were late": no "said" pilots; "some told the mayor".
        let lone = i > 0
            && before == Some(Tag::Det)
            && !tokens[i - 1].is_any(ARTICLE.or(POSSESSIVE))
            && next.is_some_and(|n| n.is_any(PRONOUN.or(ARTICLE).or(RELATIVE).or(OBJECT_PRONOUN)));
        let describes = matches!(before, Some(Tag::Det | Tag::Poss | Tag::Gen))
            && next.is_some_and(|n| {
                // "its proposed $9 sale"
                n.is_word() && !n.is_any(PREPOSITION) || n.is_any_mark(&['$', '£', '€'])
            });
        if describes && !lone {
            Tag::Adj
        } else {
            Tag::Past
        }
    }

    /// "four in ten say": what is counted has a plural. "another says", "some say"
    fn speaks_for_counted(&self) -> bool {
        let lists = &self.language.text;
        match self.before {
            Some(Tag::Num) => lists.said_by_number.has(self.word()),
            Some(Tag::Det) => {
                self.i > 0
                    && !self.tokens[self.i - 1].is(ARTICLE)
                    && lists.said_by_determiner.has(self.word())
            }
            _ => false,
        }
    }

    /// The tag of a word that is as often a noun, behind `subject`: a verb where something tells so.
    fn verb_or_noun(&self, next: Option<&Token>, subject: Option<usize>) -> Tag {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        // "a June report"
        let dated = i > 1 && tokens[i - 1].is(MONTH) && tags[i - 2] == Tag::Det;
        if dated || matches!(self.before, None | Some(Tag::Prep)) {
            return Tag::Noun;
        }
        if self.language.text.region.has(self.word()) && !region_says(tokens, i) {
            return Tag::Noun;
        }
        let third = ends(self.word(), self.language.text.s_ending);
        if self.shown_by_document(third, subject)
            || third && self.inverted(next)
            // "The study points out that"
            || self.particle_follows()
        {
            return Tag::Verb;
        }
        let held = subject.map(|k| tags[k]);
        let noun_before = matches!(held, Some(Tag::Noun | Tag::Name));
        // "The bank forecast that wages would rise": the past form is the base form.
        if noun_before
            && self.language.text.same_past.has(self.word())
            && self.object_clause_follows()
        {
            return Tag::Past;
        }
        // "Roe notes, “…”", "The Tide reports:"
        let unknown = |k: usize| tokens[k].capital() && !tokens[k].known;
        let named = held == Some(Tag::Name) || subject.is_some_and(unknown);
        if third && named && tokens[i].cue > 0 && self.leads_to_words() {
            return Tag::Verb;
        }
        // "the reality show": a singular has no base form for its verb.
        let plural_before =
            held == Some(Tag::Noun) && !third && subject.is_some_and(|k| self.plural(k));
        let agrees = plural_before || noun_before && third;
        if (agrees || matches!(held, Some(Tag::Name | Tag::Coord)))
            && self.object_follows(third, next, subject)
            || agrees && self.trails(next)
            || third && (agrees || named) && tokens[i].cue > 0 && self.plural_object_follows()
        {
            return Tag::Verb;
        }
        Tag::Noun
    }

    /// "records show", "the survey finds": what is written holds no shows.
    fn shown_by_document(&self, third: bool, subject: Option<usize>) -> bool {
        subject.is_some_and(|k| {
            self.tokens[k].is(DOCUMENT)
                && (third || self.plural(k))
                && self.language.text.shown_by_document.has(self.word())
        })
    }

    /// "The site was cleaned, reports Wee."
    fn inverted(&self, next: Option<&Token>) -> bool {
        let Spot { tokens, i, .. } = *self;
        i > 0
            && matches!(tokens[i - 1].kind, Kind::Mark(',' | '”' | '"'))
            && tokens[i].cue > 0
            && next.is_some_and(|n| n.capital() && !n.is_any(CLOSED) || n.is(ARTICLE))
    }

    /// "The union demands answers.": whether a plural alone follows, and a mark.
    fn plural_object_follows(&self) -> bool {
        let at = |k: usize| self.tokens.get(self.i + k).filter(|t| !t.opens_block);
        let ends = at(2).is_none_or(|t| matches!(t.kind, Kind::Mark('.' | ',' | ';')));
        // "an analysis of reports shows."
        let shown = self.tokens[self.i].is(DOCUMENT) && at(1).is_some_and(|t| t.cue > 0);
        ends && !shown
            && at(1).is_some_and(|t| t.shape == Shape::Lower && !t.is_any(CLOSED))
            && self.plural(self.i + 1)
    }

    /// Whether what follows is an object, or a clause that is one.
    fn object_follows(&self, third: bool, next: Option<&Token>, subject: Option<usize>) -> bool {
        const OPENS_OBJECT: Classes = DETERMINER
            .or(POSSESSIVE)
            .or(PRONOUN)
            .or(OBJECT_PRONOUN)
            .or(INTERROGATIVE);
        let Some(n) = next else { return false };
        let that = n.span.len() == 4 && n.is(RELATIVE);
        // "states that have": the clause of a noun.
        let auxiliary = |t: &Token| t.is_any(BE.or(HAVE).or(MODAL).or(DO));
        if that && self.tokens.get(self.i + 2).is_some_and(auxiliary) {
            return false;
        }
        // "to" is the only preposition of two letters that opens no sentence.
        let to = || {
            n.is(PREPOSITION)
                && n.span.len() == 2
                && n.known
                && matches!(n.kind, Kind::Word)
                && !n.is(OPENER)
                && !n.is(SUBORDINATOR)
        };
        let plural = |k: usize| self.plural(k) && !self.tokens[k].is(PLACE);
        n.is_any(OPENS_OBJECT)
            || that
            || to()
            || matches!(n.kind, Kind::Mark('“' | '"' | '‘'))
            || n.capital() && (third || subject.is_some_and(plural))
    }

    /// Whether the noun at token `k` is a plural, by its ending or its class.
    fn plural(&self, k: usize) -> bool {
        let word = self.word_at(k);
        let lists = &self.language.text;
        ends(word, lists.s_ending) && !ends(word, lists.no_s_ending)
            || self.tokens[k].is(GROUP)
            || lists.plural.has_any_case(word)
    }

    /// Whether the particle stands right behind the word that makes a verb of it.
    fn particle_follows(&self) -> bool {
        let lists = &self.language.text;
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        let next = next.map(|t| t.span.bytes_of(&self.document.text));
        lists.with_particle.has(self.word()) && next.is_some_and(|word| lists.particle.has(word))
    }

    /// Whether "that" stands right behind the word, and no verb behind that: "forecast that wages".
    fn object_clause_follows(&self) -> bool {
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        let verb = BE.or(HAVE).or(MODAL).or(DO);
        next.is_some_and(|n| n.is(RELATIVE) && n.is(DETERMINER))
            && self.tokens.get(self.i + 2).is_some_and(|t| !t.is_any(verb))
    }

    /// Whether a quotation stands behind the word's comma, or its colon ends the block.
    fn leads_to_words(&self) -> bool {
        let at = |k: usize| self.tokens.get(self.i + k).filter(|t| !t.opens_block);
        let quotes = at(2).is_some_and(|t| t.is_any_mark(&['“', '"']));
        // "The UN estimates at least 4,000 people have fled."
        let measured = at(1).is_some_and(|t| {
            let word = t.span.bytes_of(&self.document.text);
            self.language.attribution.measure.has(word)
        }) && (2..4).any(|k| at(k).is_some_and(|t| matches!(t.kind, Kind::Number)));
        measured
            || at(1).is_some_and(|t| t.is_mark(',')) && quotes
            || at(1).is_some_and(|t| t.is_mark(':')) && (quotes || at(2).is_none())
    }

    /// Whether the word and the next one of the block are one of `pairs`.
    fn opens(&self, pairs: Pairs) -> bool {
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        let next = next.map(|t| t.span.bytes_of(&self.document.text));
        let pair = |(first, second): &(List, List)| {
            first.has(self.word()) && next.is_some_and(|word| second.has(word))
        };
        pairs.iter().any(pair)
    }

    /// Whether the cue here ends its sentence right after a comma and a short noun phrase: "Levee was
    /// weak, study shows".
    fn trails(&self, next: Option<&Token>) -> bool {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        let ends = next.is_none_or(|n| matches!(n.kind, Kind::Mark('.')));
        if !ends || tokens[i].cue == 0 {
            return false;
        }
        let start = i - tags[..i]
            .iter()
            .rev()
            .take(4)
            .take_while(|t| t.nominal())
            .count();
        // "…, boat shows" names nobody who could show it.
        let speaks = tokens[i - 1].capital()
            || tokens[i - 1].is_any(DOCUMENT.or(ORGANISATION).or(ROLE).or(INSIDER).or(OUTLET));
        let quoted = start > 1
            && tokens[start - 1].is_any_mark(&['”', '"'])
            && tokens[start - 2].is_mark(',');
        speaks && start > 0 && (tokens[start - 1].is_mark(',') || quoted)
    }
}

/// Whether the word at `i`, which is a region far more often than a verb, says something: "The rule states that", "states: ".
pub(super) fn region_says(tokens: &[Token], i: usize) -> bool {
    // "…, the report states"
    let written = i > 0 && tokens[i - 1].is(DOCUMENT);
    let leads = |n: &Token| n.is(RELATIVE) && n.is(DETERMINER) || n.is_any_mark(&[':', '“', '"']);
    written
        || tokens
            .get(i + 1)
            .is_some_and(|n| !n.opens_block && leads(n))
}

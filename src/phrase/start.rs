//! Where a noun phrase begins, read backwards from its end: over its modifiers, of-phrases, participles,
//! parentheses and relative clauses.

use std::ops::Range;

use super::noun::NounPhrase;
use super::{Phrases, edge};
use crate::lexicon::list::ends_in;
use crate::lexicon::{ARTICLE, PARTITIVE, ROLE, TITLE};
use crate::text::tag::Tag;

/// How far before the second of two participles, in tokens, the first stands at most.
const FARTHEST_JOINED: usize = 16;

/// The noun phrase that is being read backwards: what of it is known so far.
#[derive(Clone, Copy)]
struct Known {
    start: usize,
    end: usize,
    /// Where the search ends.
    floor: usize,
    /// From here to the end no second phrase begins.
    alone: usize,
}

impl Phrases<'_, '_> {
    /// The start of the noun phrase that ends right before `end`, if one does.
    pub fn phrase_start(&self, end: usize, floor: usize) -> Option<usize> {
        let mut known = Known {
            start: end,
            end,
            floor,
            alone: end,
        };
        while known.start > floor
            && let Some(start) = self.start_with_token_before(&mut known)
        {
            known.start = start;
        }
        known.start = self.without_loose_front(known);
        let names = |tag| {
            use Tag::*;
            matches!(tag, Noun | Name | Num | Adj | Ing | Past | ObjPron)
        };
        if !(known.start..end).any(|i| names(self.tag(i))) {
            return None;
        }
        known.start = self.quantity_front(known.start, floor);
        self.past_adverbial(known)
    }

    /// Where the phrase begins if the token before what is known belongs to it: at that token, or farther on where
    /// it closes a parenthesis or a relative clause.
    fn start_with_token_before(&self, known: &mut Known) -> Option<usize> {
        let Known {
            start, end, floor, ..
        } = *known;
        let words = self.words();
        let at = start - 1;
        if self.quotation(at).is_some() {
            return None;
        }
        let previous = self.tag_before(at, floor);
        if let Some(start) = self.start_past(at, *known) {
            return Some(start);
        }
        let belongs = match self.tag(at) {
            t if t.nominal() => !self.parts_phrases(at, *known),
            // "most of them said", "the firm itself said"
            Tag::ObjPron => {
                previous == Some(Tag::Prep)
                    || start == end && self.nominal_before(at, floor) && self.is(at, words.emphatic)
            }
            Tag::Past if start == end && self.ends_with_polled(at, floor) => true,
            // "those polled said", "those who left said"
            // "…, she and another miller said"; not "she and her aides", whose nobody could tell then.
            Tag::Pron => {
                start < end
                    && (matches!(self.tag(start), Tag::Past | Tag::Rel) && self.is(at, words.those)
                        || self.tag(start) == Tag::Coord && self.opens_subject(at, floor))
            }
            Tag::Prep => return self.start_with_preposition(at, known),
            // "a grower who left and who asked not to be named said"
            Tag::Coord => {
                start < end
                    && self.nominal_before(at, floor)
                    && (self.tag(start) == Tag::Rel
                        || self.joins_subjects(at, floor)
                        || self.is_inside_name(at))
            }
            Tag::Adv => return self.start_with_adverb(at, *known),
            Tag::Ing | Tag::Past if self.may_be_participle(at, *known) => {
                return self.start_with_participle(at, *known);
            }
            Tag::Mark if self.mark(at) == Some(')') => return self.bracket_before(at + 1, floor),
            Tag::Mark => self.is_light(at),
            // A relative clause inside the subject: "people who saw the memo said".
            t if t.verbal() => return self.clause_before(at, floor),
            _ => false,
        };
        belongs.then_some(at)
    }

    /// "a plan the council said was bad": whether the article or possessive that the known words open with begins a phrase
    /// of its own behind the noun at `at`.
    fn parts_phrases(&self, at: usize, known: Known) -> bool {
        let Known { start, end, .. } = known;
        start + 1 < end
            && (self.text.tokens[start].is(ARTICLE) || self.tag(start) == Tag::Poss)
            && self.tag(at) == Tag::Noun
            // "Save the Mill"
            && !(self.text.tokens[at].capital() && self.text.tokens[start + 1].capital())
            // "port spokesman the Rev. Ada Roe"
            && !self.text.tokens[start + 1].is(TITLE)
    }

    /// Where the clause opens that describes the noun before it and has its verb at `verb`: a relative clause, or one
    /// without its pronoun: "people I spoke with".
    fn clause_before(&self, verb: usize, floor: usize) -> Option<usize> {
        let contact = || {
            let verbal = |i: &usize| self.tag(*i).verbal() || self.tag(*i) == Tag::Adv;
            let subject = (floor + 1..verb).rev().find(|i| !verbal(i))?;
            let noun = self.noun_phrase_before(subject)?;
            let people = self.text.tokens[noun.head].is(ROLE) || self.is_plural(&noun);
            let described = people && self.tag(noun.head) == Tag::Noun;
            (self.tag(subject) == Tag::Pron && described).then_some(subject)
        };
        self.relative_before(verb, floor).or_else(contact)
    }

    /// Where the phrase goes on before two words of its own that none other has: "people close to the mayor said",
    /// "those who know her said".
    fn start_past(&self, at: usize, known: Known) -> Option<usize> {
        let Known {
            start, end, floor, ..
        } = known;
        let to = start < end && at > floor + 1 && matches!(self.tag(at), Tag::To | Tag::Prep);
        if to && self.is(at - 1, self.words().near) && self.nominal_before(at - 1, floor) {
            return Some(at - 1);
        }
        // "one grower not on the list said"
        let negated = start < end && self.tag(at) == Tag::Prep && at > floor + 1;
        if negated && self.tag(at - 1) == Tag::Neg && self.nominal_before(at - 1, floor) {
            return Some(at - 1);
        }
        // "those who have seen him at the dam said"
        let object = self.tag(at) == Tag::ObjPron || start == end && self.tag(at) == Tag::Poss;
        let verb = object && self.tag_before(at, floor).is_some_and(Tag::verbal);
        verb.then(|| self.relative_before(at - 1, floor)).flatten()
    }

    /// Whether the conjunction at `at` stands inside the name of a body: "Organization for Cooperation and Development".
    fn is_inside_name(&self, at: usize) -> bool {
        let common = |i: usize| {
            self.tag(i) == Tag::Name && ends_in(self.text.bytes(i), self.words().abstract_endings)
        };
        at > 0 && common(at - 1) && at + 1 < self.text.tokens.len() && common(at + 1)
    }

    /// The tag before `at`, not before `floor`.
    fn tag_before(&self, at: usize, floor: usize) -> Option<Tag> {
        (at > floor).then(|| self.tag(at - 1))
    }

    /// Whether the pronoun at `at` opens what it stands in.
    fn opens_subject(&self, at: usize, floor: usize) -> bool {
        self.tag(at + 2) != Tag::Poss
            && (at == floor
                || self.quotation(at - 1).is_some()
                || matches!(self.tag(at - 1), Tag::Mark | Tag::Sub | Tag::That))
    }

    /// Whether a noun phrase may end right before `at`.
    fn nominal_before(&self, at: usize, floor: usize) -> bool {
        let tag = |t: Tag| t.nominal() || matches!(t, Tag::ObjPron | Tag::Pron);
        // "familiar with the planning for May"
        let gerund = at > floor + 1
            && self.tag(at - 1) == Tag::Ing
            && matches!(self.tag(at - 2), Tag::Det | Tag::Poss | Tag::Gen);
        self.tag_before(at, floor).is_some_and(tag)
            || gerund
            || at > floor && (self.mark(at - 1) == Some(')') || self.is_light(at - 1))
    }

    /// Where the phrase begins if it goes on before the preposition at `at`.
    fn start_with_preposition(&self, at: usize, known: &mut Known) -> Option<usize> {
        let Known {
            start, end, floor, ..
        } = *known;
        // "people I spoke with said"
        if start >= end {
            let verb = self.verb_before(at, floor)?;
            return self.clause_before(verb, floor);
        }
        // "those who heard directly from the firm": the relative clause whose verb has the preposition.
        if let Some(verb) = self.verb_before(at, floor)
            && let Some(clause) = self.clause_before(verb, floor)
        {
            return Some(clause);
        }
        // "a study led by Ada Roe and funded by the port", "a letter seen by two growers and sent to the mayor"
        let verb = (self.verb_before(at, floor))
            .filter(|v| *v > floor && self.tag(*v) == Tag::Past && self.tag(v - 1) == Tag::Coord);
        let joined = verb.and_then(|v| self.participle_joined(v - 1, floor));
        if joined.is_some() && self.is_alone(known) {
            return joined;
        }
        let belongs = if self.nominal_before(at, floor) {
            !self.opens_clause(at)
        } else {
            // "nine out of ten", "most of them"
            let counted =
                at > floor && (self.is(at - 1, self.words().out) || self.is_most_of(at - 1));
            counted || self.follows_participle_of_noun(at, floor) && self.is_alone(known)
        };
        belongs.then_some(at)
    }

    /// The participle that describes the noun right before it, and to which the conjunction at `joint` joins another:
    /// "led" of "a study led by Ada Roe and funded by the port".
    fn participle_joined(&self, joint: usize, floor: usize) -> Option<usize> {
        let reach = floor.max(joint.saturating_sub(FARTHEST_JOINED));
        let own = |i: &usize| {
            let comma = self.mark(*i).is_some() && !self.is_light(*i);
            self.quotation(*i).is_none() && !comma && self.tag(*i) != Tag::Coord && !self.finite(*i)
        };
        let describes = |i: &usize| {
            self.tag(*i) == Tag::Past && matches!(self.tag(i - 1), Tag::Noun | Tag::Name)
        };
        (reach + 1..joint)
            .rev()
            .take_while(|i| own(i) || describes(i))
            .find(describes)
    }

    /// Whether no second phrase begins in what is known, of which a part may have been looked through already.
    fn is_alone(&self, known: &mut Known) -> bool {
        let alone = self.second_phrase(known.start, known.alone).is_none();
        if alone {
            known.alone = known.alone.min(known.start + 1);
        }
        alone
    }

    /// Where the phrase begins if the adverb at `at` belongs to it.
    fn start_with_adverb(&self, at: usize, known: Known) -> Option<usize> {
        let Known {
            start, end, floor, ..
        } = known;
        // "the logger who stayed back said"
        if start == end {
            let verb = self.verb_before(at + 1, floor)?;
            return self.relative_before(verb, floor);
        }
        let inside = matches!(
            self.tag_before(at, floor),
            Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Noun)
        )
            // "a quarter of likely voters"
            || at > floor && self.is(at - 1, self.words().of);
        let counted = self.is(at, self.words().out) && self.nominal_before(at, floor);
        (inside || counted || self.is_most_of(at)).then_some(at)
    }

    /// Whether "most of" stands at `at`.
    fn is_most_of(&self, at: usize) -> bool {
        self.is(at, self.words().most) && self.is(at + 1, self.words().of)
    }

    /// Whether the verb's form at `at` may be a participle of the phrase: it is followed by words of the phrase, or
    /// stands before its end as an adjective does; "who" before it makes a clause.
    fn may_be_participle(&self, at: usize, known: Known) -> bool {
        let previous = self.tag_before(at, known.floor);
        previous != Some(Tag::Rel)
            && (known.start < known.end
                || matches!(previous, Some(Tag::Det | Tag::Adj | Tag::Gen | Tag::Poss)))
    }

    /// "four in ten voters polled said", "half of those asked said": whether the participle at `at` ends the phrase.
    fn ends_with_polled(&self, at: usize, floor: usize) -> bool {
        let words = self.words();
        self.is(at, words.polled) && self.nominal_before(at, floor)
            || at > floor && self.is(at - 1, words.those)
    }

    /// Where the phrase begins if the participle at `at` belongs to it.
    fn start_with_participle(&self, at: usize, known: Known) -> Option<usize> {
        let floor = known.floor;
        // "people who were there and saw it said", "a plan drawn up in May and backed by the mayor says"
        if self.tag_before(at, floor) == Some(Tag::Coord) {
            let joined = || self.participle_joined(at - 1, floor);
            return self.relative_before(at, floor).or_else(joined);
        }
        // "firms whose crews are currently using tar": the verb of a relative clause.
        if let Some(helper) = self.verb_before(at, floor)
            && matches!(self.tag(helper), Tag::Be | Tag::Have)
        {
            return self.relative_before(helper, floor);
        }
        self.participle_belongs(at, known).then_some(at)
    }

    /// Whether the participle at `at` belongs to the phrase.
    fn participle_belongs(&self, at: usize, known: Known) -> bool {
        let Known {
            start, end, floor, ..
        } = known;
        let previous = self.tag_before(at, floor);
        // "the worried investors"
        if matches!(
            previous,
            Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num)
        ) {
            return true;
        }
        let ing = self.tag(at) == Tag::Ing;
        if self.nominal_before(at, floor) {
            // "people living near", "a man briefed on the talks": the phrase goes on where the participle describes
            // a noun; a finite verb of another clause has an object instead.
            return if ing {
                self.tag(start) != Tag::Det
            } else {
                self.tag(start) == Tag::Prep || self.is_time(start) && self.tag(end) != Tag::Ing
            };
        }
        // "“…,” retired colonel Ada Roe said"
        let role = self.text.tokens[start].is(ROLE);
        // "United Nations spokesman Ito said"
        let named = previous.is_none() && self.tag(start) == Tag::Name && {
            let token = &self.text.tokens[at];
            token.capital() && token.cue == 0
        };
        (ing || role || named) && previous.is_none_or(|t| matches!(t, Tag::Mark | Tag::Prep))
    }

    /// The start of the phrase without the marks, conjunctions and adverbs at its front.
    fn without_loose_front(&self, known: Known) -> usize {
        let opens = |c| matches!(c, '“' | '"' | '‘' | '$' | '@' | '#');
        let loose = |i: &usize| {
            let mark = self.is_light(*i) && (self.closes(*i) || !self.mark(*i).is_some_and(opens));
            let word = matches!(self.tag(*i), Tag::Coord | Tag::Adv) && !self.is_most_of(*i);
            mark || word
        };
        (known.start..known.end)
            .find(|i| !loose(i))
            .unwrap_or(known.end)
    }

    /// The start of the phrase without the adverbial that leads its sentence: a phrase of a preposition, or a time.
    fn past_adverbial(&self, known: Known) -> Option<usize> {
        let Known {
            start, end, floor, ..
        } = known;
        let words = self.words();
        // "at least ten", "at 40 percent"
        let bounds_quantity = self.is(start + 1, words.least)
            || self.is(start + 1, words.many)
            || self.tags(start + 1) == Some(Tag::Num);
        // The object of a preposition is no subject: "In a statement the mayor said", "On Tuesday Ito said".
        let object =
            start > floor && self.tag(start - 1) == Tag::Prep && !self.opens_clause(start - 1);
        if object || self.tag(start) == Tag::Prep && !bounds_quantity {
            // "At the dam this week Ito said"
            let second = self.second_phrase(start, end);
            return second.map(|second| self.past_time(second, end).unwrap_or(second));
        }
        // "This morning the mayor said", "Two days ago Ito said"
        if let Some(dated) = self.past_time(start, end) {
            return Some(dated);
        }
        // "Last week the mayor said", "At that time the mayor said"
        let timed = self.is_time(start) || self.is(start, words.time_noun);
        let second = timed.then(|| self.second_phrase(start, end)).flatten();
        Some(second.unwrap_or(start))
    }

    /// Whether the preposition at `at` belongs to a participle that describes a noun: "people briefed on",
    /// "residents living near". Right before a cue it is no finite verb: the clause has one already.
    pub(super) fn follows_participle_of_noun(&self, at: usize, floor: usize) -> bool {
        at >= floor + 2
            && matches!(self.tag(at - 1), Tag::Past | Tag::Ing)
            && (matches!(self.tag(at - 2), Tag::Noun | Tag::Name)
                || self.is(at - 2, self.words().those))
    }

    /// Where a quantity at `i` begins, with what bounds it: "more than half of the voters", "about two-thirds".
    pub(super) fn quantity_front(&self, mut i: usize, floor: usize) -> usize {
        let words = self.words();
        // "as many as 40 percent"
        if i > floor
            && self.is(i - 1, words.as_many)
            && self.is(i, words.many)
            && self.is(i + 1, words.as_many)
        {
            return i - 1;
        }
        let at = i + usize::from(self.tag(i) == Tag::Det);
        let part = self.text.tokens.get(at).is_some_and(|t| t.is(PARTITIVE));
        let all = self.is(i, self.words().all) || self.is(at, self.words().all);
        let amount = self.tags(at) == Some(Tag::Num) || part || all;
        if !amount {
            return i;
        }
        let compared = i >= floor + 2
            && (self.is(i - 1, words.than) && self.is(i - 2, words.more)
                || self.is(i - 1, words.least) && self.is(i - 2, words.at));
        if compared {
            i -= 2;
        } else if i > floor && self.is(i - 1, words.roughly) {
            i -= 1;
        }
        if i > floor && self.is(i - 1, words.just) {
            i -= 1;
        }
        i
    }

    /// Where a noun phrase goes on that begins with a phrase of time, if that is more than its end: what the time dates.
    fn past_time(&self, start: usize, end: usize) -> Option<usize> {
        let time = self.time_end(start, end)?;
        let next = time + usize::from(self.is(time, self.words().ago));
        let opens = matches!(self.tag(next), Tag::Det | Tag::Poss | Tag::Name);
        // "last week's report", "the Tuesday Club": no time of what follows.
        let dates = next > start + 1 && !self.text.tokens[start].is(ARTICLE);
        (dates && opens && next < end).then_some(next)
    }

    /// Where the phrase starts whose university `campus` tells the place of: "those at the University of Texas, Austin".
    pub(super) fn past_campus(&self, campus: Range<usize>, floor: usize) -> Option<usize> {
        let comma = campus.start.checked_sub(1)?;
        let set_off = comma > floor && edge::parts_campus(self.text, comma);
        let whole = self.is(campus.end - 1, self.words().campus);
        (set_off && whole).then(|| self.phrase_start(comma, floor))?
    }

    /// Whether the name at `i` goes on with the phrase of the noun before it: "the journal Nara Letters", "by analyst Ada
    /// Roe"; not "at the hospital doctor Ada Roe".
    fn goes_on(&self, i: usize) -> bool {
        let role = |p: NounPhrase| {
            p.start < i && self.tag(p.start) != Tag::Det && !self.text.tokens[i].is(TITLE)
        };
        self.is(i - 1, self.words().periodical) || self.noun_phrase_at(i).is_some_and(role)
    }

    /// Where a second noun phrase starts inside `from..end`: at a determiner or name that cannot belong to
    /// the phrase before it.
    pub(super) fn second_phrase(&self, from: usize, end: usize) -> Option<usize> {
        (from + 1..end).find(|&k| {
            let before = self.tag(k - 1);
            match self.tag(k) {
                Tag::Det | Tag::Poss => {
                    matches!(before, Tag::Noun | Tag::Name | Tag::Num | Tag::Mark)
                }
                // "the journal Nara Letters" is one.
                Tag::Name => {
                    matches!(before, Tag::Noun | Tag::Num)
                        && !(before == Tag::Noun && self.goes_on(k))
                        || self.is_time(k - 1) && !self.is_time(k)
                        || self.text.tokens[k].is(TITLE) && before == Tag::Name
                }
                Tag::Noun => self.is_time(k - 1) && !self.is_time(k),
                _ => false,
            }
        })
    }
}

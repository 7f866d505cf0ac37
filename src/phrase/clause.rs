//! Clauses: where one opens, its verb, the relative clause that a verb stands in.

use std::ops::ControlFlow;

use super::Phrases;
use crate::text::tag::Tag;

/// The most tokens of a clause.
const LONGEST: usize = 60;

/// The most tokens before a clause's verb, and the most commas among them.
const LONGEST_OPENING: usize = 30;
const MOST_COMMAS: usize = 3;

/// What may be the opening of a clause, as far as it is read.
struct Opening {
    start: usize,
    /// Where the clause must have its verb before.
    end: usize,
    /// Whether something may be the subject.
    subject: bool,
    commas: usize,
    /// Whether a conjunction joins what stands here.
    listed: bool,
}

impl Phrases<'_, '_> {
    /// Where the clause ends whose subject or verb stands at `from`: at an end mark, at a comma behind its verb
    /// that opens what is no part of it, at a conjunction that opens a clause or goes on with another verb, at the
    /// verb of the clause around it, at the end of the block.
    pub fn clause_end(&self, from: usize) -> usize {
        let limit = self.text.tokens.len().min(from + LONGEST);
        let (mut verb, mut last) = (false, from);
        let mut i = from;
        while i < limit {
            if i > from && self.text.tokens[i].opens_block
                || self.parts(from, i) && self.quotation(i).is_none()
            {
                break;
            }
            if let Some(quote) = self.quotation(i).filter(|_| self.quotation(from).is_none()) {
                i = quote.end().max(i + 1);
                continue;
            }
            if self.is_end(i) || matches!(self.mark(i), Some(':' | '—' | '–' | ')')) {
                break;
            }
            if verb && self.mark(i) == Some(',') {
                break;
            }
            let tag = self.tag(i);
            if verb && tag == Tag::Coord && (self.second_verb(i) || self.clause_at(i + 1, limit)) {
                break;
            }
            if verb && tag == Tag::Sub {
                break;
            }
            if let Some(group) = self.verb_group_at(i).filter(|g| g.start == i || i == from) {
                // A second finite verb without a subject of its own is that of the clause around.
                let around = i == last
                    || self.tag(i.saturating_sub(1)).nominal() && self.tag(group.head) != Tag::Past;
                if verb && group.finite && around {
                    break;
                }
                last = group.end;
                verb |= group.finite;
                i = group.end.max(i + 1);
                continue;
            }
            i += 1;
        }
        i
    }

    /// Whether a clause opens at `i`: a subject and then a finite verb, before any mark that parts clauses.
    pub fn clause_at(&self, i: usize, end: usize) -> bool {
        if i >= end {
            return false;
        }
        if self.tag(i) == Tag::Pron {
            return self.pronoun_opens_clause(i);
        }
        // "having two mills made sense"
        let gerund = self.is_gerund(i);
        let mut opening = Opening {
            start: i,
            end,
            subject: gerund,
            commas: 0,
            listed: false,
        };
        let mut k = i + usize::from(gerund);
        while k < end && k < i + LONGEST_OPENING {
            match self.read_opening(&mut opening, k) {
                ControlFlow::Continue(next) => k = next,
                ControlFlow::Break(clause) => return clause,
            }
        }
        false
    }

    /// Whether the pronoun at `i` is the subject of a clause.
    fn pronoun_opens_clause(&self, i: usize) -> bool {
        self.tags(i + 1)
            .is_some_and(|t| t.finite() || matches!(t, Tag::Adv | Tag::Neg))
            || self.mark(i + 1).is_none()
            // "they, too, chose the ferry"
            || self.parenthesis(i + 1).is_some_and(|aside| self.finite(aside.end + 1))
            // "saying they “stemmed from the urgency” of it"
            || self.text.quote_at(i + 1).is_some_and(|q| q.open == i + 1)
    }

    /// Reads token `k` of what may be the opening of a clause: the token to read next, or whether it is one.
    #[inline]
    fn read_opening(&self, opening: &mut Opening, k: usize) -> ControlFlow<bool, usize> {
        if self.quotation(k).is_some() {
            // "told them Ito “has a plan”"
            let quoted = self.tag(k - 1).nominal() && self.finite(k + 1);
            return ControlFlow::Break(opening.subject && quoted);
        }
        match self.tag(k) {
            Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => {
                opening.subject = true;
            }
            // "told the Tide, adding nobody was hurt": the clause is the participle's.
            Tag::Pron => {
                // "added jobs in May, and they": the clause is another.
                let another = opening.listed && opening.commas > 0;
                let opens = !another && (opening.subject || opening.commas > 0);
                return ControlFlow::Break(opens && !self.comma_parts(opening));
            }
            // "confirmed the figures but would not …": a second verb of the cue's subject, and no clause.
            Tag::Coord if opening.subject && self.second_verb(k) => {
                return ControlFlow::Break(false);
            }
            Tag::Coord => opening.listed = true,
            Tag::Prep | Tag::Adv | Tag::Neg | Tag::That => {}
            Tag::Past if self.is_participle(k, opening.end) => {}
            Tag::Past | Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb => {
                return ControlFlow::Break(opening.subject && !self.comma_parts(opening));
            }
            Tag::Ing => opening.subject = true,
            Tag::Rel => return ControlFlow::Break(self.relative_then_verb(k, opening.end)),
            // "the decision to drop the inquiry had been taken": an infinitive that belongs to the noun.
            Tag::To if opening.subject && self.tags(k + 1) == Some(Tag::Verb) => {
                return ControlFlow::Continue(k + 2);
            }
            Tag::Mark if self.mark(k) == Some(',') => {
                opening.commas += 1;
                if opening.commas > MOST_COMMAS {
                    return ControlFlow::Break(false);
                }
            }
            Tag::Mark if matches!(self.mark(k), Some('(' | ')')) || self.is_light(k) => {}
            Tag::Mark => return ControlFlow::Break(false),
            _ if k > opening.start => return ControlFlow::Break(false),
            _ => {}
        }
        ControlFlow::Continue(k + 1)
    }

    /// Whether the past form at `k` is a participle that describes the noun before it: a preposition follows, and
    /// the clause's own verb.
    fn is_participle(&self, k: usize, end: usize) -> bool {
        let finite = |m| self.tag(m).finite() && self.mark(m).is_none();
        self.tags(k + 1) == Some(Tag::Prep) && (k + 1..end.min(k + 14)).any(finite)
    }

    /// Whether a comma parts what opens from the verb: "the report, the council raised". An apposition has two, and
    /// so may a list: "a door, two tanks and one body had been found".
    fn comma_parts(&self, opening: &Opening) -> bool {
        let first = self.tag(opening.start);
        opening.commas == 1
            && !opening.listed
            && matches!(first, Tag::Det | Tag::Poss | Tag::Noun | Tag::Name)
            && self.time_end(opening.start, opening.end).is_none()
    }

    /// Whether token `i` is the -ing form of an auxiliary, which opens a subject: "having two mills made sense".
    pub fn is_gerund(&self, i: usize) -> bool {
        self.is(i, self.words().auxiliary_gerund)
    }

    /// Whether a conjunction at `i` goes on with a finite verb: a second one of the subject before.
    pub fn second_verb(&self, i: usize) -> bool {
        if self.tag(i) != Tag::Coord {
            return false;
        }
        match self.tags(i + 1) {
            Some(Tag::Modal | Tag::Be | Tag::Have | Tag::Do) => true,
            // "and called them", "and damaged the"; not "lost and damaged ships".
            Some(Tag::Past) => matches!(
                self.tags(i + 2),
                Some(Tag::Det | Tag::Poss | Tag::ObjPron | Tag::That | Tag::Pron | Tag::Num)
            ),
            _ => false,
        }
    }

    /// After a relative clause at `k`, whether a further finite verb follows.
    pub(super) fn relative_then_verb(&self, k: usize, end: usize) -> bool {
        let mut verbs = 0;
        let mut m = k + 1;
        while m < end && m < k + 24 {
            if self.quotation(m).is_some() || self.is_end(m) {
                break;
            }
            if self.tag(m).finite() {
                verbs += 1;
                while m < end && (self.tag(m).verbal() || self.tag(m) == Tag::Adv) {
                    m += 1;
                }
                continue;
            }
            m += 1;
        }
        verbs >= 2
    }

    /// Whether the word at `at` joins clauses before a subject without article: "rose after officials said".
    pub fn opens_clause(&self, at: usize) -> bool {
        let next = at + 1;
        let bare = matches!(self.tags(next), Some(Tag::Noun | Tag::Name)) && !self.is_time(next);
        let words = self.words();
        // "as officials said"; not "as many as", "as mayor".
        let plural = || {
            self.tag(next) == Tag::Noun
                && self.text.word(next).ends_with('s')
                && !self.is(at.wrapping_sub(1), words.many)
        };
        bare && (self.is(at, words.clause_opener)
            || self.is(at, words.clause_opener_plural) && plural())
    }

    /// The verb that the preposition at `at` follows, adverbs between them aside.
    pub(super) fn verb_before(&self, at: usize, floor: usize) -> Option<usize> {
        let mut i = at;
        while i > floor && self.tag(i - 1) == Tag::Adv {
            i -= 1;
        }
        let verb = i.checked_sub(1).filter(|v| *v >= floor)?;
        self.tag(verb).verbal().then_some(verb)
    }

    /// The relative pronoun that opens the clause whose verb is at `verb`, with the noun before it: where
    /// the noun phrase goes on to the left.
    pub fn relative_before(&self, verb: usize, floor: usize) -> Option<usize> {
        let reach = floor.max(verb.saturating_sub(10));
        let mut k = verb + 1;
        while k > reach + 1 {
            k -= 1;
            if self.quotation(k).is_some()
                || matches!(self.mark(k), Some(',' | ';' | '.' | ':' | '—'))
            {
                return None;
            }
            if matches!(self.tag(k), Tag::Rel | Tag::That) {
                let noun = matches!(self.tag(k - 1), Tag::Noun | Tag::Name | Tag::Num);
                // "those who oppose the dam", "many who did"
                let some = self.tag(k) == Tag::Rel && self.is(k - 1, self.words().those);
                return (noun || some).then_some(k);
            }
        }
        None
    }
}

//! Clauses: where one opens, its verb, the relative clause that a verb stands in.

use super::Phrases;
use crate::text::tag::Tag;

/// The most tokens of a clause.
const LONGEST: usize = 60;

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
            return self
                .tags(i + 1)
                .is_some_and(|t| t.finite() || matches!(t, Tag::Adv | Tag::Neg))
                || self.mark(i + 1).is_none()
                // "they, too, chose the ferry"
                || self.parenthesis(i + 1).is_some_and(|aside| self.finite(aside.end + 1))
                // "saying they “stemmed from the urgency” of it"
                || self.text.quote_at(i + 1).is_some_and(|q| q.open == i + 1);
        }
        // "having two mills made sense"
        let gerund = self.is_gerund(i);
        let mut k = i + usize::from(gerund);
        let (mut commas, mut listed) = (0, false);
        let mut subject = gerund;
        // "the report, the council raised": one comma parts what stands before it from the verb; an
        // apposition has two.
        let parted = |commas: usize, listed: bool| {
            commas == 1
                // "a door, two tanks and one body had been found"
                && !listed
                && matches!(self.tag(i), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name)
                && self.time_end(i, end).is_none()
        };
        while k < end && k < i + 30 {
            if self.quotation(k).is_some() {
                // "told them Ito “has a plan”"
                return subject && self.tag(k - 1).nominal() && self.finite(k + 1);
            }
            match self.tag(k) {
                Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => {
                    subject = true
                }
                Tag::Pron => return subject || commas > 0,
                // "confirmed the figures but would not …": a second verb of the cue's subject, and no clause.
                Tag::Coord if subject && self.second_verb(k) => return false,
                Tag::Coord => listed = true,
                Tag::Prep | Tag::Adv | Tag::Neg => {}
                Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb => {
                    return subject && !parted(commas, listed);
                }
                Tag::Past => {
                    // A participle hangs on its noun where a preposition or the clause's own verb follows.
                    let participle = matches!(self.tags(k + 1), Some(Tag::Prep))
                        && (k + 1..end.min(k + 14))
                            .any(|m| self.tag(m).finite() && self.mark(m).is_none());
                    if !participle {
                        return subject && !parted(commas, listed);
                    }
                }
                Tag::Ing => subject = true,
                Tag::Rel => return self.relative_then_verb(k, end),
                Tag::That => {}
                // "the decision to drop the inquiry had been taken": an infinitive that hangs on the noun.
                Tag::To if subject && self.tags(k + 1) == Some(Tag::Verb) => k += 1,
                Tag::Mark => match self.mark(k) {
                    Some(',') => {
                        commas += 1;
                        if commas > 3 {
                            return false;
                        }
                    }
                    Some('(' | ')') => {}
                    _ if self.is_light(k) => {}
                    _ => return false,
                },
                _ => {
                    if k > i {
                        return false;
                    }
                }
            }
            k += 1;
        }
        false
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
                return matches!(self.tag(k - 1), Tag::Noun | Tag::Name | Tag::Num).then_some(k);
            }
        }
        None
    }
}

//! Phrases of time: "Tuesday", "on Tuesday", "last week".

use super::Phrases;
use crate::lexicon::{DETERMINER, ISSUE, TIME, TIME_MODIFIER};
use crate::text::tag::Tag;

impl Phrases<'_, '_> {
    /// A time expression at `i` that dates the cue: "Tuesday", "on Tuesday", "last week": where it ends.
    pub fn time_end(&self, i: usize, end: usize) -> Option<usize> {
        let mut k = i;
        let mut seen = false;
        while k < end && k < i + 8 {
            let token = &self.text.tokens[k];
            if token.is(TIME) {
                seen = true;
            } else if !(token.is_any(TIME_MODIFIER)
                || token.is(DETERMINER) && !seen
                || self.tag(k) == Tag::Num)
            {
                break;
            }
            k += 1;
        }
        // "this month's report": no time of the cue.
        // "two days of mourning", "a week of rain": no time either.
        // "each year of school"
        let words = self.words();
        let counts = self.is(i, words.indefinite) || self.is(i, words.each);
        let counted = k > i + 1 && (self.tag(i) == Tag::Num || counts) && self.is(k, words.of);
        (seen && self.tags(k) != Some(Tag::Gen) && !counted).then_some(k)
    }

    /// Takes a time or place that dates the statement off the end: "said Ito on Tuesday", "said Ito Tuesday".
    pub fn trim_time(&self, from: usize, end: usize) -> usize {
        let mut e = end;
        while e > from + 1 && self.is_time(e - 1) {
            e -= 1;
        }
        // "the report run on Tuesday": the date is the participle's.
        if e > from + 2
            && e < end
            && self.tag(e - 1) == Tag::Prep
            && matches!(self.tag(e - 2), Tag::Past | Tag::Ing)
        {
            return end;
        }
        if e < end {
            while e > from + 1
                && (matches!(self.tag(e - 1), Tag::Prep | Tag::Num) && e < end
                    || self.text.tokens[e - 1].is(TIME_MODIFIER)
                    || self.mark(e - 1) == Some(','))
            {
                e -= 1;
            }
            if self.is(e - 1, self.words().definite) {
                e -= 1;
                if e > from + 1 && self.tag(e - 1) == Tag::Prep {
                    e -= 1;
                }
            }
        }
        // "according to the minutes": not all of it is a time.
        let empty = (from..e).all(|i| matches!(self.tag(i), Tag::Det | Tag::Poss));
        if empty { end } else { e }
    }

    /// Whether token `i` is a word of time: "Tuesday", "week", "last" before one.
    pub fn is_time(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens.get(i) else {
            return false;
        };
        // "Morning Tide said": a newspaper, no hour.
        let paper = token.is(ISSUE) && token.capital() && self.tags(i + 1) == Some(Tag::Name);
        token.is(TIME) && !paper
            || token.is(TIME_MODIFIER) && self.text.tokens.get(i + 1).is_some_and(|t| t.is(TIME))
    }

    pub(super) fn is_time_word(&self, i: usize) -> bool {
        self.text.tokens[i].is(TIME)
    }
}

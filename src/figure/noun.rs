//! What a number counts: the head of the noun phrase behind it ("26,700 Palestinians", "460 electric
//! and hybrid vehicles", "one of the largest storms").

use super::line::Line;
use super::number::Number;
use crate::letter::is_capital;
use crate::lexicon::figure as words;
use crate::lexicon::list::List;
use crate::lexicon::{
    ADVERB, BE, COORDINATOR, Classes, DETERMINER, DO, HAVE, INTERROGATIVE, MODAL, MONTH, NEGATION,
    OBJECT_PRONOUN, PAST, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, TIME_MODIFIER,
    VERB, WEEKDAY,
};
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// Classes whose words end a noun phrase.
pub(super) const NOT_NOUN: Classes = PREPOSITION
    .or(DETERMINER)
    .or(PRONOUN)
    .or(OBJECT_PRONOUN)
    .or(BE)
    .or(HAVE)
    .or(DO)
    .or(MODAL)
    .or(COORDINATOR)
    .or(SUBORDINATOR)
    .or(RELATIVE)
    .or(INTERROGATIVE)
    .or(NEGATION)
    .or(WEEKDAY);

/// How many pieces are looked at for a head.
const REACH: usize = 9;

/// A counted noun.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Noun {
    /// Its name, in the singular.
    pub(super) name: String,
    /// One past its piece.
    pub(super) end: usize,
    /// It stands in the plural.
    pub(super) plural: bool,
}

/// The noun that a number counts whose last piece stands before `at`; `attributive` where a hyphen or
/// an article shows that the number describes another noun ("a six-member team").
pub(super) fn counted(line: &Line, at: usize, number: &Number, attributive: bool) -> Option<Noun> {
    let washed = line.is_mark(at, '-') && attributive;
    if line.joins(at) || washed {
        let i = at + 1;
        let fits = line.is_word(i) && !line.is_any(i, NOT_NOUN) && line.form(i).len() > 2;
        return fits.then(|| named(line, i, false));
    }
    // "one of the largest storms", "millions of Americans", "two of the minister's deputies"
    let of = line.is_one_of(at, line.lists.of);
    let mut i = at;
    if of {
        i += 1;
        if line.is_one_of(i, line.lists.those) && !line.is_word(i + 1) {
            return None;
        }
        i += usize::from(line.is_one_of(i, line.lists.of_whole));
    }
    let mut counting = Counting {
        at,
        one: number.low == 1.0 && !of,
        limit: (i + REACH).min(line.pieces.len()),
        last_noun: None,
        first: None,
    };
    // The phrase tells its head; where that is no plural, it ends before the noun that is counted.
    if !counting.one
        && let Some(head) = line.noun_head(i).filter(|head| *head < counting.limit)
        && is_plural(line, head)
    {
        return Some(named(line, head, true));
    }
    while i < counting.limit {
        match counting.step(line, i)? {
            Step::On(next) => i = next,
            Step::Counted(head) => return Some(named(line, head, true)),
            Step::End => break,
        }
    }
    let head = if counting.one {
        counting.last_noun?
    } else {
        counting.described(line, attributive)?
    };
    Some(named(line, head, false))
}

/// The noun of piece `i`.
fn named(line: &Line, i: usize, plural: bool) -> Noun {
    Noun {
        name: singular(line, line.form(i)),
        end: i + 1,
        plural,
    }
}

/// The search for what is counted where no phrase tells, piece by piece.
struct Counting {
    /// One past the number.
    at: usize,
    /// The number is one: its noun is no plural.
    one: bool,
    /// How far is looked.
    limit: usize,
    /// The last piece that may be a noun.
    last_noun: Option<usize>,
    /// The first that may.
    first: Option<usize>,
}

/// What a piece tells the search.
enum Step {
    /// The phrase goes on at a piece.
    On(usize),
    /// This piece is counted.
    Counted(usize),
    /// The phrase has ended.
    End,
}

impl Counting {
    /// Looks at piece `i`.
    fn step(&mut self, line: &Line, i: usize) -> Option<Step> {
        let piece = line.get(i)?;
        match piece.kind {
            Kind::Mark('-') if line.joins(i) => return Some(Step::On(i + 1)),
            Kind::Clitic if line.is_one_of(i, line.lists.genitive) => {
                (self.last_noun, self.first) = (None, None);
                return Some(Step::On(i + 1));
            }
            // "two new 737 Max jets"
            Kind::Number if self.first.is_some() || i > self.at => return Some(Step::On(i + 1)),
            Kind::Mark('“' | '"' | '‘') if i > self.at => {
                return Some(Step::On(i + 1));
            }
            Kind::Word => {}
            _ => return Some(Step::End),
        }
        let modifier = line.words.is(line.form(i), words::MODIFIER);
        if piece.classes.intersects(NOT_NOUN)
            && !modifier
            && !line.is_one_of(i, line.lists.counted_pronoun)
        {
            return Some(if self.joins_nouns(line, i) {
                Step::On(i + 1)
            } else {
                Step::End
            });
        }
        if is_plural(line, i) {
            return Some(self.plural(line, i));
        }
        Some(self.other(line, i, modifier))
    }

    /// "Kia and Hyundai vehicles", "tea and coffee shops".
    fn joins_nouns(&self, line: &Line, i: usize) -> bool {
        line.is_any(i, COORDINATOR)
            && !line.is_one_of(i, line.lists.but)
            && self.last_noun.is_some()
            && line.is_word(i + 1)
            && !self.one
    }

    /// A plural at piece `i`: the head, unless another stands behind it.
    fn plural(&mut self, line: &Line, i: usize) -> Step {
        if !self.one {
            return Step::Counted(i);
        }
        // "one sports club": a plural after one is a modifier or a verb.
        let verb = line.is_any(i, VERB) || line.tag(i) == Some(Tag::Verb);
        if verb && self.last_noun.is_some() {
            return Step::End;
        }
        self.last_noun = Some(i);
        Step::On(i + 1)
    }

    /// Any other word at piece `i`: a modifier, a noun before the head, or what ends the phrase.
    fn other(&mut self, line: &Line, i: usize, modifier: bool) -> Step {
        let form = line.form(i);
        let classes = line.pieces[i].classes;
        let ends = |ending: List| ending.iter().any(|e| form.ends_with(e));
        let adverb = ends(line.lists.adverb_ending);
        let past = ends(line.lists.past_ending);
        // "coal-fired": the second part of a compound modifies with it.
        let compound = line.joins(i - 1);
        let open_end = !line.is_word(i + 1) || line.is_any(i + 1, NOT_NOUN.or(ADVERB));
        if self.last_noun.is_some()
            && !compound
            && (classes.intersects(VERB.or(PAST))
                || past && form.len() > 4
                || ends(line.lists.ing_ending) && open_end)
        {
            return Step::End;
        }
        if classes.intersects(ADVERB.or(TIME_MODIFIER)) && !modifier {
            return if self.last_noun.is_some() || !adverb {
                Step::End
            } else {
                Step::On(i + 1)
            };
        }
        if self.first.is_none() && !adverb {
            self.first = Some(i);
        }
        if !(modifier || adverb) {
            self.last_noun = Some(i);
        }
        Step::On(i + 1)
    }

    /// No plural: the number describes ("a 12 member panel") and its own noun comes first.
    fn described(&self, line: &Line, attributive: bool) -> Option<usize> {
        let first = self.first.filter(|f| *f == self.at)?;
        let form = line.form(first);
        let ends = |ending: List| ending.iter().any(|e| form.ends_with(e));
        let noun_after = line.is_word(first + 1) && !line.is_any(first + 1, NOT_NOUN.or(ADVERB));
        let describes = !line.get(first)?.capital && (attributive || noun_after) && form.len() > 2;
        let verbal = line.is_any(first, VERB.or(PAST))
            || ends(line.lists.past_ending)
            || ends(line.lists.ing_ending);
        (describes && !verbal && !line.words.is(form, words::MODIFIER)).then_some(first)
    }
}

/// Whether piece `i` looks like a plural noun.
pub(super) fn is_plural(line: &Line, i: usize) -> bool {
    let form = line.form(i);
    if line.words.is(form, words::INVARIANT | words::IRREGULAR) {
        return true;
    }
    if form.len() < 4 || !form.ends_with('s') {
        // MPs, GPs
        return form.len() == 3
            && form.ends_with('s')
            && line.written(i).chars().take(2).all(is_capital);
    }
    if line.lists.singular_ending.iter().any(|e| form.ends_with(e)) {
        return line.is_one_of(i, line.lists.odd_plural);
    }
    let closed = NOT_NOUN.or(ADVERB).or(POSSESSIVE).or(MONTH);
    !line.is_any(i, closed)
}

/// The singular of a noun in lower case.
pub(super) fn singular(line: &Line, form: &str) -> String {
    words::singular(form, line.lists.irregular_plurals)
}

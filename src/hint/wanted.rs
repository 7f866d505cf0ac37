//! Which figures a reader would want to know the source of. Ages, small numbers that tell who is meant, spans
//! of time and set phrases are figures all the same, but nobody asks who counted them.

use crate::figure::{Figure, FigureKind};
use crate::lexicon::figure as roles;
use crate::rule::Rule;
use crate::text::Text;
use crate::text::token::Kind;

/// Why a figure is not wanted.
static AGE_OF_SOMEBODY: Rule = Rule {
    name: "age-of-somebody",
    yes: examples!["Ada Roe, 34, was unhurt.", "The 84-year-old bell rang."],
    no: examples!["Prices rose 34%."],
};

static SPAN_OF_TIME: Rule = Rule {
    name: "span-of-time",
    yes: examples![
        "It took half a decade.",
        "They met six months ago.",
        "They asked for a ten-minute break.",
        "It was gone within 24 hours.",
        "It sank 30 minutes later.",
        "It is a five-year plan.",
    ],
    no: examples![
        "The sirens went off for 65 seconds.",
        "The air cost them 3.2 years.",
        "He faces 15 years in prison.",
    ],
};

static ZERO: Rule = Rule {
    name: "zero",
    yes: examples![
        "They plan to be at net zero soon.",
        "They have zero tolerance.",
    ],
    no: examples!["Growth was 0%."],
};

static TAKEN_UP: Rule = Rule {
    name: "taken-up",
    yes: examples![
        "Those two came back.",
        "She was in the top 20.",
        "Few of the top 100 songs last long.",
        "They spent it in those seven towns.",
    ],
    no: examples!["The count stood at 408.", "They spent it in seven towns."],
};

static OF_SO_MANY: Rule = Rule {
    name: "of-so-many",
    yes: examples!["It leads in the north (20 of 34)."],
    no: examples!["It leads with 34."],
};

static FIGURE_OF_SPEECH: Rule = Rule {
    name: "figure-of-speech",
    yes: examples![
        "I am 100 percent sure of it.",
        "He has told them a thousand times.",
    ],
    no: examples![
        "Fares rose 100 percent.",
        "They fired 1,000 times.",
        "They won 100 percent of the votes.",
    ],
};

static FEW: Rule = Rule {
    name: "few",
    yes: examples![
        "Two loggers came by.",
        "It is one of the largest sources of dust.",
        "A one-man show came.",
        "There was one problem.",
        "Here are five takeaways.",
    ],
    no: examples![
        "Two loggers were killed.",
        "One person died.",
        "Eight cases came up.",
    ],
};

/// The rules by which a figure is not wanted.
pub static RULES: &[&Rule] = &[
    &AGE_OF_SOMEBODY,
    &SPAN_OF_TIME,
    &ZERO,
    &TAKEN_UP,
    &OF_SO_MANY,
    &FIGURE_OF_SPEECH,
    &FEW,
];

/// Counts below this tell who is meant rather than how many.
const FEW_COUNT: f64 = 4.0;

/// The same for counts that describe another noun, and for numbers that take up a group.
const FEW_DESCRIBED: f64 = 10.0;

/// Counts below this of things that the text itself tells one by one: "five takeaways".
const MANY_THINGS: f64 = 20.0;

/// How far behind a figure, in tokens, it may stand what befell those counted.
const EVENT_REACH: usize = 9;

/// The rule by which each figure is not wanted, in their order; none where a reader would ask for its source.
pub fn unwanted(text: &Text, figures: &[Figure]) -> Vec<Option<&'static Rule>> {
    figures
        .iter()
        .map(|f| Around::of(text, f).refused())
        .collect()
}

/// A figure with what stands around it.
struct Around<'a, 't> {
    text: &'a Text<'t>,
    figure: &'a Figure,
    /// The first token of the figure.
    start: usize,
    /// One past its last.
    end: usize,
}

impl<'a, 't> Around<'a, 't> {
    fn of(text: &'a Text<'t>, figure: &'a Figure) -> Self {
        let tokens = text.tokens_of(figure.span);
        Around {
            text,
            figure,
            start: tokens.start,
            end: tokens.end,
        }
    }

    /// The rule that refuses it.
    fn refused(&self) -> Option<&'static Rule> {
        let refused = match self.figure.kind {
            FigureKind::Age => Some(&AGE_OF_SOMEBODY),
            FigureKind::Duration if !self.is_measured_time() => Some(&SPAN_OF_TIME),
            FigureKind::Number => self.bare_number(),
            FigureKind::Percent | FigureKind::Count if self.is_figure_of_speech() => {
                Some(&FIGURE_OF_SPEECH)
            }
            FigureKind::Count if self.takes_up() => Some(&TAKEN_UP),
            FigureKind::Count if self.is_few() => Some(&FEW),
            _ => None,
        };
        refused.or_else(|| {
            let zero = self.figure.value == Some(0.0) && self.is_spelled();
            let bare = matches!(self.figure.kind, FigureKind::Number | FigureKind::Count);
            (zero && bare).then_some(&ZERO)
        })
    }

    /// Whether the numeral is in words.
    fn is_spelled(&self) -> bool {
        !self
            .text
            .document
            .slice(self.figure.number)
            .starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a hyphen makes the figure describe another noun.
    fn is_described(&self) -> bool {
        describes(self.text, self.figure)
    }

    /// The value, if it is a whole number.
    fn whole(&self) -> Option<f64> {
        self.figure.value.filter(|v| v.fract() == 0.0)
    }

    /// "65 seconds", "3.2 years", "15 years in prison": a time that was measured or meted out.
    fn is_measured_time(&self) -> bool {
        let lists = &self.text.language.hint;
        let unit = self.figure.unit.as_deref().unwrap_or("");
        let decimal = self
            .figure
            .value
            .is_some_and(|v| v > 1.0 && v.fract() != 0.0);
        let meted = lists.meted_out.has_any_case(self.word(self.end + 1));
        // "24 hours", "30 minutes later": when, roundly.
        let roundly = self.figure.value.is_some_and(|v| (v / 24.0).fract() == 0.0)
            && lists.hour.has(unit)
            || lists.behind_time.has_any_case(self.word(self.end));
        let measured = lists.measured_time.has(unit) && !roundly;
        decimal || !self.is_described() && (measured || meted)
    }

    /// Why a number that counts nothing is not wanted.
    fn bare_number(&self) -> Option<&'static Rule> {
        let lists = &self.text.language.hint;
        let before = self.start.checked_sub(1)?;
        let number_before = before
            .checked_sub(1)
            .is_some_and(|k| self.text.tokens[k].kind == Kind::Number);
        if number_before && self.text.is_one_of(before, lists.of) {
            return Some(&OF_SO_MANY);
        }
        if self.text.is_one_of_any_case(before, lists.top) {
            return Some(&TAKEN_UP);
        }
        let value = self.whole()?;
        let of = lists.of.has(self.word(self.end));
        if value < FEW_DESCRIBED && !of && self.text.is_one_of_any_case(before, lists.takes_up) {
            return Some(&TAKEN_UP);
        }
        (value < FEW_COUNT && value > 0.0 && self.is_spelled() && !of).then_some(&FEW)
    }

    /// "100 percent sure", "a thousand times": nobody counted.
    fn is_figure_of_speech(&self) -> bool {
        let lists = &self.text.language.hint;
        let unit = self.figure.unit.as_deref().unwrap_or("");
        let sure = self.figure.kind == FigureKind::Percent
            && self.figure.value == Some(100.0)
            && lists.certain.has(self.word(self.end));
        let often = lists.occasion.has(unit)
            && self.is_spelled()
            && self.figure.value.is_some_and(|v| v >= 100.0);
        sure || often
    }

    /// "those seven towns", "the top 100 songs": a count that was given, or that ranks.
    fn takes_up(&self) -> bool {
        let lists = &self.text.language.hint;
        let before = self.start.checked_sub(1).map_or("", |k| self.text.word(k));
        let few = self.whole().is_some_and(|v| v < FEW_DESCRIBED);
        lists.top.has_any_case(before) || few && lists.takes_up_count.has_any_case(before)
    }

    /// "two loggers", "one of the largest", "a one-man show": who is meant, unless something befell so many.
    fn is_few(&self) -> bool {
        let Some(value) = self.whole() else {
            return false;
        };
        if self.is_described() && value < FEW_DESCRIBED {
            return true;
        }
        let lists = &self.text.language.hint;
        let unit = self.figure.unit.as_deref().unwrap_or("");
        if value < MANY_THINGS && self.text.language.hint.of_the_text.has(unit) {
            return true;
        }
        if value >= FEW_COUNT || value <= 0.0 {
            return false;
        }
        let last = self.text.sentences[self.text.sentence_of(self.start)].end;
        let reach = self.start..last.min(self.end + EVENT_REACH);
        let befell = reach
            .clone()
            .any(|i| self.text.is_one_of_any_case(i, lists.befalls));
        let partitive =
            value == 1.0 && (self.start..self.end).any(|i| self.text.is_one_of(i, lists.of));
        !befell || partitive
    }

    /// Token `i` of the figure's sentence, or nothing.
    fn word(&self, i: usize) -> &'t str {
        let last = self.text.sentences[self.text.sentence_of(self.start)].end;
        if i < last { self.text.word(i) } else { "" }
    }
}

/// Whether a hyphen makes the figure describe another noun: "a 28-nation bloc".
pub(super) fn describes(text: &Text, figure: &Figure) -> bool {
    text.document.text[figure.number.end as usize..].starts_with(['-', '‑'])
}

/// Whether the figure counts people.
pub(super) fn counts_people(text: &Text, figure: &Figure) -> bool {
    let unit = figure.unit.as_deref().unwrap_or("");
    text.language.figures.is(unit, roles::PERSON)
}

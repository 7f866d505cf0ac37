//! Ages without a word for years: "aged 14", "Mara Ito, 42, …", "men over 60".

use super::line::Line;
use super::noun;
use super::quantity::Quantity;
use crate::lexicon::figure as words;
use crate::lexicon::{ADVERB, BE, MONTH, WEEKDAY};
use crate::rule::Rule;
use crate::text::token::Kind;

pub(super) static AGE: Rule = Rule {
    name: "age",
    yes: examples![
        "The driver, aged 34, was unhurt.",
        "Mara Ito, 42, runs the mill.",
        "She moved there when she was six.",
        "The trial took in men over 60 who had been ill.",
    ],
    no: examples![
        "The mill has 42 wheels.",
        "On May 5, 42, no ship came.",
        "He was 5 miles away.",
        "She took men over 60 bridges.",
    ],
};

/// The oldest that a person is.
const OLDEST: f64 = 120.0;

/// Whether the bare number of `quantity`, which opens at piece `i` and ends before `end`, is an age.
pub(super) fn is_age(line: &Line, i: usize, end: usize, quantity: &Quantity) -> bool {
    let number = quantity.first.number;
    if !number.whole() || !(1.0..=OLDEST).contains(&number.high) {
        return false;
    }
    is_called_age(line, i)
        || quantity.range.is_none() && of_a_person(line, i, end, number.high)
        || quantity.range.is_none() && of_people(line, i, end, number.high)
        || number.bare && number.high >= 3.0 && behind_a_name(line, i, end)
}

/// "aged 14", "at the age of 30".
fn is_called_age(line: &Line, i: usize) -> bool {
    line.is_one_before(i, line.lists.aged)
        || line.is_one_before(i, line.lists.of)
            && i > 1
            && line.is_one_of(i - 2, line.lists.age_noun)
}

/// Whether nothing that could be counted stands at piece `end`.
fn counts_nothing(line: &Line, end: usize) -> bool {
    line.get(end).is_none_or(|p| {
        matches!(p.kind, Kind::Mark(_)) && !line.joins(end)
            || p.classes.intersects(noun::NOT_NOUN.or(ADVERB))
    })
}

/// "she was six", "until he turned 18", "at just 20, she".
fn of_a_person(line: &Line, i: usize, end: usize, value: f64) -> bool {
    if value < 2.0 {
        return false;
    }
    let mut back = i;
    while line.is_one_before(back, line.lists.before_age) {
        back -= 1;
    }
    let verb = back.wrapping_sub(1);
    let subject = line.is_one_before(verb.min(back), line.lists.person_subject);
    if subject && (line.is_any(verb, BE) || line.is_one_of(verb, line.lists.age_verb)) {
        return true;
    }
    line.is_one_of(verb, line.lists.at)
        && line.is_mark(end, ',')
        && line.is_one_of(end + 1, line.lists.he_she)
}

/// "men over 60", "adults under 30": a bound between people and a bare number of years.
fn of_people(line: &Line, i: usize, end: usize, value: f64) -> bool {
    value >= 5.0
        && i >= 2
        && counts_nothing(line, end)
        && line.is_one_of(i - 1, line.lists.age_bound)
        && (line.words.is(line.form(i - 2), words::PERSON)
            || line.is_one_of(i - 2, line.lists.people_of_age))
}

/// "Mara Ito, 42, …".
fn behind_a_name(line: &Line, i: usize, end: usize) -> bool {
    i >= 2
        && line.is_mark(i - 1, ',')
        && line.pieces[i - 2].capital
        && (line.is_mark_of(end, &[',', '.', ';', ')', '—', '–'])
            || line.is_one_of(end, line.lists.behind_age)
            || line.get(end).is_none())
        && !line.is_any(i - 2, MONTH.or(WEEKDAY))
        && !(line.is_mark(end, ',') && line.is_number(end + 1))
}

//! Dates, years and clock times: numbers that place things in time.

use super::exclude::{counts, scale_at, small, unit_follows};
use super::line::Line;
use crate::letter::holds;
use crate::lexicon::MONTH;
use crate::lexicon::figure as words;
use crate::rule::Rule;

pub(super) static TIME_OF_DAY: Rule = Rule {
    name: "time-of-day",
    yes: examples![
        "The gate opens at 6:00am.",
        "They met at 2 p.m. on the pier.",
        "It ran from 5 to 7 pm.",
    ],
    no: examples!["It weighs 2 pounds."],
};

pub(super) static DATE: Rule = Rule {
    name: "date",
    yes: examples![
        "It sank on Sept. 20, 2017.",
        "It sank on 4 July.",
        "It was the 22nd.",
        "It sank on 12/5/2020.",
    ],
    no: examples!["It may 4 times sink.", "Some 3/4 sank."],
};

pub(super) static YEAR: Rule = Rule {
    name: "year",
    yes: examples![
        "It opened in 1999.",
        "It ran from 1980 to 2012.",
        "They met 2000 levels.",
    ],
    no: examples![
        "It is 2000 metres long.",
        "It cost $1999.",
        "More than 2000 boats came.",
    ],
};

fn is_month(line: &Line, i: usize) -> bool {
    line.is_any(i, MONTH)
        && (line.get(i).is_some_and(|p| p.capital) || !line.is_one_of(i, line.lists.month_or_word))
}

/// A year as four digits.
pub(super) fn is_year(line: &Line, i: usize) -> bool {
    small(line, i).is_some_and(|y| (1000..=2199).contains(&y))
}

/// "6:00am", "2 p.m.", "10.45pm", "6.30-10am", "0401 GMT", "4:39".
pub(super) fn time(line: &Line, i: usize) -> Option<usize> {
    let mut end = i + 1;
    let mut colon = false;
    while line.is_mark(end, ':') && line.is_number(end + 1) && line.glued(end + 1) {
        end += 2;
        colon = true;
    }
    let clock = |at: usize| is_clock(line, i, at);
    if clock(end) {
        while clock(end) {
            end += 1;
        }
        return Some(end);
    }
    // 6.30-10am
    if line.joins(end) && clock(end + 2) {
        return Some(end + 3);
    }
    if colon {
        // Clock times and durations of matches; "1:2" ratios too.
        return Some(end);
    }
    // "5 to 7 pm", "9 or 10 a.m."
    if line.is_one_of(end, line.lists.hours_joint)
        && clock(end + 2)
        && small(line, i).is_some_and(|h| h <= 24)
    {
        return Some(end + 3);
    }
    line.is_one_of(end, line.lists.oclock).then_some(end + 1)
}

/// Whether piece `at` says that the number at piece `i` is a time of day: "it is 9.5 am I think" and "5.5pm" for
/// picometres are none.
fn is_clock(line: &Line, i: usize, at: usize) -> bool {
    let no_minutes = || {
        let minutes = line.written(i).split('.').nth(1);
        holds(line.written(i), &['.']) && minutes.is_some_and(|m| m.len() != 2)
    };
    let half = line.is_one_of(at, line.lists.half_day);
    line.is_word(at) && line.words.is(line.form(at), words::CLOCK) && !(half && no_minutes())
}

/// Dates: "Sept. 20-24, 2017", "4 July", "31st December", "12/5/2020", "2020-01-05".
pub(super) fn date(line: &Line, i: usize) -> Option<usize> {
    let day = small(line, i).is_some_and(|d| (1..=31).contains(&d));
    let named = day
        .then(|| day_behind_month(line, i).or_else(|| day_before_month(line, i)))
        .flatten();
    named
        .or_else(|| ordinal(line, i + 1))
        .or_else(|| strokes(line, i))
}

/// "Sept. 20-24", "27 Oct. 1", "May 4 and 5, 2020".
fn day_behind_month(line: &Line, i: usize) -> Option<usize> {
    let month = i > 0
        && (is_month(line, i - 1)
            || line.is_one_before(i, line.lists.the) && i > 1 && is_month(line, i - 2));
    if !month {
        return None;
    }
    let mut end = i + 1;
    end = ordinal(line, end).unwrap_or(end);
    loop {
        let joint = line.joins(end)
            || line.is_one_of(end, line.lists.days_joint)
            || line.is_mark_of(end, &['-', '–', ',', '&']);
        let next = small(line, end + 1).is_some_and(|d| (1..=31).contains(&d));
        let closes = !unit_follows(line, end + 2) && !counts(line, end + 2);
        if !(joint && next && closes) {
            return Some(year_after(line, end));
        }
        end += 2;
        end = ordinal(line, end).unwrap_or(end);
    }
}

/// "4 July", "31st of December", "20 and 21 July".
fn day_before_month(line: &Line, i: usize) -> Option<usize> {
    let mut end = ordinal(line, i + 1).unwrap_or(i + 1);
    if line.is_one_of(end, line.lists.of) && end > i + 1 {
        end += 1;
    }
    if is_month(line, end) {
        return Some(year_after(line, end + 1));
    }
    let joint = line.joins(i + 1) || line.is_one_of(i + 1, line.lists.days_joint_before_month);
    (joint && small(line, i + 2).is_some_and(|d| d <= 31) && is_month(line, i + 3))
        .then(|| year_after(line, i + 4))
}

/// "12/5/2020", "9/11", but no fraction: "3/4".
fn strokes(line: &Line, i: usize) -> Option<usize> {
    let stroke = |at: usize| line.is_mark(at, '/') && line.is_number(at + 1);
    if !stroke(i + 1) {
        return None;
    }
    if stroke(i + 3) {
        return Some(i + 5);
    }
    let parts = (small(line, i)?, small(line, i + 2)?);
    let fraction = parts.0 < parts.1 && matches!(parts.1, 2..=6 | 8 | 10 | 15 | 16 | 32 | 64 | 100);
    (!fraction && !unit_follows(line, i + 3)).then_some(i + 3)
}

/// "1st", "22nd": one past the ending.
fn ordinal(line: &Line, i: usize) -> Option<usize> {
    (line.is_word(i) && line.glued(i) && line.is_one_of(i, line.lists.ordinal_ending))
        .then_some(i + 1)
}

/// One past a year behind a date that ends before `i`.
fn year_after(line: &Line, i: usize) -> usize {
    if is_year(line, i) {
        i + 1
    } else if line.is_mark(i, ',') && is_year(line, i + 1) && !counts(line, i + 2) {
        i + 2
    } else {
        i
    }
}

/// A year that stands as one.
pub(super) fn year(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    if !is_year(line, i) {
        return None;
    }
    let next = i + 1;
    if let Some(end) = years(line, i, bounded) {
        return Some(end);
    }
    // "2000 metres" measures; "the 2012 pound" does not come up.
    let measured = unit_follows(line, next) || scale_at(line, next);
    if measured && !line.is_one_of(next, line.lists.unit_after_year) {
        return None;
    }
    // "10% of 2000 levels"
    if line.is_one_of(next, line.lists.of_a_year) {
        return Some(next);
    }
    let dated = is_dated(line, i);
    if counts(line, next) {
        let people = line.words.is(line.form(next), words::PERSON);
        // "1988 sales": a year of our time before what is no people, unless it is round.
        let odd = small(line, i).is_some_and(|y| (1900..=2035).contains(&y) && y % 50 != 0);
        if odd && !bounded && !people {
            return Some(next);
        }
        let placed = line.is_one_before(i, line.lists.before_year_of_people);
        if !dated || people && !placed {
            return None;
        }
    }
    // "until at least 2021"
    let till = || (2..=4).any(|k| i >= k && line.is_one_of(i - k, line.lists.until));
    if bounded && !line.is_one_before(i, line.lists.before_year) && !till() {
        return None;
    }
    // "a population of 1850", "killed 1200": a verb or "of" before a year that no date word backs.
    let ours = small(line, i).is_some_and(|y| (1700..=2100).contains(&y));
    (dated || ours).then_some(next)
}

/// Two years: "1980 to 2012", "between 1600 and 1900".
fn years(line: &Line, i: usize, bounded: bool) -> Option<usize> {
    let next = i + 1;
    let counted = counts(line, next + 2) && !line.is_one_before(i, line.lists.before_years);
    let two = line.is_one_of(next, line.lists.years_joint)
        && is_year(line, next + 1)
        && !unit_follows(line, next + 2)
        && !bounded
        && !counted;
    two.then_some(next + 2)
}

/// Whether what stands before piece `i` tells a year.
fn is_dated(line: &Line, i: usize) -> bool {
    line.is_one_before(i, line.lists.dates) || line.is_any(i.wrapping_sub(1), MONTH)
}

//! Dates, years and clock times: numbers that place things in time.

use super::exclude::{counts, scale_at, small, unit_follows};
use super::line::Line;
use crate::letter::holds;
use crate::lexicon::MONTH;
use crate::lexicon::figure::{self as words, figure_words};
use crate::lexicon::one_of;

fn is_month(line: &Line, i: usize) -> bool {
    line.is_any(i, MONTH)
        && (line.get(i).is_some_and(|p| p.capital) || !line.is_one_of(i, "may march sat mar dec"))
}

/// A year as four digits.
pub(super) fn is_year(line: &Line, i: usize) -> bool {
    line.is_number(i)
        && line.written(i).len() == 4
        && small(line, i).is_some_and(|y| (1000..=2199).contains(&y))
}

/// "6:00am", "2 p.m.", "10.45pm", "6.30-10am", "0401 GMT", "4:39".
pub(super) fn time(line: &Line, i: usize) -> Option<usize> {
    let mut end = i + 1;
    let mut colon = false;
    while line.is_mark(end, ':')
        && line.glued(end)
        && line.is_number(end + 1)
        && line.glued(end + 1)
    {
        end += 2;
        colon = true;
    }
    let clock = |at: usize| {
        let form = line.form(at);
        line.is_word(at)
            && figure_words().is(form, words::CLOCK)
            && !(form == "am"
                && line.get(at).is_some_and(|p| p.space)
                && holds(line.written(i), &['.'])
                && line
                    .written(i)
                    .split('.')
                    .nth(1)
                    .is_some_and(|m| m.len() != 2))
            && !(form == "pm"
                && holds(line.written(i), &['.'])
                && line
                    .written(i)
                    .split('.')
                    .nth(1)
                    .is_some_and(|m| m.len() != 2))
    };
    if clock(end) {
        while clock(end) {
            end += 1;
            if line.is_mark(end, '.')
                && line.glued(end)
                && line.get(end + 1).is_some_and(|p| !p.capital)
            {
                end += 1;
            }
        }
        return Some(end);
    }
    // 6.30-10am
    if line.joins(end) && line.is_number(end + 1) && clock(end + 2) {
        return Some(end + 3);
    }
    if colon {
        // Clock times and durations of matches; "1:2" ratios too.
        return Some(end);
    }
    // "5 to 7 pm", "9 or 10 a.m."
    if line.is_one_of(end, "to and or until till")
        && line.is_number(end + 1)
        && clock(end + 2)
        && small(line, i).is_some_and(|h| h <= 24)
    {
        return Some(end + 3);
    }
    line.is_one_of(end, "o o'clock").then_some(end + 1)
}

/// Dates: "Sept. 20-24, 2017", "4 July", "31st December", "12/5/2020", "2020-01-05".
pub(super) fn date(line: &Line, i: usize) -> Option<usize> {
    let day = small(line, i).is_some_and(|d| (1..=31).contains(&d));
    if day
        && i > 0
        && (is_month(line, i - 1) || line.form_before(i) == "the" && i > 1 && is_month(line, i - 2))
    {
        let mut end = i + 1;
        end = ordinal(line, end).unwrap_or(end);
        // "20-24", "27 Oct. 1", "4 and 5"
        loop {
            let joint = line.joins(end)
                || line.is_one_of(end, "to and through or")
                || line.is_mark_of(end, &['-', '–', ',', '&']);
            let next = small(line, end + 1).is_some_and(|d| (1..=31).contains(&d));
            let closes = !unit_follows(line, end + 2) && !counts(line, end + 2);
            if joint && next && closes {
                end += 2;
                end = ordinal(line, end).unwrap_or(end);
            } else {
                break;
            }
        }
        return Some(year_after(line, end));
    }
    if day {
        let mut end = ordinal(line, i + 1).unwrap_or(i + 1);
        if line.form(end) == "of" && is_month(line, end + 1) && end > i + 1 {
            end += 1;
        }
        if is_month(line, end) && line.get(end).is_some_and(|p| p.space) && line.form(end) != "mar"
            || end > i + 1 && is_month(line, end)
        {
            return Some(year_after(line, end + 1));
        }
        // "20-24 July", "20 and 21 July"
        if (line.joins(i + 1) || line.is_one_of(i + 1, "and to or"))
            && small(line, i + 2).is_some_and(|d| d <= 31)
            && is_month(line, i + 3)
        {
            return Some(year_after(line, i + 4));
        }
    }
    if let Some(end) = ordinal(line, i + 1) {
        return Some(end);
    }
    // 12/5/2020, 9/11
    if line.is_mark(i + 1, '/') && line.is_number(i + 2) && line.glued(i + 1) && line.glued(i + 2) {
        if line.is_mark(i + 3, '/') && line.is_number(i + 4) && line.glued(i + 3) {
            return Some(i + 5);
        }
        let parts = (small(line, i)?, small(line, i + 2)?);
        let fraction =
            parts.0 < parts.1 && matches!(parts.1, 2..=6 | 8 | 10 | 15 | 16 | 32 | 64 | 100);
        if !fraction && !unit_follows(line, i + 3) {
            return Some(i + 3);
        }
    }
    None
}

/// "1st", "22nd": one past the ending.
fn ordinal(line: &Line, i: usize) -> Option<usize> {
    (line.is_word(i) && line.glued(i) && line.is_one_of(i, "st nd rd th")).then_some(i + 1)
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
    if i > 0
        && (figure_words().sign(line.form_before(i)).is_some()
            || figure_words()
                .code(line.written(i - 1), line.form_before(i))
                .is_some())
    {
        return None;
    }
    let next = i + 1;
    // "1980 to 2012", "2013/14", "between 1600 and 1900"
    if line.is_mark(next, '/')
        && line.glued(next)
        && line.is_number(next + 1)
        && line.glued(next + 1)
    {
        return Some(next + 2);
    }
    if line.is_one_of(next, "to and until or")
        && is_year(line, next + 1)
        && !unit_follows(line, next + 2)
        && !bounded
        && !(counts(line, next + 2)
            && line.form_before(i) != "in"
            && line.form_before(i) != "between"
            && line.form_before(i) != "from")
    {
        return Some(next + 2);
    }
    if unit_follows(line, next) || scale_at(line, next) {
        // "2000 metres" measures; "the 2012 pound" does not come up.
        let time_unit = line.is_one_of(next, "quarter second day week month");
        if !time_unit {
            return None;
        }
    }
    let before = line.form_before(i);
    let dated = one_of(
        before,
        "in since by until till before after during from the early late mid circa year this that its their his her into through season 's ’s summer winter spring autumn fall end and a fiscal calendar throughout",
    ) || line.is_any(i.wrapping_sub(1), MONTH)
        || i > 0 && line.is_mark_of(i - 1, &['(', ',', '/', '-', '–', '—', '’', '\'']);
    let people = figure_words().is(line.form(next), words::PERSON);
    // "10% of 2000 levels"
    if line.is_one_of(
        next,
        "levels level elections election prices figures results census season model models",
    ) {
        return Some(next);
    }
    // "1988 sales": a year of our time before what is no people, unless it is round.
    let odd = small(line, i).is_some_and(|y| (1900..=2035).contains(&y) && y % 50 != 0);
    if odd && !bounded && counts(line, next) && !figure_words().is(line.form(next), words::PERSON) {
        return Some(next);
    }
    if counts(line, next)
        && (!dated || bounded || people && before != "in" && before != "the" && before != "since")
    {
        return None;
    }
    if bounded && !one_of(before, "around about circa before over approximately") {
        return None;
    }
    // "a population of 1850", "killed 1200": a verb or "of" before a year that no date word backs.
    if !dated && !(1700..=2100).contains(&small(line, i)?) {
        return None;
    }
    Some(next)
}

//! Amounts and ranges: currency, sign, number and unit joined, and two of them with "to" between.

use super::calendar;
use super::exclude;
use super::line::Line;
use super::noun;
use super::number::{self, Form, Number};
use super::unit::{self, Unit};
use crate::lexicon::figure::UnitKind;
use crate::text::token::Kind;

/// A number with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// First piece, sign and currency included.
    pub(super) start: usize,
    /// First piece of the numeral.
    pub(super) number_start: usize,
    /// One past the numeral.
    pub(super) number_end: usize,
    /// One past the last piece.
    pub(super) end: usize,
    /// The numeral.
    pub(super) number: Number,
    /// Its unit, if it has one of the table.
    pub(super) unit: Option<Unit>,
    /// The currency stood before the number.
    pub(super) money_before: bool,
    /// "+5%"
    pub(super) plus: bool,
    /// "-5%"
    pub(super) minus: bool,
}

/// A range or a single amount.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub(super) first: Amount,
    /// Both ends where it is a range, as written.
    pub(super) range: Option<(f64, f64)>,
    /// One past the last piece.
    pub(super) end: usize,
    /// One past the last numeral.
    pub(super) number_end: usize,
    /// The unit of the whole.
    pub(super) unit: Option<Unit>,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// The amount that opens at piece `i`.
pub(super) fn amount(line: &Line, i: usize) -> Option<Amount> {
    let (mut minus, mut plus) = (false, false);
    let mut at = i;
    if let Some(Kind::Mark(c)) = line.get(i).map(|p| p.kind) {
        let tight = line.glued(i + 1)
            && (i == 0 || line.pieces[i].space || line.is_mark_of(i - 1, &['(', '[']));
        match c {
            '-' | '−' | '–' if tight => minus = true,
            '+' if line.glued(i + 1) => plus = true,
            _ => {}
        }
        if minus || plus {
            at += 1;
        }
    } else if line.is_one_of(i, "minus negative") {
        at += 1 + usize::from(line.joins(i + 1));
        minus = true;
        // "eight minus two" is arithmetic.
        if !line.is_number(at) && line.numeral(at).is_none() {
            return None;
        }
    }
    let currency = unit::currency_before(line, at);
    let number_start = currency.map_or(at, |c| c.1);
    if currency.is_some() && number_start > at && line.is_mark_of(number_start - 1, &['-', '−']) {
        minus = true;
    }
    let number = number::read(line, number_start, currency.is_some())?;
    let mut end = number.end;
    let mut unit = None;
    if let Some((name, _)) = currency {
        let mut name = name;
        if name == "dollar"
            && let Some((country, after)) = unit::country_after(line, end)
        {
            name = country;
            end = after;
        }
        unit = Some(Unit {
            name,
            kind: UnitKind::Money,
            end,
        });
    } else {
        if number.form == Form::Fraction && line.is_one_of(end, "a an of") {
            // "half a litre", "half an hour", "a third of an acre"
            let mut j = end + 1;
            if line.form(end) == "of" && line.is_one_of(j, "a an") {
                j += 1;
            }
            unit = unit::after(line, j, Form::Spelled, 1.0, 1.0)
                .filter(|u| line.is_word(j) && u.kind != UnitKind::Money || line.form(end) != "of")
                .filter(|_| j > end + 1 || line.form(end) != "of");
        }
        if unit.is_none() {
            let value = number.low;
            unit = unit::after(line, end, number.form, number.scale, value);
            // "hundreds of miles", "millions of dollars"
            if unit.is_none() && number.form == Form::Magnitude && line.form(end) == "of" {
                unit = unit::after(line, end + 1, Form::Spelled, number.scale, value);
            }
        }
        if let Some(u) = &unit {
            end = u.end;
        }
    }
    let mut amount = Amount {
        start: i,
        number_start,
        number_end: number.end,
        end,
        number,
        unit,
        money_before: currency.is_some(),
        plus,
        minus,
    };
    if minus {
        (amount.number.low, amount.number.high) = (-amount.number.high, -amount.number.low);
    }
    repeat(line, &mut amount);
    smaller_part(line, &mut amount);
    Some(amount)
}

/// "forty-five (45)": the same number again in brackets.
fn repeat(line: &Line, amount: &mut Amount) {
    let at = amount.number_end;
    if amount.end == at
        && line.is_mark(at, '(')
        && line.is_mark(at + 2, ')')
        && line.is_number(at + 1)
        && number::parse_digits(line.written(at + 1)) == Some(amount.number.low)
    {
        amount.number_end = at + 3;
        amount.number.end = at + 3;
        amount.end = at + 3;
        let number = amount.number;
        amount.unit = unit::after(line, at + 3, number.form, number.scale, number.low);
        if let Some(u) = &amount.unit {
            amount.end = u.end;
        }
    }
}

/// "5 feet 2 inches", "20 dollars and 43 cents": the smaller unit adds to the larger.
fn smaller_part(line: &Line, amount: &mut Amount) {
    let Some(unit) = &amount.unit else { return };
    let mut at = amount.end;
    let (part, per) = match unit.name {
        "foot" => ("inch", 12.0),
        "dollar" | "US dollar" | "euro" | "Canadian dollar" | "Australian dollar" => {
            ("cent", 100.0)
        }
        "pound sterling" => ("penny", 100.0),
        "pound-mass" => ("ounce", 16.0),
        _ => return,
    };
    if matches!(line.form(at), "and" | ",") {
        at += 1;
    }
    if line.joins(at) {
        at += 1;
    }
    if !(line.is_number(at) || line.is_word(at)) {
        return;
    }
    let Some(number) = number::read(line, at, false) else {
        return;
    };
    let inch = part == "inch" && line.form(number.end) == "in" && line.glued(number.end);
    let small = if inch {
        Some(Unit {
            name: part,
            kind: UnitKind::Measure,
            end: number.end + 1,
        })
    } else {
        unit::after(line, number.end, number.form, number.scale, number.low)
    };
    let Some(small) = small else { return };
    if small.name == part && number.low < per && number.low > 0.0 {
        amount.number.low += number.low / per;
        amount.number.high = amount.number.low;
        amount.end = small.end;
        amount.unit = Some(Unit {
            end: small.end,
            ..unit.clone()
        });
    }
}

/// The quantity that opens at piece `i`: an amount, or a range of two.
pub(super) fn read(line: &Line, i: usize) -> Option<Quantity> {
    let first = amount(line, i)?;
    if let Some(range) = range(line, &first) {
        return Some(range);
    }
    if let Some(ratio) = ratio(line, &first) {
        return Some(ratio);
    }
    let rule = match (first.number.form, &first.unit) {
        (_, Some(u)) if u.kind == UnitKind::Money => "money",
        (_, Some(u)) if u.kind == UnitKind::Percent => "percent",
        (_, Some(_)) => "measure",
        (Form::Fraction, None) => "fraction",
        (Form::Magnitude, None) => "magnitude",
        _ => "number",
    };
    Some(Quantity {
        end: first.end,
        number_end: first.number_end,
        unit: first.unit.clone(),
        range: None,
        rule,
        first,
    })
}

/// What joins the two ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Hyphen,
    To,
    And,
    Or,
}

/// Whether piece `at` is a hyphen, a dash or a tilde between two ends: "5-7", "5 – 7", "2 -7 g"; or the
/// stroke between two prices, "$7/$9".
fn hyphenated(line: &Line, at: usize, money: bool) -> bool {
    let (Some(piece), Some(next)) = (line.get(at), line.get(at + 1)) else {
        return false;
    };
    line.joins(at)
        || line.is_mark_of(at, &['~', '～'])
        || line.is_mark_of(at, &['-', '–', '—']) && next.space == piece.space
        || line.is_mark(at, '-') && piece.space && next.kind == Kind::Number && !next.space
        || line.is_mark(at, '/') && !piece.space && money
}

fn range(line: &Line, first: &Amount) -> Option<Quantity> {
    let at = first.end;
    let between = (0..2).any(|back| {
        first
            .start
            .checked_sub(1 + back)
            .is_some_and(|b| line.form(b) == "between")
    });
    let (joint, mut next) = if line.joins(at) && line.form(at + 1) == "to" && line.joins(at + 2) {
        (Joint::To, at + 3)
    } else if hyphenated(line, at, first.money_before) {
        (Joint::Hyphen, at + 1)
    } else {
        let joint = match line.form(at) {
            "to" | "through" => Joint::To,
            "and" if between => Joint::And,
            "or" => Joint::Or,
            _ => return None,
        };
        (joint, at + 1)
    };
    if line.is_mark(next, '~')
        || line.is_one_of(next, "about around nearly almost approximately perhaps")
    {
        next += 1;
    }
    if !line.is_number(next)
        && !line.is_mark_of(next, &['$', '£', '€', '¥', '₹', '.', '-', '−'])
        && !line.is_word(next)
    {
        return None;
    }
    // "a" opens no second end: "two to a room"
    if line.is_one_of(next, "a an half") {
        return None;
    }
    let second = amount(line, next)?;
    if line.is_number(next) && exclude::skip(line, next, true).is_some() {
        return None;
    }
    let (mut low, high) = (first.number.low, second.number.high);
    if first.number.form == Form::Magnitude && second.number.form != Form::Magnitude {
        return None;
    }
    if first.number.form == Form::Fraction
        && first.unit.is_none()
        && second.unit.is_none()
        && joint != Joint::And
    {
        return None;
    }
    // "from $160 to $180 to $200": steps, no range.
    let steps = joint == Joint::To
        && (line.form(second.end) == "to" && amount(line, second.end + 1).is_some()
            || first.start >= 2
                && line.form(first.start - 1) == "to"
                && line.is_number(first.start - 2));
    if steps {
        return None;
    }
    let unit = match (&first.unit, &second.unit) {
        (None, unit) => unit.clone(),
        (Some(a), Some(b))
            if a.name == b.name
                || a.kind == UnitKind::Money
                    && b.kind == UnitKind::Money
                    && (a.name.ends_with("dollar") && b.name == "dollar") =>
        {
            Some(a.clone())
        }
        (Some(_), Some(_)) => return None,
        (Some(a), None) => {
            // "$10 to 15"; "5% to 84" is a change and a level, "$5 to 10 people" a gift.
            let counted = noun::counted(line, second.end, &second.number, false).is_some();
            let back = first.start > 0
                && line.form(first.start - 1) == "from"
                && joint == Joint::To
                && !counted;
            if a.kind != UnitKind::Money && !back
                || counted && joint != Joint::Hyphen && joint != Joint::And
            {
                return None;
            }
            Some(a.clone())
        }
    };
    // Year-like and clock-like ends are told apart before; the scale of the second may hold for both.
    let shared = first.number.scale == 1.0
        && second.number.scale > 1.0
        && second.number.scale != 12.0
        && low.abs() < (high / second.number.scale).abs();
    if shared {
        low *= second.number.scale;
    }
    let from = first
        .start
        .checked_sub(1)
        .is_some_and(|b| line.form(b) == "from");
    match joint {
        Joint::Or => {
            let neighbours = first.number.whole()
                && second.number.whole()
                && high > low
                && (high - low <= 1.0 + 0.25 * high);
            let plain = first.unit.is_none() && first.number.form != Form::Fraction;
            if !(neighbours && plain) {
                return None;
            }
        }
        Joint::To if !from && low >= high => return None,
        Joint::Hyphen if low >= high && !first.minus => return None,
        _ => {}
    }
    // "9 to 5" and "2 to 1": a day's work, a score.
    if joint == Joint::To && low > high && unit.is_none() && high < 10.0 {
        return None;
    }
    Some(Quantity {
        end: second.end,
        number_end: second.number_end,
        range: Some((low.min(high), low.max(high))),
        unit,
        rule: if from { "from-to" } else { "range" },
        first: first.clone(),
    })
}

/// "one in three", "nine out of ten", "two in every five".
fn ratio(line: &Line, first: &Amount) -> Option<Quantity> {
    if first.unit.is_some()
        || !first.number.whole()
        || first.number.low <= 0.0
        || first.money_before
    {
        return None;
    }
    let at = first.end;
    let next = match (line.form(at), line.form(at + 1)) {
        ("in" | "of", "every") => at + 2,
        ("out", "of") => at + 2 + usize::from(line.form(at + 2) == "every"),
        ("in", _) => at + 1,
        _ if line.joins(at) && line.form(at + 1) == "in" && line.joins(at + 2) => at + 3,
        _ => return None,
    };
    if !(line.is_number(next) || line.is_word(next)) || calendar::is_year(line, next) {
        return None;
    }
    let under = number::read(line, next, false)?;
    if !under.whole()
        || under.low <= first.number.low
        || under.low < 2.0
        || under.form == Form::Magnitude
    {
        return None;
    }
    // "one in five years", "two in 10 days" count events in a time; "two in three matches" too.
    if line.form(at) == "in" && line.form(at + 1) != "every" {
        let usual = first.number.low == 1.0 && under.low <= 1e7
            || matches!(under.low as u64, 4 | 5 | 6 | 7 | 8 | 10 | 20 | 100 | 1000 | 3 if first.number.low < 10.0);
        if !usual || unit::after(line, under.end, under.form, under.scale, under.low).is_some() {
            return None;
        }
    }
    let mut first = first.clone();
    first.number.form = Form::Fraction;
    first.number.low /= under.low;
    first.number.high = first.number.low;
    first.end = under.end;
    first.number_end = under.end;
    Some(Quantity {
        end: under.end,
        number_end: under.end,
        range: None,
        unit: None,
        rule: "ratio",
        first,
    })
}

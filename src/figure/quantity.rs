//! Amounts and ranges: currency, sign, number and unit joined, and two of them with "to" between.

use super::FigureKind;
use super::calendar;
use super::exclude;
use super::line::Line;
use super::noun;
use super::number::{self, Form, Number};
use super::unit::{self, Unit};
use crate::letter::holds;
use crate::lexicon::figure::UnitKind;
use crate::rule::Rule;
use crate::text::token::Kind;

pub(super) static MONEY: Rule = Rule {
    name: "money",
    yes: examples![
        "The lock cost $47 million.",
        "It raised EUR50m.",
        "They owe five pounds sterling.",
    ],
    no: examples!["The lock weighs 47 tonnes.", "A dollar is a dollar."],
};

pub(super) static PERCENT: Rule = Rule {
    name: "percent",
    yes: examples!["Prices rose 4.1%.", "It fell two percentage points."],
    no: examples!["Prices rose 41 times."],
};

pub(super) static MEASURE: Rule = Rule {
    name: "measure",
    yes: examples![
        "The canal is 30 metres wide.",
        "He is 5'11\" tall.",
        "They dug a 2,500 cubic-metre pool.",
    ],
    no: examples!["The canal has 30 boats.", "“It has 6” was all he said."],
};

pub(super) static FRACTION: Rule = Rule {
    name: "fraction",
    yes: examples!["Two-thirds of the fields were flooded.", "Half stayed dry."],
    no: examples!["They scored in the first half.", "The third boat sank."],
};

pub(super) static MAGNITUDE: Rule = Rule {
    name: "magnitude",
    yes: examples!["They wrote hundreds.", "Millions of Americans watched."],
    no: examples!["The scores were level."],
};

pub(super) static NUMBER: Rule = Rule {
    name: "number",
    yes: examples!["The index stood at 999."],
    no: examples!["It opened in 1999.", "It opens at 6:30."],
};

pub(super) static RANGE: Rule = Rule {
    name: "range",
    yes: examples![
        "It draws 10–12,000 visitors.",
        "Between 20 and 30 boats came.",
        "Two or three boats came.",
    ],
    no: examples![
        "They won 9 to 5.",
        "They slept two to a room.",
        "It rose from $160 to $180 to $200.",
        "It rose 5% to 84.",
    ],
};

pub(super) static FROM_TO: Rule = Rule {
    name: "from-to",
    yes: examples!["Rents rose from $800 to $900."],
    no: examples!["They took 800 to 900 boats."],
};

pub(super) static RATIO: Rule = Rule {
    name: "ratio",
    yes: examples!["One in four boats sank.", "Nine out of ten came."],
    no: examples![
        "They met twice in 10 days.",
        "One in 2019 sank.",
        "Two in 10 days sank.",
    ],
};

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
    /// "from" opens the range.
    pub(super) from_to: bool,
    /// One past the last piece.
    pub(super) end: usize,
    /// One past the last numeral.
    pub(super) number_end: usize,
    /// The unit of the whole.
    pub(super) unit: Option<Unit>,
    /// What it tells, before what it counts is known.
    pub(super) kind: FigureKind,
    /// The rule that read it.
    pub(super) rule: &'static Rule,
}

/// What a number with `unit` tells.
fn kind(form: Form, unit: Option<&Unit>) -> FigureKind {
    match (form, unit.map(|u| u.kind)) {
        (_, Some(UnitKind::Money)) => FigureKind::Money,
        (_, Some(UnitKind::Percent)) => FigureKind::Percent,
        (_, Some(UnitKind::Time)) => FigureKind::Duration,
        (_, Some(UnitKind::Age)) => FigureKind::Age,
        (_, Some(UnitKind::Measure)) => FigureKind::Measure,
        (Form::Fraction, None) => FigureKind::Fraction,
        (Form::Magnitude, None) => FigureKind::Magnitude,
        (Form::Digits | Form::Spelled, None) => FigureKind::Number,
    }
}

/// The rule that reads a single amount of `kind`.
fn rule(kind: FigureKind) -> &'static Rule {
    match kind {
        FigureKind::Money => &MONEY,
        FigureKind::Percent => &PERCENT,
        FigureKind::Fraction => &FRACTION,
        FigureKind::Magnitude => &MAGNITUDE,
        FigureKind::Duration | FigureKind::Age | FigureKind::Measure => &MEASURE,
        _ => &NUMBER,
    }
}

/// A sign before a number.
#[derive(Clone, Copy, Default)]
struct Sign {
    minus: bool,
    plus: bool,
    /// Where what is signed begins.
    at: usize,
}

/// The sign at piece `i`, if one is there.
fn sign(line: &Line, i: usize) -> Sign {
    let mut sign = Sign {
        at: i,
        ..Sign::default()
    };
    if let Some(Kind::Mark(c)) = line.get(i).map(|p| p.kind) {
        match c {
            '-' | '−' | '–' if line.glued(i + 1) => sign.minus = true,
            '+' if line.glued(i + 1) => sign.plus = true,
            _ => {}
        }
        sign.at += usize::from(sign.minus || sign.plus);
    } else if line.is_one_of(i, line.lists.minus) {
        sign.at += 1 + usize::from(line.joins(i + 1));
        sign.minus = true;
    }
    sign
}

/// The amount that opens at piece `i`.
pub(super) fn amount(line: &Line, i: usize) -> Option<Amount> {
    let mut sign = sign(line, i);
    let currency = unit::currency_before(line, sign.at);
    let number_start = currency.map_or(sign.at, |c| c.1);
    if number_start > sign.at && line.is_mark_of(number_start - 1, &['-', '−']) {
        sign.minus = true;
    }
    let number = number::read(line, number_start, currency.is_some())?;
    let unit = match currency {
        Some((name, _)) => Some(sum(line, name, number.end)),
        None => unit_of(line, &number),
    };
    let mut amount = Amount {
        start: i,
        number_start,
        number_end: number.end,
        end: unit.as_ref().map_or(number.end, |u| u.end),
        number,
        unit,
        money_before: currency.is_some(),
        plus: sign.plus,
        minus: sign.minus,
    };
    if sign.minus {
        (amount.number.low, amount.number.high) = (-amount.number.high, -amount.number.low);
    }
    repeat(line, &mut amount);
    smaller_part(line, &mut amount);
    Some(amount)
}

/// The currency `name` that stood before a number; a country may stand behind it, before piece `end`.
fn sum(line: &Line, name: &'static str, end: usize) -> Unit {
    let dollar = line.lists.dollar.has(name);
    let country = unit::country_after(line, end).filter(|_| dollar);
    let (name, end) = country.unwrap_or((name, end));
    Unit {
        name,
        kind: UnitKind::Money,
        end,
    }
}

/// The unit behind a number.
fn unit_of(line: &Line, number: &Number) -> Option<Unit> {
    let Number {
        end, form, scale, ..
    } = *number;
    let value = number.low;
    if form == Form::Fraction && line.is_one_of(end, line.lists.behind_fraction) {
        // "half a litre", "half an hour", "a third of an acre"; "half of litres" is no measure.
        let of = line.is_one_of(end, line.lists.of);
        let article = of && line.is_one_of(end + 1, line.lists.indefinite);
        let at = end + 1 + usize::from(article);
        let unit = unit::after(line, at, Form::Spelled, 1.0, 1.0).filter(|_| !of || article);
        if unit.is_some() {
            return unit;
        }
    }
    let unit = unit::after(line, end, form, scale, value);
    // "hundreds of miles", "millions of dollars"
    if unit.is_none() && form == Form::Magnitude && line.is_one_of(end, line.lists.of) {
        return unit::after(line, end + 1, Form::Spelled, scale, value);
    }
    unit
}

/// "forty-five (45)": the same number again in brackets.
fn repeat(line: &Line, amount: &mut Amount) {
    let at = amount.number_end;
    if amount.end == at
        && line.is_mark(at, '(')
        && line.is_mark(at + 2, ')')
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
    let mut parts = line.lists.smaller_parts.iter();
    let Some((_, part, per)) = parts.find(|(whole, ..)| *whole == unit.name) else {
        return;
    };
    if line.is_mark(at, ',') || line.is_one_of(at, line.lists.and) {
        at += 1;
    }
    if line.joins(at) {
        at += 1;
    }
    let Some(number) = number::read(line, at, false) else {
        return;
    };
    let inches = inches(line, part, number.end);
    let small = inches.or_else(|| {
        let unit = unit::after(line, number.end, number.form, number.scale, number.low);
        unit.filter(|u| u.name == *part).map(|u| u.end)
    });
    if let Some(end) = small
        && number.low < *per
        && number.low > 0.0
    {
        amount.number.low += number.low / per;
        amount.number.high = amount.number.low;
        amount.end = end;
        amount.unit = Some(Unit {
            end,
            ..unit.clone()
        });
    }
}

/// One past what says inches behind the number that ends before piece `at`, where `part` is the inch:
/// "5ft 2in", `6'2"`, where the mark is no mark of a quotation.
fn inches(line: &Line, part: &str, at: usize) -> Option<usize> {
    let inch = line.lists.inch.has(part);
    let mark = line.is_mark_of(at, &unit::INCH_MARKS) || line.is_one_of(at, line.lists.within);
    (inch && mark && line.glued(at)).then_some(at + 1)
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
    let kind = kind(first.number.form, first.unit.as_ref());
    Some(Quantity {
        end: first.end,
        number_end: first.number_end,
        unit: first.unit.clone(),
        range: None,
        from_to: false,
        kind,
        rule: rule(kind),
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
    line.joins(at)
        || line.is_mark_of(at, &['~', '～', '-', '–', '—'])
        || line.is_mark(at, '/') && money
}

/// The joint behind the first end of a range, and where the second may open.
fn joint(line: &Line, first: &Amount) -> Option<(Joint, usize)> {
    let at = first.end;
    if line.joins(at) && line.is_one_of(at + 1, line.lists.to) {
        return Some((Joint::To, at + 2 + usize::from(line.joins(at + 2))));
    }
    if hyphenated(line, at, first.money_before) {
        return Some((Joint::Hyphen, at + 1));
    }
    let between = (0..2).any(|back| {
        let before = first.start.checked_sub(1 + back);
        before.is_some_and(|b| line.is_one_of(b, line.lists.between))
    });
    let joint = if line.is_one_of(at, line.lists.range_joint) {
        Joint::To
    } else if between && line.is_one_of(at, line.lists.and) {
        Joint::And
    } else if line.is_one_of(at, line.lists.or) {
        Joint::Or
    } else {
        return None;
    };
    Some((joint, at + 1))
}

/// The second end of a range, which opens at piece `next` or behind "about" there.
fn second_end(line: &Line, mut next: usize) -> Option<Amount> {
    if line.is_mark(next, '~') || line.is_one_of(next, line.lists.about_second_end) {
        next += 1;
    }
    // "a" opens no second end: "two to a room"
    if line.is_one_of(next, line.lists.no_second_end) {
        return None;
    }
    let second = amount(line, next)?;
    (!line.is_number(next) || exclude::skip(line, next, true).is_none()).then_some(second)
}

fn range(line: &Line, first: &Amount) -> Option<Quantity> {
    let (joint, next) = joint(line, first)?;
    let second = second_end(line, next)?;
    if incomparable(first, &second) || is_step(line, first, &second, joint) {
        return None;
    }
    let unit = range_unit(line, first, &second, joint)?;
    let high = second.number.high;
    let low = shared_scale(line, first, &second, joint);
    let from = (first.start.checked_sub(1)).is_some_and(|b| line.is_one_of(b, line.lists.from));
    let orders = match joint {
        Joint::Or => {
            let near = high > low && high - low <= 1.0 + 0.25 * high;
            near && first.number.whole() && first.unit.is_none()
        }
        Joint::To => from || low < high,
        Joint::Hyphen => low < high,
        Joint::And => true,
    };
    // "9 to 5" and "2 to 1": a day's work, a score.
    let score = joint == Joint::To && low > high && unit.is_none() && high < 10.0;
    if !orders || score {
        return None;
    }
    Some(Quantity {
        end: second.end,
        number_end: second.number_end,
        range: Some((low.min(high), low.max(high))),
        from_to: from,
        kind: kind(second.number.form, unit.as_ref()),
        unit,
        rule: if from { &FROM_TO } else { &RANGE },
        first: first.clone(),
    })
}

/// Whether two ends are of forms that make no range: "hundreds to 500".
fn incomparable(first: &Amount, second: &Amount) -> bool {
    first.number.form == Form::Magnitude && second.number.form != Form::Magnitude
}

/// "from $160 to $180 to $200": steps, no range.
fn is_step(line: &Line, first: &Amount, second: &Amount, joint: Joint) -> bool {
    let to = line.lists.to;
    joint == Joint::To
        && (line.is_one_of(second.end, to) && amount(line, second.end + 1).is_some()
            || first.start >= 2
                && line.is_one_of(first.start - 1, to)
                && line.is_number(first.start - 2))
}

/// The unit of a range; none where its ends measure different things.
fn range_unit(line: &Line, first: &Amount, second: &Amount, joint: Joint) -> Option<Option<Unit>> {
    let (a, b) = match (&first.unit, &second.unit) {
        (None, unit) => return Some(unit.clone()),
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) => {
            // "$10 to 15"; "5% to 84" is a change and a level, "$5 to 10 people" a gift.
            let counted = noun::counted(line, second.end, &second.number, false).is_some();
            let back = line.is_one_before(first.start, line.lists.from);
            let level = a.kind != UnitKind::Money && !back;
            let gift = counted && joint != Joint::Hyphen;
            return (!level && !gift).then(|| Some(a.clone()));
        }
    };
    let dollars = line.lists.dollar.has(b.name) && a.name.ends_with(b.name);
    (a.name == b.name || dollars).then(|| Some(a.clone()))
}

/// The lower end of a range, with the scale or the thousands that only the upper one tells: "5 to 8
/// million", "$5-8,000".
fn shared_scale(line: &Line, first: &Amount, second: &Amount, joint: Joint) -> f64 {
    let (low, high) = (first.number.low, second.number.high);
    let dozen = 12.0;
    let scale = second.number.scale;
    if first.number.scale == 1.0
        && scale > 1.0
        && scale != dozen
        && low.abs() < (high / scale).abs()
    {
        return low * scale;
    }
    let thousands =
        second.number.form == Form::Digits && holds(line.written(second.number_end - 1), &[',']);
    if joint == Joint::Hyphen && first.number.bare && thousands && low < high / 1000.0 {
        return low * 1000.0;
    }
    low
}

/// "one in three", "nine out of ten", "two in every five".
fn ratio(line: &Line, first: &Amount) -> Option<Quantity> {
    if first.unit.is_some() || !first.number.whole() || first.number.low <= 0.0 {
        return None;
    }
    let next = ratio_joint(line, first.end)?;
    if !(line.is_number(next) || line.is_word(next)) || calendar::is_year(line, next) {
        return None;
    }
    let under = number::read(line, next, false)?;
    if !under.whole() || under.low <= first.number.low {
        return None;
    }
    // "one in five years", "two in 10 days" count events in a time; "two in three matches" too.
    let within = line.is_one_of(first.end, line.lists.within);
    if within && !line.is_one_of(first.end + 1, line.lists.every) {
        let usual = first.number.low == 1.0
            || matches!(under.low as u64, 3..=8 | 10 | 20 | 100 | 1000 if first.number.low < 10.0);
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
        from_to: false,
        unit: None,
        kind: FigureKind::Ratio,
        rule: &RATIO,
        first,
    })
}

/// Where the second number of a ratio may open, behind the first that ends before piece `at`.
fn ratio_joint(line: &Line, at: usize) -> Option<usize> {
    let (within, every) = (line.lists.within, line.lists.every);
    let of = line.is_one_of(at + 1, line.lists.of);
    let either = |i: usize| line.is_one_of(i, within) || line.is_one_of(i, line.lists.of);
    if either(at) && line.is_one_of(at + 1, every) {
        Some(at + 2)
    } else if line.is_one_of(at, line.lists.out) && of {
        Some(at + 2 + usize::from(line.is_one_of(at + 2, every)))
    } else if line.is_one_of(at, within) {
        Some(at + 1)
    } else {
        let joined = line.joins(at) && line.is_one_of(at + 1, within);
        joined.then_some(at + 3)
    }
}

//! Numerals in digits, with any thousands mark, decimals, fractions and scales ("2.1 million",
//! "£2.5bn"); those in words are read by [`spelled`].

use super::line::Line;
use super::spelled;
use crate::decimal;
use crate::letter::holds;
use crate::lexicon::figure::{self as words, Numeral};
use crate::text::token::Kind;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits, perhaps with a scale word.
    Digits,
    /// Words.
    Spelled,
    /// A part of something: "two-thirds", "3/4", "half".
    Fraction,
    /// "hundreds", "tens of thousands": an order, no count.
    Magnitude,
}

/// A numeral as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// One past its last piece.
    pub(super) end: usize,
    /// Its value, or the lower end of a magnitude.
    pub(super) low: f64,
    /// Its value again, or the upper end.
    pub(super) high: f64,
    /// How it is written.
    pub(super) form: Form,
    /// What its scale word multiplied by; 1 without one.
    pub(super) scale: f64,
    /// Digits alone: no comma, point, scale.
    pub(super) bare: bool,
}

impl Number {
    pub(super) fn one(end: usize, value: f64, form: Form) -> Number {
        Number {
            end,
            low: value,
            high: value,
            form,
            scale: 1.0,
            bare: false,
        }
    }

    /// Whether it is a whole number.
    pub(super) fn whole(&self) -> bool {
        self.low == self.high && self.low.fract() == 0.0
    }
}

/// The numeral that starts at piece `i`; `money` says that a currency stands before it.
pub(super) fn read(line: &Line, i: usize, money: bool) -> Option<Number> {
    let piece = line.get(i)?;
    match piece.kind {
        Kind::Number => digits(line, i, money),
        Kind::Mark('.') if line.is_number(i + 1) && line.glued(i + 1) => {
            // ".77": the point opens its number. After a word without a space it ended a sentence.
            let opens = i == 0 || piece.space || line.is_mark_of(i - 1, &['$', '£', '€', '-', '(']);
            if !opens || holds(line.written(i + 1), &['.', ',']) {
                return None;
            }
            let text = line.written(i + 1);
            let value = decimal::parse(text)? / 10f64.powi(text.len() as i32);
            Some(scaled(line, Number::one(i + 2, value, Form::Digits), money))
        }
        Kind::Mark(c) => {
            let value = vulgar(c)?;
            Some(scaled(
                line,
                Number::one(i + 1, value, Form::Fraction),
                money,
            ))
        }
        Kind::Word => spelled::read(line, i),
        Kind::Clitic => None,
    }
}

/// The value of a fraction written as one character.
fn vulgar(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

/// The value of a run of digits with commas and points; none for what is no quantity ("1.2.3", "007").
pub(super) fn parse_digits(text: &str) -> Option<f64> {
    let count = |mark: u8| text.bytes().filter(|b| *b == mark).count();
    let (points, commas) = (count(b'.'), count(b','));
    if points > 1 {
        // 1.500.000: points in threes are a thousands mark; anything else is a version or a date.
        let thousands = commas == 0 && in_groups(text.as_bytes(), b'.', 3);
        return thousands
            .then(|| decimal::parse_marked(text, b'.', 0))
            .flatten();
    }
    let at = text.bytes().position(|b| b == b'.').unwrap_or(text.len());
    let (whole, fraction) = text.as_bytes().split_at(at);
    if commas > 0 && !in_groups(whole, b',', 2) {
        // 5,00: a decimal comma.
        let decimals =
            commas == 1 && fraction.len() < 2 && whole.iter().rev().take(3).any(|b| *b == b',');
        return decimals
            .then(|| decimal::parse_marked(text, b'.', b','))
            .flatten();
    }
    if whole.len() > 1 && whole[0] == b'0' && fraction.len() < 2 || fraction.contains(&b',') {
        return None; // 007, 0401: a code or a time
    }
    decimal::parse_marked(text, b',', b'.')
}

/// Whether `mark` parts digits in threes, those between the first and the last perhaps in `twos`.
fn in_groups(digits: &[u8], mark: u8, twos: usize) -> bool {
    let (mut length, mut least, mut most) = (0, 0, 3);
    for b in digits {
        if *b != mark {
            length += 1;
            continue;
        }
        if length < least || length > most {
            return false;
        }
        (length, least, most) = (0, twos, 3);
    }
    length == 3
}

fn digits(line: &Line, i: usize, money: bool) -> Option<Number> {
    let text = line.written(i);
    let mut value = parse_digits(text)?;
    let mut bare = text.bytes().all(|b| b.is_ascii_digit());
    let mut end = i + 1;
    if bare {
        // 40 000: thousands set apart by a (no-break, thin) space.
        if (1..=3).contains(&text.len()) && !text.starts_with('0') {
            while is_group(line, end) {
                value = value * 1000.0 + decimal::parse(line.written(end))?;
                end += 1;
                bare = false;
            }
        }
        // 3/4, 1 4/5, 2½
        if let Some((part, after)) = slash(line, i) {
            return Some(scaled(
                line,
                Number::one(after, part, Form::Fraction),
                money,
            ));
        }
        if let Some((part, after)) = slash(line, end).filter(|_| !line.glued(end)) {
            value += part;
            end = after;
            bare = false;
        } else if let Some(Kind::Mark(c)) = line.get(end).map(|p| p.kind)
            && let Some(part) = vulgar(c)
        {
            value += part;
            end += 1;
            bare = false;
        }
    }
    if let Some((power, after)) = power_of_ten(line, end) {
        value *= power;
        end = after;
        bare = false;
    }
    let mut number = Number::one(end, value, Form::Digits);
    number.bare = bare;
    Some(scaled(line, number, money))
}

/// Whether piece `i` is a further group of three digits, one space after its neighbour.
fn is_group(line: &Line, i: usize) -> bool {
    let (Some(piece), Some(before)) = (line.get(i), line.before(i)) else {
        return false;
    };
    let text = line.written(i);
    let gap = &line.text[before.end..piece.start];
    piece.kind == Kind::Number
        && text.len() == 3
        && text.bytes().all(|b| b.is_ascii_digit())
        && gap.chars().count() == 1
        && !line.joins(i + 1)
        && !line.is_mark_of(i + 1, &['/', ':'])
}

/// "3/4" at piece `i`: its value and end, if it can be no date and no "24/7".
fn slash(line: &Line, i: usize) -> Option<(f64, usize)> {
    if !line.is_mark_of(i + 1, &['/', '⁄']) {
        return None;
    }
    let over = decimal::whole(line.written(i))?;
    let under = decimal::whole(line.written(i + 2))?;
    let usual = matches!(under, 2..=6 | 8 | 10 | 15 | 16 | 32 | 64 | 100);
    (usual && over < under && over > 0).then(|| (f64::from(over) / f64::from(under), i + 3))
}

/// "×10−8", "x10^6" at piece `i`: the factor and its end.
fn power_of_ten(line: &Line, i: usize) -> Option<(f64, usize)> {
    let times = line.is_mark(i, '×') || line.form(i) == "x" || line.is_mark(i, '*');
    if !times || line.written(i + 1) != "10" {
        return None;
    }
    let mut at = i + 2;
    if line.is_mark(at, '^') {
        at += 1;
    }
    let minus = line.is_mark_of(at, &['-', '−', '–']);
    if minus {
        at += 1;
    }
    if at == i + 2 {
        return None;
    }
    let exponent = decimal::whole(line.written(at)).filter(|e| *e <= 300)?;
    let exponent = exponent.cast_signed();
    Some((10f64.powi(if minus { -exponent } else { exponent }), at + 1))
}

/// Adds the scale word after `number`, if one follows ("million", "bn", "-billion").
fn scaled(line: &Line, number: Number, money: bool) -> Number {
    let hyphen = line.joins(number.end);
    let at = number.end + usize::from(hyphen);
    let glued = !hyphen && line.glued(at);
    let scale = match line.numeral(at) {
        Some(Numeral::Scale(scale)) => scale,
        Some(Numeral::Hundred) => 100.0,
        Some(Numeral::Plural(scale)) if scale != 20.0 => scale,
        Some(Numeral::Suffix(scale)) if !hyphen && (glued || scale > 1e3) => {
            // "5 mm" is a length, "$5mm" money; "5k" a number, "5 K" a temperature or a race.
            if line.is_one_of(at, line.lists.mm) && !money {
                return number;
            }
            scale
        }
        Some(Numeral::Letter(scale)) if !hyphen => {
            if !letter_scales(line, at, glued, money, scale) {
                return number;
            }
            scale
        }
        _ => return number,
    };
    let mut out = Number {
        end: at + 1,
        low: times(number.low, scale),
        high: times(number.high, scale),
        scale,
        bare: false,
        ..number
    };
    // "3 hundred thousand", "4 hundred million"
    if let Some(Numeral::Scale(more)) = line.numeral(out.end)
        && more > scale
    {
        out.low = times(out.low, more);
        out.high = times(out.high, more);
        out.scale *= more;
        out.end += 1;
    }
    if let Some((part, end)) = and_part(line, out.end) {
        // "a billion and a half", "a billion and a half million"
        let (unit, end) = own_scale(line, end).unwrap_or((scale, end));
        out.low += part * unit;
        out.high += part * unit;
        out.end = end;
    }
    if let Some((rest, end)) = remainder(line, &out) {
        out.low += rest;
        out.high += rest;
        out.end = end;
    }
    if out.form == Form::Fraction {
        out.form = Form::Digits;
    }
    out
}

/// The rest of a number in mixed writing: "4 thousand 3 hundred", "3 hundred and 21". More than hundreds
/// never take an "and" ("2 million and 3 others").
fn remainder(line: &Line, number: &Number) -> Option<(f64, usize)> {
    let and = number.scale == 100.0 && line.is_one_of(number.end, line.lists.and);
    let at = number.end + usize::from(and);
    if !(and || number.scale == 1000.0 && line.is_number(at)) {
        return None;
    }
    let rest = read(line, at, false)?;
    let fits = rest.whole() && rest.low > 0.0 && rest.low < number.scale;
    (fits && (and || rest.scale == 100.0)).then_some((rest.low, rest.end))
}

/// `value` times `scale`, a whole number where the digits say so (16.4 million is 16,400,000).
fn times(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() <= whole.abs() * 1e-14 {
        whole
    } else {
        product
    }
}

/// The scale word at piece `i` and one past it.
pub(super) fn own_scale(line: &Line, i: usize) -> Option<(f64, usize)> {
    match line.numeral(i) {
        Some(Numeral::Scale(scale)) if scale != 12.0 => Some((scale, i + 1)),
        _ => None,
    }
}

/// Whether a letter after digits is a scale: after money, or glued to the digits before a counted noun
/// ("5m homes"), a currency ("5m euros"), or where the sentence tells of sums; a lone "37m" is a length.
fn letter_scales(line: &Line, at: usize, glued: bool, money: bool, scale: f64) -> bool {
    if money {
        return glued || scale == 1e6;
    }
    if !glued {
        return false;
    }
    if matches!(line.written(at), "M" | "B" | "b") {
        return true;
    }
    line.form(at) != "t"
        && (super::noun::is_plural(line, at + 1)
            || super::unit::is_currency(line, at + 1)
            || line.form(at) == "m" && tells_of_sums(line, at))
}

/// How far around a lone "12m", in pieces, words of size or of sums may stand.
const SUM_REACH: usize = 16;

/// Whether a lone "12m" whose letter is piece `at` is a number of millions: it counts some of a whole, or
/// words of profit, sales or an audience stand near, and none of size.
fn tells_of_sums(line: &Line, at: usize) -> bool {
    let (of, next) = (line.is_one_of(at + 1, line.lists.of), at + 2);
    if of && line.is_one_of(next, line.lists.of_whole_millions) {
        return true;
    }
    let from = at.saturating_sub(SUM_REACH);
    let near = from..(at + SUM_REACH).min(line.pieces.len());
    let sized =
        |i: usize| line.is_one_of(i, line.lists.of_size) || line.is_one_of(i, line.lists.length);
    let sum = |i: usize| line.words.is(line.form(i), words::SUM);
    !of && near.clone().any(sum) && !near.clone().any(sized)
}

/// "and a half" at piece `i`, hyphens allowed: its value and end.
pub(super) fn and_part(line: &Line, i: usize) -> Option<(f64, usize)> {
    let mut at = i + usize::from(line.joins(i));
    if !line.is_one_of(at, line.lists.and) {
        return None;
    }
    at += 1;
    at += usize::from(line.joins(at));
    let over = match line.words.numeral(line.form(at)) {
        Some(Numeral::Ones(n)) => n,
        _ if line.is_one_of(at, line.lists.indefinite) => 1.0,
        _ => return None,
    };
    at += 1;
    at += usize::from(line.joins(at));
    match line.numeral(at) {
        Some(Numeral::Part(under)) if over < under => Some((over / under, at + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse_digits;

    #[test]
    fn marks_part_thousands_or_decimals() {
        for (text, value) in [
            ("26700", 26_700.0),
            ("26,700", 26_700.0),
            ("1,234,567.5", 1_234_567.5),
            ("12,34,567", 1_234_567.0),
            ("1.500.000", 1_500_000.0),
            ("5,00", 5.0),
            ("7,5", 7.5),
            ("0.25", 0.25),
            ("0", 0.0),
            ("5.", 5.0),
        ] {
            assert_eq!(parse_digits(text), Some(value), "{text}");
        }
    }

    #[test]
    fn codes_versions_and_dates_are_no_quantities() {
        for text in [
            "007",
            "0401",
            "1.2.3",
            "1.500.00",
            "1234.500.000",
            "1,23,45",
            "1234,567",
            "1,2,3",
            "1.5,000",
            "0,500",
            "5,00.5",
        ] {
            assert_eq!(parse_digits(text), None, "{text}");
        }
    }
}

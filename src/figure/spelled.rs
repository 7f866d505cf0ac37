//! Numerals in words: counts ("two hundred and fifty"), fractions ("two-thirds", "half a million"),
//! magnitudes ("hundreds of thousands").

use super::line::Line;
use super::number::{Form, Number, and_part, own_scale};
use crate::lexicon::figure::Numeral;
use crate::lexicon::one_of;
use crate::text::token::Kind;

/// A numeral in words from piece `i`.
pub(super) fn read(line: &Line, i: usize) -> Option<Number> {
    let next = |at: usize| line.numeral(at);
    match line.form(i) {
        // "a hundred", "a third of", "an eighth"
        "a" | "an" if line.get(i + 1).is_some_and(|p| p.space) => match next(i + 1)? {
            Numeral::Hundred | Numeral::Scale(_) => return count(line, i + 1, 1.0),
            Numeral::Part(under) if line.form(i + 1) != "half" && part_follows(line, i + 2) => {
                return Some(Number::one(i + 2, 1.0 / under, Form::Fraction));
            }
            _ => return None,
        },
        _ => {}
    }
    match next(i)? {
        Numeral::Plural(low) => magnitude(line, i, low),
        Numeral::Part(under) => part(line, i, under),
        Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_) => count(line, i, 0.0),
        // "several hundred", "a few thousand": of that order.
        Numeral::Hundred | Numeral::Scale(_) if one_of(line.form_before(i), "several few many") => {
            let number = count(line, i, 1.0)?;
            Some(Number {
                high: number.low * 10.0,
                form: Form::Magnitude,
                ..number
            })
        }
        _ => None,
    }
}

/// Whether what stands at piece `i` lets "a third" be a fraction: "of", a verb, a mark, or nothing.
fn part_follows(line: &Line, i: usize) -> bool {
    use crate::lexicon::{BE, HAVE, MODAL};
    line.get(i).is_none_or(|p| {
        matches!(p.kind, Kind::Mark(_)) && !line.joins(i)
            || p.classes.intersects(BE.or(HAVE).or(MODAL))
            || line.is_one_of(i, "of the more less fewer higher lower in from to and")
    })
}

/// "half", "half a million", "quarter million"; other denominators need a numeral before them.
fn part(line: &Line, i: usize, under: f64) -> Option<Number> {
    let form = line.form(i);
    let mut at = i + 1;
    at += usize::from(line.joins(at));
    let article = line.is_one_of(at, "a an");
    let scale_at = at + usize::from(article);
    if matches!(form, "half" | "quarter") {
        match line.numeral(scale_at) {
            Some(Numeral::Scale(scale)) => {
                return Some(Number {
                    scale,
                    ..Number::one(scale_at + 1, scale / under, Form::Spelled)
                });
            }
            Some(Numeral::Hundred) => {
                return Some(Number::one(scale_at + 1, 100.0 / under, Form::Spelled));
            }
            _ => {}
        }
    }
    if form == "quarter" && line.joins(i + 1) && line.is_word(i + 2) {
        return Some(Number::one(i + 1, 0.25, Form::Fraction)); // quarter-litre
    }
    if form != "half" {
        return None;
    }
    // Ordinals, halves of matches, kin and compounds: "first half", "half-brother", "in half".
    let before = line.form_before(i);
    let ordinal = one_of(
        before,
        "first second other better this each every in latter top bottom northern southern eastern western upper lower winning",
    ) || (one_of(before, "the his their its her") && line.form(i + 1) != "-");
    // "a decade and a half": the half of a unit that the text does not repeat.
    let of_unit = before == "a" && i >= 3 && line.form(i - 2) == "and" && line.is_word(i - 3);
    if ordinal || of_unit || line.is_one_of(i + 1, "time way back term") {
        return None;
    }
    if line.joins(i + 1)
        && !line.is_one_of(i + 2, "hour mile day dozen litre inch point year century acre pint gallon pound tonne ton percent",
        )
    {
        return None;
    }
    Some(Number::one(i + 1, 0.5, Form::Fraction))
}

/// "hundreds", "tens of thousands", "hundreds of millions".
fn magnitude(line: &Line, i: usize, low: f64) -> Option<Number> {
    if low == 20.0 && line.form(i + 1) != "of" {
        return None; // scores of a match
    }
    let mut end = i + 1;
    let mut low = low;
    let mut scale = 1.0;
    while line.form(end) == "of"
        && let Some(Numeral::Plural(more)) = line.numeral(end + 1)
        && more >= 1e3
    {
        low *= more;
        scale *= more;
        end += 2;
    }
    if low == 10.0 {
        return None; // "tens" alone
    }
    Some(Number {
        end,
        low,
        high: low * 10.0,
        form: Form::Magnitude,
        scale,
        bare: false,
    })
}

/// What the last word of a spelled number was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    Ones,
    Tens,
    Hundred,
    Scale,
}

/// A spelled-out count from piece `i`; `article` is 1 where "a" stands for it.
fn count(line: &Line, i: usize, article: f64) -> Option<Number> {
    let mut total = 0.0;
    let mut current: Option<f64> = (article > 0.0).then_some(article);
    let mut last = if article > 0.0 {
        Last::Ones
    } else {
        Last::Start
    };
    let mut smallest = f64::INFINITY;
    let mut scale_used = 1.0;
    let mut at = i;
    let mut end = i;
    loop {
        let mut look = at;
        if at > i {
            if line.joins(look) {
                look += 1;
            }
            if line.form(look) == "and" && matches!(last, Last::Hundred | Last::Scale) {
                look += 1;
                look += usize::from(line.joins(look));
                if !matches!(
                    line.numeral(look),
                    Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
                ) {
                    break;
                }
                // "two hundred and three fifths", "a hundred and two quarters" end before "and".
                if matches!(line.numeral(look + 1), Some(Numeral::Part(_))) {
                    break;
                }
            }
        }
        let Some(numeral) = line.numeral(look) else {
            break;
        };
        match numeral {
            Numeral::Ones(n) | Numeral::Teen(n)
                if matches!(last, Last::Start | Last::Hundred | Last::Scale)
                    || (last == Last::Tens && matches!(numeral, Numeral::Ones(n) if n > 0.0)) =>
            {
                current = Some(current.unwrap_or(0.0) + n);
                last = Last::Ones;
            }
            Numeral::Tens(n) if matches!(last, Last::Start | Last::Hundred | Last::Scale) => {
                current = Some(current.unwrap_or(0.0) + n);
                last = Last::Tens;
            }
            Numeral::Hundred if matches!(last, Last::Ones | Last::Tens) => {
                let c = current?;
                if c >= 100.0 {
                    break;
                }
                current = Some(c * 100.0);
                last = Last::Hundred;
            }
            Numeral::Scale(scale) => {
                let Some(c) = current else {
                    // "two million million" is none of ours.
                    break;
                };
                if scale >= smallest {
                    break;
                }
                total += c * scale;
                scale_used = scale;
                current = None;
                last = Last::Scale;
                smallest = scale;
                if scale == 12.0 {
                    end = look + 1;
                    break;
                }
            }
            _ => break,
        }
        at = look + 1;
        end = at;
    }
    if end == i {
        return None;
    }
    let mut value = total + current.unwrap_or(0.0);
    let mut form = Form::Spelled;
    let under_at = end + usize::from(line.joins(end));
    if total == 0.0
        && let Some(Numeral::Part(under)) = line.numeral(under_at)
        && line.form(under_at) != "half"
        && is_denominator(line, under_at, value, under)
    {
        return Some(Number::one(under_at + 1, value / under, Form::Fraction));
    }
    if line.form(end) == "point"
        && let Some(Numeral::Ones(_)) = line.numeral(end + 1)
    {
        let mut place = 0.1;
        let mut look = end + 1;
        while let Some(Numeral::Ones(n)) = line.numeral(look) {
            value += n * place;
            place /= 10.0;
            look += 1;
        }
        end = look;
    }
    if let Some((part, after)) = and_part(line, end) {
        let own = own_scale(line, after);
        if last == Last::Scale {
            let (unit, after) = own.unwrap_or((scale_used, after));
            value += part * unit;
            end = after;
        } else {
            // "five and a half million"
            let (scale, after) = own.unwrap_or((1.0, after));
            value = (value + part) * scale;
            scale_used = scale_used.max(scale);
            end = after;
        }
    }
    // "three dozens", "two thousand millions"
    if let Some(Numeral::Plural(scale)) = line.numeral(end)
        && (scale == 12.0 || scale >= 1e6 && value < scale)
    {
        value *= scale;
        end += 1;
    }
    if value == 0.0 {
        form = Form::Digits;
    }
    Some(Number {
        scale: scale_used,
        ..Number::one(end, value, form)
    })
}

/// Whether "third" after a count is a denominator: singular after one, plural after more; no ordinal
/// ("one third party"), no three-month quarter ("two quarters").
fn is_denominator(line: &Line, at: usize, over: f64, under: f64) -> bool {
    let plural = line.form(at).ends_with('s');
    if plural != (over > 1.0) || over <= 0.0 {
        return false;
    }
    if plural {
        return under != 4.0 || over == 3.0;
    }
    part_follows(line, at + 1) || line.joins(at - 1) || line.is_word(at + 1) && under != 3.0
}

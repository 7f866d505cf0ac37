//! Numerals in words: counts ("two hundred and fifty"), fractions ("two-thirds", "half a million"),
//! magnitudes ("hundreds of thousands").

use super::line::Line;
use super::number::{Form, Number, and_part, own_scale};
use crate::lexicon::figure::Numeral;
use crate::text::token::Kind;

/// A numeral in words from piece `i`.
pub(super) fn read(line: &Line, i: usize) -> Option<Number> {
    // "a hundred", "a third of", "an eighth"
    let article = line.is_one_of(i, line.lists.indefinite);
    if article {
        return match line.numeral(i + 1)? {
            Numeral::Hundred | Numeral::Scale(_) => count(line, i + 1, 1.0),
            Numeral::Part(under)
                if !line.is_one_of(i + 1, line.lists.half) && part_follows(line, i + 2) =>
            {
                Some(Number::one(i + 2, 1.0 / under, Form::Fraction))
            }
            _ => None,
        };
    }
    match line.numeral(i)? {
        Numeral::Plural(low) => magnitude(line, i, low),
        Numeral::Part(under) => part(line, i, under),
        Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_) => count(line, i, 0.0),
        // "several hundred", "a few thousand": of that order.
        Numeral::Hundred | Numeral::Scale(_) if line.lists.vague_count.has(line.form_before(i)) => {
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
            || line.is_one_of(i, line.lists.behind_part)
    })
}

/// "half", "half a million", "quarter million"; other denominators need a numeral before them.
fn part(line: &Line, i: usize, under: f64) -> Option<Number> {
    let (half, quarter) = (
        line.is_one_of(i, line.lists.half),
        line.is_one_of(i, line.lists.quarter),
    );
    let mut at = i + 1;
    at += usize::from(line.joins(at));
    let article = line.is_one_of(at, line.lists.indefinite);
    let scale_at = at + usize::from(article);
    if half || quarter {
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
    if quarter && line.joins(i + 1) {
        return Some(Number::one(i + 1, 0.25, Form::Fraction)); // quarter-litre
    }
    (half && !is_half_of_two(line, i)).then(|| Number::one(i + 1, 0.5, Form::Fraction))
}

/// Ordinals, halves of matches, kin and compounds: "first half", "half-brother", "in half".
fn is_half_of_two(line: &Line, i: usize) -> bool {
    let ordinal = line.is_one_before(i, line.lists.half_of_two)
        || line.is_one_before(i, line.lists.definite) && !line.is_mark(i + 1, '-');
    // "a decade and a half": the half of a unit that the text does not repeat.
    let of_unit = line.is_one_before(i, line.lists.indefinite)
        && i >= 2
        && line.is_one_of(i - 2, line.lists.and);
    let compound = line.joins(i + 1) && !line.is_one_of(i + 2, line.lists.half_unit);
    ordinal || of_unit || compound || line.is_one_of(i + 1, line.lists.half_compound)
}

/// "hundreds", "tens of thousands", "hundreds of millions".
fn magnitude(line: &Line, i: usize, low: f64) -> Option<Number> {
    if low == 20.0 && !line.is_one_of(i + 1, line.lists.of) {
        return None; // scores of a match
    }
    let mut end = i + 1;
    let mut low = low;
    let mut scale = 1.0;
    while line.is_one_of(end, line.lists.of)
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

/// A spelled-out count while it is read, word by word.
struct Count {
    /// What closed scales add up to.
    total: f64,
    /// What no scale has closed yet.
    current: Option<f64>,
    last: Last,
    /// The smallest scale so far: the next must be smaller.
    smallest: f64,
    /// The last scale.
    scale: f64,
}

impl Count {
    /// Takes in the next word; false where it belongs to no count of these.
    fn take(&mut self, numeral: Numeral) -> bool {
        let open = matches!(self.last, Last::Start | Last::Hundred | Last::Scale);
        match numeral {
            Numeral::Ones(n) | Numeral::Teen(n)
                if open
                    || (self.last == Last::Tens
                        && matches!(numeral, Numeral::Ones(n) if n > 0.0)) =>
            {
                self.current = Some(self.current.unwrap_or(0.0) + n);
                self.last = Last::Ones;
            }
            Numeral::Tens(n) if open => {
                self.current = Some(self.current.unwrap_or(0.0) + n);
                self.last = Last::Tens;
            }
            Numeral::Hundred if matches!(self.last, Last::Ones | Last::Tens) => {
                let Some(c) = self.current.filter(|c| *c < 100.0) else {
                    return false;
                };
                self.current = Some(c * 100.0);
                self.last = Last::Hundred;
            }
            Numeral::Scale(scale) => {
                // "two million million" is none of ours.
                let Some(c) = self.current.filter(|_| scale < self.smallest) else {
                    return false;
                };
                self.total += c * scale;
                self.scale = scale;
                self.current = None;
                self.last = Last::Scale;
                self.smallest = scale;
            }
            _ => return false,
        }
        true
    }

    fn value(&self) -> f64 {
        self.total + self.current.unwrap_or(0.0)
    }
}

/// Where the next word of a count may stand, behind the piece before `at`; none where "and" goes on to
/// something else.
fn next_word(line: &Line, at: usize, last: Last) -> Option<usize> {
    let mut look = at + usize::from(line.joins(at));
    if line.is_one_of(look, line.lists.and) && matches!(last, Last::Hundred | Last::Scale) {
        look += 1;
        look += usize::from(line.joins(look));
        let small = matches!(
            line.numeral(look),
            Some(Numeral::Ones(_) | Numeral::Teen(_) | Numeral::Tens(_))
        );
        // "two hundred and three fifths", "a hundred and two quarters" end before "and".
        let part = matches!(line.numeral(look + 1), Some(Numeral::Part(_)));
        return (small && !part).then_some(look);
    }
    Some(look)
}

/// A spelled-out count from piece `i`; `article` is 1 where "a" stands for it.
fn count(line: &Line, i: usize, article: f64) -> Option<Number> {
    let mut count = Count {
        total: 0.0,
        current: (article > 0.0).then_some(article),
        last: if article > 0.0 {
            Last::Ones
        } else {
            Last::Start
        },
        smallest: f64::INFINITY,
        scale: 1.0,
    };
    let mut end = i;
    let mut look = i;
    while let Some(numeral) = line.numeral(look) {
        // "a billion-five": so many tenths of the scale.
        if let (Last::Scale, Numeral::Ones(tenths)) = (count.last, numeral)
            && line.joins(look - 1)
            && count.scale >= 1e6
            && !super::exclude::scale_at(line, look + 1)
        {
            count.current = Some(tenths * count.scale / 10.0);
            end = look + 1;
            break;
        }
        if !count.take(numeral) {
            break;
        }
        end = look + 1;
        // A dozen closes the count.
        let next = next_word(line, end, count.last).filter(|_| numeral != Numeral::Scale(12.0));
        let Some(next) = next else { break };
        look = next;
    }
    let value = count.value();
    let under_at = end + usize::from(line.joins(end));
    if count.total == 0.0
        && let Some(Numeral::Part(under)) = line.numeral(under_at)
        && is_denominator(line, under_at, value, under)
    {
        return Some(Number::one(under_at + 1, value / under, Form::Fraction));
    }
    Some(with_rest(line, &count, end))
}

/// What stands behind a count and belongs to it: "two point five", "a million and a half", "three dozens".
fn with_rest(line: &Line, count: &Count, mut end: usize) -> Number {
    let mut value = count.value();
    let mut scale = count.scale;
    if line.is_one_of(end, line.lists.point)
        && let Some(Numeral::Ones(_)) = line.numeral(end + 1)
    {
        let mut place = 0.1;
        end += 1;
        while let Some(Numeral::Ones(n)) = line.numeral(end) {
            value += n * place;
            place /= 10.0;
            end += 1;
        }
    }
    if let Some((part, after)) = and_part(line, end) {
        let own = own_scale(line, after);
        if count.last == Last::Scale {
            let (unit, after) = own.unwrap_or((scale, after));
            value += part * unit;
            end = after;
        } else {
            // "five and a half million"
            let (own, after) = own.unwrap_or((1.0, after));
            value = (value + part) * own;
            scale = scale.max(own);
            end = after;
        }
    }
    // "three dozens", "two thousand millions"
    if let Some(Numeral::Plural(more)) = line.numeral(end)
        && (more == 12.0 || more >= 1e6)
    {
        value *= more;
        end += 1;
    }
    Number {
        scale,
        ..Number::one(end, value, Form::Spelled)
    }
}

/// Whether "third" after a count is a denominator: singular after one, plural after more; no ordinal
/// ("one third party"), no three-month quarter ("two quarters").
fn is_denominator(line: &Line, at: usize, over: f64, under: f64) -> bool {
    // "one-half"; "two and a half" is read elsewhere.
    if line.is_one_of(at, line.lists.half) {
        return over == 1.0 && line.joins(at - 1);
    }
    let plural = line.form(at).ends_with('s');
    if plural != (over > 1.0) {
        return false;
    }
    if plural {
        return under != 4.0 || over == 3.0;
    }
    part_follows(line, at + 1) || line.joins(at - 1) || line.is_word(at + 1) && under != 3.0
}

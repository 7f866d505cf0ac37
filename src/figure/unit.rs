//! Units: currencies before and after the number, percent, measures, durations, ages, and rates
//! ("$52 a barrel", "12 per 100,000 people").

use super::line::Line;
use super::noun;
use super::number::{self, Form};
use crate::letter::{holds, is_letter};
use crate::lexicon::figure::{self as words, Fit, UnitKind};
use crate::text::token::Kind;

/// A unit as read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// Its name.
    pub(super) name: &'static str,
    /// What it measures.
    pub(super) kind: UnitKind,
    /// One past its last piece.
    pub(super) end: usize,
}

/// What is written for feet.
const FOOT_MARKS: [char; 3] = ['\'', '’', '′'];

/// What is written for inches.
pub(super) const INCH_MARKS: [char; 3] = ['"', '”', '″'];

/// Whether a numeral in digits may open at piece `at`, behind a currency.
fn number_at(line: &Line, at: usize) -> bool {
    line.is_number(at) || line.is_mark_of(at, &['.', '½', '¼', '¾'])
}

/// The currency that stands before a number at piece `i` ("$", "US$", "$US", "EUR"), with the piece
/// where the number starts.
pub(super) fn currency_before(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    match line.get(i)?.kind {
        Kind::Mark(c) => sign_before(line, i, c),
        Kind::Word => word_before(line, i),
        _ => None,
    }
}

/// The same for a sign.
fn sign_before(line: &Line, i: usize, c: char) -> Option<(&'static str, usize)> {
    let mut sign = [0; 4];
    let mut name = line.words.sign(c.encode_utf8(&mut sign))?;
    if c == '¢' {
        return None;
    }
    let mut at = i + 1;
    // $US5, $A5
    if line.is_word(at) {
        let joined = [line.form(at), "$"].concat();
        name = line.words.sign(&joined).filter(|_| c == '$')?;
        at += 1;
    }
    // $-5
    if line.is_mark_of(at, &['-', '−']) {
        at += 1;
    }
    // "$ two million" is none of ours
    number_at(line, at).then_some((name, at))
}

/// The same for a word: "HK$5", "EUR 5", "Rs. 500".
fn word_before(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let at = i + 1;
    if line.is_mark(at, '$') {
        // "HK$5", "HK $5"; "a $5 note" is no Australian dollar.
        let letters = line.form(i);
        let joined = [letters, "$"].concat();
        let may = line.glued(at) || letters != "a" && letters != "s";
        return line
            .words
            .sign(&joined)
            .filter(|_| may)
            .map(|name| (name, at + 1));
    }
    if !number_at(line, at) {
        return None;
    }
    let form = line.form(i).trim_end_matches('.');
    let name = line.words.code(line.written(i), form);
    let name = name.or_else(|| lost_sign(line, i))?;
    Some((name, at))
}

/// "PS2.7m": a text that lost its pound sign.
fn lost_sign(line: &Line, i: usize) -> Option<&'static str> {
    if !(line.lists.lost_pound.has(line.written(i)) && line.glued(i + 1)) {
        return None;
    }
    let digits = line.written(i + 1);
    let money = holds(digits, &[',', '.']) || line.is_word(i + 2) && line.glued(i + 2);
    money.then_some(line.lists.pound_money)
}

/// Whether piece `i` opens the word or code of a currency.
pub(super) fn is_currency(line: &Line, i: usize) -> bool {
    let Some(piece) = line.get(i) else {
        return false;
    };
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    line.words
        .unit(written, lower, &|u| u.kind == UnitKind::Money)
        .is_some()
        || line.words.code(line.written(i), line.form(i)).is_some()
        || line.is_one_of(i, line.lists.pound)
}

/// The unit after the number that ends before piece `at`; `form` is how the number is written and
/// `scale` what its scale word multiplied by, `value` its worth.
pub(super) fn after(line: &Line, at: usize, form: Form, scale: f64, value: f64) -> Option<Unit> {
    let hyphen = line.joins(at) || (line.is_mark(at, '-') && spaced_hyphen(line, at));
    let i = at + usize::from(hyphen);
    let piece = line.get(i)?;
    let digits = form == Form::Digits;
    if let Kind::Mark(c) = piece.kind
        && digits
        && let Some(unit) = mark_after(line, i, c, value)
    {
        return Some(unit);
    }
    let number = Before {
        hyphen,
        digits,
        value,
    };
    if let Some(unit) = of_table(line, i, &number) {
        return unit;
    }
    // Codes after the number: "500 USD", "110 JPY".
    let (name, kind) = if let Some(name) = line.words.code(line.written(i), line.form(i))
        && (digits || scale > 1.0)
        && !(line.is_number(i + 1) && line.glued(i + 1))
    {
        (name, UnitKind::Money)
    } else if line.is_one_of(i, line.lists.pound) {
        pounds(line, i, hyphen, scale, value)
    } else {
        return None;
    };
    Some(Unit {
        name,
        kind,
        end: i + 1,
    })
}

/// The mark `c` at piece `i`, behind digits, as a unit: "5€", "5'11\"", "6\" wide".
fn mark_after(line: &Line, i: usize, c: char, value: f64) -> Option<Unit> {
    let unit = |name, kind| {
        Some(Unit {
            name,
            kind,
            end: i + 1,
        })
    };
    let mut sign = [0; 4];
    if let Some(name) = line.words.sign(c.encode_utf8(&mut sign)) {
        // "5€", "5 €"; "5 $3" would be the next amount.
        let next = line.is_number(i + 1) && (line.glued(i + 1) || !line.glued(i));
        return unit(name, UnitKind::Money).filter(|_| !next);
    }
    // Marks of quotations stand for feet and inches where the other follows, or a word of size.
    let height = (i.saturating_sub(4)..i).any(|k| line.is_one_of(k, line.lists.height));
    let size = height || line.is_one_of(i + 1, line.lists.of_size);
    if !line.glued(i) {
        return None;
    }
    if FOOT_MARKS.contains(&c) {
        let inches = line.glued(i + 1) && line.is_mark_of(i + 2, &INCH_MARKS) && value < 100.0;
        return unit(line.lists.foot_name, UnitKind::Measure).filter(|_| inches || size);
    }
    if INCH_MARKS.contains(&c) && size {
        return unit(line.lists.inch_name, UnitKind::Measure);
    }
    None
}

/// The number before a unit.
struct Before {
    /// A hyphen joins it to the unit.
    hyphen: bool,
    digits: bool,
    value: f64,
}

/// The unit of the tables that opens at piece `i`; none inside where the words stand for no unit there.
fn of_table(line: &Line, i: usize, number: &Before) -> Option<Option<Unit>> {
    let piece = line.get(i)?;
    let Before {
        hyphen,
        digits,
        value,
    } = *number;
    let glued = !hyphen && !piece.space;
    let fits = |u: &words::UnitForm| match u.fit {
        Fit::Word => !glued || u.form.len() > 1 || !u.form.starts_with(is_letter),
        // A large number before a lone capital is no temperature: "PA 23456 F Block".
        Fit::Digits if u.exact => digits && value < 10_000.0,
        Fit::Digits => digits,
        Fit::Glued => digits && (glued || hyphen && u.form == "m"),
        Fit::BeforeOf => {
            let end = line.piece_at(i, piece.start + u.form.len());
            digits && line.is_one_of(end, line.lists.of)
        }
    };
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    let (unit, length) = line.words.unit(written, lower, &fits)?;
    let end = line.piece_at(i, piece.start + length);
    let (name, kind) = (unit.name, unit.kind);
    // "two second homes"
    let second = line.is_one_of(i, line.lists.second) && value != 1.0 && !hyphen && !digits;
    if second {
        return Some(None);
    }
    // A dollar of a named country may follow the word.
    let country = line
        .lists
        .dollar
        .has(name)
        .then(|| country_after(line, end));
    let (name, end) = country.flatten().unwrap_or((name, end));
    Some(Some(Unit { name, kind, end }))
}

/// "a 20 - minute walk": washed text sets spaces around its hyphens.
fn spaced_hyphen(line: &Line, at: usize) -> bool {
    let spaced = |i: usize| line.get(i).filter(|p| p.space);
    let Some(piece) = spaced(at + 1).filter(|p| p.kind == Kind::Word) else {
        return false;
    };
    let (written, lower) = (&line.text[piece.start..], &line.lower[piece.start..]);
    let unit = line.words.unit(written, lower, &|u| u.fit == Fit::Word);
    unit.is_some_and(|(u, _)| !u.form.ends_with('s') || line.lists.singular_unit.has(u.form))
}

/// A country after a sum: "$31.20 US", "$10 Canadian".
pub(super) fn country_after(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let mut countries = line.lists.dollar_countries.iter();
    let (_, name) = countries.find(|(words, _)| words.has(line.written(i)))?;
    // "$5 US exports": the country belongs to the noun behind it.
    let ends = !line.is_word(i + 1) || line.is_any(i + 1, noun::NOT_NOUN);
    ends.then_some((name, i + 1))
}

/// A pound weighs or pays. The text tells by its scale, by words of weight, or by a pound sign; a bare
/// small number of pounds is a weight.
fn pounds(line: &Line, i: usize, hyphen: bool, scale: f64, value: f64) -> (&'static str, UnitKind) {
    let money = (line.lists.pound_money, UnitKind::Money);
    let weight = (line.lists.pound_weight, UnitKind::Measure);
    let from = i.saturating_sub(12);
    let to = (i + 12).min(line.pieces.len());
    let of = line.is_one_of(i + 1, line.lists.of);
    if of && line.words.is(line.form(i + 2), words::MASS) {
        return weight;
    }
    // Millions are money but near what is weighed; a firm may lose or gain them.
    let moves = |form: &str| line.lists.moves_money.has(form);
    let mass = |at: usize| {
        line.words.is(line.form(at), words::MASS) && !(scale >= 1e6 && moves(line.form(at)))
    };
    if line.sterling {
        return money;
    }
    if (from..to).any(mass) {
        return weight;
    }
    let pays = (from..to).any(|at| line.is_one_of(at, line.lists.pays));
    if pays && !hyphen || value >= 50_000.0 && !of {
        money
    } else {
        weight
    }
}

/// What a figure that ends before piece `at` is per: the words for its unit's name, and one past the
/// last piece.
pub(super) fn rate(line: &Line, at: usize) -> Option<(String, usize)> {
    if line.is_mark(at, '/') {
        return Some((per_name(line, at + 1)?.0, at + 2));
    }
    let i = at + usize::from(line.joins(at));
    if line.is_one_of(i, line.lists.per) {
        if line.is_one_of(i + 1, line.lists.cent) {
            return None;
        }
        if line.is_number(i + 1) {
            let number = number::read(line, i + 1, false)?;
            let noun = noun::counted(line, number.end, &number, false);
            let end = noun.as_ref().map_or(number.end, |n| n.end);
            let words = &line.text[line.pieces[i + 1].start..line.pieces[end - 1].end];
            return Some((words.to_owned(), end));
        }
        return per_name(line, i + 1);
    }
    if !line.is_one_of(i, line.lists.rate_article) {
        return None;
    }
    let j = i + 1 + usize::from(line.joins(i + 1));
    if !line.words.is(line.form(j), words::RATE) || line.is_one_of(j + 1, line.lists.no_rate) {
        return None;
    }
    per_name(line, j)
}

/// The name of what piece `i` opens in a rate: a unit's name, or the noun itself.
fn per_name(line: &Line, i: usize) -> Option<(String, usize)> {
    let piece = line.get(i).filter(|p| p.kind == Kind::Word)?;
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    let unit = line
        .words
        .unit(written, lower, &|u| u.form.len() > 1 || u.form == "m");
    if let Some((unit, length)) = unit {
        return Some((unit.name.to_owned(), line.piece_at(i, piece.start + length)));
    }
    // "per housing unit", "per kWh": the first word alone unless a noun must follow.
    Some((noun::singular(line, line.form(i)), i + 1))
}

//! Units: currencies before and after the number, percent, measures, durations, ages, and rates
//! ("$52 a barrel", "12 per 100,000 people").

use super::line::Line;
use super::noun;
use super::number::{self, Form};
use crate::letter::{holds, is_letter};
use crate::lexicon::figure::{self as words, Fit, UnitKind, figure_words};
use crate::lexicon::one_of;
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

/// The currency that stands before a number at piece `i` ("$", "US$", "$US", "EUR"), with the piece
/// where the number starts.
pub(super) fn currency_before(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let words = figure_words();
    let piece = line.get(i)?;
    let number_at = |at: usize| {
        line.is_number(at)
            || (line.is_mark(at, '.') && line.is_number(at + 1) && line.glued(at + 1))
            || line.is_mark_of(at, &['½', '¼', '¾'])
    };
    match piece.kind {
        Kind::Mark(c) => {
            let mut sign = [0; 4];
            let mut name = words.sign(c.encode_utf8(&mut sign))?;
            if c == '¢' {
                return None;
            }
            let mut at = i + 1;
            // $US5, $A5
            if line.is_word(at) && line.glued(at) && number_at(at + 1) {
                let joined = [line.form(at), "$"].concat();
                name = words.sign(&joined).filter(|_| c == '$')?;
                at += 1;
            }
            // $-5
            if line.is_mark_of(at, &['-', '−']) && line.glued(at) && line.glued(at + 1) {
                at += 1;
            }
            if number_at(at) {
                return Some((name, at));
            }
            // "$ two million" is none of ours
            None
        }
        Kind::Word => {
            let at = i + 1;
            if line.is_mark(at, '$') && number_at(at + 1) {
                // "HK$5", "HK $5"; "a $5 note" is no Australian dollar.
                let letters = line.form(i);
                let capital = line
                    .written(i)
                    .starts_with(|c: char| c.is_ascii_uppercase());
                let joined = [letters, "$"].concat();
                let glued = line.glued(at);
                if (glued || capital && letters.len() > 1 || letters != "a" && letters != "s")
                    && let Some(name) = words.sign(&joined)
                {
                    return Some((name, at + 1));
                }
                return None;
            }
            if !number_at(at) {
                // "Rs. 500": the full stop belongs to the abbreviation.
                return (line.form(i) == "rs" && line.is_mark(at, '.') && number_at(at + 1))
                    .then_some(("Indian rupee", at + 1));
            }
            let name = words
                .code(line.written(i), line.form(i).trim_end_matches('.'))
                .or_else(|| before_only(line, i))?;
            Some((name, at))
        }
        _ => None,
    }
}

/// Words that stand before the number: "ringgit 42", "PS2.7m" where a text lost its pound sign.
fn before_only(line: &Line, i: usize) -> Option<&'static str> {
    if line.written(i) == "PS" && line.glued(i + 1) {
        let digits = line.written(i + 1);
        let money = holds(digits, &[',', '.']) || line.is_word(i + 2) && line.glued(i + 2);
        return money.then_some("pound sterling");
    }
    None
}

/// Whether piece `i` opens the word or code of a currency.
pub(super) fn is_currency(line: &Line, i: usize) -> bool {
    let Some(piece) = line.get(i) else {
        return false;
    };
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    figure_words()
        .unit(written, lower, &|u| {
            u.kind == UnitKind::Money && u.fit == Fit::Word
        })
        .is_some()
        || figure_words().code(line.written(i), line.form(i)).is_some()
        || matches!(line.form(i), "pounds")
}

/// The unit after the number that ends before piece `at`; `form` is how the number is written and
/// `scale` what its scale word multiplied by, `value` its worth.
pub(super) fn after(line: &Line, at: usize, form: Form, scale: f64, value: f64) -> Option<Unit> {
    let words = figure_words();
    let hyphen = line.joins(at) || (line.is_mark(at, '-') && spaced_hyphen(line, at));
    let i = at + usize::from(hyphen);
    let piece = line.get(i)?;
    let glued = !hyphen && !piece.space;
    let digits = form == Form::Digits;
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    if let Kind::Mark(c) = piece.kind
        && !hyphen
    {
        let mut sign = [0; 4];
        if let Some(name) = words.sign(c.encode_utf8(&mut sign)) {
            // "5€", "5 €"; "5 $3" would be the next amount.
            let next = line.is_number(i + 1) && (line.glued(i + 1) || !glued);
            return (digits && !next).then_some(Unit {
                name,
                kind: UnitKind::Money,
                end: i + 1,
            });
        }
    }
    let fits = |u: &words::UnitForm| match u.fit {
        Fit::Word => !glued || u.form.len() > 1 || !u.form.starts_with(is_letter),
        // A large number before a lone letter is no temperature: "PA 23456 F Block".
        Fit::Digits if u.exact && u.form.len() == 1 => digits && value < 10_000.0,
        Fit::Digits => digits || hyphen && form == Form::Fraction,
        Fit::Glued => digits && (glued || hyphen && u.form == "m"),
    };
    if let Some((unit, length)) = words.unit(written, lower, &fits) {
        let end = line.piece_at(i, piece.start + length);
        let mut name = unit.name;
        let mut kind = unit.kind;
        if one_of(name, "year month week day") {
            // "26-year-old", "two-year-olds", "26 years old" came as AGE; "30-year-olds" by parts.
            if line.form(end) == "old" || line.form(end) == "olds" {
                kind = UnitKind::Age;
            }
        }
        if name == "second" && line.form(i) == "second" && value != 1.0 && !hyphen && !digits {
            return None; // "two second homes"
        }
        if line.form(i) == "quarters" && form == Form::Fraction {
            return None;
        }
        // "5 a" and the like never come here; a dollar of a named country may follow the word.
        if name == "dollar"
            && let Some(country) = country_after(line, end)
        {
            name = country.0;
            return Some(Unit {
                name,
                kind,
                end: country.1,
            });
        }
        return Some(Unit { name, kind, end });
    }
    // Codes after the number: "500 USD", "110 JPY".
    if piece.kind == Kind::Word {
        if let Some(name) = words.code(line.written(i), line.form(i))
            && (digits || scale > 1.0)
            && !(line.is_number(i + 1) && line.glued(i + 1))
        {
            return Some(Unit {
                name,
                kind: UnitKind::Money,
                end: i + 1,
            });
        }
        if line.is_one_of(i, "pound pounds") {
            let (name, kind) = pounds(line, i, hyphen, scale, value);
            return Some(Unit {
                name,
                kind,
                end: i + 1,
            });
        }
    }
    None
}

/// "a 20 - minute walk": washed text sets spaces around its hyphens.
fn spaced_hyphen(line: &Line, at: usize) -> bool {
    line.get(at).is_some_and(|p| p.space)
        && line
            .get(at + 1)
            .is_some_and(|p| p.space && p.kind == Kind::Word)
        && {
            let form = line.form(at + 1);
            let piece = &line.pieces[at + 1];
            figure_words()
                .unit(
                    &line.text[piece.start..],
                    &line.lower[piece.start..],
                    &|u| u.fit == Fit::Word && u.form.len() >= form.len(),
                )
                .is_some_and(|(u, _)| !u.form.ends_with('s') || u.form == "celsius")
        }
}

/// A country after a sum: "$31.20 US", "$10 Canadian".
pub(super) fn country_after(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let name = match line.written(i) {
        "US" | "U.S." | "American" => "US dollar",
        "Canadian" => "Canadian dollar",
        "Australian" => "Australian dollar",
        _ => return None,
    };
    // "$5 US exports": the country belongs to the noun behind it.
    let ends = !line.is_word(i + 1) || line.is_any(i + 1, noun::NOT_NOUN);
    ends.then_some((name, i + 1))
}

/// A pound weighs or pays. The text tells by its scale, by words of weight, or by a pound sign; a bare
/// small number of pounds is a weight.
fn pounds(line: &Line, i: usize, hyphen: bool, scale: f64, value: f64) -> (&'static str, UnitKind) {
    const MONEY: (&str, UnitKind) = ("pound sterling", UnitKind::Money);
    const WEIGHT: (&str, UnitKind) = ("pound-mass", UnitKind::Measure);
    let words = figure_words();
    let from = i.saturating_sub(12);
    let to = (i + 12).min(line.pieces.len());
    if line.form(i + 1) == "of" && words.is(line.form(i + 2), words::MASS) {
        return WEIGHT;
    }
    // Millions are money but near what is weighed; a firm may lose or gain them.
    let moves = |form: &str| one_of(form, "lose lost loss gain gained");
    let mass =
        |at: usize| words.is(line.form(at), words::MASS) && !(scale >= 1e6 && moves(line.form(at)));
    if line.sterling || scale >= 1e6 && !(from..to).any(mass) {
        return MONEY;
    }
    if (from..to).any(mass) {
        return WEIGHT;
    }
    let pays = (from..to).any(|at| {
        line.is_one_of(at, "pay paid cost costs price worth fine fined profit salary wage spend spent pence sterling tax fee cash money")
    });
    if pays && !hyphen || value >= 50_000.0 && line.form(i + 1) != "of" {
        MONEY
    } else {
        WEIGHT
    }
}

/// What a figure that ends before piece `at` is per: the words for its unit's name, and one past the
/// last piece.
pub(super) fn rate(line: &Line, at: usize) -> Option<(String, usize)> {
    let words = figure_words();
    if line.is_mark(at, '/') && line.glued(at) && line.is_word(at + 1) && line.glued(at + 1) {
        return Some((per_name(line, at + 1)?.0, at + 2));
    }
    let hyphen = usize::from(line.joins(at));
    let i = at + hyphen;
    match line.form(i) {
        "per" => {
            if line.form(i + 1) == "cent" {
                return None;
            }
            if line.is_number(i + 1) {
                let number = number::read(line, i + 1, false)?;
                let noun = noun::counted(line, number.end, &number, false);
                let end = noun.as_ref().map_or(number.end, |n| n.end);
                let words = &line.text[line.pieces[i + 1].start..line.pieces[end - 1].end];
                return Some((words.to_owned(), end));
            }
            let (name, end) = per_name(line, i + 1)?;
            Some((name, end))
        }
        "a" | "an" | "each" | "every" => {
            let j = i + 1 + usize::from(line.joins(i + 1));
            if !words.is(line.form(j), words::RATE)
                || line.is_one_of(j + 1, "earlier ago later after before from old away")
                || line.is_number(j)
            {
                return None;
            }
            let (name, end) = per_name(line, j)?;
            Some((name, end))
        }
        _ => None,
    }
}

/// The name of what piece `i` opens in a rate: a unit's name, or the noun itself.
fn per_name(line: &Line, i: usize) -> Option<(String, usize)> {
    let piece = line.get(i).filter(|p| p.kind == Kind::Word)?;
    let written = &line.text[piece.start..];
    let lower = &line.lower[piece.start..];
    let unit = figure_words().unit(written, lower, &|u| u.form.len() > 1 || u.form == "m");
    if let Some((unit, length)) = unit {
        return Some((unit.name.to_owned(), line.piece_at(i, piece.start + length)));
    }
    // "per housing unit", "per kWh": the first word alone unless a noun must follow.
    Some((noun::singular(line.form(i)), i + 1))
}

//! Figures: numbers as written, with their value, unit, bound and change.
//!
//! A sentence without a numeral is passed by; one with a numeral is cut finer than tokens ([`line`]).
//! From left to right: what is no figure to a reader is skipped ([`exclude`], [`calendar`]); else a
//! quantity is read ([`quantity`], of [`number`], [`spelled`] and [`unit`]), then what it counts ([`noun`]), its bound and its change
//! ([`bound`]).

mod bound;
mod calendar;
mod exclude;
mod line;
mod noun;
mod number;
mod quantity;
mod spelled;
mod unit;

use std::borrow::Cow;

use crate::letter::is_numeric;
use crate::lexicon::figure::{self as words, Numeral, UnitKind, figure_words};
use crate::lexicon::{FRACTION, NUMERAL, one_of};
use crate::span::Span;
use crate::text::Text;
use crate::text::token::{Kind, Token};
use bound::Around;
use line::Line;
use number::Form;

/// How the figure is bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// "about", "around", "nearly".
    About,
    /// "more than", "at least".
    Over,
    /// "fewer than", "up to".
    Under,
}

/// Which way a figure says something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// "rose 5 %".
    Up,
    /// "fell 5 %".
    Down,
}

/// One figure. Spans are bytes of the document's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The numeral with the unit beside it ("$2.1 million", "26,700 Palestinians").
    pub span: Span,
    /// The numeral alone, its scale word included ("2.1 million").
    pub number: Span,
    /// The token that the numeral starts in.
    pub token: usize,
    /// What it is worth; none for a range.
    pub value: Option<f64>,
    /// The lower end of a range.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The unit's name ("percentage", "dollar") or the counted noun ("Palestinian").
    pub unit: Option<Cow<'static, str>>,
    /// How it is bounded.
    pub bound: Bound,
    /// The words that say so ("more than").
    pub bound_evidence: Option<Span>,
    /// Which way it went, if the text says.
    pub change: Option<Change>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// Finds the figures of `text`, in order.
pub fn find(text: &Text) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut line = Line::default();
    for sentence in &text.sentences {
        if figures.len() >= text.most_findings() {
            break;
        }
        let numeral = (sentence.start..sentence.end).any(|i| opens(text, &text.tokens[i]));
        if numeral {
            line.fill(text, *sentence);
            read_line(&line, &mut figures);
        }
    }
    // Digits without end are worth nothing that can be said.
    let finite = |n: Option<f64>| n.is_none_or(f64::is_finite);
    figures.retain(|f| finite(f.value) && finite(f.low) && finite(f.high));
    figures
}

/// Whether a token may open a numeral: digits, a numeral word, a compound with either inside.
fn opens(text: &Text, token: &Token) -> bool {
    match token.kind {
        Kind::Number => true,
        Kind::Mark(c) => !c.is_ascii() && is_numeric(c),
        Kind::Word => match token.entry() {
            Some(entry) => entry.classes.intersects(NUMERAL.or(FRACTION)),
            None => compound(token.span.of(&text.document.text)),
        },
        Kind::Clitic => false,
    }
}

/// Whether a word that the lexicon does not hold has a numeral inside: "six-member", "EUR50m".
fn compound(word: &str) -> bool {
    let bytes = word.as_bytes();
    // Digits and the hyphen stand before all letters; most words hold neither.
    if bytes.iter().all(|b| *b > b'9') {
        return false;
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        return true;
    }
    bytes.contains(&b'-')
        && word
            .split('-')
            .any(|part| figure_words().numeral(&part.to_ascii_lowercase()).is_some())
}

/// The most figures of one sentence. No writer's sentence comes near: what holds more is a table that has
/// lost its cells, of which figures by themselves say nothing.
const MOST_FIGURES: usize = 64;

/// Reads the figures of one line into `figures`.
fn read_line(line: &Line, figures: &mut Vec<Figure>) {
    let first = figures.len();
    let mut previous: Option<Read> = None;
    let mut hanging = Vec::new();
    let mut i = 0;
    while i < line.pieces.len() && figures.len() < first + MOST_FIGURES {
        if !may_open(line, i) {
            i += 1;
            continue;
        }
        let number_at = if line.is_number(i) || line.is_word(i) {
            i
        } else {
            i + 1
        };
        let money = unit::currency_before(line, i).is_some();
        let point = line.is_mark(i, '.');
        if !money
            && !point
            && let Some(end) = exclude::skip(line, number_at, bound::stands_before(line, i))
        {
            i = end.max(i + 1);
            continue;
        }
        let before = previous.and_then(|p| Some((figures.last()?, p)));
        let Some((figure, read)) = read_one(line, i, before) else {
            i += 1;
            continue;
        };
        // "four-, five- and six-cylinder": the last one's unit is theirs.
        if line.is_mark(read.number_end, '-')
            && line.glued(read.number_end)
            && !line.joins(read.number_end)
        {
            hanging.push(figures.len());
        } else if let Some(unit) = &figure.unit {
            for at in hanging.drain(..) {
                let earlier: &mut Figure = &mut figures[at];
                earlier.unit.get_or_insert_with(|| unit.clone());
            }
        }
        i = read.end.max(i + 1);
        figures.push(figure);
        previous = Some(read);
    }
    debug_assert!(first <= figures.len());
}

/// Whether a figure may open at piece `i`.
fn may_open(line: &Line, i: usize) -> bool {
    let Some(piece) = line.get(i) else {
        return false;
    };
    match piece.kind {
        Kind::Number => true,
        Kind::Mark('.') => line.is_number(i + 1) && line.glued(i + 1) && (piece.space || i == 0),
        Kind::Mark('-' | '−' | '–' | '+') => {
            (piece.space || i == 0 || line.is_mark_of(i - 1, &['(', '[']))
                && line.glued(i + 1)
                && (line.is_number(i + 1) || unit::currency_before(line, i + 1).is_some())
        }
        Kind::Mark(c) => {
            (!c.is_ascii() && is_numeric(c)) || unit::currency_before(line, i).is_some()
        }
        Kind::Word => {
            // Every word comes by here: lengths are compared before letters.
            let form = line.form(i);
            match form.len() {
                1 | 2 if matches!(form, "a" | "an") => {
                    matches!(
                        line.numeral(i + 1),
                        Some(Numeral::Hundred | Numeral::Scale(_) | Numeral::Part(_))
                    ) || line.is_mark(i + 1, '$') && line.glued(i + 1)
                }
                5 if form == "minus" => true,
                8 if form == "negative" => true,
                len => {
                    line.numeral(i).is_some()
                        || (line.is_number(i + 1)
                            || line.is_mark(i + 1, '$')
                            || len == 2 && form == "rs")
                            && unit::currency_before(line, i).is_some()
                }
            }
        }
        Kind::Clitic => false,
    }
}

/// Where a figure was read, and what the next one may take from it besides.
#[derive(Clone, Copy, Debug)]
struct Read {
    /// One past its last piece.
    end: usize,
    /// One past its numeral.
    number_end: usize,
    kind: Option<UnitKind>,
}

/// The figure that opens at piece `i`.
fn read_one(line: &Line, i: usize, previous: Option<(&Figure, Read)>) -> Option<(Figure, Read)> {
    let quantity = quantity::read(line, i)?;
    let first = &quantity.first;
    let number = first.number;
    let mut end = quantity.end;
    let mut rule = quantity.rule;
    let mut kind = quantity.unit.as_ref().map(|u| u.kind);
    let mut name: Option<Cow<'static, str>> = quantity.unit.as_ref().map(|u| Cow::Borrowed(u.name));
    let one = number.form == Form::Spelled
        && number.low == 1.0
        && quantity.range.is_none()
        && line.form(i) == "one";
    if one && name.is_none() && !one_counts(line, i, end) {
        return None;
    }
    if let Some(after) = multiple(line, end).filter(|_| name.is_none()) {
        end = after;
        rule = "multiple";
    } else if name.is_none() && rule != "ratio" && number.form != Form::Fraction {
        let attributive =
            !one && i > 0 && line.is_one_of(i - 1, "a an the this that its his her their our");
        let mut counts = number;
        if quantity.range.is_some() {
            counts.low = 2.0;
            counts.high = 3.0;
        }
        match noun::counted(line, end, &counts, attributive) {
            Some(noun) => {
                end = noun.end;
                name = Some(noun.name.into());
                if rule == "number" {
                    rule = "count";
                }
            }
            None if one => return None,
            None => {}
        }
    }
    if name.is_none() && age(line, i, end, &quantity) {
        name = Some(Cow::Borrowed("year of age"));
        kind = Some(UnitKind::Age);
        rule = "age";
    }
    if !matches!(kind, Some(UnitKind::Percent | UnitKind::Age))
        && let Some((per, after)) = unit::rate(line, end)
        && name.is_some()
    {
        let base = name.take().unwrap_or_default();
        name = Some([&base, " per ", per.as_str()].concat().into());
        end = after;
    }
    let points = name.as_deref().is_some_and(|n| n.starts_with("point"));
    let around = Around {
        start: first.start,
        end,
        kind,
        points,
        small: number.form == Form::Spelled && number.high < 10.0,
        value: number.low,
        from_to: rule == "from-to",
    };
    let found = bound::find(line, &around);
    let mut change =
        bound::change(line, &around, found).or_else(|| bound::change_after(line, &around));
    let mut bounded = found.map_or(Bound::Exact, |f| f.0);
    let mut evidence = found.map(|(_, from, to)| line.document_span(from, to));
    if first.plus && kind.is_some() {
        change = Some(Change::Up);
    }
    if first.minus && kind == Some(UnitKind::Percent) {
        change = Some(Change::Down);
    }
    if let Some(before) = previous {
        carry(
            line,
            before,
            &around,
            &mut bounded,
            &mut evidence,
            &mut change,
        );
    }
    let (value, low, high) = match quantity.range {
        Some((low, high)) => (None, Some(low), Some(high)),
        None if number.low != number.high => (None, Some(number.low), Some(number.high)),
        None => (Some(number.low), None, None),
    };
    let figure = Figure {
        span: line.span(first.start, end),
        number: line.span(first.number_start, quantity.number_end),
        token: line.token(first.number_start),
        value,
        low,
        high,
        unit: name,
        bound: bounded,
        bound_evidence: evidence,
        change,
        rule,
    };
    let read = Read {
        end,
        number_end: quantity.number_end,
        kind,
    };
    Some((figure, read))
}

/// What a figure takes from the one before it: a conversion in brackets is bounded as its original is,
/// and "or 0.2%" goes the way of the points before it.
fn carry(
    line: &Line,
    (given, before): (&Figure, Read),
    figure: &Around,
    bounded: &mut Bound,
    evidence: &mut Option<Span>,
    change: &mut Option<Change>,
) {
    let gap = figure.start.saturating_sub(before.end);
    let bracket = gap == 1 && line.is_mark(before.end, '(');
    let or = gap <= 2 && line.form(figure.start.saturating_sub(1)) == "or";
    let by = figure.start > 0
        && line.form(figure.start - 1) == "by"
        && figure.kind.is_some()
        && figure.kind == before.kind;
    let measured = figure.kind.is_some() && before.kind.is_some();
    if bracket && measured && *bounded == Bound::Exact {
        *bounded = given.bound;
        *evidence = given.bound_evidence;
    }
    if change.is_none() && ((bracket && measured) || or || by) {
        *change = given.change;
    }
}

/// Whether "one" at piece `i` counts something, by its neighbours; its noun is looked for after.
fn one_counts(line: &Line, i: usize, end: usize) -> bool {
    let before = line.form_before(i);
    if i > 0 && line.is_word(i - 1) && figure_words().is(before, words::BEFORE_ONE) {
        return false;
    }
    if line.joins(end) {
        return !line.is_one_of(
            end + 1,
            "time off on sided way shot stop size to eyed up liner armed legged dimensional",
        );
    }
    !figure_words().is(line.form(end), words::ONE_NOT)
}

/// One past "-fold" or "times" that makes a multiple of the number before piece `at`: "three times the
/// size", "an 18-fold rise". "Three times" alone counts occasions.
fn multiple(line: &Line, at: usize) -> Option<usize> {
    let i = at + usize::from(line.joins(at));
    match line.form(i) {
        "fold" => Some(i + 1),
        "times" => {
            let next = line.form(i + 1);
            let compares = one_of(next, "the more as less its their his her that what")
                || next.len() > 4 && next.ends_with("er");
            compares.then_some(i + 1)
        }
        _ => None,
    }
}

/// Whether a bare number is an age: "aged 14", "at age 30", "Mara Ito, 42, …".
fn age(line: &Line, i: usize, end: usize, quantity: &quantity::Quantity) -> bool {
    let number = quantity.first.number;
    if !number.whole() || !(1.0..=120.0).contains(&number.high) || quantity.first.money_before {
        return false;
    }
    let before = line.form_before(i);
    if one_of(before, "aged age ages")
        || before == "of" && i > 1 && line.is_one_of(i - 2, "age ages")
    {
        return true;
    }
    // "she was six", "until he turned 18", "at just 20, she"
    let bare_end = line.get(end).is_none_or(|p| {
        matches!(p.kind, Kind::Mark(_)) && !line.joins(end)
            || p.classes
                .intersects(noun::NOT_NOUN.or(crate::lexicon::ADVERB))
    });
    if bare_end && number.high >= 2.0 && quantity.range.is_none() {
        let mut back = i;
        while one_of(
            line.form_before(back),
            "just only about be been around nearly now already",
        ) {
            back -= 1;
        }
        let verb = back.wrapping_sub(1);
        let person = one_of(line.form_before(verb.min(back)), "he she who");
        if person
            && (line.is_any(verb, crate::lexicon::BE)
                || line.is_one_of(verb, "turned turns will would 's ’s"))
        {
            return true;
        }
        if line.form(verb) == "at" && line.is_mark(end, ',') && line.is_one_of(end + 1, "he she") {
            return true;
        }
    }
    let name = i >= 2
        && line.is_mark(i - 1, ',')
        && line.is_word(i - 2)
        && line.pieces[i - 2].capital
        && number.bare
        && (line.is_mark_of(end, &[',', '.', ';', ')', '—', '–'])
            || line.is_one_of(end, "and of from who was is")
            || line.get(end).is_none());
    name && number.high >= 3.0
        && !line.is_any(i - 2, crate::lexicon::MONTH.or(crate::lexicon::WEEKDAY))
        && !(line.is_mark(end, ',') && line.is_number(end + 1))
}

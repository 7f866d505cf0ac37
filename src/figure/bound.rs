//! How a figure is bounded, and which way it went: the words right before and right after it.

use super::line::Line;
use super::{Bound, Change};
use crate::lexicon::figure::{BoundWord, Strength, UnitKind, figure_words};
use crate::lexicon::{BE, DETERMINER, PAST, PREPOSITION, VERB, one_of};
use crate::text::token::Kind;

/// What the reading of bound and change must know of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// First piece of the figure, its currency or sign included.
    pub(super) start: usize,
    /// One past its last piece.
    pub(super) end: usize,
    /// What its unit measures; none for counts and bare numbers.
    pub(super) kind: Option<UnitKind>,
    /// It counts points or the like, as an index does.
    pub(super) points: bool,
    /// It is written in words and under ten.
    pub(super) small: bool,
    /// Its value, or the lower end.
    pub(super) value: f64,
    /// It reads "from … to …".
    pub(super) from_to: bool,
}

/// A bound with its words, as bytes of the line.
pub(super) type Found = (Bound, usize, usize);

fn bound(word: BoundWord) -> Bound {
    match word {
        BoundWord::About => Bound::About,
        BoundWord::Over => Bound::Over,
        BoundWord::Under => Bound::Under,
    }
}

/// The words between bound and figure that change nothing.
const FILLERS: &[&str] = &["a", "an", "just", "only", "another", "total of", "or", "by"];

/// The bound of a figure, if words or signs give it one.
pub(super) fn find(line: &Line, figure: &Around) -> Option<Found> {
    before(line, figure).or_else(|| after(line, figure))
}

/// Whether a bound stands right before piece `i`.
pub(super) fn stands_before(line: &Line, i: usize) -> bool {
    line.get(i).is_some_and(|p| {
        figure_words()
            .bound_before(line.lower[..p.start].trim_end())
            .is_some()
    })
}

fn before(line: &Line, figure: &Around) -> Option<Found> {
    let words = figure_words();
    let mut text = line.lower[..line.pieces[figure.start].start].trim_end();
    if let Some(rest) = text.strip_suffix("sub-") {
        return Some((Bound::Under, rest.len(), text.len()));
    }
    for _ in 0..3 {
        if let Some((word, length)) = words.bound_before(text) {
            let from = text.len() - length;
            let phrase = &text[from..];
            if !stands(line, figure, phrase, from) {
                return None;
            }
            return Some((bound(word), from, text.len()));
        }
        let filler = FILLERS.iter().find(|f| {
            text.strip_suffix(**f)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })?;
        text = text[..text.len() - filler.len()].trim_end();
    }
    None
}

/// Whether the phrase bounds here: "some two" counts nobody, "talked about two plans" bounds nothing.
fn stands(line: &Line, figure: &Around, phrase: &str, from: usize) -> bool {
    let preceding = line.piece_before(figure.start, from);
    let after_be = preceding.is_some_and(|p| line.is_any(p, BE));
    match phrase {
        "some" => figure.value >= 10.0,
        "near" | "above" | "below" | "beyond" => figure.kind.is_some() || figure.value >= 10.0,
        "about" | "around" | "over" | "under" => {
            !(figure.small && figure.kind.is_none()) || after_be || preceding.is_none()
        }
        "c." | "shy of" | "topping" => figure.value >= 10.0,
        "or" | "or so" => false,
        _ => true,
    }
}

fn after(line: &Line, figure: &Around) -> Option<Found> {
    let piece = line.get(figure.end)?;
    if line.is_mark(figure.end, '+') && !piece.space {
        return Some((Bound::Over, piece.start, piece.end));
    }
    let mut start = piece.start;
    if line.is_mark(figure.end, ',') {
        start = line.get(figure.end + 1)?.start;
        // "40 trams, or more": only such words after a comma.
        if line.form(figure.end + 1) != "or" {
            return None;
        }
    }
    let text = &line.lower[start..];
    let (word, length) = figure_words().bound_after(text)?;
    let phrase = &text[..length];
    let next = line.piece_at(figure.end, start + length);
    let goes_on = match phrase {
        // "40 plus 3"
        "plus" | "tops" => line
            .get(next)
            .is_some_and(|p| !matches!(p.kind, Kind::Mark('.' | ','))),
        // "and over the weekend", "at least 5"
        _ if phrase.starts_with("and") => {
            line.is_number(next) || line.is_one_of(next, "to the a than")
        }
        _ => line.is_number(next),
    };
    if goes_on {
        return None;
    }
    Some((bound(word), start, start + length))
}

/// How many words back an object may stand between verb and "by": "cut its costs by 5%".
const OBJECT_REACH: usize = 9;

/// Which way the figure went, by the verb or adverb before it. A noun behind it ("a 5% rise") names what
/// the figure measures and is no change of it.
pub(super) fn change(line: &Line, figure: &Around, bound: Option<Found>) -> Option<Change> {
    if matches!(figure.kind, Some(UnitKind::Time | UnitKind::Age)) {
        return None;
    }
    let start = match bound {
        Some((_, from, to)) if to <= line.pieces[figure.start].start => from,
        _ => line.pieces[figure.start].start,
    };
    let mut i = line.piece_before(figure.start, start)?;
    let mut by = false;
    for _ in 0..5 {
        let form = line.form(i);
        let skipped = one_of(
            form,
            "by a an another further just only as much either some around about roughly more than",
        ) || form == "from" && figure.from_to
            || form.len() > 4 && form.ends_with("ly");
        if !skipped {
            break;
        }
        by |= form == "by";
        i = i.checked_sub(1)?;
    }
    let word = match figure_words().change(line.form(i)) {
        Some(word) => word,
        None if by && figure.kind.is_some() => {
            i = verb_before_object(line, i)?;
            figure_words().change(line.form(i))?
        }
        None => return None,
    };
    let form = line.form(i);
    let points = figure.points || figure.kind == Some(UnitKind::Percent);
    let measured = points || matches!(figure.kind, Some(UnitKind::Money | UnitKind::Measure));
    let adverb = one_of(form, "up down higher lower");
    let fits = match word.strength {
        Strength::Strong if !adverb => true,
        Strength::Point => points || by,
        _ => measured,
    };
    if !fits {
        let after_be = i > 0 && (line.is_any(i - 1, BE) || line.is_mark(i - 1, ','));
        if !(adverb && after_be) {
            return None;
        }
    }
    // "the fall", "this drop": a noun.
    if !adverb
        && !by
        && i > 0
        && line.is_any(i - 1, DETERMINER.or(PREPOSITION))
        && !line.is_one_of(i - 1, "to more")
    {
        return None;
    }
    // "free up $5 million", "put down $5": phrasal verbs; "closed up 5%" is a change.
    if adverb
        && !points
        && i > 0
        && line.is_word(i - 1)
        && !line.is_any(i - 1, BE)
        && !line.pieces[i - 1].capital
        && (!line.form(i - 1).ends_with('s') || line.is_any(i - 1, VERB.or(PAST)))
    {
        return None;
    }
    if adverb
        && one_of(
            line.form_before(i),
            "make makes made set sets end ended gave pick take",
        )
    {
        return None;
    }
    Some(if word.up { Change::Up } else { Change::Down })
}

/// The change verb before an object that ends at piece `i`, with no other number between.
fn verb_before_object(line: &Line, i: usize) -> Option<usize> {
    for back in 0..OBJECT_REACH {
        let at = i.checked_sub(back)?;
        if line.is_number(at) || line.is_mark_of(at, &[',', ';', ':', '.', '(']) {
            return None;
        }
        if figure_words().change(line.form(at)).is_some() {
            return Some(at);
        }
    }
    None
}

/// "closed 5% higher": the adverb behind a percentage, unless it compares.
pub(super) fn change_after(line: &Line, figure: &Around) -> Option<Change> {
    if !(figure.points || matches!(figure.kind, Some(UnitKind::Percent | UnitKind::Money))) {
        return None;
    }
    let change = match line.form(figure.end) {
        "higher" => Change::Up,
        "lower" => Change::Down,
        _ => return None,
    };
    (line.form(figure.end + 1) != "than" && !line.is_word(figure.end + 1)
        || line.is_any(figure.end + 1, PREPOSITION) && line.form(figure.end + 1) != "than")
        .then_some(change)
}

//! How a figure is bounded, and which way it went: the words right before and right after it.

use super::line::Line;
use super::{Bound, Change};
use crate::lexicon::figure::{BoundWord, Strength, UnitKind};
use crate::lexicon::{BE, DETERMINER, HAVE, MODAL, PAST, PREPOSITION, VERB};
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

/// The bound of a figure, if words or signs give it one.
pub(super) fn find(line: &Line, figure: &Around) -> Option<Found> {
    before(line, figure).or_else(|| after(line, figure))
}

/// Whether a bound stands right before piece `i`.
pub(super) fn stands_before(line: &Line, i: usize) -> bool {
    line.get(i).is_some_and(|p| {
        let text = line.lower[..p.start].trim_end();
        line.words.bound_before(text).is_some()
    })
}

fn before(line: &Line, figure: &Around) -> Option<Found> {
    let mut text = line.lower[..line.pieces[figure.start].start].trim_end();
    if let Some(rest) = text.strip_suffix(line.lists.joined_under) {
        return Some((Bound::Under, rest.len(), text.len()));
    }
    for _ in 0..3 {
        if let Some((word, length)) = line.words.bound_before(text) {
            let from = text.len() - length;
            let phrase = &text[from..];
            if !stands(line, figure, phrase, from) {
                return None;
            }
            return Some((bound(word), from, text.len()));
        }
        let filler = line.lists.bound_fillers.iter().find(|f| {
            text.strip_suffix(**f)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })?;
        text = text[..text.len() - filler.len()].trim_end();
    }
    None
}

/// Whether the phrase bounds here: "some two" counts nobody, "talked about two plans" bounds nothing, "built
/// over two years" tells how long it took.
fn stands(line: &Line, figure: &Around, phrase: &str, from: usize) -> bool {
    let preceding = line.piece_before(figure.start, from);
    let large = figure.value >= 10.0;
    if line.lists.bounds_large.contains(&phrase) {
        return large;
    }
    if line.lists.bounds_measure.contains(&phrase) {
        return figure.kind.is_some() || large;
    }
    if line.lists.also_preposition.has(phrase) {
        let after_be = preceding.is_some_and(|p| line.is_any(p, BE));
        let few = figure.small && figure.kind.is_none();
        return (!few || after_be || preceding.is_none())
            && !is_span_of_time(line, figure, phrase, preceding);
    }
    !line.lists.bounds_behind.contains(&phrase)
}

/// "lost $2,000 over three years": the time that something took, and no bound; "lasted over three years" is one.
fn is_span_of_time(line: &Line, figure: &Around, phrase: &str, preceding: Option<usize>) -> bool {
    if figure.kind != Some(UnitKind::Time) || !line.lists.throughout.has(phrase) {
        return false;
    }
    let lasts = |i: usize| {
        line.is_any(i, PREPOSITION.or(DETERMINER).or(BE).or(HAVE).or(MODAL))
            || line.is_one_of(i, line.lists.lasts)
    };
    !line.is_one_of(figure.end, line.lists.behind_duration)
        && match preceding {
            Some(i) => !lasts(i),
            None => line.is_mark(figure.end, ','),
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
        if !line.is_one_of(figure.end + 1, line.lists.or) {
            return None;
        }
    }
    let text = &line.lower[start..];
    let (word, length) = line.words.bound_after(text)?;
    let phrase = &text[..length];
    let next = line.piece_at(figure.end, start + length);
    let opens = line.piece_at(figure.end, start);
    let goes_on = if line.lists.also_joint.has(phrase) {
        // "40 plus 3"
        (line.get(next)).is_some_and(|p| !matches!(p.kind, Kind::Mark('.' | ',')))
    } else {
        // "and over the weekend", "at least 5"
        let and = line.is_one_of(opens, line.lists.and);
        line.is_number(next) || and && line.is_one_of(next, line.lists.over_goes_on)
    };
    (!goes_on).then_some((bound(word), start, start + length))
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
        let adverb = line.lists.adverb_ending.iter().any(|e| form.ends_with(e));
        let skipped = line.is_one_of(i, line.lists.between_change)
            || line.is_one_of(i, line.lists.from) && figure.from_to
            || form.len() > 4 && adverb;
        if !skipped {
            break;
        }
        by |= line.is_one_of(i, line.lists.by);
        i = i.checked_sub(1)?;
    }
    let word = match line.words.change(line.form(i)) {
        Some(word) => word,
        None if by && figure.kind.is_some() => {
            i = verb_before_object(line, i)?;
            line.words.change(line.form(i))?
        }
        None => return None,
    };
    let adverb = line.is_one_of(i, line.lists.change_adverb);
    let points = figure.points || figure.kind == Some(UnitKind::Percent);
    let measured = points || matches!(figure.kind, Some(UnitKind::Money | UnitKind::Measure));
    let fits = match word.strength {
        Strength::Strong if !adverb => true,
        Strength::Point => points || by,
        _ => measured,
    };
    let apart = if adverb {
        is_phrasal(line, i, points)
    } else {
        !by && is_noun(line, i)
    };
    let stands = (fits || adverb) && !apart;
    stands.then_some(if word.up { Change::Up } else { Change::Down })
}

/// "the fall", "this drop": the word of change at piece `i` is a noun.
fn is_noun(line: &Line, i: usize) -> bool {
    i > 0
        && line.is_any(i - 1, DETERMINER.or(PREPOSITION))
        && !line.is_one_of(i - 1, line.lists.before_change_verb)
}

/// "free up $5 million", "put down $5", "make up 5%": the adverb at piece `i` belongs to a verb; "closed up 5%"
/// is a change.
fn is_phrasal(line: &Line, i: usize, points: bool) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let verb = !points
        && line.is_word(before)
        && !line.is_any(before, BE)
        && !line.pieces[before].capital
        && (!line.form(before).ends_with('s') || line.is_any(before, VERB.or(PAST)));
    verb || line.is_one_of(before, line.lists.phrasal)
}

/// The change verb before an object that ends at piece `i`, with no other number between.
fn verb_before_object(line: &Line, i: usize) -> Option<usize> {
    for back in 0..OBJECT_REACH {
        let at = i.checked_sub(back)?;
        if line.is_number(at) || line.is_mark_of(at, &[',', ';', ':', '.', '(']) {
            return None;
        }
        if line.words.change(line.form(at)).is_some() {
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
    let up = line.is_one_of(figure.end, line.lists.higher);
    if !up && !line.is_one_of(figure.end, line.lists.lower) {
        return None;
    }
    let next = figure.end + 1;
    let compares = line.is_one_of(next, line.lists.than);
    let closes = !line.is_word(next) || line.is_any(next, PREPOSITION);
    (closes && !compares).then_some(if up { Change::Up } else { Change::Down })
}

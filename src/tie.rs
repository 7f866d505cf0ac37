//! Which attribution covers which figure, and by what right.
//!
//! In order: the figure lies in the attribution's content (the innermost, if several hold it); it stands
//! in a list whose opening sentence names the source; the same figure is attributed elsewhere in the
//! text. Where none of these holds the text gives no source, and none is guessed from nearness.

use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::lexicon::cue::{Cue, CueClass, Stance};
use crate::lexicon::forms::Forms;
use crate::span::{self, Span};
use crate::text::Text;
use crate::text::block::BlockKind;

/// What covers a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the attribution.
    pub attribution: usize,
    /// The rule that tied it.
    pub rule: &'static str,
}

/// The figure lies in the content.
pub const INSIDE: &str = "inside-content";
/// The figure stands in a list that the attribution opens.
pub const LIST: &str = "list";
/// The same figure was attributed before.
pub const CARRIED: &str = "carried-over";
/// The same figure is attributed further on.
pub const LATER: &str = "given-later";

/// How many contents may hold one place; more are nested by no writer.
const DEPTH: usize = 16;

/// The tie of each figure, in their order; none where the text gives no source.
pub fn tie(text: &Text, attributions: &[Attribution], figures: &[Figure]) -> Vec<Option<Tie>> {
    let mut ties = inside(text, attributions, figures);
    lists(text, attributions, figures, &mut ties);
    same(figures, &mut ties);
    ties
}

/// Whether what the attribution reports is told: wishes, plans and orders give no figures their source
/// ("agreed to pay $5 million", "called on towns to cut 300 trips" say what is wanted).
fn tells(text: &Text, attribution: &Attribution) -> bool {
    let Some(cue) = cue(text, attribution) else {
        return true;
    };
    match attribution.rule {
        "source-cue-infinitive" => cue.stance == Stance::Claims,
        "source-cue-preposition" => {
            cue.class == CueClass::Reporting && !text.language.tie.wish.has(cue.lemma)
        }
        "source-cue-object" => cue.class == CueClass::Reporting,
        _ => true,
    }
}

fn cue(text: &Text, attribution: &Attribution) -> Option<&'static Cue> {
    let row = text.tokens.get(attribution.head)?.entry()?.cue;
    text.language
        .words
        .cues
        .rows
        .get(usize::from(row).checked_sub(1)?)
}

/// The innermost content that holds each figure.
fn inside(text: &Text, attributions: &[Attribution], figures: &[Figure]) -> Vec<Option<Tie>> {
    let contents: Vec<(Span, usize)> = attributions
        .iter()
        .enumerate()
        .filter(|(_, a)| tells(text, a))
        .flat_map(|(i, a)| a.content.iter().map(move |c| (text.span(c), i)))
        .collect();
    let starts = contents.iter().map(|(s, _)| s.start as usize);
    let mut order: Vec<(usize, usize)> = starts.zip(0..).collect();
    span::sort(&mut order);
    let mut next = 0;
    let mut open: Vec<(Span, usize)> = Vec::new();
    figures
        .iter()
        .map(|figure| {
            let at = figure.number;
            while let Some((_, k)) = order.get(next).filter(|(s, _)| *s <= at.start as usize) {
                if open.len() == DEPTH {
                    open.remove(0);
                }
                open.push(contents[*k]);
                next += 1;
            }
            open.retain(|(s, _)| s.end > at.start);
            open.iter()
                .filter(|(s, _)| s.contains(at))
                .min_by_key(|(s, i)| (s.len(), *i))
                .map(|(_, attribution)| Tie {
                    attribution: *attribution,
                    rule: INSIDE,
                })
        })
        .collect()
}

/// "The agency's count shows:" and the items below it.
fn lists(text: &Text, attributions: &[Attribution], figures: &[Figure], ties: &mut [Option<Tie>]) {
    let blocks = &text.document.blocks;
    if !blocks.iter().any(|b| b.kind == BlockKind::Item) {
        return;
    }
    // The attribution whose cue stands last before each byte, in text order.
    let mut cues: Vec<(usize, usize)> = attributions
        .iter()
        .enumerate()
        .filter(|(_, a)| tells(text, a))
        .map(|(i, a)| (text.span(&a.cue).start as usize, i))
        .collect();
    span::sort(&mut cues);
    let mut opener = None;
    let mut next = 0;
    for block in blocks {
        if block.kind != BlockKind::Item {
            let words = text.document.slice(block.span).trim_end();
            opener = words.ends_with(':').then(|| {
                let last = cues.partition_point(|(at, _)| *at < block.span.end as usize);
                cues[..last]
                    .last()
                    .filter(|(at, _)| *at >= block.span.start as usize)
                    .map(|(_, i)| *i)
            });
        }
        while let Some(figure) = figures.get(next) {
            if figure.number.start >= block.span.end {
                break;
            }
            if let (BlockKind::Item, Some(Some(attribution)), None) =
                (block.kind, opener, ties[next])
            {
                ties[next] = Some(Tie {
                    attribution,
                    rule: LIST,
                });
            }
            next += 1;
        }
    }
}

/// A figure that the text attributes in one place is attributed in the others.
fn same(figures: &[Figure], ties: &mut [Option<Tie>]) {
    let mut given = Forms::default();
    for (i, (figure, tie)) in figures.iter().zip(ties.iter()).enumerate() {
        if tie.is_some()
            && let Some(key) = identity(figure)
        {
            given.first(key, i);
        }
    }
    if given.is_empty() {
        return;
    }
    for (i, figure) in figures.iter().enumerate() {
        if ties[i].is_none()
            && let Some(key) = identity(figure)
            && let Some(&at) = given.get(&key)
            && let Some(tie) = ties[at]
        {
            ties[i] = Some(Tie {
                attribution: tie.attribution,
                rule: if at < i { CARRIED } else { LATER },
            });
        }
    }
}

/// What makes two mentions one figure: value and unit, where both together are telling. Small counts,
/// round percentages, durations and ages meet by chance.
pub(crate) fn identity(figure: &Figure) -> Option<String> {
    let value = figure.value?;
    let unit = figure.unit.as_deref()?;
    let telling = match figure.rule {
        "money" => value >= 1000.0,
        "percent" => value.fract() != 0.0,
        "count" => value >= 10.0,
        _ => false,
    };
    telling.then(|| key(value, unit))
}

/// A value and words as one string, to look them up by.
pub(crate) fn key(value: f64, words: &str) -> String {
    let mut key = words.to_owned();
    for byte in value.to_bits().to_le_bytes() {
        key.push(byte.into());
    }
    key
}

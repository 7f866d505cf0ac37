//! Which attribution covers which figure, and by what right.
//!
//! In order: the figure lies in the attribution's content (the innermost, if several hold it); it stands
//! in a list whose opening sentence names the source; the same figure is attributed elsewhere in the
//! text. Where none of these holds the text gives no source, and none is guessed from nearness.

use std::ops::Range;

use crate::attribution::{Attribution, Quotation};
use crate::figure::{Figure, FigureKind};
use crate::lexicon::cue::{Cue, CueClass, Stance};
use crate::lexicon::forms::Forms;
use crate::rule::Rule;
use crate::span::{self, Span};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// What covers a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the attribution.
    pub attribution: usize,
    /// By what right.
    pub cover: Cover,
}

/// By what right an attribution covers a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The figure lies in the content.
    Inside,
    /// It stands in a list that the attribution opens.
    List,
    /// The same figure was attributed before.
    Carried,
    /// The same figure is attributed further on.
    Later,
}

impl Tie {
    /// The rule that tied it.
    pub fn rule(self) -> &'static Rule {
        match self.cover {
            Cover::Inside => &INSIDE,
            Cover::List => &LIST,
            Cover::Carried => &CARRIED,
            Cover::Later => &LATER,
        }
    }
}

/// The figure lies in the content.
static INSIDE: Rule = Rule {
    name: "inside-content",
    yes: examples![
        "The agency said prices rose 4.1%.",
        "The ferry company pledged to buy 12 boats.",
    ],
    no: examples![
        "The fund holds $5 million.",
        "The council agreed to pay $5 million.",
        "She said the mill, which has run for 40 years, should close.",
    ],
};

/// The figure stands in a list that the attribution opens.
static LIST: Rule = Rule {
    name: "list",
    yes: examples!["The agency said the storm did harm:\n\n• 1,200 homes in Harwick are wet."],
    no: examples!["The agency said the storm did harm.\n\n• 1,200 homes in Harwick are wet."],
};

/// The same figure was attributed before.
static CARRIED: Rule = Rule {
    name: "carried-over",
    yes: examples![
        "The coast guard said 1,240 passengers were safe.\n\nMany of the 1,240 passengers slept in schools.",
    ],
    no: examples![
        "The coast guard said two passengers were safe.\n\nTwo passengers slept in schools."
    ],
};

/// The same figure is attributed further on.
static LATER: Rule = Rule {
    name: "given-later",
    yes: examples![
        "The storm left 1,240 homes dark.\n\nThe grid operator said 1,240 homes were cut off."
    ],
    no: examples![
        "The storm left two homes dark.\n\nThe grid operator said two homes were cut off."
    ],
};

/// The rules of ties.
pub static RULES: &[&Rule] = &[&INSIDE, &LIST, &CARRIED, &LATER];

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
    if text.language.tie.wish.has(cue.lemma) {
        return false;
    }
    let Some(first) = attribution.content.first() else {
        return true;
    };
    if text.tags[first.start] == Tag::To {
        return cue.stance == Stance::Claims || text.language.tie.commits.has(cue.lemma);
    }
    // "accused it of 300 delays", "wants 300 boats": what no clause tells, a cue of reporting gives.
    let mut words = attribution
        .content
        .iter()
        .flat_map(|c| &text.tags[c.clone()]);
    let clause = attribution.quotation != Quotation::Indirect || words.any(|tag| tag.finite());
    clause || cue.class == CueClass::Reporting
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
            let held = open.iter().filter(|(s, _)| s.contains(at));
            let (content, attribution) = *held.min_by_key(|(s, i)| (s.len(), *i))?;
            let indirect = attributions[attribution].quotation != Quotation::Direct;
            let content = text.token_at(content.start)..text.token_at(content.end);
            (!indirect || !is_aside(text, content, figure.token)).then_some(Tie {
                attribution,
                cover: Cover::Inside,
            })
        })
        .collect()
}

/// How far around a figure, in tokens, the clause may open and close that it stands in.
const CLAUSE_REACH: usize = 24;

/// Whether the figure at token `at` of `content` stands in a remark of the writer's: "said the mill, which has run
/// for 40 years, should close", "said grains — smaller than 5 microns — went by". In a quotation nothing is.
fn is_aside(text: &Text, content: Range<usize>, at: usize) -> bool {
    if text.quote_at(at).is_some() {
        return false;
    }
    let before = at.saturating_sub(CLAUSE_REACH).max(content.start)..at;
    let behind = at..content.end.min(at + CLAUSE_REACH);
    let opens = before.rev().find(|i| closes(text, *i));
    let Some(open) = opens.filter(|i| *i > content.start) else {
        return false;
    };
    let same = |i: &usize| text.tokens[*i].kind == text.tokens[open].kind;
    match text.tokens[open].kind {
        Kind::Mark(',') => {
            text.is_one_of_any_case(open + 1, text.language.tie.aside)
                && behind.clone().any(|i| same(&i))
        }
        Kind::Mark('—' | '–') => {
            // The dash opens where none before it is open.
            let from = open.saturating_sub(CLAUSE_REACH).max(content.start);
            let dashes = (from..open).filter(same).count();
            dashes % 2 == 0 && behind.clone().any(|i| same(&i))
        }
        _ => false,
    }
}

/// Whether the mark at token `i` ends what a remark may belong to.
fn closes(text: &Text, i: usize) -> bool {
    matches!(
        text.tokens[i].kind,
        Kind::Mark(',' | ';' | ':' | '.' | '—' | '–' | '”' | '"')
    )
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
                    cover: Cover::List,
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
    for (i, figure) in figures.iter().enumerate() {
        if ties[i].is_none()
            && let Some(key) = identity(figure)
            && let Some(&at) = given.get(&key)
            && let Some(tie) = ties[at]
        {
            ties[i] = Some(Tie {
                attribution: tie.attribution,
                cover: if at < i { Cover::Carried } else { Cover::Later },
            });
        }
    }
}

/// What makes two mentions one figure: value and unit, where both together are telling. Small counts,
/// round percentages, durations and ages meet by chance.
pub(crate) fn identity(figure: &Figure) -> Option<String> {
    let value = figure.value?;
    let unit = figure.unit.as_deref()?;
    let telling = match figure.kind {
        FigureKind::Money => value >= 1000.0,
        FigureKind::Percent => value.fract() != 0.0,
        FigureKind::Count => value >= 10.0,
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

//! Remarks agree with what the page cites: what a citation covers is not said to have no source, and a
//! citation that leads nowhere is said.

use std::ops::Range;

use super::{Flag, FlagKind};
use crate::cite::{Citation, Form, Target};
use crate::rule::Rule;
use crate::text::Text;

/// The page itself asks for a source here.
pub(super) static CITATION_NEEDED: Rule = Rule {
    name: "citation-needed",
    yes: examples!["The dam cost $4 million.[citation needed]"],
    no: examples!["The dam cost $4 million."],
};

/// "[4]", and no list of references on the page.
pub(super) static LIST_ABSENT: Rule = Rule {
    name: "list-absent",
    yes: examples!["The dam cost $4 million.[4]"],
    no: examples!["The dam cost $4 million."],
};

/// Takes back the remarks that a citation answers, and adds those on citations.
pub fn agree(text: &Text, citations: &[Citation], flags: &mut Vec<Flag>) {
    if citations.is_empty() {
        return;
    }
    let cover = Cover::new(citations);
    flags.retain_mut(|flag| match flag.kind {
        FlagKind::UnsourcedFigure => {
            (flag.figures).retain(|f| cover.figures.binary_search(f).is_err());
            !flag.figures.is_empty()
        }
        FlagKind::NoLink | FlagKind::VagueSource => {
            !(flag.attributions.iter()).any(|a| cover.attributions.binary_search(a).is_ok())
        }
        _ => true,
    });
    needed(citations, flags);
    absent(text, citations, flags);
}

/// What citations cover.
struct Cover {
    /// Attributions by index, sorted.
    attributions: Vec<usize>,
    /// Figures by index, sorted.
    figures: Vec<usize>,
}

impl Cover {
    fn new(citations: &[Citation]) -> Cover {
        let mut cover = Cover {
            attributions: Vec::new(),
            figures: Vec::new(),
        };
        for c in citations {
            cover.figures.extend(&c.figures);
            if c.form != Form::Needed {
                cover.attributions.extend(&c.attributions);
            }
        }
        cover.attributions.sort_unstable();
        cover.figures.sort_unstable();
        cover
    }
}

/// One remark for each place where the page asks for a source.
fn needed(citations: &[Citation], flags: &mut Vec<Flag>) {
    for c in citations.iter().filter(|c| c.form == Form::Needed) {
        flags.push(flag(FlagKind::CitationNeeded, c, c.claim.clone()));
    }
}

/// One remark for all numbers of a page without a list.
fn absent(text: &Text, citations: &[Citation], flags: &mut Vec<Flag>) {
    if !text.document.references.is_empty() {
        return;
    }
    let absent = |c: &&Citation| c.form == Form::Numbered && c.target == Target::Absent;
    let mut all = citations.iter().filter(absent);
    if let Some(first) = all.next() {
        let mut one = flag(FlagKind::ListAbsent, first, first.claim.clone());
        for c in all {
            one.attributions.extend(&c.attributions);
            one.figures.extend(&c.figures);
        }
        one.attributions.sort_unstable();
        one.attributions.dedup();
        one.figures.sort_unstable();
        one.figures.dedup();
        flags.push(one);
    }
}

fn flag(kind: FlagKind, citation: &Citation, evidence: Vec<Range<usize>>) -> Flag {
    Flag {
        kind,
        attributions: citation.attributions.clone(),
        figures: citation.figures.clone(),
        evidence,
        detail: None,
    }
}

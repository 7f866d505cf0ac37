//! Remarks agree with what the page cites: what a citation covers is not said to have no source, and a
//! citation that leads nowhere is said.

use std::ops::Range;

use super::{Flag, FlagKind};
use crate::cite::{Citation, Form, Target};
use crate::figure::Figure;
use crate::rule::Rule;
use crate::text::Text;

/// The page itself asks for a source here.
pub(super) static CITATION_NEEDED: Rule = Rule {
    name: "citation-needed",
    yes: &["The dam cost $4 million.[citation needed]"],
    no: &["The dam cost $4 million."],
};

/// "[4]", and no list of references on the page.
pub(super) static LIST_ABSENT: Rule = Rule {
    name: "list-absent",
    yes: &["The dam cost $4 million.[4]"],
    no: &["The dam cost $4 million."],
};

/// Takes back the remarks that a citation answers, and adds those on citations.
pub fn agree(text: &Text, figures: &[Figure], citations: &[Citation], flags: &mut Vec<Flag>) {
    if citations.is_empty() {
        return;
    }
    let cover = Cover::new(text, citations);
    flags.retain_mut(|flag| match flag.kind {
        FlagKind::UnsourcedFigure => {
            (flag.figures).retain(|f| !cover.figure(text, *f, figures[*f].token));
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
    /// For each sentence with a mark the token of its last, sorted.
    last: Vec<(usize, usize)>,
}

impl Cover {
    fn new(text: &Text, citations: &[Citation]) -> Cover {
        let mut cover = Cover {
            attributions: Vec::new(),
            figures: Vec::new(),
            last: Vec::new(),
        };
        for c in citations {
            cover.figures.extend(&c.figures);
            if c.form != Form::Needed {
                cover.attributions.extend(&c.attributions);
            }
            // A reader takes the mark at the end of a sentence for all of it.
            let marks = !matches!(
                c.form,
                Form::Link | Form::SourceLine | Form::Quoted | Form::Post
            );
            if marks && let Some(before) = c.token.checked_sub(1) {
                cover.last.push((text.sentence_of(before), c.token));
            }
        }
        cover.attributions.sort_unstable();
        cover.figures.sort_unstable();
        cover.last.sort_unstable();
        cover
    }

    fn figure(&self, text: &Text, figure: usize, token: usize) -> bool {
        let sentence = text.sentence_of(token);
        let end = self.last.partition_point(|(s, _)| *s <= sentence);
        let last = end.checked_sub(1).map(|i| self.last[i]);
        self.figures.binary_search(&figure).is_ok()
            || last.is_some_and(|(s, mark)| s == sentence && token < mark)
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

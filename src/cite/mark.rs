//! Marks as citations: what they cover, and which entry of the page's list they lead to.

use std::cell::Cell;

use super::author;
use super::claim::Covered;
use super::{Citation, Form, Target};
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::{Mark, MarkKind, MarkTarget};
use crate::text::mark::{TextMark, What, numbers};
use crate::text::work::Entries;

/// The most citations in one place.
const MOST: usize = 40;

/// A quotation whose markup gives its address.
pub(super) static QUOTATION_FROM: Rule = Rule {
    name: "quotation-from",
    yes: examples!["He called it {a long wait for the boats}(from https://a.example/1)."],
    no: examples!["He called it {a long wait for the boats}(https://a.example/1)."],
};

/// Finds the citations that marks make.
pub(super) fn find(text: &Text, covered: &Covered, all: &mut Vec<Citation>) {
    if text.marks.is_empty() {
        return;
    }
    let mut finder = Finder {
        text,
        covered,
        entries: Entries::new(text.document, &text.language.text.work),
        behind: 0,
        at: 0,
        spoken: Vec::new(),
        beside: Cell::new(0),
    };
    for (i, mark) in text.marks.iter().enumerate() {
        if all.len() >= text.most_findings() {
            break;
        }
        // Words of the sentence part nothing.
        let words = matches!(mark.what, What::Page(_)) && !mark.span.is_empty();
        if !words {
            finder.next(mark);
        }
        match mark.what {
            What::Page(index) => {
                let page = &text.document.blocks[mark.block as usize].marks[index];
                finder.page(i, (mark, index), page, all);
            }
            What::Numbers => finder.numbers(mark, all),
            What::Works => finder.works(i, mark, all),
        }
    }
}

pub(super) struct Finder<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) covered: &'a Covered<'a, 't>,
    pub(super) entries: Entries<'t>,
    /// The token of the marks before those at `at`.
    behind: usize,
    /// The token of the marks in hand.
    at: usize,
    /// Marks of the page that a work in a bracket has been given, by their index in the text.
    pub(super) spoken: Vec<usize>,
    /// How many citations the marks in hand have made.
    beside: Cell<usize>,
}

impl Finder<'_, '_> {
    /// Marks side by side share what they cover.
    fn next(&mut self, mark: &TextMark) {
        if mark.token != self.at {
            (self.behind, self.at) = (self.at, mark.token);
            self.beside.set(0);
        }
    }

    /// A citation by `mark`, unless nothing stands before it.
    pub(super) fn cite(
        &self,
        mark: &TextMark,
        form: Form,
        target: Target,
        label: &str,
    ) -> Option<Citation> {
        self.beside.set(self.beside.get() + 1);
        if self.beside.get() > MOST {
            return None;
        }
        let (claim, rule) = self.covered.by_mark(mark.token, mark.block, self.behind)?;
        let mut citation = self.covered.citation(claim, form, target, rule);
        citation.token = mark.token;
        citation.mark = Some(mark.span);
        citation.page_mark = match mark.what {
            What::Page(index) => Some((mark.block as usize, index)),
            _ => None,
        };
        label.clone_into(&mut citation.label);
        Some(citation)
    }

    fn page(&mut self, i: usize, of: (&TextMark, usize), page: &Mark, all: &mut Vec<Citation>) {
        let (mark, index) = of;
        let target = match page.target {
            MarkTarget::Reference(entry) => Target::References(vec![entry]),
            MarkTarget::Link(index) => Target::Link(mark.block as usize, index),
            MarkTarget::Absent => Target::Absent,
        };
        let form = match page.kind {
            MarkKind::Quoted => {
                let quoted = self.quoted(page.span, target);
                let of = (mark.block as usize, index);
                return all.extend(quoted.map(|c| Citation {
                    page_mark: Some(of),
                    ..c
                }));
            }
            MarkKind::Chip => Form::Chip,
            MarkKind::Needed => Form::Needed,
            MarkKind::Note if page.span.is_empty() => Form::Numbered,
            MarkKind::Note => return all.extend(self.spoken(i, mark, target)),
        };
        all.extend(self.cite(mark, form, target, &page.words));
    }

    /// Words whose markup gives their address.
    fn quoted(&self, span: Span, target: Target) -> Option<Citation> {
        let words = self.text.tokens_of(span);
        let claim = self.covered.trimmed(words);
        let cited = || {
            self.covered
                .citation(vec![claim.clone()], Form::Quoted, target, &QUOTATION_FROM)
        };
        (!claim.is_empty()).then(cited)
    }

    /// Numbers that the text writes.
    fn numbers(&self, mark: &TextMark, all: &mut Vec<Citation>) {
        let written = mark.span.of(&self.text.document.text);
        for number in numbers(written).into_iter().flatten() {
            let label = number.to_string();
            let entries = self.entries.labelled(&label);
            let target = if entries.is_empty() {
                Target::Absent
            } else {
                Target::References(entries)
            };
            all.extend(self.cite(mark, Form::Numbered, target, &label));
        }
    }

    /// Works by author and year, and the marks of the page inside their bracket.
    fn works(&mut self, i: usize, mark: &TextMark, all: &mut Vec<Citation>) {
        author::find(self, i, mark, all);
    }

    /// Words of the sentence that are a mark: "as in Okafor and Hale 2021".
    fn spoken(&self, i: usize, mark: &TextMark, target: Target) -> Option<Citation> {
        if self.spoken.iter().rev().take(MOST).any(|s| *s == i) || author::holds_works(self.text, i)
        {
            return None;
        }
        let label = mark.span.of(&self.text.document.text);
        let end = self.text.tokens_of(mark.span).end;
        let behind = TextMark {
            token: end,
            ..mark.clone()
        };
        self.cite(&behind, Form::AuthorYear, target, label)
    }
}

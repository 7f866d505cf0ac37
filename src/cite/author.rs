//! Citations by author and year: in brackets behind the claim ("(Okafor & Hale, 2021a; Ito et al., 2019)"),
//! or with the authors as the sentence's subject ("Hale et al. (2021) found …"), who then are the source by
//! the name of their work.

use super::mark::Finder;
use super::{Citation, Form, Target};
use crate::attribution::Attribution;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::{MarkKind, MarkTarget};
use crate::text::mark::{TextMark, What};
use crate::text::work::{Work, names_before, works};

/// How many marks around a bracket are looked at for those inside it.
const NEAR: usize = 24;

/// Finds the citations of the `i`th mark, which holds works.
pub(super) fn find(finder: &mut Finder, i: usize, mark: &TextMark, all: &mut Vec<Citation>) {
    let text = finder.text;
    let written = mark.span.of(&text.document.text);
    let Some(list) = works(written, &text.language.text.work) else {
        return;
    };
    let mut linked = links(text, i, mark.span);
    for work in list {
        let narrative = work.names.is_empty();
        let names = if narrative {
            subject(text, mark)
        } else {
            work.names
        };
        let at =
            mark.span.start as usize + (work.year.as_ptr() as usize - written.as_ptr() as usize);
        let year = Span::new(at, at + work.year.len());
        // A mark of the page on the year, or on names and year.
        let own = linked.iter().position(|(_, span, _)| {
            span.overlaps(year) || span.end <= year.start && year.start - span.end < 4
        });
        let mut on = None;
        let target = match own.map(|k| linked.remove(k)) {
            Some((mark, _, entry)) => {
                finder.spoken.push(mark);
                on = Some(mark);
                Target::References(vec![entry])
            }
            None => match finder.entries.works(names, work.year) {
                entries if entries.is_empty() => Target::Absent,
                entries => Target::References(entries),
            },
        };
        let label = name(&Work { names, ..work });
        let page_mark = on.and_then(|k| match text.marks[k].what {
            What::Page(index) => Some((text.marks[k].block as usize, index)),
            _ => None,
        });
        let cited = finder.cite(mark, Form::AuthorYear, target, &label);
        all.extend(cited.map(|c| Citation { page_mark, ..c }));
    }
}

/// The page's marks on words inside `span`, or around it: which of the text's marks, where, and the entry.
fn links(text: &Text, i: usize, span: Span) -> Vec<(usize, Span, usize)> {
    let near = i.saturating_sub(NEAR)..text.marks.len().min(i + NEAR);
    let marks = near.filter_map(|k| {
        let other = &text.marks[k];
        let What::Page(index) = other.what else {
            return None;
        };
        let page = &text.document.blocks[other.block as usize].marks[index];
        let MarkTarget::Reference(entry) = page.target else {
            return None;
        };
        let inside = page.kind == MarkKind::Note && page.span.overlaps(span);
        inside.then_some((k, page.span, entry))
    });
    marks.collect()
}

/// Whether the `i`th mark of the text is on words of a bracket with works, which tell what it is.
pub(super) fn holds_works(text: &Text, i: usize) -> bool {
    let span = text.marks[i].span;
    let near = i.saturating_sub(NEAR)..text.marks.len().min(i + NEAR);
    text.marks[near]
        .iter()
        .any(|m| m.what == What::Works && m.span.overlaps(span))
}

/// The authors that stand before a bracket with a year alone.
fn subject<'t>(text: &Text<'t>, mark: &TextMark) -> &'t str {
    let block = text.document.blocks[mark.block as usize].span;
    let before = Span {
        start: block.start,
        end: mark.span.start.saturating_sub(1).max(block.start),
    };
    names_before(before.of(&text.document.text), &text.language.text.work)
}

/// What a work is called: "Hale et al. 2021".
fn name(work: &Work) -> String {
    if work.names.is_empty() {
        return work.year.to_owned();
    }
    // Names may run over a line of the page's source.
    let mut name = String::new();
    for word in work.names.split_whitespace() {
        name.push_str(word);
        name.push(' ');
    }
    name + work.year
}

/// The attributions whose source is the authors of a work, each with the work's name: "Hale et al. (2021)
/// found", "according to Hale et al. (2021)".
pub fn sources(
    text: &Text,
    attributions: &[Attribution],
    citations: &[Citation],
) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for citation in citations.iter().filter(|c| c.form == Form::AuthorYear) {
        let Some(mark) = citation.mark else { continue };
        for &i in &citation.attributions {
            let Some(source) = &attributions[i].source else {
                continue;
            };
            // The authors are the end of the source, and the bracket follows.
            let words = text.words(source);
            let authors = citation
                .label
                .rsplit_once(' ')
                .map_or("", |(names, _)| names);
            let follows = citation.token == source.end && mark.start > text.span(source).start;
            let mut ends = words.split_whitespace().rev();
            let same = authors
                .split(' ')
                .rev()
                .all(|a| ends.next().is_some_and(|w| w.ends_with(a)));
            if follows && !authors.is_empty() && same {
                named.push((i, citation.label.clone()));
            }
        }
    }
    named
}

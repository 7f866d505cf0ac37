//! What a page cites for its claims: notes and references by their marks ([`mark`]), pages by linked words
//! ([`linked`]), outlets in brackets and source lines ([`line`]), signed quotations and embedded posts
//! ([`quoted`]). Each says which words it covers ([`claim`]) and what it leads to; what an entry of the
//! page's list says of the work is read by [`reference`] when somebody asks. A citation names no speaker: who
//! says so is an attribution's business.

pub mod author;
mod claim;
mod line;
mod linked;
mod mark;
mod quoted;
pub mod reference;

use std::ops::Range;

use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;

use claim::Covered;

/// The rules by which citations are found.
pub const RULES: &[&Rule] = &[
    &claim::MARK_ON_SOURCE,
    &claim::MARK_BEHIND_WORDS,
    &line::SOURCE_LINE,
    &line::SOURCE_LINE_ALONE,
    &line::OUTLET_BEHIND_WORDS,
    &mark::QUOTATION_FROM,
    &quoted::QUOTATION_INTRODUCED,
    &quoted::QUOTATION_SIGNED,
    &quoted::POST_SIGNED,
    &linked::LINKED_CLAIM,
    &linked::READ_HERE,
    &linked::ADDRESS_BEHIND,
];

/// How a page cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A number or sign: "[4]", "†".
    Numbered,
    /// Author and year: "(Okafor & Hale, 2021)".
    AuthorYear,
    /// Linked words that are the claim itself, or an address behind it.
    Link,
    /// An outlet in brackets or behind "via".
    Outlet,
    /// "Source: …" below a chart, a table, a text.
    SourceLine,
    /// A quotation that is signed, or whose markup gives its address.
    Quoted,
    /// An embedded post.
    Post,
    /// A chip below an answer.
    Chip,
    /// The page asks for a source.
    Needed,
}

/// What a citation leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An entry of the page's list, by its index; where the text does not tell which, all that it may be.
    References(Vec<usize>),
    /// A link of the page: its block and its place among the block's links.
    Link(usize, usize),
    /// Words of the page that name the source.
    Words(Span),
    /// Nothing that is on the page.
    Absent,
}

/// One citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What it covers, as tokens, in text order; never empty.
    pub claim: Vec<Range<usize>>,
    /// How it is made.
    pub form: Form,
    /// The mark: where it stands in the text (empty where its letters are in no block's text).
    pub mark: Option<Span>,
    /// Which mark of the page it is: its block and its place among the block's marks.
    pub page_mark: Option<(usize, usize)>,
    /// What the mark says ("4", "Okafor & Hale, 2021"), as the page writes it; empty without a mark.
    pub label: String,
    /// The token that its mark stands before: what it covers ends here or further on.
    pub token: usize,
    /// What it leads to.
    pub target: Target,
    /// The attributions whose statement it covers, by index.
    pub attributions: Vec<usize>,
    /// The figures it covers, by index: those inside the claim, and what else of the sentence stands before its
    /// last mark.
    pub figures: Vec<usize>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// Finds the citations of a text, in the order of their marks.
pub fn find(text: &Text, attributions: &[Attribution], figures: &[Figure]) -> Vec<Citation> {
    let covered = Covered::new(text, attributions, figures);
    let mut all = Vec::new();
    mark::find(text, &covered, &mut all);
    line::find(text, &covered, &mut all);
    quoted::find(text, &covered, &mut all);
    // A link is told as what it is on: a source line, a signature, an outlet's name.
    let mut told: Vec<Span> = all.iter().filter_map(|c| c.mark).collect();
    told.retain(|s| !s.is_empty());
    told.sort_unstable();
    linked::find(text, &covered, &told, &mut all);
    // Stable by the order in which the rules stand.
    let mut order: Vec<(usize, usize)> =
        all.iter().enumerate().map(|(i, c)| (c.token, i)).collect();
    order.sort_unstable();
    let mut all: Vec<Option<Citation>> = all.into_iter().map(Some).collect();
    let mut all: Vec<Citation> = order
        .into_iter()
        .filter_map(|(_, i)| all[i].take())
        .collect();
    reach(text, figures, &mut all);
    all
}

/// Gives figures that no citation covers to the last mark of their sentence, where one stands behind them: a
/// reader takes the mark at the end of a sentence for all of it.
fn reach(text: &Text, figures: &[Figure], all: &mut [Citation]) {
    let mut covered: Vec<usize> = all.iter().flat_map(|c| c.figures.iter().copied()).collect();
    covered.sort_unstable();
    // For each sentence with a mark the citations of its last, as a range; in the order of the text.
    let mut last: Vec<(usize, Range<usize>)> = Vec::new();
    for (i, c) in all.iter().enumerate() {
        let by_mark = !matches!(
            c.form,
            Form::Link | Form::SourceLine | Form::Quoted | Form::Post
        );
        let Some(before) = c.token.checked_sub(1).filter(|_| by_mark) else {
            continue;
        };
        let sentence = text.sentence_of(before);
        match last.last_mut() {
            Some((s, range)) if *s == sentence && all[range.start].token == c.token => {
                range.end = i + 1;
            }
            Some((s, range)) if *s == sentence => *range = i..i + 1,
            _ => last.push((sentence, i..i + 1)),
        }
    }
    for (f, figure) in figures.iter().enumerate() {
        if covered.binary_search(&f).is_ok() {
            continue;
        }
        let sentence = text.sentence_of(figure.token);
        let Ok(found) = last.binary_search_by_key(&sentence, |(s, _)| *s) else {
            continue;
        };
        let range = last[found].1.clone();
        if figure.token < all[range.start].token {
            let by_mark = |c: &&mut Citation| {
                !matches!(
                    c.form,
                    Form::Link | Form::SourceLine | Form::Quoted | Form::Post
                )
            };
            all[range]
                .iter_mut()
                .filter(by_mark)
                .for_each(|c| c.figures.push(f));
        }
    }
    for c in all {
        c.figures.sort_unstable();
    }
}

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
use crate::span::Span;
use crate::text::Text;

use claim::Covered;

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
    /// The figures it covers, by index.
    pub figures: Vec<usize>,
    /// The rule that found it.
    pub rule: &'static str,
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
    order
        .into_iter()
        .filter_map(|(_, i)| all[i].take())
        .collect()
}

//! What is worth saying about the findings, and why. No prose: the words a reader sees are the
//! shell's.

mod cited;
mod figures;
mod sources;

use std::ops::Range;

use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::resolve::Resolved;
use crate::text::Text;
use crate::tie::Tie;

/// What a careful reader would notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagKind {
    /// A figure of weight that no attribution covers.
    UnsourcedFigure,
    /// A vague source carries a figure or a quotation.
    VagueSource,
    /// "is believed", no by-phrase.
    PassiveAttribution,
    /// Unnamed but placed.
    AnonymousSource,
    /// "a source", nothing more.
    BareSource,
    /// Another's words passed on.
    Relay,
    /// Every figure of the text rests on one source.
    SingleSource,
    /// A document or count behind a figure without a date.
    Undated,
    /// A document is cited, the page links to none.
    NoLink,
    /// The source of a figure comes more than one sentence later.
    FarAttribution,
    /// The same counted thing with different values.
    DisagreeingFigures,
    /// "2,000" in the headline, "about 2,000" below.
    LostHedge,
    /// The page itself asks for a source here.
    CitationNeeded,
    /// "[4]", and no list of references on the page.
    ListAbsent,
}

/// One remark on the findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it remarks.
    pub kind: FlagKind,
    /// The attributions concerned, by index.
    pub attributions: Vec<usize>,
    /// The figures concerned, by index.
    pub figures: Vec<usize>,
    /// The words that show it, as tokens.
    pub evidence: Vec<Range<usize>>,
    /// A closer word: for an anonymous source whether a reason is given ("reason", "rote", "none").
    pub detail: Option<&'static str>,
}

pub use cited::agree;

/// Sorts flags by the first of `what` they remark on, then by kind.
fn in_order(flags: &mut [Flag], what: fn(&Flag) -> &[usize]) {
    let at = |f: &Flag, k: usize| what(f).get(k).map_or(0, |i| i + 1);
    flags.sort_unstable_by_key(|f| (at(f, 0), f.kind as usize, at(f, 1)));
}

/// The flags of a text, in the order of what they remark on.
pub fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
) -> Vec<Flag> {
    let mut flags = sources::flags(text, attributions, resolved, figures, ties);
    flags.extend(figures::flags(text, attributions, resolved, figures, ties));
    flags
}

//! What is worth saying about the findings, and why. No prose: the words a reader sees are the
//! shell's.

mod cited;
mod compared;
mod figures;
mod own;
mod sources;
mod wanted;

use std::ops::Range;

use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::resolve::Resolved;
use crate::rule::Rule;
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

/// Whether the text says why a source is not named, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unnamed {
    /// It does not say.
    NoReason,
    /// By the reason that says nothing: "not authorized to speak".
    Rote,
    /// In words of its own: "for fear of losing his job".
    Reason,
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
    /// For an anonymous source whether a reason is given.
    pub detail: Option<Unnamed>,
}

pub use cited::agree;
pub use wanted::{RULES as UNWANTED, unwanted};

impl FlagKind {
    /// The rule that raises it.
    pub fn rule(self) -> &'static Rule {
        match self {
            FlagKind::UnsourcedFigure => &figures::UNSOURCED_FIGURE,
            FlagKind::VagueSource => &sources::VAGUE_SOURCE,
            FlagKind::PassiveAttribution => &sources::PASSIVE_ATTRIBUTION,
            FlagKind::AnonymousSource => &sources::ANONYMOUS_SOURCE,
            FlagKind::BareSource => &sources::BARE_SOURCE,
            FlagKind::Relay => &sources::RELAY,
            FlagKind::SingleSource => &compared::SINGLE_SOURCE,
            FlagKind::Undated => &figures::UNDATED,
            FlagKind::NoLink => &sources::NO_LINK,
            FlagKind::FarAttribution => &figures::FAR_ATTRIBUTION,
            FlagKind::DisagreeingFigures => &compared::DISAGREEING_FIGURES,
            FlagKind::LostHedge => &compared::LOST_HEDGE,
            FlagKind::CitationNeeded => &cited::CITATION_NEEDED,
            FlagKind::ListAbsent => &cited::LIST_ABSENT,
        }
    }
}

/// The rules of remarks.
pub static RULES: &[&Rule] = &[
    &figures::UNSOURCED_FIGURE,
    &sources::VAGUE_SOURCE,
    &sources::PASSIVE_ATTRIBUTION,
    &sources::ANONYMOUS_SOURCE,
    &sources::BARE_SOURCE,
    &sources::RELAY,
    &compared::SINGLE_SOURCE,
    &figures::UNDATED,
    &sources::NO_LINK,
    &figures::FAR_ATTRIBUTION,
    &compared::DISAGREEING_FIGURES,
    &compared::LOST_HEDGE,
    &cited::CITATION_NEEDED,
    &cited::LIST_ABSENT,
];

/// Sorts flags by the first of `what` they remark on, then by kind.
fn in_order(flags: &mut [Flag], what: fn(&Flag) -> &[usize]) {
    let at = |f: &Flag, k: usize| what(f).get(k).map_or(0, |i| i + 1);
    flags.sort_unstable_by_key(|f| (at(f, 0), f.kind as usize, at(f, 1)));
}

/// The flags of a text, in the order of what they remark on. `unwanted` are the rules by which no reader asks
/// for a figure's source.
pub fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
    unwanted: &[Option<&'static Rule>],
) -> Vec<Flag> {
    let mut flags = sources::flags(text, attributions, resolved, figures, ties, unwanted);
    flags.extend(figures::flags(
        text,
        attributions,
        resolved,
        figures,
        ties,
        unwanted,
    ));
    let has = |flags: &[Flag], kind| flags.iter().any(|f| f.kind == kind);
    let (unsourced, passive) = (FlagKind::UnsourcedFigure, FlagKind::PassiveAttribution);
    if has(&flags, unsourced) && own::tells_its_own(text, resolved) {
        flags.retain(|f| f.kind != unsourced);
    }
    if has(&flags, passive) && own::speaks_for_itself(text) {
        flags.retain(|f| f.kind != passive);
    }
    flags
}

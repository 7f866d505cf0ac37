//! From source mentions to sources: who "he" is, what kind of source speaks, through whom, when, and
//! how the cue stands to what it reports.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::text::Text;

/// What kind of source speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The page's own outlet.
    SelfOutlet,
    /// A proper name, with title or role when given.
    Person,
    /// An office without a name.
    Official,
    /// Ministry, company, agency, court, party.
    Organisation,
    /// People as a group with a clear extent.
    Group,
    /// Report, memo, study, statement, law, data set.
    Document,
    /// Another news organisation or agency.
    Outlet,
    /// A post by a named account.
    Social,
    /// Unnamed but placed.
    Anonymous,
    /// Unnamed and unplaced.
    Vague,
    /// A pronoun or description with no single antecedent.
    Unresolved,
}

/// How the cue stands to its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// "said".
    Neutral,
    /// "claimed", "alleged".
    Claims,
    /// "denied".
    Denies,
    /// "confirmed".
    Confirms,
    /// "suggested", "may".
    Hedged,
    /// "did not indicate".
    Negated,
}

/// One step of a relay chain: who passed the words on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Its name as the text gives it.
    pub name: String,
    /// Its kind.
    pub kind: SourceKind,
    /// The words that show it, as tokens.
    pub evidence: Range<usize>,
}

/// A resolved source of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its full name as the text gives it.
    pub name: String,
    /// Its role ("National Security Council spokesman"), if the text gives one.
    pub role: Option<String>,
    /// Its kind.
    pub kind: SourceKind,
    /// Where the text names it, as tokens, in order.
    pub mentions: Vec<Range<usize>>,
}

/// What resolving adds to one attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Its kind of source.
    pub kind: SourceKind,
    /// The words that show the kind, as tokens.
    pub kind_evidence: Vec<Range<usize>>,
    /// Index into [`Resolved::sources`]; none where no single antecedent remains.
    pub source: Option<usize>,
    /// Through whom it came, nearest hop first; empty when first-hand.
    pub relay: Vec<Hop>,
    /// How the cue stands to the content.
    pub stance: Stance,
    /// The time expression that dates the statement, as tokens.
    pub when: Option<Range<usize>>,
}

/// The sources of a text and what each attribution has of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// In order of first mention.
    pub sources: Vec<Source>,
    /// One for each attribution, in their order.
    pub resolutions: Vec<Resolution>,
}

/// Resolves the sources of `attributions`.
pub fn resolve(text: &Text, attributions: &[Attribution]) -> Resolved {
    let _ = text;
    Resolved {
        sources: Vec::new(),
        resolutions: attributions
            .iter()
            .map(|_| Resolution {
                kind: SourceKind::Unresolved,
                kind_evidence: Vec::new(),
                source: None,
                relay: Vec::new(),
                stance: Stance::Neutral,
                when: None,
            })
            .collect(),
    }
}

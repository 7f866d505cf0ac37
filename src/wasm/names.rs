//! What things are called at the border, and in what the command prints.

use crate::attribution::Quotation;
use crate::cite::Form;
use crate::figure::{Bound, Change};
use crate::hint::{FlagKind, Unnamed};
use crate::link::{LinkKind, LinkRole};
use crate::resolve::{Confidence, SourceKind, Stance};

/// The bound of a figure by the name of the border.
pub(super) fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Over => "over",
        Bound::Under => "under",
    }
}

/// The direction of a change by the name of the border.
pub(super) fn change_name(change: Change) -> &'static str {
    match change {
        Change::Up => "up",
        Change::Down => "down",
    }
}

/// The kind of link by the name of the border.
pub fn link_name(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Primary => "primary",
        LinkKind::Outlet => "outlet",
        LinkKind::Site => "site",
        LinkKind::Social => "social",
        LinkKind::Other => "other",
    }
}

/// The kind of source by the name of the border.
pub fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::SelfOutlet => "self",
        SourceKind::Person => "person",
        SourceKind::Official => "official",
        SourceKind::Organisation => "organisation",
        SourceKind::Group => "group",
        SourceKind::Document => "document",
        SourceKind::Outlet => "outlet",
        SourceKind::Social => "social",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Vague => "vague",
        SourceKind::Unresolved => "unresolved",
    }
}

/// The stance by the name of the border.
pub fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "neutral",
        Stance::Claims => "claims",
        Stance::Denies => "denies",
        Stance::Confirms => "confirms",
        Stance::Hedged => "hedged",
        Stance::Negated => "negated",
    }
}

/// How sure a hint is, by the name of the border.
pub fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
    }
}

/// The quotation by the name of the border.
pub fn quotation_name(quotation: Quotation) -> &'static str {
    match quotation {
        Quotation::Direct => "direct",
        Quotation::Indirect => "indirect",
        Quotation::Mixed => "mixed",
    }
}

/// The flag by the name of the border.
pub fn flag_name(kind: FlagKind) -> &'static str {
    kind.rule().name
}

/// Whether it is told why a source is not named, by the name of the border.
pub fn reason_name(reason: Unnamed) -> &'static str {
    match reason {
        Unnamed::NoReason => "none",
        Unnamed::Rote => "rote",
        Unnamed::Reason => "reason",
    }
}

/// The form of a citation by the name of the border.
pub fn form_name(form: Form) -> &'static str {
    match form {
        Form::Numbered => "numbered",
        Form::AuthorYear => "author-year",
        Form::Link => "link",
        Form::Outlet => "outlet",
        Form::SourceLine => "source-line",
        Form::Quoted => "quoted",
        Form::Post => "post",
        Form::Chip => "chip",
        Form::Needed => "needed",
    }
}

/// The part of a link by the name of the border.
pub fn role_name(role: LinkRole) -> &'static str {
    match role {
        LinkRole::Source => "source",
        LinkRole::Cue => "cue",
        LinkRole::Claim => "claim",
        LinkRole::See => "see",
        LinkRole::Sentence => "sentence",
        LinkRole::About => "about",
        LinkRole::Topic => "topic",
        LinkRole::OwnAnchor => "own-anchor",
        LinkRole::Furniture => "furniture",
    }
}

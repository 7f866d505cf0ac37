//! The pipeline: from a document to its findings.

use std::ops::Range;

use crate::attribution::{self, Attribution};
use crate::figure::{self, Figure};
use crate::hint::{self, Flag};
use crate::language;
use crate::resolve::{self, Resolved, time};
use crate::text::Text;
use crate::text::block::Document;
use crate::tie::{self, Tie};

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Look for figures.
    pub figures: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { figures: true }
    }
}

/// All that was found in a document.
#[derive(Debug, Default)]
pub struct Findings {
    /// False where the text is not in a language we read; then all else is empty.
    pub read: bool,
    /// In text order.
    pub attributions: Vec<Attribution>,
    /// Who the sources are.
    pub resolved: Resolved,
    /// In text order.
    pub figures: Vec<Figure>,
    /// What covers each figure.
    pub ties: Vec<Option<Tie>>,
    /// For each figure that nothing covers, the time beside it, as tokens.
    pub dates: Vec<Option<Range<usize>>>,
    /// What is worth a remark.
    pub flags: Vec<Flag>,
}

/// Scans a document. Any text gives a result, in time linear in its length.
pub fn scan<'d>(document: &'d Document, options: &Options) -> (Text<'d>, Findings) {
    let text = Text::new(document);
    if !language::is_read(&text) {
        return (text, Findings::default());
    }
    let attributions = attribution::find(&text);
    let resolved = resolve::resolve(&text, &attributions);
    let figures = if options.figures {
        figure::find(&text)
    } else {
        Vec::new()
    };
    let ties = tie::tie(&text, &attributions, &figures);
    let untied = figures.iter().zip(&ties);
    let untied = untied.map(|(f, tie)| tie.is_none().then_some((f.token, f.span)));
    let dates = time::of_figures(&text, untied);
    let flags = hint::flags(&text, &attributions, &resolved, &figures, &ties);
    let findings = Findings {
        read: true,
        attributions,
        resolved,
        figures,
        ties,
        dates,
        flags,
    };
    (text, findings)
}

//! The pipeline: from a document to its findings.

use std::ops::Range;

use crate::attribution::{self, Attribution};
use crate::cite::{self, Citation};
use crate::figure::{self, Figure};
use crate::hint::{self, Flag};
use crate::language;
use crate::lexicon::{Language, english};
use crate::pace::{at_once, pause};
use crate::phrase::Phrases;
use crate::resolve::{self, Resolved, time};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::block::Document;
use crate::tie::{self, Tie};

/// What to look for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Look for figures.
    pub figures: bool,
    /// The language that texts are read in: English unless told.
    pub language: &'static Language,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            figures: true,
            language: english(),
        }
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
    /// For each figure that no reader asks the source of, the rule that says so.
    pub unwanted: Vec<Option<&'static Rule>>,
    /// For each figure that nothing covers, the time beside it, as tokens.
    pub dates: Vec<Option<Range<usize>>>,
    /// What the page cites, in the order of its marks.
    pub citations: Vec<Citation>,
    /// What is worth a remark.
    pub flags: Vec<Flag>,
}

/// Scans a document. Any text gives a result, in time linear in its length.
pub fn scan<'d>(document: &'d Document, options: &Options) -> (Text<'d>, Findings) {
    at_once(scan_in_steps(document, options))
}

/// The same, in steps of some ms each: the stages pause where one is done, the dear ones within, too.
pub async fn scan_in_steps<'d>(document: &'d Document, options: &Options) -> (Text<'d>, Findings) {
    let text = Text::read(document, options.language).await;
    if !language::is_read(&text) {
        return (text, Findings::default());
    }
    let phrases = Phrases::new(&text);
    pause().await;
    let attributions = attribution::find_in_steps(&phrases).await;
    let figures = if options.figures {
        figure::read_in_steps(&phrases).await.0
    } else {
        Vec::new()
    };
    drop(phrases);
    let mut resolved = resolve::resolve_in_steps(&text, &attributions).await;
    let ties = tie::tie(&text, &attributions, &figures);
    let untied = figures.iter().zip(&ties);
    let untied = untied.map(|(f, tie)| tie.is_none().then_some((f.token, f.span)));
    let dates = time::of_figures(&text, untied);
    let citations = cite::find(&text, &attributions, &figures);
    pause().await;
    let works = cite::author::sources(&text, &attributions, &citations);
    resolved.name_works(&attributions, &works);
    let unwanted = hint::unwanted(&text, &figures);
    let mut flags = hint::flags(&text, &attributions, &resolved, &figures, &ties, &unwanted);
    hint::agree(&text, &citations, &mut flags);
    let findings = Findings {
        read: true,
        attributions,
        resolved,
        figures,
        ties,
        unwanted,
        dates,
        citations,
        flags,
    };
    #[cfg(debug_assertions)]
    lie_in_blocks(&text, &findings);
    (text, findings)
}

/// Every stretch that is told has words, and those of one block: a reader is shown it as one line of words.
#[cfg(debug_assertions)]
fn lie_in_blocks(text: &Text, found: &Findings) {
    let words = |words: &Range<usize>, what: &str| {
        assert!(!words.is_empty(), "{what} is empty: {words:?}");
        let (first, last) = (&text.tokens[words.start], &text.tokens[words.end - 1]);
        assert!(
            first.block == last.block,
            "{what} crosses blocks: {words:?}"
        );
    };
    for a in &found.attributions {
        a.source.iter().for_each(|w| words(w, "a source"));
        words(&a.cue, "a cue");
        a.content.iter().for_each(|w| words(w, "a content"));
    }
    for r in &found.resolved.resolutions {
        (r.kind_evidence.iter()).for_each(|w| words(w, "what shows a kind"));
        (r.relay.iter()).for_each(|hop| words(&hop.evidence, "what shows a hop"));
        r.when.iter().for_each(|w| words(w, "a time"));
    }
    let mentions = found.resolved.sources.iter().flat_map(|s| &s.mentions);
    mentions.for_each(|w| words(w, "a mention"));
    (found.dates.iter().flatten()).for_each(|w| words(w, "a date"));
    let evidence = found.flags.iter().flat_map(|f| &f.evidence);
    evidence.for_each(|w| words(w, "what shows a remark"));
    for figure in &found.figures {
        let spans = [figure.span, figure.number].into_iter();
        for span in spans.chain(figure.bound_evidence) {
            let tokens = text.tokens_of(span);
            words(&tokens, "a figure");
        }
    }
}

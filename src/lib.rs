//! Who says so? Whence reads news text and finds each attribution (source, cue, content) and each
//! figure, and resolves who the sources are.
//!
//! The modules in reading order:
//!
//! - [`span`]: positions in text.
//! - [`letter`]: capitals and small letters, letters and numbers.
//! - [`decimal`]: digits made values.
//! - [`pace`]: work in steps.
//! - [`lexicon`]: words and their classes; the tables are in `src/lexicon/en`.
//! - [`text`]: blocks, tokens, sentences, quotations between marks.
//! - [`language`]: whether the text is in a language we read.
//! - [`phrase`]: noun phrases, verb groups, clauses, and what hangs on them.
//! - [`attribution`]: source, cue and content, joined.
//! - [`figure`]: numbers with unit, bound and change.
//! - [`resolve`]: who the sources are, of what kind, through whom.
//! - [`link`]: what an address leads to.
//! - [`tie`]: which attribution covers which figure.
//! - [`cite`]: what the page cites for its claims.
//! - [`hint`]: what is worth a remark.
//! - [`scan`](mod@scan): the order of these steps, on one screen.
//! - [`wasm`]: the border to the extension.

#[macro_use]
pub mod rule;

pub mod attribution;
pub mod cite;
pub mod decimal;
pub mod figure;
pub mod hint;
pub mod language;
pub mod letter;
pub mod lexicon;
pub mod link;
pub mod pace;
pub mod phrase;
pub mod resolve;
pub mod scan;
pub mod span;
pub mod text;
pub mod tie;
pub mod wasm;

//! Attributions: who says what, by which words. One file per part of the relation, one that joins
//! them.

mod content;
mod cue;
mod deeds;
mod ending;
mod led;
mod nesting;
mod nonfinite;
mod relation;
mod scene;
mod set_phrase;
mod signed;
mod speaker;
mod trailing;

use std::ops::Range;

use crate::phrase::Phrases;

/// How the content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotation {
    /// All of it between quotation marks.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// One attribution. All parts are token ranges of the [`Text`](crate::text::Text) it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The source mention beside the cue ("he", "the memo"), if there is one.
    pub source: Option<Range<usize>>,
    /// The cue with its auxiliaries; never empty.
    pub cue: Range<usize>,
    /// The token of the cue that carries its meaning ("said" in "has also said").
    pub head: usize,
    /// What is attributed, in text order; in pieces where the cue cuts it.
    pub content: Vec<Range<usize>>,
    /// How the content is given.
    pub quotation: Quotation,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Finds the attributions of the text of `phrases`, in order of their content.
pub fn find(phrases: &Phrases) -> Vec<Attribution> {
    relation::find(&scene::Scene::new(phrases))
}

//! Attributions: who says what, by which words. One file per part of the relation, one that joins
//! them.

mod addressee;
mod clause;
mod content;
mod cue;
mod deeds;
mod ending;
mod finite;
mod guard;
mod inserted;
mod lead_in;
mod nesting;
mod nonfinite;
mod relation;
mod scene;
mod second_verb;
mod set_phrase;
mod setting;
mod signed;
mod speaker;
mod telling;
mod trailing;
mod unsaid;

use std::ops::Range;

pub use self::guard::Reading;
use crate::pace::at_once;
use crate::phrase::Phrases;
use crate::rule::Rule;

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
    pub rule: &'static Rule,
}

/// Every rule of the room.
pub static RULES: &[&Rule] = &[
    &set_phrase::HEDGE_ADVERB,
    &set_phrase::ACCORDING_TO,
    &set_phrase::PER_SOURCE,
    &set_phrase::IN_VIEW,
    &set_phrase::SOURCE_COLON,
    &lead_in::SOURCE_CUE_BLOCK,
    &lead_in::ACCORDING_TO_BLOCK,
    &lead_in::SOURCE_NOUN_QUOTATION,
    &nonfinite::AS_SOURCE_CUE,
    &nonfinite::CONTENT_PASSIVE_SOURCE,
    &nonfinite::QUOTED_AS_SAYING,
    &nonfinite::PASSIVE_THAT,
    &nonfinite::PASSIVE_QUOTATION_SOURCE,
    &nonfinite::CONTENT_CUE_CONTENT,
    &nonfinite::PARTICIPLE,
    &trailing::CONTENT_CUE_SOURCE,
    &signed::QUOTATION_SIGNATURE,
    &finite::CUE_SOURCE_QUOTATION,
    &finite::CONTENT_SOURCE_CUE,
    &finite::CONTENT_SOURCE_CUE_CONTENT,
    &inserted::INSERTED_SOURCE_CUE,
    &finite::SOURCE_CUE_QUOTATION,
    &finite::SOURCE_CUE_THAT,
    &finite::SOURCE_CUE_CLAUSE,
    &finite::SOURCE_CUE_QUESTION,
    &finite::SOURCE_CUE_INFINITIVE,
    &finite::SOURCE_CUE_OBJECT,
    &finite::SOURCE_CUE_PREPOSITION,
    &finite::SOURCE_CUE_COLON,
];

/// Finds the attributions of the text of `phrases`, in order of their content.
pub fn find(phrases: &Phrases) -> Vec<Attribution> {
    at_once(find_in_steps(phrases))
}

/// Each verb that may be a cue, in text order, with the guards that were asked about it: those that passed it, and
/// the one that kept it out where no attribution came of it.
pub fn readings(phrases: &Phrases) -> Vec<Reading> {
    relation::readings(phrases)
}

/// The same attributions, in steps.
pub fn find_in_steps(phrases: &Phrases<'_, '_>) -> impl Future<Output = Vec<Attribution>> {
    relation::find(phrases)
}

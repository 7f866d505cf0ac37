//! A text made ready for finding attributions: which tokens stand inside quotations, and the units
//! that cues are looked for in.

use std::ops::{Deref, Range};

use super::guard::Trail;
use crate::lexicon::HEDGE;
use crate::phrase::Phrases;
use crate::text::Text;
use crate::text::sentence::LONGEST;
use crate::text::tag::Tag;

/// A text whose phrases are known, cut into the units that attributions are looked for in.
pub(super) struct Scene<'t, 'd> {
    /// The phrases, and the text they are of.
    phrases: &'t Phrases<'t, 'd>,
    /// Whether the page is an encyclopaedia, a manual or a blog of a company.
    pub(super) reference: bool,
    /// Sentences, those of one quotation joined: what a cue and its parts are looked for in.
    pub(super) units: Vec<Range<usize>>,
    /// The tokens outside quotations that may credit a source by themselves ("according"), in order.
    pub(super) credits: Vec<usize>,
    /// Which guards were asked about which cue.
    pub(super) trail: Trail,
}

impl<'t, 'd> Deref for Scene<'t, 'd> {
    type Target = Phrases<'t, 'd>;

    fn deref(&self) -> &Phrases<'t, 'd> {
        self.phrases
    }
}

impl<'t, 'd> Scene<'t, 'd> {
    pub(super) fn new(phrases: &'t Phrases<'t, 'd>) -> Scene<'t, 'd> {
        let mut credits = Vec::new();
        Scene {
            phrases,
            reference: (phrases.text.document.page).is_reference(&phrases.text.language.text),
            units: without_credits(phrases, units(phrases, &mut credits)),
            credits,
            trail: Trail::default(),
        }
    }

    /// Whether a verb that is in the cue table stands right before the token `i`.
    pub(super) fn is_cue_before(&self, i: usize) -> bool {
        let verb = i.checked_sub(1);
        verb.is_some_and(|v| self.is_cue(v))
    }

    /// Whether token `i` is in the cue table.
    pub(super) fn is_cue(&self, i: usize) -> bool {
        let token = self.text.tokens.get(i);
        token.is_some_and(|t| t.cue > 0)
    }
}

/// The most tokens of a unit outside quotations, and the most that may open an attribution. A page's heap of
/// words is cut, so that looking around in a unit from each of them costs no more than the one times the other.
const LONGEST_UNIT: usize = LONGEST;
const MOST_LEADS: usize = 16;

/// What a unit holds so far, quotations aside.
#[derive(Default)]
struct Load {
    tokens: usize,
    leads: usize,
}

/// The sentences of `text`, those of one quotation joined, and cut where they hold too much. Notes the tokens
/// that may credit a source.
fn units(phrases: &Phrases, credits: &mut Vec<usize>) -> Vec<Range<usize>> {
    let text = phrases.text;
    let mut units: Vec<Range<usize>> = Vec::with_capacity(text.sentences.len());
    let mut load = Load::default();
    let according = text.language.attribution.according;
    for sentence in &text.sentences {
        let Range { start, end } = sentence.start..sentence.end;
        let joins = start > 0 && (phrases.quotation(start)).is_some_and(|q| q.open < start);
        match units.last_mut() {
            Some(last) if joins => last.end = end,
            _ => {
                units.push(start..end);
                load = Load::default();
            }
        }
        let mut i = start;
        while i < end {
            // A quotation counts as one word: it is passed over at once.
            let quotation = phrases.quotation(i);
            if quotation.is_none_or(|q| q.open == i) {
                let credit = quotation.is_none() && phrases.is(i, according);
                credits.extend(credit.then_some(i));
                let lead = usize::from(credit || quotation.is_none() && leads(text, i));
                load.tokens += 1;
                load.leads += lead;
                if load.tokens > LONGEST_UNIT || load.leads > MOST_LEADS {
                    if let Some(last) = units.last_mut() {
                        last.end = i;
                    }
                    units.push(i..end);
                    load = Load {
                        tokens: 1,
                        leads: lead,
                    };
                }
            }
            i = quotation.map_or(i + 1, |q| q.end());
        }
    }
    units
}

/// The longest credit of a picture, in tokens, brackets included.
const LONGEST_CREDIT: usize = 12;

/// The units without the credit of a picture that closes a block: "…, sources say (Image: Ada Roe)". A credit that is a
/// unit by itself goes.
fn without_credits(phrases: &Phrases, mut units: Vec<Range<usize>>) -> Vec<Range<usize>> {
    for unit in &mut units {
        if let Some(open) = credit(phrases, unit) {
            unit.end = open;
        }
    }
    units.retain(|u| !u.is_empty());
    units
}

/// Where the credit opens that ends `unit` and its block.
fn credit(phrases: &Phrases, unit: &Range<usize>) -> Option<usize> {
    let text = phrases.text;
    let close = unit.end.checked_sub(1)?;
    let last = text.tokens.get(unit.end).is_none_or(|t| t.opens_block);
    if !last || phrases.mark(close) != Some(')') {
        return None;
    }
    let floor = unit.start.max(close.saturating_sub(LONGEST_CREDIT));
    let open = (floor..close)
        .rev()
        .find(|i| phrases.mark(*i) == Some('('))?;
    let labelled = (open + 2..close.min(open + 4)).any(|i| phrases.mark(i) == Some(':'))
        && phrases.is(open + 1, text.language.attribution.picture);
    labelled.then_some(open)
}

/// Whether an attribution may open at the verb or adverb `i`, so that its parts are looked for from there.
fn leads(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    token.cue > 0 && matches!(text.tags[i], Tag::Verb | Tag::Past | Tag::Ing) || token.is(HEDGE)
}

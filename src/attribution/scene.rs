//! A text made ready for finding attributions: which tokens stand inside quotations, and the units
//! that cues are looked for in.

use std::ops::Range;

use crate::lexicon::HEDGE;
use crate::text::Text;
use crate::text::quotation_mark::Quote;
use crate::text::sentence::LONGEST;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// A text with its quotations told apart from scare quotes and titles.
pub(super) struct Scene<'t, 'd> {
    /// The text.
    pub(super) text: &'t Text<'d>,
    /// Words that somebody said or wrote, in order. Scare quotes, nicknames and titles are not here.
    pub(super) quotations: Vec<Quote>,
    /// Whether the page is an encyclopaedia, a manual or a blog of a company.
    pub(super) reference: bool,
    /// For each token, the quotation it stands in (its marks included) plus one; 0 outside.
    inside: Vec<u32>,
    /// Sentences, those of one quotation joined: what a cue and its parts are looked for in.
    pub(super) units: Vec<Range<usize>>,
}

impl<'t, 'd> Scene<'t, 'd> {
    pub(super) fn new(text: &'t Text<'d>) -> Scene<'t, 'd> {
        let quotations: Vec<Quote> = text
            .quotes
            .iter()
            .copied()
            .filter(|q| is_quotation(text, q))
            .collect();
        let mut inside = vec![0; text.tokens.len()];
        for (k, quote) in quotations.iter().enumerate() {
            inside[quote.open..quote.end()].fill(k as u32 + 1);
        }
        let units = units(text, &quotations, &inside);
        Scene {
            text,
            reference: text.document.page.is_reference(),
            quotations,
            inside,
            units,
        }
    }

    /// The tag of token `i`; past the text's end, that of a mark.
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.text.tags.get(i).copied().unwrap_or(Tag::Mark)
    }

    /// The quotation that token `i` stands in, its marks included.
    pub(super) fn quotation(&self, i: usize) -> Option<&Quote> {
        let k = *self.inside.get(i)?;
        self.quotations.get((k as usize).checked_sub(1)?)
    }

    /// Whether token `i` is in the cue table.
    pub(super) fn is_cue(&self, i: usize) -> bool {
        let token = self.text.tokens.get(i);
        token.is_some_and(|t| t.cue > 0)
    }

    /// The mark that token `i` is, if it is one. A hyphen between spaces is a dash.
    #[inline(never)]
    pub(super) fn mark(&self, i: usize) -> Option<char> {
        let token = self.text.tokens.get(i)?;
        match token.kind {
            Kind::Mark('-') if token.spaced && self.text.tokens.get(i + 1)?.spaced => Some('–'),
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    /// Whether token `i` is the word `word` (lower case).
    pub(super) fn is_word(&self, i: usize, word: &str) -> bool {
        self.text
            .tokens
            .get(i)
            .is_some_and(|t| t.is_word() && t.span.len() == word.len())
            && self.text.bytes(i).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether token `i` is a finite verb form: not the infinitive after "to".
    pub(super) fn finite(&self, i: usize) -> bool {
        let Some(tag) = self.text.tags.get(i).copied() else {
            return false;
        };
        if !tag.finite() {
            return false;
        }
        let mut k = i;
        while k > 0 && matches!(self.text.tags[k - 1], Tag::Adv | Tag::Neg) {
            k -= 1;
        }
        k == 0 || self.text.tags[k - 1] != Tag::To
    }

    /// The first token of `range`, outside quotations, that `is` holds for.
    pub(super) fn find(&self, range: Range<usize>, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mut i = range.start;
        while i < range.end {
            match self.quotation(i) {
                Some(quote) => i = quote.end().max(i + 1),
                None if is(i) => return Some(i),
                None => i += 1,
            }
        }
        None
    }

    /// Whether a finite verb stands in `range` outside quotations.
    pub(super) fn has_finite(&self, range: Range<usize>) -> bool {
        self.find(range, |i| self.finite(i)).is_some()
    }

    /// Whether token `i` ends a sentence or parts clauses strongly.
    pub(super) fn is_end(&self, i: usize) -> bool {
        matches!(self.mark(i), Some('.' | '!' | '?' | ';' | '…'))
    }

    /// Whether token `i` is the closing mark of words between marks.
    pub(super) fn closes(&self, i: usize) -> bool {
        self.text
            .quote_at(i)
            .is_some_and(|q| q.closed && q.close == i)
    }

    /// Whether token `i` is a mark that quotes a word or two inside a phrase, or otherwise stands
    /// inside phrases without parting them.
    pub(super) fn is_light(&self, i: usize) -> bool {
        self.quotation(i).is_none()
            && matches!(
                self.mark(i),
                Some(
                    '“' | '”'
                        | '"'
                        | '‘'
                        | '’'
                        | '\''
                        | '-'
                        | '‐'
                        | '‑'
                        | '/'
                        | '&'
                        | '$'
                        | '£'
                        | '€'
                        | '%'
                        | '#'
                        | '@'
                )
            )
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

/// The sentences of `text`, those of one quotation joined, and cut where they hold too much.
fn units(text: &Text, quotations: &[Quote], inside: &[u32]) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::with_capacity(text.sentences.len());
    let mut load = Load::default();
    for sentence in &text.sentences {
        let Range { start, end } = sentence.start..sentence.end;
        let joins = start > 0
            && !text.tokens[start].opens_block
            && inside[start] != 0
            && inside[start] == inside[start - 1];
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
            let quotation = (inside[i] as usize).checked_sub(1).map(|k| &quotations[k]);
            if quotation.is_none_or(|q| q.open == i) {
                let lead = usize::from(quotation.is_none() && leads(text, i));
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
            i = quotation.map_or(i + 1, Quote::end);
        }
    }
    units
}

/// Whether an attribution may open at token `i`, so that its parts are looked for from there.
fn leads(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    token.cue > 0 && matches!(text.tags[i], Tag::Verb | Tag::Past | Tag::Ing)
        || token.is(HEDGE)
        || token.span.len() == "according".len() && text.is_one_of_any_case(i, "according")
}

/// Whether the words between marks are somebody's words: a clause, or words with their own end mark;
/// not a word or two set apart, not a title.
fn is_quotation(text: &Text, quote: &Quote) -> bool {
    let inner = quote.inner();
    if inner.is_empty() {
        return false;
    }
    let words = text.tokens[inner.clone()]
        .iter()
        .filter(|t| t.is_word() || t.kind == Kind::Number)
        .count();
    let last = text.tokens[inner.end - 1].kind;
    let ended = matches!(last, Kind::Mark(',' | '.' | '!' | '?' | '—' | '…'));
    let clause = text.tags[inner.clone()].iter().any(|t| t.finite());
    if quote.single {
        return words >= 4 && (clause || ended);
    }
    // “Morning Tide”; after a preposition or a genitive too where a full stop stands in the marks: on the
    // network's “Morning Tide.”
    let held = (quote.open.checked_sub(1))
        .is_some_and(|i| matches!(text.tags[i], Tag::Gen | Tag::Prep | Tag::Det | Tag::Poss));
    if words >= 2 && (!ended || held) && is_name(text, inner.clone()) {
        return false;
    }
    words >= 5 || ended && words >= 1 || clause && words >= 3
}

/// The longest name between marks, in tokens; what is longer is somebody's words.
const LONGEST_NAME: usize = 16;

/// Whether all longer words have a capital: a name, or the title of a work. A single word that ends in
/// a mark ("Unthinkable,") is none.
pub(super) fn is_name(text: &Text, inner: Range<usize>) -> bool {
    if inner.len() > LONGEST_NAME {
        return false;
    }
    let least = if inner.len() == 1 { 1 } else { 2 };
    let longer = || {
        let words = text.tokens[inner.clone()].iter();
        words.filter(|t| t.is_word() && t.span.len() > 3)
    };
    longer().count() >= least && longer().all(|t| t.shape != Shape::Lower)
}

//! What a citation covers: from its mark back to the mark before, the begin of the clause or of the
//! sentence; what is quoted or attributed there as a whole.

use std::ops::Range;

use super::{Citation, Form, Target};
use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// A mark on who says it covers what they say.
pub(super) static MARK_ON_SOURCE: Rule = Rule {
    name: "mark-on-source",
    yes: examples!["A study[2] found that noise drives seals away."],
    no: examples![
        "A study found that noise drives seals away.[2]",
        "A study of seals was long.[2] It found that noise drives them away.",
    ],
};

/// A mark covers the words before it, as far back as the mark before, its clause or its sentence.
pub(super) static MARK_BEHIND_WORDS: Rule = Rule {
    name: "mark-behind-words",
    yes: examples![
        "Catches fell by a third,[5] while prices rose 8 percent.[6]",
        "Some 4,300¹ families moved.",
    ],
    no: examples![
        "The list holds [12] boats and some nets.",
        "A plot of 40 m² costs $90,000.",
        "For example, the call sum(add, [1, 2, 3]) gives six.",
    ],
};

/// How many attributions before and after some words are looked at.
const NEAR: usize = 6;

/// Attributions and figures by where they stand.
pub(super) struct Covered<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) attributions: &'a [Attribution],
    pub(super) figures: &'a [Figure],
}

impl<'a, 't> Covered<'a, 't> {
    pub(super) fn new(
        text: &'a Text<'t>,
        attributions: &'a [Attribution],
        figures: &'a [Figure],
    ) -> Covered<'a, 't> {
        Covered {
            text,
            attributions,
            figures,
        }
    }

    /// The attributions whose content begins inside `words`, and a few before and after, by index: what a
    /// look-around costs is bounded.
    pub(super) fn attributions_near(&self, words: &Range<usize>) -> Range<usize> {
        let begins = |a: &Attribution| a.content.first().map_or(0, |c| c.start);
        let first = self
            .attributions
            .partition_point(|a| begins(a) < words.start);
        let last = self.attributions.partition_point(|a| begins(a) < words.end);
        first.saturating_sub(NEAR)..self.attributions.len().min(last + NEAR)
    }

    /// The figures inside `words`, by index.
    fn figures_in(&self, words: &Range<usize>) -> Range<usize> {
        let from = self.figures.partition_point(|f| f.token < words.start);
        let count = self.figures[from..]
            .iter()
            .take_while(|f| f.token < words.end)
            .count();
        from..from + count
    }

    /// A citation of `claim`, with what the claim holds.
    pub(super) fn citation(
        &self,
        claim: Vec<Range<usize>>,
        form: Form,
        target: Target,
        rule: &'static Rule,
    ) -> Citation {
        let mut attributions = Vec::new();
        for words in &claim {
            let overlaps = |c: &Range<usize>| c.start < words.end && words.start < c.end;
            let inside = |a: &usize| self.attributions[*a].content.iter().any(overlaps);
            attributions.extend(self.attributions_near(words).filter(inside));
        }
        attributions.sort_unstable();
        attributions.dedup();
        Citation {
            token: claim.last().map_or(0, |c| c.end),
            figures: claim
                .iter()
                .flat_map(|words| self.figures_in(words))
                .collect(),
            claim,
            form,
            mark: None,
            page_mark: None,
            label: String::new(),
            target,
            attributions,
            rule,
        }
    }

    /// What a mark before token `at` of `block` covers, and the rule that tells; `behind` is the token that
    /// the mark before it stands before. Nothing where nothing stands before it.
    pub(super) fn by_mark(
        &self,
        at: usize,
        block: u32,
        behind: usize,
    ) -> Option<(Vec<Range<usize>>, &'static Rule)> {
        let text = self.text;
        let last = at
            .checked_sub(1)
            .filter(|i| text.tokens[*i].block == block)?;
        let sentence = text.sentences[text.sentence_of(last)];
        // "A study [2] found that …": what the study found.
        for a in self.attributions_near(&(last..at)) {
            let attribution = &self.attributions[a];
            let frame = attribution
                .source
                .iter()
                .map(|s| s.start)
                .chain([attribution.cue.start])
                .min();
            let first = attribution.content.first().map_or(0, |c| c.start);
            if frame.is_some_and(|f| f < at) && at <= first && behind <= frame.unwrap_or(0) {
                return Some((attribution.content.clone(), &MARK_ON_SOURCE));
            }
        }
        let mut from = sentence.start.max(behind);
        // A quotation is covered as a whole.
        let quote = text
            .quote_at(last)
            .filter(|q| q.end() <= at + 1 && last + 2 >= q.end());
        if let Some(quote) = quote.filter(|q| behind <= q.open) {
            from = from.min(quote.open);
        }
        let inner = (from..last)
            .rev()
            .find(|i| self.parts(*i, last, quote.map(|q| q.open)));
        let claim = self.trimmed(inner.map_or(from, |i| i + 1)..at);
        (!claim.is_empty()).then(|| (vec![claim], &MARK_BEHIND_WORDS))
    }

    /// Whether token `i` parts the clause that `last` ends from the one before: a semicolon, or a comma
    /// before "while" or "whereas".
    fn parts(&self, i: usize, last: usize, quote: Option<usize>) -> bool {
        if quote.is_some_and(|open| i >= open) || i + 2 > last {
            return false;
        }
        match self.text.tokens[i].kind {
            Kind::Mark(';') => true,
            Kind::Mark(',') => self.text.is_one_of(i + 1, self.text.language.cite.contrast),
            _ => false,
        }
    }

    /// `words` without the marks and conjunctions at their ends.
    pub(super) fn trimmed(&self, words: Range<usize>) -> Range<usize> {
        let text = self.text;
        let light = |i: usize| {
            matches!(
                text.tokens[i].kind,
                Kind::Mark(',' | '.' | ';' | ':' | '—' | '–' | '-' | '!' | '?' | '…' | '(' | '[')
            )
        };
        let Range { mut start, mut end } = words;
        while start < end
            && (light(start) || text.tokens[start].is_mark(')') || text.tags[start] == Tag::Coord)
        {
            start += 1;
        }
        while end > start && light(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// The sentence before token `at` as far as its block begins, trimmed.
    pub(super) fn sentence_before(&self, at: usize) -> Option<Range<usize>> {
        let last = at.checked_sub(1).filter(|i| {
            self.text
                .tokens
                .get(at)
                .is_none_or(|t| t.block == self.text.tokens[*i].block)
        })?;
        let sentence = self.text.sentences[self.text.sentence_of(last)];
        let claim = self.trimmed(sentence.start..at);
        (!claim.is_empty()).then_some(claim)
    }

    /// The link of `block` that shares a byte with `span`, by its index.
    pub(super) fn link_on(&self, block: u32, span: Span) -> Option<usize> {
        let links = &self.text.document.blocks[block as usize].links;
        // Those on no words stand last.
        let links = &links[..links.partition_point(|l| !l.span.is_empty())];
        let first = links.partition_point(|l| l.span.end <= span.start);
        links
            .get(first)
            .filter(|l| l.span.overlaps(span))
            .map(|_| first)
    }
}

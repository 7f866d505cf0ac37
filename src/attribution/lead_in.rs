//! A quotation that its lead-in hands over: cue and colon end a block, and the next one is what was said or
//! written, between quotation marks or as a block quotation.

use std::ops::Range;

use super::cue::{CueGroup, Voice};
use super::finite::SOURCE_CUE_THAT;
use super::relation::{Joined, Unit};
use super::scene::Scene;
use super::speaker::{is_nobody, is_thing};
use super::telling;
use crate::lexicon::RELATIVE;
use crate::lexicon::cue::Frames;
use crate::rule::Rule;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;

/// The longest way from a cue to its colon, in tokens: "wrote in a letter to the council last week:".
const LONGEST_WAY: usize = 24;

/// The longest way from "clear" to its "that", in tokens: "clear in a letter to the council last week that".
const LONGEST_CLEAR: usize = 12;

/// The longest name before its description, in tokens.
const LONGEST_NAME: usize = 5;

/// The most blocks of one block quotation.
const MOST_BLOCKS: usize = 20;

/// “S said:”, and the next block is what was said.
pub(super) static SOURCE_CUE_BLOCK: Rule = Rule {
    name: "source-cue-block",
    yes: examples!["Nils Brun said:\n\n“Nobody told us that the shed was sold.”"],
    no: examples!["Nobody said:\n\n“Nobody told us that the shed was sold.”"],
};

/// “According to S:”, and the next block is what S says.
pub(super) static ACCORDING_TO_BLOCK: Rule = Rule {
    name: "according-to-block",
    yes: examples![
        "According to Nils Brun, a rigger by the weir:\n\n“Nobody told us that the shed was sold.”",
    ],
    no: examples![
        "According to Nils Brun, it was sold.\n\n“Nobody told us that the shed was sold.”"
    ],
};

/// “S made this comment: C”, C a quotation.
pub(super) static SOURCE_NOUN_QUOTATION: Rule = Rule {
    name: "source-noun-quotation",
    yes: examples![
        "Nils Brun made the following comment: “Nobody told us that the shed was sold.”"
    ],
    no: examples![
        "Nils Brun made a sign: “Nobody may row here.”",
        "The shed had a plain answer: “Nobody may row here.”",
    ],
};

impl Unit<'_, '_, '_> {
    /// "Nils Brun made the following comment: “…”": the noun tells that he spoke.
    pub(super) fn noun_led(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let first = (scene.quotations).partition_point(|q| q.open < self.words.start);
        let mut opened = scene.quotations[first..].iter();
        let opened = opened.find(|q| !q.single).map(|q| q.open);
        let Some(at) = opened.filter(|at| *at < self.words.end) else {
            return;
        };
        let taken = |j: &Joined| j.content.iter().any(|c| c.contains(&at));
        if at == 0 || scene.mark(at - 1) != Some(':') || found.iter().any(taken) {
            return;
        }
        let uttered = self.uttered(at - 1).or_else(|| self.brought_up(at - 1));
        if let Some((source, cue)) = uttered {
            let end = scene.quotation(at).map_or(at, |q| q.end());
            let content = vec![at..end];
            found.push(noun_joined(source, cue, content));
        }
    }

    /// Who "made the following comment" before the colon at `colon`, and in which words.
    fn uttered(&self, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let noun = colon.checked_sub(1).filter(|n| *n > self.words.start)?;
        if !scene.is(noun, words.speech) {
            return None;
        }
        let phrase = scene.noun_phrase_at(noun).map_or(noun, |p| p.start);
        let verb = scene.verb_group_at(phrase.saturating_sub(1));
        let verb = verb.filter(|v| v.end == phrase && !v.passive)?;
        let source = self.utterer(verb.start)?;
        scene
            .is(verb.head, words.utters)
            .then_some((source, verb.head..noun + 1))
    }

    /// Who "summed this up as follows", "shared her view of the mill" before the colon at `colon`: the verb brings up a
    /// topic, and what stands behind the colon is of it.
    fn brought_up(&self, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let floor = self.words.start.max(colon.saturating_sub(LONGEST_WAY));
        let verb = (floor..colon)
            .rev()
            .find(|i| scene.finite(*i) && scene.is(*i, words.brings_up))?;
        let group = scene.verb_group_at(verb).filter(|v| v.finite)?;
        let source = self.utterer(group.start)?;
        scene
            .is(group.head, words.brings_up)
            .then_some((source, group.head..group.head + 1))
    }

    /// The subject of the verb at `verb`, if it can say something.
    fn utterer(&self, verb: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let source = scene.subject_before(verb, self.words.start)?;
        let none = is_nobody(scene, &source) || is_thing(scene, source.clone());
        // "the couple", "the family"
        let collective = |i: usize| scene.is(i, words.collective);
        (!none || source.clone().any(collective)).then_some(source)
    }

    /// Each "that" outside quotations with so many words of the unit before it.
    fn thats(&self, before: usize) -> impl Iterator<Item = usize> {
        // Each is a relative by its class.
        let none = !self.classes.contains(RELATIVE);
        let words = if none { 0..0 } else { self.words.clone() };
        let tags = self.scene.text.tags[words].iter();
        let thats = tags.zip(self.words.start..).skip(before);
        let thats = thats.filter_map(|(tag, i)| (*tag == Tag::That).then_some(i));
        thats.filter(|i| self.scene.quotation(*i).is_none())
    }

    /// "S made it clear that C", "S gave testimony that C": no cue by themselves, the two words tell that S spoke.
    pub(super) fn made_clear(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        for that in self.thats(2) {
            let floor = self.words.start.max(that.saturating_sub(LONGEST_CLEAR));
            let told = (floor + 1..that).rev().find(|i| {
                scene.is(*i, words.clear_word) && {
                    let verb = i - 1 - usize::from(scene.is(i - 1, words.clear_object));
                    scene.is(verb, words.utters)
                }
            });
            let Some(told) = told.filter(|t| !scene.has_finite(t + 1..that)) else {
                continue;
            };
            let verb = told - 1 - usize::from(scene.is(told - 1, words.clear_object));
            let Some(group) = scene.verb_group_at(verb).filter(|v| v.finite && !v.passive) else {
                continue;
            };
            let Some(source) = self.utterer(group.start) else {
                continue;
            };
            self.push_that(found, source, group.head..told + 1, that);
        }
    }

    /// "S’s contention was that C": whose view it is stands before the noun.
    pub(super) fn held(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        for that in self.thats(3) {
            let group = scene.verb_group_at(that - 1).filter(|v| v.finite);
            let Some(be) = group.filter(|v| scene.tag(v.head) == Tag::Be) else {
                continue;
            };
            // "Ito’s argument on Sunday was that"
            let head = scene
                .trim_time(self.words.start, be.start)
                .saturating_sub(1);
            let view = scene.is(head, words.view_noun);
            let Some(phrase) = scene
                .noun_phrase_at(head)
                .filter(|p| view && p.head == head)
            else {
                continue;
            };
            let owner = scene.owner(&phrase).or_else(|| {
                (scene.tag(phrase.start) == Tag::Poss).then_some(phrase.start..phrase.start + 1)
            });
            let Some(source) = owner.filter(|o| o.start >= self.words.start) else {
                continue;
            };
            self.push_that(found, source, head..head + 1, that);
        }
    }

    /// Adds what the words `cue` of a noun say from `that` on, unless they stand in what another has said.
    fn push_that(
        &self,
        found: &mut Vec<Joined>,
        source: Range<usize>,
        cue: Range<usize>,
        that: usize,
    ) {
        let inside = |j: &Joined| j.content.iter().any(|c| c.contains(&cue.start));
        let end = telling::trim(self.scene, that, self.words.end);
        if end > that + 1 && !found.iter().any(inside) {
            found.push(Joined {
                rule: &SOURCE_CUE_THAT,
                ..noun_joined(source, cue, vec![that..end])
            });
        }
    }

    /// "S wrote to the council:", and the next block is the letter. `None` where the unit leads to nothing.
    pub(super) fn lead_in(&self, groups: &[CueGroup]) -> Option<Joined> {
        let scene = self.scene;
        let colon = self.words.end.checked_sub(1)?;
        if scene.mark(colon) != Some(':') {
            return None;
        }
        let content = handed_over(scene, self.words.end)?;
        if let Some(joined) = self.according_lead(colon, &content) {
            return Some(joined);
        }
        if let Some((source, cue)) = self.uttered(colon) {
            return Some(Joined {
                rule: &SOURCE_CUE_BLOCK,
                ..noun_joined(source, cue, content)
            });
        }
        // The last verb before the colon: another would have said something else.
        let group = groups.last()?;
        let near = colon - group.words.end <= LONGEST_WAY;
        let way = group.words.end..colon;
        if group.voice != Voice::Finite
            || !group.cue.frames.has(Frames::QUOTATION)
            || !near
            || scene.has_finite(way.clone())
            || way.into_iter().any(|i| scene.quotation(i).is_some())
        {
            return None;
        }
        let source = group.subject(scene, self.words.start)?;
        let source = self.described(source);
        if is_nobody(scene, &source) {
            return None;
        }
        Some(Joined {
            source: Some(source),
            cue: group.words.clone(),
            head: group.head,
            content,
            rule: &SOURCE_CUE_BLOCK,
        })
    }

    /// "Nils Brun, a rigger, who has worked here for years, wrote:": the name before its long description,
    /// where it opens the unit.
    fn described(&self, source: Range<usize>) -> Range<usize> {
        let scene = self.scene;
        let floor = self.words.start;
        let comma = source.start.wrapping_sub(1);
        let name = floor..comma;
        let named = source.start > floor + 1
            && scene.tag(source.start) == Tag::Det
            && scene.mark(comma) == Some(',')
            && name.len() <= LONGEST_NAME
            && name.clone().all(|i| scene.text.tokens[i].capital());
        if named { floor..source.end } else { source }
    }

    /// "According to S:", and the next block is what S says.
    fn according_lead(&self, colon: usize, content: &[Range<usize>]) -> Option<Joined> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let at = self.words.start;
        let from = at + 2;
        if !scene.is(at, words.according) || !scene.is(at + 1, words.to) || from >= colon {
            return None;
        }
        if colon - from > LONGEST_WAY || scene.has_finite(from..colon) {
            return None;
        }
        let end = (from..colon).find(|&i| matches!(scene.mark(i), Some(',' | '(' | '—' | '–')));
        Some(Joined {
            source: Some(from..end.unwrap_or(colon)),
            cue: at..from,
            head: at,
            content: content.to_vec(),
            rule: &ACCORDING_TO_BLOCK,
        })
    }
}

/// What a noun, and no cue of the table, joins.
fn noun_joined(source: Range<usize>, cue: Range<usize>, content: Vec<Range<usize>>) -> Joined {
    Joined {
        source: Some(source),
        head: cue.start,
        cue,
        content,
        rule: &SOURCE_NOUN_QUOTATION,
    }
}

/// What is handed over at the start of a block, a piece for each block: a block quotation with all of its
/// blocks, or a block that is all quotation.
fn handed_over(scene: &Scene, start: usize) -> Option<Vec<Range<usize>>> {
    if !scene.text.tokens.get(start)?.opens_block {
        return None;
    }
    let first = block_at(scene, start);
    if is_block_quote(scene, start) {
        let mut pieces = vec![first];
        while pieces.len() < MOST_BLOCKS {
            let next = pieces.last().map_or(start, |p| p.end);
            // A dash begins the line that says who is quoted.
            let signed = matches!(scene.mark(next), Some('—' | '–' | '-' | '―'));
            if next >= scene.text.tokens.len() || !is_block_quote(scene, next) || signed {
                break;
            }
            pieces.push(block_at(scene, next));
        }
        return Some(pieces);
    }
    let quote = scene.quotation(start)?;
    (quote.open == start && quote.end() == first.end && !quote.single).then(|| vec![first])
}

/// The tokens of the block that token `start` opens.
fn block_at(scene: &Scene, start: usize) -> Range<usize> {
    let tokens = &scene.text.tokens;
    let end = (start + 1..tokens.len()).find(|&i| tokens[i].opens_block);
    start..end.unwrap_or(tokens.len())
}

/// Whether token `i` stands in a block quotation.
fn is_block_quote(scene: &Scene, i: usize) -> bool {
    let block = scene.text.tokens[i].block;
    scene.text.document.blocks[block as usize].kind == BlockKind::Quote
}

/// Whether `content` is a block quotation as a whole, which is somebody's words without quotation marks too.
pub(super) fn is_whole_block_quote(scene: &Scene, content: &[Range<usize>]) -> bool {
    content.iter().all(|piece| {
        scene.text.tokens[piece.start].opens_block
            && is_block_quote(scene, piece.start)
            && block_at(scene, piece.start) == *piece
    })
}

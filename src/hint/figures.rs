//! Remarks on figures: without a source, their source far off, undated, disagreeing, resting on one
//! source, or surer in the headline than below. Each is made only where the text leaves little room for
//! another reading; weather, sport, prices in lists, opinion and fiction are left alone.

use crate::letter::{holds, is_alphanumeric};
use crate::lexicon::forms::Forms;

use super::{Flag, FlagKind, wanted};
use crate::attribution::Attribution;
use crate::figure::{Figure, FigureKind};
use crate::lexicon::cue::CueClass;
use crate::lexicon::figure as roles;
use crate::lexicon::{DOCUMENT, MONTH, OBJECT_PRONOUN, POSSESSIVE, PRONOUN, TIME};
use crate::resolve::{Resolved, SourceKind};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::token::Kind;
use crate::tie::{self, Cover, Tie};

/// The least sum of money, in units of its currency, that is worth a remark.
const LEAST_SUM: f64 = 1000.0;

/// The least count that is worth a remark: fewer mostly say who is meant ("the 27 leaders").
const LEAST_COUNT: f64 = 100.0;

/// The least count of people, who may be hurt or moved.
const LEAST_PEOPLE: f64 = 10.0;

/// How many sentences away, in the same paragraph, an attribution still tells that the paragraph is somebody's.
const PARAGRAPH_REACH: usize = 12;

/// How far before a population, in tokens, its "of" may stand: "a nation of some 11 million people".
const POPULATION_REACH: usize = 4;

/// How far before a sum, in tokens, the deed may stand that names it.
const DEED_REACH: usize = 10;

/// A figure of weight that no attribution covers.
pub(super) static UNSOURCED_FIGURE: Rule = Rule {
    name: "unsourced-figure",
    yes: examples![
        "The new lock on the Aster canal cost $47 million and took nine years.",
        "Repairs took between $5 million and $8 million out of the fund.",
    ],
    no: examples![
        // somebody in the paragraph gives it
        "The lock cost $47 million. It took years. It is done. The canal office said the work was slow.",
        // the writer's own
        "We raised $47,000 for the mill.",
        // weather and sport
        "There is a 60% chance of rain on the coast.",
        // a document gives it
        "The report counts 4,700 boats.",
        // who sues names the sum
        "The council is suing the owner for $4 million.",
        // what everybody can look up
        "Tunisia, a nation of about 11 million people, is mostly dry.",
        // few, or no people
        "Thousands of glaciers melt.",
    ],
};

/// The source of a figure comes more than one sentence later.
pub(super) static FAR_ATTRIBUTION: Rule = Rule {
    name: "far-attribution",
    yes: examples![
        "The storm left 1,240 homes dark.\n\nIt was a cold night.\n\nBoats broke loose.\n\nThe grid operator said 1,240 homes were cut off.",
    ],
    no: examples![
        "The storm left 1,240 homes dark.\n\nThe grid operator said 1,240 homes were cut off."
    ],
};

/// A document or count behind a figure without a date.
pub(super) static UNDATED: Rule = Rule {
    name: "undated",
    yes: examples!["A recent survey found that 47% of tenants had moved."],
    no: examples!["A recent survey found in May that 47% of tenants had moved."],
};

/// The flags on figures, in text order of their first figure.
pub(super) fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
    unwanted: &[Option<&'static Rule>],
) -> Vec<Flag> {
    if figures.is_empty() || silent_page(text) {
        return Vec::new();
    }
    let scene = Scene::new(text, attributions, resolved, figures, ties, unwanted);
    let mut flags = scene.unsourced();
    flags.extend(scene.far());
    flags.extend(scene.undated());
    flags.extend(scene.disagreeing());
    flags.extend(scene.lost_hedge());
    flags.extend(scene.single_source());
    super::in_order(&mut flags, |f| &f.figures);
    flags
}

/// Whether the page is one whose figures are its author's business: opinion, fiction, shops, sport,
/// weather, by the words of its address or title.
fn silent_page(text: &Text) -> bool {
    let page = &text.document.page;
    let path = page.url.splitn(4, '/').nth(3).unwrap_or("");
    let mut parts = path.split(|c: char| !is_alphanumeric(c));
    let kicker = page
        .title
        .split([':', '|', '–', '—'])
        .map(str::trim)
        .filter(|part| !holds(part, &[' ']));
    parts.by_ref().take(12).chain(kicker).any(|part| {
        text.language
            .figures
            .is(&part.to_ascii_lowercase(), roles::SILENT_PAGE)
    })
}

/// What all the rules look at.
pub(super) struct Scene<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) attributions: &'a [Attribution],
    pub(super) resolved: &'a Resolved,
    pub(super) figures: &'a [Figure],
    pub(super) ties: &'a [Option<Tie>],
    /// The sentence of each figure.
    pub(super) sentence: Vec<usize>,
    /// Sentences that an attribution touches.
    pub(super) attributed: Vec<bool>,
    /// Whether each figure is of weight.
    pub(super) weighty: Vec<bool>,
}

impl<'a, 't> Scene<'a, 't> {
    fn new(
        text: &'a Text<'t>,
        attributions: &'a [Attribution],
        resolved: &'a Resolved,
        figures: &'a [Figure],
        ties: &'a [Option<Tie>],
        unwanted: &[Option<&'static Rule>],
    ) -> Scene<'a, 't> {
        let mut attributed = vec![false; text.sentences.len()];
        for attribution in attributions {
            let parts = attribution
                .content
                .iter()
                .chain(&attribution.source)
                .chain([&attribution.cue]);
            for part in parts.filter(|p| !p.is_empty()) {
                let (first, last) = (text.sentence_of(part.start), text.sentence_of(part.end - 1));
                attributed[first..=last].fill(true);
            }
        }
        let sentence = figures.iter().map(|f| text.sentence_of(f.token)).collect();
        let mut scene = Scene {
            text,
            attributions,
            resolved,
            figures,
            ties,
            sentence,
            attributed,
            weighty: Vec::new(),
        };
        let mut silent = once_each(|s| scene.silent_sentence(s));
        let weighty = (0..figures.len())
            .map(|i| unwanted[i].is_none() && scene.is_weighty(i) && !silent(scene.sentence[i]))
            .collect();
        drop(silent);
        scene.weighty = weighty;
        scene
    }

    /// Money, shares, tolls and counts of some size; no measures, durations, ages, scores, weather.
    fn is_weighty(&self, i: usize) -> bool {
        let figure = &self.figures[i];
        let value = figure.value.or(figure.low).unwrap_or(0.0);
        let unit = figure.unit.as_deref().unwrap_or("");
        let people = wanted::counts_people(self.text, figure);
        let sized = match figure.kind {
            FigureKind::Money => value >= LEAST_SUM,
            FigureKind::Percent | FigureKind::Ratio | FigureKind::Fraction => true,
            // "a 28-nation bloc" names the bloc.
            FigureKind::Count => {
                value >= if people { LEAST_PEOPLE } else { LEAST_COUNT }
                    && !unit.is_empty()
                    && !wanted::describes(self.text, figure)
            }
            // "thousands of glaciers" paints; so many people may be counted.
            FigureKind::Magnitude => people,
            _ => false,
        };
        sized && !self.text.language.figures.is(unit, roles::SILENT_WORD)
    }

    /// Whether a sentence speaks of weather or sport.
    fn silent_sentence(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        let mut lower = String::new();
        (s.start..s.end).any(|i| {
            let token = &self.text.tokens[i];
            if !token.is_word() || token.span.len() > 20 {
                return false;
            }
            lower.clear();
            lower.push_str(self.text.word(i));
            lower.make_ascii_lowercase();
            self.text.language.figures.is(&lower, roles::SILENT_WORD)
        })
    }

    pub(super) fn block_kind(&self, i: usize) -> BlockKind {
        let token = &self.text.tokens[self.figures[i].token];
        self.text.document.blocks[token.block as usize].kind
    }

    pub(super) fn source(&self, i: usize) -> Option<usize> {
        let tie = self.ties[i]?;
        self.resolved.resolutions.get(tie.attribution)?.source
    }

    /// A figure of weight in running text that no attribution covers, in a sentence that no attribution
    /// touches, nor the one before or after it in the paragraph; the writer neither speaks of himself
    /// nor quotes.
    fn unsourced(&self) -> Vec<Flag> {
        let mut flags: Vec<Flag> = Vec::new();
        let mut quotes = self.text.quotes.iter().peekable();
        let mut of_self = once_each(|s| self.speaks_of_self(s));
        let mut names_document = once_each(|s| self.names_document(s));
        let mut states = once_each(|s| self.states(s));
        for i in 0..self.figures.len() {
            let token = self.figures[i].token;
            while quotes.peek().is_some_and(|q| q.close < token) {
                quotes.next();
            }
            let quoted = quotes.peek().is_some_and(|q| q.open < token);
            let quiet = !self.weighty[i]
                || self.ties[i].is_some()
                || quoted
                || self.block_kind(i) != BlockKind::Paragraph
                || self.near_attribution(self.sentence[i])
                || of_self(self.sentence[i])
                || names_document(self.sentence[i])
                || self.is_meted_out(i)
                || self.is_population(i)
                || !states(self.sentence[i]);
            if quiet {
                continue;
            }
            // One remark a sentence.
            match flags.last_mut() {
                Some(last) if self.sentence[last.figures[0]] == self.sentence[i] => {
                    last.figures.push(i);
                }
                _ => flags.push(flag(FlagKind::UnsourcedFigure, vec![i])),
            }
        }
        flags
    }

    /// Whether an attribution touches the paragraph of a sentence, or the sentence that it goes on from.
    fn near_attribution(&self, sentence: usize) -> bool {
        let block = self.block_of(sentence);
        let beside = |s: &usize| self.block_of(*s) == block;
        let from = sentence.saturating_sub(PARAGRAPH_REACH);
        let to = (sentence + PARAGRAPH_REACH).min(self.attributed.len() - 1);
        let paragraph = (from..=to).filter(beside).any(|s| self.attributed[s]);
        paragraph || self.attributed[sentence.saturating_sub(1)] && self.goes_on(sentence)
    }

    /// "These lands …", "In turn, …" go on from the paragraph before.
    fn goes_on(&self, sentence: usize) -> bool {
        let lists = &self.text.language.hint;
        let first = self.text.sentences[sentence].start;
        let two = first..(first + 2).min(self.text.tokens.len());
        let opens = self.text.tokens[first].opens_block;
        opens
            && (self.text.is_one_of_any_case(first, lists.goes_on)
                || lists.goes_on_phrases.contains(&self.text.words(&two)))
    }

    fn block_of(&self, sentence: usize) -> u32 {
        self.text.tokens[self.text.sentences[sentence].start].block
    }

    /// Whether a sentence states something by itself: it has a finite verb, and none that may tell of
    /// a source in an order that no rule reads ("pointed to sums such as").
    fn states(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        let mut verbs = (s.start..s.end)
            .filter(|i| self.text.tags[*i].verbal())
            .peekable();
        verbs.peek().is_some()
            && verbs.all(|i| {
                let token = &self.text.tokens[i];
                let Some(cue) = token.entry().and_then(|e| self.text.language.words.cue(e)) else {
                    return true;
                };
                let foretells = self.text.language.hint.foretells.has(cue.lemma);
                !foretells
                    && (cue.class != CueClass::Reporting
                        || self.text.language.hint.also_sums.has(cue.lemma))
            })
    }

    /// "we", "our", "I": the writer is the source, here or in the sentence that leads here.
    fn speaks_of_self(&self, sentence: usize) -> bool {
        let mut s = self.text.sentences[sentence];
        if let Some(before) = sentence.checked_sub(1)
            && self.block_of(before) == self.block_of(sentence)
        {
            s.start = self.text.sentences[before].start;
        }
        (s.start..s.end).any(|i| {
            self.text.tokens[i].is_any(PRONOUN.or(POSSESSIVE).or(OBJECT_PRONOUN))
                && self.text.is_one_of(i, self.text.language.hint.writer)
        })
    }

    /// "is suing the owner for $250 million": whoever does it names the sum.
    fn is_meted_out(&self, i: usize) -> bool {
        let s = self.text.sentences[self.sentence[i]];
        let figure = &self.figures[i];
        let first = s.start.max(figure.token.saturating_sub(DEED_REACH));
        let metes = self.text.language.hint.metes_out;
        figure.kind == FigureKind::Money
            && (first..figure.token).any(|k| self.text.is_one_of_any_case(k, metes))
    }

    /// "a nation of about 11 million people": what every reader can look up, said of a place.
    fn is_population(&self, i: usize) -> bool {
        let lists = &self.text.language.hint;
        let figure = &self.figures[i];
        let s = self.text.sentences[self.sentence[i]];
        let first = s.start.max(figure.token.saturating_sub(POPULATION_REACH));
        let of = (first..figure.token)
            .rev()
            .find(|k| self.text.is_one_of(*k, lists.of));
        figure.kind == FigureKind::Count
            && of.is_some_and(|k| k > s.start && self.text.is_one_of_any_case(k - 1, lists.place))
    }

    /// A poll, a report, a count: the text says where the number is from, if not in our grammar.
    fn names_document(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        self.text.tokens[s.start..s.end]
            .iter()
            .any(|t| t.is_any(DOCUMENT))
    }

    /// The source of a figure comes more than one sentence after its first mention.
    fn far(&self) -> Vec<Flag> {
        let mut seen = Forms::default();
        let mut flags = Vec::new();
        for (i, figure) in self.figures.iter().enumerate() {
            let Some(tie) = self.ties[i].filter(|t| t.cover == Cover::Later) else {
                continue;
            };
            let cue = &self.attributions[tie.attribution].cue;
            let there = self.text.sentence_of(cue.start);
            if there > self.sentence[i] + 1
                && self.weighty[i]
                && self.block_kind(i) == BlockKind::Paragraph
                && !self.near_attribution(self.sentence[i])
                && let Some(key) = tie::identity(figure)
                && *seen.first(key, i) == i
            {
                flags.push(Flag {
                    attributions: vec![tie.attribution],
                    evidence: vec![cue.clone()],
                    ..flag(FlagKind::FarAttribution, vec![i])
                });
            }
        }
        flags
    }

    /// The document behind a figure is "recent" or "latest", and neither it nor the statement is dated.
    fn undated(&self) -> Vec<Flag> {
        let mut by: Vec<Vec<usize>> = vec![Vec::new(); self.attributions.len()];
        for (i, tie) in self.ties.iter().enumerate() {
            if let Some(tie) = tie.filter(|t| t.cover == Cover::Inside) {
                by[tie.attribution].push(i);
            }
        }
        let mut dated = once_each(|s| self.dated(s));
        let mut flags = Vec::new();
        for (a, figures) in by.into_iter().enumerate() {
            let Some(resolution) = self.resolved.resolutions.get(a) else {
                continue;
            };
            if figures.is_empty()
                || resolution.kind != SourceKind::Document
                || resolution.when.is_some()
            {
                continue;
            }
            let Some(source) = &self.attributions[a].source else {
                continue;
            };
            let vague = source.clone().find(|i| {
                self.text
                    .is_one_of_any_case(*i, self.text.language.hint.undated)
            });
            if let Some(word) = vague
                && !dated(self.text.sentence_of(source.start))
            {
                flags.push(Flag {
                    attributions: vec![a],
                    evidence: vec![word..word + 1],
                    ..flag(FlagKind::Undated, figures)
                });
            }
        }
        flags
    }

    /// Whether a sentence holds a month, a weekday, "last week" or a year.
    fn dated(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        (s.start..s.end).any(|i| {
            let token = &self.text.tokens[i];
            let word = self.text.word(i);
            token.is_any(MONTH.or(TIME))
                || token.kind == Kind::Number
                    && word.len() == 4
                    && matches!(word.as_bytes()[0], b'1' | b'2')
        })
    }
}

/// `says` of one sentence after another; the same one is not looked at again.
pub(super) fn once_each(says: impl Fn(usize) -> bool) -> impl FnMut(usize) -> bool {
    let mut last = None;
    move |sentence| match last {
        Some((known, answer)) if known == sentence => answer,
        _ => {
            let answer = says(sentence);
            last = Some((sentence, answer));
            answer
        }
    }
}

pub(super) fn flag(kind: FlagKind, figures: Vec<usize>) -> Flag {
    Flag {
        kind,
        attributions: Vec::new(),
        figures,
        evidence: Vec::new(),
        detail: None,
    }
}

//! Remarks on figures: without a source, their source far off, undated, disagreeing, resting on one
//! source, or surer in the headline than below. Each is made only where the text leaves little room for
//! another reading; weather, sport, prices in lists, opinion and fiction are left alone.

use crate::letter::{holds, is_alphanumeric};
use crate::lexicon::forms::Forms;

use super::{Flag, FlagKind};
use crate::attribution::Attribution;
use crate::figure::{Bound, Figure};
use crate::lexicon::cue::CueClass;
use crate::lexicon::figure::{self as roles, figure_words};
use crate::lexicon::{DOCUMENT, MONTH, OBJECT_PRONOUN, POSSESSIVE, PRONOUN, TIME, one_of};
use crate::resolve::{Resolved, SourceKind};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::token::Kind;
use crate::tie::{self, Tie};

/// The least sum of money, in units of its currency, that is worth a remark.
const LEAST_SUM: f64 = 1000.0;

/// The least count that is worth a remark: fewer mostly say who is meant ("the 27 leaders").
const LEAST_COUNT: f64 = 100.0;

/// The least count of people, who may be hurt or moved.
const LEAST_PEOPLE: f64 = 10.0;

/// From how many figures on "all rest on one source" says something.
const LEAST_FIGURES: usize = 3;

/// What befalls people who are counted, in the words of their tolls.
const EVENTS: [&str; 8] = [
    "died dead deaths killed",
    "injured wounded hurt",
    "missing",
    "arrested",
    "detained",
    "displaced",
    "evacuated",
    "homeless",
];

/// The flags on figures, in text order of their first figure.
pub(super) fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
) -> Vec<Flag> {
    if figures.is_empty() || silent_page(text) {
        return Vec::new();
    }
    let scene = Scene::new(text, attributions, resolved, figures, ties);
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
    parts
        .by_ref()
        .take(12)
        .chain(kicker)
        .any(|part| figure_words().is(&part.to_ascii_lowercase(), roles::SILENT_PAGE))
}

/// What all the rules look at.
struct Scene<'a, 't> {
    text: &'a Text<'t>,
    attributions: &'a [Attribution],
    resolved: &'a Resolved,
    figures: &'a [Figure],
    ties: &'a [Option<Tie>],
    /// The sentence of each figure.
    sentence: Vec<usize>,
    /// Sentences that an attribution touches.
    attributed: Vec<bool>,
    /// Whether each figure is of weight.
    weighty: Vec<bool>,
}

impl<'a, 't> Scene<'a, 't> {
    fn new(
        text: &'a Text<'t>,
        attributions: &'a [Attribution],
        resolved: &'a Resolved,
        figures: &'a [Figure],
        ties: &'a [Option<Tie>],
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
            .map(|i| scene.is_weighty(i) && !silent(scene.sentence[i]))
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
        let sized = match figure.rule {
            "money" => value >= LEAST_SUM,
            "percent" | "ratio" | "fraction" => true,
            // "a 28-nation bloc" names the bloc, "the top 100 songs" a list.
            "count" if self.described(figure) => false,
            "count" if figure.token > 0 && self.text.word(figure.token - 1) == "top" => false,
            "count" | "magnitude" => {
                let people = figure_words().is(unit, roles::PERSON);
                !unit.is_empty() && value >= if people { LEAST_PEOPLE } else { LEAST_COUNT }
            }
            _ => false,
        };
        sized && !figure_words().is(unit, roles::SILENT_WORD)
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
            figure_words().is(&lower, roles::SILENT_WORD)
        })
    }

    /// Whether a hyphen makes the figure describe another noun.
    fn described(&self, figure: &Figure) -> bool {
        self.text.document.text[figure.number.end as usize..].starts_with(['-', '‑'])
    }

    fn block_kind(&self, i: usize) -> BlockKind {
        let token = &self.text.tokens[self.figures[i].token];
        self.text.document.blocks[token.block as usize].kind
    }

    fn source(&self, i: usize) -> Option<usize> {
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

    fn near_attribution(&self, sentence: usize) -> bool {
        let block = self.block_of(sentence);
        let from = sentence.saturating_sub(1);
        let to = (sentence + 1).min(self.attributed.len() - 1);
        // "These lands …", "In turn, …" go on from the paragraph before.
        let goes_on = || {
            let first = self.text.sentences[sentence].start;
            self.text.tokens[first].opens_block
                && (self
                    .text
                    .is_one_of(first, "This That These Those Such They It")
                    || self
                        .text
                        .words(&(first..(first + 2).min(self.text.tokens.len())))
                        == "In turn")
        };
        (from..=to).any(|s| self.attributed[s] && self.block_of(s) == block)
            || self.attributed[from] && goes_on()
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
                !foretells && (cue.class != CueClass::Reporting || cue.lemma == "add")
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
                && self.text.is_one_of(i, "I We we our Our my My us")
        })
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
            let Some(tie) = self.ties[i].filter(|t| t.rule == tie::LATER) else {
                continue;
            };
            let cue = &self.attributions[tie.attribution].cue;
            let there = self.text.sentence_of(cue.start);
            if there > self.sentence[i] + 1
                && self.weighty[i]
                && self.block_kind(i) == BlockKind::Paragraph
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
            if let Some(tie) = tie.filter(|t| t.rule == tie::INSIDE) {
                by[tie.attribution].push(i);
            }
        }
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
            let vague = source
                .clone()
                .find(|i| self.text.is_one_of(*i, "recent latest Latest new"));
            if let Some(word) = vague
                && !self.dated(self.text.sentence_of(source.start))
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

    /// The same toll with different values from different sources.
    fn disagreeing(&self) -> Vec<Flag> {
        let mut firsts = Forms::default();
        let mut flags = Vec::new();
        let mut moves = once_each(|s| self.moves(s));
        for (i, figure) in self.figures.iter().enumerate() {
            let (Some(value), Some(unit)) = (figure.value, figure.unit.as_deref()) else {
                continue;
            };
            let Some(source) = self
                .source(i)
                .filter(|_| self.weighty[i] && figure.rule == "count")
            else {
                continue;
            };
            let Some(event) = self.event(i) else { continue };
            if moves(self.sentence[i]) {
                continue;
            }
            let first = *firsts.first(tie::key(event, unit), i);
            let before = self.figures[first].value.unwrap_or(value);
            let alike = value.max(before) <= 4.0 * value.min(before);
            if before != value && alike && self.source(first) != Some(source) {
                let ties = [self.ties[first], self.ties[i]];
                flags.push(Flag {
                    attributions: ties.iter().flatten().map(|t| t.attribution).collect(),
                    ..flag(FlagKind::DisagreeingFigures, vec![first, i])
                });
            }
        }
        flags
    }

    /// What befell the counted, as a number: "killed" in "26 people were killed", within a few words.
    fn event(&self, i: usize) -> Option<f64> {
        let end = self
            .text
            .token_at(self.figures[i].span.end.saturating_sub(1));
        let sentence = self.text.sentences[self.sentence[i]];
        (end..sentence.end.min(end + 5)).find_map(|t| {
            let event = EVENTS.iter().position(|e| self.text.is_one_of(t, e))?;
            Some(event as f64)
        })
    }

    /// Whether a sentence says that the number changed, or counts another time or place.
    fn moves(&self, sentence: usize) -> bool {
        let s = self.text.sentences[sentence];
        (s.start..s.end).any(|i| match self.text.tokens[i].kind {
            Kind::Number => self.text.tokens[i].span.len() == 4,
            _ => self.text.is_one_of(i, "earlier initially initial previous previously rose risen revised updated from another other separate separately more later"),
        })
    }

    /// A figure stands bare in a headline and bounded wherever the text gives it.
    fn lost_hedge(&self) -> Vec<Flag> {
        let mut flags = Vec::new();
        // A figure of a headline, told without a bound.
        let bare = |i: usize| {
            self.block_kind(i) == BlockKind::Heading
                && self.figures[i].bound == Bound::Exact
                && one_of(self.figures[i].rule, "money percent count")
        };
        if !(0..self.figures.len()).any(bare) {
            return flags;
        }
        let key = |f: &Figure| {
            f.value
                .filter(|v| *v >= 100.0 || f.rule != "count")
                .map(|v| tie::key(v, ""))
        };
        let mut below = Forms::default();
        let mut hedged = vec![true; self.figures.len()];
        for (i, figure) in self.figures.iter().enumerate() {
            if self.block_kind(i) != BlockKind::Heading
                && let Some(key) = key(figure)
            {
                let first = *below.first(key, i);
                hedged[first] &= figure.bound != Bound::Exact;
            }
        }
        for (i, figure) in self.figures.iter().enumerate() {
            if !bare(i) {
                continue;
            }
            let below = key(figure).and_then(|k| below.get(&k)).copied();
            let Some(other) = below.filter(|other| hedged[*other]) else {
                continue;
            };
            let bounded = &self.figures[other];
            if bounded.rule == figure.rule
                && let Some(bound) = bounded.bound_evidence
            {
                flags.push(Flag {
                    evidence: vec![self.text.tokens_of(bound)],
                    ..flag(FlagKind::LostHedge, vec![i, other])
                });
            }
        }
        flags
    }

    /// Every figure of weight rests on one source.
    fn single_source(&self) -> Option<Flag> {
        let all: Vec<usize> = (0..self.figures.len())
            .filter(|i| self.weighty[*i] && self.block_kind(*i) == BlockKind::Paragraph)
            .collect();
        let source = self.source(*all.first()?)?;
        if all.len() < LEAST_FIGURES || all.iter().any(|i| self.source(*i) != Some(source)) {
            return None;
        }
        let mut tied = vec![false; self.attributions.len()];
        for tie in all.iter().filter_map(|i| self.ties[*i]) {
            tied[tie.attribution] = true;
        }
        Some(Flag {
            attributions: (0..tied.len()).filter(|i| tied[*i]).collect(),
            ..flag(FlagKind::SingleSource, all)
        })
    }
}

/// `says` of one sentence after another; the same one is not looked at again.
fn once_each(says: impl Fn(usize) -> bool) -> impl FnMut(usize) -> bool {
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

fn flag(kind: FlagKind, figures: Vec<usize>) -> Flag {
    Flag {
        kind,
        attributions: Vec::new(),
        figures,
        evidence: Vec::new(),
        detail: None,
    }
}

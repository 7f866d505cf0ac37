//! The answer to a scan, packed: one stretch of numbers, which crosses the border at once where an
//! object for each span would take as long as the scan.
//!
//! `extension/background/border.js` unpacks it, in the order in which this file packs: change both. The
//! records are those of `ScanReply` in `wasm.d.ts`, field after field.
//!
//! - an index, a number of items: itself
//! - a span: block, start, end (UTF-16 code units)
//! - a name or word: its index in `words`
//! - a value: nothing; it is the next of `values`
//! - a list: its length, then the items
//! - what may be absent: 0 where it is, else 1 and itself

use std::ops::Range;

use super::names::{
    bound_name, change_name, confidence_name, flag_name, form_name, kind_name, link_name,
    quotation_name, reason_name, role_name, stance_name,
};
use super::units::Units;
use crate::attribution::Attribution;
use crate::cite::{Citation, Target};
use crate::figure::Figure;
use crate::hint::FlagKind;
use crate::lexicon::forms::Forms;
use crate::link;
use crate::resolve::Resolution;
use crate::resolve::links::{self, ClaimLink};
use crate::scan::Findings;
use crate::span::Span;
use crate::text::Text;

/// The answer to a request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// "en", or "unread" where the text is in no language we read; then all else is empty.
    pub language: &'static str,
    /// The records.
    pub numbers: Vec<u32>,
    /// The values of figures, in the order of the records.
    pub values: Vec<f64>,
    /// The words and names of the records, each once and with a line feed behind it.
    pub words: String,
}

/// Packs what was `found`, of the flags those that are `wanted`.
pub(super) fn pack(text: &Text, found: &Findings, wanted: impl Fn(FlagKind) -> bool) -> Reply {
    if !found.read {
        return Reply {
            language: "unread",
            ..Reply::default()
        };
    }
    let mut pack = Packer::new(text);
    let flags: Vec<_> = found.flags.iter().filter(|f| wanted(f.kind)).collect();
    pack.numbers.reserve_exact(numbers_of(found, flags.len()));
    // Gone through once: a long page has as many flags, sources and figures as it has paragraphs.
    let of_attributions: Vec<_> = flags.iter().map(|f| f.attributions.as_slice()).collect();
    let flags_of_attribution = Listed::new(found.attributions.len(), &of_attributions);
    let of_figures: Vec<_> = flags.iter().map(|f| f.figures.as_slice()).collect();
    let flags_of_figure = Listed::new(found.figures.len(), &of_figures);
    let sources = found.resolved.resolutions.iter();
    let of_sources: Vec<_> = sources.map(|r| r.source.as_slice()).collect();
    let attributions_of = Listed::new(found.resolved.sources.len(), &of_sources);
    let links = links::find(text, &found.attributions, &found.resolved);

    pack.number(found.attributions.len());
    for (i, a) in found.attributions.iter().enumerate() {
        pack.attribution(a, &found.resolved.resolutions[i], links[i]);
        pack.indexes(flags_of_attribution.of(i));
    }
    pack.number(found.resolved.sources.len());
    for (i, s) in found.resolved.sources.iter().enumerate() {
        pack.word(&s.name);
        pack.word_or_none(s.role.as_deref());
        pack.word(kind_name(s.kind));
        pack.spans(&s.mentions);
        pack.indexes(attributions_of.of(i));
    }
    pack.number(found.figures.len());
    for (i, f) in found.figures.iter().enumerate() {
        let tie = &found.ties[i];
        pack.figure(f);
        pack.index(tie.as_ref().map(|t| t.attribution));
        pack.word_or_none(tie.as_ref().map(|t| t.rule().name));
        pack.span_or_none(found.dates[i].as_ref().map(|w| text.span(w)));
        pack.indexes(flags_of_figure.of(i));
    }
    pack.number(flags.len());
    for f in flags {
        pack.word(flag_name(f.kind));
        pack.indexes(&f.attributions);
        pack.indexes(&f.figures);
        pack.spans(&f.evidence);
        pack.word_or_none(f.detail.map(reason_name));
    }
    let page = &text.document.page.url;
    pack.list(&text.document.references, |pack, entry| {
        pack.word(link_name(link::kind(&entry.href, page, text.language)));
    });
    pack.number(found.citations.len());
    for c in &found.citations {
        pack.citation(c);
    }
    Reply {
        language: "en",
        numbers: pack.numbers,
        values: pack.values,
        words: pack.words,
    }
}

/// About how many numbers the records take, so that they seldom move as they grow.
fn numbers_of(found: &Findings, flags: usize) -> usize {
    found.attributions.len() * 40
        + found.resolved.sources.len() * 12
        + found.figures.len() * 24
        + found.citations.len() * 24
        + flags * 12
}

/// For each of some things, who lists it.
struct Listed {
    /// Who lists, in the order of what is listed.
    by: Vec<usize>,
    /// For each thing, where in `by` its own begin; one more at the end.
    starts: Vec<usize>,
}

impl Listed {
    /// For `count` things and the `lists` of those who list them, as indexes.
    fn new(count: usize, lists: &[&[usize]]) -> Listed {
        let mut starts = vec![0; count + 2];
        lists
            .iter()
            .copied()
            .flatten()
            .for_each(|i| starts[i + 2] += 1);
        for i in 2..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut by = vec![0; starts[count + 1]];
        for (who, list) in lists.iter().enumerate() {
            for i in *list {
                by[starts[i + 1]] = who;
                starts[i + 1] += 1;
            }
        }
        Listed { by, starts }
    }

    fn of(&self, thing: usize) -> &[usize] {
        &self.by[self.starts[thing]..self.starts[thing + 1]]
    }
}

/// Writes a reply, number after number.
struct Packer<'f> {
    text: &'f Text<'f>,
    units: Units<'f>,
    numbers: Vec<u32>,
    values: Vec<f64>,
    words: String,
    /// How many they are.
    count: usize,
    /// Which of them each is.
    known: Forms<'f, usize>,
}

impl<'f> Packer<'f> {
    fn new(text: &'f Text<'f>) -> Packer<'f> {
        Packer {
            text,
            units: Units::new(text.document),
            numbers: Vec::new(),
            values: Vec::new(),
            words: String::new(),
            count: 0,
            known: Forms::default(),
        }
    }

    /// An attribution, who its source is, and the link that leads to it.
    fn attribution(&mut self, a: &Attribution, r: &'f Resolution, link: Option<ClaimLink>) {
        let text = self.text;
        self.spans(a.source.as_slice());
        self.spans(if a.cue.is_empty() {
            &[]
        } else {
            std::slice::from_ref(&a.cue)
        });
        self.spans(&a.content);
        self.word(quotation_name(a.quotation));
        self.index(r.source);
        self.word(kind_name(r.kind));
        self.spans(&r.kind_evidence);
        self.list(&r.relay, |pack, hop| {
            pack.word(&hop.name);
            pack.word(kind_name(hop.kind));
            pack.span(text.span(&hop.evidence));
        });
        self.word(stance_name(r.stance));
        self.span_or_none(r.when.as_ref().map(|w| text.span(w)));
        self.present(link.is_some());
        if let Some(link) = link {
            self.number(link.block);
            self.number(link.index);
            self.word(link_name(link.kind));
            self.word(role_name(link.role));
        }
        self.word(a.rule.name);
        self.word(r.rule.name);
        self.word(confidence_name(r.confidence));
        self.word_or_none(r.runner_up.as_deref());
        self.number(r.margin as usize);
        self.span_or_none(r.addressee.as_ref().map(|w| text.span(w)));
        self.span_or_none(r.medium.as_ref().map(|w| text.span(w)));
    }

    /// What a figure says by itself.
    fn figure(&mut self, f: &'f Figure) {
        self.span(f.span);
        self.span(f.number);
        self.value(f.value);
        self.value(f.low);
        self.value(f.high);
        self.word_or_none(f.unit.as_deref());
        self.word(bound_name(f.bound));
        self.word_or_none(f.change.map(change_name));
        self.span_or_none(f.bound_evidence);
    }

    /// A citation.
    fn citation(&mut self, c: &'f Citation) {
        self.spans(&c.claim);
        self.word(form_name(c.form));
        self.line(&c.label);
        // Letters that are in no block stand nowhere.
        self.span_or_none(c.mark.filter(|m| !m.is_empty()));
        self.present(c.page_mark.is_some());
        if let Some((block, index)) = c.page_mark {
            self.number(block);
            self.number(index);
        }
        self.target(&c.target);
        self.indexes(&c.attributions);
        self.indexes(&c.figures);
        self.word(c.rule.name);
    }

    #[inline(never)]
    fn number(&mut self, number: usize) {
        self.numbers.push(number as u32);
    }

    fn present(&mut self, is: bool) {
        self.number(usize::from(is));
    }

    fn index(&mut self, index: Option<usize>) {
        self.present(index.is_some());
        index.into_iter().for_each(|i| self.number(i));
    }

    fn indexes(&mut self, indexes: &[usize]) {
        self.number(indexes.len());
        self.numbers.extend(indexes.iter().map(|i| *i as u32));
    }

    fn value(&mut self, value: Option<f64>) {
        self.present(value.is_some());
        self.values.extend(value);
    }

    fn word(&mut self, word: &'f str) {
        let index = *self.known.first(word, self.count);
        if index == self.count {
            self.count += 1;
            // Names are made of tokens, parted by spaces; a line feed is white space and in no token.
            debug_assert!(!word.contains('\n'), "{word:?}");
            self.words.push_str(word);
            self.words.push('\n');
        }
        self.number(index);
    }

    /// Words of the page, which may hold a line feed: it is written as a space.
    fn line(&mut self, words: &'f str) {
        match words.contains('\n') {
            false => self.word(words),
            true => {
                self.number(self.count);
                self.count += 1;
                self.words.push_str(&words.replace('\n', " "));
                self.words.push('\n');
            }
        }
    }

    /// What a citation leads to: 0 nothing, 1 entries, 2 a link, 3 words of the page.
    fn target(&mut self, target: &Target) {
        match target {
            Target::Absent => self.number(0),
            Target::References(all) => {
                self.number(1);
                self.indexes(all);
            }
            Target::Link(block, index) => {
                self.number(2);
                self.number(*block);
                self.number(*index);
                let document = self.text.document;
                let href = &document.blocks[*block].links[*index].href;
                self.word(link_name(link::kind(
                    href,
                    &document.page.url,
                    self.text.language,
                )));
            }
            Target::Words(span) => {
                self.number(3);
                self.span(*span);
            }
        }
    }

    fn word_or_none(&mut self, word: Option<&'f str>) {
        self.present(word.is_some());
        word.into_iter().for_each(|w| self.word(w));
    }

    fn list<T>(&mut self, items: &'f [T], mut each: impl FnMut(&mut Packer<'f>, &'f T)) {
        self.number(items.len());
        items.iter().for_each(|item| each(self, item));
    }

    /// A span of one block: what a rule shows in a few words crosses none.
    fn span(&mut self, span: Span) {
        let piece = self.units.piece(span).unwrap_or_default();
        self.numbers.extend([piece.block, piece.start, piece.end]);
    }

    fn span_or_none(&mut self, span: Option<Span>) {
        self.present(span.is_some());
        span.into_iter().for_each(|s| self.span(s));
    }

    /// The pieces of some words in their blocks, as one list.
    fn spans(&mut self, words: &[Range<usize>]) {
        let length = self.numbers.len();
        self.number(0);
        for range in words {
            let numbers = &mut self.numbers;
            self.units.pieces(self.text.span(range), |piece| {
                numbers.extend([piece.block, piece.start, piece.end]);
            });
        }
        self.numbers[length] = ((self.numbers.len() - length) / 3) as u32;
    }
}

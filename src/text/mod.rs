//! Text as units: blocks, tokens, sentences, quotation spans. Nothing here knows what a cue is.

pub mod block;
pub mod letters;
pub mod mark;
mod neighbour;
pub mod perceptron;
mod plain;
pub mod quotation_mark;
pub mod sentence;
mod shape;
pub mod tag;
pub mod tagger;
pub mod token;
mod unknown;
mod verbal;
pub mod work;

use std::ops::Range;

use block::Document;
use mark::{Cited, TextMark};
use quotation_mark::Quote;
use sentence::Sentence;
use tag::Tag;
use token::Token;

use crate::lexicon::Language;
use crate::lexicon::list::List;
use crate::pace::{Pace, at_once, pause};
use crate::span::{Places, Span};

/// Fewer bytes than news text has for each token and each sentence, so that their lists seldom move.
const BYTES_A_TOKEN: usize = 4;
const BYTES_A_SENTENCE: usize = 64;

/// How many findings of a kind any text may have, and for how many bytes one more. Dense news has a figure or a
/// claim for 400 bytes, dense articles of an encyclopaedia a citation for 100.
const FINDINGS: usize = 2_000;
const BYTES_A_FINDING: usize = 40;

/// A document cut into its units. Every list is in text order.
#[derive(Debug)]
pub struct Text<'d> {
    /// The document that the units point into.
    pub document: &'d Document,
    /// The language it is read in.
    pub language: &'static Language,
    /// All tokens of all blocks.
    pub tokens: Vec<Token>,
    /// What each token does in its sentence.
    pub tags: Vec<Tag>,
    /// Sentences, as token ranges; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Quotations between marks, as token ranges; scare quotes and titles among them, told apart by
    /// [`Quote::role`].
    pub quotes: Vec<Quote>,
    /// Marks of citations, the page's and those written in its text; no token is made of them.
    pub marks: Vec<TextMark>,
    /// Where in `sentences` a token falls.
    by_token: Places,
    /// Where in `quotes` a token falls.
    quote_by_token: Places,
}

impl<'d> Text<'d> {
    /// Cuts `document`, of that language, into units, in linear time.
    pub fn new(document: &'d Document, language: &'static Language) -> Text<'d> {
        at_once(Text::read(document, language))
    }

    /// The same, in steps.
    pub async fn read(document: &'d Document, language: &'static Language) -> Text<'d> {
        // One more, so that twice doubled there is room for a token at every byte, and never for two.
        let tokens = document.text.len() / BYTES_A_TOKEN + 1;
        let mut text = Text {
            document,
            language,
            tokens: Vec::with_capacity(tokens),
            tags: Vec::with_capacity(tokens),
            sentences: Vec::with_capacity(document.text.len() / BYTES_A_SENTENCE),
            quotes: Vec::new(),
            marks: Vec::new(),
            by_token: Places::default(),
            quote_by_token: Places::default(),
        };
        // Block by block, so that one is still at hand when it is gone through again.
        let mut scratch = String::new();
        let mut last = 0..0;
        let mut quoted = false;
        let mut cited = Cited::new(document, language);
        let mut pace = Pace::default();
        for block in 0..document.blocks.len() {
            let start = text.tokens.len();
            let quotes = token::tokenize(
                document,
                language,
                block,
                &mut cited,
                &mut text.tokens,
                &mut scratch,
            );
            if text.tokens.len() == start {
                continue;
            }
            let tokens = &text.tokens;
            tagger::tag(document, language, tokens, &mut text.tags);
            perceptron::correct(document, language, tokens, &mut text.tags, start);
            neighbour::correct(document, language, &text.tokens, &mut text.tags, start);
            letters::join(document, language, &mut text.tokens, &mut text.tags, start);
            let tokens = &text.tokens;
            sentence::split(document, tokens, start, &mut text.sentences);
            // An open quotation is believed by what opens the next block.
            if quoted {
                quotation_mark::pair(document, tokens, last, &mut text.quotes);
            }
            (last, quoted) = (start..tokens.len(), quotes);
            if pace.went(last.len()) {
                pause().await;
            }
        }
        if quoted {
            quotation_mark::pair(document, &text.tokens, last, &mut text.quotes);
        }
        // Whoever reads the text on has the room that was kept for more: a fourteenth of all that a scan of news takes.
        // A list that had to grow keeps it: where lists move, the old one and the new are held at once.
        if text.tokens.len() <= tokens {
            text.tokens.shrink_to_fit();
            text.tags.shrink_to_fit();
        }
        text.marks = cited.marks;
        text.by_token.extend(text.sentences.iter().map(|s| s.end));
        text.quote_by_token
            .extend(text.quotes.iter().map(Quote::end));
        text
    }

    /// The most attributions, the most figures and the most citations that are told of this text. No writer's text comes near: what
    /// holds more is tables that have lost their cells, of which the first tell as much as all. So a byte of
    /// any text costs little memory.
    pub fn most_findings(&self) -> usize {
        FINDINGS + self.document.text.len() / BYTES_A_FINDING
    }

    /// The words of token `i`.
    pub fn word(&self, i: usize) -> &'d str {
        self.tokens[i].span.of(&self.document.text)
    }

    /// The same as bytes: to compare, which needs no look at where characters begin.
    pub fn bytes(&self, i: usize) -> &'d [u8] {
        self.tokens[i].span.bytes_of(&self.document.text)
    }

    /// Whether token `i` is in `list`; past the text's end nothing is.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is_one_of(&self, i: usize, list: List) -> bool {
        self.may_open(i, list) && list.has(self.bytes(i))
    }

    /// The same in any case; the list is in lower case.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is_one_of_any_case(&self, i: usize, list: List) -> bool {
        self.may_open(i, list) && self.is_listed(i, list)
    }

    /// Whether token `i` may be in `list`, in any case.
    #[inline(always)]
    fn may_open(&self, i: usize, list: List) -> bool {
        let token = self.tokens.get(i);
        token.is_some_and(|t| list.may_open(t.front))
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn is_listed(&self, i: usize, list: List) -> bool {
        list.has_any_case(self.bytes(i))
    }

    /// The bytes that the tokens `words` cover; an empty range gives an empty span.
    pub fn span(&self, words: &Range<usize>) -> Span {
        if words.is_empty() {
            let at = self
                .tokens
                .get(words.start)
                .map_or(self.document.text.len(), |t| t.span.start as usize);
            return Span::new(at, at);
        }
        self.tokens[words.start]
            .span
            .cover(self.tokens[words.end - 1].span)
    }

    /// The words of the tokens `words`, as they stand in the text.
    pub fn words(&self, words: &Range<usize>) -> &'d str {
        self.span(words).of(&self.document.text)
    }

    /// The sentence that holds token `i`, as an index.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.by_token
            .first_after(i, |s| Some(self.sentences.get(s)?.end))
            .min(self.sentences.len().saturating_sub(1))
    }

    /// The quotation that token `i` stands in, its marks included.
    pub fn quote_at(&self, i: usize) -> Option<&Quote> {
        self.next_quote(i).filter(|q| q.open <= i)
    }

    /// The first quotation that ends after token `i`.
    pub fn next_quote(&self, i: usize) -> Option<&Quote> {
        let k = self
            .quote_by_token
            .first_after(i, |q| Some(self.quotes.get(q)?.end()));
        self.quotes.get(k)
    }

    /// The first token that ends after byte `at`, or one past the last.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at)
    }

    /// The tokens that `span` touches; none where it is empty.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        // A content can be as long as the text, and is asked for by each figure in it.
        let more = self.tokens[start..].partition_point(|t| t.span.start < span.end);
        start..start + more
    }
}

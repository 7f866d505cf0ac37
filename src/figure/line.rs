//! A sentence that holds a numeral, as pieces: a view of its tokens in which hyphened words are looked at part
//! by part ("two-thirds", "six-member"), and so are letters before digits where they are a currency ("EUR50m").
//! Every piece knows its token; kinds, classes and tags are the token's.

use crate::letter::{holds, is_capital};
use crate::lexicon::figure::{FigureWords, Numeral};
use crate::lexicon::list::List;
use crate::lexicon::lists::FigureLists;
use crate::lexicon::{Classes, FRACTION, Lexicon, NUMERAL};
use crate::phrase::Phrases;
use crate::span::Span;
use crate::text::sentence::Sentence;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// First byte, in the line.
    pub(super) start: usize,
    /// One past the last byte, in the line.
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// The token that it is, or is a part of.
    token: u32,
    /// White space, or the line's start, stands before it.
    pub(super) space: bool,
    /// It starts with a capital.
    pub(super) capital: bool,
    /// Its word classes.
    pub(super) classes: Classes,
}

/// How far behind a number, in pieces, the head of its noun phrase may stand.
const LONGEST_PHRASE: usize = 40;

/// A sentence, ready for reading figures. The buffers are used again for the next.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// The language's numerals, units, bounds.
    pub(super) words: &'static FigureWords,
    /// Its short lists.
    pub(super) lists: &'static FigureLists,
    /// Its word classes.
    lexicon: &'static Lexicon,
    /// What its words form together.
    phrases: &'t Phrases<'t, 't>,
    /// Where the line starts, in bytes of the document.
    base: usize,
    /// As written.
    pub(super) text: &'t str,
    /// In lower case; offsets are the same (only ASCII letters change).
    pub(super) lower: String,
    pub(super) pieces: Vec<Piece>,
    /// More than half of its words have a capital: a headline in title case.
    pub(super) title_case: bool,
    /// A pound sign stands in it.
    pub(super) sterling: bool,
    /// The sentence opens its block.
    pub(super) opens_block: bool,
}

impl<'t> Line<'t> {
    /// A line of no words.
    pub(super) fn new(phrases: &'t Phrases<'t, 't>) -> Line<'t> {
        let language = phrases.text.language;
        Line {
            words: &language.figures,
            lists: &language.figure,
            lexicon: &language.words,
            phrases,
            base: 0,
            text: "",
            lower: String::new(),
            pieces: Vec::new(),
            title_case: false,
            sterling: false,
            opens_block: false,
        }
    }

    /// Fills the line with `sentence`.
    pub(super) fn fill(&mut self, sentence: Sentence) {
        let text = self.phrases.text;
        let span = text.span(&(sentence.start..sentence.end));
        self.base = span.start as usize;
        self.text = span.of(&text.document.text);
        self.lower.clear();
        self.lower.push_str(self.text);
        self.lower.make_ascii_lowercase();
        let (bytes, pound) = (self.text.as_bytes(), "£".as_bytes());
        self.sterling = bytes.contains(&pound[0]) && bytes.windows(2).any(|w| w == pound);
        self.pieces.clear();
        self.opens_block = text.tokens[sentence.start].opens_block;
        let (mut words, mut capitals) = (0, 0);
        let mut open_number = false;
        let mut mark: Option<usize> = None;
        for i in sentence.start..sentence.end {
            let token = &text.tokens[i];
            let here = i as u32;
            let start = token.span.start as usize - self.base;
            let end = token.span.end as usize - self.base;
            if open_number {
                // "USD1,700", "GBP3.01": the tokens end at the mark, the number does not.
                match token.kind {
                    Kind::Mark(',' | '.') => {
                        mark = Some(end);
                        continue;
                    }
                    Kind::Number if mark == Some(start) => {
                        if let Some(last) = self.pieces.last_mut() {
                            last.end = end;
                        }
                        mark = None;
                        continue;
                    }
                    _ => {}
                }
            }
            if let Some(at) = mark.take() {
                self.push(at - 1, at, self.mark_at(at - 1), false, here - 1);
            }
            open_number = false;
            if token.kind == Kind::Word {
                words += 1;
                capitals += usize::from(token.capital());
                // "10M." at a sentence's end is no initial.
                let last = self.pieces.last();
                if end - start == 2
                    && self.text[start..end].ends_with('.')
                    && !token.spaced
                    && last.is_some_and(|p| p.kind == Kind::Number)
                {
                    self.push(start, start + 1, Kind::Word, false, here);
                    self.push(start + 1, end, Kind::Mark('.'), false, here);
                    continue;
                }
                if self.split(start, end, token.spaced, here) {
                    open_number = self.pieces.last().is_some_and(|p| p.kind == Kind::Number);
                    continue;
                }
            }
            self.pieces.push(Piece {
                start,
                end,
                kind: token.kind,
                token: here,
                space: token.spaced,
                capital: token.capital(),
                classes: token.classes,
            });
        }
        if let Some(at) = mark {
            self.push(
                at - 1,
                at,
                self.mark_at(at - 1),
                false,
                sentence.end as u32 - 1,
            );
        }
        self.title_case = words >= 4 && capitals * 10 > words * 6;
    }

    fn mark_at(&self, at: usize) -> Kind {
        Kind::Mark(self.text[at..].chars().next().unwrap_or('.'))
    }

    /// Splits the word at `start..end` into pieces, if it is made of several.
    fn split(&mut self, start: usize, end: usize, space: bool, token: u32) -> bool {
        let word = &self.text[start..end];
        if word.bytes().all(|b| b.is_ascii_alphabetic()) {
            return false;
        }
        if let Some(digit) = word.find(|c: char| c.is_ascii_digit()) {
            let letters = &word[..digit];
            let glues = word == "x10"
                || self.lists.lost_pound.has(letters)
                || !space
                    && self
                        .pieces
                        .last()
                        .is_some_and(|p| p.kind == Kind::Mark('$'))
                || self
                    .words
                    .code(letters, &letters.to_ascii_lowercase())
                    .is_some();
            if !glues {
                return false;
            }
            let number = word[digit..]
                .find(|c: char| !c.is_ascii_digit())
                .map_or(word.len(), |n| digit + n);
            self.push(start, start + digit, Kind::Word, space, token);
            self.push(start + digit, start + number, Kind::Number, false, token);
            if number < word.len() {
                self.push(start + number, end, Kind::Word, false, token);
            }
            return true;
        }
        if !holds(word, &['-', '‐', '‑']) {
            return false;
        }
        let mut at = start;
        let mut space = space;
        for (offset, mark) in word.match_indices(['-', '‐', '‑']) {
            let hyphen = start + offset;
            if hyphen > at {
                self.push(at, hyphen, Kind::Word, space, token);
                space = false;
            }
            at = hyphen + mark.len();
            self.push(hyphen, at, Kind::Mark('-'), space, token);
            space = false;
        }
        if at < end {
            self.push(at, end, Kind::Word, space, token);
        }
        true
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind, space: bool, token: u32) {
        let entry = match kind {
            Kind::Word => self.lexicon.get(&self.lower[start..end]),
            _ => None,
        };
        self.pieces.push(Piece {
            start,
            end,
            kind,
            token,
            space,
            capital: self.text[start..end].starts_with(is_capital),
            classes: entry.map_or(Classes(0), |e| e.classes),
        });
    }

    /// Piece `i`.
    pub(super) fn get(&self, i: usize) -> Option<&Piece> {
        self.pieces.get(i)
    }

    /// The piece before `i`.
    pub(super) fn before(&self, i: usize) -> Option<&Piece> {
        self.pieces.get(i.checked_sub(1)?)
    }

    /// Piece `i` as written.
    pub(super) fn written(&self, i: usize) -> &'t str {
        self.pieces
            .get(i)
            .map_or("", |p| &self.text[p.start..p.end])
    }

    /// Piece `i` in lower case; nothing beyond the line.
    pub(super) fn form(&self, i: usize) -> &str {
        self.pieces
            .get(i)
            .map_or("", |p| &self.lower[p.start..p.end])
    }

    /// The same as bytes: to compare, which needs no look at where characters begin.
    pub(super) fn bytes(&self, i: usize) -> &[u8] {
        let piece = self.pieces.get(i);
        piece.map_or(&[], |p| &self.lower.as_bytes()[p.start..p.end])
    }

    /// Whether piece `i`, a word or a clitic, is in `list`.
    #[inline(never)]
    pub(super) fn is_one_of(&self, i: usize, list: List) -> bool {
        self.pieces.get(i).is_some_and(|p| {
            matches!(p.kind, Kind::Word | Kind::Clitic)
                && list.has(&self.lower.as_bytes()[p.start..p.end])
        })
    }

    /// Whether the piece before `i` is in `list`.
    pub(super) fn is_one_before(&self, i: usize, list: List) -> bool {
        i > 0 && self.is_one_of(i - 1, list)
    }

    /// What the token of piece `i` does in its sentence; of a part of a word nothing is known.
    pub(super) fn tag(&self, i: usize) -> Option<Tag> {
        let token = self.pieces.get(i)?.token;
        let alone = |k: Option<&Piece>| k.is_none_or(|p| p.token != token);
        let whole = alone(self.before(i)) && alone(self.get(i + 1));
        self.phrases.tags(token as usize).filter(|_| whole)
    }

    /// The piece of the head of the noun phrase that piece `i` stands in, if it is no earlier piece.
    pub(super) fn noun_head(&self, i: usize) -> Option<usize> {
        let token = self.pieces.get(i)?.token;
        let phrase = self.phrases.noun_phrase_at(token as usize)?;
        let head = phrase.head as u32;
        let mut behind = self.pieces[i..].iter().take(LONGEST_PHRASE);
        let behind = behind.position(|p| p.token == head)?;
        // "eight million 250ml bottles" holds two figures.
        let mut between = self.pieces[i..i + behind].iter();
        if between.any(|p| p.kind == Kind::Number) {
            return None;
        }
        let last = self.pieces[i + behind..]
            .iter()
            .take_while(|p| p.token == head);
        Some(i + behind + last.count() - 1)
    }

    /// The form of the piece before `i`.
    pub(super) fn form_before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |p| self.form(p))
    }

    /// The numeral that piece `i` is. A word with other classes than a numeral's is none.
    pub(super) fn numeral(&self, i: usize) -> Option<Numeral> {
        let piece = self.pieces.get(i)?;
        if piece.classes.0 != 0 && !piece.classes.intersects(NUMERAL.or(FRACTION)) {
            return None;
        }
        self.words.numeral(self.form(i))
    }

    /// Whether piece `i` is the mark `c`.
    pub(super) fn is_mark(&self, i: usize, c: char) -> bool {
        self.pieces.get(i).is_some_and(|p| p.kind == Kind::Mark(c))
    }

    /// Whether piece `i` is a mark among `marks`.
    pub(super) fn is_mark_of(&self, i: usize, marks: &[char]) -> bool {
        matches!(self.pieces.get(i), Some(Piece { kind: Kind::Mark(c), .. }) if marks.contains(c))
    }

    /// Whether piece `i` is a hyphen or dash that joins its neighbours without white space.
    pub(super) fn joins(&self, i: usize) -> bool {
        self.is_mark_of(i, &['-', '–', '‑', '‐', '−'])
            && !self.pieces[i].space
            && self.pieces.get(i + 1).is_some_and(|n| {
                !n.space && !matches!(n.kind, Kind::Mark(',' | ';' | '.' | ')' | '-' | '–' | '—'))
            })
    }

    /// Whether piece `i` is a number in digits.
    pub(super) fn is_number(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| p.kind == Kind::Number)
    }

    /// Whether piece `i` follows its neighbour without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| !p.space)
    }

    /// Whether piece `i` is a word.
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| p.kind == Kind::Word)
    }

    /// Whether piece `i` has any class of `classes`.
    pub(super) fn is_any(&self, i: usize, classes: Classes) -> bool {
        self.pieces
            .get(i)
            .is_some_and(|p| p.classes.intersects(classes))
    }

    /// The first piece at or after byte `at` of the line, looking on from piece `from`.
    pub(super) fn piece_at(&self, from: usize, at: usize) -> usize {
        let mut i = from;
        while self.pieces.get(i).is_some_and(|p| p.start < at) {
            i += 1;
        }
        i
    }

    /// The last piece that ends at or before byte `at` of the line, looking back from piece `from`.
    pub(super) fn piece_before(&self, from: usize, at: usize) -> Option<usize> {
        (0..from).rev().find(|i| self.pieces[*i].end <= at)
    }

    /// The bytes of the document that pieces `start..end` cover.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(
            self.base + self.pieces[start].start,
            self.base + self.pieces[end - 1].end,
        )
    }

    /// The token of the document that piece `i` is, or is a part of.
    pub(super) fn token(&self, i: usize) -> usize {
        self.pieces[i].token as usize
    }

    /// A span of the line as one of the document.
    pub(super) fn document_span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start, self.base + end)
    }
}

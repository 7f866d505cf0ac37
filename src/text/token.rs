//! Tokens: words, numerals, marks. A token is a span with a kind, its shape and the classes that the
//! lexicon gives it; it carries no text.

use super::block::{Block, Document, Mark};
use super::mark::{Cited, Place, may_cite};
use super::plain::{BEHIND, BYTES, CAPITAL, SMALL, plain_length};
pub use super::shape::Shape;
use super::shape::shape;
use crate::letter::{is_capital, is_letter, is_small, lower};
use crate::lexicon::list::{List, front};
use crate::lexicon::lists::cite::Phrases;
use crate::lexicon::{ABBREVIATION, Classes, Entry, Language, Lexicon, short};
use crate::span::Span;
use std::borrow::Cow;

/// What a token is.
#[derive(Clone, Copy, Debug, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens, apostrophes and the full stop of an abbreviation.
    Word,
    /// Digits, with inner commas and points ("26,700", "4.1").
    Number,
    /// A clitic: "'s", "’re", "'ll".
    Clitic,
    /// One mark, or a pair that stands for one ("``").
    Mark(char),
}

impl PartialEq for Kind {
    /// As derived, but never a call: a token is nearly always compared with one kind that the code names.
    #[inline(always)]
    fn eq(&self, other: &Kind) -> bool {
        match (self, other) {
            (Kind::Mark(a), Kind::Mark(b)) => a == b,
            (Kind::Word, Kind::Word)
            | (Kind::Number, Kind::Number)
            | (Kind::Clitic, Kind::Clitic) => true,
            _ => false,
        }
    }
}

/// A token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands, in bytes of the document's text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub shape: Shape,
    /// White space (or the block's start) stands before it.
    pub spaced: bool,
    /// First token of its block.
    pub opens_block: bool,
    /// A mark of a citation stands before it, behind the token before.
    pub marked: bool,
    /// Whether the lexicon knows the word.
    pub known: bool,
    /// Its [`front`], by which most lists of words tell at once that it is none of theirs.
    pub front: u8,
    /// Its row in the cue table plus one; 0 for none.
    pub cue: u16,
    /// Which block, as an index into the document's blocks.
    pub block: u32,
    /// The word classes that the lexicon gives it.
    pub classes: Classes,
}

/// A long text is read at the pace of the memory that its tokens fill.
const _: () = assert!(size_of::<Token>() == 32);

impl Token {
    /// What the lexicon knows of the word, if anything.
    pub fn entry(&self) -> Option<Entry> {
        self.known.then_some(Entry {
            classes: self.classes,
            cue: self.cue,
        })
    }

    /// Whether the lexicon puts the word in every class of `classes`.
    pub fn is(&self, classes: Classes) -> bool {
        self.classes.contains(classes)
    }

    /// Whether the lexicon puts the word in any class of `classes`.
    pub fn is_any(&self, classes: Classes) -> bool {
        self.classes.intersects(classes)
    }

    /// Whether the token is the mark `c`.
    pub fn is_mark(&self, c: char) -> bool {
        matches!(self.kind, Kind::Mark(mark) if mark == c)
    }

    /// Whether the token is one of the marks `marks`.
    pub fn is_any_mark(&self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains(&mark))
    }

    /// Whether the token is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether the word starts with a capital.
    pub fn capital(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper)
    }
}

/// Characters that shape words without being read: soft hyphen, zero-width space, joiners, word
/// joiner, byte-order mark, and the marks of writing direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `word` as it is read: without the characters that a reader does not see, which part no name from itself.
pub fn legible(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || !word.contains(is_invisible) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().filter(|c| !is_invisible(*c)).collect())
}

/// Letters lowered, invisible characters out, the curly apostrophe made straight. Most words are
/// written so; only for others `scratch` is filled.
pub fn normal<'w>(word: &'w str, scratch: &'w mut String) -> &'w str {
    let small = |b: &u8| b.is_ascii() && !b.is_ascii_uppercase();
    if word.as_bytes().iter().all(small) {
        return word;
    }
    scratch.clear();
    if word.is_ascii() {
        scratch.push_str(word);
        scratch.make_ascii_lowercase();
        return scratch;
    }
    for c in word.chars() {
        if is_invisible(c) {
            continue;
        }
        if c == '’' {
            scratch.push('\'');
        } else {
            scratch.push(lower(c));
        }
    }
    scratch
}

/// The longest word, in bytes, that is looked up in the lexicon; longer runs are no words of ours.
const LONGEST_WORD: usize = 64;

/// Cuts a block, by its index, into tokens; whether a mark is among them that may open a quotation.
pub(super) fn tokenize(
    document: &Document,
    language: &Language,
    block: usize,
    cited: &mut Cited,
    tokens: &mut Vec<Token>,
    scratch: &mut String,
) -> bool {
    let Block { span, marks, .. } = &document.blocks[block];
    let whole = document.slice(*span);
    let mut lexer = Lexer {
        words: &language.words,
        clitics: language.text.clitic,
        degrees: language.text.dotted_degree,
        number_sign: language.figure.number_sign,
        text: whole,
        whole,
        base: span.start as usize,
        block: block as u32,
        marks,
        cited,
        tokens,
        scratch,
    };
    lexer.stop_at_mark(0);
    lexer.run()
}

/// A token as it is cut off, which ends at byte `end` of its block.
struct Cut {
    end: usize,
    kind: Kind,
    shape: Shape,
    entry: Option<Entry>,
}

/// What stands before a token.
#[derive(Default)]
struct Gap {
    spaced: bool,
    marked: bool,
}

struct Lexer<'a, 'd> {
    words: &'a Lexicon,
    /// What is cut off behind an apostrophe.
    clitics: Phrases,
    /// What a dotted degree opens with: “Ph.D.”.
    degrees: List,
    /// What is short before a number alone: “No. 5”.
    number_sign: List,
    /// The block's text as far as the next mark, which no token crosses.
    text: &'a str,
    /// All of the block's text.
    whole: &'a str,
    base: usize,
    block: u32,
    /// The block's marks that are still to come.
    marks: &'a [Mark],
    cited: &'a mut Cited<'d>,
    tokens: &'a mut Vec<Token>,
    scratch: &'a mut String,
}

impl Lexer<'_, '_> {
    fn run(&mut self) -> bool {
        let first = self.tokens.len();
        let (mut quoted, mut at) = (false, 0);
        let mut gap = Gap {
            spaced: true,
            marked: false,
        };
        loop {
            let Some(byte) = self.text.as_bytes().get(at) else {
                if self.marks.is_empty() {
                    break;
                }
                self.pass_marks(at);
                gap.marked = true;
                continue;
            };
            if *byte == b' ' {
                gap.spaced = true;
                at += 1;
                continue;
            }
            let cut = match self.plain_word(at) {
                Some(cut) => cut,
                None => match self.cut(at, &mut gap) {
                    Ok(cut) => cut,
                    Err(end) => {
                        at = end;
                        continue;
                    }
                },
            };
            quoted |= matches!(
                cut.kind,
                Kind::Mark('“' | '”' | '„' | '‟' | '«' | '"' | '＂' | '‘' | '\'')
            );
            let Entry { classes, cue } = cut.entry.unwrap_or_default();
            self.tokens.push(Token {
                span: Span::new(self.base + at, self.base + cut.end),
                kind: cut.kind,
                shape: cut.shape,
                spaced: gap.spaced,
                opens_block: self.tokens.len() == first,
                marked: gap.marked,
                known: cut.entry.is_some(),
                front: front(self.text.as_bytes()[at], cut.end - at),
                cue,
                block: self.block,
                classes,
            });
            gap = Gap::default();
            at = cut.end;
        }
        quoted
    }

    /// The token that is no plain word, from byte `at` on; or where what is no token ends there, which `gap` notes.
    #[inline(never)]
    fn cut(&mut self, at: usize, gap: &mut Gap) -> Result<Cut, usize> {
        let Some(c) = self.char_at(at) else {
            return Err(self.text.len());
        };
        if c.is_whitespace() || !c.is_ascii() && is_invisible(c) {
            gap.spaced |= c.is_whitespace();
            return Err(at + c.len_utf8());
        }
        if may_cite(c)
            && let Some(end) = self.written_mark(at, c)
        {
            gap.marked = true;
            return Err(end);
        }
        let (end, kind) = self.next(at, c);
        Ok(Cut {
            end,
            kind,
            shape: shape(&self.text[at..end], kind),
            entry: self.entry(at, end, kind),
        })
    }

    /// Cuts `text` at the first mark that stands at byte `at` or after.
    fn stop_at_mark(&mut self, at: usize) {
        let all = self.whole.len();
        let stop = self.marks.first().map_or(all, |m| {
            (m.span.start as usize)
                .saturating_sub(self.base)
                .clamp(at, all)
        });
        self.text = &self.whole[..stop];
    }

    /// Notes the marks up to byte `at`, and goes on to the next.
    fn pass_marks(&mut self, at: usize) {
        let come = (self.marks.iter()).take_while(|m| m.span.start as usize <= self.base + at);
        let count = come.count();
        let first = self.cited.document.blocks[self.block as usize].marks.len() - self.marks.len();
        for index in first..first + count {
            self.cited.page_mark(self.block, index, self.tokens.len());
        }
        self.marks = &self.marks[count..];
        self.stop_at_mark(at);
    }

    /// Where the mark ends that the page writes in its text at byte `at` ("[3]", "(Hale, 2021)", "³"), if
    /// one does. It is noted, and no token is made of it.
    fn written_mark(&mut self, at: usize, c: char) -> Option<usize> {
        // One that opens its block is the label of a list's entry.
        self.tokens.last().filter(|t| t.block == self.block)?;
        let place = Place {
            text: self.whole,
            base: self.base,
            marks: self.marks,
            block: self.block,
            token: self.tokens.len(),
        };
        self.cited.written(&place, at, c)
    }

    /// Most words: from byte `at` on ASCII letters and digits, and nothing behind that could belong to
    /// them.
    #[inline(always)]
    fn plain_word(&mut self, at: usize) -> Option<Cut> {
        let bytes = &self.text.as_bytes()[at..];
        let kind = |byte: &u8| BYTES[usize::from(*byte)];
        let first = bytes.first().map_or(BEHIND, kind);
        if first & (SMALL | CAPITAL) == 0 {
            return None;
        }
        let length = plain_length(bytes);
        let behind = |n: usize| bytes.get(length + n);
        // A full stop with a space behind it is the sentence's, unless it is an abbreviation's.
        let stop =
            length > 1 && behind(0) == Some(&b'.') && behind(1).is_none_or(|byte| *byte == b' ');
        if !stop && behind(0).map_or(BEHIND, kind) != BEHIND {
            return None;
        }
        let rest = &bytes[1..length];
        let upper =
            || !rest.iter().any(u8::is_ascii_lowercase) && rest.iter().any(u8::is_ascii_uppercase);
        let shape = if first == SMALL {
            Shape::Lower
        } else if upper() {
            Shape::Upper
        } else {
            Shape::Title
        };
        let entry = self.plain_entry(at, at + length);
        let short = stop && entry.is_some_and(|e| e.classes.intersects(ABBREVIATION));
        (!short).then_some(Cut {
            end: at + length,
            kind: Kind::Word,
            shape,
            entry,
        })
    }

    /// What the lexicon knows of the plain word `start..end`.
    fn plain_entry(&mut self, start: usize, end: usize) -> Option<Entry> {
        if end - start > short::LONGEST {
            return self.entry(start, end, Kind::Word);
        }
        self.words.get_plain(&self.text.as_bytes()[start..end])
    }

    /// What the lexicon knows of the token `start..end`.
    fn entry(&mut self, start: usize, end: usize, kind: Kind) -> Option<Entry> {
        if !matches!(kind, Kind::Word | Kind::Clitic) || end - start > LONGEST_WORD {
            return None;
        }
        let word = &self.text[start..end];
        // "Ada A. Roe": an initial is no article.
        let bare = || word.strip_suffix('.').filter(|w| w.len() > 1);
        self.known(word).or_else(|| self.known(bare()?))
    }

    /// What the lexicon knows of a word in any case.
    fn known(&mut self, word: &str) -> Option<Entry> {
        // Short words are looked up by a key that is the same for capitals.
        if word.len() <= short::LONGEST && word.is_ascii() {
            return self.words.get_plain(word.as_bytes());
        }
        self.words.get(normal(word, self.scratch))
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text[at..].chars().next(),
        }
    }

    /// The token that starts at byte `at` with `c`: its end and kind.
    fn next(&mut self, at: usize, c: char) -> (usize, Kind) {
        if c.is_ascii_digit() {
            return (self.number_end(at), Kind::Number);
        }
        if is_letter(c) {
            return self.word(at);
        }
        let rest = &self.text[at + c.len_utf8()..];
        if is_apostrophe(c) {
            if !self.after_space(at)
                && let Some(len) = clitic(rest, self.clitics)
            {
                return (at + c.len_utf8() + len, Kind::Clitic);
            }
            // A third one behind words closes first: ''He said 'go,''' she said.
            let inner = rest.starts_with("''") && !self.after_space(at);
            if c == '\'' && rest.starts_with('\'') && !inner {
                return (at + 2, Kind::Mark('"'));
            }
        }
        if c == '`' && rest.starts_with('`') {
            return (at + 2, Kind::Mark('“'));
        }
        if c == '-' && rest.starts_with('-') {
            let more = rest.len() - rest.trim_start_matches('-').len();
            return (at + 1 + more, Kind::Mark('—'));
        }
        if c == '.' && rest.starts_with("..") {
            let more = rest.len() - rest.trim_start_matches('.').len();
            return (at + 1 + more, Kind::Mark('…'));
        }
        (at + c.len_utf8(), Kind::Mark(c))
    }

    fn after_space(&self, at: usize) -> bool {
        self.text[..at]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    }

    /// Digits, and single commas or points between digits.
    fn number_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at;
        while end < bytes.len() {
            let digit = bytes[end].is_ascii_digit();
            let inner = matches!(bytes[end], b',' | b'.')
                && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            if !digit && !inner {
                break;
            }
            end += 1;
        }
        end
    }

    /// A word from byte `at`: letters (and digits after the first letter), inner hyphens between
    /// letters, inner apostrophes that are no clitic, inner full stops of abbreviations and addresses.
    fn word(&mut self, at: usize) -> (usize, Kind) {
        let mut end = at + plain_length(&self.text.as_bytes()[at..]);
        let mut dotted = false;
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            if is_letter(c) || c.is_ascii_digit() || matches!(c, '\u{300}'..='\u{36F}') {
                end = after;
                continue;
            }
            if is_invisible(c) {
                // A soft hyphen belongs to the word it bends only where the word goes on.
                let run = self.text[end..].char_indices();
                let goes_on = run
                    .map(|(past, c)| (end + past, c))
                    .find(|(_, c)| !is_invisible(*c));
                match goes_on {
                    Some((letter, c)) if is_letter(c) => end = letter,
                    _ => break,
                }
                continue;
            }
            let Some(next) = self.char_at(after) else {
                break;
            };
            if matches!(c, '-' | '‐' | '‑') && is_letter(next) && end > at {
                end = after;
                continue;
            }
            if is_apostrophe(c) && is_letter(next) {
                let rest = &self.text[after..];
                if clitic(rest, self.clitics).is_some() {
                    break;
                }
                end = after;
                continue;
            }
            if c == '&' && next.is_ascii_uppercase() && end - at <= 2 {
                end = after; // AT&T, S&P
                continue;
            }
            if c == '.' && is_letter(next) {
                // "U.S", "e.g", "Amazon.com" go on; "operation.The" does not.
                let last = last_part(&self.text[at..end]);
                let single = last.chars().count() == 1 || self.degrees.has(last);
                if (single && self.letter_then_dot(after)) || (is_small(next) && !single) {
                    dotted = true;
                    end = after;
                    continue;
                }
            }
            break;
        }
        if self.text[end..].starts_with('.') {
            let word = &self.text[at..end];
            let initial = word.chars().count() == 1 && word.chars().all(is_capital) && word != "I";
            let initials = dotted && last_part(word).chars().count() == 1;
            // "He said no.": short before a number alone.
            let rest = self.text[end + 1..].trim_start();
            let whole = self.number_sign.has_any_case(word)
                && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '#');
            let abbreviation = |e: Entry| e.classes.intersects(ABBREVIATION) && !whole;
            if initial || initials || self.known(last_part(word)).is_some_and(abbreviation) {
                end += 1;
            }
        }
        (end, Kind::Word)
    }

    /// Whether a single letter at `at` is followed by a full stop or ends its word ("U.S" in "U.S.").
    fn letter_then_dot(&self, at: usize) -> bool {
        let mut chars = self.text[at..].chars();
        chars.next();
        chars.next().is_none_or(|c| !is_letter(c))
    }
}

fn last_part(word: &str) -> &str {
    let mark = word.bytes().rposition(|b| matches!(b, b'.' | b'-'));
    mark.map_or(word, |at| &word[at + 1..])
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// The length in bytes of the clitic at the start of `rest` (what follows the apostrophe), if one
/// stands there and the word ends after it.
fn clitic(rest: &str, clitics: Phrases) -> Option<usize> {
    for form in clitics {
        if let Some(after) = rest.strip_prefix(form)
            && !after
                .chars()
                .next()
                .is_some_and(|c| is_letter(c) || c.is_ascii_digit())
        {
            return Some(form.len());
        }
    }
    None
}

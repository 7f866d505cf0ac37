//! Marks of citations. The page's own ([`block::Mark`](super::block::Mark)) take no room; those that it
//! writes in its text ("[3]", "[2, 5–7]", "³", "(Hale, 2021)") are told from other brackets and raised
//! digits here, and no token is made of them: values, sentences and sources are read as without.

use super::block::{Document, Mark, MarkKind, MarkTarget};
use super::work::{self, Entries, Work};
use crate::letter::{is_letter, is_small};
use crate::lexicon::language::Language;
use crate::lexicon::list::List;
use crate::span::Span;

/// A mark where it stands among the tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMark {
    /// Its letters, brackets left out, in bytes of the document's text; empty for a mark of the page
    /// whose letters are in no block's text.
    pub span: Span,
    /// The first token after it; the one before it may be of a block before.
    pub token: usize,
    /// Its block, as an index.
    pub block: u32,
    /// Which mark it is.
    pub what: What,
}

/// Which mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A mark of the page: its place among its block's marks.
    Page(usize),
    /// Numbers written in the text: "3", "2, 5–7", "³".
    Numbers,
    /// Works by author and year: "Hale, 2021; Ito et al., 2019", or the year alone behind the author.
    Works,
}

/// How far, in bytes, the end of a bracket is looked for.
const LONGEST: usize = 300;

/// The highest number of a note or reference.
const HIGHEST: u32 = 1999;

/// Whether a mark may begin with `c`.
#[inline(always)]
pub(super) fn may_cite(c: char) -> bool {
    matches!(c, '[' | '(') || raised_digit(c).is_some()
}

/// The digit that a raised one stands for.
pub fn raised_digit(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from(b'4' + (c as u32 - '⁴' as u32) as u8),
        _ => return None,
    })
}

/// Marks of sums, near which raised digits are a power.
const SUMS: [char; 11] = ['=', '+', '×', '·', '^', '−', '÷', '∙', '⋅', '±', '√'];

/// Whether raised digits between the texts `before` and `after` are the mark of a note: behind a stop or a
/// closing mark, a word, or a number that is no base; not behind one of the language's units (m²), in a sum or a formula.
pub fn is_raised_mark(before: &str, after: &str, units: List) -> bool {
    let near = |text: &str| text.chars().take(3).any(|c| SUMS.contains(&c));
    let tail = before.len().saturating_sub(12);
    let tail = (tail..=before.len()).find(|i| before.is_char_boundary(*i));
    let tail = &before[tail.unwrap_or(before.len())..];
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    // "2³x", "Fe³⁺", "10² = 100"
    let glued = after.starts_with(|c: char| is_letter(c) && is_small(c) || "⁺⁻+-−(".contains(c));
    if near(after) || tail.contains(SUMS) {
        return false;
    }
    if last.is_ascii_digit() {
        let number = tail.trim_start_matches(|c: char| !c.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        return digits > 1 && !number.ends_with("10") && !glued;
    }
    if is_letter(last) {
        let start = before.rfind(|c: char| !is_letter(c));
        let word = &before[start.map_or(0, |i| {
            i + before[i..].chars().next().map_or(1, char::len_utf8)
        })..];
        return word.chars().count() > 1 && !units.has(word) && !glued;
    }
    matches!(
        last,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '”'
            | '’'
            | '"'
            | '\''
            | '»'
            | ')'
            | ']'
            | '%'
            | '*'
    )
}

/// Where the lexer stands in a block.
pub(super) struct Place<'a> {
    /// All of the block's text.
    pub(super) text: &'a str,
    /// Where it begins in the document's text.
    pub(super) base: usize,
    /// The block's marks that are still to come.
    pub(super) marks: &'a [Mark],
    pub(super) block: u32,
    /// The token that comes next.
    pub(super) token: usize,
}

/// Gathers the marks of a text.
pub(super) struct Cited<'d> {
    pub(super) document: &'d Document,
    language: &'static Language,
    pub(super) marks: Vec<TextMark>,
    entries: Entries<'d>,
}

impl<'d> Cited<'d> {
    pub(super) fn new(document: &'d Document, language: &'static Language) -> Cited<'d> {
        Cited {
            document,
            language,
            marks: Vec::new(),
            entries: Entries::new(document, &language.text.work),
        }
    }

    /// Notes a mark of the page.
    pub(super) fn page_mark(&mut self, block: u32, index: usize, token: usize) {
        self.marks.push(TextMark {
            span: self.document.blocks[block as usize].marks[index].span,
            token,
            block,
            what: What::Page(index),
        });
    }

    /// Where the mark ends that begins at byte `at` with `c`, if one does; it is noted.
    pub(super) fn written(&mut self, place: &Place, at: usize, c: char) -> Option<usize> {
        let (inner, end, what) = if raised_digit(c).is_some() {
            let end = place.text[at..].find(|c| raised_digit(c).is_none());
            let end = end.map_or(place.text.len(), |e| at + e);
            let units = self.language.text.power_unit;
            if !is_raised_mark(&place.text[..at], &place.text[end..], units) {
                return None;
            }
            (at..end, end, Some(What::Numbers))
        } else {
            let close = close(place.text, at, c)?;
            let inner = at + 1..close;
            (inner.clone(), close + 1, self.bracket(place, at, inner)?)
        };
        if let Some(what) = what {
            self.marks.push(TextMark {
                span: Span::new(place.base + inner.start, place.base + inner.end),
                token: place.token,
                block: place.block,
                what,
            });
        }
        Some(end)
    }

    /// What the bracket at `at` holds that cites; `Some(None)` where it is what is left of the page's own
    /// marks.
    fn bracket(
        &self,
        place: &Place,
        at: usize,
        inner: std::ops::Range<usize>,
    ) -> Option<Option<What>> {
        let words = &place.text[inner.clone()];
        let mut within = (place.marks.iter())
            .skip_while(|m| (m.span.start as usize) < place.base + inner.start)
            .take_while(|m| m.span.start as usize <= place.base + inner.end)
            .filter(|m| m.kind == MarkKind::Note);
        let linked =
            within.any(|m| matches!(m.target, MarkTarget::Reference(_)) || m.span.is_empty());
        if linked && words.chars().all(|c| " ,;-–—\u{a0}".contains(c)) {
            return Some(None);
        }
        let square = place.text[at..].starts_with('[');
        if square && numbers(words).is_some() {
            let entry = numbers(words)?
                .iter()
                .all(|n| self.entries.has_label(&n.to_string()));
            return (entry || stands_as_mark(place.text, at, inner.end + 1))
                .then_some(Some(What::Numbers));
        }
        // Only what holds a year is looked at closely.
        let year = words
            .as_bytes()
            .windows(4)
            .any(|w| w.iter().all(u8::is_ascii_digit));
        let lists = &self.language.text.work;
        let works = year.then(|| work::works(words, lists)).flatten()?;
        let before = &place.text[..at];
        let known = |w: &Work| {
            let names = if w.names.is_empty() {
                work::names_before(before, lists)
            } else {
                w.names
            };
            let many = names.ends_with("et al.") || names.ends_with("et al");
            // "(Hale & Ito, 2021)", "(Office for Statistics 2024a)": no other brackets are written so.
            let written_so =
                many || w.names.contains('&') || !w.names.is_empty() && w.year.len() > 4;
            !names.is_empty() && (written_so || !self.entries.works(names, w.year).is_empty())
        };
        (linked || works.iter().any(known)).then_some(Some(What::Works))
    }
}

/// Where the bracket that `c` opens at byte `at` closes; none inside another but a year, "(Ruse [1986] 1998)",
/// none over lines.
fn close(text: &str, at: usize, c: char) -> Option<usize> {
    let end = if c == '[' { b']' } else { b')' };
    let bytes = &text.as_bytes()[at + 1..];
    let year = |i: usize| {
        let inside = bytes.get(i + 1..i + 6).unwrap_or_default();
        c == '(' && matches!(inside, [digits @ .., b']'] if digits.iter().all(u8::is_ascii_digit))
    };
    let mut behind = 0;
    for (i, b) in bytes.iter().enumerate().take(LONGEST) {
        match b {
            b'[' if year(i) => behind = i + 6,
            b'[' | b']' | b'(' | b')' | b'\n' if i >= behind => {
                return (*b == end).then_some(at + 1 + i);
            }
            _ => {}
        }
    }
    None
}

/// Whether "[3]" stands as a mark does: glued to what is before, or before a mark, a capital or the end; an
/// editor's "[12] boats" does not.
fn stands_as_mark(text: &str, at: usize, end: usize) -> bool {
    // A list of numbers, as programs write it: "sum(x, [1, 2])".
    let before = text[..at].trim_end();
    let listed = before.ends_with(['(', '=', ':']) || before.ends_with(',') && before.len() < at;
    if listed || text[end..].starts_with(')') && !text[..at].ends_with(['.', '!', '?', '”']) {
        return false;
    }
    let glued = !text[..at].ends_with(char::is_whitespace);
    let after = text[end..].trim_start();
    let letter = after.chars().next();
    let closes = letter.is_none_or(|c| !is_letter(c) && !c.is_ascii_digit() && c != '$');
    let stop = text[..at].trim_end().ends_with(['.', '!', '?', '”', '"']);
    glued && !text[..at].ends_with(['(', '“', '‘', '«']) && !after.starts_with('(')
        || closes
        || stop
}

/// The numbers that "2, 5–7" gives, ranges of up to twenty told one by one.
pub fn numbers(words: &str) -> Option<Vec<u32>> {
    let mut all = Vec::new();
    for part in words.split([',', ';']) {
        let part = part.trim();
        let mut ends = part.split(['-', '–', '—']).map(|n| number(n.trim()));
        let first = ends.next()??;
        match ends.next() {
            None => all.push(first),
            Some(last) => {
                let last = last?;
                if ends.next().is_some() || last <= first || last - first > 20 {
                    return None;
                }
                all.extend(first..=last);
            }
        }
    }
    (!all.is_empty()).then_some(all)
}

/// A number by its digits, raised or not; none has a zero in front.
fn number(digits: &str) -> Option<u32> {
    let mut value = 0;
    for c in digits.chars() {
        let digit = raised_digit(c).unwrap_or(c).to_digit(10)?;
        if value == 0 && digit == 0 {
            return None;
        }
        value = value * 10 + digit;
        if value > HIGHEST {
            return None;
        }
    }
    (value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;

    #[test]
    fn raised_digits_are_marks_behind_words_and_stops() {
        for (before, after) in [
            ("The quay cost $3 million", " and"),
            ("last year.", " The"),
            ("“We counted,”", " said"),
            ("rose 12", " percent"),
            ("Some 4,300", " families"),
            ("in 2023", ", and"),
            ("Brandt", " said"),
        ] {
            assert!(
                is_raised_mark(before, after, english().text.power_unit),
                "{before}|{after}"
            );
        }
    }

    #[test]
    fn powers_and_units_are_no_marks() {
        for (before, after) in [
            ("a plot of 40 m", " costs"),
            ("some 300 km", "."),
            ("about 10", " grains"),
            ("3 × 12", " of"),
            ("a + b", " = c"),
            ("x", " and"),
            ("Fe", "⁺ ions"),
            ("12", "x"),
            ("", " it"),
            ("word ", " it"),
        ] {
            assert!(
                !is_raised_mark(before, after, english().text.power_unit),
                "{before}|{after}"
            );
        }
    }

    #[test]
    fn numbers_are_listed_one_by_one() {
        assert_eq!(numbers("3"), Some(vec![3]));
        assert_eq!(numbers("2, 5–7"), Some(vec![2, 5, 6, 7]));
        assert_eq!(numbers("¹²"), Some(vec![12]));
        for words in ["", "sic", "3a", "07", "2021", "7–5", "1–900", "1,,2"] {
            assert_eq!(numbers(words), None, "{words}");
        }
    }
}

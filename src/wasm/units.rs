//! UTF-16 code units of a page's blocks against UTF-8 bytes of the document.

use crate::span::{Places, Span};
use crate::text::block::Document;

/// Walks a text once, byte and UTF-16 position side by side; starts again where asked to go back.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    byte: usize,
    unit: u32,
}

impl Cursor {
    /// The byte of UTF-16 position `unit`, or the text's end.
    pub(super) fn byte(&mut self, text: &str, unit: u32) -> usize {
        if unit < self.unit {
            *self = Cursor::default();
        }
        for c in text[self.byte..].chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += c.len_utf16() as u32;
            self.byte += c.len_utf8();
        }
        self.byte
    }
}

/// A stretch of a block, in UTF-16 code units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PageSpan {
    /// The block, as an index.
    pub(super) block: u32,
    /// First code unit.
    pub(super) start: u32,
    /// One past the last code unit.
    pub(super) end: u32,
}

/// How far apart, in bytes, the known positions lie: a look-up counts less than this.
const STRIDE: usize = 64;

/// Turns bytes of a document into UTF-16 code units of its blocks.
pub(super) struct Units<'d> {
    document: &'d Document,
    /// The code units before every [`STRIDE`]th byte of the text, and before its end.
    marks: Vec<u32>,
    /// Where the blocks end.
    ends: Places,
    /// The code units before each block.
    origins: Vec<u32>,
}

impl<'d> Units<'d> {
    pub(super) fn new(document: &'d Document) -> Units<'d> {
        let mut before = 0;
        let mut marks = vec![before];
        for stretch in document.text.as_bytes().chunks(STRIDE) {
            before += counted(stretch);
            marks.push(before);
        }
        let mut units = Units {
            document,
            marks,
            ends: Places::new(document.blocks.iter().map(|b| b.span.end as usize)),
            origins: Vec::new(),
        };
        units.origins = (document.blocks.iter().map(|b| units.before(b.span.start))).collect();
        units
    }

    /// Gives `each` the pieces of `span`, one for each block that it touches.
    pub(super) fn pieces(&self, span: Span, mut each: impl FnMut(PageSpan)) {
        let blocks = &self.document.blocks;
        let end_of = |b: usize| blocks.get(b).map(|b| b.span.end as usize);
        let first = self.ends.first_after(span.start as usize, end_of);
        for (block, at) in blocks.iter().enumerate().skip(first) {
            if at.span.start >= span.end {
                break;
            }
            let origin = self.origins[block];
            each(PageSpan {
                block: block as u32,
                start: self.before(span.start.max(at.span.start)) - origin,
                end: self.before(span.end.min(at.span.end)) - origin,
            });
        }
    }

    /// The first piece of `span`.
    pub(super) fn piece(&self, span: Span) -> Option<PageSpan> {
        let mut first = None;
        self.pieces(span, |piece| first = first.or(Some(piece)));
        first
    }

    /// The code units of the text before `byte`.
    fn before(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let known = byte / STRIDE;
        let text = self.document.text.as_bytes();
        let (first, next) = (known * STRIDE, known * STRIDE + STRIDE);
        // As many code units as bytes, and no character astride an end: one for each byte.
        let plain = next <= text.len()
            && self.marks[known + 1] - self.marks[known] == STRIDE as u32
            && (text[first] | text[next - 1]).is_ascii();
        let more = match plain {
            true => (byte - first) as u32,
            false => counted(&text[first..byte]),
        };
        self.marks[known] + more
    }
}

/// The UTF-16 code units of characters that begin in a stretch of UTF-8: one for each, and two for
/// those of four bytes (Unicode 17, table 3-6). Eight bytes at once: a byte that goes on with a character
/// begins with the bits 10, the first of four with 1111.
fn counted(stretch: &[u8]) -> u32 {
    let of = |bytes: u64| {
        let high = bytes & u64::from_le_bytes([0x80; 8]);
        let four = high & bytes << 1 & bytes << 2 & bytes << 3;
        let more = high & !(bytes << 1);
        four.count_ones().wrapping_sub(more.count_ones())
    };
    let (eights, rest) = stretch.as_chunks();
    let rest = rest.iter().fold(0, |all, b| all << 8 | u64::from(*b));
    let eights = eights.iter().map(|eight| of(u64::from_le_bytes(*eight)));
    eights
        .fold(of(rest), u32::wrapping_add)
        .wrapping_add(stretch.len() as u32)
}

//! From bytes to code points, the offsets of the command's JSON.

use whence::span::Span;

/// How far apart, in bytes, the known positions lie: a look-up counts at most this far.
const STRIDE: usize = 256;

/// The code-point positions of one text, made in one forward pass.
pub(crate) struct CodePoints<'t> {
    bytes: &'t [u8],
    /// Code points that start before each multiple of [`STRIDE`]; empty where all is ASCII, whose
    /// bytes are its code points.
    marks: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    /// Reads `text` once.
    pub(crate) fn new(text: &'t str) -> CodePoints<'t> {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        if !bytes.is_ascii() {
            marks.reserve(bytes.len() / STRIDE + 1);
            let mut seen = 0;
            for stretch in bytes.chunks(STRIDE) {
                marks.push(seen);
                seen += starts(stretch);
            }
            if bytes.len().is_multiple_of(STRIDE) {
                marks.push(seen);
            }
        }
        CodePoints { bytes, marks }
    }

    /// The code point that starts at `byte`, counted from 0.
    pub(crate) fn at(&self, byte: u32) -> u32 {
        match self.marks.get(byte as usize / STRIDE) {
            None => byte,
            Some(mark) => {
                let from = byte as usize / STRIDE * STRIDE;
                mark + starts(&self.bytes[from..byte as usize])
            }
        }
    }

    /// A span as `[start, end]`, in code points.
    pub(crate) fn span(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// How many code points start in `bytes`: every byte but the continuations (`10xxxxxx`).
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from(*b as i8 >= -0x40)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_of_any_text_counts_alike() {
        let long = "aé—𝄞\u{301}“x” ".repeat(100);
        let exact = "é".repeat(STRIDE);
        for text in ["", "plain", "“é”", &long, &exact, &"a".repeat(3 * STRIDE)] {
            let points = CodePoints::new(text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(points.at(byte as u32), count as u32, "byte {byte}");
            }
            assert_eq!(points.at(text.len() as u32), text.chars().count() as u32);
        }
    }
}

//! What the bytes of plain words are: of ASCII letters and digits alone, as most words of a text.

/// Bits of [`BYTES`]: a small ASCII letter, a capital, a digit, and what may stand right behind a plain word.
pub(super) const SMALL: u8 = 1;
pub(super) const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
pub(super) const BEHIND: u8 = 8;

/// What each byte may be in a text of plain words.
pub(super) const BYTES: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b' ' | b',' | b':' | b';' | b')' | b'"' | b'?' | b'!' => BEHIND,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// How many ASCII letters and digits stand at the start of `bytes`.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let ends = |byte: &u8| BYTES[usize::from(*byte)] & (SMALL | CAPITAL | DIGIT) == 0;
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

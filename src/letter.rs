//! Capitals and small letters, letters and numbers, for the scripts whose names stand in the texts we
//! read. The tables of std know every script and weigh 20 KB.

/// The small letter of a capital; any other character as it is. Latin, Greek, Cyrillic, Armenian and
/// full-width forms; a letter that std would turn into two (İ) loses its mark.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0..0x80 => return c.to_ascii_lowercase(),
        0xC0..=0xDE if code != 0xD7 => code + 32,
        0x130 => 0x69,
        0x178 => 0xFF,
        // Capital and small letter alternate, the capital on even codes …
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EE
        | 0x1F8..=0x21E
        | 0x222..=0x232
        | 0x460..=0x480
        | 0x48A..=0x4BE
        | 0x4D0..=0x52E
        | 0x1E00..=0x1E94
        | 0x1EA0..=0x1EFE => code | 1,
        // … or on odd ones.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E..=0x38F => code + 63,
        0x391..=0x3AB if code != 0x3A2 => code + 32,
        0x400..=0x40F => code + 80,
        0x410..=0x42F => code + 32,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 48,
        0x1E9E => 0xDF,
        0xFF21..=0xFF3A => code + 32,
        _ => return c,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Whether `c` is a capital, of the scripts that [`lower`] knows.
pub fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether `c` is a letter: as std tells it in the scripts that [`lower`] knows, block by block in others, whose
/// words are not read.
#[inline(always)]
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        is_wide_letter(c)
    }
}

#[inline(never)]
fn is_wide_letter(c: char) -> bool {
    match c as u32 {
        0x80..0x370 => {
            matches!(c, 'ª' | 'µ' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{2C1}' | '\u{2C6}'..='\u{2D1}'
                | '\u{2E0}'..='\u{2E4}' | '\u{2EC}' | '\u{2EE}' | '\u{345}')
        }
        0x370..0x590 => {
            !matches!(c, '\u{375}' | '\u{37E}' | '\u{384}'..='\u{385}' | '\u{387}' | '\u{38B}' | '\u{38D}'
                | '\u{3A2}' | '\u{3F6}'
                | '\u{482}'..='\u{489}' | '\u{557}'..='\u{558}' | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58F}')
        }
        // Hebrew, Arabic, the scripts of India and beyond: all but their marks and digits.
        0x590..0x2000 => {
            !matches!(c, '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5F3}'..='\u{5F4}' | '\u{600}'..='\u{61F}'
                | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}'..='\u{965}' | '\u{E3F}' | '\u{E4F}'..='\u{E5B}'
                | '\u{1680}' | '\u{180E}' | '\u{1FBD}' | '\u{1FBF}'..='\u{1FC1}' | '\u{1FCD}'..='\u{1FCF}'
                | '\u{1FDD}'..='\u{1FDF}' | '\u{1FED}'..='\u{1FEF}' | '\u{1FFD}'..='\u{1FFF}')
                && !is_numeric(c)
        }
        // Marks and signs, but for a few; then Glagolitic, Coptic, Georgian.
        0x2000..0x3000 => {
            matches!(c, 'ⁱ' | 'ⁿ' | 'ₐ'..='ₜ' | '\u{2126}' | '\u{212A}'..='\u{212B}' | '\u{2C00}'..='\u{2DFF}')
        }
        // Kana, Han, Hangul.
        0x3000..0xD800 => {
            !matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{302A}'..='\u{3030}'
                | '\u{303D}'..='\u{303F}' | '・' | '\u{3200}'..='\u{33FF}' | '\u{4DC0}'..='\u{4DFF}')
        }
        0xF900..0x10000 => {
            matches!(c, '\u{F900}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' | 'Ａ'..='Ｚ'
                | 'ａ'..='ｚ' | 'ｦ'..='\u{FFDC}')
        }
        // Old scripts, letters of formulas that posts are set in, rare Han; then pictures.
        0x10000..0x40000 => {
            !matches!(c, '\u{1D000}'..='\u{1D3FF}' | '\u{1D7CC}'..='\u{1D7FF}' | '\u{1F000}'..='\u{1FFFF}')
        }
        _ => false,
    }
}

/// Whether one of `chars` stands in `text`. (To search for one that is not ASCII, std brings a searcher of strings.)
pub fn holds(text: &str, chars: &[char]) -> bool {
    text.chars().any(|c| chars.contains(&c))
}

/// Whether `c` is a small letter of those scripts; letters of scripts without capitals are none.
pub fn is_small(c: char) -> bool {
    matches!(c, '\0'..='\u{52F}' | '\u{560}'..='\u{588}' | '\u{1E00}'..='\u{1FFF}' | '\u{FF41}'..='\u{FF5A}')
        && is_letter(c)
        && !is_capital(c)
}

/// Whether `c` writes a number: a digit of the scripts that news is written in, a raised or lowered digit, a
/// fraction, a number in a circle.
pub fn is_numeric(c: char) -> bool {
    matches!(c, '0'..='9' | '²' | '³' | '¹' | '¼'..='¾' | '٠'..='٩' | '۰'..='۹' | '०'..='९'
        | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '\u{2150}'..='\u{2189}' | '①'..='\u{249B}' | '０'..='９')
}

/// Whether `c` belongs into words or numbers.
pub fn is_alphanumeric(c: char) -> bool {
    is_letter(c) || is_numeric(c)
}

/// `text` with its capitals made small.
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Letters and digits alone, lowered: "Agence France-Presse" and "Agence France Presse" are one.
pub fn squeeze(name: &str, out: &mut String) {
    if name.is_ascii() {
        out.reserve(name.len());
        let (first, mut start) = (out.len(), 0);
        for (i, byte) in name.bytes().enumerate() {
            if !byte.is_ascii_alphanumeric() {
                out.push_str(&name[start..i]);
                start = i + 1;
            }
        }
        out.push_str(&name[start..]);
        out[first..].make_ascii_lowercase();
        return;
    }
    for c in name.chars().filter(|c| is_alphanumeric(*c)) {
        let small = lower(c);
        let plain = u32::from(small)
            .checked_sub(0xE0)
            .and_then(|i| PLAIN.get(i as usize));
        out.push(plain.map_or(small, |b| char::from(*b)));
    }
}

/// The letters from à (U+00E0) to ÿ (U+00FF) without their marks, as names are written that leave them out.
const PLAIN: &[u8; 32] = b"aaaaaaaceeeeiiiidnooooo-ouuuuyty";

#[cfg(test)]
mod tests {
    use super::{is_alphanumeric, is_capital, is_letter, is_small, lower, lowered};

    /// The blocks whose letters are lowered as std lowers them.
    const BLOCKS: &[std::ops::RangeInclusive<u32>] = &[
        0..=0x17F,         // Basic Latin, Latin-1, Latin Extended-A
        0x1CD..=0x1F0,     // pairs of Latin Extended-B
        0x1F8..=0x21F,     // and its further ones, Romanian Ș and Ț
        0x222..=0x233,     //
        0x384..=0x3CE,     // Greek
        0x400..=0x52F,     // Cyrillic
        0x531..=0x586,     // Armenian
        0x1E00..=0x1EFF,   // Latin Extended Additional
        0x2000..=0x2100,   // punctuation
        0x4E00..=0x4E80,   // a script without capitals
        0xFF00..=0xFF60,   // full-width forms
        0x1F600..=0x1F680, // beyond sixteen bits
    ];

    #[test]
    fn letters_are_lowered_as_std_lowers_them() {
        for c in BLOCKS.iter().cloned().flatten().filter_map(char::from_u32) {
            let mut std = c.to_lowercase();
            let small = std.next().unwrap_or(c);
            assert_eq!(lower(c), small, "{c} U+{:04X}", c as u32);
            assert!(std.next().is_none() || c == 'İ', "{c}");
        }
    }

    #[test]
    fn letters_are_told_as_std_tells_them() {
        // Capitals with a small letter behind ("ǅ") are neither to std.
        for c in BLOCKS.iter().cloned().flatten().filter_map(char::from_u32) {
            assert_eq!(is_capital(c), c.is_uppercase(), "{c} U+{:04X}", c as u32);
            // Raised and lowered letters ("ⁿ") are small ones to std.
            let small = c.is_lowercase() && !('\u{2070}'..='\u{209C}').contains(&c);
            assert_eq!(is_small(c), small, "{c} U+{:04X}", c as u32);
            assert_eq!(
                is_alphanumeric(c),
                c.is_alphanumeric(),
                "{c} U+{:04X}",
                c as u32
            );
        }
    }

    #[test]
    fn letters_of_other_scripts_are_told_but_for_few() {
        let all = ('\u{80}'..'\u{40000}').filter(|c| !matches!(c, '\u{E000}'..='\u{F8FF}'));
        let (mut letters, mut missed) = (0, 0);
        for c in all.filter(|c| c.is_alphabetic()) {
            letters += 1;
            missed += u32::from(!is_letter(c));
        }
        assert!(missed * 500 < letters, "{missed} of {letters} are missed");
        for word in [
            "Москва",
            "القاهرة",
            "ירושלים",
            "दिल्ली",
            "กรุงเทพ",
            "서울",
            "とうきょう",
            "東京",
            "𝐁𝐨𝐥𝐝",
            "\u{2126}\u{212A}\u{212B}", // ohm, kelvin, angstrom
        ] {
            assert!(word.chars().all(is_letter), "{word}");
        }
        for mark in
            "·×÷؟،؛۔٪٣۳३।॥฿、。「」・〜！？：（）①➡✓🚢🏽₤€№™\u{FEFF}\u{200D}\u{FE0F}\u{E000}"
                .chars()
        {
            assert!(!is_letter(mark), "{mark} U+{:04X}", mark as u32);
        }
    }

    #[test]
    fn every_letter_is_a_character_again() {
        for c in '\0'..=char::MAX {
            assert_eq!(lower(lower(c)), lower(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_text_keeps_what_is_no_capital() {
        assert_eq!(
            lowered("ÉCOLE “Łódź” Ñ 7 ΑΘΗΝΑ Москва"),
            "école “łódź” ñ 7 αθηνα москва"
        );
    }
}

//! From the bytes of a file to text: the byte-order mark, then what the bytes themselves prove, then
//! what the page declares.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::bytes::Regex;

/// How far into a page its charset is looked for, in bytes. Browsers look at 1,024 first and read on;
/// saved pages have their declaration behind long comments at times.
const PRESCAN: usize = 8192;

/// `<meta charset=…>`, its longer form `content="text/html; charset=…"`, and `<?xml encoding=…?>`.
static DECLARED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r#"(?i-u)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([a-z0-9][a-z0-9_:.-]*)"#;
    match Regex::new(pattern) {
        Ok(regex) => regex,
        Err(e) => unreachable!("the pattern does not parse: {e}"),
    }
});

/// The text of a page. Bytes that no encoding explains become U+FFFD.
pub(crate) fn page_text(bytes: &[u8]) -> Cow<'_, str> {
    text(bytes, || declared(bytes))
}

/// The text of a plain file, which declares nothing.
pub(crate) fn plain_text(bytes: &[u8]) -> Cow<'_, str> {
    text(bytes, || None)
}

fn text(bytes: &[u8], declared: impl Fn() -> Option<&'static Encoding>) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    // What is valid UTF-8 beyond ASCII is hardly ever anything else, and saved pages are often
    // re-encoded without a change to their declaration.
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP writes all in ASCII bytes, by escapes.
        let escapes = bytes.is_ascii() && bytes.contains(&0x1B);
        match declared().filter(|_| escapes) {
            Some(encoding) => return encoding.decode_without_bom_handling(bytes).0,
            None => return Cow::Borrowed(text),
        }
    }
    let encoding = declared().unwrap_or(WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding that a page declares. One that was read to declare itself as UTF-16 is not (HTML
/// standard, "prescan a byte stream").
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let label = DECLARED.captures(head)?.get(1)?.as_bytes();
    let encoding = Encoding::for_label(label)?;
    Some(if encoding == UTF_16BE || encoding == UTF_16LE {
        UTF_8
    } else {
        encoding
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_goes_first() {
        assert_eq!(plain_text(b"\xEF\xBB\xBFcaf\xC3\xA9"), "café");
        assert_eq!(plain_text(b"\xFF\xFEh\0\xE9\0"), "hé");
        assert_eq!(plain_text(b"\xFE\xFF\0h\0\xE9"), "hé");
    }

    #[test]
    fn what_the_bytes_prove_goes_before_what_is_declared() {
        let page = "<meta charset=gb2312><p>Tschüss".as_bytes();
        assert_eq!(page_text(page), "<meta charset=gb2312><p>Tschüss");
    }

    #[test]
    fn a_declared_charset_is_found_in_every_form() {
        for head in [
            "<meta charset=koi8-r>",
            "<META CHARSET = 'KOI8-R' />",
            "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">",
            "<?xml version='1.0' encoding=\"KOI8-R\"?>",
        ] {
            let mut page = head.as_bytes().to_vec();
            page.extend(b"\xC4\xC1");
            assert!(page_text(&page).ends_with("да"), "{head}");
        }
    }

    #[test]
    fn escapes_are_followed_where_they_are_declared() {
        let page = b"<meta charset=iso-2022-jp>\x1B$B?e\x1B(B";
        assert!(page_text(page).ends_with('水'));
        assert_eq!(plain_text(b"a\x1B[1mb"), "a\x1B[1mb");
        assert_eq!(plain_text("é\x1B".as_bytes()), "é\x1B");
    }

    #[test]
    fn undeclared_bytes_are_read_as_browsers_do() {
        assert_eq!(page_text(b"caf\xE9 \x93so\x94"), "café “so”");
        assert_eq!(
            page_text(b"<meta charset=utf-16>caf\xE9"),
            "<meta charset=utf-16>caf\u{FFFD}"
        );
    }
}

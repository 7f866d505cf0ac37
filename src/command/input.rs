//! What the command reads: which kind of text a place holds, and its bytes as a document. Errors say
//! which input was wrong and what to do.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use whence::text::block::Document;

use super::arguments::{Format, Place};
use super::page::{self, charset};

/// The most bytes that one text may have. Reading takes up to 64 times as much memory, and an input that
/// never ends must be told from one that does.
pub(crate) const LONGEST_TEXT: u64 = 64 << 20;

/// What is said of a longer one.
pub(crate) const TOO_LONG: &str = "is longer than 64 MiB: cut it into several";

/// What a place holds.
pub(crate) enum Input {
    /// One text.
    Whole {
        /// Its words.
        document: Document,
        /// Whether they were read from a page, so that offsets count in the text as read.
        page: bool,
    },
    /// Lines of JSON, a text each.
    Lines(Box<dyn BufRead>),
}

/// How a place's text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lines,
    Page,
    Plain,
}

impl Place {
    /// The place by name, as messages give it.
    pub(crate) fn name(&self) -> String {
        match self {
            Place::Standard => "standard input".to_owned(),
            Place::File(path) => path.display().to_string(),
        }
    }
}

/// Opens a place; the error is the message, without the place's name.
pub(crate) fn open(place: &Place, format: Format) -> Result<Input, String> {
    let (mut reader, by_name): (Box<dyn BufRead>, _) = match place {
        Place::Standard => (Box::new(io::stdin().lock()), None),
        Place::File(path) => {
            let path = Path::new(path);
            let file = File::open(path).map_err(|e| unreadable(&e))?;
            let folder = file.metadata().is_ok_and(|m| m.is_dir());
            if folder {
                return Err("is a folder: name the files in it".to_owned());
            }
            let reader = BufReader::with_capacity(1 << 16, file);
            (Box::new(reader), kind_by_name(path))
        }
    };
    let kind = match by_name {
        Some(kind) => kind,
        None if format == Format::Jsonl => Kind::Lines,
        None => kind_by_start(reader.fill_buf().map_err(|e| unreadable(&e))?),
    };
    if kind == Kind::Lines {
        return Ok(Input::Lines(reader));
    }
    let mut bytes = Vec::new();
    let mut reader = reader.take(LONGEST_TEXT + 1);
    reader.read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > LONGEST_TEXT {
        return Err(TOO_LONG.to_owned());
    }
    let page = kind == Kind::Page;
    // A text of another encoding may have zero bytes (UTF-16 has many); one that says so begins with
    // its byte-order mark.
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !page && !marked && bytes.contains(&0) {
        return Err("is no text (it holds zero bytes): give a text or HTML file".to_owned());
    }
    let document = if page {
        page::read(&charset::page_text(&bytes))
    } else {
        Document::from_text(&charset::plain_text(&bytes))
    };
    Ok(Input::Whole { document, page })
}

/// What went wrong in reading, and what to do.
pub(crate) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file: check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read: check its permissions".to_owned(),
        _ => format!("cannot be read ({error}): check the file"),
    }
}

fn kind_by_name(path: &Path) -> Option<Kind> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "jsonl" | "ndjson" => Some(Kind::Lines),
        "html" | "htm" | "xhtml" => Some(Kind::Page),
        "txt" | "text" | "md" => Some(Kind::Plain),
        _ => None,
    }
}

/// The kind by the first bytes: a tag opens a page, an object of ours a line of JSON.
fn kind_by_start(bytes: &[u8]) -> Kind {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    match bytes {
        [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] => Kind::Page,
        [b'{', ..]
            if bytes
                .split(|b| *b == b'\n')
                .next()
                .is_some_and(|l| line(l).is_ok()) =>
        {
            Kind::Lines
        }
        _ => Kind::Plain,
    }
}

/// One line of JSON lines.
#[derive(Deserialize)]
pub(crate) struct Line<'l> {
    /// Handed on as it is, whatever it is.
    #[serde(borrow)]
    pub(crate) id: &'l RawValue,
    /// The text, paragraphs parted by line breaks.
    #[serde(borrow)]
    pub(crate) text: Cow<'l, str>,
}

/// Reads one line of JSON; the error says what is wrong with it and what to do.
pub(crate) fn line(bytes: &[u8]) -> Result<Line<'_>, String> {
    serde_json::from_slice(bytes).map_err(|e| {
        // The line is one of many: its own number is the caller's, the column is what helps.
        let what = e.to_string();
        let what = what.split(" at line ").next().unwrap_or(&what).to_owned();
        let advice = "each line must be an object with \"id\" and \"text\"";
        if e.column() > 0 {
            format!("{what} (at byte {}): {advice}", e.column())
        } else {
            format!("{what}: {advice}")
        }
    })
}

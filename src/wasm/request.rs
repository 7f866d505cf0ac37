//! A request to scan, as `packed` of `extension/background/border.js` writes it: one stretch of UTF-8
//! with all words, and one of numbers, field after field. Change both together.
//!
//! - a word: its length in bytes; the bytes are the next of the text
//! - a kind of block: its place in [`KINDS`]; of a mark: in [`MARK_KINDS`]
//! - what a mark leads to: 0 nothing, 1 and the index of a reference, 2 and that of a link of its block
//! - a list: its length, then the items
//! - what may be absent: 0 where it is, else 1 and itself

use super::units;
use crate::span::Span;
use crate::text::block::{BlockKind, Document, Link, Mark, MarkKind, MarkTarget, Page, Reference};

/// The kinds of block, in the order of their numbers.
const KINDS: [BlockKind; 6] = [
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::Item,
    BlockKind::Quote,
    BlockKind::Caption,
    BlockKind::Cell,
];

/// The kinds of mark, in the order of their numbers.
const MARK_KINDS: [MarkKind; 4] = [
    MarkKind::Note,
    MarkKind::Chip,
    MarkKind::Needed,
    MarkKind::Quoted,
];

/// A scan request; `wasm.d.ts` says what the fields mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Request {
    pub page: Page,
    /// Whether figures are wanted.
    pub figures: bool,
    /// The names of the flags that are wanted; all where there is no list.
    pub flags: Option<Vec<String>>,
    pub blocks: Vec<RequestBlock>,
    pub references: Vec<Reference>,
}

/// A block of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RequestBlock {
    pub text: String,
    pub kind: BlockKind,
    pub links: Vec<RequestLink>,
    pub marks: Vec<RequestMark>,
}

/// A link of a block, in UTF-16 code units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RequestLink {
    pub start: u32,
    pub end: u32,
    pub href: String,
}

/// A mark of a block, in UTF-16 code units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RequestMark {
    pub start: u32,
    pub end: u32,
    pub kind: MarkKind,
    pub words: String,
    pub target: MarkTarget,
}

impl Request {
    /// Reads a packed request.
    ///
    /// # Errors
    /// The name of the field where `text` or `numbers` end too early or hold something else.
    pub fn read(text: &[u8], numbers: &[u32]) -> Result<Request, &'static str> {
        let mut from = Reader { text, numbers };
        Ok(Request {
            page: Page {
                url: from.word("url")?,
                title: from.word("title")?,
                language: from.maybe("language", |from| from.word("language"))?,
            },
            figures: from.number("figures")? != 0,
            flags: from.maybe("flags", |from| {
                from.list("flags", |from| from.word("flags"))
            })?,
            blocks: from.list("blocks", |from| {
                Ok(RequestBlock {
                    text: from.word("text")?,
                    kind: *KINDS.get(from.number("kind")? as usize).ok_or("kind")?,
                    links: from.list("links", |from| {
                        Ok(RequestLink {
                            start: from.number("start")?,
                            end: from.number("end")?,
                            href: from.word("href")?,
                        })
                    })?,
                    marks: from.list("marks", |from| {
                        Ok(RequestMark {
                            start: from.number("start")?,
                            end: from.number("end")?,
                            kind: *MARK_KINDS
                                .get(from.number("mark kind")? as usize)
                                .ok_or("mark kind")?,
                            words: from.word("words")?,
                            target: match from.number("target")? {
                                0 => MarkTarget::Absent,
                                1 => MarkTarget::Reference(from.number("reference")? as usize),
                                2 => MarkTarget::Link(from.number("link")? as usize),
                                _ => return Err("target"),
                            },
                        })
                    })?,
                })
            })?,
            references: from.list("references", |from| {
                Ok(Reference {
                    label: from.word("label")?,
                    text: from.word("text")?,
                    href: from.word("href")?,
                    // The page shows them itself.
                    cites: Vec::new(),
                })
            })?,
        })
    }

    /// The document that is to be scanned.
    pub(super) fn document(&self) -> Document {
        let mut document = Document {
            page: self.page.clone(),
            references: self.references.clone(),
            ..Document::default()
        };
        for block in &self.blocks {
            let mut at = units::Cursor::default();
            let links = block.links.iter().map(|l| {
                let start = at.byte(&block.text, l.start);
                let end = at.byte(&block.text, l.end.max(l.start));
                Link {
                    span: Span::new(start, end),
                    href: address(&l.href),
                }
            });
            let links: Vec<Link> = links.collect();
            let mut at = units::Cursor::default();
            let marks = block.marks.iter().map(|m| {
                let start = at.byte(&block.text, m.start);
                let end = at.byte(&block.text, m.end.max(m.start));
                // What is not there leads nowhere.
                let target = match m.target {
                    MarkTarget::Reference(i) if i < self.references.len() => m.target,
                    MarkTarget::Link(i) if i < links.len() => m.target,
                    _ => MarkTarget::Absent,
                };
                Mark {
                    span: Span::new(start, end),
                    kind: m.kind,
                    words: m.words.clone(),
                    target,
                }
            });
            let marks = marks.collect();
            document.push_marked(&block.text, block.kind, links, marks);
        }
        document
    }
}

/// A link's address as the browser writes it; empty where the browser takes it for none.
#[cfg(target_family = "wasm")]
fn address(href: &str) -> String {
    web_sys::Url::new(href).map_or_else(|_| String::new(), |url| url.href())
}

/// A link's address; outside a browser, as it was sent.
#[cfg(not(target_family = "wasm"))]
fn address(href: &str) -> String {
    href.to_owned()
}

/// What is still to be read.
struct Reader<'r> {
    text: &'r [u8],
    numbers: &'r [u32],
}

type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    fn number(&mut self, field: &'static str) -> Read<u32> {
        let (first, rest) = self.numbers.split_first().ok_or(field)?;
        self.numbers = rest;
        Ok(*first)
    }

    fn word(&mut self, field: &'static str) -> Read<String> {
        let length = self.number(field)? as usize;
        let (word, rest) = self.text.split_at_checked(length).ok_or(field)?;
        self.text = rest;
        String::from_utf8(word.to_vec()).map_err(|_| field)
    }

    fn maybe<T>(
        &mut self,
        field: &'static str,
        item: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<Option<T>> {
        let is = self.number(field)? != 0;
        is.then(|| item(self)).transpose()
    }

    fn list<T>(
        &mut self,
        field: &'static str,
        mut item: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<T>> {
        let length = self.number(field)?;
        // Not reserved for: the number may be anything.
        (0..length).map(|_| item(self)).collect()
    }
}

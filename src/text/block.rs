//! A document as the reader sees it: blocks of running text, joined into one string.

use crate::lexicon::lists::TextLists;
use crate::span::Span;

/// What a block is on the page. Grammar treats most alike; headings and captions have habits of
/// their own ("X: …" names a source in a headline, a credit ends a caption).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// A headline or subheading.
    Heading,
    /// A list item.
    Item,
    /// A block quotation or pull quote.
    Quote,
    /// Words under a picture or table.
    Caption,
    /// A table cell.
    Cell,
}

/// A link inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where its words stand, in bytes of the document's text.
    pub span: Span,
    /// Where it leads, absolute.
    pub href: String,
}

/// What a mark says on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkKind {
    /// A note or an entry of the page's list backs what stands before: "[4]", "*", "2021".
    #[default]
    Note,
    /// A page of the web does, by its name or number: "Reuters +1" under an answer.
    Chip,
    /// The page itself asks for a source: "citation needed".
    Needed,
    /// The words are quoted from an address.
    Quoted,
}

/// What a mark leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkTarget {
    /// An entry of [`Document::references`], by its index.
    Reference(usize),
    /// A link of the mark's block, by its index.
    Link(usize),
    /// Nothing that is on the page.
    #[default]
    Absent,
}

/// A mark by which the page cites something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in bytes of the document's text. Most marks are in no block's text and take no
    /// room; a span that is not empty holds the words that the mark is on ("2021", a quotation).
    pub span: Span,
    /// What it says.
    pub kind: MarkKind,
    /// What the page writes there, brackets left out: "4", "Reuters +1".
    pub words: String,
    /// What it leads to.
    pub target: MarkTarget,
}

/// An entry of the page's notes or list of references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What marks call it: "4", "a"; empty where it has no such name.
    pub label: String,
    /// What the page writes, without its label: all of it, or its beginning.
    pub text: String,
    /// The first address outside the page that it links, or empty.
    pub href: String,
    /// The entries that its own marks lead to: a note may rest on a reference.
    pub cites: Vec<usize>,
}

/// One block: a stretch of the document's text that no sentence crosses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is on the page.
    pub kind: BlockKind,
    /// Links inside, in order.
    pub links: Vec<Link>,
    /// Marks inside, in order.
    pub marks: Vec<Mark>,
}

/// The page's facts that are not running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The page's own address, or empty.
    pub url: String,
    /// The page's title, or empty.
    pub title: String,
    /// The language the page declares (a BCP 47 tag such as `en-GB`), if any.
    pub language: Option<String>,
}

/// Hosts of encyclopaedias and manuals.
const REFERENCE_HOSTS: &str = "wikipedia.org wikimedia.org wiktionary.org wikibooks.org fandom.com britannica.com \
    readthedocs.io";

impl Page {
    /// Whether the page's address is that of an encyclopaedia, a manual or a blog of a company, which
    /// tell more than they report. An address that says nothing is none.
    pub fn is_reference(&self, lists: &TextLists) -> bool {
        let Some((_, rest)) = self.url.split_once("://") else {
            return false;
        };
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let known = REFERENCE_HOSTS.split_whitespace().any(|h| {
            host.strip_suffix(h)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        });
        let label = host.split_once('.').map_or(host, |(label, _)| label);
        known
            || lists.reference_host.has(label)
            || path
                .split('/')
                .take(2)
                .any(|part| lists.reference_path.has(part))
    }
}

/// A whole text: its blocks stand in `text` in order, with one line feed between neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// All words, exactly as found.
    pub text: String,
    /// The blocks, in order, not overlapping.
    pub blocks: Vec<Block>,
    /// The page's notes and references, which stand in no block.
    pub references: Vec<Reference>,
    /// What is known of the page.
    pub page: Page,
}

impl Document {
    /// Plain text as a document: every line that holds more than white space is a paragraph.
    /// Offsets stay those of `text`.
    pub fn from_text(text: &str) -> Document {
        // Lines may be as many as half the text's bytes: moved as they grow, they would be there twice.
        let feeds = |part: &[u8]| part.iter().map(|b| u8::from(*b == b'\n')).sum::<u8>();
        // Bytes are counted many at once where a byte holds the sum.
        let lines = text
            .as_bytes()
            .chunks(255)
            .map(|part| usize::from(feeds(part)));
        let lines = lines.sum::<usize>() + 1;
        let mut blocks = Vec::with_capacity(lines);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            let first = start + (line.len() - line.trim_start().len());
            if first < end {
                blocks.push(Block {
                    span: Span::new(first, end),
                    ..Block::default()
                });
            }
            start += line.len();
        }
        Document {
            text: text.to_owned(),
            blocks,
            ..Document::default()
        }
    }

    /// Adds a block at the end. `links` count bytes from the block's first.
    pub fn push(&mut self, text: &str, kind: BlockKind, links: Vec<Link>) {
        self.push_marked(text, kind, links, Vec::new());
    }

    /// The same with the marks of the block, which count bytes from its first as links do.
    pub fn push_marked(&mut self, text: &str, kind: BlockKind, links: Vec<Link>, marks: Vec<Mark>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        let shift = |s: Span| Span::new(s.start as usize + start, s.end as usize + start);
        self.blocks.push(Block {
            span: Span::new(start, self.text.len()),
            kind,
            links: links
                .into_iter()
                .map(|l| Link {
                    span: shift(l.span),
                    href: l.href,
                })
                .collect(),
            marks: marks
                .into_iter()
                .map(|m| Mark {
                    span: shift(m.span),
                    ..m
                })
                .collect(),
        });
    }

    /// The words of `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

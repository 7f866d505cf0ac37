//! A document as the reader sees it: blocks of running text, joined into one string.

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

/// One block: a stretch of the document's text that no sentence crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is on the page.
    pub kind: BlockKind,
    /// Links inside, in order.
    pub links: Vec<Link>,
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

/// A whole text: its blocks stand in `text` in order, with one line feed between neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// All words, exactly as found.
    pub text: String,
    /// The blocks, in order, not overlapping.
    pub blocks: Vec<Block>,
    /// What is known of the page.
    pub page: Page,
}

impl Document {
    /// Plain text as a document: every line that holds more than white space is a paragraph.
    /// Offsets stay those of `text`.
    pub fn from_text(text: &str) -> Document {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            let first = start + (line.len() - line.trim_start().len());
            if first < end {
                blocks.push(Block {
                    span: Span::new(first, end),
                    kind: BlockKind::Paragraph,
                    links: Vec::new(),
                });
            }
            start += line.len();
        }
        Document {
            text: text.to_owned(),
            blocks,
            page: Page::default(),
        }
    }

    /// Adds a block at the end. `links` count bytes from the block's first.
    pub fn push(&mut self, text: &str, kind: BlockKind, links: Vec<Link>) {
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
        });
    }

    /// The words of `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

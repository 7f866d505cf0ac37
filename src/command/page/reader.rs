//! Reads a page's text into blocks. A block is a run of text that no block tag interrupts; its text is
//! exactly what its text nodes hold, joined. A line break (`<br>`) is a "\n" of its own, and two of
//! them part two blocks.

use std::ops::Range;
use std::rc::Rc;

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Node};
use url::Url;
use whence::text::block::BlockKind;

use super::tags;

/// A link of a block.
#[derive(Debug)]
pub(crate) struct ReadLink {
    /// Bytes of the block's text.
    pub(crate) words: Range<usize>,
    /// Absolute.
    pub(crate) href: String,
}

/// A block element, and those around it. Shared, since the blocks of a page have most of them in common.
#[derive(Debug)]
pub(crate) struct Owner {
    id: NodeId,
    above: Option<Rc<Owner>>,
}

impl Owner {
    /// The element and those around it, innermost first.
    pub(crate) fn ids(&self) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(self), |owner| owner.above.as_deref()).map(|owner| owner.id)
    }
}

/// A block as read.
#[derive(Debug)]
pub(crate) struct ReadBlock {
    pub(crate) text: String,
    pub(crate) kind: BlockKind,
    /// In order.
    pub(crate) links: Vec<ReadLink>,
    /// The nearest element of a block tag, and all block elements around it.
    pub(crate) owners: Rc<Owner>,
    /// Whether its marks say that it stands beside the article.
    pub(crate) aside: bool,
    /// Whether its marks hide it.
    pub(crate) unseen: bool,
    /// Whether it stands in an `h1`.
    pub(crate) headline: bool,
}

/// What holds for everything inside an element being walked.
#[derive(Clone, Copy)]
struct Scope {
    owner: NodeId,
    kind: BlockKind,
    aside: bool,
    unseen: bool,
    headline: bool,
}

/// An element being walked.
struct Level<'h> {
    next: Option<NodeRef<'h, Node>>,
    scope: Scope,
    owners: Rc<Owner>,
    /// For a link, where its words begin in the open block, and where it leads.
    link: Option<(usize, String)>,
}

/// Walks a page and gathers its blocks.
pub(crate) struct Reader<'h> {
    /// What relative links count from.
    base: Option<&'h Url>,
    blocks: Vec<ReadBlock>,
    stack: Vec<Level<'h>>,
    open: Option<ReadBlock>,
    /// Line breaks since the last word.
    breaks: usize,
}

impl<'h> Reader<'h> {
    /// A reader whose relative links count from `base`.
    pub(crate) fn new(base: Option<&'h Url>) -> Reader<'h> {
        Reader {
            base,
            blocks: Vec::new(),
            stack: Vec::new(),
            open: None,
            breaks: 0,
        }
    }

    /// All blocks of `root`, in order.
    pub(crate) fn read(mut self, root: ElementRef<'h>) -> Vec<ReadBlock> {
        let scope = Scope {
            owner: root.id(),
            kind: BlockKind::Paragraph,
            aside: false,
            unseen: false,
            headline: false,
        };
        self.push(*root, scope, None);
        while let Some(level) = self.stack.last_mut() {
            let Some(node) = level.next else {
                if let Some(level) = self.stack.pop() {
                    self.leave(level);
                }
                continue;
            };
            level.next = node.next_sibling();
            let scope = level.scope;
            match node.value() {
                Node::Text(text) => self.text(text, scope),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(node) {
                        self.enter(element, scope);
                    }
                }
                _ => {}
            }
        }
        self.close();
        self.blocks
    }

    fn push(&mut self, node: NodeRef<'h, Node>, scope: Scope, link: Option<(usize, String)>) {
        let around = self.stack.last().map(|level| &level.owners);
        let owners = match around {
            Some(around) if around.id == scope.owner => around.clone(),
            _ => Rc::new(Owner {
                id: scope.owner,
                above: around.cloned(),
            }),
        };
        self.stack.push(Level {
            next: node.first_child(),
            scope,
            owners,
            link,
        });
    }

    fn enter(&mut self, element: ElementRef<'h>, scope: Scope) {
        let marks = element.value();
        let tag = marks.name();
        if tag == "br" {
            return self.line_break();
        }
        let block = tags::is_block(tag);
        if block || tag == "pre" {
            self.close();
        }
        // A link inside a raised number leads to a footnote.
        let footnote = tag == "sup" && element.child_elements().any(|e| e.value().name() == "a");
        if tags::is_skipped(tag) || footnote || tags::is_editable(marks) {
            return;
        }
        let unseen = tags::is_unseen(marks);
        let aside = scope.aside || tags::is_aside(marks);
        if block {
            let mut kind = tags::kind(tag).unwrap_or(scope.kind);
            if scope.kind == BlockKind::Caption
                || (kind == BlockKind::Paragraph && tags::is_caption(marks))
            {
                // A list or quotation in a caption stays a caption.
                kind = BlockKind::Caption;
            }
            let scope = Scope {
                owner: element.id(),
                kind,
                aside,
                unseen: scope.unseen || unseen,
                headline: scope.headline || tag == "h1",
            };
            return self.push(*element, scope, None);
        }
        if unseen {
            return;
        }
        let link = (tag == "a")
            .then(|| self.address(marks.attr("href")?))
            .flatten()
            .map(|href| (self.open.as_ref().map_or(0, |o| o.text.len()), href));
        self.push(*element, Scope { aside, ..scope }, link);
    }

    /// Where a link leads, if to another page of the web.
    fn address(&self, href: &str) -> Option<String> {
        let url = match self.base {
            Some(base) => base.join(href).ok()?,
            None => Url::parse(href).ok()?,
        };
        matches!(url.scheme(), "http" | "https").then(|| url.to_string())
    }

    fn leave(&mut self, level: Level) {
        if let Some((start, href)) = level.link {
            if let Some(open) = &mut self.open
                && open.text.len() > start
            {
                let words = start..open.text.len();
                open.links.push(ReadLink { words, href });
            }
            return;
        }
        // Leaving a block element ends the block; leaving an inline one leaves it open.
        let above = self.stack.last().map(|l| l.scope.owner);
        if above != Some(level.scope.owner) {
            self.close();
        }
    }

    fn text(&mut self, text: &str, scope: Scope) {
        let blank = text.trim().is_empty();
        if self.open.as_ref().is_some_and(|o| o.aside) && !scope.aside {
            self.close(); // what follows is the article's again
        }
        if self.open.is_none() {
            if blank {
                return;
            }
            let Some(level) = self.stack.last() else {
                return;
            };
            self.open = Some(ReadBlock {
                text: String::new(),
                kind: scope.kind,
                links: Vec::new(),
                owners: level.owners.clone(),
                aside: scope.aside,
                unseen: scope.unseen,
                headline: scope.headline,
            });
            // A link that was entered before its first word begins where the block does.
            self.restart_links();
        }
        let Some(open) = &mut self.open else { return };
        if scope.aside && !open.aside {
            return; // a marked stretch inside a line: a share button, a photo's credit
        }
        if !blank {
            self.breaks = 0;
        }
        open.text.push_str(text);
    }

    fn restart_links(&mut self) {
        for (start, _) in self.stack.iter_mut().filter_map(|l| l.link.as_mut()) {
            *start = 0;
        }
    }

    fn line_break(&mut self) {
        let Some(open) = &mut self.open else { return };
        self.breaks += 1;
        if self.breaks > 1 {
            self.close();
        } else {
            open.text.push('\n');
        }
    }

    fn close(&mut self) {
        self.breaks = 0;
        let Some(mut open) = self.open.take() else {
            return;
        };
        for level in &mut self.stack {
            if let Some((start, href)) = &mut level.link {
                if open.text.len() > *start {
                    let words = *start..open.text.len();
                    let href = href.clone();
                    open.links.push(ReadLink { words, href });
                }
                *start = 0;
            }
        }
        if open.text.chars().any(char::is_alphanumeric) {
            open.links.sort_by_key(|l| l.words.start);
            self.blocks.push(open);
        }
    }
}

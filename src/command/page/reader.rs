//! Reads a page's text into blocks. A block is a run of text that no block tag interrupts; its text is
//! exactly what its text nodes hold, joined. A line break (`<br>`) is a "\n" of its own, and two of
//! them part two blocks.

use std::ops::Range;
use std::rc::Rc;

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Node};
use whence::lexicon::english;
use whence::text::block::{BlockKind, MarkKind};
use whence::text::mark::is_raised_mark;

use super::address::Address;
use super::notes::{Lead, Marker, Notes, raised_letter, raised_sign};
use super::{entry, tags};

/// How many elements a cell of marks alone may hold.
const MOST_MARKS: usize = 60;

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

/// A mark of a block.
#[derive(Debug)]
pub(crate) struct ReadMark {
    /// Bytes of the block's text; empty where its letters are not in it.
    pub(crate) at: Range<usize>,
    pub(crate) marker: Marker,
}

/// A block as read.
#[derive(Debug)]
pub(crate) struct ReadBlock {
    pub(crate) text: String,
    pub(crate) kind: BlockKind,
    /// In order.
    pub(crate) links: Vec<ReadLink>,
    /// In order.
    pub(crate) marks: Vec<ReadMark>,
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
    /// Whether the element around is quoted, from an address of [`Reader::cited`].
    cited: Option<usize>,
}

/// What an inline element says of its words.
#[derive(Clone)]
enum Says {
    /// They link to an address.
    Link(String),
    /// They are a mark.
    Mark(Marker),
}

/// An element being walked.
struct Level<'h> {
    next: Option<NodeRef<'h, Node>>,
    scope: Scope,
    owners: Rc<Owner>,
    /// Where its words begin in the open block, and what it says of them.
    says: Vec<(usize, Says)>,
}

/// Walks a page and gathers its blocks.
pub(crate) struct Reader<'h> {
    here: &'h Address,
    notes: &'h Notes,
    /// Where quotations are from, as their elements say.
    cited: Vec<String>,
    blocks: Vec<ReadBlock>,
    stack: Vec<Level<'h>>,
    open: Option<ReadBlock>,
    /// Line breaks since the last word.
    breaks: usize,
}

impl<'h> Reader<'h> {
    /// A reader of a page whose notes are known.
    pub(crate) fn new(here: &'h Address, notes: &'h Notes) -> Reader<'h> {
        Reader {
            here,
            notes,
            cited: Vec::new(),
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
            cited: None,
        };
        self.push(*root, scope, Vec::new());
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

    fn push(&mut self, node: NodeRef<'h, Node>, scope: Scope, says: Vec<(usize, Says)>) {
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
            says,
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
        let marker = self.notes.markers.get(&element.id());
        if let Some(marker) = marker.filter(|m| !m.spoken) {
            return self.mark(marker.clone(), element);
        }
        if self.notes.kept_out.contains(&element.id())
            || tag == "sup" && self.raised(element)
            || tags::is_skipped(tag)
            || tags::is_editable(marks)
        {
            return;
        }
        let unseen = tags::is_unseen(marks);
        // Who signs a quotation stands in its footer.
        let signs = tag == "footer" && scope.kind == BlockKind::Quote;
        let aside = scope.aside || !signs && tags::is_aside(marks);
        let cited = matches!(tag, "blockquote" | "q")
            .then(|| self.cited_from(element))
            .flatten();
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
                cited: cited.or(scope.cited.filter(|_| !signs)),
            };
            return self.push(*element, scope, Vec::new());
        }
        if unseen {
            return;
        }
        let at = self.open.as_ref().map_or(0, |o| o.text.len());
        let mut says = Vec::new();
        if tag == "a"
            && let Some(url) = marks.attr("href").and_then(|h| self.here.absolute(h))
        {
            says.push((at, Says::Link(url.to_string())));
        }
        says.extend(marker.map(|m| (at, Says::Mark(m.clone()))));
        says.extend(cited.map(|from| (at, Says::Mark(self.quoted(from)))));
        self.push(*element, Scope { aside, ..scope }, says);
    }

    /// Notes a mark whose letters are not read, and what shows it. Nothing stands before one that opens its
    /// block, but for a cell of marks alone: the cell before it in its row.
    fn mark(&mut self, marker: Marker, element: ElementRef) {
        let before = match &mut self.open {
            Some(open) => Some(open),
            None => row_of_marks(element).and_then(|row| {
                let last = self.blocks.last_mut()?;
                let beside = last.owners.ids().any(|o| o == row);
                beside.then_some(last)
            }),
        };
        if let Some(block) = before {
            let at = block.text.len();
            block.marks.push(ReadMark { at: at..at, marker });
        }
    }

    /// Whether a raised element is read no further: a mark without an anchor, which is noted, or what its
    /// page raises beside one.
    fn raised(&mut self, element: ElementRef<'h>) -> bool {
        let words = entry::plain(*element);
        let class = element.attr("class").unwrap_or("");
        // "[clarification needed]", the page behind a mark (": 14").
        if class.contains("Inline-Template")
            || class.contains("reference") && words.starts_with(':')
        {
            return true;
        }
        let mut inside = element.descendants().filter_map(ElementRef::wrap);
        if inside.any(|e| e.value().name() == "a") {
            // Its anchors may be marks; brackets and commas around them are not read.
            let marked = element
                .descendants()
                .filter(|d| self.notes.markers.contains_key(&d.id()));
            let markers: Vec<Marker> = marked
                .map(|d| self.notes.markers[&d.id()].clone())
                .collect();
            markers.into_iter().for_each(|m| self.mark(m, element));
            return true;
        }
        let called = |label: &str| self.notes.references.iter().position(|r| r.label == label);
        let letter = raised_letter(&words).filter(|l| called(l).is_some());
        let Some(sign) = raised_sign(&words).or(letter) else {
            return false;
        };
        let Some(open) = &self.open else { return false };
        let after = element
            .next_sibling()
            .map(entry::plain_start)
            .unwrap_or_default();
        if !is_raised_mark(&open.text, &after, english().text.power_unit) {
            return false;
        }
        let labels = sign.split(',').map(str::trim);
        let leads: Vec<_> = labels.map(|l| (l, called(l))).collect();
        for (label, entry) in leads {
            let lead = entry.map_or(Lead::Nothing, Lead::Entry);
            let marker = Marker {
                kind: MarkKind::Note,
                words: label.to_owned(),
                lead,
                spoken: false,
            };
            self.mark(marker, element);
        }
        true
    }

    /// Where an element says that it is quoted from, as an index.
    fn cited_from(&mut self, element: ElementRef<'h>) -> Option<usize> {
        let url = self.here.absolute(element.attr("cite")?)?;
        self.cited.push(url.to_string());
        Some(self.cited.len() - 1)
    }

    fn quoted(&self, from: usize) -> Marker {
        Marker {
            kind: MarkKind::Quoted,
            words: String::new(),
            lead: Lead::Page(self.cited[from].clone()),
            spoken: true,
        }
    }

    fn leave(&mut self, level: Level) {
        if !level.says.is_empty() {
            if let Some(open) = &mut self.open {
                level
                    .says
                    .into_iter()
                    .for_each(|(start, says)| open.say(start, says));
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
                marks: Vec::new(),
                owners: level.owners.clone(),
                aside: scope.aside,
                unseen: scope.unseen,
                headline: scope.headline,
            });
            // A link that was entered before its first word begins where the block does.
            self.restart_links();
            let from = scope.cited.map(|from| self.quoted(from));
            if let (Some(marker), Some(open)) = (from, &mut self.open) {
                open.marks.push(ReadMark { at: 0..0, marker });
            }
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
        for (start, _) in self.stack.iter_mut().flat_map(|l| &mut l.says) {
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
        for (start, says) in self.stack.iter_mut().flat_map(|l| &mut l.says) {
            open.say(*start, says.clone());
            *start = 0;
        }
        if open.text.chars().any(char::is_alphanumeric) {
            open.links.sort_by_key(|l| l.words.start);
            open.finish_marks();
            self.blocks.push(open);
        }
    }
}

/// The row of a cell that holds marks in brackets and nothing else, if a mark stands in one.
fn row_of_marks(mark: ElementRef) -> Option<NodeId> {
    let around = |names: &[&str]| {
        let mut outer = mark.ancestors().filter_map(ElementRef::wrap);
        outer.find(|e| names.contains(&e.value().name()))
    };
    let cell = around(&["td", "th"])?;
    let inside = cell.descendants().filter_map(ElementRef::wrap).skip(1);
    if inside.take(MOST_MARKS + 1).count() > MOST_MARKS {
        return None;
    }
    let cell = entry::plain(*cell);
    let marks = cell.split(['[', ']']).skip(1).step_by(2).count();
    let bare = cell
        .split(['[', ']'])
        .step_by(2)
        .all(|w| w.trim().is_empty());
    (bare && marks > 0).then(|| around(&["tr"]).map(|row| row.id()))?
}

impl ReadBlock {
    /// Notes what an element says of its words, from byte `start` to the end.
    fn say(&mut self, start: usize, says: Says) {
        let words = start..self.text.len();
        match says {
            _ if words.is_empty() => {}
            Says::Link(href) => self.links.push(ReadLink { words, href }),
            Says::Mark(marker) => self.marks.push(ReadMark { at: words, marker }),
        }
    }

    /// Puts the marks in order. One that says where the whole block is quoted from was noted at its
    /// beginning.
    fn finish_marks(&mut self) {
        let end = self.text.len();
        for mark in &mut self.marks {
            if mark.marker.kind == MarkKind::Quoted && mark.at.is_empty() {
                mark.at = 0..end;
            }
        }
        self.marks.sort_by_key(|m| m.at.start);
    }
}

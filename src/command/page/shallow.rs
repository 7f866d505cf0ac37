//! A page's tree, parsed as browsers do, but no deeper than they make it. The parser goes through all
//! open elements for many a tag, and opens again in each paragraph whatever letters' style was left
//! open: without a bound, some hundred kilobytes of tags take minutes or all memory. Tags beyond the bounds
//! are left out, their words stay.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use ego_tree::NodeId;
use html5ever::interface::Tracer;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, TokenizerResult};
use scraper::{Html, HtmlTreeSink};
use whence::lexicon::one_of;

/// Elements open at once; Chromium's bound too.
const DEEPEST: usize = 512;

/// Elements for the style of letters that are open at once. A paragraph opens them all again.
const STYLES: usize = 16;

/// So many tags may be opened between two counts of what is open.
const STRIDE: usize = 16;

/// Parses a page. Any text gives a tree.
pub(crate) fn parse(html: &str) -> Html {
    let tree = TreeBuilder::new(
        HtmlTreeSink::new(Html::new_document()),
        TreeBuilderOpts::default(),
    );
    let tokenizer = Tokenizer::new(Shallow::new(tree), TokenizerOpts::default());
    let input = BufferQueue::default();
    // In pieces: one piece may be no longer than its 32-bit length tells.
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(1 << 24));
        input.push_back(StrTendril::from(piece));
        // A script is not run, so the text goes on behind it.
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        rest = after;
    }
    tokenizer.end();
    tokenizer.sink.tree.sink.finish()
}

/// Hands tokens on to the tree, but tags beyond the bounds.
struct Shallow {
    tree: TreeBuilder<NodeId, HtmlTreeSink>,
    /// Open elements when last counted, and start tags since.
    open: Cell<usize>,
    since: Cell<usize>,
    /// Open elements for the style of letters, by the tags alone.
    styles: Cell<usize>,
    /// Start tags left out, whose end tags are to come.
    left_out: RefCell<BTreeMap<LocalName, usize>>,
}

impl Shallow {
    fn new(tree: TreeBuilder<NodeId, HtmlTreeSink>) -> Shallow {
        Shallow {
            tree,
            open: Cell::new(0),
            since: Cell::new(0),
            styles: Cell::new(0),
            left_out: RefCell::default(),
        }
    }

    /// Whether a tag is one too many.
    fn is_beyond(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag => {
                // What follows these is no markup: left out, it would become some.
                let beyond = !one_of(&*tag.name, RAW)
                    && (self.is_too_deep() || is_style(tag) && self.styles.get() >= STYLES);
                if beyond {
                    *self
                        .left_out
                        .borrow_mut()
                        .entry(tag.name.clone())
                        .or_default() += 1;
                } else if is_style(tag) {
                    self.styles.set(self.styles.get() + 1);
                }
                beyond
            }
            TagKind::EndTag => {
                if let Some(count) = self.left_out.borrow_mut().get_mut(&tag.name)
                    && *count > 0
                {
                    *count -= 1;
                    return true;
                }
                if is_style(tag) {
                    self.styles.set(self.styles.get().saturating_sub(1));
                }
                false
            }
        }
    }

    /// Whether no more elements may be opened now.
    fn is_too_deep(&self) -> bool {
        self.since.set(self.since.get() + 1);
        if self.since.get() >= STRIDE {
            let count = Count(Cell::new(0));
            self.tree.trace_handles(&count);
            self.open.set(count.0.get());
            // Too deep already: looked at again only after as many tags, so that none costs much.
            self.since.set(0);
        }
        self.open.get() + self.since.get() >= DEEPEST
    }
}

/// Elements whose text the tokenizer reads otherwise than markup.
const RAW: &str = "script style title textarea xmp iframe noembed noframes noscript plaintext";

/// Whether a tag is for the style of letters alone, which is opened again in what follows.
fn is_style(tag: &Tag) -> bool {
    one_of(
        &*tag.name,
        "b big code em font i nobr s small strike strong tt u",
    )
}

impl TokenSink for Shallow {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match &token {
            Token::TagToken(tag) if self.is_beyond(tag) => TokenSinkResult::Continue,
            _ => self.tree.process_token(token, line),
        }
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Counts what the tree builder holds.
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

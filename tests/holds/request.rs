//! Requests as text, so that a fuzzer can make them and a person can read them.

use whence::text::block::{BlockKind, MarkKind, MarkTarget, Reference};
use whence::wasm::{Request, RequestBlock, RequestLink, RequestMark};

/// A request for these lines, a paragraph each.
pub fn of_lines(lines: &[&str]) -> Request {
    let block = |line: &&str| RequestBlock {
        text: (*line).to_owned(),
        kind: BlockKind::Paragraph,
        ..RequestBlock::default()
    };
    Request {
        blocks: lines.iter().map(block).collect(),
        figures: true,
        ..Request::default()
    }
}

/// The request that a text writes, a line for each thing. What a line begins with says what it is:
///
/// - `# `, `- `, `> `, `^ `, `| `: a heading, an item, a quote, a caption, a cell
/// - `@START END ADDRESS`: a link of the block before, in UTF-16 code units
/// - `~url ADDRESS`, `~title WORDS`, `~language TAG`: of the page
/// - `~mark START END KIND TARGET WORDS`: a mark of the block before; KIND 0 to 3, TARGET `-`, `r` and the index
///   of a reference, `l` and that of a link
/// - `~entry LABEL ADDRESS TEXT`: an entry of the page's references
/// - `~flags NAME…`, `~no-figures`: options
/// - anything else: a paragraph
pub fn written(text: &str) -> Request {
    let mut request = of_lines(&[]);
    for line in text.split('\n') {
        if let Some(of_page) = line.strip_prefix('~') {
            let (what, words) = of_page.split_once(' ').unwrap_or((of_page, ""));
            set(&mut request, what, words);
            continue;
        }
        if let (Some(link), Some(block)) = (link(line), request.blocks.last_mut()) {
            block.links.push(link);
            continue;
        }
        let (kind, words) = match line.split_at_checked(2) {
            Some(("# ", words)) => (BlockKind::Heading, words),
            Some(("- ", words)) => (BlockKind::Item, words),
            Some(("> ", words)) => (BlockKind::Quote, words),
            Some(("^ ", words)) => (BlockKind::Caption, words),
            Some(("| ", words)) => (BlockKind::Cell, words),
            _ => (BlockKind::Paragraph, line),
        };
        request.blocks.push(RequestBlock {
            text: words.to_owned(),
            kind,
            ..RequestBlock::default()
        });
    }
    request
}

fn set(request: &mut Request, what: &str, words: &str) {
    match what {
        "url" => words.clone_into(&mut request.page.url),
        "title" => words.clone_into(&mut request.page.title),
        "language" => request.page.language = Some(words.to_owned()),
        "flags" => {
            let names = words.split(' ').filter(|n| !n.is_empty());
            request.flags = Some(names.map(str::to_owned).collect());
        }
        "mark" => {
            if let (Some(mark), Some(block)) = (mark(words), request.blocks.last_mut()) {
                block.marks.push(mark);
            }
        }
        "entry" => {
            let mut parts = words.splitn(3, ' ').map(str::to_owned);
            let mut part = || parts.next().unwrap_or_default();
            let (label, href) = (part(), part());
            let text = part();
            request.references.push(Reference {
                label,
                text,
                href,
                ..Reference::default()
            });
        }
        "no-figures" => request.figures = false,
        _ => {}
    }
}

fn mark(line: &str) -> Option<RequestMark> {
    let mut parts = line.splitn(5, ' ');
    let start = parts.next()?.parse().ok()?;
    let end = parts.next()?.parse().ok()?;
    let kind = match parts.next()? {
        "1" => MarkKind::Chip,
        "2" => MarkKind::Needed,
        "3" => MarkKind::Quoted,
        _ => MarkKind::Note,
    };
    let target = parts.next()?;
    let index = target.get(1..).and_then(|t| t.parse().ok());
    let target = match (target.as_bytes().first(), index) {
        (Some(b'r'), Some(index)) => MarkTarget::Reference(index),
        (Some(b'l'), Some(index)) => MarkTarget::Link(index),
        _ => MarkTarget::Absent,
    };
    let words = parts.next().unwrap_or_default().to_owned();
    Some(RequestMark {
        start,
        end,
        kind,
        words,
        target,
    })
}

fn link(line: &str) -> Option<RequestLink> {
    let mut parts = line.strip_prefix('@')?.splitn(3, ' ');
    Some(RequestLink {
        start: parts.next()?.parse().ok()?,
        end: parts.next()?.parse().ok()?,
        href: parts.next()?.to_owned(),
    })
}

/// A request as `packed` of `extension/background/border.js` sends it: its words, and its numbers.
pub fn packed(request: &Request) -> (Vec<u8>, Vec<u32>) {
    let mut to = Packer::default();
    to.word(&request.page.url);
    to.word(&request.page.title);
    to.list(request.page.language.as_slice(), Packer::word);
    to.numbers.push(request.figures.into());
    to.numbers.push(request.flags.is_some().into());
    if let Some(flags) = &request.flags {
        to.list(flags, Packer::word);
    }
    to.list(&request.blocks, |to, block| {
        to.word(&block.text);
        to.numbers.push(block.kind as u32);
        to.list(&block.links, |to, link| {
            to.numbers.extend([link.start, link.end]);
            to.word(&link.href);
        });
        to.list(&block.marks, |to, mark| {
            to.numbers.extend([mark.start, mark.end, mark.kind as u32]);
            to.word(&mark.words);
            match mark.target {
                MarkTarget::Absent => to.numbers.push(0),
                MarkTarget::Reference(i) => to.numbers.extend([1, i as u32]),
                MarkTarget::Link(i) => to.numbers.extend([2, i as u32]),
            }
        });
    });
    to.list(&request.references, |to, entry| {
        to.word(&entry.label);
        to.word(&entry.text);
        to.word(&entry.href);
    });
    (to.text, to.numbers)
}

#[derive(Default)]
struct Packer {
    text: Vec<u8>,
    numbers: Vec<u32>,
}

impl Packer {
    #[allow(clippy::ptr_arg)] // as the lists hold it
    fn word(&mut self, word: &String) {
        self.numbers.push(word.len() as u32);
        self.text.extend(word.bytes());
    }

    /// A list; one of at most one item reads as what may be absent.
    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Packer, &T)) {
        self.numbers.push(items.len() as u32);
        items.iter().for_each(|item| each(self, item));
    }
}

//! The examples of every named rule of the core, and the page that an example is.

use whence::rule::Rule;
use whence::span::Span;
use whence::text::block::{BlockKind, Document, Link, Mark, MarkKind, MarkTarget};

/// A room and its rules.
pub(crate) type Room = (&'static str, &'static [&'static Rule]);

/// Rooms whose rules have examples. A room that names rules belongs here.
pub(crate) const ROOMS: &[Room] = &[
    ("attribution", whence::attribution::RULES),
    ("cite", whence::cite::RULES),
    ("figure", whence::figure::RULES),
    ("figure, what is none", whence::figure::EXCLUSIONS),
    ("tie", whence::tie::RULES),
    ("hint, what no reader asks for", whence::hint::UNWANTED),
    ("hint", whence::hint::RULES),
    ("resolve, who is meant", whence::resolve::WHO),
    ("resolve, pronouns", whence::resolve::PRONOUNS),
    ("resolve, kinds", whence::resolve::KINDS),
    ("resolve, chains", whence::resolve::RELAYS),
];

/// A page of `example`, whose blocks are parted by a blank line: a heading opens with "# ", an item with "• ", a
/// quotation with "> ", a cell of a table with "| ", a caption with "^ ". `{words}(address)` is a link,
/// `{words}(from address)` quoted from there, and "[citation needed]" at the end the page's own mark.
pub(crate) fn page(example: &str) -> Document {
    let mut document = Document::default();
    document.page.url = "https://harwick.example/a".to_owned();
    for block in example.split("\n\n") {
        let kinds = [
            ("# ", BlockKind::Heading),
            ("• ", BlockKind::Item),
            ("> ", BlockKind::Quote),
            ("| ", BlockKind::Cell),
            ("^ ", BlockKind::Caption),
        ];
        let found = kinds
            .iter()
            .find_map(|(lead, kind)| Some((*kind, block.strip_prefix(lead)?)));
        let (kind, words) = found.unwrap_or((BlockKind::Paragraph, block));
        let (words, asked) = match words.strip_suffix("[citation needed]") {
            Some(words) => (words, true),
            None => (words, false),
        };
        let (text, links, mut marks) = linked(words);
        if asked {
            marks.push(Mark {
                span: Span::new(text.len(), text.len()),
                kind: MarkKind::Needed,
                words: "citation needed".to_owned(),
                ..Mark::default()
            });
        }
        document.push_marked(&text, kind, links, marks);
    }
    document
}

/// The text of a block as an example writes it, with its links, and marks of what is quoted from an address.
fn linked(written: &str) -> (String, Vec<Link>, Vec<Mark>) {
    let (mut text, mut links, mut quoted) = (String::new(), Vec::new(), Vec::new());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((words, behind)) = after.split_once("}(") else {
            break;
        };
        let (address, behind) = behind.split_once(')').unwrap_or((behind, ""));
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        let span = Span::new(start, text.len());
        match address.strip_prefix("from ") {
            Some(href) => quoted.push((span, href.to_owned())),
            None => links.push(Link {
                span,
                href: address.to_owned(),
            }),
        }
        rest = behind;
    }
    text.push_str(rest);
    let mut marks = Vec::new();
    for (span, href) in quoted {
        // Links on no words stand last.
        let end = span.end as usize;
        links.push(Link {
            span: Span::new(end, end),
            href,
        });
        marks.push(Mark {
            span,
            kind: MarkKind::Quoted,
            target: MarkTarget::Link(links.len() - 1),
            ..Mark::default()
        });
    }
    (text, links, marks)
}

//! A page that cites as often as it has sentences is scanned in time linear in its length.

use std::hint::black_box;
use std::time::{Duration, Instant};

use whence::scan::{Options, scan};
use whence::span::Span;
use whence::text::block::{BlockKind, Document, Link, Mark, MarkTarget, Page, Reference};

/// Bytes of the shorter text; ten times that is the longer. Less would fit into memory that is at hand,
/// while the longer waits for the system to give it.
const SHORT: usize = 100_000;

/// The most that ten times the text may take of the time of one.
const MOST: u32 = 30;

/// Runs of each; the best tells what the code costs, whatever else the machine does.
const RUNS: usize = 3;

/// How often a text is measured before it is held to be steep: a busy machine may spoil one measuring,
/// the square shows in all.
const TRIES: usize = 6;

/// Below this a time tells more of the clock than of the code.
const LEAST: Duration = Duration::from_micros(500);

fn best(run: impl Fn()) -> Duration {
    let time = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..RUNS)
        .map(|_| time())
        .min()
        .unwrap_or_default()
        .max(LEAST)
}

/// A page that cites as often as it has sentences, with as many entries; the page's own marks among them.
fn cites(bytes: usize) -> Document {
    let mut document = Document {
        page: Page {
            url: "https://example.org/mill".to_owned(),
            ..Page::default()
        },
        ..Document::default()
    };
    for i in 0..bytes / 100 {
        let text = format!(
            "Ito{i} (2021) said that 12 mills closed (Hale & Ito{i}, 2021), the mayor said [{i}]."
        );
        let at = text.len();
        let mark = |target| Mark {
            span: Span::new(at, at),
            words: i.to_string(),
            target,
            ..Mark::default()
        };
        let links = vec![Link {
            span: Span::new(0, 4),
            href: "https://example.com/a".to_owned(),
        }];
        let marks = vec![mark(MarkTarget::Reference(i)), mark(MarkTarget::Absent)];
        document.push_marked(&text, BlockKind::Paragraph, links, marks);
        document.references.push(Reference {
            cites: Vec::new(),
            label: i.to_string(),
            text: format!("Hale, M., & Ito{i}, S. (2021). Mills. Canal Press."),
            href: String::new(),
        });
    }
    document
}

#[test]
fn scanning_what_cites() {
    let time = |document: &Document| best(|| drop(black_box(scan(document, &Options::default()))));
    let (short, long) = (cites(SHORT), cites(10 * SHORT));
    let (mut one, mut ten) = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        one = one.min(time(&short));
        ten = ten.min(time(&long));
        if ten <= one * MOST {
            return;
        }
    }
    panic!("{one:?} and {ten:?}");
}

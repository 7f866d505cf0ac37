//! What holds for any text: a result, with spans that lie where they should, the same each time, the
//! same words in UTF-8 and UTF-16. Texts are made by a small generator of our own from a fixed seed,
//! so a failure comes back; `SEED=… cargo test --test properties` tries others.

mod any_text;
mod example;
mod holds;

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use any_text::Maker;
use example::{ROOMS, page};
use holds::request;
use whence::scan::{Options, scan};
use whence::text::Text;
use whence::text::block::{Document, MarkKind, MarkTarget, Reference};
use whence::wasm::{RequestLink, RequestMark};

/// Where the next mark goes.
static TURN: AtomicUsize = AtomicUsize::new(0);

/// How many texts each property is tried on.
const TEXTS: usize = if cfg!(debug_assertions) { 600 } else { 6_000 };

fn seed() -> u64 {
    let given = std::env::var("SEED").ok().and_then(|s| s.parse().ok());
    given.unwrap_or(20_261_123)
}

/// Runs `check` on many texts; the panic of a failing one follows its number and words.
fn for_any_text(check: impl Fn(&str)) {
    for_texts(TEXTS, Maker::text, check);
}

/// Runs `check` on `count` texts of `make`.
fn for_texts(count: usize, make: impl Fn(&mut Maker) -> String, check: impl Fn(&str)) {
    for i in 0..count {
        let text = make(&mut Maker::new(seed() + i as u64));
        run(&check, &text, || format!("text {i} of seed {}", seed()));
    }
}

/// Runs `check` on `text`; its panic follows the words and their name.
fn run(check: impl Fn(&str), text: &str, name: impl Fn() -> String) {
    let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(text)));
    if let Err(panic) = failed {
        eprintln!("{}: {text:?}", name());
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn units_lie_in_order_and_on_character_boundaries() {
    for_any_text(|words| {
        let document = Document::from_text(words);
        assert_eq!(document.text, words);
        holds::units(&Text::new(&document, whence::lexicon::english()));
    });
}

#[test]
fn findings_lie_in_the_text_and_in_order() {
    for_any_text(|words| {
        let document = Document::from_text(words);
        let (text, found) = scan(&document, &Options::default());
        holds::findings(&text, &found);
    });
}

/// The examples of all rules, of what they find and of what they refuse.
fn examples() -> impl Iterator<Item = &'static str> {
    let rules = ROOMS.iter().flat_map(|(_, rules)| rules.iter());
    rules.flat_map(|rule| rule.yes.iter().chain(rule.no).copied())
}

/// A rule that looks a token too far meets an end of the text.
#[test]
fn an_example_torn_anywhere_is_read() {
    let read = |part: &str| holds::scanned(&page(part));
    for example in examples() {
        for (at, _) in example.match_indices(|c: char| !c.is_alphanumeric()) {
            run(read, &example[..at], || example.to_owned());
            run(read, &example[at..], || example.to_owned());
        }
    }
}

#[test]
fn the_words_of_examples_are_read_in_any_order() {
    let words: Vec<&str> = examples()
        .flat_map(|e| e.split_inclusive(|c: char| !c.is_alphanumeric()))
        .collect();
    for_texts(
        500 * TEXTS,
        |maker| maker.of(&words),
        |text| holds::scanned(&Document::from_text(text)),
    );
}

/// The halves of sentences, one at the end of a block and the other at the start of the next.
const TORN: [(&str, &str); 10] = [
    (
        "The port will be shut in May, officials say",
        "up 5% in May, the bank says",
    ),
    (
        "“The port will be shut,” they said",
        "out of 12 ships 3 sank, officials say",
    ),
    ("The mayor said that the port", "will close, according to"),
    ("According to", "the ministry, the port is shut"),
    ("The port is shut, in", "her view"),
    ("The spokesman for the port", "Ada Roe said 12 ships"),
    ("said Ada Roe, the mayor of", "Nara, who leads the union"),
    ("The report, published in May", "2019 said 3 million"),
    ("It rose by more than", "12 million dollars, the bank said"),
    ("“We will wait", "until spring,” she said on"),
];

#[test]
fn nothing_crosses_blocks() {
    for (end, _) in TORN {
        for (_, start) in TORN {
            for gap in ["\n", "\n\n", " \n\u{A0}\n"] {
                holds::text(&[end, gap, start, ".", gap, end, gap, start].concat());
            }
        }
    }
}

/// Memory and time for a byte of text are bounded, whatever the text: so are findings.
#[test]
fn findings_are_few_beside_the_text() {
    let scanned = |unit: &str, bytes: usize| {
        let document = Document::from_text(&unit.repeat(bytes / unit.len()));
        let (text, found) = scan(&document, &Options::default());
        (text.most_findings(), found)
    };
    for bytes in [100_000, 400_000] {
        for unit in ["5%\n", "5% ", ".[7"] {
            let (most, found) = scanned(unit, bytes);
            // A sentence that is begun is read to its end.
            let told = found.figures.len();
            assert!(
                (most..most + 100).contains(&told),
                "{unit}: {told} of {most}"
            );
        }
        let (most, found) = scanned("It rose [1–20].", bytes);
        let told = found.citations.len();
        assert!(
            (most..most + 100).contains(&told),
            "{told} citations of {most}"
        );
    }
    // A long table of a page is told whole.
    let (_, found) = scanned("Eel rose 5% in 2019.\n", 40_000);
    assert_eq!(found.figures.len(), 1_904);
}

#[test]
fn the_same_text_gives_the_same_findings() {
    for_any_text(holds::same_again);
}

#[test]
fn utf16_spans_slice_the_same_words() {
    for_any_text(holds::same_words_at_the_border);
}

/// Marks of every kind, that lead to everything and to nothing, at any place of any text: also beyond its end,
/// within characters, one in another.
#[test]
fn any_marks_are_answered() {
    for_any_text(|words| {
        let mut request = request::of_lines(&words.split('\n').collect::<Vec<_>>());
        let entry = |i: usize| Reference {
            label: i.to_string(),
            text: words.chars().skip(i * 7).take(60).collect(),
            ..Reference::default()
        };
        request.references = (0..3).map(entry).collect();
        for block in &mut request.blocks {
            let length = block.text.encode_utf16().count() as u32 + 3;
            block.links.push(RequestLink {
                start: length / 3,
                end: length / 2,
                href: "https://a.example/b".to_owned(),
            });
            for kind in [
                MarkKind::Note,
                MarkKind::Chip,
                MarkKind::Needed,
                MarkKind::Quoted,
            ] {
                let at = TURN.fetch_add(7, Relaxed) as u32;
                let start = at % length;
                block.marks.push(RequestMark {
                    start,
                    end: start + if at.is_multiple_of(3) { at % 40 } else { 0 },
                    kind,
                    words: "4".to_owned(),
                    target: match at % 4 {
                        0 => MarkTarget::Absent,
                        1 => MarkTarget::Link(at as usize % 3),
                        _ => MarkTarget::Reference(at as usize % 5),
                    },
                });
            }
        }
        holds::reply(&request);
    });
}

#[test]
fn any_request_is_answered() {
    for_any_text(|words| holds::reply(&request::written(words)));
}

#[test]
fn the_generator_makes_texts_worth_scanning() {
    let mut attributions = 0;
    let mut read = 0;
    for i in 0..TEXTS {
        let document = Document::from_text(&Maker::new(seed() + i as u64).text());
        let found = scan(&document, &Options::default()).1;
        read += usize::from(found.read);
        attributions += found.attributions.len();
    }
    assert!(read > TEXTS / 2, "{read} of {TEXTS} texts are read");
    assert!(
        attributions > TEXTS / 4,
        "{attributions} attributions in {TEXTS} texts"
    );
}

//! What holds for any text: a result, with spans that lie where they should, the same each time, the
//! same words in UTF-8 and UTF-16. Texts are made by a small generator of our own from a fixed seed,
//! so a failure comes back; `SEED=… cargo test --test properties` tries others.

mod any_text;

use std::ops::Range;

use any_text::Maker;
use whence::scan::{Findings, Options, scan};
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{BlockKind, Document};
use whence::wasm::{
    BlockName, PageSpan, Request, RequestBlock, RequestOptions, RequestPage, answer,
};

/// How many texts each property is tried on.
const TEXTS: usize = if cfg!(debug_assertions) { 600 } else { 6_000 };

fn seed() -> u64 {
    let given = std::env::var("SEED").ok().and_then(|s| s.parse().ok());
    given.unwrap_or(20_261_123)
}

/// Runs `check` on many texts; the panic of a failing one follows its number and words.
fn for_any_text(check: impl Fn(&str)) {
    for i in 0..TEXTS {
        let text = Maker::new(seed() + i as u64).text();
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&text)));
        if let Err(panic) = failed {
            eprintln!("text {i} of seed {}: {text:?}", seed());
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn units_lie_in_order_and_on_character_boundaries() {
    for_any_text(|words| {
        let document = Document::from_text(words);
        assert_eq!(document.text, words);
        check_units(&Text::new(&document));
    });
}

fn check_units(text: &Text) {
    let all = &text.document.text;
    let mut at = 0;
    for token in &text.tokens {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        assert!(at <= start && start < end && end <= all.len(), "{token:?}");
        assert!(
            all.is_char_boundary(start) && all.is_char_boundary(end),
            "{token:?}"
        );
        let block = &text.document.blocks[token.block as usize];
        assert!(
            block.span.contains(token.span),
            "{token:?} outside its block"
        );
        at = end;
    }
    // Every token lies in exactly one sentence.
    let mut next = 0;
    for sentence in &text.sentences {
        assert_eq!(sentence.start, next, "a gap before {sentence:?}");
        assert!(sentence.end > sentence.start, "{sentence:?}");
        next = sentence.end;
    }
    assert_eq!(next, text.tokens.len());
    let mut open = 0;
    for quote in &text.quotes {
        assert!(open <= quote.open && quote.open < quote.close, "{quote:?}");
        assert!(quote.end() <= text.tokens.len(), "{quote:?}");
        open = quote.open;
    }
}

#[test]
fn findings_lie_in_the_text_and_in_order() {
    for_any_text(|words| {
        let document = Document::from_text(words);
        let (text, found) = scan(&document, &Options::default());
        check_findings(&text, &found);
    });
}

fn check_findings(text: &Text, found: &Findings) {
    let inside = |words: &Range<usize>| {
        assert!(words.start < words.end, "{words:?} is empty");
        assert!(words.end <= text.tokens.len(), "{words:?} out of bounds");
    };
    let bytes = |span: Span| {
        let all = &text.document.text;
        assert!(
            span.start < span.end && span.end as usize <= all.len(),
            "{span:?}"
        );
        assert!(all.is_char_boundary(span.start as usize), "{span:?}");
        assert!(all.is_char_boundary(span.end as usize), "{span:?}");
    };
    let mut before = 0;
    for a in &found.attributions {
        a.source.iter().for_each(inside);
        a.content.iter().for_each(inside);
        if !a.cue.is_empty() {
            inside(&a.cue);
            assert!(
                a.cue.contains(&a.head),
                "{a:?}: its head is outside its cue"
            );
        }
        assert!(!a.rule.is_empty());
        let first = a.content.first().map_or(0, |c| c.start);
        assert!(
            !a.content.is_empty() && before <= first,
            "{a:?} is out of order"
        );
        before = first;
        for pair in a.content.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{a:?}: pieces out of order");
        }
    }
    let resolved = &found.resolved;
    assert_eq!(resolved.resolutions.len(), found.attributions.len());
    for r in &resolved.resolutions {
        assert!(r.source.is_none_or(|s| s < resolved.sources.len()), "{r:?}");
        r.kind_evidence.iter().chain(&r.when).for_each(inside);
        r.relay.iter().for_each(|hop| inside(&hop.evidence));
    }
    for s in &resolved.sources {
        assert!(!s.name.trim().is_empty(), "{s:?}");
        s.mentions.iter().for_each(inside);
    }
    assert_eq!(found.ties.len(), found.figures.len());
    let mut before = 0;
    for figure in &found.figures {
        bytes(figure.span);
        bytes(figure.number);
        figure.bound_evidence.iter().copied().for_each(bytes);
        assert!(figure.span.contains(figure.number), "{figure:?}");
        assert!(before <= figure.span.start, "{figure:?} is out of order");
        before = figure.span.start;
        for n in [figure.value, figure.low, figure.high]
            .into_iter()
            .flatten()
        {
            assert!(n.is_finite(), "{figure:?}");
        }
    }
    let ties = found.ties.iter().flatten();
    ties.for_each(|t| assert!(t.attribution < found.attributions.len(), "{t:?}"));
    for flag in &found.flags {
        assert!(
            flag.attributions
                .iter()
                .all(|a| *a < found.attributions.len()),
            "{flag:?}"
        );
        assert!(
            flag.figures.iter().all(|f| *f < found.figures.len()),
            "{flag:?}"
        );
        flag.evidence.iter().for_each(inside);
    }
}

#[test]
fn the_same_text_gives_the_same_findings() {
    for_any_text(|words| {
        let document = Document::from_text(words);
        let options = Options::default();
        let (first, second) = (scan(&document, &options).1, scan(&document, &options).1);
        assert_eq!(format!("{first:?}"), format!("{second:?}"));
    });
}

#[test]
fn utf16_spans_slice_the_same_words() {
    for_any_text(|words| {
        let lines: Vec<&str> = words.split('\n').collect();
        let mut document = Document::default();
        for line in &lines {
            document.push(line, BlockKind::Paragraph, Vec::new());
        }
        let (text, found) = scan(&document, &Options::default());
        let reply = answer(&request(&lines));
        let units: Vec<Vec<u16>> = lines.iter().map(|l| l.encode_utf16().collect()).collect();
        let page = |spans: &[PageSpan]| sliced(&units, spans);
        let core = |list: &[Range<usize>]| {
            let spans = list.iter().map(|w| text.span(w));
            spans
                .map(|s| document.slice(s))
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert_eq!(reply.attributions.len(), found.attributions.len());
        for (sent, a) in reply.attributions.iter().zip(&found.attributions) {
            assert_eq!(page(&sent.source), core(a.source.as_slice()));
            assert_eq!(page(&sent.content), core(&a.content));
            if !a.cue.is_empty() {
                assert_eq!(page(&sent.cue), text.words(&a.cue));
            }
        }
        assert_eq!(reply.figures.len(), found.figures.len());
        for (sent, f) in reply.figures.iter().zip(&found.figures) {
            assert_eq!(page(&[sent.span]), document.slice(f.span));
            assert_eq!(page(&[sent.number]), document.slice(f.number));
        }
        for (sent, s) in reply.sources.iter().zip(&found.resolved.sources) {
            assert_eq!(page(&sent.mentions), core(&s.mentions));
        }
    });
}

fn request(lines: &[&str]) -> Request {
    let block = |line: &&str| RequestBlock {
        text: (*line).to_owned(),
        kind: BlockName::Paragraph,
        links: Vec::new(),
    };
    Request {
        blocks: lines.iter().map(block).collect(),
        page: RequestPage {
            url: String::new(),
            title: String::new(),
            language: None,
        },
        options: RequestOptions {
            figures: true,
            flags: None,
        },
    }
}

/// What a page's script would cut out, piece by piece.
fn sliced(blocks: &[Vec<u16>], spans: &[PageSpan]) -> String {
    let cut = |s: &PageSpan| {
        let units = &blocks[s.block as usize][s.start as usize..s.end as usize];
        String::from_utf16(units).unwrap_or_else(|e| panic!("{s:?} cuts a character: {e}"))
    };
    spans.iter().map(cut).collect::<Vec<_>>().join("\n")
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

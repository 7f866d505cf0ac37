//! What holds for any text, each as a function that panics where it does not: for the property tests,
//! the fuzz targets and the replay of their corpus.

// Each test takes its part.
#![allow(dead_code, unreachable_pub)]

pub mod request;
mod unpacked;

use std::ops::Range;

use whence::cite::Target;
use whence::scan::{Findings, Options, scan};
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{Block, BlockKind, Document};
use whence::wasm::{Request, answer};

use unpacked::{PageSpan, unpacked};

/// All that holds for a plain text.
pub fn text(words: &str) {
    let document = Document::from_text(words);
    assert_eq!(document.text, words);
    units(&Text::new(&document, whence::lexicon::english()));
    scanned(&document);
    same_again(words);
    same_words_at_the_border(words);
}

/// All that holds for the scan of a document, however it was read.
pub fn scanned(document: &Document) {
    let (text, found) = scan(document, &Options::default());
    findings(&text, &found);
}

/// Scanning twice finds the same.
pub fn same_again(words: &str) {
    let document = Document::from_text(words);
    let options = Options::default();
    let (first, second) = (scan(&document, &options).1, scan(&document, &options).1);
    assert_eq!(format!("{first:?}"), format!("{second:?}"));
}

/// Tokens, sentences and quotations of `text` lie in order, in bounds and on character boundaries.
pub fn units(text: &Text) {
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

/// Findings of `text` lie in it, in order, and name each other rightly.
pub fn findings(text: &Text, found: &Findings) {
    let inside = |words: &Range<usize>| tokens_of_one_block(text, words);
    attributions(text, found);
    citations(text, found);
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
    figures(text, found);
    let ties = found.ties.iter().flatten();
    ties.for_each(|t| assert!(t.attribution < found.attributions.len(), "{t:?}"));
    for flag in &found.flags {
        let attributions = flag.attributions.iter();
        assert!(
            attributions.clone().all(|a| *a < found.attributions.len()),
            "{flag:?}"
        );
        assert!(
            flag.figures.iter().all(|f| *f < found.figures.len()),
            "{flag:?}"
        );
        flag.evidence.iter().for_each(inside);
    }
}

/// A range has tokens of the text, all of one block.
fn tokens_of_one_block(text: &Text, words: &Range<usize>) {
    assert!(words.start < words.end, "{words:?} is empty");
    assert!(words.end <= text.tokens.len(), "{words:?} out of bounds");
    let block = |i: usize| text.tokens[i].block;
    assert_eq!(
        block(words.start),
        block(words.end - 1),
        "{words:?} crosses blocks: {:?}",
        text.words(words)
    );
}

/// A span has characters of the text, all of one block.
fn characters_of_one_block(text: &Text, span: Span) {
    let all = &text.document.text;
    assert!(
        span.start < span.end && span.end as usize <= all.len(),
        "{span:?}"
    );
    assert!(all.is_char_boundary(span.start as usize), "{span:?}");
    assert!(all.is_char_boundary(span.end as usize), "{span:?}");
    let within = |b: &Block| b.span.contains(span);
    assert!(
        text.document.blocks.iter().any(within),
        "{span:?} crosses blocks"
    );
}

/// Attributions are in the order of their contents, and the pieces of each in theirs.
fn attributions(text: &Text, found: &Findings) {
    let inside = |words: &Range<usize>| tokens_of_one_block(text, words);
    let mut before = 0;
    for a in &found.attributions {
        a.source.iter().for_each(inside);
        a.content.iter().for_each(inside);
        inside(&a.cue);
        assert!(
            a.cue.contains(&a.head),
            "{a:?}: its head is outside its cue"
        );
        assert!(!a.rule.name.is_empty());
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
}

/// Figures are in order, and have finite values.
fn figures(text: &Text, found: &Findings) {
    assert_eq!(found.ties.len(), found.figures.len());
    assert_eq!(found.dates.len(), found.figures.len());
    let dates = found.dates.iter().flatten();
    dates.for_each(|words| tokens_of_one_block(text, words));
    let mut before = 0;
    for figure in &found.figures {
        let spans = [figure.span, figure.number].into_iter();
        spans
            .chain(figure.bound_evidence)
            .for_each(|span| characters_of_one_block(text, span));
        assert!(figure.span.contains(figure.number), "{figure:?}");
        assert!(before <= figure.span.start, "{figure:?} is out of order");
        before = figure.span.start;
        let values = [figure.value, figure.low, figure.high];
        let finite = values.into_iter().flatten().all(f64::is_finite);
        assert!(finite, "{figure:?}");
    }
}

/// What the border sends in UTF-16, cut out of the lines as a page's script would, are the words that
/// the core found in UTF-8.
pub fn same_words_at_the_border(words: &str) {
    let lines: Vec<&str> = words.split('\n').collect();
    let mut document = Document::default();
    for line in &lines {
        document.push(line, BlockKind::Paragraph, Vec::new());
    }
    let (text, found) = scan(&document, &Options::default());
    let reply = unpacked(&answer(&request::of_lines(&lines)));
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
        assert_eq!(page(&sent.cue), text.words(&a.cue));
    }
    assert_eq!(reply.figures.len(), found.figures.len());
    for (sent, f) in reply.figures.iter().zip(&found.figures) {
        assert_eq!(page(&[sent.span]), document.slice(f.span));
        assert_eq!(page(&[sent.number]), document.slice(f.number));
    }
    for (sent, s) in reply.sources.iter().zip(&found.resolved.sources) {
        assert_eq!(page(&sent.mentions), core(&s.mentions));
    }
}

/// What a page's script would cut out, piece by piece.
fn sliced(blocks: &[Vec<u16>], spans: &[PageSpan]) -> String {
    let cut = |s: &PageSpan| {
        assert!(s.start < s.end, "{s:?} is empty");
        let units = &blocks[s.block][s.start..s.end];
        String::from_utf16(units).unwrap_or_else(|e| panic!("{s:?} cuts a character: {e}"))
    };
    spans.iter().map(cut).collect::<Vec<_>>().join("\n")
}

/// A reply can be used as it is: every span lies in its block on character boundaries, every number
/// names something that is there, and asking again gives the same.
pub fn reply(request: &Request) {
    crosses(request);
    let packed = answer(request);
    assert_eq!(packed, answer(request));
    let reply = unpacked(&packed);
    let blocks: Vec<Vec<u16>> = (request.blocks.iter())
        .map(|b| b.text.encode_utf16().collect())
        .collect();
    for span in &reply.spans {
        assert!(!sliced(&blocks, &[*span]).is_empty(), "{span:?}");
    }
    let below = |numbers: &mut dyn Iterator<Item = usize>, end: usize| {
        numbers.for_each(|n| assert!(n < end, "{n} of {end} in {reply:?}"));
    };
    for a in &reply.attributions {
        assert!(!a.content.is_empty(), "{a:?}");
        below(&mut a.resolved.into_iter(), reply.sources.len());
        below(&mut a.flags.iter().copied(), reply.flags.len());
        if let Some((block, index)) = a.link {
            assert!(index < request.blocks[block].links.len(), "{a:?}");
        }
    }
    for s in &reply.sources {
        below(
            &mut s.attributions.iter().copied(),
            reply.attributions.len(),
        );
    }
    for f in &reply.figures {
        below(&mut f.attribution.into_iter(), reply.attributions.len());
        below(&mut f.flags.iter().copied(), reply.flags.len());
        assert_eq!(f.attribution.is_some(), f.tie.is_some(), "{f:?}");
        assert!(f.attribution.is_none() || f.when.is_none(), "{f:?}");
    }
    for f in &reply.flags {
        below(
            &mut f.attributions.iter().copied(),
            reply.attributions.len(),
        );
        below(&mut f.figures.iter().copied(), reply.figures.len());
    }
    for c in &reply.citations {
        assert!(!c.claim.is_empty(), "{c:?}");
        below(&mut c.references.iter().copied(), request.references.len());
        below(
            &mut c.attributions.iter().copied(),
            reply.attributions.len(),
        );
        below(&mut c.figures.iter().copied(), reply.figures.len());
        if let Some((block, index)) = c.link {
            assert!(index < request.blocks[block].links.len(), "{c:?}");
        }
        if let Some((block, index)) = c.page_mark {
            assert!(index < request.blocks[block].marks.len(), "{c:?}");
        }
    }
}

/// A packed request is read as it was; one that is cut short, or whose numbers are others, is refused by
/// the name of a field or read as another.
fn crosses(request: &Request) {
    let (text, numbers) = request::packed(request);
    assert_eq!(Request::read(&text, &numbers).as_ref(), Ok(request));
    for end in (0..numbers.len()).step_by(numbers.len() / 8 + 1) {
        let cut = Request::read(&text, &numbers[..end]);
        assert!(cut.is_err_and(|field| !field.is_empty()), "cut at {end}");
        let mut other = numbers.clone();
        other[end] ^= 1 << (end % 32);
        let _ = std::hint::black_box(Request::read(&text, &other));
    }
    if let Some(less) = text.len().checked_sub(1) {
        assert!(Request::read(&text[..less], &numbers).is_err());
    }
}

/// Citations lie in the text, in order, cover something, and lead to what is there.
fn citations(text: &Text, found: &Findings) {
    let document = text.document;
    let in_text = |s: Span| {
        assert!(
            s.start <= s.end && s.end as usize <= document.text.len(),
            "{s:?}"
        );
        assert!(document.text.is_char_boundary(s.start as usize), "{s:?}");
        assert!(document.text.is_char_boundary(s.end as usize), "{s:?}");
    };
    let mut before = 0;
    for c in &found.citations {
        assert!(!c.claim.is_empty() && before <= c.token, "{c:?}");
        before = c.token;
        for words in &c.claim {
            assert!(
                words.start < words.end && words.end <= text.tokens.len(),
                "{c:?}"
            );
        }
        c.mark.into_iter().for_each(in_text);
        assert!(c.figures.iter().all(|f| *f < found.figures.len()), "{c:?}");
        assert!(
            c.attributions.iter().all(|a| *a < found.attributions.len()),
            "{c:?}"
        );
        match &c.target {
            Target::References(all) => {
                let count = document.references.len();
                assert!(!all.is_empty() && all.iter().all(|r| *r < count), "{c:?}");
            }
            Target::Link(block, index) => {
                assert!(*index < document.blocks[*block].links.len(), "{c:?}");
            }
            Target::Words(span) => in_text(*span),
            Target::Absent => {}
        }
    }
}

//! A packed reply read again, as `extension/background/border.js` reads it in the browser.

use whence::wasm::Reply;

/// A stretch of a block, in UTF-16 code units.
#[derive(Clone, Copy, Debug)]
pub struct PageSpan {
    pub block: usize,
    pub start: usize,
    pub end: usize,
}

/// An attribution: what of it names something else.
#[derive(Debug)]
pub struct Attribution {
    pub source: Vec<PageSpan>,
    pub cue: Vec<PageSpan>,
    pub content: Vec<PageSpan>,
    pub resolved: Option<usize>,
    /// Block and index.
    pub link: Option<(usize, usize)>,
    pub flags: Vec<usize>,
}

/// A source.
#[derive(Debug)]
pub struct Source {
    pub mentions: Vec<PageSpan>,
    pub attributions: Vec<usize>,
}

/// A figure.
#[derive(Debug)]
pub struct Figure {
    pub span: PageSpan,
    pub number: PageSpan,
    pub attribution: Option<usize>,
    pub tie: Option<usize>,
    pub when: Option<PageSpan>,
    pub flags: Vec<usize>,
}

/// A flag.
#[derive(Debug)]
pub struct Flag {
    pub attributions: Vec<usize>,
    pub figures: Vec<usize>,
}

/// A citation: what of it names something else.
#[derive(Debug)]
pub struct Citation {
    pub claim: Vec<PageSpan>,
    /// Block and index among its marks.
    pub page_mark: Option<(usize, usize)>,
    pub references: Vec<usize>,
    /// Block and index among its links.
    pub link: Option<(usize, usize)>,
    pub attributions: Vec<usize>,
    pub figures: Vec<usize>,
}

/// A reply, its records apart.
#[derive(Debug, Default)]
pub struct Unpacked {
    pub attributions: Vec<Attribution>,
    pub sources: Vec<Source>,
    pub figures: Vec<Figure>,
    pub flags: Vec<Flag>,
    pub citations: Vec<Citation>,
    /// Every span of every record.
    pub spans: Vec<PageSpan>,
}

/// Reads `reply` to its end; a number too few or too many fails the test.
pub fn unpacked(reply: &Reply) -> Unpacked {
    let mut reader = Reader {
        words: reply.words.matches('\n').count(),
        numbers: reply.numbers.iter(),
        values: reply.values.iter(),
        spans: Vec::new(),
    };
    if reply.language == "unread" {
        assert!(reply.numbers.is_empty() && reply.values.is_empty() && reply.words.is_empty());
        return Unpacked::default();
    }
    let attributions = reader.list(attribution);
    let sources = reader.list(source);
    let figures = reader.list(figure);
    let flags = reader.list(flag);
    reader.list(Reader::word); // what the references lead to
    let citations = reader.list(citation);
    assert_eq!(reader.numbers.next(), None, "numbers are left over");
    assert_eq!(reader.values.next(), None, "values are left over");
    Unpacked {
        attributions,
        sources,
        figures,
        flags,
        citations,
        spans: reader.spans,
    }
}

fn attribution(r: &mut Reader) -> Attribution {
    let (source, cue, content) = (r.spans(), r.spans(), r.spans());
    r.word();
    let resolved = r.maybe(Reader::next);
    r.word();
    r.spans();
    r.list(|r| (r.word(), r.word(), r.span()));
    r.word();
    r.maybe(Reader::span);
    let link = r.maybe(|r| (r.next(), r.next(), r.word(), r.word()));
    let _rules_and_confidence = (r.word(), r.word(), r.word());
    let _runner_up_and_margin = (r.maybe(Reader::word), r.next());
    let _addressee_and_medium = (r.maybe(Reader::span), r.maybe(Reader::span));
    Attribution {
        source,
        cue,
        content,
        resolved,
        link: link.map(|(block, index, ..)| (block, index)),
        flags: r.list(Reader::next),
    }
}

fn source(r: &mut Reader) -> Source {
    r.word();
    r.maybe(Reader::word);
    r.word();
    Source {
        mentions: r.spans(),
        attributions: r.list(Reader::next),
    }
}

fn figure(r: &mut Reader) -> Figure {
    let (span, number) = (r.span(), r.span());
    for _value_low_high in 0..3 {
        r.maybe(Reader::value);
    }
    r.maybe(Reader::word);
    r.word();
    r.maybe(Reader::word);
    r.maybe(Reader::span);
    Figure {
        span,
        number,
        attribution: r.maybe(Reader::next),
        tie: r.maybe(Reader::word),
        when: r.maybe(Reader::span),
        flags: r.list(Reader::next),
    }
}

fn flag(r: &mut Reader) -> Flag {
    r.word();
    let (attributions, figures) = (r.list(Reader::next), r.list(Reader::next));
    r.spans();
    r.maybe(Reader::word);
    Flag {
        attributions,
        figures,
    }
}

fn citation(r: &mut Reader) -> Citation {
    let claim = r.spans();
    r.word();
    r.word();
    r.maybe(Reader::span);
    let page_mark = r.maybe(|r| (r.next(), r.next()));
    let (mut references, mut link) = (Vec::new(), None);
    match r.next() {
        0 => {}
        1 => references = r.list(Reader::next),
        2 => {
            link = Some((r.next(), r.next()));
            r.word();
        }
        3 => {
            r.span();
        }
        other => panic!("{other} is no target"),
    }
    let (attributions, figures) = (r.list(Reader::next), r.list(Reader::next));
    r.word();
    Citation {
        claim,
        page_mark,
        references,
        link,
        attributions,
        figures,
    }
}

struct Reader<'r> {
    /// How many there are.
    words: usize,
    numbers: std::slice::Iter<'r, u32>,
    values: std::slice::Iter<'r, f64>,
    spans: Vec<PageSpan>,
}

impl Reader<'_> {
    fn next(&mut self) -> usize {
        *self.numbers.next().expect("a number is missing") as usize
    }

    /// The index of a word, which is there.
    fn word(&mut self) -> usize {
        let word = self.next();
        assert!(word < self.words, "no word {word}");
        word
    }

    fn value(&mut self) -> f64 {
        *self.values.next().expect("a value is missing")
    }

    fn span(&mut self) -> PageSpan {
        let (block, start, end) = (self.next(), self.next(), self.next());
        self.spans.push(PageSpan { block, start, end });
        PageSpan { block, start, end }
    }

    fn spans(&mut self) -> Vec<PageSpan> {
        self.list(Reader::span)
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.next()).map(|_| item(self)).collect()
    }

    fn maybe<T>(&mut self, item: impl FnOnce(&mut Self) -> T) -> Option<T> {
        match self.next() {
            0 => None,
            1 => Some(item(self)),
            other => panic!("{other} is neither there nor absent"),
        }
    }
}

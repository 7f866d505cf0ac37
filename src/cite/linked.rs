//! Linked words that are the claim ("rose by 12 percent last year"), addresses written behind it, and "read
//! the report here" in the sentence after.

use std::ops::Range;

use super::claim::Covered;
use super::{Citation, Form, Target};
use crate::link;
use crate::rule::Rule;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::Link;
use crate::text::token::Kind;

/// Linked words that state something, or hold a figure, and are nobody's source or cue.
pub(super) static LINKED_CLAIM: Rule = Rule {
    name: "linked-claim",
    yes: examples![
        "Fares {rose by 12 percent last year}(https://stats.example.gov/fares).",
        "Fares {“rose by a great deal last year”}(https://stats.example.gov/fares).",
        "Last year {Roe Ferries won it}(https://port.example.gov/sheds).",
    ],
    no: examples![
        "It {is among}(https://a.example.org/3) the highest.",
        "Tap {here to see what it cost}(https://a.example.org/3).",
        "The {Port Office}(https://port.example.gov/about) said fares would rise.",
        "Fares {rose by 12 percent}(https://news.example.com/topic/fares).",
        "{Fares rose by 12 percent last year}(https://herald.example/fares).",
        "Read more: {Boats are full in spring}(https://herald.example/boats)",
        "Boats are full. ({Boats are full in spring}(https://herald.example/boats).)",
        "Ada Roe · {3 years ago}(https://posts.example/roe/1)",
        "She spoke on {“Wait for the Boat, Don’t Swim”}(https://radio.example/wait) in May.",
        "She wrote {Wait for the Last Boat}(https://books.example/wait) in May.",
        "Get your fare back. {Tell us what you paid for it}(https://herald.example/form) today.",
        "It is cheap or {Browse 2,000 boats}(https://herald.example/boats) of the port.",
        "Send it to {ada@port.example who counts them}(https://port.example/mail).",
    ],
};

/// A sentence that does nothing but show where to read, behind what it is about.
pub(super) static READ_HERE: Rule = Rule {
    name: "read-here",
    yes: examples![
        "Fares rose by 12 percent. You can read {the report}(https://a.example/r) here."
    ],
    no: examples![
        "Fares rose by 12 percent. {The port}(https://a.example/r) is closed.",
        "You can read {the report}(https://a.example/r) here.",
    ],
};

/// An address written behind the sentence, in a bracket or behind “see”.
pub(super) static ADDRESS_BEHIND: Rule = Rule {
    name: "address-behind",
    yes: examples!["Fares rose by 12 percent (see {https://a.example/r}(https://a.example/r))."],
    no: examples!["Fares rose by 12 percent. {https://a.example/r}(https://a.example/r)"],
};

/// Finds the citations that links make by themselves; not those inside the spans that are `told` already,
/// which are in order.
pub(super) fn find(text: &Text, covered: &Covered, told: &[Span], all: &mut Vec<Citation>) {
    let is_told = |link: &Link| {
        let after = told.partition_point(|s| s.start <= link.span.start);
        after > 0 && told[after - 1].overlaps(link.span)
            || told.get(after).is_some_and(|s| s.overlaps(link.span))
    };
    let page = &text.document.page.url;
    for (block, at) in text.document.blocks.iter().enumerate() {
        for (index, link) in at.links.iter().enumerate() {
            // A post's text ends in its short address.
            let short = link::host(&link.href) == Some("t.co");
            let apart = link::apart(&link.href, page, text.language).is_some();
            if link.span.is_empty() || short || apart || is_told(link) {
                continue;
            }
            if let Some((claim, rule)) = covers(text, covered, link) {
                let mut citation =
                    covered.citation(vec![claim], Form::Link, Target::Link(block, index), rule);
                citation.mark = Some(link.span);
                citation.token = text.tokens_of(link.span).start;
                all.push(citation);
            }
        }
    }
}

/// What a link covers, and the rule that tells; nothing where it is on a name, a cue, a thing.
fn covers(text: &Text, covered: &Covered, link: &Link) -> Option<(Range<usize>, &'static Rule)> {
    let lists = &text.language.cite;
    let words = text.tokens_of(link.span);
    let first = words.start;
    if words.is_empty() || link::is_furniture(text, text.words(&words)) {
        return None;
    }
    // "see https://doi.org/…", "(PMID 123456)"
    if is_address(text.words(&words)) {
        let lead = first
            .checked_sub(1)
            .filter(|_| !text.tokens[first].opens_block)?;
        let leads = text.is_one_of_any_case(lead, lists.see) || text.tokens[lead].is_mark('(');
        return leads
            .then(|| covered.sentence_before(lead))?
            .map(|claim| (claim, &ADDRESS_BEHIND));
    }
    if is_headline(text, &words) || is_title(text, &words) || is_mail(text.words(&words)) {
        return None;
    }
    if let Some(sentence) = shows(text, &words) {
        return Some((covered.sentence_before(sentence.start)?, &READ_HERE));
    }
    // On the source or the cue of an attribution it is theirs.
    let on = |part: &Range<usize>| part.start < words.end && words.start < part.end;
    let theirs = |a: usize| {
        let attribution = &covered.attributions[a];
        attribution.source.as_ref().is_some_and(on) || on(&attribution.cue)
    };
    if (covered.attributions_near(&words)).any(theirs) {
        return None;
    }
    let claim = covered.trimmed(words.clone());
    // "click here to see", "as we told before", "is among": pointing, and the words of the page itself
    let points = words
        .clone()
        .any(|i| text.is_one_of_any_case(i, lists.points))
        || text.is_one_of_any_case(first, lists.points_first);
    let points = points || is_order(text, first);
    let states = claim.len() > 2 && !points && claim.clone().any(|i| text.tags[i].finite());
    let counts = covered
        .figures
        .get(covered.figures.partition_point(|f| f.token < first))
        .is_some_and(|f| f.token < words.end);
    (states || counts && !points)
        .then_some((claim, &LINKED_CLAIM))
        .filter(|(c, _)| !c.is_empty())
}

/// Whether linked words are all of a sentence, or of what a label or a line's part leads to: the headline of
/// another page, which the link leads to ("Read more: Boats are full in spring"), or when a post was written
/// ("Ada Roe · 3 years ago").
fn is_headline(text: &Text, words: &Range<usize>) -> bool {
    let sentence = text.sentences[text.sentence_of(words.start)];
    let mark = |i: usize| matches!(text.tokens[i].kind, Kind::Mark(_));
    let led = |i: usize| matches!(text.tokens[i].kind, Kind::Mark(':' | '·' | '•' | '|'));
    let opens = (sentence.start..words.start).all(mark) || words.start > 0 && led(words.start - 1);
    opens && (words.end..sentence.end).all(mark)
}

/// Whether words are a title: each word of four letters or more has a capital, in quotation marks or with three
/// such words and no number.
fn is_title(text: &Text, words: &Range<usize>) -> bool {
    let quoted = text.words(words).starts_with(['“', '"', '‘']);
    let long = (words.clone())
        .filter(|i| text.bytes(*i).len() > 3 && matches!(text.tokens[*i].kind, Kind::Word));
    let number = |i: usize| text.tokens[i].kind == Kind::Number;
    let many = long.clone().count() > 2 && !words.clone().any(number);
    (quoted || many) && long.clone().all(|i| text.tokens[i].capital())
}

/// Whether linked words begin with what their page asks of its reader: “Get 12 percent off”.
fn is_order(text: &Text, first: usize) -> bool {
    text.tokens[first].capital() && text.is_one_of_any_case(first, text.language.cite.orders_first)
}

/// Whether linked words are an address to write to, or what a page shows in place of one.
fn is_mail(words: &str) -> bool {
    words.contains('@') || words.starts_with('[') && words.ends_with(']')
}

/// Whether words are an address or the number of a work.
fn is_address(words: &str) -> bool {
    let starts = |lead: &str| {
        words
            .get(..lead.len())
            .is_some_and(|w| w.eq_ignore_ascii_case(lead))
    };
    [
        "http://", "https://", "www.", "doi:", "doi.org/", "PMID", "arXiv:", "PMC",
    ]
    .iter()
    .any(|l| starts(l))
}

/// The sentence around linked words that does nothing but show where to read.
fn shows(text: &Text, words: &Range<usize>) -> Option<Range<usize>> {
    let at = text.sentence_of(words.start);
    let sentence = text.sentences[at];
    let before = at.checked_sub(1).map(|b| text.sentences[b])?;
    let same = text.tokens[before.start].block == text.tokens[sentence.start].block;
    let sentence = sentence.start..sentence.end;
    (same && link::shows_where_to_read(text, &sentence)).then_some(sentence)
}

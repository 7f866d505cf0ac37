//! The entries of a page's notes and references, as the page writes them.

use std::sync::LazyLock;

use ego_tree::NodeRef;
use regex::bytes::Regex;
use scraper::{ElementRef, Node};
use whence::text::block::Reference;

use super::address::Address;

/// The longest entry, in bytes: what is longer is a section.
const LONGEST: usize = 4000;

fn words(pattern: &str) -> Regex {
    match Regex::new(pattern) {
        Ok(regex) => regex,
        Err(e) => unreachable!("a pattern of this file does not parse: {e}"),
    }
}

/// The label of an entry in its text: "[3] ", "3. ", "3) ", "† ".
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?-u)^(?:\[(\d{1,4}|[A-Za-z]{1,3}\d{2,4})\]\.?|(\d{1,3})[.):](?:\s|$)|((?:\*|†|‡|§|¶)+))\s*",
    )
});

/// An entry of a list without numbers: an author, and a year not far behind.
static BY_AUTHOR: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?-u)^(?:[A-Z]|\xC3[\x80-\x9E]|\xC4|\xC5)[^.!?]{1,60}[,.(]\s?.{0,140}?\b(?:1[5-9]|20)\d\d[a-z]?\b",
    )
});

/// What stands in a list's entry and not in a sentence: initials, a year in brackets, an address, pages.
static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?-u)^(?:[A-Z]|\xC3[\x80-\x9E])[^\s,.]+,? (?:[A-Z]\.|[A-Z]{1,2}[,.])|\((?:1[5-9]|20)\d\d[a-z]?\)\.|https?://|doi:|\bpp?\. \d",
    )
});

/// The words of headings of such lists.
pub(crate) fn is_list_heading(words: &str) -> bool {
    let words = words.trim_end_matches(':').to_lowercase();
    let words = words.split('[').next().unwrap_or("").trim();
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c));
    matches!(
        words,
        "references"
            | "reference list"
            | "notes"
            | "notes and references"
            | "references and notes"
            | "endnotes"
            | "end notes"
            | "footnotes"
            | "sources"
            | "bibliography"
            | "works cited"
            | "literature cited"
            | "citations"
            | "literature"
    )
}

/// Whether an element may be one entry: it has words, and not those of a section.
pub(crate) fn is_entry(element: ElementRef) -> bool {
    let words = plain(*element);
    (2..=LONGEST).contains(&words.len())
        && !matches!(element.value().name(), "body" | "html" | "main" | "article")
}

/// An entry: its label where its text has one, its words without ways back, the first page it links.
pub(crate) fn read(element: ElementRef, here: &Address) -> Reference {
    let mut text = String::new();
    gather(*element, here, &mut text);
    let text = squeezed(&text);
    let text = text.trim_start_matches(['^', '↑', ' ']);
    let mut reference = labelled(text);
    reference.href = link(element, here);
    reference
}

fn labelled(text: &str) -> Reference {
    let found = LABEL.captures(text.as_bytes());
    let label = found
        .as_ref()
        .and_then(|f| f.iter().skip(1).flatten().next());
    let end = found.as_ref().and_then(|f| f.get(0)).map_or(0, |m| m.end());
    Reference {
        label: label.map_or_else(String::new, |l| text[l.range()].to_owned()),
        text: text[end..].to_owned(),
        href: String::new(),
        cites: Vec::new(),
    }
}

/// The entries of a paragraph below a heading of notes: one, or several numbered ones; none where it is a
/// paragraph like others.
pub(crate) fn parts(element: ElementRef, here: &Address) -> Option<Vec<Reference>> {
    let whole = read(element, here);
    if whole.text.len() > LONGEST {
        return None;
    }
    if whole.label.is_empty() {
        let listed =
            BY_AUTHOR.is_match(whole.text.as_bytes()) && LISTED.is_match(whole.text.as_bytes());
        return listed.then(|| vec![whole]);
    }
    // "[2] County ledger. [3] Audit report."
    let text = format!("[{}] {}", whole.label, whole.text);
    let starts: Vec<usize> = text
        .match_indices('[')
        .map(|(i, _)| i)
        .filter(|i| LABEL.is_match(&text.as_bytes()[*i..]))
        .collect();
    if starts.len() < 2 {
        return Some(vec![whole]);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    Some(
        starts
            .iter()
            .zip(ends)
            .map(|(s, e)| labelled(text[*s..e].trim()))
            .collect(),
    )
}

/// The first page that an entry links: one of another site, else an archive's copy, else one of its own site,
/// which may be about the author.
fn link(element: ElementRef, here: &Address) -> String {
    let anchors =
        (element.descendants().filter_map(ElementRef::wrap)).filter(|e| e.value().name() == "a");
    let links: Vec<String> = anchors
        .filter_map(|a| here.outside(a.attr("href")?))
        .collect();
    let copy = |l: &&String| l.contains("//web.archive.org/");
    let beyond = |l: &&String| !here.is_on_site(l);
    let own = links.iter().find(|l| beyond(l) && !copy(l));
    let first = own.or(links.iter().find(copy)).or(links.first());
    first.cloned().unwrap_or_default()
}

fn gather(node: NodeRef<Node>, here: &Address, text: &mut String) {
    // An explicit stack: pages nest deeper than threads do.
    let mut stack = vec![node];
    let first = node.id();
    while let Some(node) = stack.pop() {
        if let Node::Text(words) = node.value() {
            text.push_str(words);
            continue;
        }
        if let Some(element) = ElementRef::wrap(node) {
            if is_left_out(element, here) {
                continue;
            }
            if super::tags::is_block(element.value().name()) || element.value().name() == "br" {
                text.push(' ');
            }
            // "Okafor and Hale (2021)" before the entry itself; a number is its label.
            let tag = element.attr("class").is_some_and(|c| c.contains("ltx_tag"));
            if tag && node.id() != first {
                let words = plain(node);
                if words.starts_with('[') || words.bytes().all(|b| b.is_ascii_digit()) {
                    text.push_str(&words);
                    text.push(' ');
                }
                continue;
            }
            if element
                .attr("class")
                .is_some_and(|c| c.contains("ltx_bibblock"))
            {
                text.push(' ');
            }
        }
        stack.extend(node.children().rev());
    }
}

/// What is no word of an entry: ways back, styles, data for programs.
fn is_left_out(element: ElementRef, here: &Address) -> bool {
    let class = element.attr("class").unwrap_or("");
    if class.contains("mw-cite-backlink")
        || class.contains("Z3988")
        || class.split(' ').any(|c| c == "cite-accessibility-label")
    {
        return true;
    }
    match element.value().name() {
        "style" | "script" | "template" => true,
        "a" => {
            let words = plain(*element);
            let symbol = words.chars().all(|c| "^↑↩⏎↵⮌\u{fe0e}\u{fe0f} ".contains(c));
            let own = element
                .attr("href")
                .is_some_and(|h| here.fragment(h).is_some());
            own && (symbol
                || class.contains("footnote-number")
                || element.attr("data-footnote-backref").is_some())
        }
        _ => false,
    }
}

/// All text of a node, white space squeezed; of programs' data none.
pub(crate) fn plain(node: NodeRef<Node>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        if let Node::Text(words) = node.value() {
            let hidden = node
                .parent()
                .and_then(ElementRef::wrap)
                .is_some_and(|p| matches!(p.value().name(), "style" | "script" | "template"));
            if !hidden {
                text.push_str(words);
            }
        }
    }
    squeezed(&text)
}

/// The first few letters of a node's text, white space kept.
pub(crate) fn plain_start(node: NodeRef<Node>) -> String {
    let texts = node.descendants().filter_map(|n| match n.value() {
        Node::Text(words) => Some(&**words),
        _ => None,
    });
    texts.flat_map(str::chars).take(8).collect()
}

/// The words of a chip, a space between its parts: "Reuters +1".
pub(crate) fn chip_words(anchor: ElementRef) -> String {
    let parts: Vec<&str> = anchor.text().collect();
    squeezed(&parts.join(" "))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

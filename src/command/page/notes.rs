//! The page's marks of citations and what they lead to: which anchors are marks of notes or references,
//! which entries they lead to, which lists without anchors are references; and that the entries are kept out
//! of the article's text. Reads the whole page once, before its text is read.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ego_tree::{NodeId, NodeRef};
use regex::bytes::Regex;
use scraper::{ElementRef, Html, Node};
use whence::text::block::{MarkKind, Reference};
use whence::text::mark::{numbers, raised_digit};

use super::address::Address;
use super::entry;

/// What a mark leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// An entry, by its index.
    Entry(usize),
    /// Another page, absolute.
    Page(String),
    Nothing,
}

/// A mark, by the element that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) kind: MarkKind,
    pub(crate) words: String,
    pub(crate) lead: Lead,
    /// Whether its words are the sentence's own ("2021", "Ito et al. (2020)"), to be read as they stand.
    pub(crate) spoken: bool,
}

/// What was found out of a page.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// By the outermost element that holds nothing but the mark.
    pub(crate) markers: HashMap<NodeId, Marker>,
    /// Elements that are notes and references, and no text of the article.
    pub(crate) kept_out: HashSet<NodeId>,
    pub(crate) references: Vec<Reference>,
}

/// The longest mark that is no name: "[12]", "note 3".
const SHORT: usize = 12;
/// The longest mark of author and year.
const LONG: usize = 90;
/// The longest chip: "valleyherald +2".
const CHIP: usize = 32;

fn words(pattern: &str) -> Regex {
    match Regex::new(pattern) {
        Ok(regex) => regex,
        Err(e) => unreachable!("a pattern of this file does not parse: {e}"),
    }
}

/// Fragments that lead to a note or reference.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?xi-u)^(?:user-content-)?_?(?:
        cite_?note|citeref|cite|foot-?notes?|endnotes?|notes?|fn|ftn|edn|en|sdfootnote|sdendnote|
        refs?|references?|bib|bibr|bibliography|cr|cit
        )(?:[:._-]|\d).*",
    )
});

/// Fragments that lead back from a note.
static BACK: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?i-u)cite_ref|fnref|ftnref|ednref|noteref|backref|backlink|footnote-anchor|footnote-ref|citeback",
    )
});

/// The words of an anchor that leads back.
fn leads_back(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| "^↑↩⏎↵⮌\u{fe0e}\u{fe0f} ".contains(c))
}

/// Class names of what marks a note.
static NOTE_CLASS: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?i-u)(?:^|[\s_-])(?:footnote-?(?:anchor|ref|link)|fn-?ref|note-?ref|citation-?ref|ltx_ref|xref|biblioref|reference)(?:$|[\s_-])",
    )
});

/// What a mark without words may be.
fn is_sign(words: &str) -> bool {
    let bare = words.trim_matches(['[', ']', '(', ')', ' ']);
    let bare = ["note ", "nb ", "Note ", "fn. ", "n. "]
        .iter()
        .fold(bare, |b, lead| b.strip_prefix(lead).unwrap_or(b));
    let symbol = |c: char| "*†‡§¶‖#".contains(c);
    numbers(bare).is_some()
        || !bare.is_empty() && bare.chars().count() <= 3 && bare.chars().all(symbol)
        || bare.len() <= 2 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_lowercase())
}

/// Reads the notes of a page; `here` tells which addresses are its own.
pub(crate) fn read(html: &Html, body: ElementRef, here: &Address) -> Notes {
    let mut finder = Finder {
        here,
        ids: HashMap::new(),
        entry_of: HashMap::new(),
        notes: Notes::default(),
    };
    let mut anchors = Vec::new();
    let mut raised = Vec::new();
    for element in html.tree.root().descendants().filter_map(ElementRef::wrap) {
        let marks = element.value();
        for name in ["id", "name"] {
            if let Some(id) = marks
                .attr(name)
                .filter(|_| name == "id" || marks.name() == "a")
            {
                finder.ids.entry(id).or_insert(element);
            }
        }
        match marks.name() {
            "a" if marks.attr("href").is_some() => anchors.push(element),
            "sup" => raised.push(element),
            _ => {}
        }
    }
    finder.anchors(&anchors);
    finder.lists(body);
    finder.chips(&anchors);
    finder.asked(&raised);
    finder.notes
}

pub(super) struct Finder<'h, 'a> {
    pub(super) here: &'a Address,
    ids: HashMap<&'h str, ElementRef<'h>>,
    /// The entry of each element that is one.
    pub(super) entry_of: HashMap<NodeId, usize>,
    pub(super) notes: Notes,
}

impl<'h> Finder<'h, '_> {
    /// Marks that lead to a place of this page.
    fn anchors(&mut self, anchors: &[ElementRef<'h>]) {
        let mut candidates = Vec::new();
        for anchor in anchors {
            let Some(fragment) = anchor
                .attr("href")
                .and_then(|href| self.here.fragment(href))
            else {
                continue;
            };
            let words = entry::plain(**anchor);
            if leads_back(&words) || BACK.is_match(fragment.as_bytes()) || is_way_back(*anchor) {
                continue;
            }
            let noted = anchor.attr("data-footnote-ref").is_some()
                || matches!(anchor.attr("role"), Some("doc-noteref" | "doc-biblioref"))
                || anchor
                    .attr("class")
                    .is_some_and(|c| NOTE_CLASS.is_match(c.as_bytes()));
            let raised = is_raised(*anchor);
            let sign = words.chars().count() <= SHORT && is_sign(&words);
            let named = NOTE.is_match(fragment.as_bytes());
            let bracketed = words.starts_with('[') || stands_in_brackets(*anchor);
            let year = words.len() <= LONG
                && words
                    .as_bytes()
                    .windows(4)
                    .any(|w| w.iter().all(u8::is_ascii_digit));
            let author = words.len() <= LONG && words.starts_with(char::is_uppercase);
            let mark = sign && (noted || raised || named || bracketed);
            let spoken = !mark && (year || author) && (noted || named) && !raised;
            if mark || spoken {
                candidates.push((*anchor, fragment, words, spoken));
            }
        }
        let targets: HashSet<NodeId> = (candidates.iter())
            .filter_map(|(a, fragment, ..)| Some(self.target(fragment, *a)?.id()))
            .collect();
        let mut inner = Vec::new();
        for (anchor, fragment, words, spoken) in candidates {
            // An anchor of a note leads back to the text, or to another note.
            if let Some(around) = anchor.ancestors().find(|a| targets.contains(&a.id())) {
                inner.push((around.id(), fragment, anchor, words));
                continue;
            }
            let lead = match self.target(&fragment, anchor) {
                Some(target) => Lead::Entry(self.entry(target, &words)),
                None if spoken => continue,
                None => Lead::Nothing,
            };
            let shown = if spoken {
                anchor.id()
            } else {
                outermost(anchor)
            };
            let words = words.trim_matches(['[', ']', ' ']).to_owned();
            let marker = Marker {
                kind: MarkKind::Note,
                words,
                lead,
                spoken,
            };
            // One `sup` may hold several marks.
            let at = if self.notes.markers.contains_key(&shown) {
                anchor.id()
            } else {
                shown
            };
            self.notes.markers.insert(at, marker);
        }
        for (around, fragment, anchor, words) in inner {
            let note = self.entry_of.get(&around).copied();
            let target = self.target(&fragment, anchor);
            if let (Some(note), Some(target)) = (note, target.filter(|t| t.id() != around)) {
                let cited = self.entry(target, &words);
                let cites = &mut self.notes.references[note].cites;
                if cited != note && !cites.contains(&cited) {
                    cites.push(cited);
                }
            }
        }
    }

    /// The note or reference that a fragment names: its own box.
    fn target(&self, fragment: &str, from: ElementRef) -> Option<ElementRef<'h>> {
        let named = *self.ids.get(fragment)?;
        let own = |e: &ElementRef| {
            matches!(e.value().name(), "li" | "dd" | "aside" | "p" | "td")
                || e.attr("class")
                    .is_some_and(|c| c.split_whitespace().any(|c| c == "footnote"))
                || matches!(
                    e.attr("role"),
                    Some("doc-footnote" | "doc-endnote" | "doc-biblioentry")
                )
        };
        let boxed = if own(&named) || !is_inline(named) {
            named
        } else {
            named
                .ancestors()
                .filter_map(ElementRef::wrap)
                .find(own)
                .unwrap_or(named)
        };
        let around = from.ancestors().any(|a| a.id() == boxed.id());
        (!around && entry::is_entry(boxed)).then_some(boxed)
    }

    /// The index of an entry, which marks call by the words of the first.
    pub(super) fn entry(&mut self, element: ElementRef<'h>, label: &str) -> usize {
        if let Some(known) = self.entry_of.get(&element.id()) {
            return *known;
        }
        let index = self.notes.references.len();
        let mut reference = entry::read(element, self.here);
        if reference.label.is_empty() {
            let bare = label.trim_matches(['[', ']', ' ', '.']);
            let year = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit());
            if bare.len() <= SHORT && is_sign(bare) && !year {
                bare.clone_into(&mut reference.label);
            }
        }
        self.notes.references.push(reference);
        self.entry_of.insert(element.id(), index);
        self.notes.kept_out.insert(element.id());
        index
    }

    /// Chips: anchors to other pages whose words are a number, a host or a short name, marked as citations
    /// or of the shape of such.
    fn chips(&mut self, anchors: &[ElementRef<'h>]) {
        let mut classes: HashMap<&str, usize> = HashMap::new();
        let outer = |a: &ElementRef| a.attr("href").and_then(|h| self.here.outside(h));
        for class in anchors
            .iter()
            .filter(|a| outer(a).is_some())
            .filter_map(|a| a.attr("class"))
        {
            *classes.entry(class).or_default() += 1;
        }
        let mut found = Vec::new();
        for anchor in anchors {
            let Some(href) = outer(anchor) else { continue };
            let words = entry::chip_words(*anchor);
            if words.is_empty() || words.chars().count() > CHIP || self.inside_entry(*anchor) {
                continue;
            }
            let marked = (anchor.ancestors().filter_map(ElementRef::wrap).take(2))
                .chain([*anchor])
                .find(|e| is_chip(*e) && entry::plain(**e) == entry::plain(**anchor));
            let number = is_sign(&words) && words.bytes().any(|b| b.is_ascii_digit());
            let many = |a: &ElementRef| a.attr("class").is_some_and(|c| classes[c] >= 3);
            let host = names_host(&words, &href);
            let shown = match marked {
                Some(element) => Some(element.id()),
                None if number
                    && (is_raised(*anchor) || words.starts_with('[') || many(anchor)) =>
                {
                    Some(outermost(*anchor))
                }
                None if host && many(anchor) && closes_sentence(*anchor) => Some(anchor.id()),
                None => None,
            };
            if let Some(shown) = shown {
                let words = words.trim_matches(['[', ']']).to_owned();
                found.push((
                    shown,
                    Marker {
                        kind: MarkKind::Chip,
                        words,
                        lead: Lead::Page(href),
                        spoken: false,
                    },
                ));
            }
        }
        for (shown, marker) in found {
            self.notes.markers.entry(shown).or_insert(marker);
        }
    }

    fn inside_entry(&self, anchor: ElementRef) -> bool {
        anchor
            .ancestors()
            .any(|a| self.notes.kept_out.contains(&a.id()))
    }

    /// What the page's own editors ask for: "citation needed".
    fn asked(&mut self, raised: &[ElementRef<'h>]) {
        for element in raised {
            let words = entry::plain(**element);
            let bare = words.trim_matches(['[', ']', ' ']).to_ascii_lowercase();
            let needed = [
                "citation needed",
                "citation required",
                "source needed",
                "unsourced",
                "better source needed",
            ];
            if needed.contains(&bare.as_str()) {
                let marker = Marker {
                    kind: MarkKind::Needed,
                    words: bare,
                    lead: Lead::Nothing,
                    spoken: false,
                };
                self.notes.markers.insert(element.id(), marker);
            }
        }
    }
}

/// Whether markup says that the element is a chip.
fn is_chip(element: ElementRef) -> bool {
    element
        .attr("data-testid")
        .is_some_and(|v| v.contains("citation"))
        || element.attr("data-pplx-citation-url").is_some()
        || element.attr("data-citation").is_some()
        || element.value().name() == "a"
            && element
                .attr("class")
                .is_some_and(|c| c.split_whitespace().any(|c| c == "citation"))
}

/// Whether the words of a chip are in the name of its host: "Reuters", "stats.example.gov".
fn names_host(words: &str, href: &str) -> bool {
    let name: String = words
        .split(" +")
        .next()
        .unwrap_or("")
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let host: String = href
        .split('/')
        .nth(2)
        .unwrap_or("")
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    name.len() >= 2 && host.to_lowercase().contains(&name.to_lowercase())
}

/// Whether an anchor stands behind the end of a sentence, or right before it.
fn closes_sentence(anchor: ElementRef) -> bool {
    let text = |n: NodeRef<Node>| entry::plain(n);
    let before = anchor.prev_sibling().map(text).unwrap_or_default();
    let after = anchor.next_sibling().map(text).unwrap_or_default();
    before.ends_with(['.', '!', '?', '”']) || after.is_empty() || after.starts_with(['.', '!', '?'])
}

/// The outermost raised element around an anchor that holds nothing else.
fn outermost(anchor: ElementRef) -> NodeId {
    let bare = |text: String| text.replace(['[', ']', ' '], "");
    let own = bare(entry::plain(*anchor));
    let holds = |e: &ElementRef| {
        matches!(e.value().name(), "sup" | "span" | "cite" | "b" | "small")
            && bare(entry::plain(**e)) == own
    };
    let around = anchor
        .ancestors()
        .filter_map(ElementRef::wrap)
        .take(4)
        .take_while(holds)
        .last();
    around.map_or(anchor.id(), |e| e.id())
}

/// Whether an anchor is raised: in a `sup`, or with one inside.
fn is_raised(anchor: ElementRef) -> bool {
    let sup = |e: ElementRef| e.value().name() == "sup";
    anchor
        .ancestors()
        .filter_map(ElementRef::wrap)
        .take(3)
        .any(sup)
        || anchor.child_elements().any(sup)
}

fn is_way_back(anchor: ElementRef) -> bool {
    let class = |c: &str| {
        c.split_whitespace().any(|c| {
            c.contains("backlink")
                || c.contains("backref")
                || c.contains("footnote-back")
                || c == "footnote-number"
        })
    };
    anchor.attr("data-footnote-backref").is_some()
        || anchor.attr("role") == Some("doc-backlink")
        || anchor.attr("class").is_some_and(class)
        || (anchor.parent().and_then(ElementRef::wrap))
            .is_some_and(|p| p.attr("class").is_some_and(class))
}

/// Whether square brackets stand around an anchor, other anchors and commas between.
fn stands_in_brackets(anchor: ElementRef) -> bool {
    let text = |n: NodeRef<Node>| entry::plain(n);
    let before = anchor.prev_sibling().map(text).unwrap_or_default();
    let after = anchor.next_sibling().map(text).unwrap_or_default();
    let parts = |t: &str| t.is_empty() || t == "," || t == ";" || t == "–" || t == "-";
    (before.ends_with('[') || parts(&before))
        && (after.starts_with(']') || parts(&after))
        && (before.ends_with('[') || after.starts_with(']'))
}

fn is_inline(element: ElementRef) -> bool {
    !super::tags::is_block(element.value().name())
}

/// Raised digits without an anchor, as the mark they are: "2", "1,3", "†"; none for other raised letters.
pub(crate) fn raised_sign(words: &str) -> Option<String> {
    let digits: String = words
        .trim()
        .chars()
        .map(|c| raised_digit(c).unwrap_or(c))
        .collect();
    let bare = digits.trim_matches(['[', ']', '(', ')']);
    let sign =
        numbers(bare).is_some() || !bare.is_empty() && bare.chars().all(|c| "*†‡§¶".contains(c));
    (sign && bare.len() <= SHORT).then(|| bare.to_owned())
}

/// A raised letter without an anchor, which is a mark where an entry is called so.
pub(crate) fn raised_letter(words: &str) -> Option<String> {
    let bare = words.trim().trim_matches(['[', ']', '(', ')']);
    (bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_lowercase())).then(|| bare.to_owned())
}

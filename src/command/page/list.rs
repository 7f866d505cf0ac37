//! Lists of notes and references that stand below a heading which says so.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node};

use super::entry;
use super::notes::Finder;

/// How many boxes deep a list is looked for.
const DEEPEST: usize = 4;

impl<'h> Finder<'h, '_> {
    /// Lists of references and notes under a heading that says so, whether anchors lead there or not.
    pub(super) fn lists(&mut self, body: ElementRef<'h>) {
        let headings = (body.descendants().filter_map(ElementRef::wrap))
            .filter(|e| matches!(e.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
            .filter(|e| entry::is_list_heading(&entry::plain(**e)));
        for heading in headings {
            let mut taken = 0;
            // What follows the heading, or the box that holds nothing but it.
            let mut at: NodeRef<'h, Node> = *heading;
            while at.next_siblings().all(|n| entry::plain(n).is_empty()) {
                match at.parent().filter(|p| p.id() != body.id()) {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            for node in at.next_siblings() {
                let Some(element) = ElementRef::wrap(node) else {
                    if entry::plain(node).is_empty() {
                        continue;
                    } else {
                        break;
                    }
                };
                if is_below(heading, element) {
                    continue;
                }
                match self.listed(element, 0) {
                    Some(count) => taken += count,
                    None => break,
                }
            }
            if taken > 0 {
                self.notes.kept_out.insert(heading.id());
            }
        }
    }

    /// How many entries an element below such a heading holds; none where the list is over.
    fn listed(&mut self, element: ElementRef<'h>, depth: usize) -> Option<usize> {
        match element.value().name() {
            "ol" | "ul" | "dl" => {
                let ordered = element.value().name() == "ol";
                let numbering = Numbering::of(element);
                let start = element
                    .attr("start")
                    .and_then(|s| s.parse().ok())
                    .unwrap_or(1usize);
                let items = element
                    .child_elements()
                    .filter(|e| matches!(e.value().name(), "li" | "dd"));
                let mut count = 0;
                for (i, item) in items.enumerate() {
                    let number = if ordered {
                        numbering.label(start + i)
                    } else {
                        String::new()
                    };
                    self.entry(item, &number);
                    count += 1;
                }
                Some(count)
            }
            "p" | "div" if self.entry_of.contains_key(&element.id()) => Some(1),
            "div" | "section" if depth < DEEPEST && holds_list(element) => (element
                .child_elements())
            .map(|e| self.listed(e, depth + 1))
            .sum(),
            "p" | "div" | "cite" => {
                let parts = entry::parts(element, self.here)?;
                let count = parts.len();
                self.notes.references.extend(parts);
                self.notes.kept_out.insert(element.id());
                Some(count)
            }
            "style" | "script" | "link" | "br" | "hr" => Some(0),
            _ => None,
        }
    }
}

/// How the items of a list are called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Digits,
    Letters,
    /// In a way that no mark is matched with.
    Other,
}

impl Numbering {
    fn of(list: ElementRef) -> Numbering {
        let says = |e: ElementRef, what: &str| {
            ["style", "class", "data-mw-group"]
                .iter()
                .filter_map(|name| e.attr(name))
                .any(|v| v.contains(what))
        };
        let around = || list.ancestors().filter_map(ElementRef::wrap).take(2);
        let any = |what: &str| says(list, what) || around().any(|e| says(e, what));
        match list.attr("type") {
            Some("a") => Numbering::Letters,
            Some("i" | "I" | "A") => Numbering::Other,
            _ if any("lower-alpha") => Numbering::Letters,
            _ if any("upper-alpha")
                || any("lower-roman")
                || any("upper-roman")
                || any("lower-greek") =>
            {
                Numbering::Other
            }
            _ => Numbering::Digits,
        }
    }

    /// What the list calls its `place`th item.
    fn label(self, place: usize) -> String {
        let letter = u8::try_from(place).ok().filter(|p| (1..=26).contains(p));
        match (self, letter) {
            (Numbering::Digits, _) => place.to_string(),
            (Numbering::Letters, Some(place)) => char::from(b'a' + place - 1).to_string(),
            _ => String::new(),
        }
    }
}

/// Whether an element is a smaller heading below `heading`, or a line that heads a part of the list.
fn is_below(heading: ElementRef, element: ElementRef) -> bool {
    let level = |e: ElementRef| match e.value().name().as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(*level),
        _ => None,
    };
    let inner = || element.child_elements().next().and_then(level);
    match level(element).or_else(inner) {
        Some(own) => level(heading).is_some_and(|h| own > h),
        None => {
            let line = entry::plain(*element);
            let short = line.len() <= 40 && !line.contains(|c: char| c.is_ascii_digit());
            matches!(element.value().name(), "p" | "dl") && short && !line.ends_with('.')
        }
    }
}

/// Whether an element's own children are lists, or boxes of lists.
fn holds_list(element: ElementRef) -> bool {
    let mut children = element.child_elements();
    children.any(|e| match e.value().name() {
        "ol" | "ul" => true,
        "div" | "section" => e
            .child_elements()
            .any(|e| matches!(e.value().name(), "ol" | "ul")),
        _ => false,
    })
}

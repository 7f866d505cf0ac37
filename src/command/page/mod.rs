//! An HTML file as a document: decoded ([`charset`]), parsed as browsers do ([`shallow`]), its text read into blocks
//! ([`reader`]) by what its tags and marks mean ([`tags`]), its notes and references found ([`notes`],
//! [`list`], [`entry`]) among its addresses ([`address`]), and the article chosen ([`article`]). The same
//! notions as the extension's content script has, less what only a browser
//! knows: of hiding, inline styles alone are seen.

mod address;
mod article;
pub(crate) mod charset;
mod entry;
mod list;
mod notes;
mod reader;
mod shallow;
mod tags;

use scraper::{ElementRef, Html};
use url::Url;
use whence::span::Span;
use whence::text::block::{Document, Link, Mark, MarkTarget, Page};

use address::Address;
use notes::{Lead, Notes};
use reader::{ReadBlock, Reader};

/// Reads the article of an HTML page. Any text gives a document; one without an article, what running
/// text it has.
pub(crate) fn read(html: &str) -> Document {
    let html = shallow::parse(html);
    let facts = Facts::of(&html);
    let body = tags::first(&html, "body");
    let notes = body.map_or_else(Notes::default, |b| notes::read(&html, b, &facts.here));
    let blocks = body.map_or_else(Vec::new, |b| Reader::new(&facts.here, &notes).read(b));
    let mut document = Document {
        page: facts.page,
        references: notes.references,
        ..Document::default()
    };
    for block in article::choose(blocks) {
        push(&mut document, block);
    }
    document
}

/// Adds a block as read to the end of the document.
fn push(document: &mut Document, block: ReadBlock) {
    let span = |words: std::ops::Range<usize>| Span::new(words.start, words.end);
    let links = block.links.into_iter().map(|l| Link {
        span: span(l.words),
        href: l.href,
    });
    let mut links: Vec<Link> = links.collect();
    let mut marks = Vec::new();
    for mark in block.marks {
        let target = match mark.marker.lead {
            Lead::Entry(index) => MarkTarget::Reference(index),
            Lead::Nothing => MarkTarget::Absent,
            Lead::Page(href) => {
                // The address is a link of the block, on no words.
                links.push(Link {
                    span: Span::new(mark.at.end, mark.at.end),
                    href,
                });
                MarkTarget::Link(links.len() - 1)
            }
        };
        marks.push(Mark {
            span: span(mark.at),
            kind: mark.marker.kind,
            words: mark.marker.words,
            target,
        });
    }
    document.push_marked(&block.text, block.kind, links, marks);
}

/// What a page says of itself.
struct Facts {
    page: Page,
    /// What its links count from.
    here: Address,
}

impl Facts {
    fn of(html: &Html) -> Facts {
        let mut facts = Facts {
            page: Page::default(),
            here: Address::default(),
        };
        let mut own = None;
        for element in html.tree.root().descendants().filter_map(ElementRef::wrap) {
            match element.value().name() {
                "html" => facts.page.language = element.attr("lang").map(str::to_owned),
                "title" if facts.page.title.is_empty() => {
                    let words: String = element.text().collect();
                    facts.page.title = words.split_whitespace().collect::<Vec<_>>().join(" ");
                }
                "base" if facts.here.base.is_none() => {
                    facts.here.base = address(element.attr("href"))
                }
                "link" if own.is_none() && element.attr("rel") == Some("canonical") => {
                    own = address(element.attr("href"));
                }
                "meta" if own.is_none() && element.attr("property") == Some("og:url") => {
                    own = address(element.attr("content"));
                }
                "body" => break,
                _ => {}
            }
        }
        if let Some(own) = own {
            facts.page.url = own.to_string();
            facts.here.base.get_or_insert(own.clone());
            facts.here.own = Some(own);
        }
        facts
    }
}

fn address(href: Option<&str>) -> Option<Url> {
    Url::parse(href?)
        .ok()
        .filter(|u| matches!(u.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests;

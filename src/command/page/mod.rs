//! An HTML file as a document: decoded ([`charset`]), parsed as browsers do ([`shallow`]), its text read into blocks
//! ([`reader`]) by what its tags and marks mean ([`tags`]), and the article chosen among them
//! ([`article`]). The same notions as the extension's content script has, less what only a browser
//! knows: of hiding, inline styles alone are seen.

mod article;
pub(crate) mod charset;
mod reader;
mod shallow;
mod tags;

use scraper::{ElementRef, Html};
use url::Url;
use whence::span::Span;
use whence::text::block::{Document, Link, Page};

use reader::Reader;

/// Reads the article of an HTML page. Any text gives a document; one without an article, what running
/// text it has.
pub(crate) fn read(html: &str) -> Document {
    let html = shallow::parse(html);
    let facts = Facts::of(&html);
    let blocks = match tags::first(&html, "body") {
        Some(body) => Reader::new(facts.base.as_ref()).read(body),
        None => Vec::new(),
    };
    let mut document = Document {
        page: facts.page,
        ..Document::default()
    };
    for block in article::choose(blocks) {
        let links = block.links.into_iter().map(|l| Link {
            span: Span::new(l.words.start, l.words.end),
            href: l.href,
        });
        document.push(&block.text, block.kind, links.collect());
    }
    document
}

/// What a page says of itself.
struct Facts {
    page: Page,
    /// What relative links count from, if the page says.
    base: Option<Url>,
}

impl Facts {
    fn of(html: &Html) -> Facts {
        let mut facts = Facts {
            page: Page::default(),
            base: None,
        };
        let mut own = None;
        for element in html.tree.root().descendants().filter_map(ElementRef::wrap) {
            match element.value().name() {
                "html" => facts.page.language = element.attr("lang").map(str::to_owned),
                "title" if facts.page.title.is_empty() => {
                    let words: String = element.text().collect();
                    facts.page.title = words.split_whitespace().collect::<Vec<_>>().join(" ");
                }
                "base" if facts.base.is_none() => facts.base = address(element.attr("href")),
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
            facts.base.get_or_insert(own);
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

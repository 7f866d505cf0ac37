use whence::text::block::BlockKind;

use super::read;

/// Each block as its kind and its words.
fn blocks(html: &str) -> Vec<(BlockKind, String)> {
    let document = read(html);
    let words = |b: &whence::text::block::Block| document.slice(b.span).to_owned();
    document.blocks.iter().map(|b| (b.kind, words(b))).collect()
}

const PROSE: &str = "The mill stands by the weir and has two floors, a red door, and a clock that has run slow since the flood of long ago.";

#[test]
fn a_block_runs_over_inline_tags_and_keeps_its_text() {
    let html =
        "<p>The <b>mill</b> <a href='https://example.org/a'>st\u{AD}ands</a>\n by the<br>weir.";
    assert_eq!(
        blocks(html),
        [(
            BlockKind::Paragraph,
            "The mill st\u{AD}ands\n by the\nweir.".to_owned()
        )]
    );
}

#[test]
fn two_line_breaks_part_two_blocks() {
    let html = "<div>One line here.<br><br>Another line.<br> <br>A third.</div>";
    let words: Vec<String> = blocks(html).into_iter().map(|b| b.1).collect();
    assert_eq!(words.len(), 3);
    assert_eq!(words[1].trim(), "Another line.");
}

#[test]
fn what_is_not_the_article_is_left_out() {
    let html = format!(
        "<nav><p>{PROSE}</p></nav><header class='masthead'>The Outlet</header>
        <main><h1>A mill</h1><p>{PROSE}<p>{PROSE}<script>said()</script><pre>x said y</pre>
        <p style='display: none'>Hidden words. <p class='share'>Share this
        <ul><li>An item said so.</ul><blockquote>A quotation.</blockquote>
        <figure><figcaption>A caption.</figcaption></figure>
        <div contenteditable>Typed words.</div><p><a href='/x'>Read this other piece</a></main>
        <aside>{PROSE}</aside><footer>Terms</footer>"
    );
    let found = blocks(&html);
    let kinds: Vec<BlockKind> = found.iter().map(|b| b.0).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Heading,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
            BlockKind::Item,
            BlockKind::Quote,
            BlockKind::Caption,
            // Without an address of its own the page cannot say where "/x" leads: no link, no teaser.
            BlockKind::Paragraph,
        ],
        "{found:?}"
    );
}

#[test]
fn the_headline_above_the_article_comes_along() {
    let html = format!(
        "<div><h1>A mill</h1><p>A line.</div><div><div><p>{PROSE}<p>{PROSE}</div></div><div>Short.</div>"
    );
    let words: Vec<String> = blocks(&html).into_iter().map(|b| b.1).collect();
    assert_eq!(words.len(), 3, "{words:?}");
    assert_eq!(words[0], "A mill");
}

#[test]
fn an_article_that_waits_for_its_script_is_read() {
    let html = format!("<body><div style='visibility:hidden'><p>{PROSE}<p>{PROSE}</div>");
    assert_eq!(blocks(&html).len(), 2);
}

#[test]
fn links_lead_from_where_the_page_says_it_is() {
    let html = format!(
        "<html lang=en-GB><title> A\n mill </title><link rel=canonical href='https://example.org/n/mill'>
        <p>See <a href='../log'>the log</a>, <a href='#x'>here</a> or <a href='mailto:a@b'>write</a>. {PROSE}"
    );
    let document = read(&html);
    assert_eq!(document.page.url, "https://example.org/n/mill");
    assert_eq!(document.page.title, "A mill");
    assert_eq!(document.page.language.as_deref(), Some("en-GB"));
    let links: Vec<(&str, &str)> = document.blocks[0]
        .links
        .iter()
        .map(|l| (document.slice(l.span), l.href.as_str()))
        .collect();
    assert_eq!(
        links,
        [
            ("the log", "https://example.org/log"),
            ("here", "https://example.org/n/mill#x")
        ]
    );
}

#[test]
fn deep_and_broken_pages_are_read() {
    for html in ["", "<", "<p", "</p></div>", "<table><p>x<td>y", "\0<p>a"] {
        blocks(html);
    }
    let deep = format!("<p>{PROSE}</p>{}x", "<div>".repeat(3_000));
    assert_eq!(blocks(&deep).len(), 1);
}

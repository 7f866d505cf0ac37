//! What the tags and marks of a page mean for reading it. The lists are those of the extension's
//! `content/page_tags.js`; a page should read alike in both.

use std::sync::LazyLock;

use regex::bytes::Regex;
use scraper::node::Element;
use scraper::{ElementRef, Html};
use whence::text::block::BlockKind;

/// Whether a tag begins and ends a block of text; everything else runs on in the sentence.
pub(crate) fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether a tag holds no running text, or text that is not the page's to quote.
pub(crate) fn is_skipped(tag: &str) -> bool {
    matches!(
        tag,
        "applet"
            | "area"
            | "audio"
            | "base"
            | "button"
            | "canvas"
            | "col"
            | "colgroup"
            | "datalist"
            | "embed"
            | "frame"
            | "frameset"
            | "head"
            | "iframe"
            | "img"
            | "input"
            | "label"
            | "legend"
            | "link"
            | "map"
            | "math"
            | "meta"
            | "meter"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "optgroup"
            | "option"
            | "output"
            | "param"
            | "picture"
            | "plaintext"
            | "pre"
            | "progress"
            | "rp"
            | "rt"
            | "script"
            | "select"
            | "source"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "track"
            | "video"
            | "wbr"
            | "xmp"
    )
}

/// The kind of block that a tag makes, if it makes one of its own.
pub(crate) fn kind(tag: &str) -> Option<BlockKind> {
    Some(match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" | "dd" | "dt" => BlockKind::Item,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        "td" | "th" => BlockKind::Cell,
        _ => return None,
    })
}

fn words(pattern: &str) -> Regex {
    match Regex::new(pattern) {
        Ok(regex) => regex,
        Err(e) => unreachable!("a pattern of this file does not parse: {e}"),
    }
}

/// Words in class and id that mark what stands beside an article; whole words of the name.
static ASIDE_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?xi-u)(?:^|[\s_-])(?:
        ads?|advert\w*|sponsor\w*|promo\w*|outbrain|taboola|
        comments?|disqus|replies|respond|
        related\w*|recirc\w*|recommend\w*|trending|most-(?:read|popular|viewed)|more-(?:on|from)|
        read-?more|see-?also|up-?next|teaser\w*|
        newsletter\w*|subscri\w*|sign-?up|paywall|regwall|donat\w*|
        share|sharing|social|follow|
        nav|navigation|navbar|menu|breadcrumbs?|pagination|pager|skip-?links?|toolbar|
        footer|sidebar|masthead|cookie\w*|consent|gdpr|
        byline\w*|author(?:s|-(?:bio|box|info|name|card))?|dateline-?meta|timestamp|credits?|
        tags?-?(?:list|cloud)|toc|noprint|mw-editsection|reflist|references|reference|navbox
        )(?:$|[\s_-])",
    )
});

/// Words in class and id that mark the article itself, whatever else the name says.
static KEPT: LazyLock<Regex> = LazyLock::new(|| {
    words(r"(?i-u)(?:^|[\s_-])(?:article|story|post|entry|content|main|page|body)(?:$|[\s_-])")
});

/// Class names, used by common frameworks, of text that only a screen reader says.
static SPOKEN_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?xi-u)(?:^|\s)(?:
        sr-only|screen-?reader(?:-text|-only)?|visually-?hidden\S*|u-visually-?hidden|
        a11y-(?:text|hidden)|assistive-text|off-?screen|element-invisible|show-for-sr
        )(?:$|\s)",
    )
});

/// Inline styles that take an element out of sight.
static UNSEEN_STYLE: LazyLock<Regex> = LazyLock::new(|| {
    words(
        r"(?i-u)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:[;!]|$))",
    )
});

static CAPTION_CLASS: LazyLock<Regex> =
    LazyLock::new(|| words(r"(?i-u)(?:^|[\s_-])caption(?:$|[\s_-])"));

/// Roles that are never the article's own words.
fn is_aside_role(role: &str) -> bool {
    matches!(
        role,
        "alert"
            | "alertdialog"
            | "banner"
            | "complementary"
            | "contentinfo"
            | "dialog"
            | "form"
            | "grid"
            | "log"
            | "marquee"
            | "menu"
            | "menubar"
            | "navigation"
            | "search"
            | "status"
            | "tablist"
            | "toolbar"
            | "tooltip"
            | "tree"
    )
}

/// Whether the marks of an element say that it stands beside the article.
pub(crate) fn is_aside(element: &Element) -> bool {
    if matches!(element.name(), "aside" | "footer" | "nav")
        || element.attr("role").is_some_and(is_aside_role)
        || matches!(element.attr("itemprop"), Some("author" | "comment"))
        || element.attr("rel") == Some("author")
    {
        return true;
    }
    let named = |regex: &Regex| {
        ["class", "id"]
            .iter()
            .filter_map(|name| element.attr(name))
            .any(|value| regex.is_match(value.as_bytes()))
    };
    named(&ASIDE_WORDS) && !named(&KEPT)
}

/// Whether a reader would not see the element, as far as its own marks tell.
pub(crate) fn is_unseen(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || element
            .attr("style")
            .is_some_and(|s| UNSEEN_STYLE.is_match(s.as_bytes()))
        || element
            .attr("class")
            .is_some_and(|c| SPOKEN_ONLY.is_match(c.as_bytes()))
}

/// Whether the element is there to be typed into.
pub(crate) fn is_editable(element: &Element) -> bool {
    element
        .attr("contenteditable")
        .is_some_and(|v| !v.eq_ignore_ascii_case("false"))
}

/// Whether a class name says that the element is a caption.
pub(crate) fn is_caption(element: &Element) -> bool {
    element
        .attr("class")
        .is_some_and(|c| CAPTION_CLASS.is_match(c.as_bytes()))
}

/// The first element of a tag, in document order.
pub(crate) fn first<'h>(html: &'h Html, tag: &str) -> Option<ElementRef<'h>> {
    html.tree
        .root()
        .descendants()
        .filter_map(ElementRef::wrap)
        .find(|e| e.value().name() == tag)
}

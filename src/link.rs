//! What an address leads to. Addresses come from the browser as it has parsed them
//! (`scheme://host/path`), so a plain split reads them; the same code runs natively.

use std::ops::Range;

use crate::lexicon::language::Language;
use crate::lexicon::list::List;
use crate::lexicon::one_of;
use crate::text::Text;
use crate::text::token::Kind;
use web::{
    ABOUT, ABOUT_HOSTS, DOCUMENT_ENDINGS, PAGE_ENDINGS, PEOPLES, PRIMARY, PUBLIC, PUBLIC_ENDINGS,
    SOCIAL,
};

mod web;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A primary document: a government, a court, a journal, a file.
    Primary,
    /// Another news outlet.
    Outlet,
    /// This site.
    Site,
    /// A post on a social network.
    Social,
    /// Anything else.
    Other,
}

/// What part a link plays beside a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRole {
    /// On the words of the source.
    Source,
    /// On the cue: what was said, found, shown is there.
    Cue,
    /// On words of the claim.
    Claim,
    /// In a sentence that shows where to read.
    See,
    /// On other words of the sentence.
    Sentence,
    /// About who speaks: a home page, a profile, an encyclopaedia's article.
    About,
    /// A list of articles on a matter.
    Topic,
    /// A place of this page.
    OwnAnchor,
    /// An offer of the site: a newsletter, a subscription.
    Furniture,
}

impl LinkRole {
    /// Whether such a link leads to what the statement rests on.
    pub fn leads(self) -> bool {
        matches!(
            self,
            LinkRole::Source | LinkRole::Cue | LinkRole::Claim | LinkRole::See
        )
    }
}

/// What an address tells by itself that leads to no source: a place of this page, a list of articles, a page
/// about somebody, an offer; nothing for others.
pub fn apart(url: &str, page: &str, language: &Language) -> Option<LinkRole> {
    let lists = &language.link;
    let bare = |url: &str| {
        url.split('#')
            .next()
            .unwrap_or("")
            .trim_end_matches('/')
            .len()
    };
    let same = !page.is_empty() && url[..bare(url)] == page[..bare(page)];
    if same || url.starts_with('#') {
        return Some(LinkRole::OwnAnchor);
    }
    let path = path(url);
    let mut parts = path.split('/').filter(|p| !p.is_empty());
    // A file is a work wherever it lies.
    let last = path.rsplit('/').next().unwrap_or("");
    let named = last.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.len() < 5 && ending.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    let file = named && !PAGE_ENDINGS.split(' ').any(|end| last.ends_with(end));
    if file {
        return None;
    }
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    if lists.offer.has_any_case(last) {
        return Some(LinkRole::Furniture);
    }
    let queried = url
        .split('#')
        .next()
        .unwrap_or("")
        .split_once('?')
        .is_some();
    if path.trim_matches('/').is_empty() && !queried {
        return Some(LinkRole::About);
    }
    let is_of = |hosts| host(url).is_some_and(|host| under_one(host, hosts));
    let count = parts.clone().count();
    if is_of(PEOPLES) && count == 1 && !path.ends_with(".php") {
        return Some(LinkRole::About);
    }
    let at = parts.position(|p| {
        lists.topic_path.has(p)
            || lists.profile_path.has(p)
            || one_of(p, ABOUT) && is_of(ABOUT_HOSTS)
    })?;
    // "/topic/port-office" is a list; what has a date or many parts behind it an article filed there.
    let behind = count - at - 1;
    let word = path.split('/').filter(|p| !p.is_empty()).nth(at)?;
    let dated = path
        .split('/')
        .any(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()));
    if dated || behind > 3 || behind == 0 && at > 0 {
        return None;
    }
    Some(if lists.topic_path.has(word) {
        LinkRole::Topic
    } else {
        LinkRole::About
    })
}

/// The longest sentence that does nothing but show where to read, in tokens.
const LONGEST_SHOWING: usize = 24;

/// Whether a sentence does nothing but show where to read: "You can read the report here."
pub fn shows_where_to_read(text: &Text, sentence: &Range<usize>) -> bool {
    let lists = &text.language.link;
    let has = |list: List| sentence.clone().any(|i| text.is_one_of_any_case(i, list));
    let other = |i: usize| matches!(text.tokens[i].kind, Kind::Mark('“' | '"') | Kind::Number);
    sentence.len() <= LONGEST_SHOWING
        && text.is_one_of_any_case(sentence.start, lists.shows_first)
        && has(lists.shows)
        && has(lists.is_read)
        && !sentence.clone().any(other)
}

/// Whether linked words are an offer of the site.
pub fn is_furniture(text: &Text, words: &str) -> bool {
    let mut all = words.split([' ', '\u{a0}', '\n']).take(8);
    all.any(|w| {
        let word = w.trim_matches(['.', ',', '!', ':', '→', '»']);
        text.language.link.offer.has_any_case(word)
    })
}

/// Whether a link leads to where it says it does: to a host, and without the name of a user before it,
/// which readers take for the host.
pub fn leads(url: &str) -> bool {
    host(url).is_some() && authority(url).is_some_and(|a| !a.contains('@'))
}

/// Whether an address tells when, or by which number, its page was written: a year among the parts of its path,
/// or five digits in a row.
pub fn is_numbered(url: &str) -> bool {
    let path = path(url);
    let year = |part: &str| part.len() == 4 && part.starts_with(['1', '2']);
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let mut runs = path.split(|c: char| !c.is_ascii_digit());
    path.split('/').filter(digits).any(year) || runs.any(|run| run.len() >= 5)
}

/// The host of an absolute address, without `www.` and port; none for other schemes.
pub fn host(url: &str) -> Option<&str> {
    let authority = authority(url)?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let host = host.rsplit_once(':').map_or(host, |(h, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            h
        } else {
            host
        }
    });
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// What stands between `//` and the path of an address of the web; none for other schemes.
fn authority(url: &str) -> Option<&str> {
    let (scheme, rest) = parted(url)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    rest.split(['/', '?', '#']).next()
}

/// The scheme of an absolute address, and what follows `://`.
fn parted(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once(':')?;
    Some((scheme, rest.strip_prefix("//")?))
}

/// The path of an absolute address, without query and fragment.
fn path(url: &str) -> &str {
    let rest = parted(url).map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("", |i| &rest[i..]);
    path.split(['?', '#']).next().unwrap_or("")
}

/// Whether `host` is `domain` or lies under it.
fn under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

/// Whether `host` is one of `domains` or lies under one.
fn under_one(host: &str, domains: &str) -> bool {
    domains.split(' ').any(|domain| under(host, domain))
}

/// Whether two hosts are of one site: the same, or one under the other.
fn same_site(a: &str, b: &str) -> bool {
    under(a, b) || under(b, a)
}

/// Whether a host is a government's, an army's or a university's by its ending: ".gov", ".gov.uk",
/// ".gob.mx", ".gouv.fr", ".edu", ".ac.uk", ".mil", ".int".
fn is_public(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let (Some(ending), Some(label)) = (labels.next(), labels.next()) else {
        return false;
    };
    one_of(ending, PUBLIC_ENDINGS)
        || (PUBLIC.iter()).any(|(name, endings)| *name == label && one_of(ending, endings))
}

/// What an address leads to, on a page at `page`.
pub fn kind(url: &str, page: &str, language: &Language) -> LinkKind {
    let Some(host) = host(url) else {
        return LinkKind::Other;
    };
    if under_one(host, SOCIAL) {
        return LinkKind::Social;
    }
    let file = path(url);
    let is_file = DOCUMENT_ENDINGS.split(' ').any(|e| {
        file.len() > e.len()
            && file.as_bytes()[file.len() - e.len()..].eq_ignore_ascii_case(e.as_bytes())
    });
    if is_file {
        return LinkKind::Primary;
    }
    // A site is no document on its own pages, whoever's it is.
    if self::host(page).is_some_and(|own| same_site(host, own)) {
        return LinkKind::Site;
    }
    if is_public(host) || under_one(host, PRIMARY) {
        return LinkKind::Primary;
    }
    if language.words.names.outlet_of_host(host).is_some() {
        return LinkKind::Outlet;
    }
    LinkKind::Other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;

    #[test]
    fn a_public_label_counts_under_its_own_endings_alone() {
        for host in [
            "irs.gov",
            "www.ons.gov.uk",
            "www.gov.uk",
            "stats.govt.nz",
            "inegi.gob.mx",
            "insee.gouv.fr",
            "canada.gc.ca",
            "ox.ac.uk",
            "navy.mil.ph",
            "mit.edu",
            "who.int",
        ] {
            let url = format!("https://{host}/report");
            assert_eq!(kind(&url, "", english()), LinkKind::Primary, "{host}");
        }
        for host in [
            "irs.gov.xyz",
            "irs.gov.com",
            "irs.gov.tk",
            "mit.edu.io",
            "ox.ac.eu",
            "un.int.shop",
            "gov.uk.example.com",
            "irs-gov.com",
            "irs.gov@example.com",
        ] {
            let url = format!("https://{host}/report");
            assert_eq!(kind(&url, "", english()), LinkKind::Other, "{host}");
        }
    }

    #[test]
    fn an_address_tells_what_leads_to_no_source() {
        let page = "https://herald.example/2024/ferry";
        let wiki = "https://en.wikipedia.org/wiki";
        for (url, role) in [
            (format!("{page}#fares"), Some(LinkRole::OwnAnchor)),
            (
                "https://herald.example/topic/ferries".into(),
                Some(LinkRole::Topic),
            ),
            (
                "https://herald.example/plus/subscribe/?plan=2".into(),
                Some(LinkRole::Furniture),
            ),
            (format!("{wiki}/H.264"), Some(LinkRole::About)),
            (format!("{wiki}/Ferry"), Some(LinkRole::About)),
            ("https://port.example/topic/fares.pdf".into(), None),
            ("https://port.example/2024/subscribers".into(), None),
        ] {
            assert_eq!(apart(&url, page, english()), role, "{url}");
        }
    }

    #[test]
    fn a_link_with_the_name_of_a_user_leads_nowhere() {
        assert!(leads("https://example.org/a@b"));
        assert!(leads("http://example.org:8080?q=@"));
        for url in [
            "",
            "mailto:a@example.org",
            "https://irs.gov@example.org/",
            "https://irs.gov:irs@example.org/",
            "https://@example.org/",
            "javascript:alert(1)",
        ] {
            assert!(!leads(url), "{url}");
        }
    }
}

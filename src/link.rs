//! What an address leads to. Addresses come from the browser as it has parsed them
//! (`scheme://host/path`), so a plain split reads them; the same code runs natively.

use crate::lexicon::{one_of, words};

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

/// Hosts of social networks.
const SOCIAL: &str = "twitter.com x.com facebook.com instagram.com tiktok.com youtube.com youtu.be t.me \
    telegram.me threads.net bsky.app linkedin.com reddit.com weibo.com truthsocial.com \
    mastodon.social vk.com t.co medium.com substack.com";

/// Hosts that hold primary documents, beside those of governments and universities.
const PRIMARY: &str = "doi.org arxiv.org documentcloud.org courtlistener.com nature.com science.org thelancet.com \
    nejm.org bmj.com jamanetwork.com pnas.org plos.org ssrn.com medrxiv.org biorxiv.org \
    who.int un.org europa.eu worldbank.org imf.org oecd.org pewresearch.org ipcc.ch \
    sciencedirect.com springer.com wiley.com archive.org parliament.uk legislation.gov.uk";

/// The host of an absolute address, without `www.` and port; none for other schemes.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = parted(url)?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
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

/// Whether two hosts are of one site: the same, or one under the other.
fn same_site(a: &str, b: &str) -> bool {
    under(a, b) || under(b, a)
}

/// What an address leads to, on a page at `page`.
pub fn kind(url: &str, page: &str) -> LinkKind {
    let Some(host) = host(url) else {
        return LinkKind::Other;
    };
    if SOCIAL.split(' ').any(|d| under(host, d)) {
        return LinkKind::Social;
    }
    let file = path(url);
    let is_file = ".pdf .csv .xlsx .docx".split(' ').any(|e| {
        file.len() > e.len()
            && file.as_bytes()[file.len() - e.len()..].eq_ignore_ascii_case(e.as_bytes())
    });
    // ".gov", ".gov.uk", ".gob.mx", ".gouv.fr", ".edu", ".ac.uk", ".mil", ".int"
    let labels: Vec<&str> = host.rsplit('.').take(3).collect();
    let public = |l: &str| one_of(l, "gov mil int edu gob gouv gc govt");
    let government = labels.first().is_some_and(|l| public(l))
        || labels.len() > 2 && (public(labels[1]) || labels[1] == "ac");
    if is_file || government || PRIMARY.split(' ').any(|d| under(host, d)) {
        return LinkKind::Primary;
    }
    if self::host(page).is_some_and(|own| same_site(host, own)) {
        return LinkKind::Site;
    }
    if words().names.outlet_of_host(host).is_some() {
        return LinkKind::Outlet;
    }
    LinkKind::Other
}

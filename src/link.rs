//! What an address leads to. Addresses come from the browser as it has parsed them
//! (`scheme://host/path`), so a plain split reads them; the same code runs natively.

use std::ops::Range;

use crate::lexicon::list::List;
use crate::lexicon::{english, one_of};
use crate::text::Text;
use crate::text::token::Kind;

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

/// Parts of a path that make a page a list of articles.
const TOPICS: &str = "topic topics tag tags hub hubs category categories keyword keywords subject subjects theme themes \
    search symbol quote quotes stocks stock term label labels";

/// Parts of a path that make a page one about somebody.
const PROFILES: &str = "people person profile profiles author authors staff team bio bios biography faculty directory \
    experts expert leadership member members about about-us reporters journalist wiki in user users";

/// What an address tells by itself that leads to no source: a place of this page, a list of articles, a page
/// about somebody, an offer; nothing for others.
pub fn apart(url: &str, page: &str) -> Option<LinkRole> {
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
    let file =
        named && !last.ends_with(".html") && !last.ends_with(".htm") && !last.ends_with(".php");
    if file {
        return None;
    }
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    if english().link.offer.has_any_case(last) {
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
    let social = host(url).is_some_and(|h| {
        "twitter.com x.com instagram.com facebook.com threads.net bsky.app"
            .split(' ')
            .any(|d| under(h, d))
    });
    let count = parts.clone().count();
    if social && count == 1 && !path.ends_with(".php") {
        return Some(LinkRole::About);
    }
    let encyclopaedia = host(url).is_some_and(|h| under(h, "wikipedia.org"));
    let at = parts.position(|p| {
        one_of(p, TOPICS)
            || one_of(p, PROFILES)
                && (p != "in" && p != "wiki"
                    || encyclopaedia
                    || host(url).is_some_and(|h| under(h, "linkedin.com")))
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
    Some(if one_of(word, TOPICS) {
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
    let has = |list: List| sentence.clone().any(|i| list.has_any_case(text.bytes(i)));
    let other = |i: usize| matches!(text.tokens[i].kind, Kind::Mark('“' | '"') | Kind::Number);
    sentence.len() <= LONGEST_SHOWING
        && lists.shows_first.has_any_case(text.bytes(sentence.start))
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

/// Hosts of social networks.
const SOCIAL: &str = "twitter.com x.com facebook.com instagram.com tiktok.com youtube.com youtu.be t.me \
    telegram.me threads.net bsky.app linkedin.com reddit.com weibo.com truthsocial.com \
    mastodon.social vk.com t.co medium.com substack.com";

/// Hosts that hold primary documents, beside those of governments and universities.
const PRIMARY: &str = "doi.org arxiv.org documentcloud.org courtlistener.com nature.com science.org thelancet.com \
    nejm.org bmj.com jamanetwork.com pnas.org plos.org ssrn.com medrxiv.org biorxiv.org \
    who.int un.org europa.eu worldbank.org imf.org oecd.org pewresearch.org ipcc.ch \
    sciencedirect.com springer.com wiley.com archive.org parliament.uk legislation.gov.uk";

/// Labels that governments, armies and schools have under a country's ending, each with the endings under
/// which the registry gives it to nobody else. Under any other ending whoever likes may have it.
const PUBLIC: &[(&str, &str)] = &[
    (
        "gov",
        "ac ae af al ar as au az ba bb bd bf bh bm bn br bs bt by bz cd ck cl cm cn co cu cx cy \
            dm do dz ec ee eg er et fj fk gd ge gh gi gn gr gu gy hk ie il in iq ir is it jm jo kg \
            kh ki km kn kp kw kz la lb lc lk lr ls lt lv ly ma me mg mk ml mm mn mo mr ms mu mv mw \
            my mz ng np nr om pg ph pk pl pn pr ps pt py qa rs rw sa sb sc sd sg sh sl so ss sx sy \
            tj tl tm tn to tr tt tw ua uk vc ve vn ws ye zm zw",
    ),
    (
        "mil",
        "ac ae al ar az ba bd bo br by ck cl cn co cy do ec eg er fj fk ge gh gt hn id in iq jm \
            jo kg kh km kr kz lv mg mm mv my mz ng ni no np nz pe pg ph pl py qa rw sh st sy tj tm \
            to tr tw tz uy vc ve ye zm zw",
    ),
    (
        "edu",
        "ac af al ar au az ba bb bd bh bi bj bm bn bo br bs bt bz ci ck cn co cu cv cw dm do dz \
            ec ee eg er es et fk fm gd ge gh gi gl gn gp gr gt gu gy hk hn ht in iq is it jm jo kg \
            kh ki km kn kp kw ky kz la lb lc lk lr ls lv ly me mg mk ml mm mn mo ms mt mv mw mx my \
            mz ng ni np nr om pa pe pf pg ph pk pl pn pr ps pt py qa rs sa sb sc sd sg sl sn so ss \
            st sv sy tj tm to tr tt tw ua uy vc ve vn vu ws ye zm",
    ),
    (
        "ac",
        "ae at be ci cn cr cy fj gn id il im in ir jp ke kr lk ls ma me mu mw mz ni nz pa pr rs \
            rw se sz th tj tz ug uk vn zm zw",
    ),
    ("gob", "ar bo cl do ec es gt hn mx ni pa pe pk sv ve"),
    ("gouv", "ci fr ht km ml sn"),
    ("gc", "ca"),
    ("govt", "nz"),
];

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
    one_of(ending, "gov mil int edu")
        || (PUBLIC.iter()).any(|(name, endings)| *name == label && one_of(ending, endings))
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
    if is_file {
        return LinkKind::Primary;
    }
    // A site is no document on its own pages, whoever's it is.
    if self::host(page).is_some_and(|own| same_site(host, own)) {
        return LinkKind::Site;
    }
    if is_public(host) || PRIMARY.split(' ').any(|d| under(host, d)) {
        return LinkKind::Primary;
    }
    if english().words.names.outlet_of_host(host).is_some() {
        return LinkKind::Outlet;
    }
    LinkKind::Other
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(kind(&url, ""), LinkKind::Primary, "{host}");
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
            assert_eq!(kind(&url, ""), LinkKind::Other, "{host}");
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
            assert_eq!(apart(&url, page), role, "{url}");
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

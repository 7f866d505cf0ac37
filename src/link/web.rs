//! What the web calls things, the same in every language: hosts, endings of hosts and of files.

/// Hosts of networks where the first part of a path is somebody's own page.
pub(super) const PEOPLES: &str =
    "twitter.com x.com instagram.com facebook.com threads.net bsky.app";

/// Parts of a path that lead to an article or profile about somebody, on the hosts that use them so.
pub(super) const ABOUT: &str = "wiki in";
pub(super) const ABOUT_HOSTS: &str = "wikipedia.org linkedin.com";

/// Endings of pages; any other ending of a path is a file's.
pub(super) const PAGE_ENDINGS: &str = ".html .htm .php";

/// Endings of documents.
pub(super) const DOCUMENT_ENDINGS: &str = ".pdf .csv .xlsx .docx";

/// Hosts of social networks.
pub(super) const SOCIAL: &str = "twitter.com x.com facebook.com instagram.com tiktok.com youtube.com youtu.be t.me \
    telegram.me threads.net bsky.app linkedin.com reddit.com weibo.com truthsocial.com \
    mastodon.social vk.com t.co medium.com substack.com";

/// Hosts that hold primary documents, beside those of governments and universities.
pub(super) const PRIMARY: &str = "doi.org arxiv.org documentcloud.org courtlistener.com nature.com science.org thelancet.com \
    nejm.org bmj.com jamanetwork.com pnas.org plos.org ssrn.com medrxiv.org biorxiv.org \
    who.int un.org europa.eu worldbank.org imf.org oecd.org pewresearch.org ipcc.ch \
    sciencedirect.com springer.com wiley.com archive.org parliament.uk legislation.gov.uk";

/// Labels that governments, armies and schools have under a country's ending, each with the endings under
/// which the registry gives it to nobody else. Under any other ending whoever likes may have it.
pub(super) const PUBLIC: &[(&str, &str)] = &[
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

/// Endings of hosts that governments, armies, treaties and schools have to themselves.
pub(super) const PUBLIC_ENDINGS: &str = "gov mil int edu";

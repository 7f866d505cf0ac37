//! Pages that tell their own figures: a body's own site, a firm's own blog, an outlet's own count. Their source
//! is the page itself.

use crate::letter::{lowered, squeeze};
use crate::lexicon::{ORGANISATION, OUTLET, POSSESSIVE, PRONOUN};
use crate::link;
use crate::resolve::{Resolved, SourceKind};
use crate::text::Text;

/// From how many sentences with "we" outside quotations on a page speaks for itself.
const OWN_SENTENCES: usize = 4;

/// One sentence in so many, at least, has "we" on such a page.
const OWN_SHARE: usize = 12;

/// How many sentences are looked at: a page's voice shows early.
const SAMPLE: usize = 200;

/// The shortest name of a site that is looked for among the sources.
const SHORTEST_NAME: usize = 5;

/// Whether the page's figures are its own: it speaks for itself, or the site is that of a body whose word it
/// tells.
pub(super) fn tells_its_own(text: &Text, resolved: &Resolved) -> bool {
    is_of_a_source(text, resolved) || speaks_for_itself(text)
}

/// Whether the page is no report: its writer says "we" again and again, or it is a manual or a firm's blog.
pub(super) fn speaks_for_itself(text: &Text) -> bool {
    text.document.page.is_reference(&text.language.text) || says_we(text)
}

fn says_we(text: &Text) -> bool {
    let we = text.language.hint.we;
    let says = |i: usize| {
        text.tokens[i].is_any(PRONOUN.or(POSSESSIVE))
            && text.is_one_of_any_case(i, we)
            && text.quote_at(i).is_none()
    };
    let own = text
        .sentences
        .iter()
        .take(SAMPLE)
        .filter(|s| (s.start..s.end).any(says))
        .count();
    own >= OWN_SENTENCES && own * OWN_SHARE >= text.sentences.len().min(SAMPLE)
}

/// Whether a body that is no outlet has the name of the site, among the sources or in the page's title:
/// "pewresearch.org" and the Pew Research Center.
fn is_of_a_source(text: &Text, resolved: &Resolved) -> bool {
    let Some(host) = link::host(&text.document.page.url) else {
        return false;
    };
    // The longest part of the host is its name.
    let Some(name) = host.split('.').max_by_key(|part| part.len()) else {
        return false;
    };
    let name = name.replace('-', "");
    let mut squeezed = String::new();
    let mut is_named = |source: &str| {
        squeezed.clear();
        squeeze(source, &mut squeezed);
        squeezed.starts_with(&name)
    };
    if name.len() < SHORTEST_NAME {
        return false;
    }
    let words = &text.language.words;
    let is_body = |part: &str| {
        let mut classes = part
            .split(' ')
            .filter_map(|word| Some(words.get(&lowered(word))?.classes));
        classes.any(|c| c.intersects(ORGANISATION) && !c.intersects(OUTLET))
    };
    let title = text.document.page.title.split(['|', '–', '—', '-', ':']);
    let mut parts = title.map(str::trim);
    parts.any(|part| is_named(part) && is_body(part))
        || resolved.sources.iter().any(|s| {
            let body = matches!(s.kind, SourceKind::Organisation | SourceKind::Official);
            body && is_named(&s.name)
        })
}

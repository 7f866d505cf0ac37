//! Through whom the words came, by what the claim itself says: "X, citing Y", "a memo obtained by Z",
//! "told Z". Nearest to the reader first, the origin last.

use std::ops::Range;

use super::coreference::{Resolver, plain_words};
use super::name::Class;
use super::{Hop, SourceKind};
use crate::attribution::Attribution;
use crate::lexicon::{ARTICLE, DOCUMENT};
use crate::text::tag::Tag;

/// The most hops of a chain; a longer one is no chain that anybody reads.
const LONGEST: usize = 6;

/// How far behind the cue, in tokens, a medium ("in an email to staff that was reviewed by …") goes.
const REACH: usize = 24;

/// Words between a document and the outlet that passes it on.
pub(super) const PASSED: &str = "obtained seen reviewed viewed published cited quoted leaked released run carried reported \
    shared verified broadcast aired examined acquired posted";

/// The hops that `attribution`'s own words show, nearest first, without the origin.
pub(super) fn own(r: &Resolver, attribution: &Attribution) -> Vec<Hop> {
    let text = r.text;
    let mut hops = Vec::new();
    let sentence = text.sentences[text.sentence_of(attribution.cue.start)];
    let end = sentence.end.min(attribution.cue.end + REACH);
    let inside = |i: usize| attribution.content.iter().any(|c| c.contains(&i));
    // "told Z", "in an interview with Z".
    let told = text.is_one_of(attribution.head, "told tells telling tell emailed informed");
    for i in r.names.within(&(attribution.cue.end..end)) {
        let name = &r.names.names[i];
        let at = name.words.start;
        let in_source = attribution.source.as_ref().is_some_and(|s| s.contains(&at));
        if inside(at) || in_source || hops.len() >= LONGEST {
            continue;
        }
        let Class::Outlet(row) = name.class else {
            continue;
        };
        if row.is_some_and(|row| r.own.contains(&row)) {
            continue;
        }
        let mut front = at;
        while front > attribution.cue.end && text.tokens[front - 1].is(ARTICLE) {
            front -= 1;
        }
        let before = front.checked_sub(1).map_or("", |i| text.word(i));
        let recipient = told && front == attribution.cue.end;
        let with = (before == "with" || before == "to")
            && (attribution.cue.end..front).any(|k| {
                text.is_one_of(
                    k,
                    "interview interviews comments remarks statement email conversation",
                )
            });
        let by = before == "by" && front >= 2 && text.is_one_of(front - 2, PASSED);
        let citing = matches!(before, "citing" | "quoting");
        if recipient || with || by || citing {
            hops.push(hop(r, i));
        }
    }
    // "a memo obtained by Z", "the report run by W"
    if let Some(source) = &attribution.source {
        for i in r.names.within(source) {
            let name = &r.names.names[i];
            let mut front = name.words.start;
            while front > source.start && text.tokens[front - 1].is(ARTICLE) {
                front -= 1;
            }
            let by = front >= source.start + 2
                && text.word(front - 1) == "by"
                && text.is_one_of(front - 2, PASSED);
            if by
                && matches!(
                    name.class,
                    Class::Outlet(_) | Class::Organisation | Class::Unknown
                )
            {
                hops.push(hop(r, i));
            }
        }
    }
    // The same name may show itself in two ways.
    hops.dedup_by(|a, b| a.name == b.name);
    hops
}

fn hop(r: &Resolver, name: usize) -> Hop {
    let n = &r.names.names[name];
    let entity = r.names.entity_of[name];
    Hop {
        name: entity.map_or_else(|| plain_words(r.text, &n.words), |e| r.name_of(e)),
        kind: entity.map_or(SourceKind::Outlet, |e| r.kind_of(e)),
        evidence: n.words.clone(),
    }
}

/// "X, citing Y, said": Y is the origin and X passes it on. The words of Y.
pub(super) fn cited(r: &Resolver, attribution: &Attribution) -> Option<Range<usize>> {
    let text = r.text;
    let sentence = text.sentences[text.sentence_of(attribution.cue.start)];
    let inside = |i: usize| attribution.content.iter().any(|c| c.contains(&i));
    let from = attribution
        .source
        .as_ref()
        .map_or(attribution.cue.start, |s| s.start)
        .min(attribution.cue.start)
        .max(sentence.start);
    let at = (from..sentence.end.min(attribution.cue.end + REACH * 2)).find(|&i| {
        text.tags[i] == Tag::Ing
            && text.is_one_of(i, "citing quoting")
            && !attribution.cue.contains(&i)
            && (!inside(i) || i > 0 && text.tokens[i - 1].is_mark(','))
    })?;
    let mut end = at + 1;
    while end < sentence.end {
        let stop = text.tokens[end].is_mark(',')
            || text.tokens[end].is_mark('.')
            || text.tokens[end].is_mark(';')
            || matches!(
                text.tags[end],
                Tag::Pron | Tag::Rel | Tag::That | Tag::Modal | Tag::Be | Tag::Have
            )
            || end - at > 14;
        if stop {
            break;
        }
        end += 1;
    }
    // Reasons are cited too: "citing fears of rain" names nobody.
    let names_someone = r.names.within(&(at + 1..end)).next().is_some()
        || (at + 1..end).any(|i| {
            text.tokens[i].is_any(
                DOCUMENT
                    .or(crate::lexicon::GROUP)
                    .or(crate::lexicon::INSIDER)
                    .or(crate::lexicon::ROLE)
                    .or(crate::lexicon::ORGANISATION),
            )
        });
    (end > at + 1 && names_someone).then_some(at + 1..end)
}

/// Whether a source of kind `by` that cites one of kind `of` passes words on: an outlet does whatever it
/// cites; a person who cites figures does not, one who cites an outlet does.
pub(super) fn passes_on(by: SourceKind, of: SourceKind) -> bool {
    use SourceKind::{Anonymous, Outlet, SelfOutlet, Unresolved, Vague};
    matches!(by, Outlet | SelfOutlet) && !matches!(of, Unresolved | Vague)
        || matches!(of, Outlet | Anonymous)
}

/// The source of an attribution as the last hop of a chain.
pub(super) fn end_of(
    r: &Resolver,
    source: &Option<usize>,
    kind: SourceKind,
    attribution: &Attribution,
) -> Option<Hop> {
    let evidence = attribution.source.clone()?;
    let name = match source {
        Some(source) => r.sources[*source].name.clone(),
        None => plain_words(r.text, &evidence),
    };
    Some(Hop {
        name,
        kind,
        evidence,
    })
}

//! Through whom the words came, by what the claim itself says: "X, citing Y", "a memo obtained by Z",
//! "told Z", and by the claims that it stands in. Nearest to the reader first, the origin last.

use std::ops::Range;

use super::discourse::{Discourse, plain_words};
use super::name::Class;
use super::{Hop, Resolution, Source, SourceKind};
use crate::attribution::Attribution;
use crate::lexicon::{DOCUMENT, GROUP, INSIDER, ORGANISATION, ROLE};
use crate::phrase::edge;
use crate::rule::Rule;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// The most hops of a chain; a longer one is no chain that anybody reads.
const LONGEST: usize = 6;

/// How far behind the cue, in tokens, a medium ("in an email to staff that was reviewed by …") goes.
const REACH: usize = 24;

/// To whom it was said: "told Z".
static TOLD: Rule = Rule {
    name: "hop-told",
    yes: examples!["Ada Roe told Reuters that the road was shut."],
    no: examples!["Ada Roe told reporters that the road was shut."],
};

/// With whom it was said: "in an interview with Z".
static MET: Rule = Rule {
    name: "hop-interview",
    yes: examples![
        "Ada Roe said in an interview with Reuters that the road was shut.",
        "In an interview with Reuters, Ada Roe said the road was shut.",
    ],
    no: examples!["Ada Roe said in an interview with Bea Ono that the road was shut."],
};

/// Who passed it on: "obtained by Z", "quoted by Z", "Z quoted Y as saying".
static PASSED_BY: Rule = Rule {
    name: "hop-passed-on",
    yes: examples![
        "According to a memo obtained by Reuters, the road is shut.",
        "Reuters quoted Ada Roe as saying the road was shut.",
    ],
    no: examples!["According to a memo by Ada Roe, the road is shut."],
};

/// Whom the source has it from: "X, citing Y".
static CITING: Rule = Rule {
    name: "hop-citing",
    yes: examples!["The road is shut, Reuters reported, citing a council official."],
    no: examples!["The road is shut, Ada Roe said, citing the rain."],
};

/// The claim stands in another's: "Z reported that Y said".
static INSIDE: Rule = Rule {
    name: "hop-inside",
    yes: examples!["Reuters reported that Ada Roe said the road was shut."],
    no: examples!["Ada Roe said the road was shut."],
};

/// The source itself, at the end of a chain that others began.
static ORIGIN: Rule = Rule {
    name: "hop-origin",
    yes: examples!["Ada Roe told Reuters that the road was shut."],
    no: examples!["Ada Roe told reporters that the road was shut."],
};

/// How a hop passed words on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was told them: "told Z".
    Told,
    /// They were said to it: "in an interview with Z".
    Met,
    /// It passed them on: "obtained by Z".
    PassedOn,
    /// The source has them from it: "X, citing Y".
    Citing,
    /// The claim stands in its own: "Z reported that Y said".
    Inside,
    /// It is where the chain ends: the source of the claim itself.
    Origin,
}

impl Way {
    /// The rule that told it.
    pub fn rule(self) -> &'static Rule {
        match self {
            Way::Told => &TOLD,
            Way::Met => &MET,
            Way::PassedOn => &PASSED_BY,
            Way::Citing => &CITING,
            Way::Inside => &INSIDE,
            Way::Origin => &ORIGIN,
        }
    }
}

/// The rules of chains.
pub static RULES: &[&Rule] = &[&TOLD, &MET, &PASSED_BY, &CITING, &INSIDE, &ORIGIN];

/// The hops that `attribution`'s own words show, nearest first, without the origin.
pub(super) fn own(d: &Discourse, attribution: &Attribution) -> Vec<Hop> {
    let text = d.text;
    let mut hops = Vec::new();
    let sentence = text.sentences[text.sentence_of(attribution.cue.start)];
    let end = sentence.end.min(attribution.cue.end + REACH);
    let (cue, source) = (&attribution.cue, attribution.source.as_ref());
    let opens = source.map_or(cue.start, |s| s.start.min(cue.start));
    let before = sentence.start.max(opens.saturating_sub(REACH))..opens;
    let inside = |i: usize| attribution.content.iter().any(|c| c.contains(&i));
    // With what stands between them: "Ada Roe, in an interview with Z, said".
    let own = source.map_or(opens..opens, |s| s.start..s.end.max(cue.start));
    let near = [before, own.clone(), cue.end..end];
    for i in near.iter().flat_map(|words| d.names.within(words)) {
        let name = &d.names.names[i];
        let at = name.words.start;
        let in_source = source.is_some_and(|s| s.contains(&at));
        if inside(at) || hops.len() >= LONGEST {
            continue;
        }
        let Class::Outlet(row) = name.class else {
            continue;
        };
        if row.is_some_and(|row| d.own.contains(&row)) {
            continue;
        }
        // "Ada Roe, in an interview with Z,": what else stands in a source is told by its own words.
        let quotes = name.words.end < own.start
            && text.is_one_of(name.words.end, text.language.resolve.quotes);
        let way = if quotes {
            Some(Way::PassedOn)
        } else {
            shown(text, attribution, at)
        };
        let way = way.filter(|way| !in_source || *way == Way::Met);
        hops.extend(way.map(|way| hop(d, i, way)));
    }
    if let Some(source) = source {
        hops.extend(passed_on(d, source));
    }
    // The same name may show itself in two ways.
    hops.dedup_by(|a, b| a.name == b.name);
    hops
}

/// How the outlet whose name begins at `at` shows itself as a hop of `attribution`.
fn shown(text: &Text, attribution: &Attribution, at: usize) -> Option<Way> {
    let lists = &text.language.resolve;
    let cue = &attribution.cue;
    let front = edge::before_article(text, at, 0);
    let before = front.checked_sub(1)?;
    let behind = at > cue.start;
    let between = if behind {
        cue.end..front
    } else {
        text.sentences[text.sentence_of(at)].start..front
    };
    if behind && text.is_one_of_any_case(attribution.head, lists.tell_outlet) && front == cue.end {
        return Some(Way::Told);
    }
    let met = text.is_one_of(before, lists.with)
        && between
            .clone()
            .any(|k| text.is_one_of_any_case(k, lists.interview));
    if met {
        return Some(Way::Met);
    }
    let passed = text.is_one_of(before, lists.by)
        && (cue.start.min(between.start)..before)
            .rev()
            .take(4)
            .any(|k| text.is_one_of(k, lists.passed));
    if passed {
        return Some(Way::PassedOn);
    }
    text.is_one_of(before, lists.citing).then_some(Way::Citing)
}

/// "a memo obtained by Z", "the report run by W", in the words of a source.
pub(super) fn passed_on(d: &Discourse, source: &Range<usize>) -> Vec<Hop> {
    let text = d.text;
    let lists = &text.language.resolve;
    let passes = |i: &usize| {
        let name = &d.names.names[*i];
        let front = edge::before_article(text, name.words.start, source.start);
        let by = front >= source.start + 2
            && text.is_one_of(front - 1, lists.by)
            && text.is_one_of(front - 2, lists.passed);
        by && matches!(
            name.class,
            Class::Outlet(_) | Class::Organisation | Class::Unknown
        )
    };
    let names = d.names.within(source).filter(passes);
    names
        .take(LONGEST)
        .map(|i| hop(d, i, Way::PassedOn))
        .collect()
}

fn hop(d: &Discourse, name: usize, way: Way) -> Hop {
    let n = &d.names.names[name];
    let entity = d.names.entity_of[name];
    if let Some(station) = station(d.text, &n.words) {
        return Hop {
            name: plain_words(d.text, &station),
            kind: SourceKind::Outlet,
            evidence: station,
            way,
        };
    }
    Hop {
        name: entity.map_or_else(|| plain_words(d.text, &n.words), |e| d.name_of(e)),
        kind: entity.map_or(SourceKind::Outlet, |e| d.kind_of(e)),
        evidence: n.words.clone(),
        way,
    }
}

/// "told Fox 35 in Nara": a station of a network, which is not the network.
fn station(text: &Text, name: &Range<usize>) -> Option<Range<usize>> {
    let number = text.tokens.get(name.end)?;
    let bare = number.kind == Kind::Number && !number.opens_block && number.span.len() <= 2;
    let alone = text.tags.get(name.end + 1).is_none_or(|t| {
        matches!(
            t,
            Tag::Mark | Tag::Prep | Tag::That | Tag::Coord | Tag::Pron | Tag::Det | Tag::Sub
        )
    });
    (bare && alone).then_some(name.start..name.end + 1)
}

/// "X, citing Y, said": Y is the origin and X passes it on. The words of Y.
pub(super) fn cited(d: &Discourse, attribution: &Attribution) -> Option<Range<usize>> {
    let text = d.text;
    let sentence = text.sentences[text.sentence_of(attribution.cue.start)];
    let inside = |i: usize| attribution.content.iter().any(|c| c.contains(&i));
    let from = attribution
        .source
        .as_ref()
        .map_or(attribution.cue.start, |s| s.start)
        .min(attribution.cue.start)
        .max(sentence.start);
    let citing = text.language.resolve.citing;
    let opens = sentence.start < from && text.is_one_of_any_case(sentence.start, citing);
    let behind = || {
        (from..sentence.end.min(attribution.cue.end + REACH * 2)).find(|&i| {
            text.tags[i] == Tag::Ing
                && text.is_one_of(i, citing)
                && !attribution.cue.contains(&i)
                && (!inside(i) || i > 0 && text.tokens[i - 1].is_mark(','))
        })
    };
    let at = opens.then_some(sentence.start).or_else(behind)?;
    // "citing the mayor, Bea Ono": with the name behind the comma.
    let set_off = d.names.within(&(at + 1..sentence.end.min(at + REACH)));
    let mut end = set_off
        .map(|n| &d.names.names[n])
        .find(|n| n.full.start <= at + 2 && n.words.start > at + 2)
        .map_or(at + 1, |n| n.words.end);
    while end < sentence.end {
        let stop = text.tokens[end].is_mark(',')
            || text.tokens[end].is_mark('.')
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
    let names_someone = d.names.within(&(at + 1..end)).next().is_some()
        || (at + 1..end).any(|i| {
            let people = GROUP.or(INSIDER).or(ROLE);
            text.tokens[i].is_any(DOCUMENT.or(people).or(ORGANISATION))
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

/// Whom "citing" names, with `words`, as the origin of a chain.
pub(super) fn origin(
    d: &Discourse,
    source: Option<usize>,
    kind: SourceKind,
    evidence: Range<usize>,
    words: &Range<usize>,
) -> Hop {
    Hop {
        name: source.map_or_else(|| plain_words(d.text, words), |s| d.sources[s].name.clone()),
        kind,
        evidence,
        way: Way::Citing,
    }
}

/// Makes those in whose claims the `i`th attribution stands the first hops of its chain: "Z reported that Y said".
pub(super) fn nest(
    text: &Text,
    all: &[Attribution],
    sources: &[Source],
    told: &mut [Resolution],
    near: usize,
) {
    let holds = |outer: &Attribution, inner: &Attribution| {
        outer.content.iter().any(|c| c.contains(&inner.head))
    };
    // Those that stand in others, by index; a chain is as long as claims stand in claims.
    let around = |i: usize| {
        let others = i.saturating_sub(near)..all.len().min(i + 1 + near);
        let mut outer: Vec<usize> = others
            .filter(|k| *k != i && holds(&all[*k], &all[i]) && !holds(&all[i], &all[*k]))
            .collect();
        outer.sort_by_key(|k| {
            std::cmp::Reverse(
                all[*k]
                    .content
                    .iter()
                    .map(ExactSizeIterator::len)
                    .sum::<usize>(),
            )
        });
        outer
    };
    // Through whom each came by its own words.
    let own: Vec<Vec<Hop>> = told.iter().map(|t| t.relay.clone()).collect();
    for i in 0..all.len() {
        let passes = |k: &usize| {
            use SourceKind::{Unresolved, Vague};
            all[*k].source.is_some()
                && told[*k].source != told[i].source
                && !matches!(told[*k].kind, Unresolved | Vague)
        };
        let outer: Vec<usize> = around(i).into_iter().filter(passes).collect();
        if outer.is_empty() {
            continue;
        }
        let mut chain: Vec<Hop> = Vec::new();
        let mut pass = |hop: Hop| {
            if !chain.iter().any(|h| h.name == hop.name) && chain.len() < LONGEST {
                chain.push(hop);
            }
        };
        for k in outer {
            let outlets = own[k].iter().filter(|h| h.way != Way::Origin).cloned();
            let itself = end_of(text, sources, &told[k], &all[k], Way::Inside);
            outlets.chain(itself).for_each(&mut pass);
        }
        let origin = end_of(text, sources, &told[i], &all[i], Way::Origin);
        let hops = own[i].iter().filter(|h| h.way != Way::Origin).cloned();
        hops.chain(origin).for_each(&mut pass);
        told[i].relay = chain;
    }
}

/// The source of an attribution as a hop of a chain.
fn end_of(
    text: &Text,
    sources: &[Source],
    told: &Resolution,
    attribution: &Attribution,
    way: Way,
) -> Option<Hop> {
    let evidence = attribution.source.clone()?;
    let name = match told.source {
        Some(source) => sources[source].name.clone(),
        None => plain_words(text, &evidence),
    };
    Some(Hop {
        name,
        kind: told.kind,
        evidence,
        way,
    })
}

/// The source of `attribution`, of kind `kind`, where its chain ends.
pub(super) fn itself(
    d: &Discourse,
    source: Option<usize>,
    kind: SourceKind,
    attribution: &Attribution,
) -> Option<Hop> {
    let evidence = attribution.source.clone()?;
    let name = match source {
        Some(source) => d.sources[source].name.clone(),
        None => plain_words(d.text, &evidence),
    };
    Some(Hop {
        name,
        kind,
        evidence,
        way: Way::Origin,
    })
}

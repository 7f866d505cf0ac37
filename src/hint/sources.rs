//! Remarks on sources: vague, passive, anonymous, relayed, without a link.

use std::ops::Range;

use super::{Flag, FlagKind};
use crate::attribution::{Attribution, Quotation};
use crate::figure::Figure;
use crate::lexicon::name::Anonymity;
use crate::lexicon::{DETERMINER, DOCUMENT, HEDGE, one_of};
use crate::link::{self, LinkKind};
use crate::resolve::{Resolution, Resolved, SourceKind, Stance, kind, leads, passive};
use crate::text::Text;
use crate::text::block::Link;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Token};
use crate::tie::Tie;

/// The flags on sources, in the order of the first attribution each is of.
pub(super) fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
) -> Vec<Flag> {
    let mut flags = Vec::new();
    let mut carries = vec![Vec::new(); attributions.len()];
    for (figure, tie) in ties.iter().enumerate() {
        // "one habit" is hardly a figure.
        let few =
            figures[figure].rule == "count" && figures[figure].value.is_some_and(|v| v < 10.0);
        if let Some(tie) = tie.filter(|_| !few) {
            carries[tie.attribution].push(figure);
        }
    }
    for (i, (a, r)) in attributions.iter().zip(&resolved.resolutions).enumerate() {
        match r.kind {
            SourceKind::Vague if impersonal_source(text, a) && passive::is_impersonal(text, a) => {
                // "It was not known" tells what nobody says.
                let told = r.stance != Stance::Negated;
                flags.extend(
                    told.then(|| one(FlagKind::PassiveAttribution, i, vec![a.cue.clone()])),
                );
            }
            SourceKind::Vague => {
                // A vague source that carries neither figure nor quotation is the ordinary way to sum up.
                let figures = std::mem::take(&mut carries[i]);
                let named = a.source.as_ref().map_or_else(
                    || text.tokens[a.head].is(HEDGE),
                    |source| {
                        !is_counted(text, source)
                            && !is_they(text, source)
                            && !is_taken_up(text, source)
                            && !is_few(text, source)
                    },
                );
                if named && (a.quotation != Quotation::Indirect || !figures.is_empty()) {
                    flags.push(Flag {
                        figures,
                        ..one(FlagKind::VagueSource, i, r.kind_evidence.clone())
                    });
                }
            }
            _ => {}
        }
        if r.relay.len() > 1 {
            let evidence = r.relay.iter().map(|h| h.evidence.clone()).collect();
            flags.push(one(FlagKind::Relay, i, evidence));
        }
    }
    anonymous(text, attributions, resolved, &mut flags);
    no_link(text, attributions, resolved, &mut flags);
    super::in_order(&mut flags, |f| &f.attributions);
    flags
}

fn one(kind: FlagKind, attribution: usize, evidence: Vec<Range<usize>>) -> Flag {
    Flag {
        kind,
        attributions: vec![attribution],
        figures: Vec::new(),
        evidence,
        detail: None,
    }
}

/// "Three in ten voters", "49%": people counted by somebody, not people unnamed.
fn is_counted(text: &Text, source: &Range<usize>) -> bool {
    source
        .clone()
        .any(|i| text.tokens[i].kind == Kind::Number || text.tags[i] == Tag::Num)
}

/// "They" takes up people who were flagged where they came in.
fn is_they(text: &Text, source: &Range<usize>) -> bool {
    source.len() == 1 && text.word(source.start).eq_ignore_ascii_case("they")
}

/// "The scientists" takes up people who were told of before.
fn is_taken_up(text: &Text, source: &Range<usize>) -> bool {
    text.is_one_of_any_case(source.start, "the these those")
}

/// "Few strategists believe" is the writer's view of the many who do not.
fn is_few(text: &Text, source: &Range<usize>) -> bool {
    text.is_one_of_any_case(source.start, "few no none neither nobody")
}

/// "opposed it", "are posting them to the docket": no statement that a name would vouch for.
fn says_nothing(text: &Text, a: &Attribution) -> bool {
    let mut content = a.content.iter().flat_map(|c| &text.tags[c.clone()]);
    a.quotation == Quotation::Indirect && !content.any(|t| t.finite())
}

/// Nobody, or "it".
fn impersonal_source(text: &Text, a: &Attribution) -> bool {
    a.source
        .as_ref()
        .is_none_or(|s| s.len() == 1 && text.word(s.start).eq_ignore_ascii_case("it"))
}

/// One flag for each anonymous source, with all it says.
fn anonymous(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    flags: &mut Vec<Flag>,
) {
    // For each source the flag it has.
    let mut flag_of: Vec<Option<usize>> = vec![None; resolved.sources.len()];
    for (i, (a, r)) in attributions.iter().zip(&resolved.resolutions).enumerate() {
        // Who threatens or promises tells nothing that a name would vouch for.
        let intends = a
            .content
            .first()
            .is_some_and(|c| text.tags[c.start] == Tag::To);
        let silent = r.stance == Stance::Negated
            || says_nothing(text, a)
            || a.source.as_ref().is_some_and(|s| is_few(text, s));
        if r.kind != SourceKind::Anonymous || intends || silent {
            continue;
        }
        let (detail, reason) = reason(text, a);
        // "officials who accused the utility": the clause tells of them, it does not rest on them.
        let told_of = (a.source.as_ref()).is_some_and(|s| text.tags[s.start] == Tag::Rel);
        if told_of && detail == "none" {
            continue;
        }
        if let Some(at) = r.source.and_then(|s| flag_of[s]) {
            let flag: &mut Flag = &mut flags[at];
            flag.attributions.push(i);
            if flag.detail.is_some() && rank(detail) > rank(flag.detail.unwrap_or("none")) {
                flag.detail = Some(detail);
                flag.evidence.extend(reason);
            }
            continue;
        }
        let bare = is_bare(text, a, r, resolved) && detail == "none";
        let mut evidence = r.kind_evidence.clone();
        evidence.extend(reason);
        evidence.dedup();
        let mut flag = one(FlagKind::AnonymousSource, i, evidence);
        if bare {
            flag.kind = FlagKind::BareSource;
        } else {
            flag.detail = Some(detail);
        }
        if let Some(source) = r.source {
            flag_of[source] = Some(flags.len());
        }
        flags.push(flag);
    }
}

fn rank(detail: &str) -> u8 {
    match detail {
        "reason" => 2,
        "rote" => 1,
        _ => 0,
    }
}

/// How far around an attribution, in tokens, the reason for not naming its source may stand: a sentence
/// without an end has many attributions, and each is looked at once.
const REASON_REACH: usize = 80;

/// Why the source is not named, in the sentence of its mention, outside what it says; and the words.
fn reason(text: &Text, a: &Attribution) -> (&'static str, Option<Range<usize>>) {
    let Some(source) = &a.source else {
        return ("none", None);
    };
    let (start, end) = (source.start.min(a.cue.start), source.end.max(a.cue.end));
    let first = text.sentences[text.sentence_of(start)].start;
    let last = text.sentences[text.sentence_of(end.saturating_sub(1))].end;
    let near = first.max(start.saturating_sub(REASON_REACH))..last.min(end + REASON_REACH);
    let mut condition = false;
    let mut rote = None;
    let mut why = None;
    for (what, words) in kind::anonymities(text, near) {
        if a.content.iter().any(|c| c.contains(&words.start)) {
            continue;
        }
        match what {
            Anonymity::Condition => condition = true,
            Anonymity::Rote => rote = rote.or(Some(words)),
            // "because", "fearing" are reasons only beside the asking.
            Anonymity::Reason if condition => why = why.or(Some(words)),
            _ => {}
        }
    }
    match (why, rote) {
        // "because he was not authorized to speak" is the rote reason, whatever opens it.
        (_, Some(words)) => ("rote", Some(words)),
        (Some(words), None) => ("reason", Some(words)),
        (None, None) => ("none", None),
    }
}

/// "a source", "sources": nothing at all about it, here and where it came up first.
fn is_bare(text: &Text, a: &Attribution, r: &Resolution, resolved: &Resolved) -> bool {
    let bare = |words: &Range<usize>| {
        words.len() <= 2 && text.is_one_of(words.end - 1, "source sources Sources insider insiders")
    };
    let first = r
        .source
        .and_then(|s| resolved.sources[s].mentions.first())
        .or(a.source.as_ref());
    a.source.as_ref().is_some_and(bare) && first.is_some_and(bare)
}

/// Documents that the page cites and does not link. Only for a page with an address: a plain text has
/// no links to give.
fn no_link(text: &Text, attributions: &[Attribution], resolved: &Resolved, flags: &mut Vec<Flag>) {
    let page = &text.document.page;
    if page.url.is_empty() {
        return;
    }
    let documents = |r: &Resolution| r.kind == SourceKind::Document;
    if !resolved.resolutions.iter().any(documents) {
        return;
    }
    // A page that links any primary document may well mean this one, and so may one with a link on
    // the word "report" or "survey".
    let primary = |l: &Link| link::kind(&l.href, &page.url) == LinkKind::Primary;
    let on_document = |l: &Link| {
        let words = text.tokens_of(l.span);
        text.tokens[words].iter().any(|t| t.is(DOCUMENT))
    };
    let mut links = text.document.blocks.iter().flat_map(|b| &b.links);
    if links.any(|l| primary(l) || on_document(l)) {
        return;
    }
    let links = leads::find(text, attributions, resolved);
    // The attributions of each document, in order.
    let mut of_source: Vec<Vec<usize>> = vec![Vec::new(); resolved.sources.len()];
    for (i, r) in resolved.resolutions.iter().enumerate() {
        if let Some(source) = r.source.filter(|_| documents(r)) {
            of_source[source].push(i);
        }
    }
    for group in of_source {
        let Some(&first) = group.first() else {
            continue;
        };
        // "estimates suggest", "the data show": no document that a link could lead to.
        let loose = attributions[first].source.as_ref().is_some_and(|s| {
            let last = text.word(s.end - 1);
            one_of(last, "data figures numbers statistics")
                || !text.tokens[s.clone()]
                    .iter()
                    .any(|t| t.is(DETERMINER) || t.kind == Kind::Number)
                    && !text.tokens[s.start + 1..s.end].iter().any(Token::capital)
                    && last.ends_with('s')
        });
        if !loose && group.iter().all(|k| links[*k].is_none()) {
            let evidence = resolved.resolutions[first].kind_evidence.clone();
            flags.push(Flag {
                attributions: group,
                ..one(FlagKind::NoLink, first, evidence)
            });
        }
    }
}

//! Remarks on sources: vague, passive, anonymous, relayed, without a link.

use std::ops::Range;

use super::{Flag, FlagKind, Unnamed};
use crate::attribution::{Attribution, Quotation};
use crate::figure::{Figure, FigureKind};
use crate::letter::is_capital;
use crate::lexicon::name::Anonymity;
use crate::lexicon::{DETERMINER, DOCUMENT, HEDGE};
use crate::link::{self, LinkKind};
use crate::resolve::{Hop, Resolution, Resolved, SourceKind, Stance, anonymity, links, passive};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::block::Link;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Token};
use crate::tie::Tie;

/// A vague source carries a figure or a quotation.
pub(super) static VAGUE_SOURCE: Rule = Rule {
    name: "vague-source",
    yes: examples!["Experts said the dam would cost $4 million."],
    no: examples![
        "Experts said the dam would hold.",
        "The experts said the dam would cost $4 million.",
        "Few experts said the dam would cost $4 million.",
        "Ada Roe has data that showed that the river fell by 4%.",
        "Protesters chanted “Save the old dam, save our town”.",
    ],
};

/// "is believed", no by-phrase.
pub(super) static PASSIVE_ATTRIBUTION: Rule = Rule {
    name: "passive-attribution",
    yes: examples!["The mill is believed to have closed."],
    no: examples![
        "The mill is believed by the council to have closed.",
        "It was not known why.",
    ],
};

/// Unnamed but placed.
pub(super) static ANONYMOUS_SOURCE: Rule = Rule {
    name: "anonymous-source",
    yes: examples!["A senior official said the dam would be shut."],
    no: examples![
        "Ada Roe, a senior official, said the dam would be shut.",
        "Her husband said the dam would be shut.",
        "The caller said the dam would be shut.",
    ],
};

/// "a source", nothing more.
pub(super) static BARE_SOURCE: Rule = Rule {
    name: "bare-source",
    yes: examples!["A source said the dam would be shut."],
    no: examples!["A source close to the talks said the dam would be shut."],
};

/// Another's words passed on.
pub(super) static RELAY: Rule = Rule {
    name: "relay",
    yes: examples!["Bea Ono told the Harwick Times that the road was open."],
    no: examples!["The coast guard said the boat sank."],
};

/// A document is cited, the page links to none.
pub(super) static NO_LINK: Rule = Rule {
    name: "no-link",
    yes: examples!["The audit found that the boat sank."],
    no: examples![
        "The coast guard said the boat sank.",
        "The data show that the boat sank.",
        "Her bank records show that the boat sank.",
    ],
};

/// The flags on sources, in the order of the first attribution each is of.
pub(super) fn flags(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
    ties: &[Option<Tie>],
    unwanted: &[Option<&'static Rule>],
) -> Vec<Flag> {
    let mut flags = Vec::new();
    let mut carries = vec![Vec::new(); attributions.len()];
    for (figure, tie) in ties.iter().enumerate() {
        // "one habit", "a 17-year-old" is hardly a figure.
        let figures = &figures[figure];
        let few = figures.kind == FigureKind::Count && figures.value.is_some_and(|v| v < 10.0)
            || unwanted[figure].is_some();
        if let Some(tie) = tie.filter(|_| !few) {
            carries[tie.attribution].push(figure);
        }
    }
    for (i, (a, r)) in attributions.iter().zip(&resolved.resolutions).enumerate() {
        match r.kind {
            SourceKind::Vague if impersonal_source(text, a) && passive::is_impersonal(text, a) => {
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
                if named
                    && !is_chanted(text, a)
                    && !is_relative(text, a)
                    && (a.quotation != Quotation::Indirect || !figures.is_empty())
                {
                    flags.push(Flag {
                        figures,
                        ..one(FlagKind::VagueSource, i, r.kind_evidence.clone())
                    });
                }
            }
            _ => {}
        }
        if r.relay.len() > 1 && !is_own_document(text, r) {
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
    source.len() == 1 && text.is_one_of_any_case(source.start, text.language.hint.they)
}

/// "The scientists" takes up people who were told of before.
fn is_taken_up(text: &Text, source: &Range<usize>) -> bool {
    text.is_one_of_any_case(source.start, text.language.hint.taken_up)
}

/// "Few strategists believe" is the writer's view of the many who do not.
fn is_few(text: &Text, source: &Range<usize>) -> bool {
    text.is_one_of_any_case(source.start, text.language.hint.few)
}

/// "the caller replied": who came up in what is told.
fn is_bystander(text: &Text, source: &Range<usize>) -> bool {
    source.len() == 2
        && is_taken_up(text, source)
        && text.is_one_of_any_case(source.end - 1, text.language.hint.bystander)
}

/// "data that showed the river fell by 4%": the clause tells of them.
fn is_relative(text: &Text, a: &Attribution) -> bool {
    let first = a.source.as_ref().map(|s| text.tags[s.start]);
    matches!(first, Some(Tag::Rel | Tag::That))
}

/// "protesters chanted": a crowd is heard, and no one of it is asked for a name.
fn is_chanted(text: &Text, a: &Attribution) -> bool {
    let words = &text.language.words;
    let cue = text.tokens[a.head].entry().and_then(|e| words.cue(e));
    cue.is_some_and(|cue| text.language.hint.crowd_cue.has(cue.lemma))
}

/// "her husband": whoever he is, the text tells whose.
fn is_kin(text: &Text, source: &Range<usize>) -> bool {
    let kin = text.language.hint.kin;
    let owned = |i: usize| text.tags[i] == Tag::Poss || text.tags[i] == Tag::Gen;
    let end = source.end.min(source.start + KIN_REACH);
    let owner = (source.start..end).find(|i| owned(*i));
    owner.is_some_and(|owner| (owner + 1..end).any(|i| text.is_one_of_any_case(i, kin)))
}

/// How many words of a source may hold whose kin it is: "Ada Roe's younger sister".
const KIN_REACH: usize = 6;

/// "the bureau, in data released by the bureau": its own document passes nothing on.
fn is_own_document(text: &Text, r: &Resolution) -> bool {
    let [first, rest @ ..] = &r.relay[..] else {
        return false;
    };
    let named = |name: &str, words: &str| words.contains(name);
    // "the data", "the investigation": whose else than theirs.
    let own = |hop: &Hop| hop.kind == SourceKind::Document && !hop.name.contains(is_capital);
    !rest.is_empty()
        && rest.iter().all(|hop| {
            own(hop)
                || named(&hop.name, &first.name)
                || named(&first.name, text.words(&hop.evidence))
        })
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
        .is_none_or(|s| s.len() == 1 && text.is_one_of_any_case(s.start, text.language.hint.it))
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
    // For each token whether a phrase of anonymity may open there, once that was asked: a sentence without an end has
    // many such sources, and is looked through for each.
    let mut opens: Vec<Option<bool>> = Vec::new();
    for (i, (a, r)) in attributions.iter().zip(&resolved.resolutions).enumerate() {
        // Who threatens or promises tells nothing that a name would vouch for.
        let intends = a
            .content
            .first()
            .is_some_and(|c| text.tags[c.start] == Tag::To);
        let silent = r.stance == Stance::Negated
            || says_nothing(text, a)
            || a.source
                .as_ref()
                .is_some_and(|s| is_kin(text, s) || is_bystander(text, s))
            || a.source.as_ref().is_some_and(|s| is_few(text, s));
        if r.kind != SourceKind::Anonymous || intends || silent {
            continue;
        }
        opens.resize(text.tokens.len(), None);
        let (detail, reason) = reason(text, a, &mut opens);
        // "officials who accused the utility": the clause tells of them, it does not rest on them.
        let told_of = (a.source.as_ref()).is_some_and(|s| text.tags[s.start] == Tag::Rel);
        if told_of && detail == Unnamed::NoReason {
            continue;
        }
        if let Some(at) = r.source.and_then(|s| flag_of[s]) {
            let flag: &mut Flag = &mut flags[at];
            flag.attributions.push(i);
            if flag.detail.is_some_and(|d| detail > d) {
                flag.detail = Some(detail);
                flag.evidence.extend(reason);
            }
            continue;
        }
        let bare = is_bare(text, a, r, resolved) && detail == Unnamed::NoReason;
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

/// How far around an attribution, in tokens, the reason for not naming its source may stand: a sentence
/// without an end has many attributions, and each is looked at once.
const REASON_REACH: usize = 80;

/// Why the source is not named, in the sentence of its mention, outside what it says; and the words.
fn reason(
    text: &Text,
    a: &Attribution,
    opens: &mut [Option<bool>],
) -> (Unnamed, Option<Range<usize>>) {
    let Some(source) = &a.source else {
        return (Unnamed::NoReason, None);
    };
    let (start, end) = (source.start.min(a.cue.start), source.end.max(a.cue.end));
    let first = text.sentences[text.sentence_of(start)].start;
    let last = text.sentences[text.sentence_of(end.saturating_sub(1))].end;
    let near = first.max(start.saturating_sub(REASON_REACH))..last.min(end + REASON_REACH);
    let mut condition = false;
    let mut rote = None;
    let mut why = None;
    for i in near.clone() {
        let may = || !anonymity::anonymities_of(text, i).is_empty();
        if !*opens[i].get_or_insert_with(may) {
            continue;
        }
        let Some((what, words)) = anonymity::anonymity_at(text, i, near.end) else {
            continue;
        };
        if a.content.iter().any(|c| c.contains(&words.start)) {
            continue;
        }
        match what {
            Anonymity::Condition => condition = true,
            Anonymity::Rote => rote = rote.or(Some(words)),
            Anonymity::Reason => why = why.or(Some(words)),
            _ => {}
        }
    }
    // "because", "fearing" are reasons only beside the asking, or told of the source itself.
    let why = why.filter(|words| condition || source.contains(&words.start));
    match (why, rote) {
        // "because he was not authorized to speak" is the rote reason, whatever opens it.
        (_, Some(words)) => (Unnamed::Rote, Some(words)),
        (Some(words), None) => (Unnamed::Reason, Some(words)),
        (None, None) => (Unnamed::NoReason, None),
    }
}

/// "a source", "sources": nothing at all about it, here and where it came up first.
fn is_bare(text: &Text, a: &Attribution, r: &Resolution, resolved: &Resolved) -> bool {
    let bare = |words: &Range<usize>| {
        words.len() <= 2 && text.is_one_of_any_case(words.end - 1, text.language.hint.bare)
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
    // A page that links any primary document may well mean this one, and so may one with a link on
    // the word "report" or "survey".
    let primary = |l: &Link| link::kind(&l.href, &page.url, text.language) == LinkKind::Primary;
    let on_document = |l: &Link| {
        let words = text.tokens_of(l.span);
        text.tokens[words].iter().any(|t| t.is(DOCUMENT))
    };
    let mut links = text.document.blocks.iter().flat_map(|b| &b.links);
    if links.any(|l| primary(l) || on_document(l)) {
        return;
    }
    let links = links::find(text, attributions, resolved);
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
            let determined = text.tokens[s.clone()]
                .iter()
                .any(|t| t.is(DETERMINER) || t.kind == Kind::Number);
            // "her bank records", "preliminary investigation suggests"
            text.language.hint.loose_document.has(last)
                || text.tags[s.start] == Tag::Poss
                || !determined && !text.tokens[s.start + 1..s.end].iter().any(Token::capital)
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

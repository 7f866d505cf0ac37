//! From source mentions to sources: who "he" is, what kind of source speaks, through whom, when, and
//! how the cue stands to what it reports.

mod acting;
pub(crate) mod anonymity;
mod apart;
mod beside;
mod candidate;
mod confidence;
mod description;
mod discourse;
mod document;
mod entity;
mod epithet;
mod facts;
mod holder;
mod introduced;
mod kind;
mod known;
pub mod links;
mod mention;
mod name;
pub(crate) mod passive;
mod personal;
mod pronoun;
mod recent;
mod relative;
mod relay;
mod role;
mod rules;
mod run;
mod short_name;
mod speaks;
mod stance;
#[cfg(test)]
mod tests;
pub mod time;
mod who;

use std::ops::Range;

pub use candidate::Weighed;
use discourse::Discourse;
use entity::Names;
pub use recent::LEAD;
use who::{Found, Resolver};

use crate::attribution::{Attribution, Quotation};
use crate::letter::{lowered, squeeze};
pub use crate::lexicon::cue::Stance;
use crate::lexicon::forms::Forms;
use crate::lexicon::name::{Anonymity, Known};
use crate::link;
use crate::pace::{Pace, at_once, pause};
use crate::rule::Rule;
use crate::span::{self, in_order};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::token::Kind;

/// What kind of source speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The page's own outlet.
    SelfOutlet,
    /// A proper name, with title or role when given.
    Person,
    /// An office without a name.
    Official,
    /// Ministry, company, agency, court, party.
    Organisation,
    /// People as a group with a clear extent.
    Group,
    /// Report, memo, study, statement, law, data set.
    Document,
    /// Another news organisation or agency.
    Outlet,
    /// A post by a named account.
    Social,
    /// Unnamed but placed.
    Anonymous,
    /// Unnamed and unplaced.
    Vague,
    /// A pronoun or description with no single antecedent.
    Unresolved,
}

/// One step of a relay chain: who passed the words on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Its name as the text gives it.
    pub name: String,
    /// Its kind.
    pub kind: SourceKind,
    /// The words that show it, as tokens.
    pub evidence: Range<usize>,
    /// How it passed them on.
    pub way: Way,
}

/// A resolved source of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its full name as the text gives it.
    pub name: String,
    /// Its role ("National Security Council spokesman"), if the text gives one.
    pub role: Option<String>,
    /// Its kind.
    pub kind: SourceKind,
    /// Where the text names it, as tokens, in order.
    pub mentions: Vec<Range<usize>>,
    /// Whether the name is a name, not the words of a description ("two officials").
    pub named: bool,
}

/// What resolving adds to one attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Its kind of source.
    pub kind: SourceKind,
    /// The words that show the kind, as tokens.
    pub kind_evidence: Vec<Range<usize>>,
    /// The rule that told the kind of a description; none where a name or pronoun tells it.
    pub kind_rule: Option<&'static Rule>,
    /// Index into [`Resolved::sources`]; none where no single antecedent remains.
    pub source: Option<usize>,
    /// Through whom it came, nearest hop first, the origin last; empty when first-hand.
    pub relay: Vec<Hop>,
    /// How the cue stands to the content.
    pub stance: Stance,
    /// The time expression that dates the statement, as tokens.
    pub when: Option<Range<usize>>,
    /// The rule that told who the source is.
    pub rule: &'static Rule,
    /// How sure it is that the hint shows nothing untrue.
    pub confidence: Confidence,
    /// The name of the second candidate, where there was one.
    pub runner_up: Option<String>,
    /// By how many points the source leads the second candidate; 0 without one.
    pub margin: u32,
    /// To whom it was said, as tokens; an outlet so told is a hop of the relay instead.
    pub addressee: Option<Range<usize>>,
    /// Where it was said or written ("a notice viewed by STAT"), as tokens.
    pub medium: Option<Range<usize>>,
}

/// How sure it is that a hint shows nothing untrue. Which rules are sure was counted on labelled pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Of such hints at most three in a hundred showed something untrue.
    Sure,
    /// Of such hints at most fifteen in a hundred did: "probably".
    Likely,
}

/// The sources of a text and what each attribution has of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// In order of first mention.
    pub sources: Vec<Source>,
    /// One for each attribution, in their order.
    pub resolutions: Vec<Resolution>,
}

impl Resolved {
    /// Gives attributions the work for their source whose authors they name ("Hale et al. 2021"): each by its
    /// index, with the work's name. `attributions` are those resolved.
    pub fn name_works(&mut self, attributions: &[Attribution], works: &[(usize, String)]) {
        if works.is_empty() {
            return;
        }
        // How often each source speaks otherwise than as the authors of a work.
        let mut speaks = vec![0usize; self.sources.len()];
        let sources = self.resolutions.iter().filter_map(|r| r.source);
        sources.for_each(|s| speaks[s] += 1);
        let of_works = works
            .iter()
            .filter_map(|(i, _)| self.resolutions[*i].source);
        of_works.for_each(|s| speaks[s] -= 1);
        let mut known: Forms<usize> = Forms::default();
        for (i, name) in works {
            let mention = attributions[*i].source.clone();
            let before = self.resolutions[*i].source;
            // Who says nothing else is the work; the first, where there are several.
            let free = before.filter(|s| speaks.get(*s) == Some(&0));
            let place = *known.first(name.as_str(), free.unwrap_or(self.sources.len()));
            if let Some(source) = free {
                speaks[source] = 1;
            }
            let work = |mentions| Source {
                name: name.clone(),
                role: None,
                kind: SourceKind::Document,
                mentions,
                named: true,
            };
            match self.sources.get_mut(place) {
                None => self.sources.push(work(mention.iter().cloned().collect())),
                Some(source) if free == Some(place) => {
                    *source = work(std::mem::take(&mut source.mentions));
                }
                Some(source) => source.mentions.extend(mention.clone()),
            }
            let resolution = &mut self.resolutions[*i];
            resolution.source = Some(place);
            resolution.kind = SourceKind::Document;
            resolution.kind_evidence = mention.into_iter().collect();
            resolution.rule = &rules::WORK.rule;
            resolution.kind_rule = None;
        }
        let documents = self.sources.iter_mut();
        for source in documents.filter(|s| s.kind == SourceKind::Document) {
            in_order(&mut source.mentions);
            source.mentions.dedup();
        }
    }

    /// The name that the source of `attribution` (the `i`th) goes by elsewhere: none where nothing is
    /// resolved, and none where the mention itself is all there is ("two officials").
    pub fn name(&self, text: &Text, i: usize, attribution: &Attribution) -> Option<&str> {
        let source = &self.sources[self.resolutions.get(i)?.source?];
        let itself = || {
            let surface = attribution.source.as_ref().map(|w| lowered(text.words(w)));
            // Letter by letter: the searcher of std weighs more than all texts here are worth.
            let name = lowered(&source.name).into_bytes();
            surface.is_some_and(|s| {
                s.as_bytes()
                    .windows(name.len().max(1))
                    .any(|part| *part == *name)
            })
        };
        (source.named || !itself()).then_some(source.name.as_str())
    }
}

pub use kind::RULES as KINDS;
pub use pronoun::RULES as PRONOUNS;
pub use relay::{RULES as RELAYS, Way};
pub use rules::RULES as WHO;

/// How many attributions before and after one can share its sentence and matter to it.
const NEIGHBOURS: usize = 4;

/// About how many tokens news has for each attribution: what is to be done for one.
const TOKENS_AN_ATTRIBUTION: usize = 64;

/// How the source of an attribution was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Who was weighed, the weightiest first, then who was kept out; empty where a name or description tells.
    pub candidates: Vec<Weighed>,
}

/// Resolves the sources of `attributions`, in linear time.
pub fn resolve(text: &Text, attributions: &[Attribution]) -> Resolved {
    at_once(resolve_in_steps(text, attributions))
}

/// The same, in steps.
pub async fn resolve_in_steps(text: &Text<'_>, attributions: &[Attribution]) -> Resolved {
    let mut resolver = resolver(text, attributions);
    pause().await;
    let resolutions = in_turn(&mut resolver, attributions, |_, resolution, _| resolution).await;
    let mut resolved = Resolved {
        sources: resolver.d.sources,
        resolutions,
    };
    relay::nest(
        text,
        attributions,
        &resolved.sources,
        &mut resolved.resolutions,
        NEIGHBOURS,
    );
    if !attributions.is_empty() {
        headline_word(text, &mut resolved);
        in_order_of_mention(&mut resolved);
    }
    resolved
}

/// How the sources of `attributions` were told, for each in their order.
pub fn explain(text: &Text, attributions: &[Attribution]) -> Vec<Explanation> {
    let mut resolver = resolver(text, attributions);
    resolver.explains = true;
    at_once(in_turn(&mut resolver, attributions, |_, _, candidates| {
        Explanation { candidates }
    }))
}

fn resolver<'t, 'd>(text: &'t Text<'d>, attributions: &[Attribution]) -> Resolver<'t, 'd> {
    let names = match attributions {
        [] => Names::default(),
        _ => Names::new(text, name::find(text), attributions),
    };
    let contents = attributions.iter().flat_map(|a| a.content.iter().cloned());
    let d = Discourse::new(text, names, own_outlets(text));
    Resolver::new(d, contents.collect())
}

/// Resolves each attribution, in text order of source and cue, so that "he" finds who spoke before; what `tell`
/// makes of each, in the order of the attributions.
async fn in_turn<T>(
    resolver: &mut Resolver<'_, '_>,
    attributions: &[Attribution],
    tell: impl Fn(usize, Resolution, Vec<Weighed>) -> T,
) -> Vec<T> {
    let mut told: Vec<Option<T>> = attributions.iter().map(|_| None).collect();
    let mut pace = Pace::default();
    for i in ordered(attributions.iter().map(anchor)) {
        let near =
            &attributions[i.saturating_sub(NEIGHBOURS)..attributions.len().min(i + 1 + NEIGHBOURS)];
        let (resolution, candidates) = one(resolver, &attributions[i], near);
        told[i] = Some(tell(i, resolution, candidates));
        if pace.went(TOKENS_AN_ATTRIBUTION) {
            pause().await;
        }
    }
    told.into_iter().flatten().collect()
}

/// The indexes of `keys` by their keys, and by themselves where those are the same.
fn ordered(keys: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = keys.zip(0..).collect();
    span::sort(&mut order);
    order.into_iter().map(|(_, i)| i).collect()
}

/// Where an attribution speaks, as a token: at its source, else at its cue.
fn anchor(attribution: &Attribution) -> usize {
    let words = attribution.source.as_ref().unwrap_or(&attribution.cue);
    words.start
}

fn one(
    resolver: &mut Resolver,
    attribution: &Attribution,
    near: &[Attribution],
) -> (Resolution, Vec<Weighed>) {
    let text = resolver.d.text;
    let at = anchor(attribution);
    let nobody = || {
        let cue = vec![attribution.cue.clone()];
        Found::new(&rules::NOBODY, None, SourceKind::Vague, cue)
    };
    let mut found = match &attribution.source {
        Some(words) => resolver.mention(words, true),
        // "is believed", "reportedly": nobody.
        None => nobody(),
    };
    // "Ada Roe of the Nara Times recalled": she reports nothing for her paper there.
    if found.kind == SourceKind::Outlet && is_reporter(resolver, &found) {
        let reports = text.is_one_of_any_case(attribution.head, text.language.resolve.reports);
        let own_words = attribution.quotation == Quotation::Direct;
        if !reports || own_words {
            found.kind = SourceKind::Person;
        }
    }
    let relay = chain(resolver, attribution, &found);
    // "said the clerk, who spoke on condition of anonymity": the phrase stands behind the source.
    if matches!(found.kind, SourceKind::Official | SourceKind::Group)
        && let Some(words) = &attribution.source
        && let Some(phrase) = anonymity_near(text, attribution, words)
    {
        found.kind = SourceKind::Anonymous;
        found.evidence.push(phrase);
    }
    if let Some(source) = found.source {
        let none = at..at;
        let words = attribution.source.as_ref().unwrap_or(&none);
        resolver.spoke(source, words, at);
    } else if let Some(words) = &attribution.source {
        resolver.nobody_known_spoke(words, &found);
    }
    let (addressee, medium) = beside::of(text, attribution);
    let resolution = Resolution {
        rule: &found.rule.rule,
        confidence: confidence::of(text, attribution, &found),
        runner_up: found.runner_up,
        margin: found.margin,
        addressee,
        medium,
        kind: found.kind,
        kind_evidence: found.evidence,
        kind_rule: found.kind_rule,
        source: found.source,
        relay,
        stance: stance::of(text, &attribution.cue, attribution.head),
        when: time::of(text, attribution, near),
    };
    (resolution, found.candidates)
}

/// Whether who was `found` is a person who reports for an outlet.
fn is_reporter(resolver: &Resolver, found: &Found) -> bool {
    let entity = found.source.and_then(|s| resolver.d.entities[s]);
    entity.is_some_and(|e| resolver.d.names.entities[e].outlet.is_some())
}

/// How many documents are kept that somebody passed on; a page tells of few.
const MOST_PASSED_ON: usize = 16;

/// The chain that an attribution's own words show; empty where its source speaks first-hand.
fn chain(resolver: &mut Resolver, attribution: &Attribution, found: &Found) -> Vec<Hop> {
    let mut relay = relay::own(&resolver.d, attribution);
    let cited = relay::cited(&resolver.d, attribution);
    // Most speak for themselves, and need no name for it.
    let passed = cited.is_some() || !relay.is_empty() || !resolver.passed_on.is_empty();
    let itself = || relay::itself(&resolver.d, found.source, found.kind, attribution);
    let itself = passed.then(itself).flatten();
    if let Some(words) = cited {
        let origin = resolver.mention(&words, false);
        if let Some(hop) = itself
            .clone()
            .filter(|_| relay::passes_on(found.kind, origin.kind))
        {
            relay.retain(|other| other.name != hop.name);
            relay.insert(0, hop);
            relay.extend(relay::passed_on(&resolver.d, &words));
            let evidence = origin.evidence.first().cloned();
            let evidence = evidence.unwrap_or_else(|| words.clone());
            relay.push(relay::origin(
                &resolver.d,
                origin.source,
                origin.kind,
                evidence,
                &words,
            ));
            relay.dedup_by(|a, b| a.name == b.name);
            return relay;
        }
    }
    if relay.is_empty() {
        // "The memo said": it is known through whom it came.
        let known = found.source.and_then(|s| {
            let mut known = resolver.passed_on.iter();
            known.find(|(source, _)| *source == s)
        });
        relay.extend(known.into_iter().flat_map(|(_, hops)| hops.iter().cloned()));
    } else if let Some(source) = found.source
        && found.kind == SourceKind::Document
        && resolver.passed_on.len() < MOST_PASSED_ON
    {
        resolver.passed_on.push((source, relay.clone()));
    }
    // Nobody has it from themselves.
    relay.retain(|hop| itself.as_ref().is_none_or(|own| own.name != hop.name));
    if !relay.is_empty() {
        relay.extend(itself);
    }
    relay
}

/// How far behind a source or cue, in tokens, its asking for anonymity may stand.
const ANONYMITY_REACH: usize = 40;

/// "on condition of anonymity" in the attribution's sentence, outside its content.
fn anonymity_near(
    text: &Text,
    attribution: &Attribution,
    words: &Range<usize>,
) -> Option<Range<usize>> {
    let end = words.end.max(attribution.cue.end);
    let sentence = text.sentences[text.sentence_of(end.saturating_sub(1))];
    anonymity::anonymities(text, words.start..sentence.end.min(end + ANONYMITY_REACH))
        .find(|(what, at)| {
            *what == Anonymity::Condition
                && !attribution.content.iter().any(|c| c.contains(&at.start))
        })
        .map(|(_, at)| at)
}

/// The outlets that the page is of: by its host, and by the agency that its first lines credit
/// ("(AP) —").
fn own_outlets(text: &Text) -> Vec<u16> {
    let names = &text.language.words.names;
    let mut own = Vec::new();
    own.extend(link::host(&text.document.page.url).and_then(|h| names.outlet_of_host(h)));
    let mut key = String::new();
    // A dateline stands within the first words of the text.
    for i in 1..text.tokens.len().min(80) {
        if text.tokens[i - 1].is_mark('(')
            && text.tokens.get(i + 1).is_some_and(|t| t.is_mark(')'))
            && text
                .tokens
                .get(i + 2)
                .is_some_and(|t| matches!(t.kind, Kind::Mark('—' | '–' | '-')))
        {
            key.clear();
            squeeze(text.word(i), &mut key);
            if let Some(Known::Outlet(row)) = names.get(&key) {
                own.push(row);
            }
        }
    }
    own
}

/// Sources by their first mention, as a reader meets them.
fn in_order_of_mention(resolved: &mut Resolved) {
    for source in &mut resolved.sources {
        in_order(&mut source.mentions);
        source.mentions.dedup();
    }
    let first = resolved.sources.iter().map(|s| s.mentions.first());
    let order = ordered(first.map(|m| m.map_or(usize::MAX, |m| m.start)));
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    let mut sources: Vec<Option<Source>> = std::mem::take(&mut resolved.sources)
        .into_iter()
        .map(Some)
        .collect();
    resolved.sources = order.iter().filter_map(|i| sources[*i].take()).collect();
    for resolution in &mut resolved.resolutions {
        resolution.source = resolution.source.map(|s| place[s]);
    }
}

/// "…, memo shows" heads a text that goes on with "a March personnel memo": where just one document of
/// the text ends in the headline's word, it is the one.
fn headline_word(text: &Text, resolved: &mut Resolved) {
    if text.document.blocks[0].kind != BlockKind::Heading {
        return;
    }
    let sources = &mut resolved.sources;
    let heads = |m: &Range<usize>| m.len() == 1 && text.tokens[m.start].block == 0;
    let bare = |s: &Source| s.kind == SourceKind::Document && s.mentions.iter().all(heads);
    let Some(short) = sources.iter().position(bare) else {
        return;
    };
    let Some(mention) = sources[short].mentions.first().cloned() else {
        return;
    };
    let mut full = None;
    for (i, source) in sources.iter().enumerate() {
        let ends = source.name.strip_suffix(&sources[short].name);
        if source.kind == SourceKind::Document && ends.is_some_and(|s| s.ends_with(' ')) {
            if full.is_some() {
                return;
            }
            full = Some(i);
        }
    }
    let Some(full) = full else { return };
    sources[full].mentions.push(mention);
    let last = sources.len() - 1;
    sources.swap_remove(short);
    for resolution in &mut resolved.resolutions {
        let source = resolution.source.map(|i| if i == short { full } else { i });
        resolution.source = source.map(|i| if i == last { short } else { i });
    }
}

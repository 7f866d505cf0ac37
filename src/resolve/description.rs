//! What a description takes up: "the governor" a person, "the agency" a body, "the paper" an outlet.

use std::ops::Range;

use super::SourceKind;
use super::apart::names_before;
use super::discourse::Discourse;
use super::entity::Entity;
use super::mention::Phrase;
use super::name::{Class, Name};
use crate::letter::is_capital;
use crate::lexicon::{ARTICLE, ORGANISATION, ROLE, TITLE, pairs};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Shape, legible};

/// How many sentences back a description may reach for its body.
const FAR: usize = 12;

/// How many of those who spoke last are asked whether they are prosecutors.
const MOST_SPEAKERS: usize = 60;

/// How many of those who spoke last are asked whether they are the body.
const MOST_BODIES: usize = 12;

/// The only prosecuting office that has spoken, as a source: "prosecutors" for the "U.S. Attorney's
/// Office".
pub(super) fn prosecutors(
    d: &mut Discourse,
    phrase: &Phrase,
    words: &Range<usize>,
) -> Option<usize> {
    let lists = &d.text.language.resolve;
    let bare = phrase.chunk.len() == 1 && !phrase.quantified;
    if !bare || !d.text.is_one_of_any_case(phrase.head, lists.prosecutors) {
        return None;
    }
    let prosecutes = |name: &str| {
        let has = |start: &str| name.split(' ').any(|word| word.starts_with(start));
        let mut offices = lists.prosecuting_office.iter();
        offices.any(|(start, other)| has(start) && has(other))
    };
    let spoke = d.said.iter().rev().take(MOST_SPEAKERS).map(|s| s.source);
    let mut offices = spoke.filter(|s| {
        let source = &d.sources[*s];
        source.kind == SourceKind::Organisation && prosecutes(&source.name)
    });
    let Some(office) = offices.next() else {
        drop(offices);
        let office = only_office(d, prosecutes)?;
        return Some(d.of_entity(office, words));
    };
    // Another one that is only named may be meant as well.
    let named = names_before(d, phrase.chunk.start)
        .filter_map(|(i, _)| d.names.entity_of[i])
        .filter(|e| matches!(d.names.entities[*e].class, Class::Organisation))
        .any(|e| d.entities[office] != Some(e) && prosecutes(&d.name_of(e)));
    (!named).then_some(office)
}

/// The only prosecuting office that the text names at all, even after the prosecutors have spoken.
fn only_office(d: &Discourse, prosecutes: impl Fn(&str) -> bool) -> Option<usize> {
    let bodies = d.names.entities.iter().enumerate();
    let mut offices = bodies.filter(|(e, entity)| {
        matches!(entity.class, Class::Organisation) && prosecutes(&d.name_of(*e))
    });
    let (office, _) = offices.next()?;
    offices.next().is_none().then_some(office)
}

/// The body that a description in small letters names by its first words: "the harbour workers' union" for the
/// Harbour Workers' Union of Nara; none where two are named so.
pub(super) fn by_same_words(d: &Discourse, phrase: &Phrase) -> Option<usize> {
    let text = d.text;
    let own = phrase.chunk.start..phrase.head + 1;
    if own.len() < 2 || phrase.head + 1 != phrase.chunk.end {
        return None;
    }
    let same =
        |a: usize, b: usize| legible(text.word(a)).eq_ignore_ascii_case(&legible(text.word(b)));
    let mut found = None;
    for (i, name) in names_before(d, own.start) {
        let Some(entity) = d.names.entity_of[i] else {
            continue;
        };
        let fits = matches!(name.class, Class::Organisation)
            && name.words.len() > own.len()
            && own.clone().zip(name.words.clone()).all(|(a, b)| same(a, b));
        if fits && found.is_some_and(|other| other != entity) {
            return None;
        }
        if fits {
            found = Some(entity);
        }
    }
    found
}

/// The body named before for which somebody without a name speaks: "a company spokesman", "an official at the
/// agency".
pub(super) fn speaks_for(d: &Discourse, phrase: &Phrase, words: &Range<usize>) -> Option<usize> {
    let text = d.text;
    let lists = &text.language.resolve;
    if !text.is_one_of_any_case(phrase.head, lists.speaks_for) {
        return None;
    }
    let body = |i: usize| {
        let token = &text.tokens[i];
        token.is(ORGANISATION) && !token.capital()
    };
    let led = phrase.head + 3;
    let (start, head) = if phrase.head > phrase.chunk.start {
        (phrase.head - 1, phrase.head - 1)
    } else if led + 1 == words.end && text.is_one_of(phrase.head + 1, lists.speaks_leads) {
        let the = text.is_one_of(phrase.head + 2, lists.definite);
        the.then_some((led, led))?
    } else {
        return None;
    };
    let named = Phrase {
        chunk: start..head + 1,
        head,
        definite: true,
        indefinite: false,
        quantified: false,
        possessive: None,
    };
    body(head).then(|| by_head(d, &named))?
}

/// How many sentences back the two may have been named whom "the pair" takes up.
const TWO_NAMED: usize = 3;

/// The two persons whom "the pair" takes up, as entities: the only two that are joined by "and" in the last
/// sentences.
pub(super) fn two_people(d: &Discourse, phrase: &Phrase) -> Option<[usize; 2]> {
    let text = d.text;
    let sentence = text.sentence_of(phrase.head);
    let person = |i: usize| {
        let name = &d.names.names[i];
        let is = matches!(name.class, Class::Person | Class::Likely);
        d.names.entity_of[i].filter(|_| is)
    };
    let mut found: Option<[usize; 2]> = None;
    let before = names_before(d, phrase.chunk.start);
    let near = before.take_while(|(_, n)| text.sentence_of(n.words.start) + TWO_NAMED >= sentence);
    for (i, name) in near {
        let (Some(second), Some(k)) = (person(i), i.checked_sub(1)) else {
            continue;
        };
        let Some(first) = person(k) else { continue };
        let start = name.full.start.min(name.words.start);
        let end = d.names.names[k].words.end;
        let joined = end + 1 == start && text.is_one_of(end, text.language.resolve.and);
        // "Ito, Ono and Roe" are three.
        let opens = d.names.names[k].full.start;
        let listed = opens > 0 && text.tokens[opens - 1].is_mark(',') && person_before(d, k, opens);
        if !joined || listed {
            continue;
        }
        let mut pair = [first, second];
        pair.sort_unstable();
        match found {
            Some(other) if sorted(other) != pair => return None,
            _ => found = Some([first, second]),
        }
    }
    found
}

fn sorted(mut pair: [usize; 2]) -> [usize; 2] {
    pair.sort_unstable();
    pair
}

/// Whether the name before name `k` ends right before the comma before token `opens`.
fn person_before(d: &Discourse, k: usize, opens: usize) -> bool {
    let before = k.checked_sub(1).map(|b| &d.names.names[b]);
    before.is_some_and(|n| n.words.end + 1 == opens)
}

/// Whether the source that "the pair" would take up is told of as two.
pub(super) fn is_two(d: &Discourse, source: usize, head: usize) -> bool {
    let text = d.text;
    let lists = &text.language.resolve;
    let first = d.sources[source].mentions.first();
    first.is_some_and(|words| {
        let same = |i: usize| text.word(i).eq_ignore_ascii_case(text.word(head));
        words
            .clone()
            .any(|i| text.is_one_of(i, lists.two) || same(i))
    })
}

/// How many sentences back those may have spoken whom "the men" takes up.
const STILL_THE_SAME: usize = 6;

/// The several who spoke last, without a name, as a source: "Two loggers said …. The men said …".
pub(super) fn people(d: &Discourse, phrase: &Phrase) -> Option<usize> {
    let sentence = d.text.sentence_of(phrase.head);
    let near = d.said.iter().rev().take(MOST_BODIES);
    near.take_while(|s| s.sentence + STILL_THE_SAME >= sentence)
        .find(|s| s.many)
        .map(|s| s.source)
        .filter(|s| {
            let kind = d.sources[*s].kind;
            matches!(
                kind,
                SourceKind::Anonymous | SourceKind::Vague | SourceKind::Group
            )
        })
}

/// The outlet named last before `at`.
pub(super) fn outlet(d: &Discourse, phrase: &Phrase, at: usize) -> Option<usize> {
    let language = d.text.language;
    let printed = (d.text).is_one_of_any_case(phrase.head, language.resolve.printed);
    // An agency is no newspaper.
    let agency = |n: &Name| {
        let Class::Outlet(Some(row)) = n.class else {
            return false;
        };
        let outlets = &language.words.names.outlets;
        outlets.get(usize::from(row)).is_some_and(|o| o.agency)
    };
    names_before(d, at)
        .find(|(_, n)| matches!(n.class, Class::Outlet(_)) && !(printed && agency(n)))
        .and_then(|(i, _)| d.names.entity_of[i])
}

/// What a description calls a body, in lower case, and what the lists say of the word.
struct Called {
    head: String,
    /// Whether a company may be called so.
    company: bool,
    /// Whether any body may.
    any: bool,
    /// Words in the names of firms that are called so: "Air" and "Airways" for "airline".
    trades: Vec<&'static str>,
}

impl Called {
    fn new(text: &Text, head: usize) -> Called {
        let lists = &text.language.resolve;
        let head = text.word(head).to_ascii_lowercase();
        let mut trades = Vec::new();
        if lists.trades.has(&head) {
            let told = pairs(lists.trades.0).filter(|(called, _)| *called == head);
            trades.extend(told.map(|(_, trade)| trade));
        }
        Called {
            company: lists.company.has(&head),
            any: lists.any_body.has(&head),
            trades,
            head,
        }
    }
}

/// Whether the body `entity` can be `called` so: 2 by its own head word, 1 as its kind allows.
fn fits_head(d: &Discourse, entity: usize, called: &Called) -> u8 {
    let text = d.text;
    let lists = &text.language.resolve;
    let head = &called.head;
    let e = &d.names.entities[entity];
    if !matches!(e.class, Class::Organisation | Class::Unknown) || is_office(text, e) {
        return 0;
    }
    if is_trade_of(text, e, called) {
        return 2;
    }
    let mut own = None;
    for i in e.name.clone() {
        if text.tokens[i].is(ORGANISATION) {
            let word = text.word(i);
            if word.eq_ignore_ascii_case(head) {
                // Many bodies are companies by name, and those without the word are too.
                return if called.any { 1 } else { 2 };
            }
            own = Some(word.to_ascii_lowercase());
        }
    }
    u8::from(match own.as_deref() {
        Some(own) if lists.any_agency.has(head) => lists.agency.has(own),
        Some(own) => {
            called.company && called.any && !lists.agency.has(own) && !lists.public_body.has(own)
        }
        None => {
            let acronym = e.name.len() == 1 && text.tokens[e.name.start].shape == Shape::Upper;
            lists.any_company.has(head) || acronym && lists.letters_body.has(head)
        }
    })
}

/// Whether a word of the name tells that the firm is `called` so: "the airline" for Nara Airways, or AirNara.
fn is_trade_of(text: &Text, e: &Entity, called: &Called) -> bool {
    // "Police" alone is no force's name.
    let first = &text.tokens[e.name.start];
    let named = e.name.len() > 1 || !first.is(ORGANISATION) || first.shape == Shape::Upper;
    named
        && !called.trades.is_empty()
        && e.name.clone().any(|i| {
            let word = text.word(i);
            called.trades.iter().any(|trade| {
                let rest = word.strip_prefix(trade);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(is_capital))
            })
        })
}

/// Whether a body's own words tell no more than that it is one: letters, or "… Organisation".
fn is_any_body(d: &Discourse, entity: usize) -> bool {
    let text = d.text;
    let own = |i: &usize| text.tokens[*i].is_word() && text.tokens[*i].is(ORGANISATION);
    let mut heads = d.names.entities[entity].name.clone().filter(own);
    heads.all(|i| text.is_one_of_any_case(i, text.language.resolve.any_body))
}

/// "CEO": a title, no body.
fn is_office(text: &Text, e: &Entity) -> bool {
    e.name.len() == 1 && text.tokens[e.name.start].is_any(ROLE.or(TITLE))
}

/// Whether the text calls the name `head`: "the airline Nara Air", "Nara Air, a budget airline,".
fn is_called(text: &Text, name: &Name, head: &str) -> bool {
    let before = name.full.start.min(name.words.start);
    let led = before > 0
        && !text.tokens[before].opens_block
        && text.word(before - 1).eq_ignore_ascii_case(head);
    let behind = |text: &Text| {
        let end = name.words.end;
        let comma = text
            .tokens
            .get(end)
            .is_some_and(|t| t.is_mark(',') && !t.opens_block);
        comma
            && (end + 1..text.tokens.len().min(end + 9))
                .take_while(|i| text.tags[*i].nominal())
                .any(|i| text.word(i).eq_ignore_ascii_case(head))
    };
    led || behind(text)
}

/// "Words were few.": one word whose capital only opens the sentence, and no verb tells that somebody acts.
fn only_opens(text: &Text, name: &Name) -> bool {
    matches!(name.class, Class::Unknown)
        && name.len() == 1
        && super::run::opens(text, name.words.start)
        && !text
            .tags
            .get(name.words.end)
            .is_some_and(|t| t.finite() || *t == Tag::Gen)
}

/// "in an update on X": where words are put, no body that speaks.
fn is_platform(text: &Text, name: &Name) -> bool {
    let lists = &text.language.resolve;
    let on = |i: usize| text.is_one_of_any_case(i, lists.on);
    name.len() == 1
        && name.words.start.checked_sub(1).is_some_and(on)
        && text.is_one_of_any_case(name.words.start, lists.medium)
}

/// How many tokens behind a name are looked at for the end of its line.
const LONGEST_LINE: usize = 4;

/// Whether `name` is a letter alone, or a word in capitals that is a line by itself: "ABSTRACT".
fn is_label(text: &Text, name: &Name) -> bool {
    let first = name.words.start;
    let mut behind = text.tokens[name.words.end..].iter().take(LONGEST_LINE);
    let mut line = || behind.find(|t| t.is_word() || t.opens_block);
    name.len() == 1
        && (text.word(first).len() == 1
            || text.tokens[first].opens_block
                && text.tokens[first].shape == Shape::Upper
                && line().is_none_or(|t| t.opens_block))
}

/// Whether `name` is of those who bear the surname of a person of the text: "the Roes’ house" of Ada Roe.
fn is_family(d: &Discourse, name: &Name) -> bool {
    let text = d.text;
    let first = name.words.start;
    let led = name.len() == 1 && first > 0 && text.tokens[first - 1].is(ARTICLE);
    let one = text.word(first).strip_suffix(text.language.text.s_ending);
    let Some(one) = one.filter(|_| led) else {
        return false;
    };
    names_before(d, first)
        .any(|(_, n)| matches!(n.class, Class::Person) && text.word(n.words.end - 1) == one)
}

/// The body that a description names by its head: "the agency" for the Education Department.
pub(super) fn by_head(d: &Discourse, phrase: &Phrase) -> Option<usize> {
    let asked = Called::new(d.text, phrase.head);
    let head = &asked.head;
    let sentence = d.text.sentence_of(phrase.head);
    let mut weak: Option<(usize, usize)> = None;
    let mut clash = None;
    for (i, name) in names_before(d, phrase.chunk.start) {
        let seen = d.text.sentence_of(name.words.start);
        if seen + FAR < sentence {
            break;
        }
        let Some(entity) = d.names.entity_of[i] else {
            continue;
        };
        // "(NSC)" repeats the name before it.
        if name.words.start > 0 && d.text.tokens[name.words.start - 1].is_mark('(') {
            continue;
        }
        // "a fisherman from Aldport": where a name that tells nothing may be a place, it is no firm.
        let placed = matches!(d.names.entities[entity].class, Class::Unknown)
            && name.words.start > 0
            && d.text
                .is_one_of(name.words.start - 1, d.text.language.resolve.place_leads);
        if is_label(d.text, name)
            || only_opens(d.text, name)
            || is_platform(d.text, name)
            || is_family(d, name)
        {
            continue;
        }
        let called = matches!(name.class, Class::Organisation | Class::Unknown)
            && is_called(d.text, name, head);
        // "the group": a body that the tables know, if it was the last to speak.
        let lists = &d.text.language.resolve;
        let any = asked.any || lists.spoken_body.has(head) && is_any_body(d, entity);
        let spoke = any
            && matches!(d.names.entities[entity].class, Class::Organisation)
            && (d.said.last()).is_some_and(|s| d.entities[s.source] == Some(entity));
        match if called || spoke {
            2
        } else {
            fits_head(d, entity, &asked)
        } {
            2 => return Some(entity),
            1 if placed => {}
            1 => match weak {
                None => weak = Some((entity, seen)),
                Some((other, _)) if other != entity => clash = clash.or(Some(entity)),
                _ => {}
            },
            _ => {}
        }
    }
    if let Some((one, seen)) = weak {
        let mut spoke =
            (d.said.iter().rev().take(MOST_BODIES)).filter_map(|s| d.entities[s.source]);
        // Of a kind that may be called so, and no more is told: it must have spoken, or been named right before, alone.
        if clash.is_none() && (seen + 1 >= sentence || spoke.any(|e| e == one)) {
            return Some(one);
        }
        let mut last = (d.said.iter().rev().take(3)).filter_map(|s| d.entities[s.source]);
        return last.find(|e| *e == one || clash == Some(*e));
    }
    // None near: the one that has spoken.
    (d.said.iter().rev().take(MOST_BODIES))
        .filter_map(|s| d.entities[s.source])
        .find(|e| fits_head(d, *e, &asked) == 2)
}

//! Pronouns: who "he", "they", "it" and "who" stand for.

use std::ops::Range;

use super::apart::{self, names_before};
use super::candidate::{Candidate, Choice, Who, WhoRule};
use super::discourse::Discourse;
use super::name::{Class, Name};
use super::recent::{Asked, RecentPersons};
use super::{SourceKind, mention};
use crate::lexicon::{ARTICLE, GROUP, INSIDER, ORGANISATION, VAGUE};
use crate::phrase::edge;
use crate::rule::Rule;
use crate::text::tag::Tag;

/// The person who spoke last goes on speaking.
pub(super) static SPEAKER: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "pronoun-speaker",
        yes: examples!["Peter Lund said the quay was closed. “The boats will stay,” he said."],
        no: examples![
            "Peter Lund said the quay was closed. Robert Hale came at noon. “The boats will stay,” he said.",
        ],
    },
};

/// The person that the text speaks of.
pub(super) static SUBJECT: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "pronoun-subject",
        yes: examples!["Robert Hale arrived at noon. “The boats can wait,” he said."],
        no: examples!["The boats lay there without Robert Hale. “They can wait,” he said."],
    },
};

/// The only person of the last sentences who can be meant.
pub(super) static ONLY_PERSON: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "pronoun-named",
        yes: examples!["Nobody told Robert Hale. “They can wait,” he said."],
        no: examples!["Nobody told Robert Hale or Peter Lund. “They can wait,” he said."],
    },
};

/// The group that spoke last.
pub(super) static GROUP_SPEAKER: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "group-speaker",
        yes: examples!["The fishermen said the nets were empty. They said the bay was too warm."],
        no: examples!["The bay was too warm. They said the nets were empty."],
    },
};

/// The one group that the sentence before speaks of.
pub(super) static GROUP_NAMED: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "group-named",
        yes: examples!["Four fishermen came to the quay. They said the nets were empty."],
        no: examples![
            "Four fishermen met two officials at the quay. They said the nets were empty."
        ],
    },
};

/// The body, document or outlet that spoke last.
pub(super) static BODY_SPEAKER: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "body-speaker",
        yes: examples![
            "The Nara Water Company said the pipes were old. It said new ones would cost more."
        ],
        no: examples!["The pipes were old. It said new ones would cost more."],
    },
};

/// The one body that the sentence before speaks of.
pub(super) static BODY_NAMED: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "body-named",
        yes: examples![
            "The Nara Water Company raised its prices. It said the pipes were old.",
            "The Nara Water Company’s pipes are old, it said.",
        ],
        no: examples![
            "The Nara Water Company sued the Ostia Gas Company. It said the pipes were old."
        ],
    },
};

/// How many sentences back a group or body can still be "they" or "it".
const STILL_SPEAKING: usize = 2;

/// How many of those who spoke last are looked at.
const MOST_SPEAKERS: usize = 4;

/// The one person that the pronoun or description at `asked.at` can be.
pub(super) fn person(d: &Discourse, recent: &mut RecentPersons, asked: Asked) -> Choice {
    let (winner, all) = recent.choose(d.text, asked);
    let mut choice = Choice {
        rule: &ONLY_PERSON,
        runner_up: None,
        margin: 0,
        winner: None,
        all,
    };
    if let [first, second, ..] = &choice.all[..] {
        choice.margin = first.points.abs_diff(second.points);
        choice.runner_up = Some(second.who.clone());
    }
    // A name that may be no person's, a firm's: nobody to name.
    // Nor one of several whom pronouns alone have made what the text speaks of.
    let named = |c: &&Candidate| matches!(c.who, Who::Entity(_));
    let alone = choice.all.iter().filter(named).count() < 2;
    let known = choice.all.first().is_some_and(|c| {
        let f = &c.features;
        !f.maybe && (alone || f.led || !f.taken_up)
    });
    if winner.is_some() && known {
        let features = &choice.all[0].features;
        choice.rule = if features.spoke_last {
            &SPEAKER
        } else if features.subject || features.taken_up {
            &SUBJECT
        } else {
            &ONLY_PERSON
        };
        choice.winner = winner;
    }
    choice
}

/// The group that "they" at `at` can be.
pub(super) fn several(d: &Discourse, at: usize) -> Option<(Who, &'static WhoRule)> {
    let sentence = d.text.sentence_of(at);
    let speakers = d.said.iter().rev().take(MOST_SPEAKERS);
    let speaker = speakers
        .take_while(|s| s.sentence + STILL_SPEAKING >= sentence)
        .find(|s| s.many);
    let group = group(d, at, sentence);
    match (speaker, group) {
        (Some(s), Some(words))
            if s.sentence < d.text.sentence_of(words.start) && s.sentence + 1 < sentence =>
        {
            Some((Who::Words(words), &GROUP_NAMED))
        }
        (Some(s), _) => Some((Who::Source(s.source), &GROUP_SPEAKER)),
        (None, Some(words)) => Some((Who::Words(words), &GROUP_NAMED)),
        (None, None) => None,
    }
}

/// The body that "it" at `at` can be.
pub(super) fn thing(d: &Discourse, at: usize) -> Option<(Who, &'static WhoRule)> {
    let sentence = d.text.sentence_of(at);
    let speakers = d.said.iter().rev().take(MOST_SPEAKERS);
    let speaker = speakers
        .take_while(|s| s.sentence + STILL_SPEAKING >= sentence)
        .find(|s| {
            let reporter =
                d.entities[s.source].is_some_and(|e| d.names.entities[e].outlet.is_some());
            !reporter
                && matches!(
                    d.sources[s.source].kind,
                    SourceKind::Organisation
                        | SourceKind::Outlet
                        | SourceKind::SelfOutlet
                        | SourceKind::Document
                )
        });
    match (speaker, body(d, at, sentence)) {
        (Some(s), Some((entity, seen)))
            if d.entities[s.source] != Some(entity) && s.sentence < seen =>
        {
            Some((Who::Entity(entity), &BODY_NAMED))
        }
        (Some(s), _) if s.sentence + 1 < sentence && hands_over(d, sentence) => None,
        // "The harbour office denied that. It said": whoever spoke before.
        (Some(s), _)
            if s.sentence + 1 < sentence
                && let Some(words) = leading_body(d, sentence) =>
        {
            Some((Who::Words(words), &BODY_NAMED))
        }
        (Some(s), _) => Some((Who::Source(s.source), &BODY_SPEAKER)),
        (None, Some((entity, _))) => Some((Who::Entity(entity), &BODY_NAMED)),
        (None, None) => owner_that_opens(d, at, sentence)
            .or_else(|| {
                described_body(d, at, sentence)
                    .or_else(|| leading_body(d, sentence))
                    .map(Who::Words)
            })
            .map(|who| (who, &BODY_NAMED)),
    }
}

/// The body that owns what the sentence of the "it" at `at` speaks of: "Nara Water’s plan is old, it said".
fn owner_that_opens(d: &Discourse, at: usize, sentence: usize) -> Option<Who> {
    let start = d.text.sentences.get(sentence)?.start;
    let body = |i: &usize| {
        matches!(
            d.names.names[*i].class,
            Class::Organisation | Class::Unknown | Class::Outlet(_)
        )
    };
    let mut bodies = d.names.within(&(start..at)).filter(body);
    let (first, second) = (bodies.next()?, bodies.next());
    let name = &d.names.names[first];
    let article = usize::from(d.text.tags[start] == Tag::Det);
    let owns = name.words.start == start + article && d.text.tags[name.words.end] == Tag::Gen;
    let entity = d.names.entity_of[first].filter(|_| owns && second.is_none())?;
    let firm = matches!(
        d.names.entities[entity].class,
        Class::Organisation | Class::Outlet(_)
    );
    firm.then_some(Who::Entity(entity))
}

/// Whether the sentence before tells of a new document: "The growers sent an open letter. It said …" is of the
/// letter, or of nobody whom we know.
fn hands_over(d: &Discourse, sentence: usize) -> bool {
    let text = d.text;
    let Some(before) = sentence.checked_sub(1).map(|s| text.sentences[s]) else {
        return false;
    };
    let first = (d.documents).partition_point(|head| head.at < before.start);
    let here = d.documents[first..]
        .iter()
        .take_while(|head| head.at < before.end);
    here.take(4).any(|head| {
        let mut start = head.at;
        while start > before.start && head.at - start < 4 && text.tags[start - 1].nominal() {
            start -= 1;
        }
        text.is_one_of(start, text.language.resolve.indefinite_words)
    })
}

/// The one group of people named in the sentence before, or earlier in this one.
fn group(d: &Discourse, at: usize, sentence: usize) -> Option<Range<usize>> {
    let own = d.text.sentences.get(sentence)?;
    if let Some(words) = one_group(d, own.start..at) {
        return Some(words);
    }
    let before = d.text.sentences.get(sentence.checked_sub(1)?)?;
    one_group(d, before.start..before.end)
}

fn one_group(d: &Discourse, range: Range<usize>) -> Option<Range<usize>> {
    let text = d.text;
    let mut found = None;
    // A sentence is long enough at 120 tokens.
    for i in range.clone().take(120) {
        let token = &text.tokens[i];
        if !token.is_any(GROUP.or(VAGUE).or(INSIDER))
            || !mention::plural(text, i)
            || d.quoted(i)
            || matches!(text.tags.get(i + 1), Some(Tag::Noun | Tag::Gen))
            || !matches!(text.tags[i], Tag::Noun | Tag::Name)
        {
            continue;
        }
        if found.is_some() {
            return None;
        }
        found = Some(i);
    }
    let named = named_together(d, range.clone());
    // "Ada Roe and Tom Hale met two growers": of two groups none.
    let Some(head) = found.filter(|_| named.is_none()) else {
        return named.filter(|_| found.is_none());
    };
    let start = edge::start_of_group(text, head, range.start);
    Some(start..names_behind(d, head + 1))
}

/// The persons whose names open the sentence `range` together and act there: "Ada Roe, Tom Hale and Ivo Ito wrote".
fn named_together(d: &Discourse, range: Range<usize>) -> Option<Range<usize>> {
    let first = &d.names.names[d.names.within(&range).next()?];
    let start = first.full.start.min(first.words.start);
    let end = names_behind(d, first.words.start);
    let several = end > first.words.end && d.text.tags[end - 1] == Tag::Name;
    let joined = (start..end).any(|i| d.text.tags[i] == Tag::Coord);
    let acts = d.text.tags.get(end).is_some_and(|t| t.finite());
    (start == range.start && several && joined && acts && end < range.end).then_some(start..end)
}

/// The most names of a list that are looked through.
const MOST_LISTED: usize = 6;

/// Where the persons' names end that follow right at `at`: "candidates Ada Roe and Ivo Ito".
fn names_behind(d: &Discourse, at: usize) -> usize {
    let mut end = at;
    let names = d.names.names.iter().skip(d.names.before(at));
    for name in names.take(MOST_LISTED) {
        let next = name.words.start;
        let joined = end > at
            && next == end + 1
            && (d.text.tags[end] == Tag::Coord || d.text.tokens[end].is_mark(','));
        if !matches!(name.class, Class::Person) || next != end && !joined {
            break;
        }
        end = name.words.end;
    }
    end
}

/// The body that "it" can be: the only one that leads the sentence before.
fn body(d: &Discourse, at: usize, sentence: usize) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (i, name) in names_before(d, at) {
        let seen = d.text.sentence_of(name.words.start);
        if seen + 1 < sentence {
            break;
        }
        if !matches!(
            name.class,
            Class::Organisation | Class::Outlet(_) | Class::Unknown
        ) || apart::is_governed(d.text, name)
            || !apart::stands_free(d.text, name)
            || d.quoted(name.words.start)
            // "even if Roe wins the White House, it assumes": only who opens the sentence or acts goes on in it;
            // "Recent polling is late": no name, but where it acts.
            || (seen == sentence) != opens_sentence(d, name)
                && !acts(d, name)
                && (seen == sentence || matches!(name.class, Class::Unknown))
        {
            continue;
        }
        let Some(entity) = d.names.entity_of[i] else {
            continue;
        };
        match best {
            Some((other, _)) if other != entity => return None,
            _ => best = Some((entity, seen)),
        }
    }
    best
}

/// Whether a finite verb follows the name at once.
fn acts(d: &Discourse, name: &Name) -> bool {
    d.text.tags.get(name.words.end).is_some_and(|t| t.finite())
}

/// Whether the name, with its article, opens its sentence.
fn opens_sentence(d: &Discourse, name: &Name) -> bool {
    let start = name.full.start.min(name.words.start);
    let first = d.text.sentences[d.text.sentence_of(start)].start;
    start == first || start == first + 1 && d.text.tokens[first].is(ARTICLE)
}

/// The body without a name that the sentence of the "it" at `at` speaks of: "The harbour office shut the quay, it
/// said".
fn described_body(d: &Discourse, at: usize, sentence: usize) -> Option<Range<usize>> {
    body_that_opens(d, d.text.sentences.get(sentence)?.start, at)
}

/// The body without a name that opens the sentence before, in the same paragraph, and acts there: "The committee
/// also warns of … . It suggests".
fn leading_body(d: &Discourse, sentence: usize) -> Option<Range<usize>> {
    let text = d.text;
    let before = text.sentences.get(sentence.checked_sub(1)?)?;
    let own = text.sentences.get(sentence)?.start;
    let together = text.tokens[before.start].block == text.tokens.get(own)?.block;
    let names = d.names.within(&(before.start..before.end));
    let others = names.into_iter().any(|i| {
        matches!(
            d.names.names[i].class,
            Class::Organisation | Class::Outlet(_)
        )
    });
    (together && !others).then(|| body_that_opens(d, before.start, before.end))?
}

/// "The harbour office shut": the body without a name that opens a sentence at `start`, before token `limit`.
fn body_that_opens(d: &Discourse, start: usize, limit: usize) -> Option<Range<usize>> {
    let text = d.text;
    let the = start < limit && text.is_one_of(start, text.language.resolve.definite);
    let end = (start + 1..limit).find(|i| !text.tags[*i].nominal())?;
    let head = end - 1;
    let verb = end + usize::from(text.tags[end] == Tag::Adv);
    let body = head > start
        && text.tokens[head].is(ORGANISATION)
        && !mention::plural(text, head)
        && text.tags.get(verb).is_some_and(|t| t.finite());
    (the && body).then_some(start..end)
}

/// The rules of pronouns.
pub static RULES: &[&Rule] = &[
    &SPEAKER.rule,
    &SUBJECT.rule,
    &ONLY_PERSON.rule,
    &GROUP_SPEAKER.rule,
    &GROUP_NAMED.rule,
    &BODY_SPEAKER.rule,
    &BODY_NAMED.rule,
];

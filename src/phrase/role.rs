//! Role phrases around a name: where the role begins that stands before it or before the comma before it, and where
//! the one ends that stands behind it.

use std::ops::Range;

use crate::letter::{holds, is_capital};
use crate::lexicon::{ARTICLE, GROUP, INSIDER, MONTH, ORGANISATION, ROLE, SERVES, TIME, WEEKDAY};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// The farthest, in tokens, that a role is looked for before or behind a name.
pub const REACH: usize = 16;

/// The start of the role that stands right before `end` ("National Security Council spokesman", "minister
/// of mines and energy").
pub fn before(text: &Text, end: usize) -> Option<usize> {
    if text.tokens.get(end)?.opens_block {
        return None;
    }
    walk_role(text, end)
}

fn walk_role(text: &Text, end: usize) -> Option<usize> {
    let floor = end.saturating_sub(REACH);
    let mut found = None;
    let mut start = end;
    let mut i = end;
    while i > floor {
        let at = i - 1;
        let token = &text.tokens[at];
        let quote = matches!(
            token.kind,
            Kind::Mark('“' | '”' | '"' | '‘' | '’' | '\'' | '-')
        );
        match text.tags[at] {
            Tag::Noun | Tag::Name | Tag::Adj | Tag::Verb | Tag::Past | Tag::Ing
                if token.is(ROLE) =>
            {
                // An office with a capital before a name in the same run is read there.
                found.get_or_insert(at);
                start = at;
            }
            Tag::Noun | Tag::Adj | Tag::Name
                if !token.is_any(WEEKDAY.or(MONTH).or(TIME).or(INSIDER))
                    // "Harbour Farmers president Ada Roe": of the body.
                    && (!token.is(GROUP) || found.is_some() && token.capital()) =>
            {
                if found.is_some() {
                    start = at;
                } else if end - at > 5 {
                    return None;
                }
            }
            Tag::Gen if found.is_some() => {}
            // "best-selling author"
            Tag::Past | Tag::Ing if found.is_some() && holds(text.word(at), &['-']) => start = at,
            Tag::Prep if found.is_none() && end - at > 1 => {}
            // "Bank of Nara governor"
            Tag::Prep
                if found.is_some()
                    && text.is_one_of(at, text.language.phrase.of)
                    && at > floor
                    && text.tokens[at - 1].is(ORGANISATION)
                    && text.tokens[at - 1].capital() => {}
            // "minister of mines and energy Ito", "co-founder and CEO Ito": the office there is in the name's run.
            Tag::Coord if (end - at > 1 || text.tokens[end].is(ROLE)) && found.is_none() => {}
            Tag::Coord
                if found.is_some()
                    && text.is_one_of(at, text.language.phrase.joins_objects)
                    && at > floor
                    && text.tokens[at - 1].is(ROLE) => {}
            Tag::Mark if quote => {}
            _ => break,
        }
        if token.opens_block {
            break;
        }
        i = at;
    }
    let found = found?;
    // "the senator and mayor Ito": the words between the role and the name must hang on it.
    let direct = found + 1 == end || text.is_one_of(found + 1, text.language.phrase.of_for_and);
    // "the mayor and Senator Ito" are two.
    let two = found + 2 == end && start > 0 && matches!(text.tags[start - 1], Tag::Det | Tag::Poss);
    (direct && !two).then_some(start)
}

/// The start of the role before the comma before the name: "The priest, Fidel Ito, said".
pub fn before_comma(text: &Text, name: &Range<usize>) -> Option<usize> {
    let comma = name.start.checked_sub(1)?;
    if !text.tokens[comma].is_mark(',') || text.tokens[name.start].opens_block {
        return None;
    }
    let closed = text
        .tokens
        .get(name.end)
        .is_none_or(|t| t.opens_block || matches!(t.kind, Kind::Mark(',' | '.' | ';' | '—' | '–')));
    if !closed {
        return None;
    }
    // "the mayor of Nara, Ito," and "her lawyer, Ito,".
    let floor = comma.saturating_sub(10);
    let mut found = None;
    let mut i = comma;
    while i > floor {
        let at = i - 1;
        let token = &text.tokens[at];
        match text.tags[at] {
            // "At that time Nara's owner, Jane Ito,"
            Tag::Noun if text.is_one_of(at, text.language.phrase.time_noun) => break,
            Tag::Verb if !token.is(ROLE) => break,
            Tag::Noun | Tag::Name | Tag::Adj | Tag::Gen | Tag::Num | Tag::Verb => {
                if token.is(ROLE)
                    && (at + 1 == comma || matches!(text.tags[at + 1], Tag::Prep | Tag::To))
                {
                    found = Some(at);
                }
            }
            // "Nara's Minister of Justice, Ito,", "his nominee for secretary, Ito,": the first is the role.
            Tag::Prep | Tag::To
                if (found.is_none()
                    || at > floor
                        && text.tokens[at - 1].is(ROLE)
                        && !(at..comma).any(|k| text.tags[k] == Tag::Gen))
                    && text.is_one_of(at, text.language.phrase.role_leads) => {}
            Tag::Coord | Tag::Det if found.is_none() => {}
            _ => break,
        }
        i = at;
        if token.opens_block {
            break;
        }
    }
    found?;
    (i < comma).then_some(i)
}

/// What stands between commas or in brackets behind a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The role that it tells.
    pub role: Option<Range<usize>>,
    /// Whether it tells that the name is a body's.
    pub organisation: bool,
    /// One past its last token.
    pub end: usize,
}

/// What stands between commas or in brackets behind a name that ends right before token `end`.
pub fn behind(text: &Text, end: usize) -> Option<Behind> {
    let token = text.tokens.get(end).filter(|t| !t.opens_block)?;
    if token.is_mark('(') {
        return party_in_brackets(text, end);
    }
    if !token.is_mark(',') {
        return None;
    }
    let limit = text.tokens.len().min(end + 1 + REACH);
    let at = end + 1;
    let is_age =
        at + 1 < limit && text.tokens[at].kind == Kind::Number && text.tokens[at + 1].is_mark(',');
    if is_age {
        let age = text.word(at).len() <= 2;
        let role = || described(text, at + 2, limit).filter(|b| b.role.is_some());
        return age.then(|| role().unwrap_or(Behind::person(at + 1)));
    }
    if at < limit && is_party_mark(text.word(at)) {
        return Some(Behind::person(at + 1));
    }
    described(text, at, limit)
}

impl Behind {
    /// What tells no more than that the name before it is a person's.
    fn person(end: usize) -> Behind {
        Behind {
            role: None,
            organisation: false,
            end,
        }
    }
}

/// "(R-Fla.)", where the bracket opens at `open`.
fn party_in_brackets(text: &Text, open: usize) -> Option<Behind> {
    let party = open + 1 < text.tokens.len() && is_party_mark(text.word(open + 1));
    let mut inside = open + 1..text.tokens.len().min(open + 6);
    let close = inside.find(|&i| text.tokens[i].is_mark(')'));
    close.filter(|_| party).map(|i| Behind::person(i + 1))
}

/// The role, or the body, that the words from `at` tell: "the mayor of Nara".
fn described(text: &Text, at: usize, limit: usize) -> Option<Behind> {
    if at >= limit {
        return None;
    }
    if let Some(role) = relative(text, at, limit) {
        return Some(Behind {
            end: role.end,
            role: Some(role),
            organisation: false,
        });
    }
    let opens = matches!(
        text.tags[at],
        Tag::Det | Tag::Noun | Tag::Name | Tag::Adj | Tag::Poss | Tag::Num | Tag::Past
    );
    // "Ito, managing director of Nara Air"
    let acting = text.tags[at] == Tag::Ing && text.tokens.get(at + 1).is_some_and(|t| t.is(ROLE));
    // "Ito, told reporters" is no "Ito, retired officer".
    let tells = text.tags[at] == Tag::Past && text.tokens[at].cue > 0;
    if !opens && !acting || tells {
        return None;
    }
    let start = at + usize::from(text.tokens[at].is(ARTICLE));
    let walked = walk_behind(text, start, limit);
    let end = walked.end;
    let Some(role) = walked.role else {
        return walked.organisation.then_some(Behind {
            role: None,
            organisation: true,
            end,
        });
    };
    // "Ito, Mayor Bea Ono and …": a list, no apposition.
    let listed = (text.tokens.get(role + 1))
        .is_some_and(|t| t.capital() && !t.opens_block && role + 1 < end);
    let stop = trimmed(text, role, end, end == limit);
    (!listed).then_some(Behind {
        role: Some(start..stop),
        organisation: false,
        end: stop,
    })
}

/// What was met on the way through a description behind a name.
struct Walked {
    /// The last role before its first preposition.
    role: Option<usize>,
    /// Whether its head is a body.
    organisation: bool,
    end: usize,
}

fn walk_behind(text: &Text, start: usize, limit: usize) -> Walked {
    let (mut role, mut organisation, mut preposition) = (None, false, false);
    let mut i = start;
    while i < limit {
        let token = &text.tokens[i];
        let mark = matches!(token.kind, Kind::Mark(c) if !is_light(c));
        let ends = match text.tags[i] {
            Tag::Rel
            | Tag::Pron
            | Tag::Sub
            | Tag::Modal
            | Tag::Be
            | Tag::Have
            | Tag::Do
            | Tag::That => true,
            Tag::Verb => !token.is(ROLE),
            Tag::Past => role.is_some(),
            _ => false,
        };
        if token.opens_block || mark || ends {
            break;
        }
        preposition |= matches!(text.tags[i], Tag::Prep | Tag::To);
        if !preposition && token.is(ROLE) {
            role = Some(i);
        }
        // "Daniel, a Nara University senior,": what stands last is what he is.
        if !preposition {
            organisation = token.is_any(ORGANISATION.or(GROUP));
            // "a sports and celebrity agency": the noun before only tells what kind.
            if organisation && !token.is_any(ROLE) && token.is(ORGANISATION) {
                role = None;
            }
        }
        i += 1;
    }
    Walked {
        role,
        organisation,
        end: i,
    }
}

/// Where the description of a `role` ends that was gone through up to `end`, and `cut` if the reach ended there.
fn trimmed(text: &Text, role: usize, end: usize, cut: bool) -> usize {
    let mut stop = end;
    // No half of a name where the reach ends inside it.
    let goes_on =
        (text.tokens.get(end)).is_some_and(|t| t.is_word() && t.capital() && !t.opens_block);
    if cut && goes_on {
        while stop > role + 1 && text.tokens[stop - 1].capital() {
            stop -= 1;
        }
    }
    let loose = |i: usize| matches!(text.tags[i], Tag::Coord | Tag::Adv | Tag::Prep | Tag::Mark);
    while stop > role + 1 && loose(stop - 1) {
        stop -= 1;
    }
    stop
}

/// Whether a mark stands inside a role without ending it.
fn is_light(c: char) -> bool {
    matches!(
        c,
        '“' | '”' | '"' | '&' | '‘' | '’' | '\'' | '/' | '-' | '$'
    )
}

/// The role that a relative clause at `at` tells: "who leads the harbour union".
fn relative(text: &Text, at: usize, limit: usize) -> Option<Range<usize>> {
    if text.tags[at] != Tag::Rel || !text.tokens.get(at + 1)?.is(SERVES) {
        return None;
    }
    let start = at + 1;
    let end = (start + 1..limit)
        .find(|&i| {
            let mark = matches!(text.tokens[i].kind, Kind::Mark(c) if !is_light(c));
            text.tokens[i].opens_block
                || mark
                || text.tags[i].finite()
                || text.tags[i] == Tag::Coord
        })
        .unwrap_or(limit);
    // What goes on with a verb or a conjunction tells more than a role.
    let closed = text
        .tokens
        .get(end)
        .is_none_or(|t| matches!(t.kind, Kind::Mark(',' | '.' | '—' | '–')));
    (closed && end > start + 1).then_some(start..end)
}

/// Whether `word` tells a politician's party: "R-Fla.", "D-Minn.", "I-Vt.", "R", "D".
pub fn is_party_mark(word: &str) -> bool {
    let mut chars = word.chars();
    matches!(chars.next(), Some('R' | 'D' | 'I' | 'L'))
        && match chars.next() {
            None => true,
            Some('-' | '‑' | '–') => chars.next().is_some_and(is_capital),
            _ => false,
        }
}

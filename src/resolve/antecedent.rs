//! Candidates for what a mention can stand for, each list bounded.

use std::ops::Range;

use super::coreference::Resolver;
use super::entity::Names;
use super::mention::Phrase;
use super::name::{Class, Gender, Name};
use crate::lexicon::{ARTICLE, DOCUMENT, GROUP, INSIDER, ORGANISATION, PARTY, PLACE, VAGUE};
use crate::text::Text;
use crate::text::tag::Tag;

/// How many names before a mention are looked at.
const MOST_NAMES: usize = 60;

/// How many document phrases before a mention are looked at.
const MOST_DOCUMENTS: usize = 16;

/// How many sentences back a description may reach for its body.
const FAR: usize = 12;

/// The person a sentence leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Nobody fits.
    None,
    /// One fits, in this sentence.
    One { entity: usize, sentence: usize },
    /// More than one fits.
    Several,
}

/// Names before token `at`, nearest first.
fn names_before<'r>(r: &'r Resolver, at: usize) -> impl Iterator<Item = (usize, &'r Name)> + 'r {
    let end = r.names.names.partition_point(|n| n.words.start < at);
    (0..end)
        .rev()
        .take(MOST_NAMES)
        .map(|i| (i, &r.names.names[i]))
}

/// Whether the name is a subject or object of its own: no genitive, nothing it hangs on.
fn free(text: &Text, name: &Name) -> bool {
    let genitive = text.tags.get(name.words.end) == Some(&Tag::Gen);
    let modifier = text
        .tags
        .get(name.words.end)
        .is_some_and(|t| matches!(t, Tag::Noun))
        && !text.tokens[name.words.end].opens_block;
    !genitive && !modifier
}

fn hangs(text: &Text, name: &Name) -> bool {
    let mut before = name.full.start;
    while before > 0 && text.tokens[before - 1].is(ARTICLE) && !text.tokens[before].opens_block {
        before -= 1;
    }
    before > 0 && !text.tokens[before].opens_block && text.tags[before - 1] == Tag::Prep
}

/// The person that "he" (or "she") at `at` can be: in its own sentence, else in the nearest one of
/// the `reach` before it that has any.
pub(super) fn person(
    r: &Resolver,
    at: usize,
    sentence: usize,
    gender: Gender,
    reach: usize,
) -> Subject {
    let mut best: Option<(usize, usize)> = None;
    let mut several = false;
    let mut lead: Option<usize> = None;
    for (i, name) in names_before(r, at) {
        let seen = r.text.sentence_of(name.words.start);
        if seen + reach < sentence || best.is_some_and(|(_, s)| s != seen) {
            break;
        }
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        let e = &r.names.entities[entity];
        if !matches!(e.class, Class::Person | Class::Likely)
            || e.gender != Gender::Unknown && e.gender != gender
        {
            continue;
        }
        // A name inside a quotation is seldom who speaks next.
        if r.quoted(name.words.start) && !r.quoted(at) {
            continue;
        }
        if !free(r.text, name) || hangs(r.text, name) {
            continue;
        }
        match best {
            None => best = Some((entity, seen)),
            Some((other, _)) if other != entity => several = true,
            _ => {}
        }
        lead = Some(entity);
    }
    let Some((entity, seen)) = best else {
        return Subject::None;
    };
    if several {
        // The one who opens the earlier sentence; in the pronoun's own sentence any may be meant.
        return match lead {
            Some(entity) if seen < sentence && opens_with(r, seen, entity) => Subject::One {
                entity,
                sentence: seen,
            },
            _ => Subject::Several,
        };
    }
    Subject::One {
        entity,
        sentence: seen,
    }
}

/// Whether the sentence's first name is `entity`'s and hangs on nothing.
fn opens_with(r: &Resolver, sentence: usize, entity: usize) -> bool {
    let s = r.text.sentences[sentence];
    r.names
        .within(&(s.start..s.end))
        .find(|i| {
            let name = &r.names.names[*i];
            matches!(name.class, Class::Person | Class::Likely) && free(r.text, name)
        })
        .is_some_and(|i| r.names.entity_of[i] == Some(entity) && !hangs(r.text, &r.names.names[i]))
}

/// The one group of people named in the sentence before, or earlier in this one.
pub(super) fn group(r: &Resolver, at: usize, sentence: usize) -> Option<Range<usize>> {
    let own = r.text.sentences.get(sentence)?;
    if let Some(words) = one_group(r, own.start..at) {
        return Some(words);
    }
    let before = r.text.sentences.get(sentence.checked_sub(1)?)?;
    one_group(r, before.start..before.end)
}

fn one_group(r: &Resolver, range: Range<usize>) -> Option<Range<usize>> {
    let text = r.text;
    let mut found = None;
    // A sentence is long enough at 120 tokens.
    for i in range.clone().take(120) {
        let token = &text.tokens[i];
        if !token.is_any(GROUP.or(VAGUE).or(INSIDER))
            || !super::mention::plural(text, i)
            || r.quoted(i)
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
    let head = found?;
    let mut start = head;
    while start > range.start
        && (text.tags[start - 1].nominal()
            || text.tags[start - 1] == Tag::Prep
                && text.word(start - 1) == "of"
                && start > range.start + 1
                && matches!(
                    text.tags[start - 2],
                    Tag::Det | Tag::Num | Tag::Pron | Tag::Adj | Tag::Noun
                ))
    {
        start -= 1;
    }
    Some(start..head + 1)
}

/// The body that "it" can be: the only one that leads the sentence before.
pub(super) fn body(r: &Resolver, at: usize, sentence: usize) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (i, name) in names_before(r, at) {
        let seen = r.text.sentence_of(name.words.start);
        if seen + 1 < sentence {
            break;
        }
        if !matches!(
            name.class,
            Class::Organisation | Class::Outlet(_) | Class::Unknown
        ) || hangs(r.text, name)
            || !free(r.text, name)
            || r.quoted(name.words.start)
        {
            continue;
        }
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        match best {
            Some((other, _)) if other != entity => return None,
            _ => best = Some((entity, seen)),
        }
    }
    best
}

/// The noun phrase before the relative pronoun at `at`.
pub(super) fn before_relative(text: &Text, names: &Names, at: usize) -> Option<Range<usize>> {
    if text.tokens.get(at)?.opens_block {
        return None;
    }
    let mut end = at;
    // ", who", "— who", "of whom", "most of whom"
    while end > 0
        && at - end < 3
        && !text.tokens[end].opens_block
        && matches!(text.tags[end - 1], Tag::Mark | Tag::Prep | Tag::Coord)
    {
        end -= 1;
    }
    if end == 0 || text.tokens[end].opens_block && end == at {
        return None;
    }
    // A name whose apposition reaches up to here.
    let near = names.names.partition_point(|n| n.words.start < end);
    for i in (0..near).rev().take(4) {
        let name = &names.names[i];
        if name.full.end >= end && name.full.end <= at || name.words.end == end {
            if text.tags.get(name.words.end) == Some(&Tag::Gen) {
                continue;
            }
            return Some(name.full.start..name.full.end.max(name.words.end));
        }
    }
    let floor = end.saturating_sub(24);
    let mut start = end;
    while start > floor {
        let i = start - 1;
        let go = match text.tags[i] {
            t if t.nominal() => true,
            Tag::Prep => start < end && i > floor && text.tags[i - 1].nominal(),
            Tag::Coord => start < end && i > floor && text.tags[i - 1].nominal(),
            _ => false,
        };
        if !go {
            break;
        }
        start = i;
        if text.tokens[i].opens_block {
            break;
        }
    }
    (start < end).then_some(start..end)
}

/// The long form of a title that is written short.
fn long_title(word: &str) -> &str {
    match word.trim_end_matches('.') {
        "Sen" | "Sens" => "senator",
        "Gov" => "governor",
        "Rep" | "Reps" => "representative",
        "Gen" => "general",
        "Lt" => "lieutenant",
        "Sgt" => "sergeant",
        "Capt" => "captain",
        "Col" => "colonel",
        "Prof" => "professor",
        "Dr" => "doctor",
        "Atty" => "attorney",
        _ => word.trim_end_matches('.'),
    }
}

/// Whether the role word `given` can be called `head`.
fn same_role(given: &str, head: &str) -> bool {
    let given = long_title(given);
    if given.eq_ignore_ascii_case(head) {
        return true;
    }
    let pairs = [
        ("spokesman", "spokesperson"),
        ("spokeswoman", "spokesperson"),
        ("congressman", "lawmaker"),
        ("congresswoman", "lawmaker"),
        ("senator", "lawmaker"),
        ("representative", "lawmaker"),
        ("representative", "congressman"),
        ("representative", "congresswoman"),
        ("mp", "lawmaker"),
        ("chairman", "chair"),
        ("chairwoman", "chair"),
        ("attorney", "lawyer"),
        ("lawyer", "attorney"),
        ("nominee", "candidate"),
        ("candidate", "nominee"),
        ("premier", "minister"),
        ("professor", "academic"),
        ("professor", "researcher"),
        ("scientist", "researcher"),
        ("ceo", "executive"),
    ];
    pairs
        .iter()
        .any(|(a, b)| given.eq_ignore_ascii_case(a) && head.eq_ignore_ascii_case(b))
}

/// The only person whose role the description names: "the governor", "the Vermont senator".
pub(super) fn by_role(r: &Resolver, phrase: &Phrase) -> Option<usize> {
    let text = r.text;
    let head = text.word(phrase.head);
    let modifiers: Vec<usize> = (phrase.chunk.start..phrase.head)
        .filter(|i| {
            text.tokens[*i].is_word()
                && text.tokens[*i].capital()
                && !text.tokens[*i].is_any(PARTY.or(ARTICLE))
        })
        .collect();
    let mut found: Option<usize> = None;
    let mut said = 0;
    let mut seen: Vec<usize> = Vec::new();
    for (i, name) in names_before(r, phrase.chunk.start) {
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        if name.class != Class::Person && name.class != Class::Likely || seen.contains(&entity) {
            continue;
        }
        seen.push(entity);
        let e = &r.names.entities[entity];
        let holds = e.roles.iter().any(|role| {
            role.clone().any(|k| {
                k < phrase.head
                    && same_role(text.word(k), head)
                    && text.tags.get(k + 1) != Some(&Tag::Gen)
            })
        });
        if !holds {
            continue;
        }
        let roles_say = |word: &str| {
            e.roles
                .iter()
                .any(|role| role.clone().any(|k| text.word(k) == word))
        };
        // "the Ohio governor" is nobody who governs elsewhere.
        let elsewhere = modifiers.iter().any(|m| {
            text.tokens[*m].is(PLACE)
                && !roles_say(text.word(*m))
                && e.roles.iter().any(|role| {
                    role.clone()
                        .any(|k| text.tokens[k].is(PLACE) && text.tokens[k].capital())
                })
        });
        if elsewhere {
            continue;
        }
        said += 1;
        found.get_or_insert(entity);
    }
    match said {
        0 => None,
        1 => found,
        _ => {
            // The one who spoke last, if nobody else of the role has been named since.
            let last = r.said.last()?;
            let entity = r.entities[last.source]?;
            (found == Some(entity)).then_some(entity)
        }
    }
}

/// The outlet named last before `at`.
pub(super) fn outlet(r: &Resolver, at: usize) -> Option<usize> {
    names_before(r, at)
        .find(|(i, n)| matches!(n.class, Class::Outlet(_)) && r.names.entity_of[*i].is_some())
        .and_then(|(i, _)| r.names.entity_of[i])
}

/// Public bodies that may be called "the agency".
const AGENCY: &[&str] = &[
    "agency",
    "administration",
    "authority",
    "board",
    "bureau",
    "commission",
    "department",
    "institute",
    "ministry",
    "office",
    "service",
    "centers",
    "centre",
    "center",
    "survey",
];

/// What a business may be called.
const COMPANY: &[&str] = &[
    "company",
    "firm",
    "group",
    "utility",
    "retailer",
    "manufacturer",
    "maker",
    "operator",
    "airline",
    "bank",
    "insurer",
    "startup",
    "start-up",
    "corporation",
    "conglomerate",
    "business",
    "producer",
    "supplier",
    "employer",
    "network",
    "platform",
    "lender",
    "brand",
    "giant",
    "studio",
];

/// Whether the body `entity` can be called `head`: 2 by its own head word, 1 as its kind allows.
fn fits_head(r: &Resolver, entity: usize, head: &str) -> u8 {
    let text = r.text;
    let e = &r.names.entities[entity];
    if !matches!(e.class, Class::Organisation | Class::Unknown) {
        return 0;
    }
    let mut own = None;
    for i in e.name.clone() {
        if text.tokens[i].is(ORGANISATION) && text.tokens[i].is_word() {
            let word = text.word(i);
            if word.eq_ignore_ascii_case(head) {
                return 2;
            }
            own = Some(word.to_ascii_lowercase());
        }
    }
    let agency = |w: &str| AGENCY.contains(&w);
    let public = |w: &str| {
        agency(w)
            || matches!(
                w,
                "court"
                    | "council"
                    | "committee"
                    | "congress"
                    | "parliament"
                    | "senate"
                    | "house"
                    | "party"
                    | "police"
                    | "government"
                    | "university"
                    | "college"
                    | "school"
                    | "union"
                    | "army"
                    | "navy"
                    | "nato"
                    | "un"
                    | "eu"
                    | "fbi"
                    | "cia"
                    | "cabinet"
                    | "hospital"
                    | "church"
                    | "force"
            )
    };
    match own.as_deref() {
        Some(own) if agency(own) => u8::from(head == "agency"),
        Some(own) if public(own) => 0,
        Some(_) => u8::from(COMPANY.contains(&head)),
        None => {
            let acronym = text.tokens[e.name.start].shape == crate::text::token::Shape::Upper;
            u8::from(
                COMPANY.contains(&head)
                    || acronym
                        && (head == "agency" || head == "organisation" || head == "organization"),
            )
        }
    }
}

/// The body that a description names by its head: "the agency" for the Education Department.
pub(super) fn by_head(r: &Resolver, phrase: &Phrase) -> Option<usize> {
    let head = r.text.word(phrase.head).to_ascii_lowercase();
    let sentence = r.text.sentence_of(phrase.head);
    let mut weak: Option<(usize, usize)> = None;
    let mut clash = false;
    for (i, name) in names_before(r, phrase.chunk.start) {
        let seen = r.text.sentence_of(name.words.start);
        if seen + FAR < sentence {
            break;
        }
        let Some(entity) = r.names.entity_of[i] else {
            continue;
        };
        // "(NSC)" repeats the name before it.
        if name.words.start > 0 && r.text.tokens[name.words.start - 1].is_mark('(') {
            continue;
        }
        match fits_head(r, entity, &head) {
            2 => return Some(entity),
            1 => match weak {
                None => weak = Some((entity, seen)),
                Some((other, at)) if other != entity && at == seen => clash = true,
                _ => {}
            },
            _ => {}
        }
    }
    let (entity, _) = weak?;
    if !clash {
        return Some(entity);
    }
    // Two in the nearest sentence: the one that has spoken, if it is either.
    let last = r
        .said
        .iter()
        .rev()
        .take(3)
        .find_map(|s| r.entities[s.source].filter(|e| fits_head(r, *e, &head) > 0));
    last
}

/// Whether a document that was called `earlier` may be taken up as "the `head`".
fn renamed(head: &str, earlier: &str) -> bool {
    match head {
        "document" | "paper" | "text" | "file" | "publication" => true,
        "report" | "analysis" | "research" => matches!(
            earlier,
            "study" | "review" | "inquiry" | "investigation" | "survey" | "analysis" | "assessment" | "audit" | "paper" | "research"
        ),
        "study" => matches!(earlier, "paper" | "research" | "survey" | "analysis" | "report" | "article"),
        "survey" => matches!(earlier, "poll" | "study"),
        "poll" => earlier == "survey",
        "letter" | "note" => matches!(earlier, "email" | "memo" | "letter" | "note"),
        "filing" | "suit" | "complaint" => matches!(earlier, "lawsuit" | "suit" | "complaint"),
        "lawsuit" => matches!(earlier, "suit" | "complaint"),
        "ruling" | "decision" | "opinion" => matches!(earlier, "ruling" | "judgment" | "judgement" | "opinion" | "verdict"),
        "statement" => matches!(earlier, "release" | "communique"),
        _ => false,
    }
}

/// The document phrase that "the memo" takes up, and who published it if the text says so.
pub(super) fn document(r: &Resolver, phrase: &Phrase) -> Option<(Range<usize>, Option<usize>)> {
    let text = r.text;
    let head = text.word(phrase.head).to_ascii_lowercase();
    let end = r
        .documents
        .partition_point(|d| *d < phrase.chunk.start.saturating_sub(1));
    let stem = |w: &str| w.strip_suffix('s').unwrap_or(w).to_ascii_lowercase();
    let mut other: Option<Range<usize>> = None;
    for &at in r.documents[..end].iter().rev().take(MOST_DOCUMENTS) {
        let word = text.word(at);
        let same = stem(word) == stem(&head);
        let (words, introduces) = phrase_around(text, at);
        if !introduces {
            continue;
        }
        if same {
            let owner = publisher(r, at);
            return Some((words, owner));
        }
        // Only the bare "the document" takes up a memo; "the leaked document" may be another.
        if phrase.chunk.len() == 1
            && other.is_none()
            && !super::mention::plural(text, at)
            && renamed(&head, &word.to_ascii_lowercase())
        {
            other = Some(words);
        }
    }
    let words = other?;
    let at = super::mention::phrase(text, &words).head;
    Some((words, publisher(r, at)))
}

/// The noun phrase around a document noun, and whether it introduces a document: by "a", an owner, or
/// a modifier; a bare "the memo" does not.
fn phrase_around(text: &Text, at: usize) -> (Range<usize>, bool) {
    let floor = at.saturating_sub(14);
    let mut start = at;
    let mut introduces = false;
    while start > floor && !text.tokens[start].opens_block {
        let i = start - 1;
        let token = &text.tokens[i];
        match text.tags[i] {
            Tag::Noun | Tag::Name | Tag::Adj | Tag::Num | Tag::Gen => introduces = true,
            Tag::Poss => {
                introduces = true;
                start = i;
                break;
            }
            Tag::Det => {
                introduces |= !matches!(
                    text.word(i),
                    "the" | "The" | "this" | "This" | "that" | "That" | "these" | "those"
                );
                start = i;
                break;
            }
            Tag::Past | Tag::Ing
                if matches!(text.tags.get(i.wrapping_sub(1)), Some(Tag::Det | Tag::Adj)) => {}
            Tag::Mark if token.is_mark('-') => {}
            _ => break,
        }
        start = i;
    }
    let mut end = at + 1;
    let limit = (at + 12).min(text.tokens.len());
    // "of the council", "by Ito", "to bondholders"; and "obtained by …" ends it.
    while end < limit && !text.tokens[end].opens_block {
        let more = match text.tags[end] {
            Tag::Prep => {
                matches!(
                    text.word(end),
                    "of" | "by" | "from" | "to" | "on" | "about" | "into"
                ) && text.tags.get(end + 1).is_some_and(|t| t.nominal())
            }
            t if t.nominal() => end > at + 1,
            _ => false,
        };
        if !more || text.tokens[end].is(DOCUMENT) && end > at + 1 && false {
            break;
        }
        end += 1;
    }
    let hangs = end > at + 1;
    (start..end, introduces || hangs)
}

/// Who gave out the document whose head is at `at`: "In a report, the paper said", "a study by Nara
/// University".
fn publisher(r: &Resolver, at: usize) -> Option<usize> {
    let text = r.text;
    // "a study by X", "the X report"
    if text.tokens.get(at + 1).is_some() && text.word(at + 1) == "by" {
        return r
            .names
            .within(&(at + 2..(at + 5).min(text.tokens.len())))
            .find_map(|i| r.names.entity_of[i]);
    }
    let sentence = text.sentence_of(at);
    let before = at
        .checked_sub(1)
        .filter(|i| text.tags[*i] == Tag::Det || text.tags[*i].nominal())?;
    let opens = before
        .checked_sub(1)
        .is_some_and(|i| text.tags[i] == Tag::Prep);
    if !opens {
        return None;
    }
    r.said
        .iter()
        .rev()
        .take(6)
        .find(|s| s.sentence == sentence)
        .and_then(|s| r.entities[s.source])
        .filter(|e| {
            matches!(
                r.names.entities[*e].class,
                Class::Outlet(_) | Class::Organisation | Class::Unknown
            )
        })
}

//! Which names of one word are persons': where no table knows a name and no full name stands in the text, what
//! is said of it tells.

use super::name::{Class, Gender, Name};
use crate::attribution::Attribution;
use crate::lexicon::forms::Forms;
use crate::lexicon::list::ends_in;
use crate::lexicon::{ARTICLE, GROUP, INSIDER, ORGANISATION, ROLE};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Shape, legible};

/// The names of one word that are plainly a person's somewhere in the text, and the person's gender where a
/// pronoun tells it: by title, age or role, by what follows persons alone, as whose words say "I", or as whom
/// more pronouns of a person take up than of a thing.
pub(super) fn persons<'d>(
    text: &Text<'d>,
    names: &[Name],
    attributions: &[Attribution],
) -> Forms<'d, Gender> {
    let speaks = |a: &Attribution| {
        let words = || a.content.iter().cloned().flatten();
        let says_i = words().any(|i| says_i(text, i));
        says_i.then(|| a.source.as_ref().map(|s| s.start)).flatten()
    };
    let mut speakers: Vec<usize> = attributions.iter().filter_map(speaks).collect();
    speakers.sort_unstable();
    let mut persons = Forms::default();
    let single = || names.iter().enumerate().filter(|(_, n)| n.len() == 1);
    let unknown = || single().filter(|(_, n)| matches!(n.class, Class::Unknown));
    let mut votes: Forms<Votes> = Forms::default();
    for (i, name) in unknown() {
        let votes = votes.entry(legible(text.word(name.words.start)));
        match taken_up(text, names, i) {
            Some(Gender::Male) => votes.he += 1,
            Some(Gender::Female) => votes.she += 1,
            Some(Gender::Unknown) => votes.it += 1,
            None => {}
        }
    }
    for (_, name) in single() {
        let word = legible(text.word(name.words.start));
        // Whom one mention tells all mentions stand for.
        if persons.get(&word).is_some() {
            continue;
        }
        let votes = votes.get(&word).copied().unwrap_or_default();
        let person = match name.class {
            Class::Person => true,
            Class::Unknown => {
                votes.he.max(votes.she) > votes.it
                    || votes.it <= votes.he.max(votes.she) && is_surname(text, name)
                    || personal(text, name.words.end)
                    || has_kin(text, name.words.end)
                    || has_relative(text, name.words.end)
                    || posted(text, name)
                    || speakers.binary_search(&name.words.start).is_ok()
            }
            _ => false,
        };
        if person {
            let known = text.language.resolve.surnames_she.has_any_case(&word);
            let gender = if known {
                Gender::Female
            } else {
                votes.gender()
            };
            persons.insert(word, gender);
        }
    }
    persons
}

/// How often a name is taken up by each pronoun.
#[derive(Clone, Copy, Default)]
struct Votes {
    he: usize,
    she: usize,
    it: usize,
}

impl Votes {
    fn gender(self) -> Gender {
        match (self.he, self.she) {
            (1.., 0) => Gender::Male,
            (0, 1..) => Gender::Female,
            _ => Gender::Unknown,
        }
    }
}

/// How many tokens behind a name the pronoun that takes it up may stand.
const SOON: usize = 30;

/// Whose pronoun takes up name `i` before anybody or anything else is named: a man's, a woman's, or a thing's,
/// which has no gender. Only a name that is the first of its sentence to be told of is asked.
fn taken_up(text: &Text, names: &[Name], i: usize) -> Option<Gender> {
    let words = &names[i].words;
    let sentence = text.sentences[text.sentence_of(words.start)].start;
    let other = |k: usize| names[k].words.start >= sentence;
    let somebody = |k: usize| text.tokens[k].is_any(ROLE.or(ORGANISATION).or(GROUP).or(INSIDER));
    if i.checked_sub(1).is_some_and(other) || (sentence..words.start).any(somebody) {
        return None;
    }
    let next = names.get(i + 1);
    let until = next.map_or(text.tokens.len(), |n| n.words.start);
    let lists = &text.language.resolve;
    let gender = |k: usize| {
        [
            (lists.he, Gender::Male),
            (lists.she, Gender::Female),
            (lists.thing, Gender::Unknown),
        ]
        .into_iter()
        .find_map(|(list, gender)| text.is_one_of_any_case(k, list).then_some(gender))
    };
    // "When Ito asked if he": in the name's own sentence the pronoun is anybody's, but for "Ito and his wife".
    let opens = |k: usize| text.sentences[text.sentence_of(k)].start == k;
    let joined = |k: usize| k == words.end + 1 && text.tags[words.end] == Tag::Coord;
    (words.end..until.min(words.end + SOON))
        .take_while(|k| !text.tokens[*k].opens_block && !somebody(*k))
        .filter(|k| opens(*k) || joined(*k))
        .find_map(gender)
}

/// Tells which names of two words or more are persons' by the pronoun that opens the next sentence: "Somtra Das
/// leads the school. He …".
pub(super) fn tell_by_pronoun(text: &Text, names: &mut [Name]) {
    for i in 0..names.len() {
        if matches!(names[i].class, Class::Likely)
            && let Some(gender) = goes_on(text, names, i)
        {
            names[i].class = Class::Person;
            names[i].gender = gender;
        }
    }
}

/// The gender of the "he" or "she" that opens the sentence behind the one that name `i` opens, where nobody else
/// is told of between.
fn goes_on(text: &Text, names: &[Name], i: usize) -> Option<Gender> {
    let name = &names[i];
    let here = text.sentence_of(name.words.start);
    let opens = text.sentences[here].start == name.full.start;
    let acts = text.tags.get(name.words.end).is_some_and(|t| t.finite());
    let next = text.sentences.get(here + 1)?.start;
    let same_block = text.tokens.get(next)?.block == text.tokens[name.words.start].block;
    if !opens || !acts || !same_block {
        return None;
    }
    let lists = &text.language.resolve;
    let gender = match text.word(next) {
        word if lists.he.has_any_case(word) => Gender::Male,
        word if lists.she.has_any_case(word) => Gender::Female,
        _ => return None,
    };
    let between = names[i + 1..].iter().take_while(|n| n.words.start < next);
    let nobody = between
        .take(8)
        .all(|n| !matches!(n.class, Class::Person | Class::Likely));
    let human = |k: usize| text.tokens[k].is_any(ROLE.or(INSIDER));
    let alone = next - name.words.end < SOON * 2 && !(name.words.end..next).any(human);
    (nobody && alone && text.tags[next] == Tag::Pron).then_some(gender)
}

/// Whether token `i` is a quoted "I".
fn says_i(text: &Text, i: usize) -> bool {
    text.tags[i] == Tag::Pron
        && text.is_one_of(i, text.language.resolve.speaker)
        && text.quote_at(i).is_some()
}

/// Whether what stands at `at`, behind a name, follows persons alone: "the Ito campaign", "Ito himself".
fn personal(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at).filter(|t| !t.opens_block) else {
        return false;
    };
    token.spaced && text.is_one_of(at, text.language.resolve.personal)
}

/// Surnames that their ending tells are longer, in bytes.
const SHORT: usize = 4;

/// Whether a name is a surname by the register, or "McRoe", and no "the Roe" of a thing.
fn is_surname(text: &Text, name: &Name) -> bool {
    let at = name.words.start;
    let word = text.word(at);
    let clan = word
        .strip_prefix(text.language.resolve.clan_prefix)
        .is_some_and(|rest| rest.len() > 3);
    let lists = &text.language.resolve;
    let thing = at > 0 && text.tokens[at - 1].is(ARTICLE) && !text.tokens[at].opens_block;
    let family = text.tokens[at].shape == Shape::Title
        && word.len() > SHORT
        && ends_in(word, lists.surname_endings);
    !thing
        && (family || clan && !lists.surname_or_firm.has(word) || lists.surnames.has_any_case(word))
}

/// "Ito’s wife", "Ito joked".
fn has_kin(text: &Text, at: usize) -> bool {
    let lists = &text.language.resolve;
    let of_block = |i: usize| text.tokens.get(i).is_some_and(|t| !t.opens_block);
    if !of_block(at) {
        return false;
    }
    let owns = text.tags[at] == Tag::Gen && of_block(at + 1);
    owns && text.is_one_of(at + 1, lists.kin) || text.is_one_of(at, lists.manner)
}

/// "Ito wrote: …", at the start of a block, as a forum tells whom somebody quotes.
fn posted(text: &Text, name: &Name) -> bool {
    let end = name.words.end;
    let of_block = |i: usize| text.tokens.get(i).filter(|t| !t.opens_block);
    text.tokens[name.words.start].opens_block
        && of_block(end).is_some()
        && text.is_one_of(end, text.language.resolve.wrote)
        && of_block(end + 1).is_some_and(|t| t.is_mark(':'))
}

/// "Ito, who has": what is told of one person, not of a team ("Leeds, who have").
fn has_relative(text: &Text, at: usize) -> bool {
    let of_block = |i: usize| text.tokens.get(i).filter(|t| !t.opens_block);
    let comma = usize::from(of_block(at).is_some_and(|t| t.is_mark(',')));
    let who = at + comma;
    let lists = &text.language.resolve;
    of_block(who).is_some()
        && text.is_one_of(who, lists.who)
        && of_block(who + 1).is_some()
        && text.is_one_of(who + 1, lists.singular_auxiliary)
}

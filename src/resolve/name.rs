//! Reading a run of capitals: person, organisation, outlet or place; title and role before it, or
//! behind it between commas.

use std::ops::Range;

use super::role::{apposition, is_party_mark, role_before, role_before_comma};
use super::{known, run};
use crate::lexicon::name::Known;
use crate::lexicon::{
    DOCUMENT, FEMALE, FEMININE, GROUP, ISSUE, MALE, MASCULINE, MASTHEAD, MONTH, ORGANISATION,
    OUTLET, PARTY, PLACE, PLACE_PART, ROLE, TIME, TITLE, WEEKDAY,
};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// What a name names, as far as its own words and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A human being.
    Person,
    /// Two or three unknown words with capitals: most often a person.
    Likely,
    /// A body.
    Organisation,
    /// A news organisation; its row in the outlet table, if it is there.
    Outlet(Option<u16>),
    /// A place, or the people or language of one.
    Place,
    /// People by the lot ("Senate Republicans").
    Group,
    /// A law, treaty or report.
    Document,
    /// An office without its holder ("Press Secretary").
    Office,
    /// Nothing tells.
    Unknown,
}

/// Whether "he" or "she" can stand for a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    /// Not known.
    #[default]
    Unknown,
    /// "he".
    Male,
    /// "she".
    Female,
}

impl Gender {
    /// Whether two genders can be one person's.
    pub(super) fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}

/// A name where it stands.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The name proper, without title and role.
    pub(super) words: Range<usize>,
    /// With title and role before it and an apposition behind it.
    pub(super) full: Range<usize>,
    /// Title and role before it, or the role behind it.
    pub(super) role: Option<Range<usize>>,
    pub(super) class: Class,
    pub(super) gender: Gender,
    /// "Mr. Ito": a title that tells no more than that this is a person.
    pub(super) titled: bool,
}

impl Name {
    /// How many words the name proper has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

/// Reads the names of `text`, in order.
pub(super) fn find(text: &Text) -> Vec<Name> {
    let mut key = String::new();
    run::find(text)
        .into_iter()
        .filter_map(|run| {
            let credited = is_credited(text, &run, &mut key);
            (!credited && !is_party(text, &run)).then(|| read(text, run, &mut key))
        })
        .collect()
}

/// "Ada Roe, R-Fla.": no name of its own.
fn is_party(text: &Text, run: &Range<usize>) -> bool {
    let set_off = run.start.checked_sub(1).is_some_and(|i| {
        !text.tokens[run.start].opens_block
            && (text.tokens[i].is_mark(',') || text.tokens[i].is_mark('('))
    });
    set_off && text.word(run.start).len() > 1 && is_party_mark(text.word(run.start))
}

/// "Ann Ito / Reuters", "Photo: Ann Ito": who took a picture is nobody that the text speaks of.
fn is_credited(text: &Text, run: &Range<usize>, key: &mut String) -> bool {
    let of_block = |i: usize| text.tokens.get(i).filter(|t| !t.opens_block);
    let outlet = run.end + 1;
    if of_block(run.end).is_some_and(|t| t.is_mark('/'))
        && of_block(outlet).is_some_and(|t| t.is_word())
        && (1..=2).any(|n| {
            of_block(outlet + n - 1).is_some()
                && matches!(
                    known::known(text, &(outlet..outlet + n), key),
                    Some(Known::Outlet(_))
                )
        })
    {
        return true;
    }
    let Some(sign) = run.start.checked_sub(1).filter(|i| *i > 0) else {
        return false;
    };
    let opens = text.tokens[sign].is_mark(':') || text.word(sign) == "by";
    opens
        && !text.tokens[run.start].opens_block
        && !text.tokens[sign].opens_block
        && text.is_one_of_any_case(sign - 1, text.language.resolve.picture.0)
}

fn read(text: &Text, run: Range<usize>, key: &mut String) -> Name {
    let (class, words) = classify(text, &run, key);
    let mut name = Name {
        full: run.clone(),
        role: (words.start > run.start).then_some(run.start..words.start),
        words,
        class,
        gender: Gender::Unknown,
        titled: false,
    };
    if !matches!(class, Class::Person | Class::Likely | Class::Unknown) {
        return name;
    }
    if let Some(role) = &name.role {
        name.gender = gender_of(text, role);
        // "Mr.", "Dr." alone are no roles.
        if role.clone().all(|i| is_courtesy(text, i)) {
            name.titled = true;
            name.role = None;
        }
    }
    if let Some(start) = role_before(text, run.start) {
        name.full.start = start;
        name.role = Some(start..name.words.start);
        name.class = Class::Person;
    }
    if let Some(behind) = apposition(text, run.end) {
        if let Some(role) = behind.role {
            name.class = Class::Person;
            // What stands behind a name says more than "Sen." before it.
            if name.role.as_ref().is_none_or(|r| r.len() < 2) {
                name.role = Some(role);
            }
            name.full.end = behind.end;
        } else if behind.organisation {
            if name.role.is_none() && !name.titled && !matches!(name.class, Class::Person) {
                name.class = Class::Organisation;
            }
        } else {
            // ", 55," and "(R-Fla.)" stand behind persons alone.
            name.class = Class::Person;
            name.full.end = behind.end;
        }
    } else if name.role.is_none()
        && name.full.start == name.words.start
        && let Some(start) = role_before_comma(text, &name.words)
    {
        name.full.start = start;
        name.role = Some(start..run.start - 1);
        name.class = Class::Person;
    }
    if name.gender == Gender::Unknown
        && let Some(role) = &name.role
    {
        name.gender = gender_of(text, role);
    }
    if name.gender == Gender::Unknown && name.len() > 1 {
        name.gender = given_gender(text, name.words.start);
    }
    name
}

/// Whether token `i` is a title that tells no role.
pub(super) fn is_courtesy(text: &Text, i: usize) -> bool {
    text.language
        .resolve
        .courtesy
        .has(text.word(i).trim_end_matches('.'))
}

/// Whether `run` stands in a heading that writes all words with capitals, "Photo Sparks Row", and speaks in none:
/// "Ada Roe: …".
fn title_case(text: &Text, run: &Range<usize>) -> bool {
    let block = text.tokens[run.start].block;
    let near = run.start.saturating_sub(12)..text.tokens.len().min(run.end + 12);
    let small = |k: usize| {
        let token = &text.tokens[k];
        let counts = token.span.len() > 4 || text.tags[k].finite();
        token.block == block && token.is_word() && !token.capital() && counts
    };
    let heading = block == 0 || text.document.blocks[block as usize].kind == BlockKind::Heading;
    let speaks = text.tokens.get(run.end).is_some_and(|t| t.is_mark(':'));
    heading && !speaks && !near.into_iter().any(small)
}

/// The class of the run, and the name proper inside it.
fn classify(text: &Text, run: &Range<usize>, key: &mut String) -> (Class, Range<usize>) {
    let whole = run.clone();
    let is = |i: usize, c| text.tokens[i].is_any(c);
    if let Some(known) = known::known(text, run, key) {
        let class = match known {
            Known::Outlet(row) => Class::Outlet(Some(row)),
            Known::Place => Class::Place,
            Known::Organisation => Class::Organisation,
        };
        return (class, whole);
    }
    // "U.S. Attorney's Office for the District of Nara": nobody's title.
    if run.clone().any(|i| text.tokens[i].kind == Kind::Clitic) {
        return (Class::Organisation, whole);
    }
    let (first, last) = (run.start, run.end - 1);
    let count = run.clone().filter(|i| text.tokens[*i].is_word()).count();
    let given = |i: usize| is_given(text, i);
    let suffix = |i: usize| {
        text.language
            .resolve
            .name_suffix
            .has(text.word(i).trim_end_matches('.'))
    };
    let initial = |i: usize| {
        let w = text.word(i);
        w.len() == 2 && w.ends_with('.') && text.tokens[i].is_word()
    };
    let office = TITLE.or(ROLE);
    let starts_given = given(first) && !is(first, TITLE);
    if !(starts_given && count <= 4 && !is(last, ORGANISATION)) {
        // Title and role, then the name.
        let title = (first..last)
            .rev()
            .find(|&i| is(i, office) && !(suffix(i + 1) && i + 1 == last));
        if let Some(title) = title
            && (!is(last, office.or(ORGANISATION).or(GROUP).or(MASTHEAD))
                || title + 1 < last && (given(last - 1) || initial(last - 1)))
        {
            let tail = title + 1;
            if text.tokens[tail].capital() {
                if last + 1 - tail <= 5
                    && (!is(tail, PLACE) || tail + 1 == last && !is(last, PLACE))
                {
                    return (Class::Person, tail..run.end);
                }
            } else if let Some(start) = (tail + 2..=last).find(|&i| given(i)) {
                // "Deputy Director of Public Prosecution Eva Ito"
                return (Class::Person, start..run.end);
            } else if last - tail >= 4 {
                return (Class::Person, last - 1..run.end);
            } else {
                return (Class::Office, whole);
            }
        }
    }
    if let Some(start) = given_inside(text, run) {
        return (Class::Person, start..run.end);
    }
    if is(last, GROUP) && (count > 1 || !given(first)) {
        return (Class::Group, whole);
    }
    let body = (first..last).any(|i| {
        is(i, ORGANISATION) && text.is_one_of(i + 1, text.language.resolve.of_for.0) && i + 1 < last
    });
    let place = (first..=last).all(|i| is(i, PLACE.or(PLACE_PART)) || !text.tokens[i].is_word());
    if place && (first..=last).any(|i| is(i, PLACE)) {
        return (Class::Place, whole);
    }
    if body || is(last, ORGANISATION) {
        // "Jane Bank" is a person where the word is a given name with one surname; "Nara Bank" is none.
        let surname = starts_given
            && count == 2
            && text.language.resolve.surname_or_body.has(text.word(last));
        if !surname || body {
            return (Class::Organisation, whole);
        }
    }
    if count > 1 && (is(last, MASTHEAD.or(OUTLET)) || is(first, ISSUE)) && !starts_given {
        return (Class::Outlet(None), whole);
    }
    // "Jack French" is of no country.
    let surname = count == 2 && starts_given && !is(first, PLACE);
    if count > 1
        && (starts_given || suffix(last))
        && !is(last, DOCUMENT)
        && (surname || !is(last, PLACE))
    {
        return (Class::Person, whole);
    }
    let body = text.language.resolve.firm_ending.has(text.word(last));
    if count > 1 && is(last, DOCUMENT) && !body {
        return (Class::Document, whole);
    }
    // "Chartered Professional Accountants": those of a calling are a body of theirs.
    if count > 1 && !starts_given && is_calling(text, last) {
        return (Class::Organisation, whole);
    }
    if count > 1 && is(last, office) {
        return (Class::Office, whole);
    }
    if count > 1 && count <= 4 && (initial(first) || first + 1 < last && initial(first + 1)) {
        return (Class::Person, whole);
    }
    if count == 1 {
        let class = if text.tokens[first].shape == Shape::Upper && text.word(first).len() > 1 {
            Class::Organisation
        } else if is(first, PARTY.or(WEEKDAY).or(MONTH).or(TIME)) {
            Class::Unknown
        } else if is(first, office) {
            Class::Office
        } else {
            Class::Unknown
        };
        return (class, whole);
    }
    let lists = &text.language.resolve;
    if !starts_given && lists.firm_ending.has(text.word(last)) {
        return (Class::Organisation, whole);
    }
    let plain = !lists.firm_opening.has(text.word(first))
        && (first..=last).all(|i| {
            text.tokens[i].shape == Shape::Title
                && !is(
                    i,
                    PLACE
                        .or(PLACE_PART)
                        .or(PARTY)
                        .or(ORGANISATION)
                        .or(GROUP)
                        .or(TIME),
                )
        });
    if (2..=3).contains(&count) && plain {
        let class = if title_case(text, run) {
            Class::Office
        } else {
            Class::Likely
        };
        return (class, whole);
    }
    // Prefixes with a place: "Gaza Marwan Ito" is no name of ours.
    (Class::Unknown, whole)
}

/// Whether the word at `i` is the plural of what a person does.
fn is_calling(text: &Text, i: usize) -> bool {
    let word = text.word(i).to_ascii_lowercase();
    let one = word
        .strip_suffix('s')
        .and_then(|one| text.language.words.get(one));
    one.is_some_and(|entry| entry.classes.intersects(ROLE))
}

/// Where a person's name begins behind a body or letters in one run: "Ministry of Trade Ada Roe", "MP Ada
/// Roe". Not "Church of Ada Roe" or "Ada Roe Hall".
fn given_inside(text: &Text, run: &Range<usize>) -> Option<usize> {
    let last = run.end - 1;
    let plain = |i: usize| {
        let token = &text.tokens[i];
        token.is_word()
            && token.shape == Shape::Title
            && !token.is_any(
                ORGANISATION
                    .or(GROUP)
                    .or(DOCUMENT)
                    .or(MASTHEAD)
                    .or(ROLE)
                    .or(OUTLET),
            )
    };
    let start = (run.start + 1..last)
        .find(|&i| is_given(text, i) && !text.tokens[i].is_any(TITLE) && (i..=last).all(plain))?;
    let head = &text.tokens[start - 1];
    let letters = start == run.start + 1
        && head.shape == Shape::Upper
        && (2..=3).contains(&text.word(start - 1).len());
    let body = (run.start..start).any(|i| text.tokens[i].is(ORGANISATION));
    let hangs =
        text.is_one_of_any_case(start - 1, text.language.resolve.name_joint.0) || !head.is_word();
    (last - start < 3 && (letters || body) && !hangs && !text.tokens[last].is(PLACE))
        .then_some(start)
}

/// Whether token `i` is a given name; the first half of "Eva-Marie" decides for both.
fn is_given(text: &Text, i: usize) -> bool {
    given_gender_class(text, i) != (false, false)
}

fn given_gender_class(text: &Text, i: usize) -> (bool, bool) {
    let token = &text.tokens[i];
    if !token.is_word() || token.shape != Shape::Title {
        return (false, false);
    }
    if token.is_any(MALE.or(FEMALE)) {
        return (token.is(MALE), token.is(FEMALE));
    }
    if !token.known
        && let Some((half, _)) = text.word(i).split_once('-')
        && half.is_ascii()
        && half.len() < 16
    {
        let entry = text.language.words.get(&half.to_ascii_lowercase());
        return entry.map_or((false, false), |e| {
            (e.classes.intersects(MALE), e.classes.intersects(FEMALE))
        });
    }
    (false, false)
}

pub(super) fn given_gender(text: &Text, i: usize) -> Gender {
    match given_gender_class(text, i) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// The gender that the words of a title or role tell.
pub(super) fn gender_of(text: &Text, role: &Range<usize>) -> Gender {
    for i in role.clone() {
        // "the Queen's spokesman": the holder of the genitive is another person.
        if text.tags.get(i + 1) == Some(&Tag::Gen) {
            continue;
        }
        match (text.tokens[i].is(MASCULINE), text.tokens[i].is(FEMININE)) {
            (true, false) => return Gender::Male,
            (false, true) => return Gender::Female,
            _ => {}
        }
        if text.tags[i] == Tag::Prep {
            break;
        }
    }
    Gender::Unknown
}

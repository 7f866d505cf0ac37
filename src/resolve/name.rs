//! Reading a run of capitals: person, organisation, outlet or place; title and role before it, or
//! behind it between commas.

use std::cell::OnceCell;
use std::ops::Range;

use super::{known, run};
use crate::lexicon::name::Known;
use crate::lexicon::{
    ARTICLE, Classes, DOCUMENT, FEMALE, FEMININE, GROUP, ISSUE, MALE, MASCULINE, MASTHEAD, MONTH,
    ORGANISATION, OUTLET, PARTY, PAST, PLACE, PLACE_PART, ROLE, TIME, TITLE, WEEKDAY,
};
use crate::phrase::role::{self, is_party_mark};
use crate::text::Text;
use crate::text::block::BlockKind;
use crate::text::letters::{self, INNER_COMMA};
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
    /// Whether it stands in a headline, a dateline, a byline or a credit, once it has been asked for.
    pub(super) apart: OnceCell<bool>,
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

/// "Ada Roe, R-Fla.", "Ada Roe, PhD": no name of its own.
fn is_party(text: &Text, run: &Range<usize>) -> bool {
    let letters = |before: usize| text.tokens[before].is_mark(INNER_COMMA);
    !text.tokens[run.start].opens_block
        && text.word(run.start).len() > 1
        && (is_party_mark(text.word(run.start)) || run.start.checked_sub(1).is_some_and(letters))
}

/// The run without the letters behind it: "Ada Roe" of "Ada Roe OBE". Two words are left at least, which are a person's
/// name, and none where there are no letters.
fn before_letters(text: &Text, run: &Range<usize>, key: &mut String) -> Option<Range<usize>> {
    let list = text.language.text.letters_behind_name;
    let letters = |i: &usize| {
        text.is_one_of(*i, list)
            && !text
                .language
                .resolve
                .name_suffix
                .has(text.word(*i).trim_end_matches('.'))
    };
    let count = run.clone().rev().take_while(letters).count();
    let words = run.start..run.end - count;
    let person = |class: Class| matches!(class, Class::Person | Class::Likely);
    (count > 0 && words.len() > 1 && person(classify(text, &words, key).0)).then_some(words)
}

/// "Ann Ito / Reuters", "Photo: Ann Ito": who took a picture is nobody that the text speaks of.
fn is_credited(text: &Text, run: &Range<usize>, key: &mut String) -> bool {
    let of_block = |i: usize| text.tokens.get(i).filter(|t| !t.opens_block);
    let outlet = run.end + 1;
    if of_block(run.end).is_some_and(|t| t.is_mark('/'))
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
    let opens = text.tokens[sign].is_mark(':') || text.is_one_of(sign, text.language.resolve.by);
    let lists = &text.language.resolve;
    let shown = opens && text.is_one_of_any_case(sign - 1, lists.picture);
    // "a show, courtesy of Ada Roe, who sang": of her the text speaks.
    let goes_on =
        of_block(run.end).is_some_and(|t| t.is_mark(',')) && of_block(run.end + 1).is_some();
    let lent = text.is_one_of(sign, lists.of)
        && text.is_one_of_any_case(sign - 1, lists.courtesy_of)
        && !goes_on;
    (shown || lent) && !text.tokens[run.start].opens_block && !text.tokens[sign].opens_block
}

/// "Ada Roe, who is": whether a clause behind the comma at `comma` tells of one human being; of a team is "who are".
fn is_who(text: &Text, comma: usize) -> bool {
    let lists = &text.language.resolve;
    let near = comma + 2 < text.tokens.len() && !text.tokens[comma].opens_block;
    near && text.tokens[comma].is_mark(',')
        && text.is_one_of(comma + 1, lists.who)
        && text.is_one_of(comma + 2, lists.singular)
}

fn read(text: &Text, run: Range<usize>, key: &mut String) -> Name {
    let lettered = before_letters(text, &run, key);
    let end = letters::past(&text.tokens, run.end);
    let letters = lettered.is_some() || end > run.end;
    let run = lettered.unwrap_or(run);
    let (class, words) = classify(text, &run, key);
    // Who has letters behind the name is a person, and "who" is.
    let class = if class == Class::Likely && (letters || is_who(text, end)) {
        Class::Person
    } else {
        class
    };
    let mut name = Name {
        full: run.start..end,
        role: (words.start > run.start).then_some(run.start..words.start),
        words,
        class,
        gender: Gender::Unknown,
        titled: false,
        apart: OnceCell::new(),
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
    if let Some(start) = role::before(text, run.start) {
        name.full.start = start;
        name.role = Some(start..name.words.start);
        name.class = Class::Person;
    }
    if let Some(behind) = role::behind(text, end) {
        if let Some(role) = behind.role {
            name.class = Class::Person;
            // What stands behind a name says more than "Sen." before it.
            if name.role.as_ref().is_none_or(|r| r.len() < 2) {
                name.role = Some(role);
            }
            name.full.end = behind.end;
        } else if behind.organisation {
            if name.role.is_none() && !matches!(name.class, Class::Person) {
                name.class = Class::Organisation;
            }
        } else {
            // ", 55," and "(R-Fla.)" stand behind persons alone.
            name.class = Class::Person;
            name.full.end = behind.end;
        }
    } else if name.role.is_none()
        && let Some(start) = role::before_comma(text, &name.words)
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
        token.block == block && !token.capital() && counts
    };
    let heading = block == 0 || text.document.blocks[block as usize].kind == BlockKind::Heading;
    let speaks = text.tokens.get(run.end).is_some_and(|t| t.is_mark(':'));
    heading && !speaks && !near.into_iter().any(small)
}

/// The class of the run, and the name proper inside it.
fn classify(text: &Text, run: &Range<usize>, key: &mut String) -> (Class, Range<usize>) {
    let whole = run.clone();
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
    let facts = RunFacts::new(text, run);
    // "Mr. English", "Robert S. Ford"
    let courtesy =
        run.len() > 1 && text.tokens[run.start].is(TITLE) && is_courtesy(text, run.start);
    if courtesy && facts.count <= 4 {
        return (Class::Person, run.start + 1..run.end);
    }
    if facts.starts_given && facts.count == 3 && facts.initial(run.start + 1) {
        return (Class::Person, whole);
    }
    if let Some(told) = facts.behind_title() {
        return told;
    }
    if let Some(start) = given_inside(text, run) {
        return (Class::Person, start..run.end);
    }
    let class = facts.by_words().or_else(|| facts.by_end());
    (class.unwrap_or_else(|| facts.unknown()), whole)
}

/// A run of capitals, and what its class is told by.
struct RunFacts<'t, 'd> {
    text: &'t Text<'d>,
    first: usize,
    last: usize,
    /// How many words it has.
    count: usize,
    /// Whether it opens with a given name.
    starts_given: bool,
}

/// Words for an office.
const OFFICES: Classes = TITLE.or(ROLE);

impl<'t, 'd> RunFacts<'t, 'd> {
    fn new(text: &'t Text<'d>, run: &Range<usize>) -> RunFacts<'t, 'd> {
        let first = run.start;
        RunFacts {
            text,
            first,
            last: run.end - 1,
            count: run.clone().filter(|i| text.tokens[*i].is_word()).count(),
            starts_given: is_given(text, first) && !text.tokens[first].is(TITLE),
        }
    }

    fn is(&self, i: usize, classes: Classes) -> bool {
        self.text.tokens[i].is_any(classes)
    }

    /// Whether the word at `i` tells of a body; not "Un" of "Kim Jong Un".
    fn is_body(&self, i: usize) -> bool {
        let word = self.text.word(i);
        let part = self.text.tokens[i].shape == Shape::Title && word.len() == 2;
        self.is(i, ORGANISATION) && (!part || self.text.language.resolve.corporate.has(word))
    }

    /// "Jr."
    fn suffix(&self, i: usize) -> bool {
        let word = self.text.word(i).trim_end_matches('.');
        self.text.language.resolve.name_suffix.has(word)
    }

    /// "J."
    fn initial(&self, i: usize) -> bool {
        let word = self.text.word(i);
        word.len() == 2 && word.ends_with('.')
    }

    /// Title and role, then the name.
    fn behind_title(&self) -> Option<(Class, Range<usize>)> {
        let (first, last) = (self.first, self.last);
        let given = |i: usize| is_given(self.text, i);
        if self.starts_given && self.count <= 4 {
            return None;
        }
        let mut all = (first..last).rev();
        let title = all.find(|&i| self.is(i, OFFICES)).filter(|title| {
            !self.is(last, OFFICES.or(ORGANISATION).or(GROUP).or(MASTHEAD))
                || title + 1 < last && (given(last - 1) || self.initial(last - 1))
        })?;
        // "Rep. Earl Roe": a given name that is a title elsewhere.
        let short = |i: usize| self.text.word(i).ends_with('.');
        let given_so =
            title > first && self.is(title - 1, TITLE) && short(title - 1) && !short(title);
        let tail = title + usize::from(!given_so);
        if self.text.tokens[tail].capital() {
            // "Reporter Caught Napping": a heading.
            let happens = self.is(tail, PAST) && title_case(self.text, &(first..last + 1));
            let named = !self.is(tail, PLACE) || tail + 1 == last && !self.is(last, PLACE);
            let named = named && !happens;
            return (last + 1 - tail <= 5 && named).then_some((Class::Person, tail..last + 1));
        }
        // "Deputy Director of Public Prosecution Eva Ito"
        let named = (tail + 2..=last).find(|&i| given(i));
        let long = (last - tail >= 4).then(|| last - 1);
        Some(match named.or(long) {
            Some(start) => (Class::Person, start..last + 1),
            None => (Class::Office, first..last + 1),
        })
    }

    /// By what the tables know of its words.
    fn by_words(&self) -> Option<Class> {
        let (text, first, last) = (self.text, self.first, self.last);
        let count = self.count;
        let lists = &text.language.resolve;
        if self.is(last, GROUP) {
            return Some(Class::Group);
        }
        // "the Republican said", "the ranking Democrat on the committee"
        let led = first.checked_sub(1).is_some_and(|i| {
            let tag = text.tags[i];
            let small = !text.tokens[first].opens_block && !text.tokens[i].capital();
            let one = text.is_one_of_any_case(i, lists.one_or_another);
            text.tokens[i].is(ARTICLE) || one || small && (tag.nominal() || tag == Tag::Ing)
        });
        let party = self.is(first, PARTY) && !text.word(first).ends_with('s');
        if count == 1 && led && (party || run::is_of_people(text, first)) {
            return Some(Class::Office);
        }
        let all = || first..=last;
        let place = |i: usize| self.is(i, PLACE.or(PLACE_PART));
        if all().all(place) && all().any(|i| self.is(i, PLACE)) {
            return Some(Class::Place);
        }
        // "Carthage, Ill.,"
        let short = text.word(last).strip_suffix('.');
        if count == 1 && short.is_some_and(|word| lists.short_place.has(word)) {
            return Some(Class::Place);
        }
        // "the Nara Republican": who is of the party there.
        let member = count > 1 && self.is(last, PARTY) && !text.word(last).ends_with('s');
        let placed = || {
            let known = known::known(text, &(first..last), &mut String::new());
            known == Some(Known::Place) || (first..last).all(|i| self.is(i, PLACE.or(PLACE_PART)))
        };
        if member && placed() {
            return Some(Class::Office);
        }
        let body =
            (first..last).any(|i| self.is(i, ORGANISATION) && text.is_one_of(i + 1, lists.of_for));
        // "Jane Bank" is a person where the word is a given name with one surname; "Nara Bank" is none.
        let surname =
            self.starts_given && count == 2 && text.is_one_of(last, lists.surname_or_body);
        if body || self.is_body(last) && !surname {
            return Some(Class::Organisation);
        }
        let outlet = self.is(last, MASTHEAD.or(OUTLET)) || self.is(first, ISSUE);
        (count > 1 && outlet && !self.starts_given).then_some(Class::Outlet(None))
    }

    /// By how it begins and ends.
    fn by_end(&self) -> Option<Class> {
        let (text, first, last) = (self.text, self.first, self.last);
        let count = self.count;
        if count < 2 {
            return None;
        }
        // "Jack French" is of no country.
        let surname = count == 2;
        let named = self.starts_given || self.suffix(last);
        if named && !self.is(last, DOCUMENT) && (surname || !self.is(last, PLACE)) {
            return Some(Class::Person);
        }
        if count == 2 && self.is_named_as_place() {
            return Some(Class::Likely);
        }
        let firm = || text.is_one_of(last, text.language.resolve.firm_ending);
        if self.is(last, DOCUMENT) && !firm() {
            return Some(Class::Document);
        }
        // "Chartered Professional Accountants": those of a calling are a body of theirs.
        if !self.starts_given && run::is_calling(text, last) {
            return Some(Class::Organisation);
        }
        if self.is(last, OFFICES) {
            return Some(Class::Office);
        }
        let initial = self.initial(first) || first + 1 < last && self.initial(first + 1);
        if count <= 4 && initial {
            return Some(Class::Person);
        }
        (!self.starts_given && firm()).then_some(Class::Organisation)
    }

    /// "Virginia Ito": a given name that places bear too, and a word that nothing but a surname is; not
    /// "Virginia Tech", "Sydney Swans".
    fn is_named_as_place(&self) -> bool {
        let (text, last) = (self.text, self.last);
        let token = &text.tokens[last];
        text.is_one_of(self.first, text.language.resolve.given_place)
            && token.shape == Shape::Title
            && token.classes.0 == 0
            && !text.is_one_of(last, text.language.resolve.firm_ending)
            && !text.word(last).ends_with('s')
    }

    /// Where no table tells.
    fn unknown(&self) -> Class {
        let (text, first, last) = (self.text, self.first, self.last);
        if self.count == 1 {
            let letters = text.tokens[first].shape == Shape::Upper;
            let time = self.is(first, PARTY.or(WEEKDAY).or(MONTH).or(TIME));
            return match () {
                () if letters => Class::Organisation,
                () if !time && self.is(first, OFFICES) => Class::Office,
                () => Class::Unknown,
            };
        }
        let told = PLACE.or(PLACE_PART).or(PARTY).or(GROUP).or(TIME);
        let mut all = first..=last;
        let plain = all
            .all(|i| text.tokens[i].shape == Shape::Title && !self.is(i, told) && !self.is_body(i));
        let firm = || text.is_one_of(first, text.language.resolve.firm_opening);
        // Prefixes with a place: "Gaza Marwan Ito" is no name of ours.
        if !(2..=3).contains(&self.count) || !plain || firm() {
            Class::Unknown
        } else if title_case(text, &(first..last + 1)) {
            Class::Office
        } else {
            Class::Likely
        }
    }
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
    let start = (run.start + 1..last).find(|&i| is_given(text, i) && (i..=last).all(plain))?;
    let head = &text.tokens[start - 1];
    let letters = start == run.start + 1
        && head.shape == Shape::Upper
        && (2..=3).contains(&text.word(start - 1).len());
    let body = (run.start..start).any(|i| text.tokens[i].is_any(ORGANISATION.or(PARTY).or(ROLE)));
    let joined = text.is_one_of_any_case(start - 1, text.language.resolve.name_joint);
    (last - start < 3 && (letters || body) && !joined && !text.tokens[last].is(PLACE))
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

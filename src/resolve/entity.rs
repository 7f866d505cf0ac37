//! Names joined: which names of a text stand for the same person, body or place.

use std::ops::Range;

use super::name::{Class, Gender, Name};
use super::personal::{persons, tell_by_pronoun};
use crate::attribution::Attribution;
use crate::letter::squeeze;
use crate::lexicon::forms::Forms;
use crate::lexicon::{
    ARTICLE, FEMALE, MALE, MASTHEAD, ORGANISATION, OUTLET, PARTY, PLACE, PLACE_PART, ROLE, TITLE,
};
use crate::span::Places;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Shape, legible};

/// How many roles of one person are kept: those that a description ("the governor") is held against.
const MOST_ROLES: usize = 4;

/// How many persons of one surname are told apart; a text with more of them names them in full.
const MOST_NAMESAKES: usize = 8;

/// Who or what the names of a text stand for.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub(super) class: Class,
    /// The fullest name, without title and role.
    pub(super) name: Range<usize>,
    pub(super) roles: Vec<Range<usize>>,
    pub(super) gender: Gender,
    /// The outlet that a person reports for, as an entity: "Ada Roe of the Nara Times".
    pub(super) outlet: Option<usize>,
}

/// The names of a text and what they stand for.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In text order.
    pub(super) names: Vec<Name>,
    /// For each name its entity; none where several fit.
    pub(super) entity_of: Vec<Option<usize>>,
    /// In order of the first name in full.
    pub(super) entities: Vec<Entity>,
    /// Where in `names` a token falls.
    by_token: Places,
}

#[derive(Default)]
pub(super) struct Join<'d> {
    pub(super) entities: Vec<Entity>,
    pub(super) surnames: Forms<'d, Vec<usize>>,
    pub(super) given: Forms<'d, Vec<usize>>,
    /// Persons by what stands between their given name and surname: "Lula" of "Luiz Inácio Lula da Silva".
    pub(super) inner: Forms<'d, Vec<usize>>,
    /// Bodies by the words of their names that tell what they are: "College" of "Nara College of Physicians".
    pub(super) heads: Forms<'d, Vec<usize>>,
    pub(super) keys: Forms<'static, usize>,
    /// For each entity, how often its name stands in full.
    pub(super) full_names: Vec<usize>,
    /// For each entity, whether its name stands in full anywhere.
    pub(super) in_full: Vec<bool>,
    /// For each entity, how it has been mentioned so far, once short names are read.
    pub(super) noted: Vec<Noted>,
    /// Single words that are plainly the name of a person somewhere in the text.
    pub(super) persons: Forms<'d, Gender>,
    pub(super) key: String,
}

/// How an entity has been mentioned up to some place.
#[derive(Clone, Copy, Default)]
pub(super) struct Noted {
    /// One past the first token of the last mention; 0 where there is none.
    pub(super) last: usize,
    /// The same of the last in full.
    pub(super) last_in_full: usize,
    /// How often it was called by the bare surname.
    pub(super) bare: usize,
}

impl Names {
    /// Joins `names`, in linear time; `attributions` tell who speaks of themselves as one person.
    pub(super) fn new(text: &Text, mut names: Vec<Name>, attributions: &[Attribution]) -> Names {
        tell_by_pronoun(text, &mut names);
        let mut join = Join {
            persons: persons(text, &names, attributions),
            ..Join::default()
        };
        let mut entity_of = vec![None; names.len()];
        // Names in full first, so that a caption's surname finds the full name below it.
        for (i, name) in names.iter().enumerate() {
            entity_of[i] = join.full(text, name);
        }
        // "Baron said" beside Martin Baron: no office.
        for (i, name) in names.iter_mut().enumerate() {
            if entity_of[i].is_none() && join.is_surname_of_person(text, name) {
                name.class = Class::Unknown;
            }
        }
        // "Mr. Falk" beside Ann Falk alone is another Falk, whom "President Falk" before them may be.
        for (i, name) in names.iter_mut().enumerate() {
            if entity_of[i].is_none() && join.is_namesake(text, name) {
                entity_of[i] = join.short(text, name);
            }
        }
        for (i, name) in names.iter_mut().enumerate() {
            if entity_of[i].is_none() {
                entity_of[i] = join.short(text, name);
            }
            if let Some(entity) = entity_of[i] {
                join.note(text, entity, name);
            }
        }
        join.reporters(text, &names, &entity_of);
        Names {
            by_token: Places::new(names.iter().map(|n| n.words.end)),
            names,
            entity_of,
            entities: join.entities,
        }
    }

    /// The names that overlap the tokens `words`, as indexes.
    pub(super) fn within(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.first_after(words.start);
        let more = self.names[first..].iter();
        first..first + more.take_while(|n| n.words.start < words.end).count()
    }

    /// How many names start before token `at`.
    pub(super) fn before(&self, at: usize) -> usize {
        let first = at.checked_sub(1).map_or(0, |last| self.first_after(last));
        let astride = self.names.get(first).is_some_and(|n| n.words.start < at);
        first + usize::from(astride)
    }

    /// The first name that ends after token `at`.
    fn first_after(&self, at: usize) -> usize {
        let end = |n: usize| Some(self.names.get(n)?.words.end);
        self.by_token.first_after(at, end)
    }
}

fn suffix(text: &Text, word: &str) -> bool {
    text.language
        .resolve
        .name_suffix
        .has(word.trim_end_matches('.'))
}

/// The token of the surname.
pub(super) fn surname(text: &Text, words: &Range<usize>) -> usize {
    let mut last = words.end - 1;
    while last > words.start && suffix(text, text.word(last)) {
        last -= 1;
    }
    last
}

impl<'d> Join<'d> {
    pub(super) fn add(&mut self, class: Class, name: &Name) -> usize {
        self.entities.push(Entity {
            class,
            name: name.words.clone(),
            roles: name.role.iter().cloned().collect(),
            gender: name.gender,
            outlet: None,
        });
        self.full_names.push(1);
        self.in_full.push(true);
        self.entities.len() - 1
    }

    pub(super) fn enrich(&mut self, entity: usize, name: &Name) {
        let e = &mut self.entities[entity];
        if e.gender == Gender::Unknown {
            e.gender = name.gender;
        }
        if let Some(role) = &name.role
            && e.roles.len() < MOST_ROLES
        {
            e.roles.push(role.clone());
        }
        if matches!(name.class, Class::Person) {
            e.class = Class::Person;
        }
    }

    /// The entity of a name in full; none for short names, which wait.
    fn full(&mut self, text: &Text<'d>, name: &Name) -> Option<usize> {
        match name.class {
            Class::Person | Class::Likely if name.len() > 1 => Some(self.person(text, name)),
            Class::Organisation | Class::Document if name.len() > 1 => Some(self.body(text, name)),
            // "HCA Healthcare": letters and what they do are a body, which goes by the letters too.
            Class::Unknown
                if name.len() > 1 && text.tokens[name.words.start].shape == Shape::Upper =>
            {
                Some(self.body(text, name))
            }
            // "Guardian" may be, too.
            Class::Outlet(Some(_)) if name.len() == 1 => None,
            Class::Outlet(Some(row)) => Some(self.outlet(text, name, row)),
            // "Leeds" may be a person's surname, which the full names tell.
            Class::Place if name.len() == 1 => None,
            Class::Outlet(None) | Class::Place => {
                let entity = self.by_words(text, name);
                if matches!(name.class, Class::Outlet(None)) {
                    self.alias_last(text, name, entity);
                }
                Some(entity)
            }
            _ => None,
        }
    }

    /// The outlet of the table's row `row`.
    pub(super) fn outlet(&mut self, text: &Text<'d>, name: &Name, row: u16) -> usize {
        let key = format_row(row);
        let found = (self.keys.get(&key).copied()).or_else(|| self.by_last(text, name));
        let entity = found.unwrap_or_else(|| self.add(name.class, name));
        self.keys.first(key, entity);
        self.alias_last(text, name, entity);
        entity
    }

    /// The outlet named before that "The Times" is short for, though an outlet has that name.
    fn by_last(&mut self, text: &Text<'d>, name: &Name) -> Option<usize> {
        let Range { start, end } = name.words;
        let article = usize::from(text.tokens[start].is(ARTICLE));
        if start + article + 1 != end || !text.tokens[end - 1].is_any(MASTHEAD) {
            return None;
        }
        self.key.clear();
        squeeze(text.word(end - 1), &mut self.key);
        self.keys.get(&self.key).copied()
    }

    /// "the Times" for "The Nara Times".
    fn alias_last(&mut self, text: &Text<'d>, name: &Name, entity: usize) {
        let last = name.words.end - 1;
        if name.len() > 1 && text.tokens[last].is_any(MASTHEAD) {
            self.key.clear();
            squeeze(text.word(last), &mut self.key);
            self.keys.first(self.key.clone(), entity);
        }
    }

    pub(super) fn by_words(&mut self, text: &Text<'d>, name: &Name) -> usize {
        self.key.clear();
        squeeze(text.words(&name.words), &mut self.key);
        self.by_key(name)
    }

    /// The entity that `self.key` stands for, which is that of `name`.
    pub(super) fn by_key(&mut self, name: &Name) -> usize {
        if let Some(entity) = self.keys.get(&self.key) {
            return *entity;
        }
        let entity = self.add(name.class, name);
        self.keys.insert(self.key.clone(), entity);
        entity
    }

    fn person(&mut self, text: &Text<'d>, name: &Name) -> usize {
        let last = surname(text, &name.words);
        let first = name.words.start;
        let candidates = self.surnames.entry(legible(text.word(last)));
        let same = candidates.iter().copied().find(|e| {
            let other = &self.entities[*e].name;
            (same_given(text, other.start, first) || ends_alike(text, other, &name.words))
                && !told_apart(text, other, &name.words)
        });
        let entity = match same {
            Some(entity) => {
                self.enrich(entity, name);
                self.full_names[entity] += 1;
                // "Patrick W. Ito Jr." says more than "Patrick Ito".
                if self.entities[entity].name.len() < name.len()
                    && matches!(name.class, Class::Person)
                {
                    self.entities[entity].name = name.words.clone();
                }
                return entity;
            }
            None => self.entities.len(),
        };
        if candidates.len() < MOST_NAMESAKES {
            candidates.push(entity);
        }
        // "al-Roe" is "Roe" the next time.
        if let Some((_, bare)) = text
            .word(last)
            .split_once('-')
            .filter(|(al, _)| text.language.resolve.surname_article.has(al))
        {
            self.surnames.entry(legible(bare)).push(entity);
        }
        self.given.entry(legible(text.word(first))).push(entity);
        for i in (first + 1..last).filter(|i| may_be_called(text, *i)) {
            self.inner.entry(legible(text.word(i))).push(entity);
        }
        self.add(name.class, name)
    }

    fn body(&mut self, text: &Text<'d>, name: &Name) -> usize {
        let before = self.entities.len();
        let entity = self.by_words(text, name);
        if entity < before {
            return entity;
        }
        self.short_forms(text, name, entity);
        let short = text.language.resolve.short_body;
        for i in name.words.clone().filter(|i| text.is_one_of(*i, short)) {
            self.heads.entry(legible(text.word(i))).push(entity);
        }
        entity
    }

    /// Acronyms and first words: "NSC" and "California ISO" and "SoftBank".
    fn short_forms(&mut self, text: &Text<'d>, name: &Name, entity: usize) {
        let words: Vec<usize> = name
            .words
            .clone()
            .filter(|i| text.tokens[*i].capital())
            .take(10)
            .collect();
        let corporate = |i: usize| {
            text.language
                .resolve
                .corporate
                .has(text.word(i).trim_end_matches('.'))
        };
        let mut end = words.len();
        while end > 1 && corporate(words[end - 1]) {
            end -= 1;
        }
        let whole = (end < words.len()).then_some(words.len());
        // "Naran Center for Disease Control and Prevention": the CDC.
        let joined = (end > 3 && text.tags[words[end - 1] - 1] == Tag::Coord).then_some(end - 1);
        for end in [Some(end), whole, joined].into_iter().flatten() {
            // "NSC", or the first word in full: "California ISO"; or without its place.
            let placed = text.tokens[words[0]].is(PLACE);
            let ways = (0..end.saturating_sub(1).min(2)).map(|keep| (0, keep));
            for (from, keep) in ways.chain(placed.then_some((1, 1))) {
                let mut key = String::new();
                for &i in &words[from..keep] {
                    squeeze(text.word(i), &mut key);
                }
                for &i in &words[keep..end] {
                    // "U.S." keeps both letters.
                    let word = text.word(i);
                    if text.tokens[i].shape == Shape::Upper {
                        squeeze(word, &mut key);
                    } else {
                        let first = word.chars().next().map_or(0, char::len_utf8);
                        squeeze(&word[..first], &mut key);
                    }
                }
                if end - keep >= 2 {
                    self.keys.first(key, entity);
                }
            }
        }
        let telling = |i: usize| {
            let token = &text.tokens[i];
            token.entry().is_none_or(|e| {
                !e.classes.intersects(
                    PLACE
                        .or(PLACE_PART)
                        .or(PARTY)
                        .or(ROLE)
                        .or(TITLE)
                        .or(ORGANISATION)
                        .or(MALE)
                        .or(FEMALE)
                        .or(OUTLET),
                )
            }) && text.word(i).len() > 2
        };
        if end >= 1 && end < words.len() || words.len() == 2 && telling(words[0]) {
            let mut key = String::new();
            for &i in &words[..end.min(words.len() - 1)] {
                squeeze(text.word(i), &mut key);
            }
            if telling(words[0]) {
                self.keys.first(key, entity);
            }
        }
        // "National Security Council (NSC)"
        let after = name.words.end;
        if after + 2 < text.tokens.len()
            && text.tokens[after].is_mark('(')
            && text.tokens[after + 2].is_mark(')')
            && text.tokens[after + 1].capital()
        {
            let mut key = String::new();
            squeeze(text.word(after + 1), &mut key);
            self.keys.first(key, entity);
        }
    }

    /// Tells of persons the outlet that they report for.
    fn reporters(&mut self, text: &Text, names: &[Name], entity_of: &[Option<usize>]) {
        for (i, pair) in names.windows(2).enumerate() {
            let (person, outlet) = match (pair[0].class, pair[1].class) {
                (Class::Person | Class::Likely, Class::Outlet(_))
                    if of_outlet(text, &pair[0], &pair[1]) =>
                {
                    (i, i + 1)
                }
                (Class::Outlet(_), Class::Person | Class::Likely)
                    if outlets_own(text, &pair[0], &pair[1]) =>
                {
                    (i + 1, i)
                }
                _ => continue,
            };
            if let (Some(person), Some(outlet)) = (entity_of[person], entity_of[outlet]) {
                let person = &mut self.entities[person];
                if person.outlet.is_none() {
                    person.outlet = Some(outlet);
                }
            }
        }
    }

    /// Whether a word for an office, without an article, is the surname of somebody whom the text names in full.
    fn is_surname_of_person(&self, text: &Text, name: &Name) -> bool {
        let first = name.words.start;
        let led = first
            .checked_sub(1)
            .is_some_and(|i| text.tokens[i].is(ARTICLE));
        matches!(name.class, Class::Office)
            && name.len() == 1
            && (!led || text.tokens[first].opens_block)
            && !text.tokens[first].is(PARTY)
            && self
                .surnames
                .get(&legible(text.word(first)))
                .is_some_and(|all| !all.is_empty())
    }

    /// Notes that `name` mentions `entity`.
    fn note(&mut self, text: &Text, entity: usize, name: &Name) {
        if self.noted.len() <= entity {
            self.noted.resize(self.entities.len(), Noted::default());
        }
        let noted = &mut self.noted[entity];
        noted.last = name.words.start + 1;
        let last = |words: &Range<usize>| text.word(surname(text, words));
        if name.titled {
        } else if name.len() > 1 {
            noted.last_in_full = noted.last;
        } else if last(&name.words) == last(&self.entities[entity].name) {
            noted.bare += 1;
        }
    }
}

/// Whether a person is called the `outlet`'s behind the name: "Ada Roe of the Nara Times", "Ada Roe, a reporter
/// for the Nara Times".
fn of_outlet(text: &Text, person: &Name, outlet: &Name) -> bool {
    let article = usize::from(text.tokens[outlet.words.start - 1].is(ARTICLE));
    let Some(lead) = (outlet.words.start - article).checked_sub(1) else {
        return false;
    };
    let lists = &text.language.resolve;
    let leads = text.is_one_of(lead, lists.outlet_leads) && !text.tokens[lead].opens_block;
    let owns = text.tags.get(outlet.words.end) == Some(&Tag::Gen);
    let by_role = || {
        (person.words.end..lead).all(|k| !text.tokens[k].opens_block)
            && text.is_one_of(lead - 1, lists.reporter)
            && person
                .role
                .as_ref()
                .is_some_and(|r| r.contains(&(lead - 1)))
    };
    leads && !owns && (lead == person.words.end || by_role())
}

/// Whether a person is called the `outlet`'s before the name: "the Nara Times’ Ada Roe", "Nara Times reporter Ada
/// Roe".
fn outlets_own(text: &Text, outlet: &Name, person: &Name) -> bool {
    let between = outlet.words.end..person.words.start;
    let owner = between.len() == 1 && text.tags[between.start] == Tag::Gen;
    let lists = &text.language.resolve;
    let by_role = between.len() <= 4
        && text.is_one_of(between.end - 1, lists.reporter)
        && between.clone().all(|k| text.tags[k].nominal());
    (owner || by_role) && !text.tokens[person.words.start].opens_block
}

fn format_row(row: u16) -> String {
    // No name squeezes to a key with a blank.
    let mut key = String::from(' ');
    key.push(char::from_u32(0x100 + u32::from(row)).unwrap_or('?'));
    key
}

/// Whether a person may go by the word at `i` of a name, which is neither the first nor the last: no initial, no
/// particle, no second given name.
fn may_be_called(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    token.is_word()
        && !token.is_any(MALE.or(FEMALE).or(TITLE).or(ROLE).or(PLACE))
        && text.word(i).len() > 3
}

/// "Kostro Roe" and "Ada B. Kostro Roe": whether one name is a surname of two words that the other ends with.
fn ends_alike(text: &Text, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let given = text.tokens[short.start].is_any(MALE.or(FEMALE));
    let tail = long.end - short.len().min(long.len())..long.end;
    short.len() == 2
        && !given
        && short
            .clone()
            .zip(tail)
            .all(|(i, k)| text.word(i) == text.word(k))
}

/// "Charles Roe Jr." and "Charles Roe III": whether both names end with what tells father and son apart, and not with the
/// same.
fn told_apart(text: &Text, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (a, b) = (text.word(a.end - 1), text.word(b.end - 1));
    suffix(text, a) && suffix(text, b) && a.trim_end_matches('.') != b.trim_end_matches('.')
}

/// Whether two given names can be one person's: alike, or one the other's initial or beginning.
fn same_given(text: &Text, a: usize, b: usize) -> bool {
    let (a, b) = (legible(text.word(a)), legible(text.word(b)));
    let (short, long) = if a.len() < b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let short = short.trim_end_matches('.');
    if short.is_ascii() && long.is_ascii() {
        return !short.is_empty() && long.starts_with(short);
    }
    // "François" is "Francois" where a text leaves out the marks of letters.
    let (mut plain_short, mut plain_long) = (String::new(), String::new());
    squeeze(short, &mut plain_short);
    squeeze(long, &mut plain_long);
    !plain_short.is_empty() && plain_long.starts_with(&plain_short)
}

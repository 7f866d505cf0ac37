//! Who a short name stands for: a surname, a given name, the letters of a body, "the College".

use std::ops::Range;

use super::entity::{Join, Noted, surname};
use super::name::{Class, Gender, Name, given_gender};
use crate::letter::squeeze;
use crate::lexicon::ARTICLE;
use crate::text::Text;
use crate::text::token::legible;

/// How many times as often as its namesakes a person must be named in full to own the bare surname.
const MUCH_MORE: usize = 3;

/// How near, in tokens, a full name must stand before a bare surname that several share for it to be theirs.
const JUST_NOW: usize = 60;

/// How far, in tokens, all others of that surname must be then.
const LONG_AGO: usize = 200;

impl<'d> Join<'d> {
    /// The namesake whose full name stands [`MUCH_MORE`] times as often as any other's, and three times
    /// at least.
    fn chief(&self, candidates: &[usize], fits: &dyn Fn(&usize) -> bool) -> Option<usize> {
        let chief = candidates
            .iter()
            .copied()
            .filter(fits)
            .max_by_key(|e| (self.full_names[*e], usize::MAX - e))?;
        let most = self.full_names[chief];
        let others = candidates.iter().filter(|e| **e != chief && fits(e));
        (most >= MUCH_MORE
            && others
                .clone()
                .all(|e| most >= MUCH_MORE * self.full_names[*e]))
        .then_some(chief)
    }

    /// The namesake who comes first by `key`, where all others `yield` to it.
    fn before_others<K: Ord>(
        &self,
        candidates: &[usize],
        fits: &dyn Fn(&usize) -> bool,
        key: impl Fn(Noted) -> K,
        yields: impl Fn(Noted, Noted) -> bool,
    ) -> Option<usize> {
        let all = || candidates.iter().copied().filter(fits);
        let first = all().max_by_key(|e| key(self.noted(*e)))?;
        let noted = self.noted(first);
        let alone = all().all(|e| e == first || yields(self.noted(e), noted));
        (alone && noted.last_in_full > 0).then_some(first)
    }

    /// The namesake whose full name stands just before token `at`, where no other was mentioned for long.
    fn just_named(
        &self,
        candidates: &[usize],
        at: usize,
        fits: &dyn Fn(&usize) -> bool,
    ) -> Option<usize> {
        let long_ago = |other: Noted, _| other.last == 0 || at - other.last > LONG_AGO;
        self.before_others(candidates, fits, |n| n.last, long_ago)
            .filter(|e| at - self.noted(*e).last_in_full < JUST_NOW)
    }

    /// The namesake who alone has been named so far, or whom alone the text calls by the bare surname, where no other
    /// was mentioned just now.
    fn alone_so_far(
        &self,
        candidates: &[usize],
        at: usize,
        fits: &dyn Fn(&usize) -> bool,
    ) -> Option<usize> {
        let yields = |other: Noted, first: Noted| {
            let often = first.bare >= MUCH_MORE && other.bare == 0;
            other.last == 0 || often && at - other.last > JUST_NOW
        };
        self.before_others(candidates, fits, |n| (n.bare, n.last_in_full), yields)
    }

    fn noted(&self, entity: usize) -> Noted {
        self.noted.get(entity).copied().unwrap_or_default()
    }

    /// Whether a short name tells of another person of its surname than all that stand in full.
    pub(super) fn is_namesake(&self, text: &Text<'d>, name: &Name) -> bool {
        let clashes = |e: &usize| {
            let gender = self.entities[*e].gender;
            gender != Gender::Unknown && gender != name.gender
        };
        name.titled
            && (self
                .surnames
                .get(&legible(text.word(surname(text, &name.words)))))
            .is_some_and(|all| !all.is_empty() && all.iter().all(clashes))
    }

    /// The only one of `candidates` who fits and is always called by the surname, as who holds an office is.
    fn never_in_full(&self, candidates: &[usize], fits: &dyn Fn(&usize) -> bool) -> Option<usize> {
        let mut short = (candidates.iter().copied()).filter(|e| fits(e) && !self.in_full[*e]);
        let (first, second) = (short.next(), short.next());
        first.filter(|_| second.is_none())
    }

    /// Whose given name, or name between it and the surname, a name of one word is; nobody where several bear it.
    fn by_other_part(&self, text: &Text<'d>, name: &mut Name) -> Option<Option<usize>> {
        if name.len() > 1 || name.titled {
            return None;
        }
        let word = legible(text.word(name.words.start));
        let bearer = match self.given.get(&word).map(Vec::as_slice) {
            // "Trump" is no "Trump Train", where the word is a surname.
            Some([entity]) if self.is_brand(&[*entity]) && self.persons.get(&word).is_some() => {
                return None;
            }
            Some([entity]) => *entity,
            // "Mozzo Sunbird", "Mozzo Persona": what several things are called by, no given name.
            Some(several) if matches!(name.class, Class::Unknown) && self.is_brand(several) => {
                return None;
            }
            Some(_) => return Some(None),
            None if matches!(name.class, Class::Unknown) => {
                let [entity] = self.inner.get(&word)?[..] else {
                    return None;
                };
                entity
            }
            None => return None,
        };
        name.class = Class::Person;
        Some(Some(bearer))
    }

    /// Whether a bare name is one of a thing: it both begins and ends names of which nothing tells that they are
    /// persons', or ends several of them and stands before them all, where persons are named in full first.
    fn is_brands_name(&mut self, text: &Text<'d>, name: &Name) -> bool {
        if !matches!(name.class, Class::Unknown) {
            return false;
        }
        let start = name.words.start;
        let word = legible(text.word(start));
        let (given, last) = (self.given.get(&word), self.surnames.get(&word));
        let last = last.filter(|all| self.is_brand(all));
        let both = last.is_some() && given.is_some_and(|all| self.is_brand(all));
        let first = last.is_some_and(|all| {
            all.len() > 1 && all.iter().all(|e| self.entities[*e].name.start > start)
        });
        let known = last.is_some() && {
            self.key.clear();
            squeeze(text.words(&name.words), &mut self.key);
            self.keys.get(&self.key).is_some()
        };
        both || (first || known) && self.persons.get(&word).is_none()
    }

    /// Whether nothing tells of any of these names, which begin alike, that it is a person's.
    fn is_brand(&self, names: &[usize]) -> bool {
        names
            .iter()
            .all(|e| matches!(self.entities[*e].class, Class::Likely))
    }

    /// The person for "Leeds" in "says Leeds", where the text names one Leeds in full.
    fn named_in_full(&self, text: &Text<'d>, name: &Name) -> Option<usize> {
        let word = name.words.start;
        let bearers = self.surnames.get(&legible(text.word(word)))?;
        let [bearer] = bearers[..] else { return None };
        let of_block = |i: usize| !text.tokens[i].opens_block;
        let tells = |i: usize| text.tokens[i].cue > 0 && text.tags[i].finite();
        let before = word > 0 && of_block(word) && tells(word - 1);
        let behind = word + 1 < text.tokens.len() && of_block(word + 1) && tells(word + 1);
        let person = matches!(self.entities[bearer].class, Class::Person);
        (person && self.in_full[bearer] && (before || behind)).then_some(bearer)
    }

    /// "the College", where the text has named one body of the kind before.
    fn called_by_head(&self, text: &Text<'d>, name: &Name) -> Option<usize> {
        let word = name.words.start;
        let the = word > 0 && text.tokens[word - 1].is(ARTICLE) && !text.tokens[word].opens_block;
        if name.len() > 1 || !the || !text.is_one_of(word, text.language.resolve.short_body) {
            return None;
        }
        let [body] = self.heads.get(&legible(text.word(word)))?[..] else {
            return None;
        };
        (self.entities[body].name.start < word).then_some(body)
    }

    /// Whether the bare surname at `words`, of somebody of `gender`, can stand for the person `entity`.
    fn fits(&self, text: &Text<'d>, words: &Range<usize>, gender: Gender, entity: usize) -> bool {
        let noted = self.noted(entity);
        let entity = &self.entities[entity];
        // "Roe, whose wife Ann Roe runs it": who is named in full later in the sentence is another.
        let (start, full) = (words.start, entity.name.start);
        let described = (text.tokens.get(words.end)).is_some_and(|t| t.is_mark(','));
        let another = full > start
            && described
            && noted.last_in_full == 0
            && text.quote_at(full).is_none()
            && text.sentence_of(full) == text.sentence_of(start);
        !another && gender.agrees(entity.gender)
    }

    /// "Don Guardian … Guardian said", "says Leeds": a person whom the text names in full; else the place, the newspaper.
    fn person_or_namesake(&mut self, text: &Text<'d>, name: &mut Name) -> usize {
        let outlet = match name.class {
            Class::Outlet(row) => row,
            _ => None,
        };
        let speaks = |e: &usize| outlet.is_none() || spoke(text, &self.entities[*e].name);
        let bearer = self.named_in_full(text, name).filter(speaks);
        if let Some(bearer) = bearer {
            name.class = Class::Person;
            return bearer;
        }
        match outlet {
            Some(row) => self.outlet(text, name, row),
            None => self.by_words(text, name),
        }
    }

    /// Which of several `candidates` of that surname a name stands for.
    fn one_of_several(
        &self,
        text: &Text<'d>,
        name: &Name,
        candidates: &[usize],
        fits: &dyn Fn(&usize) -> bool,
    ) -> Option<usize> {
        let start = name.words.start;
        // "Mr. Falk" told two apart already; a bare surname is the one that the
        // text is about, if it plainly is about one of them.
        let just = self.just_named(candidates, start, fits);
        if just.is_some() {
            return just;
        }
        // "Ada Roe, mother of Dan Roe, left. Roe said": who is named by the way alone is not meant.
        let kin = |e: usize| {
            let far = start.saturating_sub(self.noted(e).last) > JUST_NOW;
            self.full_names[e] == 1 && is_kin(text, &self.entities[e].name, far)
        };
        let mut main = candidates.iter().copied().filter(|e| fits(e) && !kin(*e));
        let (one, second) = (main.next(), main.next());
        let agrees =
            |e: &usize| name.gender == Gender::Unknown || self.entities[*e].gender == name.gender;
        if second.is_none() && one.as_ref().is_some_and(agrees) {
            return one;
        }
        if name.titled || name.role.is_some() {
            return self.never_in_full(candidates, fits);
        }
        self.chief(candidates, fits)
            .or_else(|| self.alone_so_far(candidates, start, fits))
    }

    /// The entity of a name of one word, or of words that tell nothing.
    pub(super) fn short(&mut self, text: &Text<'d>, name: &mut Name) -> Option<usize> {
        match name.class {
            Class::Group | Class::Office => return None,
            Class::Place | Class::Outlet(Some(_)) if name.len() == 1 => {
                return Some(self.person_or_namesake(text, name));
            }
            Class::Organisation | Class::Unknown | Class::Person | Class::Likely => {}
            _ => return None,
        }
        let called = legible(text.word(surname(text, &name.words)));
        let brand = self.is_brands_name(text, name);
        if name.len() == 1
            && !brand
            && let Some(candidates) = self.surnames.get(&called)
        {
            let (words, gender) = (name.words.clone(), name.gender);
            let fits = |e: &usize| self.fits(text, &words, gender, *e);
            let mut left = candidates.iter().copied().filter(fits);
            let (first, second) = (left.next(), left.next());
            if first.is_some() {
                name.class = Class::Person;
                if second.is_some() {
                    return self.one_of_several(text, name, candidates, &fits);
                }
            }
            if let Some(entity) = first {
                self.enrich(entity, name);
                return first;
            }
        }
        if let Some(body) = self.called_by_head(text, name) {
            return Some(body);
        }
        self.key.clear();
        squeeze(text.words(&name.words), &mut self.key);
        if !name.titled
            && name.role.is_none()
            && let Some(entity) = self.keys.get(&self.key)
        {
            let entity = *entity;
            name.class = self.entities[entity].class;
            return Some(entity);
        }
        if !brand && let Some(bearer) = self.by_other_part(text, name) {
            return bearer;
        }
        if matches!(name.class, Class::Unknown) && name.len() == 1 {
            // "Ann said": most often a person, where no full name tells.
            let given = given_gender(text, name.words.start);
            let person = self.persons.get(&called).copied();
            if given != Gender::Unknown || person.is_some() {
                name.class = Class::Person;
                name.gender = if given == Gender::Unknown {
                    person.unwrap_or(given)
                } else {
                    given
                };
            }
        }
        if matches!(name.class, Class::Person) {
            // "Mr. Ito", "President Ito" with no full name anywhere.
            let entity = self.add(Class::Person, name);
            self.in_full[entity] = false;
            self.surnames.entry(called).push(entity);
            return Some(entity);
        }
        Some(self.by_key(name))
    }
}

/// Whether a cue stands right before `name` and its office, or right behind: "said Mayor Don Guardian".
fn spoke(text: &Text, name: &Range<usize>) -> bool {
    let cue = |i: usize| text.tokens[i].cue > 0 && text.tags[i].finite();
    let part = |i: &usize| text.tags[*i].nominal() && !text.tokens[*i].opens_block;
    let before = (name.start.saturating_sub(LONGEST_LEAD)..name.start)
        .rev()
        .find(|i| !part(i));
    before.is_some_and(cue) || name.end < text.tokens.len() && cue(name.end)
}

/// The most tokens before a name that tell of its bearer: "mother of the flood victim Dan Roe", "said Mayor Dan Roe".
const LONGEST_LEAD: usize = 5;

/// Whether `name` is only told as somebody's kin: "mother of the flood victim Dan Roe", or, where it stands `far` back, "his
/// father, Dan Roe".
fn is_kin(text: &Text, name: &Range<usize>, far: bool) -> bool {
    let lists = &text.language.resolve;
    let kin = |i: usize| text.is_one_of(i, lists.kin);
    let part = |i: &usize| text.tags[*i].nominal() && !kin(*i);
    let mut near = (name.start.saturating_sub(LONGEST_LEAD)..name.start).rev();
    let Some(at) = near.find(|i| !part(i)) else {
        return false;
    };
    let before = at.checked_sub(1).is_some_and(kin);
    let set_off = text.tokens[at].is_mark(',') && at + 1 == name.start;
    before && text.is_one_of(at, lists.of) || far && (kin(at) || before && set_off)
}

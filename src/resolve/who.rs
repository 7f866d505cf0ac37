//! Who a mention stands for. One candidate that leads, or none resolved.

use std::ops::Range;

use super::candidate::{Choice, Weighed, Who, WhoRule};
use super::discourse::{Discourse, plain_words};
use super::mention::{self, Head, Phrase, plural};
use super::name::{Class, Gender};
use super::recent::{Asked, RecentPersons, pronoun_gender};
use super::{
    Hop, SourceKind, description, document, holder, introduced, kind, pronoun, relative, rules,
};
use crate::lexicon::list::List;
use crate::lexicon::{GROUP, INSIDER, ROLE, VAGUE};
use crate::rule::Rule;
use crate::text::tag::Tag;

/// How many sentences back "the pair" may have been taken up last.
const STILL_THE_PAIR: usize = 12;

/// How deep a mention may lead to another: "who" to "their officials" to "they".
const DEEPEST: usize = 2;

/// The source that a mention stands for, and how that was decided.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) source: Option<usize>,
    pub(super) kind: SourceKind,
    pub(super) evidence: Vec<Range<usize>>,
    pub(super) rule: &'static WhoRule,
    /// Who else it could be, and by how many points they are behind.
    pub(super) runner_up: Option<String>,
    pub(super) margin: u32,
    /// Who was weighed, where that is asked for.
    pub(super) candidates: Vec<Weighed>,
    /// The rule that told the kind of a description.
    pub(super) kind_rule: Option<&'static Rule>,
}

impl Found {
    pub(super) fn new(
        rule: &'static WhoRule,
        source: Option<usize>,
        kind: SourceKind,
        evidence: Vec<Range<usize>>,
    ) -> Found {
        Found {
            source,
            kind,
            evidence,
            rule,
            runner_up: None,
            margin: 0,
            candidates: Vec::new(),
            kind_rule: None,
        }
    }

    pub(super) fn open(rule: &'static WhoRule, words: Range<usize>) -> Found {
        Found::new(rule, None, SourceKind::Unresolved, vec![words])
    }
}

/// Resolves the mentions of a text, in text order.
pub(super) struct Resolver<'t, 'd> {
    pub(super) d: Discourse<'t, 'd>,
    pub(super) recent: RecentPersons,
    /// The sources that are told by whose they are ("Nara’s officials"), in order.
    owned: Vec<usize>,
    /// The two whom "the pair" took up last, as a source, and in which sentence.
    pair: Option<(usize, usize)>,
    /// Documents that somebody passed on, as sources, each with its first hops.
    pub(super) passed_on: Vec<(usize, Vec<Hop>)>,
    /// Whether to tell who was weighed.
    pub(super) explains: bool,
}

impl<'t, 'd> Resolver<'t, 'd> {
    /// For a text in which `contents` are what somebody says, as tokens.
    pub(super) fn new(d: Discourse<'t, 'd>, contents: Vec<Range<usize>>) -> Resolver<'t, 'd> {
        Resolver {
            d,
            recent: RecentPersons::new(contents),
            owned: Vec::new(),
            pair: None,
            passed_on: Vec::new(),
            explains: false,
        }
    }

    /// Who the mention `words` stands for, which `speaks` if it is the source of an attribution.
    pub(super) fn mention(&mut self, words: &Range<usize>, speaks: bool) -> Found {
        self.recent.advance(&mut self.d, words.start);
        self.read(words, speaks, 0)
    }

    fn read(&mut self, words: &Range<usize>, speaks: bool, depth: usize) -> Found {
        if words.is_empty() {
            return Found::open(&rules::OPEN_DESCRIPTION, words.clone());
        }
        match mention::read(self.d.text, &self.d.names, words) {
            Head::Name(name) => self.named(name, words),
            Head::Names(all) => self.several_names(&all, words),
            Head::Mixed(name, phrase) => self.mixed(name, &phrase, words, depth),
            Head::Account(at) => {
                let name = ["@", self.d.text.word(at)].concat();
                let kind = SourceKind::Social;
                let source = self.d.by_key(&name.clone(), name, kind, words, true);
                Found::new(&rules::ACCOUNT, Some(source), kind, vec![at - 1..at + 1])
            }
            Head::Pronoun(at) => self.pronoun(at, words, speaks, depth),
            Head::Phrase(phrase) => self.phrase(&phrase, words, depth),
        }
    }

    fn named(&mut self, name: usize, words: &Range<usize>) -> Found {
        let d = &mut self.d;
        let evidence = vec![d.names.names[name].words.clone()];
        let Some(entity) = d.names.entity_of[name] else {
            let kind = match d.names.names[name].class {
                Class::Person | Class::Likely => SourceKind::Person,
                _ => SourceKind::Organisation,
            };
            return Found::new(&rules::NAME_OF_SEVERAL, None, kind, evidence);
        };
        let full = d.names.entities[entity].name.len() <= d.names.names[name].len();
        let rule = if full {
            &rules::FULL_NAME
        } else {
            &rules::SHORT_NAME
        };
        let source = d.of_entity(entity, words);
        Found::new(rule, Some(source), d.kind_of(entity), evidence)
    }

    fn several_names(&mut self, all: &[usize], words: &Range<usize>) -> Found {
        let d = &mut self.d;
        let entities: Vec<_> = all.iter().filter_map(|n| d.names.entity_of[*n]).collect();
        let first = entities.first();
        let kind = first.map_or(SourceKind::Person, |e| d.kind_of(*e));
        let names = all.iter().map(|n| d.names.names[*n].words.clone());
        let evidence = names.collect();
        if entities.len() < all.len() {
            return Found::new(&rules::NAME_OF_SEVERAL, None, kind, evidence);
        }
        let mut name = String::new();
        for (i, entity) in entities.iter().enumerate() {
            if i > 0 {
                let last = i + 1 == entities.len();
                let and = [" ", d.text.language.resolve.and.0, " "].concat();
                name.push_str(if last { &and } else { ", " });
            }
            name.push_str(&d.name_of(*entity));
        }
        let source = d.by_key(&name.clone(), name, kind, words, true);
        Found::new(&rules::NAMES, Some(source), kind, evidence)
    }

    /// "Ito and the farmers", as the text calls them, with the name in full.
    fn mixed(&mut self, name: usize, phrase: &Phrase, words: &Range<usize>, depth: usize) -> Found {
        let d = &mut self.d;
        let person = matches!(d.names.names[name].class, Class::Person);
        let Some(entity) = d.names.entity_of[name].filter(|_| person) else {
            // "Nara and his family": nothing tells that "his" is of him.
            let mut phrase = phrase.clone();
            phrase.possessive = None;
            return self.phrase(&phrase, words, depth);
        };
        let own = d.names.names[name].words.clone();
        let rest = plain_words(d.text, &(own.end..words.end));
        let full = [&d.name_of(entity), " ", &rest].concat();
        let kind = SourceKind::Group;
        let source = d.by_key(&full.clone(), full, kind, words, true);
        Found::new(&rules::NAMES, Some(source), kind, vec![own])
    }

    fn pronoun(&mut self, at: usize, words: &Range<usize>, speaks: bool, depth: usize) -> Found {
        let d = &self.d;
        let lists = &d.text.language.resolve;
        let is = |list: List| d.text.is_one_of_any_case(at, list);
        let shown = at..at + 1;
        let nobody = |rule, kind| Found::new(rule, None, kind, vec![at..at + 1]);
        if let Some(gender) = pronoun_gender(d.text, at) {
            let sentence = d.text.sentence_of(at);
            let asked = Asked {
                at,
                sentence,
                gender,
                speaks,
            };
            return self.person(asked, words);
        }
        let chosen = if is(lists.many) {
            pronoun::several(d, at)
                .filter(|(who, _)| depth < DEEPEST || !matches!(who, Who::Words(_)))
        } else if is(lists.thing) {
            pronoun::thing(d, at)
        } else if depth < DEEPEST && is(lists.relative) {
            return self.relative(at, depth);
        } else if is(lists.in_particular) {
            return nobody(&rules::NOBODY_IN_PARTICULAR, SourceKind::Vague);
        } else if is(lists.own) && !d.quoted(at) {
            // The writer's own voice; inside a quotation it is the speaker's, who is named there.
            return nobody(&rules::OPEN_PRONOUN, SourceKind::SelfOutlet);
        } else {
            None
        };
        let Some((who, rule)) = chosen else {
            return Found::open(&rules::OPEN_PRONOUN, shown);
        };
        match self.source_of(&who, &shown, depth) {
            Some(source) => self.taken_up(rule, source, words, shown),
            None => Found::open(&rules::OPEN_PRONOUN, shown),
        }
    }

    /// The one person that the mention at `asked.at` stands for, with the words `words`.
    pub(super) fn person(&mut self, asked: Asked, words: &Range<usize>) -> Found {
        let choice = pronoun::person(&self.d, &mut self.recent, asked);
        let shown = asked.at..asked.at + 1;
        let second = choice.runner_up.as_ref();
        let second = second.filter(|who| !matches!(who, Who::Someone(_)));
        let runner_up = second.map(|who| self.name_of(who));
        let candidates = if self.explains {
            self.weighed(&choice, asked)
        } else {
            Vec::new()
        };
        let found = match choice.winner {
            None | Some(Who::Someone(_)) => {
                let someone = Who::Someone(asked.at);
                let who = choice.winner.as_ref().unwrap_or(&someone);
                self.recent
                    .take_up(&mut self.d, who, asked.at, Gender::Unknown);
                Found::open(&rules::OPEN_PRONOUN, shown)
            }
            Some(who) => {
                self.recent
                    .take_up(&mut self.d, &who, asked.at, asked.gender);
                // A description that is taken for somebody's name, and a pronoun for that: once too often.
                let described = matches!(who, Who::Words(_)) && choice.runner_up.is_some();
                let source = self.source_of(&who, words, 0);
                match source.filter(|s| !described || self.d.entities[*s].is_none()) {
                    Some(source) => self.taken_up(choice.rule, source, words, shown),
                    None => Found::open(&rules::OPEN_PRONOUN, shown),
                }
            }
        };
        Found {
            runner_up,
            margin: choice.margin,
            candidates,
            ..found
        }
    }

    /// Who was weighed in `choice` and who was kept out, for `--explain`.
    fn weighed(&self, choice: &Choice, asked: Asked) -> Vec<Weighed> {
        let weighed = choice.all.iter().map(|c| Weighed {
            name: self.name_of(&c.who),
            reasons: c.reasons().collect(),
            refused: None,
        });
        let out = self.recent.kept_out(self.d.text, asked).into_iter();
        let out = out.map(|(who, guard)| Weighed {
            name: self.name_of(&who),
            reasons: Vec::new(),
            refused: Some(guard),
        });
        weighed.chain(out).collect()
    }

    fn name_of(&self, who: &Who) -> String {
        match who {
            Who::Entity(entity) => self.d.name_of(*entity),
            Who::Source(source) => self.d.sources[*source].name.clone(),
            Who::Words(words) => plain_words(self.d.text, words),
            Who::Someone(at) => self.d.text.word(*at).to_owned(),
        }
    }

    /// The source that a candidate is, made if there is none.
    fn source_of(&mut self, who: &Who, shown: &Range<usize>, depth: usize) -> Option<usize> {
        match who {
            Who::Entity(entity) => Some(self.d.of_entity(*entity, shown)),
            Who::Source(source) => Some(*source),
            Who::Words(words) => self.read(&words.clone(), false, depth + 1).source,
            Who::Someone(_) => None,
        }
    }

    /// `source`, which `words` take up; `shown` are the words that show it.
    fn taken_up(
        &mut self,
        rule: &'static WhoRule,
        source: usize,
        words: &Range<usize>,
        shown: Range<usize>,
    ) -> Found {
        self.d.add_mention(source, words);
        Found::new(rule, Some(source), self.d.sources[source].kind, vec![shown])
    }

    /// "the mayor, who …": the noun phrase before the relative pronoun.
    fn relative(&mut self, at: usize, depth: usize) -> Found {
        let Some(words) = relative::before_relative(self.d.text, &self.d.names, at) else {
            return Found::open(&rules::OPEN_PRONOUN, at..at + 1);
        };
        let mut found = self.read(&words, false, depth + 1);
        if let Some(source) = found.source {
            self.d.add_mention(source, &(at..at + 1));
        }
        if found.kind == SourceKind::Unresolved {
            found.source = None;
            if self
                .d
                .text
                .is_one_of_any_case(at, self.d.text.language.resolve.who)
                && let Head::Phrase(phrase) = mention::read(self.d.text, &self.d.names, &words)
                && self.d.text.tags[phrase.head] == Tag::Noun
                && phrase.head + 1 == words.end
            {
                found = self.people(&phrase, &words);
            }
        }
        Found {
            rule: &rules::RELATIVE,
            ..found
        }
    }

    /// People whose kind their own words do not tell, only "who" behind them.
    fn people(&mut self, phrase: &Phrase, words: &Range<usize>) -> Found {
        let kind = if plural(self.d.text, phrase.head) {
            SourceKind::Group
        } else {
            SourceKind::Anonymous
        };
        let name = self.d.described(phrase, words);
        let key = name.to_ascii_lowercase();
        let source = self.d.by_key(&key, name, kind, words, false);
        let shown = phrase.head..phrase.head + 1;
        Found::new(&rules::RELATIVE, Some(source), kind, vec![shown])
    }

    fn phrase(&mut self, phrase: &Phrase, words: &Range<usize>, depth: usize) -> Found {
        let (kind, evidence, kind_rule) = kind::of_phrase(self.d.text, phrase, words);
        let found = self.described(phrase, (kind, evidence), words, depth);
        Found {
            kind_rule: Some(kind_rule).filter(|_| found.kind == kind),
            ..found
        }
    }

    /// What a description stands for, of the kind that its words tell.
    fn described(
        &mut self,
        phrase: &Phrase,
        (kind, evidence): (SourceKind, Vec<Range<usize>>),
        words: &Range<usize>,
        depth: usize,
    ) -> Found {
        let shown = phrase.head..phrase.head + 1;
        if let Some(found) = self.known_before(phrase, kind, words, &shown) {
            return found;
        }
        if let Some(found) = self.by_trait(phrase, words) {
            return found;
        }
        if let Some(source) = description::prosecutors(&mut self.d, phrase, words) {
            return self.taken_up(&rules::PROSECUTORS, source, words, shown);
        }
        if let Some((source, rule)) = self.people_before(phrase, kind, words) {
            return self.taken_up(rule, source, words, shown);
        }
        if let Some(source) = self.epithet(phrase, words) {
            return self.taken_up(&rules::EPITHET, source, words, shown);
        }
        if let Some(owner) = phrase.possessive
            && let Some(source) = self.owned(phrase, owner, kind, words, depth)
        {
            return Found::new(&rules::OWNED, Some(source), kind, evidence);
        }
        if let Some(body) = description::speaks_for(&self.d, phrase, words) {
            let name = [&self.d.name_of(body), " ", self.d.text.word(phrase.head)].concat();
            let source = self.d.by_key(&name.clone(), name, kind, words, true);
            return Found::new(&rules::SPEAKS_FOR, Some(source), kind, evidence);
        }
        if kind == SourceKind::Unresolved {
            return Found::new(&rules::OPEN_DESCRIPTION, None, kind, evidence);
        }
        let name = self.d.described(phrase, words);
        let mut key = name.to_ascii_lowercase();
        if phrase.indefinite && kind == SourceKind::Anonymous {
            // Another one each time: "a source" here is not "a source" there.
            key.push(' ');
            let mut place = words.start;
            while place > 0 {
                key.push((b'0' + (place % 10) as u8) as char);
                place /= 10;
            }
        }
        let source = self.d.by_key(&key, name, kind, words, false);
        Found::new(&rules::DESCRIBED, Some(source), kind, evidence)
    }

    /// The people who spoke or were named before whom a description takes up.
    fn people_before(
        &mut self,
        phrase: &Phrase,
        kind: SourceKind,
        words: &Range<usize>,
    ) -> Option<(usize, &'static WhoRule)> {
        if !phrase.definite {
            return None;
        }
        // "the source", "the officials", "the experts": those who spoke before.
        let head = self.d.text.tokens[phrase.head];
        let one = kind == SourceKind::Unresolved && head.is(ROLE);
        if (head.is_any(INSIDER.or(VAGUE).or(GROUP)) || kind == SourceKind::Anonymous || one)
            && let Some(source) = self.d.same_head(phrase.head, one)
        {
            return Some((source, &rules::SAME_HEAD));
        }
        // "the student": whom the text told of without a name.
        if one && let Some(source) = introduced::source(&mut self.d, phrase) {
            return Some((source, &rules::INTRODUCED));
        }
        if phrase.chunk.len() > 1 {
            return None;
        }
        // "the government in Ostia" may be another one.
        let ends = phrase.chunk.end == words.end;
        if ends && let Some(source) = self.d.same_body(phrase.head, kind) {
            return Some((source, &rules::SAME_HEAD));
        }
        let lists = &self.d.text.language.resolve;
        let word = self.d.text.word(phrase.head);
        let two = lists.two_people.has_any_case(word);
        if two && let Some(source) = self.pair(phrase, words) {
            return Some((source, &rules::SAME_PEOPLE));
        }
        let again = lists.people_again.has_any_case(word);
        let source = again.then(|| description::people(&self.d, phrase))??;
        let fits = !two || description::is_two(&self.d, source, phrase.head);
        fits.then_some((source, &rules::SAME_PEOPLE))
    }

    /// The two persons whom "the pair" takes up: who were named together just before, or whom it took up last.
    fn pair(&mut self, phrase: &Phrase, words: &Range<usize>) -> Option<usize> {
        let sentence = self.d.text.sentence_of(words.start);
        let source = match description::two_people(&self.d, phrase) {
            Some([first, second]) => {
                let and = [" ", self.d.text.language.resolve.and.0, " "].concat();
                let name = [&*self.d.name_of(first), &and, &self.d.name_of(second)].concat();
                let person = SourceKind::Person;
                self.d.by_key(&name.clone(), name, person, words, true)
            }
            // "The pair said …. The couple said …"
            None => {
                let (source, seen) = self.pair?;
                (seen + STILL_THE_PAIR >= sentence).then_some(source)?
            }
        };
        self.pair = Some((source, sentence));
        Some(source)
    }

    /// Whom of those that the text has named a description takes up.
    fn known_before(
        &mut self,
        phrase: &Phrase,
        kind: SourceKind,
        words: &Range<usize>,
        shown: &Range<usize>,
    ) -> Option<Found> {
        let d = &self.d;
        let (head, many) = (d.text.tokens[phrase.head], plural(d.text, phrase.head));
        let bare = !phrase.indefinite && phrase.possessive.is_none() && !phrase.quantified && !many;
        if !phrase.definite && !bare || mention::is_joined(d.text, phrase, words) {
            return None;
        }
        let role = head.is_any(ROLE) && !head.is_any(INSIDER);
        let body = kind == SourceKind::Organisation;
        let by_role = || role.then(|| holder::by_role(d, phrase)).flatten();
        // "the paper" of scholars is no newspaper.
        let study = (kind == SourceKind::Outlet)
            .then(|| document::paper(d, phrase))
            .flatten();
        let outlet = || {
            // "the university's student newspaper" is another one than who was named.
            let owned = d.text.tags[words.start..phrase.head].contains(&Tag::Gen);
            let is = kind == SourceKind::Outlet && study.is_none() && !owned;
            is.then(|| description::outlet(d, phrase, words.start))
                .flatten()
        };
        // "Brazil's space agency", "Ostia's Institute of Health": no body that was named for something else.
        let owner = d.text.tags[words.start..phrase.head]
            .iter()
            .position(|t| *t == Tag::Gen);
        let owned = owner.is_some_and(|k| {
            let gen_at = words.start + k;
            // "Alphabet's Google" is Google.
            let named = gen_at + 1 == phrase.head && head.capital() && phrase.head + 1 == words.end;
            k > 0 && d.text.tokens[gen_at - 1].capital() && !named
        });
        let by_head = || {
            let by_words = || description::by_same_words(d, phrase).filter(|_| body);
            let by_head = || (body && !owned).then(|| description::by_head(d, phrase));
            by_words().or_else(|| by_head().flatten())
        };
        let entity = (by_role().map(|e| (e, &rules::ROLE_HOLDER)))
            .or_else(|| outlet().map(|e| (e, &rules::LAST_OUTLET)))
            .or_else(|| by_head().map(|e| (e, &rules::BODY_BY_HEAD)));
        if let Some((entity, rule)) = entity {
            let source = self.d.of_entity(entity, words);
            return Some(self.taken_up(rule, source, words, shown.clone()));
        }
        if let Some((earlier, owner)) = study {
            return Some(self.document(&earlier, owner, words, shown.clone()));
        }
        if kind == SourceKind::Document
            && phrase.definite
            && let Some((earlier, owner)) = document::document(d, phrase)
        {
            return Some(self.document(&earlier, owner, words, shown.clone()));
        }
        if kind == SourceKind::Document
            && let Some(source) = document::of_outlet(&mut self.d, phrase, words)
        {
            return Some(self.taken_up(&rules::OUTLET_REPORT, source, words, shown.clone()));
        }
        if kind == SourceKind::Document
            && let Some(source) = document::of_announcer(&mut self.d, phrase, words)
        {
            return Some(self.taken_up(&rules::ANNOUNCEMENT, source, words, shown.clone()));
        }
        None
    }

    /// The source that is told by whose it is: "his lawyer", where "his" stands at `owner`.
    fn owned(
        &mut self,
        phrase: &Phrase,
        owner: usize,
        kind: SourceKind,
        words: &Range<usize>,
        depth: usize,
    ) -> Option<usize> {
        use SourceKind::{Anonymous, Document, Group, Official, Organisation};
        if !matches!(kind, Official | Organisation | Document | Anonymous | Group) {
            return None;
        }
        let source = self
            .pronoun(owner, &(owner..owner + 1), false, depth + 1)
            .source?;
        // "the crews’s officials’s officials": those of "their officials" are the same.
        if self.owned.binary_search(&source).is_ok() {
            return None;
        }
        let tail = plain_words(self.d.text, &(phrase.chunk.start..phrase.head + 1));
        let name = [&self.d.sources[source].name, "’s ", &tail].concat();
        let next = self.d.sources.len();
        let source = self.d.by_key(&name.clone(), name, kind, words, true);
        if source == next {
            self.owned.push(source);
        }
        Some(source)
    }

    /// A document named before, with its publisher if that is known.
    fn document(
        &mut self,
        earlier: &Range<usize>,
        owner: Option<String>,
        words: &Range<usize>,
        shown: Range<usize>,
    ) -> Found {
        let source = document::source(&mut self.d, earlier, owner);
        self.taken_up(&rules::DOCUMENT_AGAIN, source, words, shown)
    }
}

//! Who a mention stands for. One candidate left, or none resolved.

use crate::lexicon::forms::Forms;
use std::ops::Range;

use super::entity::Names;
use super::mention::{self, Head, Phrase, plural};
use super::name::{Class, Gender, is_courtesy};
use super::{Source, SourceKind, description, document, kind, relay};
use crate::letter::squeeze;
use crate::lexicon::{ARTICLE, DOCUMENT, GROUP, INSIDER, MASTHEAD, ORGANISATION, ROLE, VAGUE};
use crate::text::Text;
use crate::text::tag::Tag;

/// The most mentions that are kept of one source; more say nothing new.
const MOST_MENTIONS: usize = 200;

/// What a mention turned out to be.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) source: Option<usize>,
    pub(super) kind: SourceKind,
    pub(super) evidence: Vec<Range<usize>>,
}

impl Found {
    pub(super) fn unresolved(words: Range<usize>) -> Found {
        Found {
            source: None,
            kind: SourceKind::Unresolved,
            evidence: vec![words],
        }
    }
}

/// Someone who spoke before.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) sentence: usize,
    pub(super) source: usize,
    pub(super) many: bool,
}

/// Resolves the mentions of a text, in text order.
pub(super) struct Resolver<'t, 'd> {
    pub(super) text: &'t Text<'d>,
    pub(super) names: Names,
    /// Heads of document phrases, as tokens, in order.
    pub(super) documents: Vec<usize>,
    /// The page's own outlets, as rows of the outlet table.
    pub(super) own: Vec<u16>,
    pub(super) sources: Vec<Source>,
    /// For each source the entity it is, if it is a name.
    pub(super) entities: Vec<Option<usize>>,
    /// For each entity its source.
    by_entity: Vec<Option<usize>>,
    by_words: Forms<'static, usize>,
    /// The sources that are told by whose they are ("Nara’s officials"), in order.
    owned: Vec<usize>,
    /// The sources of the attributions so far.
    pub(super) said: Vec<Said>,
}

impl<'t, 'd> Resolver<'t, 'd> {
    pub(super) fn new(text: &'t Text<'d>, names: Names, own: Vec<u16>) -> Resolver<'t, 'd> {
        let documents = (0..text.tokens.len())
            .filter(|&i| {
                let token = &text.tokens[i];
                token.is(DOCUMENT)
                    && !token.is_any(ROLE)
                    && matches!(text.tags[i], Tag::Noun | Tag::Name | Tag::Verb | Tag::Past)
                    && text.tags.get(i + 1) != Some(&Tag::Noun)
                    // "The Gazette reports that": its verb, no document.
                    && !(text.tags[i] == Tag::Verb && i > 0 && text.tags[i - 1].nominal())
            })
            .collect();
        Resolver {
            by_entity: vec![None; names.entities.len()],
            text,
            names,
            documents,
            own,
            sources: Vec::new(),
            entities: Vec::new(),
            by_words: Forms::default(),
            owned: Vec::new(),
            said: Vec::new(),
        }
    }

    /// Whether token `i` stands inside a quotation.
    pub(super) fn quoted(&self, i: usize) -> bool {
        self.text.quote_at(i).is_some()
    }

    /// Who the mention `words` stands for.
    pub(super) fn mention(&mut self, words: &Range<usize>) -> Found {
        self.read(words, 0)
    }

    pub(super) fn read(&mut self, words: &Range<usize>, depth: usize) -> Found {
        if words.is_empty() {
            return Found::unresolved(words.clone());
        }
        match mention::read(self.text, &self.names, words) {
            Head::Name(name) => self.named(name, words),
            Head::Names(all) => self.several(&all, words),
            Head::Account(at) => {
                let name = ["@", self.text.word(at)].concat();
                let source = self.by_key(&name.clone(), name, SourceKind::Social, words, true);
                Found {
                    source: Some(source),
                    kind: SourceKind::Social,
                    evidence: vec![at - 1..at + 1],
                }
            }
            Head::Pronoun(at) => self.pronoun(at, words, depth),
            Head::Phrase(phrase) => self.phrase(&phrase, words),
        }
    }

    /// The kind of the entity `entity`.
    pub(super) fn kind_of(&self, entity: usize) -> SourceKind {
        match self.names.entities[entity].class {
            Class::Person | Class::Likely => SourceKind::Person,
            Class::Outlet(row) => {
                if row.is_some_and(|r| self.own.contains(&r)) {
                    SourceKind::SelfOutlet
                } else {
                    SourceKind::Outlet
                }
            }
            Class::Group => SourceKind::Group,
            Class::Document => SourceKind::Document,
            Class::Organisation | Class::Place | Class::Unknown | Class::Office => {
                SourceKind::Organisation
            }
        }
    }

    fn named(&mut self, name: usize, words: &Range<usize>) -> Found {
        let evidence = vec![self.names.names[name].words.clone()];
        let Some(entity) = self.names.entity_of[name] else {
            let kind = match self.names.names[name].class {
                Class::Person | Class::Likely => SourceKind::Person,
                _ => SourceKind::Organisation,
            };
            return Found {
                source: None,
                kind,
                evidence,
            };
        };
        Found {
            source: Some(self.of_entity(entity, words)),
            kind: self.kind_of(entity),
            evidence,
        }
    }

    fn several(&mut self, all: &[usize], words: &Range<usize>) -> Found {
        let entities: Vec<_> = all
            .iter()
            .filter_map(|n| self.names.entity_of[*n])
            .collect();
        let kind = entities
            .first()
            .map_or(SourceKind::Person, |e| self.kind_of(*e));
        let evidence = all
            .iter()
            .map(|n| self.names.names[*n].words.clone())
            .collect();
        if entities.len() < all.len() {
            return Found {
                source: None,
                kind,
                evidence,
            };
        }
        let mut name = String::new();
        for (i, entity) in entities.iter().enumerate() {
            if i > 0 {
                name.push_str(if i + 1 == entities.len() {
                    " and "
                } else {
                    ", "
                });
            }
            name.push_str(&self.name_of(*entity));
        }
        let source = self.by_key(&name.clone(), name, kind, words, true);
        Found {
            source: Some(source),
            kind,
            evidence,
        }
    }

    /// The entity's full name as the text gives it, without marks inside.
    pub(super) fn name_of(&self, entity: usize) -> String {
        let e = &self.names.entities[entity];
        let name = plain_words(self.text, &e.name);
        // Newspapers keep their capital article: "The Nara Times"; agencies do not.
        let article = matches!(e.class, Class::Outlet(_))
            && e.name.start > 0
            && !self.text.tokens[e.name.start].opens_block
            && self.text.word(e.name.start - 1) == "The";
        let titled = || {
            let known = match e.class {
                Class::Outlet(Some(row)) => {
                    self.text.language.words.names.outlets[usize::from(row)].name
                }
                _ => "",
            };
            known.starts_with("The ") || self.text.tokens[e.name.end - 1].is(MASTHEAD)
        };
        if article && titled() {
            ["The ", &name].concat()
        } else {
            name
        }
    }

    /// The source that `entity` is, with one more mention.
    pub(super) fn of_entity(&mut self, entity: usize, words: &Range<usize>) -> usize {
        let source = match self.by_entity[entity] {
            Some(source) => source,
            None => {
                let name = self.name_of(entity);
                let role = self.role_of(entity);
                self.sources.push(Source {
                    name,
                    role,
                    kind: self.kind_of(entity),
                    mentions: Vec::new(),
                    named: true,
                });
                self.entities.push(Some(entity));
                self.by_entity[entity] = Some(self.sources.len() - 1);
                self.sources.len() - 1
            }
        };
        self.add_mention(source, words);
        source
    }

    /// The role that says most: the first of more than one word, else the first.
    fn role_of(&self, entity: usize) -> Option<String> {
        let roles = &self.names.entities[entity].roles;
        let telling = roles.iter().find(|r| r.len() > 1).or(roles.first())?;
        let mut telling = telling.clone();
        // "State Health Commissioner Dr."
        while telling.len() > 1 && is_courtesy(self.text, telling.end - 1) {
            telling.end -= 1;
        }
        let role = plain_words(self.text, &telling);
        (!role.is_empty()).then_some(role)
    }

    pub(super) fn add_mention(&mut self, source: usize, words: &Range<usize>) {
        let mentions = &mut self.sources[source].mentions;
        if mentions.len() < MOST_MENTIONS && mentions.last() != Some(words) {
            mentions.push(words.clone());
        }
    }

    /// The source that goes by `key`, made if there is none.
    fn by_key(
        &mut self,
        key: &str,
        name: String,
        kind: SourceKind,
        words: &Range<usize>,
        named: bool,
    ) -> usize {
        let mut squeezed = String::new();
        squeeze(key, &mut squeezed);
        let source = *self.by_words.first(squeezed, self.sources.len());
        if source == self.sources.len() {
            self.sources.push(Source {
                name,
                role: None,
                kind,
                mentions: Vec::new(),
                named,
            });
            self.entities.push(None);
        }
        self.add_mention(source, words);
        source
    }

    pub(super) fn found(
        &mut self,
        source: usize,
        words: &Range<usize>,
        evidence: Range<usize>,
    ) -> Found {
        self.add_mention(source, words);
        Found {
            source: Some(source),
            kind: self.sources[source].kind,
            evidence: vec![evidence],
        }
    }

    fn phrase(&mut self, phrase: &Phrase, words: &Range<usize>) -> Found {
        let (kind, evidence) = kind::of_phrase(self.text, phrase, words);
        let shown = phrase.head..phrase.head + 1;
        let head = self.text.tokens[phrase.head];
        let many = plural(self.text, phrase.head);
        let known = phrase.definite
            || (!phrase.indefinite && phrase.possessive.is_none() && !phrase.quantified && !many);
        if known {
            if head.is_any(ROLE)
                && !many
                && !head.is_any(INSIDER)
                && let Some(entity) = description::by_role(self, phrase)
            {
                let source = self.of_entity(entity, words);
                return self.found(source, words, shown);
            }
            if kind == SourceKind::Outlet
                && let Some(entity) = description::outlet(self, words.start)
            {
                let source = self.of_entity(entity, words);
                return self.found(source, words, shown);
            }
            if (kind == SourceKind::Organisation
                || head.is(ORGANISATION) && kind != SourceKind::Document)
                && let Some(entity) = description::by_head(self, phrase)
            {
                let source = self.of_entity(entity, words);
                return self.found(source, words, shown);
            }
            if kind == SourceKind::Document
                && phrase.definite
                && let Some((earlier, owner)) = document::document(self, phrase)
            {
                return self.document(&earlier, owner, words, shown);
            }
        }
        // "The 37-year-old"
        if phrase.definite
            && self.text.word(words.end - 1).ends_with("year-old")
            && let Some(source) = self.single_person(phrase.head, Gender::Unknown)
        {
            return self.found(source, words, shown);
        }
        if let Some(source) = description::prosecutors(self, phrase) {
            return self.found(source, words, shown);
        }
        // "the source", "the officials", "the experts": those who spoke before.
        if phrase.definite
            && (head.is_any(INSIDER.or(VAGUE).or(GROUP)) || kind == SourceKind::Anonymous)
            && let Some(source) = self.same_head(phrase.head)
        {
            return self.found(source, words, shown);
        }
        if let Some(owner) = phrase.possessive
            && matches!(
                kind,
                SourceKind::Official
                    | SourceKind::Organisation
                    | SourceKind::Document
                    | SourceKind::Anonymous
                    | SourceKind::Group
            )
            && let Some(source) = self.pronoun(owner, &(owner..owner + 1), 1).source
            // "the crews’s officials’s officials": those of "their officials" are the same.
            && self.owned.binary_search(&source).is_err()
        {
            let tail = plain_words(self.text, &(phrase.chunk.start..phrase.head + 1));
            let name = [&self.sources[source].name, "’s ", &tail].concat();
            let next = self.sources.len();
            let source = self.by_key(&name.clone(), name, kind, words, true);
            if source == next {
                self.owned.push(source);
            }
            return Found {
                source: Some(source),
                kind,
                evidence,
            };
        }
        if kind == SourceKind::Unresolved {
            return Found {
                source: None,
                kind,
                evidence,
            };
        }
        let name = self.described(phrase, words);
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
        let source = self.by_key(&key, name, kind, words, false);
        Found {
            source: Some(source),
            kind,
            evidence,
        }
    }

    /// The words of a description without its article, up to a comma or clause.
    pub(super) fn described(&self, phrase: &Phrase, words: &Range<usize>) -> String {
        let mut start = words.start;
        while start < phrase.head && self.text.tokens[start].is_any(ARTICLE) {
            start += 1;
        }
        let mut end = phrase.head + 1;
        while end < words.end && end - start < 14 {
            let document = self.text.tokens[phrase.head].is(DOCUMENT);
            let stops = matches!(self.text.tags[end], Tag::Rel | Tag::That | Tag::Sub)
                || document
                    && (matches!(self.text.tags[end], Tag::Past | Tag::Ing | Tag::Verb)
                        || self.text.is_one_of(end, relay::PASSED))
                || self.text.tokens[end].is_mark(',')
                || self.text.tokens[end].is_mark('(')
                || self.text.tokens[end].is_mark('—');
            if stops {
                break;
            }
            end += 1;
        }
        while end > phrase.head + 1
            && matches!(
                self.text.tags[end - 1],
                Tag::Prep | Tag::Coord | Tag::Det | Tag::Mark
            )
        {
            end -= 1;
        }
        plain_words(self.text, &(start..end))
    }

    /// A document named before, with its publisher if that is known.
    fn document(
        &mut self,
        earlier: &Range<usize>,
        owner: Option<usize>,
        words: &Range<usize>,
        shown: Range<usize>,
    ) -> Found {
        let phrase = mention::phrase(self.text, earlier);
        let mut name = self.described(&phrase, earlier);
        if let Some(owner) = owner {
            let head = plain_words(self.text, &(phrase.chunk.start..phrase.head + 1));
            name = [&self.name_of(owner), " ", &head].concat();
        }
        let mut key = name.clone();
        key.make_ascii_lowercase();
        let source = self.by_key(&key, name, SourceKind::Document, earlier, false);
        self.found(source, words, shown)
    }

    /// The last source whose head is the same noun, singular or plural.
    fn same_head(&self, head: usize) -> Option<usize> {
        let noun = stem(self.text.word(head));
        self.said.iter().rev().take(12).map(|s| s.source).find(|s| {
            self.entities[*s].is_none()
                && matches!(
                    self.sources[*s].kind,
                    SourceKind::Anonymous | SourceKind::Vague | SourceKind::Group
                )
                && self.sources[*s].mentions.first().is_some_and(|m| {
                    let phrase = mention::phrase(self.text, m);
                    stem(self.text.word(phrase.head)).eq_ignore_ascii_case(noun)
                })
        })
    }

    /// Notes that `source` has spoken in the sentence of token `at`.
    pub(super) fn spoke(&mut self, source: usize, words: &Range<usize>, at: usize) {
        let many = words.end > words.start
            && match mention::read(self.text, &self.names, words) {
                Head::Names(_) => true,
                Head::Phrase(phrase) => {
                    plural(self.text, phrase.head) || self.text.tokens[phrase.head].is(ORGANISATION)
                }
                Head::Pronoun(at) => self.text.is_one_of(at, "they They them"),
                Head::Name(_) | Head::Account(_) => false,
            };
        self.said.push(Said {
            sentence: self.text.sentence_of(at),
            source,
            many,
        });
    }
}

/// A noun without its plural ending.
fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// The words of `range` with single blanks between and without quotation marks; clitics and marks
/// stand as in the text.
pub(super) fn plain_words(text: &Text, range: &Range<usize>) -> String {
    let mut out = String::new();
    for i in range.clone() {
        let word = text.word(i);
        let mark = matches!(
            text.tokens[i].kind,
            crate::text::token::Kind::Mark('“' | '”' | '"' | '‘' | '’' | '\'')
        );
        // "the workers' union": a genitive, no quotation mark.
        if mark && text.tags[i] != Tag::Gen {
            continue;
        }
        let space = text.tokens[i].spaced
            || i > range.start
                && matches!(
                    text.tokens[i - 1].kind,
                    crate::text::token::Kind::Mark('“' | '”' | '"')
                )
                && text.tokens[i].is_word()
                && text.tokens[i - 1].spaced;
        if space && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

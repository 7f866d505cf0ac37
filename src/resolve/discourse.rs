//! What resolving knows of a text while it goes through it: its names, its sources so far, and who has spoken.

use std::cell::OnceCell;
use std::ops::Range;

use super::entity::Names;
use super::mention::{self, Phrase};
use super::name::{Class, is_courtesy};
use super::{Source, SourceKind, role};
use crate::letter::squeeze;
use crate::lexicon::forms::Forms;
use crate::lexicon::{DOCUMENT, MASTHEAD};
use crate::phrase::edge;
use crate::text::Text;
use crate::text::tag::Tag;

/// The most mentions that are kept of one source; more say nothing new.
const MOST_MENTIONS: usize = 200;

/// The longest name, in tokens, that a document is given by what hangs on it.
const LONGEST_NAME: usize = 8;

/// Someone who spoke before.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) sentence: usize,
    pub(super) source: usize,
    pub(super) many: bool,
}

/// The head of a document phrase.
pub(super) struct DocumentHead {
    /// As a token.
    pub(super) at: usize,
    /// Whether it tells of more than one.
    pub(super) plural: bool,
    /// Its noun phrase, where that introduces a document, once it has been asked for.
    pub(super) around: OnceCell<Option<Range<usize>>>,
}

/// A text, its names, and the sources found so far.
pub(super) struct Discourse<'t, 'd> {
    pub(super) text: &'t Text<'d>,
    pub(super) names: Names,
    /// Heads of document phrases, in order.
    pub(super) documents: Vec<DocumentHead>,
    /// The page's own outlets, as rows of the outlet table.
    pub(super) own: Vec<u16>,
    pub(super) sources: Vec<Source>,
    /// For each source the entity it is, if it is a name.
    pub(super) entities: Vec<Option<usize>>,
    /// For each entity its source.
    by_entity: Vec<Option<usize>>,
    by_words: Forms<'static, usize>,
    /// The sources of the attributions so far.
    pub(super) said: Vec<Said>,
}

impl<'t, 'd> Discourse<'t, 'd> {
    pub(super) fn new(text: &'t Text<'d>, names: Names, own: Vec<u16>) -> Discourse<'t, 'd> {
        let documents = (0..text.tokens.len())
            .filter(|&i| {
                let token = &text.tokens[i];
                token.is(DOCUMENT)
                    && matches!(text.tags[i], Tag::Noun | Tag::Name | Tag::Past)
                    && text.tags.get(i + 1) != Some(&Tag::Noun)
            })
            .map(|at| DocumentHead {
                at,
                plural: mention::plural(text, at),
                around: OnceCell::new(),
            })
            .collect();
        Discourse {
            by_entity: vec![None; names.entities.len()],
            text,
            names,
            documents,
            own,
            sources: Vec::new(),
            entities: Vec::new(),
            by_words: Forms::default(),
            said: Vec::new(),
        }
    }

    /// Whether token `i` stands inside a quotation.
    pub(super) fn quoted(&self, i: usize) -> bool {
        self.text.quote_at(i).is_some()
    }

    /// The kind of the entity `entity`.
    pub(super) fn kind_of(&self, entity: usize) -> SourceKind {
        let e = &self.names.entities[entity];
        match e.class {
            // Who reports for an outlet speaks for it.
            Class::Person | Class::Likely => e
                .outlet
                .map_or(SourceKind::Person, |outlet| self.kind_of(outlet)),
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

    /// The entity's full name as the text gives it, without marks inside.
    pub(super) fn name_of(&self, entity: usize) -> String {
        let e = &self.names.entities[entity];
        let name = plain_words(self.text, &e.name);
        let the = self.text.language.resolve.masthead_article;
        // Newspapers keep their capital article: "The Nara Times"; agencies do not.
        let article = matches!(e.class, Class::Outlet(_))
            && e.name.start > 0
            && !self.text.tokens[e.name.start].opens_block
            && self.text.word(e.name.start - 1) == the;
        let titled = || {
            let known = match e.class {
                Class::Outlet(Some(row)) => {
                    self.text.language.words.names.outlets[usize::from(row)].name
                }
                _ => "",
            };
            let with_article = known
                .strip_prefix(the)
                .is_some_and(|name| name.starts_with(' '));
            with_article || self.text.tokens[e.name.end - 1].is(MASTHEAD)
        };
        if article && titled() {
            [the, " ", &name].concat()
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
        let told = || roles.iter().filter_map(|r| role::told(self.text, r));
        let mut telling = told().find(|r| r.len() > 1).or_else(|| told().next())?;
        // "State Health Commissioner Dr."
        while telling.len() > 1 && is_courtesy(self.text, telling.end - 1) {
            telling.end -= 1;
        }
        let role = plain_words(self.text, &telling);
        (!role.is_empty()).then_some(role)
    }

    pub(super) fn add_mention(&mut self, source: usize, words: &Range<usize>) {
        let mentions = &mut self.sources[source].mentions;
        if mentions.len() < MOST_MENTIONS {
            mentions.push(words.clone());
        }
    }

    /// The source that goes by `key`, made if there is none.
    pub(super) fn by_key(
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

    /// Calls the source that goes by `key`, if there is one, `name` from now on, by which it goes as well.
    pub(super) fn rename(&mut self, key: &str, name: &str) {
        let mut squeezed = String::new();
        squeeze(key, &mut squeezed);
        let Some(source) = self.by_words.get(&squeezed).copied() else {
            return;
        };
        name.clone_into(&mut self.sources[source].name);
        let mut squeezed = String::new();
        squeeze(name, &mut squeezed);
        self.by_words.first(squeezed, source);
    }

    /// The words of a description without its article, up to a comma or clause.
    pub(super) fn described(&self, phrase: &Phrase, words: &Range<usize>) -> String {
        let (text, head) = (self.text, phrase.head);
        let lists = &text.language.resolve;
        let document = text.tokens[head].is(DOCUMENT);
        // "a letter obtained by the Tide": what was done with it is no part of its name.
        let done = |i: usize| {
            matches!(text.tags[i], Tag::Past | Tag::Ing | Tag::Verb)
                || text.is_one_of(i, lists.passed)
        };
        let mut told = edge::description(text, words, head, |i| document && done(i));
        let prepositions = told
            .clone()
            .filter(|i| *i > head && text.tags[*i] == Tag::Prep);
        let by = told.end > head + 1 && text.is_one_of(head + 1, lists.by);
        // "internal report on last year's shutdown of schools": no name so long.
        if document && !by && (told.len() > LONGEST_NAME || prepositions.count() > 1) {
            told.end = head + 1;
        }
        // "a letter previously kept secret", "a poll of 800 voters": what is left of it is no name.
        told.end = edge::without_loose_end(text, head, told.end, document);
        plain_words(text, &told)
    }

    /// The last source whose head is the same noun; singular or plural, but where `one` is meant.
    pub(super) fn same_head(&self, head: usize, one: bool) -> Option<usize> {
        let stem = |word: &'t str| if one { word } else { stem(word) };
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

    /// The only body or speaker without a name that has spoken of late and has the same noun: "a mining company" for
    /// "the company".
    pub(super) fn same_body(&self, head: usize, kind: SourceKind) -> Option<usize> {
        let speaks = self
            .text
            .is_one_of_any_case(head, self.text.language.resolve.speaks_for);
        if kind != SourceKind::Organisation && !(kind == SourceKind::Official && speaks) {
            return None;
        }
        let spoke = self.said.iter().rev().take(12).map(|s| s.source);
        let mut same = spoke.filter(|s| {
            let source = &self.sources[*s];
            let called = |m: &Range<usize>| {
                let phrase = mention::phrase(self.text, m);
                phrase.chunk.len() > 1
                    && (self.text.word(phrase.head)).eq_ignore_ascii_case(self.text.word(head))
            };
            self.entities[*s].is_none() && source.mentions.first().is_some_and(called)
        });
        let found = same.next()?;
        same.all(|other| other == found).then_some(found)
    }

    /// Notes that `source` has spoken in the sentence of token `at`; `many` whether it was many who did.
    pub(super) fn spoke(&mut self, source: usize, many: bool, at: usize) {
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
    let mut out = String::with_capacity(text.span(range).len());
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
                );
        if space && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

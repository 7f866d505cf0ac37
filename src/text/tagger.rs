//! Gives each token its tag, as far as nearby words tell: a few named rules, left to right, no statistics.

use super::block::Document;
use super::tag::Tag;
use super::token::{Kind, Shape, Token};
use crate::lexicon::list::{List, ends, ends_in};
use crate::lexicon::*;

/// Classes of words that are no part of a name.
pub(super) const CLOSED: Classes = PREPOSITION
    .or(COORDINATOR)
    .or(ARTICLE)
    .or(MODAL)
    .or(BE)
    .or(HAVE)
    .or(POSSESSIVE)
    .or(SUBORDINATOR)
    .or(RELATIVE)
    .or(PRONOUN)
    .or(DO)
    .or(NEGATION);

/// Classes of words that serve others, which are told by rules of their own.
const SMALL_WORDS: Classes = CLOSED
    .or(OBJECT_PRONOUN)
    .or(NUMERAL)
    .or(DETERMINER)
    .or(INTERROGATIVE);

/// Tags the tokens that have no tag yet: whole blocks.
pub fn tag(document: &Document, language: &Language, tokens: &[Token], tags: &mut Vec<Tag>) {
    for i in tags.len()..tokens.len() {
        let before = if tokens[i].opens_block {
            None
        } else {
            tags.last().copied()
        };
        let spot = Spot {
            document,
            language,
            tokens,
            tags,
            i,
            before,
        };
        let tag = spot.tag();
        tags.push(tag);
    }
}

/// A token among its neighbours, those before it tagged already.
pub(super) struct Spot<'a> {
    pub(super) document: &'a Document,
    pub(super) language: &'a Language,
    pub(super) tokens: &'a [Token],
    pub(super) tags: &'a [Tag],
    pub(super) i: usize,
    /// The tag before, in the same block.
    pub(super) before: Option<Tag>,
}

impl Spot<'_> {
    fn tag(&self) -> Tag {
        let token = &self.tokens[self.i];
        match token.kind {
            Kind::Mark('’' | '\'') if self.genitive() => return Tag::Gen,
            Kind::Mark(_) => return Tag::Mark,
            Kind::Number => return Tag::Num,
            _ => {}
        }
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        if token.kind == Kind::Clitic {
            return self.clitic(next);
        }
        if let Some(tag) = self.capitalised(next) {
            return tag;
        }
        let Some(entry) = token.entry() else {
            return self.unknown(self.opens_sentence());
        };
        let classes = entry.classes;
        // Most words have none of the uses that are told first.
        if !classes.intersects(SMALL_WORDS) {
            return self.content_word(entry, next);
        }
        self.word_of_many_uses(classes, next)
            .or_else(|| self.helping_verb(classes))
            .or_else(|| self.pronoun(classes, next))
            .or_else(|| self.determiner(classes, next))
            .or_else(|| self.joining_word(classes, next))
            .unwrap_or_else(|| self.content_word(entry, next))
    }

    /// "Title I", "Chairman Will Rogers": whether a small word is a number or a name behind another capital.
    fn is_called(&self, next: Option<&Token>) -> bool {
        let token = &self.tokens[self.i];
        let named = self.i > 0 && self.tokens[self.i - 1].capital() && !self.opens_sentence();
        let counts = token.is(PRONOUN) && self.language.text.capital_pronoun.has(self.word());
        let ends = || next.is_none_or(|n| !n.is_word() && n.kind != Kind::Clitic);
        let surname = || next.is_some_and(|n| n.capital() && !n.is_any(CLOSED));
        let given = token.is(MODAL) && token.is_any(MALE.or(FEMALE));
        named && (counts && ends() || given && surname())
    }

    /// Whether the token opens a sentence or a quotation, where any word has a capital.
    fn opens_sentence(&self) -> bool {
        let opening = |t: &Token| {
            matches!(
                t.kind,
                Kind::Mark('.' | '!' | '?' | '“' | '"' | ':' | '—' | '‘' | '…' | '(')
            )
        };
        self.before.is_none() || (self.i > 0 && opening(&self.tokens[self.i - 1]))
    }

    /// The tag that a capital gives inside a sentence: a name, but for the closed classes of headlines.
    fn capitalised(&self, next: Option<&Token>) -> Option<Tag> {
        let token = &self.tokens[self.i];
        let name_like = token.capital()
            && (!self.opens_sentence() || token.shape == Shape::Upper && token.span.len() > 1);
        if name_like && self.is_called(next) {
            return Some(Tag::Name);
        }
        if !name_like
            || token.is_any(PRONOUN.or(MODAL).or(BE))
                && self.language.text.capital_pronoun.has(self.word())
            || token.is_any(CLOSED) && !token.is_any(MONTH)
        {
            return None;
        }
        Some(if token.cue == 0 || !self.headline_verb(next) {
            Tag::Name
        } else if token.is(PAST) {
            Tag::Past
        } else {
            Tag::Verb
        })
    }

    /// The tag of a word whose uses only its neighbours tell apart: "that", "to", "her".
    fn word_of_many_uses(&self, classes: Classes, next: Option<&Token>) -> Option<Tag> {
        let lists = &self.language.text;
        let is = |class: Classes, word: List| {
            classes.intersects(class) && word.has_any_case(self.word())
        };
        if is(RELATIVE, lists.that) {
            Some(self.that(next))
        } else if is(PREPOSITION, lists.to) {
            Some(self.to(next))
        } else if is(POSSESSIVE, lists.her) {
            Some(self.her(next))
        } else {
            None
        }
    }

    /// "that night" dates; "that" before a verb stands for something.
    fn that(&self, next: Option<&Token>) -> Tag {
        let joins = matches!(self.before, Some(Tag::Sub));
        let determines = next.is_some_and(|n| {
            n.is(TIME) && !n.capital() || joins && n.is_word() && !n.is_any(CLOSED.or(VERB))
        });
        if determines { Tag::Det } else { Tag::That }
    }

    /// "her" owns what a noun phrase goes on to name; else it is an object.
    fn her(&self, next: Option<&Token>) -> Tag {
        const NO_OWNED: Classes = PREPOSITION
            .or(DETERMINER)
            .or(COORDINATOR)
            .or(TIME)
            .or(PRONOUN)
            .or(BE)
            .or(MODAL)
            .or(SUBORDINATOR)
            .or(INTERROGATIVE);
        // "her $4 million house"
        let owns = next.is_some_and(|n| {
            n.is_word() && !n.is_any(NO_OWNED)
                || n.kind == Kind::Number
                || n.is_any_mark(&['$', '£', '€'])
        });
        if owns { Tag::Poss } else { Tag::ObjPron }
    }

    /// The tag of a helping verb, or of the negation that goes with it.
    fn helping_verb(&self, classes: Classes) -> Option<Tag> {
        let is = |class| classes.intersects(class);
        let auxiliaries = [(BE, Tag::Be), (HAVE, Tag::Have), (DO, Tag::Do)];
        if let Some((_, tag)) = auxiliaries.into_iter().find(|(class, _)| is(*class)) {
            Some(tag)
        } else if is(MODAL) && !(is(MONTH) && self.tokens[self.i].capital()) {
            Some(Tag::Modal)
        } else if is(NEGATION) {
            Some(Tag::Neg)
        } else {
            None
        }
    }

    /// The tag of a pronoun, whatever it stands for.
    fn pronoun(&self, classes: Classes, next: Option<&Token>) -> Option<Tag> {
        let is = |class| classes.intersects(class);
        if is(POSSESSIVE) {
            return Some(Tag::Poss);
        }
        if is(PRONOUN) {
            let counts = |n: &Token| {
                let word = n.span.bytes_of(&self.document.text);
                self.language.text.counts_pronoun.has(word)
            };
            // "one in five", "one of them"
            if is(NUMERAL) && next.is_some_and(counts) {
                return Some(Tag::Num);
            }
            let determines = is(DETERMINER) && next.is_some_and(is_determined);
            return Some(if determines { Tag::Det } else { Tag::Pron });
        }
        if is(OBJECT_PRONOUN) {
            return Some(Tag::ObjPron);
        }
        is(RELATIVE).then_some(Tag::Rel)
    }

    /// The tag of what joins, determines or counts.
    fn determiner(&self, classes: Classes, next: Option<&Token>) -> Option<Tag> {
        let is = |class| classes.intersects(class);
        if is(COORDINATOR) {
            return Some(Tag::Coord);
        }
        if is(NUMERAL) {
            return Some(Tag::Num);
        }
        // "They all said": nothing follows that it could determine.
        let alone = |n: &Token| !n.is_word() || n.is_any(VERB.or(PREPOSITION));
        is(DETERMINER).then(|| {
            if is(ADVERB) && next.is_none_or(alone) {
                Tag::Adv
            } else {
                Tag::Det
            }
        })
    }

    /// The tag of what opens a question, a clause or a phrase.
    fn joining_word(&self, classes: Classes, next: Option<&Token>) -> Option<Tag> {
        let is = |class| classes.intersects(class);
        if is(INTERROGATIVE) {
            return Some(Tag::Wh);
        }
        // "Outside experts say", not "Outside Nara the police say"
        let plural = |n: &Token| {
            !n.capital()
                && (n.is_any(GROUP)
                    || ends(
                        n.span.bytes_of(&self.document.text),
                        self.language.text.s_ending,
                    ))
        };
        if is(PREPOSITION) {
            if self.language.text.side.has_any_case(self.word()) && next.is_some_and(plural) {
                return Some(Tag::Adj);
            }
            let clause = is(SUBORDINATOR) && clause_opens(next, self.tokens, self.i + 1);
            return Some(if clause { Tag::Sub } else { Tag::Prep });
        }
        if is(SUBORDINATOR) {
            // "have since claimed"
            let adverb =
                self.before == Some(Tag::Have) && next.is_some_and(|n| n.is_any(PAST.or(BE)));
            return Some(if adverb { Tag::Adv } else { Tag::Sub });
        }
        None
    }

    /// The tag of a word of an open class.
    fn content_word(&self, entry: Entry, next: Option<&Token>) -> Tag {
        let is = |class| entry.classes.intersects(class);
        if is(VERB) || is(VERB_OR_NOUN) || entry.cue > 0 {
            self.verb(entry.classes, next)
        } else if is(ADVERB) {
            Tag::Adv
        } else if is(ADJECTIVE) {
            Tag::Adj
        } else if is(WEEKDAY.or(MONTH)) {
            Tag::Name
        } else if is(NOUN) {
            Tag::Noun
        } else {
            self.unknown(self.opens_sentence())
        }
    }

    /// The word itself.
    pub(super) fn word(&self) -> &[u8] {
        self.word_at(self.i)
    }

    /// The word of token `k`.
    pub(super) fn word_at(&self, k: usize) -> &[u8] {
        self.tokens[k].span.bytes_of(&self.document.text)
    }

    /// Whether the mark stands for a genitive behind the s of a noun: "the workers' union".
    fn genitive(&self) -> bool {
        let Spot { tokens, i, .. } = *self;
        let goes_on = |next: &Token| {
            next.spaced
                && !next.opens_block
                && next.is_word()
                && !next.is_any(CLOSED.or(DETERMINER))
                && next.cue == 0
        };
        let opened = |t: &Token| t.is_mark('‘') || t.is_mark('\'') && t.spaced;
        matches!(self.before, Some(Tag::Noun | Tag::Name))
            && !tokens[i].spaced
            && ends(self.word_at(i - 1), self.language.text.s_ending)
            && tokens.get(i + 1).is_some_and(goes_on)
            && !tokens[i.saturating_sub(20)..i].iter().any(opened)
    }

    /// 's after a noun is a genitive where a noun phrase goes on, else a verb.
    fn clitic(&self, next: Option<&Token>) -> Tag {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        let token = &tokens[i];
        if !token.is(POSSESSIVE) {
            return if token.is(BE) {
                Tag::Be
            } else if token.is(HAVE) && !token.is(MODAL) {
                Tag::Have
            } else {
                Tag::Modal
            };
        }
        let after_pronoun =
            i > 0 && matches!(tags[i - 1], Tag::Pron | Tag::That | Tag::Wh | Tag::Rel);
        let verb_follows = next.is_some_and(|n| {
            n.is_any(DETERMINER.or(NEGATION).or(PREPOSITION)) && !n.is_any(NUMERAL)
        });
        if after_pronoun || verb_follows {
            Tag::Be
        } else {
            Tag::Gen
        }
    }

    /// "to" is the infinitive's before a verb, else a preposition.
    fn to(&self, next: Option<&Token>) -> Tag {
        let Some(next) = next else { return Tag::Prep };
        if !next.is_word() || next.capital() {
            return Tag::Prep;
        }
        if next.is_any(VERB.or(VERB_OR_NOUN)) && !next.is(PAST) || next.is_any(BE.or(HAVE).or(DO)) {
            return Tag::To;
        }
        if next.is_any(VERB) {
            return Tag::To;
        }
        if next.classes.0 != 0 {
            return if next.is(ADVERB) && !next.is_any(DETERMINER.or(NUMERAL).or(TIME)) {
                Tag::To
            } else {
                Tag::Prep
            };
        }
        let word = next.span.bytes_of(&self.document.text);
        let lists = &self.language.text;
        if ends_in(word, lists.noun_ending) && !ends(word, lists.no_s_ending) {
            Tag::Prep
        } else {
            Tag::To
        }
    }

    /// A capitalised cue in a headline acts as a verb between two names ("Mayor Says Port Will Close").
    fn headline_verb(&self, next: Option<&Token>) -> bool {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        let token = &tokens[i];
        let Some(before) = i.checked_sub(1).filter(|_| !token.opens_block) else {
            return false;
        };
        if !token.is_any(VERB) || token.is(VERB_OR_NOUN) {
            return false;
        }
        matches!(tags[before], Tag::Name | Tag::Noun)
            && next.is_some_and(|n| {
                n.is_word() || matches!(n.kind, Kind::Mark('‘' | '“' | '"' | '\''))
            })
    }
}

/// Whether what follows a pronoun makes a determiner of it: a noun phrase goes on.
fn is_determined(next: &Token) -> bool {
    const NO_NOUN: Classes = BE
        .or(MODAL)
        .or(HAVE)
        .or(DO)
        .or(PREPOSITION)
        .or(VERB)
        .or(COORDINATOR)
        .or(ADVERB)
        .or(PRONOUN);
    next.is_word() && next.spaced && !next.is_any(NO_NOUN) || next.kind == Kind::Number
}

/// How many tokens behind a conjunction the verb of its clause is looked for.
const LONGEST_SUBJECT: usize = 10;

/// Whether a clause (a subject of its own) opens at token `at`.
fn clause_opens(next: Option<&Token>, tokens: &[Token], at: usize) -> bool {
    let Some(next) = next else { return false };
    if next.is_any(PRONOUN) && !next.is_any(DETERMINER) {
        return true;
    }
    // A finite verb within the next few words, before any mark: "after the bank said".
    if !(next.is_any(DETERMINER) || next.capital()) {
        return false;
    }
    for token in tokens.iter().skip(at + 1).take(LONGEST_SUBJECT) {
        if matches!(token.kind, Kind::Mark(_)) || token.opens_block {
            return false;
        }
        if token.is_any(MODAL.or(BE).or(HAVE).or(DO))
            || (token.is(VERB.or(PAST)) && !token.capital())
        {
            return true;
        }
    }
    false
}

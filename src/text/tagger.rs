//! Gives each token its tag, as far as nearby words tell: a few named rules, left to right, no statistics.

use super::block::Document;
use super::tag::Tag;
use super::token::{Kind, Shape, Token};
use crate::lexicon::*;

/// Classes of words that are no part of a name.
const CLOSED: Classes = PREPOSITION
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
        let Spot {
            document,
            tokens,
            i,
            before,
            ..
        } = *self;
        let token = &tokens[i];
        match token.kind {
            Kind::Mark('’' | '\'') if self.genitive() => return Tag::Gen,
            Kind::Mark(_) => return Tag::Mark,
            Kind::Number => return Tag::Num,
            _ => {}
        }
        let next = tokens.get(i + 1).filter(|t| !t.opens_block);
        if token.kind == Kind::Clitic {
            return self.clitic(next);
        }
        let opens = || {
            before.is_none()
                || (i > 0
                    && matches!(
                        tokens[i - 1].kind,
                        Kind::Mark('.' | '!' | '?' | '“' | '"' | ':' | '—' | '‘' | '…' | '(')
                    ))
        };
        let name_like =
            token.capital() && (!opens() || token.shape == Shape::Upper && token.span.len() > 1);
        if name_like && !(token.is_any(PRONOUN.or(MODAL).or(BE)) && self.word() == "I") {
            // Inside a sentence a capital makes a name, but for the closed classes of headlines.
            if !token.is_any(CLOSED) || token.is_any(MONTH) {
                if token.cue > 0 && self.headline_verb(next) {
                    return if token.is(PAST) { Tag::Past } else { Tag::Verb };
                }
                return Tag::Name;
            }
        }
        let Some(entry) = token.entry() else {
            return self.unknown(opens());
        };
        let c = entry.classes;
        let is = |classes: Classes| c.intersects(classes);
        if is(RELATIVE) && self.word().eq_ignore_ascii_case("that") {
            // "that night" dates; "that" before a verb stands for something.
            let joins = matches!(before, Some(Tag::Sub));
            return if next.is_some_and(|n| {
                n.is(TIME) && !n.capital() || joins && n.is_word() && !n.is_any(CLOSED.or(VERB))
            }) {
                Tag::Det
            } else {
                Tag::That
            };
        }
        if is(PREPOSITION) && self.word().eq_ignore_ascii_case("to") {
            return self.to(next);
        }
        if is(POSSESSIVE) && self.word().eq_ignore_ascii_case("her") {
            return if next.is_some_and(|n| {
                (n.is_word()
                    && !n.is_any(
                        PREPOSITION
                            .or(DETERMINER)
                            .or(COORDINATOR)
                            .or(TIME)
                            .or(PRONOUN)
                            .or(BE)
                            .or(MODAL)
                            .or(SUBORDINATOR)
                            .or(INTERROGATIVE),
                    ))
                    || n.kind == Kind::Number
            }) {
                Tag::Poss
            } else {
                Tag::ObjPron
            };
        }
        let auxiliaries = [(BE, Tag::Be), (HAVE, Tag::Have), (DO, Tag::Do)];
        if let Some((_, tag)) = auxiliaries.into_iter().find(|(class, _)| is(*class)) {
            return tag;
        }
        if is(MODAL) && !(is(MONTH) && token.capital()) {
            return Tag::Modal;
        }
        if is(POSSESSIVE) {
            return Tag::Poss;
        }
        if is(NEGATION) {
            return Tag::Neg;
        }
        // "one in five", "one of them"
        if is(PRONOUN)
            && is(NUMERAL)
            && next.is_some_and(|n| matches!(n.span.of(&document.text), "in" | "of"))
        {
            return Tag::Num;
        }
        if is(PRONOUN) {
            let determines = is(DETERMINER)
                && next.is_some_and(|n| {
                    (n.is_word()
                        && n.spaced
                        && !n.is_any(
                            BE.or(MODAL)
                                .or(HAVE)
                                .or(DO)
                                .or(PREPOSITION)
                                .or(VERB)
                                .or(COORDINATOR)
                                .or(ADVERB)
                                .or(PRONOUN),
                        ))
                        || n.kind == Kind::Number
                });
            return if determines { Tag::Det } else { Tag::Pron };
        }
        if is(OBJECT_PRONOUN) {
            return Tag::ObjPron;
        }
        if is(RELATIVE) {
            return Tag::Rel;
        }
        if is(COORDINATOR) {
            return Tag::Coord;
        }
        if is(DETERMINER) && !is(NUMERAL) {
            if is(ADVERB) && next.is_none_or(|n| !n.is_word() || n.is_any(VERB.or(PREPOSITION))) {
                return Tag::Adv;
            }
            return Tag::Det;
        }
        if is(NUMERAL) {
            return Tag::Num;
        }
        if is(INTERROGATIVE) {
            return Tag::Wh;
        }
        if is(SUBORDINATOR) && !is(PREPOSITION) {
            // "have since claimed"
            if before == Some(Tag::Have) && next.is_some_and(|n| n.is_any(PAST.or(BE))) {
                return Tag::Adv;
            }
            return Tag::Sub;
        }
        if is(PREPOSITION) {
            if is(SUBORDINATOR) && clause_opens(next, tokens, i + 1) {
                return Tag::Sub;
            }
            return Tag::Prep;
        }
        if is(VERB) || is(VERB_OR_NOUN) || entry.cue > 0 {
            return self.verb(c, next);
        }
        if is(ADVERB) {
            return Tag::Adv;
        }
        if is(ADJECTIVE) {
            return Tag::Adj;
        }
        if is(WEEKDAY.or(MONTH)) {
            return Tag::Name;
        }
        if is(NOUN) {
            return Tag::Noun;
        }
        self.unknown(opens())
    }

    /// The word itself.
    pub(super) fn word(&self) -> &str {
        self.tokens[self.i].span.of(&self.document.text)
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
            && tokens[i - 1].span.of(&self.document.text).ends_with('s')
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
        let word = next.span.of(&self.document.text);
        let nominal = [
            "tion", "ment", "ness", "ity", "ers", "ors", "ing", "ists", "ics", "ance", "ence",
            "ship", "ed", "s",
        ];
        if nominal.iter().any(|s| word.ends_with(s)) && !word.ends_with("ss") {
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

    fn verb(&self, classes: Classes, next: Option<&Token>) -> Tag {
        let word = self.word();
        let Spot {
            tokens,
            tags,
            i,
            before,
            ..
        } = *self;
        let ing = matches!(word.as_bytes(), [.., b'i', b'n', b'g']);
        if ing && (word.len() > 5 || !classes.intersects(VERB.or(VERB_OR_NOUN))) {
            return Tag::Ing;
        }
        let past = classes.intersects(PAST);
        // The last tag that is no adverb.
        let mut k = tags.len();
        while k > 0 && !tokens[k].opens_block && matches!(tags[k - 1], Tag::Adv | Tag::Neg) {
            k -= 1;
        }
        let held = if k == 0 || tokens[k].opens_block {
            None
        } else {
            Some(tags[k - 1])
        };
        if past {
            // "All said they were late": no "said" pilots; "some told the mayor".
            let lone = i > 0
                && before == Some(Tag::Det)
                && !tokens[i - 1].is_any(ARTICLE.or(POSSESSIVE))
                && next
                    .is_some_and(|n| n.is_any(PRONOUN.or(ARTICLE).or(RELATIVE).or(OBJECT_PRONOUN)));
            if lone {
                return Tag::Past;
            }
            if matches!(before, Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj))
                && next.is_some_and(|n| n.is_word() && !n.is_any(PREPOSITION))
                && !matches!(before, Some(Tag::Adj))
            {
                return Tag::Adj;
            }
            return Tag::Past;
        }
        match held {
            Some(Tag::To | Tag::Modal | Tag::Do) => return Tag::Verb,
            Some(Tag::Pron | Tag::Rel) => return Tag::Verb,
            _ => {}
        }
        // "papers, think tanks and ministries"
        if word == "think" && (self.next_is("tank") || self.next_is("tanks")) {
            return Tag::Noun;
        }
        // "a source close to him"
        if word == "close" && held == Some(Tag::Noun) && self.next_is("to") {
            return Tag::Adj;
        }
        // "four in ten say": what is counted has a plural. "another says", "some say"
        let alone = before == Some(Tag::Num) && word == "say"
            || before == Some(Tag::Det)
                && i > 0
                && !tokens[i - 1].is(ARTICLE)
                && one_of(word, "say says");
        if alone {
            return Tag::Verb;
        }
        if matches!(
            before,
            Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num)
        ) {
            return Tag::Noun;
        }
        if !classes.intersects(VERB_OR_NOUN) {
            return Tag::Verb;
        }
        // "a June report"
        if i > 1 && tokens[i - 1].is(MONTH) && tags[i - 2] == Tag::Det {
            return Tag::Noun;
        }
        if matches!(before, Some(Tag::Prep)) || before.is_none() {
            return Tag::Noun;
        }
        let third = word.ends_with('s');
        // "records show", "the survey finds": what is written holds no shows.
        if k > 0
            && !tokens[k].opens_block
            && tokens[k - 1].is(DOCUMENT)
            && (third || self.plural(k - 1))
            && self.language.text.shown_by_document.has(word)
        {
            return Tag::Verb;
        }
        // "The site was cleaned, reports Wee."
        let apart = i > 0 && matches!(tokens[i - 1].kind, Kind::Mark(',' | '”' | '"'));
        if third
            && apart
            && tokens[i].cue > 0
            && next.is_some_and(|n| n.capital() && !n.is_any(CLOSED))
        {
            return Tag::Verb;
        }
        // "The study points out that"
        if self.particle_follows() {
            return Tag::Verb;
        }
        // "The bank forecast that wages would rise": the past form is the base form.
        let names_before = matches!(held, Some(Tag::Noun | Tag::Name));
        if names_before && self.language.text.same_past.has(word) && self.object_clause_follows() {
            return Tag::Past;
        }
        // "Roe notes, “…”", "The Tide reports:"
        if third && held == Some(Tag::Name) && tokens[i].cue > 0 && self.leads_to_words() {
            return Tag::Verb;
        }
        // "states that have": the clause of a noun.
        let relative = next.is_some_and(|n| n.span.len() == 4 && n.is(RELATIVE))
            && tokens
                .get(i + 2)
                .is_some_and(|v| v.is_any(BE.or(HAVE).or(MODAL).or(DO)));
        let verb_follows = next.filter(|_| !relative).is_some_and(|n| {
            n.is_any(
                DETERMINER
                    .or(POSSESSIVE)
                    .or(PRONOUN)
                    .or(OBJECT_PRONOUN)
                    .or(INTERROGATIVE),
            ) || n.span.len() == 4 && n.is(RELATIVE)
                // "to" is the only preposition of two letters that opens no sentence.
                || n.is(PREPOSITION)
                    && n.span.len() == 2
                    && n.known
                    && matches!(n.kind, Kind::Word)
                    && !n.is(OPENER) && !n.is(SUBORDINATOR)
                || matches!(n.kind, Kind::Mark('“' | '"' | '‘'))
                || n.capital() && (third || k > 0 && self.plural(k - 1) && !tokens[k - 1].is(PLACE))
        });
        // "the reality show": a singular has no base form for its verb.
        let plural_before = k > 0 && held == Some(Tag::Noun) && !third && self.plural(k - 1);
        let singular_before = matches!(held, Some(Tag::Noun | Tag::Name)) && third;
        if verb_follows && (plural_before || singular_before || held == Some(Tag::Name)) {
            return Tag::Verb;
        }
        if held == Some(Tag::Coord) && verb_follows {
            return Tag::Verb;
        }
        if (third && singular_before || plural_before) && self.trails(next) {
            return Tag::Verb;
        }
        Tag::Noun
    }

    /// Whether the noun at token `k` is a plural, by its ending or its class.
    fn plural(&self, k: usize) -> bool {
        let word = self.tokens[k].span.of(&self.document.text);
        word.ends_with('s') && !word.ends_with("ss")
            || self.tokens[k].is(GROUP)
            || one_of_any_case(
                word.as_bytes(),
                "data media people men women children police",
            )
    }

    /// Whether the particle stands right behind the word that makes a verb of it.
    fn particle_follows(&self) -> bool {
        let lists = &self.language.text;
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        let next = next.map(|t| t.span.of(&self.document.text));
        lists.with_particle.has(self.word()) && next.is_some_and(|word| lists.particle.has(word))
    }

    /// Whether "that" stands right behind the word, and no verb behind that: "forecast that wages".
    fn object_clause_follows(&self) -> bool {
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        let verb = BE.or(HAVE).or(MODAL).or(DO);
        next.is_some_and(|n| n.is(RELATIVE) && n.is(DETERMINER))
            && self.tokens.get(self.i + 2).is_some_and(|t| !t.is_any(verb))
    }

    /// Whether a quotation stands behind the word's comma, or its colon ends the block.
    fn leads_to_words(&self) -> bool {
        let at = |k: usize| self.tokens.get(self.i + k).filter(|t| !t.opens_block);
        let quotes = at(2).is_some_and(|t| t.is_any_mark(&['“', '"']));
        at(1).is_some_and(|t| t.is_mark(',')) && quotes
            || at(1).is_some_and(|t| t.is_mark(':')) && (quotes || at(2).is_none())
    }

    /// Whether the next word of the block is `word`.
    fn next_is(&self, word: &str) -> bool {
        let next = self.tokens.get(self.i + 1).filter(|t| !t.opens_block);
        next.is_some_and(|t| t.span.of(&self.document.text) == word)
    }

    /// Whether the cue here ends its sentence right after a comma and a short noun phrase: "Levee was
    /// weak, study shows".
    fn trails(&self, next: Option<&Token>) -> bool {
        let Spot {
            tokens, tags, i, ..
        } = *self;
        let ends = next.is_none_or(|n| matches!(n.kind, Kind::Mark('.')));
        if !ends || tokens[i].cue == 0 {
            return false;
        }
        let start = i - tags[..i]
            .iter()
            .rev()
            .take(4)
            .take_while(|t| t.nominal())
            .count();
        // "…, boat shows" names nobody who could show it.
        let speaks = tokens[i - 1].capital()
            || tokens[i - 1].is_any(DOCUMENT.or(ORGANISATION).or(ROLE).or(INSIDER).or(OUTLET));
        let quoted = start > 1
            && tokens[start - 1].is_any_mark(&['”', '"'])
            && tokens[start - 2].is_mark(',');
        speaks && start > 0 && (tokens[start - 1].is_mark(',') || quoted)
    }
}

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
    for token in tokens.iter().skip(at + 1).take(6) {
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

//! Tags of words that no table knows: by their ending, their place and their case.

use super::tag::Tag;
use super::tagger::Spot;
use super::token::{Kind, Shape};
use crate::lexicon::list::{ends, ends_in};
use crate::lexicon::*;

impl Spot<'_> {
    /// A word that no table knows: by its ending, its place and its case.
    pub(super) fn unknown(&self, opens: bool) -> Tag {
        let word = self.word();
        let Spot {
            document,
            tokens,
            i,
            before,
            ..
        } = *self;
        let token = &tokens[i];
        let lists = &self.language.text;
        let written = || token.span.of(&document.text);
        if token.capital()
            && !(opens && (is_adverb(written()) || is_participle(&self.language.words, written())))
        {
            // An opening word with a capital that no table knows is a name more often than not when
            // another capital follows; else an ordinary word.
            if !opens
                || token.shape == Shape::Upper
                || tokens
                    .get(i + 1)
                    .is_some_and(|n| n.capital() && !n.opens_block || n.kind == Kind::Clitic)
            {
                return Tag::Name;
            }
            let verb = VERB.or(MODAL).or(BE).or(HAVE);
            // "Gosling, who left"
            let described = tokens.get(i + 1).is_some_and(|n| n.is_mark(','))
                && tokens
                    .get(i + 2)
                    .is_some_and(|n| n.is(RELATIVE) && !n.is(DETERMINER));
            if described {
                return Tag::Name;
            }
            let next = tokens.get(i + 1).filter(|n| !n.opens_block);
            if next.is_some_and(|n| {
                // "Keating said": what is done says nothing.
                n.cue > 0
                    && (n.is(PAST)
                        || !n.is(VERB_OR_NOUN)
                            && ends(n.span.bytes_of(&document.text), lists.s_ending))
                    || n.is_any(verb) && !ends(word, lists.ing_ending)
            }) && !ends(word, lists.s_ending)
            {
                return Tag::Name;
            }
        }
        if word.len() > 4 && ends(word, lists.adverb_ending) && !lists.no_adverb.has_any_case(word)
        {
            return Tag::Adv;
        }
        if word.len() > 4 && ends(word, lists.ing_ending) {
            return Tag::Ing;
        }
        if word.len() > 3 && ends(word, lists.past_ending) && !ends(word, lists.no_past_ending) {
            // "those surveyed say"
            let those = i > 0 && lists.those.has(self.word_at(i - 1));
            return if matches!(before, Some(Tag::Det | Tag::Poss | Tag::Gen)) && !those {
                Tag::Adj
            } else {
                Tag::Past
            };
        }
        // "famous", "possible", "historical", "eastern"
        if word.len() > 5 && ends_in(word, lists.adjective_ending) {
            return Tag::Adj;
        }
        Tag::Noun
    }
}

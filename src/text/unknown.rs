//! Tags of words that no table knows: by their ending, their place and their case.

use super::tag::Tag;
use super::tagger::Spot;
use super::token::{Kind, Shape};
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
        let bytes = word.as_bytes();
        if token.capital()
            && !(opens && (is_adverb(word) || is_participle(&self.language.words, word)))
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
                        || !n.is(VERB_OR_NOUN) && n.span.of(&document.text).ends_with('s'))
                    || n.is_any(verb) && !word.ends_with("ing")
            }) && !word.ends_with('s')
            {
                return Tag::Name;
            }
        }
        if bytes.len() > 4 && bytes.ends_with(b"ly") {
            return Tag::Adv;
        }
        if bytes.len() > 4 && matches!(bytes, [.., b'i', b'n', b'g']) {
            return Tag::Ing;
        }
        if bytes.len() > 3 && matches!(bytes, [.., before, b'e', b'd'] if *before != b'e') {
            // "those surveyed say"
            let those = i > 0
                && matches!(
                    tokens[i - 1].span.of(&self.document.text),
                    "those" | "Those"
                );
            return if matches!(before, Some(Tag::Det | Tag::Poss | Tag::Gen)) && !those {
                Tag::Adj
            } else {
                Tag::Past
            };
        }
        if word.len() > 5 && adjectival(word) {
            return Tag::Adj;
        }
        Tag::Noun
    }
}

/// Whether a word ends as adjectives do: "famous", "possible", "historical", "eastern".
fn adjectival(word: &str) -> bool {
    let [.., before, a, b, c] = word.as_bytes() else {
        return false;
    };
    match &[*a, *b, *c] {
        b"ous" | b"ful" | b"ive" | b"ish" | b"ary" | b"ian" | b"ese" | b"est" | b"ern" => true,
        b"ble" => matches!(before, b'a' | b'i'),
        b"ess" => *before == b'l',
        b"cal" => *before == b'i',
        _ => false,
    }
}

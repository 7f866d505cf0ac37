//! Words that the tagger takes for verbs, and whose neighbours tell that they are nouns or names.

use super::block::Document;
use super::tag::Tag;
use super::token::Token;
use crate::lexicon::{ARTICLE, FEMININE, GROUP, INSIDER, Language, MASCULINE, ROLE, VERB_OR_NOUN};

/// Corrects the tags of such words among the tokens from `start` on.
pub(super) fn correct(
    document: &Document,
    language: &Language,
    tokens: &[Token],
    tags: &mut [Tag],
    start: usize,
) {
    name_verbs(tokens, tags, start);
    name_posts(tokens, tags, start);
    name_gatherings(document, language, tokens, tags, start);
}

/// "Rana Said told": what is a verb elsewhere is a surname where it has a capital behind a name, and a verb behind it.
fn name_verbs(tokens: &[Token], tags: &mut [Tag], start: usize) {
    for i in start + 1..tokens.len().saturating_sub(1) {
        let (word, next) = (&tokens[i], &tokens[i + 1]);
        if word.cue > 0
            && word.capital()
            && matches!(tags[i], Tag::Past | Tag::Verb)
            && tags[i - 1] == Tag::Name
            && tokens[i - 1].capital()
            && !next.capital()
            && tags[i + 1].finite()
        {
            tags[i] = Tag::Name;
        }
    }
}

/// "in a Facebook post that": a noun, where "a" and a name stand before what may be a verb in the plural.
fn name_posts(tokens: &[Token], tags: &mut [Tag], start: usize) {
    for i in start + 2..tokens.len() {
        let noun = tags[i] == Tag::Verb && tokens[i].is(VERB_OR_NOUN) && tags[i - 1] == Tag::Name;
        let article = tokens[i - 2].is(ARTICLE) && tokens[i - 2].span.len() < 3;
        if noun && article && !tokens[i].capital() {
            tags[i] = Tag::Noun;
        }
    }
}

/// "at a Tuesday meeting that", "at a big hearing": no participle, behind what describes it.
fn name_gatherings(
    document: &Document,
    language: &Language,
    tokens: &[Token],
    tags: &mut [Tag],
    start: usize,
) {
    let list = language.text.ing_noun;
    let people = ROLE.or(GROUP).or(MASCULINE).or(FEMININE).or(INSIDER);
    for i in start + 1..tokens.len() {
        let word = &tokens[i];
        if tags[i] != Tag::Ing || !list.may_open(word.front) || !list.has(document.slice(word.span))
        {
            continue;
        }
        let next = tags.get(i + 1).copied();
        let object = matches!(next, Some(Tag::Det | Tag::Poss | Tag::Name | Tag::ObjPron));
        let ends = next.is_none_or(|t| matches!(t, Tag::That | Tag::Mark) || t.finite());
        let described = match tags[i - 1] {
            Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num => true,
            // "Roe meeting Hale", "a man meeting with her"
            Tag::Name => !object,
            // "a large meeting in Nara", where "large" counts as a noun; not "a man meeting in Nara"
            Tag::Noun => ends || i > 1 && tags[i - 2] == Tag::Det && !tokens[i - 1].is_any(people),
            _ => false,
        };
        if described {
            tags[i] = Tag::Noun;
        }
    }
}

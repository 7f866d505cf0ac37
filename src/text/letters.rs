//! Letters behind a name, degrees and orders, set off by commas that part nothing: "Ada Roe, PhD, MPH, said".

use super::block::Document;
use super::tag::Tag;
use super::token::{Kind, Token};
use crate::lexicon::{ARTICLE, FEMININE, GROUP, INSIDER, Language, MASCULINE, ROLE, VERB_OR_NOUN};

/// What the mark of a comma is that stands inside a name: no mark that parts phrases. (A raised comma, which no page
/// of ours writes.)
pub const INNER_COMMA: char = '\u{2E34}';

/// Makes the letters behind the names in the tokens from `start` on, one block, parts of these names.
pub(super) fn join(
    document: &Document,
    language: &Language,
    tokens: &mut [Token],
    tags: &mut [Tag],
    start: usize,
) {
    let list = language.text.letters_behind_name;
    name_verbs(tokens, tags, start);
    name_posts(tokens, tags, start);
    name_gatherings(document, language, tokens, tags, start);
    for i in start + 2..tokens.len() {
        let listed = |t: &Token| list.may_open(t.front) && list.has(document.slice(t.span));
        if !tokens[i].capital() || !tokens[i - 1].is_mark(',') || !listed(&tokens[i]) {
            continue;
        }
        // "Ada Roe, MP for Nara, said": who she is.
        let closed = tokens
            .get(i + 1)
            .is_none_or(|t| matches!(t.kind, Kind::Mark(_)));
        if !closed || tags[i - 2] != Tag::Name {
            continue;
        }
        tokens[i - 1].kind = Kind::Mark(INNER_COMMA);
        tags[i] = Tag::Name;
        let behind = |k: usize| tags.get(i + k).copied();
        let goes_on = |tag: Option<Tag>| tag.is_some_and(|t| t.finite() || t == Tag::Coord);
        // "Ada Roe, PhD, said": no second comma is missed.
        if tokens.get(i + 1).is_some_and(|t| t.is_mark(','))
            && (goes_on(behind(2)) || behind(2) == Some(Tag::Adv) && goes_on(behind(3)))
        {
            tokens[i + 1].kind = Kind::Mark(INNER_COMMA);
        }
    }
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

/// Where what stands behind the name that ends right before token `end` begins: past its letters.
pub fn past(tokens: &[Token], end: usize) -> usize {
    let mut at = end;
    while (tokens.get(at)).is_some_and(|t| t.is_mark(INNER_COMMA) && !t.opens_block) {
        let word = (tokens.get(at + 1)).is_some_and(|t| t.is_word() && t.capital());
        at += 1 + usize::from(word && tokens.get(at + 2).is_none_or(|t| !t.is_word()));
    }
    at
}

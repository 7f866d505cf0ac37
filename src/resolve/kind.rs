//! Which kind of source a mention is, by the first rule that fits, with the words that show it.

use std::ops::Range;

use super::SourceKind;
use super::mention::{Phrase, plural};
use crate::lexicon::name::Anonymity;
use crate::lexicon::{
    DOCUMENT, GROUP, INSIDER, OFFICE, ORGANISATION, OUTLET, PARTY, PLACE, ROLE, SOCIAL, VAGUE,
};
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Kind, normal};

/// The kind of a description, and the words that show it. `mention` is the whole mention.
pub(super) fn of_phrase(
    text: &Text,
    phrase: &Phrase,
    mention: &Range<usize>,
) -> (SourceKind, Vec<Range<usize>>) {
    let head = &text.tokens[phrase.head];
    let shown = |kind| (kind, vec![phrase.head..phrase.head + 1]);
    let placed = anonymity(text, mention.clone());
    let human = head.is_any(ROLE.or(GROUP).or(VAGUE).or(INSIDER));
    let own = text.word(mention.start).eq_ignore_ascii_case("this")
        && text.is_one_of(
            phrase.head,
            "reporter correspondent newspaper paper website",
        );
    if own {
        return shown(SourceKind::SelfOutlet);
    }
    if human && let Some((_, words)) = placed {
        return (
            SourceKind::Anonymous,
            vec![phrase.head..phrase.head + 1, words],
        );
    }
    let many = plural(text, phrase.head);
    let lower = !head.capital() || super::run::opens(text, phrase.head);
    let modified = phrase.chunk.start < phrase.head;
    let bare =
        !phrase.definite && !phrase.indefinite && phrase.possessive.is_none() && !phrase.quantified;
    // What follows the noun: "voters in Nara", "members of the council".
    let hangs = text
        .tags
        .get(phrase.head + 1)
        .is_some_and(|t| matches!(t, Tag::Prep | Tag::Rel | Tag::Past | Tag::Ing))
        && phrase.head + 1 < mention.end;
    let named = (phrase.chunk.start..phrase.head).any(|i| {
        text.tokens[i].is_word()
            && text.tokens[i].capital()
            && (i > mention.start || text.tokens[i].is(PLACE) || !super::run::opens(text, i))
    });
    let post = head.is(SOCIAL) || text.is_one_of(phrase.head, "post posting posts");
    if post && head.is(DOCUMENT) && hangs && lower {
        return shown(SourceKind::Social);
    }
    if head.is_any(OUTLET) && lower {
        let own = text.tags[mention.start] == Tag::Det
            && text.word(mention.start).eq_ignore_ascii_case("this");
        return shown(if own {
            SourceKind::SelfOutlet
        } else {
            SourceKind::Outlet
        });
    }
    if head.is(INSIDER) {
        // A named office may share the word: "the Treasury's chief executive" is read as ROLE above.
        return shown(SourceKind::Anonymous);
    }
    if head.is(DOCUMENT) && !(head.is(ORGANISATION) && !lower) && !head.is(ROLE) {
        let loose = many
            && (bare || phrase.quantified && !phrase.definite)
            && !named
            && !hangs
            && !modified;
        return shown(
            if loose || phrase.quantified && indefinite_any(text, mention) {
                SourceKind::Vague
            } else {
                SourceKind::Document
            },
        );
    }
    if head.is(VAGUE) {
        return if (named || hangs && placed_by_name(text, phrase.head, mention))
            && !phrase.quantified
        {
            (
                SourceKind::Anonymous,
                vec![phrase.chunk.start..phrase.head + 1],
            )
        } else {
            shown(SourceKind::Vague)
        };
    }
    if head.is(ORGANISATION)
        && !(head.is(OFFICE) && (phrase.indefinite || text.word(phrase.head).ends_with("man")))
    {
        return shown(SourceKind::Organisation);
    }
    if head.is(ROLE) && head.is(OFFICE) && !head.is(GROUP) && !many {
        return shown(SourceKind::Official);
    }
    // "Investigators say": those whose case it is.
    if bare && many && text.is_one_of_any_case(phrase.head, ON_DUTY) {
        return shown(SourceKind::Group);
    }
    // "Two loggers": unnamed, and so many.
    let few = phrase.quantified || text.tags[mention.start] == Tag::Num;
    if few
        && many
        && head.is_any(ROLE.or(GROUP))
        && text.is_one_of_any_case(
            mention.start,
            "two three four five six seven eight nine ten",
        )
    {
        return shown(SourceKind::Anonymous);
    }
    if head.is(GROUP) {
        let loose_count = phrase.quantified && !phrase.definite && !hangs;
        let clear = !loose_count
            && (head.is_any(PLACE.or(OFFICE))
                || phrase.definite
                || phrase.possessive.is_some()
                || hangs
                || named
                || (phrase.chunk.start..phrase.head).any(|i| {
                    text.tokens[i].is_any(PARTY.or(PLACE).or(ROLE).or(GROUP).or(ORGANISATION))
                }));
        return shown(if clear {
            SourceKind::Group
        } else {
            SourceKind::Vague
        });
    }
    if head.is(ROLE) {
        // "the candidate": somebody the text has named, only we cannot tell whom.
        let taken_up = phrase.definite && !many && !hangs;
        return shown(if bare && many {
            SourceKind::Vague
        } else if taken_up {
            SourceKind::Unresolved
        } else {
            SourceKind::Anonymous
        });
    }
    // "policymakers", "backers": people by the ending of the word.
    if lower && many && head.classes.0 == 0 && people_ending(text.word(phrase.head)) {
        let clear = phrase.definite || phrase.possessive.is_some() || hangs || named;
        return shown(if clear && !phrase.quantified {
            SourceKind::Group
        } else {
            SourceKind::Vague
        });
    }
    if lower
        && !many
        && phrase.indefinite
        && head.classes.0 == 0
        && people_ending_of_one(text.word(phrase.head))
    {
        return shown(SourceKind::Anonymous);
    }
    if head.is(PARTY) {
        return shown(SourceKind::Unresolved);
    }
    let counted = (mention.start..phrase.head + 1).any(|i| {
        text.tags[i] == Tag::Num
            || text.tokens[i].kind == Kind::Number
            || text.tokens[i].is_mark('%')
    });
    if counted {
        return shown(SourceKind::Vague);
    }
    if phrase.quantified && head.classes.0 == 0 {
        return shown(SourceKind::Vague);
    }
    // "the Harris campaign's press shop": capitals that no table knows.
    if head.capital() && !super::run::opens(text, phrase.head) {
        return shown(SourceKind::Organisation);
    }
    shown(SourceKind::Unresolved)
}

/// People who speak of what is theirs to deal with, even without an article.
const ON_DUTY: &str = "relatives family investigators detectives officers deputies rescuers firefighters paramedics prosecutors";

/// Whether a plural ends as words for people do.
fn people_ending(word: &str) -> bool {
    "ers ors ists ees ians men crats folks"
        .split(' ')
        .any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

/// Whether a singular ends as words for people do: "speechwriter", "campaigner".
fn people_ending_of_one(word: &str) -> bool {
    "er or ist ian ee man woman"
        .split(' ')
        .any(|e| word.len() > e.len() + 3 && word.ends_with(e))
}

/// "any indicators"
fn indefinite_any(text: &Text, mention: &Range<usize>) -> bool {
    text.word(mention.start).eq_ignore_ascii_case("any")
}

/// Whether a name stands in what hangs on the head: "experts at Nara University".
fn placed_by_name(text: &Text, head: usize, mention: &Range<usize>) -> bool {
    (head + 1..mention.end).any(|i| text.tokens[i].is_word() && text.tokens[i].capital())
}

/// The first phrase of the anonymity table that stands in `words`, as tokens.
pub(super) fn anonymity(text: &Text, range: Range<usize>) -> Option<(Anonymity, Range<usize>)> {
    anonymities(text, range).next()
}

/// All phrases of the anonymity table that stand in `range`, in order.
pub(crate) fn anonymities<'t>(
    text: &'t Text,
    range: Range<usize>,
) -> impl Iterator<Item = (Anonymity, Range<usize>)> + 't {
    let mut scratch = String::new();
    let end = range.end;
    range.filter_map(move |i| {
        let token = &text.tokens[i];
        if !token.is_word() || token.span.len() > 20 {
            return None;
        }
        text.language
            .words
            .names
            .anonymity(normal(text.word(i), &mut scratch))
            .iter()
            .find(|(phrase, _)| {
                i + phrase.len() <= end
                    && phrase[1..]
                        .iter()
                        .enumerate()
                        .all(|(k, w)| text.word(i + 1 + k).eq_ignore_ascii_case(w))
            })
            .map(|(phrase, what)| (*what, i..i + phrase.len()))
    })
}

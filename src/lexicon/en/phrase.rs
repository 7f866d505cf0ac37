//! English words that `phrase` asks for.

use crate::lexicon::list::{Endings, List};
use crate::lexicon::lists::PhraseLists;

/// See [`PhraseLists`].
pub const LISTS: PhraseLists = PhraseLists {
    auxiliary_gerund: List::of("having being doing"),
    clause_opener: List::of("after before since until"),
    where_said: List::of("in on during after before via through"),
    anonymity: List::of("condition anonymity anonymously name named identified"),
    circumstance: List::of(
        "speaking writing appearing testifying citing quoting referring reading echoing asked pressed questioned",
    ),
    clause_opener_plural: List::of("as"),
    many: List::of("many"),
    time_noun: List::of("time"),
    ago: List::of("ago earlier later"),
    indefinite: List::of("a an"),
    each: List::of("each every"),
    floating: List::of("all both each"),
    definite: List::of("the this"),
    agent: List::of("by"),
    joins_subjects: List::of("and or"),
    including: List::of("including"),
    abstract_endings: Endings::of(&[
        "tion", "sion", "ment", "ance", "ence", "ity", "ness", "ics", "ies", "ture", "ology",
    ]),
    joins_objects: List::of("and"),
    connecting: List::of(
        "instance example part one hand course turn particular contrast comparison",
    ),
    of: List::of("of"),
    topic: List::of("about"),
    goal: List::of("to"),
    plural_ending: List::of("s"),
    no_plural_ending: List::of("ss"),
    most: List::of("most"),
    emphatic: List::of("itself himself herself themselves"),
    polled: List::of("polled surveyed interviewed contacted"),
    periodical: List::of("journal magazine newspaper website podcast"),
    campus: List::of(
        "Berkeley Davis Irvine Merced Riverside Angeles Diego Barbara Cruz Francisco Amherst Boulder Champaign Urbana \
         Madison Milwaukee Austin Arlington Dallas Arbor Hill Lincoln Omaha Lowell",
    ),
    those: List::of("those many some most several few others all"),
    out: List::of("out"),
    near: List::of("close loyal"),
    least: List::of("least most"),
    at: List::of("at"),
    than: List::of("than"),
    more: List::of("more less fewer"),
    as_many: List::of("as"),
    all: List::of("all every"),
    roughly: List::of("about around over under nearly almost roughly some virtually practically"),
    just: List::of("just only slightly"),
    document_leads: List::of("of by from to on about into"),
    of_for_and: List::of("of for and"),
    role_leads: List::of("of for at in to"),
};

//! English words that `phrase` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::PhraseLists;

/// See [`PhraseLists`].
pub const LISTS: PhraseLists = PhraseLists {
    auxiliary_gerund: List("having being doing"),
    clause_opener: List("after before since until"),
    clause_opener_plural: List("as"),
    many: List("many"),
    time_noun: List("time"),
    ago: List("ago earlier later"),
    indefinite: List("a an"),
    definite: List("the this"),
    agent: List("by"),
    joins_subjects: List("and or"),
    joins_objects: List("and"),
    connecting: List("instance example part one hand course turn particular contrast comparison"),
    of: List("of"),
    topic: List("about"),
    goal: List("to"),
    plural_ending: List("s"),
    no_plural_ending: List("ss"),
    most: List("most"),
    emphatic: List("itself himself herself themselves"),
    polled: List("polled surveyed interviewed contacted"),
    those: List("those"),
    out: List("out"),
    least: List("least most"),
    at: List("at"),
    than: List("than"),
    more: List("more less fewer"),
    as_many: List("as"),
    roughly: List("about around over under nearly almost roughly some"),
    just: List("just only slightly"),
};

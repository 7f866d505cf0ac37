//! What `phrase` asks a language for.

use crate::lexicon::list::{Endings, List};

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct PhraseLists {
    /// Auxiliaries in -ing, which open a subject: “having two mills made sense”.
    pub auxiliary_gerund: List,
    /// Prepositions that join a clause before a subject without article: “rose after officials said”.
    pub clause_opener: List,
    /// “in a column”: what opens a phrase of where or when somebody spoke.
    pub where_said: List,
    /// “speaking to growers”: what opens one of how somebody came to speak.
    pub circumstance: List,
    /// “anonymity”: what tells why somebody has no name.
    pub anonymity: List,
    /// The same before a plural alone: “as officials said”.
    pub clause_opener_plural: List,
    /// “as many as”.
    pub many: List,
    /// What ends a phrase of time without being a word of time, and before which no role goes on: “at that time”.
    pub time_noun: List,
    /// What ends a phrase of time that counts back: “two days ago”.
    pub ago: List,
    /// “a”, “an”.
    pub indefinite: List,
    /// What takes one by one: “each year of school”.
    pub each: List,
    /// What may stand behind the subject that it is of: “Ada Roe and Ito both said”.
    pub floating: List,
    /// Determiners of a time: “said the week before”.
    pub definite: List,
    /// What leads to who does a deed: “done by the mayor”.
    pub agent: List,
    /// Joins subjects: “the mayor and the council”.
    pub joins_subjects: List,
    /// Before examples of who is meant.
    pub including: List,
    /// Endings of nouns that are no person's: “Cooperation and Development”.
    pub abstract_endings: Endings,
    /// Joins noun phrases of one object.
    pub joins_objects: List,
    /// What phrases end with that join a sentence to the one before: “by contrast”, “on the other hand”.
    pub connecting: List,
    /// “of”.
    pub of: List,
    /// What leads to a topic, not to a part: “told the mayor about it”.
    pub topic: List,
    /// What leads on from a noun phrase to what it is done to.
    pub goal: List,
    /// How plurals end: “ministers”.
    pub plural_ending: List,
    /// How other words end that end as these do: “press”.
    pub no_plural_ending: List,
    /// “most of them”.
    pub most: List,
    /// “the firm itself”.
    pub emphatic: List,
    /// Who was asked: “voters polled said”.
    pub polled: List,
    /// How the places of universities end that have several: “the University of Texas, Austin”.
    pub campus: List,
    /// Nouns for what appears, right before its name: “the journal Nara Letters”.
    pub periodical: List,
    /// “those polled”.
    pub those: List,
    /// “one out of five”.
    pub out: List,
    /// What “to” goes on with inside a noun phrase: “people close to the mayor”.
    pub near: List,
    /// “at least”, “at most”.
    pub least: List,
    /// “at” of “at least”.
    pub at: List,
    /// “than” of “more than”.
    pub than: List,
    /// “more” of “more than”.
    pub more: List,
    /// “as” of “as many as”.
    pub as_many: List,
    /// What stands for the whole of them.
    pub all: List,
    /// What stands right before an amount: “about two thirds”.
    pub roughly: List,
    /// What stands before that: “just over two thirds”.
    pub just: List,
    /// What leads to what a document is of, by or about.
    pub document_leads: List,
    /// What joins an office with what it is of, or with another: “Director of”, “mayor and chairman”.
    pub of_for_and: List,
    /// What leads to where a role is held: “mayor of”.
    pub role_leads: List,
}

//! What `text` asks a language for.

use crate::lexicon::list::{Endings, List};

use super::cite::Phrases;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct TextLists {
    /// Forms that are verbs behind what is written, though they are nouns, too: “records show”.
    pub shown_by_document: List,
    /// Forms of verbs that are nouns, too, unless a particle of theirs follows: “points out”.
    pub with_particle: List,
    /// The particles of these.
    pub particle: List,
    /// Base forms that are their own past, and nouns: “the bank forecast that”.
    pub same_past: List,
    /// Words that are regions far more often than verbs.
    pub region: List,
    /// Verbs whose past participle is the base form: “have run”.
    pub same_participle: List,
    /// The pronoun that is written with a capital wherever it stands: “I”.
    pub capital_pronoun: List,
    /// The relative pronoun that is a determiner and a conjunction, too: “that”.
    pub that: List,
    /// The preposition that stands before an infinitive, too: “to”.
    pub to: List,
    /// The possessive that is an object, too: “her”.
    pub her: List,
    /// What makes a number of a pronoun before it: “one in five”, “one of them”.
    pub counts_pronoun: List,
    /// Degrees, orders and seats that stand behind a name as letters, with or without a comma: “Ada Roe, PhD,”.
    pub letters_behind_name: List,
    /// What a dotted degree of these opens with, where that is no single letter: “Ph.D.”.
    pub dotted_degree: List,
    /// What is cut off behind an apostrophe: “it’s”, “they’re”.
    pub clitic: Phrases,
    /// Verbs that are nouns before another noun: “think tanks”.
    pub noun_before: Pairs,
    /// Verbs that are adjectives behind a noun, before a preposition of theirs: “a source close to”.
    pub adjective_before: Pairs,
    /// Verbs that have a number for their subject: “four in ten say”.
    pub said_by_number: List,
    /// Verbs that have a determiner for their subject: “another says”, “some say”.
    pub said_by_determiner: List,
    /// “outside experts”: prepositions that tell which people are meant, right before them.
    pub side: List,
    /// Plurals without a plural’s ending: “people”.
    pub plural: List,
    /// How nouns end that no verb ends so: “-tion”, “-ness”; plurals among them.
    pub noun_ending: Endings,
    /// The ending of plurals and of the third person: “-s”.
    pub s_ending: &'static str,
    /// What ends so and is none: “-ss”.
    pub no_s_ending: &'static str,
    /// The ending of gerunds and present participles: “-ing”.
    pub ing_ending: &'static str,
    /// The ending of regular past forms: “-ed”.
    pub past_ending: &'static str,
    /// What ends so and is none: “-eed”.
    pub no_past_ending: &'static str,
    /// The ending of adverbs: “-ly”.
    pub adverb_ending: &'static str,
    /// Nouns that end as adverbs do: “a rally”.
    pub no_adverb: List,
    /// Nouns that end as participles do: “a meeting”.
    pub ing_noun: List,
    /// How adjectives end: “-ous”.
    pub adjective_ending: Endings,
    /// What a past form behind it does not describe: “those surveyed say”.
    pub those: List,
    /// Units of length, behind which raised digits are a power: “km²”.
    pub power_unit: List,
    /// First labels of the hosts of manuals and blogs: “docs.nara.example”.
    pub reference_host: List,
    /// First or second parts of the paths of such pages: “/docs/”.
    pub reference_path: List,
    /// How works are cited by author and year.
    pub work: WorkLists,
}

/// Words, each with those of which one must stand behind it.
pub type Pairs = &'static [(List, List)];

/// How works are cited by author and year: “see Okafor & Hale 2021, p. 4”.
#[derive(Clone, Copy, Debug)]
pub struct WorkLists {
    /// Words that lead to a work in a bracket: “see for example”.
    pub lead: List,
    /// How names end that are more than those given: “ et al.”, “ and others”.
    pub more: Phrases,
    /// Small words inside names: “van”.
    pub particle: List,
    /// Words that no author’s name has: months, “Figure”, “Since”.
    pub no_name: List,
    /// What leads to a place in a work: “p”, “fig”, without a stop.
    pub place: List,
    /// Small words between and behind names before a bracket: “and”.
    pub small_before: List,
    /// A small word of these that has a stop: “al.”.
    pub stopped: List,
    /// What parts the last two authors, and two works of a bracket: “ and ”.
    pub and: &'static str,
    /// What tells behind a work what it is named for: “2011 for an overview”.
    pub purpose: &'static str,
}

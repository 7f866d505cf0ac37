//! What `hint` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct HintLists {
    /// Cues of reporting, as lemmas, that tell of sums as well: “which added 40 boats”.
    pub also_sums: List,
    /// Nouns of those who came up in what is told, and say something there: “the caller”.
    pub bystander: List,
    /// Nouns of a source of which nothing is told: “a source”.
    pub bare: List,
    /// Behind “100 percent” that measures nothing.
    pub certain: List,
    /// Cues, as lemmas, of a crowd: “protesters chanted”.
    pub crowd_cue: List,
    /// Words of what befalls people, or comes to be counted case by case.
    pub befalls: List,
    /// What befalls people who are counted, in the words of their tolls, one list for each event.
    pub events: &'static [List],
    /// What opens a source that hardly anybody is: “few experts”.
    pub few: List,
    /// Cues, as lemmas, by which the writer tells of what is to come, as from nobody: “is expected to”.
    pub foretells: List,
    /// Words that open a paragraph which goes on from the one before: “These lands”.
    pub goes_on: List,
    /// The same, of two words.
    pub goes_on_phrases: &'static [&'static str],
    /// The pronoun that stands for nobody: “it is said”.
    pub it: List,
    /// Nouns of those who are near to somebody: “her husband”.
    pub kin: List,
    /// Nouns of data that no link could lead to: “the figures show”.
    pub loose_document: List,
    /// Names of times that are measured, not told roundly.
    pub measured_time: List,
    /// Behind “in” and a time that was meted out: “15 years in prison”.
    pub meted_out: List,
    /// Deeds that name a sum: “is suing them for $4 million”.
    pub metes_out: List,
    /// Words of a sentence that tells of a number that changed, or of another one.
    pub moves: List,
    /// Nouns of places that have a population.
    pub place: List,
    /// Behind a time that tells when: “30 minutes later”.
    pub behind_time: List,
    /// The unit that is told by the day: “24 hours”.
    pub hour: List,
    /// Nouns of what a text tells one by one: “five takeaways”.
    pub of_the_text: List,
    /// Names of occasions: “a thousand times”.
    pub occasion: List,
    /// The preposition of parts.
    pub of: List,
    /// What opens a source that was told of before: “the scientists”.
    pub taken_up: List,
    /// Before a number that takes up a group, or ranks: “those two”, “the top three”.
    pub takes_up: List,
    /// Before a small count that was given before: “those seven towns”.
    pub takes_up_count: List,
    /// The pronoun of people told of before.
    pub they: List,
    /// Before a count that ranks: “the top 100 songs”.
    pub top: List,
    /// Words of a document that is told to be of late, without a date.
    pub undated: List,
    /// Pronouns of a page that speaks for itself.
    pub we: List,
    /// Pronouns of the writer, as written.
    pub writer: List,
}

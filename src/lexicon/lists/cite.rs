//! What `cite` asks a language for.

use crate::lexicon::list::List;

/// Beginnings or endings of several words, as they are written, spaces included.
pub type Phrases = &'static [&'static str];

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct CiteLists {
    /// Articles that may stand before an outlet’s name: “(The Nara Times)”.
    pub article: List,
    /// What a line calls its sources: “Source: Port Office”.
    pub source: List,
    /// What an outlet stands behind that passed words on: “…, via Bloomberg”.
    pub via: List,
    /// Conjunctions that part what two marks cover: “fell by a third,[5] while prices rose”.
    pub contrast: List,
    /// Words without a letter of their own in a short form: “the birds of the coast (BC)”.
    pub small_in_name: List,
    /// Words of linked words that point: “click here to see”.
    pub points: List,
    /// First words of linked words that point, or are the page’s own: “as we told before”.
    pub points_first: List,
    /// First words, with a capital, of linked words that ask something of the reader: “Get 12 percent off”.
    pub orders_first: List,
    /// What leads to an address: “see https://…”.
    pub see: List,
    /// How an entry begins that names what somebody told the author: “Interview with Ada Roe”.
    pub told: Phrases,
    /// Words by which the writer of a note speaks: “A guess of mine”.
    pub writer: List,
    /// What leads to a place in a work: “p. ”, “table ”; the likelier first.
    pub locator: Phrases,
    /// What stands behind a work, of where and when it was looked at, and its numbers: “ accessed ”.
    pub behind_work: Phrases,
    /// Months and seasons, whole and short.
    pub month: List,
    /// Words that end in a stop inside a title: “St. ”, “vol. ”.
    pub title_abbreviation: List,
    /// The same inside the name of a journal or publisher: “Proc. ”.
    pub container_abbreviation: List,
    /// What leads to the work around: “In ”.
    pub container_lead: Phrases,
    /// What leads to a number behind a journal: “Vol. ”.
    pub volume: List,
    /// What is cut off the end of a journal’s name: “ vol”.
    pub volume_end: Phrases,
    /// Words in the name of a publisher: “Press”.
    pub publisher: List,
    /// First words of what is no journal or publisher.
    pub no_container: List,
    /// The same where many words follow.
    pub no_long_container: List,
    /// What stands behind authors: “ (eds.)”, “ et al.”.
    pub behind_authors: Phrases,
    /// What parts the last two authors: “ and ”.
    pub between_authors: Phrases,
    /// What stands behind a name, without its stop: “Jr”.
    pub name_end: List,
    /// The same between two names of a list, with its stop.
    pub name_end_alone: List,
    /// Small words inside names: “van”.
    pub name_particle: List,
    /// Words that no author’s name has.
    pub no_name: List,
}

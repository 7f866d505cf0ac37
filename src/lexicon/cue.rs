//! The cue table: verbs that signal an attribution, with the frames they do it in.

use super::forms::kept;
use super::inflect::regular;
use super::{Row, one_of, rows};

/// How a cue takes its content, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(pub u16);

impl Frames {
    /// A quotation follows or precedes.
    pub const QUOTATION: Frames = Frames(1);
    /// A that-clause follows.
    pub const THAT: Frames = Frames(2);
    /// A clause follows without "that".
    pub const CLAUSE: Frames = Frames(4);
    /// A question follows: whether, how, what.
    pub const QUESTION: Frames = Frames(8);
    /// An infinitive follows.
    pub const INFINITIVE: Frames = Frames(16);
    /// A noun phrase follows.
    pub const OBJECT: Frames = Frames(32);
    /// The content precedes: "…, she said".
    pub const TRAILING: Frames = Frames(64);
    /// The addressee stands between cue and content: "told reporters that".
    pub const ADDRESSEE: Frames = Frames(128);

    /// Whether any frame of `other` is in.
    pub const fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    /// The frames that the letters of the table stand for, or the letter that is unknown.
    pub fn parse(letters: &str) -> Result<Frames, char> {
        letters.chars().try_fold(Frames(0), |all, letter| {
            let frame = match letter {
                'q' => Frames::QUOTATION,
                't' => Frames::THAT,
                'z' => Frames::CLAUSE,
                'w' => Frames::QUESTION,
                'i' => Frames::INFINITIVE,
                'n' => Frames::OBJECT,
                'c' => Frames::TRAILING,
                'a' => Frames::ADDRESSEE,
                '-' => Frames(0),
                other => return Err(other),
            };
            Ok(Frames(all.0 | frame.0))
        })
    }
}

/// What a cue says of the act: a report of words, or of a belief, wish or attitude.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CueClass {
    /// say, write, announce, find, accuse.
    #[default]
    Reporting,
    /// think, want, support, expect.
    Attitude,
}

/// How a cue stands to its content: a verb by its row in the cue table, any other word by its row in
/// `stances.txt`; `resolve::stance` reads it of the whole cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    /// "said".
    #[default]
    Neutral,
    /// "claimed", "alleged".
    Claims,
    /// "denied", "rejected".
    Denies,
    /// "confirmed", "admitted".
    Confirms,
    /// "suggested", "may".
    Hedged,
    /// "did not indicate", "declined to say".
    Negated,
}

impl Stance {
    /// The stance by its name in the tables; none for another word. The module's cue table has an empty
    /// field for what most cues have.
    pub fn parse(name: &str) -> Option<Stance> {
        Some(match name {
            "neutral" | "" => Stance::Neutral,
            "claims" => Stance::Claims,
            "denies" => Stance::Denies,
            "confirms" => Stance::Confirms,
            "hedged" => Stance::Hedged,
            "negated" => Stance::Negated,
            _ => return None,
        })
    }
}

/// One cue verb.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// The lemma.
    pub lemma: &'static str,
    /// Base, third person, past, participle, -ing form, parted by spaces.
    pub forms: &'static str,
    /// Base and third person are as often a noun.
    pub noun: bool,
    /// Its frames.
    pub frames: Frames,
    /// Prepositions that lead its content ("accused of"), parted by spaces; empty for none.
    pub prepositions: &'static str,
    /// Reporting or attitude.
    pub class: CueClass,
    /// How it stands to its content.
    pub stance: Stance,
    /// A sentence that shows it.
    pub example: &'static str,
}

impl Cue {
    /// Whether `preposition` (lower case) leads its content.
    pub fn leads(&self, preposition: &str) -> bool {
        one_of(preposition, self.prepositions)
    }
}

/// All cues.
#[derive(Debug, Default)]
pub struct Cues {
    /// The rows, in table order.
    pub rows: Vec<Cue>,
}

/// The table's text.
pub const TABLE: &str = crate::lexicon::table!("en/cues.txt");

impl Cues {
    /// Reads the table; a row that does not parse is left out here and refused by the tests.
    pub fn read() -> Cues {
        let rows = rows(TABLE).iter().filter_map(Cues::row).collect();
        Cues { rows }
    }

    /// One row of the table; the module's has empty fields for what most cues have.
    pub fn row(row: &Row) -> Option<Cue> {
        let [
            lemma,
            forms,
            noun,
            frames,
            prepositions,
            class,
            stance,
            example,
        ] = *row;
        Some(Cue {
            lemma,
            forms: match forms {
                "-" | "" => kept(regular(lemma)),
                some => some,
            },
            noun: noun == "noun",
            frames: Frames::parse(frames).ok()?,
            prepositions: match prepositions {
                "-" => "",
                some => some,
            },
            class: match class {
                "reporting" | "" => CueClass::Reporting,
                "attitude" => CueClass::Attitude,
                _ => return None,
            },
            stance: Stance::parse(stance)?,
            example,
        })
    }
}

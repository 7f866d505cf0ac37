//! Candidates for what a mention stands for, what speaks for and against each, and the chooser.

use std::ops::Range;

use crate::rule::Rule;

/// Whom or what a mention stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A name of the text, as an index into its entities.
    Entity(usize),
    /// A source found before, which has no name.
    Source(usize),
    /// A description, as tokens: "a student at Duke".
    Words(Range<usize>),
    /// Whom a pronoun at this token stands for that nobody was found for: the text goes on with somebody whom we
    /// do not know, rather than with who was named before.
    Someone(usize),
}

/// What is known of a candidate from where a mention looks back at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// Sentences since its last mention; 0 in the mention's own.
    pub(super) back: usize,
    /// Whether its last mention stands in the mention's paragraph.
    pub(super) same_paragraph: bool,
    /// Whether its last mention is what its sentence speaks of.
    pub(super) subject: bool,
    /// Whether its last mention is a pronoun: the text goes on with it.
    pub(super) taken_up: bool,
    /// Whether its last mention hangs on a preposition or owns something.
    pub(super) dependent: bool,
    /// Sentences since it spoke.
    pub(super) spoke: Option<usize>,
    /// Whether nobody has spoken, and nobody been spoken of, since.
    pub(super) spoke_last: bool,
    /// Whether the text turned to it after the last words that somebody spoke.
    pub(super) came_up: bool,
    /// Whether the mention is itself what speaks, so that who spoke may go on.
    pub(super) speaks: bool,
    /// Whether the mention stands in what it says: "Roe said he was there".
    pub(super) says: bool,
    /// Whether its gender is known, and the mention's.
    pub(super) gender_known: bool,
    /// Whether its last mention stands in what somebody else has said: who is spoken of seldom speaks next.
    pub(super) spoken_of: bool,
    /// Whether nothing but its verb says that it is a person at all.
    pub(super) maybe: bool,
    /// Whether it is told by a description alone, or was last.
    pub(super) unnamed: bool,
    /// Whether it has spoken, or been what a sentence speaks of by its own name.
    pub(super) led: bool,
    /// Whether it ends the front right before the mention: "in a text by Roe, he".
    pub(super) fronts: bool,
    /// Whether somebody has just asked it.
    pub(super) was_asked: bool,
    /// Whether it has just asked somebody, and the mention answers.
    pub(super) has_asked: bool,
    /// How often it has been mentioned.
    pub(super) mentions: usize,
}

/// What speaks for and against a person, by name.
const REASONS: [&str; 17] = [
    "spoke last",
    "says of itself",
    "came up since",
    "subject",
    "taken up",
    "spoken of",
    "same sentence",
    "without a name",
    "may be no person",
    "dependent",
    "same paragraph",
    "gender known",
    "often mentioned",
    "far back",
    "ends the front",
    "was asked",
    "has asked",
];

/// How much each of [`REASONS`] says, in points that were chosen by hand and held against open texts of many genres
/// (the measurement is in `tests.rs`). Not a function for each: a pronoun is weighed against a dozen persons.
fn points(f: &Features) -> [i32; REASONS.len()] {
    [
        // spoke last
        match f.spoke {
            Some(0..=2) if f.spoke_last && f.speaks => 4,
            Some(3) if f.spoke_last && f.speaks => 3,
            Some(0..=5) if f.spoke_last => 1,
            _ => 0,
        },
        // says of itself
        4 * i32::from(f.says),
        // came up since
        2 * i32::from(f.came_up),
        // subject
        2 * i32::from(f.subject && !(f.spoken_of && f.speaks)),
        // taken up
        2 * i32::from(f.taken_up && f.back < 2 && !(f.spoken_of && f.speaks)),
        // spoken of
        -4 * i32::from(f.spoken_of && f.speaks),
        // same sentence
        i32::from(f.back == 0),
        // without a name
        -i32::from(f.unnamed),
        // may be no person
        -2 * i32::from(f.maybe),
        // dependent
        -2 * i32::from(f.dependent && (f.speaks || f.back > 0)),
        // same paragraph
        i32::from(f.same_paragraph),
        // gender known
        i32::from(f.gender_known),
        // often mentioned
        i32::from(f.mentions > 2),
        // far back
        -(f.back.saturating_sub(1).min(6) as i32),
        // ends the front
        2 * i32::from(f.fronts),
        // was asked
        4 * i32::from(f.was_asked),
        // has asked
        -4 * i32::from(f.has_asked),
    ]
}

/// A candidate with its features.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) who: Who,
    pub(super) features: Features,
    /// What it weighs.
    pub(super) points: i32,
}

impl Candidate {
    pub(super) fn new(who: Who, features: Features) -> Candidate {
        let points = points(&features).iter().sum();
        Candidate {
            who,
            features,
            points,
        }
    }

    /// What speaks for and against it, by name.
    pub(super) fn reasons(&self) -> impl Iterator<Item = (&'static str, i32)> {
        let told = REASONS.into_iter().zip(points(&self.features));
        told.filter(|(_, points)| *points != 0)
    }
}

/// A candidate as `--explain` tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Its name, or the words of its description.
    pub name: String,
    /// What speaks for and against it, in points; empty where it could not be meant at all.
    pub reasons: Vec<(&'static str, i32)>,
    /// The guard that kept it out, by name.
    pub refused: Option<&'static str>,
}

impl Weighed {
    /// What it weighs.
    pub fn points(&self) -> i32 {
        self.reasons.iter().map(|(_, points)| points).sum()
    }
}

impl std::fmt::Display for Weighed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(guard) = self.refused {
            return write!(f, "{}: out, {guard}", self.name);
        }
        write!(f, "{}: {:+} points", self.name, self.points())?;
        for (i, (reason, points)) in self.reasons.iter().enumerate() {
            write!(f, "{} {reason} {points:+}", if i == 0 { " =" } else { "," })?;
        }
        Ok(())
    }
}

/// A rule that tells who is meant.
#[derive(Debug)]
pub(super) struct WhoRule {
    /// Whether what it told was right as often as what is sure must be: counted on labelled pages, rule by rule
    /// (`tests/RIGHT.md` has the last count).
    pub(super) sure: bool,
    pub(super) rule: Rule,
}

/// A choice among candidates.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Who it is; none where no candidate leads by enough.
    pub(super) winner: Option<Who>,
    /// Who comes next.
    pub(super) runner_up: Option<Who>,
    /// By how many points the first leads the second; 0 without a second.
    pub(super) margin: u32,
    /// Which rule chose.
    pub(super) rule: &'static WhoRule,
    /// All that could be meant, the weightiest first.
    pub(super) all: Vec<Candidate>,
}

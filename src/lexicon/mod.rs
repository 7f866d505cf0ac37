//! Words and their classes, read once from the tables in `en/`. Read-only; it never sees a document.
//!
//! A plain table is a text file of rows `forms | classes | example`: word forms parted by spaces, all
//! lower case with a straight apostrophe; the classes they get, by the names below; and a sentence
//! that holds one of the forms. Blank lines and lines that start with `#` are comments.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use forms::Forms;

/// The text of a table: as it stands, with its examples, or stripped of them in the wasm module.
macro_rules! table {
    ($name:literal) => {{
        #[cfg(not(target_family = "wasm"))]
        {
            include_str!($name)
        }
        #[cfg(target_family = "wasm")]
        {
            include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $name))
        }
    }};
}
pub(crate) use table;

pub mod cue;
pub mod figure;
pub mod forms;
pub mod inflect;
pub mod name;
pub mod other;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

impl Classes {
    /// Whether all classes of `other` are in.
    pub const fn contains(self, other: Classes) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any class of `other` is in.
    pub const fn intersects(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Bit { $($name),* }
        $($(#[$doc])+ pub const $name: Classes = Classes(1 << Bit::$name as u8);)*
        /// Every class by the name that the tables use.
        const NAMES: &[(&str, Classes)] = &[$((stringify!($name), $name)),*];
    };
}

classes! {
    /// a, an, the.
    ARTICLE;
    /// this, some, every, no, many, both; articles and possessives too.
    DETERMINER;
    /// his, her, their.
    POSSESSIVE;
    /// he, she, they, it, I, we, you, who, this, one: what may stand as a subject.
    PRONOUN;
    /// him, her, them, me, us.
    OBJECT_PRONOUN;
    /// of, in, on, by.
    PREPOSITION;
    /// and, or, but, nor.
    COORDINATOR;
    /// because, although, while, after: opens a clause of its own.
    SUBORDINATOR;
    /// whether, if, how, why, what: opens a clause that can be content.
    INTERROGATIVE;
    /// who, which, whom, whose, that.
    RELATIVE;
    /// Forms of be.
    BE;
    /// Forms of have.
    HAVE;
    /// Forms of do.
    DO;
    /// will, would, can, may, must.
    MODAL;
    /// not, never, n't forms.
    NEGATION;
    /// also, later, again, recently: words that stand around a verb.
    ADVERB;
    /// Monday … Sunday.
    WEEKDAY;
    /// January … December.
    MONTH;
    /// yesterday, today, tonight, week, month, year, morning.
    TIME;
    /// last, next, earlier, late: words that make a time of what follows.
    TIME_MODIFIER;
    /// Mr., Sen., President, Prof.: stands before a name.
    TITLE;
    /// An abbreviation that keeps its full stop.
    ABBREVIATION;
    /// Words that regularly open a sentence: the, he, but, in.
    OPENER;
    /// Spelled-out numerals.
    NUMERAL;
    /// third, quarters, tens: opens a figure in the right company.
    FRACTION;
    /// A finite or base verb form that cannot be a noun, or seldom is.
    VERB;
    /// A verb form that is as often a noun ("plan", "vote").
    VERB_OR_NOUN;
    /// A past form ("went"), which tells a clause from a noun phrase.
    PAST;
    /// Adjectives that precede a noun and are no verbs.
    ADJECTIVE;
    /// reportedly, allegedly: an attribution without a source.
    HEDGE;
    /// spokesman, minister, chief: what a person is.
    ROLE;
    /// ministry, agency, police, company: what an organisation is.
    ORGANISATION;
    /// report, memo, study, poll, lawsuit: what a document is.
    DOCUMENT;
    /// officials, residents, protesters: people by the lot.
    GROUP;
    /// experts, critics, analysts, observers: nobody in particular.
    VAGUE;
    /// newspaper, magazine, agency, network; and the names of outlets of one word.
    OUTLET;
    /// Given names of men.
    MALE;
    /// Given names of women.
    FEMALE;
    /// Words for a man: man, father, spokesman, Mr.
    MASCULINE;
    /// Words for a woman: woman, mother, spokeswoman, Mrs.
    FEMININE;
    /// Nationalities and places that are no persons.
    PLACE;
    /// north, western: stands before a place.
    PLACE_PART;
    /// Republican, Labour: stands before an office or a group.
    PARTY;
    /// Roles that speak for an office, even without a name: governor, spokesman, judge.
    OFFICE;
    /// Nouns that end as adverbs do: family, assembly.
    NOUN;
    /// plan, schedule, size: what things go "according to", without an article.
    MANNER;
    /// leads, heads, represents: "who leads the council" tells a role.
    SERVES;
    /// official, aide, source: unnamed, but placed by their work.
    INSIDER;
    /// Times, Post, Herald: the last word of an outlet's name.
    MASTHEAD;
    /// Opens the name of a newspaper by when it comes out: morning, daily.
    ISSUE;
    /// Social networks, and posting there.
    SOCIAL;
    /// dozens, number, group: "of" follows, and the head stands behind it.
    PARTITIVE;
}

/// What the lexicon knows of a word form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// Its row in the cue table plus one; 0 for none.
    pub cue: u16,
}

/// Every plain table, in reading order.
pub const TABLES: &[(&str, &str)] = &[
    ("function_words.txt", table!("en/function_words.txt")),
    ("verbs.txt", table!("en/verbs.txt")),
    ("abbreviations.txt", table!("en/abbreviations.txt")),
    ("fractions.txt", table!("en/fractions.txt")),
    ("titles.txt", table!("en/titles.txt")),
    ("roles.txt", table!("en/roles.txt")),
    ("organisations.txt", table!("en/organisations.txt")),
    ("documents.txt", table!("en/documents.txt")),
    ("groups.txt", table!("en/groups.txt")),
    ("media.txt", table!("en/media.txt")),
    ("places.txt", table!("en/places.txt")),
    ("given_names.txt", table!("en/given_names.txt")),
];

/// All word forms.
#[derive(Debug)]
pub struct Lexicon {
    /// By [`key`]; every word of a text is looked up here.
    short: FxHashMap<(u64, u64), Entry>,
    /// The forms that are too long for a key.
    long: Forms<'static, Entry>,
    /// The cue table.
    pub cues: cue::Cues,
    /// Names of several words, outlets, and phrases about sources.
    pub names: name::KnownNames,
}

impl Lexicon {
    /// What is known of `form` (lower case, straight apostrophe).
    pub fn get(&self, form: &str) -> Option<Entry> {
        match key(form) {
            Some(key) => self.short.get(&key),
            None => self.long.get(form),
        }
        .copied()
    }

    /// Gives `form` the classes too; its entry.
    fn add(&mut self, form: &str, classes: Classes) -> &mut Entry {
        let entry = match key(form) {
            Some(key) => self.short.entry(key).or_default(),
            None => self.long.entry(form.to_owned()),
        };
        entry.classes = entry.classes.or(classes);
        entry
    }

    /// The cue row of an entry, if the word is a cue.
    pub fn cue(&self, entry: Entry) -> Option<&cue::Cue> {
        self.cues.rows.get(usize::from(entry.cue).checked_sub(1)?)
    }

    /// Whether `form` without its full stop is an abbreviation.
    pub fn is_abbreviation(&self, form: &str) -> bool {
        self.get(form)
            .is_some_and(|e| e.classes.intersects(ABBREVIATION))
    }
}

/// The bytes of a form of at most sixteen as two numbers, which compare faster than strings do.
fn key(form: &str) -> Option<(u64, u64)> {
    let bytes = form.as_bytes();
    let len = bytes.len();
    if len > 16 {
        return None;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        // The last eight bytes overlap the first; what both hold is shifted out.
        let rest = u64::from_le_bytes(*last).checked_shr(8 * (16 - len as u32));
        return Some((u64::from_le_bytes(*first), rest.unwrap_or(0)));
    }
    let byte = |all, b: &u8| all << 8 | u64::from(*b);
    Some((bytes.iter().rev().fold(0, byte), 0))
}

/// The rows of a plain table: forms, classes, example. A row that does not parse is skipped here and
/// refused by the tests.
pub fn rows(
    table: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .filter_map(|l| {
            let mut fields = l.splitn(3, '|').map(str::trim);
            Some((fields.next()?, fields.next()?, fields.next().unwrap_or("")))
        })
}

/// The class set that `names` (parted by spaces) stand for, or the name that is unknown.
pub fn classes(names: &str) -> Result<Classes, &str> {
    names.split_whitespace().try_fold(Classes(0), |all, name| {
        NAMES
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, c)| all.or(*c))
            .ok_or(name)
    })
}

/// The lexicon, built at first use.
pub fn words() -> &'static Lexicon {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
        let mut lexicon = Lexicon {
            short: FxHashMap::default(),
            long: Forms::default(),
            cues: cue::Cues::read(),
            names: name::KnownNames::read(),
        };
        for (_, table) in TABLES {
            for (words, names, _) in rows(table) {
                let Ok(set) = classes(names) else { continue };
                for word in words.split_whitespace() {
                    let base = word.trim_end_matches(inflect::AND_S);
                    lexicon.add(base, set);
                    if base.len() < word.len() {
                        lexicon.add(&inflect::with_s(base), set);
                    }
                }
            }
        }
        let rows = std::mem::take(&mut lexicon.cues.rows);
        for (i, row) in rows.iter().enumerate() {
            for (k, form) in row.forms.split_ascii_whitespace().enumerate() {
                let classes = match k {
                    0 | 1 if row.noun => VERB_OR_NOUN,
                    2 | 3 => VERB.or(PAST),
                    4 => Classes(0),
                    _ => VERB,
                };
                lexicon.add(form, classes).cue = i as u16 + 1;
            }
        }
        lexicon.cues.rows = rows;
        lexicon
    });
    &WORDS
}

/// Whether `word` is one of `words`, which stand parted by spaces.
#[inline(never)]
pub fn one_of(word: &str, words: &str) -> bool {
    let (word, all) = (word.as_bytes(), words.as_bytes());
    let mut at = 0;
    while let Some(rest) = all.get(at..)
        && rest.len() >= word.len()
    {
        if rest.starts_with(word) && rest.get(word.len()).is_none_or(|b| *b == b' ') {
            return true;
        }
        at += rest.iter().position(|b| *b == b' ').unwrap_or(rest.len()) + 1;
    }
    false
}

//! Words and their classes, read once from the tables in `en/`. Read-only; it never sees a document.
//!
//! A plain table is a text file of rows `forms | classes | example`: word forms parted by spaces, all
//! lower case with a straight apostrophe; the classes they get, by the names below; and a sentence
//! that holds one of the forms. Blank lines and lines that start with `#` are comments.

use forms::Forms;
use short::{Short, key};

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

pub mod classes;
pub mod cue;
pub mod en;
pub mod figure;
pub mod forms;
pub mod inflect;
pub mod language;
pub mod list;
pub mod lists;
pub mod name;
pub mod other;
pub mod packed;
pub mod short;

pub use classes::*;
pub use language::{Language, english};

/// What the lexicon knows of a word form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// Its row in the cue table plus one; 0 for none.
    pub cue: u16,
}

/// Every plain table, in reading order. The module has them as one, `words.txt`.
#[cfg(not(target_family = "wasm"))]
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

/// What the second look at doubtful tags has learned; `text::perceptron` says how it is written.
pub const TAGGER_WEIGHTS: &str = include_str!("en/tagger.weights");

/// All word forms.
#[derive(Debug)]
pub struct Lexicon {
    /// By [`key`].
    short: Short,
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
        match key(form.as_bytes()) {
            Some(key) => self.short.get(key),
            None => self.long.get(form),
        }
        .copied()
    }

    /// What is known of a short word as it is written, in ASCII; nothing where it is too long for a key.
    #[inline(always)]
    pub fn get_plain(&self, word: &[u8]) -> Option<Entry> {
        self.short.get(key(word)?).copied()
    }

    /// Gives `form` the classes too; its entry.
    fn add(&mut self, form: &str, classes: Classes) -> &mut Entry {
        let entry = match key(form.as_bytes()) {
            Some(key) => self.short.entry(key),
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

/// The fields of a row; those that it lacks are empty. No table has more than eight.
pub type Row = [&'static str; 8];

/// The rows of a table. One that does not parse is skipped by its reader and refused by the tests.
#[inline(never)]
pub fn rows(table: &'static str) -> Vec<Row> {
    let lines = table.lines();
    let full = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    full.map(row).collect()
}

/// The fields of a line.
pub fn row(line: &'static str) -> Row {
    let mut row = [""; 8];
    for (field, words) in row.iter_mut().zip(line.split('|')) {
        *field = words.trim();
    }
    row
}

/// The rows of all plain tables: classes, and the list of forms.
#[cfg(not(target_family = "wasm"))]
fn plain_rows() -> impl Iterator<Item = (Classes, &'static str)> {
    let all = TABLES.iter().flat_map(|(_, table)| rows(table));
    all.filter_map(|[words, names, ..]| Some((classes(names).ok()?, words)))
}

/// The rows of all plain tables: classes, as letters, and the list of forms.
#[cfg(target_family = "wasm")]
fn plain_rows() -> impl Iterator<Item = (Classes, &'static str)> {
    let all = rows(table!("words.txt")).into_iter();
    all.map(|[words, letters, ..]| (Classes::of_letters(letters), words))
}

/// Shows each word of a list in a table.
pub fn listed(words: &str, show: impl FnMut(&str)) {
    #[cfg(not(target_family = "wasm"))]
    words.split_whitespace().for_each(show);
    #[cfg(target_family = "wasm")]
    packed::unpack(words, show);
}

/// About how many short forms the tables of words have (7,702 on 30 November 2026).
const ABOUT_SHORT: usize = 8_000;

/// Reads the tables of words.
fn read() -> Lexicon {
    let mut lexicon = Lexicon {
        short: Short::for_entries(ABOUT_SHORT),
        long: Forms::default(),
        cues: cue::Cues::read(),
        names: name::KnownNames::read(),
    };
    for (set, words) in plain_rows() {
        listed(words, |word| {
            lexicon.add(word, set);
        });
    }
    let rows = std::mem::take(&mut lexicon.cues.rows);
    for (i, row) in rows.iter().enumerate() {
        for (k, form) in row.forms.split(' ').enumerate() {
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
}

/// Whether a word that opens a sentence is an adverb by its ending: "Eventually Ito said"; not so
/// "Connolly said", "McNally said".
pub(crate) fn is_adverb(word: &str) -> bool {
    word.len() > 6
        && word.strip_suffix("ly").is_some_and(|stem| {
            matches!(
                stem.as_bytes(),
                [.., b'b' | b'd' | b'e' | b'g' | b's' | b't'] | [.., b'a', b'l' | b'r']
            )
        })
        && !word.as_bytes()[1..].iter().any(u8::is_ascii_uppercase)
}

/// Whether a word is the -ing form of a verb that the table knows: "Taking Ito along"; not so "Sterling".
pub(crate) fn is_participle(words: &Lexicon, word: &str) -> bool {
    word.strip_suffix("ing").is_some_and(|stem| {
        let base = [stem, "e"].concat().to_ascii_lowercase();
        let known = |form| words.get(form).is_some_and(|e| e.classes.intersects(VERB));
        known(&base) || known(&base[..stem.len()])
    })
}

/// Whether `word` is one of `words`, which stand parted by single spaces; in alphabetical order where they open
/// with one.
pub fn one_of(word: impl AsRef<[u8]>, words: &str) -> bool {
    among(word.as_ref(), words.as_bytes())
}

/// The words of `table`, which stand parted by single spaces, two by two.
pub(crate) fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut words = table.split(' ');
    std::iter::from_fn(move || Some((words.next()?, words.next()?)))
}

/// The same as [`one_of`] for a word in any case; `words` are in lower case.
#[inline(never)]
pub fn one_of_any_case(word: &[u8], words: &str) -> bool {
    let words = words.as_bytes();
    match words {
        [b' ', words @ ..] => list::halved(word, words, true),
        _ => passes(word, words, <[u8]>::eq_ignore_ascii_case),
    }
}

#[inline(never)]
fn among(word: &[u8], words: &[u8]) -> bool {
    match words {
        [b' ', words @ ..] => list::halved(word, words, false),
        // Beyond the ends of a line the words are empty.
        _ => !word.is_empty() && passes(word, words, |word, same| word == same),
    }
}

#[inline(always)]
fn passes(word: &[u8], mut rest: &[u8], same: fn(&[u8], &[u8]) -> bool) -> bool {
    loop {
        let len = before_space(rest);
        // Most words fall by their length, which costs less than to compare letters.
        if len == word.len() && same(word, &rest[..len]) {
            return true;
        }
        match rest.get(len + 1..) {
            Some(more) => rest = more,
            None => return false,
        }
    }
}

/// How many bytes stand before the first space.
fn before_space(bytes: &[u8]) -> usize {
    // Eight bytes at once: a byte that is zero once the space is taken out of it borrows from its highest
    // bit, the lowest such byte first (Warren, Hacker's Delight, section 6-1).
    let mut rest = bytes;
    while let Some((eight, behind)) = rest.split_first_chunk() {
        let differ = u64::from_le_bytes(*eight) ^ u64::from_le_bytes([b' '; 8]);
        let (low, high) = (u64::from_le_bytes([1; 8]), u64::from_le_bytes([0x80; 8]));
        let zero = differ.wrapping_sub(low) & !differ & high;
        if zero != 0 {
            return bytes.len() - rest.len() + zero.trailing_zeros() as usize / 8;
        }
        rest = behind;
    }
    let last = rest.iter().position(|b| *b == b' ');
    last.map_or(bytes.len(), |at| bytes.len() - rest.len() + at)
}

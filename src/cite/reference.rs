//! An entry of a page's list of references, read: who wrote what, where and when, as far as the entry's own
//! form tells. What is unsure is left out; the reader sees the entry as the page writes it.

mod parts;
mod style;

use crate::lexicon::language::Language;
use crate::lexicon::lists::CiteLists;
use crate::text::block;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A work: an article, a book, a report, a page.
    Document,
    /// What somebody said or wrote to the author: "Interview with …".
    Person,
    /// A remark of the author; it names no work.
    Remark,
}

impl Kind {
    /// Its name at the border.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Document => "document",
            Kind::Person => "person",
            Kind::Remark => "remark",
        }
    }
}

/// What was read of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Authors in order, each as the entry writes it ("Hale, Miriam", "Okafor, J."); bodies among them.
    pub authors: Vec<String>,
    /// The work's title, without quotation marks.
    pub title: Option<String>,
    /// What it appeared in, or who published it.
    pub container: Option<String>,
    /// The year, with its letter: "2021a".
    pub year: Option<String>,
    /// The place in the work: "p. 14", "table 4".
    pub locator: Option<String>,
    /// The DOI, without its resolver: "10.1234/ab.c".
    pub doi: Option<String>,
    /// The address that the entry writes out.
    pub url: Option<String>,
    /// What it is; none where that is unsure.
    pub kind: Option<Kind>,
}

/// How many entries back “Ibid.” is followed.
const IBIDEM: usize = 40;

/// The entry that one means which names no work but the one before (“Ibid., p. 7”): the next before it that is
/// not of the kind itself.
pub fn meant(entries: &[block::Reference], i: usize) -> Option<usize> {
    let same = |i: &usize| parts::is_ibid(&entries[*i].text);
    if !same(&i) {
        return None;
    }
    (i.saturating_sub(IBIDEM)..i).rev().find(|b| !same(b))
}

/// Reads an entry as a language writes such: a pure function of its text, for when a card asks.
pub fn read(entry: &str, language: &Language) -> Reference {
    let lists = &language.cite;
    let mut found = Reference {
        doi: parts::doi(entry),
        url: parts::address(entry),
        locator: parts::locator(entry, lists),
        ..Reference::default()
    };
    let body = parts::body(entry, lists);
    style::read(&body, lists, &mut found);
    found.year = found.year.or_else(|| parts::year(&body, lists));
    found.kind = kind(entry, lists, &found);
    found
}

/// What an entry is, by its first words and by what was read of it.
fn kind(entry: &str, lists: &CiteLists, found: &Reference) -> Option<Kind> {
    let lower = crate::letter::lowered(entry);
    let starts = |s: &&str| lower.as_bytes().starts_with(s.as_bytes());
    if lists.told.iter().any(starts) {
        return Some(Kind::Person);
    }
    let work = found.title.is_some() || found.doi.is_some() || found.url.is_some();
    if work {
        return Some(Kind::Document);
    }
    // No year, no title, no link, and the writer speaks or a sentence is made.
    let speaks = lower
        .split(|c: char| !crate::letter::is_alphanumeric(c))
        .any(|w| lists.writer.has(w));
    (speaks && found.year.is_none()).then_some(Kind::Remark)
}

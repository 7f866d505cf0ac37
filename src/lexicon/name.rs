//! Names that are known as such: outlets with their hosts, places and bodies of several words; and the
//! small tables of stances (of words that are no cues) and of phrases beside an unnamed source.

use super::cue::Stance;
use super::forms::Forms;
use super::packed::NAMED_SO;
use crate::letter::squeeze;

/// What a known name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A news organisation; the row of the outlet table.
    Outlet(u16),
    /// A place, which may speak as a government.
    Place,
    /// A body whose words do not tell that it is one.
    Organisation,
}

/// A row of the outlet table.
#[derive(Clone, Copy, Debug)]
pub struct Outlet {
    /// Its first name in the table.
    pub name: &'static str,
    /// Whether it is a news agency, whose text other outlets carry.
    pub agency: bool,
}

/// What a phrase beside an unnamed source shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anonymity {
    /// How the source knows: "familiar with".
    Placed,
    /// That it asks not to be named.
    Condition,
    /// Why, in words of its own.
    Reason,
    /// Why, in words that say nothing: "not authorized to speak".
    Rote,
}

/// All tables of names and phrases.
#[derive(Debug, Default)]
pub struct KnownNames {
    /// By [`squeeze`]d name.
    names: Forms<'static, Known>,
    /// The outlets, in table order.
    pub outlets: Vec<Outlet>,
    hosts: Forms<'static, u16>,
    stances: Forms<'static, Stance>,
    impersonal: Forms<'static, ()>,
    /// Phrases by their first word, each as its words.
    anonymity: Forms<'static, Vec<(Vec<&'static str>, Anonymity)>>,
}

/// The tables, for the tests that read every row.
pub const PHRASE_TABLES: &[(&str, &str)] = &[
    ("outlets.txt", crate::lexicon::table!("en/outlets.txt")),
    ("names.txt", crate::lexicon::table!("en/names.txt")),
    ("stances.txt", crate::lexicon::table!("en/stances.txt")),
    ("anonymity.txt", crate::lexicon::table!("en/anonymity.txt")),
    (
        "impersonal.txt",
        crate::lexicon::table!("en/impersonal.txt"),
    ),
];

fn squeezed(name: &str) -> String {
    let mut key = String::new();
    squeeze(name, &mut key);
    key
}

/// The names of a row, [`squeeze`]d.
#[cfg(not(target_family = "wasm"))]
fn squeezed_names(names: &str, mut show: impl FnMut(&str)) {
    for name in names.split(';') {
        show(&squeezed(name));
    }
}

/// The names of a row, which are squeezed in the module's table.
#[cfg(target_family = "wasm")]
fn squeezed_names(names: &str, show: impl FnMut(&str)) {
    super::listed(names, show);
}

impl KnownNames {
    /// Reads the tables. A row that does not parse is skipped here and refused by the tests.
    pub fn read() -> KnownNames {
        let mut known = KnownNames::default();
        for [names, hosts, ..] in super::rows(PHRASE_TABLES[0].1) {
            let row = known.outlets.len() as u16;
            let mut first = None;
            let mut agency = false;
            for name in names.split(';').map(str::trim) {
                agency |= name.ends_with('*');
                let name = name.trim_end_matches('*');
                first.get_or_insert(name);
                known.names.insert(squeezed(name), Known::Outlet(row));
            }
            let name = first.unwrap_or("");
            for host in hosts.split(' ').filter(|h| !h.is_empty()) {
                match host.strip_prefix(NAMED_SO) {
                    Some(ending) => known.hosts.insert(squeezed(name) + ending, row),
                    None => known.hosts.insert(host, row),
                }
            }
            known.outlets.push(Outlet { name, agency });
        }
        for [names, what, ..] in super::rows(PHRASE_TABLES[1].1) {
            let what = match what {
                "place" => Known::Place,
                "organisation" => Known::Organisation,
                _ => continue,
            };
            squeezed_names(names, |name| {
                known.names.insert(name.to_owned(), what);
            });
        }
        for [forms, what, ..] in super::rows(PHRASE_TABLES[2].1) {
            let Some(what) = Stance::parse(what) else {
                continue;
            };
            super::listed(forms, |form| known.stances.insert(form.to_owned(), what));
        }
        for [phrase, what, ..] in super::rows(PHRASE_TABLES[3].1) {
            let what = match what {
                "placed" => Anonymity::Placed,
                "condition" => Anonymity::Condition,
                "reason" => Anonymity::Reason,
                "rote" => Anonymity::Rote,
                _ => continue,
            };
            let words: Vec<_> = phrase.split(' ').collect();
            if let Some(first) = words.first() {
                known.anonymity.entry(*first).push((words, what));
            }
        }
        for [forms, ..] in super::rows(PHRASE_TABLES[4].1) {
            super::listed(forms, |form| known.impersonal.insert(form.to_owned(), ()));
        }
        known
    }

    /// What the [`squeeze`]d name `key` names.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<Known> {
        self.names.get(key).copied()
    }

    /// The outlet whose site `host` is, sub-domains included; as a row of the table.
    pub fn outlet_of_host(&self, host: &str) -> Option<u16> {
        let mut rest = host;
        loop {
            if let Some(row) = self.hosts.get(rest) {
                return Some(*row);
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// How the word `form` (lower case), which is no cue verb, stands to a content; none for neutral ones.
    pub fn stance(&self, form: &str) -> Option<Stance> {
        self.stances.get(form).copied()
    }

    /// Whether the participle `form` (lower case) reports without a reporter in the passive.
    pub fn is_impersonal(&self, form: &str) -> bool {
        self.impersonal.get(form).is_some()
    }

    /// The phrases that start with the word `first` (lower case).
    pub fn anonymity(&self, first: &str) -> &[(Vec<&'static str>, Anonymity)] {
        self.anonymity.get(first).map_or(&[], Vec::as_slice)
    }
}

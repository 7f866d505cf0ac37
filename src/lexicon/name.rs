//! Names that are known as such: outlets with their hosts, places and bodies of several words; and the
//! small tables of stances and of phrases beside an unnamed source.

use super::forms::{Forms, kept};

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
    /// Its hosts, parted by spaces.
    pub hosts: &'static str,
    /// Whether it is a news agency, whose text other outlets carry.
    pub agency: bool,
}

/// How a cue stands to its content, as the stance table tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueStance {
    /// claim, allege.
    Claims,
    /// deny, reject.
    Denies,
    /// confirm, admit.
    Confirms,
    /// suggest, believe.
    Hedged,
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
    stances: Forms<'static, CueStance>,
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

/// Letters and digits alone, lowered: "Agence France-Presse" and "Agence France Presse" are one.
pub fn squeeze(name: &str, out: &mut String) {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        out.extend(letters.map(|b| char::from(b.to_ascii_lowercase())));
        return;
    }
    for c in name.chars().filter(|c| c.is_alphanumeric()) {
        out.push(crate::letter::lower(c));
    }
}

impl KnownNames {
    /// Reads the tables. A row that does not parse is skipped here and refused by the tests.
    pub fn read() -> KnownNames {
        let mut known = KnownNames::default();
        for (names, hosts, _) in super::rows(PHRASE_TABLES[0].1) {
            let row = known.outlets.len() as u16;
            let mut first = None;
            let mut agency = false;
            for name in names.split(';').map(str::trim) {
                agency |= name.ends_with('*');
                let name = name.trim_end_matches('*');
                first.get_or_insert(name);
                known.add(name, Known::Outlet(row));
            }
            for host in hosts.split_whitespace() {
                known.hosts.insert(host, row);
            }
            known.outlets.push(Outlet {
                name: first.unwrap_or(""),
                hosts,
                agency,
            });
        }
        for (names, what, _) in super::rows(PHRASE_TABLES[1].1) {
            let what = match what {
                "place" => Known::Place,
                "organisation" => Known::Organisation,
                _ => continue,
            };
            for name in names.split(';') {
                known.add(name.trim(), what);
            }
        }
        for (forms, what, _) in super::rows(PHRASE_TABLES[2].1) {
            let what = match what {
                "claims" => CueStance::Claims,
                "denies" => CueStance::Denies,
                "confirms" => CueStance::Confirms,
                "hedged" => CueStance::Hedged,
                _ => continue,
            };
            for form in forms.split_whitespace() {
                known.stances.insert(form, what);
            }
        }
        for (phrase, what, _) in super::rows(PHRASE_TABLES[3].1) {
            let what = match what {
                "placed" => Anonymity::Placed,
                "condition" => Anonymity::Condition,
                "reason" => Anonymity::Reason,
                "rote" => Anonymity::Rote,
                _ => continue,
            };
            let words: Vec<_> = phrase.split_whitespace().collect();
            if let Some(first) = words.first() {
                known.anonymity.entry(*first).push((words, what));
            }
        }
        for (forms, _, _) in super::rows(PHRASE_TABLES[4].1) {
            for form in forms.split_whitespace() {
                known.impersonal.insert(form, ());
            }
        }
        known
    }

    fn add(&mut self, name: &str, what: Known) {
        let mut key = String::new();
        squeeze(name, &mut key);
        self.names.insert(kept(key), what);
    }

    /// What the [`squeeze`]d name `key` names.
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

    /// How the cue form `form` (lower case) stands to its content; none for the neutral ones.
    pub fn stance(&self, form: &str) -> Option<CueStance> {
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

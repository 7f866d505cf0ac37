//! Entries of lists of references in many styles, in our own words (`cite/references.json`), and what is read
//! of each: a field that a case does not name must be left out.

use serde_json::{Map, Value};
use whence::cite::reference::{self, Kind, Reference};
use whence::lexicon::english;

const CASES: &str = include_str!("cite/references.json");

fn read(entry: &str) -> Reference {
    reference::read(entry, english())
}

fn fields(entry: &str) -> Map<String, Value> {
    let found = read(entry);
    let mut all = Map::new();
    if !found.authors.is_empty() {
        all.insert("authors".to_owned(), found.authors.into());
    }
    let words = [
        ("title", found.title),
        ("container", found.container),
        ("year", found.year),
        ("locator", found.locator),
        ("doi", found.doi),
        ("url", found.url),
        ("kind", found.kind.map(|k| Kind::name(k).to_owned())),
    ];
    let given = words
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.into())));
    all.extend(given);
    all
}

#[test]
fn entries_are_read_and_what_is_unsure_is_left_out() {
    let cases: Vec<Map<String, Value>> =
        serde_json::from_str(CASES).unwrap_or_else(|e| panic!("cite/references.json: {e}"));
    let mut complaints = String::new();
    for mut case in cases {
        let entry = case.remove("entry").unwrap_or_default();
        let found = fields(entry.as_str().unwrap_or_default());
        if found != case {
            let (wanted, found) = (Value::Object(case), Value::Object(found));
            complaints += &format!("\n{entry}\n  wanted {wanted}\n  found  {found}\n");
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn any_entry_is_read() {
    for entry in [
        "“",
        "(2021",
        "10.1234/",
        "p. ",
        "http",
        "é (2021). “é”",
        "(((2021)))). .",
        "\u{a0}2021\u{a0}.",
    ] {
        for end in (0..=entry.len()).filter(|i| entry.is_char_boundary(*i)) {
            read(&entry[..end]);
            read(&entry[end..]);
        }
    }
}

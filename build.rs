//! Strips the tables of the lexicon for the wasm module: comments and examples are for people and
//! tests, and would be half of what ships.

use std::path::Path;
use std::{env, fs, io};

#[allow(unreachable_pub)] // it is a part of the library
#[path = "src/lexicon/inflect.rs"]
mod inflect;

/// Tables whose rows begin with word forms and may leave out regular ones.
const FORMS: &[&str] = &[
    "verbs.txt",
    "titles.txt",
    "roles.txt",
    "organisations.txt",
    "documents.txt",
    "groups.txt",
    "media.txt",
    "fractions.txt",
];

fn main() -> io::Result<()> {
    let target = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("lexicon");
    for folder in ["", "en"] {
        let from = Path::new("src/lexicon").join(folder);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::create_dir_all(target.join(folder))?;
        for entry in fs::read_dir(&from)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "txt") {
                let table = fs::read_to_string(&path)?;
                let name = path.file_name().unwrap_or_default();
                let table = match name.to_str() {
                    Some("cues.txt") => map_rows(&strip(&table), regular_cue),
                    Some(name) if FORMS.contains(&name) => map_rows(&strip(&table), regular_forms),
                    _ => strip(&table),
                };
                fs::write(target.join(folder).join(name), table)?;
            }
        }
    }
    Ok(())
}

/// The rows of a table without their last column, the example.
fn strip(table: &str) -> String {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| match line.rsplit_once('|') {
            Some((row, _)) => {
                let fields: Vec<&str> = row.split('|').map(str::trim).collect();
                fields.join("|") + "|\n"
            }
            None => line.to_owned() + "\n",
        })
        .collect()
}

fn map_rows(table: &str, row: fn(&str) -> String) -> String {
    table.lines().map(|line| row(line) + "\n").collect()
}

/// The row of a regular verb without its forms.
fn regular_cue(row: &str) -> String {
    let mut fields: Vec<&str> = row.split('|').collect();
    if let [lemma, forms, ..] = &mut fields[..]
        && *forms == inflect::regular(lemma)
    {
        *forms = "-";
    }
    fields.join("|")
}

/// A row of forms without those in -s that follow from another.
fn regular_forms(row: &str) -> String {
    let (forms, rest) = row.split_once('|').unwrap_or((row, ""));
    let mut forms: Vec<String> = forms.split_whitespace().map(str::to_owned).collect();
    for at in (0..forms.len()).rev() {
        let with_s = inflect::with_s(&forms[at]);
        if let Some(other) = forms.iter().position(|f| *f == with_s) {
            forms[at].push(inflect::AND_S);
            forms.remove(other);
        }
    }
    forms.join(" ") + "|" + rest
}

//! Packs the tables of the lexicon for the wasm module: comments and examples are for people and tests,
//! and what follows from the rest is put in again as the tables are read.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

// Parts of the library; not all of each is wanted here.
#[allow(dead_code, unreachable_pub)]
#[path = "src/lexicon/classes.rs"]
mod classes;
#[allow(dead_code, unreachable_pub)]
#[path = "src/lexicon/inflect.rs"]
mod inflect;
#[allow(dead_code, unreachable_pub)]
#[path = "src/letter.rs"]
mod letter;
#[allow(dead_code, unreachable_pub)]
#[path = "src/lexicon/packed.rs"]
mod packed;

fn main() -> io::Result<()> {
    let target = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("lexicon");
    let mut words: BTreeMap<u64, String> = BTreeMap::new();
    for folder in ["", "en"] {
        let from = Path::new("src/lexicon").join(folder);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::create_dir_all(target.join(folder))?;
        for entry in fs::read_dir(&from)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "txt") {
                let table = rows(&fs::read_to_string(&path)?);
                let name = path.file_name().unwrap_or_default();
                if let Some(plain) = plain(&table) {
                    for (set, forms) in plain {
                        *words.entry(set).or_default() += &(forms.to_owned() + " ");
                    }
                    continue;
                }
                let pack: fn(&mut [String]) = match name.to_str().unwrap_or_default() {
                    "cues.txt" => regular_cue,
                    "stances.txt" | "impersonal.txt" | "other_languages.txt" => pack_first,
                    "changes.txt" | "figure_words.txt" => pack_second,
                    "names.txt" => pack_names,
                    "outlets.txt" => outlet,
                    "units.txt" | "currencies.txt" => unit,
                    _ => |_| {},
                };
                let table = table.into_iter().map(|mut row| {
                    pack(&mut row);
                    row.join("|") + "|\n"
                });
                fs::write(target.join(folder).join(name), table.collect::<String>())?;
            }
        }
    }
    let words = words.iter().map(|(set, forms)| {
        let letters = classes::Classes(*set).letters();
        format!("{}|{letters}|\n", packed::pack(forms.split_whitespace()))
    });
    fs::write(target.join("words.txt"), words.collect::<String>())
}

/// The rows of a table without their last column, the example.
fn rows(table: &str) -> Vec<Vec<String>> {
    let rows = table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    rows.map(|row| {
        let fields = row.rsplit_once('|').map_or(row, |(fields, _)| fields);
        fields.split('|').map(|f| f.trim().to_owned()).collect()
    })
    .collect()
}

/// The rows of a plain table, as class sets and forms; none of another table.
fn plain(table: &[Vec<String>]) -> Option<Vec<(u64, &str)>> {
    let mut plain = Vec::new();
    for row in table {
        let [forms, names] = &row[..] else {
            return None;
        };
        plain.push((classes::classes(names).ok()?.0, forms.as_str()));
    }
    Some(plain)
}

/// A regular verb goes without its forms, a cue without what most have: no noun, no preposition, the
/// commonest class and stance.
fn regular_cue(row: &mut [String]) {
    if row[1] == inflect::regular(&row[0]) {
        row[1].clear();
    }
    for field in &mut row[2..] {
        if matches!(&field[..], "-" | "reporting" | "neutral") {
            field.clear();
        }
    }
}

fn pack_first(row: &mut [String]) {
    row[0] = packed::pack(row[0].split_whitespace());
}

fn pack_second(row: &mut [String]) {
    row[1] = packed::pack(row[1].split_whitespace());
}

fn pack_names(row: &mut [String]) {
    let names: Vec<String> = row[0].split(';').map(squeezed).collect();
    row[0] = packed::pack(names.iter().map(String::as_str));
}

fn squeezed(name: &str) -> String {
    let mut key = String::new();
    letter::squeeze(name, &mut key);
    key
}

/// An outlet's further names go as they are looked up, and only where that is another way than the
/// first; a host that begins as the first goes without it.
fn outlet(row: &mut [String]) {
    let names = row[0].clone();
    let (first, others) = names.split_once(';').unwrap_or((&names, ""));
    let key = squeezed(first);
    let mut names = vec![first.trim().to_owned()];
    let mut known = vec![String::new(), key.clone()];
    for other in others.split(';').map(squeezed) {
        if !known.contains(&other) {
            names.push(other.clone());
            known.push(other);
        }
    }
    let hosts = row[1]
        .split_whitespace()
        .map(|host| match host.strip_prefix(&key) {
            Some(ending) if ending.starts_with('.') => format!("{}{ending}", packed::NAMED_SO),
            _ => host.to_owned(),
        });
    let hosts = hosts.collect::<Vec<String>>().join(" ");
    row[0] = names.join(";");
    row[1] = hosts;
}

/// A unit's plural goes where its singular stands before it, its name where that is its first form.
fn unit(row: &mut [String]) {
    let mut forms: Vec<String> = row[1].split(", ").map(str::to_owned).collect();
    if row[2] == forms[0] {
        row[2].clear();
    }
    for at in (0..forms.len()).rev() {
        let with_s = inflect::with_s(&forms[at]);
        if let Some(plural) = forms.iter().position(|form| *form == with_s) {
            forms[at].push(packed::AND_S);
            forms.remove(plural);
        }
    }
    row[1] = forms.join(",");
}

//! The rooms keep to themselves, and the files stay short.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms of the core each room may name. What is absent here must be absent there.
const ROOMS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("letter", &[]),
    ("decimal", &[]),
    ("lexicon", &["letter", "decimal"]),
    ("text", &["span", "letter", "lexicon"]),
    ("language", &["letter", "text", "lexicon"]),
    ("link", &["span", "text", "lexicon"]),
    ("figure", &["span", "letter", "decimal", "text", "lexicon"]),
    ("attribution", &["span", "text", "lexicon"]),
    (
        "resolve",
        &["span", "letter", "text", "lexicon", "attribution", "link"],
    ),
    (
        "tie",
        &[
            "span",
            "text",
            "lexicon",
            "attribution",
            "figure",
            "resolve",
        ],
    ),
    (
        "cite",
        &[
            "span",
            "letter",
            "text",
            "lexicon",
            "attribution",
            "figure",
            "link",
        ],
    ),
    (
        "hint",
        &[
            "cite",
            "span",
            "letter",
            "text",
            "lexicon",
            "attribution",
            "figure",
            "resolve",
            "tie",
            "link",
        ],
    ),
    (
        "scan",
        &[
            "text",
            "language",
            "cite",
            "attribution",
            "figure",
            "resolve",
            "tie",
            "hint",
            "link",
        ],
    ),
    (
        "wasm",
        &[
            "cite",
            "span",
            "text",
            "lexicon",
            "attribution",
            "figure",
            "resolve",
            "tie",
            "hint",
            "link",
            "scan",
        ],
    ),
];

/// The most lines of a file.
const LONGEST: usize = 600;

/// Files that are longer than that, to be cut; one that has become short fails the run.
const TOO_LONG: &[&str] = &[];

/// A source file: its path from the package's root, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The room: the module right under `src`.
    fn room(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        inner.split(['/', '.']).next().unwrap_or(inner)
    }

    /// The lines that are code, with their numbers, tests left out: those of a test module (which
    /// stands last in its file) and comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.path.ends_with("/tests.rs");
        self.text
            .lines()
            .enumerate()
            .map(|(i, line)| (i + 1, line))
            .take_while(move |(_, line)| !tests && *line != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let listed = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        for path in listed.flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let short = path.strip_prefix(root).unwrap_or(&path);
                let path = short.to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "no .{ending} under {folder}");
    files
}

#[track_caller]
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The names after each `crate::` of a line; `crate::{a, b::c}` gives a and b.
fn rooms_named(line: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for (at, found) in line.match_indices("crate::") {
        let rest = &line[at + found.len()..];
        let parts: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split(',').collect(),
            None => vec![rest],
        };
        for part in parts {
            let part = part.trim();
            let end = part
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(part.len());
            if end > 0 {
                rooms.push(&part[..end]);
            }
        }
    }
    rooms
}

#[test]
fn rooms_name_only_the_rooms_they_may() {
    let mut complaints = Vec::new();
    let all: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    for file in files("src", "rs") {
        let room = file.room();
        if matches!(room, "lib" | "main" | "command") {
            continue;
        }
        let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            complaints.push(format!(
                "{}: a room that tests/tidy.rs does not know",
                file.path
            ));
            continue;
        };
        for (line, words) in file.code() {
            for named in rooms_named(words) {
                if all.contains(named) && named != room && !may.contains(&named) {
                    complaints.push(format!("{}:{line}: {room} may not know {named}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn outside_things_are_known_to_one_room_each() {
    let known: &[(&str, &[&str])] = &[
        ("serde", &["wasm", "command"]),
        ("wasm_bindgen", &["wasm"]),
        ("web_sys", &["wasm"]),
        ("regex", &["command"]),
        ("std::fs", &["command"]),
        ("std::io", &["command"]),
        ("std::env", &["command", "main"]),
        ("std::collections::HashMap", &[]),
        ("std::collections::HashSet", &[]),
        ("println!", &[]),
    ];
    let mut complaints = Vec::new();
    for file in files("src", "rs") {
        for (line, words) in file.code() {
            for (thing, rooms) in known {
                if words.contains(thing) && !rooms.contains(&file.room()) {
                    complaints.push(format!("{}:{line}: {thing}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn nothing_is_unwrapped() {
    let mut complaints = Vec::new();
    for file in files("src", "rs") {
        for (line, words) in file.code() {
            for call in [".unwrap()", ".expect(", "panic!(", "todo!(", "dbg!("] {
                if words.contains(call) {
                    complaints.push(format!("{}:{line}: {call}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn files_are_short() {
    let mut complaints = Vec::new();
    for file in files("src", "rs").iter().chain(&files("tests", "rs")) {
        let lines = file.text.lines().count();
        let excused = TOO_LONG.contains(&file.path.as_str());
        if lines > LONGEST && !excused {
            complaints.push(format!("{}: {lines} lines; {LONGEST} at most", file.path));
        }
        if lines <= LONGEST && excused {
            complaints.push(format!("{}: short now; take it out of TOO_LONG", file.path));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_file_opens_with_what_it_is() {
    let mut complaints = Vec::new();
    for file in files("src", "rs").iter().chain(&files("tests", "rs")) {
        let tests = file.path.ends_with("/tests.rs") || file.path.ends_with("_test.rs");
        if !tests && !file.text.starts_with("//!") {
            complaints.push(format!("{}: no line says what it is", file.path));
        }
    }
    no_complaints(&complaints);
}

//! The rooms keep to themselves, and the files stay short.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms of the core each room may name. What is absent here must be absent there.
const ROOMS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("letter", &[]),
    ("decimal", &[]),
    ("rule", &[]),
    ("pace", &[]),
    ("lexicon", &["letter", "decimal"]),
    ("text", &["span", "letter", "pace", "lexicon"]),
    ("language", &["letter", "text", "lexicon"]),
    ("link", &["span", "text", "lexicon"]),
    (
        "figure",
        &[
            "span", "letter", "decimal", "rule", "pace", "text", "lexicon", "phrase",
        ],
    ),
    ("phrase", &["span", "letter", "pace", "text", "lexicon"]),
    (
        "attribution",
        &["rule", "pace", "span", "text", "lexicon", "phrase"],
    ),
    (
        "resolve",
        &[
            "pace",
            "rule",
            "span",
            "letter",
            "text",
            "lexicon",
            "phrase",
            "attribution",
            "link",
        ],
    ),
    (
        "tie",
        &[
            "rule",
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
            "rule",
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
            "rule",
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
            "pace",
            "rule",
            "lexicon",
            "text",
            "language",
            "phrase",
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
            "pace",
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

/// The files of a room, each behind those that it may name. A file that is absent here may name none of them
/// and be named by none.
const ORDERS: &[(&str, &[&str])] = &[(
    "resolve",
    &[
        "known",
        "run",
        "stance",
        "time",
        "passive",
        "beside",
        "role",
        "name",
        "personal",
        "entity",
        "short_name",
        "mention",
        "anonymity",
        "facts",
        "kind",
        "candidate",
        "discourse",
        "apart",
        "relative",
        "holder",
        "acting",
        "recent",
        "description",
        "introduced",
        "document",
        "pronoun",
        "rules",
        "who",
        "epithet",
        "speaks",
        "relay",
        "confidence",
        "links",
        "tests",
    ],
)];

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

/// The files beside its own that a line of a room names: `super::a`, and each of `super::{a, b::c}`.
fn files_named(line: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for (at, found) in line.match_indices("super::") {
        let rest = &line[at + found.len()..];
        let parts: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split(',').collect(),
            None => vec![rest],
        };
        for part in parts.into_iter().map(str::trim) {
            let end = part.find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
            named.push(&part[..end.unwrap_or(part.len())]);
        }
    }
    named
}

#[test]
fn files_of_a_room_name_only_those_before_them() {
    let mut complaints = Vec::new();
    for file in files("src", "rs") {
        let Some((room, order)) = ORDERS.iter().find(|(room, _)| *room == file.room()) else {
            continue;
        };
        let name = file.path.trim_end_matches(".rs").rsplit('/').next();
        if name == Some("mod") {
            continue;
        }
        let Some(place) = order.iter().position(|f| Some(*f) == name) else {
            complaints.push(format!(
                "{}: has no place in the order of {room}",
                file.path
            ));
            continue;
        };
        for (line, words) in file.code() {
            for named in files_named(words) {
                if order.iter().position(|f| *f == named) >= Some(place) && Some(named) != name {
                    complaints.push(format!("{}:{line}: may not name {named}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
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
        // What is done hangs on a property of a rule or of a finding, not on which rule it was.
        (".rule == ", &[]),
        (".rule != ", &[]),
        ("rule.name == ", &[]),
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

/// Literals with words of two letters or more that code may hold, by file, each with the reason. All other words
/// are a language's, and stand in its folder (`lexicon/en`). `ALL` are all of a file.
const NO_WORDS_OF_A_LANGUAGE: &[(&str, &[&str], &str)] = &[
    (
        "src/link/web.rs",
        ALL,
        "hosts, endings of hosts and of files: the same in every language",
    ),
    (
        "src/letter.rs",
        &["aaaaaaaceeeeiiiidnooooo-ouuuuyty"],
        "letters without their marks",
    ),
    ("src/link.rs", WEB, "schemes and parts of addresses"),
    (
        "src/text/block.rs",
        &[
            "wikipedia.org wikimedia.org wiktionary.org wikibooks.org fandom.com britannica.com readthedocs.io",
        ],
        "hosts",
    ),
    (
        "src/cite/linked.rs",
        &[
            "t.co", "http://", "https://", "www.", "doi:", "doi.org/", "PMID", "arXiv:", "PMC",
        ],
        "schemes, hosts, and registries of works",
    ),
    (
        "src/cite/reference/parts.rs",
        &[
            "http",
            "http://",
            "https://",
            "www.",
            "doi.org/",
            "web.archive.org",
            "ivxlc",
            "ibid",
            "ibidem",
            "id.",
        ],
        "schemes and hosts; Roman numerals; Latin, as notes of any language have it",
    ),
    (
        "src/cite/reference/style.rs",
        &[", et al", "dv"],
        "Latin; the letters that particles of names begin with",
    ),
    (
        "src/cite/reference.rs",
        &["document", "person", "remark"],
        "names of kinds at the border",
    ),
    (
        "src/text/mark.rs",
        &["et al.", "et al"],
        "Latin, as works of any language are cited",
    ),
    (
        "src/text/work.rs",
        &["§ivxIVX", "et al"],
        "Roman numerals; Latin",
    ),
    (
        "src/text/perceptron.rs",
        &["ss", "to"],
        "features that the weights are fitted to: English ones, as the weights are",
    ),
    (
        "src/resolve/candidate.rs",
        ALL,
        "what `--explain` calls the reasons for and against a candidate",
    ),
    (
        "src/resolve/recent.rs",
        &[
            "another gender",
            "not mentioned yet",
            "acts on whom is meant",
            "named in the question",
            "too long ago",
        ],
        "what `--explain` calls the guards that keep a candidate out",
    ),
    ("src/scan.rs", ALL, "what its debug assertions say"),
];

const ALL: &[&str] = &[];
const WEB: &[&str] = &["http", "https", "www.", ".php"];

/// The string literals of a file's code that hold words of two letters or more, with their lines; without those
/// of a rule's name and examples. Space is one blank.
fn literals_with_words(file: &File) -> Vec<(usize, String)> {
    let code: Vec<(usize, &str)> = file.code().collect();
    let mut literals = Vec::new();
    let mut in_rule = false;
    let mut literal: Option<String> = None;
    for (line, text) in code {
        if literal.is_none() && text.trim_start().starts_with("#[") {
            continue;
        }
        in_rule |= text.contains("Rule = Rule {")
            || text.contains("Rule = KindRule {")
            || text.contains("Rule = WhoRule {");
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match (&mut literal, c) {
                (None, '"') => literal = Some(String::new()),
                // A character, not a lifetime: what closes it stands two or three further on.
                (None, '\'') => {
                    let rest: Vec<char> = chars.clone().take(3).collect();
                    let skip = match rest[..] {
                        ['\\', _, '\''] => 3,
                        [_, '\'', ..] => 2,
                        _ => 0,
                    };
                    chars.by_ref().take(skip).for_each(drop);
                }
                (None, '/') if chars.peek() == Some(&'/') => break,
                (Some(held), '\\') => {
                    held.push(' ');
                    chars.next();
                }
                (Some(held), '"') => {
                    let mut parts = held.split(|c: char| !c.is_ascii_alphabetic());
                    if parts.any(|w| w.len() > 1) && !in_rule {
                        let words: Vec<&str> = held.split_whitespace().collect();
                        let blank = if held.starts_with(' ') { " " } else { "" };
                        literals.push((line, [blank, &words.join(" ")].concat()));
                    }
                    literal = None;
                }
                (Some(held), c) => held.push(c),
                (None, _) => {}
            }
        }
        if let Some(held) = &mut literal {
            held.push(' ');
        }
        in_rule &= !text.starts_with("};");
    }
    literals
}

#[test]
fn words_of_a_language_stand_in_its_folder() {
    let mut complaints = Vec::new();
    for file in files("src", "rs") {
        let language = file.path.starts_with("src/lexicon/");
        if language || matches!(file.room(), "lib" | "main" | "command" | "wasm") {
            continue;
        }
        let named = NO_WORDS_OF_A_LANGUAGE.iter();
        let named: &[&str] = match named.clone().find(|(path, ..)| *path == file.path) {
            Some((_, [], _)) => continue,
            Some((_, named, _)) => named,
            None => &[],
        };
        let literals = literals_with_words(&file);
        for (line, words) in &literals {
            if !named.contains(&&**words) {
                complaints.push(format!(
                    "{}:{line}: words of a language: {words:?}",
                    file.path
                ));
            }
        }
        for words in named {
            if !literals.iter().any(|(_, held)| held == words) {
                complaints.push(format!("{}: {words:?} is gone; take it out", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

/// What may choose a text's language; all else has it from the text.
const ENTRY_POINTS: &[(&str, &str)] = &[
    ("src/lexicon/language.rs", "defines it"),
    ("src/lexicon/mod.rs", "names it for the others"),
    ("src/scan.rs", "options, unless told"),
    (
        "src/wasm.rs",
        "the border: tables made ready, references read",
    ),
];

#[test]
fn a_language_comes_with_its_text() {
    let mut complaints = Vec::new();
    for file in files("src", "rs") {
        let entry = ENTRY_POINTS.iter().any(|(path, _)| *path == file.path);
        if entry || file.room() == "command" {
            continue;
        }
        for (line, words) in file.code() {
            if words.contains("english()") {
                complaints.push(format!("{}:{line}: asks for English", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

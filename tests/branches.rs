//! No function of the core decides too much at once: its conditions, loops and arms of a match are counted.

use std::fs;
use std::path::{Path, PathBuf};

/// The most branches of a function.
const MOST: usize = 20;

/// Functions that have more, each with the reason; one that has become simple fails the run.
const NAMED: &[(&str, &str)] = &[
    (
        "src/phrase/clause.rs read_opening",
        "one arm for each class of word that may open a clause",
    ),
    (
        "src/phrase/role.rs walk_role",
        "one arm for each class of word between an office and a name",
    ),
];

/// The Rust files under `folder`.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The code of a file without its test module, comments, and what literals hold.
fn bare(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod").next().unwrap_or(text);
    let mut code = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '"' => {
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    if c == '\\' {
                        chars.next();
                    }
                }
            }
            // A character, not a lifetime.
            '\'' => {
                let rest: Vec<char> = chars.clone().take(2).collect();
                let length = match rest[..] {
                    ['\\', _] => chars.clone().skip(2).position(|c| c == '\'').map(|n| n + 3),
                    [_, '\''] => Some(2),
                    _ => None,
                };
                chars.by_ref().take(length.unwrap_or(0)).for_each(drop);
            }
            c => code.push(c),
        }
    }
    code
}

/// The functions of bare code, by name, with their bodies.
fn functions(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (at, lead) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + lead.len()..];
        let name = &rest[..rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(0)];
        let Some(open) = rest
            .find(['{', ';'])
            .filter(|i| rest[*i..].starts_with('{'))
        else {
            continue;
        };
        let mut depth = 0;
        let end = rest[open..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        found.push((name, &rest[open..open + end.unwrap_or(rest.len() - open)]));
    }
    found
}

/// How many branches a body has.
fn branches(body: &str) -> usize {
    let words = body.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let deciding = words.filter(|w| matches!(*w, "if" | "while" | "for"));
    deciding.count() + body.matches("=>").count()
}

#[test]
fn functions_decide_few_things() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("src"), &mut paths);
    paths.sort();
    let mut complaints = Vec::new();
    let mut named: Vec<String> = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(path).expect("a file");
        let short = path.strip_prefix(root).unwrap_or(path);
        let short = short.to_string_lossy().replace('\\', "/");
        for (name, body) in functions(&bare(&text)) {
            let (count, place) = (branches(body), format!("{short} {name}"));
            if count <= MOST {
                continue;
            }
            if NAMED.iter().any(|(known, _)| *known == place) {
                named.push(place);
            } else {
                complaints.push(format!("{place}: {count} branches; {MOST} at most"));
            }
        }
    }
    for (place, _) in NAMED {
        if !named.iter().any(|known| known == place) {
            complaints.push(format!("{place}: is simple now; take it out of NAMED"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn branches_are_counted_in_code_alone() {
    let text = "fn a(b: &'static str) -> char {\n  // if\n  if b == \"if\\\"{\" { '}' } else { match b { \"x\" => 'x', _ => '\\'' } }\n}\n";
    let code = bare(text);
    let all: Vec<_> = functions(&code)
        .iter()
        .map(|(n, b)| (*n, branches(b)))
        .collect();
    assert_eq!(all, [("a", 3)]);
}

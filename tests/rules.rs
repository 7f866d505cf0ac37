//! Every named rule of the core is run on its examples: what it takes, and what its guards refuse.

mod example;

use std::fs;
use std::path::{Path, PathBuf};

use example::{ROOMS, page};
use whence::phrase::Phrases;
use whence::scan::{Options, scan};

/// Names of the rules that found something in `example`.
fn found(example: &str) -> Vec<&'static str> {
    let document = page(example);
    let (text, found) = scan(&document, &Options::default());
    let attributions = found.attributions.iter().map(|a| a.rule.name);
    let figures = found.figures.iter().map(|f| f.rule.name);
    let ties = found.ties.iter().flatten().map(|t| t.rule().name);
    let unwanted = found.unwanted.iter().flatten().map(|r| r.name);
    let flags = found.flags.iter().map(|f| f.kind.rule().name);
    let citations = found.citations.iter().map(|c| c.rule.name);
    let excluded = whence::figure::excluded(&Phrases::new(&text));
    let excluded = excluded.iter().map(|e| e.rule.name);
    let told = found.resolved.resolutions.iter().flat_map(|r| {
        let hops = r.relay.iter().map(|hop| hop.way.rule());
        hops.chain(r.kind_rule)
            .chain([r.rule])
            .map(|rule| rule.name)
    });
    attributions
        .chain(figures)
        .chain(told)
        .chain(ties)
        .chain(unwanted)
        .chain(flags)
        .chain(citations)
        .chain(excluded)
        .collect()
}

#[test]
fn every_rule_finds_its_yes_examples_and_none_of_its_no_examples() {
    let mut complaints = Vec::new();
    for (room, rules) in ROOMS {
        for rule in *rules {
            let name = rule.name;
            if rule.yes.is_empty() || rule.no.is_empty() {
                complaints.push(format!("{room}: {name} lacks a yes or a no example"));
            }
            for example in rule.yes.iter().filter(|e| !found(e).contains(&name)) {
                let all = found(example).join(", ");
                complaints.push(format!(
                    "{room}: {name} does not find: {example}\n    ({all})"
                ));
            }
            for example in rule.no.iter().filter(|e| found(e).contains(&name)) {
                complaints.push(format!("{room}: {name} finds: {example}"));
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn no_two_rules_have_one_name() {
    let mut names: Vec<&str> = ROOMS
        .iter()
        .flat_map(|(_, rules)| rules.iter().map(|r| r.name))
        .collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

/// The Rust files under `folder`, each with its text.
fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
}

/// The name of the rule that a line declares, of any room's own kind: "static TOLD: Rule = Rule {".
fn declared(line: &str) -> Option<&str> {
    let (name, made) = line.strip_suffix(" {")?.split_once(": ")?;
    let (kind, made) = made.split_once(" = ")?;
    let rule = kind == made && kind.ends_with("Rule");
    name.rsplit(' ').next().filter(|_| rule)
}

#[test]
fn every_rule_stands_in_a_list() {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let lists: Vec<&str> = (all.iter())
        .flat_map(|(_, text)| text.split("RULES: &[&Rule] = &[").skip(1))
        .filter_map(|list| list.split("];").next())
        .collect();
    let word = |list: &&str, name: &str| {
        list.split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|word| word == name)
    };
    let (mut rules, mut lost) = (0, Vec::new());
    for (path, text) in &all {
        for name in text.lines().filter_map(declared) {
            rules += 1;
            if !lists.iter().any(|list| word(list, name)) {
                lost.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(rules > 100, "only {rules} rules were seen");
    assert!(
        lost.is_empty(),
        "no example of these is run:\n{}",
        lost.join("\n")
    );
}

/// The names that a table of the shell's gives words to, one a line: `  "claim-first": "…",`.
fn worded(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/shared");
    let text = fs::read_to_string(path.join(file)).expect("a file of the shell");
    let table = (text.split_once("const RULES = {"))
        .and_then(|(_, rest)| rest.split_once("\n};"))
        .expect("a table of rules")
        .0;
    let key = |line: &str| Some(line.split_once(':')?.0.trim().trim_matches('"').to_owned());
    table.lines().filter_map(key).collect()
}

#[test]
fn the_card_has_words_for_rules_that_are_there_alone() {
    let named = |name: &str| (ROOMS.iter()).any(|(_, rules)| rules.iter().any(|r| r.name == name));
    for file in ["who.js", "wording.js"] {
        let keys = worded(file);
        assert!(
            keys.len() > 10,
            "{file}: only {} rules were seen",
            keys.len()
        );
        let gone: Vec<_> = keys.iter().filter(|key| !named(key)).collect();
        assert!(
            gone.is_empty(),
            "{file} words rules that are gone: {gone:?}"
        );
    }
}

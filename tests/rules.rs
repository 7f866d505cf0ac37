//! Every named rule of the core is run on its examples: what it takes, and what its guards refuse.

use whence::rule::Rule;
use whence::scan::{Options, scan};
use whence::text::block::Document;

/// The rules of each room, and the names of those that found something in a text.
type Room = (&'static str, &'static [&'static Rule]);

/// Rooms whose rules have examples. A room that names rules belongs here.
const ROOMS: &[Room] = &[];

/// Names of the rules that found something in `example`.
fn found(example: &str) -> Vec<&'static str> {
    let document = Document::from_text(example);
    let (_, found) = scan(&document, &Options::default());
    let attributions = found.attributions.iter().map(|a| a.rule);
    let figures = found.figures.iter().map(|f| f.rule);
    let ties = found.ties.iter().flatten().map(|t| t.rule);
    let citations = found.citations.iter().map(|c| c.rule);
    attributions
        .chain(figures)
        .chain(ties)
        .chain(citations)
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
                complaints.push(format!("{room}: {name} does not find: {example}"));
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

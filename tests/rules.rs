//! Every named rule of the core is run on its examples: what it takes, and what its guards refuse.

mod example;

use example::{ROOMS, page};
use whence::phrase::Phrases;
use whence::scan::{Options, scan};

/// Names of the rules that found something in `example`.
fn found(example: &str) -> Vec<&'static str> {
    let document = page(example);
    let (text, found) = scan(&document, &Options::default());
    let attributions = found.attributions.iter().map(|a| a.rule.name);
    let figures = found.figures.iter().map(|f| f.rule.name);
    let ties = found.ties.iter().flatten().map(|t| t.rule.name);
    let unwanted = found.unwanted.iter().flatten().map(|r| r.name);
    let flags = found.flags.iter().map(|f| f.kind.rule().name);
    let citations = found.citations.iter().map(|c| c.rule.name);
    let excluded = whence::figure::excluded(&Phrases::new(&text));
    let excluded = excluded.iter().map(|e| e.rule.name);
    let told = found.resolved.resolutions.iter().flat_map(|r| {
        let hops = r.relay.iter().map(|hop| hop.rule);
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

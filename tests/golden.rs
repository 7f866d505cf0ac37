//! The golden cases. `GOLDEN=attribution/order cargo test --test golden` runs those whose name
//! begins so. A case that is known to fail stands in `golden/known_misses.txt`; the run fails when
//! one of them comes right, so that the list stays true.

mod case;

use std::collections::BTreeSet;
use std::ops::Range;

use case::Case;
use case::marked::{self, Mark};
use toml::Value;
use whence::figure::{Bound, Change, Figure};
use whence::phrase::Phrases;
use whence::scan::{Findings, Options, scan};
use whence::span::Span;
use whence::text::Text;
use whence::wasm::{flag_name, kind_name, quotation_name, reason_name, stance_name};

const KNOWN_MISSES: &str = include_str!("golden/known_misses.txt");

#[test]
fn golden_cases() {
    let cases = case::all().unwrap_or_else(|e| panic!("{e}"));
    let only = std::env::var("GOLDEN").unwrap_or_default();
    let mut misses: BTreeSet<&str> = KNOWN_MISSES
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#') && l.starts_with(&only))
        .collect();
    let (mut right, mut missed, mut complaints) = (0, 0, Vec::new());
    for case in cases.iter().filter(|c| c.name.starts_with(&only)) {
        let known = misses.remove(case.name.as_str());
        match (check(case), known) {
            (None, false) => right += 1,
            (Some(_), true) => missed += 1,
            (None, true) => complaints.push(format!(
                "{}: right now; take it out of tests/golden/known_misses.txt",
                case.name
            )),
            (Some(complaint), false) => complaints.push(format!("{}{complaint}", case.name)),
        }
    }
    for name in misses {
        complaints.push(format!(
            "tests/golden/known_misses.txt: there is no case {name}"
        ));
    }
    println!("{right} cases right, {missed} known misses");
    assert!(
        complaints.is_empty(),
        "\n\n{}\n\n{right} cases right, {missed} known misses, {} wrong",
        complaints.join("\n\n"),
        complaints.len()
    );
}

/// What is wrong with the findings of a case, if anything.
fn check(case: &Case) -> Option<String> {
    let (text, found) = scan(&case.document, &Options::default());
    let mut complaint = String::new();
    let wanted = case.attribution_count();
    if !found.read {
        return Some("\n  read as another language".to_owned());
    }
    if wanted > 0 || case.room == "attribution" {
        check_attributions(case, &text, &found, &mut complaint);
    }
    if !case.figures.is_empty() || case.room == "figure" {
        check_figures(case, &text, &found, &mut complaint);
    }
    if case.flags.is_some() || case.room == "hint" {
        check_flags(case, &text, &found, &mut complaint);
    }
    Some(complaint).filter(|c| !c.is_empty())
}

/// The parts of an attribution as marks.
type Parts = Vec<(&'static str, Vec<Span>)>;

fn check_attributions(case: &Case, text: &Text, found: &Findings, complaint: &mut String) {
    let spans = |words: &[Range<usize>]| words.iter().map(|w| text.span(w)).collect::<Vec<_>>();
    let parts: Vec<Parts> = found
        .attributions
        .iter()
        .map(|a| {
            vec![
                ("source", spans(a.source.as_slice())),
                ("cue", spans(std::slice::from_ref(&a.cue))),
                ("content", spans(&a.content)),
            ]
        })
        .collect();
    let wanted: Vec<Parts> = (1..=case.attribution_count())
        .map(|n| {
            let part = |name: &'static str| (name, case.spans(name, n));
            vec![part("source"), part("cue"), part("content")]
        })
        .collect();
    // Each wanted attribution is one found with the same parts; the numbers follow the marks.
    let pairs: Vec<Option<usize>> = wanted
        .iter()
        .map(|w| parts.iter().position(|p| p == w))
        .collect();
    if pairs.iter().any(Option::is_none) || parts.len() != wanted.len() {
        complaint.push_str(&beside(text, &as_marks(&wanted), &as_marks(&parts)));
    }
    for (number, (pair, table)) in pairs.iter().zip(&case.attributions).enumerate() {
        let Some(index) = *pair else { continue };
        for (key, value) in table {
            let actual = attribution_value(key, text, found, index);
            compare(
                key,
                number,
                case.attributions.len(),
                value,
                &actual,
                complaint,
            );
        }
    }
}

fn as_marks(attributions: &[Parts]) -> Vec<Mark> {
    let several = attributions.len() > 1;
    let mut marks = Vec::new();
    for (i, parts) in attributions.iter().enumerate() {
        for (name, spans) in parts {
            marks.extend(spans.iter().map(|s| Mark {
                name: (*name).to_owned(),
                number: if several { i + 1 } else { 0 },
                span: s.start as usize..s.end as usize,
            }));
        }
    }
    marks
}

fn attribution_value(key: &str, text: &Text, found: &Findings, index: usize) -> Value {
    let attribution = &found.attributions[index];
    let resolution = &found.resolved.resolutions[index];
    let source = resolution.source.map(|s| &found.resolved.sources[s]);
    let words = |words: &Option<Range<usize>>| {
        let told = words.as_ref().map(|w| text.words(w).to_owned());
        told.unwrap_or_default()
    };
    Value::String(match key {
        "quotation" => quotation_name(attribution.quotation).to_owned(),
        "rule" => attribution.rule.name.to_owned(),
        "kind" => kind_name(resolution.kind).to_owned(),
        "stance" => stance_name(resolution.stance).to_owned(),
        "resolved" => source.map_or_else(String::new, |s| s.name.clone()),
        "role" => source.and_then(|s| s.role.clone()).unwrap_or_default(),
        "when" => words(&resolution.when),
        "addressee" => words(&resolution.addressee),
        "medium" => words(&resolution.medium),
        "resolved_by" => resolution.rule.name.to_owned(),
        "kind_by" => resolution.kind_rule.map_or("", |rule| rule.name).to_owned(),
        "hops_by" => {
            let rules = resolution.relay.iter().map(|hop| hop.way.rule().name);
            return Value::Array(rules.map(|name| Value::String(name.to_owned())).collect());
        }
        "relay" => {
            let names = resolution
                .relay
                .iter()
                .map(|h| Value::String(h.name.clone()));
            return Value::Array(names.collect());
        }
        _ => unreachable!("keys are checked when a case is read"),
    })
}

fn check_figures(case: &Case, text: &Text, found: &Findings, complaint: &mut String) {
    let mark = |name: &str, span: Span| Mark {
        name: name.to_owned(),
        number: 0,
        span: span.start as usize..span.end as usize,
    };
    let wanted: Vec<Mark> = case.marks("figure").cloned().collect();
    let nums: Vec<Mark> = case.marks("num").cloned().collect();
    let actual: Vec<Mark> = found
        .figures
        .iter()
        .map(|f| mark("figure", f.span))
        .collect();
    let actual_nums: Vec<Mark> = found
        .figures
        .iter()
        .map(|f| mark("num", f.number))
        .collect();
    let missing = nums.iter().any(|n| !actual_nums.contains(n));
    if wanted != actual || missing {
        let with = |marks: &[Mark], nums: &[Mark]| {
            let mut all = marks.to_vec();
            if missing {
                all.extend(nums.iter().cloned());
            }
            all
        };
        complaint.push_str(&beside(
            text,
            &with(&wanted, &nums),
            &with(&actual, &actual_nums),
        ));
    }
    if let Some(wanted) = &case.excluded_by {
        let excluded = whence::figure::excluded(&Phrases::new(text));
        let excluded: Vec<&str> = excluded.iter().map(|e| e.rule.name).collect();
        if *wanted != excluded {
            complaint.push_str(&format!(
                "\n  excluded_by: wanted {wanted:?}, found {excluded:?}"
            ));
        }
    }
    for (number, (table, wanted)) in case.figures.iter().zip(&wanted).enumerate() {
        let Some(index) = actual.iter().position(|f| f == wanted) else {
            continue;
        };
        for (key, value) in table {
            let actual = figure_value(key, case, text, found, index);
            compare(key, number, case.figures.len(), value, &actual, complaint);
        }
    }
}

fn figure_value(key: &str, case: &Case, text: &Text, found: &Findings, index: usize) -> Value {
    let figure: &Figure = &found.figures[index];
    let number = |n: Option<f64>| n.map_or_else(none, Value::Float);
    match key {
        "value" => number(figure.value),
        "low" => number(figure.low),
        "high" => number(figure.high),
        "unit" => figure
            .unit
            .clone()
            .map_or_else(none, |u| Value::String(u.into_owned())),
        "bound" => Value::String(
            match figure.bound {
                Bound::Exact => "exact",
                Bound::About => "about",
                Bound::Over => "over",
                Bound::Under => "under",
            }
            .to_owned(),
        ),
        "change" => match figure.change {
            Some(Change::Up) => Value::String("up".to_owned()),
            Some(Change::Down) => Value::String("down".to_owned()),
            None => none(),
        },
        "read_by" => Value::String(figure.rule.name.to_owned()),
        "tied_by" => Value::String(
            found.ties[index]
                .map_or("", |tie| tie.rule().name)
                .to_owned(),
        ),
        "unwanted" => Value::String(
            found.unwanted[index]
                .map_or("", |rule| rule.name)
                .to_owned(),
        ),
        // The number by which the case marks the attribution that covers the figure.
        "given_by" => Value::Integer(found.ties[index].map_or(0, |tie| {
            let content = &found.attributions[tie.attribution].content;
            let spans: Vec<Span> = content.iter().map(|c| text.span(c)).collect();
            let same = (1..=case.attribution_count()).find(|n| case.spans("content", *n) == spans);
            same.map_or(-1, |n| n as i64)
        })),
        _ => unreachable!("keys are checked when a case is read"),
    }
}

fn none() -> Value {
    Value::String(String::new())
}

fn check_flags(case: &Case, text: &Text, found: &Findings, complaint: &mut String) {
    let mut actual: Vec<String> = found
        .flags
        .iter()
        .map(|f| flag_name(f.kind).to_owned())
        .collect();
    actual.sort();
    let wanted = case.flags.clone().unwrap_or_default();
    if actual != wanted {
        complaint.push_str(&format!(
            "\n  {}\n  flags: wanted {wanted:?}, found {actual:?}",
            text.document.text
        ));
    }
    if let Some(wanted) = &case.detail {
        let actual = found
            .flags
            .iter()
            .find_map(|f| f.detail)
            .map(reason_name)
            .unwrap_or_default();
        if actual != wanted {
            complaint.push_str(&format!("\n  detail: wanted “{wanted}”, found “{actual}”"));
        }
    }
    let wanted: Vec<Mark> = case.marks("evidence").cloned().collect();
    if !wanted.is_empty() {
        let mut actual: Vec<Mark> = found
            .flags
            .iter()
            .flat_map(|f| &f.evidence)
            .map(|words| text.span(words))
            .map(|s| Mark {
                name: "evidence".to_owned(),
                number: 0,
                span: s.start as usize..s.end as usize,
            })
            .collect();
        actual.sort_by_key(|m| (m.span.start, m.span.end));
        actual.dedup();
        if actual != wanted {
            complaint.push_str(&beside(text, &wanted, &actual));
        }
    }
}

fn beside(text: &Text, wanted: &[Mark], found: &[Mark]) -> String {
    format!(
        "\n  wanted  {}\n  found   {}",
        marked::write(&text.document.text, wanted),
        marked::write(&text.document.text, found)
    )
}

/// Adds a line to the complaint where `actual` is not as wanted. Integers and floats are both numbers.
fn compare(
    key: &str,
    number: usize,
    of: usize,
    wanted: &Value,
    actual: &Value,
    complaint: &mut String,
) {
    let as_number = |v: &Value| v.as_float().or_else(|| v.as_integer().map(|i| i as f64));
    let same = match (as_number(wanted), as_number(actual)) {
        (Some(w), Some(a)) => (w - a).abs() <= 1e-9 * w.abs().max(1.0),
        _ => wanted == actual,
    };
    if !same {
        let which = if of > 1 {
            format!("{}", number + 1)
        } else {
            String::new()
        };
        complaint.push_str(&format!(
            "\n  {key}{which}: wanted {wanted}, found {actual}"
        ));
    }
}

#[test]
fn marks_are_read_and_written_back() {
    for text in [
        "{content:“It {figure:{num:4} %} rose,”} {cue:said} {source:she}.",
        "plain",
        "{source2:a}{cue2:b} c",
    ] {
        let read = marked::read(text).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(marked::write(&read.text, &read.marks), text);
    }
    let shared = marked::read("{source1+2:They} said").unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(shared.marks.len(), 2);
    assert_eq!(shared.text, "They said");
    assert!(marked::read("{source:open").is_err());
    assert!(marked::read("close}").is_err());
    assert!(marked::read("{Source:x}").is_err());
    assert_eq!(marked::read(r"\{x\}").map(|m| m.text), Ok("{x}".to_owned()));
}

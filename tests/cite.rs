//! Pages in the markup of sites that cite, in our own words: what is read of each (`cite/cases.json`), by the
//! command. The shell's tests may run the same file, so that both read a page alike.
//!
//! A case has a `name`, the `body` of its article (running text is put around it), and what must be found:
//!
//! - `text`: the words of each block, in order (those of the running text left out)
//! - `citations`: form, label, claim (its pieces parted by " … ") and target of each, in order; a target is
//!   the text of an entry, an address, words of the page, "absent", or "one of N entries"
//! - `figures`: the words and the value of each; `sources`: the source of each attribution as it is resolved,
//!   or its words; `contents`: the content of each
//! - `cites`: an entry and one that its own marks lead to; `same`: one that says “Ibid.” and the entry it means
//! - `hrefs`: where each entry leads
//! - `flags`: the kinds of all flags, in order; `links`: role and address of each attribution's link, or "none"
//!
//! What a case does not name is not looked at. `url` is the page's own address.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const CASES: &str = include_str!("cite/cases.json");

/// Running text around each body, without figure, source or mark.
const BEFORE: &str = "The harbour has been quiet since the ferries moved to the outer pier, and the old sheds along \
    the quay stand empty behind their fences. Grass grows between the rails, and the cranes have gone.";
const AFTER: &str = "There is no shortage of plans. The quay could have gardens, workshops or homes, and the locks \
    could open for small boats again. The road behind the sheds is narrow, and the drains are old.";

fn scanned(case: &Value) -> Value {
    let url = case["url"]
        .as_str()
        .unwrap_or("https://news.example.com/harbour");
    let body = case["body"].as_str().unwrap_or_default();
    let page = format!(
        "<!doctype html><html lang=en><head><title>The harbour</title><link rel=canonical href=\"{url}\"></head>\
         <body><article><h1>The harbour</h1><p>{BEFORE}</p>{body}<p>{AFTER}</p></article></body></html>"
    );
    let command = Command::new(env!("CARGO_BIN_EXE_whence"))
        .args(["scan", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut command = command.unwrap_or_else(|e| panic!("the command does not start: {e}"));
    let mut input = command
        .stdin
        .take()
        .unwrap_or_else(|| panic!("no standard input"));
    input
        .write_all(page.as_bytes())
        .unwrap_or_else(|e| panic!("{e}"));
    drop(input);
    let output = command.wait_with_output().unwrap_or_else(|e| panic!("{e}"));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("no JSON: {e}"))
}

/// A list of the findings, each as what a case says of it.
fn each(found: &Value, list: &str, say: impl Fn(&Value) -> Value) -> Value {
    found[list]
        .as_array()
        .into_iter()
        .flatten()
        .map(say)
        .collect()
}

fn pieces(list: &Value) -> String {
    let words = list.as_array().into_iter().flatten();
    words
        .filter_map(|s| s["words"].as_str())
        .collect::<Vec<_>>()
        .join(" … ")
}

fn target(found: &Value, target: &Value) -> Value {
    let references = target["references"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    match (target["kind"].as_str(), references) {
        (Some("references"), [one]) => {
            found["references"][one.as_u64().unwrap_or(0) as usize]["text"].clone()
        }
        (Some("references"), all) => format!("one of {} entries", all.len()).into(),
        (Some("link"), _) => target["href"].clone(),
        (Some("words"), _) => target["words"].clone(),
        _ => "absent".into(),
    }
}

fn actual(found: &Value, key: &str) -> Value {
    match key {
        "text" => {
            let text: Vec<char> = found["page"]["text"]
                .as_str()
                .unwrap_or_default()
                .chars()
                .collect();
            let blocks = each(&found["page"], "blocks", |b| {
                let at = |i: usize| b["span"][i].as_u64().unwrap_or(0) as usize;
                text[at(0)..at(1)].iter().collect::<String>().into()
            });
            let own = blocks.as_array().into_iter().flatten();
            own.filter(|b| !["The harbour", BEFORE, AFTER].iter().any(|t| *b == t))
                .cloned()
                .collect()
        }
        "citations" => each(found, "citations", |c| {
            let parts = [
                c["form"].clone(),
                c["label"].clone(),
                pieces(&c["claim"]).into(),
                target(found, &c["target"]),
            ];
            parts.into_iter().collect()
        }),
        "figures" => each(found, "figures", |f| {
            [f["words"].clone(), f["value"].clone()]
                .into_iter()
                .collect()
        }),
        "hrefs" => each(found, "references", |r| r["href"].clone()),
        "cites" | "same" => {
            let entries = found["references"]
                .as_array()
                .map_or(&[][..], Vec::as_slice);
            let text = |i: &Value| entries[i.as_u64().unwrap_or(0) as usize]["text"].clone();
            let of = |e: &Value| -> Vec<Value> {
                match key {
                    "cites" => e["cites"]
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(text)
                        .collect(),
                    _ => (!e["same_as"].is_null())
                        .then(|| text(&e["same_as"]))
                        .into_iter()
                        .collect(),
                }
            };
            let pairs = entries.iter().flat_map(|e| {
                of(e)
                    .into_iter()
                    .map(|to| Value::from(vec![e["text"].clone(), to]))
            });
            pairs.collect()
        }
        "sources" => each(found, "attributions", |a| match &a["resolved"] {
            Value::Null => pieces(&a["source"]).into(),
            name => name.clone(),
        }),
        "kinds" => each(found, "attributions", |a| a["source_kind"].clone()),
        "contents" => each(found, "attributions", |a| pieces(&a["content"]).into()),
        "flags" => each(found, "flags", |f| f["kind"].clone()),
        "links" => each(found, "attributions", |a| match &a["link"] {
            Value::Null => "none".into(),
            link => format!(
                "{} {}",
                link["role"].as_str().unwrap_or(""),
                link["href"].as_str().unwrap_or("")
            )
            .into(),
        }),
        other => panic!("“{other}” is no key of a case"),
    }
}

#[test]
fn pages_are_read_with_what_they_cite() {
    let cases: Value =
        serde_json::from_str(CASES).unwrap_or_else(|e| panic!("cite/cases.json: {e}"));
    let mut complaints = String::new();
    for case in cases.as_array().into_iter().flatten() {
        let found = scanned(case);
        for (key, wanted) in case.as_object().into_iter().flatten() {
            if matches!(key.as_str(), "name" | "body" | "url" | "why") {
                continue;
            }
            let actual = actual(&found, key);
            // Numbers of JSON are whole or not; values are compared as numbers.
            let same = match (wanted.as_array(), actual.as_array()) {
                (Some(w), Some(a)) if key == "figures" => {
                    w.len() == a.len()
                        && w.iter()
                            .zip(a)
                            .all(|(w, a)| w[0] == a[0] && w[1].as_f64() == a[1].as_f64())
                }
                _ => *wanted == actual,
            };
            if !same {
                complaints += &format!(
                    "\n{} {key}:\n  wanted {wanted}\n  found  {actual}\n",
                    case["name"]
                );
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

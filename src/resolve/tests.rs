//! How often "he" and "she" find theirs, on open texts of many genres whose mentions were linked by hand; told
//! by genre. Run by hand: `cargo test --release --lib pronouns_of -- --ignored --nocapture`.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::candidate::Who;
use super::who::Resolver;
use super::{Discourse, Names, anchor, name, one, ordered};
use crate::attribution::{self, Attribution};
use crate::phrase::Phrases;
use crate::span::Span;
use crate::text::Text;
use crate::text::block::Document;

/// How many pronouns of a genre were asked for, and of these given rightly, given wrongly and left open.
#[derive(Clone, Copy, Default)]
struct Row {
    asked: usize,
    right: usize,
    wrong: usize,
    silent: usize,
}

/// What people said the mentions of a text mean.
struct Gold<'d> {
    /// The entity and the kind of mention, by where its head begins.
    heads: BTreeMap<usize, (usize, &'d str)>,
    /// Each mention's start, end and entity.
    spans: Vec<(usize, usize, usize)>,
}

impl<'d> Gold<'d> {
    fn of(doc: &'d Value, words: &str) -> Gold<'d> {
        // Code points of the data, bytes of ours.
        let mut bytes: Vec<usize> = words.char_indices().map(|(i, _)| i).collect();
        bytes.push(words.len());
        let mut gold = Gold {
            heads: BTreeMap::new(),
            spans: Vec::new(),
        };
        let entities = doc["entities"].as_array().expect("entities");
        for (e, entity) in entities.iter().enumerate() {
            for m in entity["mentions"].as_array().expect("mentions") {
                let at = |key: &str, i: usize| bytes[m[key][i].as_u64().unwrap_or(0) as usize];
                let kind = m["kind"].as_str().unwrap_or("");
                gold.heads.insert(at("head", 0), (e, kind));
                gold.spans.push((at("span", 0), at("span", 1), e));
            }
        }
        gold
    }

    /// Whether `span` names the entity, with few words around it at most.
    fn names(&self, entity: usize, span: Span) -> bool {
        let (start, end) = (span.start as usize, span.end as usize);
        let near = |from: usize, to: usize| to - from < 2 * (end - start) + 40;
        (self.spans.iter()).any(|&(a, b, of)| of == entity && a <= start && end <= b && near(a, b))
    }
}

/// The words that name the one who was chosen: any name of an entity, the first mention of a source.
fn names_of(resolver: &Resolver, who: &Who) -> Vec<Range<usize>> {
    let names = &resolver.d.names;
    match who {
        Who::Entity(e) => (0..names.names.len())
            .filter(|n| names.entity_of[*n] == Some(*e))
            .map(|n| names.names[n].words.clone())
            .collect(),
        Who::Words(words) => vec![words.clone()],
        Who::Someone(_) => Vec::new(),
        Who::Source(s) => (resolver.d.sources[*s].mentions.first())
            .cloned()
            .into_iter()
            .collect(),
    }
}

/// The text's sources resolved, and all that follows them.
fn resolved<'t>(text: &'t Text<'t>, attributions: &[Attribution]) -> Resolver<'t, 't> {
    let names = Names::new(text, name::find(text), attributions);
    let mut resolver = Resolver::new(
        Discourse::new(text, names, Vec::new()),
        (attributions.iter().flat_map(|a| a.content.iter().cloned())).collect(),
    );
    for i in ordered(attributions.iter().map(anchor)) {
        one(&mut resolver, &attributions[i], attributions);
    }
    resolver.recent.advance(&mut resolver.d, text.tokens.len());
    resolver
}

/// Adds to `table` how the pronouns of `doc` were chosen; prints those that `show` asks for.
fn count(doc: &Value, show: &str, table: &mut BTreeMap<String, Row>) {
    let words = doc["text"].as_str().expect("a text");
    let document = Document::from_text(words);
    let text = Text::new(&document, crate::lexicon::english());
    let gold = Gold::of(doc, words);
    let attributions = attribution::find(&Phrases::new(&text));
    let mut resolver = resolved(&text, &attributions);
    let said = |key: &str| doc[key].as_str().unwrap_or("");
    let genre = format!("{} {}", said("genre"), said("licence"));
    for (at, who, speaks, reasons) in std::mem::take(&mut resolver.recent.choices) {
        let start = text.tokens[at].span.start as usize;
        let Some((entity, "pronoun")) = gold.heads.get(&start).copied() else {
            continue;
        };
        let names = who.as_ref().map(|who| names_of(&resolver, who));
        let right =
            (names.as_ref()).map(|names| names.iter().any(|w| gold.names(entity, text.span(w))));
        for key in [&*genre, "all", if speaks { "speaks" } else { "plain" }] {
            let row = table.entry(key.to_owned()).or_default();
            row.asked += 1;
            match right {
                None => row.silent += 1,
                Some(true) => row.right += 1,
                Some(false) => row.wrong += 1,
            }
        }
        let asked = right == Some(false) || show == "all" && who.is_none();
        if !show.is_empty() && asked && (show != "speaks" || speaks) {
            let name = names.and_then(|names| Some(text.words(names.first()?).to_owned()));
            println!(
                "{} {name:?} for {} ({reasons})\n   {} [[{}]] {}\n",
                said("id"),
                doc["entities"][entity]["name"],
                text.words(&(at.saturating_sub(60)..at)),
                text.word(at),
                text.words(&(at + 1..text.tokens.len().min(at + 12)))
            );
        }
    }
}

#[test]
#[ignore = "a measurement, on texts that are not in the repository"]
fn pronouns_of_open_texts() {
    let Ok(lines) = std::fs::read_to_string("../shared/gum/gum.jsonl") else {
        println!("../shared is absent: nothing measured");
        return;
    };
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut table: BTreeMap<String, Row> = BTreeMap::new();
    for line in lines.lines() {
        let doc: Value = serde_json::from_str(line).expect("a line of JSON");
        count(&doc, &show, &mut table);
    }
    for (genre, row) in table {
        let given = (row.right + row.wrong).max(1);
        println!(
            "{genre:30} {:4}: right {:3} wrong {:3} silent {:3}  precision {:.1} coverage {:.1}",
            row.asked,
            row.right,
            row.wrong,
            row.silent,
            100.0 * row.right as f64 / given as f64,
            100.0 * given as f64 / row.asked as f64
        );
    }
}

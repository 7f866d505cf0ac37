//! How often "he" and "she" find theirs, on open texts of many genres whose mentions were linked by hand; told
//! by genre. Run by hand: `cargo test --release --lib pronouns_of -- --ignored --nocapture`.

use serde_json::Value;

use super::candidate::Who;
use super::who::Resolver;
use super::{Discourse, Names, anchor, name, one, ordered};
use crate::attribution;
use crate::phrase::Phrases;
use crate::text::Text;
use crate::text::block::Document;

#[test]
#[ignore = "a measurement, on texts that are not in the repository"]
fn pronouns_of_open_texts() {
    let Ok(lines) = std::fs::read_to_string("../shared/gum/gum.jsonl") else {
        println!("../shared is absent: nothing measured");
        return;
    };
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut table: std::collections::BTreeMap<String, [usize; 4]> = Default::default();
    for line in lines.lines() {
        let doc: Value = serde_json::from_str(line).expect("a line of JSON");
        let words = doc["text"].as_str().expect("a text");
        let document = Document::from_text(words);
        let text = Text::new(&document, crate::lexicon::english());
        // Code points of the data, bytes of ours.
        let mut bytes: Vec<usize> = words.char_indices().map(|(i, _)| i).collect();
        bytes.push(words.len());
        let mut heads: std::collections::BTreeMap<usize, (usize, &str)> = Default::default();
        let mut spans: Vec<(usize, usize, usize)> = Vec::new();
        let entities = doc["entities"].as_array().expect("entities");
        for (e, entity) in entities.iter().enumerate() {
            for m in entity["mentions"].as_array().expect("mentions") {
                let at = |key: &str, i: usize| bytes[m[key][i].as_u64().unwrap_or(0) as usize];
                let kind = m["kind"].as_str().unwrap_or("");
                heads.insert(at("head", 0), (e, kind));
                spans.push((at("span", 0), at("span", 1), e));
            }
        }
        let attributions = attribution::find(&Phrases::new(&text));
        let names = Names::new(&text, name::find(&text));
        let mut resolver = Resolver::new(
            Discourse::new(&text, names, Vec::new()),
            (attributions.iter().flat_map(|a| a.content.iter().cloned())).collect(),
        );
        for i in ordered(attributions.iter().map(anchor)) {
            one(&mut resolver, &attributions[i], &attributions);
        }
        resolver.stage.advance(&mut resolver.d, text.tokens.len());
        let genre = format!(
            "{} {}",
            doc["genre"].as_str().unwrap_or(""),
            doc["licence"].as_str().unwrap_or("")
        );
        let choices = std::mem::take(&mut resolver.stage.choices);
        for (at, who, speaks, reasons) in choices {
            let start = text.tokens[at].span.start as usize;
            let Some((gold, "pronoun")) = heads.get(&start).copied() else {
                continue;
            };
            let words = |who: &Who| match who {
                Who::Entity(e) => Some(resolver.d.names.entities[*e].name.clone()),
                Who::Words(words) => Some(words.clone()),
                Who::Someone(_) => None,
                Who::Source(s) => resolver.d.sources[*s].mentions.first().cloned(),
            };
            let right = |who: &Who| {
                let Some(w) = words(who) else { return false };
                let all = match who {
                    // Any name of the entity.
                    Who::Entity(e) => (0..resolver.d.names.names.len())
                        .filter(|n| resolver.d.names.entity_of[*n] == Some(*e))
                        .map(|n| resolver.d.names.names[n].words.clone())
                        .collect(),
                    _ => vec![w],
                };
                all.iter().any(|w| {
                    let span = text.span(w);
                    let (s, e) = (span.start as usize, span.end as usize);
                    spans.iter().any(|(a, b, of)| {
                        *of == gold && *a <= s && e <= *b && b - a < 2 * (e - s) + 40
                    })
                })
            };
            for key in [
                genre.clone(),
                "all".into(),
                if speaks { "speaks" } else { "plain" }.into(),
            ] {
                let row = table.entry(key).or_default();
                row[0] += 1;
                match &who {
                    None => row[3] += 1,
                    Some(w) if right(w) => row[1] += 1,
                    Some(_) => row[2] += 1,
                }
            }
            let wrong = who.as_ref().is_some_and(|w| !right(w));
            if !show.is_empty()
                && (wrong || show == "all" && who.is_none())
                && (show != "speaks" || speaks)
            {
                let from = at.saturating_sub(60);
                let name = who
                    .as_ref()
                    .and_then(words)
                    .map(|w| text.words(&w).to_owned());
                println!(
                    "{} {name:?} for {} ({reasons})\n   {} [[{}]] {}\n",
                    doc["id"].as_str().unwrap_or(""),
                    entities[gold]["name"],
                    text.words(&(from..at)),
                    text.word(at),
                    text.words(&(at + 1..text.tokens.len().min(at + 12)))
                );
            }
        }
    }
    for (genre, [n, right, wrong, silent]) in table {
        let given = (right + wrong).max(1);
        println!(
            "{genre:30} {n:4}: right {right:3} wrong {wrong:3} silent {silent:3}  precision {:.1} coverage {:.1}",
            100.0 * right as f64 / given as f64,
            100.0 * given as f64 / n as f64
        );
    }
}

//! Phrases: what is found in sentences of ours, and how often edges are as people drew them.

#[allow(dead_code)] // tags are asked for elsewhere
mod trees;

use std::ops::Range;

use whence::phrase::{Determiner, NounPhrase, Phrases, VerbGroup};
use whence::text::Text;
use whence::text::block::Document;
use whence::text::tag::Tag;

use trees::TaggedText;

/// What `ask` answers of `text`.
fn ask<T>(text: &str, ask: impl Fn(&Phrases) -> T) -> T {
    let document = Document::from_text(text);
    let text = Text::new(&document, whence::lexicon::english());
    ask(&Phrases::new(&text))
}

/// The token that is the word `word`.
fn find(phrases: &Phrases, word: &str) -> usize {
    let text = phrases.text;
    let found = (0..text.tokens.len()).find(|i| text.word(*i) == word);
    found.unwrap_or_else(|| panic!("no {word} in {}", text.document.text))
}

fn noun(phrases: &Phrases, word: &str) -> NounPhrase {
    let found = phrases.noun_phrase_at(find(phrases, word));
    found.unwrap_or_else(|| panic!("no noun phrase at {word}"))
}

fn verb(phrases: &Phrases, word: &str) -> VerbGroup {
    let found = phrases.verb_group_at(find(phrases, word));
    found.unwrap_or_else(|| panic!("no verb group at {word}"))
}

#[test]
fn a_noun_phrase_runs_from_its_determiner_to_its_head() {
    for (text, at, wanted, head) in [
        (
            "They met the two former ministers of Nara.",
            "two",
            "the two former ministers",
            "ministers",
        ),
        (
            "The worried investors left.",
            "investors",
            "The worried investors",
            "investors",
        ),
        (
            "Yesterday minister Ada Roe left.",
            "Roe",
            "minister Ada Roe",
            "Roe",
        ),
        (
            "The mayor's new office was shut.",
            "office",
            "The mayor's new office",
            "office",
        ),
        ("He gave the mayor the map.", "map", "the map", "map"),
        (
            "The old mill and the weir were sold.",
            "mill",
            "The old mill",
            "mill",
        ),
        ("She left.", "She", "She", "She"),
        ("Those left.", "Those", "Those", "Those"),
        (
            "A newly built weir held.",
            "weir",
            "A newly built weir",
            "weir",
        ),
    ] {
        ask(text, |p| {
            let found = noun(p, at);
            assert_eq!(p.text.words(&found.words()), wanted, "{text}");
            assert_eq!(p.text.word(found.head), head, "{text}");
        });
    }
}

#[test]
fn a_noun_phrase_tells_what_is_in_it() {
    ask(
        "The two former ministers met minister Ada Roe at the mayor's old mill.",
        |p| {
            let words = |words: Range<usize>| p.text.words(&words);
            let ministers = noun(p, "ministers");
            assert_eq!(p.determiner(&ministers), Determiner::Definite);
            assert_eq!(words(p.modifiers(&ministers)), "two former");
            assert_eq!(p.number(&ministers).map(|i| p.text.word(i)), Some("two"));
            assert!(p.is_plural(&ministers));
            assert_eq!(p.name_in(&ministers), None);
            let roe = noun(p, "Roe");
            assert_eq!(p.name_in(&roe).map(words), Some("Ada Roe"));
            assert_eq!(p.determiner(&roe), Determiner::None);
            assert!(!p.is_plural(&roe));
            let mill = noun(p, "mill");
            assert_eq!(p.owner(&mill).map(words), Some("the mayor"));
            assert_eq!(p.determiner(&mill), Determiner::Possessive);
            assert_eq!(words(p.modifiers(&mill)), "old");
        },
    );
}

#[test]
fn what_hangs_on_a_noun_phrase_is_told() {
    ask(
        "The mayor of Nara, a former pilot, met the farmers who sold the mill.",
        |p| {
            let words = |words: Range<usize>| p.text.words(&words);
            let mayor = noun(p, "mayor");
            let of = p.of_phrase(&mayor);
            assert_eq!(of.map(|o| words(o.words())), Some("Nara"));
            assert_eq!(words(mayor.start..p.whole(&mayor)), "The mayor of Nara");
            let nara = noun(p, "Nara");
            assert_eq!(p.apposition(&nara).map(words), Some("a former pilot"));
            assert_eq!(p.relative_clause(&nara), None);
            let farmers = noun(p, "farmers");
            assert_eq!(
                p.relative_clause(&farmers).map(words),
                Some("who sold the mill")
            );
            assert_eq!(
                words(farmers.start..p.whole(&farmers)),
                "the farmers who sold the mill"
            );
            assert_eq!(p.apposition(&farmers), None);
        },
    );
    ask(
        "The mayor and the council left, and the miller stayed.",
        |p| {
            let joined = |word: &str| p.coordinated(&noun(p, word)).map(|c| p.text.word(c.head));
            assert_eq!(
                joined("mayor"),
                None,
                "the verb is that of both, but stands behind the second"
            );
            assert_eq!(joined("council"), None, "a clause opens behind the comma");
        },
    );
    ask("They met the mayor and the council of Nara.", |p| {
        let joined = p.coordinated(&noun(p, "mayor"));
        assert_eq!(joined.map(|c| p.text.word(c.head)), Some("council"));
    });
}

#[test]
fn a_verb_group_tells_what_its_auxiliaries_make_of_it() {
    for (text, at, wanted, is) in [
        (
            "He has not been told.",
            "told",
            "has not been told",
            "passive perfect negated finite",
        ),
        (
            "He was later seen.",
            "seen",
            "was later seen",
            "passive finite",
        ),
        (
            "They may be leaving.",
            "leaving",
            "may be leaving",
            "progressive modal finite",
        ),
        ("They hope to leave.", "leave", "to leave", "infinitive"),
        ("She also said so.", "said", "also said", "finite"),
        ("It is red.", "is", "is", "finite"),
        ("Leaving the mill, he sang.", "Leaving", "Leaving", ""),
        ("He did not sing.", "sing", "did not sing", "negated finite"),
    ] {
        ask(text, |p| {
            let group = verb(p, at);
            assert_eq!(p.text.words(&(group.start..group.end)), wanted, "{text}");
            let all = [
                (group.passive, "passive"),
                (group.perfect, "perfect"),
                (group.progressive, "progressive"),
                (group.modal, "modal"),
                (group.negated, "negated"),
                (group.infinitive, "infinitive"),
                (group.finite, "finite"),
            ];
            let told = all.iter().filter(|(is, _)| *is).map(|(_, name)| *name);
            assert_eq!(told.collect::<Vec<_>>().join(" "), is, "{text}");
        });
    }
}

#[test]
fn a_clause_ends_where_another_begins() {
    for (text, from, wanted) in [
        (
            "The mill was sold, and the weir was kept.",
            "The",
            "The mill was sold",
        ),
        (
            "The mill was sold and the weir was kept.",
            "The",
            "The mill was sold",
        ),
        (
            "The mill was sold because it was old.",
            "The",
            "The mill was sold",
        ),
        (
            "He said the mill of the town was sold.",
            "the",
            "the mill of the town was sold",
        ),
        ("The mill that she sold was old.", "she", "she sold"),
    ] {
        ask(text, |p| {
            let from = find(p, from);
            assert_eq!(p.text.words(&(from..p.clause_end(from))), wanted, "{text}");
        });
    }
}

#[test]
fn a_parenthesis_ends_within_its_sentence() {
    for (text, open, wanted) in [
        (
            "Ada Roe (the mayor of Nara) left.",
            "(",
            Some("the mayor of Nara"),
        ),
        ("Ada Roe, the mayor, left.", ",", Some("the mayor")),
        ("Ada Roe — the mayor — left.", "—", Some("the mayor")),
        ("Ada Roe, the mayor. She left, too.", ",", None),
        ("Ada Roe left (and sang.", "(", None),
    ] {
        ask(text, |p| {
            let found = p
                .parenthesis(find(p, open))
                .map(|words| p.text.words(&words));
            assert_eq!(found, wanted, "{text}");
        });
    }
}

/// What is measured against trees that people drew, and how many in a hundred must be right.
const LEAST: &[(&str, f64)] = &[
    ("noun phrases found, of those drawn", 82.5),
    ("noun phrases drawn, of those found", 74.0),
    ("heads of noun phrases whose edges are right", 99.0),
    ("verbs of verb groups", 92.0),
    ("passive or not", 99.0),
    ("ends of clauses", 67.0),
];

#[test]
fn edges_are_as_people_drew_them() {
    let Some(folder) = trees::folder() else {
        println!("skipped: no hand-checked trees beside the repository");
        return;
    };
    let texts = trees::read(&folder).unwrap_or_else(|e| panic!("{e}"));
    let mut counts = [[0; 2]; LEAST.len()];
    for tagged in texts.iter().filter(|text| !text.free) {
        let document = Document::from_text(&tagged.text);
        let text = Text::new(&document, whence::lexicon::english());
        measure(&Phrases::new(&text), tagged, &mut counts);
    }
    let mut complaints = Vec::new();
    for ((what, least), [all, right]) in LEAST.iter().zip(counts) {
        let rate = 100.0 * f64::from(right) / f64::max(1.0, f64::from(all));
        println!("{what:45} {all:6} {rate:5.1} %");
        if all < 200 || rate < *least {
            complaints.push(format!("{what}: {rate:.1} % of {all}; at least {least}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Adds what is drawn in `tagged`, and what of it `phrases` has right.
fn measure(phrases: &Phrases, tagged: &TaggedText, counts: &mut [[i32; 2]]) {
    let mut count = |what: usize, right: bool| {
        counts[what][0] += 1;
        counts[what][1] += i32::from(right);
    };
    let tree = Tree::new(tagged);
    let drawn: Vec<(usize, Range<usize>)> = (0..tagged.words.len())
        .filter_map(|i| Some((i, tree.noun_phrase(i)?)))
        .collect();
    let tokens = |words: &Range<usize>| {
        let start = tagged.words[words.start].start as u32;
        let end = tagged.words[words.end - 1].end as u32;
        let token = phrases.text.token_at(start);
        let last = phrases.text.token_at(end - 1);
        let edges = phrases.text.tokens.get(last)?.span.end == end
            && phrases.text.tokens[token].span.start == start;
        edges.then_some(token..last + 1)
    };
    let mut ours: Vec<NounPhrase> = phrases.noun_phrases(0..phrases.text.tokens.len()).collect();
    let all = ours.len();
    let mut both = 0;
    for (head, words) in &drawn {
        let Some(words) = tokens(words) else { continue };
        let found = ours.iter().position(|p| p.words() == words);
        count(0, found.is_some());
        if let Some(found) = found.map(|at| ours.swap_remove(at)) {
            both += 1;
            // A name's head is its last word with us, its first in the trees.
            let head = phrases.text.token_at(tagged.words[*head].start as u32);
            count(
                2,
                found.head == head || phrases.text.tags[head] == Tag::Name,
            );
        }
    }
    (0..all).for_each(|k| count(1, k < both));
    for i in 0..tagged.words.len() {
        let token = phrases.text.token_at(tagged.words[i].start as u32);
        if let Some(passive) = tree.verb(i) {
            let group = phrases.verb_group_at(token).filter(|g| g.head == token);
            count(3, group.is_some());
            group
                .into_iter()
                .for_each(|g| count(4, g.passive == passive));
        }
        if let Some(words) = tree.clause(i).and_then(|words| tokens(&words)) {
            count(5, phrases.clause_end(words.start) == words.end);
        }
    }
}

/// The words of a text with what hangs on each.
struct Tree<'a> {
    text: &'a TaggedText,
    /// For each word the first and one past the last of those that hang on it, itself included.
    reach: Vec<Range<usize>>,
}

impl Tree<'_> {
    fn new(text: &TaggedText) -> Tree<'_> {
        let mut reach: Vec<Range<usize>> = (0..text.words.len()).map(|i| i..i + 1).collect();
        for i in 0..text.words.len() {
            let mut up = text.words[i].head;
            while let Some(head) = up {
                reach[head].start = reach[head].start.min(i);
                reach[head].end = reach[head].end.max(i + 1);
                up = text.words[head].head;
            }
        }
        Tree { text, reach }
    }

    fn tag(&self, i: usize) -> Option<Tag> {
        self.text.words[i].gold.tag
    }

    fn children(&self, head: usize) -> impl Iterator<Item = usize> {
        let reach = self.reach[head].clone();
        reach.filter(move |i| self.text.words[*i].head == Some(head))
    }

    /// The noun phrase whose head is word `i`: with what stands before it, and the further words of a name.
    fn noun_phrase(&self, i: usize) -> Option<Range<usize>> {
        let word = &self.text.words[i];
        let noun = matches!(
            self.tag(i),
            Some(Tag::Noun | Tag::Name | Tag::Pron | Tag::ObjPron)
        );
        if !noun
            || matches!(
                &word.relation[..],
                "compound" | "flat" | "goeswith" | "fixed" | "nmod:poss"
            )
        {
            return None;
        }
        let (mut start, mut end) = (i, i + 1);
        for child in self.children(i) {
            let before = [
                "det",
                "det:predet",
                "amod",
                "nummod",
                "compound",
                "nmod:poss",
            ];
            if child < i && before.contains(&&self.text.words[child].relation[..]) {
                start = start.min(self.reach[child].start);
            }
            if child > i && self.text.words[child].relation == "flat" {
                end = end.max(child + 1);
            }
        }
        Some(start..end)
    }

    /// Whether word `i` is a verb of its own, and then whether it is passive.
    fn verb(&self, i: usize) -> Option<bool> {
        let auxiliary =
            self.text.words[i].relation.starts_with("aux") || self.text.words[i].relation == "amod";
        let verb = matches!(self.tag(i), Some(Tag::Verb | Tag::Past | Tag::Ing)) && !auxiliary;
        verb.then(|| {
            self.children(i)
                .any(|c| self.text.words[c].relation == "aux:pass")
        })
    }

    /// The words of the finite clause whose verb is word `i` inside another, from its subject on.
    fn clause(&self, i: usize) -> Option<Range<usize>> {
        let inner = matches!(
            &self.text.words[i].relation[..],
            "ccomp" | "acl:relcl" | "advcl"
        );
        let subject = self
            .children(i)
            .find(|c| self.text.words[*c].relation.starts_with("nsubj"))?;
        let mut reach = self.reach[subject].start..self.reach[i].end;
        // The mark behind it is the sentence's.
        while self.tag(reach.end - 1).is_none() && reach.end > i + 1 {
            reach.end -= 1;
        }
        (inner && subject < i).then_some(reach)
    }
}

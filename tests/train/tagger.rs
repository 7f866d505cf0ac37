//! Fits the weights of the tagger's second look (`src/text/perceptron.rs`) on hand-checked trees that are
//! no part of the project: `cargo run --release --example train_tagger -- FOLDER [OUT]`, with the folder of
//! `gum.jsonl` and `trees.conllu`. It tells what weights do in texts that they were not fitted on, then
//! writes `OUT`, the table `src/lexicon/en/tagger.weights`. The same data give the same bytes.
//!
//! Only texts whose licence asks for no more than credit are fitted on; the others are for testing.

#[allow(dead_code)] // a part is wanted here
#[path = "../trees/mod.rs"]
mod trees;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;

use trees::{Gold, TaggedText};
use whence::text::Text;
use whence::text::block::Document;
use whence::text::perceptron::{
    ANSWERS, Answer, Features, LARGEST, Lanes, ROWS, SURE, Sums, Tagged, Weights, best,
    is_doubtful, lanes, sums, write,
};
use whence::text::tag::Tag;
use whence::text::tagger;

/// How many times the examples are gone through.
const ROUNDS: usize = 8;

/// By how many updates the right answer must lead, else the weights are changed: a perceptron with a
/// margin bears unseen texts better (Krauth and Mézard 1987).
const MARGIN: i64 = 25;

/// By how many a verb must lead: there are far fewer than nouns, and their weights would be given up first. So six
/// in ten of the unknown verbs of unseen texts are found, and four without it.
const MARGIN_OF_VERB: i64 = 40;

/// How many weights are kept, the largest, after each fitting; the next fits those alone (Han and others
/// 2015, "Learning both weights and connections"). The 6,000 of the last answer as well as the 16,000 of
/// the first, in 9 KB gzipped for 22.
const KEPT: [usize; 4] = [16_000, 11_000, 8_000, 6_000];

/// In how many parts the documents are cut, to test each with weights from the others.
const PARTS: usize = 5;

const HEAD: &str = "\
# What the tagger has learned of words that its rules leave in doubt: digits, read by text::perceptron.
# Written by tests/train, not by hand.
# Uses the GUM corpus (Amir Zeldes and contributors, https://gucorpling.org/gum/, annotations CC BY 4.0; Zeldes 2017, Language Resources and Evaluation 51(3), 581–612), with texts from Wikinews (CC BY 2.5), OpenStax, Rebus Community and open-access articles (CC BY 4.0); converted and changed.
";

/// A doubtful word.
struct Example {
    features: Features,
    /// What the rules say.
    rule: Tag,
    capital: bool,
    /// What people said.
    answer: Answer,
}

/// The doubtful words of a text.
struct Examples {
    genre: String,
    free: bool,
    examples: Vec<Example>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else {
        eprintln!("give the folder of gum.jsonl and trees.conllu, and the file to write");
        return ExitCode::from(2);
    };
    let texts = match trees::read(Path::new(folder)) {
        Ok(texts) => texts,
        Err(complaint) => {
            eprintln!("{complaint}");
            return ExitCode::FAILURE;
        }
    };
    let texts: Vec<Examples> = texts.iter().map(examples).collect();
    test(&texts);
    let all = fit(&of(&texts, |_, text| text.free));
    if let Some(out) = arguments.get(1)
        && let Err(error) = std::fs::write(out, HEAD.to_owned() + &write(&all))
    {
        eprintln!("{out}: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Tells how weights do in documents, genres and a licence that they were not fitted on.
fn test(texts: &[Examples]) {
    let mut by_part = Vec::new();
    for part in 0..PARTS {
        let table = fit(&of(texts, |k, text| text.free && k % PARTS != part));
        by_part.extend(asked(
            &of(texts, |k, text| text.free && k % PARTS == part),
            &lanes(&table),
        ));
    }
    report("documents not seen", &by_part);
    let genres: BTreeSet<&str> = texts
        .iter()
        .filter(|t| t.free)
        .map(|t| &t.genre[..])
        .collect();
    for genre in genres {
        let table = fit(&of(texts, |_, text| text.free && text.genre != genre));
        let tests = of(texts, |_, text| text.genre == genre);
        report(
            &format!("genre not seen: {genre}"),
            &asked(&tests, &lanes(&table)),
        );
    }
    let table = fit(&of(texts, |_, text| text.free));
    let others: BTreeSet<&str> = texts
        .iter()
        .filter(|t| !t.free)
        .map(|t| &t.genre[..])
        .collect();
    let mut all = by_part;
    for genre in others {
        let tests = asked(&of(texts, |_, text| text.genre == genre), &lanes(&table));
        report(&format!("licence not fitted on: {genre}"), &tests);
        all.extend(tests);
    }
    changes(&all);
}

/// The doubtful words of the texts that `take` takes, by their place and themselves.
fn of(texts: &[Examples], take: impl Fn(usize, &Examples) -> bool) -> Vec<&Example> {
    let texts = texts.iter().enumerate().filter(|(k, text)| take(*k, text));
    texts.flat_map(|(_, text)| &text.examples).collect()
}

fn examples(tagged: &TaggedText) -> Examples {
    let document = Document::from_text(&tagged.text);
    let text = Text::new(&document, whence::lexicon::english());
    let mut tags = Vec::new();
    tagger::tag(&document, text.language, &text.tokens, &mut tags);
    let seen = Tagged {
        document: &document,
        tokens: &text.tokens,
        tags: &tags,
    };
    let gold = trees::laid_on(&tagged.words, &text.tokens);
    let doubtful = gold.into_iter().enumerate();
    let doubtful = doubtful.filter(|(i, _)| is_doubtful(&text.tokens, &tags, *i));
    let examples = doubtful.filter_map(|(i, gold)| {
        Some(Example {
            features: seen.features(i),
            rule: tags[i],
            capital: text.tokens[i].capital(),
            answer: answer(gold?)?,
        })
    });
    Examples {
        genre: tagged.genre.clone(),
        free: tagged.free,
        examples: examples.collect(),
    }
}

fn answer(gold: Gold) -> Option<Answer> {
    Some(match gold.tag? {
        Tag::Noun => Answer::Noun,
        Tag::Name => Answer::Name,
        Tag::Adj => Answer::Adjective,
        Tag::Verb => Answer::Verb,
        Tag::Past if gold.participle => Answer::Participle,
        Tag::Past => Answer::Past,
        Tag::Adv => Answer::Adverb,
        _ => Answer::Other,
    })
}

fn tag_of(answer: Answer) -> Option<Tag> {
    Some(match answer {
        Answer::Noun => Tag::Noun,
        Answer::Name => Tag::Name,
        Answer::Adjective => Tag::Adj,
        Answer::Verb => Tag::Verb,
        Answer::Past | Answer::Participle => Tag::Past,
        Answer::Adverb => Tag::Adv,
        Answer::Other => return None,
    })
}

/// The weights that are left when the smallest are given up, step by step.
fn fit(examples: &[&Example]) -> Vec<Weights> {
    let mut weights = vec![[1; ANSWERS]; ROWS];
    for kept in KEPT {
        weights = fit_among(examples, &weights, kept);
    }
    weights
}

/// The averaged weights of a perceptron with a margin, made whole numbers: the `kept` largest of those
/// that are not zero in `among`.
fn fit_among(examples: &[&Example], among: &[Weights], kept: usize) -> Vec<Weights> {
    let mut weights = vec![[0_i64; ANSWERS]; ROWS];
    // What the average lacks of the last weights, times the number of steps (Daumé 2006, section 2.2).
    let mut lacks = vec![[0_i64; ANSWERS]; ROWS];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1D;
    let mut step = 1;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        for example in order.iter().map(|k| examples[*k]) {
            let right = example.answer as usize;
            let sum = |answer: usize| -> i64 {
                let rows = example.features.iter();
                rows.map(|row| weights[usize::from(*row)][answer]).sum()
            };
            let others = (0..ANSWERS).filter(|a| *a != right);
            let others = others.filter(|a| example.capital || *a != Answer::Name as usize);
            let wrong = others.max_by_key(|a| sum(*a)).unwrap_or(right);
            let margin = if example.answer == Answer::Verb {
                MARGIN_OF_VERB
            } else {
                MARGIN
            };
            if sum(wrong) + margin >= sum(right) {
                for row in example.features.iter().map(|row| usize::from(*row)) {
                    for (answer, by) in [(right, 1), (wrong, -1)] {
                        let by = by * i64::from(among[row][answer] != 0);
                        weights[row][answer] += by;
                        lacks[row][answer] += by * step;
                    }
                }
            }
            step += 1;
        }
    }
    let steps = step as f64;
    let average = |(w, lack): (&i64, &i64)| *w as f64 - *lack as f64 / steps;
    let flat = weights.iter().flatten().zip(lacks.iter().flatten());
    whole(&flat.map(average).collect::<Vec<f64>>(), kept)
}

/// The `kept` largest of `weights` as whole numbers, none of them zero, rows one after another.
fn whole(weights: &[f64], kept: usize) -> Vec<Weights> {
    let mut sizes: Vec<f64> = weights
        .iter()
        .map(|w| w.abs())
        .filter(|w| *w > 0.0)
        .collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(kept).copied().unwrap_or(0.0);
    // A few weights are far larger than all others; cut, they leave more steps for those.
    let unit = sizes.get(sizes.len() / 2000).copied().unwrap_or(1.0) / f64::from(LARGEST);
    let largest = f64::from(LARGEST);
    let rounded = |w: &f64| (w.signum() * (w / unit).abs().round().clamp(1.0, largest)) as i8;
    let kept = |w: &f64| if w.abs() > least { rounded(w) } else { 0 };
    let rows = weights.chunks_exact(ANSWERS);
    rows.map(|row| std::array::from_fn(|a| kept(&row[a])))
        .collect()
}

/// Fisher and Yates's shuffle, with Marsaglia's xorshift.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for k in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(k, (*random % (k as u64 + 1)) as usize);
    }
}

fn asked<'e>(examples: &[&'e Example], table: &[Lanes]) -> Vec<(&'e Example, Sums)> {
    examples
        .iter()
        .map(|e| (*e, sums(table, &e.features)))
        .collect()
}

/// The tag that a word ends up with.
fn ends_as((example, sums): &(&Example, Sums), sure: i32) -> Tag {
    best(sums, example.capital, sure).unwrap_or(example.rule)
}

fn report(name: &str, tests: &[(&Example, Sums)]) {
    let rate = |is: &dyn Fn(&&(&Example, Sums)) -> bool| {
        100.0 * tests.iter().filter(is).count() as f64 / tests.len() as f64
    };
    let right = |tag: Tag, example: &Example| tag_of(example.answer) == Some(tag);
    println!(
        "{name:32} {:6} doubtful words: rules {:.1} % right, with sure answers {:.1} %, with all {:.1} %",
        tests.len(),
        rate(&|t| right(t.0.rule, t.0)),
        rate(&|t| right(ends_as(t, SURE), t.0)),
        rate(&|t| right(ends_as(t, 0), t.0)),
    );
}

/// Tells of each change that sure answers make how often it is right, wrong, or wrong for wrong.
fn changes(tests: &[(&Example, Sums)]) {
    let mut all: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for test in tests {
        let (example, tag) = (test.0, ends_as(test, SURE));
        if tag != example.rule {
            let change = all
                .entry(format!("{:?} to {tag:?}", example.rule))
                .or_default();
            let gold = tag_of(example.answer);
            let how = [Some(tag), Some(example.rule)];
            change[how.iter().position(|t| *t == gold).unwrap_or(2)] += 1;
        }
    }
    for (change, [mended, broken, neither]) in all {
        println!("{change:14} mended {mended:5}, broken {broken:4}, neither right {neither:4}");
    }
}

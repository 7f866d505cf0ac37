//! How often a token's class is right, by kind of word, against tags that people checked, in texts that
//! no weights were fitted on.

#[allow(dead_code)] // fitting weights wants more of it
mod trees;

use whence::lexicon::{PAST, TAGGER_WEIGHTS, VERB_OR_NOUN};
use whence::text::Text;
use whence::text::block::Document;
use whence::text::perceptron;
use whence::text::tag::Tag;
use whence::text::tagger;
use whence::text::token::{Kind, Token};

use trees::Gold;

/// The largest table of weights, bytes.
const LARGEST_TABLE: usize = 16_000;

#[test]
fn the_table_of_weights_is_whole() {
    let lines = TAGGER_WEIGHTS.lines();
    let (head, digits): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('#'));
    let credit = head.iter().any(|line| {
        let named = ["GUM corpus", "gucorpling.org/gum", "CC BY 4.0", "changed"];
        named.iter().all(|words| line.contains(words))
    });
    assert!(credit, "the weights go with their credit");
    assert!(TAGGER_WEIGHTS.len() <= LARGEST_TABLE);
    let weights = perceptron::read(TAGGER_WEIGHTS);
    let largest = perceptron::LARGEST;
    let within = |w: &i8| (-largest..=largest).contains(w);
    assert!(weights.iter().flatten().all(within));
    let some = weights.iter().flatten().filter(|w| **w != 0).count();
    assert!(some > 4_000, "{some} weights");
    let written = perceptron::write(&weights);
    assert!(
        written.lines().eq(digits),
        "another table is read than was written"
    );
}

#[test]
fn a_table_that_is_cut_or_strange_is_read_as_far_as_it_goes() {
    let weights = perceptron::read("# nothing\n%~~~~~~~~é\u{1}%");
    assert_eq!(weights.len(), perceptron::ROWS);
    assert!(weights[0][0] > 0);
}

/// The kinds of words that are counted, and how many in a hundred must be right.
const KINDS: &[(&str, f64)] = &[
    ("all words", 88.5),
    ("noun or verb, by the lexicon either", 92.0),
    ("  the nouns of them", 96.0),
    ("  the verbs of them", 84.0),
    ("-s, noun or verb", 95.5),
    ("  the verbs of them", 56.0),
    ("noun or verb, unknown", 93.8),
    ("  the verbs of them", 56.0),
    ("-ed and past forms", 94.5),
    ("  the adjectives of them", 54.0),
    ("capital that opens a sentence, name or not", 74.5),
    ("  the names of them", 64.0),
    ("that", 93.0),
];

#[test]
fn tags_are_as_people_tagged() {
    let Some(folder) = trees::folder() else {
        println!("skipped: no hand-checked trees beside the repository");
        return;
    };
    let texts = trees::read(&folder).unwrap_or_else(|e| panic!("{e}"));
    let mut counts = vec![[0; 3]; KINDS.len()];
    for tagged in texts.iter().filter(|text| !text.free) {
        let document = Document::from_text(&tagged.text);
        let text = Text::new(&document, whence::lexicon::english());
        let mut rules = Vec::new();
        tagger::tag(&document, text.language, &text.tokens, &mut rules);
        let gold = trees::laid_on(&tagged.words, &text.tokens);
        for (i, gold) in gold.into_iter().enumerate() {
            for (column, tag) in [(1, rules[i]), (2, text.tags[i])] {
                for (kind, right) in gold.map_or(Vec::new(), |gold| judged(&text, i, tag, gold)) {
                    counts[kind][column] += usize::from(right);
                    counts[kind][0] += usize::from(column == 1);
                }
            }
        }
    }
    let mut complaints = Vec::new();
    for ((kind, least), [all, rules, now]) in KINDS.iter().zip(counts) {
        let rate = |right: usize| 100.0 * right as f64 / f64::max(1.0, all as f64);
        let (rules, now) = (rate(rules), rate(now));
        println!("{kind:42} {all:6}  rules {rules:5.1} %, now {now:5.1} %");
        if all < 50 || now < *least {
            complaints.push(format!("{kind}: {now:.1} % of {all}; at least {least}"));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// The kinds of words that token `i` is of, as indices into [`KINDS`], and whether it is right in each.
fn judged(text: &Text, i: usize, tag: Tag, gold: Gold) -> Vec<(usize, bool)> {
    let token = &text.tokens[i];
    let Some(should) = gold.tag else {
        return Vec::new();
    };
    let word = text.word(i);
    let small = token.is_word() && !token.capital();
    let mut kinds = vec![(0, tag == should)];
    if small && matches!(should, Tag::Noun | Tag::Verb) {
        let right = tag == should;
        let verb = should == Tag::Verb;
        let third = word.ends_with('s') && !word.ends_with("ss");
        if token.is(VERB_OR_NOUN) {
            kinds.push((1, right));
            kinds.push((if verb { 3 } else { 2 }, right));
        }
        if third && (token.is(VERB_OR_NOUN) || !token.known) {
            kinds.push((4, right));
            kinds.extend(verb.then_some((5, right)));
        }
        if !token.known {
            kinds.push((6, right));
            kinds.extend(verb.then_some((7, right)));
        }
    }
    if small && (word.ends_with("ed") || token.is(PAST)) && matches!(should, Tag::Past | Tag::Adj) {
        kinds.push((8, tag == should));
        kinds.extend((should == Tag::Adj).then_some((9, tag == should)));
    }
    if token.is_word() && token.capital() && !token.known && opens(&text.tokens, i) {
        let name = should == Tag::Name;
        kinds.push((10, (tag == Tag::Name) == name));
        kinds.extend(name.then_some((11, tag == Tag::Name)));
    }
    if word.eq_ignore_ascii_case("that") {
        let det = |tag| tag == Tag::Det;
        kinds.push((12, det(tag) == det(should)));
    }
    kinds
}

/// Whether a sentence opens with token `i`.
fn opens(tokens: &[Token], i: usize) -> bool {
    tokens[i].opens_block || matches!(tokens[i - 1].kind, Kind::Mark('.' | '!' | '?' | '“' | '"'))
}

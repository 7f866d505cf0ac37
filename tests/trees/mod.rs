//! Hand-checked tags of running text (the GUM corpus as `gum.jsonl` and `trees.conllu`, in a folder that
//! is no part of the project), laid on our own tokens: to measure the tagger by, and to fit its weights on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use whence::text::tag::Tag;
use whence::text::token::{Kind, Token};

/// A text with the tag that people gave each of its words.
pub(crate) struct TaggedText {
    /// Interview, speech, court, …
    pub(crate) genre: String,
    /// Whether its licence lets weights be fitted on it: attribution asked at most, or public domain.
    pub(crate) free: bool,
    /// The text, its paragraphs parted by line feeds.
    pub(crate) text: String,
    /// Its words, in text order.
    pub(crate) words: Vec<Word>,
}

/// A word of the trees.
pub(crate) struct Word {
    /// The first byte and one past the last, in the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What it does, in our classes.
    pub(crate) gold: Gold,
    /// The word that it hangs on, as an index into the text's words; none for the root of its tree.
    #[allow(dead_code)] // tags alone ask for no trees
    pub(crate) head: Option<usize>,
    /// How it hangs there: a universal relation.
    #[allow(dead_code)]
    pub(crate) relation: String,
}

/// What a word does by the trees. Marks and foreign words have no class of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gold {
    /// The class that our tagger should give.
    pub(crate) tag: Option<Tag>,
    /// Whether a past form is a participle and no finite verb.
    pub(crate) participle: bool,
}

/// Where the data is: the folder named by `WHENCE_SHARED`, or `../shared`; none where it is absent.
pub(crate) fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("WHENCE_SHARED").map(PathBuf::from);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = named.unwrap_or_else(|| root.join("../shared")).join("gum");
    folder.join("trees.conllu").is_file().then_some(folder)
}

/// All texts of `folder`, in the order of `gum.jsonl`; what is wrong with a file, else.
pub(crate) fn read(folder: &Path) -> Result<Vec<TaggedText>, String> {
    let text_of = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    };
    let trees = text_of("trees.conllu")?;
    let mut rows: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    let mut id = "";
    for line in trees.lines() {
        if let Some(new) = line.strip_prefix("# newdoc id = ") {
            id = new;
        } else if line.starts_with(|c: char| c.is_ascii_digit()) {
            rows.entry(id).or_default().push(line.split('\t').collect());
        } else if line.is_empty() {
            rows.entry(id).or_default().push(Vec::new());
        }
    }
    text_of("gum.jsonl")?
        .lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
            let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            let (id, text, licence) = (field("id"), field("text"), field("licence"));
            let rows = rows.get(&id[..]).ok_or(format!("{id}: no trees"))?;
            Ok(TaggedText {
                words: words(rows, &text).map_err(|word| format!("{id}: {word} is not there"))?,
                genre: field("genre"),
                free: licence == "public domain"
                    || licence.starts_with("CC BY") && !licence.starts_with("CC BY-"),
                text,
            })
        })
        .collect()
}

/// The words of some trees, found one after another in `text`; the first that is not there, else.
fn words(rows: &[Vec<&str>], text: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut at = 0;
    for sentence in rows.split(|row| row.is_empty()) {
        let first = words.len();
        // A row "15-16 workers’" says how two words are written as one.
        let mut joined = (0, 0);
        for row in sentence {
            let number = |s: &str| s.parse::<usize>().unwrap_or_default();
            if let Some((first, last)) = row[0].split_once('-') {
                joined = (number(first), number(last));
                continue;
            }
            if row[0].contains('.') {
                continue;
            }
            let form = row[1];
            let rest = &text[at..];
            let found = rest
                .find(form)
                .filter(|gap| rest[..*gap].chars().all(|c| c.is_whitespace()));
            // A clitic's tree may write it with another apostrophe; its letters count.
            let (start, end) = match found {
                Some(gap) => (at + gap, at + gap + form.len()),
                None if (joined.0..=joined.1).contains(&number(row[0])) => {
                    let start = at + rest.len() - rest.trim_start().len();
                    let len = text[start..]
                        .chars()
                        .take(form.chars().count())
                        .map(char::len_utf8)
                        .sum::<usize>();
                    (start, start + len)
                }
                None => return Err(form.to_owned()),
            };
            at = end;
            words.push(Word {
                start,
                end,
                gold: gold(row, sentence),
                head: number(row[6]).checked_sub(1).map(|head| first + head),
                relation: row[7].to_owned(),
            });
        }
    }
    Ok(words)
}

/// Our class for a row of a tree: number, form, lemma, universal tag, Penn tag, features, head, relation.
fn gold(row: &[&str], sentence: &[Vec<&str>]) -> Gold {
    let [number, form, lemma, upos, xpos, _, head, relation, ..] = row else {
        return Gold {
            tag: None,
            participle: false,
        };
    };
    let form = form.to_lowercase();
    let auxiliary = match *lemma {
        "be" => Some(Tag::Be),
        "have" => Some(Tag::Have),
        "do" => Some(Tag::Do),
        _ => None,
    };
    // "worried investors": a participle right before its noun, or with words of its own kind between.
    let before_noun = || {
        let at = |s: &str| s.parse::<usize>().unwrap_or_default();
        *relation == "amod"
            && at(number) < at(head)
            && sentence
                .iter()
                .any(|r| r[0] == *head && r[4].starts_with('N'))
    };
    let tag = match *xpos {
        "NN" | "NNS" => Tag::Noun,
        "NNP" | "NNPS" => Tag::Name,
        "JJ" | "JJR" | "JJS" => Tag::Adj,
        "CD" => Tag::Num,
        "VB" | "VBP" | "VBZ" | "VBD" | "VBN" | "VBG" if auxiliary.is_some() => {
            auxiliary.unwrap_or(Tag::Be)
        }
        "VB" | "VBP" | "VBZ" => Tag::Verb,
        "VBN" if before_noun() => Tag::Adj,
        "VBD" | "VBN" => Tag::Past,
        "VBG" => Tag::Ing,
        "MD" => Tag::Modal,
        "TO" => Tag::To,
        "RB" | "RBR" | "RBS" if matches!(&form[..], "not" | "n't" | "n’t" | "never") => Tag::Neg,
        "RB" | "RBR" | "RBS" => Tag::Adv,
        "IN" | "DT" | "WDT" if form == "that" && *upos != "DET" => Tag::That,
        "IN" if *upos == "SCONJ" && form == "whether" => Tag::Wh,
        "IN" if *upos == "SCONJ" => Tag::Sub,
        "IN" | "RP" => Tag::Prep,
        "DT" | "PDT" if *upos == "PRON" => Tag::Pron,
        "DT" | "PDT" => Tag::Det,
        "EX" => Tag::Pron,
        "PRP" if matches!(&form[..], "him" | "them" | "me" | "us" | "her") => Tag::ObjPron,
        "PRP" => Tag::Pron,
        "PRP$" => Tag::Poss,
        "WDT" | "WP" | "WP$" if matches!(&form[..], "who" | "which" | "whom" | "whose") => Tag::Rel,
        "WDT" | "WP" | "WP$" | "WRB" => Tag::Wh,
        "CC" => Tag::Coord,
        "POS" => Tag::Gen,
        _ => {
            return Gold {
                tag: None,
                participle: false,
            };
        }
    };
    Gold {
        tag: Some(tag),
        participle: *xpos == "VBN" && tag == Tag::Past,
    }
}

/// What each token should be: the class of the word that ends where it ends, if one does ("Eye-Tracking"
/// is as its last part).
pub(crate) fn laid_on(words: &[Word], tokens: &[Token]) -> Vec<Option<Gold>> {
    let mut words = words.iter().peekable();
    tokens
        .iter()
        .map(|token| {
            let end = token.span.end as usize;
            while words.next_if(|w| w.end < end).is_some() {}
            let word = words.peek().filter(|w| w.end == end)?;
            let lettered = matches!(token.kind, Kind::Word | Kind::Number | Kind::Clitic);
            (lettered && word.start >= token.span.start as usize).then_some(word.gold)
        })
        .collect()
}

//! The tables are tidy, every row parses, and every row finds its own example.

use std::collections::{BTreeMap, BTreeSet};

use whence::attribution::{self, Attribution};
use whence::lexicon::cue::{self, Cue, Cues, Frames, Stance};
use whence::lexicon::figure::FIGURE_TABLES;
use whence::lexicon::{self, english, name, other};
use whence::resolve;
use whence::text::Text;
use whence::text::block::Document;
use whence::text::token::normal;

/// Rows with the place they stand at, for messages.
fn numbered(table: &str) -> impl Iterator<Item = (usize, &str)> {
    let rows = table.lines().enumerate().map(|(i, line)| (i + 1, line));
    rows.filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

/// All tables: file name and text.
fn tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = [
        ("cues.txt", cue::TABLE),
        ("other_languages.txt", other::TABLE),
    ];
    let plain = lexicon::TABLES.iter().chain(name::PHRASE_TABLES).copied();
    plain.chain(own)
}

/// Fails with every complaint at once: a table is mended in one go.
#[track_caller]
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_table_of_the_folder_is_read() {
    let read: BTreeSet<&str> = tables().map(|(file, _)| file).collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/en");
    let files = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        // A room's own table, with its own parser, is tested there.
        let elsewhere = FIGURE_TABLES.iter().any(|(file, _)| *file == name)
            || name == "tagger.weights"
            || name.ends_with(".rs");
        assert!(
            read.contains(name.as_str()) || elsewhere,
            "{name} is read by no test"
        );
    }
}

#[test]
fn tables_are_tidy() {
    let mut complaints = Vec::new();
    for (file, table) in tables() {
        if !table.starts_with("# ") {
            complaints.push(format!("{file}: opens without saying what it holds"));
        }
        if !table.ends_with('\n') || table.ends_with("\n\n") {
            complaints.push(format!("{file}: ends in other than one line break"));
        }
        for (i, line) in table.lines().enumerate() {
            let fields = line.split('|').skip(1);
            let glued = !line.starts_with('#')
                && (fields.clone().any(|f| !f.starts_with(' '))
                    || line.matches('|').count() != line.matches(" |").count());
            if line.contains('\t') || line.ends_with(' ') || line.contains("  ") || glued {
                complaints.push(format!("{file}:{}: untidy space", i + 1));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn plain_rows_parse_and_find_their_example() {
    let mut complaints = Vec::new();
    for (file, table) in lexicon::TABLES {
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (line, row) in numbered(table) {
            let mut complain = |what: String| complaints.push(format!("{file}:{line}: {what}"));
            let [forms, classes, example, ..] = lexicon::row(row_of(table, row));
            if row.matches('|').count() != 2 || forms.is_empty() || example.is_empty() {
                complain("no row `forms | classes | example`".to_owned());
            }
            match lexicon::classes(classes) {
                Err(unknown) => complain(format!("{unknown} is no class")),
                Ok(set) if set.0 == 0 => complain("no class".to_owned()),
                Ok(_) => {}
            }
            for form in forms.split_whitespace() {
                let mut scratch = String::new();
                let normal = normal(form, &mut scratch);
                if normal != form {
                    complain(format!(
                        "“{form}” is not written as it is looked up: {normal}"
                    ));
                }
                for class in classes.split_whitespace() {
                    seen.entry((form, class)).or_insert(line);
                }
                // A row may add a class to a word of another row; it must add one.
                let old = classes.split_whitespace().all(|c| seen[&(form, c)] < line);
                let twice = forms.split_whitespace().filter(|f| *f == form).count() > 1;
                if old || twice {
                    complain(format!("“{form}” is {classes} already"));
                }
            }
            if !holds(example, forms) {
                complain(format!("the example holds none of its forms: {example}"));
            }
        }
    }
    no_complaints(&complaints);
}

/// `row` as a part of its static table, as the parser wants it.
fn row_of(table: &'static str, row: &str) -> &'static str {
    let start = row.as_ptr() as usize - table.as_ptr() as usize;
    &table[start..start + row.len()]
}

/// Whether the tokens of `example` hold one of the forms, as the scanner would look them up.
fn holds(example: &str, forms: &str) -> bool {
    let document = Document::from_text(example);
    let text = Text::new(&document, whence::lexicon::english());
    let mut scratch = String::new();
    (0..text.tokens.len()).any(|i| {
        let word = normal(text.word(i), &mut scratch);
        let bare = word.trim_end_matches('.');
        forms
            .split_whitespace()
            .any(|form| form == word || form == bare)
    })
}

#[test]
fn cue_rows_parse_and_find_their_example() {
    let mut complaints = Vec::new();
    let mut lemmas: BTreeSet<&str> = BTreeSet::new();
    for (line, row) in numbered(cue::TABLE) {
        let mut complain = |what: String| complaints.push(format!("cues.txt:{line}: {what}"));
        let fields = lexicon::row(row_of(cue::TABLE, row));
        let cue = Cues::row(&fields).filter(|_| row.matches('|').count() == fields.len() - 1);
        let Some(cue) = cue else {
            complain("does not parse".to_owned());
            continue;
        };
        if !lemmas.insert(cue.lemma) {
            complain(format!("“{}” stands twice", cue.lemma));
        }
        let forms: Vec<&str> = cue.forms.split_whitespace().collect();
        if forms.len() != 5 {
            complain(format!("{} forms; five are wanted", forms.len()));
        }
        let odd = |form: &str| !form.chars().all(|c| c.is_lowercase() || c == '-');
        if let Some(form) = forms.iter().find(|f| odd(f)) {
            complain(format!("“{form}” is not in lower case"));
        }
        let leads = !cue.prepositions.is_empty();
        if cue.frames == Frames(0) && !leads {
            complain("no frame and no preposition: it can take no content".to_owned());
        }
        if !holds(cue.example, cue.forms) {
            complain(format!("the example holds no form: {}", cue.example));
        }
        match found_stance(&cue) {
            None => complain(format!("not found in its own example: {}", cue.example)),
            Some(found) if found != cue.stance => complain(format!(
                "{:?} by its row, {found:?} by what is found in its example",
                cue.stance
            )),
            Some(_) => {}
        }
    }
    let order: Vec<_> = numbered(cue::TABLE)
        .map(|(line, row)| (row.split(' ').next(), line))
        .collect();
    for pair in order.windows(2).filter(|pair| pair[0].0 > pair[1].0) {
        complaints.push(format!("cues.txt:{}: not in alphabetical order", pair[1].1));
    }
    no_complaints(&complaints);
}

/// The stance that the engine gives the cue in its example; none where it does not find it there.
fn found_stance(cue: &Cue) -> Option<Stance> {
    let document = Document::from_text(cue.example);
    let text = Text::new(&document, whence::lexicon::english());
    let found = attribution::find(&whence::phrase::Phrases::new(&text));
    let of_cue = |a: &Attribution| {
        let mut forms = cue.forms.split_whitespace();
        forms.any(|form| form == text.word(a.head))
    };
    let at = found.iter().position(of_cue)?;
    Some(resolve::resolve(&text, &found).resolutions[at].stance)
}

#[test]
fn the_head_of_the_cue_table_has_every_frame() {
    let letters: String = cue::TABLE
        .lines()
        .filter_map(|line| Some(line.strip_prefix("# - ")?.split_once(": ")?.0))
        .collect();
    let all = Frames::parse(&letters).unwrap_or_else(|c| panic!("the parser refuses frame {c}"));
    let used = numbered(cue::TABLE).filter_map(|(_, row)| row.split('|').nth(3));
    let used = used.fold(Frames(0), |all, letters| {
        all.or(Frames::parse(letters.trim()).unwrap_or_default())
    });
    assert_eq!(all, used, "what the head explains and what the rows use");
    assert_eq!(letters.len(), all.0.count_ones() as usize, "each once");
}

/// One word has one stance, in one table.
#[test]
fn stances_are_of_words_that_are_no_cues() {
    let mut complaints = Vec::new();
    let cues: BTreeMap<&str, usize> = numbered(cue::TABLE)
        .flat_map(|(line, row)| {
            let forms = row.split('|').nth(1).unwrap_or_default();
            forms.split_whitespace().map(move |form| (form, line))
        })
        .collect();
    let (_, table) = name::PHRASE_TABLES
        .iter()
        .find(|(f, _)| *f == "stances.txt")
        .unwrap();
    for (line, row) in numbered(table) {
        let [forms, stance, ..] = lexicon::row(row_of(table, row));
        match Stance::parse(stance) {
            None => complaints.push(format!("stances.txt:{line}: {stance} is no stance")),
            Some(Stance::Neutral) => {
                complaints.push(format!("stances.txt:{line}: neutral needs no row"));
            }
            Some(_) => {}
        }
        for form in forms.split_whitespace() {
            if let Some(other) = cues.get(form) {
                complaints.push(format!(
                    "stances.txt:{line}: “{form}” is a cue and has its stance in cues.txt:{other}"
                ));
            }
        }
    }
    no_complaints(&complaints);
}

/// CONTRIBUTING.md tells how to add a cue by a row that stands in the table: all that it says of the row
/// is what the engine makes of it.
#[test]
fn the_recipe_for_a_cue_holds() {
    let recipe = include_str!("../CONTRIBUTING.md")
        .split("## A new cue")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .unwrap_or_default();
    let fenced = recipe.split("```text\n").nth(1).unwrap_or_default();
    let row = fenced.lines().next().unwrap_or_default();
    let line = cue::TABLE.lines().find(|line| *line == row);
    let line = line.unwrap_or_else(|| panic!("no such row in cues.txt: {row}"));
    let cue = Cues::row(&lexicon::row(line)).expect("the row parses");
    assert_eq!(found_stance(&cue), Some(cue.stance), "{}", cue.example);

    // What it says of each field, as `field` and the value that the row has there.
    let head = cue::TABLE
        .lines()
        .find(|line| line.starts_with("# lemma |"));
    let fields: Vec<&str> = head.unwrap_or_default()[2..]
        .split('|')
        .map(str::trim)
        .collect();
    let values: Vec<&str> = row.split('|').map(str::trim).collect();
    let table = recipe.lines().filter(|line| line.starts_with("| ")).skip(2);
    let told: Vec<(&str, &str)> = table
        .map(|line| {
            let mut cells = line.split('|').map(str::trim).skip(1);
            let mut cell = || cells.next().unwrap_or_default().trim_matches('`');
            (cell(), cell())
        })
        .collect();
    let here: Vec<(&str, &str)> = fields.into_iter().zip(values).collect();
    assert_eq!(told, here, "the recipe’s fields and the table’s");
}

#[test]
fn phrase_rows_find_their_example() {
    let mut complaints = Vec::new();
    for (file, table) in name::PHRASE_TABLES {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (line, row) in numbered(table) {
            let fields: Vec<&str> = row.split('|').map(str::trim).collect();
            let [phrases, _, example] = fields[..] else {
                complaints.push(format!("{file}:{line}: {} fields, not 3", fields.len()));
                continue;
            };
            // Names are parted by semicolons, stance forms by spaces, an anonymity row is one phrase.
            let parted: Vec<&str> = match *file {
                "stances.txt" | "impersonal.txt" => phrases.split_whitespace().collect(),
                "anonymity.txt" => vec![phrases],
                _ => phrases.split(';').map(str::trim).collect(),
            };
            let bare = |p: &str| p.trim_end_matches('*').to_owned();
            let lower = example.to_lowercase();
            if !parted
                .iter()
                .any(|p| lower.contains(&bare(p).to_lowercase()))
            {
                complaints.push(format!("{file}:{line}: the example holds none: {example}"));
            }
            for phrase in parted {
                if phrase.is_empty() {
                    complaints.push(format!("{file}:{line}: an empty name"));
                }
                if let Some(first) = seen.insert(bare(phrase), line) {
                    complaints.push(format!(
                        "{file}:{line}: “{phrase}” is in line {first} already"
                    ));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn the_words_of_other_languages_are_no_english_ones() {
    let mut complaints = Vec::new();
    let others = &english().other_languages;
    for (line, row) in numbered(other::TABLE) {
        let [forms, language, example, ..] = lexicon::row(row_of(other::TABLE, row));
        let known = forms.split_whitespace().filter(|f| others.get(f).is_some());
        if known.count() < 15 {
            complaints.push(format!(
                "other_languages.txt:{line}: too few words of {language}"
            ));
        }
        if !holds(example, forms) {
            complaints.push(format!("other_languages.txt:{line}: {example}"));
        }
    }
    for word in ["the", "said", "of", "on", "in", "minister", "was"] {
        if others.get(word).is_some() {
            complaints.push(format!("“{word}” is English"));
        }
    }
    no_complaints(&complaints);
}

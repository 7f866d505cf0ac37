//! The golden cases: `tests/golden/<room>/<topic>.toml`, a `[[case]]` each.
//!
//! - `name`: unique in its file; `room/topic/name` in all.
//! - `marked`: the text with its findings marked (see [`marked`]); lines are paragraphs. Marks:
//!   `source`, `cue`, `content` (numbered where there are several attributions), `figure` with `num`
//!   inside where the numeral alone matters, `link` (with `links`), `evidence` (of the flags).
//! - For each attribution: `quotation`, `rule`, `kind`, `resolved`, `role`, `relay`, `stance`, `when`
//!   (`""`: none), `resolved_by`, `kind_by` (names of rules) and `hops_by` (those of all hops). A plain key is of the
//!   first attribution, `kind2` of the second; or one `[[case.attribution]]` each, in order.
//! - For each figure: `value`, `low`, `high`, `unit`, `bound`, `change`, `given_by` (the number of the
//!   attribution that covers it; 0: none), `read_by`, `tied_by` and `unwanted` (names of rules). A plain key is of the first figure, `value2` of the second;
//!   or one `[[case.figure]]` each. `""` for none.
//! - `excluded_by`: the names of the rules by which numbers are no figures, in order.
//! - `flags`: the names of all flags, in any order; `detail` of the first that has one.
//! - `url`, `title`, `language`, `blocks` (a kind for each paragraph), `links` (an address for each
//!   `link` mark): what is known of the page.
//!
//! Attributions are compared where the case marks one or lies in `attribution`; figures where it
//! marks one or lies in `figure`; flags where it names some or lies in `hint`. So a text without marks
//! is a negative case: nothing may be found.

pub(crate) mod marked;

use std::fs;
use std::path::Path;

use marked::{Mark, Marked};
use toml::{Table, Value};
use whence::span::Span;
use whence::text::block::{BlockKind, Document, Link, Page};

/// The keys that say something of an attribution.
pub(crate) const ATTRIBUTION_KEYS: &[&str] = &[
    "quotation",
    "rule",
    "kind",
    "resolved",
    "role",
    "relay",
    "stance",
    "when",
    "addressee",
    "medium",
    "resolved_by",
    "kind_by",
    "hops_by",
];

/// The keys that say something of a figure.
pub(crate) const FIGURE_KEYS: &[&str] = &[
    "value", "low", "high", "unit", "bound", "change", "given_by", "read_by", "tied_by", "unwanted",
];

const CASE_KEYS: &[&str] = &[
    "name",
    "marked",
    "flags",
    "excluded_by",
    "detail",
    "url",
    "title",
    "language",
    "blocks",
    "links",
    "attribution",
    "figure",
    "why",
];

/// One case.
#[derive(Debug)]
pub(crate) struct Case {
    /// `room/topic/name`.
    pub(crate) name: String,
    /// The folder it lies in.
    pub(crate) room: String,
    /// The text as a document.
    pub(crate) document: Document,
    /// The text and its marks.
    pub(crate) marked: Marked,
    /// What is wanted of each attribution besides its marks, in order.
    pub(crate) attributions: Vec<Table>,
    /// What is wanted of each figure besides its marks, in order.
    pub(crate) figures: Vec<Table>,
    /// The flags wanted, sorted.
    pub(crate) flags: Option<Vec<String>>,
    /// The rules by which numbers are no figures, in order.
    pub(crate) excluded_by: Option<Vec<String>>,
    /// The detail of the first flag that has one.
    pub(crate) detail: Option<String>,
}

impl Case {
    /// How many attributions are marked.
    pub(crate) fn attribution_count(&self) -> usize {
        let parts = self.marked.marks.iter().filter(|m| is_part(&m.name));
        parts.map(|m| m.number.max(1)).max().unwrap_or(0)
    }

    /// The marks of one name (and number, from 1), as spans in text order.
    pub(crate) fn spans(&self, name: &str, number: usize) -> Vec<Span> {
        let marks = self.marked.marks.iter();
        marks
            .filter(|m| m.name == name && m.number.max(1) == number)
            .map(|m| Span::new(m.span.start, m.span.end))
            .collect()
    }

    /// All marks of one name, whatever their number, in text order.
    pub(crate) fn marks(&self, name: &str) -> impl Iterator<Item = &Mark> {
        self.marked.marks.iter().filter(move |m| m.name == name)
    }
}

/// Whether marks of this name are parts of an attribution.
pub(crate) fn is_part(name: &str) -> bool {
    matches!(name, "source" | "cue" | "content")
}

/// All cases under `tests/golden`, in the order of their names; the error names file and case.
pub(crate) fn all() -> Result<Vec<Case>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases = Vec::new();
    for room in entries(&root)? {
        if !room.is_dir() {
            continue;
        }
        for file in entries(&room)? {
            if file.extension().is_some_and(|e| e == "toml") {
                read_file(&file, &file_stem(&room), &mut cases)?;
            }
        }
    }
    Ok(cases)
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let listed = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = listed.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn file_stem(path: &Path) -> String {
    path.file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read_file(path: &Path, room: &str, cases: &mut Vec<Case>) -> Result<(), String> {
    let topic = format!("{room}/{}", file_stem(path));
    let text = fs::read_to_string(path).map_err(|e| format!("{topic}: {e}"))?;
    let table: Table = text.parse().map_err(|e| format!("{topic}: {e}"))?;
    if let Some(key) = table.keys().find(|k| *k != "case") {
        return Err(format!(
            "{topic}: “{key}” is no key of a case file; only [[case]] is"
        ));
    }
    let listed = table.get("case").and_then(Value::as_array);
    for value in listed.into_iter().flatten() {
        let table = value
            .as_table()
            .ok_or_else(|| format!("{topic}: a case must be a table"))?;
        let name = string(table, "name").unwrap_or_default();
        let case = read_case(format!("{topic}/{name}"), room, table)
            .map_err(|e| format!("{topic}/{name}: {e}"))?;
        if name.is_empty() || cases.iter().any(|c| c.name == case.name) {
            return Err(format!("{}: a case needs a name of its own", case.name));
        }
        cases.push(case);
    }
    Ok(())
}

fn read_case(name: String, room: &str, table: &Table) -> Result<Case, String> {
    let marked = string(table, "marked").ok_or("“marked” is missing")?;
    let marked = marked::read(marked.trim_end())?;
    for mark in &marked.marks {
        let known = is_part(&mark.name)
            || matches!(mark.name.as_str(), "figure" | "num" | "link" | "evidence");
        if !known {
            return Err(format!("“{}” is no mark", mark.name));
        }
    }
    for key in table.keys() {
        let (stem, _) = numbered(key);
        let known = CASE_KEYS.contains(&key.as_str())
            || ATTRIBUTION_KEYS.contains(&stem)
            || FIGURE_KEYS.contains(&stem);
        if !known {
            return Err(format!("“{key}” is no key of a case"));
        }
    }
    let mut case = Case {
        name,
        room: room.to_owned(),
        document: document(table, &marked)?,
        marked,
        attributions: Vec::new(),
        figures: Vec::new(),
        flags: strings(table, "flags").map(|mut flags| {
            flags.sort();
            flags
        }),
        excluded_by: strings(table, "excluded_by"),
        detail: string(table, "detail"),
    };
    let attributions = case.attribution_count();
    case.attributions = wanted(table, "attribution", ATTRIBUTION_KEYS, attributions)?;
    let figures = case.marks("figure").count();
    case.figures = wanted(table, "figure", FIGURE_KEYS, figures)?;
    Ok(case)
}

/// The tables of what is wanted, one for each of the `count` marked findings.
fn wanted(table: &Table, list: &str, keys: &[&str], count: usize) -> Result<Vec<Table>, String> {
    let mut tables = vec![Table::new(); count];
    let listed = table.get(list).and_then(Value::as_array);
    for (i, value) in listed.into_iter().flatten().enumerate() {
        let (Some(into), Some(value)) = (tables.get_mut(i), value.as_table()) else {
            return Err(format!("[[case.{list}]] number {} has no marks", i + 1));
        };
        if let Some(key) = value.keys().find(|k| !keys.contains(&k.as_str())) {
            return Err(format!("“{key}” is no key of [[case.{list}]]"));
        }
        into.extend(value.clone());
    }
    for (key, value) in table {
        let (stem, number) = numbered(key);
        if keys.contains(&stem) {
            let into = tables
                .get_mut(number - 1)
                .ok_or_else(|| format!("“{key}”: no {list} number {number} is marked"))?;
            into.insert(stem.to_owned(), value.clone());
        }
    }
    Ok(tables)
}

/// `kind2` as `kind` and 2; `kind` as `kind` and 1.
fn numbered(key: &str) -> (&str, usize) {
    let stem = key.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem, key[stem.len()..].parse().unwrap_or(1).max(1))
}

fn document(table: &Table, marked: &Marked) -> Result<Document, String> {
    let mut document = Document::from_text(&marked.text);
    document.page = Page {
        url: string(table, "url").unwrap_or_default(),
        title: string(table, "title").unwrap_or_default(),
        language: string(table, "language"),
    };
    let kinds = strings(table, "blocks").unwrap_or_default();
    if !kinds.is_empty() && kinds.len() != document.blocks.len() {
        return Err(format!(
            "{} kinds in “blocks” for {} paragraphs",
            kinds.len(),
            document.blocks.len()
        ));
    }
    for (block, kind) in document.blocks.iter_mut().zip(&kinds) {
        block.kind = match kind.as_str() {
            "paragraph" => BlockKind::Paragraph,
            "heading" => BlockKind::Heading,
            "item" => BlockKind::Item,
            "quote" => BlockKind::Quote,
            "caption" => BlockKind::Caption,
            "cell" => BlockKind::Cell,
            _ => return Err(format!("“{kind}” is no kind of block")),
        };
    }
    let hrefs = strings(table, "links").unwrap_or_default();
    let links: Vec<_> = marked.marks.iter().filter(|m| m.name == "link").collect();
    if links.len() != hrefs.len() {
        return Err(format!(
            "{} link marks for {} “links”",
            links.len(),
            hrefs.len()
        ));
    }
    for (mark, href) in links.iter().zip(hrefs) {
        let span = Span::new(mark.span.start, mark.span.end);
        let block = document.blocks.iter_mut().find(|b| b.span.contains(span));
        let block = block.ok_or("a link crosses paragraphs")?;
        block.links.push(Link { span, href });
    }
    Ok(document)
}

fn string(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn strings(table: &Table, key: &str) -> Option<Vec<String>> {
    let list = table.get(key)?.as_array()?;
    Some(
        list.iter()
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect(),
    )
}

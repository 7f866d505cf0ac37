//! Marked text: `{source:the agency} {cue:said}`. A mark is a name and, where a text has several
//! attributions, their numbers (`{source2:…}`, `{source1+2:…}` for one mention that serves both).
//! Marks nest; pieces of one part repeat its mark; `\{`, `\}` and `\\` stand for themselves.

use std::ops::Range;

/// One mark, in bytes of the plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// What it marks: `source`, `cue`, `content`, `figure`, …
    pub(crate) name: String,
    /// Which attribution it belongs to, counted from 1; 0 where the mark has no number.
    pub(crate) number: usize,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// A text without its marks, and the marks in the order of their starts.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    /// The words.
    pub(crate) text: String,
    /// The marks.
    pub(crate) marks: Vec<Mark>,
}

/// Reads marked text, or says what is wrong with it.
pub(crate) fn read(marked: &str) -> Result<Marked, String> {
    let mut found = Marked::default();
    let mut open: Vec<Vec<usize>> = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        match c {
            '\\' if after.starts_with(['{', '}', '\\']) => {
                found.text.push_str(&after[..1]);
                rest = &after[1..];
            }
            '{' => {
                let (label, words) = after
                    .split_once(':')
                    .ok_or_else(|| format!("no colon after “{{{after}”"))?;
                let marks = label_marks(label, found.text.len())?;
                let first = found.marks.len();
                open.push((first..first + marks.len()).collect());
                found.marks.extend(marks);
                rest = words;
            }
            '}' => {
                let ends = open.pop().ok_or("a “}” closes nothing")?;
                for i in ends {
                    found.marks[i].span.end = found.text.len();
                }
                rest = after;
            }
            _ => {
                found.text.push(c);
                rest = after;
            }
        }
    }
    if open.is_empty() {
        Ok(found)
    } else {
        Err("a mark is left open".to_owned())
    }
}

fn label_marks(label: &str, at: usize) -> Result<Vec<Mark>, String> {
    let name = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '+');
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase()) {
        return Err(format!("“{label}” is no name of a mark"));
    }
    let mark = |number| Mark {
        name: name.to_owned(),
        number,
        span: at..at,
    };
    let numbers = &label[name.len()..];
    if numbers.is_empty() {
        return Ok(vec![mark(0)]);
    }
    numbers
        .split('+')
        .map(|n| match n.parse() {
            Ok(0) | Err(_) => Err(format!("“{label}”: numbers count from 1")),
            Ok(n) => Ok(mark(n)),
        })
        .collect()
}

/// Writes `text` with its marks. Marks that cross each other cannot nest: those follow on lines of
/// their own.
pub(crate) fn write(text: &str, marks: &[Mark]) -> String {
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by_key(|m| (m.span.start, usize::MAX - m.span.end, m.number));
    let mut out = String::new();
    let mut crossing = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut at = 0;
    let close = |open: &mut Vec<&Mark>, until: usize, at: &mut usize, out: &mut String| {
        while let Some(mark) = open.last().filter(|m| m.span.end <= until) {
            out.push_str(&text[*at..mark.span.end]);
            *at = mark.span.end;
            out.push('}');
            open.pop();
        }
    };
    for mark in sorted {
        close(&mut open, mark.span.start, &mut at, &mut out);
        if open.last().is_some_and(|m| m.span.end < mark.span.end) {
            crossing.push_str(&format!(
                "\n    and {{{}:{}}}",
                label(mark),
                &text[mark.span.clone()]
            ));
            continue;
        }
        out.push_str(&text[at..mark.span.start]);
        at = mark.span.start;
        out.push_str(&format!("{{{}:", label(mark)));
        open.push(mark);
    }
    close(&mut open, text.len(), &mut at, &mut out);
    out.push_str(&text[at..]);
    out + &crossing
}

fn label(mark: &Mark) -> String {
    match mark.number {
        0 => mark.name.clone(),
        n => format!("{}{n}", mark.name),
    }
}

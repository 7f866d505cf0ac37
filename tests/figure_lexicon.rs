//! Every row of the tables of figures reads its own example.

use whence::figure::{Bound, Change, Figure, find};
use whence::lexicon::figure::FIGURE_TABLES;
use whence::phrase::Phrases;
use whence::text::Text;
use whence::text::block::Document;

/// The columns of each row of a table.
fn rows(file: &str) -> Vec<Vec<&'static str>> {
    let (_, table) = FIGURE_TABLES
        .iter()
        .find(|(name, _)| *name == file)
        .unwrap_or_else(|| panic!("no table {file}"));
    let lines = table
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines
        .map(|l| l.split('|').map(str::trim).collect())
        .collect()
}

fn figures(text: &str) -> Vec<Figure> {
    find(&Phrases::new(&Text::new(
        &Document::from_text(text),
        whence::lexicon::english(),
    )))
}

/// Checks the examples of a table: one figure each, for which `right` holds.
#[track_caller]
fn examples(file: &str, columns: usize, right: impl Fn(&[&str], &Figure) -> bool) {
    let mut wrong = Vec::new();
    for row in rows(file) {
        let example = row.last().copied().unwrap_or("");
        let found = figures(example);
        if row.len() != columns || !matches!(found.as_slice(), [f] if right(&row, f)) {
            let units: Vec<_> = found.iter().map(|f| (f.value, &f.unit)).collect();
            wrong.push(format!("{file}: {row:?}: found {units:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn units_read_their_examples() {
    examples("units.txt", 4, |row, f| f.unit.as_deref() == Some(row[2]));
}

#[test]
fn currencies_read_their_examples() {
    examples("currencies.txt", 4, |row, f| {
        f.unit.as_deref() == Some(row[2])
    });
}

#[test]
fn bounds_read_their_examples() {
    examples("bounds.txt", 3, |row, f| {
        let wanted = match row[0].split(' ').nth(1) {
            Some("ABOUT") => Bound::About,
            Some("OVER") => Bound::Over,
            _ => Bound::Under,
        };
        f.bound == wanted
    });
}

#[test]
fn changes_read_their_examples() {
    examples("changes.txt", 3, |row, f| {
        let wanted = if row[0].ends_with("UP") {
            Change::Up
        } else {
            Change::Down
        };
        f.change == Some(wanted)
    });
}

#[test]
fn numerals_read_their_examples() {
    examples("numerals.txt", 3, |row, f| {
        let value: f64 = row[1]
            .split(' ')
            .nth(1)
            .and_then(|v| v.parse().ok())
            .unwrap_or(f64::NAN);
        let read = f.value.or(f.low).unwrap_or(0.0);
        // A scale or a denominator stands with another numeral in its example.
        let ratio = read / value;
        read == value
            || (read * value - 1.0).abs() < 1e-9
            || ratio >= 2.0 && (ratio * 10.0).fract() < 1e-9
    });
}

//! What `--explain` tells of figures: the rule that read each, what gives it its source, whether a reader would
//! ask for one; and of the numbers that are no figures, the exclusion.

use std::io::{self, Write};

use whence::figure;
use whence::phrase::Phrases;
use whence::scan::Findings;
use whence::text::Text;

use super::paint::{Paint, Style};
use super::record::change_sign;

/// Writes how the figures were read: all with the numbers that are none, or those of one claim, by its index.
pub(super) fn write(
    out: &mut impl Write,
    paint: &Paint,
    claim: Option<usize>,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    for i in 0..found.figures.len() {
        let of = found.ties[i].map(|tie| tie.attribution);
        if claim.is_none() || claim == of {
            one(out, paint, i, text, found)?;
        }
    }
    if claim.is_some() {
        return Ok(());
    }
    for excluded in figure::excluded(&Phrases::new(text)) {
        let words = text.document.slice(excluded.span);
        let label = format!("{:>9} ", "no figure");
        let why = format!(" ({})", excluded.rule.name);
        let told = [(words, Style::Strong), (&*why, Style::Plain)];
        paint.paragraph(out, (&label, Style::Quiet), &told)?;
    }
    Ok(())
}

/// Writes how figure `i` was read.
fn one(
    out: &mut impl Write,
    paint: &Paint,
    i: usize,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let figure = &found.figures[i];
    let line = |out: &mut dyn Write, label: &str, words: &str| {
        let label = format!("     {label:<10} ");
        let mut out = out;
        paint.paragraph(&mut out, (&label, Style::Quiet), &[(words, Style::Plain)])
    };
    out.write_all(b"\n")?;
    let words = text.document.slice(figure.span);
    paint.paragraph(out, ("   # ", Style::Quiet), &[(words, Style::Strong)])?;
    line(out, "read by", figure.rule.name)?;
    let number = |n: Option<f64>| n.map_or_else(String::new, |n| n.to_string());
    let value = match figure.value {
        Some(value) => value.to_string(),
        None => format!("{} to {}", number(figure.low), number(figure.high)),
    };
    let unit = figure.unit.as_deref().unwrap_or("no unit");
    let bound = match figure.bound_evidence {
        Some(span) => format!("{} “{}”", change_sign(figure), text.document.slice(span)),
        None => change_sign(figure).to_owned(),
    };
    line(out, "worth", &format!("{bound} {value}, {unit}"))?;
    let tie = match found.ties[i] {
        Some(tie) => format!("claim {} ({})", tie.attribution + 1, tie.rule().name),
        None => "no claim covers it".to_owned(),
    };
    line(out, "given by", &tie)?;
    let wanted = match found.unwanted[i] {
        Some(rule) => format!("no ({})", rule.name),
        None => "yes".to_owned(),
    };
    line(out, "wanted", &wanted)?;
    let remarks = found.flags.iter().filter(|f| f.figures.contains(&i));
    let remarks: Vec<&str> = remarks.map(|f| f.kind.rule().name).collect();
    if !remarks.is_empty() {
        line(out, "remarks", &remarks.join(", "))?;
    }
    Ok(())
}

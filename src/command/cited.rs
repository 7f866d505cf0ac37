//! What a text cites, as people read it: below the claims that it backs, and for itself where nobody says
//! the words.

use std::io::{self, Write};

use whence::cite::{Citation, Form, Target, reference};
use whence::scan::Findings;
use whence::text::Text;

use super::paint::{Paint, Style};

/// The longest entry that is shown whole, in characters.
const LONGEST: usize = 120;

/// What a citation leads to, in a few words: "[4] Traffic 2022, Port Office, 2023".
pub(crate) fn words(text: &Text, citation: &Citation) -> String {
    let to = match &citation.target {
        Target::References(all) => {
            let entries: Vec<String> = (all.iter()).map(|r| entry(text, *r)).collect();
            entries.join(", or ")
        }
        Target::Link(block, index) => text.document.blocks[*block].links[*index].href.clone(),
        Target::Words(span) => text.document.slice(*span).to_owned(),
        Target::Absent if citation.form == Form::Needed => "the page asks for a source".to_owned(),
        Target::Absent => "its entry is not on this page".to_owned(),
    };
    match citation.form {
        Form::Numbered => format!("[{}] {to}", citation.label),
        Form::AuthorYear | Form::Chip => format!("{}: {to}", citation.label),
        _ => to,
    }
}

/// An entry by what was read of it, or as it is written.
fn entry(text: &Text, i: usize) -> String {
    let entries = &text.document.references;
    let i = reference::meant(entries, i).unwrap_or(i);
    let written = &entries[i].text;
    let read = reference::read(written, text.language);
    match read.title {
        Some(title) => {
            let more = read.container.into_iter().chain(read.year);
            more.fold(title, |all, part| all + ", " + &part)
        }
        None if written.chars().count() > LONGEST => {
            written.chars().take(LONGEST).chain(['…']).collect()
        }
        None => written.clone(),
    }
}

/// The citations of words that nobody says.
pub(crate) fn write(
    out: &mut impl Write,
    paint: &Paint,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let alone = |c: &&Citation| c.attributions.is_empty();
    let mut bare = found.citations.iter().filter(alone).peekable();
    if bare.peek().is_none() {
        return Ok(());
    }
    out.write_all(b"\n")?;
    let title = [("Cited", Style::Strong)];
    paint.paragraph(out, ("", Style::Plain), &title)?;
    for citation in bare {
        let claim: Vec<&str> = citation.claim.iter().map(|c| text.words(c)).collect();
        let (claim, to) = (claim.join(" […] "), words(text, citation));
        let stretches = [
            (claim.as_str(), Style::Plain),
            (" cites: ", Style::Quiet),
            (to.as_str(), Style::Plain),
        ];
        paint.paragraph(out, ("   - ", Style::Quiet), &stretches)?;
    }
    Ok(())
}

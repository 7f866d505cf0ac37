//! Findings as people read them: each claim with its source, then the figures that have none.

use std::io::{self, Write};

use whence::attribution::{Attribution, Quotation};
use whence::cite::Citation;
use whence::figure::Figure;
use whence::hint::FlagKind;
use whence::resolve::{Resolution, Stance};
use whence::scan::Findings;
use whence::text::Text;
use whence::wasm::{flag_name, kind_name, stance_name};

use super::cited;
use super::paint::{Paint, Style};

/// Writes the findings of one text under its `title`.
pub(crate) fn write(
    out: &mut impl Write,
    paint: &Paint,
    title: &str,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let counts = if found.read {
        let bare = unsourced(found).count();
        format!(
            ": {}, {}, {}{}",
            counted(found.attributions.len(), "claim"),
            counted(found.resolved.sources.len(), "source"),
            counted(found.figures.len(), "figure"),
            match bare {
                0 => String::new(),
                n => format!(" ({n} without a source)"),
            }
        )
    } else {
        ": not in a language Whence reads; nothing looked for".to_owned()
    };
    paint.paragraph(
        out,
        ("", Style::Plain),
        &[(title, Style::Strong), (&counts, Style::Plain)],
    )?;
    let claims = found.attributions.iter().zip(&found.resolved.resolutions);
    for (index, (attribution, resolution)) in claims.enumerate() {
        out.write_all(b"\n")?;
        let view = Claim {
            text,
            found,
            index,
            attribution,
            resolution,
        };
        view.write(out, paint)?;
    }
    cited::write(out, paint, text, found)?;
    bare_figures(out, paint, text, found)?;
    out.write_all(b"\n")
}

struct Claim<'f> {
    text: &'f Text<'f>,
    found: &'f Findings,
    index: usize,
    attribution: &'f Attribution,
    resolution: &'f Resolution,
}

impl Claim<'_> {
    fn write(&self, out: &mut impl Write, paint: &Paint) -> io::Result<()> {
        let content: Vec<&str> = self
            .attribution
            .content
            .iter()
            .map(|c| self.text.words(c))
            .collect();
        let number = format!("{:>3}. ", self.index + 1);
        paint.paragraph(
            out,
            (&number, Style::Quiet),
            &[(&content.join(" […] "), Style::Strong)],
        )?;
        self.source(out, paint)?;
        self.cue(out, paint)?;
        // The source stands above.
        let source = self
            .resolution
            .source
            .map(|s| &self.found.resolved.sources[s].name);
        for hop in self
            .resolution
            .relay
            .iter()
            .filter(|h| Some(&h.name) != source)
        {
            let kind = format!(" ({})", kind_name(hop.kind));
            let words = [(hop.name.as_str(), Style::Name), (&kind, Style::Plain)];
            labelled(out, paint, "through", &words)?;
        }
        if let Some(when) = &self.resolution.when {
            labelled(out, paint, "when", &[(self.text.words(when), Style::Plain)])?;
        }
        let figures: Vec<String> = self
            .found
            .figures
            .iter()
            .zip(&self.found.ties)
            .filter(|(_, tie)| tie.is_some_and(|t| t.attribution == self.index))
            .map(|(figure, _)| figure_words(self.text, figure))
            .collect();
        if !figures.is_empty() {
            labelled(
                out,
                paint,
                "figures",
                &[(&figures.join("; "), Style::Plain)],
            )?;
        }
        let backs = |c: &&Citation| c.attributions.contains(&self.index);
        for citation in self.found.citations.iter().filter(backs) {
            let words = cited::words(self.text, citation);
            labelled(out, paint, "cites", &[(&words, Style::Plain)])?;
        }
        let notes: Vec<String> = self
            .found
            .flags
            .iter()
            .filter(|f| f.attributions.contains(&self.index))
            .map(|f| flag_name(f.kind).replace('-', " "))
            .collect();
        if !notes.is_empty() {
            labelled(out, paint, "note", &[(&notes.join(", "), Style::Plain)])?;
        }
        Ok(())
    }

    fn source(&self, out: &mut impl Write, paint: &Paint) -> io::Result<()> {
        let kind = format!(" ({})", kind_name(self.resolution.kind));
        let mention = self.attribution.source.as_ref().map(|s| self.text.words(s));
        let source = self
            .resolution
            .source
            .map(|s| &self.found.resolved.sources[s]);
        let Some(source) = source else {
            let words = match mention {
                Some(mention) => vec![(mention, Style::Name), (&kind, Style::Plain)],
                None => vec![("none named", Style::Quiet)],
            };
            return labelled(out, paint, "source", &words);
        };
        let role = source.role.as_ref().map(|r| format!(", {r}"));
        let mut words = vec![(source.name.as_str(), Style::Name)];
        let told = |words: &str| mention.is_some_and(|m| m.contains(words));
        if let Some(role) = &role
            && !source.name.contains(&role[2..])
        {
            words.push((role, Style::Plain));
        }
        words.push((&kind, Style::Plain));
        let aside = mention.map(|m| format!(", as “{m}”"));
        if let Some(aside) = &aside
            && !told(&source.name)
        {
            words.push((aside, Style::Quiet));
        }
        labelled(out, paint, "source", &words)
    }

    fn cue(&self, out: &mut impl Write, paint: &Paint) -> io::Result<()> {
        let mut words = String::new();
        if self.attribution.cue.is_empty() {
            words.push_str("none: the quotation runs on");
        } else {
            words.push_str(self.text.words(&self.attribution.cue));
        }
        words.push_str(match self.attribution.quotation {
            Quotation::Direct => " (direct quotation",
            Quotation::Indirect => " (paraphrase",
            Quotation::Mixed => " (partly quoted",
        });
        if self.resolution.stance != Stance::Neutral {
            words.push_str(", ");
            words.push_str(stance_name(self.resolution.stance));
        }
        words.push(')');
        labelled(out, paint, "cue", &[(&words, Style::Plain)])
    }
}

fn labelled(
    out: &mut impl Write,
    paint: &Paint,
    label: &str,
    words: &[(&str, Style)],
) -> io::Result<()> {
    let lead = format!("     {label:<8} ");
    paint.paragraph(out, (&lead, Style::Quiet), words)
}

/// The figures that are flagged for having no source, in text order.
fn unsourced(found: &Findings) -> impl Iterator<Item = &Figure> {
    let flags = found.flags.iter();
    flags
        .filter(|f| f.kind == FlagKind::UnsourcedFigure)
        .flat_map(|f| f.figures.iter().map(|i| &found.figures[*i]))
}

/// The figures that no attribution covers, each with the sentence around it.
fn bare_figures(
    out: &mut impl Write,
    paint: &Paint,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let mut bare = unsourced(found).peekable();
    if bare.peek().is_none() {
        return Ok(());
    }
    out.write_all(b"\n")?;
    let title = [("Figures without a source", Style::Strong)];
    paint.paragraph(out, ("", Style::Plain), &title)?;
    for figure in bare {
        let words = figure_words(text, figure);
        let first = figure.token;
        let around = text.sentences.get(text.sentence_of(first));
        let around = around.map_or("", |s| text.words(&(s.start..s.end)));
        let stretches = [
            (words.as_str(), Style::Plain),
            (" in: ", Style::Quiet),
            (around, Style::Quiet),
        ];
        paint.paragraph(out, ("   - ", Style::Quiet), &stretches)?;
    }
    Ok(())
}

/// A figure's words, its bound with it where that stands just before.
fn figure_words(text: &Text, figure: &Figure) -> String {
    let all = &text.document.text;
    match figure.bound_evidence {
        Some(bound) if bound.end <= figure.span.start && figure.span.start - bound.end < 8 => {
            bound.cover(figure.span).of(all).to_owned()
        }
        Some(bound) if !figure.span.contains(bound) => {
            format!("{} ({})", figure.span.of(all), bound.of(all))
        }
        _ => figure.span.of(all).to_owned(),
    }
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

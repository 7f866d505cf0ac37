//! `whence scan --explain`: for a claim, how each step came to what it says, for a person at a terminal.

use std::io::{self, Write};

use whence::attribution::Attribution;
use whence::resolve::{self, Explanation, Resolution};
use whence::scan::Findings;
use whence::text::Text;
use whence::wasm::{confidence_name, kind_name, stance_name};

use super::arguments::Explain;
use super::explain_figure;
use super::paint::{Paint, Style};

/// How many words of a content are shown.
const SHOWN: usize = 14;

/// Writes how the claims that `which` names were found and resolved.
pub(crate) fn write(
    out: &mut impl Write,
    paint: &Paint,
    which: Explain,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let told = resolve::explain(text, &found.attributions);
    let claims = found.attributions.iter().zip(&found.resolved.resolutions);
    for (index, ((attribution, resolution), why)) in claims.zip(&told).enumerate() {
        if which == Explain::All || which == Explain::Claim(index + 1) {
            let claim = Claim {
                text,
                found,
                attribution,
                resolution,
                why,
            };
            claim.write(out, paint, index + 1)?;
            if which != Explain::All {
                explain_figure::write(out, paint, Some(index), text, found)?;
            }
        }
    }
    if which == Explain::All {
        explain_figure::write(out, paint, None, text, found)?;
    }
    if let Explain::Claim(number) = which
        && (number == 0 || number > told.len())
    {
        let words = format!("there is no claim {number}: this text has {}", told.len());
        paint.paragraph(out, ("", Style::Plain), &[(&words, Style::Plain)])?;
    }
    Ok(())
}

struct Claim<'f> {
    text: &'f Text<'f>,
    found: &'f Findings,
    attribution: &'f Attribution,
    resolution: &'f Resolution,
    why: &'f Explanation,
}

impl Claim<'_> {
    fn write(&self, out: &mut impl Write, paint: &Paint, number: usize) -> io::Result<()> {
        let (a, r) = (self.attribution, self.resolution);
        let content: Vec<&str> = a.content.iter().map(|c| self.text.words(c)).collect();
        let content = content.join(" […] ");
        let mut short: Vec<&str> = content.split_whitespace().take(SHOWN + 1).collect();
        if short.len() > SHOWN {
            short[SHOWN] = "…";
        }
        out.write_all(b"\n")?;
        let label = format!("{number:>3}. ");
        paint.paragraph(
            out,
            (&label, Style::Quiet),
            &[(&short.join(" "), Style::Strong)],
        )?;
        self.line(out, paint, "phrases", &self.phrases())?;
        let by = format!("{} (words: {})", a.rule.name, self.text.words(&a.cue));
        self.line(out, paint, "found by", &by)?;
        let mention = a.source.as_ref().map_or("nobody", |s| self.text.words(s));
        let who = match r.source {
            Some(source) => self.found.resolved.sources[source].name.as_str(),
            None => "nobody in particular",
        };
        let source = format!("{mention} → {who} ({})", kind_name(r.kind));
        self.line(out, paint, "source", &source)?;
        self.line(out, paint, "rule", &self.rule())?;
        for candidate in &self.why.candidates {
            self.line(out, paint, "candidate", &candidate.to_string())?;
        }
        for hop in &r.relay {
            let words = format!("{} ({})", hop.name, kind_name(hop.kind));
            self.line(out, paint, "through", &words)?;
        }
        if let Some(words) = &r.addressee {
            self.line(out, paint, "said to", self.text.words(words))?;
        }
        if let Some(words) = &r.medium {
            self.line(out, paint, "said in", self.text.words(words))?;
        }
        let when = r.when.as_ref().map_or("no time", |w| self.text.words(w));
        let rest = format!("{}; {when}", stance_name(r.stance));
        self.line(out, paint, "stance", &rest)?;
        self.line(out, paint, "is", confidence_name(r.confidence))
    }

    /// The rule that told the source, and whether its lead was enough.
    fn rule(&self) -> String {
        let name = self.resolution.rule.name;
        match &self.resolution.runner_up {
            Some(second) => format!(
                "{name}: leads “{second}” by {} ({} are enough)",
                self.resolution.margin,
                resolve::LEAD
            ),
            None => name.to_owned(),
        }
    }

    /// The sentence of the cue, cut where the claim's parts begin and end.
    fn phrases(&self) -> String {
        let a = self.attribution;
        let sentence = self.text.sentences[self.text.sentence_of(a.head)];
        let mut parts: Vec<(usize, usize, &str)> = Vec::new();
        for (words, name) in a.content.iter().map(|c| (c, "content")).chain(
            a.source
                .iter()
                .map(|s| (s, "source"))
                .chain([(&a.cue, "cue")]),
        ) {
            let (start, end) = (words.start.max(sentence.start), words.end.min(sentence.end));
            if start < end {
                parts.push((start, end, name));
            }
        }
        parts.sort_unstable();
        let (mut line, mut at) = (String::new(), sentence.start);
        let add = |line: &mut String, words: String| {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&words);
        };
        for (start, end, name) in parts {
            if at < start {
                add(&mut line, self.text.words(&(at..start)).to_owned());
            }
            add(
                &mut line,
                format!("[{name}: {}]", self.text.words(&(start..end))),
            );
            at = at.max(end);
        }
        if at < sentence.end {
            add(&mut line, self.text.words(&(at..sentence.end)).to_owned());
        }
        line
    }

    fn line(
        &self,
        out: &mut impl Write,
        paint: &Paint,
        label: &str,
        words: &str,
    ) -> io::Result<()> {
        let label = format!("     {label:<10} ");
        paint.paragraph(out, (&label, Style::Quiet), &[(words, Style::Plain)])
    }
}

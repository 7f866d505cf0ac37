//! `whence scan --explain`: for a claim, how each step came to what it says, for a person at a terminal.

use std::io::{self, Write};

use whence::attribution::{self, Attribution, Reading};
use whence::phrase::Phrases;
use whence::resolve::{self, Explanation, Resolution};
use whence::scan::Findings;
use whence::text::Text;
use whence::wasm::{confidence_name, kind_name, stance_name};

use super::arguments::Explain;
use super::explain_figure;
use super::paint::{Paint, Style};

/// How many words of a content are shown.
const SHOWN: usize = 14;

/// How many words before a cue that gave no claim are shown, and from it on.
const AROUND: (usize, usize) = (6, 8);

/// Writes how the claims that `which` names were found and resolved.
pub(crate) fn write(
    out: &mut impl Write,
    paint: &Paint,
    which: Explain,
    text: &Text,
    found: &Findings,
) -> io::Result<()> {
    let told = resolve::explain(text, &found.attributions);
    let readings = attribution::readings(&Phrases::new(text));
    let claims = found.attributions.iter().zip(&found.resolved.resolutions);
    for (index, ((attribution, resolution), why)) in claims.zip(&told).enumerate() {
        if which == Explain::All || which == Explain::Claim(index + 1) {
            let claim = Claim {
                text,
                found,
                attribution,
                resolution,
                why,
                readings: &readings,
                every_guard: which != Explain::All,
            };
            claim.write(out, paint, index + 1)?;
            if which != Explain::All {
                explain_figure::write(out, paint, Some(index), text, found)?;
            }
        }
    }
    if which == Explain::All {
        for reading in readings.iter().filter(|r| gave_nothing(found, r)) {
            refused(out, paint, text, reading)?;
        }
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

/// Whether no claim came of what was read as a cue, by that rule or another.
fn gave_nothing(found: &Findings, reading: &Reading) -> bool {
    let apart = |a: &Attribution| !a.cue.contains(&reading.head) && a.head != reading.head;
    reading.refused.is_some() && found.attributions.iter().all(apart)
}

/// Writes which guard kept a cue from giving a claim.
fn refused(out: &mut impl Write, paint: &Paint, text: &Text, reading: &Reading) -> io::Result<()> {
    let sentence = text.sentences[text.sentence_of(reading.head)];
    let start = (reading.cue.start.saturating_sub(AROUND.0)).max(sentence.start);
    let end = (reading.cue.end + AROUND.1).min(sentence.end);
    let guard = format!(" ({})", reading.refused.unwrap_or_default());
    let told = [
        (text.words(&reading.cue), Style::Strong),
        (&*guard, Style::Plain),
        (" in: ", Style::Quiet),
        (text.words(&(start..end)), Style::Quiet),
    ];
    let label = format!("{:>9} ", "no claim");
    paint.paragraph(out, (&label, Style::Quiet), &told)
}

struct Claim<'f> {
    text: &'f Text<'f>,
    found: &'f Findings,
    attribution: &'f Attribution,
    resolution: &'f Resolution,
    why: &'f Explanation,
    readings: &'f [Reading],
    /// Whether the guards that let it pass are named, not counted.
    every_guard: bool,
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
        self.line(out, paint, "guards", &self.guards())?;
        for other in self.refused_beside() {
            let guard = other.refused.unwrap_or_default();
            let words = format!("{} ({guard})", self.text.words(&other.cue));
            self.line(out, paint, "not from", &words)?;
        }
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

    /// The guards that let the claim pass.
    fn guards(&self) -> String {
        let mut own = self.readings.iter();
        let own = own.find(|r| r.head == self.attribution.head && r.refused.is_none());
        match own.map_or(&[][..], |r| &r.passed) {
            [] => "none by name: the rule has conditions of its own".to_owned(),
            all if self.every_guard => format!("passed {}", all.join(", ")),
            all => format!("passed {}", all.len()),
        }
    }

    /// The other cues of its sentence, which gave no claim.
    fn refused_beside(&self) -> impl Iterator<Item = &Reading> {
        let sentence = self.text.sentence_of(self.attribution.head);
        let beside = move |r: &&Reading| self.text.sentence_of(r.head) == sentence;
        let all = self.readings.iter().filter(beside);
        all.filter(|r| gave_nothing(self.found, r))
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

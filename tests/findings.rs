//! All that is found in our own texts, exactly: the golden cases, the examples of the rules and of the words,
//! the sample page, and the texts of `findings/texts`, one a line, for what no other shows. `tests/findings`
//! has a line for each finding, so that a change of the grammar shows what it does beside what it is for. It
//! says what is found, not what is right: that is for the golden cases. Where a change is meant,
//! `UPDATE_FINDINGS=1 cargo test --test findings` writes the files anew, and the difference is read before it
//! is kept.

#[allow(dead_code)] // what is wanted of a case is asked for elsewhere
mod case;
mod example;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use whence::cite::Citation;
use whence::figure;
use whence::hint::Flag;
use whence::lexicon::{self, cue, figure::FIGURE_TABLES, name};
use whence::phrase::Phrases;
use whence::resolve::links;
use whence::scan::{Findings, Options, scan};
use whence::span::Span;
use whence::text::Text;
use whence::text::block::{BlockKind, Document};
use whence::wasm::{
    confidence_name, flag_name, form_name, kind_name, link_name, quotation_name, role_name,
    stance_name,
};

/// The most lines of a difference that are shown.
const SHOWN: usize = 60;

/// Texts by the file of their findings: the name of each, and the text.
type Texts = BTreeMap<String, Vec<(String, Document)>>;

#[test]
fn our_own_texts_give_what_they_gave() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let renew = std::env::var_os("UPDATE_FINDINGS").is_some();
    let mut differences = String::new();
    for (file, texts) in all_texts() {
        let path = folder.join(&file);
        let found: String = texts.iter().map(|(name, text)| told(name, text)).collect();
        let before = fs::read_to_string(&path).unwrap_or_default();
        if renew {
            fs::write(&path, &found).unwrap_or_else(|e| panic!("{file}: {e}"));
        } else if found != before {
            let _ = write!(differences, "{file}\n{}", difference(&before, &found));
        }
    }
    let lines = differences.lines().count();
    let shown: Vec<&str> = differences.lines().take(SHOWN).collect();
    assert!(lines == 0, "\n{}\n({lines} lines)", shown.join("\n"));
}

fn all_texts() -> Texts {
    let mut texts = Texts::new();
    let mut add =
        |file: String, name: String, text| texts.entry(file).or_default().push((name, text));
    for case in case::all().unwrap_or_else(|e| panic!("{e}")) {
        let (topic, name) = case.name.rsplit_once('/').unwrap_or(("", &case.name));
        add(
            format!("golden-{}.txt", topic.replace('/', "-")),
            name.to_owned(),
            case.document,
        );
    }
    for (room, rules) in example::ROOMS {
        let file = format!(
            "rules-{}.txt",
            room.split([' ', ',']).next().unwrap_or(room)
        );
        for rule in *rules {
            let (yes, no) = (
                rule.yes.iter().map(|e| ("yes", e)),
                rule.no.iter().map(|e| ("no", e)),
            );
            for (i, (which, example)) in yes.chain(no).enumerate() {
                add(
                    file.clone(),
                    format!("{} {which} {}", rule.name, i + 1),
                    example::page(example),
                );
            }
        }
    }
    let cues = [("cues.txt", cue::TABLE)];
    let tables = lexicon::TABLES
        .iter()
        .chain(name::PHRASE_TABLES)
        .chain(FIGURE_TABLES)
        .chain(&cues);
    for (table, rows) in tables {
        for row in rows
            .lines()
            .filter(|r| !r.is_empty() && !r.starts_with('#'))
        {
            let (words, example) = (row.split(" |").next(), row.rsplit("| ").next());
            let name: Vec<&str> = words.unwrap_or(row).split(' ').take(2).collect();
            let text = Document::from_text(example.unwrap_or(""));
            add(format!("words-{table}"), name.join(" "), text);
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/texts");
    for path in fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
    {
        let file = path.file_name().map(|f| f.to_string_lossy().into_owned());
        let file = format!("texts-{}", file.unwrap_or_default());
        let lines = fs::read_to_string(&path).unwrap_or_default();
        for line in lines
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with("//"))
        {
            let text = example::page(&line.replace(" ¶ ", "\n\n"));
            add(file.clone(), line.to_owned(), text);
        }
    }
    let plain = Document::from_text(include_str!("bench/plain.txt"));
    add("pages.txt".to_owned(), "plain".to_owned(), plain);
    let sample = sample(include_str!("browser/pages/harbour-report/page.html"));
    add("pages.txt".to_owned(), "harbour-report".to_owned(), sample);
    texts
}

/// The article of the sample page, read plainly.
fn sample(page: &str) -> Document {
    let html = scraper::Html::parse_document(page);
    let blocks = scraper::Selector::parse("article :is(h1, h2, p, li, figcaption)");
    let blocks = blocks.unwrap_or_else(|e| panic!("{e}"));
    let mut document = Document::default();
    for block in html.select(&blocks) {
        let words: Vec<&str> = block.text().flat_map(str::split_whitespace).collect();
        let kind = match block.value().name() {
            "p" => BlockKind::Paragraph,
            "li" => BlockKind::Item,
            "figcaption" => BlockKind::Caption,
            _ => BlockKind::Heading,
        };
        document.push_marked(&words.join(" "), kind, Vec::new(), Vec::new());
    }
    document
}

/// What is found in a text, a line each below its name; nothing where nothing is.
fn told(name: &str, document: &Document) -> String {
    let (text, found) = scan(document, &Options::default());
    let teller = Teller {
        text: &text,
        found: &found,
    };
    let mut lines = Vec::new();
    if !found.read {
        lines.push("read as another language".to_owned());
    }
    lines.extend((0..found.attributions.len()).map(|i| teller.attribution(i)));
    lines.extend((0..found.resolved.sources.len()).filter_map(|i| teller.source(i)));
    lines.extend((0..found.figures.len()).map(|i| teller.figure(i)));
    let excluded = figure::excluded(&Phrases::new(&text));
    lines.extend(
        excluded
            .iter()
            .map(|e| format!("none: {} {}", teller.bytes(e.span), e.rule.name)),
    );
    lines.extend(found.flags.iter().map(|flag| teller.flag(flag)));
    lines.extend(
        found
            .citations
            .iter()
            .map(|citation| teller.citation(citation)),
    );
    if lines.is_empty() {
        return String::new();
    }
    lines
        .iter()
        .fold(format!("{name}\n"), |all, line| all + "  " + line + "\n")
}

/// Tells the findings of a text.
struct Teller<'a> {
    text: &'a Text<'a>,
    found: &'a Findings,
}

impl Teller<'_> {
    fn attribution(&self, i: usize) -> String {
        let (a, r) = (
            &self.found.attributions[i],
            &self.found.resolved.resolutions[i],
        );
        let mut line = format!(
            "“{}” “{}” “{}” {} {} {} {} {}",
            a.source.as_ref().map_or("", |s| self.text.words(s)),
            self.text.words(&a.cue),
            self.all(&a.content),
            quotation_name(a.quotation),
            a.rule.name,
            kind_name(r.kind),
            r.rule.name,
            confidence_name(r.confidence),
        );
        if a.cue.len() > 1 {
            let _ = write!(line, ", head {}", self.text.word(a.head));
        }
        // What is said as the source is said is told by a sign.
        let source = a.source.as_ref().map_or("", |s| self.text.words(s));
        let short = |words: String| {
            if words == source {
                "=".to_owned()
            } else {
                words
            }
        };
        let name = self.found.resolved.name(self.text, i, a);
        add(&mut line, "is", name.map(|n| short(n.to_owned())));
        add(&mut line, "kind", r.kind_rule.map(|rule| rule.name));
        add(&mut line, "by", Some(short(self.all(&r.kind_evidence))));
        for hop in &r.relay {
            let (kind, rule) = (kind_name(hop.kind), hop.way.rule().name);
            let hop = format!(
                "{} {kind} {rule}, {}",
                hop.name,
                self.text.words(&hop.evidence)
            );
            add(&mut line, "through", Some(hop));
        }
        add(
            &mut line,
            "stance",
            Some(stance_name(r.stance)).filter(|s| *s != "neutral"),
        );
        add(&mut line, "when", self.optional(&r.when));
        let second = r
            .runner_up
            .as_ref()
            .map(|name| format!("{name} by {}", r.margin));
        add(&mut line, "before", second);
        add(&mut line, "to", self.optional(&r.addressee));
        add(&mut line, "in", self.optional(&r.medium));
        let links = links::find(self.text, &self.found.attributions, &self.found.resolved);
        let link = links[i].map(|l| {
            format!(
                "{}:{} {} {}",
                l.block,
                l.index,
                link_name(l.kind),
                role_name(l.role)
            )
        });
        add(&mut line, "link", link);
        line
    }

    /// A source that has more than its name.
    fn source(&self, i: usize) -> Option<String> {
        let source = &self.found.resolved.sources[i];
        if source.role.is_none() && source.named && source.mentions.len() < 2 {
            return None;
        }
        let mut line = format!("source {} {}", source.name, kind_name(source.kind));
        add(&mut line, "role", source.role.as_deref());
        add(&mut line, "no name", (!source.named).then_some(""));
        add(&mut line, "mentions", Some(self.all(&source.mentions)));
        Some(line)
    }

    fn figure(&self, i: usize) -> String {
        let f = &self.found.figures[i];
        let mut line = format!(
            "“{}” “{}” {:?} {}",
            self.bytes(f.span),
            self.bytes(f.number),
            f.kind,
            f.rule.name
        );
        add(&mut line, "=", f.value);
        add(&mut line, "from", f.low);
        add(&mut line, "to", f.high);
        add(&mut line, "unit", f.unit.as_deref());
        let bound = f
            .bound_evidence
            .map(|e| format!("{:?} by {}", f.bound, self.bytes(e)));
        add(&mut line, "bound", bound);
        add(&mut line, "change", f.change.map(|c| format!("{c:?}")));
        let tie = self.found.ties[i].map(|t| format!("{} by {}", t.attribution + 1, t.rule().name));
        add(&mut line, "given", tie);
        add(
            &mut line,
            "unwanted",
            self.found.unwanted[i].map(|rule| rule.name),
        );
        add(&mut line, "date", self.optional(&self.found.dates[i]));
        line
    }

    fn flag(&self, flag: &Flag) -> String {
        let mut line = format!("flag {}", flag_name(flag.kind));
        add(&mut line, "of", numbers(&flag.attributions));
        add(&mut line, "figures", numbers(&flag.figures));
        add(&mut line, "shown by", Some(self.all(&flag.evidence)));
        add(&mut line, "detail", flag.detail.map(|d| format!("{d:?}")));
        line
    }

    fn citation(&self, c: &Citation) -> String {
        let mut line = format!(
            "cites {} {} “{}”",
            c.rule.name,
            form_name(c.form),
            self.all(&c.claim)
        );
        add(&mut line, "label", Some(c.label.as_str()));
        add(&mut line, "leads to", Some(format!("{:?}", c.target)));
        add(&mut line, "of", numbers(&c.attributions));
        add(&mut line, "figures", numbers(&c.figures));
        line
    }

    fn all(&self, words: &[Range<usize>]) -> String {
        let all: Vec<&str> = words.iter().map(|w| self.text.words(w)).collect();
        all.join(" / ")
    }

    fn optional(&self, words: &Option<Range<usize>>) -> Option<&str> {
        words.as_ref().map(|w| self.text.words(w))
    }

    fn bytes(&self, span: Span) -> &str {
        span.of(&self.text.document.text)
    }
}

/// Adds what is known, and is not empty, to a line.
fn add(line: &mut String, what: &str, known: Option<impl ToString>) {
    if let Some(known) = known.map(|k| k.to_string()).filter(|k| !k.is_empty()) {
        let _ = write!(line, ", {what} {known}");
    }
}

/// Places in a list, counted from 1.
fn numbers(places: &[usize]) -> Option<String> {
    let all: Vec<String> = places.iter().map(|i| (i + 1).to_string()).collect();
    Some(all.join(" "))
}

/// The lines of either that the other lacks below the same name.
fn difference(before: &str, after: &str) -> String {
    let (before, after) = (by_name(before), by_name(after));
    let mut all: Vec<&str> = after.keys().chain(before.keys()).copied().collect();
    all.sort_unstable();
    all.dedup();
    let mut told = String::new();
    for name in all {
        let lines = |map: &BTreeMap<&str, Vec<String>>| map.get(name).cloned().unwrap_or_default();
        let (was, is) = (lines(&before), lines(&after));
        if was == is {
            continue;
        }
        let _ = writeln!(told, "  {name}");
        let gone = was.iter().filter(|l| !is.contains(l)).map(|l| ("-", l));
        let new = is.iter().filter(|l| !was.contains(l)).map(|l| ("+", l));
        gone.chain(new).for_each(|(sign, line)| {
            let _ = writeln!(told, "  {sign} {line}");
        });
    }
    told
}

/// The lines below each name of a file.
fn by_name(file: &str) -> BTreeMap<&str, Vec<String>> {
    let mut all: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut name = "";
    for line in file.lines() {
        match line.strip_prefix("  ") {
            Some(finding) => all.entry(name).or_default().push(finding.to_owned()),
            None => name = line,
        }
    }
    all
}

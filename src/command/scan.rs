//! `whence scan`: each input in turn, its findings written in the format asked for. A bad input is
//! named on standard error and the rest is processed all the same.

use std::io::{self, BufRead, BufWriter, IsTerminal, Read, StdoutLock, Write};

use serde_json::value::RawValue;
use whence::scan::{Options, scan};
use whence::text::block::Document;

use super::arguments::{Explain, Format, Place, ScanRequest};
use super::input::{self, Input, LONGEST_TEXT, TOO_LONG};
use super::object::Object;
use super::paint::Paint;
use super::record::Record;
use super::{complain, explain, view};

/// Does the scan; the number of bad inputs.
pub(crate) fn run(request: &ScanRequest) -> usize {
    let mut run = Run {
        format: request.format,
        explain: request.explain,
        paint: Paint::of_standard_output(),
        out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
        bad: 0,
    };
    match run.places(&request.places).and_then(|()| run.out.flush()) {
        Ok(()) => {}
        // Who read us has read enough.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => {}
        Err(e) => run.complain(&format!("standard output: cannot be written ({e})")),
    }
    run.bad
}

struct Run {
    format: Format,
    explain: Option<Explain>,
    paint: Paint,
    out: BufWriter<StdoutLock<'static>>,
    /// How many inputs were bad.
    bad: usize,
}

impl Run {
    fn complain(&mut self, message: &str) {
        self.bad += 1;
        complain(message);
    }

    /// Every place in turn; an error is one of writing.
    fn places(&mut self, places: &[Place]) -> io::Result<()> {
        for place in places {
            let name = place.name();
            if *place == Place::Standard && io::stdin().is_terminal() {
                // Somebody may be waiting for an answer that waits for them.
                let _ = writeln!(
                    io::stderr(),
                    "whence: reading standard input; end it with Ctrl-D"
                );
            }
            match input::open(place, self.format) {
                Ok(Input::Whole { document, page }) => self.whole(&name, page, &document)?,
                Ok(Input::Lines(reader)) => self.lines(&name, reader)?,
                Err(message) => self.complain(&format!("{name}: {message}")),
            }
        }
        Ok(())
    }

    fn whole(&mut self, name: &str, page: bool, document: &Document) -> io::Result<()> {
        match serde_json::value::to_raw_value(name) {
            Ok(id) => self.document(name, &id, page, document),
            Err(e) => Err(e.into()),
        }
    }

    fn lines(&mut self, name: &str, mut reader: Box<dyn BufRead>) -> io::Result<()> {
        let mut bytes = Vec::new();
        let mut number = 0u64;
        loop {
            bytes.clear();
            number += 1;
            let mut line = reader.by_ref().take(LONGEST_TEXT + 1);
            match line.read_until(b'\n', &mut bytes) {
                Ok(0) => return Ok(()),
                Ok(_) if bytes.len() as u64 > LONGEST_TEXT => {
                    self.complain(&format!("{name}:{number}: {TOO_LONG}"));
                    // A line that does not end within as much again will hardly end at all.
                    match skip_line(&mut *reader, LONGEST_TEXT) {
                        true => continue,
                        false => return Ok(()),
                    }
                }
                Ok(_) => {}
                Err(e) => {
                    self.complain(&format!("{name}:{number}: {}", input::unreadable(&e)));
                    return Ok(());
                }
            }
            let mut object = bytes.trim_ascii();
            if number == 1 {
                object = object.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(object);
            }
            if object.is_empty() {
                continue;
            }
            match input::line(object) {
                Ok(line) => {
                    let document = Document::from_text(&line.text);
                    let title = format!("{name}:{number} ({})", line.id.get().trim_matches('"'));
                    self.document(&title, line.id, false, &document)?;
                }
                Err(message) => self.complain(&format!("{name}:{number}: {message}")),
            }
        }
    }

    fn document(
        &mut self,
        title: &str,
        id: &RawValue,
        page: bool,
        document: &Document,
    ) -> io::Result<()> {
        let (text, found) = scan(document, &Options::default());
        let out = &mut self.out;
        if let Some(which) = self.explain {
            return explain::write(out, &self.paint, which, &text, &found);
        }
        match self.format {
            Format::Text => return view::write(out, &self.paint, title, &text, &found),
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &Object::new(id, page, &text, &found))?;
            }
            Format::Jsonl => serde_json::to_writer(&mut *out, &Record::new(id, &text, &found))?,
        }
        out.write_all(b"\n")
    }
}

/// Passes over the rest of a line, of at most `most` bytes; whether its end was met.
fn skip_line(reader: &mut dyn BufRead, most: u64) -> bool {
    let mut left = most;
    while let Ok(bytes) = reader.fill_buf() {
        if bytes.is_empty() || left == 0 {
            return false;
        }
        let end = bytes.iter().position(|b| *b == b'\n');
        let passed = end.map_or(bytes.len(), |at| at + 1);
        left = left.saturating_sub(passed as u64);
        reader.consume(passed);
        if end.is_some() {
            return true;
        }
    }
    false
}

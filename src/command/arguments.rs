//! The command's arguments.

use std::ffi::{OsStr, OsString};

/// What `whence --help` says.
pub(crate) const HELP: &str = "\
Who says so? Finds each attribution and each figure in news text, and their sources.

Usage: whence scan [--format text|json|jsonl] [--explain N|all] [FILE…]

Reads text, HTML and JSON-lines files, or standard input where no FILE (or `-`) is given.
What a file is shows by its ending (.html, .htm, .xhtml; .txt, .md; .jsonl, .ndjson), else by
its first bytes.

  --format text    each claim with its source, for people (the default)
  --format json    one object for each file, the words beside the offsets
  --format jsonl   one line for each line {\"id\", \"text\"} of the input, or for each file
  --explain N      how claim N was found and who its source is: rule, guards, candidates, lead (`all`: all
                   claims and figures, and by which guard what looks like one is none)
  -h, --help       this text
  -V, --version    the version

Offsets count Unicode code points from 0, the end exclusive.
Colour only on a terminal; NO_COLOR turns it off, COLUMNS sets the width.
Exit status: 0; 2 where some input could not be read (the rest is processed all the same).
";

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One pretty object a document.
    Json,
    /// One line a document.
    Jsonl,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Standard input.
    Standard,
    /// A file by its path.
    File(OsString),
}

/// Which claims to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Explain {
    /// Every one.
    All,
    /// The one of this number, counted from 1 as `--format text` counts.
    Claim(usize),
}

/// A scan to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ScanRequest {
    /// How to write.
    pub(crate) format: Format,
    /// Which claims to explain, instead of telling all.
    pub(crate) explain: Option<Explain>,
    /// What to read, in order.
    pub(crate) places: Vec<Place>,
}

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// `--help`.
    Help,
    /// `--version`.
    Version,
    /// `scan`.
    Scan(ScanRequest),
}

/// Reads the arguments, or says what is wrong with them.
pub(crate) fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    match arguments.next() {
        None => return Err("nothing to do: give a command, as in `whence scan FILE`".into()),
        Some(first) => match first.to_str() {
            Some("scan") => {}
            Some("-h" | "--help" | "help") => return Ok(Request::Help),
            Some("-V" | "--version") => return Ok(Request::Version),
            _ => {
                return Err(format!(
                    "“{}” is no command: `whence scan FILE` scans, `whence --help` tells more",
                    first.display()
                ));
            }
        },
    }
    let mut format = Format::Text;
    let mut explain = None;
    let mut places = Vec::new();
    let mut options = true;
    while let Some(argument) = arguments.next() {
        let word = argument.to_str().filter(|w| options && w.starts_with('-'));
        match word {
            None => places.push(Place::File(argument)),
            Some("-") => places.push(Place::Standard),
            Some("--") => options = false,
            Some("-h" | "--help") => return Ok(Request::Help),
            Some("-V" | "--version") => return Ok(Request::Version),
            Some("--format") => {
                let name = arguments
                    .next()
                    .ok_or("--format wants a name after it: text, json or jsonl")?;
                format = format_named(&name)?;
            }
            Some("--explain") => {
                let which = arguments
                    .next()
                    .ok_or("--explain wants a claim after it: its number, or all")?;
                explain = Some(claim_named(&which)?);
            }
            Some(word) => match word.split_once('=') {
                Some(("--format", name)) => format = format_named(OsStr::new(name))?,
                Some(("--explain", which)) => explain = Some(claim_named(OsStr::new(which))?),
                _ => {
                    return Err(format!(
                        "“{word}” is no option of scan: `whence --help` lists them (a file of that name: `./{word}`)"
                    ));
                }
            },
        }
    }
    if places.is_empty() {
        places.push(Place::Standard);
    }
    Ok(Request::Scan(ScanRequest {
        format,
        explain,
        places,
    }))
}

fn claim_named(which: &OsStr) -> Result<Explain, String> {
    let word = which.to_str().unwrap_or_default();
    if word == "all" {
        return Ok(Explain::All);
    }
    let number = word.parse().ok().filter(|n| *n > 0);
    number.map(Explain::Claim).ok_or_else(|| {
        format!(
            "“{}” is no claim: its number, from 1 on, or all",
            which.display()
        )
    })
}

fn format_named(name: &OsStr) -> Result<Format, String> {
    match name.to_str() {
        Some("text") => Ok(Format::Text),
        Some("json") => Ok(Format::Json),
        Some("jsonl") => Ok(Format::Jsonl),
        _ => Err(format!(
            "“{}” is no format: text, json or jsonl",
            name.display()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &str) -> Result<Request, String> {
        read(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn options_stand_anywhere_until_two_dashes() {
        let Ok(Request::Scan(scan)) = read_words("scan a.txt --format=json - -- --format") else {
            panic!("not understood");
        };
        assert_eq!(scan.format, Format::Json);
        assert_eq!(
            scan.places,
            [
                Place::File("a.txt".into()),
                Place::Standard,
                Place::File("--format".into())
            ]
        );
    }

    #[test]
    fn without_files_standard_input_is_read() {
        let Ok(Request::Scan(scan)) = read_words("scan") else {
            panic!("not understood");
        };
        assert_eq!(scan.places, [Place::Standard]);
        assert_eq!(scan.format, Format::Text);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(read_words("scan --format xml").is_err_and(|m| m.contains("“xml”")));
        assert!(read_words("scan --format").is_err_and(|m| m.contains("jsonl")));
        assert!(read_words("scan --explain").is_err_and(|m| m.contains("all")));
        assert!(read_words("scan --explain 0").is_err_and(|m| m.contains("“0”")));
        assert!(read_words("scan --colour").is_err_and(|m| m.contains("“--colour”")));
        assert!(read_words("skan").is_err_and(|m| m.contains("“skan”")));
        assert!(read_words("").is_err());
    }
}

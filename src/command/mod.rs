//! The command, in reading order: its words ([`arguments`]), what it reads ([`input`], pages by
//! [`page`]), how findings become plain records ([`record`] for a line, [`object`] for a whole file,
//! offsets by [`code_point`]), and how people see them ([`view`], [`cited`], [`explain`], [`explain_figure`], [`paint`]). It is the only part of
//! Whence that reads files.

mod arguments;
mod cited;
mod code_point;
mod explain;
mod explain_figure;
mod input;
mod object;
mod page;
mod paint;
mod record;
mod scan;
mod view;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::Request;

/// Exit status where some input was bad (the rest is processed) or the call was not understood.
const BAD_INPUT: u8 = 2;

/// Runs the command on its arguments (the program's own name left out).
pub(crate) fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match arguments::read(arguments) {
        Ok(Request::Help) => say(arguments::HELP),
        Ok(Request::Version) => say(concat!("whence ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Request::Scan(request)) => match scan::run(&request) {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(BAD_INPUT),
        },
        Err(message) => {
            complain(&message);
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn say(words: &str) -> ExitCode {
    // A reader that went away (`whence --help | head -1`) is no error.
    let _ = io::stdout().write_all(words.as_bytes());
    ExitCode::SUCCESS
}

/// One line on standard error, under the command's name. What of it came from outside (the name of a file)
/// must not steer the terminal: control characters are written out.
fn complain(message: &str) {
    let mut line = String::from("whence: ");
    for c in message.chars() {
        if paint::steers(c) {
            line.extend(c.escape_unicode());
        } else {
            line.push(c);
        }
    }
    line.push('\n');
    let _ = io::stderr().write_all(line.as_bytes());
}

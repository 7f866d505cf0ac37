//! Lines for people: wrapped to the terminal's width, in colour where that is wanted.

use std::io::{self, IsTerminal, Write};

/// The width where no terminal tells one, in columns.
const USUAL_WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;
/// Below this, wrapping cannot help.
const NARROWEST: usize = 30;

/// How words may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As they are.
    Plain,
    /// What is attributed.
    Strong,
    /// Labels and asides.
    Quiet,
    /// Names of sources.
    Name,
}

impl Style {
    /// The style's escape sequence (ECMA-48 SGR): bold, faint, cyan.
    fn start(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Strong => "\x1b[1m",
            Style::Quiet => "\x1b[2m",
            Style::Name => "\x1b[36m",
        }
    }
}

/// How lines are laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    /// Whether escape sequences are written.
    colour: bool,
    /// Columns of a line.
    width: usize,
}

impl Paint {
    /// As standard output and the environment want it: colour only on a terminal, and not where
    /// NO_COLOR is set to anything (<https://no-color.org>) or the terminal is a dumb one.
    pub(crate) fn of_standard_output() -> Paint {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
            || std::env::var_os("TERM").is_some_and(|v| v == "dumb");
        let given = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let terminal = || terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        Paint {
            colour: io::stdout().is_terminal() && !refused,
            width: given
                .or_else(terminal)
                .unwrap_or(USUAL_WIDTH)
                .clamp(NARROWEST, WIDEST),
        }
    }

    /// Writes `stretches` as one paragraph: `lead` opens its first line, the others are indented as
    /// deep as `lead` is wide. White space and control characters of the words become single spaces
    /// (a text must not steer the terminal).
    pub(crate) fn paragraph(
        &self,
        out: &mut impl Write,
        lead: (&str, Style),
        stretches: &[(&str, Style)],
    ) -> io::Result<()> {
        let indent = columns(lead.0);
        self.styled(out, lead.0, lead.1)?;
        let mut column = indent;
        let mut fresh = true;
        // Whether a space stood before the next word: stretches may follow each other without one.
        let mut gap = false;
        for (words, style) in stretches {
            gap |= words.starts_with(is_gap);
            for word in words.split(is_gap).filter(|w| !w.is_empty()) {
                let wide = columns(word);
                if !fresh && gap && column + 1 + wide > self.width {
                    write!(out, "\n{:indent$}", "")?;
                    column = indent;
                } else if !fresh && gap {
                    out.write_all(b" ")?;
                    column += 1;
                }
                self.styled(out, word, *style)?;
                column += wide;
                fresh = false;
                gap = true;
            }
            gap = words.ends_with(is_gap);
        }
        out.write_all(b"\n")
    }

    fn styled(&self, out: &mut impl Write, words: &str, style: Style) -> io::Result<()> {
        if self.colour && style != Style::Plain {
            write!(out, "{}{words}\x1b[0m", style.start())
        } else {
            out.write_all(words.as_bytes())
        }
    }
}

/// Whether a character could steer a terminal: control characters, and the marks of writing direction
/// that turn its line around.
pub(crate) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What parts words in print; what could steer the terminal among it.
fn is_gap(c: char) -> bool {
    (c.is_whitespace() && c != '\u{A0}') || steers(c)
}

/// Columns that `words` take: one a character, none for marks that stand on others or are unseen.
fn columns(words: &str) -> usize {
    words
        .chars()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(width: usize, colour: bool, stretches: &[(&str, Style)]) -> String {
        let mut out = Vec::new();
        let paint = Paint { colour, width };
        paint
            .paragraph(&mut out, ("1. ", Style::Quiet), stretches)
            .expect("a vector takes all");
        String::from_utf8(out).expect("words stay words")
    }

    #[test]
    fn words_wrap_under_the_first() {
        assert_eq!(
            lines(
                12,
                false,
                &[("one two three", Style::Plain), (" four", Style::Strong)]
            ),
            "1. one two\n   three\n   four\n"
        );
    }

    #[test]
    fn stretches_join_where_no_space_parts_them() {
        assert_eq!(
            lines(
                40,
                false,
                &[
                    ("“she” (", Style::Plain),
                    ("Ada", Style::Name),
                    (")", Style::Plain)
                ]
            ),
            "1. “she” (Ada)\n"
        );
    }

    #[test]
    fn a_text_does_not_steer_the_terminal() {
        let shown = lines(
            40,
            false,
            &[("red \x1b[31malert\u{7}\u{202E}x\r\n", Style::Plain)],
        );
        assert_eq!(shown, "1. red [31malert x\n");
        assert!(lines(40, true, &[("a", Style::Strong)]).contains("\x1b[1ma\x1b[0m"));
    }
}

//! The terminal: how wide it is, and the one place where text reaches it, or the file or the pipe in its place.
//!
//! What is printed comes in part from files that somebody else wrote: no sequence that commands a terminal goes through. What
//! cannot be written ends in an exit code, never in a panic.

use super::{Failure, typed};
use crate::printed::wrapped;
use std::ffi::OsStr;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Columns where nobody says how many there are: a file, a pipe.
const USUAL: usize = 100;

pub fn width() -> usize {
    let size = terminal_size::terminal_size_of(io::stdout());
    size.map_or(USUAL, |(width, _)| usize::from(width.0))
}

/// The width of what is said on standard error; none where nobody reads it at a width.
pub fn saying_width() -> Option<usize> {
    let size = terminal_size::terminal_size_of(io::stderr());
    size.map(|(width, _)| usize::from(width.0))
}

/// Whether what is said on standard error may hold colours, and lines that are written over.
pub fn takes_commands() -> bool {
    io::stderr().is_terminal()
        && accepts(
            std::env::var_os("NO_COLOR").as_deref(),
            std::env::var_os("TERM").as_deref(),
        )
}

/// Whether the environment of a terminal lets it be commanded (<https://no-color.org>; `dumb` is one that obeys nothing).
fn accepts(no_colour: Option<&OsStr>, terminal: Option<&OsStr>) -> bool {
    no_colour.is_none_or(OsStr::is_empty) && terminal.is_none_or(|name| name != "dumb")
}

/// Prints on standard output the answer of a command.
///
/// # Errors
/// The system refuses to write it. A reader that leaves (`millesime indicateurs | head`) is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    write(text).map_err(|error| Failure::Unsaid { error, done: false })
}

/// The same of a sentence, whose commands are said as this reader types them.
pub fn tell(text: &str) -> Result<(), Failure> {
    print(&typed::commands(text))
}

/// The same of a command that has done what was asked, and says so.
pub fn report(text: &str) -> Result<(), Failure> {
    write(&typed::commands(text)).map_err(|error| Failure::Unsaid { error, done: true })
}

/// The same of an answer in JSON, where an escape stands for what a terminal would obey.
pub fn json(text: &str) -> Result<(), Failure> {
    let mut escaped = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        match commands(letter) && letter != '\n' {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(letter))),
            false => escaped.push(letter),
        }
    }
    escaped.push('\n');
    print(&escaped)
}

fn write(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let written = output.write_all(shown(text).as_bytes()).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Says on standard error what is to be known; nobody to read it changes nothing.
pub fn say(line: &str) {
    let line = shown(&typed::commands(line));
    match saying_width() {
        Some(width) => styled(wrapped(&line, width).trim_end()),
        None => styled(&line),
    }
}

/// The same of a question, whose answer is typed after it.
pub fn ask(question: &str) {
    let mut output = io::stderr().lock();
    _ = write!(output, "{}", shown(question)).and_then(|()| output.flush());
}

/// The same of a text whose pieces were [`shown`] and that has colours of its own.
pub fn styled(line: &str) {
    _ = writeln!(io::stderr().lock(), "{line}");
}

/// A text without what commands a terminal, or that would be read in another order than it is written: each such character is
/// replaced by the picture of its name, or by the sign of what is unknown, one for one.
pub fn shown(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let ends_line = letter == '\r' && letters.peek() == Some(&'\n');
        shown.push(match letter {
            _ if ends_line || !commands(letter) => letter,
            '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{FFFD}'),
            '\u{7F}' => '\u{2421}',
            _ => '\u{FFFD}',
        });
    }
    shown
}

/// Whether a terminal obeys this character instead of showing it, lines and tabulations apart.
fn commands(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        // Separators of lines and paragraphs, then what changes the direction of reading.
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        _ => letter.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_asks_for_no_colour_or_obeys_nothing_is_not_commanded() {
        let (set, empty) = (Some(OsStr::new("1")), Some(OsStr::new("")));
        let (usual, dumb) = (Some(OsStr::new("xterm-256color")), Some(OsStr::new("dumb")));
        assert!(accepts(None, usual) && accepts(empty, usual) && accepts(None, None));
        assert!(!accepts(set, usual) && !accepts(None, dumb) && !accepts(set, dumb));
    }

    #[test]
    fn nothing_that_a_terminal_obeys_goes_through() {
        assert_eq!(
            shown("a\u{1b}[31mb\u{9b}2Jc\u{7f}\u{202e}d\0"),
            "a␛[31mb\u{FFFD}2Jc␡\u{FFFD}d␀"
        );
        assert_eq!(shown("un\r\ndeux\ttrois\rquatre\n"), "un\r\ndeux\ttrois␍quatre\n");
        assert_eq!(shown("\u{feff}été €\u{202f}!"), "\u{feff}été €\u{202f}!");
    }
}

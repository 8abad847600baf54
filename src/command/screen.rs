//! How wide the terminal is: what is printed there keeps within it.

/// Columns where nobody says how many there are: a file, a pipe.
const USUAL: usize = 100;

pub fn width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stdout());
    size.map_or(USUAL, |(width, _)| usize::from(width.0))
}

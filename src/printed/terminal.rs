//! A table on a terminal: columns as wide as their longest cell, drawn in until they fit, texts going on below.
//!
//! Widths are those of the screen, not numbers of letters: an accent takes no place, an ideogram two.

use super::{Audience, Cell, PrintedTable, Role};
use unicode_width::UnicodeWidthStr;

/// What a table leaves on its left.
const MARGIN: usize = 2;
/// Between two columns.
const GAP: usize = 2;
/// A text is not drawn in below this.
const NARROWEST: usize = 12;

impl PrintedTable {
    /// The lines of the table and its notes, within `width` columns of the screen wherever one word and the numbers of
    /// a row leave room for that; where they do not, the columns stand in bands, each after the first column.
    pub fn terminal(&self, width: usize) -> String {
        let columns = self.columns_of(Audience::Readers);
        let grid: Vec<Vec<String>> =
            std::iter::once(columns.iter().map(|rank| self.columns[*rank].whole_head()).collect())
                .chain(self.rows.iter().map(|row| {
                    let cells = columns.iter().filter_map(|rank| row.cells.get(*rank));
                    cells.map(told).collect()
                }))
                .collect();
        let numbers: Vec<bool> = columns
            .iter()
            .map(|rank| self.columns[*rank].role == Role::Number)
            .collect();
        let mut text = String::new();
        for band in bands(&grid, &numbers, width) {
            let pick = |row: &Vec<String>| band.iter().map(|rank| row[*rank].clone()).collect::<Vec<_>>();
            let cells: Vec<Vec<String>> = grid.iter().map(pick).collect();
            let numbers: Vec<bool> = band.iter().map(|rank| numbers[*rank]).collect();
            let widths = widths(&cells, &numbers, width);
            for row in &cells {
                text += &line(row, &numbers, &widths);
            }
        }
        for note in &self.notes {
            text += &wrapped(&format!("  {note}"), width);
        }
        text
    }
}

/// A text in lines of at most `width` columns of the screen, but for a longer word; a line goes on a little further in than
/// it began.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut written = String::new();
    for line in text.lines() {
        let content = line.trim_start_matches(' ');
        let margin = line.len() - content.len();
        let pieces = folded(content, width.saturating_sub(margin + MARGIN).max(NARROWEST), whole);
        for (rank, piece) in pieces.iter().enumerate() {
            let margin = if rank == 0 { margin } else { margin + MARGIN };
            written += format!("{}{piece}", " ".repeat(margin)).trim_end();
            written.push('\n');
        }
    }
    written
}

/// A cell on one line.
fn told(cell: &Cell) -> String {
    let mark = cell.mark.iter().map(|mark| format!(" {mark}"));
    let under = cell.under.iter().map(|under| format!(" ({under})"));
    std::iter::once(cell.words.clone()).chain(mark).chain(under).collect()
}

/// The ranks of the columns that stand side by side.
fn bands(grid: &[Vec<String>], numbers: &[bool], width: usize) -> Vec<Vec<usize>> {
    let least = |rank: usize| narrowest(grid, rank, numbers[rank]) + GAP;
    let mut bands: Vec<Vec<usize>> = vec![Vec::new()];
    let mut used = MARGIN;
    for rank in 0..numbers.len() {
        if used + least(rank) > width + GAP && bands.last().is_some_and(|band| band.len() > 1) {
            bands.push(vec![0]);
            used = MARGIN + least(0);
        }
        if let Some(band) = bands.last_mut() {
            band.push(rank);
        }
        used += least(rank);
    }
    bands
}

/// The least that a column takes: its numbers whole, the longest word of its head, a few letters of its texts.
fn narrowest(grid: &[Vec<String>], rank: usize, number: bool) -> usize {
    let word = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let cells = grid.iter().skip(1).map(|row| match number {
        true => row[rank].width(),
        false => row[rank].width().min(NARROWEST),
    });
    cells.chain([word(&grid[0][rank])]).max().unwrap_or(0)
}

/// The widths of columns: as wide as their longest cell, then the widest drawn in until all of them fit.
fn widths(grid: &[Vec<String>], numbers: &[bool], width: usize) -> Vec<usize> {
    let ranks = 0..numbers.len();
    let least: Vec<usize> = ranks.clone().map(|rank| narrowest(grid, rank, numbers[rank])).collect();
    let longest = |rank: usize| grid.iter().map(|row| row[rank].width()).max().unwrap_or(0);
    let mut widths: Vec<usize> = ranks.map(longest).collect();
    let around = MARGIN + GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + around > width {
        let narrower = (0..widths.len()).filter(|rank| widths[*rank] > least[*rank]);
        match narrower.max_by_key(|rank| widths[*rank]) {
            Some(rank) => widths[rank] -= 1,
            None => break,
        }
    }
    widths
}

/// A row, on as many lines as its longest cell takes.
fn line(row: &[String], numbers: &[bool], widths: &[usize]) -> String {
    let cells: Vec<Vec<String>> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| folded(cell, *width, pieces))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for rank in 0..height {
        let mut line = " ".repeat(MARGIN);
        for ((cell, number), width) in cells.iter().zip(numbers).zip(widths) {
            let part = cell.get(rank).map_or("", String::as_str);
            let blank = " ".repeat(width.saturating_sub(part.width()));
            line += &match number {
                true => format!("{blank}{part}"),
                false => format!("{part}{blank}"),
            };
            line += &" ".repeat(GAP);
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A text cut at its spaces into lines of at most `width`; what becomes of a longer word is `cut`.
fn folded(text: &str, width: usize, cut: fn(&str, usize) -> Vec<String>) -> Vec<String> {
    let own = text.len() - text.trim_start_matches(' ').len();
    let mut lines = vec![text[..own].to_owned()];
    let mut first = true;
    for word in text[own..].split(' ') {
        let Some(line) = lines.last_mut() else { continue };
        if line.width() + usize::from(!first) + word.width() <= width {
            if !first {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            if first {
                lines.pop();
            }
            lines.extend(cut(word, width));
        }
        first = false;
    }
    lines
}

/// A word as it is: a path or an address that is copied from a terminal must work.
fn whole(word: &str, _: usize) -> Vec<String> {
    vec![word.to_owned()]
}

/// A word in pieces no wider than `width`, cut after its hyphens and slashes, within a part only where it must be.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut push = |part: &str| {
        if pieces
            .last()
            .is_some_and(|piece| !piece.is_empty() && piece.width() + part.width() > width)
        {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(part);
        }
    };
    for part in word.split_inclusive(['-', '/']) {
        match part.width() <= width {
            true => push(part),
            false => part.chars().for_each(|letter| push(letter.encode_utf8(&mut [0; 4]))),
        }
    }
    pieces
}

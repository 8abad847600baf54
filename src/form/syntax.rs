//! What to say of a YAML text that cannot be parsed, and which entry of a list to leave out.
//!
//! The engine's reason is in English: it is quoted after a French sentence at the place of the cause, which `syntax_causes`
//! looks for. It repairs nothing.

use super::syntax_causes;
use crate::diagnostic::{Code, Diagnostic, Place};
use serde_saphyr::granit_parser::{Marker, ScanError};
use std::sync::Arc;

/// A YAML text that cannot be parsed.
pub const SYNTAX: Code = Code("M010");

/// Faults of a file that are told one by one.
pub const MOST: usize = 100;

/// The entry that a fault makes unreadable, and the text without it.
pub struct FaultyEntry {
    /// The value of its `id` line, when it has one.
    pub id: Option<String>,
    /// The text with the lines of the entry blank, so that the places of the others do not move.
    pub rest: String,
}

/// What keeps a text from being read, for the author, and the line that it costs.
pub struct Refusal {
    pub diagnostic: Diagnostic,
    /// Counted from 1.
    pub line: usize,
}

/// The French sentence at the place of the cause, the reason of the engine and the next gesture.
pub fn refusal(file: &Arc<str>, text: &str, error: &ScanError) -> Refusal {
    let mut reason = error.to_string();
    if let Some(cut) = reason.rfind(" at byte ").or_else(|| reason.rfind(" at char ")) {
        reason.truncate(cut);
    }
    let marker = error.marker();
    let lines: Vec<&str> = text.lines().collect();
    let cause = syntax_causes::cause(&lines, marker.line().saturating_sub(1), &reason);
    let (line, place, sentence, help) = match cause {
        Some(cause) => {
            let line = cause.line + 1;
            (line, at(file, line, cause.column), cause.sentence, cause.help)
        }
        None => (
            marker.line(),
            place(file, marker),
            "Ce fichier YAML ne se lit pas à partir d’ici".to_owned(),
            "Vérifiez le retrait (des espaces, les mêmes pour les clés d’une même entrée) et les guillemets."
                .to_owned(),
        ),
    };
    let message = format!("{sentence} (raison du lecteur, en anglais : « {reason} »).");
    Refusal {
        diagnostic: Diagnostic::error(SYNTAX, place, message).help(help),
        line,
    }
}

/// What is said of the first fault after those: the rest of the file is not read.
pub fn too_many(file: &Arc<str>, error: &ScanError) -> Diagnostic {
    let message = format!("Ce fichier YAML a plus de {MOST} fautes d’écriture : rien n’en est lu.");
    Diagnostic::error(SYNTAX, place(file, error.marker()), message)
        .help("Corrigez celles qui précèdent, qui ont souvent la même cause, puis recommencez.")
}

/// Lines count from 1 in the parser, columns from 0: both count from 1 here, in characters.
pub fn place(file: &Arc<str>, marker: &Marker) -> Place {
    at(file, marker.line(), marker.col())
}

/// The same of a line and a column of the parser.
pub fn at(file: &Arc<str>, line: usize, column: usize) -> Place {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place::line(file.clone(), count(line), count(column + 1))
}

/// The entry (`- …` at the depth of the first list of the file) that holds a line; none outside any entry.
pub fn faulty_entry(text: &str, line: usize) -> Option<FaultyEntry> {
    let lines: Vec<&str> = text.lines().collect();
    let depth = lines.iter().find_map(|line| entry_depth(line))?;
    let index = line.saturating_sub(1).min(lines.len().checked_sub(1)?);
    let start = (0..=index).rev().find(|at| entry_depth(lines[*at]) == Some(depth))?;
    let end = (start + 1..lines.len())
        .find(|at| entry_depth(lines[*at]) == Some(depth))
        .unwrap_or(lines.len());
    let id = lines[start..end].iter().find_map(|line| {
        let line = line.trim_start().trim_start_matches("- ");
        Some(line.strip_prefix("id:")?.trim().trim_matches(['"', '\'']).to_owned())
    });
    let blank = |at: usize| at >= start && at < end;
    let rest = lines
        .iter()
        .enumerate()
        .map(|(at, line)| if blank(at) { "" } else { *line });
    let rest = rest.flat_map(|line| [line, "\n"]).collect();
    Some(FaultyEntry { id, rest })
}

/// The indentation of a line that begins an entry of a list.
fn entry_depth(line: &str) -> Option<usize> {
    let content = line.trim_start_matches(' ');
    (content == "-" || content.starts_with("- ")).then(|| line.len() - content.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_nothing_but_faults_is_left_where_it_would_be_read_for_ever() {
        let text = format!("liste:\n{}", "  - titre: %\n".repeat(5_000));
        let mut told = crate::diagnostic::Diagnostics::default();
        let document = super::super::document::parse(&Arc::from("a.yaml"), &text, &mut told);
        let told = told.sorted();
        assert_eq!((document.root, told.len()), (None, MOST + 1));
        assert!(told[MOST].message.contains("plus de 100"), "{}", told[MOST].message);
    }

    #[test]
    fn a_line_outside_any_entry_leaves_nothing_to_spare() {
        assert!(faulty_entry("titre: %\n", 1).is_none());
        assert!(faulty_entry("titre: %\nliste:\n  - a\n", 1).is_none());
    }
}

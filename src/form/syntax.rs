//! What to say of a YAML text that cannot be parsed, and which entry of a list to leave out.
//!
//! The engine's reason is in English: it is quoted after a French sentence, with the gesture that
//! cures the most common causes. It repairs nothing.

use crate::diagnostic::{Code, Diagnostic, Place};
use serde_saphyr::granit_parser::{Marker, ScanError};
use std::sync::Arc;

/// A YAML text that cannot be parsed.
pub const SYNTAX: Code = Code("M010");

/// Faults of a file that are told one by one.
pub const MOST: usize = 100;

/// The gesture for a tabulation that indents.
const TABULATION: &str = "Remplacez la tabulation du début de ligne par des espaces.";

/// The entry that a fault makes unreadable, and the text without it.
pub struct FaultyEntry {
    /// The value of its `id` line, when it has one.
    pub id: Option<String>,
    /// The text with the lines of the entry blank, so that the places of the others do not move.
    pub rest: String,
}

/// The French sentence, the reason of the engine and the next gesture.
pub fn diagnostic(file: &Arc<str>, text: &str, error: &ScanError) -> Diagnostic {
    let mut whole = error.to_string();
    if let Some(cut) = whole.rfind(" at byte ").or_else(|| whole.rfind(" at char ")) {
        whole.truncate(cut);
    }
    let message =
        format!("Ce fichier YAML ne se lit pas à partir d’ici (raison du lecteur, en anglais : « {whole} »).");
    let marker = error.marker();
    let lines: Vec<&str> = text.lines().collect();
    let index = marker.line().saturating_sub(1);
    let line = lines.get(index).copied().unwrap_or_default();
    let before = index
        .checked_sub(1)
        .and_then(|above| lines.get(above))
        .copied()
        .unwrap_or_default();
    let help = match whole.contains("found a tab") {
        true => TABULATION.to_owned(),
        false => hint(line, before),
    };
    Diagnostic::error(SYNTAX, place(file, marker), message).help(help)
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

/// The gesture for the causes met most often in a text typed by hand.
fn hint(line: &str, before: &str) -> String {
    for candidate in [line, before] {
        let content = candidate.trim_start().trim_start_matches("- ");
        if candidate.starts_with('\t') || candidate.trim_start_matches(' ').starts_with('\t') {
            return TABULATION.to_owned();
        }
        if let Some(gesture) = values(content).into_iter().find_map(of_value) {
            return gesture;
        }
        let value = content.split_once(':').map_or("", |(_, value)| value.trim());
        for (opening, closing) in [('[', ']'), ('{', '}')] {
            let opened = value.starts_with(opening) || content.starts_with(opening);
            if opened && !value.contains(closing) {
                return format!("Fermez le signe {opening} ouvert sur cette ligne.");
            }
        }
    }
    "Vérifiez le retrait (des espaces, les mêmes pour les clés d’une même entrée) et les guillemets.".to_owned()
}

/// The values of a line: that of its key, or each of those between braces, without the brace.
fn values(content: &str) -> Vec<&str> {
    let braced = |text: &str| text.starts_with('{') || text.starts_with("[{");
    let after_key = content.split_once(':').map_or("", |(_, value)| value.trim());
    let inner = match (braced(content), braced(after_key)) {
        (true, _) => content,
        (_, true) => after_key,
        _ => return vec![after_key],
    };
    let inner = inner
        .trim_start_matches(['[', '{', ' '])
        .trim_end_matches([']', '}', ' ']);
    let pairs = inner.split(',');
    pairs.filter_map(|pair| Some(pair.split_once(':')?.1.trim())).collect()
}

/// What cures a value; none where nothing is wrong with it.
fn of_value(value: &str) -> Option<String> {
    let first = value.chars().next()?;
    if matches!(first, '%' | '@' | '`' | '*' | '&' | '!') {
        return Some(format!(
            "Mettez la valeur entre guillemets droits : \"{value}\" (YAML réserve le signe {first} en tête)."
        ));
    }
    if !matches!(first, '"' | '\'' | '[' | '{' | '|' | '>') && (value.contains(": ") || value.ends_with(':')) {
        return Some(format!(
            "Mettez la valeur entre guillemets droits : \"{value}\" (un deux-points suivi d’un espace annonce une clé)."
        ));
    }
    if matches!(first, '"' | '\'') && (value.len() == 1 || !value.ends_with(first)) {
        return Some(format!(
            "Fermez le guillemet droit ouvert par {first}, et n’écrivez rien après lui."
        ));
    }
    None
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
    fn each_common_cause_has_its_own_gesture() {
        let cases = [
            ("    unite: %", "réserve le signe %"),
            ("  - titre: Énergie : part", "annonce une clé"),
            ("\ttitre: a", "tabulation"),
            ("titre: \"a", "Fermez le guillemet"),
            ("odd: [7, 13", "Fermez le signe ["),
            ("cibles: {annee: 2030, valeur: 5", "Fermez le signe {"),
            ("- {annee: 2030, origine: Plan : axe 2}", "\"Plan : axe 2\" ("),
            ("cibles: [{annee: 2030, origine: Plan: axe}]", "\"Plan: axe\" ("),
            ("source: {producteur: %, methode: a}", "\"%\" ("),
            ("titre a", "retrait"),
        ];
        for (line, expected) in cases {
            assert!(hint(line, "").contains(expected), "{line} : {}", hint(line, ""));
        }
    }

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

//! Diagnostics as the finance officer reads them: on a terminal with their excerpt, or as JSON.
//!
//! It decides the look of a message, never its words.

use crate::assess::Lack;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Spot};
use crate::french;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;

/// Prints every diagnostic on standard error, then how many there are of each kind.
///
/// A reader that leaves (`millesime verifier 2>&1 | head`) changes nothing to the exit code.
pub fn print(diagnostics: &Diagnostics) {
    let renderer = if std::io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut output = io::stderr().lock();
    for diagnostic in diagnostics.sorted() {
        _ = writeln!(output, "{}\n", renderer.render(&[group(diagnostic, diagnostics)]));
    }
    let kinds = [
        (Severity::Error, "erreur", "erreurs"),
        (Severity::Warning, "avertissement", "avertissements"),
    ];
    let counted: Vec<String> = kinds
        .into_iter()
        .map(|(severity, one, many)| (diagnostics.count(severity), one, many))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| french::plural(count, one, many))
        .collect();
    if !counted.is_empty() {
        _ = writeln!(output, "{}", counted.join(", "));
    }
}

/// Tells what was done beside what was asked.
pub fn note<N: Display>(notices: impl IntoIterator<Item = N>) {
    let mut output = io::stderr().lock();
    for notice in notices {
        _ = writeln!(output, "note : {notice}");
    }
}

/// The diagnostics as the JSON array documented in the guide, then what the data year lacks.
pub fn json(diagnostics: &Diagnostics, lacks: &[Lack]) -> String {
    let told = diagnostics.sorted().into_iter().map(Entry::from);
    let entries: Vec<Entry> = told.chain(lacks.iter().map(Entry::from)).collect();
    serde_json::to_string_pretty(&entries).expect("strings and numbers always serialise")
}

/// One diagnostic with its title, its excerpt and its help.
fn group<'a>(diagnostic: &'a Diagnostic, diagnostics: &'a Diagnostics) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .with_name(diagnostic.severity.label())
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.0)
        .elements(None::<Origin<'a>>);
    if let Some(place) = &diagnostic.place {
        group = match &place.spot {
            Spot::Line { line, column } => match diagnostics.line_of(&place.file, *line) {
                Some(text) => {
                    let span = underlined(text, *column, &diagnostic.raw);
                    let snippet = Snippet::source(text)
                        .line_start(*line as usize)
                        .path(place.file.as_ref());
                    group.element(snippet.annotation(AnnotationKind::Primary.span(span)))
                }
                None => group.element(Origin::path(place.to_string())),
            },
            Spot::File | Spot::Cell { .. } => group.element(Origin::path(place.to_string())),
        };
        if matches!(place.spot, Spot::Cell { .. }) && !diagnostic.raw.is_empty() {
            group = group.element(Level::NOTE.with_name("contenu\u{a0}").message(&diagnostic.raw));
        }
    }
    if diagnostic.help.is_empty() {
        group
    } else {
        group.element(Level::HELP.with_name("aide\u{a0}").message(&diagnostic.help))
    }
}

/// The bytes of the line to underline: the offending text from its column on, else the word there, else the line.
fn underlined(line: &str, column: u32, raw: &str) -> Range<usize> {
    let offending = raw.lines().next().unwrap_or("");
    let start = match column {
        0 => 0,
        _ => line
            .char_indices()
            .nth(column as usize - 1)
            .map_or(line.len(), |(index, _)| index),
    };
    let rest = &line[start..];
    match rest.find(offending) {
        Some(offset) if !offending.is_empty() => start + offset..start + offset + offending.len(),
        _ if column == 0 => 0..line.trim_end().len(),
        _ => {
            let end = rest.find([' ', ';', ',', ':', '\t']).filter(|end| *end > 0);
            start..start + end.unwrap_or(rest.len())
        }
    }
}

/// A diagnostic in JSON, with French keys, for the scripts of a finance department.
#[derive(Serialize)]
struct Entry<'a> {
    severite: &'a str,
    code: &'a str,
    fichier: Option<&'a str>,
    feuille: Option<&'a str>,
    cellule: Option<String>,
    ligne: Option<u32>,
    colonne: Option<u32>,
    message: Cow<'a, str>,
    aide: &'a str,
    /// Of a value that is lacking only.
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicateur: Option<&'a str>,
}

impl<'a> From<&'a Lack> for Entry<'a> {
    fn from(lack: &'a Lack) -> Self {
        let (ligne, colonne) = match lack.place.spot {
            Spot::Line { line, column } => (Some(line), Some(column)),
            Spot::File | Spot::Cell { .. } => (None, None),
        };
        Entry {
            severite: "manque",
            code: "",
            fichier: Some(&lack.place.file),
            feuille: None,
            cellule: lack.place.spot.address(),
            ligne,
            colonne,
            message: format!("{} : {}.", lack.title, lack.last()).into(),
            aide: "",
            service: Some(&lack.service),
            indicateur: Some(lack.indicator.as_str()),
        }
    }
}

impl<'a> From<&'a Diagnostic> for Entry<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let spot = diagnostic.place.as_ref().map(|place| &place.spot);
        let (feuille, ligne, colonne) = match spot {
            Some(Spot::Cell { sheet, row, column }) => (Some(sheet.as_ref()), Some(*row), Some(*column)),
            Some(Spot::Line { line, column }) => (None, Some(*line), (*column > 0).then_some(*column)),
            Some(Spot::File) | None => (None, None, None),
        };
        Entry {
            severite: diagnostic.severity.label(),
            code: diagnostic.code.0,
            fichier: diagnostic.place.as_ref().map(|place| place.file.as_ref()),
            feuille,
            cellule: spot.and_then(Spot::address),
            ligne,
            colonne,
            message: diagnostic.message.as_str().into(),
            aide: &diagnostic.help,
            service: None,
            indicateur: None,
        }
    }
}

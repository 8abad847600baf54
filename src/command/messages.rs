//! Diagnostics as the finance officer reads them: on a terminal with their excerpt, or as JSON.
//!
//! It decides the look of a message, never its words.

use super::repeats::{self, Told};
use super::screen;
use crate::assess::Lack;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Spot};
use crate::french;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Display;
use std::io::IsTerminal;
use std::ops::Range;

/// Entries of a JSON; what is left out is counted in one more.
const MOST: usize = 10_000;
/// Letters of a content that are shown.
const CONTENT: usize = 160;
/// Bytes of a line that is shown whole.
const LINE: usize = 600;

/// Prints the diagnostics on standard error, then how many there are of each kind.
///
/// A reader that leaves (`millesime verifier 2>&1 | head`) changes nothing to the exit code.
pub fn print(diagnostics: &Diagnostics) {
    let renderer = if std::io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let (told, left) = repeats::told(diagnostics);
    for told in &told {
        let pieces = Pieces::of(told, diagnostics);
        screen::styled(&format!("{}\n", renderer.render(&[pieces.group()])));
    }
    for line in left {
        screen::say(&line);
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
        screen::say(&counted.join(", "));
    }
}

/// Tells what was done beside what was asked.
pub fn note<N: Display>(notices: impl IntoIterator<Item = N>) {
    for notice in notices {
        screen::say(&format!("note : {notice}"));
    }
}

/// The diagnostics as the JSON array documented in the guide, then what the data year lacks.
pub fn json(diagnostics: &Diagnostics, lacks: &[Lack]) -> String {
    let told = diagnostics.sorted().into_iter().map(Entry::from);
    let mut entries: Vec<Entry> = told.chain(lacks.iter().map(Entry::from)).collect();
    let left = entries.len().saturating_sub(MOST);
    entries.truncate(MOST);
    entries.extend((left > 0).then(|| Entry::left(left)));
    serde_json::to_string_pretty(&entries).expect("strings and numbers always serialise")
}

/// One diagnostic as it is shown: nothing in it commands a terminal, and no line goes on for pages.
struct Pieces<'a> {
    diagnostic: &'a Diagnostic,
    message: String,
    help: String,
    raw: String,
    others: String,
    file: String,
    place: Option<String>,
    /// The line that a place points at, and what is underlined.
    line: Option<(u32, String, Range<usize>)>,
}

impl<'a> Pieces<'a> {
    fn of(told: &Told<'a>, diagnostics: &Diagnostics) -> Self {
        let diagnostic = told.fault;
        let place = diagnostic.place.as_ref();
        let raw = screen::shown(&diagnostic.raw);
        let line = place.and_then(|place| match place.spot {
            Spot::Line { line, column } => {
                let text = screen::shown(diagnostics.line_of(&place.file, line)?);
                let span = underlined(&text, column, &raw);
                Some((line, text, span))
            }
            Spot::File | Spot::Cell { .. } => None,
        });
        Pieces {
            diagnostic,
            message: screen::shown(&diagnostic.message),
            help: screen::shown(&diagnostic.help),
            raw: french::shortened(&raw, CONTENT),
            others: screen::shown(&told.others),
            file: place.map_or_else(String::new, |place| screen::shown(&place.file)),
            place: place.map(|place| screen::shown(&place.to_string())),
            line: line.and_then(|(line, text, span)| within(text, span).map(|(text, span)| (line, text, span))),
        }
    }

    /// The diagnostic with its title, its excerpt and its help.
    fn group(&self) -> Group<'_> {
        let level = match self.diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = level
            .with_name(self.diagnostic.severity.label())
            .primary_title(&self.message)
            .id(self.diagnostic.code.0)
            .elements(None::<Origin<'_>>);
        group = match (&self.line, &self.place) {
            (Some((line, text, span)), _) => {
                let snippet = Snippet::source(text).line_start(*line as usize).path(&self.file);
                group.element(snippet.annotation(AnnotationKind::Primary.span(span.clone())))
            }
            (None, Some(place)) => group.element(Origin::path(place)),
            (None, None) => group,
        };
        let is_cell = matches!(
            self.diagnostic.place.as_ref().map(|place| &place.spot),
            Some(Spot::Cell { .. })
        );
        for (name, text) in [
            ("contenu\u{a0}", Some(&self.raw).filter(|_| is_cell)),
            ("aussi\u{a0}", Some(&self.others)),
        ] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                group = group.element(Level::NOTE.with_name(name).message(text));
            }
        }
        match self.help.is_empty() {
            true => group,
            false => group.element(Level::HELP.with_name("aide\u{a0}").message(&self.help)),
        }
    }
}

/// A line whose end is cut after what is underlined; none where that stands too far for a line to be shown.
fn within(line: String, span: Range<usize>) -> Option<(String, Range<usize>)> {
    if line.len() <= LINE {
        return Some((line, span));
    }
    let before = line[..span.start].chars().count();
    if before > LINE {
        return None;
    }
    let cut = line.char_indices().nth(before + CONTENT);
    Some(match cut {
        Some((cut, _)) => (format!("{}…", &line[..cut]), span.start..span.end.min(cut)),
        None => (line, span),
    })
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

impl Entry<'_> {
    /// What stands for the entries that are left out.
    fn left(count: usize) -> Self {
        Entry {
            severite: "reste",
            code: "",
            fichier: None,
            feuille: None,
            cellule: None,
            ligne: None,
            colonne: None,
            message: format!(
                "{} : corrigez d’abord ceux qui précèdent.",
                french::plural(
                    count,
                    "autre message n’est pas donné",
                    "autres messages ne sont pas donnés"
                )
            )
            .into(),
            aide: "",
            service: None,
            indicateur: None,
        }
    }
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

//! Diagnostics as the finance officer reads them on a terminal, with their excerpt.
//!
//! It decides the look of a message, never its words.

use super::repeats::{self, Told};
use super::{screen, typed};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Spot};
use crate::french;
use crate::printed::wrapped;
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt::Display;
use std::ops::Range;

/// Letters of a content that are shown.
const CONTENT: usize = 160;
/// Bytes of a line that is shown whole.
const LINE: usize = 600;
/// Columns before a help, where the number of its line has four figures.
const HELP: usize = 17;

/// Prints the diagnostics on standard error, then how many there are of each kind.
///
/// A reader that leaves (`millesime verifier 2>&1 | head`) changes nothing to the exit code.
pub fn print(diagnostics: &Diagnostics) {
    about(diagnostics, &[""]);
}

/// The same of a command that has a subject: every fault, the warnings placed in one of these files or folders, the others counted.
pub fn about(diagnostics: &Diagnostics, subject: &[&str]) {
    let is_of_subject = |entry: &Diagnostic| {
        let file = entry.place.as_ref().map_or("", |place| &*place.file);
        entry.severity == Severity::Error || subject.iter().any(|path| file.starts_with(diagnostics.home(path)))
    };
    let (told, aside): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        diagnostics.sorted().into_iter().partition(|entry| is_of_subject(entry));
    let width = screen::saying_width();
    let renderer = match screen::takes_commands() {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let renderer = renderer.term_width(width.unwrap_or(DEFAULT_TERM_WIDTH));
    let (shown, left) = repeats::told(&told, diagnostics);
    for told in &shown {
        let pieces = Pieces::of(told, diagnostics).within(width);
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
        .map(|(severity, one, many)| {
            (
                told.iter().filter(|entry| entry.severity == severity).count(),
                one,
                many,
            )
        })
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| french::plural(count, one, many))
        .collect();
    if !counted.is_empty() {
        screen::say(&counted.join(", "));
    }
    if !aside.is_empty() {
        let others = french::plural(aside.len(), "autre avertissement", "autres avertissements");
        screen::say(&format!("{others}, sur d’autres sujets : millesime verifier"));
    }
    let kept: Vec<String> = diagnostics
        .accepted()
        .into_iter()
        .filter(|(_, found)| !found.is_empty())
        .map(|(acceptance, found)| format!("{} {}", found.len(), acceptance.code))
        .collect();
    if !kept.is_empty() {
        screen::say(&format!(
            "Avertissements acceptés, avec leur raison : {}",
            kept.join(", ")
        ));
    }
}

/// The acceptances that keep nothing from being told: their cause may be gone.
pub fn note_idle(diagnostics: &Diagnostics) {
    let accepted = diagnostics.accepted().into_iter();
    for (acceptance, _) in accepted.filter(|(_, found)| found.is_empty()) {
        let place = acceptance.file.as_ref().map(|file| format!(" dans {file}"));
        let line = format!(
            "note : rapport.yaml accepte {}{}, et rien ne le donne plus : retirez ces lignes d’« avertissements_acceptes » si la cause a disparu.",
            acceptance.code,
            place.unwrap_or_default()
        );
        screen::say(&diagnostics.said(&line));
    }
}

/// Tells what was done beside what was asked.
pub fn note<N: Display>(notices: impl IntoIterator<Item = N>) {
    for notice in notices {
        screen::say(&format!("note : {notice}"));
    }
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
            Spot::File | Spot::Paragraph { .. } | Spot::Cell { .. } => None,
        });
        Pieces {
            diagnostic,
            message: screen::shown(&typed::commands(&diagnostic.message)),
            help: screen::shown(&typed::commands(&diagnostic.help)),
            raw: french::shortened(&raw, CONTENT),
            others: screen::shown(&told.others),
            file: place.map_or_else(String::new, |place| screen::shown(&place.file)),
            place: place.map(|place| screen::shown(&place.to_string())),
            line: line.and_then(|(line, text, span)| within(text, span).map(|(text, span)| (line, text, span))),
        }
    }

    /// The same, its sentences cut at their spaces to be read at a width; as they are where there is none.
    fn within(mut self, width: Option<usize>) -> Self {
        let Some(width) = width else {
            return self;
        };
        // What stands before a sentence: « avertissement[M212]: », and the name of a note after the bar of the excerpt.
        let title = self.diagnostic.severity.label().len() + self.diagnostic.code.0.len() + "[]: ".len();
        for (text, before) in [
            (&mut self.message, title),
            (&mut self.help, HELP),
            (&mut self.others, HELP),
            (&mut self.raw, HELP),
        ] {
            *text = lines(text, width.saturating_sub(before));
        }
        self
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

/// A sentence in lines of at most `width` columns, each as far in as the first.
fn lines(text: &str, width: usize) -> String {
    let lines = wrapped(text, width);
    let lines: Vec<&str> = lines.lines().map(str::trim_start).collect();
    lines.join("\n")
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

/// What keeps the edition from being official, counted.
pub fn unofficial(refusals: usize) -> String {
    let left = french::plural(refusals, "point interdit", "points interdisent");
    format!("{left} encore une publication officielle : « millesime verifier --officiel » dit lesquels.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place};

    #[test]
    fn the_sentences_of_a_message_keep_to_the_width_of_the_terminal_and_to_none_in_a_file() {
        let long = "une phrase de plusieurs mots qui ne tient pas dans la largeur de ce terminal";
        let fault = Diagnostic::error(Code("X001"), Place::line("a.csv", 1, 1), long).help(long);
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(fault);
        let (told, _) = repeats::told(&diagnostics.sorted(), &diagnostics);
        let rendered = |width| {
            let pieces = Pieces::of(&told[0], &diagnostics).within(width);
            Renderer::plain().render(&[pieces.group()])
        };
        let narrow = rendered(Some(50));
        assert!(narrow.lines().all(|line| line.chars().count() <= 50), "{narrow}");
        assert!(
            narrow.lines().count() > 4 && narrow.contains("\n          qui ne tient pas"),
            "{narrow}"
        );
        assert!(rendered(None).starts_with(&format!("erreur[X001]: {long}\n")));
    }
}

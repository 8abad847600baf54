//! Diagnostics as the JSON that the guide documents, with French keys, for the scripts of a finance department.

use crate::assess::Lack;
use crate::diagnostic::{Diagnostic, Diagnostics, Spot};
use crate::french;
use serde::Serialize;
use std::borrow::Cow;

/// Entries of a JSON; what is left out is counted in one more.
const MOST: usize = 10_000;

/// The diagnostics as the JSON array documented in the guide, then what the data year lacks.
pub fn json(diagnostics: &Diagnostics, lacks: &[Lack]) -> String {
    let told = diagnostics.sorted().into_iter().map(Entry::from);
    let accepted = diagnostics.accepted();
    let kept = accepted.iter().flat_map(|(acceptance, found)| {
        found.iter().map(|warning| Entry {
            severite: "accepte",
            motif: Some(&acceptance.reason),
            ..Entry::from(*warning)
        })
    });
    let mut entries: Vec<Entry> = told.chain(kept).chain(lacks.iter().map(Entry::from)).collect();
    let left = entries.len().saturating_sub(MOST);
    entries.truncate(MOST);
    entries.extend((left > 0).then(|| Entry::left(left)));
    serde_json::to_string_pretty(&entries).expect("strings and numbers always serialise")
}

/// A diagnostic.
#[derive(Serialize)]
struct Entry<'a> {
    severite: &'a str,
    code: &'a str,
    fichier: Option<&'a str>,
    feuille: Option<&'a str>,
    cellule: Option<String>,
    ligne: Option<u32>,
    colonne: Option<u32>,
    /// Of a text in Word only.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraphe: Option<u32>,
    message: Cow<'a, str>,
    aide: &'a str,
    /// Of a warning that is accepted only.
    #[serde(skip_serializing_if = "Option::is_none")]
    motif: Option<&'a str>,
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
            paragraphe: None,
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
            motif: None,
            service: None,
            indicateur: None,
        }
    }
}

impl<'a> From<&'a Lack> for Entry<'a> {
    fn from(lack: &'a Lack) -> Self {
        let (ligne, colonne) = match lack.place.spot {
            Spot::Line { line, column } => (Some(line), Some(column)),
            Spot::File | Spot::Paragraph { .. } | Spot::Cell { .. } => (None, None),
        };
        Entry {
            severite: "manque",
            code: "",
            fichier: Some(&lack.place.file),
            feuille: None,
            cellule: lack.place.spot.address(),
            ligne,
            colonne,
            paragraphe: None,
            message: format!("{} : {}.", lack.title, lack.last()).into(),
            aide: "",
            motif: None,
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
            Some(Spot::File | Spot::Paragraph { .. }) | None => (None, None, None),
        };
        Entry {
            severite: diagnostic.severity.label(),
            code: diagnostic.code.0,
            fichier: diagnostic.place.as_ref().map(|place| place.file.as_ref()),
            feuille,
            cellule: spot.and_then(Spot::address),
            ligne,
            colonne,
            paragraphe: match spot {
                Some(Spot::Paragraph { number, .. }) => Some(*number),
                _ => None,
            },
            message: diagnostic.message.as_str().into(),
            aide: &diagnostic.help,
            motif: None,
            service: None,
            indicateur: None,
        }
    }
}

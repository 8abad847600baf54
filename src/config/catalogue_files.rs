//! The indicators of a project, from every file of `data/indicateurs/` or from its workbook.
//!
//! What an entry becomes is the affair of `catalogue`.

use super::disk::{Absence, Disk};
use super::finality::FinalityTexts;
use super::names::Known;
use super::raw::IndicatorsFile;
use super::workbook::Workbook;
use super::{catalogue, lines, reading};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::lines::Titles;
use crate::form::lines::header::absent_everywhere;
use crate::model::{Identifier, Indicator};
use std::collections::BTreeSet;

/// A project without any indicator.
const EMPTY_CATALOGUE: Code = Code("M063");

/// What the files of the catalogue hold.
pub(super) struct Catalogue {
    pub followed: Vec<Indicator>,
    pub archived: Vec<Indicator>,
    /// Every identifier written there, those of refused entries too.
    pub written: BTreeSet<Identifier>,
}

/// The indicators of every file of the catalogue.
pub(super) fn read_catalogue(
    disk: &mut Disk<'_>,
    book: Option<&Workbook>,
    titles: &Titles,
    finalities: &FinalityTexts,
    diagnostics: &mut Diagnostics,
) -> Result<Catalogue, Error> {
    let mut known = Known::new();
    let mut written = BTreeSet::new();
    let (mut catalogue, mut archived) = (Vec::new(), Vec::new());
    let mut headers = Vec::new();
    let extensions = [reading::YAML.as_slice(), &lines::EXTENSIONS].concat();
    let files = match book {
        Some(_) => vec![String::new()],
        None => disk.files_of("data/indicateurs", &extensions, diagnostics)?,
    };
    for name in files {
        let path = format!("data/indicateurs/{name}");
        let mark = diagnostics.mark();
        let reading = match (book, lines::is_table(&name)) {
            (Some(book), _) => book.indicators(titles, &mut headers, diagnostics),
            (None, true) => lines::file(disk, &path, titles, &mut headers, diagnostics)?,
            (None, false) => {
                reading::file::<IndicatorsFile>(disk, &path, Absence::Fault, diagnostics)?.map(|file| file.indicators)
            }
        };
        written.extend(reading.written);
        // A key in the place of « indicateurs » holds entries that nobody reads.
        let mut whole = reading
            .content
            .as_ref()
            .is_some_and(|entries| !entries.is_empty() || !diagnostics.faulty_since(mark));
        for raw in reading.content.unwrap_or_default() {
            let id = raw.id.as_ref().map(|id| id.value.clone()).unwrap_or_default();
            whole &= Identifier::written(&id).is_some();
            let mark = diagnostics.mark();
            let kept = if raw.archived { &mut archived } else { &mut catalogue };
            kept.extend(catalogue::indicator(raw, finalities, &mut known, diagnostics));
            diagnostics.blame(mark, &Cause::entry(&id));
        }
        if !whole {
            diagnostics.blame(mark, &Cause::Catalogue);
        }
    }
    absent_everywhere(titles, &headers, "data/indicateurs", diagnostics);
    if written.is_empty() && catalogue.is_empty() {
        let place = book.map_or_else(
            || Place::file("data/indicateurs"),
            |book| Place::file(book.path.clone()),
        );
        let message = "Le catalogue est vide : aucun indicateur n’est décrit dans data/indicateurs/.";
        let help = "Écrivez au moins un fichier .yaml, ou un tableau, dans data/indicateurs/ ; « millesime nouveau DOSSIER » en donne un modèle.";
        diagnostics.push(
            Diagnostic::error(EMPTY_CATALOGUE, place, message)
                .help(help)
                .because(Cause::Catalogue),
        );
    }
    Ok(Catalogue {
        followed: catalogue,
        archived,
        written,
    })
}

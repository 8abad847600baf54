//! `tableaux.xlsx`: every published table in one workbook, for who reads rather than computes; the CSV hold the same cells.

use super::{fields, title};
use crate::assess::Report;
use crate::error::Error;
use crate::model::OpenTable;
use crate::printed::{ColumnMeaning, PrintedTable, TableSheet, TablesBook};

pub(super) const PATH: &str = "tableaux.xlsx";
pub(super) const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What an empty cell says where its column says nothing of it.
const NOT_GIVEN: &str = "non renseigné";

/// The bytes of the workbook.
///
/// # Errors
/// A table that the writer of workbooks refuses: a defect of the program.
pub(super) fn workbook(report: &Report, tables: &[(OpenTable, PrintedTable)]) -> Result<Vec<u8>, Error> {
    let settings = &report.settings;
    let sheets = tables.iter().map(|(table, printed)| TableSheet {
        name: name(*table),
        title: table.label(),
        table: printed,
        columns: meanings(*table, printed),
    });
    let book = TablesBook {
        title: &title(settings),
        community: &settings.community.name,
        dated: settings.document_date,
        paragraphs: paragraphs(report),
        sheets: sheets.collect(),
    };
    book.workbook()
}

fn paragraphs(report: &Report) -> Vec<(&'static str, String)> {
    let settings = &report.settings;
    let mut told = vec![(
        "",
        format!(
            "Les tableaux publiés avec le rapport sur la situation en matière de développement durable, édition {}, valeurs jusqu’en {}.",
            settings.edition, settings.data_year
        ),
    )];
    if settings.sample {
        told.push(("", "Document de démonstration : des valeurs sont inventées.".to_owned()));
    }
    told.extend([
        (
            "Lire",
            "Une feuille par tableau, un tableau par feuille, qui commence en A3. Rien n’est masqué ni fusionné."
                .to_owned(),
        ),
        (
            "Une case vide",
            "Une case vide est une absence, jamais un zéro : la feuille « Colonnes » dit ce qu’elle veut dire."
                .to_owned(),
        ),
        (
            "Calculer",
            "Les mêmes cases sont dans le dossier « ouvertes », en CSV, pour un programme ou un portail.".to_owned(),
        ),
    ]);
    if let Some(licence) = settings.open_data.licence {
        told.push(("Licence", format!("{} ({})", licence.title(), licence.address())));
    }
    told
}

/// The name of the sheet of a table, and of the table in it.
fn name(table: OpenTable) -> &'static str {
    match table {
        OpenTable::Indicators => "Indicateurs",
        OpenTable::Observations => "Observations",
        OpenTable::Assessments => "Évaluations",
        OpenTable::Actions => "Actions",
        OpenTable::Credits => "Crédits",
        OpenTable::Footprint => "Empreinte",
        OpenTable::Transition => "Investissement",
        OpenTable::Coverage => "Couverture",
    }
}

fn meanings(table: OpenTable, printed: &PrintedTable) -> Vec<ColumnMeaning> {
    let meaning = |key: &str| {
        let field = fields::field(table, key);
        ColumnMeaning {
            holds: field.map_or_else(String::new, |field| field.description.to_owned()),
            empty: field.and_then(|field| field.empty).unwrap_or(NOT_GIVEN).to_owned(),
        }
    };
    printed.keys().map(meaning).collect()
}

//! A project kept in YAML files told as a workbook, and the other way: the same trees, laid out otherwise.
//!
//! It writes nothing, and reads a project that has no fault: what its layout cannot hold is told, and then nothing is given.

mod sources;
mod files;
#[cfg(test)]
mod tests;

use super::disk::Disk;
use super::one_workbook::VALUES;
use super::workbook::{FILES, Kept, WrittenSheet, kept, sheets};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::form::document::{Node, Shape};
use crate::model::{Changes, ObservationStatus};
use crate::table::{self, Cell, Kind};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A text that the cells of a workbook cannot hold, or that YAML would read otherwise.
const NOT_HELD: Code = Code("M098");

/// The values of a new project.
const STARTED_VALUES: &str = "data/valeurs/indicateurs.csv";

/// A project told in the other way of keeping it.
#[derive(Debug)]
pub enum Conversion {
    /// The sheets of a workbook, and what the files that they stand for say in remarks.
    Workbook {
        sheets: Vec<WrittenSheet>,
        remarks: Vec<WrittenRemark>,
    },
    /// The files, by their path in `data/`, and the sheets whose remarks and explanations they do not have.
    Files {
        files: BTreeMap<String, Arc<[u8]>>,
        left: Vec<&'static str>,
    },
}

/// A remark of a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenRemark {
    pub file: String,
    /// The key at which it stood, `collectivite.nom` or `energie.cibles`; empty where the file has none.
    pub key: String,
    pub text: String,
}

/// A new project as sheets, and what its workbook bears.
#[derive(Debug)]
pub struct BegunBook {
    pub sheets: Vec<WrittenSheet>,
    pub community: String,
    pub dated: Date,
}

/// Takes out of the files of a new project those that a workbook stands for, and the schemas of those; gives its sheets.
///
/// None where the starter has no report with a date: a defect of the program.
pub fn in_sheets(starter: &mut Changes) -> Option<BegunBook> {
    let mut trees = sources::begun(&starter.files)?;
    let values = values(starter, &mut trees.report);
    let community = trees
        .report
        .get("collectivite")
        .and_then(|node| node.get("nom")?.text());
    let book = BegunBook {
        sheets: sheets(&trees).0.into_iter().chain(values).collect(),
        community: community.unwrap_or_default().to_owned(),
        dated: trees.report.get("date_document")?.text()?.parse().ok()?,
    };
    let stays = |path: &str| {
        !FILES
            .iter()
            .chain(&["schemas/"])
            .any(|replaced| path.starts_with(replaced))
    };
    starter.files.retain(|path, _| stays(path));
    Some(book)
}

/// The table of values of a new project as the sheet of its values: the file goes, and the report names it no more.
fn values(starter: &mut Changes, report: &mut Node) -> Option<WrittenSheet> {
    let bytes = starter.files.remove(STARTED_VALUES)?.content?;
    let path = Arc::from(STARTED_VALUES);
    let table = table::read(&path, &bytes, Kind::Text, None, &mut Diagnostics::default())?;
    if let Shape::Map(keys) = &mut report.shape {
        keys.retain(|(key, _)| key.value != "valeurs");
    }
    let texts = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.content.display()).collect::<Vec<String>>();
    let titles = texts(&table.header);
    let rows = table.rows.iter().map(|row| {
        let mut row = texts(row);
        row.resize(titles.len(), String::new());
        row
    });
    let statuses = ObservationStatus::ALL.iter().map(|status| status.key().to_owned());
    Some(WrittenSheet {
        name: VALUES,
        rows: rows.collect(),
        words: vec![("statut".to_owned(), statuses.collect())],
        titles,
    })
}

/// A project without a fault told as a workbook if it is kept in files, as files if it is kept in a workbook; none once it was told why.
///
/// # Errors
/// What the machine failed at.
pub fn converted(root: &Path, diagnostics: &mut Diagnostics) -> Result<Option<Conversion>, Error> {
    let mut disk = Disk::new(root);
    match kept(&mut disk, diagnostics)? {
        Kept::Unknown => Ok(None),
        Kept::Workbook(book) => Ok(files::of(&book, &disk, diagnostics)),
        Kept::Files => {
            let mark = diagnostics.mark();
            let (trees, remarks) = sources::read(&mut disk, diagnostics)?;
            let Some(trees) = trees else { return Ok(None) };
            let (sheets, lost) = sheets(&trees);
            diagnostics.extend(lost.into_iter().map(|place| {
                let message = "Cette valeur ne tient pas dans une cellule : elle est dans une liste, et contient elle-même un point-virgule ou un retour à la ligne ; ou sa clé contient un point.";
                let help = "Remplacez le point-virgule par une virgule, mettez la valeur sur une ligne, ou retirez le point de la clé.";
                Diagnostic::error(NOT_HELD, place, message).help(help)
            }));
            let is_whole = !diagnostics.faulty_since(mark);
            Ok(is_whole.then_some(Conversion::Workbook { sheets, remarks }))
        }
    }
}

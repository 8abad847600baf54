//! The budgets of a project: every file of `data/budget/`, named in `rapport.yaml` or not.
//!
//! It reads; which document answers which year is decided by `validate`.

use super::super::Inputs;
use super::super::folder::{self, Found};
use super::super::values::{self, ignored};
use super::{Known, documents_of, is_xml, labels, xml};
use crate::config::{BudgetFile, Project};
use crate::diagnostic::{Cause, Diagnostics};
use crate::form::separators::Notation;

/// The folder of the budgets.
pub(super) const FOLDER: &str = "data/budget";
/// Bytes of one file: the largest real budgets hold a tenth of it.
const LIMIT: u64 = 200_000_000;
/// The beginning of the names of the tables of multi-year authorisations.
const AUTHORISATIONS: &str = "autorisations";
/// Tables of the folder that are no budget, by the beginning of their names: other readers have them.
const OTHER_TABLES: [&str; 1] = ["cotation"];

/// Reads every budget of the project, in the order of the paths.
pub(in crate::load) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    for found in folder::list(&project.root, FOLDER, diagnostics) {
        let name = found.stem().to_lowercase();
        if name.starts_with(AUTHORISATIONS) {
            let table = values::table(&project.root, &found, None, &mut inputs.files, diagnostics);
            inputs.authorisations.extend(table);
            continue;
        }
        if OTHER_TABLES.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        match found.extension().as_str() {
            "xml" | "csv" | "tsv" | "txt" | "xlsx" | "xlsm" | "ods" => {
                read_file(project, &found, inputs, diagnostics);
            }
            "md" => {}
            _ => diagnostics.push(ignored(
                &found,
                "un budget TOTEM (.xml), un CSV de SCDL ou de la DGFiP, ou une table simple (CSV, .xlsx, .ods)",
            )),
        }
    }
}

fn read_file(project: &Project, found: &Found, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let Some(file) = folder::read(&project.root, found, LIMIT, diagnostics) else {
        return;
    };
    if is_xml(&file.bytes) && labels::is_one(found) {
        inputs.account_labels = labels::read(found, &file.bytes, diagnostics).or(inputs.account_labels.take());
        inputs.files.push(file);
        return;
    }
    let declared = project.settings.budget.files.iter();
    let entries: Vec<&BudgetFile> = declared.filter(|named| named.path() == *found.path).collect();
    if is_xml(&file.bytes) {
        inputs.budgets.extend(xml(found, &*file.bytes, diagnostics));
        inputs.files.push(file);
        return;
    }
    let name = found.path.strip_prefix("data/budget/").unwrap_or(&found.path);
    let begun = !project.settings.budget.files.is_empty();
    // A table of several years is read once by each of the entries that name it.
    let readings = entries.iter().copied().map(Some);
    let readings: Vec<Option<&BudgetFile>> = match entries.is_empty() {
        true => vec![None],
        false => readings.collect(),
    };
    for declared in readings {
        let said = declared.map(|named| (named.decimal, &named.file.place));
        let notation = Notation::of((Some("budget"), "fichiers"), name, said, begun);
        let known = Known {
            notation,
            plan: &project.reference.accounts.labels,
        };
        let mark = diagnostics.mark();
        let documents = documents_of(found, &file, declared, &entries, &known, diagnostics);
        // A fault told at rapport.yaml leaves as much unknown as one of the file.
        diagnostics.blame(mark, &Cause::path("data/budget"));
        inputs.budgets.extend(documents.unwrap_or_default());
    }
    inputs.files.push(file);
}

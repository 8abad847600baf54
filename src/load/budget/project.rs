//! The budgets of a project: every file of `data/budget/`, named in `rapport.yaml` or not.
//!
//! It reads; which document answers which year is decided by `validate`.

use super::super::Inputs;
use super::super::folder::{self, Found};
use super::super::values::ignored;
use super::{documents_of, is_xml, xml};
use crate::config::Project;
use crate::diagnostic::Diagnostics;

/// The folder of the budgets.
pub(super) const FOLDER: &str = "data/budget";
/// Bytes of one file: the largest real budgets hold a tenth of it.
const LIMIT: u64 = 200_000_000;
/// Tables of the folder that are no budget, by the beginning of their names: other readers have them.
const OTHER_TABLES: [&str; 2] = ["cotation", "autorisations"];

/// Reads every budget of the project, in the order of the paths.
pub(in crate::load) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    for found in folder::list(&project.root, FOLDER, diagnostics) {
        let name = found.stem().to_lowercase();
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
    let documents = match is_xml(&file.bytes) {
        true => xml(found, &*file.bytes, diagnostics),
        false => documents_of(found, &file, diagnostics).unwrap_or_default(),
    };
    inputs.budgets.extend(documents);
    inputs.files.push(file);
}

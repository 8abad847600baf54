//! The files of `data/parc/`: inventories of digital equipment and emission factors, as raw tables.
//!
//! It only directs, as `values` does for observations: what the tables mean is decided by `validate`. A project
//! without that folder has no footprint, and no fault.

use super::folder::{self, Found};
use super::values::{self, ignored};
use super::{Inputs, Table};
use crate::config::Project;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The folder of the inventory.
const FOLDER: &str = "data/parc";

/// Reads every inventory and every file of factors, in the order of their paths.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let sheet = project.settings.fleet.sheet.as_deref();
    for found in folder::list(&project.root, FOLDER, diagnostics) {
        let name = found.stem().to_lowercase();
        let mut table = |sheet: Option<&str>| -> Option<Table> {
            values::table(&project.root, &found, sheet, &mut inputs.files, diagnostics)
        };
        if name.starts_with("inventaire") {
            let sheet = sheet.filter(|_| values::is_workbook(&found));
            inputs.fleet.inventories.extend(table(sheet));
        } else if name.starts_with("facteurs") {
            inputs.fleet.factors.extend(table(None));
        } else {
            diagnostics.push(unused(&found));
        }
    }
}

fn unused(found: &Found) -> Diagnostic {
    ignored(
        found,
        "une table dont le nom commence par « inventaire » ou par « facteurs »",
    )
}

#[cfg(test)]
mod tests {
    use crate::load::fixture::Fixture;

    #[test]
    fn inventories_and_factors_are_told_apart_by_their_names() {
        let fixture = Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("data/parc/inventaire-2024.csv", "type;nombre\nécran;3\n")
            .file("data/parc/Inventaire-2025.csv", "type;nombre\nécran;4\n")
            .file("data/parc/facteurs.csv", "equipement;etape\nserveur;fabrication\n")
            .file("data/parc/notes.csv", "a;b\n1;2\n");
        let (inputs, told) = fixture.load();
        assert_eq!((inputs.fleet.inventories.len(), inputs.fleet.factors.len()), (2, 1));
        assert_eq!(inputs.files.len(), 4, "each file read is in the manifest");
        assert!(
            told.len() == 1 && told[0].starts_with("M109 data/parc/notes.csv"),
            "{told:?}"
        );
    }

    #[test]
    fn a_project_without_inventory_has_no_fault() {
        let fixture = Fixture::new().file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n");
        let (inputs, told) = fixture.load();
        assert!(inputs.fleet.inventories.is_empty() && told.is_empty(), "{told:?}");
    }
}

//! The files of `data/parc/`: inventories of digital equipment and emission factors, as raw tables.
//!
//! It only directs, as `values` does for observations: what the tables mean is decided by `validate`.

use super::folder::{self, Found};
use super::values::{self, ignored};
use super::{FleetInputs, Table};
use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};

/// There is no inventory to compute a footprint from.
const NO_INVENTORY: Code = Code("M170");

/// The folder of the inventory.
const FOLDER: &str = "data/parc";

/// Reads every inventory and every file of factors, in the order of their paths.
pub(super) fn read(project: &Project, diagnostics: &mut Diagnostics) -> FleetInputs {
    let mut inputs = FleetInputs::default();
    let files = folder::list(&project.root, FOLDER, diagnostics);
    let sheet = project.settings.fleet.sheet.as_deref();
    let mut inventories = 0;
    for found in &files {
        let name = found.stem().to_lowercase();
        let mut table = |sheet: Option<&str>| -> Option<Table> {
            values::table(&project.root, found, sheet, &mut inputs.files, diagnostics)
        };
        if name.starts_with("inventaire") {
            inventories += 1;
            let sheet = sheet.filter(|_| values::is_workbook(found));
            inputs.inventories.extend(table(sheet));
        } else if name.starts_with("facteurs") {
            inputs.factors.extend(table(None));
        } else {
            diagnostics.push(unused(found));
        }
    }
    if inventories == 0 {
        diagnostics.push(
            Diagnostic::error(NO_INVENTORY, Place::file(FOLDER), "Aucun inventaire dans « data/parc ».").help(
                "Mettez-y « inventaire.csv » (ou .xlsx, .ods), dont l’en-tête est « type ; nombre ; annee » : une ligne par sorte d’équipement.",
            ),
        );
    }
    inputs
}

fn unused(found: &Found) -> Diagnostic {
    ignored(
        found,
        "une table dont le nom commence par « inventaire » ou par « facteurs »",
    )
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::fixture::Fixture;
    use crate::load::load_fleet;

    #[test]
    fn inventories_and_factors_are_told_apart_by_their_names() {
        let fixture = Fixture::new()
            .file("data/parc/inventaire-2024.csv", "type;nombre\nécran;3\n")
            .file("data/parc/Inventaire-2025.csv", "type;nombre\nécran;4\n")
            .file("data/parc/facteurs.csv", "equipement;etape\nserveur;fabrication\n")
            .file("data/parc/notes.csv", "a;b\n1;2\n");
        let mut diagnostics = Diagnostics::default();
        let inputs = load_fleet(&fixture.project, &mut diagnostics);
        assert_eq!(inputs.inventories.len(), 2);
        assert_eq!(inputs.factors.len(), 1);
        assert_eq!(inputs.files.len(), 3);
        let codes: Vec<&str> = diagnostics.sorted().iter().map(|entry| entry.code.0).collect();
        assert_eq!(codes, ["M109"]);
    }

    #[test]
    fn a_project_without_inventory_is_told_so() {
        let mut diagnostics = Diagnostics::default();
        load_fleet(&Fixture::new().project, &mut diagnostics);
        assert_eq!(diagnostics.sorted()[0].code.0, "M170");
    }
}

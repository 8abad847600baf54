//! The files of `data/parc/`: inventories, factors, services, centres, results and waste, as raw tables.
//!
//! It only directs, as `values` does for observations: what the tables mean is decided by `validate`. A project
//! without that folder has no footprint, and no fault.

use super::folder;
use super::values::{self, ignored};
use super::{FleetInputs, Inputs, Table};
use crate::config::Project;
use crate::diagnostic::{Cause, Diagnostics};
use crate::french;

/// The folder of the fleet.
const FOLDER: &str = "data/parc";
/// What the name of a file may begin with, besides `inventaire`.
const OTHERS: [&str; 5] = ["facteurs", "services", "centres", "resultats", "deee"];

/// Reads every table of the fleet, in the order of their paths.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let settings = &project.settings.fleet;
    let files = folder::list(&project.root, FOLDER, diagnostics);
    for found in &files {
        let named = settings.file(&found.path);
        let name = french::folded(found.stem());
        let begins = OTHERS.iter().copied().find(|begins| name.starts_with(begins));
        let mut table = |sheet: Option<&str>| -> Option<Table> {
            let sheet = sheet.filter(|_| values::is_workbook(found));
            values::table(&project.root, found, sheet, &mut inputs.files, diagnostics)
        };
        if let Some(named) = named {
            let read = table(named.sheet.as_deref());
            inputs.fleet.inventories.extend(read);
        } else if name.starts_with("inventaire") {
            let read = table(settings.sheet.as_deref());
            inputs.fleet.inventories.extend(read);
        } else if let Some(begins) = begins {
            let mark = diagnostics.mark();
            let read = values::table(&project.root, found, None, &mut inputs.files, diagnostics);
            tables_of(begins, &mut inputs.fleet).extend(read);
            if begins == "facteurs" {
                diagnostics.blame(mark, &Cause::Factors);
            }
        } else if found.extension() != "md" {
            let expected = format!("une table dont le nom commence par inventaire, {}", OTHERS.join(", "));
            diagnostics.push(ignored(found, &expected));
        }
    }
}

fn tables_of<'a>(begins: &str, fleet: &'a mut FleetInputs) -> &'a mut Vec<Table> {
    match begins {
        "services" => &mut fleet.services,
        "centres" => &mut fleet.centres,
        "resultats" => &mut fleet.results,
        "deee" => &mut fleet.waste,
        _ => &mut fleet.factors,
    }
}

#[cfg(test)]
mod tests {
    use crate::config::FleetFile;
    use crate::diagnostic::{Place, Placed};
    use crate::load::fixture::Fixture;
    use std::collections::BTreeMap;

    #[test]
    fn inventories_and_factors_are_told_apart_by_their_names() {
        let fixture = Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("data/parc/inventaire-2024.csv", "type;nombre\nécran;3\n")
            .file("data/parc/Inventaire-2025.csv", "type;nombre\nécran;4\n")
            .file("data/parc/facteurs.csv", "equipement;etape\nserveur;fabrication\n")
            .file("data/parc/Résultats.csv", "annee;kgco2e\n2021;4\n")
            .file("data/parc/centres.csv", "centre;annee\nA;2021\n")
            .file("data/parc/notes.csv", "a;b\n1;2\n");
        let (inputs, told) = fixture.load();
        assert_eq!((inputs.fleet.inventories.len(), inputs.fleet.factors.len()), (2, 1));
        assert_eq!((inputs.fleet.results.len(), inputs.fleet.centres.len()), (1, 1));
        assert_eq!(inputs.files.len(), 6, "each file read is in the manifest");
        assert!(
            told.len() == 1 && told[0].starts_with("M109 data/parc/notes.csv"),
            "{told:?}"
        );
    }

    #[test]
    fn an_inventory_named_by_the_author_has_any_name() {
        let mut fixture = Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("data/parc/glpi-ecrans.csv", "Type;Nom\nécran;E-1\n");
        fixture.project.settings.fleet.files = vec![FleetFile {
            file: Placed::new("glpi-ecrans.csv".to_owned(), Place::line("data/rapport.yaml", 8, 16)),
            sheet: None,
            kind: None,
            year: None,
            perimeter: None,
            decimal: None,
            columns: BTreeMap::new(),
        }];
        let (inputs, told) = fixture.load();
        assert_eq!(inputs.fleet.inventories.len(), 1);
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn a_project_without_inventory_has_no_fault() {
        let fixture = Fixture::new().file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n");
        let (inputs, told) = fixture.load();
        assert!(inputs.fleet.inventories.is_empty() && told.is_empty(), "{told:?}");
    }
}

//! The files of `data/parc/`: inventories, factors, services, centres, results and waste, as raw tables.
//!
//! It only directs, as `values` does for observations: what the tables mean is decided by `validate`. A project
//! without that folder has no footprint, and no fault.

use super::folder::{self, Found};
use super::values::{self, ignored};
use super::{FleetInputs, Inputs, Table};
use crate::config::{ForeignFormat, Project, ProjectFile, Recognition};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::form::lines::faults::unknown;
use crate::french::{self, meant, quoted};
use crate::model::Becoming;
use crate::table::Kind;

/// A file that is nearly of a format of another tool.
const NEAR: Code = Code("M198");
/// A file of a format of which nothing is read where it stands.
const UNUSED: Code = Code("M199");

/// The folder of the fleet.
const FOLDER: &str = "data/parc";
/// What the name of an inventory begins with.
const INVENTORY: &str = "inventaire";
/// What the name of another file may begin with.
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
        } else if name.starts_with(INVENTORY) {
            let read = table(settings.sheet.as_deref());
            place(read, INVENTORY, project, &mut inputs.fleet, diagnostics);
        } else if let Some(begins) = begins {
            let mark = diagnostics.mark();
            let read = values::table(&project.root, found, None, &mut inputs.files, diagnostics);
            place(read, begins, project, &mut inputs.fleet, diagnostics);
            if begins == "facteurs" {
                diagnostics.blame(mark, &Cause::Factors);
            }
        } else if let Some((table, files)) = foreign(project, found) {
            inputs.files.extend(files);
            place(Some(table), "", project, &mut inputs.fleet, diagnostics);
        } else if found.extension() != "md" {
            let expected = format!(
                "une table dont le nom commence par inventaire, {}, ou dont l’en-tête est d’un format connu",
                OTHERS.join(", ")
            );
            let told = ignored(found, &expected);
            // « facteur.csv » was meant for « facteurs.csv ».
            let names: Vec<&str> = OTHERS.iter().copied().chain([INVENTORY]).collect();
            diagnostics.push(match meant(&name, names.iter().copied()) {
                Some(question) => told.help(format!(
                    "{question} Renommez alors le fichier ; sinon, sortez-le du dossier."
                )),
                None => told,
            });
        }
    }
}

/// The table of a file whose name says nothing, where its header is of a format of another tool, or near one.
fn foreign(project: &Project, found: &Found) -> Option<(Table, Vec<ProjectFile>)> {
    let (mut files, mut told) = (Vec::new(), Diagnostics::default());
    let kind = Kind::announced_by(&found.extension()).filter(|kind| *kind != Kind::OldWorkbook);
    kind.filter(|kind| *kind != Kind::Parquet)?;
    let table = values::table(&project.root, found, None, &mut files, &mut told)?;
    project.reference.formats.recognise(&table.header)?;
    Some((table, files))
}

/// Puts a table among those of its kind: that of its header where a format of another tool has it, else that of its name.
fn place(
    table: Option<Table>,
    begins: &str,
    project: &Project,
    fleet: &mut FleetInputs,
    diagnostics: &mut Diagnostics,
) {
    let Some(table) = table else { return };
    let place = table.header.first().map(|cell| cell.place.clone());
    let untitled = begins == INVENTORY && project.settings.fleet.columns_of(&table.file).is_empty();
    let begins = match project.reference.formats.recognise(&table.header) {
        Some(Recognition::Whole(format, strange)) => {
            let becoming = match format.becoming {
                Becoming::Inventory => Some(INVENTORY),
                Becoming::Centres => Some("centres"),
                _ => None,
            };
            let Some(becoming) = becoming else {
                diagnostics.push(unused(place, format));
                return;
            };
            let otherwise = format!(
                "Le format {} n’a pas de colonne de ce nom ; il n’y a rien à faire.",
                format.called()
            );
            let known: Vec<&str> = format.columns().map(String::as_str).collect();
            diagnostics.extend(strange.iter().map(|cell| unknown(cell, &known, &otherwise)));
            becoming
        }
        Some(Recognition::Lacking(format, missing)) if begins.is_empty() || untitled => {
            diagnostics.push(near(&table, place, format, &missing));
            return;
        }
        _ => begins,
    };
    tables_of(begins, fleet).push(table);
}

/// A file that is of a format but for the columns that it lacks.
fn near(table: &Table, place: Option<Place>, format: &ForeignFormat, missing: &[&str]) -> Diagnostic {
    let (lacking, help) = format.lack(&table.header, missing);
    let message = format!(
        "{} a presque l’en-tête du format {} : il y manque {lacking}.",
        quoted(&table.file),
        format.called(),
    );
    Diagnostic::error(NEAR, place, message).help(help)
}

/// A file of a format of which the report makes nothing.
fn unused(place: Option<Place>, format: &ForeignFormat) -> Diagnostic {
    let message = format!("Ce fichier est du format {} : rien n’en est lu ici.", format.called());
    let help = match format.becoming {
        Becoming::Nothing => format!("{} Déplacez-le hors de data/parc/.", format.remarks.join(" ")),
        _ => "Sortez-le de data/parc/, puis donnez-le à « millesime importer ».".to_owned(),
    };
    Diagnostic::warning(UNUSED, place, message).help(help)
}

fn tables_of<'a>(begins: &str, fleet: &'a mut FleetInputs) -> &'a mut Vec<Table> {
    match begins {
        INVENTORY => &mut fleet.inventories,
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

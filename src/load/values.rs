//! The tables of observations of `data/valeurs/`, each by the reader of its kind.
//!
//! It only directs: which files there are, what `rapport.yaml` says of them, which reader takes them.

use super::folder::{self, Found};
use super::{Inputs, parquet};
use crate::config::{Project, ProjectFile};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::model::Derivation;
use crate::table::{self, Kind, Table};
use std::path::Path;

/// Neither a table of observations nor a query: there is nothing to report.
const NO_TABLE: Code = Code("M100");
/// A file that no room reads.
pub(super) const IGNORED: Code = Code("M109");
/// A sheet is named for a file that has none.
const SHEET_OF_A_TEXT: Code = Code("M120");

/// The folder of observations.
const FOLDER: &str = "data/valeurs";
/// Bytes of a file of observations.
const LIMIT: u64 = 100_000_000;

/// Reads every table of `data/valeurs/` into `inputs`, in the order of their paths.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let mark = diagnostics.mark();
    let files = folder::list(&project.root, FOLDER, diagnostics);
    check_sheets(project, diagnostics);
    let queried = project
        .catalogue
        .iter()
        .any(|indicator| matches!(indicator.derivation, Some(Derivation::Query(_) | Derivation::Fleet(_))));
    let own = project.files.iter().find_map(|file| file.project_values(diagnostics));
    if files.is_empty() && own.is_none() && !queried {
        diagnostics.push(
            Diagnostic::error(
                NO_TABLE,
                Place::file(FOLDER),
                "Aucune table d’observations dans « data/valeurs ».",
            )
            .help("Mettez-y un CSV ou un classeur dont l’en-tête est « indicateur ; annee ; valeur »."),
        );
    }
    for found in &files {
        let sheet = sheet_named(project, found);
        if let Some(table) = table(&project.root, found, sheet, &mut inputs.files, diagnostics) {
            inputs.tables.push(table);
        }
    }
    inputs.tables.extend(own);
    diagnostics.blame(mark, &Cause::Tables);
}

/// A sheet is named for a workbook.
fn check_sheets(project: &Project, diagnostics: &mut Diagnostics) {
    for named in &project.settings.values {
        let name = &named.file.value;
        if named.sheet.is_some() && !is_workbook(&Found::named(&project.root, FOLDER, name)) {
            let message = format!("« {name} » n’est pas un classeur : il n’a pas de feuille à nommer.");
            diagnostics.push(
                Diagnostic::error(SHEET_OF_A_TEXT, named.file.place.clone(), message)
                    .help("Retirez la clé « feuille » de cette table."),
            );
        }
    }
}

pub(super) fn is_workbook(found: &Found) -> bool {
    matches!(found.extension().as_str(), "xlsx" | "xlsm" | "ods")
}

/// The table of a file by the reader of its kind; `sheet` is that of a workbook, the first one when none is named.
pub(super) fn table(
    root: &Path,
    found: &Found,
    sheet: Option<&str>,
    files: &mut Vec<ProjectFile>,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let expected = match Kind::announced_by(&found.extension()) {
        Some(Kind::OldWorkbook) => {
            diagnostics.push(table::old_format(&found.path));
            return None;
        }
        Some(expected) => expected,
        None => {
            diagnostics.push(ignored(
                found,
                "un CSV, un classeur .xlsx ou .ods, ou un fichier .parquet",
            ));
            return None;
        }
    };
    let file = folder::read(root, found, LIMIT, diagnostics)?;
    files.push(file.clone());
    if expected == Kind::Parquet {
        return table::is_kind(&found.path, &file.bytes, expected, diagnostics)
            .then(|| parquet::table(found, &file.bytes, diagnostics))
            .flatten();
    }
    table::read(&found.path, &file.bytes, expected, sheet, diagnostics)
}

/// The sheet that `rapport.yaml` names for a workbook.
fn sheet_named<'a>(project: &'a Project, found: &Found) -> Option<&'a str> {
    let named = project.settings.values.iter();
    let mut of_this_file =
        named.filter(|named| Found::named(&project.root, FOLDER, &named.file.value).path == found.path);
    of_this_file.next()?.sheet.as_deref()
}

/// A file that stands in a folder of the project and that nothing reads.
pub(super) fn ignored(found: &Found, expected: &str) -> Diagnostic {
    let message = format!("« {} » est ignoré : on attend ici {expected}.", found.path);
    let packed = ["zip", "gz", "7z", "rar", "bz2", "xz", "zst", "tar", "tgz"];
    let help = match packed.contains(&found.extension().as_str()) {
        true => "Dépliez-le : mettez à sa place le fichier qu’il contient.",
        false => "Déplacez-le hors du dossier, ou convertissez-le.",
    };
    Diagnostic::warning(IGNORED, found.place(), message).help(help)
}

#[cfg(test)]
mod tests {
    use crate::load::fixture::Fixture;

    #[test]
    fn tables_come_in_the_order_of_their_paths_without_locks_and_dotfiles() {
        let fixture = Fixture::new()
            .file("data/valeurs/b.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("data/valeurs/a/z.CSV", "indicateur\tannee\tvaleur\nx\t2023\t1\n")
            .file("data/valeurs/~$b.xlsx", "lock")
            .file("data/valeurs/.~lock.b.ods#", "lock")
            .file("data/valeurs/notes.docx", "x");
        let (inputs, told) = fixture.load();
        let files: Vec<&str> = inputs.tables.iter().map(|table| &*table.file).collect();
        assert_eq!(files, ["data/valeurs/a/z.CSV", "data/valeurs/b.csv"]);
        assert_eq!(inputs.files.len(), 2);
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("M109 data/valeurs/notes.docx"));
    }

    #[test]
    fn every_file_that_is_no_table_is_told_in_the_same_run() {
        let fixture = Fixture::new()
            .file("data/valeurs/a.csv", "  \n")
            .file("data/valeurs/b.xlsx", "<html><table><tr><td>1</td></tr></table></html>")
            .file("data/valeurs/c.xlsx", "a;b\n1;2\n")
            .file("data/valeurs/d.xls", "x")
            .file("data/valeurs/e.csv", b"a;b\n\x00\x00;2\n")
            .file("data/valeurs/f.csv", "a|b\n1|2\n")
            .file("data/valeurs/g.csv/h.csv", "a;b\n1;2\n")
            .file("data/valeurs/i.parquet", "PAR1 and nothing else PAR1")
            .file("data/valeurs/j.parquet", "PAR1 and no end");
        let (inputs, told) = fixture.load();
        assert!(inputs.tables.is_empty());
        let codes: Vec<&str> = told.iter().map(|line| &line[..4]).collect();
        assert_eq!(
            codes,
            ["M103", "M107", "M107", "M108", "M110", "M114", "M104", "M121", "M107"]
        );
    }

    #[test]
    fn a_project_without_any_table_is_told_so() {
        assert!(Fixture::new().load().1[0].starts_with("M100"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_project_is_not_followed() {
        let outside = tempfile::NamedTempFile::new().unwrap();
        fs_err::write(outside.path(), "a;b\n1;2\n").unwrap();
        let fixture = Fixture::new().file("data/valeurs/a.csv", "a;b\n1;2\n");
        let link = |target: &std::path::Path, name: &str| {
            std::os::unix::fs::symlink(target, fixture.root().join("data/valeurs").join(name)).unwrap();
        };
        link(outside.path(), "b.csv");
        link(std::path::Path::new("nowhere.csv"), "c.csv");
        link(&fixture.root().join("data/valeurs/a.csv"), "d.csv");
        let (inputs, told) = fixture.load();
        assert_eq!(inputs.tables.len(), 2);
        assert!(told[0].starts_with("M105 data/valeurs/b.csv"), "{told:?}");
        assert!(told[1].starts_with("M102 data/valeurs/c.csv"), "{told:?}");
    }
}

//! What stands in `data/` and nothing reads: a file that has another name than the one that is looked for is told, with that name.
//!
//! It reads nothing. It looks last, when every other file of the folder was read, or told where it could not be.

use super::Inputs;
use super::values::IGNORED;
use crate::config::Project;
use crate::diagnostic::{Cause, Diagnostic, Diagnostics, Place};
use crate::french::{folded, nearest, quoted};
use crate::model::{Derivation, Indicator, is_hidden};
use std::collections::BTreeSet;
use std::path::Path;

/// The files of the top of `data/` that are read wherever they stand.
const FILES: [&str; 9] = [
    "rapport.yaml",
    "actions.yaml",
    "actions.csv",
    "actions.xlsx",
    "actions.ods",
    "credits.csv",
    "credits.xlsx",
    "credits.ods",
    "strategie.yaml",
];
/// The workbooks that stand in the place of these and of the folder of the catalogue.
const WORKBOOKS: [&str; 2] = ["projet.xlsx", "projet.ods"];
/// The folders of `data/`, each read by a room.
const FOLDERS: [&str; 10] = [
    "indicateurs",
    "valeurs",
    "sources",
    "budget",
    "parc",
    "textes",
    "images",
    "polices",
    "cartes",
    "referentiels",
];
/// What an author writes for another person, and no program reads.
const NOTES: [&str; 3] = ["readme", "lisezmoi", "lisez-moi"];

/// What is known of the files of a project.
struct Known {
    /// What was read or told, in one way of writing: a disk may tell capitals apart or not.
    met: BTreeSet<String>,
}

/// Tells each file of `data/` that nothing read and nothing was said of; a folder once, where nothing of it was read.
pub(super) fn tell(project: &Project, inputs: &Inputs, diagnostics: &mut Diagnostics) {
    let read = project.files.iter().chain(&inputs.files).map(|file| folded(&file.path));
    let told = diagnostics.files().map(folded);
    let known = Known {
        met: read.chain(told).collect(),
    };
    let mut unread = Vec::new();
    known.visit(&project.root.join("data"), "data", &mut unread);
    // A query that was refused may be the one that names the source.
    let is_refused = |indicator: &Indicator| {
        matches!(indicator.derivation, Some(Derivation::Query(_))) && !inputs.queries.contains_key(&indicator.id)
    };
    if project.catalogue.iter().any(is_refused) {
        unread.retain(|path| !path.starts_with("data/sources"));
    }
    let in_a_workbook = WORKBOOKS.iter().any(|name| known.met.contains(&format!("data/{name}")));
    for path in unread {
        let exists = |path: &str| project.root.join(path).exists();
        diagnostics.push(fault(&path, exists, in_a_workbook));
    }
}

impl Known {
    /// Whether anything of a folder was met; what was not joins `unread`.
    fn visit(&self, folder: &Path, path: &str, unread: &mut Vec<String>) -> bool {
        let before = unread.len();
        let mut met = self.met.contains(&folded(path));
        let entries = fs_err::read_dir(folder).into_iter().flatten().flatten();
        let mut entries: Vec<_> = entries.map(|entry| (entry.file_name(), entry)).collect();
        entries.sort_by(|left, right| left.0.cmp(&right.0));
        for (name, entry) in entries {
            let name = name.to_string_lossy();
            let below = format!("{path}/{name}");
            if is_hidden(&name) || is_note(path, &name) {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !self.met.contains(&folded(&below)) => {
                    met |= self.visit(&entry.path(), &below, unread);
                }
                Ok(_) if self.met.contains(&folded(&below)) => met = true,
                _ => unread.push(below),
            }
        }
        let is_own = path == "data" || FOLDERS.iter().any(|own| path == format!("data/{own}"));
        if !met && !is_own && unread.len() > before {
            unread.truncate(before);
            unread.push(path.to_owned());
        }
        met
    }
}

/// Whether a file is one of those that explain a folder; beside tables, any Markdown does.
fn is_note(path: &str, name: &str) -> bool {
    let beside_tables = ["data/parc", "data/budget"]
        .iter()
        .any(|folder| path.starts_with(folder));
    let name = folded(name);
    NOTES.iter().any(|note| name.starts_with(note)) || beside_tables && name.ends_with(".md")
}

fn fault(path: &str, exists: impl Fn(&str) -> bool, in_a_workbook: bool) -> Diagnostic {
    let (files, folders) = match in_a_workbook {
        true => (WORKBOOKS.to_vec(), &FOLDERS[1..]),
        false => ([FILES.as_slice(), &WORKBOOKS].concat(), &FOLDERS[..]),
    };
    let message = format!("Rien ne lit {}.", quoted(path));
    let help = match meant(path, &files, folders) {
        Some(meant) if exists(&meant) => format!(
            "C’est {} qui est lu : reportez-y ce que vous voulez garder, puis retirez l’autre.",
            quoted(&meant)
        ),
        Some(meant) => format!("Renommez-le en {}, si c’est ce que vous vouliez.", quoted(&meant)),
        None => format!(
            "Retirez-le de data/, ou mettez-le là où il est lu : {} et les dossiers {}.",
            files.join(", "),
            folders.join(", ")
        ),
    };
    Diagnostic::warning(IGNORED, Place::file(path), message)
        .help(help)
        // A key that was not understood names no logo, no map.
        .because(Cause::path("data/rapport.yaml"))
}

/// The path that was meant; none where no known name is near.
fn meant(path: &str, files: &[&str], folders: &[&str]) -> Option<String> {
    let folders = folders.iter().copied();
    let below = path.strip_prefix("data/")?;
    if below.contains('/') {
        return None;
    }
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    if let Some(folder) = nearest(stem, folders.clone()).filter(|_| below != stem) {
        return Some(format!("data/{folder}/{below}"));
    }
    let extension = below.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    let same = files.iter().filter(|known| match extension.as_deref() {
        None => false,
        Some("yml" | "yaml") => known.ends_with(".yaml"),
        Some(other) => known.ends_with(other),
    });
    let stems = same.map(|known| (known.rsplit_once('.').map_or(*known, |(stem, _)| stem), *known));
    let stems: Vec<(&str, &str)> = stems.collect();
    let near = nearest(stem, stems.iter().map(|(stem, _)| *stem));
    let file = near.and_then(|near| stems.iter().find(|(stem, _)| *stem == near));
    let folder = || nearest(below, folders.clone());
    file.map(|(_, known)| *known)
        .or_else(folder)
        .map(|known| format!("data/{known}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::fixture::Fixture;

    #[test]
    fn a_name_that_was_meant_is_known() {
        for (path, expected) in [
            ("data/actions.yml", Some("data/actions.yaml")),
            ("data/action.yaml", Some("data/actions.yaml")),
            ("data/Actions.XLSX", Some("data/actions.xlsx")),
            ("data/stratégie.yaml", Some("data/strategie.yaml")),
            ("data/budget.xlsx", Some("data/budget/budget.xlsx")),
            ("data/valeur.csv", Some("data/valeurs/valeur.csv")),
            ("data/Budget", Some("data/budget")),
            ("data/texte", Some("data/textes")),
            ("data/photos", None),
            ("data/notes.docx", None),
            ("data/parc/brouillon/a.csv", None),
        ] {
            assert_eq!(meant(path, &FILES, &FOLDERS).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn what_nothing_reads_is_told_once_and_what_nobody_wrote_is_not() {
        let values = "indicateur;annee;valeur\nx;2024;1\n";
        let fixture = Fixture::new()
            .file("data/valeurs/a.csv", values)
            .file("data/valeurs/Thumbs.db", "x")
            .file("data/desktop.ini", "x")
            .file("data/LISEZMOI.txt", "x")
            .file("data/parc/lisez-moi.md", "x")
            .file("data/actions.yml", "x")
            .file("data/Photos/a.jpg", "x")
            .file("data/Photos/b.jpg", "x")
            .file("data/parc/inventaire.csv", "type\nportable\n")
            .file("data/parc/note.md", "x")
            .file("data/synthese.md", "x");
        let told = fixture.load().1;
        let of_this: Vec<&str> = told
            .iter()
            .filter(|line| line.starts_with("M109"))
            .map(|line| &line[5..])
            .collect();
        let paths: Vec<&str> = of_this.iter().map(|line| line.split(": ").next().unwrap()).collect();
        assert_eq!(
            paths,
            ["data/Photos", "data/actions.yml", "data/synthese.md"],
            "{told:?}"
        );
    }
}

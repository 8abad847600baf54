//! An edition that was published, against its manifest: what is missing, altered, or was not in it.
//!
//! It only reads. A file that the system of some machine leaves in every folder is not looked at.

use super::area::Area;
use super::content::bytes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::model::Fingerprint;
use crate::publish::Manifest;
use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder is no edition: it has no manifest that can be read.
const NO_EDITION: Code = Code("M700");
/// A file of the manifest is not there.
const MISSING: Code = Code("M701");
/// A file is not as the manifest says.
const ALTERED: Code = Code("M702");
/// A file that the manifest does not list.
const FOREIGN: Code = Code("M703");
/// What is needed to make the edition again is nowhere whole.
pub(super) const NO_SOURCE: Code = Code("M704");

/// What systems leave in folders.
const LEFT_BY_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The manifest of an edition, with every file that differs from it told; none where the folder is no edition.
///
/// # Errors
/// A file that the disk refuses to give.
pub fn verify(edition: &Path, diagnostics: &mut Diagnostics) -> Result<Option<Manifest>, Error> {
    let manifest = bytes(&edition.join(Manifest::NAME))?.map(|bytes| Manifest::read(&bytes));
    let Some(manifest) = manifest.filter(|manifest| manifest.edition().is_some()) else {
        let message = format!(
            "« {} » n’est pas une édition : il n’y a pas de {} que l’on puisse lire.",
            edition.display(),
            Manifest::NAME
        );
        let help = "Donnez le dossier d’une édition, par exemple « output/2026 ».";
        diagnostics.push(Diagnostic::error(NO_EDITION, Place::file(told(edition, "")), message).help(help));
        return Ok(None);
    };
    let area = Area::below(edition);
    for (path, made) in manifest.outputs() {
        let place = Place::file(told(edition, path));
        let diagnostic = match standing(&area, path)? {
            None => Diagnostic::error(MISSING, place, format!("« {path} », que le manifeste nomme, n’est pas là."))
                .help("Remettez ce fichier depuis une copie de l’édition. Si son archive est là, « millesime generer --projet archives/ÉDITION --sortie DOSSIER » la refait ailleurs, d’où vous pouvez le reprendre."),
            Some(content) if Fingerprint::of(&content) != *made => {
                Diagnostic::error(ALTERED, place, format!("« {path} » n’est plus celui qui a été publié."))
                    .help("Remettez ce fichier depuis une copie de l’édition ; si quelqu’un l’a complété, gardez-le ailleurs.")
            }
            Some(_) => continue,
        };
        diagnostics.push(diagnostic);
    }
    let mut foreign = Vec::new();
    visit(edition, "", &mut foreign)?;
    foreign.retain(|path| path != Manifest::NAME && !manifest.lists(path));
    foreign.sort();
    for path in foreign {
        let message = format!("« {path} » n’est pas de l’édition : le manifeste ne le nomme pas.");
        diagnostics.push(
            Diagnostic::error(FOREIGN, Place::file(told(edition, &path)), message)
                .help("Rangez ce fichier ailleurs si le dossier doit être mis en ligne ou versé aux archives."),
        );
    }
    Ok(Some(manifest))
}

/// A project that holds all that an edition was made from, as it was: an archive of the edition, or the project itself.
///
/// None where nothing holds it all, and a fault says what the best one lacks.
///
/// # Errors
/// A file that the disk refuses to give.
pub fn source(manifest: &Manifest, project: &Path, diagnostics: &mut Diagnostics) -> Result<Option<PathBuf>, Error> {
    let mut candidates = archives(project, manifest.edition().unwrap_or_default())?;
    candidates.push(project.to_owned());
    let mut best: Option<(PathBuf, Vec<String>)> = None;
    for candidate in candidates {
        let lacking = lacking(manifest, &candidate)?;
        if lacking.is_empty() {
            return Ok(Some(candidate));
        }
        if best.as_ref().is_none_or(|(_, other)| lacking.len() < other.len()) {
            best = Some((candidate, lacking));
        }
    }
    if let Some((folder, lacking)) = best {
        let quoted: Vec<String> = lacking.iter().take(5).map(|path| format!("« {path} »")).collect();
        let more = match lacking.len() > 5 {
            true => ", entre autres",
            false => "",
        };
        let message = format!(
            "L’édition ne peut être refaite : dans « {} », il manque, ou n’est plus ce que le manifeste dit : {}{more}.",
            folder.display(),
            crate::french::list(&quoted)
        );
        diagnostics.push(
            Diagnostic::error(NO_SOURCE, Place::file(told(&folder, "")), message)
                .help("Remettez ces fichiers à leur place, tels qu’ils étaient, puis recommencez ; « --projet » désigne le projet qui a « archives »."),
        );
    }
    Ok(None)
}

/// The archives of an edition, the last one first, then those that it replaced.
fn archives(project: &Path, edition: i64) -> io::Result<Vec<PathBuf>> {
    let folder = project.join(crate::publish::Archive::FOLDER);
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let of_edition = name.split('.').next() == Some(edition.to_string().as_str());
            if of_edition && entry.file_type()?.is_dir() {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn lacking(manifest: &Manifest, folder: &Path) -> io::Result<Vec<String>> {
    let area = Area::below(folder);
    let mut lacking = Vec::new();
    for (path, read) in manifest.inputs() {
        if standing(&area, path)?.is_none_or(|content| Fingerprint::of(&content) != *read) {
            lacking.push(path.clone());
        }
    }
    Ok(lacking)
}

/// The content of a file that a manifest names; none where it is not there, or is not below the folder.
fn standing(area: &Area, path: &str) -> io::Result<Option<Vec<u8>>> {
    match area.holds(path) && area.target(path).is_file() {
        true => bytes(&area.target(path)),
        false => Ok(None),
    }
}

fn visit(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            visit(&entry.path(), &format!("{path}/"), found)?;
        } else if !LEFT_BY_SYSTEMS.contains(&name.as_str()) {
            found.push(path);
        }
    }
    Ok(())
}

/// A path as it was given, with `/` between folders.
pub(super) fn told(folder: &Path, path: &str) -> String {
    let folder = folder.to_string_lossy().replace('\\', "/");
    format!("{folder}/{path}").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> String {
        let entry = |path: &str, text: &str| {
            let sha256 = Fingerprint::of(text.as_bytes()).to_string();
            serde_json::json!({ "chemin": path, "sha256": sha256 })
        };
        serde_json::json!({
            "edition": 2026,
            "entrees": [entry("data/a.csv", "a")],
            "sorties": [entry("rapport.pdf", "r"), entry("donnees/b.csv", "b"), entry("../dehors.txt", "x")],
        })
        .to_string()
    }

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn codes(diagnostics: &Diagnostics) -> Vec<String> {
        let sorted = diagnostics.sorted();
        let mut told: Vec<String> = sorted
            .iter()
            .map(|found| format!("{} {}", found.code, found.message.split('»').next().unwrap_or_default()))
            .collect();
        told.sort();
        told
    }

    #[test]
    fn what_is_missing_altered_or_foreign_is_told_and_nothing_is_looked_for_outside() {
        let manifest = manifest();
        let edition = folder(&[
            ("manifeste.json", &manifest),
            ("rapport.pdf", "r annoté"),
            ("photos/une.jpg", ""),
            (".DS_Store", ""),
        ]);
        let mut diagnostics = Diagnostics::default();
        assert!(verify(edition.path(), &mut diagnostics).unwrap().is_some());
        let expected = [
            "M701 « ../dehors.txt ",
            "M701 « donnees/b.csv ",
            "M702 « rapport.pdf ",
            "M703 « photos/une.jpg ",
        ];
        assert_eq!(codes(&diagnostics), expected);
        let mut diagnostics = Diagnostics::default();
        assert!(
            verify(&edition.path().join("photos"), &mut diagnostics)
                .unwrap()
                .is_none()
        );
        assert!(codes(&diagnostics)[0].starts_with("M700"));
    }

    #[test]
    fn an_edition_is_made_again_from_the_archive_that_has_all_it_was_made_from() {
        let manifest = Manifest::read(manifest().as_bytes());
        let mut diagnostics = Diagnostics::default();
        let project = folder(&[
            ("data/a.csv", "changé"),
            ("archives/2026/data/a.csv", "d’une autre édition"),
            ("archives/2026.remplacee-2026-11-29/data/a.csv", "a"),
        ]);
        let found = source(&manifest, project.path(), &mut diagnostics).unwrap();
        let archive = project.path().join("archives/2026.remplacee-2026-11-29");
        assert_eq!(found, Some(archive.clone()));
        fs::write(archive.join("data/a.csv"), "abîmé").unwrap();
        assert_eq!(source(&manifest, project.path(), &mut diagnostics).unwrap(), None);
        let told = diagnostics.sorted();
        assert_eq!(told[0].code.0, "M704");
        assert!(told[0].message.contains("« data/a.csv »"), "{}", told[0].message);
        // The project itself, as long as nothing changed in it.
        fs::write(project.path().join("data/a.csv"), "a").unwrap();
        let found = source(&manifest, project.path(), &mut diagnostics).unwrap();
        assert_eq!(found.as_deref(), Some(project.path()));
    }
}

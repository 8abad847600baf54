//! Where an edition is written: among the changes of its project, or among those of the folder that receives it.
//!
//! One set of changes stays on one disk. Where the folder that receives editions is in the project, the edition and
//! what goes with it at the top of the project (its archive) are one set, under one lock.

use super::content::manifest;
use crate::error::Error;
use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder below which an edition is a change, and the path of what receives it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    pub folder: PathBuf,
    /// `output/`; empty where the folder is itself the one that receives editions.
    pub editions: String,
}

/// What the program reads or keeps at the top of a project: no edition goes there.
const KEPT: [&str; 4] = ["data", "report-templates", "archives", "schemas"];

impl Home {
    /// The home of the editions that `output` receives.
    ///
    /// # Errors
    /// A folder that cannot receive an edition, and a disk that refuses to say what stands there.
    pub fn of(project: &Path, output: &Path) -> Result<Home, Error> {
        let project = if project.as_os_str().is_empty() {
            Path::new(".")
        } else {
            project
        };
        let (root, target) = (real(project)?, real(output)?);
        if let Some(reason) = misplaced(&root, output, &target) {
            return Err(Error::Destination {
                folder: output.to_owned(),
                reason,
            });
        }
        let inside = target.strip_prefix(&root).ok().filter(|_| on_one_disk(&root, &target));
        Ok(match inside {
            Some(path) => Home {
                folder: project.to_owned(),
                editions: format!("{}/", path.to_string_lossy().replace('\\', "/")),
            },
            None => Home {
                folder: output.to_owned(),
                editions: String::new(),
            },
        })
    }

    /// Whether the project is the folder whose changes are made.
    pub fn is_in_project(&self) -> bool {
        !self.editions.is_empty()
    }
}

/// Why a folder cannot receive editions, with the next gesture.
fn misplaced(project: &Path, output: &Path, target: &Path) -> Option<String> {
    const APART: &str = "donnez un dossier à part, par exemple « --sortie publications » ; sans « --sortie », l’édition va dans « output »";
    if output.is_symlink() {
        return Some("c’est un lien. Donnez par « --sortie » le dossier vers lequel il mène, ou retirez-le".to_owned());
    }
    if target.exists() && !target.is_dir() {
        return Some("ce n’est pas un dossier. Donnez un autre nom".to_owned());
    }
    if project.starts_with(target) {
        return Some(format!("c’est le projet, ou un dossier qui le contient ; {APART}"));
    }
    let read = target.strip_prefix(project).ok().and_then(|path| path.iter().next());
    let read = read.map(|name| name.to_string_lossy().into_owned());
    if let Some(name) = read.filter(|name| KEPT.contains(&name.to_lowercase().as_str()) || name.starts_with('.')) {
        return Some(format!(
            "il est dans « {name} », que le programme lit ou tient, et ce qui y serait publié se mêlerait à vos données ; {APART}"
        ));
    }
    let edition = target
        .ancestors()
        .find(|folder| manifest(folder).is_ok_and(|manifest| manifest.edition().is_some()))?;
    let receiving = edition.parent().and_then(Path::file_name).unwrap_or_default();
    Some(format!(
        "c’est une édition, ou un dossier dans une édition ; donnez celui qui reçoit les éditions, « {} »",
        receiving.to_string_lossy()
    ))
}

/// The path without links nor detours, of what stands and of what is still to be made below it.
fn real(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut standing = absolute.as_path();
    let mut missing = Vec::new();
    while !standing.exists() {
        let (Some(folder), Some(name)) = (standing.parent(), standing.file_name()) else {
            break;
        };
        missing.push(name);
        standing = folder;
    }
    let standing = fs::canonicalize(standing)?;
    Ok(missing.iter().rev().fold(standing, |path, name| path.join(name)))
}

/// Whether names can be moved from one folder to the other, or to what will be made there.
#[cfg(unix)]
fn on_one_disk(project: &Path, output: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).ok().map(|metadata| metadata.dev());
    let standing = output.ancestors().find(|folder| folder.exists());
    device(project) == standing.and_then(device)
}

#[cfg(not(unix))]
fn on_one_disk(_project: &Path, _output: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("projet/data/textes")).unwrap();
        fs::create_dir_all(folder.path().join("projet/output/2026")).unwrap();
        fs::write(
            folder.path().join("projet/output/2026/manifeste.json"),
            r#"{"edition": 2026}"#,
        )
        .unwrap();
        folder
    }

    #[test]
    fn an_edition_is_a_change_of_its_project_or_of_a_folder_apart() {
        let folder = project();
        let root = folder.path().join("projet");
        let home = |output: PathBuf| Home::of(&root, &output).unwrap();
        let inside = |editions: &str| Home {
            folder: root.clone(),
            editions: editions.to_owned(),
        };
        assert_eq!(home(root.join("output")), inside("output/"));
        assert_eq!(home(root.join("web/rapports")), inside("web/rapports/"));
        let apart = folder.path().join("publications");
        assert!(!home(apart.clone()).is_in_project());
        assert_eq!(home(apart.clone()).folder, apart);
    }

    #[test]
    fn no_edition_goes_among_what_is_read_nor_above_it_nor_into_another() {
        let folder = project();
        let root = folder.path().join("projet");
        for refused in [
            "projet",
            "",
            "projet/data",
            "projet/data/textes",
            "projet/Data/budget",
            "projet/report-templates",
            "projet/archives/2026",
            "projet/.git",
            "projet/output/2026",
            "projet/output/2026/donnees",
        ] {
            let error = Home::of(&root, &folder.path().join(refused)).unwrap_err();
            let told = error.to_string();
            assert!(told.contains("onnez"), "{refused}: {told}");
        }
        fs::write(folder.path().join("fichier"), "").unwrap();
        assert!(Home::of(&root, &folder.path().join("fichier")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_and_a_folder_reached_by_one_is_what_it_leads_to() {
        let folder = project();
        let root = folder.path().join("projet");
        std::os::unix::fs::symlink(root.join("data"), folder.path().join("lien")).unwrap();
        assert!(Home::of(&root, &folder.path().join("lien")).is_err());
        assert!(Home::of(&root, &folder.path().join("lien/publications")).is_err());
    }
}

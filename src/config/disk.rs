//! The files of the project as `config` reads them: bytes, then text, or the reason there is none.
//!
//! It follows no link out of the project and gives no meaning to a text.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::reading::EMPTY;
use crate::french::{nearest, quoted};
use crate::model::is_hidden;
use crate::table::limits::too_large;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that must exist and does not.
pub(super) const MISSING: Code = Code("M001");
/// A file that is not UTF-8.
pub(super) const NOT_UTF8: Code = Code("M003");
/// A folder where a file is expected.
pub(super) const FOLDER: Code = Code("M004");
/// A link that leads out of the project.
pub(super) const OUTSIDE: Code = Code("M005");

/// Bytes of a file of the catalogue, of the settings or of the reference data.
const LIMIT: u64 = 100_000_000;

/// A file of the project that was read, with its bytes as they were hashed.
#[derive(Clone, Debug)]
pub struct ProjectFile {
    /// Relative to the root of the project, `/` between folders.
    pub path: Arc<str>,
    pub bytes: Arc<[u8]>,
}

/// What is done where a file is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absence {
    Fault,
    Allowed,
}

/// A disk seen from the root of a project, and what was read of it.
#[derive(Debug)]
pub(super) struct Disk<'a> {
    root: &'a Path,
    pub files: Vec<ProjectFile>,
}

impl<'a> Disk<'a> {
    pub fn new(root: &'a Path) -> Self {
        Disk {
            root,
            files: Vec::new(),
        }
    }

    /// The text of a file, without its byte order mark; none where there is none to read, and a fault says why.
    ///
    /// The error is the machine's (a permission, a failing disk).
    pub fn text(
        &mut self,
        path: &str,
        absence: Absence,
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<Arc<str>>, Error> {
        let bytes = self.bytes(path, absence, diagnostics)?;
        Ok(bytes.and_then(|bytes| decode(path, &bytes, diagnostics)))
    }

    /// The bytes of a file; none where there is none to read, and a fault says why.
    pub fn bytes(
        &mut self,
        path: &str,
        absence: Absence,
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<Arc<[u8]>>, Error> {
        let real = self.path(path);
        let Some(standing) = standing(&real)? else {
            if absence == Absence::Fault || real.is_symlink() {
                let message = format!("Le fichier « {path} » n’existe pas.");
                let help = match self.near(path).filter(|_| !real.is_symlink()) {
                    None if real.is_symlink() => {
                        format!("« {path} » est un lien qui ne mène à aucun fichier : mettez le fichier lui-même à sa place.")
                    }
                    Some(near) => format!("« {near} » existe : renommez-le en « {path} »."),
                    None => "Créez-le, ou vérifiez le dossier du projet (option --projet) ; « millesime nouveau DOSSIER » en écrit un modèle.".to_owned(),
                };
                diagnostics.push(Diagnostic::error(MISSING, Place::file(path), message).help(help));
            }
            return Ok(None);
        };
        if !self.stays_inside(path, &real, diagnostics)? {
            return Ok(None);
        }
        if standing == Standing::Folder {
            let message = format!("« {path} » est un dossier ; un fichier était attendu.");
            diagnostics
                .push(Diagnostic::error(FOLDER, Place::file(path), message).help("Renommez ou déplacez ce dossier."));
            return Ok(None);
        }
        let Standing::File { size } = standing else {
            // A pipe would be waited for, a device read without end.
            let message = format!("« {path} » n’est pas un fichier ordinaire.");
            let help = "Mettez un fichier à sa place.";
            diagnostics.push(Diagnostic::error(FOLDER, Place::file(path), message).help(help));
            return Ok(None);
        };
        if size > LIMIT {
            let (size, limit) = (size / 1_000_000, LIMIT / 1_000_000);
            let message = format!("« {path} » pèse {size} Mo, plus que les {limit} Mo admis.");
            let help = "Ce fichier ne décrit que le rapport : mettez les données dans data/valeurs/ ou data/sources/.";
            diagnostics.push(too_large(Place::file(path), message).help(help));
            return Ok(None);
        }
        let bytes: Arc<[u8]> = Arc::from(fs_err::read(&real)?);
        self.files.push(ProjectFile {
            path: Arc::from(path),
            bytes: bytes.clone(),
        });
        Ok(Some(bytes))
    }

    /// The file of the same folder whose name is near that of one that does not exist.
    fn near(&self, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/')?;
        let names = self.names(folder);
        let near = nearest(
            name,
            names.iter().map(String::as_str).filter(|name| !name.contains('/')),
        )?;
        Some(format!("{folder}/{near}"))
    }

    /// The text of a file that can be read, of which nothing is told nor remembered.
    pub fn glance(&self, path: &str) -> Option<String> {
        let real = self.path(path);
        let Some(Standing::File { size: ..=LIMIT }) = standing(&real).ok()? else {
            return None;
        };
        let text = fs_err::read_to_string(&real).ok()?;
        Some(text.trim_start_matches('\u{feff}').to_owned())
    }

    /// The names of the files of a folder with one of these extensions, sorted; lock files and dotfiles are left out.
    pub fn files_of(
        &self,
        folder: &str,
        extensions: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<String>, Error> {
        let real = self.path(folder);
        if standing(&real)? != Some(Standing::Folder) || !self.stays_inside(folder, &real, diagnostics)? {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entry in fs_err::read_dir(&real)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_str().is_none() {
                let name = quoted(&name.to_string_lossy());
                let message = format!("Le nom du fichier {name} de « {folder} » n’est pas enregistré en UTF-8.");
                let help = "Renommez-le, sans accent au besoin.";
                diagnostics.push(Diagnostic::error(NOT_UTF8, Place::file(folder), message).help(help));
                continue;
            }
            let name = name.to_string_lossy().into_owned();
            let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
            if !is_hidden(&name) && extension.is_some_and(|extension| extensions.contains(&extension.as_str())) {
                names.push(name);
            } else if !is_hidden(&name) && entry.path().is_dir() {
                let path = format!("{folder}/{name}");
                let message = format!("« {path} » est un dossier : rien de ce qu’il contient n’est lu.");
                let help = format!("Mettez ses fichiers dans « {folder} », ou retirez-le.");
                diagnostics.push(Diagnostic::warning(FOLDER, Place::file(path), message).help(help));
            }
        }
        names.sort();
        Ok(names)
    }

    /// Whether something stands at a path of the project, be it a link that leads nowhere.
    pub fn exists(&self, path: &str) -> bool {
        let real = self.path(path);
        real.exists() || real.is_symlink()
    }

    /// Whether a path of the project leads to a file, lock files and dotfiles apart.
    pub fn is_file(&self, path: &str) -> bool {
        self.path(path).is_file() && !path.rsplit('/').next().is_some_and(is_hidden)
    }

    /// The paths of the files below a folder, as an author names them from it: what could have been meant.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let mut names = Vec::new();
        let mut left = vec![String::new()];
        while let Some(below) = left.pop() {
            let entries = fs_err::read_dir(self.path(&format!("{folder}{below}")));
            for entry in entries.into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                match entry.file_type() {
                    _ if is_hidden(&name) => {}
                    Ok(kind) if kind.is_dir() => left.push(format!("{below}{name}/")),
                    Ok(_) => names.push(format!("{below}{name}")),
                    Err(_) => {}
                }
            }
        }
        names.sort();
        names
    }

    fn path(&self, path: &str) -> PathBuf {
        path.split('/')
            .fold(self.root.to_path_buf(), |real, part| real.join(part))
    }

    /// False once the fault was pushed: the path leads out of the project.
    fn stays_inside(&self, path: &str, real: &Path, diagnostics: &mut Diagnostics) -> Result<bool, Error> {
        let inside = fs_err::canonicalize(real)?.starts_with(fs_err::canonicalize(self.root)?);
        if !inside {
            let message = format!("« {path} » est un lien qui mène hors du dossier du projet.");
            let help = "Copiez ce qu’il désigne dans le projet : le rapport ne doit dépendre que de son dossier.";
            diagnostics.push(Diagnostic::error(OUTSIDE, Place::file(path), message).help(help));
        }
        Ok(inside)
    }
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Folder,
    File {
        size: u64,
    },
    /// A pipe, a device.
    Other,
}

/// What stands at a path; none where nothing does, be it at the end of a link. A folder that refuses to say is the machine’s.
fn standing(real: &Path) -> Result<Option<Standing>, Error> {
    match fs_err::metadata(real) {
        Ok(found) if found.is_dir() => Ok(Some(Standing::Folder)),
        Ok(found) if found.is_file() => Ok(Some(Standing::File { size: found.len() })),
        Ok(_) => Ok(Some(Standing::Other)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(_) if real.is_symlink() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn decode(path: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => {
            let message = format!("Le fichier « {path} » est vide.");
            let help = "Remplissez-le, ou supprimez-le s’il ne sert pas.";
            diagnostics.push(Diagnostic::error(EMPTY, Place::file(path), message).help(help));
            None
        }
        // The end of line of an old system, alone in the file.
        Ok(text) if text.contains('\r') && !text.contains('\n') => Some(Arc::from(text.replace('\r', "\n"))),
        Ok(text) => Some(Arc::from(text)),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let place = Place::line(path, u32::try_from(line).unwrap_or(u32::MAX), 0);
            let message = format!(
                "Le fichier « {path} » n’est pas enregistré en UTF-8 (premier caractère illisible à la ligne {line})."
            );
            let help = "Dans l’éditeur, enregistrez le fichier avec l’encodage UTF-8.";
            diagnostics.push(Diagnostic::error(NOT_UTF8, place, message).help(help));
            None
        }
    }
}

//! The files of a folder of the project: listed in a stable order, and read whole.
//!
//! It knows nothing of what a file holds. A file that cannot be read is the author’s to correct.

use crate::config::ProjectFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::is_hidden;
use crate::table::decoding::EMPTY;
use crate::table::limits::too_large;
use fs_err as fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The disk refuses to give a file or a folder that exists.
const UNREADABLE: Code = Code("M101");
/// A link leads nowhere.
const MISSING: Code = Code("M102");
/// A folder stands where a file is expected, or a file where a folder is.
const WRONG_NATURE: Code = Code("M104");
/// A link leads out of the project.
const OUTSIDE: Code = Code("M105");

/// A file of the project: its path relative to the root (`/` between folders) and on this disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub path: Arc<str>,
    pub absolute: PathBuf,
}

impl Found {
    /// A file whose name the author wrote, under a folder of the project.
    pub fn named(root: &Path, folder: &str, name: &str) -> Self {
        Found {
            path: Arc::from(format!("{folder}/{}", name.replace('\\', "/"))),
            absolute: root.join(folder).join(name),
        }
    }

    pub fn place(&self) -> Place {
        Place::file(self.path.clone())
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The name without its last extension.
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// The extension in lower case, without its dot; empty when there is none.
    pub fn extension(&self) -> String {
        self.name()
            .rsplit_once('.')
            .map(|(_, extension)| extension.to_lowercase())
            .unwrap_or_default()
    }
}

/// Every file under a folder, sub-folders too, by path; lock files of Excel and dotfiles are skipped.
///
/// A folder that does not exist is an empty one: every folder of a project is optional here.
pub(super) fn list(root: &Path, folder: &str, diagnostics: &mut Diagnostics) -> Vec<Found> {
    let mut found = Vec::new();
    let absolute = root.join(folder);
    if absolute.is_symlink() && absolute.exists() && !stays_inside(root, &absolute) {
        diagnostics.push(outside(folder));
        return found;
    }
    visit(root, &absolute, folder, &mut found, diagnostics);
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}

fn visit(root: &Path, absolute: &Path, path: &str, found: &mut Vec<Found>, diagnostics: &mut Diagnostics) {
    let entries = match fs::read_dir(absolute) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return,
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return diagnostics.push(wrong_nature(path, "est un fichier alors qu’un dossier est attendu"));
        }
        Err(error) => return diagnostics.push(unreadable(path, &error)),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(unreadable(path, &error));
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_hidden(&name) {
            continue;
        }
        let path = format!("{path}/{name}");
        // `file_type` does not follow links.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && has_file_extension(&name) => {
                diagnostics.push(wrong_nature(
                    &path,
                    "est un dossier alors que son nom est celui d’un fichier",
                ));
            }
            Ok(kind) if kind.is_dir() => visit(root, &entry.path(), &path, found, diagnostics),
            // Followed, it could lead to itself.
            Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {
                diagnostics.push(match stays_inside(root, &entry.path()) {
                    true => wrong_nature(&path, "est un lien vers un dossier, dont rien n’est lu"),
                    false => outside(&path),
                });
            }
            Ok(_) => found.push(Found {
                path: Arc::from(path),
                absolute: entry.path(),
            }),
            Err(error) => diagnostics.push(unreadable(&path, &error)),
        }
    }
}

/// Whether a name is that of a file of a project: a folder that has it stands in the place of one.
fn has_file_extension(name: &str) -> bool {
    let lower = name.to_lowercase();
    let tables = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".parquet", ".xml"];
    let texts = [".md", ".docx", ".typ", ".jinja", ".json", ".geojson", ".yaml", ".yml"];
    tables.iter().chain(&texts).any(|extension| lower.ends_with(extension))
}

/// Whether what a link leads to is of the project.
fn stays_inside(root: &Path, absolute: &Path) -> bool {
    let real = fs::canonicalize(absolute).ok().zip(fs::canonicalize(root).ok());
    real.is_some_and(|(real, root)| real.starts_with(root))
}

fn outside(path: &str) -> Diagnostic {
    let message = format!("« {path} » mène hors du dossier du projet.");
    Diagnostic::error(OUTSIDE, Place::file(path), message).help(
        "Copiez dans le projet ce qu’il désigne, à la place du lien : le rapport doit pouvoir être refait ailleurs.",
    )
}

/// The bytes of a file of at most `limit` bytes that holds something, or a fault.
pub(super) fn read(root: &Path, found: &Found, limit: u64, diagnostics: &mut Diagnostics) -> Option<ProjectFile> {
    let file = read_even_empty(root, found, limit, diagnostics)?;
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        diagnostics.push(
            Diagnostic::error(EMPTY, found.place(), format!("« {} » est vide.", found.path))
                .help("Remplissez le fichier, ou retirez-le du dossier."),
        );
        return None;
    }
    Some(file)
}

/// The bytes of a file of at most `limit` bytes, or a fault: missing, a folder, a link out of the project.
pub(super) fn read_even_empty(
    root: &Path,
    found: &Found,
    limit: u64,
    diagnostics: &mut Diagnostics,
) -> Option<ProjectFile> {
    match read_or_fault(root, found, limit) {
        Ok(bytes) => Some(ProjectFile {
            path: found.path.clone(),
            bytes: Arc::from(bytes),
        }),
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
    }
}

fn read_or_fault(root: &Path, found: &Found, limit: u64) -> Result<Vec<u8>, Box<Diagnostic>> {
    let path = &*found.path;
    let metadata = fs::metadata(&found.absolute).map_err(|error| Box::new(unreadable(path, &error)))?;
    let canonical = fs::canonicalize(&found.absolute).map_err(|error| Box::new(unreadable(path, &error)))?;
    let root = fs::canonicalize(root).map_err(|error| Box::new(unreadable(path, &error)))?;
    if !canonical.starts_with(&root) {
        return Err(Box::new(outside(path)));
    }
    if !metadata.is_file() {
        return Err(Box::new(wrong_nature(
            path,
            "n’est pas un fichier alors qu’un fichier est attendu",
        )));
    }
    if metadata.len() > limit {
        return Err(Box::new(too_large(
            found.place(),
            format!(
                "« {path} » pèse {} Mo, plus que les {} Mo admis.",
                metadata.len().div_ceil(1_000_000),
                limit / 1_000_000
            ),
        )));
    }
    fs::read(&found.absolute).map_err(|error| Box::new(unreadable(path, &error)))
}

pub(super) fn wrong_nature(path: &str, what: &str) -> Diagnostic {
    Diagnostic::error(WRONG_NATURE, Place::file(path), format!("« {path} » {what}."))
        .help("Renommez-le, ou remplacez-le par ce qui est attendu.")
}

/// Only the reason is quoted: the message of `fs_err` holds an absolute path, which differs between machines.
pub(super) fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    let place = Place::file(path);
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::error(MISSING, place, format!("« {path} » n’existe pas."))
            .help("Vérifiez le nom du fichier, ou retirez le lien brisé."),
        ErrorKind::PermissionDenied => Diagnostic::error(
            UNREADABLE,
            place,
            format!("« {path} » ne peut être lu : l’accès en est refusé."),
        )
        .help("Donnez le droit de lire ce fichier, ou fermez le logiciel qui le retient."),
        kind => Diagnostic::error(
            UNREADABLE,
            place,
            format!("« {path} » ne peut être lu (le système dit, en anglais : « {kind} »)."),
        )
        .help("Vérifiez que le fichier s’ouvre dans votre tableur, puis recommencez."),
    }
}

//! What the machine failed at, as opposed to what the author must correct.
//!
//! An [`Error`] ends the run with exit code 2; a fault of the author is a
//! [`crate::diagnostic::Diagnostic`] and never comes here.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// A failure that no change to the project would cure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading or writing failed; the path is in the message of `fs_err`.
    #[error("{}", system(.0))]
    Io(#[from] io::Error),
    /// The folder to write into holds something the program did not make.
    #[error("« {} » existe déjà et n’est pas vide", .0.display())]
    NotEmpty(PathBuf),
    /// A part of the program broke its own contract: a defect to report.
    #[error("défaut interne du programme ({room}) : {detail}")]
    Defect { room: &'static str, detail: String },
}

/// What the system refused, in French where it is known, then its own words with the path.
fn system(error: &io::Error) -> String {
    let reason = match error.kind() {
        ErrorKind::PermissionDenied => {
            "l’accès est refusé ; vérifiez vos droits, ou fermez le logiciel qui retient le fichier"
        }
        ErrorKind::AlreadyExists => "un fichier porte déjà le nom de ce qui doit être créé",
        ErrorKind::NotFound => "un dossier du chemin n’existe pas",
        ErrorKind::StorageFull => "le disque est plein",
        _ => "le système a refusé de lire ou d’écrire",
    };
    format!("{reason} (le système dit, en anglais : « {error} »)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_the_system_is_told_in_french_with_its_own_words() {
        let refused = Error::from(io::Error::new(
            ErrorKind::PermissionDenied,
            "Permission denied at path \"/sortie\"",
        ));
        let told = refused.to_string();
        assert!(told.starts_with("l’accès est refusé"), "{told}");
        assert!(told.contains("/sortie"), "{told}");
    }
}

//! What the machine failed at, as opposed to what the author must correct.
//!
//! An [`Error`] ends the run with exit code 2; a fault of the author is a
//! [`crate::diagnostic::Diagnostic`] and never comes here.

use std::path::PathBuf;

/// A failure that no change to the project would cure.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading or writing failed; the path is in the message of `fs_err`.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The folder to write into holds something the program did not make.
    #[error("« {} » existe déjà et n’est pas vide", .0.display())]
    NotEmpty(PathBuf),
    /// A part of the program broke its own contract: a defect to report.
    #[error("défaut interne du programme ({room}) : {detail}")]
    Defect { room: &'static str, detail: String },
}

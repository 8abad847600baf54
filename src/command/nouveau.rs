//! `nouveau`: a project that builds at once, every key explained in a comment.

use super::arguments::NewProject;
use super::{Failure, messages, writer};
use crate::error::Error;

/// Writes the starter project into a new or empty folder; never over existing files.
pub fn nouveau(arguments: &NewProject) -> Result<(), Failure> {
    let directory = &arguments.directory;
    let writer = writer::writer("nouveau", arguments.writing.date);
    let created = match crate::create(directory, &writer) {
        Err(Error::NotEmpty(_)) => {
            eprintln!("erreur : « {} » existe déjà et n’est pas vide.", directory.display());
            eprintln!("Donnez le nom d’un dossier nouveau : il sera créé.");
            return Err(Failure::Author);
        }
        created => created?,
    };
    messages::note(&created.notices);
    println!("Projet créé dans {} ({} fichiers).", directory.display(), created.files);
    println!("Ensuite : millesime generer --projet {}", directory.display());
    Ok(())
}

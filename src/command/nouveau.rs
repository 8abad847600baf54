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
    println!(
        "Ensuite : millesime generer --projet {}",
        typed(&directory.display().to_string())
    );
    Ok(())
}

/// A path as it is typed after a command: between quotation marks where a shell would cut it or read it otherwise.
fn typed(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/\\.-_:~".contains(letter);
    if path.chars().all(plain) {
        return path.to_owned();
    }
    if cfg!(windows) {
        return format!("\"{path}\"");
    }
    format!("'{}'", path.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_where_a_shell_would_cut_it() {
        assert_eq!(typed("mon-rapport/2026"), "mon-rapport/2026");
        if cfg!(unix) {
            assert_eq!(typed("Rapport DD 2026 (été)"), "'Rapport DD 2026 (été)'");
            assert_eq!(typed("l'an"), "'l'\\''an'");
        }
    }
}

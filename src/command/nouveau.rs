//! `nouveau`: a project that builds at once, every key explained in a comment.

use super::Failure;
use super::arguments::NewProject;

/// Writes the starter project into a new or empty folder; never over existing files.
pub fn nouveau(arguments: &NewProject) -> Result<(), Failure> {
    let directory = &arguments.directory;
    if directory.is_file() || (directory.is_dir() && fs_err::read_dir(directory)?.next().is_some()) {
        eprintln!("erreur : « {} » existe déjà et n’est pas vide.", directory.display());
        eprintln!("Donnez le nom d’un dossier nouveau : il sera créé.");
        return Err(Failure::Author);
    }
    let files = crate::starter();
    for (path, content) in &files {
        let path = directory.join(path);
        if let Some(parent) = path.parent() {
            fs_err::create_dir_all(parent)?;
        }
        fs_err::write(path, content)?;
    }
    println!("Projet créé dans {} ({} fichiers).", directory.display(), files.len());
    println!("Ensuite : millesime generer --projet {}", directory.display());
    Ok(())
}

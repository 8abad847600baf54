//! One folder takes the place of another; whatever happens, one of the two stands there in the end.
//!
//! Only changes of name, which Windows allows too as long as the place is free.

use super::manifest;
use crate::error::Error;
use std::collections::BTreeSet;
use std::path::Path;

/// A folder that holds something and no manifest was not made by this program.
pub fn refuse_foreign_folder(directory: &Path) -> Result<(), Error> {
    let occupied = directory.exists() && fs_err::read_dir(directory)?.next().is_some();
    if occupied && !directory.join(manifest::NAME).is_file() {
        return Err(Error::NotEmpty(directory.to_owned()));
    }
    Ok(())
}

/// Puts `fresh` in the place of `directory`, whose old content goes to `aside` and may then be thrown away.
///
/// What the author had put in the old folder (files that its manifest does not list) goes back into the new one.
pub fn take_place(fresh: &Path, directory: &Path, aside: &Path) -> Result<(), Error> {
    if !directory.exists() {
        return Ok(fs_err::rename(fresh, directory)?);
    }
    let made = manifest::outputs(directory)?;
    fs_err::rename(directory, aside)?;
    if let Err(error) = fs_err::rename(fresh, directory) {
        fs_err::rename(aside, directory)?;
        return Err(error.into());
    }
    keep_foreign_files(aside, directory, "", &made)
}

fn keep_foreign_files(old: &Path, new: &Path, prefix: &str, made: &BTreeSet<String>) -> Result<(), Error> {
    for entry in fs_err::read_dir(old)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{prefix}{}", name.to_string_lossy());
        let target = new.join(&name);
        if entry.file_type()?.is_dir() {
            keep_foreign_files(&entry.path(), &target, &format!("{path}/"), made)?;
        } else if !made.contains(&path) && !target.exists() {
            fs_err::create_dir_all(new)?;
            fs_err::rename(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(root: &Path, name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = root.join(name);
        for (path, text) in files {
            let target = folder.join(path);
            fs_err::create_dir_all(target.parent().unwrap()).unwrap();
            fs_err::write(target, text).unwrap();
        }
        folder
    }

    const MANIFEST: &str = r#"{"sorties": [{"chemin": "a.pdf"}, {"chemin": "donnees/b.csv"}]}"#;

    #[test]
    fn the_new_folder_stands_alone_but_for_what_the_author_had_put_there() {
        let root = tempfile::tempdir().unwrap();
        let old = [
            ("manifeste.json", MANIFEST),
            ("a.pdf", "ancien"),
            ("donnees/b.csv", "ancien"),
            ("donnees/notes.txt", "à garder"),
        ];
        let directory = folder(root.path(), "2026", &old);
        let fresh = folder(
            root.path(),
            "nouvelle",
            &[("manifeste.json", "{}"), ("a.pdf", "nouveau")],
        );
        take_place(&fresh, &directory, &root.path().join("ancienne")).unwrap();
        assert_eq!(fs_err::read_to_string(directory.join("a.pdf")).unwrap(), "nouveau");
        assert_eq!(
            fs_err::read_to_string(directory.join("donnees/notes.txt")).unwrap(),
            "à garder"
        );
        assert!(!directory.join("donnees/b.csv").exists());
        assert!(!fresh.exists());
    }

    #[test]
    fn the_old_folder_comes_back_when_the_new_one_cannot_take_its_place() {
        let root = tempfile::tempdir().unwrap();
        let directory = folder(
            root.path(),
            "2026",
            &[("manifeste.json", MANIFEST), ("a.pdf", "ancien")],
        );
        let absent = root.path().join("absente");
        assert!(take_place(&absent, &directory, &root.path().join("ancienne")).is_err());
        assert_eq!(fs_err::read_to_string(directory.join("a.pdf")).unwrap(), "ancien");
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused_and_an_empty_one_is_not() {
        let root = tempfile::tempdir().unwrap();
        let directory = folder(root.path(), "2026", &[("photo.jpg", "")]);
        assert!(matches!(refuse_foreign_folder(&directory), Err(Error::NotEmpty(_))));
        fs_err::remove_file(directory.join("photo.jpg")).unwrap();
        refuse_foreign_folder(&directory).unwrap();
        refuse_foreign_folder(&root.path().join("2027")).unwrap();
    }
}

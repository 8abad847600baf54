//! A file that an option names and a command writes whole: a diary, a page; never in the place of what is not one.

use super::{Failure, messages, screen};
use crate::Writer;
use std::collections::BTreeMap;
use std::path::Path;

/// The kind of file that an option writes.
pub struct Named {
    pub option: &'static str,
    /// A name that a reader may give.
    pub usual: &'static str,
    /// What it is, as a sentence says it.
    pub what: &'static str,
    /// Whether what stands there is one.
    pub is_one: fn(&[u8]) -> bool,
}

/// Writes the file where its option says, and tells it.
pub fn write(path: &Path, named: &Named, content: Vec<u8>, writer: &Writer) -> Result<(), Failure> {
    may_write(path, named)?;
    // A link of the author’s own is followed: it is what they named.
    let target = match path.is_symlink() {
        true => &fs_err::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
        false => path,
    };
    let name = target
        .file_name()
        .unwrap_or(target.as_os_str())
        .to_string_lossy()
        .into_owned();
    let folder = target.parent().unwrap_or(Path::new(""));
    messages::note(&crate::write(folder, BTreeMap::from([(name, content)]), writer)?);
    screen::say(&format!("Écrit : {}", path.display()));
    Ok(())
}

/// Refuses to take the place of another file: nobody wants a plan where a file of their project was.
fn may_write(path: &Path, named: &Named) -> Result<(), Failure> {
    let refuse = |reason: &str| {
        screen::say(&format!(
            "erreur : « {} » {reason} : rien n’a été écrit.",
            path.display()
        ));
        screen::say(&format!(
            "Donnez après {} le nom d’un fichier nouveau, dans un dossier qui existe : {}, par exemple.",
            named.option, named.usual
        ));
        Err(Failure::Author)
    };
    if path.exists() {
        let is_one = || fs_err::read(path).is_ok_and(|content| (named.is_one)(&content));
        return match path.is_file() && is_one() {
            true => Ok(()),
            false => refuse(&format!("existe déjà, et ce n’est pas {}", named.what)),
        };
    }
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() && !parent.is_dir() => {
            refuse("est dans un dossier qui n’existe pas")
        }
        _ => Ok(()),
    }
}

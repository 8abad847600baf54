//! `calendrier`: the plan back from the vote of the budget, as a table, as JSON, or as a file for a diary.

mod ics;
mod json;
mod table;

use super::arguments::Calendar;
use super::{Failure, messages, screen, writer};
use crate::Writer;
use crate::error::Error;
use crate::keep::Notice;
use std::collections::BTreeMap;
use std::path::Path;

/// Prints the plan, and writes the iCalendar file where one is asked for.
pub fn calendrier(arguments: &Calendar) -> Result<(), Failure> {
    let outcome = crate::calendar(&arguments.project.options(), arguments.vote)?;
    messages::about(&outcome.diagnostics, &["data/rapport.yaml", "data/referentiels"]);
    let Some(calendar) = &outcome.computed else {
        return Err(Failure::Author);
    };
    if let Some(path) = &arguments.ics {
        may_write(path)?;
        let writer = writer::writer("calendrier", arguments.writing.date);
        messages::note(&write_one(path, ics::file(calendar).into_bytes(), &writer)?);
        screen::say(&format!("Écrit : {}", path.display()));
    }
    if arguments.json {
        screen::json(&json::json(calendar))?;
    } else {
        match arguments.ics {
            Some(_) => screen::report(&table::text(calendar, screen::width()))?,
            None => screen::print(&table::text(calendar, screen::width()))?,
        }
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    Ok(())
}

/// Refuses to take the place of what is no diary: nobody wants a plan where a file of their project was.
fn may_write(path: &Path) -> Result<(), Failure> {
    let refuse = |reason: &str| {
        screen::say(&format!(
            "erreur : « {} » {reason} : rien n’a été écrit.",
            path.display()
        ));
        screen::say(
            "Donnez après --ics le nom d’un fichier nouveau, dans un dossier qui existe : rapport-2026.ics, par exemple.",
        );
        Err(Failure::Author)
    };
    if path.exists() {
        let is_diary =
            || fs_err::read(path).is_ok_and(|content| content.trim_ascii_start().starts_with(b"BEGIN:VCALENDAR"));
        return match path.is_file() && is_diary() {
            true => Ok(()),
            false => refuse("existe déjà, et ce n’est pas un calendrier"),
        };
    }
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() && !parent.is_dir() => {
            refuse("est dans un dossier qui n’existe pas")
        }
        _ => Ok(()),
    }
}

/// Writes one file where the author asked for it.
fn write_one(path: &Path, content: Vec<u8>, writer: &Writer) -> Result<Vec<Notice>, Error> {
    // A link of the author’s own to their diary is followed: it is what they named.
    let path = match path.is_symlink() {
        true => &fs_err::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
        false => path,
    };
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    crate::write(folder, BTreeMap::from([(name, content)]), writer)
}

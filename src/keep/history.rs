//! What can be undone: for each change that a command made in a project, its journal and what stood before.

use super::area::Area;
use super::content::bytes;
use super::hand::Hand;
use super::journal::Journal;
use super::writer::Writer;
use crate::error::Error;
use crate::model::{Changes, FileChange, Former, Undo};
use fs_err as fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// How many changes can be undone, one after another.
const DEPTH: usize = 20;
/// The journal of a change, beside what stood before.
const NOTE: &str = "changement.json";

/// The last change of the history.
pub(super) struct LastChange {
    pub name: String,
    pub journal: Journal,
    /// What puts everything back, if nobody changed it since.
    pub undoing: Changes,
}

/// The name of the next change: its number, the command, the day.
pub(super) fn next_name(area: &Area, writer: &Writer) -> io::Result<String> {
    let last = names(area)?.pop();
    let number: u32 = last
        .and_then(|name| name.split('-').next()?.parse().ok())
        .unwrap_or_default();
    let name = format!("{:04}-{}-{}", number + 1, writer.command, writer.day());
    Ok(name.trim_end_matches('-').to_owned())
}

/// Keeps what stood before the steps of a journal, under the name that it says; the oldest changes are forgotten.
pub(super) fn remember(journal: &Journal, area: &Area, hand: &Hand) -> io::Result<()> {
    let Some(name) = &journal.kept else {
        return Ok(());
    };
    let entry = area.history().join(name);
    if !entry.exists() {
        hand.write(&area.formers().join(NOTE), &serde_json::to_vec_pretty(journal)?)?;
        hand.flush(&area.formers().join(NOTE))?;
        hand.make_folder(&area.history())?;
        hand.rename(&area.formers(), &entry)?;
    }
    let names = names(area)?;
    let beyond = names.len().saturating_sub(DEPTH);
    for name in &names[..beyond] {
        hand.remove_tree(&area.history().join(name))?;
    }
    Ok(())
}

/// Takes a change out of the history.
pub(super) fn forget(name: &str, area: &Area, hand: &Hand) -> io::Result<()> {
    let entry = area.history().join(name);
    if entry.exists() {
        // Under another name first: a change half removed must not be taken for one that can be undone.
        let waste = area.workshop().join("oublie");
        hand.make_folder(&area.workshop())?;
        hand.rename(&entry, &waste)?;
    }
    hand.remove_if_empty(&area.history());
    Ok(())
}

/// The last change that a command made, if one is remembered.
pub(super) fn last(area: &Area) -> Result<Option<LastChange>, Error> {
    let Some(name) = names(area)?.pop() else {
        return Ok(None);
    };
    let entry = area.history().join(&name);
    let note = entry.join(NOTE);
    let Some(journal) = Journal::parsed(&fs::read(&note)?, area) else {
        return Err(Error::Journal(note));
    };
    let mut undoing = Changes {
        undo: Undo::Remade,
        ..Changes::default()
    };
    for (rank, step) in journal.steps.iter().enumerate() {
        let change = FileChange {
            former: step.fresh.clone().map_or(Former::Absent, Former::Content),
            content: bytes(&entry.join(rank.to_string()))?.map(Into::into),
        };
        undoing.files.insert(step.path.clone(), change);
    }
    Ok(Some(LastChange { name, journal, undoing }))
}

/// The files that somebody put in the folders that a change had made: without these folders’ own files, they would be lost of sight.
pub(super) fn added(last: &LastChange, area: &Area) -> io::Result<Vec<PathBuf>> {
    let mut added = Vec::new();
    for folder in &last.journal.made {
        let entries = match fs::read_dir(area.target(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let made = last.undoing.files.contains_key(&path) || last.journal.made.contains(&path);
            if !made {
                added.push(entry.path());
            }
        }
    }
    added.sort();
    Ok(added)
}

/// The names of the history, from the oldest.
fn names(area: &Area) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(area.history()) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

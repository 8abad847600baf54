//! `keep`: a set of changes of files is made below a folder, all of it or nothing, by one writer at a time.
//!
//! The one room that writes. What is new is first written apart (`prepare`), in a hidden folder beside what it changes;
//! a journal says what is to move where (`journal`), and only then are names changed (`road`). A run that dies before
//! the journal has changed nothing; after it, the next run finishes what was begun, or undoes it where somebody changed
//! a file meanwhile (`session`). It decides nothing of what is written, and reads no date.

mod writer;
mod notice;
mod home;
mod verification;
mod comparison;
mod area;
mod hand;
mod content;
mod journal;
mod lock;
mod history;
mod prepare;
mod road;
mod foreign;
mod leftovers;
mod rights;
mod session;
#[cfg(test)]
mod tests;

pub use comparison::{Comparison, compare};
pub use home::Home;
pub use notice::Notice;
pub use rights::{Rights, Standing, rights, room_left, standing};
pub use verification::{source, verify};
pub use writer::{Road, Writer};

use crate::error::Error;
use crate::model::{Changes, DataFile};
use crate::publish::Manifest;
use area::Area;
use hand::Hand;
use journal::Journal;
use session::Session;
use std::path::Path;

/// Makes a set of changes below a folder, all of it or nothing; gives what there is to tell beside.
///
/// # Errors
/// The disk (full, forbidden, a file held open by another program), another writer at work, a file that is not what the
/// set was decided upon, a folder that holds files and no manifest. What stood there stands there still.
pub fn keep(folder: &Path, changes: &Changes, writer: &Writer) -> Result<Vec<Notice>, Error> {
    let (area, hand) = (Area::below(folder), Hand::new(writer.road));
    let mut session = Session::open(&area, &hand, writer)?;
    let done = session.commit(changes);
    let notices = session.close();
    done.map(|()| notices)
}

/// Finishes or undoes what a dead run began below a folder; writes nothing where there is nothing of the kind.
pub fn resume(folder: &Path, writer: &Writer) -> Result<Vec<Notice>, Error> {
    let (area, hand) = (Area::below(folder), Hand::new(writer.road));
    match area.is_at_rest() && leftovers::leftovers(&area).is_empty() {
        true => Ok(Vec::new()),
        false => Ok(Session::open(&area, &hand, writer)?.close()),
    }
}

/// What was undone.
pub struct Undone {
    /// Who had made the change.
    pub writer: Writer,
    /// Relative to the folder.
    pub paths: Vec<String>,
    pub notices: Vec<Notice>,
}

/// Undoes the last change that a command made below a folder, all of it or nothing; none where none is remembered.
///
/// # Errors
/// As for [`keep`]; a file that somebody changed since is named, and nothing is undone.
pub fn undo(folder: &Path, writer: &Writer) -> Result<Option<Undone>, Error> {
    let (area, hand) = (Area::below(folder), Hand::new(writer.road));
    if !area.folder().exists() {
        return Ok(None);
    }
    let mut session = Session::open(&area, &hand, writer)?;
    let undone = session.undo();
    let notices = session.close();
    Ok(undone?.map(|undone| Undone { notices, ..undone }))
}

/// What a dead run began below a folder, said to those who only read.
pub fn waiting(folder: &Path) -> Result<Option<Notice>, Error> {
    let area = Area::below(folder);
    Ok(Journal::read(&area)?.map(|journal| Notice::Waiting {
        paths: journal.paths().into_iter().map(|path| area.target(path)).collect(),
        writer: journal.writer,
    }))
}

/// Refuses what was decided upon files that are no longer what they were when they were read.
///
/// # Errors
/// The files that somebody changed or removed meanwhile, and those that the disk refuses to give.
pub fn refuse_changed<'a>(folder: &Path, read: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<(), Error> {
    let area = Area::below(folder);
    let mut changed = Vec::new();
    for (path, content) in read {
        if content::bytes(&area.target(path))?.as_deref() != Some(content) {
            changed.push(area.target(path));
        }
    }
    changed.dedup();
    match changed.is_empty() {
        true => Ok(()),
        false => Err(Error::Changed(changed)),
    }
}

/// The manifest of the edition that stands there; one that lists nothing where none does.
///
/// # Errors
/// A manifest that the disk refuses to give.
pub fn published(edition: &Path) -> Result<Manifest, Error> {
    Ok(content::manifest(edition)?)
}

/// The edition before, where it stands beside this one and is not the one of the project, with which this one was compared.
///
/// # Errors
/// None: all is in place when it is asked, and a table that cannot be read is no edition that could have been compared.
pub fn uncompared(project: &Path, output: &Path, edition: i32) -> Result<Option<Notice>, Error> {
    let before = (edition - 1).to_string();
    let assessed = |editions: &Path| content::bytes(&editions.join(&before).join(DataFile::Assessments.key()));
    let (beside, compared) = (
        assessed(output).ok().flatten(),
        assessed(&project.join("output")).ok().flatten(),
    );
    let differs = beside.is_some() && beside != compared;
    Ok(differs.then(|| Notice::Uncompared {
        edition: output.join(&before),
        compared: project.join("output").join(&before),
    }))
}

/// Refuses a folder where something stands that this room did not put there for itself.
pub fn refuse_occupied(folder: &Path) -> Result<(), Error> {
    let area = Area::below(folder);
    let occupied = match fs_err::read_dir(&area.root) {
        Ok(mut entries) => entries.any(|entry| entry.is_ok_and(|entry| entry.path() != area.folder())),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    };
    match occupied {
        true => Err(Error::NotEmpty(folder.to_owned())),
        false => Ok(()),
    }
}

//! One writer at a time below a folder.
//!
//! Two signs: a note, made only where there is none, which says who writes to people and to other machines; and a lock
//! of the system, which falls with the process that holds it and so tells a note whose writer is dead.

use super::area::Area;
use super::hand::Hand;
use super::writer::Writer;
use crate::error::Error;
use fs_err as fs;
use std::io::{self, ErrorKind};
use std::time::Duration;

/// Between two demands of a lock that a living process holds.
const PAUSE: Duration = Duration::from_millis(50);

/// The right to write, until it is given back.
pub(super) struct Lock {
    /// Its lock falls with it.
    alive: fs::File,
    /// Whose right was taken over: a process of this machine that died.
    pub dead: Option<Writer>,
}

/// Takes the right to write below a folder, or says who has it.
pub(super) fn take(area: &Area, hand: &Hand, writer: &Writer) -> Result<Lock, Error> {
    if area.folder().is_symlink() {
        return Err(Error::Link(area.folder()));
    }
    // A pipe there would be waited for, without an end.
    for path in [area.lock(), area.alive()] {
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(Error::NotAFile(path));
        }
    }
    let mut asked = 0;
    let (alive, sure) = loop {
        asked += 1;
        hand.make_folder(&area.folder())?;
        let file = match hand.open(&area.alive()) {
            // The writer before has just taken its folder away.
            Err(error) if error.kind() == ErrorKind::NotFound && asked < hand.patience => continue,
            opened => opened?,
        };
        match file.file().try_lock().map_err(io::Error::from) {
            Ok(()) if is_still_there(area, &file) => break (file, true),
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                if asked >= hand.patience {
                    return Err(busy(area, &noted(area)));
                }
                std::thread::sleep(PAUSE);
            }
            // A disk of the network without locks: the note alone decides.
            Err(_) => break (file, false),
        }
    };
    let note = serde_json::to_vec_pretty(writer).map_err(io::Error::from)?;
    match hand.claim(&area.lock(), &note) {
        Ok(()) => Ok(Lock { alive, dead: None }),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let other = noted(area);
            let here = other.machine == writer.machine || other.machine.is_empty();
            if !here || !(sure || is_dead(other.process)) {
                return Err(busy(area, &other));
            }
            hand.write(&area.lock(), &note)?;
            Ok(Lock {
                alive,
                dead: Some(other),
            })
        }
        Err(error) => {
            // A full disk may have let half of the note be written.
            Lock { alive, dead: None }.give_back(area, hand);
            Err(error.into())
        }
    }
}

impl Lock {
    /// Gives the right back; the hidden folder goes with it when nothing is left in it.
    pub fn give_back(self, area: &Area, hand: &Hand) {
        _ = hand.remove_file(&area.lock());
        _ = hand.remove_file(&area.alive());
        hand.remove_if_empty(&area.folder());
        drop(self.alive);
    }
}

fn noted(area: &Area) -> Writer {
    let note = fs::read(area.lock()).unwrap_or_default();
    serde_json::from_slice(&note).unwrap_or_default()
}

fn busy(area: &Area, writer: &Writer) -> Error {
    Error::Busy {
        folder: area.root.clone(),
        writer: writer.to_string(),
        lock: area.lock(),
    }
}

/// Whether the locked file is the one that others will find: the writer before may have removed it meanwhile.
#[cfg(unix)]
fn is_still_there(area: &Area, file: &fs::File) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(area.alive()), file.metadata()) {
        (Ok(found), Ok(held)) => (found.dev(), found.ino()) == (held.dev(), held.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(area: &Area, _file: &fs::File) -> bool {
    area.alive().exists()
}

/// Whether the system says that no process has this number; where it does not say, it may live.
fn is_dead(process: u32) -> bool {
    let processes = std::path::Path::new("/proc");
    processes.join("self").exists() && !processes.join(process.to_string()).exists()
}

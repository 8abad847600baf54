//! What a folder lets this program do, found by trying: one small file, written and removed at once.
//!
//! For a help desk: it takes no lock and leaves nothing behind.

use super::area::Area;
use super::hand::Hand;
use super::journal::Journal;
use super::writer::{Road, Writer};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Whether a file can be made in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rights {
    /// No folder is there.
    Absent,
    Granted,
    Refused(ErrorKind),
}

/// Who writes below a folder, or stopped while writing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The command that a lock names.
    pub locked: Option<String>,
    /// The command whose changes wait to be finished or undone.
    pub waiting: Option<String>,
    /// A journal that this version cannot follow.
    pub unreadable: bool,
}

/// Tries to make a file in a folder; the name of the trial holds the number of this process.
pub fn rights(folder: &Path) -> Rights {
    if !folder.is_dir() {
        return Rights::Absent;
    }
    match trial(folder) {
        Ok(()) => Rights::Granted,
        Err(error) => Rights::Refused(error.kind()),
    }
}

fn trial(folder: &Path) -> io::Result<()> {
    let hand = Hand::new(Road::default());
    let path = folder.join(format!(".essai-millesime-{}", std::process::id()));
    hand.claim(&path, b"essai")?;
    hand.remove_file(&path)
}

/// What the hidden folder of a project says, without taking its lock.
pub fn standing(folder: &Path) -> Standing {
    let area = Area::below(folder);
    let is_file = fs_err::symlink_metadata(area.lock()).is_ok_and(|found| found.is_file());
    let note = is_file.then(|| fs_err::read(area.lock()).ok()).flatten();
    let locked = note.map(|note| serde_json::from_slice::<Writer>(&note).unwrap_or_default().command);
    let journal = Journal::read(&area);
    Standing {
        locked,
        unreadable: journal.is_err(),
        waiting: journal.ok().flatten().map(|journal| journal.writer.command),
    }
}

/// Bytes that this user may still write on the disk of a folder; none where the system is not asked (Windows).
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub fn room_left(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub fn room_left(_folder: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_leaves_nothing_and_touches_no_file_of_its_name() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(rights(folder.path()), Rights::Granted);
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 0);
        let name = format!(".essai-millesime-{}", std::process::id());
        fs_err::write(folder.path().join(&name), "à quelqu’un").unwrap();
        assert_eq!(rights(folder.path()), Rights::Refused(ErrorKind::AlreadyExists));
        assert!(folder.path().join(&name).exists());
        assert_eq!(rights(&folder.path().join(&name)), Rights::Absent);
    }

    #[test]
    fn a_lock_is_told_by_its_command_and_an_unreadable_journal_as_such() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(standing(folder.path()), Standing::default());
        let area = Area::below(folder.path());
        fs_err::create_dir(area.folder()).unwrap();
        let note = r#"{"command":"generer","user":"m","machine":"p","process":1,"moment":""}"#;
        fs_err::write(area.lock(), note).unwrap();
        fs_err::write(area.journal(), "{").unwrap();
        let found = standing(folder.path());
        assert_eq!((found.locked.as_deref(), found.unreadable), (Some("generer"), true));
    }
}

//! The hand that writes: every gesture of the program on the disk, one function each, and no other file has any.
//!
//! It decides nothing. Tests stop it after a number of gestures, as a killed process is stopped.

use super::Road;
use fs_err as fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

/// Files that wait for the disk at the same time.
const FLUSHES: usize = 16;

pub(super) struct Hand {
    road: Road,
    /// How often a lock that a living process holds is asked for again.
    pub patience: u32,
    #[cfg(test)]
    pub left: std::cell::Cell<usize>,
}

impl Hand {
    pub fn new(road: Road) -> Self {
        Hand {
            road,
            patience: 100,
            #[cfg(test)]
            left: std::cell::Cell::new(usize::MAX),
        }
    }

    #[cfg(not(test))]
    #[allow(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "tests count the gestures here"
    )]
    fn gesture(&self) -> io::Result<()> {
        Ok(())
    }

    #[cfg(test)]
    fn gesture(&self) -> io::Result<()> {
        let left = self.left.get().checked_sub(1);
        self.left.set(left.unwrap_or_default());
        left.map(|_| ()).ok_or_else(|| io::Error::other("the process is dead"))
    }

    /// Writes a new file below folders made as needed; until it is flushed, a power cut may lose its bytes.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            self.make_folder(folder)?;
        }
        self.gesture()?;
        fs::File::create(path)?.write_all(bytes)
    }

    /// Waits until a file, or all the files below a folder, are on the disk.
    pub fn flush(&self, path: &Path) -> io::Result<()> {
        // A test stops a process, which loses nothing that was written.
        if cfg!(test) {
            return Ok(());
        }
        let mut files = Vec::new();
        files_below(path, &mut files)?;
        // Side by side, they share the writes of the journal of the disk: a tenth of the time of one after the other.
        let share = files.len().div_ceil(FLUSHES).max(1);
        thread::scope(|scope| {
            let started = files.chunks(share).map(|files| {
                let all = move || files.iter().try_for_each(|file| flush_file(file));
                thread::Builder::new().spawn_scoped(scope, all)
            });
            let started: Vec<_> = started.collect::<io::Result<_>>()?;
            let mut ends = started.into_iter().map(|thread| thread.join());
            ends.try_for_each(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }

    /// Writes a file that did not exist; `AlreadyExists` where it does.
    pub fn claim(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.gesture()?;
        let mut file = fs::File::create_new(path)?;
        file.write_all(bytes)
    }

    /// Opens a file to hold its lock, made where there is none.
    pub fn open(&self, path: &Path) -> io::Result<fs::File> {
        self.gesture()?;
        fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
    }

    pub fn make_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        self.gesture()?;
        fs::create_dir_all(path)
    }

    /// Gives a file or a folder another name on the same disk; a file takes the place of another at once.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gesture()?;
        fs::rename(from, to)
    }

    /// Exchanges two names in one gesture; false where the system or the disk has no such gesture.
    pub fn exchange(&self, one: &Path, other: &Path) -> io::Result<bool> {
        if self.road == Road::Journal {
            return Ok(false);
        }
        self.gesture()?;
        exchange(one, other)
    }

    pub fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.gesture()?;
        fs::remove_file(path)
    }

    /// Removes a folder that is empty; whatever stands in it stays, and so does the folder.
    pub fn remove_if_empty(&self, path: &Path) {
        if self.gesture().is_ok() {
            _ = fs::remove_dir(path);
        }
    }

    /// Removes a folder and all that it holds, following no link.
    pub fn remove_tree(&self, path: &Path) -> io::Result<()> {
        if path.is_symlink() {
            return self.remove_file(path);
        }
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => self.remove_tree(&entry.path())?,
                false => self.remove_file(&entry.path())?,
            }
        }
        self.gesture()?;
        fs::remove_dir(path)
    }

    /// Lets a new file be as open or as closed as the one it replaces.
    pub fn same_rights(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }
}

fn flush_file(path: &Path) -> io::Result<()> {
    fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

/// The file, or every file below the folder.
fn files_below(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        files_below(&entry?.path(), files)?;
    }
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // What disks of the network and old systems answer; a move of names may still be possible.
        Err(Errno::INVAL | Errno::NOSYS | Errno::XDEV | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => {
            let error = io::Error::from(error);
            let message = format!("failed to exchange {} and {}: {error}", one.display(), other.display());
            Err(io::Error::new(error.kind(), message))
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}

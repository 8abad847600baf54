//! What the author had put in a folder that the program makes, or changed in it, goes into the new one.
//!
//! Its own files are those that the manifest of the old folder lists, as long as their content is the one it says.

use super::content::manifest;
use super::hand::Hand;
use super::notice::Notice;
use crate::publish::Manifest;
use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// Brings what the program did not make from an old folder into the new one; begun again, it goes on.
///
/// What cannot be moved stays where it is, and keeps nothing else from going: the first refusal is told at the end.
pub(super) fn bring_back(old: &Path, new: &Path, day: &str, hand: &Hand, notices: &mut Vec<Notice>) -> io::Result<()> {
    Carrier {
        manifest: manifest(old)?,
        fresh: manifest(new)?,
        day,
        hand,
        notices,
    }
    .carry(old, new, "")
}

/// Copies what the program did not make, and what of it the new folder lists, from an old folder that is kept whole.
pub(super) fn copy_what_stays(old: &Path, new: &Path, hand: &Hand) -> io::Result<()> {
    let (made, fresh) = (manifest(old)?, manifest(new)?);
    let mut folders = vec![String::new()];
    while let Some(prefix) = folders.pop() {
        for entry in fs::read_dir(old.join(&prefix))? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(format!("{path}/"));
            } else if kind.is_file() && !new.join(&path).exists() {
                let content = fs::read(entry.path())?;
                if fresh.lists(&path) || !made.made(&path, &content) {
                    hand.write(&new.join(&path), &content)?;
                }
            }
        }
    }
    Ok(())
}

/// The first folder of the author in an old one that the system would not let go into the new one; none where each can.
pub(super) fn fixed(old: &Path) -> io::Result<Option<PathBuf>> {
    let made = manifest(old)?;
    let mut folders = match old.is_dir() {
        true => vec![String::new()],
        false => Vec::new(),
    };
    while let Some(prefix) = folders.pop() {
        for entry in fs::read_dir(old.join(&prefix))? {
            let entry = entry?;
            if !entry.file_type()?.is_dir() {
                continue;
            }
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if made.made_below(&path) {
                folders.push(format!("{path}/"));
            } else if !may_be_moved(&entry.path()) {
                return Ok(Some(entry.path()));
            }
        }
    }
    Ok(None)
}

/// Whether a folder may go into another: what it says of the one above it changes, so that it is written.
#[cfg(unix)]
fn may_be_moved(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn may_be_moved(_: &Path) -> bool {
    true
}

struct Carrier<'a> {
    manifest: Manifest,
    /// It lists what stays of the old folder, where only a part of it was made anew.
    fresh: Manifest,
    day: &'a str,
    hand: &'a Hand,
    notices: &'a mut Vec<Notice>,
}

impl Carrier<'_> {
    fn carry(&mut self, old: &Path, new: &Path, prefix: &str) -> io::Result<()> {
        let mut entries = fs::read_dir(old)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let mut refused = Ok(());
        for entry in entries {
            refused = refused.and(self.carry_one(&entry, new, prefix));
        }
        refused
    }

    fn carry_one(&mut self, entry: &fs::DirEntry, new: &Path, prefix: &str) -> io::Result<()> {
        let name = entry.file_name();
        let path = format!("{prefix}{}", name.to_string_lossy());
        let target = new.join(&name);
        if entry.file_type()?.is_dir() {
            if self.manifest.made_below(&path) || target.is_dir() {
                return self.carry(&entry.path(), &target, &format!("{path}/"));
            }
        } else if entry.file_type()?.is_file() {
            let stays = self.fresh.lists(&path) && !target.exists();
            if !stays && self.manifest.made(&path, &fs::read(entry.path())?) {
                return Ok(());
            }
        }
        self.take(&entry.path(), &target)
    }

    /// Moves what is the author’s to its place, or beside it where the program now makes something of that name.
    fn take(&mut self, from: &Path, target: &Path) -> io::Result<()> {
        if let Some(folder) = target.parent() {
            self.hand.make_folder(folder)?;
        }
        let free = free_name(target, self.day);
        self.hand.rename(from, &free)?;
        if free != target {
            self.notices.push(Notice::Beside {
                theirs: target.to_owned(),
                kept: free,
            });
        }
        Ok(())
    }
}

/// The path, or one beside it that nothing has: `deliberation (2026-11-29).docx`, `deliberation (2026-11-29, 2).docx`.
fn free_name(path: &Path, day: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path
        .extension()
        .map(|extension| format!(".{}", extension.to_string_lossy()));
    let extension = extension.unwrap_or_default();
    let named = |mark: &str| path.with_file_name(format!("{stem} ({mark}){extension}"));
    let day = if day.is_empty() { "avant" } else { day };
    std::iter::once(path.to_owned())
        .chain(std::iter::once(named(day)))
        .chain((2..).map(|number: u32| named(&format!("{day}, {number}"))))
        .find(|candidate| !candidate.exists() && !candidate.is_symlink())
        .unwrap_or_else(|| path.to_owned())
}

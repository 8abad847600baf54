//! What dead runs of earlier versions left beside editions: folders named `.millesime-…`, without a journal.
//!
//! Such a run may have died when the old edition was out of its place and the new one not yet in it.

use super::area::Area;
use super::content::manifest;
use super::foreign::bring_back;
use super::hand::Hand;
use super::notice::Notice;
use fs_err as fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folders that such runs left below a folder.
pub(super) fn leftovers(area: &Area) -> Vec<PathBuf> {
    let entries = fs::read_dir(&area.root).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(".millesime-"))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// Puts back what stood in its place, or what the author had put there, then removes the rest.
pub(super) fn settle(
    leftover: &Path,
    day: &str,
    area: &Area,
    hand: &Hand,
    notices: &mut Vec<Notice>,
) -> io::Result<()> {
    let old = leftover.join("ancienne");
    let edition = manifest(&old)?.edition();
    let edition = edition.map(|edition| area.target(&edition.to_string()));
    match edition.filter(|_| !old.is_symlink()) {
        Some(edition) if edition.exists() => bring_back(&old, &edition, day, hand, notices)?,
        Some(edition) => {
            hand.rename(&old, &edition)?;
            notices.push(Notice::Recovered { edition });
        }
        None => {}
    }
    hand.remove_tree(leftover)?;
    Ok(())
}

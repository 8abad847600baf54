//! The steps of a journal, walked forward or back; each walk may begin again where a dead run stopped.
//!
//! Where a step stands is read from the disk: what is still in the workshop, and what the target holds. A folder whose
//! names were exchanged is known by its manifest, which is why one of the same manifest is moved and never exchanged.

use super::area::Area;
use super::content::fingerprint;
use super::hand::Hand;
use super::journal::{Journal, Kind, Step};
use std::io;
use std::path::PathBuf;

/// Puts everything new in its place.
pub(super) fn forward(journal: &Journal, area: &Area, hand: &Hand) -> io::Result<()> {
    each(journal, area, |walk| match walk.step.kind {
        Kind::File => walk.put_file(hand),
        Kind::Folder => walk.put_folder(hand),
    })
}

/// Puts everything back; the paths that somebody changed meanwhile are left as they are, and given.
pub(super) fn back(journal: &Journal, area: &Area, hand: &Hand) -> io::Result<Vec<PathBuf>> {
    let mut left = Vec::new();
    each(journal, area, |walk| {
        let restored = match walk.step.kind {
            Kind::File => walk.restore_file(hand)?,
            Kind::Folder => walk.restore_folder(hand)?,
        };
        if !restored {
            left.push(walk.target.clone());
        }
        Ok(())
    })?;
    for folder in journal.made.iter().rev() {
        hand.remove_if_empty(&area.target(folder));
    }
    Ok(left)
}

/// Whether every step that is not done can be: nobody changed its target meanwhile, nor took the workshop away.
pub(super) fn can_go_on(journal: &Journal, area: &Area) -> io::Result<bool> {
    let mut free = true;
    each(journal, area, |walk| {
        let standing = fingerprint(&walk.target, walk.step.kind)?;
        let waits = walk.fresh.exists();
        let moved_aside = walk.step.kind == Kind::Folder && walk.former.exists() && standing.is_none();
        let as_before = standing == walk.step.former;
        free &= match walk.step.fresh {
            _ if standing == walk.step.fresh => true,
            // What was put in place and changed since is the author’s.
            Some(_) if !waits => !as_before,
            Some(_) => as_before || moved_aside,
            None => as_before,
        };
        Ok(())
    })?;
    Ok(free)
}

/// A step with its paths on this disk.
struct Walk<'a> {
    step: &'a Step,
    target: PathBuf,
    /// What is to be put in place, while it is not.
    fresh: PathBuf,
    /// What stood before: a copy of a file, the folder itself.
    former: PathBuf,
}

fn each(journal: &Journal, area: &Area, mut visit: impl FnMut(&Walk<'_>) -> io::Result<()>) -> io::Result<()> {
    for (rank, step) in journal.steps.iter().enumerate() {
        visit(&Walk {
            step,
            target: area.target(&step.path),
            fresh: area.fresh(rank),
            former: area.former(rank),
        })?;
    }
    Ok(())
}

impl Walk<'_> {
    fn put_file(&self, hand: &Hand) -> io::Result<()> {
        if self.step.fresh.is_none() && self.target.exists() {
            return hand.remove_file(&self.target);
        }
        self.put(hand)
    }

    /// Moves what is new into its place, where it is not yet.
    fn put(&self, hand: &Hand) -> io::Result<()> {
        if !self.fresh.exists() {
            return Ok(());
        }
        if let Some(folder) = self.target.parent() {
            hand.make_folder(folder)?;
        }
        hand.rename(&self.fresh, &self.target)
    }

    fn put_folder(&self, hand: &Hand) -> io::Result<()> {
        if let Some(folder) = self.former.parent() {
            hand.make_folder(folder)?;
        }
        if self.fresh.exists() && self.target.exists() && !self.former.exists() {
            let differs = self.step.former != self.step.fresh;
            if differs && (self.was_exchanged()? || hand.exchange(&self.fresh, &self.target)?) {
                return hand.rename(&self.fresh, &self.former);
            }
            hand.rename(&self.target, &self.former)?;
        }
        self.put(hand)
    }

    /// Whether the new folder stands in its place while the old one stands in the workshop under its name.
    fn was_exchanged(&self) -> io::Result<bool> {
        Ok(fingerprint(&self.target, Kind::Folder)? == self.step.fresh)
    }

    fn restore_file(&self, hand: &Hand) -> io::Result<bool> {
        let standing = fingerprint(&self.target, Kind::File)?;
        if standing == self.step.former {
            return Ok(true);
        }
        if standing != self.step.fresh {
            return Ok(false);
        }
        match self.step.former {
            Some(_) => hand.rename(&self.former, &self.target)?,
            None => hand.remove_file(&self.target)?,
        }
        Ok(true)
    }

    fn restore_folder(&self, hand: &Hand) -> io::Result<bool> {
        let standing = fingerprint(&self.target, Kind::Folder)?;
        let exchanged = self.fresh.exists() && !self.former.exists() && self.step.former != self.step.fresh;
        let old = if self.former.exists() {
            &self.former
        } else if exchanged && fingerprint(&self.fresh, Kind::Folder)? == self.step.former {
            &self.fresh
        } else if self.fresh.exists() {
            // Nothing had moved, or nothing stood there.
            return Ok(true);
        } else if self.step.former.is_none() && standing == self.step.fresh {
            hand.rename(&self.target, &self.fresh)?;
            return Ok(true);
        } else {
            return Ok(standing == self.step.former);
        };
        if standing.is_some() {
            if standing != self.step.fresh {
                return Ok(false);
            }
            hand.rename(&self.target, &self.waste())?;
        }
        hand.rename(old, &self.target)?;
        Ok(true)
    }

    /// Where a new folder that is not wanted goes, to be removed with the workshop.
    fn waste(&self) -> PathBuf {
        self.fresh.with_extension("rebut")
    }
}

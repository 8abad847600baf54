//! A set of changes becomes a journal and a workshop: all that is new is written apart, nothing has moved yet.
//!
//! Here a set is refused: what stands on the disk is not what it was decided upon, or is not the program’s to replace.

use super::area::Area;
use super::content::{bytes, fingerprint, manifest};
use super::foreign::{copy_what_stays, fixed};
use super::hand::Hand;
use super::history;
use super::journal::{Journal, Kind, Step};
use super::writer::Writer;
use crate::error::Error;
use crate::model::{Changes, Extent, FileChange, Fingerprint, FolderChange, Former, FormerFolder, Undo};
use crate::publish::Manifest;
use fs_err as fs;
use std::io;
use std::path::Path;

/// The journal of a set, whose workshop is filled; a file that already holds what it should is no step.
pub(super) fn prepare(changes: &Changes, area: &Area, hand: &Hand, writer: &Writer) -> Result<Journal, Error> {
    let mut journal = Journal::new(writer);
    let mut changed = Vec::new();
    for (path, change) in &changes.files {
        refuse_link(path, area)?;
        refuse_special(&area.target(path))?;
        let standing = bytes(&area.target(path))?;
        let former = standing.as_deref().map(Fingerprint::of);
        let decided_upon = match &change.former {
            Former::Any => true,
            Former::Absent => former.is_none(),
            Former::Content(content) => former.as_ref() == Some(content),
        };
        if !decided_upon {
            changed.push(area.target(path));
            continue;
        }
        let step = Step {
            path: path.clone(),
            kind: Kind::File,
            former,
            fresh: change.content.as_deref().map(Fingerprint::of),
            beside: None,
        };
        if step.former != step.fresh {
            write_file(change, standing.as_deref(), journal.steps.len(), &step, area, hand)?;
            journal.steps.push(step);
        }
    }
    if !changed.is_empty() {
        return Err(Error::Changed(changed));
    }
    for (path, change) in &changes.folders {
        let target = area.target(path);
        refuse_link(path, area)?;
        refuse_foreign_folder(&target)?;
        refuse_sealed(change, &target)?;
        if change.former == FormerFolder::KeptBeside && stands_already(change, &target)? {
            continue;
        }
        // A former folder that is kept beside is copied from, and nothing of it is moved.
        if change.former != FormerFolder::KeptBeside
            && let Some(folder) = fixed(&target)?
        {
            return Err(Error::Fixed(folder));
        }
        let rank = journal.steps.len();
        let fresh = area.fresh(rank);
        write_folder(change, &target, &fresh, hand)?;
        refuse_sealed_drafts(&target, &fresh)?;
        let former = fingerprint(&target, Kind::Folder)?;
        let beside = match change.former {
            FormerFolder::KeptBeside if former.is_some() => {
                copy_what_stays(&target, &fresh, hand)?;
                Some(beside(path, writer.day(), area))
            }
            _ => None,
        };
        journal.steps.push(Step {
            path: path.clone(),
            kind: Kind::Folder,
            former,
            fresh: fingerprint(&fresh, Kind::Folder)?,
            beside,
        });
    }
    if !journal.steps.is_empty() {
        hand.flush(&area.workshop())?;
    }
    journal.made = folders_to_make(&journal, area);
    if changes.undo == Undo::Kept && !journal.steps.is_empty() {
        journal.kept = Some(history::next_name(area, writer)?);
    }
    Ok(journal)
}

fn write_file(
    change: &FileChange,
    standing: Option<&[u8]>,
    rank: usize,
    step: &Step,
    area: &Area,
    hand: &Hand,
) -> io::Result<()> {
    if let Some(content) = &change.content {
        hand.write(&area.fresh(rank), content)?;
        if standing.is_some() {
            hand.same_rights(&area.target(&step.path), &area.fresh(rank))?;
        }
    }
    if let Some(standing) = standing {
        hand.write(&area.former(rank), standing)?;
        hand.same_rights(&area.target(&step.path), &area.former(rank))?;
    }
    Ok(())
}

fn write_folder(change: &FolderChange, standing: &Path, folder: &Path, hand: &Hand) -> io::Result<()> {
    let former = match change.extent {
        Extent::Whole => None,
        Extent::Part => bytes(&standing.join(Manifest::NAME))?,
    };
    for (path, content) in &change.files {
        match &former {
            Some(former) if path == Manifest::NAME => {
                let stays = |path: &str| standing.join(path).is_file();
                hand.write(&folder.join(path), &Manifest::joined(content, former, stays))?;
            }
            _ => hand.write(&folder.join(path), content)?,
        }
    }
    Ok(())
}

/// The name under which a folder is kept beside the one that replaces it: `2026.remplacee-2027-03-01`.
fn beside(path: &str, day: &str, area: &Area) -> String {
    let dated = format!("{path}.remplacee-{day}").trim_end_matches('-').to_owned();
    let numbered = (2..).map(|number: u32| format!("{dated}-{number}"));
    std::iter::once(dated.clone())
        .chain(numbered)
        .find(|name| !area.target(name).exists() && !area.target(name).is_symlink())
        .unwrap_or(dated)
}

/// The folders above the targets that are not there, from the outermost.
fn folders_to_make(journal: &Journal, area: &Area) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    for step in &journal.steps {
        for (end, _) in step.path.match_indices('/') {
            let folder = &step.path[..end];
            if !area.target(folder).exists() && !made.iter().any(|other| other == folder) {
                made.push(folder.to_owned());
            }
        }
    }
    made
}

/// A link would be replaced by what it leads to, or lead out of the folder: whoever made it decides.
fn refuse_link(path: &str, area: &Area) -> Result<(), Error> {
    area.link_above(path).map_or(Ok(()), |link| Err(Error::Link(link)))
}

/// What is no plain file is never opened: a pipe would be waited for without end.
fn refuse_special(target: &Path) -> Result<(), Error> {
    match target.exists() && !target.is_file() {
        true => Err(Error::NotAFile(target.to_owned())),
        false => Ok(()),
    }
}

/// Whether a folder holds already all that it is to hold: nothing has to be kept beside.
fn stands_already(change: &FolderChange, target: &Path) -> io::Result<bool> {
    for (path, content) in &change.files {
        if bytes(&target.join(path))?.as_deref() != Some(&**content) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What was published officially is only ever kept beside: whoever decided to replace this had not seen it sealed.
fn refuse_sealed(change: &FolderChange, target: &Path) -> Result<(), Error> {
    match change.former == FormerFolder::Replaced && manifest(target)?.is_official() {
        true => Err(Error::Sealed(target.to_owned())),
        false => Ok(()),
    }
}

/// What a draft made from other inputs is not sealed by an official run of another part.
fn refuse_sealed_drafts(target: &Path, fresh: &Path) -> Result<(), Error> {
    let (former, joined) = (manifest(target)?, manifest(fresh)?);
    match joined.is_official() && !former.is_official() && !joined.older().is_empty() {
        true => Err(Error::Drafts {
            folder: target.to_owned(),
            drafts: joined.older().iter().map(|path| path.into()).collect(),
        }),
        false => Ok(()),
    }
}

/// A folder that holds something and no manifest was not made by this program.
fn refuse_foreign_folder(target: &Path) -> Result<(), Error> {
    let occupied = target.exists() && fs::read_dir(target)?.next().is_some();
    match occupied && !target.join(Manifest::NAME).is_file() {
        true => Err(Error::NotEmpty(target.to_owned())),
        false => Ok(()),
    }
}

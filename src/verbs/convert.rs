//! The verb that tells a project in the other way of keeping it, and what makes a new one a workbook.

use crate::collect::ProjectBook;
use crate::config::{Conversion, Options};
use crate::error::Error;
use crate::keep::Writer;
use crate::model::{Changes, FileChange, Undo};
use crate::run::{ConversionOutcome, Layout};
use crate::{collect, config, keep};
use std::path::Path;
use std::sync::Arc;

/// The folder that receives what a project becomes.
const FOLDER: &str = "conversion";

/// Puts a workbook in the place of the files of a new project that it stands for.
pub(super) fn in_a_workbook(starter: &mut Changes) -> Result<(), Error> {
    let begun = config::in_sheets(starter).ok_or_else(|| Error::Defect {
        room: "config",
        detail: "the starter has no report".to_owned(),
    })?;
    let bytes = collect::project_workbook(&ProjectBook {
        sheets: &begun.sheets,
        remarks: &[],
        community: &begun.community,
        dated: begun.dated,
    })?;
    starter
        .files
        .insert("data/projet.xlsx".to_owned(), FileChange::fresh(bytes));
    Ok(())
}

/// Writes a project as a workbook or as files into `conversion/`, undoably: what is there is never written over, and the project stays.
///
/// # Errors
/// What the machine failed at, a file that stands in `conversion/`; nothing is written then.
pub(crate) fn convert(root: &Path, layout: Layout, writer: &Writer) -> Result<ConversionOutcome, Error> {
    let mut outcome = ConversionOutcome {
        notices: keep::resume(root, writer)?,
        ..ConversionOutcome::default()
    };
    let log = &mut outcome.diagnostics;
    let options = Options {
        root: root.to_owned(),
        edition: None,
    };
    let Some(project) = config::read(&options, log)?.filter(|_| !log.has_errors()) else {
        return Ok(outcome);
    };
    let Some(conversion) = config::converted(root, log)? else {
        return Ok(outcome);
    };
    let mut files = Vec::new();
    match conversion {
        Conversion::Workbook { sheets, remarks } if layout == Layout::Workbook => {
            outcome.remarks = remarks.len();
            let book = ProjectBook {
                sheets: &sheets,
                remarks: &remarks,
                community: &project.settings.community.name,
                dated: project.settings.document_date,
            };
            files.push(("projet.xlsx".to_owned(), collect::project_workbook(&book)?.into()));
        }
        Conversion::Files { files: told, left } if layout == Layout::Files => {
            outcome.left = left;
            files.extend(told);
        }
        _ => {
            outcome.is_already = true;
            return Ok(outcome);
        }
    }
    let fresh = |(path, content): (String, Arc<[u8]>)| (format!("{FOLDER}/{path}"), FileChange::fresh(content));
    let changes = Changes {
        files: files.into_iter().map(fresh).collect(),
        undo: Undo::Kept,
        ..Changes::default()
    };
    let is_there = |path: &&String| root.join(path).symlink_metadata().is_ok();
    outcome.standing = changes.files.keys().filter(is_there).cloned().collect();
    if !outcome.standing.is_empty() {
        return Ok(outcome);
    }
    outcome.written = changes.files.keys().cloned().collect();
    outcome.notices.extend(keep::keep(root, &changes, writer)?);
    Ok(outcome)
}

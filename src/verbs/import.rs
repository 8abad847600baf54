//! The verb that takes files in the formats of others into a project.

use crate::collect::ImportPlan;
use crate::config::Options;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::keep::Writer;
use crate::run::ImportOutcome;
use crate::{collect, config, keep, load, validate};
use std::path::PathBuf;

/// Shows what these files become to `decides`, and writes it, undoably, where it says so; one file that is refused refuses them all.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn import(
    options: &Options,
    files: &[PathBuf],
    decides: impl FnOnce(&ImportPlan) -> bool,
    writer: &Writer,
) -> Result<ImportOutcome, Error> {
    let mut outcome = ImportOutcome {
        notices: keep::resume(&options.root, writer)?,
        ..ImportOutcome::default()
    };
    let log = &mut outcome.diagnostics;
    let Some(project) = config::read(options, log)?.filter(|_| !log.has_errors()) else {
        return Ok(outcome);
    };
    let mark = log.mark();
    let received = load::load_received(files, log);
    let standing = load::load_standing(&project.root, &collect::import_paths(&project, &received))?;
    // What its tables have of faults is told by the commands that read them: it forbids no import.
    let mut aside = Diagnostics::default();
    let inputs = load::load(&project, &mut aside)?;
    let dataset = validate::validate(&project, &inputs, &mut aside);
    let plan = collect::imports((&project, &dataset), &received, &standing, log)?;
    if log.faulty_since(mark) {
        return Ok(outcome);
    }
    if decides(&plan) && !plan.changes.files.is_empty() {
        outcome
            .notices
            .extend(keep::keep(&options.root, &plan.changes, writer)?);
        outcome.written = plan.changes.files.keys().cloned().collect();
    }
    outcome.plan = Some(plan);
    Ok(outcome)
}

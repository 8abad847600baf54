//! The verbs of the commands that pass from one edition to another.

use crate::assess::{Comparison, Snapshot, SnapshotSource};
use crate::config::{Deliverable, Options, Renewing};
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::keep::Writer;
use crate::model::DataFile;
use crate::publish::Archive;
use crate::run::{ComparisonOutcome, RenewalOutcome, Renewed, Request};
use crate::typeset::Document;
use crate::{assess, chart, config, inspect, keep, load, render, typeset};
use std::path::Path;

/// The files of an edition that a comparison reads.
const COMPARED: [DataFile; 3] = [DataFile::Assessments, DataFile::Values, DataFile::Credits];

/// Carries a project to another edition, undoably; a fault of the author is in [`RenewalOutcome::diagnostics`].
///
/// The project is read as for a report before anything is written, and again after: what is to be done is told of what it is then.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn renew(root: &Path, edition: i32, writer: &Writer) -> Result<RenewalOutcome, Error> {
    let mut outcome = RenewalOutcome {
        notices: keep::resume(root, writer)?,
        ..RenewalOutcome::default()
    };
    let standing = crate::build(&Request::assessed(project(root, None)), &mut ())?;
    let log = &mut outcome.diagnostics;
    *log = standing.diagnostics;
    let Some(before) = standing.report.filter(|_| !log.has_errors()) else {
        return Ok(outcome);
    };
    let mut aside = log.aside();
    let Some(next) = config::read(&project(root, Some(edition)), &mut aside)? else {
        return Ok(outcome);
    };
    let Some(plan) = assess::back_plan(&next, None, &mut aside) else {
        return Ok(outcome);
    };
    let ended = before
        .actions
        .iter()
        .filter(|action| action.has_ended_before(next.settings.data_year));
    let renewing = Renewing {
        settings: &before.settings,
        edition,
        calendar: plan.steps.iter().map(|planned| (planned.step, planned.day)).collect(),
        closed: ended.collect(),
        carried: before.passages().iter().map(|passage| passage.carried()).collect(),
    };
    let Some(renewal) = config::renew(root, &renewing, log)? else {
        return Ok(outcome);
    };
    outcome.notices.extend(keep::keep(root, &renewal.changes, writer)?);
    let published = keep::published(&root.join("output").join(before.settings.edition.to_string()))?;
    let after = crate::build(&Request::assessed(project(root, None)), &mut ())?;
    outcome.diagnostics = after.diagnostics;
    outcome.renewed = Some(Renewed {
        renewal,
        plan,
        published,
        before,
        after: after.report,
    });
    Ok(outcome)
}

/// Compares two editions of a project, each from its archive, else from the project where it is its own, else from its data files.
///
/// # Errors
/// What the machine failed at; a fault of the author is in [`ComparisonOutcome::diagnostics`].
pub(crate) fn compare(root: &Path, editions: [i32; 2]) -> Result<ComparisonOutcome, Error> {
    let mut outcome = ComparisonOutcome::default();
    let own = config::read(&project(root, None), &mut Diagnostics::default())?;
    let own = own.map(|project| project.settings.own_edition);
    let mut snapshots = Vec::new();
    for edition in editions {
        let Some(snapshot) = snapshot(root, edition, own == Some(edition), &mut outcome.diagnostics)? else {
            outcome.unknown = Some(edition).filter(|_| !outcome.diagnostics.has_errors());
            return Ok(outcome);
        };
        snapshots.push(snapshot);
    }
    if let [before, after] = snapshots.as_slice() {
        outcome.comparison = Some(assess::compare(before, after));
    }
    Ok(outcome)
}

/// A comparison as pages, in the look and under the name of the project as it stands; none where that has a fault.
///
/// # Errors
/// What the machine failed at; a fault of the author is in `log`.
pub(crate) fn compared(root: &Path, comparison: &Comparison, log: &mut Diagnostics) -> Result<Option<Document>, Error> {
    let run = crate::build(&Request::assessed(project(root, None)), &mut ())?;
    *log = run.diagnostics;
    let Some(mut report) = run.report.filter(|_| !log.has_errors()) else {
        return Ok(None);
    };
    // The templates, the logo and the fonts: what is wrong with them was told above.
    let mut told = Diagnostics::default();
    let Some(own) = config::read(&project(root, None), &mut told)? else {
        return Ok(None);
    };
    let inputs = load::load(&own, &mut told)?;
    report.settings.deliverables = vec![Deliverable::Comparison];
    report.comparison = Some(comparison.clone());
    let sources = render::render(&report, &chart::draw(&report), &inputs, log)?;
    let Some(source) = sources.documents.first().filter(|_| !log.has_errors()) else {
        return Ok(None);
    };
    let document = typeset::typeset(source, log)?;
    if let Some(document) = &document {
        log.extend(inspect::inspect(document)?.diagnostics());
    }
    Ok(document.filter(|_| !log.has_errors()))
}

/// What is known of an edition, of the project as it is or not; none where nothing is, or where the project that should say it has
/// a fault.
fn snapshot(root: &Path, edition: i32, is_own: bool, log: &mut Diagnostics) -> Result<Option<Snapshot>, Error> {
    let manifest = keep::published(&root.join("output").join(edition.to_string()))?;
    let snapshot = |source, published, report| Snapshot {
        edition,
        source,
        is_official: manifest.is_official(),
        published,
        report,
    };
    let archive = root.join(Archive::FOLDER).join(edition.to_string());
    let mut aside = Diagnostics::default();
    for (source, options, is_there) in [
        (
            SnapshotSource::Archive,
            project(&archive, Some(edition)),
            archive.join("data").is_dir(),
        ),
        (SnapshotSource::Project, project(root, None), is_own),
    ] {
        if !is_there {
            continue;
        }
        let run = crate::build(&Request::assessed(options), &mut ())?;
        let sound = !run.diagnostics.has_errors();
        if let Some(report) = run.report.filter(|_| sound) {
            let files = report.data_files(&COMPARED)?;
            return Ok(load::published(&files, &mut aside).map(|published| snapshot(source, published, Some(report))));
        }
        // An archive without the files that it may not hold is no edition to be told again: its data files are.
        if source == SnapshotSource::Project {
            *log = run.diagnostics;
            return Ok(None);
        }
    }
    let files = load::published_files(root, edition, &COMPARED, &mut aside);
    let published = load::published(&files, &mut aside);
    Ok(published.map(|published| snapshot(SnapshotSource::Published, published, None)))
}

fn project(root: &Path, edition: Option<i32>) -> Options {
    Options {
        root: root.to_owned(),
        edition,
    }
}

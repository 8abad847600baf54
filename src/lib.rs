//! Millésime writes the sustainable development report of a French collectivité.
//!
//! The house is an enfilade of rooms: data moves, one reads, and files import each other in the
//! same order. Rooms exchange nouns; only this file and `verbs` speak verbs. `ARCHITECTURE.md` has the drawing.

mod diagnostic;
mod error;
mod french;
mod model;
mod stack;
mod table;
mod form;
mod workbook;
mod printed;

mod config;
mod load;
mod validate;
mod compute;
mod assess;
mod collect;
mod chart;
mod render;
mod typeset;
mod inspect;
mod publish;
mod keep;

mod run;
mod verbs;
mod command;
#[cfg(any(test, fuzzing))]
pub mod doors;

pub use command::main as command_line;
pub use config::{Deliverable, Options};
pub use diagnostic::{Code, Diagnostic, Diagnostics, Severity};
pub use error::Error;
pub use keep::{Road, Writer};
pub use run::{EditionRequest, LastRoom, Outcome, Request, Room, Watch};
pub use typeset::Document;

pub(crate) use verbs::{
    budget, budget_labels, calendar, compare, compared, convert, create, create_collection, follow_collection,
    formats_page, import, keys, read_collection, registered, renew, schemas, survey, tables, undo, upgrade,
    usual_labels, write,
};

use keep::Notice;
use publish::Standing;
use run::EditionOutcome;

/// Walks through the rooms in order and stops at the last one asked for.
///
/// Nothing is published unless every room passed: a fault of the author, in the values or in the texts, stops
/// the walk before `typeset` (before `publish` when the document itself is at fault) and is in
/// [`Outcome::diagnostics`]. Faults of values do not hide those of texts: `render` reads them in the same run.
/// `check` is this function with its last doors closed, never a second path.
///
/// # Errors
/// What the machine failed at: a folder that cannot be written, a defect of the program.
pub fn build(request: &Request, watch: &mut dyn Watch) -> Result<Outcome, Error> {
    let mut outcome = Outcome::default();
    let log = &mut outcome.diagnostics;
    let writes = request.last_room == LastRoom::Keep;
    let home = match writes {
        true => Some(keep::Home::of(&request.project.root, &request.output)?),
        false => None,
    };
    for folder in [&request.project.root, &request.output] {
        outcome.notices.extend(match writes {
            true => keep::resume(folder, &request.writer)?,
            false => keep::waiting(folder)?.into_iter().collect(),
        });
    }

    watch.enter(Room::Config);
    let Some(mut project) = config::read(&request.project, log)? else {
        return Ok(outcome);
    };
    request.narrow(&mut project);
    watch.enter(Room::Load);
    let inputs = load::load(&project, log)?;
    watch.enter(Room::Validate);
    let dataset = validate::validate(&project, &inputs, log);
    let files = [project.files.clone(), inputs.files.clone()].concat();
    watch.enter(Room::Compute);
    let panel = compute::compute(&project, &dataset, log);
    watch.enter(Room::Assess);
    let report = outcome.report.insert(assess::assess(project, &inputs, panel, log));
    let mut archive = None;
    if request.official {
        assess::refuse_unofficial(report, log);
        let made = publish::Archive::of(report, &files, &load::people(&files));
        outcome.withheld.clone_from(&made.withheld);
        archive = Some(made);
    } else {
        let mut aside = log.aside();
        assess::refuse_unofficial(report, &mut aside);
        outcome.refusals = aside.count(Severity::Error);
    }
    if request.stops_after(LastRoom::Assess) {
        return Ok(outcome);
    }

    watch.enter(Room::Chart);
    let figures = chart::draw(report);
    watch.enter(Room::Render);
    let sources = render::render(report, &figures, &inputs, log)?;
    if request.stops_after(LastRoom::Render) || log.has_errors() {
        return Ok(outcome);
    }
    watch.enter(Room::Typeset);
    for document in &sources.documents {
        outcome.documents.extend(typeset::typeset(document, log)?);
    }
    watch.enter(Room::Inspect);
    for document in &outcome.documents {
        let verdict = inspect::inspect(document)?;
        log.extend(verdict.diagnostics());
        outcome.verdicts.push(verdict);
    }
    if request.stops_after(LastRoom::Inspect) || log.has_errors() {
        return Ok(outcome);
    }

    watch.enter(Room::Publish);
    let edition = request.output.join(report.settings.edition.to_string());
    let published = match writes {
        true => keep::published(&edition)?,
        false => publish::Manifest::default(),
    };
    let (standing, former) = request.standing(&report.settings, &published);
    let publication = publish::publish(publish::Request {
        report,
        sources: &sources,
        documents: &outcome.documents,
        verdicts: &outcome.verdicts,
        extent: request.extent(),
        standing,
        former,
        archive,
    })?;
    let Some(home) = home else {
        outcome.publication = Some(publication);
        return Ok(outcome);
    };
    watch.enter(Room::Keep);
    let read = files.iter().map(|file| (&*file.path, &*file.bytes));
    keep::refuse_changed(&request.project.root, read)?;
    // One set where it can be. Elsewhere the archive is first: alone, it says nothing untrue of any edition.
    let (mut changes, archive) = (publication.changes(&home.editions), publication.archive_changes());
    if home.is_in_project() {
        changes.folders.extend(archive.folders);
    } else if !archive.folders.is_empty() {
        let kept = keep::keep(&request.project.root, &archive, &request.writer)?;
        outcome.notices.extend(kept);
    }
    let kept = keep::keep(&home.folder, &changes, &request.writer)?;
    outcome.notices.extend(kept);
    let (project, year) = (&request.project.root, report.settings.edition);
    outcome
        .notices
        .extend(keep::uncompared(project, &request.output, year)?);
    if report.changes.is_some() {
        outcome.compared = Some(keep::published(&project.join("output").join((year - 1).to_string()))?);
    }
    if standing == Standing::Reconstruction {
        let written = request.output.join(&publication.folder);
        outcome.notices.push(match published.is_official() {
            true => Notice::Reconstructed { edition, written },
            false => Notice::Past { edition, written },
        });
    }
    outcome.publication = Some(publication);
    Ok(outcome)
}

/// Compares an edition with its manifest and, where it is asked, with what its archive makes again.
///
/// # Errors
/// What the machine failed at; what differs is in [`EditionOutcome::diagnostics`].
pub(crate) fn verify_edition(request: &EditionRequest, watch: &mut dyn Watch) -> Result<EditionOutcome, Error> {
    let mut outcome = EditionOutcome::default();
    let log = &mut outcome.diagnostics;
    let Some(manifest) = keep::verify(&request.edition, log)? else {
        return Ok(outcome);
    };
    if request.rebuilds
        && let Some(source) = keep::source(&manifest, &request.project, log)?
    {
        let again = build(&request.again(&manifest, &source), watch)?;
        match &again.publication {
            Some(made) => {
                let compared = keep::compare(&request.edition, &manifest, made, inspect::words, log)?;
                outcome.comparison = Some(compared);
            }
            None => outcome.diagnostics = again.diagnostics,
        }
        outcome.source = Some(source);
    }
    outcome.manifest = Some(manifest);
    Ok(outcome)
}

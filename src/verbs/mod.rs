//! The verbs of the commands that walk through one room or two; the whole walk is in `lib.rs`.
//!
//! A room is called here and there, and nowhere else.

mod convert;
mod import;
mod years;

pub(crate) use convert::convert;
pub(crate) use import::import;
pub(crate) use years::{compare, compared, renew};

use crate::collect::Acceptance;
use crate::config::{Beginning, Options, Project, RegisteredMatch};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::error::Error;
use crate::keep::{Notice, Undone, Writer};
use crate::model::{AccountLabels, BudgetDocument, Changes};
use crate::run::{
    CalendarOutcome, CollectOutcome, ComputedCalendar, Created, FollowOutcome, Layout, ReadOutcome, Survey,
    UpgradeOutcome,
};
use crate::validate::Dataset;
use crate::{assess, collect, config, keep, load, validate};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Reads one budget file alone, without a project: the budgets that it holds. One that a project around it declares is read as it says.
///
/// None where the file has a fault, which is in `diagnostics`: a budget read in part would be a wrong budget.
pub(crate) fn budget(file: &Path, diagnostics: &mut Diagnostics) -> Vec<BudgetDocument> {
    declared(file, diagnostics).unwrap_or_else(|| load::load_budget(file, &usual_labels(), diagnostics))
}

/// The budgets of a file of `data/budget/` that its project declares; none of any other file.
fn declared(file: &Path, diagnostics: &mut Diagnostics) -> Option<Vec<BudgetDocument>> {
    let file = std::path::absolute(file).ok()?;
    let folder = file.parent().filter(|folder| folder.ends_with("data/budget"))?;
    let root = folder.parent()?.parent()?.to_owned();
    let path = format!("data/budget/{}", file.file_name()?.to_str()?);
    // What is to be told of the rest of the project is not asked here.
    let mut told = Diagnostics::default();
    let project = config::read(&Options { root, edition: None }, &mut told).ok()??;
    let is_declared = project.settings.budget.files.iter().any(|named| named.path() == path);
    let mut budgets = is_declared.then(|| load::load_budgets(&project, diagnostics))?;
    budgets.retain(|budget| *budget.file == *path);
    Some(budgets)
}

/// The labels of the codes of a budget file: those of the `planDeCompte.xml` that stands beside it.
pub(crate) fn budget_labels(file: &Path, diagnostics: &mut Diagnostics) -> Option<AccountLabels> {
    load::load_labels(file, diagnostics)
}

/// What the program itself calls the codes of a budget, where no plan of accounts stands beside it.
pub(crate) fn usual_labels() -> AccountLabels {
    config::account_labels()
}

/// Plans a budget cycle back from the vote of the budget, that of `rapport.yaml` or another: only the configuration is
/// read, since a cycle is planned before there is any value.
///
/// # Errors
/// What the machine failed at; a fault of the author is in [`CalendarOutcome::diagnostics`].
pub(crate) fn calendar(options: &Options, vote: Option<Date>) -> Result<CalendarOutcome, Error> {
    let mut outcome = CalendarOutcome::default();
    let log = &mut outcome.diagnostics;
    let Some(project) = config::read(options, log)? else {
        return Ok(outcome);
    };
    outcome.computed = assess::back_plan(&project, vote, log).map(|plan| ComputedCalendar {
        settings: project.settings,
        plan,
    });
    Ok(outcome)
}

/// The JSON Schema of each YAML file of a project, by file name, so that editors complete and check it.
pub(crate) fn schemas() -> BTreeMap<String, serde_json::Value> {
    config::schemas()
}

/// The description of every table that authors fill, in Markdown, from the declarations that read them.
pub(crate) fn tables() -> String {
    config::tables()
}

/// The description of every key of every YAML file, in Markdown, from the declarations that read them.
pub(crate) fn keys() -> String {
    config::keys()
}

/// The description of the formats of others that are known by their header, in Markdown.
pub(crate) fn formats_page() -> String {
    config::formats_page()
}

/// The collectivités of the register that a SIREN, a code or words of a name mean.
pub(crate) fn registered(sought: &str) -> RegisteredMatch {
    config::registered(sought)
}

/// Writes a new project, in files or in a workbook, into a folder that does not exist, or that nothing stands in.
///
/// # Errors
/// What the machine failed at, and a folder where something stands.
pub(crate) fn create(folder: &Path, beginning: &Beginning, layout: Layout, writer: &Writer) -> Result<Created, Error> {
    let mut starter = config::starter(beginning);
    if layout == Layout::Workbook {
        convert::in_a_workbook(&mut starter)?;
    }
    let mut created = Created {
        files: starter.files.len(),
        notices: keep::resume(folder, writer)?,
    };
    let finished = |notice: &Notice| matches!(notice, Notice::Finished { .. });
    if !created.notices.iter().any(finished) {
        keep::refuse_occupied(folder)?;
        let kept = keep::keep(folder, &starter, writer)?;
        created.notices.extend(kept);
    }
    Ok(created)
}

/// Writes files below a folder over whatever stands there, for the commands that write what is not a publication.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn write(folder: &Path, files: BTreeMap<String, Vec<u8>>, writer: &Writer) -> Result<Vec<Notice>, Error> {
    keep::keep(folder, &Changes::written(files), writer)
}

/// Brings a project to the format of this program, undoably; a fault of the author is in [`UpgradeOutcome::diagnostics`].
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn upgrade(project: &Path, writer: &Writer) -> Result<UpgradeOutcome, Error> {
    let mut outcome = UpgradeOutcome {
        notices: keep::resume(project, writer)?,
        ..UpgradeOutcome::default()
    };
    let upgrade = config::upgrade(project, &mut outcome.diagnostics)?;
    if let Some(upgrade) = upgrade.filter(|_| !outcome.diagnostics.has_errors()) {
        if !upgrade.changes.files.is_empty() {
            outcome.notices.extend(keep::keep(project, &upgrade.changes, writer)?);
        }
        outcome.upgrade = Some(upgrade);
    }
    Ok(outcome)
}

/// Writes the workbook of each service; `replaces` those that somebody may have filled too.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn create_collection(options: &Options, replaces: bool, writer: &Writer) -> Result<CollectOutcome, Error> {
    let mut outcome = CollectOutcome {
        notices: keep::resume(&options.root, writer)?,
        ..CollectOutcome::default()
    };
    let Some(gathered) = gathered(options, &mut outcome.diagnostics)? else {
        return Ok(outcome);
    };
    let (project, dataset) = gathered;
    let requests = collect::requests(&project, &dataset);
    let standing = load::load_standing(&project.root, &collect::Campaign::of(&project).sent(&requests))?;
    let log = &mut outcome.diagnostics;
    outcome.creation = collect::create(&project, &requests, &standing, replaces, writer.day(), log)?;
    if let Some(creation) = outcome.creation.as_ref().filter(|made| !made.changes.files.is_empty()) {
        outcome
            .notices
            .extend(keep::keep(&options.root, &creation.changes, writer)?);
    }
    Ok(outcome)
}

/// Reads what came back from the services, and merges what is new into the table of the collection.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn read_collection(
    options: &Options,
    files: &[PathBuf],
    acceptance: &Acceptance,
    writer: &Writer,
) -> Result<ReadOutcome, Error> {
    let mut outcome = ReadOutcome {
        notices: keep::resume(&options.root, writer)?,
        ..ReadOutcome::default()
    };
    let log = &mut outcome.diagnostics;
    let Some((project, dataset)) = gathered(options, log)? else {
        return Ok(outcome);
    };
    let requests = collect::requests(&project, &dataset);
    let received = load::load_received(files, log);
    let kept = collect::Campaign::of(&project).kept(received.iter());
    let standing = load::load_standing(&project.root, &kept)?;
    let given = (acceptance, writer.day());
    let Some(mut reading) = collect::Reading::open(&project, &dataset, &requests, &standing, given, log) else {
        return Ok(outcome);
    };
    for file in &received {
        let Some(returned) = reading.returned(file, log) else {
            continue;
        };
        let inputs = load::Inputs {
            tables: returned.values.clone().into_iter().collect(),
            ..load::Inputs::default()
        };
        let mut told = Diagnostics::default();
        let found = validate::validate(&project, &inputs, &mut told);
        let of_file = |fault: &&Diagnostic| fault.place.as_ref().is_some_and(|place| place.file == file.path);
        let faults = told.sorted().into_iter().filter(of_file).cloned().collect();
        let faults = reading.merge(file, returned, &found, faults);
        log.extend(faults);
    }
    let changes = reading.changes()?;
    if !changes.files.is_empty() {
        outcome.notices.extend(keep::keep(&options.root, &changes, writer)?);
    }
    outcome.written = changes.files.into_keys().collect();
    outcome.files = Some(reading.files);
    Ok(outcome)
}

/// Where the collection stands; the reminders are written where they are asked for.
///
/// # Errors
/// What the machine failed at; nothing is changed then.
pub(crate) fn follow_collection(options: &Options, reminds: bool, writer: &Writer) -> Result<FollowOutcome, Error> {
    let mut outcome = FollowOutcome::default();
    let log = &mut outcome.diagnostics;
    let Some((project, dataset)) = gathered(options, log)? else {
        return Ok(outcome);
    };
    let requests = collect::requests(&project, &dataset);
    let files = load::load_standing(&project.root, &collect::Campaign::of(&project).tables())?;
    outcome.standing = collect::standing(&project, &requests, &files, log);
    if let Some(standing) = outcome.standing.as_ref().filter(|_| reminds) {
        let changes = collect::reminders(standing, writer.day())?;
        outcome.notices.extend(keep::resume(&options.root, writer)?);
        outcome.notices.extend(keep::keep(&options.root, &changes, writer)?);
        outcome.written = changes.files.into_keys().collect();
    }
    Ok(outcome)
}

/// The catalogue and what is known of its values; none where the catalogue has a fault.
///
/// What the values have of faults is told, and forbids nothing: a line whose history is at fault is asked all the same.
fn gathered(options: &Options, log: &mut Diagnostics) -> Result<Option<(Project, Dataset)>, Error> {
    let Some(project) = config::read(options, log)? else {
        return Ok(None);
    };
    if log.has_errors() {
        return Ok(None);
    }
    let mut told = Diagnostics::default();
    let inputs = load::load_values(&project, &mut told);
    let dataset = validate::validate(&project, &inputs, &mut told);
    let read = |fault: &&Diagnostic| inputs.tables.iter().any(|table| fault.is_error_of(&table.file));
    log.extend(told.sorted().into_iter().filter(read).cloned());
    Ok(Some((project, dataset)))
}

/// Undoes the last change that a command made in a project; none where none is remembered.
///
/// # Errors
/// What the machine failed at, and the files that somebody changed since: nothing is undone then.
pub(crate) fn undo(folder: &Path, writer: &Writer) -> Result<Option<Undone>, Error> {
    keep::undo(folder, writer)
}

/// Looks at a folder and tries what may be written there, for a help desk; it fails on nothing and leaves nothing behind.
pub(crate) fn survey(project: &Path, temporary: &Path) -> Survey {
    Survey {
        found: config::found(project),
        hold: keep::standing(project),
        rights: [project, &project.join("output"), temporary].map(keep::rights),
        left: [project, temporary].map(keep::room_left),
    }
}

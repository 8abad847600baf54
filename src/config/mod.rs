//! `config`: the YAML of `data/` becomes a [`Project`] in which nothing is left to guess.
//!
//! It reads the disk. It does not read tables or texts (that is `load`), and knows nothing of values.
//!
//! A file goes through three steps: `disk` (bytes), its declaration (keys by kind, read by `form`, from YAML or from the
//! `lines` of a table), then what values mean together. The keys of `rapport.yaml` and of reference files are declared
//! beside what they become; those of the catalogue, the actions and the strategy, whose nouns are of `model`, in `raw`.

mod project;
mod accepted;
mod carried;
mod format;
mod upgrade;
mod renewal;
mod found;
mod deliverable;
mod reading;
mod disk;
mod named_file;
mod pages;
mod raw;
mod lines;
mod settings;
mod columns;
mod conversion;
mod archives;
mod open_data;
mod appearance;
mod keys;
mod map;
mod members;
mod siren;
mod sought;
mod register;
mod registered;
mod calendar;
mod cycle;
mod deliberation;
mod finality;
mod names;
mod mentions;
mod derivation;
mod catalogue;
mod catalogue_files;
mod actions;
mod credits;
mod strategy;
mod budget;
mod fleet;
mod formats_page;
mod reference;
mod schema;
mod tables;
mod one_workbook;
mod workbook;
mod starter;
#[cfg(test)]
mod fixture;

pub use appearance::Appearance;
#[cfg(test)]
pub use appearance::FontSettings;
pub use archives::ArchiveSettings;
pub use budget::{BudgetFile, BudgetSettings, NomenclatureBridge};
pub use calendar::Calendar;
pub use carried::CarriedText;
pub use columns::ColumnTitles;
pub use conversion::{Conversion, WrittenRemark, converted, in_sheets};
pub use deliberation::{Deliberation, GroupVote};
pub use deliverable::Deliverable;
pub use disk::ProjectFile;
pub use fleet::{FleetFile, FleetSettings, FleetType};
pub use format::FORMAT;
pub use formats_page::formats_page;
pub use found::{Found, FoundReport, found};
pub use keys::keys;
pub use map::MapSettings;
pub use one_workbook::VALUES as VALUES_SHEET;
pub use pages::OwnPage;
pub use project::{Options, Project};
pub use reference::{
    ForeignFormat, Formats, ProjectColumns, Proposal, Recognition, Reference, ValueColumns, account_labels,
};
pub use register::{Registered, RegisteredMatch, registered};
pub use renewal::{Renewal, Renewing, renew};
pub use schema::schemas;
pub use settings::{Community, Settings, ValuesFile};
pub use starter::{Beginning, starter};
pub use tables::tables;
pub use upgrade::{Upgrade, upgrade};
pub use workbook::WrittenSheet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::lines::header::absent_everywhere;
use crate::form::reading::unwritten;
use crate::model::{Action, Identifier, Names, Strategy};
use catalogue_files::{Catalogue, read_catalogue};
use disk::{Absence, Disk};
use finality::FinalityTexts;
use names::Known;
use raw::{ActionsFile, StrategyFile};
use settings::ReportFile;
use std::collections::BTreeSet;
use std::path::Path;
use strategy::Surroundings;
#[cfg(test)]
pub(crate) use workbook::left as left_in_a_workbook;
use workbook::{Kept, Workbook};

/// A folder that holds no project.
const NO_PROJECT: Code = Code("M014");

/// Reads what describes a project, in YAML or in a workbook; every fault goes to `diagnostics` and the entries without a fault stay.
///
/// None where `rapport.yaml` itself cannot be understood: no later room could say anything useful.
pub fn read(options: &Options, diagnostics: &mut Diagnostics) -> Result<Option<Project>, Error> {
    let mut disk = Disk::new(&options.root);
    if !disk.exists("data") {
        diagnostics.push(no_project(&options.root));
        return Ok(None);
    }
    if format::is_newer(&disk, diagnostics) {
        return Ok(None);
    }
    let book = match workbook::kept(&mut disk, diagnostics)? {
        Kept::Files => None,
        Kept::Workbook(book) => Some(book),
        Kept::Unknown => return Ok(None),
    };
    let book = book.as_ref();
    let report = match book {
        Some(book) => book.report(diagnostics),
        None => reading::file::<ReportFile>(&mut disk, "data/rapport.yaml", Absence::Fault, diagnostics)?.content,
    };
    let columns = report.as_ref().map_or_else(unwritten, |report| report.columns.clone());
    let has_map = report.as_ref().is_some_and(|report| report.map.is_some());
    let settings = report.and_then(|report| settings::settings(report, options.edition, &disk, diagnostics));
    let kind = settings.as_ref().map(|settings| settings.community.kind);
    let on = settings.as_ref().map(|settings| settings.document_date);
    let texts = book.map_or_else(Vec::new, |book| book.texts(diagnostics));
    let reference = reference::read(&mut disk, texts, kind, on, diagnostics)?;
    let finalities = &reference.finalities;
    let Catalogue {
        followed: catalogue,
        archived,
        written,
    } = read_catalogue(&mut disk, book, &columns.indicators, finalities, diagnostics)?;
    if settings.is_some() {
        map::check_indicators(&catalogue, has_map, diagnostics);
    }
    let kept: BTreeSet<&Identifier> = catalogue
        .iter()
        .chain(&archived)
        .map(|indicator| &indicator.id)
        .collect();
    let refused: BTreeSet<Identifier> = written.iter().filter(|id| !kept.contains(id)).cloned().collect();
    let names = project::names(&catalogue, &archived).and(&refused);
    let Actions {
        all: actions,
        closed,
        written,
    } = read_actions(&mut disk, book, &columns, finalities, &names, diagnostics)?;
    let titles = actions.iter().map(|action| (&action.id, &*action.title));
    let written_actions = Names::of(titles).and(&written);
    let around = Surroundings {
        catalogue: &names,
        actions: actions.iter().map(|action| (&action.id, action)).collect(),
        written_actions: &written_actions,
    };
    let strategy = read_strategy(&mut disk, book, &around, diagnostics)?;
    let (closed, actions) = actions.into_iter().partition(|action| closed.contains(&action.id));
    Ok(settings.map(|settings| Project {
        root: options.root.clone(),
        settings,
        catalogue,
        refused,
        archived,
        strategy,
        actions,
        closed,
        reference,
        files: disk.files,
    }))
}

/// What is told of a folder, by the name it was given: a wrong `--projet` is one fault, not one a file.
fn no_project(root: &Path) -> Diagnostic {
    let given = root.to_string_lossy().replace('\\', "/");
    let place = if given.is_empty() { "." } else { &given };
    let message = format!("« {place} » n’est pas un projet : il n’a pas de dossier « data ».");
    let help =
        "Donnez le dossier qui contient « data » (option --projet) ; « millesime nouveau DOSSIER » crée un projet.";
    Diagnostic::error(NO_PROJECT, Place::file(place), message).help(help)
}

/// What the files of the actions hold.
struct Actions {
    all: Vec<Action>,
    /// Those of which nothing more is to come.
    closed: BTreeSet<Identifier>,
    /// Every identifier written there, those of refused entries too.
    written: BTreeSet<Identifier>,
}

fn read_actions(
    disk: &mut Disk<'_>,
    book: Option<&Workbook>,
    columns: &ColumnTitles,
    finalities: &FinalityTexts,
    catalogue: &Names,
    diagnostics: &mut Diagnostics,
) -> Result<Actions, Error> {
    let mut headers = Vec::new();
    let mut readings = Vec::new();
    match book {
        Some(book) => readings.push(book.actions(&columns.actions, &mut headers, diagnostics)),
        None => {
            let yaml = reading::file::<ActionsFile>(disk, "data/actions.yaml", Absence::Allowed, diagnostics)?;
            readings.push(yaml.map(|file| file.actions));
            for path in lines::EXTENSIONS.map(|extension| format!("data/actions.{extension}")) {
                readings.push(lines::file(disk, &path, &columns.actions, &mut headers, diagnostics)?);
            }
        }
    }
    absent_everywhere(&columns.actions, &headers, "data/actions.csv", diagnostics);
    let written: BTreeSet<Identifier> = readings
        .iter()
        .flat_map(|reading| reading.written.iter().cloned())
        .collect();
    let entries = readings.into_iter().filter_map(|reading| reading.content).flatten();
    let mut known = Known::new();
    let (mut actions, mut closed) = (Vec::new(), BTreeSet::new());
    for raw in entries {
        let is_closed = raw.closed;
        let action = actions::action(raw, finalities, catalogue, &mut known, diagnostics);
        closed.extend(action.iter().filter(|_| is_closed).map(|action| action.id.clone()));
        actions.extend(action);
    }
    let titles: Vec<(Identifier, String)> = actions
        .iter()
        .map(|action| (action.id.clone(), action.title.clone()))
        .collect();
    let names = Names::of(titles.iter().map(|(id, title)| (id, title.as_str()))).and(&written);
    credits::read_tables(disk, book, &columns.credits, &mut actions, &names, diagnostics)?;
    Ok(Actions {
        all: actions,
        closed,
        written,
    })
}

/// The strategy of `strategie.yaml`; none without the file.
fn read_strategy(
    disk: &mut Disk<'_>,
    book: Option<&Workbook>,
    around: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Strategy>, Error> {
    let file = match book {
        Some(book) => book.strategy(diagnostics),
        None => reading::file::<StrategyFile>(disk, strategy::PATH, Absence::Allowed, diagnostics)?.content,
    };
    Ok(file.map(|raw| strategy::strategy(raw, around, diagnostics)))
}

#[cfg(test)]
mod tests;

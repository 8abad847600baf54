//! The next year of a project: what `reconduire` changes in `rapport.yaml` and in `actions.yaml`, every remark kept.
//!
//! The years move on, what was of last year’s session goes, the dates of the calendar are proposed and not written, actions
//! that ended are closed, texts are listed to be read again. It judges nothing: who calls it says which actions and texts.

mod calendar;
mod cells;

use super::disk::{Absence, Disk};
use super::format::PATH;
use super::workbook::{Kept, kept};
use super::{CarriedText, Settings};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::document::{self, Node, Shape};
use crate::form::edit::{Edit, edited, path};
use crate::model::{Action, CalendarStep, Changes, FileChange, Fingerprint, Former, Undo};
use jiff::ToSpan;
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

/// A project that cannot be carried to another edition.
const NOT_RENEWED: Code = Code("M093");
const ACTIONS: &str = "data/actions.yaml";
/// The key of the texts to be read again.
const CARRIED: &str = "textes_a_relire";

/// What of the délibération is of one session only.
const OF_A_SESSION: [&str; 14] = [
    "numero",
    "seance",
    "convocation",
    "secretaire",
    "presents",
    "pouvoirs",
    "absents",
    "noms_presents",
    "noms_pouvoirs",
    "noms_absents",
    "votants",
    "votes",
    "prefecture",
    "url",
];

/// What is to be made of a project.
pub struct Renewing<'a> {
    /// The settings as they stand.
    pub settings: &'a Settings,
    pub edition: i32,
    /// The days that are proposed.
    pub calendar: Vec<(CalendarStep, Date)>,
    pub closed: Vec<&'a Action>,
    pub carried: Vec<CarriedText>,
}

/// A project carried to another edition.
pub struct Renewal {
    pub changes: Changes,
    /// The four keys of the years, each with what it was and what it is.
    pub keys: Vec<(&'static str, String, String)>,
    /// The titles of the actions that are closed.
    pub closed: Vec<String>,
    /// The actions that their file does not let be closed, and where they stand.
    pub left: Vec<(String, Place)>,
}

/// What carries a project to another edition; none once the fault was pushed.
pub fn renew(root: &Path, asked: &Renewing<'_>, diagnostics: &mut Diagnostics) -> Result<Option<Renewal>, Error> {
    let (settings, to) = (asked.settings, asked.edition);
    let from = settings.own_edition;
    if to <= from {
        let message =
            format!("Ce projet est déjà à l’édition {from} : il ne se reconduit que vers une édition suivante.");
        let help = format!(
            "Donnez l’année de l’édition à ouvrir : « millesime reconduire {} ».",
            from + 1
        );
        diagnostics.push(Diagnostic::error(NOT_RENEWED, Place::file(PATH), message).help(help));
        return Ok(None);
    }
    let mut disk = Disk::new(root);
    let keys = keys(settings, to - from);
    match kept(&mut disk, diagnostics)? {
        Kept::Files => {}
        Kept::Unknown => return Ok(None),
        Kept::Workbook(book) => return Ok(cells::renewed(&book, &disk, asked, keys, diagnostics)),
    }
    let mut renewal = Renewal::of(keys);
    let Some(file) = Written::read(&mut disk, PATH, diagnostics)? else {
        return Ok(None);
    };
    let Some(report) = file
        .root
        .as_ref()
        .and_then(|root| report(&file, root, asked, &renewal.keys))
    else {
        let message = format!(
            "« {PATH} » ne peut être modifié sans risque : ses clés ne sont pas chacune au début d’une ligne, ou une valeur y tient plusieurs lignes."
        );
        let keys: Vec<String> = renewal
            .keys
            .iter()
            .map(|(key, _, to)| format!("« {key}: {to} »"))
            .collect();
        let help = format!(
            "Écrivez vous-même {}, et les dates du nouveau calendrier.",
            crate::french::list(&keys)
        );
        diagnostics.push(Diagnostic::error(NOT_RENEWED, Place::file(PATH), message).help(help));
        return Ok(None);
    };
    renewal.changes.files.insert(PATH.to_owned(), file.changed(&report));
    renewal.close(&mut disk, &asked.closed, diagnostics)?;
    Ok(Some(renewal))
}

/// The keys of the years, moved on.
fn keys(settings: &Settings, years: i32) -> Vec<(&'static str, String, String)> {
    let of = |key, year: i32| (key, year.to_string(), (year + years).to_string());
    let document = settings.document_date;
    let moved = document.checked_add(i64::from(years).years()).unwrap_or(document);
    // Those of `--edition` are not those of the file.
    let back = settings.edition - settings.own_edition;
    vec![
        of("edition", settings.own_edition),
        of("exercice_budget", settings.budget_year - back),
        of("annee_donnees", settings.data_year - back),
        ("date_document", document.to_string(), moved.to_string()),
    ]
}

/// `rapport.yaml` of the new edition; none where its layout is not known.
fn report(
    file: &Written,
    root: &Node,
    asked: &Renewing<'_>,
    keys: &[(&'static str, String, String)],
) -> Option<String> {
    let mut edits = moved(root, asked, keys);
    let listed = root.get(CARRIED);
    edits.extend(listed.map(|_| Edit::Remove(path([CARRIED]), None)));
    edits.extend(carried(&asked.carried, asked.settings.own_edition).map(Edit::Append));
    let text = edited(&file.path, &file.text, &edits)?;
    calendar::proposed(&file.path, &text, &asked.calendar)
}

/// What moves on and what goes of a report, wherever it is written: the years, and what was of one session.
fn moved(root: &Node, asked: &Renewing<'_>, keys: &[(&'static str, String, String)]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = keys
        .iter()
        .map(|(key, _, to)| Edit::Set(path([*key]), to.clone()))
        .collect();
    if let Some(act) = root.get("deliberation") {
        let past = OF_A_SESSION.iter().filter(|key| act.get(key).is_some());
        edits.extend(past.map(|key| Edit::Remove(path(["deliberation", key]), None)));
        let commission = act.get("commission").and_then(|commission| commission.get("date"));
        edits.extend(commission.map(|_| Edit::Remove(path(["deliberation", "commission", "date"]), None)));
        let year = act
            .get("budget")
            .and_then(|budget| budget.get("annee"))
            .and_then(Node::text);
        let year = year.and_then(|year| year.trim().parse::<i32>().ok());
        let years = asked.edition - asked.settings.own_edition;
        edits.extend(year.map(|year| Edit::Set(path(["deliberation", "budget", "annee"]), (year + years).to_string())));
    }
    edits
}

/// The lines that list the texts to be read again; none where there is none.
fn carried(texts: &[CarriedText], from: i32) -> Option<String> {
    let line = |text: &CarriedText| format!("  - {{texte: {}, empreinte: \"{}\"}}\n", text.name, text.fingerprint);
    let lines: String = texts.iter().map(line).collect();
    let remarks = format!(
        "\n{CARRIED}:\n  # Repris de l’édition {from}. Un texte que vous modifiez n’est plus à relire ; s’il convient tel quel, retirez sa ligne.\n"
    );
    (!texts.is_empty()).then(|| remarks + &lines)
}

impl Renewal {
    /// One that changes nothing yet.
    fn of(keys: Vec<(&'static str, String, String)>) -> Self {
        Renewal {
            changes: Changes {
                undo: Undo::Kept,
                ..Changes::default()
            },
            keys,
            closed: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Closes actions where their file lets it be done; the others are left to their author.
    fn close(&mut self, disk: &mut Disk<'_>, closed: &[&Action], diagnostics: &mut Diagnostics) -> Result<(), Error> {
        let (here, elsewhere): (Vec<&Action>, Vec<&Action>) =
            closed.iter().partition(|action| &*action.place.file == ACTIONS);
        let left = |action: &&Action| (action.title.clone(), action.place.clone());
        self.left.extend(elsewhere.iter().map(left));
        if here.is_empty() {
            return Ok(());
        }
        let Some(file) = Written::read(disk, ACTIONS, diagnostics)? else {
            return Ok(());
        };
        let edits: Option<Vec<Edit>> = here.iter().map(|action| closing(file.root.as_ref()?, action)).collect();
        match edits.and_then(|edits| edited(&file.path, &file.text, &edits)) {
            Some(text) => {
                self.changes.files.insert(ACTIONS.to_owned(), file.changed(&text));
                self.closed.extend(here.iter().map(|action| action.title.clone()));
            }
            None => self.left.extend(here.iter().map(left)),
        }
        Ok(())
    }
}

/// What closes an action in its file.
fn closing(root: &Node, action: &Action) -> Option<Edit> {
    let Shape::List(entries) = &root.get("actions")?.shape else {
        return None;
    };
    let rank = entries.iter().position(|entry| entry.place == action.place)?;
    let of = |key: &str| path(["actions", &rank.to_string(), key]);
    Some(match entries[rank].get("archive") {
        Some(_) => Edit::Set(of("archive"), "true".to_owned()),
        None => Edit::Add(of("etat"), "archive", "true".to_owned()),
    })
}

/// A file of the project, as it stands.
struct Written {
    path: Arc<str>,
    bytes: Arc<[u8]>,
    text: Arc<str>,
    root: Option<Node>,
}

impl Written {
    fn read(disk: &mut Disk<'_>, path: &str, diagnostics: &mut Diagnostics) -> Result<Option<Self>, Error> {
        let Some(bytes) = disk.bytes(path, Absence::Fault, diagnostics)? else {
            return Ok(None);
        };
        let Some(text) = disk.text(path, Absence::Fault, diagnostics)? else {
            return Ok(None);
        };
        let path = Arc::from(path);
        let root = document::parse(&path, &text, diagnostics).root;
        Ok(Some(Written {
            path,
            bytes,
            text,
            root,
        }))
    }

    /// The change to another text; what stands before the text is its byte order mark.
    fn changed(&self, text: &str) -> FileChange {
        let mark = &self.bytes[..self.bytes.len() - self.text.len()];
        FileChange {
            former: Former::Content(Fingerprint::of(&self.bytes)),
            content: Some([mark, text.as_bytes()].concat().into()),
        }
    }
}

#[cfg(test)]
mod tests;

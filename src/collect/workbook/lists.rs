//! The last sheet: the words that lists offer, and by what the workbook is known again.

use crate::collect::campaign::Campaign;
use crate::collect::noun::ServiceRequest;
use crate::model::{ActionState, Fingerprint, ObservationStatus};
use crate::workbook::{Head, Look, Naming, height, page, table};
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(super) const NAME: &str = "Listes et repères";

/// What may stand in the place of a number.
pub(super) const ABSENCES: [(&str, &str); 3] = [
    ("n.d.", "La valeur n’est pas connue, ou pas encore."),
    ("secret", "La valeur est connue et ne peut être publiée."),
    (
        "sans objet",
        "Il n’y a rien à mesurer : le site est fermé, ou n’est pas encore ouvert.",
    ),
];
const STATUSES: [(ObservationStatus, &str); 5] = [
    (
        ObservationStatus::Final,
        "La valeur ne changera plus. Une case vide dit la même chose.",
    ),
    (
        ObservationStatus::Provisional,
        "La valeur sera remplacée par une autre, mieux connue.",
    ),
    (
        ObservationStatus::Estimated,
        "La valeur est calculée, et non mesurée ; dites comment en commentaire.",
    ),
    (ObservationStatus::Secret, "La valeur ne peut être publiée."),
    (
        ObservationStatus::Break,
        "La façon de mesurer a changé : la valeur ne se compare pas aux précédentes.",
    ),
];
const STATES: [ActionState; 4] = [
    ActionState::Planned,
    ActionState::Ongoing,
    ActionState::Done,
    ActionState::Suspended,
];

/// By what the workbook is known again, beside the value.
pub(in crate::collect) const EDITION: &str = "Édition";
pub(in crate::collect) const YEAR: &str = "Année à remplir";
pub(in crate::collect) const SERVICE: &str = "Service";
pub(in crate::collect) const CATALOGUE: &str = "Empreinte du catalogue";

/// The rows of each table, from 0: a title, the head, the words.
const ABSENCE_HEAD: u32 = 2;
const STATUS_HEAD: u32 = ABSENCE_HEAD + ABSENCES.len() as u32 + 3;
const STATE_HEAD: u32 = STATUS_HEAD + STATUSES.len() as u32 + 3;
const MARK_HEAD: u32 = STATE_HEAD + STATES.len() as u32 + 3;

/// The range of the words of a list, as formulas of the other sheets name it.
pub(super) enum List {
    Absences,
    Statuses,
    States,
}

impl List {
    pub fn range(self) -> String {
        let (head, words) = match self {
            List::Absences => (ABSENCE_HEAD, ABSENCES.len()),
            List::Statuses => (STATUS_HEAD, STATUSES.len()),
            List::States => (STATE_HEAD, STATES.len()),
        };
        format!("'{NAME}'!$A${}:$A${}", head + 2, head as usize + 1 + words)
    }
}

/// What the catalogue says of what is asked: another one no longer asks the same.
pub(in crate::collect) fn fingerprint(request: &ServiceRequest) -> String {
    let mut told = String::new();
    for line in &request.lines {
        let indicator = &line.indicator;
        let parts: Vec<&str> = line.breakdown.values().map(String::as_str).collect();
        let cells = [
            indicator.id.as_str(),
            &indicator.title,
            &indicator.unit,
            &indicator.definition,
        ];
        told += &format!("{}\u{1f}{}\u{1e}", cells.join("\u{1f}"), parts.join("\u{1f}"));
    }
    Fingerprint::of(told.as_bytes()).to_string()[..16].to_owned()
}

pub(super) fn sheet(
    sheet: &mut Worksheet,
    request: &ServiceRequest,
    campaign: &Campaign,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?;
    page(sheet);
    sheet.write_with_format(0, 0, NAME, &look.title)?;
    sheet.set_row_height(0, 28)?;
    let absences: Vec<[String; 2]> = ABSENCES.iter().map(|(word, told)| pair(word, told)).collect();
    list(
        sheet,
        ABSENCE_HEAD,
        ("Absences", "À la place d’un nombre"),
        &absences,
        look,
    )?;
    let statuses: Vec<[String; 2]> = STATUSES.iter().map(|(word, told)| pair(word.key(), told)).collect();
    list(sheet, STATUS_HEAD, ("Statuts", "Statut d’une valeur"), &statuses, look)?;
    let states: Vec<[String; 2]> = STATES.iter().map(|state| pair(state.label(), "")).collect();
    list(sheet, STATE_HEAD, ("Etats", "État d’une action"), &states, look)?;
    let marks = [
        pair(EDITION, &campaign.edition.to_string()),
        pair(YEAR, &campaign.year.to_string()),
        pair(SERVICE, request.label()),
        pair(CATALOGUE, &fingerprint(request)),
    ];
    list(
        sheet,
        MARK_HEAD,
        ("Reperes", "Repères de ce classeur, à ne pas changer"),
        &marks,
        look,
    )
}

fn pair(word: &str, told: &str) -> [String; 2] {
    [word.to_owned(), told.to_owned()]
}

fn list(
    sheet: &mut Worksheet,
    head: u32,
    (name, title): (&str, &str),
    rows: &[[String; 2]],
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.write_with_format(head - 1, 0, title, &look.lead)?;
    sheet.set_row_height(head - 1, 24)?;
    let heads = [Head::given("mot", 28.0), Head::given("sens", 90.0)];
    table(sheet, &Naming { name, told: title }, head, &heads, rows.len(), look)?;
    for (row, cells) in (head + 1..).zip(rows) {
        height(sheet, row, [(cells[1].as_str(), 90.0)])?;
        for (column, text) in (0..).zip(cells) {
            let text = match text.is_empty() {
                // A cell of a table that says nothing says it.
                true => "–",
                false => text,
            };
            sheet.write_with_format(row, column, text, &look.given)?;
        }
    }
    Ok(())
}

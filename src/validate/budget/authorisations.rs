//! The table of multi-year authorisations: one line an authorisation and an action, the years as columns or as lines.
//!
//! Whether an authorisation adds up is seen by `compute`; here each cell gets its meaning.

use super::authorisation_columns::{Columns, Payment};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::number::money;
use crate::french;
use crate::load::{Cell, Content, Table};
use crate::model::{Action, Authorisation, AuthorisationKind, Identifier, Money, ObservationStatus};
use std::collections::BTreeMap;

/// An authorisation names an action that is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M222");
/// A cell of the table is not an amount, or a needed one is empty.
const AMOUNT: Code = Code("M223");
/// The same authorisation and action twice, with different amounts voted or the same year.
const TWICE: Code = Code("M224");
/// The kind of an authorisation is neither AP nor AE, or a word of its line is unknown.
const WORD: Code = Code("M225");

/// The authorisations of every table, in the order of the lines; a line at fault is told and left out.
pub(in crate::validate) fn read(
    tables: &[Table],
    actions: &[Action],
    example: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Authorisation> {
    let mut read: Vec<Authorisation> = Vec::new();
    for table in tables {
        let Some(columns) = Columns::of(table, diagnostics) else {
            continue;
        };
        for cells in &table.rows {
            let row = Row {
                columns: &columns,
                cells,
            };
            let Some(authorisation) = authorisation(&row, actions, example, diagnostics) else {
                continue;
            };
            match read.iter_mut().find(|known| same(known, &authorisation)) {
                Some(known) => join(known, authorisation, columns.long(), diagnostics),
                None => read.push(authorisation),
            }
        }
    }
    read
}

/// One line of the table.
struct Row<'a> {
    columns: &'a Columns,
    cells: &'a [Cell],
}

impl Row<'_> {
    fn text(&self, index: Option<usize>) -> String {
        let cell = index.and_then(|index| self.cells.get(index));
        cell.map(|cell| cell.content.display().trim().to_owned())
            .unwrap_or_default()
    }

    fn place(&self, index: Option<usize>) -> Option<Place> {
        let cell = index.and_then(|index| self.cells.get(index));
        cell.or(self.cells.first()).map(|cell| cell.place.clone())
    }

    fn amount(&self, index: usize, diagnostics: &mut Diagnostics) -> Result<Option<Money>, Refused> {
        let text = self.text(Some(index));
        money(&text).map_err(|reason| {
            let message = format!("« {text} » n’est pas un montant : {reason}.");
            diagnostics.push(
                Diagnostic::error(AMOUNT, self.place(Some(index)), message)
                    .help("Écrivez des euros et des centimes (1 234,50) ; laissez la case vide si rien n’est payé ni prévu.")
                    .raw(&text),
            );
            Refused
        })
    }
}

/// The fault was pushed.
struct Refused;

fn authorisation(row: &Row, actions: &[Action], example: bool, diagnostics: &mut Diagnostics) -> Option<Authorisation> {
    let columns = row.columns;
    if row.cells.iter().all(|cell| cell.content == Content::Empty) {
        return None;
    }
    let action = action(row, actions, diagnostics);
    let kind = kind(row, diagnostics);
    let status = status(row, diagnostics);
    let voted = row.amount(columns.voted, diagnostics);
    let code = row.text(Some(columns.code));
    if code.is_empty() {
        diagnostics.push(
            Diagnostic::error(
                WORD,
                row.place(Some(columns.code)),
                "La ligne n’a pas de numéro d’autorisation.",
            )
            .help("Écrivez le numéro de l’autorisation ; une ligne de total se retire du tableau."),
        );
        return None;
    }
    let (mut paid, mut planned) = (BTreeMap::new(), BTreeMap::new());
    for (index, payment, year) in columns.payments(&row.text(columns.year), row.place(columns.year), diagnostics) {
        if let Some(money) = row.amount(index, diagnostics).ok()? {
            match payment {
                Payment::Paid => paid.insert(year, money),
                Payment::Planned => planned.insert(year, money),
            };
        }
    }
    Some(Authorisation {
        place: row.place(Some(columns.code))?,
        title: row.text(columns.title),
        code,
        kind: kind?,
        action: action?,
        voted: match voted.ok()? {
            Some(voted) => voted,
            // In the long form, the amount voted may be written once.
            None if columns.long() => Money::ZERO,
            None => {
                let message = "Le montant voté de l’autorisation manque.";
                diagnostics.push(
                    Diagnostic::error(AMOUNT, row.place(Some(columns.voted)), message)
                        .help("Écrivez le montant voté, pour toutes les années ensemble."),
                );
                return None;
            }
        },
        paid,
        planned,
        example: example || status?,
    })
}

fn action(row: &Row, actions: &[Action], diagnostics: &mut Diagnostics) -> Option<Identifier> {
    let name = row.text(Some(row.columns.action));
    let found = actions.iter().find(|action| action.id.as_str() == name);
    if found.is_none() {
        let ids: Vec<&str> = actions.iter().map(|action| action.id.as_str()).collect();
        let message = match name.as_str() {
            "" => "La ligne ne dit pas quelle action l’autorisation finance.".to_owned(),
            name => format!("L’action « {name} » n’est pas dans actions.yaml."),
        };
        diagnostics.push(
            Diagnostic::error(UNKNOWN_ACTION, row.place(Some(row.columns.action)), message)
                .help(french::suggestion(&name, &ids))
                .raw(&name),
        );
    }
    found.map(|action| action.id.clone())
}

fn kind(row: &Row, diagnostics: &mut Diagnostics) -> Option<AuthorisationKind> {
    let text = row.text(row.columns.kind);
    match french::folded(&text).as_str() {
        "" if row.columns.kind.is_none() => Some(AuthorisationKind::Programme),
        "ap" | "ap/cp" | "autorisation de programme" => Some(AuthorisationKind::Programme),
        "ae" | "ae/cp" | "autorisation d'engagement" => Some(AuthorisationKind::Engagement),
        _ => {
            let message = format!("Le type de l’autorisation est « {text} » (attendu : AP ou AE).");
            diagnostics.push(
                Diagnostic::error(WORD, row.place(row.columns.kind), message)
                    .help("Écrivez AP pour une autorisation de programme, AE pour une autorisation d’engagement.")
                    .raw(&text),
            );
            None
        }
    }
}

/// Whether the line is marked `exemple`; none where its mark is no such word.
fn status(row: &Row, diagnostics: &mut Diagnostics) -> Option<bool> {
    let text = row.text(row.columns.status);
    match french::folded(&text).as_str() {
        "" => Some(false),
        word if word == ObservationStatus::Example.key() => Some(true),
        _ => {
            let message = format!("Le statut de l’autorisation est « {text} » : seul « exemple » est attendu ici.");
            diagnostics.push(
                Diagnostic::error(WORD, row.place(row.columns.status), message)
                    .help("Laissez la case vide, ou écrivez « exemple » pour des montants inventés.")
                    .raw(&text),
            );
            None
        }
    }
}

fn same(left: &Authorisation, right: &Authorisation) -> bool {
    left.code == right.code && left.action == right.action
}

/// The years of another line of the same authorisation and action.
fn join(known: &mut Authorisation, other: Authorisation, long: bool, diagnostics: &mut Diagnostics) {
    let repeated =
        |known: &BTreeMap<i32, Money>, other: &BTreeMap<i32, Money>| other.keys().any(|year| known.contains_key(year));
    let (left, right) = (known.voted, other.voted);
    let voted = left == right || left == Money::ZERO || right == Money::ZERO;
    if !long || !voted || repeated(&known.paid, &other.paid) || repeated(&known.planned, &other.planned) {
        let message = format!(
            "L’autorisation « {} » de l’action « {} » est déjà écrite ({}).",
            other.code, other.action, known.place
        );
        diagnostics.push(
            Diagnostic::error(TWICE, other.place, message)
                .help("Gardez une ligne par autorisation et par action ; dans un tableau qui a une colonne « annee », une ligne par année, avec le même montant voté.")
                .raw(&other.code),
        );
        return;
    }
    known.voted = if left == Money::ZERO { right } else { left };
    known.paid.extend(other.paid);
    known.planned.extend(other.planned);
    known.example |= other.example;
}

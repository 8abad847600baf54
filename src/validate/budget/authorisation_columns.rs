//! The header of a table of authorisations: `paye 2024` and `prevu 2027` in columns, or `annee`, `paye` and `prevu`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::load::Table;

/// A column without which the table means nothing is not there.
const MISSING: Code = Code("M221");
/// A header, or a cell of the column `annee`, is not understood.
const HEADER: Code = Code("M226");

/// Where each column is.
pub(super) struct Columns {
    pub code: usize,
    pub action: usize,
    pub voted: usize,
    pub title: Option<usize>,
    pub kind: Option<usize>,
    pub status: Option<usize>,
    /// The column of the year, in the long form.
    pub year: Option<usize>,
    /// The columns of payments; with their year in the wide form.
    amounts: Vec<(usize, Payment, Option<i32>)>,
}

/// What a column of payments holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Payment {
    Paid,
    Planned,
}

impl Columns {
    /// The columns of a table; none once a fault was pushed.
    pub fn of(table: &Table, diagnostics: &mut Diagnostics) -> Option<Self> {
        let names: Vec<String> = table
            .header
            .iter()
            .map(|cell| french::folded(&cell.content.display()))
            .collect();
        let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let (code, action) = (find(&["autorisation", "numero"]), find(&["action"]));
        let voted = find(&["vote", "montant vote"]);
        let year = find(&["annee", "exercice"]);
        let (title, kind, status) = (find(&["libelle", "titre"]), find(&["type"]), find(&["statut"]));
        let named = [code, action, voted, year, title, kind, status];
        let mut amounts = Vec::new();
        for (index, name) in names.iter().enumerate() {
            if name.is_empty() || named.contains(&Some(index)) {
                continue;
            }
            match payment(name, year.is_some()) {
                Some((payment, year)) => amounts.push((index, payment, year)),
                None => diagnostics.push(unknown(table, index)),
            }
        }
        let needed = [("autorisation", code), ("action", action), ("vote", voted)];
        let mut missing: Vec<&str> = needed
            .iter()
            .filter(|(_, index)| index.is_none())
            .map(|(name, _)| *name)
            .collect();
        if amounts.is_empty() {
            missing.push(if year.is_some() { "paye" } else { "paye 2025" });
        }
        if !missing.is_empty() {
            diagnostics.push(lacking(table, &missing));
        }
        let complete = missing.is_empty();
        complete.then_some(Columns {
            code: code?,
            action: action?,
            voted: voted?,
            title,
            kind,
            status,
            year,
            amounts,
        })
    }

    /// Whether a line is one year.
    pub fn long(&self) -> bool {
        self.year.is_some()
    }

    /// The columns of payments of a line, each with its year; `written` is the year of the line in the long form.
    pub fn payments(
        &self,
        written: &str,
        place: Option<Place>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(usize, Payment, i32)> {
        let own = year(written);
        if self.long() && own.is_none() {
            let message = format!("« {written} » n’est pas une année.");
            diagnostics.push(
                Diagnostic::error(HEADER, place, message)
                    .help("Écrivez l’année des crédits de paiement de la ligne, en quatre chiffres.")
                    .raw(written),
            );
        }
        let columns = self.amounts.iter();
        columns
            .filter_map(|(index, payment, year)| Some((*index, *payment, year.or(own)?)))
            .collect()
    }
}

/// `paye 2024`, `prevu 2027` in the wide form; `paye`, `prevu` in the long one.
fn payment(name: &str, long: bool) -> Option<(Payment, Option<i32>)> {
    let (word, rest) = name.split_once([' ', '_', '-']).unwrap_or((name, ""));
    let payment = match word {
        "paye" | "payes" | "mandate" => Payment::Paid,
        "prevu" | "prevus" | "previsionnel" => Payment::Planned,
        _ => return None,
    };
    match long {
        true => rest.is_empty().then_some((payment, None)),
        false => year(rest).map(|year| (payment, Some(year))),
    }
}

fn year(text: &str) -> Option<i32> {
    text.trim().parse().ok().filter(|year| (1990..=2100).contains(year))
}

fn unknown(table: &Table, index: usize) -> Diagnostic {
    let header = table.header[index].content.display();
    let message = format!("La colonne « {header} » du tableau des autorisations n’est pas comprise.");
    Diagnostic::error(HEADER, table.header[index].place.clone(), message)
        .help("Les colonnes sont : autorisation, libelle, type, action, vote, statut, puis « paye 2025 », « prevu 2027 »… (ou annee, paye et prevu).")
        .raw(header)
}

fn lacking(table: &Table, missing: &[&str]) -> Diagnostic {
    let names: Vec<String> = missing.iter().map(|name| format!("« {name} »")).collect();
    let message = match missing.len() {
        1 => format!("Il manque la colonne {} au tableau des autorisations.", names[0]),
        _ => format!(
            "Il manque les colonnes {} au tableau des autorisations.",
            french::list(&names)
        ),
    };
    Diagnostic::error(MISSING, table.header.first().map(|cell| cell.place.clone()), message)
        .help("L’en-tête est : autorisation ; libelle ; type ; action ; vote ; paye 2025 ; prevu 2026… ; une ligne par autorisation et par action.")
}

//! Columns of amounts that nothing reads in a plain table: those of another year, most often. Each is told with what reads it.

use super::super::{Cell, Content, Table};
use super::columns::Columns;
use super::faults::Faults;
use crate::config::BudgetFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::lines::column::same;
use crate::form::number::money;
use crate::french::{folded, quoted};

/// A column of amounts is not read.
const UNREAD: Code = Code("M190");

/// Words of the title of a column of amounts, with the key that reads it and the role of its file.
const AMOUNTS: [(&str, &str, &str); 14] = [
    ("propos", "propose", "projet"),
    ("projet", "propose", "projet"),
    ("realis", "realise", "ca"),
    ("mandat", "realise", "ca"),
    ("ouvert", "ouvert", "ca"),
    ("reste", "reste", "ca"),
    ("report", "report", "bp"),
    ("vot", "vote", "bp"),
    ("prev", "vote", "bp"),
    ("montant", "vote", "bp"),
    ("credit", "vote", "bp"),
    ("depense", "vote", "bp"),
    ("recette", "vote", "bp"),
    ("bp", "vote", "bp"),
];
/// Words of the title of a column of codes, whose numbers are no amounts.
const CODES: [&str; 9] = [
    "code", "n°", "numero", "siret", "compte", "nature", "fonction", "chapitre", "tiers",
];

/// Tells the columns of amounts that no entry of `rapport.yaml` reads; `entries` are those of this file.
pub(super) fn check(
    table: &Table,
    columns: &Columns,
    entry: &BudgetFile,
    entries: &[&BudgetFile],
    faults: &mut Faults,
) {
    for (index, cell) in table.header.iter().enumerate() {
        let title = cell.content.display();
        let named = |entry: &&BudgetFile| entry.columns.values().any(|given| same(&given.value, &title));
        if columns.reads(index) || entries.iter().any(named) || !holds_amounts(table, index, &folded(&title)) {
            continue;
        }
        let message = format!(
            "La colonne {} porte des montants que rien ne lit.",
            quoted(title.trim())
        );
        let told = Diagnostic::warning(UNREAD, cell.place.clone(), message).help(help(title.trim(), entry));
        faults.warn(told.raw(&*title));
    }
}

/// What reads the column: a second entry where its title says another year, a key of this one otherwise.
fn help(title: &str, entry: &BudgetFile) -> String {
    let plain = folded(title);
    let known = AMOUNTS.iter().find(|(word, ..)| plain.contains(word));
    let (key, role) = known.map_or(("vote", "bp"), |(_, key, role)| (key, role));
    let other = year_in(title).filter(|year| entry.year.as_ref().is_some_and(|said| said.value != *year));
    let side = ["depense", "recette"].into_iter().find(|word| plain.contains(word));
    let gesture = match other {
        // One column a side: read as « vote » beside a « sens », the revenue would be an expense.
        None if side.is_some() => format!(
            "Pour la lire, dites sous « colonnes » de ce fichier, dans rapport.yaml, les deux titres, « depenses: … » et « recettes: … », à la place de « {key} » et de « sens »."
        ),
        Some(year) => format!(
            "Pour la lire, nommez le fichier une seconde fois sous « budget: fichiers » de rapport.yaml : « fichier: {} », « role: {role} », « exercice: {year} », et sous « colonnes » les mêmes titres, sauf celui du montant, « {key}: {title} ».",
            entry.file.value
        ),
        None => format!("Pour la lire, ajoutez « {key}: {title} » sous « colonnes » de ce fichier, dans rapport.yaml."),
    };
    format!("{gesture} Sinon, retirez-la, ou acceptez l’avertissement avec sa raison (avertissements_acceptes).")
}

/// Whether most of what stands under a title is an amount: the title says so, or cents do.
fn holds_amounts(table: &Table, index: usize, title: &str) -> bool {
    // Titles first: a budget has a million rows.
    if title.is_empty() || CODES.iter().any(|word| title.contains(word)) {
        return false;
    }
    let is_said = year_in(title).is_some() || AMOUNTS.iter().any(|(word, ..)| title.contains(word));
    let cells = || table.rows.iter().filter_map(|row| row.get(index));
    let written = cells().filter(|cell| cell.content != Content::Empty).count();
    let amounts = cells().filter(|cell| is_amount(cell)).count();
    let cents = || cells().any(|cell| is_amount(cell) && cell.content.display().contains(','));
    amounts * 2 > written && (is_said || cents())
}

fn is_amount(cell: &Cell) -> bool {
    match &cell.content {
        Content::Number { value, percent } => !percent && value.is_finite(),
        Content::Text(text) => matches!(money(text), Ok(Some(_))),
        Content::Empty => false,
    }
}

/// The year that a title names.
fn year_in(title: &str) -> Option<i32> {
    let words = title.split(|letter: char| !letter.is_ascii_digit());
    let mut years = words
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok());
    years.find(|year| (1990..2100).contains(year))
}

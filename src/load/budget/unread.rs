//! Columns of amounts that nothing reads in a plain table: those of another year, most often. Each is told with what reads it.

use super::super::{Cell, Content, Table};
use super::columns::Columns;
use super::faults::Faults;
use super::plain_line::AMOUNTS as NAMES;
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

/// Tells the columns of amounts that no entry of `rapport.yaml` reads; `entries` are those of this file, and `unused` the
/// keys of which this one reads nothing.
pub(super) fn check(
    table: &Table,
    columns: &Columns,
    unused: &[&str],
    entry: &BudgetFile,
    entries: &[&BudgetFile],
    faults: &mut Faults,
) {
    for (index, cell) in table.header.iter().enumerate() {
        let title = cell.content.display();
        let left = columns.keys(index).find(|key| unused.contains(key));
        let named = |other: &&BudgetFile| {
            let is_this = std::ptr::eq(*other, entry);
            !(is_this && left.is_some()) && other.columns.values().any(|given| same(&given.value, &title))
        };
        let is_read = columns.keys(index).any(|key| !unused.contains(&key));
        if is_read || entries.iter().any(named) || !holds_amounts(table, index, &folded(&title)) {
            continue;
        }
        let message = format!(
            "La colonne {} porte des montants que rien ne lit.",
            quoted(title.trim())
        );
        let help = match left.filter(|key| entry.columns.contains_key(*key)) {
            Some(key) => help_of_left(title.trim(), key, entry),
            None => help(title.trim(), entry),
        };
        let told = Diagnostic::warning(UNREAD, cell.place.clone(), message).help(help);
        faults.warn(told.raw(&*title));
    }
}

/// What reads a column that this entry names under a key of which it reads nothing.
fn help_of_left(title: &str, key: &str, entry: &BudgetFile) -> String {
    let role = entry.role.as_ref().map(|role| role.value.key()).unwrap_or_default();
    format!(
        "« {key} » n’est pas lu ici (« role: {role} »). Pour lire {}, nommez le fichier une seconde fois sous « budget: fichiers », avec le « role » de ces montants. Sinon, retirez cette clé de rapport.yaml.",
        quoted(title)
    )
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
        None if side.is_some() => {
            // The title of the other side, where this entry reads it.
            let read = entry.columns.iter().find(|(key, _)| NAMES.contains(key));
            let read = read.map(|(key, given)| (*key, given.value.as_str()));
            let other = read.map_or("…", |(_, title)| title);
            let [spent, received] = match side {
                Some("depense") => [title, other],
                _ => [other, title],
            };
            format!(
                "Pour la lire, dites sous « colonnes » de ce fichier, dans rapport.yaml, les deux titres, « depenses: {spent} » et « recettes: {received} », à la place de « {} » et de « sens ».",
                read.map_or(key, |(key, _)| key)
            )
        }
        None if entry.columns.contains_key(key) => format!(
            "« {key} » en lit déjà une autre : gardez sous « colonnes », dans rapport.yaml, celle qui compte, ou nommez le fichier une seconde fois si {} est d’une autre étape.",
            quoted(title)
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

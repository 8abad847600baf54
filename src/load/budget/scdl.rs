//! The SCDL budget table, as its schema has it and as real files do: columns missing, capitals, decimal commas.
//!
//! `BGT_CONTNAT` is the chapter and `BGT_NATURE` the account. A table may hold several budgets, years and steps.

use super::super::Table;
use super::super::folder::Found;
use super::columns::{Columns, Row};
use super::faults::Faults;
use super::section::Account;
use super::sums::Sums;
use super::totem_head::{siret, year};
use super::totem_line::shared;
use super::words::{self, Named};
use super::zeros::{self, Codes};
use super::{Format, Known};
use super::{codes, several, subtotals};
use crate::form::entry::Entry;
use crate::form::lines::Titles;
use crate::form::lines::faults::unknown;
use crate::form::tables::ScdlColumns;
use crate::french::{folded, nearest};
use crate::model::{AccountLabels, BudgetAmounts, BudgetDocument, BudgetLine, BudgetStep, LineCount};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const AMOUNTS: [&str; 7] = [
    "BGT_MTBUDGPREC",
    "BGT_MTRARPREC",
    "BGT_MTPROPNOUV",
    "BGT_MTPREV",
    "BGT_CREDOUV",
    "BGT_MTREAL",
    "BGT_MTRAR3112",
];

const CODES: Codes = Codes {
    nature: "BGT_NATURE",
    chapter: "BGT_CONTNAT",
    function: "BGT_FONCTION",
};

/// The columns that hold codes and nothing else.
const CODED: [&str; 4] = ["BGT_NATURE", "BGT_CONTNAT", "BGT_FONCTION", "BGT_OPERATION"];

/// Groups of columns without one of which a line says nothing.
const NEEDED: [&[&str]; 6] = [
    &["BGT_NATDEC"],
    &["BGT_ANNEE"],
    &["BGT_SIRET"],
    &["BGT_NATURE"],
    &["BGT_CODRD"],
    &[
        "BGT_MTPREV",
        "BGT_CREDOUV",
        "BGT_MTREAL",
        "BGT_MTBUDGPREC",
        "BGT_MTRARPREC",
        "BGT_MTPROPNOUV",
        "BGT_MTRAR3112",
    ],
];

const DIRECTION: Named = Named {
    column: "BGT_CODRD",
    what: "Le sens (BGT_CODRD)",
};
const MOVEMENT: Named = Named {
    column: "BGT_OPBUDG",
    what: "Le mouvement (BGT_OPBUDG)",
};
const SECTION: Named = Named {
    column: "BGT_SECTION",
    what: "La section (BGT_SECTION)",
};

/// What tells two budgets of one table apart: SIRET, name, year, step.
type Key = (String, String, i32, BudgetStep);

pub(super) const FORMAT: Format = Format {
    name: "un budget SCDL",
    suits: is_one,
    read,
};

/// Whether the header is that of SCDL.
fn is_one(table: &Table) -> bool {
    let columns = table.header.iter();
    columns
        .filter(|cell| cell.content.display().to_uppercase().starts_with("BGT_"))
        .count()
        >= 3
}

/// What tells one budget from another.
const APART: [&str; 4] = ["BGT_SIRET", "BGT_NOM", "BGT_ANNEE", "BGT_NATDEC"];

/// The budgets of the table; none where it has a fault.
fn read(found: &Found, mut table: Table, known: &Known, faults: &mut Faults) -> Vec<BudgetDocument> {
    let titles = Titles::new();
    let Some(columns) = Columns::checked(&table, ScdlColumns::KEYS, &titles, &NEEDED, faults) else {
        return Vec::new();
    };
    misnamed(&table, &columns, faults);
    let columns = columns.reading(&table, &AMOUNTS, known.notation, faults);
    codes::tidy(&mut table, &columns, &CODED, &CODED[..3], faults);
    zeros::check(&table, &columns, &CODES, known.plan, faults);
    several::check(&table, &columns, &APART, faults);
    let mut codes = BTreeSet::new();
    let mut budgets: BTreeMap<Key, BudgetDocument> = BTreeMap::new();
    for cells in &table.rows {
        let row = columns.row(cells);
        if subtotals::check_words(&row, &CODED, faults) {
            continue;
        }
        let key = key(&row, faults);
        let mut count = LineCount::default();
        let line = line(&row, &mut codes, &mut count, faults);
        if let (Some(key), Some(line)) = (key, line) {
            let budget = budgets
                .entry(key)
                .or_insert_with_key(|key| document(found, &table.sheet, key, row.line));
            budget.count.read += 1;
            budget.count.kept += 1;
            budget.count.deduced_sections += count.deduced_sections;
            budget.count.deduced_movements += count.deduced_movements;
            label(&row, &mut budget.labels);
            budget.lines.push(line);
        }
    }
    for budget in budgets.values() {
        let sums = Sums::of(&budget.lines, known.plan);
        subtotals::check_sums(&budget.lines, &sums, faults);
    }
    if faults.any() {
        return Vec::new();
    }
    budgets.into_values().collect()
}

/// Tells the columns whose name is nearly that of one that the table lacks: read as absent, its amounts would be too.
fn misnamed(table: &Table, columns: &Columns, faults: &mut Faults) {
    let keys = ScdlColumns::KEYS.iter().copied();
    let absent: Vec<&str> = keys.filter(|key| !columns.has(key)).collect();
    for (index, cell) in table.header.iter().enumerate() {
        let title = cell.content.display();
        if !columns.reads(index) && nearest(title.trim(), absent.iter().copied()).is_some() {
            faults.warn(unknown(cell, &absent, ""));
        }
    }
}

/// Keeps what a row calls its codes: the first label of each.
fn label(row: &Row, labels: &mut AccountLabels) {
    for (code, label, known) in [
        ("BGT_CONTNAT", "BGT_CONTNAT_LABEL", &mut labels.chapters),
        ("BGT_NATURE", "BGT_NATURE_LABEL", &mut labels.natures),
        ("BGT_FONCTION", "BGT_FONCTION_LABEL", &mut labels.functions),
    ] {
        if let (Some(code), Some(label)) = (row.some(code), row.some(label)) {
            known.entry(code.into_owned()).or_insert_with(|| label.into_owned());
        }
    }
}

fn document(found: &Found, sheet: &Option<Arc<str>>, (siret, name, year, step): &Key, line: u32) -> BudgetDocument {
    BudgetDocument {
        file: found.path.clone(),
        sheet: sheet.clone(),
        community: name.clone(),
        siret: siret.clone(),
        siret_line: line,
        budget: None,
        part: None,
        nomenclature: None,
        year: *year,
        step: *step,
        lines: Vec::new(),
        count: LineCount::default(),
        labels: AccountLabels::default(),
    }
}

fn key(row: &Row, faults: &mut Faults) -> Option<Key> {
    let number = siret(&row.text("BGT_SIRET"), row.place("BGT_SIRET"), faults);
    let year = year(&row.text("BGT_ANNEE"), row.place("BGT_ANNEE"), faults);
    let written = row.text("BGT_NATDEC");
    // « CA 2024 » among the lines of 2025 is of neither.
    let named = words::step(&written).filter(|(_, named)| named.is_none() || year.is_none() || *named == year);
    let step = named.map(|(step, _)| step);
    if step.is_none() {
        let expected = match words::step(&written) {
            Some(_) => "une étape de l’exercice que dit BGT_ANNEE",
            None => {
                "budget primitif, budget supplémentaire, décision modificative, compte administratif ou compte financier unique"
            }
        };
        faults.head_at(
            row.place("BGT_NATDEC"),
            "L’étape budgétaire (BGT_NATDEC)",
            &written,
            expected,
        );
    }
    Some((number?, row.text("BGT_NOM").into_owned(), year?, step?))
}

fn line(row: &Row, codes: &mut BTreeSet<Arc<str>>, count: &mut LineCount, faults: &mut Faults) -> Option<BudgetLine> {
    let (nature, chapter) = (row.text("BGT_NATURE"), row.some("BGT_CONTNAT"));
    if nature.is_empty() && chapter.is_none() {
        faults.word_at(row.place("BGT_NATURE"), "La nature (BGT_NATURE)", "", "un compte");
    }
    let direction = words::direction(row, DIRECTION, None, faults);
    let account = Account {
        nature: &nature,
        chapter: chapter.as_deref(),
    };
    let movement = words::movement(row, MOVEMENT, account, count, faults);
    let section = words::section(row, SECTION, account, count, faults);
    let mut amount = |index: usize| row.cell_amount(AMOUNTS[index], faults);
    let amounts = BudgetAmounts {
        previous: amount(0),
        carried: amount(1),
        proposed: amount(2),
        voted: amount(3),
        open: amount(4),
        realised: amount(5),
        remaining: amount(6),
    };
    Some(BudgetLine {
        nature: shared(codes, &nature),
        chapter: chapter.map(|code| shared(codes, &code)),
        function: row.some("BGT_FONCTION").map(|code| shared(codes, &code)),
        operation: row.some("BGT_OPERATION").map(|code| shared(codes, &code)),
        management: None,
        section,
        direction: direction?,
        movement: movement?,
        specialised: match folded(&row.text("BGT_ARTSPE")).as_str() {
            "specialise" => Some(true),
            "non specialise" => Some(false),
            _ => None,
        },
        amounts,
        line: row.line,
    })
}

//! Every executed real expense of investment, its class on each axis, and who gave it.

use super::place_cells;
use crate::compute::{Rated, Transition, TransitionLine, TransitionYear};
use crate::model::{BudgetPart, TransitionClass};
use crate::printed::{Cell, PrintedTable};

const KEYS: [&str; 18] = [
    "budget",
    "type_budget",
    "exercice",
    "nomenclature",
    "nature",
    "intitule_nature",
    "fonction",
    "intitule_fonction",
    "realise",
    "perimetre",
    "axe",
    "classe",
    "part_favorable",
    "auteur",
    "date",
    "exemple",
    "fichier_cotation",
    "ligne_ou_cellule",
];

impl Transition {
    /// A row an expense and an axis; one row, without an axis, for what is not looked at.
    pub fn data_table(&self) -> PrintedTable {
        let lines = self
            .years
            .iter()
            .flat_map(|year| year.lines.iter().map(move |line| (year, line)));
        let rows = lines.flat_map(|(year, line)| match line.outside {
            Some(reason) => vec![row(year, line, &format!("non : {}", reason.key()), None)],
            None => {
                let axes = year.axes.iter();
                axes.map(|totals| row(year, line, "oui", Some(totals.axis))).collect()
            }
        });
        PrintedTable::data(KEYS, rows)
    }
}

fn row(year: &TransitionYear, line: &TransitionLine, scope: &str, axis: Option<u8>) -> [Cell; 18] {
    let part = match year.part {
        BudgetPart::Main => "principal",
        BudgetPart::Annex => "annexe",
    };
    let rated: Option<&Rated> = axis.and_then(|axis| line.ratings.get(&axis));
    let class = rated.map_or(TransitionClass::Unrated, |rated| rated.rating.class);
    let hundredths = rated.and_then(|rated| rated.rating.favourable_part);
    let [file, _, spot] = rated.map(|rated| place_cells(&rated.place)).unwrap_or_default();
    [
        (&*year.budget).into(),
        part.into(),
        Cell::whole(year.year),
        year.norm.as_str().into(),
        (&*line.nature).into(),
        line.nature_label.as_str().into(),
        (&*line.function).into(),
        line.function_label.as_str().into(),
        Cell::money(line.amount),
        scope.into(),
        axis.map(Cell::whole).into(),
        axis.map(|_| class.label()).into(),
        hundredths
            .map(|part| format!("{},{:02}", part / 100, part % 100))
            .into(),
        rated.map(|rated| &*rated.author).into(),
        rated.map(|rated| rated.date.to_string()).into(),
        Cell::flag(year.example || rated.is_some_and(|rated| rated.example)),
        file,
        spot,
    ]
}

//! Every executed real expense of investment, its class on each axis, and who gave it.

use super::spot;
use crate::compute::{Rated, Transition, TransitionLine, TransitionYear};
use crate::model::{BudgetPart, TransitionClass};
use crate::printed::{Cell, PrintedTable};

/// An expense, and the axis on which it is looked at; none where it is outside.
type Looked<'a> = (&'a TransitionYear, &'a TransitionLine, Option<u8>);

impl Transition {
    /// A row an expense and an axis; one row, without an axis, for what is not looked at.
    pub fn data_table(&self) -> PrintedTable {
        let lines = self
            .years
            .iter()
            .flat_map(|year| year.lines.iter().map(move |line| (year, line)));
        let rows = lines.flat_map(|(year, line)| match line.outside {
            Some(_) => vec![(year, line, None)],
            None => year.axes.iter().map(|totals| (year, line, Some(totals.axis))).collect(),
        });
        let part = |part: BudgetPart| match part {
            BudgetPart::Main => "principal",
            BudgetPart::Annex => "annexe",
        };
        let scope = |line: &TransitionLine| match line.outside {
            Some(reason) => format!("non : {}", reason.key()),
            None => "oui".to_owned(),
        };
        let class = |looked| rated(looked).map_or(TransitionClass::Unrated, |rated| rated.rating.class);
        let favourable = |looked| {
            let hundredths = rated(looked)?.rating.favourable_part?;
            Some(Cell::number(f64::from(hundredths) / 100.0, 2))
        };
        PrintedTable::each(rows)
            .data("budget", |(year, ..)| &*year.budget)
            .data("type_budget", |(year, ..)| part(year.part))
            .data("exercice", |(year, ..)| year.year)
            .data("nomenclature", |(year, ..)| year.norm.as_str())
            .data("nature", |(_, line, _)| &*line.nature)
            .data("intitule_nature", |(_, line, _)| line.nature_label.as_str())
            .data("fonction", |(_, line, _)| &*line.function)
            .data("intitule_fonction", |(_, line, _)| line.function_label.as_str())
            .data("realise", |(_, line, _)| line.amount)
            .data("perimetre", |(_, line, _)| scope(line))
            .data("axe", |(.., axis)| axis)
            .data("classe", |looked| looked.2.map(|_| class(looked).label()))
            .data("part_favorable", favourable)
            .data("auteur", |looked| rated(looked).map(|rated| &*rated.author))
            .data("date", |looked| rated(looked).map(|rated| rated.date.to_string()))
            .data("exemple", |looked| {
                Cell::flag(looked.0.example || rated(looked).is_some_and(|rated| rated.example))
            })
            .data("fichier_cotation", |looked| {
                rated(looked).map(|rated| &*rated.place.file)
            })
            .data("ligne_ou_cellule", |looked| {
                rated(looked).map(|rated| spot(&rated.place))
            })
            .table()
    }
}

fn rated<'a>((_, line, axis): Looked<'a>) -> Option<&'a Rated> {
    line.ratings.get(&axis?)
}

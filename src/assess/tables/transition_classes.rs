//! The synthesis of the transition effect: amounts by axis and class, what waits for a class, who tagged.

use crate::compute::{AxisTotals, Tagging, Transition, TransitionLine, TransitionYear};
use crate::french;
use crate::model::{Money, TransitionClass, TransitionReference};
use crate::printed::{Cell, Column, PrintedTable, percent_of};

impl Transition {
    /// The years of a budget: a row an exercice and an axis, each amount over its share of what is looked at.
    pub fn classes_table(years: &[&TransitionYear], reference: &TransitionReference) -> PrintedTable {
        let classes = TransitionClass::ALL.iter();
        let classes = classes.map(|class| Column::number(class.label(), class.label()));
        let columns = std::iter::once(Column::text("axe", "Exercice et axe"))
            .chain(classes)
            .chain([Column::number("ensemble", "ensemble")]);
        let rows = years
            .iter()
            .flat_map(|year| year.axes.iter().map(|totals| class_row(year, totals, reference)));
        PrintedTable::new(columns, rows).note("Montants en euros ; sous chacun, sa part de l’ensemble regardé.")
    }

    /// Who tagged, and when.
    pub fn taggings_table(&self) -> PrintedTable {
        let example = |tagging: &Tagging| if tagging.example { " (exemple)" } else { "" };
        let count = |tagging: &Tagging| {
            let cell = Cell::number(tagging.lines as f64, 0);
            let words = format!("{}{}", cell.words, example(tagging));
            cell.said(words)
        };
        PrintedTable::each(&self.taggings)
            .text("auteur", "Qui a coté", |tagging| &*tagging.author)
            .text("date", "Le", |tagging| {
                Cell::key(tagging.date.to_string(), french::date(tagging.date))
            })
            .number("lignes", "Lignes de cotation", count)
            .table()
    }
}

impl TransitionYear {
    /// The largest expenses of which an axis at least is told nothing, `most` of them, and what is left; none without any.
    pub fn waiting_table(&self, most: usize) -> Option<PrintedTable> {
        let untold = self.untold();
        let named = |code: &str, label: &str| match (code, label) {
            ("", _) => Cell::default(),
            (code, label) => Cell::text(format!("{code} {label}").trim_end()),
        };
        let axes = |line: &TransitionLine| {
            let missing: Vec<String> = line.missing(&self.axes).iter().map(u8::to_string).collect();
            match missing.len() == self.axes.len() && missing.len() > 2 {
                true => "tous".to_owned(),
                false => french::list(&missing),
            }
        };
        let table = PrintedTable::each(untold.iter().copied().take(most))
            .text("nature", "Nature", |line| named(&line.nature, &line.nature_label))
            .text("fonction", "Fonction", |line| {
                named(&line.function, &line.function_label)
            })
            .number("montant", "Exécuté (€)", |line| line.amount)
            .text("axes", "Axes à coter", axes)
            .unless_empty()?;
        if untold.len() <= most {
            return Some(table);
        }
        let count = french::plural(untold.len() - most, "autre ligne", "autres lignes");
        let rest: Money = untold.iter().skip(most).map(|line| line.amount).sum();
        let rest = french::cents(rest.cents());
        Some(table.note(format!("Et {count}, {rest}{}€ en tout.", french::NO_BREAK_SPACE)))
    }
}

fn class_row(year: &TransitionYear, totals: &AxisTotals, reference: &TransitionReference) -> Vec<Cell> {
    let short = reference.axes.get(&totals.axis).map_or("", |axis| axis.short.as_str());
    let cell = |amount: Money| Cell::money(amount).over(percent_of(amount, year.scoped));
    // Of an axis that no line speaks of, nothing is known: a zero would say that nothing is favourable.
    let told = totals.is_told(year.scoped);
    let known = |class: &TransitionClass| told || *class == TransitionClass::Unrated;
    let classes = TransitionClass::ALL.iter();
    let classes = classes.map(|class| known(class).then(|| cell(totals.amount(*class))).into());
    let name = format!("{}, axe {} {}", year.year, totals.axis, short.to_lowercase());
    std::iter::once(Cell::from(name))
        .chain(classes)
        .chain([cell(year.scoped)])
        .collect()
}

//! The synthesis of the transition effect: amounts by axis and class, what waits for a class, who tagged.

use crate::compute::{AxisTotals, Transition, TransitionLine, TransitionYear};
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
        let rows = self.taggings.iter().map(|tagging| {
            let count = french::number(tagging.lines as f64, 0) + if tagging.example { " (exemple)" } else { "" };
            [
                (&*tagging.author).into(),
                Cell::key(tagging.date.to_string(), french::date(tagging.date)),
                Cell::number(tagging.lines as f64, 0).said(count),
            ]
        });
        let columns = [
            Column::text("auteur", "Qui a coté"),
            Column::text("date", "Le"),
            Column::number("lignes", "Lignes de cotation"),
        ];
        PrintedTable::of(columns, rows)
    }
}

impl TransitionYear {
    /// The largest expenses of which an axis at least is told nothing, `most` of them, and what is left; none without any.
    pub fn waiting_table(&self, most: usize) -> Option<PrintedTable> {
        let untold = self.untold();
        let columns = [
            Column::text("nature", "Nature"),
            Column::text("fonction", "Fonction"),
            Column::number("montant", "Exécuté (€)"),
            Column::text("axes", "Axes à coter"),
        ];
        let rows = untold.iter().take(most).map(|line| waiting_row(line, &self.axes));
        let table = PrintedTable::of(columns, rows).unless_empty()?;
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

fn waiting_row(line: &TransitionLine, axes: &[AxisTotals]) -> [Cell; 4] {
    let named = |code: &str, label: &str| match (code, label) {
        ("", _) => Cell::default(),
        (code, label) => Cell::text(format!("{code} {label}").trim_end()),
    };
    let missing: Vec<String> = line.missing(axes).iter().map(u8::to_string).collect();
    [
        named(&line.nature, &line.nature_label),
        named(&line.function, &line.function_label),
        Cell::money(line.amount),
        match missing.len() == axes.len() && axes.len() > 2 {
            true => "tous".into(),
            false => french::list(&missing).into(),
        },
    ]
}

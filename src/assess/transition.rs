//! The charts of the transition effect of investment, and what of it no official publication may hold.

use super::Report;
use crate::compute::{Transition, TransitionYear};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{BudgetPart, Category, ChartKind, Drawing, Finality, Money, TransitionClass, TransitionReference};

/// Amounts or classes marked `exemple` are in the synthesis of the transition effect.
const EXAMPLES: Code = Code("M420");

/// A drawing for each budget: a row an exercice and an axis, a part a class; none where nothing was tagged.
pub(super) fn drawings(report: &Report) -> Vec<Drawing> {
    let tagged = report.transition.as_ref().filter(|effect| effect.is_tagged());
    let budgets = tagged.map(Transition::budgets).unwrap_or_default();
    let drawing = |(rank, years): (usize, Vec<&TransitionYear>)| {
        drawing(
            Transition::drawing_name(rank),
            &years,
            &report.provenance.reference.transition,
        )
    };
    (1..).zip(budgets).map(drawing).collect()
}

fn drawing(name: String, years: &[&TransitionYear], reference: &TransitionReference) -> Drawing {
    let short = |axis: u8| reference.axes.get(&axis).map_or("", |axis| axis.short.as_str());
    let rows = || {
        years
            .iter()
            .flat_map(|year| year.axes.iter().map(move |totals| (*year, totals)))
    };
    let categories = rows().map(|(year, totals)| Category {
        name: format!(
            "{}, axe {} {}",
            year.year,
            totals.axis,
            short(totals.axis).to_lowercase()
        ),
        provisional: false,
        example: year.has_example(),
    });
    let series = TransitionClass::ALL
        .iter()
        .map(|class| -> (String, Option<Finality>, Vec<Option<Money>>) {
            let amounts = rows().map(|(_, totals)| Some(totals.amount(*class)));
            (class.label().to_owned(), None, amounts.collect())
        });
    let lists = years.iter().filter(|year| year.outside_list() != Money::ZERO).count();
    let notes = match lists > 0 && lists < years.len() {
        true => vec!["Le périmètre change d’un exercice à l’autre : leurs montants ne se comparent pas.".to_owned()],
        false => Vec::new(),
    };
    let title = match years.first() {
        Some(year) if year.part == BudgetPart::Annex => {
            format!("Investissement exécuté par classe et par axe, {}", year.budget)
        }
        _ => "Investissement exécuté par classe et par axe, budget principal".to_owned(),
    };
    let drawing = Drawing::over_categories(name, title, ChartKind::Bars, "Exercice et axe", categories.collect());
    Drawing { notes, ..drawing }.with_amounts(series.collect())
}

/// Pushes a fault for the amounts and the tagging lines that are invented.
pub(super) fn refuse_examples(report: &Report, diagnostics: &mut Diagnostics) {
    let Some(transition) = report.transition.as_ref().filter(|effect| effect.is_tagged()) else {
        return;
    };
    for tagging in transition.taggings.iter().filter(|tagging| tagging.example) {
        let message = "Des lignes de la table de cotation sont marquées « exemple ».";
        diagnostics.push(
            Diagnostic::error(EXAMPLES, Place::file(tagging.place.file.clone()), message)
                .help("Remplacez ces lignes par la cotation de vos services et videz leur case « statut »."),
        );
    }
    for year in transition.years.iter().filter(|year| year.example) {
        let message = format!(
            "La synthèse de l’effet sur la transition repose sur des montants d’exemple : « {} », exercice {}.",
            year.budget, year.year
        );
        diagnostics.push(
            Diagnostic::error(EXAMPLES, Place::file(year.file.clone()), message)
                .help("Remplacez ce budget par les comptes réels, et retirez « exemple: true » sous « budget »."),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{project, report};
    use crate::compute::{AxisTotals, Outside, Tagging};
    use std::collections::BTreeMap;

    fn transition(tagged: bool) -> Transition {
        let amounts = TransitionClass::ALL
            .iter()
            .zip(1..)
            .map(|(class, rank)| (*class, Money::from_cents(rank * 100)));
        let totals = |axis| AxisTotals {
            axis,
            amounts: amounts.clone().collect(),
            untold: Money::ZERO,
            favourable_of_mixed: None,
        };
        let year = |year, axes: &[u8]| TransitionYear {
            part: BudgetPart::Main,
            budget: "Budget principal".into(),
            year,
            norm: "M57".to_owned(),
            example: true,
            file: "data/budget/ca.xml".into(),
            executed: Money::from_cents(1500),
            scoped: Money::from_cents(1500),
            outside: BTreeMap::new(),
            axes: axes.iter().map(|axis| totals(*axis)).collect(),
            lines: Vec::new(),
            unread: Vec::new(),
            conditional: false,
        };
        let tagging = Tagging {
            author: "Direction des finances".into(),
            date: jiff::civil::date(2026, 3, 1),
            lines: 2,
            example: true,
            place: Place::line("data/budget/cotation.csv", 2, 1),
        };
        Transition {
            years: vec![year(2024, &[1]), year(2025, &[1, 6])],
            left_out: Vec::new(),
            taggings: if tagged { vec![tagging] } else { Vec::new() },
        }
    }

    #[test]
    fn a_budget_has_one_chart_with_a_row_an_exercice_and_axis() {
        let drawings = |tagged| {
            let mut report = report(&project(), &Default::default(), Vec::new());
            report.transition = Some(transition(tagged));
            drawings(&report)
        };
        assert!(drawings(false).is_empty());
        let drawn = drawings(true);
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].name, "effet_transition_1");
        let categories = drawn[0].axis.categories().iter();
        let categories: Vec<&str> = categories.map(|category| category.name.trim()).collect();
        assert_eq!(categories, ["2024, axe 1", "2025, axe 1", "2025, axe 6"]);
        assert_eq!(drawn[0].series.len(), 5);
        assert!(drawn[0].series.iter().all(|series| series.values.len() == 3));
    }

    #[test]
    fn a_list_of_accounts_in_some_years_only_is_said() {
        let notes = |listed: &[usize]| {
            let mut told = transition(true);
            for year in listed {
                let out = std::iter::once((Outside::NotListed, Money::from_cents(1)));
                told.years[*year].outside = out.collect();
            }
            let mut report = report(&project(), &Default::default(), Vec::new());
            report.transition = Some(told);
            drawings(&report)[0].notes.len()
        };
        assert_eq!((notes(&[]), notes(&[0]), notes(&[0, 1])), (0, 1, 0));
    }

    #[test]
    fn an_official_publication_holds_no_example() {
        let mut report = report(&project(), &Default::default(), Vec::new());
        report.transition = Some(transition(true));
        let mut diagnostics = Diagnostics::default();
        refuse_examples(&report, &mut diagnostics);
        let files: Vec<String> = diagnostics
            .sorted()
            .iter()
            .filter_map(|entry| Some(entry.place.as_ref()?.to_string()))
            .collect();
        assert_eq!(
            files,
            ["data/budget/ca.xml", "data/budget/ca.xml", "data/budget/cotation.csv"]
        );
    }
}

//! `compute`: the [`Dataset`] becomes a [`Panel`], one complete series an indicator.
//!
//! Headlines are summed or averaged, formulas are evaluated in the order of their dependencies.
//! It judges nothing: that is `assess`.

mod panel;
mod gather;
mod headline;
mod formula;
mod footprint;
mod credits;
mod transition;
mod round;

pub use credits::{ActionCredits, BudgetCredits, CreditSeries, CreditYear, Credits, SectionCredits};
pub use footprint::{Excluded, Footprint, Lacking, LifeUsed, Share, UsedFactor, YearFootprint};
pub use panel::{Breakdown, Measure, Panel};
pub use transition::{
    AxisTotals, FavourablePart, LeftOut, LeftOutYear, Outside, Rated, Tagging, Transition, TransitionLine,
    TransitionYear,
};

use crate::config::Project;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Derivation, Identifier, Indicator, Series};
use crate::validate::Dataset;
use gather::Gathered;
use std::collections::BTreeMap;

/// An indicator has a formula, and a table gives it values too: the table is ignored.
const FORMULA_AND_VALUES: Code = Code("M304");

/// Builds the series of every indicator of the catalogue, in the order of the catalogue.
///
/// An indicator whose formula has a fault keeps an empty series: the fault is in `diagnostics`.
pub fn compute(project: &Project, dataset: &Dataset, diagnostics: &mut Diagnostics) -> Panel {
    let mut observed = gather::by_indicator(&dataset.observations);
    let mut headlines: BTreeMap<Identifier, Series> = BTreeMap::new();
    let mut breakdowns: BTreeMap<Identifier, Vec<Breakdown>> = BTreeMap::new();
    for indicator in &project.catalogue {
        let gathered = observed.remove(&indicator.id).unwrap_or_default();
        if formula_of(indicator).is_some() {
            warn_of_ignored_values(indicator, &gathered, diagnostics);
            continue;
        }
        let series = headline::headline(indicator, &gathered, diagnostics);
        headlines.insert(indicator.id.clone(), series);
        breakdowns.insert(indicator.id.clone(), gathered.breakdowns);
    }
    formula::evaluate_all(&project.catalogue, &project.refused, &mut headlines, diagnostics);

    let measure = |indicator: &Indicator| Measure {
        indicator: indicator.clone(),
        headline: headlines.get(&indicator.id).cloned().unwrap_or_default(),
        breakdowns: breakdowns.get(&indicator.id).cloned().unwrap_or_default(),
    };
    Panel {
        measures: project.catalogue.iter().map(measure).collect(),
        footprint: footprint::footprint(&project.settings.community, &dataset.fleet, diagnostics),
        credits: credits::credits(&project.actions, &dataset.budget, &dataset.authorisations, diagnostics),
        transition: transition::transition(
            &project.reference.transition,
            &dataset.budget,
            &dataset.transition,
            project.settings.data_year,
            diagnostics,
        ),
    }
}

fn formula_of(indicator: &Indicator) -> Option<&str> {
    match &indicator.derivation {
        Some(Derivation::Formula(formula)) => Some(&formula.value),
        Some(Derivation::Query(_)) | None => None,
    }
}

fn warn_of_ignored_values(indicator: &Indicator, gathered: &Gathered, diagnostics: &mut Diagnostics) {
    let Some(place) = gathered.first_place() else { return };
    let message = format!(
        "L’indicateur « {} » a une formule, et une table lui donne aussi des valeurs : elles sont ignorées.",
        indicator.id
    );
    diagnostics.push(
        Diagnostic::warning(FORMULA_AND_VALUES, place, message)
            .help("Retirez ces lignes de la table, ou retirez la formule du catalogue.")
            .raw(indicator.id.as_str()),
    );
}

#[cfg(test)]
mod tests;

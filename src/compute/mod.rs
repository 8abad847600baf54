//! `compute`: the [`Dataset`] becomes a [`Panel`], one complete series an indicator.
//!
//! Headlines are summed or averaged, formulas are evaluated in the order of their dependencies.
//! It judges nothing: that is `assess`.

mod panel;
mod gather;
mod headline;
pub mod formula;
mod footprint;
mod fleet_series;
mod credits;
mod withhold;
mod transition;

#[cfg(test)]
pub use credits::CreditSeries;
pub use credits::{ActionCredits, BudgetCredits, CreditYear, Credits, SectionCredits};
#[cfg(test)]
pub use footprint::Part;
pub use footprint::{Excluded, Footprint, Post, Range, Share, UsedFactor, YearFootprint};
pub use headline::PLAIN_MEAN_SAID;
pub use panel::{Breakdown, Measure, Panel};
pub use transition::{AxisTotals, LeftOut, Outside, Rated, Tagging, Transition, TransitionLine, TransitionYear};

use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::model::{Derivation, Identifier, Indicator, Series};
use crate::validate::Dataset;
use std::collections::{BTreeMap, BTreeSet};

/// Builds the series of every indicator of the catalogue, in the order of the catalogue.
///
/// An indicator whose formula has a fault keeps an empty series: the fault is in `diagnostics`.
pub fn compute(project: &Project, dataset: &Dataset, diagnostics: &mut Diagnostics) -> Panel {
    let mut observed = gather::by_indicator(&dataset.observations);
    let mut headlines: BTreeMap<Identifier, Series> = BTreeMap::new();
    let mut breakdowns: BTreeMap<Identifier, Vec<Breakdown>> = BTreeMap::new();
    let mut withheld: BTreeMap<Identifier, BTreeSet<i32>> = BTreeMap::new();
    let community = &project.settings.community;
    let footprint = footprint::footprint(community, &dataset.fleet, diagnostics);
    for indicator in &project.catalogue {
        let mut gathered = observed.remove(&indicator.id).unwrap_or_default();
        let mut series = match &indicator.derivation {
            // `validate` has refused the rows that a table gives to it.
            Some(Derivation::Formula(_)) => continue,
            Some(Derivation::Fleet(asked)) => {
                let known = fleet_series::Known {
                    community,
                    fleet: &dataset.fleet,
                    footprint: footprint.as_ref(),
                };
                fleet_series::series(indicator, asked, &known, diagnostics)
            }
            Some(Derivation::Query(_)) | None => headline::headline(indicator, &gathered, diagnostics),
        };
        // Before the formulas: what they would give away falls with what they cite.
        let years = withhold::withhold(indicator, &mut series, &mut gathered.breakdowns, diagnostics);
        withheld.insert(indicator.id.clone(), years);
        headlines.insert(indicator.id.clone(), series);
        breakdowns.insert(indicator.id.clone(), gathered.breakdowns);
    }
    formula::evaluate_all(
        &project.catalogue,
        &project.names().and(&project.refused),
        &mut headlines,
        diagnostics,
    );

    let measure = |indicator: &Indicator| {
        Measure {
            indicator: indicator.clone(),
            headline: headlines.get(&indicator.id).cloned().unwrap_or_default(),
            breakdowns: breakdowns.get(&indicator.id).cloned().unwrap_or_default(),
            withheld: withheld.get(&indicator.id).cloned().unwrap_or_default(),
        }
        .at_its_precision()
    };
    Panel {
        measures: project.catalogue.iter().map(measure).collect(),
        footprint,
        credits: credits::credits(&project.funded(), &dataset.budget, &dataset.authorisations, diagnostics),
        transition: transition::transition(
            &project.reference.transition,
            &dataset.budget,
            &dataset.transition,
            project.settings.data_year,
            diagnostics,
        ),
    }
}

#[cfg(test)]
mod tests;

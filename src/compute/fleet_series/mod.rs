//! The indicators that the fleet gives by itself: mean life, refurbished share, footprint per agent…
//!
//! Each point keeps the lines it was made from. What other tools gave may open a series, never without a break.

mod units;
mod weight;
#[cfg(test)]
mod tests;

use super::footprint::Footprint;
use crate::config::Community;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::model::{FleetDerivation, FleetMeasure, Indicator, Series};
use crate::validate::Fleet;

/// An indicator asks of the fleet what the fleet cannot tell.
const NOTHING_TO_TELL: Code = Code("M345");
/// An indicator is related to agents whose number is not known.
const NO_AGENTS: Code = Code("M346");

/// What is known of the fleet.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub community: &'a Community,
    pub fleet: &'a Fleet,
    pub footprint: Option<&'a Footprint>,
}

/// The series of a measure, in the perimeter of its indicator; a warning where nothing can be told.
pub fn series(indicator: &Indicator, asked: &FleetDerivation, known: &Known, diagnostics: &mut Diagnostics) -> Series {
    let measure = asked.measure.value;
    if measure.is_per_agent() && known.community.agents.is_none() {
        let message = format!(
            "« {} » se rapporte aux agents, et leur nombre n’est pas connu : l’indicateur n’a pas de valeur.",
            indicator.id
        );
        let help = "Donnez « agents » et « source_agents » sous « collectivite » dans rapport.yaml.";
        diagnostics.push(Diagnostic::warning(NO_AGENTS, asked.measure.place.clone(), message).help(help));
        return Series::default();
    }
    let equipment = asked.equipment.as_ref().and(known.fleet.asked.get(&indicator.id));
    let points = match measure {
        FleetMeasure::Footprint | FleetMeasure::FootprintPerAgent | FleetMeasure::FootprintPerInhabitant => {
            weight::points(indicator, measure, equipment.map(String::as_str), known)
        }
        FleetMeasure::WastePerAgent => units::waste(indicator, known),
        _ => units::points(indicator, measure, equipment.map(String::as_str), known),
    };
    if points.is_empty() {
        warn_of_nothing(indicator, asked, known, diagnostics);
    }
    Series { points }
}

fn warn_of_nothing(indicator: &Indicator, asked: &FleetDerivation, known: &Known, diagnostics: &mut Diagnostics) {
    let message = format!(
        "« {} » n’a aucune valeur : data/parc/ ne permet pas de calculer « {} » dans le périmètre « {} ».",
        indicator.id,
        asked.measure.value.label(),
        indicator.perimeter.label()
    );
    let of_inventory = |measure| {
        use FleetMeasure::{MeanAge, MeanLife, RefurbishedShare, ReuseRate};
        matches!(measure, MeanLife | MeanAge | RefurbishedShare | ReuseRate)
    };
    let help = match asked.measure.value {
        measure if of_inventory(measure) && known.fleet.equipment.is_empty() => {
            "Mettez l’inventaire des équipements dans data/parc/ (un tableau, une ligne par type ou par appareil)."
        }
        FleetMeasure::MeanLife => "Remplissez la colonne « duree_interne » de l’inventaire.",
        FleetMeasure::MeanAge => "Remplissez la colonne « annee_achat » ou « age » de l’inventaire.",
        FleetMeasure::RefurbishedShare => "Remplissez la colonne « reconditionne » de l’inventaire.",
        FleetMeasure::ReuseRate => "Remplissez la colonne « reemploi » de l’inventaire.",
        FleetMeasure::WastePerAgent => "Donnez les poids de l’année dans data/parc/deee.csv.",
        _ => "Complétez data/parc/, ou changez la clé « perimetre » de l’indicateur.",
    };
    diagnostics.push(
        Diagnostic::warning(NOTHING_TO_TELL, asked.measure.place.clone(), message)
            .help(help)
            .because(Cause::entry(indicator.id.as_str())),
    );
}

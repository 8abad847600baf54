//! Where the values of an indicator come from when no table gives them: a formula, a query, or the fleet.
//!
//! It parses no formula and no query: that is for the rooms that run them.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::model::{Derivation, FleetDerivation, FleetMeasure};

/// Two derivations in the same indicator.
pub(super) const TWO_DERIVATIONS: Code = Code("M062");
/// `equipement` where nothing of the fleet is asked for, or where the measure is of no equipment.
const EQUIPMENT_OF_NOTHING: Code = Code("M059");
/// The unit of an indicator is not that of the measure of the fleet.
const UNIT_OF_THE_FLEET: Code = Code("M069");

/// The keys of an entry that say where its values come from.
pub(super) struct Asked<'a> {
    pub formula: Option<Placed<String>>,
    pub query: Option<Placed<String>>,
    pub fleet: Option<Placed<FleetMeasure>>,
    pub equipment: Option<Placed<String>>,
    /// None where the unit has a fault of its own.
    pub unit: Option<&'a str>,
}

/// The derivation of an entry; the first of them where it has several, and the fault is told.
pub(super) fn derivation(asked: Asked, diagnostics: &mut Diagnostics) -> Option<Derivation> {
    let fleet = fleet(asked.fleet, asked.equipment, asked.unit, diagnostics);
    let mut found = [
        asked
            .formula
            .map(|formula| (formula.place.clone(), Derivation::Formula(formula))),
        asked.query.map(|query| (query.place.clone(), Derivation::Query(query))),
        fleet.map(|fleet| (fleet.measure.place.clone(), Derivation::Fleet(fleet))),
    ]
    .into_iter()
    .flatten();
    let (first, derivation) = found.next()?;
    if let Some((second, _)) = found.next() {
        refuse_second(&first, second, diagnostics);
    }
    Some(derivation)
}

fn refuse_second(first: &Place, second: Place, diagnostics: &mut Diagnostics) {
    let message =
        format!("Cet indicateur a deux origines (la première : {first}) : ses valeurs ne peuvent venir que d’une.");
    let help = "Gardez une seule des clés « formule », « requete » et « parc ».";
    diagnostics.push(Diagnostic::error(TWO_DERIVATIONS, second, message).help(help));
}

fn fleet(
    measure: Option<Placed<FleetMeasure>>,
    equipment: Option<Placed<String>>,
    unit: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Option<FleetDerivation> {
    let Some(measure) = measure else {
        if let Some(named) = equipment {
            let message = "La clé « equipement » ne sert qu’avec la clé « parc ».";
            let written = named.place.written("parc", "duree-moyenne", "duree-moyenne");
            let help = format!("Ajoutez par exemple {written}, ou retirez « equipement ».");
            diagnostics.push(Diagnostic::error(EQUIPMENT_OF_NOTHING, named.place, message).help(help));
        }
        return None;
    };
    if let (FleetMeasure::WastePerAgent, Some(named)) = (measure.value, &equipment) {
        let message =
            "Les déchets ne sont pas pesés équipement par équipement : la clé « equipement » n’a pas de sens ici.";
        let help = "Retirez cette ligne.";
        diagnostics.push(Diagnostic::error(EQUIPMENT_OF_NOTHING, named.place.clone(), message).help(help));
    }
    if let Some(unit) = unit {
        check_unit(&measure, unit, diagnostics);
    }
    Some(FleetDerivation { measure, equipment })
}

fn check_unit(measure: &Placed<FleetMeasure>, unit: &str, diagnostics: &mut Diagnostics) {
    let known = measure.value.units();
    let plain = unit.trim().replace('₂', "2");
    if known.is_empty() || known.contains(&plain.as_str()) {
        return;
    }
    let message = format!(
        "La mesure « {} » du parc est en {}, et l’unité de l’indicateur est « {unit} ».",
        measure.value.key(),
        known[0]
    );
    let known: Vec<String> = known
        .iter()
        .map(|unit| measure.place.written("unite", &format!("\"{unit}\""), unit))
        .collect();
    let help = format!("Écrivez {}.", known.join(", ou "));
    diagnostics.push(Diagnostic::error(UNIT_OF_THE_FLEET, measure.place.clone(), message).help(help));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(fleet: Option<FleetMeasure>, equipment: Option<&str>, formula: Option<&str>, unit: &str) -> Vec<String> {
        let place = |column| Place::line("data/indicateurs/a.yaml", 3, column);
        let asked = Asked {
            formula: formula.map(|text| Placed::new(text.to_owned(), place(1))),
            query: None,
            fleet: fleet.map(|measure| Placed::new(measure, place(2))),
            equipment: equipment.map(|name| Placed::new(name.to_owned(), place(3))),
            unit: Some(unit),
        };
        let mut diagnostics = Diagnostics::default();
        derivation(asked, &mut diagnostics);
        let told = diagnostics.sorted().into_iter().map(|found| {
            let place = found.place.as_ref().map(Place::to_string).unwrap_or_default();
            format!("{} {}", found.code, place.rsplit(':').next().unwrap_or_default())
        });
        told.collect()
    }

    #[test]
    fn a_measure_of_the_fleet_has_its_unit_and_is_the_only_origin() {
        let life = Some(FleetMeasure::MeanLife);
        assert!(told(life, Some("écran"), None, "ans").is_empty());
        assert_eq!(told(life, None, None, "mois"), ["M069 2"]);
        assert_eq!(told(life, None, Some("a / b"), "ans"), ["M062 2"]);
        assert_eq!(told(None, Some("écran"), None, "ans"), ["M059 3"]);
        assert_eq!(
            told(Some(FleetMeasure::WastePerAgent), Some("écran"), None, "kg/agent"),
            ["M059 3"]
        );
        assert!(told(Some(FleetMeasure::Footprint), None, None, "tCO₂e").is_empty());
        assert!(told(Some(FleetMeasure::NumberPerAgent), None, None, "écrans par agent").is_empty());
    }
}

//! A value to be drawn on a map whose commune the map does not hold, or holds under another name already used.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::french::quoted;
use crate::model::{ChartKind, Indicator, Territory};
use crate::validate::line::Reading;
use std::collections::BTreeMap;

/// A name that no commune of the map has.
const UNKNOWN_COMMUNE: Code = Code("M238");
/// Two names in the tables that are one commune of the map.
const SAME_COMMUNE: Code = Code("M239");

/// Reports each name once, at the first cell of its values; nothing where the map was refused.
pub fn check(
    indicator: &Indicator,
    readings: &[Reading],
    territory: Option<&Territory>,
    diagnostics: &mut Diagnostics,
) {
    let Some(territory) = territory.filter(|_| indicator.chart == Some(ChartKind::Map)) else {
        return;
    };
    let mut written: BTreeMap<&str, &Reading> = BTreeMap::new();
    for reading in readings.iter().filter(|reading| reading.indicator.id == indicator.id) {
        for name in reading.observation.breakdown.values() {
            written.entry(name).or_insert(reading);
        }
    }
    let mut taken: BTreeMap<usize, &str> = BTreeMap::new();
    for (name, reading) in written {
        let place = reading.observation.place.clone();
        let Some(rank) = territory.find(name) else {
            let known: Vec<&str> = territory.areas.iter().map(|area| area.name.as_str()).collect();
            let message = format!("{} n’est dans la carte ni un code, ni un nom.", quoted(name));
            let fault = Diagnostic::error(UNKNOWN_COMMUNE, place, message);
            diagnostics.push(fault.help(french::suggestion(name, &known)).raw(name));
            continue;
        };
        if let Some(first) = taken.insert(rank, name) {
            let area = &territory.areas[rank];
            let message = format!(
                "{} et {} sont la même commune de la carte, {}.",
                quoted(first),
                quoted(name),
                area.name
            );
            diagnostics.push(
                Diagnostic::error(SAME_COMMUNE, place, message)
                    .help("Écrivez partout le même nom, ou partout le code.")
                    .raw(name),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Area, ChartKind, ClassRule, Coordinates, Indicator, Territory};
    use crate::validate::fixture::{given, indicator};
    use std::sync::Arc;

    /// What is told of values by commune, two communes standing in the map.
    fn told(chart: Option<ChartKind>, communes: [&str; 2]) -> Vec<&'static str> {
        let by_commune = Indicator {
            chart,
            breakdowns: vec!["commune".to_owned()],
            ..indicator("eau", "m³")
        };
        let [first, second] = communes;
        let table = format!("indicateur;annee;valeur;commune\neau;2025;1;{first}\neau;2025;2;{second}");
        let mut given = given([by_commune]).csv("a.csv", &table);
        let area = |key: &str, name: &str| Area {
            key: key.to_owned(),
            name: name.to_owned(),
            polygons: Vec::new(),
        };
        given.inputs.territory = Some(Arc::new(Territory {
            areas: vec![area("38185", "Grenoble"), area("38151", "Échirolles")],
            coordinates: Coordinates::Degrees,
            classes: ClassRule::Quantiles,
        }));
        given.check().codes()
    }

    #[test]
    fn only_a_value_that_is_to_be_drawn_on_the_map_has_to_name_one_of_its_communes() {
        assert_eq!(told(Some(ChartKind::Map), ["Grenoble", "Ailleurs"]), ["M238"]);
        assert_eq!(
            told(Some(ChartKind::Map), ["Grenoble", "Echirolles"]),
            Vec::<&str>::new()
        );
        assert_eq!(told(None, ["Grenoble", "Ailleurs"]), Vec::<&str>::new());
    }

    #[test]
    fn a_commune_has_one_name_in_the_tables() {
        assert_eq!(told(Some(ChartKind::Map), ["Grenoble", "38185"]), ["M239"]);
        assert_eq!(told(None, ["Grenoble", "38185"]), Vec::<&str>::new());
    }
}

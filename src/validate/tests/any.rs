//! Whatever a table holds, what comes out may be computed on.

use crate::validate::fixture::{given, indicator};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn header() -> impl Strategy<Value = String> {
    let long = Just("indicateur;annee;valeur;statut;secteur;note".to_owned());
    let wide = Just("indicateur;2023;2024;2025;2026;statut".to_owned());
    let odd = proptest::collection::vec("indicateur|annee|valeur|Unité|2024|1024|secteur||visa", 1..7);
    prop_oneof![long, wide, odd.prop_map(|names| names.join(";"))]
}

fn row() -> impl Strategy<Value = String> {
    let cell = "elec|part|gaz||2023|2024|2025|2026|0,5|150|-3|n\\.d\\.|s|secret|rupture|12 km|habitat|é\u{F0B7}|1e999";
    proptest::collection::vec(cell, 1..8).prop_map(|cells| cells.join(";"))
}

proptest! {
    #[test]
    fn observations_are_sorted_unique_known_and_within_their_bounds(
        header in header(),
        rows in proptest::collection::vec(row(), 0..12),
        percent in any::<bool>(),
    ) {
        let mut elec = indicator("elec", "GWh");
        elec.breakdowns = vec!["secteur".to_owned()];
        let mut part = indicator("part", "%");
        part.bounds = Some((0.0, 100.0));
        let mut given = given([elec, part]).csv("e.csv", &format!("{header}\n{}", rows.join("\n")));
        let cells = given.inputs.tables.iter_mut().flat_map(|table| table.rows.iter_mut().flatten());
        for cell in cells {
            if let Ok(value) = cell.content.display().parse::<f64>() {
                cell.content = crate::load::Content::Number { value, percent: percent && value < 100.0 };
            }
        }
        let found = given.check();
        let keys: Vec<_> = found
            .observations()
            .iter()
            .map(|one| (one.indicator.as_str(), one.year, one.breakdown.clone()))
            .collect();
        prop_assert!(keys.is_sorted());
        prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        for one in found.observations() {
            prop_assert!((1900..=2025).contains(&one.year));
            prop_assert!(["elec", "part"].contains(&one.indicator.as_str()));
            let number = one.value.number().unwrap_or(50.0);
            prop_assert!(number.is_finite());
            prop_assert!(one.indicator.as_str() == "elec" || (0.0..=100.0).contains(&number));
        }
    }
}

//! The unit a factor must have, so that tonnes, grams and yearly values are never taken for another.

use crate::french::folded;
use crate::model::FactorItem;
use crate::model::Stage;

/// The unit of the emission factor of electricity.
pub const ELECTRICITY: &str = "kgCO2e/kWh";

/// The unit that an item is given in.
pub fn expected(item: FactorItem) -> &'static str {
    match item {
        FactorItem::Stage(Stage::Use) => "kgCO2e/unité/an",
        FactorItem::Stage(_) => "kgCO2e/unité",
        FactorItem::Life => "ans",
    }
}

/// Whether a written unit is that one: `kg CO₂ eq / unité` and `kgCO2e` are `kgCO2e/unité`.
pub fn agrees(written: &str, expected: &str) -> bool {
    normal(written) == normal(expected)
}

fn normal(unit: &str) -> String {
    let unit = folded(unit).replace(" par ", "/").replace(' ', "");
    let unit = unit
        .replace("co2eq", "co2e")
        .replace("equivalentco2", "co2e")
        .replace("eqco2", "co2e");
    match unit.as_str() {
        "an" | "ans" | "annee" | "annees" => "ans".to_owned(),
        _ => unit
            .replace("/unite", "")
            .replace("/equipement", "")
            .replace("/annee", "/an"),
    }
}

#[cfg(test)]
mod tests {
    use super::agrees;

    #[test]
    fn the_same_unit_has_several_writings_and_another_unit_none_of_them() {
        for written in ["kgCO2e/unité", "kg CO₂e / unité", "kgCO2eq par unité", "kgCO2e"] {
            assert!(agrees(written, "kgCO2e/unité"), "{written}");
        }
        assert!(agrees("kgCO2e/unité/an", "kgCO2e/unité/an") && agrees("kg CO2e/an", "kgCO2e/unité/an"));
        assert!(agrees("années", "ans"));
        for written in ["gCO2e/unité", "tCO2e", "kgCO2e/unité/an", "kgCO2e/kWh", ""] {
            assert!(!agrees(written, "kgCO2e/unité"), "{written}");
        }
    }
}

//! The columns of a catalogue of indicators.

use crate::config::raw::{BaselineEntry, IndicatorEntry, SourceEntry};
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among, number, part};

/// The keys whose cells hold several values.
const LISTS: [&str; 3] = ["odd", "bornes", "ventilations"];

impl Line for IndicatorEntry {
    const PLURAL: &str = "les indicateurs";
    const YAML_ONLY: &[&str] = &[];
    const MORE_COLUMNS: &[&str] = &[
        "cible_2030",
        "reference_annee",
        "reference_valeur",
        "source_producteur",
        "source_diffuseur",
        "source_version",
        "source_licence",
        "source_methode",
        "source_limites",
        "source_age_max",
    ];

    fn column(folded: &str) -> Option<Column> {
        let year = number(folded, "cible");
        if let Some(year) = year {
            return Some(Column::Target(year));
        }
        let key = among(folded, Self::KEYS);
        let part_of_source = || part(folded, "source", SourceEntry::KEYS).map(|key| Column::Part("source", key));
        let part_of_baseline =
            || part(folded, "reference", BaselineEntry::KEYS).map(|key| Column::Part("reference", key));
        match key {
            Some("source") => Some(Column::Part("source", "producteur")),
            Some("reference") => Some(Column::Baseline),
            Some("cibles") => Some(Column::Targets),
            Some("unite") => Some(Column::Blank("unite")),
            Some(key) if LISTS.contains(&key) => Some(Column::List(key)),
            Some(key) => Some(Column::One(key)),
            None => part_of_source().or_else(part_of_baseline),
        }
    }
}

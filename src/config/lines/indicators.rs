//! The columns of a catalogue of indicators.

use crate::config::raw::{BaselineEntry, IndicatorEntry, SourceEntry};
use crate::diagnostic::Severity;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among, number, part};
use crate::form::separators::Stake;

/// The keys whose cells hold several values.
const LISTS: [&str; 4] = ["odd", "bornes", "ventilations", "mesures"];

macro_rules! targets_of {
    ($($year:literal)*) => { [$(concat!("cible_", $year)),*] };
}

/// The columns of one target that may have another title.
const YEARS_OF_TARGETS: [&str; 32] = targets_of!(
    2024 2025 2026 2027 2028 2029 2030 2031 2032 2033 2034 2035 2036 2037 2038 2039
    2040 2041 2042 2043 2044 2045 2046 2047 2048 2049 2050 2055 2060 2070 2080 2100
);

impl Line for IndicatorEntry {
    const TITLE: &str = "Le catalogue des indicateurs";
    const FILE: &str = "data/indicateurs/….csv";
    const TITLES: &str = "colonnes: {indicateurs: {titre: …}}";
    const STRANGE: Severity = Severity::Error;
    const TITLED: &[&'static str] = &YEARS_OF_TARGETS;
    const OWN_UNIT: Option<(&'static str, &[&'static str])> =
        Some(("unite", &["cibles", "reference", "limite", "bornes"]));
    const MORE_COLUMNS: &[&'static str] = &[
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

    fn stake(key: &str, cell: &dyn Fn(&str) -> String) -> Option<Stake> {
        let of_its_unit = matches!(key, "cibles" | "reference" | "limite" | "bornes");
        of_its_unit.then(|| Stake::of(&cell("unite"), cell("precision").trim() == "0"))
    }

    fn column(title: &str) -> Option<Column> {
        // The key itself, where the author gave it a title: « Objectif 2030 », under `cibles: Objectif`.
        if let Some(year) = number(title, "cible").or_else(|| number(title, "cibles")) {
            return Some(Column::Yearly("cibles", Some(year)));
        }
        let key = among(title, <Self as Entry>::KEYS);
        let part_of_source = || part(title, "source", SourceEntry::KEYS).map(|key| Column::Part("source", key));
        let part_of_baseline =
            || part(title, "reference", BaselineEntry::KEYS).map(|key| Column::Part("reference", key));
        match key {
            Some("source") => Some(Column::Part("source", "producteur")),
            Some("reference") => Some(Column::Baseline),
            Some("cibles") => Some(Column::Targets),
            Some("revisions") => Some(Column::Reasons),
            Some("unite") => Some(Column::Blank("unite")),
            Some(key) if LISTS.contains(&key) => Some(Column::List(key)),
            Some(key) => Some(Column::One(key)),
            None => part_of_source().or_else(part_of_baseline),
        }
    }
}

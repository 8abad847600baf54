//! The columns of a catalogue of indicators.

use crate::config::raw::{BaselineEntry, IndicatorEntry, SourceEntry};
use crate::diagnostic::Severity;
use crate::form::entry::Entry;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, among, number, part};
use crate::form::separators::Stake;

/// The keys whose cells hold several values.
const LISTS: [&str; 4] = ["odd", "bornes", "ventilations", "mesures"];

impl Line for IndicatorEntry {
    const TITLE: &str = "Le catalogue des indicateurs";
    const FILE: &str = "data/indicateurs/….csv";
    const TITLES: &str = "colonnes: {indicateurs: {titre: …}}";
    const STRANGE: Severity = Severity::Error;
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
            Some("unite") => Some(Column::Blank("unite")),
            Some(key) if LISTS.contains(&key) => Some(Column::List(key)),
            Some(key) => Some(Column::One(key)),
            None => part_of_source().or_else(part_of_baseline),
        }
    }
}

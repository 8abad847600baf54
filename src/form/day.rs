//! A day, as `rapport.yaml` and the tables write it.

use super::document::Node;
use super::entry::FromYaml;
use super::scalars::{Day, NOT_DATE, is_plausible, scalar};
use crate::diagnostic::Diagnostics;
use crate::french::{read_date, read_month};
use jiff::civil::Date;

impl FromYaml for Day {
    type Value = Date;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Date> {
        let text = scalar(node, "une date", diagnostics)?;
        let found = read_date(text).filter(|date| is_plausible(*date));
        if found.is_none() {
            let message = format!("« {text} » n’est pas une date de 1900 à 2200.");
            // A cell of dates that shows its month alone is read as it shows: what is typed in it again would be too.
            let is_month =
                read_month(text).is_some() || text.len() == 7 && format!("{text}-01").parse::<Date>().is_ok();
            let help = match is_month {
                true if node.place.is_in_table() => {
                    "Donnez à la cellule le format « Date courte » : elle montre un mois, et un jour est attendu."
                }
                _ => "Écrivez l’année, le mois et le jour : 2026-12-18 pour le 18 décembre 2026.",
            };
            diagnostics.push(node.error(NOT_DATE, message).help(help));
        }
        found
    }
}

//! A unit written differently in a table and in the catalogue.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{is_count, is_same_unit, quoted, titled};
use crate::load::Cell;
use crate::model::Identifier;
use crate::validate::line::Line;
use std::collections::BTreeSet;

/// The `unite` of a row is not the `unite` of the catalogue.
const OTHER_UNIT: Code = Code("M217");

/// Reports each unit that differs from the catalogue, once an indicator and a table.
pub fn check(lines: &[Line], column: usize, diagnostics: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    for line in lines {
        let unit = line.text(Some(column));
        if unit.is_empty()
            || is_same_unit(&unit, &line.indicator.unit)
            // « nb » says no more than that logements are counted.
            || is_same_unit(&unit, "nombre") && is_count(&line.indicator.unit)
            || !said.insert((&line.indicator.id, unit.clone()))
        {
            continue;
        }
        let expected = match line.indicator.unit.as_str() {
            "" => "aucune".to_owned(),
            unit => quoted(unit),
        };
        diagnostics.push(
            Diagnostic::error(
                OTHER_UNIT,
                line.place(column),
                format!(
                    "L’unité de {} est {} dans la table et {expected} dans le catalogue.",
                    quoted(line.indicator.id.as_str()),
                    quoted(&unit),
                ),
            )
            .help(format!(
                "Convertissez les valeurs et corrigez l’unité de la table, ou corrigez le catalogue ({}).",
                line.indicator.place.of_key("unite")
            ))
            .raw(unit),
        );
    }
}

/// Reports each indicator whose unit is not the one that a title of values says, once a unit.
pub fn check_titles<'t>(lines: &[Line], titles: impl Iterator<Item = &'t Cell>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for title in titles {
        let written = title.content.display();
        if let Some((_, said)) = titled(&written) {
            check_title(lines, title, said, &mut seen, diagnostics);
        }
    }
}

fn check_title<'l>(
    lines: &[Line<'l>],
    title: &Cell,
    said: &str,
    seen: &mut BTreeSet<(&'l Identifier, String)>,
    diagnostics: &mut Diagnostics,
) {
    let written = title.content.display();
    for line in lines {
        let indicator = line.indicator;
        if is_same_unit(said, &indicator.unit) || !seen.insert((&indicator.id, said.to_owned())) {
            continue;
        }
        let expected = match indicator.unit.as_str() {
            "" => "aucune".to_owned(),
            unit => quoted(unit),
        };
        let message = format!(
            "L’unité de {} est {} par le titre de la colonne ({}) et {expected} dans le catalogue.",
            quoted(indicator.id.as_str()),
            quoted(said),
            quoted(written.trim()),
        );
        let help = format!(
            "Convertissez les valeurs et retirez l’unité du titre (dans rapport.yaml aussi, si « colonnes » le donne), ou corrigez le catalogue ({}).",
            indicator.place.of_key("unite")
        );
        diagnostics.push(
            Diagnostic::error(OTHER_UNIT, title.place.clone(), message)
                .help(help)
                .raw(written.trim()),
        );
    }
}

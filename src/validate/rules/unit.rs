//! A unit written differently in a table and in the catalogue.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{is_same_unit, quoted, titled};
use crate::load::Cell;
use crate::validate::line::Line;
use std::collections::BTreeSet;

/// The `unite` of a row is not the `unite` of the catalogue.
const OTHER_UNIT: Code = Code("M217");

/// Reports each unit that differs from the catalogue, once an indicator and a table.
pub fn check(lines: &[Line], column: usize, diagnostics: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    for line in lines {
        let unit = line.text(Some(column));
        if unit.is_empty() || same(&unit, &line.indicator.unit) || !said.insert((&line.indicator.id, unit.clone())) {
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
                line.indicator.place
            ))
            .raw(unit),
        );
    }
}

/// Reports each indicator whose unit is not the one that the title of the values says.
pub fn check_title(lines: &[Line], title: &Cell, diagnostics: &mut Diagnostics) {
    let written = title.content.display();
    let Some((_, said)) = titled(&written) else { return };
    let mut seen = BTreeSet::new();
    for line in lines {
        let indicator = line.indicator;
        if is_same_unit(said, &indicator.unit) || !seen.insert(&indicator.id) {
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
            indicator.place
        );
        diagnostics.push(
            Diagnostic::error(OTHER_UNIT, title.place.clone(), message)
                .help(help)
                .raw(written.trim()),
        );
    }
}

/// Whether two units differ at most by the kind of their spaces; `nombre` is the unit of what has none.
fn same(left: &str, right: &str) -> bool {
    let words = |unit: &str| unit.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let pure = |unit: String| if unit == "nombre" { String::new() } else { unit };
    pure(words(left)) == pure(words(right))
}

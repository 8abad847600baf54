//! A unit written differently in a table and in the catalogue.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
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

/// Whether two units differ at most by the kind of their spaces; `nombre` is the unit of what has none.
fn same(left: &str, right: &str) -> bool {
    let words = |unit: &str| unit.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    let pure = |unit: String| if unit == "nombre" { String::new() } else { unit };
    pure(words(left)) == pure(words(right))
}

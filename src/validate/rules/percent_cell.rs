//! A cell shown as a percentage under another unit than the percentage.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{is_percentage, quoted};
use crate::load::Content;
use crate::validate::line::Reading;
use std::collections::BTreeSet;

/// The workbook shows 31 %, holds 0.31, and the catalogue expects neither.
const PERCENT_CELL: Code = Code("M219");

/// Warns, once an indicator and a file, of percentages under a unit that is not one.
pub fn check(readings: &[Reading], diagnostics: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    for reading in readings {
        let Content::Number { value, percent: true } = reading.content else {
            continue;
        };
        let (id, place) = (&reading.indicator.id, &reading.observation.place);
        if is_percentage(&reading.indicator.unit) || !said.insert((id, &place.file)) {
            continue;
        }
        let unit = match reading.indicator.unit.as_str() {
            "" => format!("{} n’a pas d’unité", quoted(id.as_str())),
            unit => format!("l’unité de {} est {}", quoted(id.as_str()), quoted(unit)),
        };
        let plain = Content::Number {
            value: *value,
            percent: false,
        };
        diagnostics.push(
            Diagnostic::warning(
                PERCENT_CELL,
                place.clone(),
                format!(
                    "La cellule affiche {}, {unit} : la valeur lue est {}.",
                    reading.content.display(),
                    plain.display()
                ),
            )
            .help(format!(
                "Changez le format de la cellule, ou écrivez {} ({}).",
                reading.indicator.place.written("unite", "\"%\"", "%"),
                reading.indicator.place.of_key("unite")
            ))
            .raw(reading.content.display()),
        );
    }
}

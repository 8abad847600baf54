//! A row that fills a column of disaggregation its indicator does not declare.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::validate::catalogue::declares;
use crate::validate::layout::Layout;
use crate::validate::line::Line;
use std::collections::BTreeSet;

/// A disaggregation the catalogue does not announce for this indicator.
const UNDECLARED_BREAKDOWN: Code = Code("M203");

/// Reports, once an indicator and a column, the rows that fill an undeclared disaggregation; `rows` leaves them out.
pub fn check(lines: &[Line], layout: &Layout, diagnostics: &mut Diagnostics) {
    let mut said = BTreeSet::new();
    for line in lines {
        for (column, name) in &layout.breakdowns {
            let text = line.text(Some(*column));
            if text.is_empty() || declares(line.indicator, name) || !said.insert((&line.indicator.id, name)) {
                continue;
            }
            let declared: Vec<&str> = line
                .indicator
                .breakdowns
                .iter()
                .map(String::as_str)
                .chain([name.as_str()])
                .collect();
            diagnostics.push(
                Diagnostic::error(
                    UNDECLARED_BREAKDOWN,
                    line.place(*column),
                    format!(
                        "La colonne {} est remplie ({}) pour {}, qui ne la déclare pas comme ventilation.",
                        quoted(name),
                        quoted(&text),
                        quoted(line.indicator.id.as_str()),
                    ),
                )
                .help(format!(
                    "Écrivez {} ({}), ou videz la cellule.",
                    line.indicator.place.written(
                        "ventilations",
                        &format!("[{}]", declared.join(", ")),
                        &declared.join(" ; ")
                    ),
                    line.indicator.place.of_key("ventilations")
                ))
                .raw(text)
                .spoils(Cause::entry(line.indicator.id.as_str())),
            );
        }
    }
}

//! A target on the wrong side of the reference.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::model::{Direction, Indicator};
use crate::validate::line::Reading;
use crate::validate::words::exact;

use super::baseline;

/// Reaching the target would be a change in the direction that is not wanted.
const TARGET_AGAINST_DIRECTION: Code = Code("M241");

/// Reports the targets that contradict the direction, where the value of the reference is known.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    let Some(reference) = baseline::value(indicator, readings) else {
        return;
    };
    let (wanted, found, contradicts): (_, _, fn(f64, f64) -> bool) = match indicator.direction {
        Direction::Increase => ("hausse", "sous", |target, reference| target < reference),
        Direction::Decrease => ("baisse", "au-dessus de", |target, reference| target > reference),
        Direction::Maintain | Direction::Monitor => return,
    };
    for target in indicator
        .targets
        .iter()
        .filter(|target| contradicts(target.value, reference))
    {
        diagnostics.push(
            Diagnostic::error(
                TARGET_AGAINST_DIRECTION,
                target.place.clone(),
                format!(
                    "{} doit aller à la {wanted}, et sa cible de {} ({}) est {found} sa référence ({}).",
                    quoted(indicator.id.as_str()),
                    target.year,
                    exact(target.value),
                    exact(reference),
                ),
            )
            .help(format!("Corrigez la cible, la référence ou le sens ; vérifiez que les deux valeurs ont la même unité. Un seuil à ne pas franchir, déjà respecté, n’est pas une cible : écrivez « limite: {} » à la place de « cibles ».", exact(target.value))),
        );
    }
}

//! A whole that is the sum of the parts that are known, where another is not: whoever added them up left it out.

use super::whole_differs::{Divided, cause};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{list, quoted};
use crate::model::{Indicator, Value, adds_up};
use crate::validate::words::exact;

/// A whole that leaves out a part.
const PARTIAL_WHOLE: Code = Code("M248");

/// Warns of each whole that its known parts make alone.
pub fn check(indicator: &Indicator, divided: &[Divided], diagnostics: &mut Diagnostics) {
    diagnostics.extend(divided.iter().filter_map(|divided| told(indicator, divided)));
}

/// What is told of a whole that its known parts make alone; none where every part is known, or where it is another number.
fn told(indicator: &Indicator, Divided { whole, parts, .. }: &Divided) -> Option<Diagnostic> {
    let value = whole.observation.value.number()?;
    let lacks = parts.iter().filter(|part| part.observation.value == Value::Missing);
    let lacks: Vec<String> = lacks
        .map(|part| {
            let names = part.observation.breakdown.values();
            let names: Vec<String> = names.map(|name| quoted(name)).collect();
            format!("{} ({})", names.join(", "), part.observation.place)
        })
        .collect();
    let numbers: Vec<f64> = parts
        .iter()
        .filter_map(|part| part.observation.value.number())
        .collect();
    if lacks.is_empty() || numbers.is_empty() || value == 0.0 || !adds_up(value, &numbers) {
        return None;
    }
    let message = format!(
        "{}, {} : l’ensemble vaut {}, la somme des seules parties connues ; il manque {}. C’est un total partiel, que rien ne dirait au lecteur.",
        quoted(indicator.id.as_str()),
        whole.observation.year,
        exact(value),
        list(&lacks)
    );
    let help = "Complétez la partie qui manque ; ou écrivez n.d. à la place de l’ensemble ; s’il est juste, écrivez 0 pour la partie, ou « fermé », ou « pas encore ouvert ».";
    let told = Diagnostic::warning(PARTIAL_WHOLE, whole.observation.place.clone(), message).help(help);
    Some(told.raw(whole.content.display()).because(cause(indicator)))
}

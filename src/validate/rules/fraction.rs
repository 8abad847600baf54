//! Shares written from 0 to 1 under the unit `%`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::french::{is_percentage, plural, quantity, quoted};
use crate::load::Content;
use crate::model::{Indicator, to_twelve_digits};
use crate::validate::line::Reading;
use crate::validate::words::exact;
use std::collections::BTreeMap;

/// 0.31 where 31 was probably meant.
const FRACTION: Code = Code("M235");

/// Warns, once, of the progress of actions, or of measures of the strategy, that is a share from 0 to 1.
///
/// A column may hold both: one cell of a workbook in % format is worth 40, the next one, without it, 0.4.
pub fn check_progress<'a>(
    whole: &str,
    written: impl IntoIterator<Item = (&'a str, Option<&'a Placed<f64>>)>,
    diagnostics: &mut Diagnostics,
) {
    let written = written
        .into_iter()
        .filter_map(|(name, progress)| Some((name, &progress?.place, progress?.value)));
    let written: Vec<(&str, &Place, f64)> = written.collect();
    let within = written.iter().all(|(.., progress)| (0.0..=1.0).contains(progress));
    let mut proper = written
        .iter()
        .filter(|(.., progress)| *progress > 0.0 && *progress < 1.0);
    let Some((name, place, progress)) = proper.next() else {
        return;
    };
    let others = match proper.count() {
        0 => String::new(),
        count => format!(" ({} aussi)", plural(count, "autre", "autres")),
    };
    let printed = quantity(*progress, 0, "%");
    let (name, progress, hundredfold) = (
        quoted(name),
        exact(*progress),
        exact(to_twelve_digits(progress * 100.0)),
    );
    let (message, help) = match within {
        true => (
            format!(
                "Tous les avancements {whole} sont entre 0 et 1 : celui de {name}, {progress}, serait imprimé {printed}{others}."
            ),
            "L’avancement s’écrit en pour cent : multipliez-le par 100, ou donnez aux cellules le format %.".to_owned(),
        ),
        false => (
            format!(
                "L’avancement de {name}, {progress}, serait imprimé {printed}, à côté d’autres qui dépassent 1{others}."
            ),
            format!(
                "L’avancement s’écrit en pour cent : écrivez {hundredfold}, ou donnez à la cellule le format %, si c’est {hundredfold} % ; s’il est de moins de 1 %, ne changez rien."
            ),
        ),
    };
    diagnostics.push(
        Diagnostic::warning(FRACTION, (*place).clone(), message)
            .help(help)
            .raw(progress),
    );
}

/// Warns, once an indicator and a file, when every number given as a percentage is between 0 and 1.
///
/// All zeros and ones say nothing; nor do cells in % format; nor an indicator whose bounds are within 0 and 1.
pub fn check(indicator: &Indicator, readings: &[&Reading], diagnostics: &mut Diagnostics) {
    if !is_percentage(&indicator.unit) || indicator.bounds.is_some_and(|(_, high)| high <= 1.0) {
        return;
    }
    let mut files: BTreeMap<&str, Vec<(f64, &Reading)>> = BTreeMap::new();
    for reading in readings {
        let formatted = matches!(reading.content, Content::Number { percent: true, .. });
        if let (Some(number), false) = (reading.observation.value.number(), formatted) {
            files
                .entry(&reading.observation.place.file)
                .or_default()
                .push((number, reading));
        }
    }
    for numbers in files.values() {
        let within = numbers.iter().all(|(number, _)| (0.0..=1.0).contains(number));
        let proper = numbers.iter().find(|(number, _)| *number > 0.0 && *number < 1.0);
        let (true, Some((_, first))) = (within, proper) else {
            continue;
        };
        diagnostics.push(
            Diagnostic::warning(
                FRACTION,
                first.observation.place.clone(),
                format!(
                    "Toutes les valeurs de {} sont entre 0 et 1, et son unité est {} : {} serait imprimé tel quel.",
                    quoted(indicator.id.as_str()),
                    quoted(&indicator.unit),
                    quoted(&first.content.display()),
                ),
            )
            .help(format!(
                "Multipliez les valeurs par 100, ou donnez aux cellules le format % ; si ce sont bien des pourcentages \
                 inférieurs à 1, écrivez {} ({}).",
                indicator.place.written("bornes", "[0, 1]", "0 ; 1"),
                indicator.place.of_key("bornes")
            ))
            .raw(first.content.display()),
        );
    }
}

//! Shares written from 0 to 1 under the unit `%`.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{is_percentage, plural, quantity, quoted};
use crate::load::Content;
use crate::model::Indicator;
use crate::validate::line::Reading;
use crate::validate::words::exact;
use std::collections::BTreeMap;

/// 0.31 where 31 was probably meant.
const FRACTION: Code = Code("M235");

/// Warns, once, when every progress of the actions, or of the measures of the strategy, is a share from 0 to 1.
pub fn check_progress<'a>(
    whole: &str,
    written: impl IntoIterator<Item = (&'a str, &'a Place, Option<f64>)>,
    diagnostics: &mut Diagnostics,
) {
    let written = written
        .into_iter()
        .filter_map(|(name, place, progress)| Some((name, place, progress?)));
    let written: Vec<(&str, &Place, f64)> = written.collect();
    let within = written.iter().all(|(.., progress)| (0.0..=1.0).contains(progress));
    let mut proper = written
        .iter()
        .filter(|(.., progress)| *progress > 0.0 && *progress < 1.0);
    let (true, Some((name, place, progress))) = (within, proper.next()) else {
        return;
    };
    let others = match proper.count() {
        0 => String::new(),
        count => format!(" ({} aussi)", plural(count, "autre", "autres")),
    };
    let message = format!(
        "Tous les avancements {whole} sont entre 0 et 1 : celui de {}, {}, serait imprimé {}{others}.",
        quoted(name),
        exact(*progress),
        quantity(*progress, 0, "%")
    );
    diagnostics.push(
        Diagnostic::warning(FRACTION, (*place).clone(), message)
            .help("L’avancement s’écrit en pour cent : multipliez-le par 100, ou donnez aux cellules le format %.")
            .raw(exact(*progress)),
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
            .help(
                "Multipliez les valeurs par 100, ou donnez aux cellules le format % ; si ce sont bien des pourcentages \
                 inférieurs à 1, écrivez bornes: [0, 1] dans le catalogue.",
            )
            .raw(first.content.display()),
        );
    }
}

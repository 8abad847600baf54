//! What is still of the model that `nouveau` writes: values, and passages of texts.
//!
//! Entries were looked at as they were read, and what was found there was reserved for `--officiel`.

use super::{Finding, Report};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place, Spot};
use crate::form::unfilled::{UNFILLED, is_unfilled, is_value, passages};
use crate::french::{list, plural, quoted, years};
use crate::load::Text;
use crate::model::{Indicator, ObservationStatus, Point};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Values of the model are there without the mark that `nouveau` gave them.
const MODEL_VALUE: Code = Code("M907");

/// Whether a value is that of the model, and its author says nothing of where it comes from.
pub fn is_of_model(indicator: &Indicator, point: &Point, data_year: i32) -> bool {
    let own_note = !point.note.trim().is_empty() && !is_unfilled(&point.note);
    let number = point.value.number().filter(|_| !own_note);
    number.is_some_and(|number| is_value(indicator.id.as_str(), point.year, number, data_year))
}

/// The actions and objectives that hold something of the model.
pub fn entries(diagnostics: &Diagnostics) -> BTreeSet<Arc<str>> {
    diagnostics.reserved_entries()
}

/// Pushes a fault for each; what was reserved while reading is told, but for what is already refused as an example.
pub fn refuse(report: &Report, diagnostics: &mut Diagnostics) {
    let mut refused: BTreeSet<&str> = report
        .actions
        .iter()
        .filter(|action| action.example)
        .map(|action| action.id.as_str())
        .collect();
    if let Some(review) = &report.digital {
        let objectives = review.objectives.iter().map(|review| &review.objective);
        refused.extend(objectives.filter(|one| one.has_example()).map(|one| one.id.as_str()));
    }
    diagnostics.release(|cause| matches!(cause, Cause::Entry(id) if refused.contains(&**id)));
    let texts: Vec<Passages> = report
        .texts
        .iter()
        .filter_map(|(slot, text)| of_text(slot, text))
        .collect();
    match texts.len() > ALONE {
        true => diagnostics.extend(of_texts(&texts)),
        false => diagnostics.extend(texts.into_iter().map(|text| text.fault)),
    }
    for finding in report.findings() {
        diagnostics.extend(values(finding, report.settings.data_year));
        diagnostics.extend(notes(finding));
    }
}

/// Texts told each by itself before one fault stands for all.
const ALONE: usize = 3;

/// What a text still has of the model, and the fault that says it.
struct Passages<'t> {
    slot: &'t str,
    count: usize,
    fault: Diagnostic,
}

/// One fault for many texts, at the first passage of the first.
fn of_texts(texts: &[Passages]) -> Option<Diagnostic> {
    let said = |text: &Passages| format!("{} ({})", quoted(text.slot), plural(text.count, "passage", "passages"));
    let message = format!(
        "{} textes ont encore des passages du modèle, ou à remplacer : {}.",
        texts.len(),
        list(&texts.iter().map(said).collect::<Vec<_>>())
    );
    let mut whole = texts.first()?.fault.clone();
    whole.message = message;
    Some(whole)
}

/// The fault of a text, at its first passage.
fn of_text<'t>(slot: &'t str, text: &Text) -> Option<Passages<'t>> {
    let passages = passages(&text.words);
    let places: Vec<Place> = text.lines().map(|(_, place)| place).collect();
    let places: Vec<&Place> = passages.iter().filter_map(|passage| places.get(passage.line)).collect();
    let number = |place: &&Place| match place.spot {
        Spot::Line { line, .. } => line.to_string(),
        Spot::Paragraph { number, .. } => number.to_string(),
        Spot::File | Spot::Cell { .. } => "1".to_owned(),
    };
    let numbers: Vec<String> = places.iter().map(number).collect();
    let first = (*places.first()?).clone();
    let noun = match first.spot {
        Spot::Paragraph { .. } => ["paragraphe", "paragraphes"],
        _ => ["ligne", "lignes"],
    };
    let message = format!(
        "Le texte « {slot} » a {} du modèle, ou à remplacer ({} {}).",
        plural(passages.len(), "passage", "passages"),
        noun[usize::from(numbers.len() > 1)],
        list(&numbers)
    );
    let help = "Écrivez votre texte à leur place. « À remplacer » n’est pas une marque au milieu d’une phrase.";
    Some(Passages {
        slot,
        count: passages.len(),
        fault: Diagnostic::error(UNFILLED, first, message).help(help),
    })
}

/// One fault an indicator: the years whose value is that of the model, under another status than `exemple`.
fn values(finding: &Finding, data_year: i32) -> Option<Diagnostic> {
    let of_model: Vec<&Point> = finding
        .headline
        .points
        .iter()
        .filter(|point| !point.has(ObservationStatus::Example) && is_of_model(&finding.indicator, point, data_year))
        .collect();
    let place = of_model.first()?.places.first().unwrap_or(&finding.indicator.place);
    let message = format!(
        "L’indicateur {} a {} du modèle ({}).",
        quoted(finding.indicator.id.as_str()),
        plural(of_model.len(), "valeur", "valeurs"),
        years(&of_model.iter().map(|point| point.year).collect::<Vec<i32>>())
    );
    let help = "Remplacez-les par les vôtres, ou supprimez ces lignes ; si une valeur est la même par hasard, dites d’où elle vient dans une colonne « note » (ajoutez-la au tableau s’il n’en a pas).";
    Some(Diagnostic::error(MODEL_VALUE, place.clone(), message).help(help))
}

/// One fault an indicator: the first note that bears the mark.
fn notes(finding: &Finding) -> Option<Diagnostic> {
    let breakdowns = finding.breakdowns.iter().flat_map(|breakdown| &breakdown.series.points);
    let mut points = finding.headline.points.iter().chain(breakdowns);
    let point = points.find(|point| is_unfilled(&point.note))?;
    let place = point.places.first().unwrap_or(&finding.indicator.place);
    let message = format!("La note {} attend d’être remplacée.", quoted(&point.note));
    let help = "Écrivez la vôtre à sa place, ou videz la cellule.";
    Some(Diagnostic::error(UNFILLED, place.clone(), message).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{measured, project, report, with_texts};
    use crate::assess::{CoverageState, refuse_unofficial};
    use crate::compute::Measure;
    use crate::load::Inputs;
    use crate::model::{Finality, Scope};

    /// An indicator of the starter, with these values and notes.
    fn buildings(values: &[(i32, f64, &str)]) -> Measure {
        let numbers: Vec<(i32, f64)> = values.iter().map(|(year, value, _)| (*year, *value)).collect();
        let mut measure = measured("elec-batiments", Finality::Climate, Scope::Internal, &numbers);
        for (point, (_, _, note)) in measure.headline.points.iter_mut().zip(values) {
            point.note = (*note).to_owned();
        }
        measure
    }

    fn refused(inputs: &Inputs, measure: Measure) -> (Vec<String>, CoverageState) {
        let report = report(&project(), inputs, vec![measure]);
        let mut diagnostics = Diagnostics::default();
        refuse_unofficial(&report, &mut diagnostics);
        let told = diagnostics.sorted();
        let told = told.iter().filter(|fault| ["M906", "M907"].contains(&fault.code.0));
        let told = told.map(|fault| format!("{} {}", fault.code, fault.message.replace('\u{a0}', " ")));
        (told.collect(), report.coverage()[0].state)
    }

    #[test]
    fn a_value_of_the_model_is_refused_and_covers_nothing_unless_its_author_says_whence_it_comes() {
        let nothing = Inputs::default();
        let of_model = buildings(&[(2024, 4450.0, ""), (2025, 4310.0, "à remplacer")]);
        let (told, state) = refused(&nothing, of_model);
        let expected = "M907 L’indicateur « elec-batiments » a 2 valeurs du modèle (2024, 2025).";
        assert!(told.contains(&expected.to_owned()), "{told:?}");
        assert_eq!((told.len(), state), (2, CoverageState::Absent), "{told:?}");
        for own in [(2025, 4311.0, ""), (2025, 4310.0, "factures de 2025")] {
            assert_eq!(
                refused(&nothing, buildings(&[own])),
                (Vec::new(), CoverageState::Partial)
            );
        }
    }

    #[test]
    fn a_text_that_bears_the_mark_is_refused_at_its_line_and_covers_nothing() {
        let mut inputs = with_texts(&["elaboration", "evaluation", "mise-en-oeuvre"]);
        for (slot, markdown) in [
            ("elaboration", "Le nôtre.\n\n*À remplacer.* Le reste."),
            ("evaluation", "*À remplacer.* Cette partie dit comment."),
        ] {
            inputs.texts.get_mut(slot).unwrap().words = markdown.into();
        }
        let (told, _) = refused(&inputs, buildings(&[(2025, 1.0, "")]));
        let expected = [
            "M906 Le texte « elaboration » a 1 passage du modèle, ou à remplacer (ligne 3).",
            "M906 Le texte « evaluation » a 1 passage du modèle, ou à remplacer (ligne 1).",
        ];
        assert_eq!(told, expected);
        let report = report(&project(), &inputs, Vec::new());
        assert_eq!(report.coverage()[3].state, CoverageState::Partial);
    }

    #[test]
    fn many_texts_of_the_model_are_one_fault_that_counts_their_passages() {
        let slots = ["elaboration", "evaluation", "mise-en-oeuvre", "orientations"];
        let mut inputs = with_texts(&slots);
        for slot in slots {
            inputs.texts.get_mut(slot).unwrap().words = "À remplacer.\n\nÀ remplacer.".into();
        }
        let (told, _) = refused(&inputs, buildings(&[(2025, 1.0, "")]));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("M906 4 textes") && told[0].contains("« orientations » (2 passages)"),
            "{told:?}"
        );
    }
}

//! The entries of `indicateurs/*.yaml` become [`Indicator`]s: defaults decided, values read together.

use super::derivation;
use super::finality::{self, FinalityTexts};
use super::names::{self, Known};
use super::raw::IndicatorEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french::{self, bare_unit};
use crate::model::{Indicator, Perimeter, Scope, Target};
use std::collections::BTreeSet;

/// Bounds that are not two ascending numbers.
pub(super) const BOUNDS: Code = Code("M064");
/// Two targets for the same year.
pub(super) const TWO_TARGETS: Code = Code("M065");
/// A disaggregation named as a column that has another meaning.
pub(super) const RESERVED_COLUMN: Code = Code("M066");
/// A disaggregation whose values would be names of people, or how to reach them.
const PEOPLE: Code = Code("M076");

/// The columns of a table of observations that name no disaggregation.
const RESERVED: [&str; 6] = ["indicateur", "annee", "valeur", "unite", "statut", "note"];

/// The indicator of an entry; none where a required value has a fault.
pub(super) fn indicator(
    raw: IndicatorEntry,
    finalities: &FinalityTexts,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Indicator> {
    let id = raw
        .id
        .and_then(|id| names::claim(&id, "un indicateur", known, diagnostics));
    let finality = raw
        .finality
        .and_then(|name| finality::resolve(&name, finalities, diagnostics));
    let bounds = raw.bounds.and_then(|bounds| interval(&bounds, diagnostics));
    let targets = targets(raw.targets, diagnostics);
    let breakdowns = breakdowns(raw.breakdowns, diagnostics);
    // Copied from a page or a spreadsheet, a unit may come with its quotes and with signs that nobody sees.
    let unit = raw.unit.as_deref().map(|unit| bare_unit(unit).to_owned());
    let derivation = derivation::derivation(
        derivation::Asked {
            formula: raw.formula,
            query: raw.query,
            fleet: raw.fleet,
            equipment: raw.equipment,
            unit: unit.as_deref(),
        },
        diagnostics,
    );
    let own_perimeter = match raw.scope {
        Some(Scope::Internal) => Perimeter::Collectivite,
        Some(Scope::Territorial) | None => Perimeter::Territory,
    };
    Some(Indicator {
        id: id?,
        comment: raw
            .comment
            .unwrap_or_else(|| Placed::new(String::new(), raw.place.clone())),
        place: raw.place,
        title: raw.title?,
        definition: raw.definition,
        unit: unit?,
        finality: finality?,
        scope: raw.scope?,
        goals: raw.goals,
        nature: raw.nature?,
        direction: raw.direction?,
        baseline: raw.baseline,
        targets,
        limit: raw.limit,
        method: raw.method,
        tolerance: raw.tolerance / 100.0,
        bounds,
        breakdowns,
        aggregation: raw.total,
        frequency: raw.frequency,
        measured: raw.measured,
        source: raw.source,
        service: raw.service,
        digital_theme: raw.digital_theme,
        perimeter: raw.perimeter.unwrap_or(own_perimeter),
        chart: raw.chart,
        precision: raw.precision.unwrap_or(1),
        free_precision: raw.precision.is_none(),
        derivation,
        revisions: raw.revisions.into_iter().collect(),
    })
}

fn interval(bounds: &Placed<Vec<Placed<f64>>>, diagnostics: &mut Diagnostics) -> Option<(f64, f64)> {
    match bounds.value.as_slice() {
        [low, high] if low.value < high.value => Some((low.value, high.value)),
        _ => {
            let message = "Les bornes sont deux nombres, le plus petit d’abord.";
            let written = bounds.place.written("bornes", "[0, 100]", "0 ; 100");
            let help = match bounds.place.is_in_table() {
                true => format!("Écrivez par exemple {written}."),
                false => format!(
                    "Écrivez par exemple {written} ; entre crochets, la virgule sépare les nombres : 12.5, et non 12,5."
                ),
            };
            diagnostics.push(Diagnostic::error(BOUNDS, bounds.place.clone(), message).help(help));
            None
        }
    }
}

fn targets(raw: Vec<Target>, diagnostics: &mut Diagnostics) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for target in raw {
        if let Some(first) = targets.iter().find(|first| first.year == target.year) {
            let message = format!(
                "Deux cibles pour l’année {} (la première : {}).",
                target.year, first.place
            );
            let help = "Gardez une seule cible par année.";
            diagnostics.push(Diagnostic::error(TWO_TARGETS, target.place, message).help(help));
        } else {
            targets.push(target);
        }
    }
    targets.sort_by_key(|target| target.year);
    targets
}

fn breakdowns(raw: Vec<Placed<String>>, diagnostics: &mut Diagnostics) -> Vec<String> {
    let (mut columns, mut known) = (Vec::new(), BTreeSet::new());
    for Placed { value: name, place } in raw {
        if RESERVED.contains(&french::name(&name).as_str()) {
            let message = format!(
                "La colonne « {name} » a déjà un sens dans les tableaux ; elle ne peut pas ventiler un indicateur."
            );
            let help = "Donnez un autre nom à la colonne, dans le tableau et ici.";
            diagnostics.push(Diagnostic::error(RESERVED_COLUMN, place, message).help(help).raw(name));
            continue;
        }
        if french::names_people(&name) {
            let message = format!(
                "La ventilation « {name} » semble nommer des personnes : ses valeurs seraient publiées, dans le rapport et dans ses données."
            );
            let help = "Additionnez les lignes par service ou par site avant de publier. Si la colonne ne porte que des catégories, dites-le dans son nom (« type-… », « categorie-… »), dans le tableau et ici.";
            diagnostics.push(Diagnostic::error(PEOPLE, place, message).help(help).raw(name));
            continue;
        }
        if known.insert(name.clone()) {
            columns.push(name);
        }
    }
    columns
}

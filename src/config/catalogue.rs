//! The entries of `indicateurs/*.yaml` become [`Indicator`]s: defaults decided, values read together.

use super::derivation;
use super::finality::FinalityNames;
use super::names::{self, Known};
use super::raw::{BaselineEntry, IndicatorEntry, SourceEntry, TargetEntry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::scalars::{Number, Sentence};
use crate::model::{Aggregation, Baseline, Indicator, Perimeter, Scope, Source, Target};

/// Bounds that are not two ascending numbers.
pub(super) const BOUNDS: Code = Code("M064");
/// Two targets for the same year.
pub(super) const TWO_TARGETS: Code = Code("M065");
/// A disaggregation named as a column that has another meaning.
pub(super) const RESERVED_COLUMN: Code = Code("M066");
/// A tolerance that is not a percentage.
pub(super) const TOLERANCE: Code = Code("M067");

const DEFAULT_TOLERANCE: f64 = 0.05;
const DEFAULT_PRECISION: usize = 1;
/// The columns of a table of observations that name no disaggregation.
const RESERVED: [&str; 6] = ["indicateur", "annee", "valeur", "unite", "statut", "note"];

/// The indicator of an entry; none where a required value has a fault.
pub(super) fn indicator(
    raw: IndicatorEntry,
    finalities: &FinalityNames,
    known: &mut Known,
    diagnostics: &mut Diagnostics,
) -> Option<Indicator> {
    let id = raw
        .id
        .0
        .as_ref()
        .and_then(|id| names::claim(id, "un indicateur", known, diagnostics));
    let finality = raw
        .finality
        .0
        .as_ref()
        .and_then(|name| finalities.resolve(name, diagnostics));
    let bounds = raw.bounds.and_then(|bounds| interval(&bounds, diagnostics));
    let targets = targets(raw.targets.unwrap_or_default(), diagnostics);
    let breakdowns = breakdowns(raw.breakdowns.unwrap_or_default(), diagnostics);
    let tolerance = raw.tolerance.and_then(|tolerance| fraction(&tolerance, diagnostics));
    let unit = raw.unit.0.as_ref().map(|unit| unit.0.as_str());
    let derivation = derivation::derivation(
        derivation::Asked {
            formula: raw.formula,
            query: raw.query,
            fleet: raw.fleet,
            equipment: raw.equipment,
            unit,
        },
        diagnostics,
    );
    let scope = raw.scope.0.map(|word| word.0);
    let own_perimeter = match scope {
        Some(Scope::Internal) => Perimeter::Collectivite,
        Some(Scope::Territorial) | None => Perimeter::Territory,
    };
    let comment = raw.comment.map_or_else(
        || Placed::new(String::new(), raw.place.clone()),
        |comment| Placed::new(comment.value.0, comment.place),
    );
    Some(Indicator {
        id: id?,
        place: raw.place,
        title: raw.title.0?.0,
        definition: raw.definition.unwrap_or_default().0,
        unit: raw.unit.0?.0,
        finality: finality?,
        scope: scope?,
        goals: super::numbers(raw.goals),
        nature: raw.nature.0?.0,
        direction: raw.direction.0?.0,
        baseline: raw.baseline.and_then(baseline),
        targets,
        limit: raw.limit.map(|limit| Placed::new(limit.value.0, limit.place)),
        method: raw.method.map(|word| word.0),
        tolerance: tolerance.unwrap_or(DEFAULT_TOLERANCE),
        bounds,
        breakdowns,
        aggregation: raw.total.map_or(Aggregation::None, |word| word.0),
        frequency: raw.frequency.and_then(|years| u32::try_from(years.0).ok()).unwrap_or(1),
        source: raw.source.map(source).unwrap_or_default(),
        service: raw.service.unwrap_or_default().0,
        digital_theme: raw.digital_theme.and_then(|theme| u8::try_from(theme.0).ok()),
        perimeter: raw.perimeter.map_or(own_perimeter, |word| word.0),
        chart: raw.chart.map(|word| word.0),
        precision: raw
            .precision
            .and_then(|digits| usize::try_from(digits.0).ok())
            .unwrap_or(DEFAULT_PRECISION),
        derivation,
        comment,
    })
}

fn source(raw: SourceEntry) -> Source {
    Source {
        producer: raw.producer.unwrap_or_default().0,
        publisher: raw.publisher.unwrap_or_default().0,
        version: raw.version.unwrap_or_default().0,
        licence: raw.licence.unwrap_or_default().0,
        method: raw.method.unwrap_or_default().0,
        limits: raw.limits.unwrap_or_default().0,
        max_age: raw.max_age.and_then(|years| u32::try_from(years.0).ok()),
    }
}

fn baseline(raw: BaselineEntry) -> Option<Baseline> {
    Some(Baseline {
        year: raw.year.0?.year(),
        value: raw.value.map(|value| value.0),
        place: raw.place,
    })
}

fn interval(bounds: &Placed<Vec<Placed<Number>>>, diagnostics: &mut Diagnostics) -> Option<(f64, f64)> {
    match bounds.value.as_slice() {
        [low, high] if low.value.0 < high.value.0 => Some((low.value.0, high.value.0)),
        _ => {
            let message = "Les bornes sont deux nombres, le plus petit d’abord.";
            let help = "Écrivez par exemple « bornes: [0, 100] » ; entre crochets, la virgule sépare les nombres : 12.5, et non 12,5.";
            diagnostics.push(Diagnostic::error(BOUNDS, bounds.place.clone(), message).help(help));
            None
        }
    }
}

fn targets(raw: Vec<TargetEntry>, diagnostics: &mut Diagnostics) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for entry in raw {
        let (Some(year), Some(value)) = (entry.year.0, entry.value.0) else {
            continue;
        };
        let target = Target {
            year: year.year(),
            value: value.0,
            origin: entry.origin.unwrap_or_default().0,
            place: entry.place,
        };
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

fn breakdowns(raw: Vec<Placed<Sentence>>, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for Placed { value, place } in raw {
        let name = value.0;
        if RESERVED.contains(&crate::french::name(&name).as_str()) {
            let message = format!(
                "La colonne « {name} » a déjà un sens dans les tableaux ; elle ne peut pas ventiler un indicateur."
            );
            let help = "Donnez un autre nom à la colonne, dans le tableau et ici.";
            diagnostics.push(Diagnostic::error(RESERVED_COLUMN, place, message).help(help).raw(name));
        } else if !columns.contains(&name) {
            columns.push(name);
        }
    }
    columns
}

fn fraction(tolerance: &Placed<Number>, diagnostics: &mut Diagnostics) -> Option<f64> {
    let percent = tolerance.value.0;
    if (0.0..=100.0).contains(&percent) {
        return Some(percent / 100.0);
    }
    let message = "La tolérance est un pourcentage de la référence, de 0 à 100.";
    diagnostics.push(
        Diagnostic::error(TOLERANCE, tolerance.place.clone(), message).help("Écrivez par exemple « tolerance: 5 »."),
    );
    None
}

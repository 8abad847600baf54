//! The headline of a table that gives only disaggregations: `total: somme`, `moyenne` or `aucun`.
//!
//! A total is made of all its components or it is not made: a partial sum would be a false value.

use super::gather::Gathered;
use super::{Breakdown, formula};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::to_twelve_digits;
use crate::model::{Aggregation, Indicator, Point, Series, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The disaggregated rows do not share their columns: added up, they would count twice.
const MIXED_DISAGGREGATIONS: Code = Code("M305");
/// A year lacks a component, so its total is missing.
const COMPONENT_MISSING: Code = Code("M306");
/// Shares or ratios are averaged as if their parts weighed the same.
const PLAIN_MEAN: Code = Code("M309");

/// What is said of a value that is the mean of its parts, whatever they weigh.
pub const PLAIN_MEAN_SAID: &str = "moyenne simple, non pondérée";

/// The rows without disaggregation where the table has some, else what the catalogue asks for.
pub fn headline(indicator: &Indicator, gathered: &Gathered, diagnostics: &mut Diagnostics) -> Series {
    if !gathered.headline.points.is_empty() || indicator.aggregation == Aggregation::None {
        return gathered.headline.clone();
    }
    let components = finest(&gathered.breakdowns);
    let columns: BTreeSet<Vec<&String>> = components.iter().map(|part| part.key.keys().collect()).collect();
    if columns.len() > 1 {
        refuse_mixed(indicator, gathered, &columns, diagnostics);
        return Series::default();
    }
    let years: BTreeSet<i32> = components
        .iter()
        .flat_map(|part| part.series.points.iter().map(|point| point.year))
        .collect();
    let points: Vec<Point> = years
        .into_iter()
        .map(|year| total(indicator.aggregation, &components, year))
        .collect();
    warn_of_missing_totals(indicator, &components, &points, diagnostics);
    warn_of_plain_means(indicator, components.len(), &points, diagnostics);
    warn_of_senseless_sums(indicator, components.len(), &points, diagnostics);
    Series { points }
}

/// The mean of rates is the rate of the whole only where every part weighs the same: the author is asked once.
fn warn_of_plain_means(indicator: &Indicator, parts: usize, points: &[Point], diagnostics: &mut Diagnostics) {
    let mean = points.iter().rev().find(|point| point.note == PLAIN_MEAN_SAID);
    let (Some(mean), true) = (mean, french::is_ratio(&indicator.unit)) else {
        return;
    };
    let message = format!(
        "L’ensemble de « {} », en « {} », est la moyenne simple de ses {parts} parties : la plus petite y compte autant que la plus grande.",
        indicator.id, indicator.unit
    );
    let place = mean.places.first().cloned().or_else(|| Some(indicator.place.clone()));
    diagnostics.push(
        Diagnostic::warning(PLAIN_MEAN, place, message).help(
            "Donnez l’ensemble sur sa propre ligne (ventilations vides), ou calculez-le par une « formule » (numérateur / dénominateur) ; si la moyenne simple est voulue, acceptez l’avertissement avec sa raison (avertissements_acceptes, dans rapport.yaml).",
        ),
    );
}

/// Concentrations and levels add up to nothing that has a name.
fn warn_of_senseless_sums(indicator: &Indicator, parts: usize, points: &[Point], diagnostics: &mut Diagnostics) {
    let is_doubtful = indicator.aggregation == Aggregation::Sum && french::never_adds_up(&indicator.unit);
    let sum = points.iter().rev().find(|point| point.value.number().is_some());
    let Some(sum) = sum.filter(|_| is_doubtful && parts > 1) else {
        return;
    };
    let message = format!(
        "L’ensemble de {}, en {}, est la somme de ses {parts} parties : ces nombres ne s’additionnent pas.",
        french::quoted(indicator.id.as_str()),
        french::quoted(&indicator.unit)
    );
    let place = sum.places.first().cloned().or_else(|| Some(indicator.place.clone()));
    diagnostics.push(
        Diagnostic::warning(PLAIN_MEAN, place, message).help(
            "Donnez l’ensemble sur sa propre ligne (ventilations vides), ou retirez « total » ; si cette somme a un sens, acceptez l’avertissement avec sa raison (avertissements_acceptes, dans rapport.yaml).",
        ),
    );
}

/// The disaggregations that are not the subtotal of another one.
fn finest(breakdowns: &[Breakdown]) -> Vec<&Breakdown> {
    let contains = |fine: &Breakdown, coarse: &Breakdown| {
        fine.key.len() > coarse.key.len()
            && coarse
                .key
                .iter()
                .all(|(column, value)| fine.key.get(column) == Some(value))
    };
    breakdowns
        .iter()
        .filter(|coarse| !breakdowns.iter().any(|fine| contains(fine, coarse)))
        .collect()
}

fn total(aggregation: Aggregation, components: &[&Breakdown], year: i32) -> Point {
    let mut sum = 0.0;
    let mut counted = 0;
    let mut absent = Vec::new();
    let mut present = Vec::new();
    for component in components {
        let point = component.series.at(year);
        present.extend(point);
        match point.map(|point| point.value) {
            Some(Value::Number(number)) => {
                sum += number;
                counted += 1;
            }
            Some(Value::Void) => {}
            Some(Value::Secret) => absent.push(format!("{} (secret)", component.label())),
            Some(Value::Missing) | None => absent.push(component.label()),
        }
    }
    let (marks, places) = formula::union(&present);
    let (name, value) = match aggregation {
        Aggregation::Mean => ("Moyenne non calculée", sum / f64::from(counted)),
        Aggregation::Sum | Aggregation::None => ("Total non calculé", sum),
    };
    let complete = absent.is_empty() && counted > 0 && value.is_finite();
    Point {
        year,
        value: match complete {
            true => Value::Number(to_twelve_digits(value)),
            false if absent.is_empty() && counted == 0 => Value::Void,
            false => Value::Missing,
        },
        marks,
        note: if complete && aggregation == Aggregation::Mean && counted > 1 {
            PLAIN_MEAN_SAID.to_owned()
        } else if complete || absent.is_empty() {
            String::new()
        } else {
            let lacks = match has_secret(components, year) {
                true => "des parties ne peuvent y entrer",
                false => "il manque",
            };
            format!("{name}, {lacks} : {}", absent.join(", "))
        },
        places,
    }
}

fn refuse_mixed(
    indicator: &Indicator,
    gathered: &Gathered,
    columns: &BTreeSet<Vec<&String>>,
    diagnostics: &mut Diagnostics,
) {
    let joined: Vec<String> = columns
        .iter()
        .map(|names| names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(" × "))
        .collect();
    let message = format!(
        "Le total de l’indicateur « {} » ne peut pas être calculé : ses lignes sont ventilées tantôt par {}.",
        indicator.id,
        joined.join(", tantôt par ")
    );
    diagnostics.push(
        Diagnostic::error(MIXED_DISAGGREGATIONS, gathered.first_place(), message).help(format!(
            "Ajoutez une ligne d’ensemble par année (ventilations vides), ou écrivez {} ({}).",
            indicator.place.written("total", "aucun", "aucun"),
            indicator.place.of_key("total")
        )),
    );
}

/// Whether a component must not be known in a year: its total is then nobody’s to complete.
fn has_secret(components: &[&Breakdown], year: i32) -> bool {
    let points = components.iter().filter_map(|component| component.series.at(year));
    points.into_iter().any(|point| point.value == Value::Secret)
}

/// One warning a reason, with its years.
fn warn_of_missing_totals(
    indicator: &Indicator,
    components: &[&Breakdown],
    points: &[Point],
    diagnostics: &mut Diagnostics,
) {
    let mut by_reason: BTreeMap<&str, Vec<&Point>> = BTreeMap::new();
    for point in points.iter().filter(|point| point.value == Value::Missing) {
        by_reason.entry(&point.note).or_default().push(point);
    }
    for (reason, points) in by_reason {
        let years: Vec<String> = points.iter().map(|point| point.year.to_string()).collect();
        let message = format!("« {} », {} : {reason}.", indicator.id, french::list(&years));
        let place = points.iter().find_map(|point| point.places.first().cloned());
        // A part whose name does not read is another part.
        let letters = place.iter().map(|place| Cause::Letters(place.file.clone()));
        let told = letters.fold(
            Diagnostic::warning(COMPONENT_MISSING, place.clone(), message),
            Diagnostic::because,
        );
        diagnostics.push(
            told.help(if points.iter().any(|point| has_secret(components, point.year)) {
                "Rien à corriger si ces parties doivent rester secrètes. Si l’ensemble peut être publié, ajoutez sa ligne (ventilations vides) : le logiciel retient alors une seconde partie, pour qu’on ne puisse déduire la première."
            } else {
                "Complétez la ligne qui manque (0 si la valeur est nulle, « fermé » ou « pas encore ouvert » si la partie n’existe pas cette année-là) : un total partiel n’est jamais publié."
            }),
        );
    }
}

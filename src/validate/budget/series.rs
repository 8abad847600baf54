//! Which years one selector may read together: those of one nomenclature, and those that a bridge translates.

use super::entries::{add, marked};
use crate::config::NomenclatureBridge;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::model::{AccountChart, BudgetEntry, BudgetPart, YearBudget};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A year is in another nomenclature than the latest, and no bridge joins them.
const NOT_JOINED: Code = Code("M286");
/// Nothing tells the nomenclature of a year.
const UNTOLD: Code = Code("M287");
/// A bridge has no entry for some functions.
const NO_EQUIVALENT: Code = Code("M288");
/// No budget is in the nomenclature that a bridge comes from.
const UNUSED_BRIDGE: Code = Code("M289");

/// Functions named in a message before « etc. ».
const NAMED: usize = 8;

/// Translates the years that a bridge reaches, and says which are left out of the series.
pub(super) fn join(
    bridges: &[NomenclatureBridge],
    chart: &AccountChart,
    years: &mut [YearBudget],
    diagnostics: &mut Diagnostics,
) {
    let mut latest: BTreeMap<(BudgetPart, Arc<str>), String> = BTreeMap::new();
    for budget in years.iter() {
        if let Some(norm) = budget.norm() {
            latest.insert((budget.part, budget.name.clone()), norm.to_owned());
        }
    }
    let mut used = BTreeSet::new();
    for budget in years.iter_mut() {
        let Some(target) = latest.get(&(budget.part, budget.name.clone())) else {
            continue;
        };
        let norm = budget.norm().map(str::to_owned);
        if norm.as_ref() == Some(target) {
            continue;
        }
        let bridge = norm.as_ref().and_then(|norm| {
            let mut fitting = bridges.iter();
            fitting.find(|bridge| bridge.from.value == *norm && bridge.to.value == *target)
        });
        match (bridge, norm) {
            (Some(bridge), Some(norm)) => {
                used.insert(&bridge.from.value);
                translate(budget, bridge, chart, diagnostics);
                budget.bridged_from = Some(Arc::from(norm));
            }
            (_, norm) => {
                budget.in_series = false;
                diagnostics.push(left_out(budget, norm.as_deref(), target));
            }
        }
    }
    let unused = bridges.iter().filter(|bridge| !used.contains(&bridge.from.value));
    diagnostics.extend(unused.map(unused_bridge));
}

/// Rewrites the codes of a year in those of the series.
fn translate(
    budget: &mut YearBudget,
    bridge: &NomenclatureBridge,
    chart: &AccountChart,
    diagnostics: &mut Diagnostics,
) {
    let mut lost: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut entries: BTreeMap<_, BudgetEntry> = BTreeMap::new();
    for mut entry in std::mem::take(&mut budget.entries) {
        if let Some(nature) = translated(&bridge.natures, &entry.key.nature) {
            entry.key.nature = nature;
        }
        entry.key.function = entry.key.function.and_then(|function| {
            let new = translated(&bridge.functions, &function);
            if new.is_none() {
                lost.insert(function);
            }
            new
        });
        add(&mut entries, entry);
    }
    budget.entries = marked(entries, chart);
    if !lost.is_empty() {
        let codes: Vec<String> = lost.iter().take(NAMED).map(|code| format!("« {code} »")).collect();
        let more = if lost.len() > NAMED { "…" } else { "" };
        let message = format!(
            "La passerelle de {} vers {} n’a pas de correspondance pour {} de {} : {}{more}.",
            bridge.from.value,
            bridge.to.value,
            french::plural(lost.len(), "fonction", "fonctions"),
            budget.year,
            codes.join(", ")
        );
        diagnostics.push(
            Diagnostic::warning(NO_EQUIVALENT, bridge.from.place.clone(), message)
                .help("Ajoutez ces fonctions à « fonctions » : leurs lignes n’ont plus de fonction, et aucun sélecteur par fonction ne les prend."),
        );
    }
}

/// The code with its longest known prefix replaced; none where no prefix is known.
fn translated(table: &BTreeMap<String, String>, code: &str) -> Option<Arc<str>> {
    let prefixes = (1..=code.len())
        .rev()
        .filter_map(|length| code.split_at_checked(length));
    let mut known = prefixes.filter_map(|(prefix, rest)| Some((table.get(prefix)?, rest)));
    let (new, rest) = known.next()?;
    Some(Arc::from(format!("{new}{rest}")))
}

fn left_out(budget: &YearBudget, norm: Option<&str>, target: &str) -> Diagnostic {
    let place = Place::file(budget.files.first().cloned().unwrap_or_default());
    let name = &budget.name;
    match norm {
        Some(norm) => {
            let message = format!(
                "« {name} » est en {norm} en {}, et en {target} ensuite : cette année n’est pas mise en série, les mêmes codes y disent autre chose.",
                budget.year
            );
            Diagnostic::warning(NOT_JOINED, place, message).help(format!(
                "Déclarez une passerelle sous « budget: passerelles » de rapport.yaml, « de: {norm} », « vers: {target} »."
            ))
        }
        None => {
            let message = format!(
                "Rien ne dit la nomenclature de « {name} » en {} : cette année n’est pas mise en série avec celles en {target}.",
                budget.year
            );
            Diagnostic::warning(UNTOLD, place, message).help(
                "Ajoutez « nomenclature: » à ce fichier, sous « budget: fichiers » de rapport.yaml (par exemple M57).",
            )
        }
    }
}

fn unused_bridge(bridge: &NomenclatureBridge) -> Diagnostic {
    let message = format!(
        "La passerelle de {} vers {} ne sert à aucun budget.",
        bridge.from.value, bridge.to.value
    );
    Diagnostic::warning(UNUSED_BRIDGE, bridge.from.place.clone(), message)
        .help("Vérifiez les deux noms (M14, M57), ou retirez-la.")
        .raw(&bridge.from.value)
}

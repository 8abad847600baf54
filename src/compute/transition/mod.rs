//! The transition effect of investment: executed real expenses, cut to what the texts look at, classed by axis.
//!
//! It invents no class: an expense that no tagging table speaks of is « non cotée », and said to be so.

mod noun;
mod rules;
mod year;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use noun::{AxisTotals, LeftOut, LeftOutYear, Outside, Rated, Tagging, Transition, TransitionLine, TransitionYear};

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::model::{Budgets, TransitionReference, TransitionRule, TransitionScope, YearBudget};
use rules::Rules;

/// There are tagging tables, and no accounts that the texts look at.
const NOTHING_TO_TAG: Code = Code("M322");
/// Nothing tells the nomenclature of accounts that the texts may look at.
const UNKNOWN_NORM: Code = Code("M323");

/// Classes what was executed up to `data_year`; none where the project has no accounts.
pub(super) fn transition(
    reference: &TransitionReference,
    budgets: &Budgets,
    table: &[TransitionRule],
    data_year: i32,
    diagnostics: &mut Diagnostics,
) -> Option<Transition> {
    let mut rules = Rules::new(table);
    let mut transition = Transition::default();
    let executed = |budget: &&YearBudget| budget.step.is_realised();
    for budget in budgets
        .years
        .iter()
        .filter(executed)
        .filter(|budget| budget.year <= data_year)
    {
        match scope(reference, budget) {
            Ok(scope) => transition
                .years
                .push(year::year(budget, scope, &budgets.labels, &mut rules)),
            Err(reason) => transition.left_out.push(LeftOutYear {
                budget: budget.name.clone(),
                year: budget.year,
                reason,
                file: budget.files.first().cloned().unwrap_or_default(),
            }),
        }
    }
    rules.tell_undecided(diagnostics);
    transition.taggings = rules.taggings();
    let unknown = transition
        .left_out
        .iter()
        .filter(|left| left.reason == LeftOut::UnknownNorm);
    diagnostics.extend(unknown.filter(|_| !table.is_empty()).map(unknown_norm));
    let untold = |left: &LeftOutYear| left.reason == LeftOut::UnknownNorm;
    match table.first() {
        // What lacks was told above.
        Some(_) if transition.years.is_empty() && transition.left_out.iter().any(untold) => {}
        Some(first) if transition.years.is_empty() => {
            diagnostics.push(nothing_to_tag(first, &transition, data_year));
        }
        _ => rules.tell_unused(diagnostics),
    }
    (!transition.years.is_empty() || !transition.left_out.is_empty()).then_some(transition)
}

/// What the texts look at in a year of accounts, or why they do not.
fn scope<'a>(reference: &'a TransitionReference, budget: &YearBudget) -> Result<&'a TransitionScope, LeftOut> {
    let scope = reference.scope_of(budget.year).ok_or_else(|| {
        let first = reference.scopes.iter().map(|scope| scope.from).min();
        LeftOut::Exercice(first.filter(|first| budget.year < *first))
    })?;
    match budget.norm() {
        None => Err(LeftOut::UnknownNorm),
        Some(norm) if scope.takes_norm(norm) => Ok(scope),
        Some(norm) => Err(LeftOut::Norm {
            norm: norm.to_owned(),
            asked: scope.norms.clone(),
        }),
    }
}

fn nothing_to_tag(first: &TransitionRule, transition: &Transition, data_year: i32) -> Diagnostic {
    let left = transition.left_out_together().into_iter();
    let left = left.map(|(budget, years, reason)| format!("« {budget} » de {years} ({})", reason.reason()));
    let left: Vec<String> = left.collect();
    let message = match left.as_slice() {
        [] => format!(
            "La table de cotation ne sert pas : data/budget/ ne contient pas de comptes exécutés jusqu’en {data_year} (compte financier unique, compte administratif ou balance)."
        ),
        left => format!("La table de cotation ne sert pas : {}.", left.join(" ; ")),
    };
    Diagnostic::warning(NOTHING_TO_TAG, Place::file(first.place.file.clone()), message)
        .help("Ajoutez les comptes d’un exercice que les textes visent ; la synthèse n’est pas imprimée sans eux.")
        .because(Cause::path("data/budget"))
}

fn unknown_norm(left: &LeftOutYear) -> Diagnostic {
    let message = format!(
        "Rien ne dit la nomenclature de « {} » en {} : ses dépenses ne sont pas dans la synthèse de l’effet sur la transition.",
        left.budget, left.year
    );
    Diagnostic::warning(UNKNOWN_NORM, Place::file(left.file.clone()), message)
        .help("Ajoutez « nomenclature: » à ce fichier, sous « budget: fichiers » de rapport.yaml (par exemple M57).")
}

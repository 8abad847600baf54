//! What contradicts itself between the selectors and the budgets: a selector without a line, a line taken twice.

use super::{Asked, annexes, near_codes, told_place};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::{BudgetEntry, BudgetMark, BudgetMovement, Budgets, CreditShare};
use std::collections::{BTreeMap, BTreeSet};

/// A selector of credits finds no line in any budget.
const NO_LINE: Code = Code("M310");
/// Selectors together take more than the whole of a line.
const TAKEN_TWICE: Code = Code("M311");

/// What the selectors found, line after line.
#[derive(Default)]
pub(super) struct Reconciliation {
    /// Ranks of the selectors that took something.
    useful: BTreeSet<usize>,
    /// Rank of a selector → why the lines it names are not credits of policies.
    set_aside: BTreeMap<usize, &'static str>,
    /// The selectors of a line taken for too much → what is known of it.
    excess: BTreeMap<Vec<usize>, Excess>,
}

/// Lines taken for more than they hold by the same selectors.
struct Excess {
    year: i32,
    place: String,
    nature: String,
    lines: usize,
    hundredths: i128,
}

impl Reconciliation {
    /// The takers of a line of policies.
    pub fn take(&mut self, takers: &[Asked], year: i32, entry: &BudgetEntry) {
        let ranks: Vec<usize> = takers.iter().map(|asked| asked.rank).collect();
        self.useful.extend(&ranks);
        let hundredths: i128 = takers.iter().map(|asked| asked.selector.share.hundredths()).sum();
        if hundredths > CreditShare::WHOLE.hundredths() {
            let known = self.excess.entry(ranks).or_insert_with(|| Excess {
                year,
                place: told_place(entry),
                nature: entry.key.nature.to_string(),
                lines: 0,
                hundredths,
            });
            known.lines += 1;
        }
    }

    /// Selectors name a line that is no credit of a policy.
    pub fn set_aside(&mut self, takers: &[Asked], entry: &BudgetEntry) {
        let reason = match (entry.key.movement, entry.mark) {
            (BudgetMovement::Order, _) => "des opérations d’ordre",
            (_, BudgetMark::Debt) => "de la dette",
            (_, BudgetMark::InternalFlow) => "des flux entre budgets",
            (_, BudgetMark::CarriedResult) => "des résultats reportés",
            (_, BudgetMark::Policy) => "des lignes sans section",
        };
        for asked in takers {
            self.set_aside.entry(asked.rank).or_insert(reason);
        }
    }

    /// Pushes every contradiction, at the selector that must change.
    pub fn tell(self, asked: &[Asked], budgets: &Budgets, diagnostics: &mut Diagnostics) {
        for asked in asked.iter().filter(|asked| !self.useful.contains(&asked.rank)) {
            diagnostics.push(self.without_line(asked, budgets));
        }
        for (ranks, excess) in &self.excess {
            let takers: Vec<&Asked> = ranks.iter().filter_map(|rank| asked.get(*rank)).collect();
            diagnostics.extend(taken_twice(&takers, excess));
        }
    }

    fn without_line(&self, asked: &Asked, budgets: &Budgets) -> Diagnostic {
        let action = asked.action;
        let names = annexes(budgets);
        let unknown = asked.selector.budget.as_ref().filter(|name| {
            let mut names = names.iter();
            !names.any(|known| french::folded(known) == french::folded(name))
        });
        let (message, help) = if budgets.is_empty() {
            (
                format!("L’action « {action} » a des crédits à lire, et le projet n’a aucun budget."),
                "Mettez un budget dans data/budget/, ou retirez « credits » de l’action.".to_owned(),
            )
        } else if let Some(name) = unknown {
            let names: Vec<&str> = names.iter().copied().collect();
            (
                format!("L’action « {action} » lit le budget annexe « {name} », qui n’est pas dans data/budget/."),
                match names.is_empty() {
                    true => "Ajoutez ce budget à data/budget/, ou retirez « budget » : le budget principal sera lu."
                        .to_owned(),
                    false => french::suggestion(name, &names),
                },
            )
        } else if let Some(reason) = self.set_aside.get(&asked.rank) {
            (
                format!("Le sélecteur de l’action « {action} » ne désigne que {reason} : rien n’est compté pour elle."),
                "Désignez des dépenses réelles ; la dette, les opérations d’ordre, les flux entre budgets et les résultats reportés ne sont pas des crédits de politique.".to_owned(),
            )
        } else {
            (
                format!("Le sélecteur de l’action « {action} » ne trouve aucune ligne dans les budgets lus."),
                near_codes::help(asked, budgets).unwrap_or_else(|| {
                    "Chacun de ses codes est dans le budget, et aucune ligne ne les a tous : chaque critère écrit doit être rempli par la même ligne.".to_owned()
                }),
            )
        };
        Diagnostic::warning(NO_LINE, asked.selector.place.clone(), message)
            .help(help)
            .because(Cause::path("data/budget"))
    }
}

/// At the last of the selectors: the first ones were alone until it came.
fn taken_twice(takers: &[&Asked], excess: &Excess) -> Option<Diagnostic> {
    let last = takers.last()?;
    let mut names: Vec<String> = takers.iter().map(|asked| format!("« {} »", asked.action)).collect();
    names.dedup();
    let who = match names.as_slice() {
        [one] => format!("Les sélecteurs de l’action {one}"),
        names => format!("Les actions {}", french::list(names)),
    };
    let percent = french::quantity(
        excess.hundredths as f64 / 100.0,
        usize::from(excess.hundredths % 100 != 0) * 2,
        "%",
    );
    let others = match excess.lines {
        1 => String::new(),
        lines => format!(", et de {}", french::plural(lines - 1, "autre ligne", "autres lignes")),
    };
    let message = format!(
        "{who} prennent ensemble {percent} de la ligne {} du budget {} ({}){others}.",
        excess.nature, excess.year, excess.place
    );
    let first = takers
        .first()
        .map(|asked| asked.selector.place.to_string())
        .unwrap_or_default();
    Some(Diagnostic::error(TAKEN_TWICE, last.selector.place.clone(), message).help(format!(
        "Ajoutez « part: » aux sélecteurs (le premier est en {first}), pour que leur somme ne dépasse pas 100, ou rendez l’un d’eux plus étroit."
    )))
}

//! The table of multi-year authorisations: one line an authorisation and an action, the years as columns or as lines.
//!
//! Whether an authorisation adds up is seen by `compute`; here each line gets its meaning.

use crate::config::BudgetSettings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::called;
use crate::form::cells::{Answer, NOT_YEAR};
use crate::form::lines::{Known, Titles, sound};
use crate::form::tables::{AuthorisationLine, PaymentEntry};
use crate::french;
use crate::load::Table;
use crate::model::{Action, Authorisation, Called, Identifier, Money, Names};
use std::collections::BTreeMap;

/// An authorisation names an action that is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M222");
/// The amount voted is not there.
const NOT_VOTED: Code = Code("M223");
/// The same authorisation and action twice, with different amounts voted or the same year.
const TWICE: Code = Code("M224");

/// The authorisations of every table, in the order of the lines; a line at fault is told and left out.
pub(in crate::validate) fn read(
    tables: &[Table],
    titles: &Titles,
    actions: &[Action],
    budgets: &BudgetSettings,
    diagnostics: &mut Diagnostics,
) -> Vec<Authorisation> {
    let example = budgets.example;
    let mut read: Vec<Authorisation> = Vec::new();
    for table in tables {
        let known = Known {
            notation: budgets.notation(&table.file),
            ..titles.into()
        };
        let lines = sound(table, known, diagnostics, |line: AuthorisationLine, diagnostics| {
            let long = line.year.is_some();
            Some((authorisation(line, actions, example, diagnostics)?, long))
        });
        for (authorisation, long) in lines {
            let same = |known: &&mut Authorisation| {
                (&known.code, &known.action) == (&authorisation.code, &authorisation.action)
            };
            match read.iter_mut().find(same) {
                Some(known) => join(known, authorisation, long, diagnostics),
                None => read.push(authorisation),
            }
        }
    }
    read
}

fn authorisation(
    line: AuthorisationLine,
    actions: &[Action],
    example: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Authorisation> {
    let action = action(line.action, actions, diagnostics);
    let long = line.year.is_some();
    let voted = line.voted.or_else(|place| {
        // In the long form, the amount voted may be written once.
        if !long {
            let message = "Le montant voté de l’autorisation manque.";
            let help = "Écrivez le montant voté, pour toutes les années ensemble.";
            diagnostics.push(Diagnostic::error(NOT_VOTED, place, message).help(help));
        }
        long.then_some(Money::ZERO)
    });
    let year = line.year.and_then(|year| {
        year.or_else(|place| {
            let message = "La ligne ne dit pas l’année de ses crédits de paiement.";
            let help = "Écrivez l’année dans la colonne « annee », en quatre chiffres.";
            diagnostics.push(Diagnostic::error(NOT_YEAR, place, message).help(help));
            None
        })
    });
    let Placed { value: code, place } = line.code?;
    Some(Authorisation {
        place,
        title: line.title,
        code,
        kind: line.kind,
        action: action?,
        voted: voted?,
        paid: by_year(line.paid, year),
        planned: by_year(line.planned, year),
        example: example || line.status.is_some(),
    })
}

/// The payments by year: that of their column, else that of the line.
fn by_year(payments: Option<Vec<PaymentEntry>>, year: Option<i32>) -> BTreeMap<i32, Money> {
    let payments = payments.into_iter().flatten();
    let dated = payments.filter_map(|payment| Some((payment.year.or(year)?, payment.amount?)));
    dated.collect()
}

fn action(cell: Answer<Placed<String>>, actions: &[Action], diagnostics: &mut Diagnostics) -> Option<Identifier> {
    let names = Names::of(actions.iter().map(|action| (&action.id, &*action.title)));
    let ids: Vec<&str> = names.identifiers().collect();
    let named = cell.or_else(|place| {
        let message = "La ligne ne dit pas quelle action l’autorisation finance.";
        diagnostics.push(Diagnostic::error(UNKNOWN_ACTION, place, message).help(french::suggestion("", &ids)));
        None
    })?;
    let name = &named.value;
    let found = names.find(name);
    if let Some(Called::Title(id)) = &found {
        diagnostics.extend(called::by_title(
            &named.place,
            "d’actions",
            &[(name.clone(), id.clone())],
        ));
    }
    if found.is_none() {
        let message = format!("L’action « {name} » n’est pas dans actions.yaml.");
        diagnostics.push(
            Diagnostic::error(UNKNOWN_ACTION, named.place.clone(), message)
                .help(french::suggestion(name, &ids))
                .raw(name),
        );
    }
    found.map(Called::into_id)
}

/// The years of another line of the same authorisation and action.
fn join(known: &mut Authorisation, other: Authorisation, long: bool, diagnostics: &mut Diagnostics) {
    let repeated =
        |known: &BTreeMap<i32, Money>, other: &BTreeMap<i32, Money>| other.keys().any(|year| known.contains_key(year));
    let (left, right) = (known.voted, other.voted);
    let voted = left == right || left == Money::ZERO || right == Money::ZERO;
    if !long || !voted || repeated(&known.paid, &other.paid) || repeated(&known.planned, &other.planned) {
        let message = format!(
            "L’autorisation « {} » de l’action « {} » est déjà écrite ({}).",
            other.code, other.action, known.place
        );
        diagnostics.push(
            Diagnostic::error(TWICE, other.place, message)
                .help("Gardez une ligne par autorisation et par action ; dans un tableau qui a une colonne « annee », une ligne par année, avec le même montant voté.")
                .raw(&other.code),
        );
        return;
    }
    known.voted = if left == Money::ZERO { right } else { left };
    known.paid.extend(other.paid);
    known.planned.extend(other.planned);
    known.example |= other.example;
}

//! Each `requete` of the catalogue becomes a [`Table`] of years and values, by Polars SQL over `data/sources/`.
//!
//! A query may read the declared tables and nothing else: not another file, not another query’s context.

mod words;
mod bounds;
mod functions;
mod statement;
mod plan;
mod sources;
mod sums;
mod columns;
mod rows_apart;
mod reasons;
mod outcome;
#[cfg(test)]
mod tests;

use super::frame::guarded;
use super::{Inputs, Table};
use crate::config::Project;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::slips;
use crate::french::{self, apart, is_unit, plural, quoted};
use crate::model::{Derivation, Indicator};
use crate::stack::deep;
use columns::Mixed;
use polars::prelude::{DataFrame, LazyFrame, PolarsError, PolarsResult};
use polars::sql::SQLContext;
use sources::Sources;

/// What the reason of a query holds whose joins would make too many rows.
const TOO_MANY_ROWS: &str = "joins make too many rows";

/// Polars cannot run a query.
const FAILED: Code = Code("M134");

/// Runs every query of the catalogue, and reads only the sources that one of them names.
pub(super) fn read(project: &Project, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
    let mut sources = Sources::list(&project.root, diagnostics);
    for indicator in &project.catalogue {
        if let Some(Derivation::Query(query)) = &indicator.derivation {
            let mark = diagnostics.mark();
            if let Some(table) = table(indicator, query, &mut sources, diagnostics) {
                inputs.queries.insert(indicator.id.clone(), table);
            }
            diagnostics.blame(mark, &Cause::entry(indicator.id.as_str()));
        }
    }
    inputs.files.extend(sources.close(diagnostics));
}

#[cfg(any(test, fuzzing))]
pub(super) fn guarded_tables(sql: &str, known: &[&str]) -> Option<Vec<String>> {
    deep(|| statement::tables(sql, known)).ok()
}

fn table(
    indicator: &Indicator,
    query: &Placed<String>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let names = match deep(|| statement::tables(&query.value, &sources.names())) {
        Ok(names) => names,
        Err(refusal) => {
            // The tables a refused query names are not reported as unused: one fault is enough.
            sources.spare(&query.value);
            diagnostics.push(refusal.told(indicator, query));
            return None;
        }
    };
    let mut tables: Vec<(String, LazyFrame)> = Vec::new();
    for name in &names {
        let frame = sources.frame(name, diagnostics)?;
        sources.tell_blanks(name, &query.value, diagnostics);
        sources.tell_totals(name, &query.value, diagnostics);
        tables.push((name.clone(), frame));
    }
    if let Some(mixed) = sources.mixed(&names, &query.value) {
        diagnostics.push(of_texts(indicator, mixed));
        return None;
    }
    match guarded(|| deep(|| run(&query.value, tables))) {
        Ok(frame) => outcome::table(indicator, query, &frame, diagnostics),
        Err(reason) if let Some(fault) = own(indicator, query, &reason) => {
            diagnostics.push(fault);
            None
        }
        Err(reason) => {
            let told = reasons::of_polars(&reason, &query.value, &sources.columns(&names));
            let message = format!("La requête de l’indicateur « {} » {}", indicator.id, told.sentence);
            diagnostics.push(Diagnostic::error(FAILED, query.place.clone(), message).help(told.help));
            None
        }
    }
}

/// The fault that the program itself put in the way of Polars.
fn own(indicator: &Indicator, query: &Placed<String>, reason: &str) -> Option<Diagnostic> {
    let of = format!("La requête de l’indicateur {}", quoted(indicator.id.as_str()));
    let (code, what, help) = if reason.contains(plan::OVERFLOW) {
        let help = "Écrivez l’un des termes comme un nombre décimal : CAST(colonne AS DOUBLE) dans le produit ou dans la somme.";
        (
            outcome::NO_NUMBER,
            "calcule un entier de plus de 18 chiffres, qui ne tient pas.".to_owned(),
            help,
        )
    } else if reason.contains(TOO_MANY_ROWS) {
        let help = "Joignez par des colonnes qui désignent une seule ligne d’un des côtés (JOIN … ON a.code = b.code), ou résumez chaque table par un GROUP BY avant de la joindre.";
        let what = format!(
            "joint des tables en plus de {} lignes.",
            french::whole(plan::JOINED as i128)
        );
        (statement::TOO_MUCH, what, help)
    } else {
        return None;
    };
    let message = format!("{of} {what}");
    Some(Diagnostic::error(code, query.place.clone(), message).help(help))
}

/// The fault of a query that adds up a column of which a cell is no number.
fn of_texts(indicator: &Indicator, mixed: &Mixed) -> Diagnostic {
    let others = match mixed.count {
        1 => String::new(),
        count => format!(" ({} aussi)", plural(count - 1, "autre", "autres")),
    };
    let message = format!(
        "La requête de l’indicateur {} prend pour des nombres la colonne {}, où cette cellule n’est pas un nombre : {}{others}.",
        quoted(indicator.id.as_str()),
        quoted(&mixed.column),
        quoted(&mixed.text)
    );
    let help = match apart(&mixed.text) {
        _ if let Some(gesture) = slips::gesture(&mixed.text) => gesture,
        // A date, an hour: its first number is not the one that was meant; « m2 » is a unit.
        (_, rest) if rest.is_empty() || holds_digit(rest) && !is_unit(rest) => {
            "Écrivez un nombre, ou videz la cellule si la valeur n’existe pas.".to_owned()
        }
        (number, rest) => format!(
            "Laissez le nombre seul ({}) : {}, qui le suit, se dit dans une autre colonne ; si c’est une autre unité que celle de la colonne, convertissez-le.",
            quoted(number),
            quoted(rest)
        ),
    };
    Diagnostic::error(FAILED, mixed.place.clone(), message)
        .help(help)
        .raw(&mixed.text)
}

fn holds_digit(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit())
}

/// A new context for each query: nothing that one does can be seen by the next.
///
/// On the engine that works in memory: that of streams adds floats in another order each time.
fn run(sql: &str, tables: Vec<(String, LazyFrame)>) -> PolarsResult<DataFrame> {
    let mut context = SQLContext::new();
    for (name, frame) in tables {
        context.register(&name, frame);
    }
    let settled = plan::settled(context.execute(sql)?)?;
    // What cannot be counted cannot be run either, and the run says why.
    if plan::rows_joined(&settled).is_ok_and(|rows| rows > plan::JOINED) {
        return Err(PolarsError::ComputeError(TOO_MANY_ROWS.into()));
    }
    settled.collect()
}

//! Each `requete` of the catalogue becomes a [`Table`] of years and values, by Polars SQL over `data/sources/`.
//!
//! A query may read the declared tables and nothing else: not another file, not another query’s context.

mod statement;
mod sources;
mod columns;
mod outcome;

use super::frame::guarded;
use super::{Inputs, Table};
use crate::config::Project;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::model::{Derivation, Indicator};
use polars::prelude::{DataFrame, Engine, LazyFrame};
use polars::sql::SQLContext;
use sources::Sources;

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

fn table(
    indicator: &Indicator,
    query: &Placed<String>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let names = match statement::tables(&query.value, &sources.names()) {
        Ok(names) => names,
        Err(refusal) => {
            // The tables a refused query names are not reported as unused: one fault is enough.
            sources.spare(&query.value);
            diagnostics.push(refusal.told(indicator, query));
            return None;
        }
    };
    let mut tables: Vec<(String, LazyFrame)> = Vec::new();
    for name in names {
        let frame = sources.frame(&name, diagnostics)?;
        sources.tell_blanks(&name, &query.value, diagnostics);
        tables.push((name, frame));
    }
    match guarded(|| run(&query.value, tables)) {
        Ok(frame) => outcome::table(indicator, query, &frame, diagnostics),
        Err(reason) => {
            let message = format!(
                "La requête de l’indicateur « {} » ne peut être exécutée ; Polars dit : {reason}",
                indicator.id
            );
            diagnostics.push(
                Diagnostic::error(FAILED, query.place.clone(), message)
                    .help("Vérifiez les noms des colonnes et leur type ; un nom qui contient un accent, un espace ou un tiret s’écrit entre guillemets droits doubles."),
            );
            None
        }
    }
}

/// A new context for each query: nothing that one does can be seen by the next.
fn run(sql: &str, tables: Vec<(String, LazyFrame)>) -> polars::prelude::PolarsResult<DataFrame> {
    let mut context = SQLContext::new();
    for (name, frame) in tables {
        context.register(&name, frame);
    }
    Ok(context
        .execute(sql)?
        .collect_with_engine(Engine::Streaming)?
        .unwrap_single())
}

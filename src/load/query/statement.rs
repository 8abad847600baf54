//! What a query may be: one SELECT over the declared tables, and nothing else.
//!
//! It runs nothing. Polars’ own SQL would also open any file (`read_csv('/…')`) and drop tables.

use super::bounds::{self, Excess};
use super::functions;
use super::reasons;
use super::words;
use crate::diagnostic::{Code, Diagnostic, Placed};
use crate::french;
use crate::model::Indicator;
use sqlparser::ast::{Expr, ObjectName, Query, Select, SetExpr, Statement, TableFactor, Visit, Visitor};
use sqlparser::dialect::GenericDialect;
use sqlparser::parser::{Parser, ParserOptions};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A query is not written in SQL.
const SYNTAX: Code = Code("M130");
/// A query is not one SELECT.
const NOT_A_SELECT: Code = Code("M131");
/// A query reads something else than a declared table.
const TABLE_FUNCTION: Code = Code("M132");
/// A query reads a table that `data/sources/` does not have.
const UNKNOWN_TABLE: Code = Code("M133");
/// A query asks for more than the program does.
pub(super) const TOO_MUCH: Code = Code("M137");
/// A query calls a function that is not for a figure.
const FUNCTION: Code = Code("M138");

/// Why a query is refused before it is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The parser’s reason, in its own language.
    Syntax(String),
    NotASelect,
    /// What is read beside the declared tables.
    TableFunction(String),
    /// The name, and those that exist.
    UnknownTable(String, Vec<String>),
    TooMuch(Excess),
    Function(String),
}

impl From<Excess> for Refusal {
    fn from(excess: Excess) -> Self {
        Refusal::TooMuch(excess)
    }
}

/// The tables that a query reads, by name; each of them is among `known`.
pub(super) fn tables(sql: &str, known: &[&str]) -> Result<Vec<String>, Refusal> {
    words::check(sql)?;
    let query = parsed(sql)?;
    bounds::check_cost(&query)?;
    let mut reading = Reading::default();
    if let ControlFlow::Break(refusal) = query.visit(&mut reading) {
        return Err(refusal);
    }
    let named: Vec<String> = reading.relations.difference(&reading.local).cloned().collect();
    match named.iter().find(|name| !known.contains(&name.as_str())) {
        Some(name) => {
            let known = known.iter().map(|name| (*name).to_owned()).collect();
            Err(Refusal::UnknownTable(name.clone(), known))
        }
        None => Ok(named),
    }
}

/// The one query that a text is.
pub(super) fn parsed(sql: &str) -> Result<Box<Query>, Refusal> {
    // The dialect and the options of Polars: what is checked here is what it will run.
    let options = ParserOptions {
        trailing_commas: true,
        ..ParserOptions::default()
    };
    let statements = Parser::new(&GenericDialect)
        .with_options(options)
        .try_with_sql(sql)
        .and_then(|mut parser| parser.parse_statements())
        .map_err(|error| Refusal::Syntax(error.to_string()))?;
    let mut statements = statements.into_iter();
    match (statements.next(), statements.next()) {
        (Some(Statement::Query(query)), None) => Ok(query),
        _ => Err(Refusal::NotASelect),
    }
}

/// What a walk through a query has met.
#[derive(Default)]
struct Reading {
    relations: BTreeSet<String>,
    /// Names that the query defines itself by `WITH`.
    local: BTreeSet<String>,
}

impl Visitor for Reading {
    type Break = Refusal;

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<Refusal> {
        if let Some(with) = &query.with {
            let names = with.cte_tables.iter().map(|table| table.alias.name.value.clone());
            self.local.extend(names);
        }
        if selects_only(&query.body) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(Refusal::NotASelect)
        }
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<Refusal> {
        if select.into.is_none() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(Refusal::NotASelect)
        }
    }

    fn pre_visit_statement(&mut self, _: &Statement) -> ControlFlow<Refusal> {
        ControlFlow::Break(Refusal::NotASelect)
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<Refusal> {
        match expression {
            Expr::Function(function) if let Some(name) = functions::refused(function) => {
                ControlFlow::Break(Refusal::Function(name))
            }
            _ => ControlFlow::Continue(()),
        }
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<Refusal> {
        match factor {
            TableFactor::Table { args: None, .. } | TableFactor::Derived { .. } | TableFactor::NestedJoin { .. } => {
                ControlFlow::Continue(())
            }
            other => ControlFlow::Break(Refusal::TableFunction(other.to_string())),
        }
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<Refusal> {
        let [part] = relation.0.as_slice() else {
            return ControlFlow::Break(Refusal::TableFunction(relation.to_string()));
        };
        match part.as_ident() {
            Some(name) => {
                self.relations.insert(name.value.clone());
                ControlFlow::Continue(())
            }
            None => ControlFlow::Break(Refusal::TableFunction(relation.to_string())),
        }
    }
}

/// A SELECT, or a union of them; not `VALUES`, `TABLE`, nor a change of data.
fn selects_only(body: &SetExpr) -> bool {
    match body {
        SetExpr::Select(_) | SetExpr::Query(_) => true,
        SetExpr::SetOperation { left, right, .. } => selects_only(left) && selects_only(right),
        _ => false,
    }
}

impl Refusal {
    /// The fault, at the place of the query.
    pub fn told(self, indicator: &Indicator, query: &Placed<String>) -> Diagnostic {
        let of = format!("La requête de l’indicateur « {} »", indicator.id);
        let error = |code, message: String| Diagnostic::error(code, query.place.clone(), message);
        match self {
            Refusal::Syntax(reason) => {
                let told = reasons::of_parser(&reason);
                error(SYNTAX, format!("{of} {}", told.sentence)).help(told.help)
            }
            Refusal::NotASelect => error(NOT_A_SELECT, format!("{of} n’est pas un seul SELECT."))
                .help("Écrivez un seul SELECT sur les tables de « data/sources » ; rien d’autre n’est permis."),
            Refusal::TableFunction(what) => error(
                TABLE_FUNCTION,
                format!("{of} lit autre chose qu’une table de « data/sources » : « {what} »."),
            )
            .help("Mettez le fichier dans « data/sources » et nommez la table comme le fichier, sans son extension."),
            Refusal::TooMuch(Excess { what, limit, help }) => error(
                TOO_MUCH,
                format!("{of} dépasse ce que le logiciel calcule : au plus {limit} {what}."),
            )
            .help(help),
            Refusal::Function(name) => {
                let message = format!("{of} appelle « {name} », qui n’est pas une fonction admise.");
                let known = functions::known();
                let help = match (reasons::equivalent(&name), french::meant(&name, known.iter().copied())) {
                    (Some(equivalent), _) => equivalent.to_owned(),
                    (None, Some(question)) => question,
                    (None, None) => format!("Sont admises : {}.", known.join(", ")),
                };
                error(FUNCTION, message).help(help).raw(name)
            }
            Refusal::UnknownTable(name, known) => {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                error(
                    UNKNOWN_TABLE,
                    format!("{of} lit la table « {name} », qui n’est pas dans « data/sources »."),
                )
                .help(french::suggestion(&name, &known))
                .raw(name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_found_in_joins_subqueries_and_unions_but_not_in_with() {
        let known = ["a", "b", "c d"];
        let sql = "WITH w AS (SELECT * FROM a) SELECT * FROM w JOIN (SELECT * FROM \"c d\") AS z ON w.x = z.x UNION ALL SELECT * FROM w WHERE x IN (SELECT x FROM b);";
        assert_eq!(
            tables(sql, &known),
            Ok(vec!["a".to_owned(), "b".to_owned(), "c d".to_owned()])
        );
    }

    #[test]
    fn whatever_is_not_one_select_is_refused() {
        for sql in [
            "DROP TABLE a",
            "SELECT * FROM a; SELECT * FROM a",
            "SELECT * FROM a; DROP TABLE a",
            "DELETE FROM a",
            "CREATE TABLE z AS SELECT * FROM a",
            "SELECT * INTO z FROM a",
            "EXPLAIN SELECT * FROM a",
            "SHOW TABLES",
            "VALUES (1)",
            "SELECT * FROM a UNION VALUES (1)",
            "WITH w AS (DELETE FROM a RETURNING *) SELECT * FROM w",
            "",
        ] {
            assert_eq!(tables(sql, &["a"]), Err(Refusal::NotASelect), "{sql}");
        }
    }

    #[test]
    fn no_file_can_be_read_beside_the_sources() {
        for sql in [
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT * FROM a JOIN read_parquet('x') AS z ON a.x = z.x",
            "SELECT * FROM a WHERE x IN (SELECT y FROM read_csv('z'))",
            "SELECT * FROM TABLE(read_csv('z'))",
            "SELECT * FROM LATERAL read_csv('z')",
            "SELECT * FROM schema.a",
        ] {
            assert!(matches!(tables(sql, &["a"]), Err(Refusal::TableFunction(_))), "{sql}");
        }
        assert!(matches!(
            tables("SELECT * FROM 'x.csv'", &["a"]),
            Err(Refusal::UnknownTable(..))
        ));
        assert!(matches!(tables("SELEC * FROM a", &["a"]), Err(Refusal::Syntax(_))));
    }
}

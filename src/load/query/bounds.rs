//! How much a query may ask for, counted before anything runs: the tables it reads and joins, the texts it makes longer.
//!
//! A `WITH` named twice is planned twice, and a text doubled thirty times fills the memory: each is a count here. It knows nothing of what the tables hold; the rows that joins make are in `plan`.

use super::functions;
use sqlparser::ast::{BinaryOperator, Expr, ObjectName, Query, Select, Visit, Visitor};
use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;

/// Tables read, each as often as it is once the `WITH` are written out.
const READS: u64 = 100;
/// Joins, once the `WITH` are written out.
const JOINS: u64 = 10;
/// How many times longer than the cells of its tables a text may become.
const GROWTH: u64 = 1_000;

/// What a query has too much of: how many, what, and how many are admitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excess {
    pub what: &'static str,
    pub limit: u64,
    pub help: &'static str,
}

const IN_TWO: &str =
    "Partagez-la en plusieurs indicateurs, ou préparez dans « data/sources » la table dont elle a besoin.";

pub(super) fn excess(
    found: impl TryInto<u64>,
    limit: u64,
    what: &'static str,
    help: &'static str,
) -> Result<(), Excess> {
    match found.try_into().unwrap_or(u64::MAX) <= limit {
        true => Ok(()),
        false => Err(Excess { what, limit, help }),
    }
}

/// Refuses a query that reads, joins or lengthens too much once its `WITH` are written out.
pub(super) fn check_cost(query: &Query) -> Result<(), Excess> {
    let mut costs = Costs::default();
    costs.open.push(Cost::default());
    let _whole = query.visit(&mut costs);
    let whole = costs.open.pop().unwrap_or_default();
    excess(
        whole.reads,
        READS,
        "tables lues (chaque emploi d’un WITH compte pour toutes celles qu’il lit)",
        IN_TWO,
    )?;
    excess(
        whole.joins,
        JOINS,
        "jointures (celles d’un WITH comptent à chacun de ses emplois)",
        IN_TWO,
    )?;
    excess(
        whole.growth(),
        GROWTH,
        "fois la longueur des textes d’origine, par « || », CONCAT, REPLACE, LPAD ou RPAD",
        "Retirez une partie de ce qui allonge les textes.",
    )
}

/// What a query asks for, those inside it included.
#[derive(Clone, Debug)]
struct Cost {
    reads: u64,
    joins: u64,
    /// How much longer than a cell the texts are that it reads.
    longest: u64,
    /// How much its own expressions add.
    added: u64,
    /// Its `WITH` that are still to come: they are walked first, in their order.
    awaited: VecDeque<String>,
}

impl Default for Cost {
    fn default() -> Self {
        Cost {
            reads: 0,
            joins: 0,
            longest: 1,
            added: 0,
            awaited: VecDeque::new(),
        }
    }
}

impl Cost {
    fn growth(&self) -> u64 {
        self.longest.saturating_mul(self.added.saturating_add(1))
    }

    fn holds(&mut self, inner: &Cost) {
        self.reads = self.reads.saturating_add(inner.reads);
        self.joins = self.joins.saturating_add(inner.joins);
        self.longest = self.longest.max(inner.growth());
    }
}

/// The queries being walked, the innermost last, and what each name of a `WITH` costs.
#[derive(Default)]
struct Costs {
    open: Vec<Cost>,
    local: BTreeMap<String, Cost>,
}

impl Visitor for Costs {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let with = query.with.iter().flat_map(|with| &with.cte_tables);
        self.open.push(Cost {
            awaited: with.map(|table| table.alias.name.value.clone()).collect(),
            ..Cost::default()
        });
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &Query) -> ControlFlow<()> {
        let Some(cost) = self.open.pop() else {
            return ControlFlow::Continue(());
        };
        if let Some(outer) = self.open.last_mut() {
            match outer.awaited.pop_front() {
                Some(name) => {
                    self.local.insert(name, cost);
                }
                None => outer.holds(&cost),
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
        if let Some(cost) = self.open.last_mut() {
            let explicit: usize = select.from.iter().map(|table| table.joins.len()).sum();
            let joins = explicit + select.from.len().saturating_sub(1);
            cost.joins = cost.joins.saturating_add(joins as u64);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<()> {
        let name = relation.0.first().and_then(|part| part.as_ident());
        let named = name.and_then(|name| self.local.get(&name.value));
        let read = named.cloned().unwrap_or(Cost {
            reads: 1,
            ..Cost::default()
        });
        if let Some(cost) = self.open.last_mut() {
            cost.holds(&read);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expression: &Expr) -> ControlFlow<()> {
        let added = match expression {
            Expr::BinaryOp {
                op: BinaryOperator::StringConcat,
                ..
            } => 1,
            Expr::Function(function) => functions::lengthens(function),
            _ => 0,
        };
        if let Some(cost) = self.open.last_mut() {
            cost.added = cost.added.saturating_add(added);
        }
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::statement::parsed;
    use super::super::words;
    use super::*;

    fn refused(sql: &str) -> Option<&'static str> {
        let checked = words::check(sql).and_then(|()| check_cost(&parsed(sql).unwrap()));
        checked.err().map(|excess| excess.what)
    }

    #[test]
    fn a_with_costs_what_it_reads_each_time_that_it_is_named() {
        let doubled = |times: usize| {
            let with = (1..=times).map(|rank| {
                let before = rank - 1;
                format!("w{rank} AS (SELECT * FROM w{before} UNION ALL SELECT * FROM w{before})")
            });
            let with: Vec<String> = with.collect();
            format!(
                "WITH w0 AS (SELECT * FROM t), {} SELECT * FROM w{times}",
                with.join(", ")
            )
        };
        assert_eq!(refused(&doubled(6)), None);
        assert!(refused(&doubled(40)).unwrap().starts_with("tables lues"));
        let joined = "WITH w AS (SELECT * FROM t a JOIN t b ON a.x = b.x JOIN t c ON a.x = c.x) SELECT * FROM w ";
        assert_eq!(refused(joined), None);
        let more = format!("{joined} a, w b, w c, w d");
        assert!(refused(&more).unwrap().starts_with("jointures"));
    }

    #[test]
    fn a_text_made_longer_level_after_level_is_refused_and_side_by_side_is_not() {
        let nested = |levels: usize| {
            let inner = |inner: String| format!("SELECT nom || nom AS nom FROM ({inner})");
            (0..levels).fold("SELECT nom FROM t".to_owned(), |query, _| inner(query))
        };
        assert_eq!(refused(&nested(4)), None);
        assert!(refused(&nested(12)).unwrap().starts_with("fois la longueur"));
        let beside = vec!["SELECT nom || dep AS nom FROM t"; 20].join(" UNION ALL ");
        assert_eq!(refused(&beside), None);
        for call in [
            "LPAD(nom, 2000000000, 'a')",
            "LPAD(nom, annee, 'a')",
            "REPLACE(nom, 'a', nom)",
        ] {
            let twice = format!("SELECT {call} AS nom FROM (SELECT {call} AS nom FROM t)");
            assert!(refused(&twice).is_some(), "{call}");
        }
        assert_eq!(
            refused("SELECT LPAD(REPLACE(code, ' ', ''), 5, '0') AS nom FROM t"),
            None
        );
    }
}

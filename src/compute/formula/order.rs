//! The order in which formulas can be evaluated, and the loops that make it impossible.

use super::Formula;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Identifier, Indicator};
use std::collections::{BTreeMap, BTreeSet};

/// Formulas call one another in a circle.
const CYCLE: Code = Code("M302");

/// The formulas, each after those it depends on; loops are pushed as faults and left out.
pub fn by_dependency<'a>(
    catalogue: &[Indicator],
    formulas: &'a BTreeMap<Identifier, Formula<'a>>,
    diagnostics: &mut Diagnostics,
) -> Vec<&'a Formula<'a>> {
    let mut visit = Visit {
        formulas,
        known: BTreeMap::new(),
        path: Vec::new(),
        ordered: Vec::new(),
        diagnostics,
    };
    for indicator in catalogue {
        visit.follow(&indicator.id);
    }
    visit.ordered
}

struct Visit<'a, 'd> {
    formulas: &'a BTreeMap<Identifier, Formula<'a>>,
    /// Whether those that were met can be computed; nothing is known of those being followed.
    known: BTreeMap<&'a Identifier, Option<bool>>,
    path: Vec<&'a Identifier>,
    ordered: Vec<&'a Formula<'a>>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Visit<'a, '_> {
    /// Whether the values of this indicator can be known.
    fn follow(&mut self, id: &Identifier) -> bool {
        let Some((id, formula)) = self.formulas.get_key_value(id) else {
            return true;
        };
        match self.known.get(id) {
            Some(Some(computable)) => return *computable,
            Some(None) => {
                let start = self.path.iter().position(|&open| open == id);
                self.refuse(start.unwrap_or_default());
                return false;
            }
            None => {}
        }
        self.known.insert(id, None);
        self.path.push(id);
        let mut computable = true;
        let names: BTreeSet<&Identifier> = formula
            .expression
            .operands()
            .into_iter()
            .map(|cited| cited.name)
            .collect();
        for name in names {
            computable &= self.follow(name);
        }
        self.path.pop();
        self.known.insert(id, Some(computable));
        if computable {
            self.ordered.push(formula);
        }
        computable
    }

    /// A fault at the formula that closes the loop, on the operand that leads back.
    fn refuse(&mut self, start: usize) {
        let Some((&first, &last)) = self.path.get(start).zip(self.path.last()) else {
            return;
        };
        let Some(closing) = self.formulas.get(last) else { return };
        let offset = closing
            .expression
            .operands()
            .into_iter()
            .find(|cited| cited.name == first)
            .map_or(0, |cited| cited.offset);
        let mut names: Vec<&str> = self.path[start..].iter().map(|id| id.as_str()).collect();
        names.push(first.as_str());
        let message = if names.len() == 2 {
            format!("La formule de « {first} » se cite elle-même.")
        } else {
            format!("Les formules tournent en rond : {}.", names.join(" → "))
        };
        let place = self.diagnostics.inside(closing.source, offset);
        self.diagnostics.push(
            Diagnostic::error(CYCLE, place, message)
                .help("Retirez de l’une de ces formules l’indicateur qui ramène au point de départ.")
                .raw(first.as_str()),
        );
    }
}

//! Which budget a document is of: the main one, or an annex one and its name.

use super::contradiction::contradiction;
use crate::config::BudgetFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french;
use crate::model::{BudgetDocument, BudgetPart, BudgetStep};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Nothing tells the main budget from the annex ones, or two establishments claim the main one.
const WHICH_BUDGET: Code = Code("M282");

/// What the documents together tell of the main budget and of the annex ones.
pub(super) struct Parts {
    /// SIRET → part, where a file or the author tells it.
    known: BTreeMap<String, BudgetPart>,
    /// SIRET → name of the annex budget, where it is told.
    names: BTreeMap<String, Arc<str>>,
    /// The SIRETs of which nothing is told.
    unknown: BTreeSet<String>,
    mains: BTreeSet<(i32, String)>,
}

pub(super) type Believed<'a> = (&'a BudgetDocument, Option<&'a BudgetFile>, BudgetStep);

impl Parts {
    pub fn of(believed: &[Believed<'_>]) -> Self {
        let mut parts = Parts {
            known: BTreeMap::new(),
            names: BTreeMap::new(),
            unknown: BTreeSet::new(),
            mains: BTreeSet::new(),
        };
        // A plain table has no SIRET and tells nothing of the others.
        for (document, named, _) in believed.iter().filter(|(document, ..)| !document.siret.is_empty()) {
            let part = declared(*named).map(|(part, _)| part).or(document.part);
            let siret = document.siret.clone();
            match part {
                Some(BudgetPart::Main) => {
                    parts.mains.insert((document.year, siret.clone()));
                }
                Some(BudgetPart::Annex) => {
                    let declared = declared(*named).map(|(_, name)| name);
                    if let Some(name) = declared.or(document.budget.as_deref()) {
                        parts.names.entry(siret.clone()).or_insert_with(|| Arc::from(name));
                    }
                }
                None => {}
            }
            match part {
                Some(part) => {
                    parts.known.entry(siret).or_insert(part);
                }
                None => {
                    parts.unknown.insert(siret);
                }
            }
        }
        parts.unknown.retain(|siret| !parts.known.contains_key(siret));
        parts
    }

    /// The budget of a document; none once the fault was told.
    pub fn budget(
        &self,
        document: &BudgetDocument,
        named: Option<&BudgetFile>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(BudgetPart, Arc<str>)> {
        if let (Some((told, _)), Some(written), Some(key)) = (
            declared(named),
            document.part,
            named.and_then(|named| named.budget.as_ref()),
        ) && told != written
        {
            diagnostics.push(contradiction(document, key, "budget", &key.value, written.label()));
            return None;
        }
        let part = declared(named)
            .map(|(part, _)| part)
            .or(document.part)
            .or_else(|| self.known.get(&document.siret).copied());
        let alone = self.mains.is_empty() && self.unknown.len() == 1;
        match part.or(alone.then_some(BudgetPart::Main)) {
            Some(BudgetPart::Main) if document.siret.is_empty() => {
                Some((BudgetPart::Main, Arc::from("Budget principal")))
            }
            Some(BudgetPart::Main) => {
                let others = self.mains.range((document.year, String::new())..);
                let rival = others
                    .take_while(|(year, _)| *year == document.year)
                    .find(|(_, siret)| *siret < document.siret);
                if let Some((_, rival)) = rival {
                    diagnostics.push(two_mains(document, rival));
                    return None;
                }
                Some((BudgetPart::Main, Arc::from("Budget principal")))
            }
            Some(BudgetPart::Annex) => Some((BudgetPart::Annex, self.name(document, named))),
            None => {
                diagnostics.push(undecided(document));
                None
            }
        }
    }

    fn name(&self, document: &BudgetDocument, named: Option<&BudgetFile>) -> Arc<str> {
        let told = declared(named).map(|(_, name)| name).or(document.budget.as_deref());
        match told {
            Some(name) => {
                let mut names = self.names.values();
                let same = names.find(|known| french::folded(known) == french::folded(name));
                same.cloned().unwrap_or_else(|| Arc::from(name))
            }
            None => {
                let known = self.names.get(&document.siret).cloned();
                known.unwrap_or_else(|| Arc::from(document.community.as_str()))
            }
        }
    }
}

/// What the author says: `principal`, or the name of an annex budget.
fn declared(named: Option<&BudgetFile>) -> Option<(BudgetPart, &str)> {
    let name = named?.budget.as_ref()?.value.as_str();
    let main = matches!(french::folded(name).as_str(), "principal" | "budget principal");
    Some((if main { BudgetPart::Main } else { BudgetPart::Annex }, name))
}

fn two_mains(document: &BudgetDocument, rival: &str) -> Diagnostic {
    let message = format!(
        "Deux établissements ont un budget principal en {} : {rival} et {}.",
        document.year, document.siret
    );
    Diagnostic::error(WHICH_BUDGET, document.head(), message)
        .help("Dites sous « budget: fichiers » de rapport.yaml lequel est annexe, par « budget: » et son nom.")
        .raw(&document.siret)
}

fn undecided(document: &BudgetDocument) -> Diagnostic {
    let message = format!(
        "Rien ne dit si le budget du SIRET {} est le budget principal ou un budget annexe.",
        document.siret
    );
    Diagnostic::error(WHICH_BUDGET, document.head(), message)
        .help("Nommez le fichier sous « budget: fichiers » de rapport.yaml, avec « budget: principal » ou le nom du budget annexe.")
        .raw(&document.siret)
}

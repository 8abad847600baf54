//! What an entry names must exist: an indicator of the catalogue, an action.
//!
//! An identifier that is given, not named, is claimed in `names`.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::french;
use crate::model::Identifier;
use std::collections::BTreeSet;

/// An indicator that is not in the catalogue.
const UNKNOWN_INDICATOR: Code = Code("M070");
/// An action that is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M032");

/// What a message says of a list of names.
pub(super) struct List {
    code: Code,
    /// `L’indicateur`.
    noun: &'static str,
    /// `au catalogue`.
    place: &'static str,
    help: &'static str,
    /// What would explain that a name is not in it.
    causes: &'static [Cause],
}

pub(super) const INDICATORS: List = List {
    code: UNKNOWN_INDICATOR,
    noun: "L’indicateur",
    place: "au catalogue",
    help: "Ajoutez l’indicateur dans data/indicateurs/, ou retirez son nom d’ici.",
    causes: &[Cause::Catalogue],
};
pub(super) const ACTIONS: List = List {
    code: UNKNOWN_ACTION,
    noun: "L’action",
    place: "dans data/actions.yaml",
    help: "Ajoutez l’action dans data/actions.yaml, ou décrivez la mesure ici par son titre et son état.",
    causes: &[],
};

/// The names that are known, each once; the faults of the others are pushed.
pub(super) fn known_names(
    names: &[Placed<String>],
    known: &BTreeSet<Identifier>,
    list: &List,
    diagnostics: &mut Diagnostics,
) -> Vec<Identifier> {
    let mut kept: Vec<Identifier> = Vec::new();
    for name in names {
        let found = known_name(name, known, list, diagnostics);
        kept.extend(found.filter(|id| !kept.contains(id)));
    }
    kept
}

/// The identifier of a name; none once the fault was pushed.
pub(super) fn known_name(
    name: &Placed<String>,
    known: &BTreeSet<Identifier>,
    list: &List,
    diagnostics: &mut Diagnostics,
) -> Option<Identifier> {
    let text = name.value.as_str();
    let found = Identifier::parse(text).filter(|id| known.contains(id));
    if found.is_none() {
        let question = french::meant(text, known.iter().map(Identifier::as_str));
        let message = format!("{} « {text} » n’est pas {}.", list.noun, list.place);
        let fault = name.error(list.code, message);
        let fault = fault.help(question.unwrap_or_else(|| list.help.to_owned()));
        diagnostics.push(list.causes.iter().cloned().fold(fault, Diagnostic::because));
    }
    found
}

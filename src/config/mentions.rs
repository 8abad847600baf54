//! What an entry names must exist: an indicator of the catalogue, an action.
//!
//! An identifier that is given, not named, is claimed in `names`.

use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::called;
use crate::french;
use crate::model::{Called, Identifier, Names};

/// An indicator that is not in the catalogue.
const UNKNOWN_INDICATOR: Code = Code("M070");
/// An action that is not in `actions.yaml`.
const UNKNOWN_ACTION: Code = Code("M032");

/// What a message says of a list of names.
pub(super) struct List {
    code: Code,
    /// `L’indicateur`.
    noun: &'static str,
    /// `d’indicateurs`.
    of: &'static str,
    /// `au catalogue`.
    place: &'static str,
    help: &'static str,
    /// What would explain that a name is not in it.
    causes: &'static [Cause],
}

pub(super) const INDICATORS: List = List {
    code: UNKNOWN_INDICATOR,
    noun: "L’indicateur",
    of: "d’indicateurs",
    place: "au catalogue",
    help: "Ajoutez l’indicateur dans data/indicateurs/, ou retirez son nom d’ici.",
    causes: &[Cause::Catalogue],
};
pub(super) const ACTIONS: List = List {
    code: UNKNOWN_ACTION,
    noun: "L’action",
    of: "d’actions",
    place: "dans data/actions.yaml",
    help: "Ajoutez l’action dans data/actions.yaml, ou décrivez la mesure ici par son titre et son état.",
    causes: &[],
};

pub(super) const CREDITED: List = List {
    code: UNKNOWN_ACTION,
    noun: "L’action",
    of: "d’actions",
    place: "parmi les actions",
    help: "Corrigez le nom de l’action, ou ajoutez-la à data/actions.yaml (ou à son tableau).",
    causes: &[],
};

/// The names that are known, each once; the faults of the others are pushed.
pub(super) fn known_names(
    names: &[Placed<String>],
    known: &Names,
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
    known: &Names,
    list: &List,
    diagnostics: &mut Diagnostics,
) -> Option<Identifier> {
    let text = name.value.as_str();
    let found = known.find(text);
    if let Some(Called::Title(id)) = &found {
        diagnostics.extend(called::by_title(&name.place, list.of, &[(text.to_owned(), id.clone())]));
    }
    if let Some(Called::Archived(id)) = &found {
        let message = format!("{} « {id} » est archivé : rien n’en est imprimé.", list.noun);
        let help = "Retirez son nom d’ici ; ou retirez « archive: true » du catalogue, s’il est encore suivi.";
        diagnostics.push(name.error(list.code, message).help(help));
        return None;
    }
    if found.is_none() {
        let question = french::meant(text, known.identifiers());
        let message = format!("{} « {text} » n’est pas {}.", list.noun, list.place);
        let fault = name.error(list.code, message);
        let fault = fault.help(question.unwrap_or_else(|| list.help.to_owned()));
        diagnostics.push(list.causes.iter().cloned().fold(fault, Diagnostic::because));
    }
    found.map(Called::into_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    #[test]
    fn an_indicator_is_named_by_its_identifier_whatever_its_case_or_by_its_title() {
        let id = |text: &str| Identifier::parse(text).unwrap();
        let (elec, old) = (id("elec"), id("ancien"));
        let known = Names::of([(&elec, "Électricité")]).with_archived([(&old, "Ancien suivi")]);
        for (name, found, told) in [
            ("elec", Some(&elec), &[][..]),
            ("Élec", Some(&elec), &[]),
            ("électricité", Some(&elec), &["M247"]),
            ("gaz", None, &["M070"]),
            // What is archived is not printed, and an action that shows it is told so.
            ("ancien", None, &["M070"]),
        ] {
            let mut diagnostics = Diagnostics::default();
            let name = Placed::new(name.to_owned(), Place::line("data/actions.yaml", 3, 5));
            assert_eq!(known_name(&name, &known, &INDICATORS, &mut diagnostics).as_ref(), found);
            let codes: Vec<&str> = diagnostics.sorted().iter().map(|found| found.code.0).collect();
            assert_eq!(codes, told, "{}", name.value);
        }
    }
}

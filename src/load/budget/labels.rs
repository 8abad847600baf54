//! The `planDeCompte.xml` of a project: how the State’s own file calls natures and functions.
//!
//! It gives labels, and no rule: the classes that a share of the budget leaves out stay those of the reference data.

use super::super::folder::Found;
use super::faults::Faults;
use super::position::At;
use super::stream::Decoded;
use super::totem_value::attribute;
use crate::diagnostic::Diagnostics;
use crate::model::AccountLabels;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::BTreeMap;

/// Whether this is the name of such a file.
pub(super) fn is_one(found: &Found) -> bool {
    let name: String = found.stem().chars().filter(|letter| letter.is_alphanumeric()).collect();
    name.to_lowercase().starts_with("plandecompte")
}

/// The labels of the file; none where it has a fault.
pub(super) fn read(found: &Found, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<AccountLabels> {
    let mut faults = Faults::new(found, diagnostics);
    let Ok(Ok(source)) = Decoded::new(bytes) else {
        faults.broken(At::from(1), "son encodage n’est pas connu");
        return None;
    };
    let mut reader = Reader::from_reader(source);
    let mut labels = AccountLabels::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().markup_ended();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => take(&element, found, &mut labels),
            Ok(Event::DocType(_)) => {
                let line = reader.get_ref().end();
                faults.entity(line, "<!DOCTYPE");
                return None;
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let line = reader.get_ref().end();
                faults.broken(line, &format!("le lecteur dit « {error} »"));
                return None;
            }
        }
    }
    if labels.norm.is_empty() || labels.natures.is_empty() {
        faults.no_accounts();
        return None;
    }
    Some(labels)
}

fn take(element: &BytesStart<'_>, found: &Found, labels: &mut AccountLabels) {
    let text = |name: &str| attribute(element, name).unwrap_or_default().trim().to_owned();
    let name = element.local_name();
    match name.as_ref() {
        "Nomenclature" => {
            labels.norm = text("Norme");
            labels.source = format!("{} ({}, exercice {})", found.name(), text("Declinaison"), text("Exer"));
        }
        "Compte" => keep(&mut labels.natures, text("Code"), text("Libelle")),
        "Chapitre" => keep(&mut labels.chapters, text("Code"), text("Libelle")),
        "RefFonc" => keep(&mut labels.functions, text("Code"), text("Libelle")),
        _ => {}
    }
}

fn keep(labels: &mut BTreeMap<String, String>, code: String, label: String) {
    if !code.is_empty() && !label.is_empty() {
        labels.entry(code).or_insert(label);
    }
}

//! What `rapport.yaml` says of the budgets, checked: files looked for, bridges that lead somewhere.
//!
//! It reads no budget: the files of `data/budget/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use super::{BudgetFile, BudgetSettings, NomenclatureBridge};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use std::collections::BTreeSet;

/// A file named twice under `budget`.
pub(super) const NAMED_TWICE: Code = Code("M057");
/// A bridge from a nomenclature to itself, or two bridges from the same one.
pub(super) const BRIDGE: Code = Code("M058");

/// What the author says of the budgets, without the files and the bridges at fault.
pub(super) fn checked(raw: BudgetSettings, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> BudgetSettings {
    let (mut named, mut from) = (BTreeSet::new(), BTreeSet::new());
    let files = raw.files.into_iter();
    let files = files.filter_map(|entry| file(entry, disk, &mut named, diagnostics));
    let files = files.collect();
    let mut bridges = raw.bridges;
    bridges.retain(|bridge| is_bridge(bridge, &mut from, diagnostics));
    BudgetSettings { files, bridges, ..raw }
}

fn file(
    raw: BudgetFile,
    disk: &Disk<'_>,
    named: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetFile> {
    let file = named_file(raw.file, "data/budget/", disk, diagnostics)?;
    let name = &file.value;
    if !named.insert(name.clone()) {
        let message = format!("Le fichier « {name} » est nommé deux fois sous « budget ».");
        diagnostics.push(
            Diagnostic::error(NAMED_TWICE, file.place.clone(), message)
                .help("Gardez une seule des deux entrées.")
                .raw(name),
        );
        return None;
    }
    Some(BudgetFile { file, ..raw })
}

fn is_bridge(bridge: &NomenclatureBridge, seen: &mut BTreeSet<String>, diagnostics: &mut Diagnostics) -> bool {
    let (from, to) = (&bridge.from, &bridge.to);
    let fault = if from.value == to.value {
        Some((
            format!("La passerelle va de « {} » à elle-même.", from.value),
            "Écrivez la nomenclature d’origine dans « de » et celle d’arrivée dans « vers ».",
        ))
    } else if !seen.insert(from.value.clone()) {
        Some((
            format!("Deux passerelles partent de « {} ».", from.value),
            "Réunissez-les en une seule.",
        ))
    } else {
        None
    };
    let sound = fault.is_none();
    if let Some((message, help)) = fault {
        diagnostics.push(
            Diagnostic::error(BRIDGE, from.place.clone(), message)
                .help(help)
                .raw(&from.value),
        );
    }
    sound
}

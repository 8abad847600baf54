//! What `rapport.yaml` says of the budgets becomes [`BudgetSettings`]: files looked for, bridges read.
//!
//! It reads no budget: the files of `data/budget/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use super::raw::{BridgeEntry, BudgetColumnsEntry, BudgetEntry, BudgetFileEntry};
use super::{BudgetFile, BudgetSettings, NomenclatureBridge};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use std::collections::BTreeSet;

/// A file named twice under `budget`.
pub(super) const NAMED_TWICE: Code = Code("M057");
/// A bridge from a nomenclature to itself, or two bridges from the same one.
pub(super) const BRIDGE: Code = Code("M058");

/// What the author says of the budgets; nothing where nothing is said.
pub(super) fn settings(raw: Option<BudgetEntry>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> BudgetSettings {
    let Some(raw) = raw else {
        return BudgetSettings::default();
    };
    let mut named = BTreeSet::new();
    let files = raw.files.unwrap_or_default().into_iter();
    let files = files.filter_map(|entry| file(entry, disk, &mut named, diagnostics));
    let files = files.collect();
    let mut from = BTreeSet::new();
    let bridges = raw.bridges.unwrap_or_default().into_iter();
    let bridges = bridges.filter_map(|entry| bridge(entry, &mut from, diagnostics));
    BudgetSettings {
        files,
        bridges: bridges.collect(),
        example: raw.example.is_some_and(|flag| flag.0),
    }
}

fn file(
    raw: BudgetFileEntry,
    disk: &Disk<'_>,
    named: &mut BTreeSet<String>,
    diagnostics: &mut Diagnostics,
) -> Option<BudgetFile> {
    let file = named_file(raw.file.0?, "data/budget/", disk, diagnostics)?;
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
    let text = |text: Option<Placed<String>>| text.filter(|text| !text.value.is_empty());
    Some(BudgetFile {
        file,
        role: raw.role.map(|role| Placed::new(role.value.0, role.place)),
        year: raw.year.map(|year| Placed::new(year.value.year(), year.place)),
        budget: text(raw.budget),
        nomenclature: text(raw.nomenclature),
        direction: raw.direction.map(|word| word.0),
        sheet: raw.sheet.map(|sheet| sheet.0).filter(|sheet| !sheet.is_empty()),
        columns: raw.columns.into_iter().flat_map(BudgetColumnsEntry::headers).collect(),
        example: raw.example.is_some_and(|flag| flag.0),
    })
}

fn bridge(raw: BridgeEntry, seen: &mut BTreeSet<String>, diagnostics: &mut Diagnostics) -> Option<NomenclatureBridge> {
    let (from, to) = (raw.from.0?, raw.to.0?);
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
    if let Some((message, help)) = fault {
        diagnostics.push(
            Diagnostic::error(BRIDGE, from.place.clone(), message)
                .help(help)
                .raw(&from.value),
        );
        return None;
    }
    Some(NomenclatureBridge {
        from,
        to,
        functions: raw.functions.unwrap_or_default().0.into_iter().collect(),
        natures: raw.natures.unwrap_or_default().0.into_iter().collect(),
    })
}

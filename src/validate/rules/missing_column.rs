//! A table of observations that lacks a column it cannot be read without.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::list;
use crate::french::nearest;
use crate::french::quoted;
use crate::load::{Content, Table};
use crate::validate::header;
use crate::validate::layout::{Role, is_wide};

/// A needed column is absent from the header.
const MISSING_COLUMN: Code = Code("M200");

/// Reports the columns that are absent, with the header that may have been meant.
pub fn check(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) -> bool {
    let wide = is_wide(roles) || roles.contains(&Role::AlmostAYear);
    let needed = [
        (Role::Indicator, "indicateur", true),
        (Role::Year, "annee", !wide),
        (Role::Value, "valeur", !wide),
    ];
    let missing: Vec<&str> = needed
        .into_iter()
        .filter(|(role, _, wanted)| *wanted && !roles.contains(role))
        .map(|(_, name, _)| name)
        .collect();
    if missing.is_empty() {
        return true;
    }
    let named: Vec<String> = missing.iter().map(|name| quoted(name)).collect();
    let noun = if missing.len() == 1 {
        "la colonne"
    } else {
        "les colonnes"
    };
    let what = format!("La table n’a pas {noun} {}.", list(&named));
    diagnostics.push(
        Diagnostic::error(
            MISSING_COLUMN,
            header::place(table),
            format!("{what} Elle a {}.", headers(table)),
        )
        .help(help(table, roles, &missing)),
    );
    false
}

fn headers(table: &Table) -> String {
    let headers: Vec<String> = table
        .header
        .iter()
        .filter(|cell| cell.content != Content::Empty)
        .map(|cell| quoted(cell.content.display().trim()))
        .collect();
    match headers.len() {
        0 => "un en-tête vide".to_owned(),
        1..=12 => list(&headers),
        _ => format!("{}…", headers[..12].join(", ")),
    }
}

/// Where the values may be, in a workbook of several sheets: only one is read.
fn elsewhere(table: &Table) -> String {
    let others: Vec<String> = table.other_sheets.iter().take(12).map(|name| quoted(name)).collect();
    let Some(read) = table.sheet.as_deref().filter(|_| !others.is_empty()) else {
        return String::new();
    };
    let noun = if others.len() == 1 {
        "la feuille"
    } else {
        "les feuilles"
    };
    format!(
        " Seule la feuille {} est lue, pas {noun} {} : nommez celle qui convient par la clé « feuille » de « valeurs » dans rapport.yaml.",
        quoted(read),
        list(&others)
    )
}

fn help(table: &Table, roles: &[Role], missing: &[&str]) -> String {
    let unknown = table
        .header
        .iter()
        .zip(roles)
        .filter(|(_, role)| **role == Role::Unknown);
    for (cell, _) in unknown {
        let header = cell.content.display();
        if let Some(meant) = nearest(&header, missing.iter().copied()) {
            return format!("Renommez la colonne {} en {}.", quoted(header.trim()), quoted(meant));
        }
    }
    let header = "Commencez la table par une ligne d’en-tête : indicateur;annee;valeur (une valeur par ligne), \
                  ou indicateur;2023;2024;2025 (une colonne par année).";
    format!("{header}{}", elsewhere(table))
}

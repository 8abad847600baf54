//! A table of observations that lacks a column it cannot be read without.

use crate::diagnostic::Diagnostics;
use crate::form::lines::Titles;
use crate::form::lines::faults::{elsewhere, missing, renaming};
use crate::load::Table;
use crate::validate::layout::{Role, is_wide};

/// Reports the columns that are absent, with the header that may have been meant.
pub fn check(table: &Table, roles: &[Role], titles: &Titles, diagnostics: &mut Diagnostics) -> bool {
    let wide = is_wide(roles) || roles.contains(&Role::AlmostAYear);
    let needed = [
        (Role::Indicator, "indicateur", true),
        (Role::Year, "annee", !wide),
        (Role::Value, "valeur", !wide),
    ];
    let lacking: Vec<Vec<&str>> = needed
        .into_iter()
        .filter(|(role, _, wanted)| *wanted && !roles.contains(role))
        .map(|(_, name, _)| vec![name])
        .collect();
    if lacking.is_empty() {
        return true;
    }
    let headers = table.header.iter().zip(roles);
    let unknown: Vec<String> = headers
        .filter(|(_, role)| **role == Role::Unknown)
        .map(|(cell, _)| cell.content.display())
        .collect();
    let help = renaming(unknown.iter().map(String::as_str), &lacking.concat()).unwrap_or_else(|| {
        let header = "Commencez la table par une ligne d’en-tête : indicateur;annee;valeur (une valeur par ligne), \
                      ou indicateur;2023;2024;2025 (une colonne par année).";
        let gesture = "nommez celle qui convient par « feuille » sous « valeurs » dans rapport.yaml";
        format!("{header}{}", elsewhere(table, gesture))
    });
    diagnostics.push(missing(table, &lacking, titles, &help));
    false
}

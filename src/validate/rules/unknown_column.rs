//! A column that nothing reads.

use crate::diagnostic::{Cause, Diagnostics};
use crate::form::entry::Entry;
use crate::form::lines::faults::unknown;
use crate::form::tables::ObservationColumns;
use crate::french::{names_people, nearest};
use crate::load::Table;
use crate::validate::catalogue::Catalogue;
use crate::validate::layout::Role;

/// Warns of each column whose header means nothing, with the header that may have been meant.
///
/// An entry of the catalogue at fault may declare any column: nothing is said then, short of a slip of the hand.
pub fn check(table: &Table, roles: &[Role], catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let columns = ObservationColumns::KEYS.iter().copied();
    let known: Vec<&str> = columns.chain(catalogue.breakdowns()).collect();
    let is_long = roles.contains(&Role::Value);
    for (cell, role) in table.header.iter().zip(roles) {
        let header = cell.content.display();
        let sure = || catalogue.is_whole() || nearest(&header, known.iter().copied()).is_some();
        let of_a_year = is_long && matches!(role, Role::ValuesOf(_) | Role::AlmostAYear);
        if *role != Role::Unknown && !of_a_year || !sure() {
            continue;
        }
        let otherwise = match of_a_year {
            true => "Ce tableau a une valeur par ligne : écrivez celles de cette année chacune à sa ligne, sous « annee » et « valeur » ; retirez la colonne si elles y sont déjà.".to_owned(),
            false if names_people(&header) => "Retirez-la : elle semble nommer des personnes, et n’a pas sa place dans un tableau de valeurs.".to_owned(),
            false => format!(
                "Si la colonne répartit les valeurs, déclarez-la à chaque indicateur du catalogue qu’elle répartit : « ventilations: [{0}] », ou « {0} » dans la colonne « ventilations » d’un catalogue tenu en tableau. Si c’est une des nôtres sous un autre titre, dites-le dans rapport.yaml : « colonnes: {{valeurs: {{annee: …}}}} ». Sinon, retirez-la.",
                header.trim()
            ),
        };
        diagnostics.push(unknown(cell, &known, &otherwise).because(Cause::Catalogue));
    }
}

//! A column that nothing reads.

use crate::diagnostic::{Cause, Diagnostics};
use crate::form::entry::Entry;
use crate::form::lines::header::unknown;
use crate::form::tables::ObservationColumns;
use crate::french::nearest;
use crate::load::Table;
use crate::validate::catalogue::Catalogue;
use crate::validate::layout::Role;

/// Warns of each column whose header means nothing, with the header that may have been meant.
///
/// An entry of the catalogue at fault may declare any column: nothing is said then, short of a slip of the hand.
pub fn check(table: &Table, roles: &[Role], catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let columns = ObservationColumns::KEYS.iter().copied();
    let known: Vec<&str> = columns.chain(catalogue.breakdowns()).collect();
    for (cell, role) in table.header.iter().zip(roles) {
        let header = cell.content.display();
        let sure = || catalogue.is_whole() || nearest(&header, known.iter().copied()).is_some();
        if *role != Role::Unknown || !sure() {
            continue;
        }
        let otherwise = format!(
            "Supprimez la colonne, ou déclarez-la dans le catalogue : ventilations: [{}].",
            header.trim()
        );
        diagnostics.push(unknown(cell, &known, &otherwise).because(Cause::Catalogue));
    }
}

//! Two columns with the same header.

use crate::diagnostic::Diagnostics;
use crate::form::lines::faults::repeated;
use crate::load::Table;
use crate::validate::layout::Role;

/// Reports each column whose header already stood before it: only the first would be read.
pub fn check(table: &Table, roles: &[Role], diagnostics: &mut Diagnostics) {
    for (index, (cell, role)) in table.header.iter().zip(roles).enumerate() {
        let told = matches!(role, Role::Blank | Role::Reminder | Role::Unknown | Role::AlmostAYear);
        let before = roles[..index].iter().position(|other| other == role);
        diagnostics.extend(before.filter(|_| !told).map(|first| repeated(cell, first)));
    }
}

//! A line of YAML whose spaces put it in no entry.
//!
//! The depths of the lines above are read; nothing is repaired.

use super::{Cause, FAR};
use crate::french::plural;

/// A line that stands neither under the key above nor in its list.
pub(super) fn margin(lines: &[&str], index: usize) -> Option<Cause> {
    let text = lines.get(index)?;
    let own = text.len() - text.trim_start_matches(' ').len();
    let is_entry = text[own..].starts_with("- ");
    let above = lines[..index].iter().rev();
    let wanted = above
        .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .take(FAR)
        .find_map(|line| {
            let margin = line.len() - line.trim_start_matches(' ').len();
            match (is_entry, line[margin..].starts_with("- ")) {
                (true, true) => Some(margin),
                (true, false) => None,
                (false, true) => Some(margin + 2),
                (false, false) => Some(margin),
            }
        })?;
    if wanted == own || text.trim().is_empty() {
        return None;
    }
    let others = if is_entry {
        "les tirets de la même liste"
    } else {
        "les clés de la même entrée"
    };
    Some(Cause {
        line: index,
        column: own,
        sentence: format!(
            "Cette ligne a {} devant elle, et celle qui la précède {wanted} : elle n’est d’aucune entrée",
            plural(own, "espace", "espaces")
        ),
        help: format!("Mettez devant elle autant d’espaces que devant {others} : {wanted} devant la précédente."),
    })
}

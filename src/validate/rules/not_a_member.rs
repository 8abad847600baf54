//! A value of a commune that is none of the members that the project says.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::{self, name, quoted};
use crate::model::{ChartKind, MemberCommune};
use crate::validate::line::Reading;
use std::collections::BTreeSet;

/// A commune that is none of the members.
const NOT_A_MEMBER: Code = Code("M227");
/// The columns of disaggregation that hold communes.
const COLUMNS: [&str; 5] = ["commune", "communes", "code-commune", "code-insee", "insee"];

/// Reports each name once, at the first cell of its values; nothing where the project says no members.
///
/// What is drawn on a map is told by `ground`, which knows its communes.
pub fn check(readings: &[Reading], members: &[MemberCommune], diagnostics: &mut Diagnostics) {
    if members.is_empty() {
        return;
    }
    let known: BTreeSet<String> = members
        .iter()
        .flat_map(|one| [name(&one.code), name(&one.name)])
        .collect();
    let mut said = BTreeSet::new();
    for reading in readings {
        if reading.indicator.chart == Some(ChartKind::Map) {
            continue;
        }
        let communes = reading.observation.breakdown.iter();
        let communes = communes.filter(|(column, _)| COLUMNS.contains(&&*name(column)));
        for (_, written) in communes {
            if known.contains(&name(written)) || !said.insert(written) {
                continue;
            }
            let names: Vec<&str> = members.iter().map(|one| one.name.as_str()).collect();
            let message = format!(
                "{} n’est aucune des {} communes membres que dit data/referentiels/communes.yaml.",
                quoted(written),
                members.len()
            );
            let near = french::meant(written, names.iter().copied());
            let help = format!(
                "{}Corrigez le nom ou le code ; si la commune a rejoint l’intercommunalité ou changé de nom, corrigez ce fichier.",
                near.map_or_else(String::new, |question| question + " ")
            );
            let fault = Diagnostic::warning(NOT_A_MEMBER, reading.observation.place.clone(), message);
            diagnostics.push(fault.help(help).raw(written));
        }
    }
}

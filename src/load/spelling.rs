//! « Vouliez-vous dire… » for names that the author wrote and that the disk does not have.

use crate::french;

/// The next gesture for a name that is not among `known`: the nearest one, else the list of them.
pub(super) fn suggestion(name: &str, known: &[&str]) -> String {
    match french::nearest(name, known.iter().copied()) {
        Some(candidate) => format!("Vouliez-vous dire « {candidate} » ?"),
        None if known.is_empty() => "Il n’y en a aucun pour l’instant.".to_owned(),
        None if known.len() <= 12 => format!("On y trouve : {}.", known.join(", ")),
        None => "Vérifiez le nom.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert!(suggestion("saisi.xlsx", &["saisie.xlsx", "energie.csv"]).contains("saisie.xlsx"));
        assert!(suggestion("zzzz", &["saisie.xlsx", "energie.csv"]).starts_with("On y trouve"));
    }
}

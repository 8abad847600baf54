//! « Vouliez-vous dire… » for names that the author wrote and that the disk does not have.

/// The next gesture for a name that is not among `known`: the nearest one, else the list of them.
pub(super) fn suggestion(name: &str, known: &[&str]) -> String {
    let nearest = known
        .iter()
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()),
                *candidate,
            )
        })
        .min();
    match nearest {
        Some((distance, candidate)) if distance <= 1 + name.chars().count() / 4 => {
            format!("Vouliez-vous dire « {candidate} » ?")
        }
        Some(_) if known.len() <= 12 => format!("On y trouve : {}.", known.join(", ")),
        Some(_) => "Vérifiez le nom.".to_owned(),
        None => "Il n’y en a aucun pour l’instant.".to_owned(),
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

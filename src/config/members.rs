//! The member communes of the intercommunalités of the register, for `nouveau`: once a project is there, its own file says them.

use crate::model::MemberCommune;

/// One line a commune: the SIREN of the intercommunalité, the code of the commune, its name, its population.
const TEXT: &str = include_str!("referentiels/communes-membres.csv");

/// The members of an intercommunalité by its SIREN; none of anybody else.
pub(super) fn members(siren: &str) -> Vec<MemberCommune> {
    let lines = TEXT.lines().filter_map(|line| {
        let [own, code, name, population] = line.split(';').collect::<Vec<&str>>()[..] else {
            return None;
        };
        (own == siren).then(|| MemberCommune {
            code: code.to_owned(),
            name: name.to_owned(),
            population: population.parse().ok(),
        })
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_an_intercommunalite_and_the_members_of_one_are_its_own() {
        let lines = || TEXT.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines().count(), 10_128);
        assert!(lines().all(|line| line.split(';').count() == 4 && line.split(';').all(|part| !part.is_empty())));
        let grenoble = members("200040715");
        assert_eq!(grenoble.len(), 49);
        assert!(grenoble.iter().any(|one| one.code == "38185" && one.name == "Grenoble"));
        assert!(members("213801855").is_empty(), "a commune has no members");
    }
}

//! The register of the collectivités that owe the report: what `nouveau` knows of the one it begins a project for.
//!
//! It is no reference file of a project: once the project is there, `rapport.yaml` says who presents the report, and nothing
//! here is read again. What its source does not give (the SIREN of a département) is absent, never made up.

pub use super::registered::Registered;
use super::sought::Sought;
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::reading::text;
use crate::form::scalars::Sentence;
use crate::model::CommunityType;

const TEXT: &str = include_str!("referentiels/collectivites.yaml");

entry! {
    /// Le registre des collectivités qui doivent le rapport.
    RegisterFile, "collectivites.yaml" {
        /// D’où il vient, et l’année du découpage et des populations.
        source("source"): Sentence,
        /// Les collectivités.
        communities("collectivites"): Vec<Registered>,
    }
}

/// What the register answers.
#[derive(Clone, Debug)]
pub struct RegisteredMatch {
    pub found: Vec<Registered>,
    /// Where it comes from, with its year, as printed.
    pub source: String,
}

/// The collectivités that what is typed means, by the first of these ways that one answers: its SIREN, its official code, its
/// name, its initials, words of its name and of its kind.
///
/// A commune whose name an intercommunalité bears too is not taken for it: both answer.
pub fn registered(typed: &str) -> RegisteredMatch {
    let file = register();
    RegisteredMatch {
        found: among(&file.communities, typed),
        source: file.source,
    }
}

fn among(communities: &[Registered], typed: &str) -> Vec<Registered> {
    let sought = Sought::of(typed);
    let ways: [&dyn Fn(&Registered) -> bool; 8] = [
        &|one| sought.has_siren_of(one),
        &|one| sought.has_code_of(one),
        &|one| sought.is_name_of(one),
        &|one| sought.is_name_of_kind(one),
        &|one| sought.is_initials_of(one, true),
        &|one| sought.has_words_of(one, false),
        &|one| sought.is_initials_of(one, false),
        &|one| sought.has_words_of(one, true),
    ];
    let every = || communities.iter();
    let found = ways
        .iter()
        .map(|way| every().filter(|one| way(one)).cloned().collect())
        .find(|found: &Vec<Registered>| !found.is_empty());
    let mut found = found.unwrap_or_default();
    if found
        .iter()
        .any(|one| one.kind == CommunityType::Commune && sought.is_name_of(one))
    {
        found.extend(every().filter(|one| sought.is_namesake(one)).cloned());
    }
    found
}

fn register() -> RegisterFile {
    let mut faults = Diagnostics::default();
    let file: Option<RegisterFile> = text("(programme)/collectivites.yaml", &TEXT.into(), &mut faults).content;
    file.expect("a test reads the register that the program carries")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    /// Read once: it is long.
    fn found(typed: &str) -> Vec<Registered> {
        static REGISTER: LazyLock<RegisterFile> = LazyLock::new(register);
        among(&REGISTER.communities, typed)
    }

    fn names(typed: &str) -> Vec<String> {
        found(typed).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn the_register_is_read_whole_and_gives_no_number_that_its_source_lacks() {
        let mut faults = Diagnostics::default();
        let file: Option<RegisterFile> = text("collectivites.yaml", &TEXT.into(), &mut faults).content;
        let every = file.unwrap().communities;
        assert!(faults.sorted().is_empty(), "{faults:?}");
        assert_eq!(every.len(), 535);
        for one in &every {
            let by_number = !matches!(one.kind, CommunityType::Departement | CommunityType::Region);
            assert_eq!(one.siren.is_some(), by_number, "{}", one.name);
            assert_eq!(one.population.is_some(), by_number, "{}", one.name);
            assert!(
                one.population.is_none_or(|population| population > 50_000),
                "{}",
                one.name
            );
            assert_eq!(one.code.is_some(), !by_number, "{}", one.name);
        }
    }

    #[test]
    fn a_collectivite_is_found_by_its_siren_its_code_its_name_or_words_of_it() {
        assert_eq!(names("200 040 715"), ["Grenoble-Alpes-Métropole"]);
        assert_eq!(names("38"), ["Isère"]);
        assert_eq!(names("01"), ["Ain", "Guadeloupe"]);
        assert_eq!(names("38 Isère (département)"), ["Isère"], "a line that was printed");
        assert_eq!(names("01  Guadeloupe (région)"), ["Guadeloupe"]);
        assert_eq!(names("albigeois (C2A)").len(), 1, "a name has brackets too");
        for typed in [
            "--siren 244900015",
            "244 900 015 00015",
            "244900015  Angers Loire Métropole (communauté urbaine)",
        ] {
            assert_eq!(names(typed), ["Communauté urbaine Angers Loire Métropole"], "{typed}");
        }
        assert_eq!(names("GRENOBLE alpes"), ["Grenoble-Alpes-Métropole"]);
        assert_eq!(names("dole"), ["Communauté d’agglomération du Grand Dole"]);
        assert_eq!(names("nulle part"), Vec::<String>::new());
    }

    #[test]
    fn a_commune_and_the_intercommunalite_of_its_name_are_both_told() {
        assert_eq!(names("grenoble"), ["Grenoble", "Grenoble-Alpes-Métropole"]);
        for commune in ["Angers", "Dijon", "Brest", "Nice"] {
            let found = names(commune);
            assert!(found.len() > 1 && found[0] == commune, "{found:?}");
            for plain in [format!("{commune} (commune)"), format!("ville de {commune}")] {
                assert_eq!(names(&plain), [commune], "{plain}");
            }
        }
        let departments: Vec<_> = found("Saint-Denis (commune)")
            .into_iter()
            .map(|one| one.department)
            .collect();
        assert!(
            departments.len() == 2 && !departments.contains(&None),
            "{departments:?}"
        );
        assert_eq!(names("saint denis (commune, La Réunion)").len(), 1);
    }

    #[test]
    fn initials_and_words_of_a_kind_find_too() {
        let angers = ["Communauté urbaine Angers Loire Métropole"];
        for typed in [
            "ALM",
            "alm",
            "CU Angers",
            "Métropole d’Angers",
            "agglo d'Angers",
            "CUALM",
        ] {
            assert_eq!(names(typed), angers, "{typed}");
        }
        assert_eq!(
            names("Agglomération de Montpellier"),
            ["Montpellier Méditerranée Métropole"]
        );
        assert!(names("MEL").contains(&"Métropole Européenne de Lille".to_owned()));
        assert_eq!(names("département de la Loire"), ["Loire"]);
        assert_eq!(names("métropole"), names("Metropole"));
        for nobody in ["CU", "de la", "()", "--nom"] {
            assert_eq!(names(nobody), Vec::<String>::new(), "{nobody}");
        }
    }

    #[test]
    fn bodies_whose_articles_were_not_read_are_there_once() {
        for name in ["Corse", "Guyane", "Martinique", "Mayotte", "Alsace"] {
            let found = found(name);
            assert_eq!(
                found.iter().filter(|one| one.particular).count(),
                1,
                "{name}: {found:?}"
            );
            assert!(
                found.iter().all(|one| one.particular || one.population.is_some()),
                "{name}: {found:?}"
            );
        }
        assert_eq!(names("Polynésie"), Vec::<String>::new());
    }
}

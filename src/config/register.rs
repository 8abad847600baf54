//! The register of the collectivités that owe the report: what `nouveau` knows of the one it begins a project for.
//!
//! It is no reference file of a project: once the project is there, `rapport.yaml` says who presents the report, and nothing
//! here is read again. What its source does not give (the SIREN of a département) is absent, never made up.

use super::siren::{Siren, digits};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::reading::text;
use crate::form::scalars::{Flag, Sentence, TextIfAny, Whole};
use crate::form::words::Word;
use crate::french::folded;
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

entry! {
    /// Une collectivité du registre.
    noun Registered, "la collectivité du registre" {
        /// Le nom, les abréviations développées.
        name("nom"): Sentence,
        /// Le type, qui décide des textes cités.
        kind("type"): Word<CommunityType>,
        /// Le numéro SIREN, où la source le donne.
        siren("siren"): Option<Siren>,
        /// La population totale, où la source la donne.
        population("population"): Option<Whole<1, 100_000_000, u64>>,
        /// Le code officiel d’un département ou d’une région.
        code("code"): Option<TextIfAny>,
        /// Une collectivité dont on n’a pas lu quels articles s’appliquent à elle.
        particular("statut_particulier"): Flag = false,
    }
}

/// What the register answers.
#[derive(Clone, Debug)]
pub struct RegisteredMatch {
    pub found: Vec<Registered>,
    /// Where it comes from, with its year, as printed.
    pub source: String,
}

/// The collectivités that a SIREN, an official code, a name or words of a name mean, in this order: the first that answers.
pub fn registered(sought: &str) -> RegisteredMatch {
    let file = register();
    let (number, name) = (digits(sought), folded(sought));
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let ways: [&dyn Fn(&Registered) -> bool; 4] = [
        &|one| one.siren.as_deref() == Some(&number),
        &|one| one.code.as_deref() == Some(sought.trim()),
        &|one| folded(&one.name) == name,
        &|one| has_words(&folded(&one.name), &words),
    ];
    let found = ways
        .iter()
        .map(|way| file.communities.iter().filter(|one| way(one)).cloned().collect())
        .find(|found: &Vec<Registered>| !found.is_empty());
    RegisteredMatch {
        found: found.unwrap_or_default(),
        source: file.source,
    }
}

fn register() -> RegisterFile {
    let mut faults = Diagnostics::default();
    let file: Option<RegisterFile> = text("(programme)/collectivites.yaml", &TEXT.into(), &mut faults).content;
    file.expect("a test reads the register that the program carries")
}

/// Whether each word begins a word of the name.
fn has_words(name: &str, words: &[&str]) -> bool {
    let begins = |word: &&str| {
        name.split(|letter: char| !letter.is_alphanumeric())
            .any(|own| own.starts_with(*word))
    };
    !words.is_empty() && words.iter().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(sought: &str) -> Vec<String> {
        registered(sought).found.into_iter().map(|one| one.name).collect()
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
        assert_eq!(names("grenoble"), ["Grenoble"], "the whole name is before words of one");
        assert_eq!(names("GRENOBLE alpes"), ["Grenoble-Alpes-Métropole"]);
        assert_eq!(names("dole"), ["Communauté d’agglomération du Grand Dole"]);
        assert_eq!(names("nulle part"), Vec::<String>::new());
    }

    #[test]
    fn bodies_whose_articles_were_not_read_are_there_once() {
        for name in ["Corse", "Guyane", "Martinique", "Mayotte", "Alsace"] {
            let found = registered(name).found;
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

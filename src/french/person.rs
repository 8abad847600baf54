//! Words and forms by which a table seems to name people: it says what seems so, and decides nothing.

use super::words::folded;

/// Words of a title that say that the column names a person, or how to reach one.
const TITLES: [&str; 17] = [
    "utilisateur",
    "utilisatrice",
    "user",
    "username",
    "login",
    "matricule",
    "prenom",
    "courriel",
    "email",
    "mail",
    "mel",
    "telephone",
    "tel",
    "detenteur",
    "beneficiaire",
    "titulaire",
    "agent",
];
/// Words of a title that say that it counts or sorts people and names none.
const GROUPS: [&str; 16] = [
    "nombre",
    "nb",
    "nbre",
    "part",
    "taux",
    "total",
    "effectif",
    "par",
    "categorie",
    "type",
    "genre",
    "sexe",
    "age",
    "tranche",
    "statut",
    "service",
];
/// The longest title, in words: more is a sentence.
const WORDS: usize = 6;

/// Whether a text is the title of a column of people: `Utilisateur`, `N° de téléphone`, `Nom de l’agent`.
///
/// `Nombre d’agents` and `Catégorie d’agent` are not.
pub fn names_people(title: &str) -> bool {
    let folded = folded(title).replace("e-mail", "email");
    let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
    words.len() <= WORDS
        && words.iter().any(|word| TITLES.contains(word))
        && !words.iter().any(|word| GROUPS.contains(word))
}

/// Whether a text holds an e-mail address, alone or in a sentence.
pub fn holds_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(user, host)| {
            let host = host.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            let domain = host
                .rsplit_once('.')
                .is_some_and(|(name, end)| !name.is_empty() && end.len() >= 2);
            user.chars().any(char::is_alphanumeric) && domain
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_people_or_sorts_them() {
        for title in [
            "Utilisateur",
            "N° de téléphone",
            "E-mail",
            "Nom de l’agent",
            "Courriel professionnel",
            "TEL.",
        ] {
            assert!(names_people(title), "{title}");
        }
        for title in [
            "Nombre d’utilisateurs",
            "agents",
            "Nom",
            "Portable",
            "Émissions par agent",
            "Catégorie d’agent",
            "type-beneficiaire",
            "hotel",
        ] {
            assert!(!names_people(title), "{title}");
        }
    }

    #[test]
    fn an_address_is_known_by_its_form() {
        assert!(holds_address("vu avec (marie@exemple.fr)"));
        assert!(!holds_address("3 @ 4,50"));
    }
}

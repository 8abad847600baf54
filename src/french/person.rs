//! Words and forms by which a table seems to name people: it says what seems so, and decides nothing.

use super::words::folded;

/// Words of a title that say that the column names a person, or how to reach one.
const TITLES: [&str; 22] = [
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
    "referent",
    "referente",
    "contact",
    "responsable",
    "interlocuteur",
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

/// Whether a text holds an e-mail address or a French telephone number, alone or in a sentence.
pub fn reaches_someone(text: &str) -> bool {
    holds_address(text) || holds_telephone(text)
}

/// Whether a text holds an e-mail address.
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

/// Ten digits in pairs, `06 12 34 56 78`, or `+33` and nine: never ten digits in a row, which may be any code.
fn holds_telephone(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|start| {
        let alone = start == 0 || !letters[start - 1].is_alphanumeric();
        let rest = &letters[start..];
        alone
            && (is_in_pairs(rest)
                || rest.starts_with(&['+', '3', '3']) && rest.iter().filter(|c| c.is_ascii_digit()).count() >= 11)
    })
}

/// Whether a text begins by `0` and a digit, then four pairs, each after a space, a dot or a dash.
fn is_in_pairs(text: &[char]) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let joined = |at: usize| {
        text.get(at)
            .is_some_and(|sign| sign.is_whitespace() || matches!(sign, '.' | '-'))
    };
    let pairs = (0..5).all(|pair| digit(3 * pair) && digit(3 * pair + 1) && (pair == 4 || joined(3 * pair + 2)));
    pairs && text[0] == '0' && !digit(14) && !(joined(14) && digit(15))
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
            "Référent",
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
    fn an_address_or_a_telephone_is_known_by_its_form() {
        for text in [
            "vu avec (marie@exemple.fr)",
            "appeler le 06 12 34 56 78.",
            "01.23.45.67.89",
            "+33 6 12 34 56 78",
        ] {
            assert!(reaches_someone(text), "{text}");
        }
        for text in ["3 @ 4,50", "0612345678", "10 12 34 56 78", "+33 %"] {
            assert!(!reaches_someone(text), "{text}");
        }
    }
}

//! Tables that seem to name people: a column for a user, an address or a telephone, a value that is an e-mail address.
//!
//! It looks at every sheet, since an archive holds whole files. It refuses nothing: whoever archives decides.

use super::folder::Found;
use super::parquet;
use crate::config::ProjectFile;
use crate::diagnostic::Diagnostics;
use crate::french;
use crate::table::{self, Cell, Kind, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

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
/// Words of a title that say that it counts people and names none.
const COUNTS: [&str; 8] = ["nombre", "nb", "nbre", "part", "taux", "total", "effectif", "par"];
/// Lines under the header of a table where the true header may be, under a title.
const PREAMBLE: usize = 10;

/// What seems to name people in each of these files: titles of columns, or « adresse électronique ».
pub fn people<'a>(files: impl IntoIterator<Item = &'a ProjectFile>) -> BTreeMap<Arc<str>, Vec<String>> {
    files
        .into_iter()
        .map(|file| (file.path.clone(), named(file)))
        .filter(|(_, named)| !named.is_empty())
        .collect()
}

fn named(file: &ProjectFile) -> Vec<String> {
    let found: BTreeSet<String> = tables(file).iter().flat_map(signs).collect();
    found.into_iter().collect()
}

/// Every sheet of a file; none where it is no table.
fn tables(file: &ProjectFile) -> Vec<Table> {
    let found = Found {
        path: file.path.clone(),
        absolute: PathBuf::new(),
    };
    let Some(kind) = Kind::announced_by(&found.extension()) else {
        return Vec::new();
    };
    // What cannot be read is told by whoever reads it for its values.
    let mut unheard = Diagnostics::default();
    if kind == Kind::Parquet {
        return parquet::table(&found, &file.bytes, &mut unheard).into_iter().collect();
    }
    let mut read = |sheet: Option<&str>| table::read(&file.path, &file.bytes, kind, sheet, &mut unheard);
    let first = read(None);
    let others = first.iter().flat_map(|table| table.other_sheets.clone());
    let others: Vec<Table> = others.filter_map(|sheet| read(Some(&sheet))).collect();
    first.into_iter().chain(others).collect()
}

fn signs(table: &Table) -> Vec<String> {
    let titles = table.header.iter().chain(table.rows.iter().take(PREAMBLE).flatten());
    let titles = titles
        .map(|cell| cell.content.display())
        .filter(|title| is_title(title));
    let cells = || table.header.iter().chain(table.rows.iter().flatten());
    let address = cells().any(is_address).then(|| "adresse électronique".to_owned());
    titles.chain(address).collect()
}

/// Whether a text is the title of a column of people: `Utilisateur`, `N° de téléphone`, `Nom de l’agent`.
fn is_title(text: &str) -> bool {
    let folded = french::folded(text).replace("e-mail", "email");
    let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
    words.len() <= 6
        && words.iter().any(|word| TITLES.contains(word))
        && !words.iter().any(|word| COUNTS.contains(word))
}

/// Whether a cell holds an e-mail address, alone or in a sentence.
fn is_address(cell: &Cell) -> bool {
    let crate::table::Content::Text(text) = &cell.content else {
        return false;
    };
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

    fn told(path: &str, content: &str) -> Vec<String> {
        let file = ProjectFile {
            path: path.into(),
            bytes: content.as_bytes().into(),
        };
        people([&file]).into_values().flatten().collect()
    }

    #[test]
    fn a_column_of_people_is_known_by_its_title() {
        for title in [
            "Utilisateur",
            "N° de téléphone",
            "E-mail",
            "Nom de l’agent",
            "Courriel professionnel",
            "TEL.",
        ] {
            let table = format!("type;{title}\nPortable;x\n");
            assert_eq!(told("data/parc/a.csv", &table), [title]);
        }
        for title in [
            "Nombre d’utilisateurs",
            "agents",
            "Nom",
            "Portable",
            "Émissions par agent",
            "hotel",
        ] {
            let table = format!("type;{title}\nPortable;x\n");
            assert_eq!(told("data/parc/a.csv", &table), Vec::<String>::new(), "{title}");
        }
        // Under a title, as a service sends it.
        assert_eq!(
            told("data/parc/a.csv", "Parc 2025;\nType;Login\nPortable;x\n"),
            ["Login"]
        );
    }

    #[test]
    fn an_address_is_known_by_its_form_and_a_file_that_is_no_table_is_left() {
        assert_eq!(
            told("data/valeurs/a.csv", "a;note\n1;vu avec (marie@exemple.fr)\n"),
            ["adresse électronique"]
        );
        assert_eq!(told("data/valeurs/a.csv", "a;note\n1;3 @ 4,50\n"), Vec::<String>::new());
        assert_eq!(
            told("data/rapport.yaml", "contact: marie@exemple.fr\n"),
            Vec::<String>::new()
        );
    }
}

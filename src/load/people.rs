//! Tables that seem to name people: a column for a user, an address or a telephone, a value that is an e-mail address.
//!
//! It looks at every sheet, since an archive holds whole files. It refuses nothing: whoever archives decides.

use super::folder::Found;
use super::parquet;
use crate::config::{ProjectFile, VALUES_SHEET};
use crate::diagnostic::Diagnostics;
use crate::french::{self, folded};
use crate::table::{self, Cell, Content, Kind, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

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
    // What describes the project is its author’s to word, in a workbook as in YAML; its values are not.
    let is_project = file.is_project_workbook();
    let is_data = |sheet: Option<&str>| !is_project || sheet.is_some_and(|sheet| folded(sheet) == folded(VALUES_SHEET));
    let tables = tables(file).into_iter().filter(|table| is_data(table.sheet.as_deref()));
    let found: BTreeSet<String> = tables.flat_map(|table| signs(&table)).collect();
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
        .filter(|title| french::names_people(title));
    let cells = || table.header.iter().chain(table.rows.iter().flatten());
    let address = cells().any(is_address).then(|| "adresse électronique".to_owned());
    titles.chain(address).collect()
}

/// Whether a cell holds an e-mail address, alone or in a sentence.
fn is_address(cell: &Cell) -> bool {
    matches!(&cell.content, Content::Text(text) if french::holds_address(text))
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
        assert_eq!(told("data/parc/a.csv", "type;E-mail\nPortable;x\n"), ["E-mail"]);
        assert_eq!(told("data/parc/a.csv", "type;Nom\nPortable;x\n"), Vec::<String>::new());
        // Under a title, as a service sends it.
        assert_eq!(
            told("data/parc/a.csv", "Parc 2025;\nType;Login\nPortable;x\n"),
            ["Login"]
        );
    }

    #[test]
    fn a_workbook_that_describes_the_project_is_looked_at_for_its_values_only() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        for (name, cells) in [("Rapport", ["contact", "rse@exemple.fr"]), ("Valeurs", ["Login", "x"])] {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            sheet.write_row(0, 0, ["titre", "responsable"]).unwrap();
            sheet.write_row(1, 0, cells).unwrap();
        }
        let bytes: Arc<[u8]> = workbook.save_to_buffer().unwrap().into();
        let told = |path: &str| {
            let file = ProjectFile {
                path: path.into(),
                bytes: bytes.clone(),
            };
            people([&file]).into_values().flatten().collect::<Vec<String>>()
        };
        assert_eq!(told("data/projet.xlsx"), ["Login", "responsable"]);
        assert_eq!(told("data/valeurs/a.xlsx").len(), 4);
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

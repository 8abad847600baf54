//! A project as one workbook: how to keep it, a real table a sheet, the remarks of the files that it stands for, the words of lists.
//!
//! What the sheets hold is said by `config`; here only how they look. Every sheet that is read has its heads on its first row.

use crate::config::{WrittenRemark, WrittenSheet};
use crate::error::Error;
use crate::workbook::{Head, Look, Naming, PROSE, begun, defect, height, page, prose, table};
use jiff::civil::Date;
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The sheet that explains, which nothing reads.
const EXPLANATION: &str = "Lisez-moi";
/// The sheet of remarks, which nothing reads.
const REMARKS: &str = "Remarques";
/// Lines of a cell that a row shows.
const SHOWN: usize = 12;

/// A project told as a workbook.
pub struct ProjectBook<'a> {
    pub sheets: &'a [WrittenSheet],
    pub remarks: &'a [WrittenRemark],
    pub community: &'a str,
    pub dated: Date,
}

/// The bytes of the workbook of a project: the same project gives the same bytes.
///
/// # Errors
/// A table that the writer of workbooks refuses: a defect of the program.
pub fn project_workbook(book: &ProjectBook) -> Result<Vec<u8>, Error> {
    written(book).map_err(|error| defect("collect", &error))
}

fn written(book: &ProjectBook) -> Result<Vec<u8>, XlsxError> {
    let look = Look::new();
    let mut workbook = begun("Projet de rapport de développement durable", book.community, book.dated)?;
    let lists = explanation(workbook.add_worksheet(), book, &look)?;
    for written in book.sheets {
        data(workbook.add_worksheet(), written, &lists, &look)?;
    }
    if !book.remarks.is_empty() {
        remarks(workbook.add_worksheet(), book.remarks, &look)?;
    }
    workbook.save_to_buffer()
}

/// A column of a sheet, and the range of the words that its cells may have.
type Lists = Vec<(&'static str, String, String)>;

fn explanation(sheet: &mut Worksheet, book: &ProjectBook, look: &Look) -> Result<Lists, XlsxError> {
    sheet.set_name(EXPLANATION)?;
    page(sheet);
    let title = format!("Le projet de {} dans un classeur", book.community);
    let prose = prose(sheet, &title, &paragraphs(book), look)?;
    let mut columns: BTreeMap<&[String], Vec<(&'static str, &str)>> = BTreeMap::new();
    for written in book.sheets {
        for (title, words) in &written.words {
            columns.entry(words).or_default().push((written.name, title));
        }
    }
    let heads = [Head::given("liste", PROSE), Head::given("mot", 30.0)];
    let rows: usize = columns.keys().map(|words| words.len()).sum();
    let naming = Naming {
        name: "Projet_listes",
        told: "Les mots que proposent les listes des autres feuilles",
    };
    let first = prose + 1;
    if rows > 0 {
        table(sheet, &naming, first, &heads, rows, look)?;
    }
    let mut lists = Vec::new();
    let mut row = first + 1;
    for (words, of) in columns {
        let named: Vec<String> = of.iter().map(|(sheet, title)| format!("{sheet}, {title}")).collect();
        let named = named.join(" ; ");
        // The rows of a spreadsheet are counted from 1.
        let last = row as usize + words.len();
        let range = format!("'{EXPLANATION}'!$B${}:$B${last}", row + 1);
        lists.extend(
            of.into_iter()
                .map(|(sheet, title)| (sheet, title.to_owned(), range.clone())),
        );
        for word in words {
            sheet.write_with_format(row, 0, &named, &look.cell)?;
            sheet.write_with_format(row, 1, word, &look.cell)?;
            height(sheet, row, [(named.as_str(), PROSE)])?;
            row += 1;
        }
    }
    Ok(lists)
}

fn paragraphs(book: &ProjectBook) -> Vec<(&'static str, String)> {
    let mut told = vec![
        (
            "",
            "Ce classeur décrit tout le rapport : enregistré sous data/projet.xlsx (ou projet.ods), il tient lieu de rapport.yaml, du dossier indicateurs, d’actions.yaml et de strategie.yaml. Les deux à la fois sont refusés.".to_owned(),
        ),
        (
            "Les feuilles de clés",
            "« Rapport », « Calendrier », « Parc » et « Stratégie » ont une ligne par clé, et disent ce qu’elle veut dire. Un point mène à une clé qui est dans une autre, un nombre est un rang : collectivite.nom, budget.fichiers.1.fichier. Une clé sans valeur ne dit rien.".to_owned(),
        ),
        (
            "Les autres feuilles",
            "Une ligne par indicateur, par action, par objectif… ; le titre de la colonne dit ce qu’elle contient, dans l’ordre que vous voulez. Plusieurs valeurs d’une case se séparent par un point-virgule. Une colonne vide peut être retirée, une feuille vide aussi.".to_owned(),
        ),
        (
            "Vérifier",
            "« millesime verifier » dit chaque faute à sa feuille et à sa cellule, sans rien écrire.".to_owned(),
        ),
        (
            "Ce qui est à vous",
            "Cette feuille et « Remarques » ne sont pas lues, ni une colonne « explication » des feuilles de clés.".to_owned(),
        ),
    ];
    if book.sheets.iter().any(|sheet| !sheet.words.is_empty()) {
        told.push((
            "Les listes",
            "Ci-dessous, les mots que proposent les listes des autres feuilles ; ne les déplacez pas.".to_owned(),
        ));
    }
    told
}

fn data(sheet: &mut Worksheet, written: &WrittenSheet, lists: &Lists, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(written.name)?;
    page(sheet);
    let cells = |rank: usize| {
        written
            .rows
            .iter()
            .filter_map(move |row| row.get(rank).map(String::as_str))
    };
    let heads = written.titles.iter().enumerate();
    let heads: Vec<Head> = heads.map(|(rank, title)| Head::fitted(title, cells(rank))).collect();
    // A table has a line at least, be it empty.
    let rows = written.rows.len().max(1);
    let name = crate::french::folded(written.name).replace(' ', "_");
    let naming = Naming {
        name: &format!("Projet_{name}"),
        told: &format!("Feuille {} du projet", written.name),
    };
    table(sheet, &naming, 0, &heads, rows, look)?;
    for (row, cells) in (1..).zip(&written.rows) {
        for (column, text) in (0..).zip(cells) {
            match number(text) {
                Some(number) => sheet.write_with_format(row, column, number, &look.cell)?,
                None => sheet.write_with_format(row, column, text, &look.cell)?,
            };
        }
        let shown = cells
            .iter()
            .zip(&heads)
            .map(|(text, head)| (cut(text), head.width - 2.0));
        height(sheet, row, shown)?;
    }
    let last = u32::try_from(rows).unwrap_or(u32::MAX);
    for (_, title, range) in lists.iter().filter(|(name, ..)| *name == written.name) {
        let Some(column) = written.titles.iter().position(|known| known == title) else {
            continue;
        };
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let list = DataValidation::new()
            .allow_list_formula(range.as_str().into())
            .ignore_blank(true)
            .set_input_title(title.chars().take(32).collect::<String>())?
            .set_input_message("Choisissez un mot de la liste, ou laissez vide.")?;
        sheet.add_data_validation(1, column, last, column, &list)?;
    }
    Ok(())
}

/// The part of a text that a row shows.
fn cut(text: &str) -> &str {
    let end = text.match_indices('\n').nth(SHOWN - 1).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The number that a cell may hold and give back letter for letter: `012` and `1.250` stay texts.
fn number(text: &str) -> Option<f64> {
    let is_short = text.len() <= 15;
    let number = text
        .parse::<f64>()
        .ok()
        .filter(|number| is_short && number.is_finite())?;
    (number.to_string() == text).then_some(number)
}

fn remarks(sheet: &mut Worksheet, remarks: &[WrittenRemark], look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(REMARKS)?;
    page(sheet);
    let heads = [
        Head::given("fichier", 30.0),
        Head::given("cle", 40.0),
        Head::given("remarque", 90.0),
    ];
    let naming = Naming {
        name: "Projet_remarques",
        told: "Les remarques des fichiers YAML, et la clé où chacune se trouvait",
    };
    table(sheet, &naming, 0, &heads, remarks.len(), look)?;
    for (row, remark) in (1..).zip(remarks) {
        let cells = [&remark.file, &remark.key, &remark.text];
        for (column, text) in (0..).zip(cells) {
            sheet.write_with_format(row, column, text, &look.cell)?;
        }
        height(
            sheet,
            row,
            cells
                .into_iter()
                .zip(&heads)
                .map(|(text, head)| (cut(text), head.width - 2.0)),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn only_what_a_number_gives_back_is_one() {
        assert_eq!(
            ["43000", "-1.25", "0"].map(number),
            [Some(43_000.0), Some(-1.25), Some(0.0)]
        );
        assert_eq!(
            ["012", "1.250", "1e3", "2.0", "", "nan", "9007199254740993"].map(number),
            [None; 7]
        );
    }
}

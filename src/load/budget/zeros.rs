//! Codes that a spreadsheet took for numbers: 011 has become 11, 020 has become 20.
//!
//! A chapter or an account of which only the form with a zero exists proves it; the amounts then stand under other codes.

use super::super::{Content, Table};
use super::columns::Columns;
use super::faults::Faults;
use crate::diagnostic::{Code, Diagnostic};
use crate::french::quoted;

/// Codes have lost their leading zeros.
const LOST_ZEROS: Code = Code("M128");

/// Chapters and accounts of every plan that exist with a zero only: 011, 012, 014, 024, 040 to 043, 001 to 003.
const WITH_A_ZERO: [&str; 11] = ["1", "2", "3", "11", "12", "14", "24", "40", "41", "42", "43"];

/// The columns of codes, by their keys in a table.
pub(super) struct Codes<'a> {
    pub nature: &'a str,
    pub chapter: &'a str,
    pub function: &'a str,
}

const HELP: &str = "Exportez de nouveau le fichier sans l’ouvrir dans un tableur, ou donnez aux colonnes de codes le format « Texte » et retapez-les (011, 042, 020).";

/// Refuses a table that has lost the zeros of its codes; tells functions of which nothing says whether they have.
pub(super) fn check(table: &Table, columns: &Columns, codes: &Codes, faults: &mut Faults) {
    // An account of two digits may well be one of the balance: 12 is the result of the year.
    for (key, what, known) in [
        (codes.chapter, "Le chapitre", &WITH_A_ZERO[..]),
        (codes.nature, "Le compte", &WITH_A_ZERO[..3]),
    ] {
        let mut rows = table.rows.iter().map(|row| columns.row(row));
        let lost = rows.find(|row| known.contains(&&*row.text(key)));
        if let Some(row) = lost {
            let code = row.text(key);
            let whole = format!("{code:0>3}");
            let message = format!(
                "{what} {} n’existe pas : c’est {}, dont le fichier a perdu les zéros, et sans doute ceux d’autres codes. Leurs montants iraient ailleurs.",
                quoted(&code),
                quoted(&whole)
            );
            let place = row.place(key).unwrap_or_else(|| faults.place(row.line));
            faults.header(Diagnostic::error(LOST_ZEROS, place, message).help(HELP).raw(&*code));
            return;
        }
    }
    functions(table, columns, codes.function, faults);
}

/// Functions of one or two digits beside others of three, none of which begins by a zero.
fn functions(table: &Table, columns: &Columns, key: &str, faults: &mut Faults) {
    let rows = || table.rows.iter().map(|row| columns.row(row));
    let is_code = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let written = || rows().filter(|row| is_code(&row.text(key)));
    if written().any(|row| row.text(key).starts_with('0')) || !written().any(|row| row.text(key).len() > 2) {
        return;
    }
    let Some(row) = written().find(|row| row.text(key).len() < 3) else {
        return;
    };
    let code = row.text(key);
    let is_number = matches!(row.cell(key).map(|cell| &cell.content), Some(Content::Number { .. }));
    let message = format!(
        "La fonction {} est peut-être {}, dont le fichier aurait perdu le zéro : aucune de ses fonctions ne commence par un zéro.",
        quoted(&code),
        quoted(&format!("0{code}"))
    );
    let place = row.place(key).unwrap_or_else(|| faults.place(row.line));
    if is_number {
        faults.header(Diagnostic::error(LOST_ZEROS, place, message).help(HELP).raw(&*code));
    } else {
        let help = format!("Comparez à votre logiciel. {HELP}");
        faults.warn(Diagnostic::warning(LOST_ZEROS, place, message).help(help).raw(&*code));
    }
}

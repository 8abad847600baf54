//! Codes that a spreadsheet took for numbers: 011 has become 11, 020 has become 20.
//!
//! A chapter or an account of which only the form with a zero exists proves it; the amounts then stand under other codes.

use super::super::{Content, Table};
use super::columns::{Columns, Row};
use super::faults::Faults;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{list, quoted};
use crate::model::AccountLabels;
use std::collections::BTreeMap;

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
pub(super) fn check(table: &Table, columns: &Columns, codes: &Codes, plan: &AccountLabels, faults: &mut Faults) {
    // An account of two digits may well be one of the balance: 12 is the result of the year.
    for (key, what, known) in [
        (codes.chapter, ["Le chapitre", "Les chapitres"], &WITH_A_ZERO[..]),
        (codes.nature, ["Le compte", "Les comptes"], &WITH_A_ZERO[..3]),
    ] {
        let lost = lost(table, columns, key, |row| known.contains(&&*row.text(key)));
        let Some((place, _)) = lost.values().next() else {
            continue;
        };
        let whole = |code: &String| quoted(&format!("{code:0>3}"));
        let (one, many) = (" n’existe pas : c’est ", " n’existent pas : ce sont ");
        let message = format!(
            "{}, dont le fichier a perdu les zéros, et sans doute ceux d’autres codes. Leurs montants iraient ailleurs.",
            both(what, [one, many], &lost, whole)
        );
        let place = place.clone().unwrap_or_else(|| faults.place(0));
        let code = lost.keys().next().cloned().unwrap_or_default();
        faults.header(Diagnostic::error(LOST_ZEROS, place, message).help(HELP).raw(code));
        break;
    }
    functions(table, columns, codes.function, plan, faults);
}

/// The codes of a column that may lack a zero, each with the place of its first cell and whether one of them is a number.
type Lost = BTreeMap<String, (Option<Place>, bool)>;

fn lost(table: &Table, columns: &Columns, key: &str, suits: impl Fn(&Row) -> bool) -> Lost {
    let mut lost = Lost::new();
    for row in table.rows.iter().map(|row| columns.row(row)).filter(|row| suits(row)) {
        let number = is_number(&row, key);
        let entry = lost.entry(row.text(key).into_owned());
        let (_, known) = entry.or_insert_with(|| (row.place(key), number));
        *known |= number;
    }
    lost
}

/// Codes, a verb, and what they should be: `Les chapitres « 11 » et « 42 » n’existent pas : ce sont « 011 » et « 042 »`.
fn both(what: [&str; 2], verb: [&str; 2], lost: &Lost, whole: impl Fn(&String) -> String) -> String {
    let rank = usize::from(lost.len() > 1);
    let written: Vec<String> = lost.keys().map(|code| quoted(code)).collect();
    let meant: Vec<String> = lost.keys().map(whole).collect();
    format!("{} {}{}{}", what[rank], list(&written), verb[rank], list(&meant))
}

fn is_number(row: &Row, key: &str) -> bool {
    matches!(row.cell(key).map(|cell| &cell.content), Some(Content::Number { .. }))
}

/// Short functions beside others of three digits: those of two digits where none begins by a zero, those of one digit and
/// the numbers of a workbook whatever the others are, since a code typed again leaves its neighbours as they were.
fn functions(table: &Table, columns: &Columns, key: &str, plan: &AccountLabels, faults: &mut Faults) {
    let is_code = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rows = || table.rows.iter().map(|row| columns.row(row));
    let written = || rows().filter(|row| is_code(&row.text(key)));
    if !written().any(|row| row.text(key).len() > 2) {
        return;
    }
    let kept = written().any(|row| row.text(key).starts_with('0'));
    let lost = lost(table, columns, key, |row| {
        let code = row.text(key);
        let is_short = code.len() == 1 || code.len() == 2 && (!kept || is_number(row, key));
        // 76 has lost nothing: no plan has a function 07.
        let exists = plan.functions.is_empty()
            || code
                .get(..1)
                .is_some_and(|first| plan.functions.contains_key(&format!("0{first}")));
        is_code(&code) && is_short && !code.starts_with('0') && exists
    });
    let Some((place, _)) = lost.values().next() else { return };
    let message = format!(
        "{}, dont le fichier aurait perdu le zéro : {}.",
        both(
            ["La fonction", "Les fonctions"],
            [" est peut-être ", " sont peut-être "],
            &lost,
            |code| quoted(&format!("0{code}"))
        ),
        match kept {
            true => "d’autres fonctions de cette colonne ont le leur",
            false => "aucune de ses fonctions ne commence par un zéro",
        }
    );
    let place = place.clone().unwrap_or_else(|| faults.place(0));
    let code = lost.keys().next().cloned().unwrap_or_default();
    if lost.values().any(|(_, number)| *number) {
        faults.header(Diagnostic::error(LOST_ZEROS, place, message).help(HELP).raw(code));
    } else {
        let help = format!("Comparez à votre logiciel. {HELP}");
        faults.warn(Diagnostic::warning(LOST_ZEROS, place, message).help(help).raw(code));
    }
}

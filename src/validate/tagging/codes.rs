//! The prefixes of accounts of a tagging line: of investment, in digits, and not both empty.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::cells::Digits;
use crate::form::lines::column::known;
use crate::form::lines::titles::under_keys;
use crate::form::lines::{Others, Titles};
use crate::form::tables::TaggingLine;
use crate::french::quoted;
use crate::load::{Content, Table};

/// An account that is none, or is not of investment; a function that is none.
const WRONG_CODE: Code = Code("M298");

/// The first digits of the accounts of operations for third parties, which invest.
const THIRD_PARTIES: &str = "45";

/// What follows the zero of the functions that begin by one: 01 to 05. A number that begins otherwise has lost none.
const AFTER_A_ZERO: [char; 5] = ['1', '2', '3', '4', '5'];

/// Whether a function of the table stands as a text with its zero: those that are numbers had none to lose.
pub(super) fn keeps_zeros(table: &Table, titles: &Titles) -> bool {
    let header = under_keys(&table.header, titles, Others::Read);
    let mut header = header.iter().map(|cell| cell.content.display());
    let rank = header.position(|title| known::<TaggingLine>(&title) == Some("fonction"));
    let cells = table.rows.iter().filter_map(|row| row.get(rank?));
    cells.into_iter().any(|cell| match &cell.content {
        Content::Text(text) => text.trim_start_matches(['=', '"']).starts_with('0') && text.len() > 1,
        Content::Empty | Content::Number { .. } => false,
    })
}

/// Reports what is no prefix of an account of investment, and no function.
pub(super) fn check(line: &TaggingLine, zeros: bool, diagnostics: &mut Diagnostics) {
    let nature = line.nature.as_ref().and_then(nature);
    let function = line.function.as_ref().and_then(|code| function(code, zeros));
    let told = [nature, function];
    diagnostics.extend(told.into_iter().flatten());
    if line.nature.is_none() && line.function.is_none() {
        let message = "La ligne donne une classe sans dire à quelle nature ni à quelle fonction : elle coterait tout l’investissement d’un coup.";
        let help = "Écrivez un compte par nature, une fonction, ou les deux ; leurs premiers chiffres suffisent.";
        diagnostics.push(Diagnostic::error(WRONG_CODE, line.place.clone(), message).help(help));
    }
}

fn nature(code: &Placed<Digits>) -> Option<Diagnostic> {
    let text = &code.value.text;
    let invests = text.starts_with(['1', '2', '3']) || text.starts_with(THIRD_PARTIES) || text == "4";
    let fault = if !is_code(text) {
        "n’est pas un compte par nature, qui s’écrit en chiffres"
    } else if text.starts_with(['6', '7']) {
        "est un compte de fonctionnement ; la cotation ne porte que sur les dépenses d’investissement"
    } else if !invests {
        "n’est le début d’aucun compte d’investissement"
    } else {
        return None;
    };
    let help =
        "Écrivez le compte ou ses premiers chiffres (2151, ou 21), ou laissez la case vide pour toutes les natures.";
    Some(refused(code, fault, help))
}

fn function(code: &Placed<Digits>, zeros: bool) -> Option<Diagnostic> {
    let Digits { text, is_number } = &code.value;
    if !is_code(text) {
        let help = "Écrivez la fonction ou ses premiers chiffres (87, ou 8), ou laissez la case vide pour toutes les fonctions.";
        return Some(refused(code, "n’est pas une fonction, qui s’écrit en chiffres", help));
    }
    let fault = format!(
        "est un nombre dans le classeur : rien ne dit s’il s’agit de la fonction {text} ou de la fonction 0{text}"
    );
    let help = "Donnez à la colonne le format « Texte », puis récrivez le code : le tableur retire le zéro de tête des nombres.";
    let lost = *is_number && !zeros && text.len() < 3 && text.starts_with(AFTER_A_ZERO);
    lost.then(|| refused(code, &fault, help))
}

fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn refused(code: &Placed<Digits>, fault: &str, help: &str) -> Diagnostic {
    let message = format!("{} {fault}.", quoted(&code.value.text));
    Diagnostic::error(WRONG_CODE, code.place.clone(), message)
        .help(help)
        .raw(&code.value.text)
}

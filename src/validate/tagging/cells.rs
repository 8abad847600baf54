//! What a cell of a tagging table means: a prefix of accounts, a class, who gave it and when; or a fault.

use super::columns::Row;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::french::quoted;
use crate::french::{folded, list, meant};
use crate::load::Content;
use crate::model::{Money, TransitionClass, TransitionRating};
use jiff::civil::Date;

/// A class that does not exist, or a part that cannot be.
const UNKNOWN_CLASS: Code = Code("M297");
/// An account that is none, or is not of investment; a function that is none.
const WRONG_CODE: Code = Code("M298");
/// A line does not say who tagged it, or when.
const UNSIGNED: Code = Code("M299");

/// The first digits of the accounts of operations for third parties, which invest.
const THIRD_PARTIES: &str = "45";

/// The fault of a cell was pushed: its line is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refused;

/// The prefixes of nature and of function, either of them empty and not both.
pub(super) fn codes(row: &Row, diagnostics: &mut Diagnostics) -> Result<(String, String), Refused> {
    let nature = nature(row, diagnostics);
    let function = function(row, diagnostics);
    let codes = (nature?, function?);
    if codes.0.is_empty() && codes.1.is_empty() {
        let message = "La ligne donne une classe sans dire à quelle nature ni à quelle fonction : elle coterait tout l’investissement d’un coup.";
        let help = "Écrivez un compte par nature, une fonction, ou les deux ; leurs premiers chiffres suffisent.";
        diagnostics.push(Diagnostic::error(WRONG_CODE, row.place("nature"), message).help(help));
        return Err(Refused);
    }
    Ok(codes)
}

fn nature(row: &Row, diagnostics: &mut Diagnostics) -> Result<String, Refused> {
    let text = row.text("nature");
    let fault = if !is_code(&text) {
        Some("n’est pas un compte par nature, qui s’écrit en chiffres".to_owned())
    } else if text.starts_with(['6', '7']) {
        Some("est un compte de fonctionnement ; la cotation ne porte que sur les dépenses d’investissement".to_owned())
    } else {
        let invests = text.is_empty() || text.starts_with(['1', '2', '3']);
        let third = text.starts_with(THIRD_PARTIES) || text == "4";
        (!invests && !third).then(|| "n’est le début d’aucun compte d’investissement".to_owned())
    };
    let help =
        "Écrivez le compte ou ses premiers chiffres (2151, ou 21), ou laissez la case vide pour toutes les natures.";
    refuse_code(row, "nature", text, fault, help, diagnostics)
}

fn function(row: &Row, diagnostics: &mut Diagnostics) -> Result<String, Refused> {
    let text = unwrapped(row.text("fonction"));
    let number = row.cell("fonction").map(|cell| &cell.content);
    // A spreadsheet that takes a code for a number drops its leading zero: 01 and 020 become 1 and 20.
    let bare = matches!(number, Some(Content::Number { .. })) && text.len() < 3;
    let fault = if !is_code(&text) {
        Some("n’est pas une fonction, qui s’écrit en chiffres".to_owned())
    } else if bare {
        Some(format!(
            "est un nombre dans le classeur : rien ne dit s’il s’agit de la fonction {text} ou de la fonction 0{text}"
        ))
    } else {
        None
    };
    let help = match bare {
        true => {
            "Donnez à la colonne le format « Texte », puis récrivez le code : le tableur retire le zéro de tête des nombres."
        }
        false => {
            "Écrivez la fonction ou ses premiers chiffres (87, ou 8), ou laissez la case vide pour toutes les fonctions."
        }
    };
    refuse_code(row, "fonction", text, fault, help, diagnostics)
}

/// A code written as a formula of text (`="020"`), as `millesime cotation --csv` does to keep its zero.
fn unwrapped(text: String) -> String {
    let inside = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inside.map(str::to_owned).unwrap_or(text)
}

fn refuse_code(
    row: &Row,
    column: &str,
    text: String,
    fault: Option<String>,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Result<String, Refused> {
    let Some(fault) = fault else { return Ok(text) };
    let message = format!("{} {fault}.", quoted(&text));
    diagnostics.push(
        Diagnostic::error(WRONG_CODE, row.place(column), message)
            .help(help)
            .raw(text),
    );
    Err(Refused)
}

fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The class of an axis: `favorable`, `mixte`, `mixte 60 %`; none where the cell is empty.
pub(super) fn rating(
    row: &Row,
    column: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Option<TransitionRating>, Refused> {
    let text = row.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    let split = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    let (word, part) = text.split_at(split);
    let word = folded(word.trim_end_matches([' ', '\u{A0}', '\u{202F}', '(', ':', ','])).replace(['-', '_'], " ");
    let known = TransitionClass::ALL.iter().copied().find(|class| class.key() == word);
    let Some(class) = known else {
        let labels: Vec<String> = TransitionClass::ALL.iter().map(|class| quoted(class.label())).collect();
        let message = format!(
            "{} n’est pas une classe de cotation ; ce sont {}.",
            quoted(&text),
            list(&labels)
        );
        let help = match meant(&word, TransitionClass::ALL.iter().map(|class| class.label())) {
            Some(question) => question,
            None => "Choisissez une de ces classes, ou videz la case : la dépense restera non cotée.".to_owned(),
        };
        return Err(refuse(UNKNOWN_CLASS, row, column, message, &help, diagnostics));
    };
    if part.is_empty() {
        return Ok(Some(TransitionRating {
            class,
            favourable_part: None,
        }));
    }
    let favourable_part = hundredths(part);
    if class != TransitionClass::Mixed || favourable_part.is_none() {
        let message = match class {
            TransitionClass::Mixed => format!("La part favorable {} ne se lit pas.", quoted(part)),
            _ => format!("{} donne une part à une classe qui n’en a pas.", quoted(&text)),
        };
        let help = "Seule une dépense mixte a une part : « mixte 60 % » dit que 60 % en sont favorables, de 1 à 99 %.";
        return Err(refuse(UNKNOWN_CLASS, row, column, message, help, diagnostics));
    }
    Ok(Some(TransitionRating { class, favourable_part }))
}

/// A percentage of at least 1 and less than 100, in hundredths: `60 %`, `62,5`.
fn hundredths(text: &str) -> Option<u16> {
    let text = text.trim_end_matches([')', ' ']).trim_end_matches('%').trim_end();
    // Two decimals at most, read as money is: a part is exact too.
    let hundredths = u16::try_from(Money::parse(text).ok()?.cents()).ok()?;
    (100..10_000).contains(&hundredths).then_some(hundredths)
}

/// Who tagged the line: a service or a role.
pub(super) fn author(row: &Row, diagnostics: &mut Diagnostics) -> Result<String, Refused> {
    let text = row.text("auteur");
    if text.is_empty() {
        let message = "La ligne ne dit pas qui l’a cotée.".to_owned();
        let help = "Écrivez le service ou la fonction (« Direction des finances ») dans la colonne « auteur » : le rapport l’imprime.";
        return Err(refuse(UNSIGNED, row, "auteur", message, help, diagnostics));
    }
    Ok(text)
}

/// The day of the tagging: `2026-03-15`, `15/03/2026`, `15-03-2026`.
pub(super) fn date(row: &Row, diagnostics: &mut Diagnostics) -> Result<Date, Refused> {
    let text = row.text("date");
    read_date(&text).ok_or_else(|| {
        let message = match text.as_str() {
            "" => "La ligne ne dit pas quand elle a été cotée.".to_owned(),
            _ => format!("{} n’est pas une date.", quoted(&text)),
        };
        let help = "Écrivez le jour de la cotation dans la colonne « date » : 15/03/2026, ou 2026-03-15.";
        refuse(UNSIGNED, row, "date", message, help, diagnostics)
    })
}

fn read_date(text: &str) -> Option<Date> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let [year, month, day] = [year, month, day].map(|part| part.parse::<i16>().ok());
    let (year, month, day) = (year?, month?, day?);
    let year = Some(year).filter(|year| (1990..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether the line is invented for a demonstration.
pub(super) fn example(row: &Row, diagnostics: &mut Diagnostics) -> Result<bool, Refused> {
    let text = row.text("statut");
    match folded(&text).as_str() {
        "" => Ok(false),
        "exemple" => Ok(true),
        _ => {
            let message = format!("{} n’est pas un statut de cotation.", quoted(&text));
            let help =
                "Écrivez « exemple » si la ligne est inventée pour une démonstration ; laissez la case vide sinon.";
            Err(refuse(UNSIGNED, row, "statut", message, help, diagnostics))
        }
    }
}

fn refuse(code: Code, row: &Row, column: &str, message: String, help: &str, diagnostics: &mut Diagnostics) -> Refused {
    let fault = Diagnostic::error(code, row.place(column), message);
    diagnostics.push(fault.help(help).raw(row.text(column)));
    Refused
}

//! What a sheet shows beside its values, and what is said of it: hidden rows, raised digits, scaled numbers.
//! What is said of merged cells is in `merged`.
//!
//! How each format writes these marks is known to its own reader.

use super::sheet::{Marks, Sheet};
use super::{Content, grid, merged};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{plural, quoted, read_number, whole};
use std::collections::{BTreeMap, BTreeSet};

/// A digit raised after a number, as the call of a note.
const RAISED: Code = Code("M154");
/// Numbers that the sheet shows divided.
const SCALED: Code = Code("M155");
/// Rows or columns that the sheet does not show.
const HIDDEN: Code = Code("M156");

/// Whether a word stands in a part of a workbook: a part without those of its marks is not walked again.
pub(super) fn holds(part: &[u8], word: &str) -> bool {
    part.windows(word.len()).any(|window| window == word.as_bytes())
}

/// The number on the line, where a text is a number followed by raised signs.
pub(super) fn raised(whole: &str, line: &str) -> Option<String> {
    let line = line.trim();
    (whole.trim() != line && read_number(line).is_ok()).then(|| line.to_owned())
}

/// Tells the marks of a sheet; a cell whose number is glued to the call of a note is refused.
pub(super) fn tell(sheet: &mut Sheet, place: impl Fn(u32, u32) -> Place, diagnostics: &mut Diagnostics) {
    let marks = std::mem::take(&mut sheet.marks);
    for raised in &marks.raised {
        let cell = sheet
            .cells
            .get_mut(&raised.row)
            .and_then(|row| row.get_mut(&raised.column));
        let Some(cell) = cell.filter(|cell| **cell == grid::text(&raised.whole)) else {
            continue;
        };
        let message = format!(
            "La cellule contient {}, dont la fin est en exposant : sans doute un appel de note, après le nombre {}.",
            quoted(raised.whole.trim()),
            quoted(&raised.line)
        );
        let help = format!(
            "Écrivez {} dans la cellule, et la note dans la colonne « note » ; si la fin fait partie du nombre, écrivez-le sans exposant.",
            quoted(&raised.line)
        );
        diagnostics.push(
            Diagnostic::error(RAISED, place(raised.row, raised.column), message)
                .help(help)
                .raw(&*raised.whole),
        );
        *cell = Content::Empty;
    }
    scaled(sheet, &marks, &place, diagnostics);
    hidden(sheet, &marks, &place, diagnostics);
    merged::tell(sheet, marks.merged, &place, diagnostics);
}

fn scaled(sheet: &Sheet, marks: &Marks, place: &impl Fn(u32, u32) -> Place, diagnostics: &mut Diagnostics) {
    let mut read: BTreeMap<(u32, u32), (f64, i32)> = BTreeMap::new();
    for (row, column, power) in &marks.scaled {
        if let Some(Content::Number { value, .. }) = sheet.cells.get(row).and_then(|row| row.get(column)) {
            read.insert((*row, *column), (*value, *power));
        }
    }
    let Some(((row, column), (value, power))) = read.first_key_value() else {
        return;
    };
    let number = |value: f64| value.to_string().replace('.', ",");
    let others = match read.len() {
        1 => String::new(),
        count => format!(" ({} aussi)", plural(count - 1, "autre cellule", "autres cellules")),
    };
    let message = format!(
        "Le format de la cellule affiche ce qu’elle contient {} par {} : la valeur lue est {}{others}.",
        if *power > 0 { "divisé" } else { "multiplié" },
        whole(10_i128.pow(power.unsigned_abs().min(30))),
        number(*value)
    );
    diagnostics.push(
        Diagnostic::warning(SCALED, place(*row, *column), message)
            .help("Vérifiez que la valeur lue est dans l’unité attendue ; sinon, convertissez-la dans la cellule et donnez-lui un format ordinaire.")
            .raw(number(*value)),
    );
}

fn hidden(sheet: &Sheet, marks: &Marks, place: &impl Fn(u32, u32) -> Place, diagnostics: &mut Diagnostics) {
    let is_hidden = |column: &u32| {
        marks
            .hidden_columns
            .iter()
            .any(|(first, last)| (first..=last).contains(&column))
    };
    let rows: Vec<u32> = sheet
        .cells
        .keys()
        .filter(|row| marks.hidden_rows.contains(row))
        .copied()
        .collect();
    let columns: BTreeSet<u32> = sheet
        .cells
        .values()
        .flat_map(|row| row.keys())
        .filter(|column| is_hidden(column))
        .copied()
        .collect();
    let mut what = Vec::new();
    if !rows.is_empty() {
        what.push(plural(
            rows.len(),
            "ligne masquée ou filtrée",
            "lignes masquées ou filtrées",
        ));
    }
    if !columns.is_empty() {
        what.push(plural(columns.len(), "colonne masquée", "colonnes masquées"));
    }
    let first_row = rows.first().copied();
    let row = first_row.or(sheet.cells.keys().next().copied()).unwrap_or_default();
    let column = match first_row {
        Some(row) => sheet.cells.get(&row).and_then(|row| row.keys().next()).copied(),
        None => columns.first().copied(),
    };
    let Some(column) = column.filter(|_| !what.is_empty()) else {
        return;
    };
    let message = format!(
        "La feuille « {1} » a {0} : ce qui s’y trouve compte comme le reste.",
        what.join(" et "),
        sheet.name
    );
    diagnostics.push(
        Diagnostic::warning(HIDDEN, place(row, column), message)
            .help("Affichez-les pour les relire, et supprimez celles qui ne doivent pas être lues."),
    );
}

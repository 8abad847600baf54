//! Merged cells: what a sheet shows over several cells and its file holds in one.
//!
//! A label over the rows that it names is carried down to them, and told once. What may be a value is refused: to which of its
//! rows, or of its columns, it belongs is for its author to say. A title, alone in its row, is no cell of a table.

use super::Content;
use super::limits::{MAXIMUM_CELLS, too_large};
use super::sheet::{Merged, Sheet};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{NumberFault, quoted, read_number, shortened};
use std::collections::BTreeMap;

/// Merged cells under the titles of a table.
const MERGED: Code = Code("M158");

/// Letters of what a merged cell holds, in a message.
const SHOWN: usize = 60;
/// Ranges named in a message.
const NAMED: usize = 3;

const REFUSED: &str = "Annulez la fusion dans le tableur (dans Excel : Accueil, Fusionner et centrer), puis écrivez dans chaque cellule ce qui lui revient.";
const CARRIED: &str = "Rien à faire si ce contenu vaut bien pour toutes ces lignes ; sinon, annulez la fusion et écrivez dans chaque cellule ce qui lui revient.";

/// Carries labels down, refuses what may be a value.
pub(super) fn tell(
    sheet: &mut Sheet,
    mut merged: Vec<Merged>,
    place: &impl Fn(u32, u32) -> Place,
    diagnostics: &mut Diagnostics,
) {
    let Some((header, titles)) = sheet.cells.first_key_value() else {
        return;
    };
    let (header, titles) = (*header, titles.keys().copied().collect::<Vec<u32>>());
    merged.sort_unstable();
    merged.dedup();
    let mut carried: BTreeMap<u32, Vec<Merged>> = BTreeMap::new();
    let mut walked = 0;
    for region in merged {
        let Some(content) = sheet
            .cells
            .get(&region.row)
            .and_then(|row| row.get(&region.column))
            .cloned()
        else {
            continue;
        };
        let rows = || sheet.cells.range(region.row..=region.last_row);
        walked += rows().count();
        if walked > MAXIMUM_CELLS {
            let message = "La feuille a trop de cellules fusionnées.".to_owned();
            diagnostics.push(too_large(place(region.row, region.column), message));
            return;
        }
        let covered = titles
            .iter()
            .filter(|column| (region.column..=region.last_column).contains(column));
        let columns = covered.count();
        // A title or a line of text, whatever it covers.
        let alone = rows().all(|(row, cells)| cells.len() == usize::from(*row == region.row));
        if region.row <= header || alone || columns == 0 || (columns == 1 && region.row == region.last_row) {
            continue;
        }
        if columns > 1 || may_be_a_value(&content) {
            let message = format!(
                "Les cellules {} sont fusionnées : leur seul contenu, {}, est celui de la première, et les autres seraient lues comme vides.",
                range(&region, place),
                quoted(&shortened(&content.display(), SHOWN))
            );
            let fault = Diagnostic::error(MERGED, place(region.row, region.column), message);
            diagnostics.push(fault.help(REFUSED).raw(content.display()));
            continue;
        }
        for (_, cells) in sheet.cells.range_mut(region.row..=region.last_row) {
            cells.entry(region.column).or_insert_with(|| content.clone());
        }
        carried.entry(region.column).or_default().push(region);
    }
    for (column, regions) in carried {
        let named: Vec<String> = regions.iter().take(NAMED).map(|region| range(region, place)).collect();
        let more = if regions.len() > NAMED { "…" } else { "" };
        let message = format!(
            "Des cellules sont fusionnées dans cette colonne ({}{more}) : leur contenu est lu sur chacune de leurs lignes.",
            named.join(", ")
        );
        let first = place(regions[0].row, column);
        diagnostics.push(Diagnostic::warning(MERGED, first, message).help(CARRIED));
    }
}

/// Whether a content is a number, with its unit or without: a label that begins with one has a sign after it (`1 - Climat`).
fn may_be_a_value(content: &Content) -> bool {
    match content {
        Content::Empty => false,
        Content::Number { .. } => true,
        Content::Text(text) => matches!(
            read_number(text),
            Ok(_) | Err(NumberFault::Unit { .. } | NumberFault::OutOfRange)
        ),
    }
}

/// As a spreadsheet names it: `E3:F3`.
fn range(region: &Merged, place: &impl Fn(u32, u32) -> Place) -> String {
    let corners = [(region.row, region.column), (region.last_row, region.last_column)];
    let corners = corners
        .into_iter()
        .filter_map(|(row, column)| place(row, column).spot.address());
    corners.collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::table::{self, Content, Kind, Table};
    use rust_xlsxwriter::{Format, Workbook};

    /// The table of a workbook with these rows and these merged regions, and what is told of it.
    fn read(rows: &[&[&str]], regions: &[(u32, u16, u32, u16, &str)]) -> (Table, Vec<String>) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) if text.is_empty() => continue,
                    Err(_) => sheet.write(row, column, *text).unwrap(),
                };
            }
        }
        for (row, column, last_row, last_column, text) in regions {
            let plain = Format::new();
            sheet
                .merge_range(*row, *column, *last_row, *last_column, text, &plain)
                .unwrap();
            if let Ok(number) = text.parse::<f64>() {
                sheet.write_with_format(*row, *column, number, &plain).unwrap();
            }
        }
        let mut diagnostics = Diagnostics::default();
        let bytes = workbook.save_to_buffer().unwrap();
        let table = table::read(
            &"data/valeurs/a.xlsx".into(),
            &bytes,
            Kind::Xlsx,
            None,
            &mut diagnostics,
        );
        let told = diagnostics.sorted().into_iter();
        let told = told.map(|found| format!("{:?} {} {}", found.severity, found.code, found.message));
        (table.unwrap(), told.collect())
    }

    const HEADER: &[&str] = &["indicateur", "finalite", "2021", "2022"];

    #[test]
    fn a_value_over_two_years_is_refused_at_its_range() {
        let (_, told) = read(&[HEADER, &["eau", "x", "", ""]], &[(1, 2, 1, 3, "12")]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("Error M158 Les cellules C2:D2 sont fusionnées"),
            "{told:?}"
        );
        // A word would be as wrong, and so would a number over two rows.
        assert_eq!(read(&[HEADER, &["eau", "x"]], &[(1, 2, 1, 3, "n.d.")]).1.len(), 1);
        let rows: &[&[&str]] = &[HEADER, &["eau", "x"], &["air", "x"]];
        for value in ["12", "12 MWh"] {
            assert!(read(rows, &[(1, 2, 2, 2, value)]).1[0].contains("C2:C3"), "{value}");
        }
    }

    #[test]
    fn a_label_over_the_rows_that_it_names_is_carried_down_and_told_once() {
        let rows: &[&[&str]] = &[HEADER, &["eau"], &["air"], &["sol"], &["bruit"]];
        let (table, told) = read(rows, &[(1, 1, 2, 1, "1 - Climat"), (3, 1, 4, 1, "Vivant")]);
        let column: Vec<String> = table.rows.iter().map(|row| row[1].content.display()).collect();
        assert_eq!(column, ["1 - Climat", "1 - Climat", "Vivant", "Vivant"]);
        assert_eq!(
            table.rows[1][1].place.to_string(),
            "data/valeurs/a.xlsx, feuille Sheet1, B3"
        );
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("Warning M158") && told[0].contains("B2:B3, B4:B5"),
            "{told:?}"
        );
    }

    #[test]
    fn a_title_and_a_line_of_text_are_no_cells_of_a_table() {
        let rows: &[&[&str]] = &[&[], HEADER, &["eau", "x", "1", "2"]];
        let (table, told) = read(rows, &[(0, 0, 0, 3, "Suivi"), (4, 0, 5, 3, "En italique : à valider")]);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(table.header[0].content, Content::Text("Suivi".to_owned()));
    }
}

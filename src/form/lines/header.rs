//! The header of a table: which column is which, and what is wrong with it.
//!
//! The faults of a header are told once, not once a line, and in the same words for every table.

use super::above;
use super::column::{Column, same};
use super::faults::{
    elsewhere, missing, place, renaming, repeated, title, title_absent, unknown, without_year, yaml_only,
};
use super::titles::{under_keys, year_of};
use super::units::other_unit;
use super::{Known, Line, Others, Titles};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::separators::Stake;
use crate::french::{name, quoted, titled};
use crate::table::{Cell, Content, Table};

/// Values stand in a column that has no title.
pub const UNTITLED_COLUMN: Code = Code("M007");

/// The columns of a table, in their order.
pub struct Header {
    /// None where the header has a fault, or no title: the column is left out.
    pub columns: Vec<Option<Column>>,
    /// Whether every required key has its column.
    pub complete: bool,
}

/// Reads the header of a table.
pub fn header<T: Line>(table: &Table, known: Known, diagnostics: &mut Diagnostics) -> Header {
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut strange = Vec::new();
    let others = match known.titles.is_empty() {
        true => Others::Read,
        false => T::OTHERS,
    };
    let titled = |row: &[Cell]| {
        let named = under_keys(row, known.titles, others);
        let columns = named.iter().filter_map(|cell| T::column(&name(&title(cell)?)));
        columns.count()
    };
    let own = titled(&table.header);
    // A title has the name of a column at most: « Actions 2026 ».
    let above = (own < 2).then(|| above::fault(table, |row| titled(row) > own.max(1)));
    if let Some(fault) = above.flatten() {
        diagnostics.push(fault);
        return Header {
            columns: table.header.iter().map(|_| None).collect(),
            complete: false,
        };
    }
    let named = under_keys(&table.header, known.titles, others);
    for (cell, named) in table.header.iter().zip(&*named) {
        let column = title(named).and_then(|title| read::<T>(cell, &title, diagnostics, &mut strange));
        let before = columns
            .iter()
            .position(|earlier| earlier.is_some() && *earlier == column);
        diagnostics.extend(before.map(|first| repeated(cell, first)));
        let unit = column.as_ref().and_then(|column| unit::<T>(column.key()));
        diagnostics.extend(unit.and_then(|unit| other_unit(cell, unit)));
        columns.push(column.filter(|_| before.is_none()));
    }
    let filled = |key: &str| columns.iter().flatten().any(|column| column.key() == key);
    let required = T::required().into_iter().map(|key| vec![key]);
    let groups = [T::EITHER, T::SUBSTANCE].map(<[&str]>::to_vec);
    let groups = required.chain(groups.into_iter().filter(|group| !group.is_empty()));
    let there = |key: &&str| filled(key) || known.given.contains(key);
    let lacking: Vec<Vec<&str>> = groups.filter(|group| !group.iter().any(there)).collect();
    let of_no_year = table.header.iter().zip(&columns).find(|(_, column)| {
        let undated = matches!(column, Some(Column::Yearly(_, None)));
        undated && !there(&"annee")
    });
    let of_no_year = of_no_year.map(|(cell, _)| without_year(cell));
    let alone = known.titles.iter().filter(|_| others == Others::Ignored);
    for (key, title) in alone.filter(|(key, _)| !filled(key)) {
        diagnostics.push(absent(table, key, title));
    }
    if lacking.is_empty() {
        // Told only then: a table of another kind would bring a fault a column.
        diagnostics.extend(strange);
        if others == Others::Read {
            check_untitled::<T>(table, diagnostics);
        }
    } else {
        let help = renaming(strange.iter().map(|fault| &*fault.raw), &lacking.concat()).unwrap_or_else(|| {
            let header: Vec<&str> = lacking.iter().map(|group| group[0]).collect();
            let gesture = "mettez le tableau dans celle-là";
            let elsewhere = elsewhere(table, gesture);
            let advice = match known.titles.is_empty() {
                true => T::ADVICE,
                false => "Si la colonne y est sous un autre titre, ajoutez-la à celles que « colonnes » nomme déjà dans rapport.yaml.",
            };
            format!("Ajoutez à la première ligne : {}. {advice}{elsewhere}", header.join(" ; "))
        });
        diagnostics.push(missing(table, &lacking, known.titles, help.trim_end()));
    }
    let complete = lacking.is_empty() && of_no_year.is_none();
    diagnostics.extend(of_no_year);
    Header { columns, complete }
}

/// The unit in which the numbers of a key are read, where it is one for all.
fn unit<T: Line>(key: &str) -> Option<&'static str> {
    let own = T::UNITS.iter().find(|(known, _)| *known == key);
    let is_money = |(known, stake): &(&str, Stake)| *known == key && *stake == Stake::Money;
    let money = || T::NUMBERS.iter().any(is_money).then_some("€");
    own.map(|(_, unit)| *unit).or_else(money)
}

/// The column of a cell that stands under this title.
fn read<T: Line>(
    cell: &Cell,
    title: &str,
    diagnostics: &mut Diagnostics,
    strange: &mut Vec<Diagnostic>,
) -> Option<Column> {
    let column = T::column(&name(title)).or_else(|| with_its_unit::<T>(title));
    match &column {
        Some(column) if T::YAML_ONLY.contains(&column.key()) => {
            diagnostics.push(yaml_only(title, cell));
            return None;
        }
        None if !T::REMINDERS.iter().any(|reminder| same(reminder, title)) => {
            let keys = T::KEYS.iter().filter(|key| !T::YAML_ONLY.contains(key));
            let known: Vec<&str> = keys.chain(T::MORE_COLUMNS).copied().collect();
            let retitled = match T::TITLES {
                "" => "Retirez-la, ou corrigez son titre.".to_owned(),
                titles => format!(
                    "Si c’est une des nôtres sous un autre titre, dites-le dans rapport.yaml : {}, avec le nom de la nôtre à la place de {} et {} pour valeur. Sinon, retirez-la.",
                    quoted(titles),
                    quoted(key_of(titles)),
                    quoted(title.trim())
                ),
            };
            let otherwise = format!("{retitled} Les colonnes connues sont : {}.", known.join(", "));
            let mut fault = unknown(cell, &known, &otherwise);
            fault.severity = T::STRANGE;
            strange.push(fault);
        }
        _ => {}
    }
    column
}

/// The key that an example of titles has: `titre` of `colonnes: {indicateurs: {titre: …}}`.
fn key_of(titles: &str) -> &str {
    let last = titles.rsplit('{').next().unwrap_or_default();
    last.split(':').next().unwrap_or_default().trim()
}

/// The column of a title that says the unit of its numbers: « Réalisé (€) ».
fn with_its_unit<T: Line>(title: &str) -> Option<Column> {
    let column = T::column(&name(titled(title)?.0))?;
    let is_of_a_line = T::OWN_UNIT.is_some_and(|(_, keys)| keys.contains(&column.key()));
    (is_of_a_line || unit::<T>(column.key()).is_some()).then_some(column)
}

/// A title that the author gave to a column, and that the table does not have.
pub fn absent(table: &Table, key: &str, given: &Placed<String>) -> Diagnostic {
    let message = format!(
        "La table n’a pas la colonne {}, que rapport.yaml donne pour {}.",
        quoted(&given.value),
        quoted(key)
    );
    let there: Vec<String> = table.header.iter().filter_map(title).collect();
    title_absent(place(table), message, given, &there)
}

/// The titles that the author gave to columns of the tables of a folder, and that none of their headers has.
///
/// Where a header stands under a title (it was told), it is looked for in the lines below too.
pub fn absent_everywhere(titles: &Titles, headers: &[Cell], folder: &str, diagnostics: &mut Diagnostics) {
    let there: Vec<String> = headers.iter().filter_map(title).collect();
    for (key, given) in titles {
        if !there.iter().any(|title| year_of(title, &given.value).is_some()) {
            let message = format!(
                "Aucun tableau n’a la colonne {}, que vous donnez pour {}.",
                quoted(&given.value),
                quoted(key)
            );
            let fault = title_absent(given.place.clone(), message, given, &there);
            // Where a header was read, nothing else explains that it has no such title.
            diagnostics.push(match there.is_empty() {
                true => fault.because(Cause::path(folder)),
                false => fault,
            });
        }
    }
}

/// The titles of a table, those of the lines below its first one too where this one is no header.
pub fn titles_of(table: &Table) -> impl Iterator<Item = &Cell> {
    let few = table.header.iter().filter_map(title).count() < 2;
    let below = if few { above::lines(table) } else { &[] };
    table.header.iter().chain(below.iter().flatten())
}

/// The first value that stands under no title.
fn check_untitled<T: Line>(table: &Table, diagnostics: &mut Diagnostics) {
    let titled = |rank: usize| table.header.get(rank).is_some_and(|cell| title(cell).is_some());
    let lost = table.rows.iter().find_map(|row| {
        row.iter()
            .enumerate()
            .find(|(rank, cell)| cell.content != Content::Empty && !titled(*rank))
    });
    if let Some((_, cell)) = lost {
        let message = "Cette valeur est dans une colonne sans titre : rien ne dit ce qu’elle est.";
        let mut fault = Diagnostic::error(UNTITLED_COLUMN, cell.place.clone(), message)
            .help("Donnez un titre à la colonne, ou videz-la.")
            .raw(cell.content.display());
        fault.severity = T::STRANGE;
        diagnostics.push(fault);
    }
}

#[cfg(test)]
mod tests {
    use super::unit;
    use crate::form::tables::{EquipmentLine, ServiceLine};

    #[test]
    fn a_key_has_its_own_unit() {
        assert_eq!(unit::<ServiceLine>("kgco2e"), Some("kgCO2e"));
        assert_eq!(unit::<ServiceLine>("annee"), None);
        assert_eq!(unit::<EquipmentLine>("kwh_an"), Some("kWh"));
        assert_eq!(unit::<EquipmentLine>("nombre"), None);
    }
}

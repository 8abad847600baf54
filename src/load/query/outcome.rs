//! What a query gave becomes a [`Table`]: its columns checked, its rows sorted, its cells placed at the query.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::years;
use crate::french;
use crate::load::frame;
use crate::model::Indicator;
use crate::table::limits::{MAXIMUM_CELLS, too_large};
use crate::table::{Cell, Content, Table};
use polars::prelude::{AnyValue, DataFrame};
use std::cmp::Ordering;

/// The result has not the columns of the indicator.
const COLUMNS: Code = Code("M135");
/// The query gave no row.
const NO_ROW: Code = Code("M136");
/// A result that is no number: infinite, undefined, or an integer too long.
pub(super) const NO_NUMBER: Code = Code("M139");

/// The table of a query’s result: `annee`, `valeur`, then the disaggregations in the order of the catalogue.
pub(super) fn table(
    indicator: &Indicator,
    query: &Placed<String>,
    frame: &DataFrame,
    diagnostics: &mut Diagnostics,
) -> Option<Table> {
    let expected: Vec<&str> = ["annee", "valeur"]
        .into_iter()
        .chain(indicator.breakdowns.iter().map(String::as_str))
        .collect();
    let found: Vec<&str> = frame.columns().iter().map(|column| column.name().as_str()).collect();
    let missing: Vec<&str> = expected.iter().filter(|name| !found.contains(name)).copied().collect();
    let excess: Vec<&str> = found.iter().filter(|name| !expected.contains(name)).copied().collect();
    if !missing.is_empty() || !excess.is_empty() {
        diagnostics.push(wrong_columns(indicator, query, &missing, &excess, &expected));
        return None;
    }
    if frame.height().saturating_mul(frame.width()) > MAXIMUM_CELLS {
        let message = format!(
            "La requête de l’indicateur « {} » donne {} lignes : il y manque sans doute un GROUP BY.",
            indicator.id,
            frame.height()
        );
        let help = "Résumez par année : SELECT annee, SUM(…) AS valeur FROM … GROUP BY annee.";
        diagnostics.push(too_large(query.place.clone(), message).help(help));
        return None;
    }
    if frame.height() == 0 {
        let message = format!("La requête de l’indicateur « {} » ne donne aucune ligne.", indicator.id);
        diagnostics.push(
            Diagnostic::warning(NO_ROW, query.place.clone(), message)
                .help("Vérifiez les valeurs comparées dans WHERE : majuscules, accents, espaces."),
        );
    }
    if let Some(fault) = no_number(indicator, query, frame) {
        diagnostics.push(fault);
        return None;
    }
    if let Some(fault) = no_year(indicator, query, frame) {
        diagnostics.push(fault);
        return None;
    }
    let cell = |content| Cell {
        content,
        place: query.place.clone(),
    };
    let header = expected
        .iter()
        .map(|name| cell(Content::Text((*name).to_owned())))
        .collect();
    let columns: Vec<_> = expected.iter().filter_map(|name| frame.column(name).ok()).collect();
    let mut rows: Vec<Vec<Content>> = (0..frame.height())
        .map(|row| {
            columns
                .iter()
                .map(|column| frame::cell(&column.get(row).unwrap_or(AnyValue::Null)))
                .collect()
        })
        .collect();
    // Polars gives groups in any order; the year, then the disaggregations, then the value decide.
    rows.sort_by(|left, right| {
        let key = |row: &[Content]| [0].into_iter().chain(2..row.len()).chain([1]).collect::<Vec<usize>>();
        key(left)
            .into_iter()
            .map(|index| compare(&left[index], &right[index]))
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    });
    Some(Table {
        file: query.place.file.clone(),
        sheet: None,
        other_sheets: Vec::new(),
        header,
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(cell).collect())
            .collect(),
    })
}

/// The fault of a result whose column of years holds dates or words, told once for all its rows: they have one cause, the query.
fn no_year(indicator: &Indicator, query: &Placed<String>, frame: &DataFrame) -> Option<Diagnostic> {
    let years = frame.column("annee").ok()?;
    let cells = (0..frame.height())
        .filter_map(|row| years.get(row).ok())
        .map(|value| frame::cell(&value));
    let mut wrong = cells.filter(|cell| *cell != Content::Empty && years::year(cell).is_none());
    let first = wrong.next()?.display();
    let others = match wrong.count() {
        0 => String::new(),
        count => format!(", et {} de même", french::plural(count, "autre ligne", "autres lignes")),
    };
    let message = format!(
        "La requête de l’indicateur « {} » donne dans « annee » autre chose qu’une année : {}{others}.",
        indicator.id,
        french::quoted(&first)
    );
    let help = "Prenez l’année de la date : EXTRACT(YEAR FROM CAST(jour AS DATE)) si elle est écrite 2024-03-31, CAST(RIGHT(jour, 4) AS INT) si elle est écrite 31/03/2024.";
    Some(Diagnostic::error(COLUMNS, query.place.clone(), message).help(help))
}

/// The fault of a result that a division by zero or a logarithm made: an absence would hide it.
fn no_number(indicator: &Indicator, query: &Placed<String>, frame: &DataFrame) -> Option<Diagnostic> {
    let is_none = |value: &AnyValue<'_>| {
        let is_float = matches!(value, AnyValue::Float32(_) | AnyValue::Float64(_));
        is_float && value.extract::<f64>().is_some_and(|value| !value.is_finite())
    };
    let mut rows = (0..frame.height()).filter(|row| {
        let mut cells = frame.columns().iter().filter_map(|column| column.get(*row).ok());
        cells.any(|value| is_none(&value))
    });
    let first = rows.next()?;
    let year = frame.column("annee").ok().and_then(|years| years.get(first).ok());
    let year = match year {
        Some(year) if !is_none(&year) => frame::cell(&year).display(),
        _ => "une année".to_owned(),
    };
    let others = match rows.count() {
        0 => String::new(),
        count => format!(" ({} aussi)", french::plural(count, "autre ligne", "autres lignes")),
    };
    let message = format!(
        "La requête de l’indicateur « {} » donne pour {year}{others} un résultat qui n’est pas un nombre : infini, ou indéfini.",
        indicator.id
    );
    let help = "Une division par zéro, sans doute : écrivez « / NULLIF(diviseur, 0) » si la valeur n’existe pas cette année-là.";
    Some(Diagnostic::error(NO_NUMBER, query.place.clone(), message).help(help))
}

/// Nothing before numbers, numbers before texts.
fn compare(left: &Content, right: &Content) -> Ordering {
    match (left, right) {
        (Content::Number { value: left, .. }, Content::Number { value: right, .. }) => left.total_cmp(right),
        (Content::Text(left), Content::Text(right)) => left.cmp(right),
        _ => rank(left).cmp(&rank(right)),
    }
}

fn rank(content: &Content) -> u8 {
    match content {
        Content::Empty => 0,
        Content::Number { .. } => 1,
        Content::Text(_) => 2,
    }
}

fn wrong_columns(
    indicator: &Indicator,
    query: &Placed<String>,
    missing: &[&str],
    excess: &[&str],
    expected: &[&str],
) -> Diagnostic {
    let quoted = |names: &[&str]| {
        let quoted: Vec<String> = names.iter().map(|name| format!("« {name} »")).collect();
        french::list(&quoted)
    };
    let mut what = Vec::new();
    if !missing.is_empty() {
        what.push(format!("ne donne pas {}", quoted(missing)));
    }
    if !excess.is_empty() {
        what.push(format!("donne {} en trop", quoted(excess)));
    }
    let message = format!("La requête de l’indicateur « {} » {}.", indicator.id, what.join(" et "));
    Diagnostic::error(COLUMNS, query.place.clone(), message).help(format!(
        "Elle doit donner exactement {} ; nommez les colonnes par AS, ou déclarez-les dans « ventilations ».",
        quoted(expected)
    ))
}

#[cfg(test)]
mod tests {
    use crate::load::Content;
    use crate::load::fixture::Fixture;

    /// Windows-1252, `;`, decimal commas and points mixed.
    const ENERGIE: &[u8] = b"annee;secteur;energie;mwh\n2024;tertiaire;\xE9lectricit\xE9;1\xA0000,5\n2023;tertiaire;\xE9lectricit\xE9;0.1\n2023;tertiaire;\xE9lectricit\xE9;0,2\n2024;habitat;gaz;7\n";

    fn rows(table: &crate::load::Table) -> Vec<Vec<String>> {
        let row = |row: &Vec<crate::load::Cell>| row.iter().map(|cell| cell.content.display()).collect();
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn a_query_gives_sorted_rounded_rows_at_its_place() {
        let fixture = Fixture::new().file("data/sources/energie.csv", ENERGIE).query(
            "elec",
            &["secteur"],
            "SELECT SUM(mwh) AS valeur, secteur, annee FROM energie WHERE energie = 'électricité' GROUP BY annee, secteur",
        );
        let (inputs, told) = fixture.load();
        assert_eq!(told, Vec::<String>::new());
        let table = inputs.queries.values().next().unwrap();
        assert_eq!(
            rows(table),
            [["2023", "0,3", "tertiaire"], ["2024", "1000,5", "tertiaire"]]
        );
        assert_eq!(table.rows[0][1].place.to_string(), "data/indicateurs/essai.yaml:9:14");
        assert_eq!(table.header[2].content, Content::Text("secteur".to_owned()));
        assert_eq!(&*inputs.files[0].path, "data/sources/energie.csv");
    }

    #[test]
    fn integers_divide_as_numbers_do() {
        let fixture = Fixture::new().file("data/sources/t.csv", "annee;v\n2024;1500\n").query(
            "x",
            &[],
            "SELECT annee, SUM(v) / 1000 AS valeur FROM t GROUP BY annee",
        );
        let (inputs, _) = fixture.load();
        assert_eq!(rows(inputs.queries.values().next().unwrap()), [["2024", "1,5"]]);
    }

    #[test]
    fn every_wrong_query_is_a_fault_at_its_place_and_the_right_ones_still_run() {
        let fixture = Fixture::new()
            .file("data/sources/energie.csv", ENERGIE)
            .file("data/sources/inutile.csv", "a;b\n1;2\n")
            .query("a", &[], "SELECT annee, mwhs AS valeur FROM energie")
            .query("b", &[], "SELECT annee, mwh AS valeur FROM energies")
            .query("c", &[], "SELECT annee, mwh FROM energie")
            .query(
                "d",
                &[],
                "SELECT annee, 1 AS valeur FROM read_csv('data/sources/energie.csv')",
            )
            .query("e", &[], "DROP TABLE energie")
            .query(
                "f",
                &[],
                "SELECT annee, mwh AS valeur FROM energie WHERE secteur = 'Tertiaire'",
            )
            .query("g", &[], "SELECT annee, MAX(mwh) AS valeur FROM energie GROUP BY annee");
        let (inputs, told) = fixture.load();
        let mut codes: Vec<&str> = told.iter().map(|line| &line[..4]).collect();
        codes.sort_unstable();
        assert_eq!(
            codes,
            ["M131", "M132", "M133", "M134", "M135", "M136", "M142"],
            "{told:#?}"
        );
        let ran: Vec<&str> = inputs.queries.keys().map(crate::model::Identifier::as_str).collect();
        assert_eq!(ran, ["f", "g"]);
        assert_eq!(inputs.files.len(), 1);
    }

    #[test]
    fn what_a_sum_passes_by_is_told_and_a_failed_formula_is_refused() {
        let sum = "SELECT annee, SUM(mwh) AS valeur FROM s GROUP BY annee";
        let told = |csv: &str, sql: &str| {
            let fixture = Fixture::new().file("data/sources/s.csv", csv).query("elec", &[], sql);
            fixture
                .load()
                .1
                .into_iter()
                .map(|line| line[..4].to_owned())
                .collect::<Vec<String>>()
        };
        let blank = "annee;commune;mwh\n2024;A;700\n2024;B;850\n2025;A;600\n2025;B;\n";
        assert_eq!(told(blank, sum), ["M143"]);
        let of_a = "SELECT annee, SUM(mwh) AS valeur FROM s WHERE commune = 'A' GROUP BY annee";
        let of_b = "SELECT annee, SUM(mwh) AS valeur FROM s WHERE commune = 'B' GROUP BY annee";
        assert!(told(blank, of_a).is_empty() && told(blank, of_b) == ["M143"]);
        // To leave the missing values out is what a sum does already.
        let without = "SELECT annee, SUM(mwh) AS valeur FROM s WHERE mwh IS NOT NULL GROUP BY annee";
        assert_eq!(told(blank, without), ["M143"]);
        let counting = format!("{sum} HAVING COUNT(\"mwh\") = COUNT(*)");
        assert_eq!(told(blank, &counting).len(), 0);
        assert_eq!(told("annee;mwh\n2024;7\n2025;n.d.\n", sum), ["M143"]);
        assert_eq!(told("annee;commune;mwh\n2024;;700\n", sum).len(), 0);
        assert_eq!(told("annee;mwh\n2024;7\n2025;#N/D\n", sum), ["M143", "M112"]);
        assert_eq!(told("annee;mwh\n2024;58.900\n2025;59.100\n", sum), ["M242"]);
        assert_eq!(
            told("annee;note;mwh\n2024;\"x;1\n2025;y;2\n2026;z\";3\n", sum)[0],
            "M115"
        );
    }
}

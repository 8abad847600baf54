//! Totals among values: rows, categories, and wholes that are not the sum of their parts.

use crate::diagnostic::Severity;
use crate::model::{Aggregation, Indicator};
use crate::validate::fixture::{Found, given, indicator};

fn by_site(aggregation: Aggregation) -> Indicator {
    let mut water = indicator("eau", "m³");
    water.breakdowns = vec!["site".to_owned()];
    water.aggregation = aggregation;
    water
}

fn table(indicator: Indicator, rows: &str) -> Found {
    given([indicator])
        .csv("e.csv", &format!("indicateur;annee;site;valeur\n{rows}"))
        .check()
}

#[test]
fn a_row_under_the_table_is_told_as_what_it_is() {
    for row in [
        "TOTAL;;;300",
        "Sous-total;2025;;300",
        ";;Total général;300",
        "Source : régie des eaux;;;",
        "* valeurs provisoires;;;",
    ] {
        let found = table(by_site(Aggregation::None), &format!("eau;2025;A;300\n{row}"));
        let told = found.only();
        assert_eq!(told.code.0, "M015", "{row}: {}", told.message);
        assert!(!told.help.contains("Ajoutez l’indicateur"), "{row}");
    }
    let unknown = table(by_site(Aggregation::None), "eau;2025;A;300\ngaz;2025;;3");
    assert_eq!(unknown.only().code.0, "M210");
    let years = table(by_site(Aggregation::None), "eau;2025;A;300\neau;Total;A;300");
    assert_eq!(years.only().code.0, "M213");
    assert!(
        years.only().help.contains("total de plusieurs années"),
        "{}",
        years.only().help
    );
}

#[test]
fn a_category_that_is_the_whole_is_refused_whatever_the_total() {
    for (aggregation, name) in [
        (Aggregation::Sum, "Total"),
        (Aggregation::Mean, "TOTAL GÉNÉRAL"),
        (Aggregation::None, "Ensemble"),
        (Aggregation::None, "Ensemble des sites"),
        (Aggregation::Sum, "Toutes filières"),
        (Aggregation::None, "_T"),
        (Aggregation::Sum, "Territoire"),
    ] {
        let rows = format!("eau;2025;A;100\neau;2025;B;50\neau;2025;{name};150\n");
        let found = table(by_site(aggregation), &rows);
        assert_eq!(
            (found.only().code.0, found.only().severity),
            ("M243", Severity::Error),
            "{name}"
        );
    }
    let names = "eau;2025;A;100\neau;2025;B;50\neau;2025;Ensemble scolaire;150\n";
    assert_eq!(table(by_site(Aggregation::None), names).codes(), Vec::<&str>::new());
    let territory = "eau;2025;A;100\neau;2025;B;50\neau;2025;Territoire;900\n";
    assert_eq!(table(by_site(Aggregation::None), territory).codes(), Vec::<&str>::new());
    // So many figures are no chance; one that says it is a part of another is asked about.
    for name in ["C", "dont A"] {
        let value = if name == "C" { "184237" } else { "37" };
        let rows = format!("eau;2025;A;184000\neau;2025;B;237\neau;2025;{name};{value}\n");
        let found = table(by_site(Aggregation::None), &rows);
        assert_eq!(
            (found.only().code.0, found.only().severity),
            ("M243", Severity::Warning),
            "{name}"
        );
    }
    // A category that is the sum of the others every year is asked about.
    let rows = |year: i32| format!("eau;{year};A;{year}\neau;{year};B;50\neau;{year};C;{}\n", year + 50);
    let found = table(by_site(Aggregation::None), &[2023, 2024, 2025].map(rows).concat());
    assert_eq!(
        (found.only().code.0, found.only().severity),
        ("M243", Severity::Warning)
    );
    assert!(
        found.only().message.contains("si c’en est un total"),
        "{}",
        found.only().message
    );
}

#[test]
fn a_subtotal_among_categories_is_told_whatever_it_sums() {
    let told = |rows: &str| {
        let found = table(by_site(Aggregation::Sum), rows);
        let told = found.diagnostics.sorted();
        told.iter()
            .map(|told| (told.code.0, told.severity, told.raw.clone()))
            .collect::<Vec<_>>()
    };
    let error = |raw: &str| ("M243", Severity::Error, raw.to_owned());
    let warning = |raw: &str| ("M243", Severity::Warning, raw.to_owned());
    let parts = "eau;2025;A;100\neau;2025;B;50\n";
    assert_eq!(
        told(&format!("{parts}eau;2025;Sous-total Nord;150\neau;2025;C;50\n")),
        [error("Sous-total Nord")]
    );
    assert_eq!(
        told(&format!(
            "{parts}eau;2025;Total Nord;150\neau;2025;C;50\neau;2025;D;20\neau;2025;Total Sud;70\n"
        )),
        [error("Total Nord"), error("Total Sud")]
    );
    // A total that differs from the sum is a total, or a name: both readings are said.
    for name in ["Ensemble du parc", "Total Énergies", "Sites (total)"] {
        assert_eq!(told(&format!("{parts}eau;2025;{name};155\n")), [warning(name)]);
    }
    // What M244 would say of the whole rests on it.
    assert_eq!(
        told(&format!(
            "{parts}eau;2025;Sous-total Nord;150\neau;2025;C;50\neau;2025;;200\n"
        )),
        [error("Sous-total Nord")]
    );
    // Parts of which all are named so are parts.
    assert_eq!(told("eau;2025;Sous-total Nord;150\neau;2025;Sous-total Sud;50\n"), []);
    let wide = given([by_site(Aggregation::Sum)]).csv(
        "w.csv",
        "indicateur;site;2024;2025\neau;A;100,4;110\neau;B;50,4;60\neau;Ensemble des sites;151;170",
    );
    assert_eq!(wide.check().only().code.0, "M243");
}

#[test]
fn a_whole_that_is_not_the_sum_of_its_parts_is_told_with_both_numbers() {
    let rows = |year: i32| format!("eau;{year};A;100\neau;{year};B;50\neau;{year};;140\n");
    let rows = [2023, 2024, 2025].map(rows).concat();
    let found = table(by_site(Aggregation::Sum), &rows);
    let told = found.only();
    assert_eq!((told.code.0, told.severity), ("M244", Severity::Warning));
    assert!(
        told.message.contains("2\u{a0}autres ensembles aussi"),
        "{}",
        told.message
    );
    for part in [
        "vaut 140",
        "vaut 150",
        "10 d’écart",
        "e.csv:2:",
        "e.csv:3:",
        "2024, 2025",
    ] {
        assert!(told.message.contains(part), "{part}: {}", told.message);
    }
    assert_eq!(table(by_site(Aggregation::None), &rows).codes(), Vec::<&str>::new());
    // What rounding makes is no difference; a part that is not known makes no sum.
    let rounded = "eau;2025;A;33,3\neau;2025;B;33,3\neau;2025;C;33,3\neau;2025;;100,0\n";
    assert_eq!(table(by_site(Aggregation::Sum), rounded).codes(), Vec::<&str>::new());
    let unknown = "eau;2025;A;33\neau;2025;B;n.d.\neau;2025;;100\n";
    assert_eq!(table(by_site(Aggregation::Sum), unknown).codes(), Vec::<&str>::new());
}

#[test]
fn a_subtotal_is_held_against_the_parts_that_are_crossed() {
    let mut crossed = by_site(Aggregation::Sum);
    crossed.breakdowns.push("usage".to_owned());
    let found = given([crossed])
        .csv(
            "e.csv",
            "indicateur;annee;site;usage;valeur\neau;2025;A;bureau;4\neau;2025;A;jardin;5\neau;2025;A;;8",
        )
        .check();
    assert!(
        found.only().message.contains("par usage vaut 9"),
        "{}",
        found.only().message
    );
}

/// Were each name read for each pair of rows, this would take minutes.
#[test]
fn thousands_of_parts_of_one_year_are_not_held_name_by_name_against_each_other() {
    let parts: String = (0..3_000)
        .map(|rank| format!("eau;2025;Site n° {rank};{}\n", rank % 91 + 1))
        .collect();
    assert_eq!(table(by_site(Aggregation::Sum), &parts).codes(), Vec::<&str>::new());
    let total = table(by_site(Aggregation::Sum), &format!("{parts}eau;2025;Sous-total;4"));
    assert_eq!(total.only().code.0, "M243");
}

#[test]
fn a_whole_made_of_the_known_parts_alone_is_told_with_the_part_that_lacks() {
    let rows =
        |part: &str, whole: &str| format!("eau;2025;A;100\neau;2025;B;50\neau;2025;C;{part}\neau;2025;;{whole}\n");
    let found = table(by_site(Aggregation::Sum), &rows("n.d.", "150"));
    let told = found.only();
    assert_eq!((told.code.0, told.severity), ("M248", Severity::Warning));
    assert!(
        told.message.contains('C') && told.message.contains("150"),
        "{}",
        told.message
    );
    // Another number, a part that is nothing, a part that must not be known, no whole.
    for (part, whole) in [("n.d.", "180"), ("0", "150"), ("fermé", "150"), ("n.d.", "n.d.")] {
        let found = table(by_site(Aggregation::Sum), &rows(part, whole));
        assert!(
            found.diagnostics.sorted().iter().all(|told| told.code.0 != "M248"),
            "{part} {whole}"
        );
    }
}

#[test]
fn a_title_between_the_lines_and_a_note_under_them_are_told_and_refuse_nothing() {
    let table = "indicateur;2024;2025\nÉNERGIE;;\nelec;12;13\nAUTRES FLUIDES;;\nSource : services techniques;;";
    let found = given([indicator("elec", "GWh")]).csv("v.csv", table).check();
    let told: Vec<_> = found.diagnostics.sorted().into_iter().collect();
    assert_eq!(found.codes(), ["M015", "M015"]);
    assert!(told.iter().all(|told| told.severity == Severity::Warning));
    assert!(
        told[0].message.contains("ÉNERGIE") && told[0].message.starts_with("2 lignes"),
        "{}",
        told[0].message
    );
    assert_eq!(found.numbers(), [(2024, 12.0), (2025, 13.0)]);
    // With a value, or so near an indicator that it may be one, it is none of them.
    for row in ["ÉNERGIE;;5", "elecs;;"] {
        let table = format!("indicateur;2024;2025\n{row}\nelec;12;13");
        let found = given([indicator("elec", "GWh")]).csv("v.csv", &table).check();
        assert_eq!(found.codes(), ["M210"], "{row}");
    }
}

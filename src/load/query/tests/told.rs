//! What is told of the rows and of the cells of a source, before or after a query.

use crate::load::fixture::Fixture;

const SUM: &str = "SELECT annee, SUM(conso) AS valeur FROM compteurs GROUP BY annee";

fn told(rows: &str, sql: &str) -> Vec<String> {
    let csv = format!("annee;site;conso\n{rows}");
    let fixture = Fixture::new()
        .file("data/sources/compteurs.csv", csv)
        .query("eau", &[], sql);
    fixture.load().1
}

#[test]
fn a_total_among_the_rows_of_a_source_is_told_where_it_would_be_added() {
    let rows = "2024;A;58\n2024;B;12\n2024;Total;70\n2025;A;60\n2025;Total;60\n";
    let found = told(rows, SUM);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("M015 data/sources/compteurs.csv:4"), "{found:?}");
    let left_out = SUM.replace("GROUP", "WHERE site <> 'Total' GROUP");
    assert_eq!(told(rows, &left_out), Vec::<String>::new());
    let one = SUM.replace("GROUP", "WHERE site = 'A' GROUP");
    assert_eq!(told(rows, &one), Vec::<String>::new());
    let chosen = "SELECT annee, conso AS valeur FROM compteurs WHERE site = 'Total'";
    assert_eq!(told(rows, chosen), Vec::<String>::new());
    // Two totals, of which a query leaves one out.
    let two = "2024;A;58\n2024;Sous-total Nord;58\n2024;B;12\n2024;Total;70\n";
    assert_eq!(told(two, &left_out).len(), 1);
    assert_eq!(
        told(
            two,
            &SUM.replace("GROUP", "WHERE site NOT IN ('Sous-total Nord', 'Total') GROUP")
        )
        .len(),
        0
    );
    // Neither names of places nor lines that say more.
    assert_eq!(
        told("2024;Tournon;58\n2024;Cluses;12\n2024;Ensemble scolaire;3\n", SUM).len(),
        0
    );
}

#[test]
fn a_column_of_texts_that_is_added_is_told_at_its_first_cell() {
    for cell in ["1234 MWh", "58.900 kWh", "58900 (1)"] {
        let found = told(&format!("2024;A;12\n2024;B;{cell}\n2025;A;1300\n"), SUM);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("M134 data/sources/compteurs.csv:3"), "{found:?}");
        assert!(found[0].contains(cell) && !found[0].contains("Polars"), "{found:?}");
    }
    let rows = "2024;A;9,5 t\n2024;B;20 (p)\n2024;C;12\n";
    for call in ["max(conso)", "AVG( \"conso\" )", "Min(conso * 2)"] {
        let found = told(rows, &SUM.replace("SUM(conso)", call));
        assert!(
            found.len() == 1 && found[0].starts_with("M134 data/sources/"),
            "{call}: {found:?}"
        );
    }
    let unknown = told(
        "2024;A;12\n",
        "SELECT annee, SUM(consos) AS valeur FROM compteurs GROUP BY annee",
    );
    assert!(unknown[0].contains("Polars"), "{unknown:?}");
}

#[test]
fn what_the_engine_refuses_is_said_in_french_by_kind_with_the_columns_of_the_table() {
    let told = |sql: &str| {
        let csv = "annee;commune;jour;mwh;note\n2024;38185;2024-03-01;7,5;x\n2025;01004;2025-03-02;8;y\n";
        let fixture = Fixture::new().file("data/sources/s.csv", csv).query("eau", &[], sql);
        (fixture.load().1.join("\n"), fixture.helps().join("\n"))
    };
    for (sql, code, sentence, help) in [
        (
            "SELECT annee, SUM(mwhs) AS valeur FROM s GROUP BY annee",
            "M134",
            "nomme la colonne",
            "Vouliez-vous dire «\u{a0}mwh\u{a0}»",
        ),
        (
            "SELECT annee, SUM(s.mwhs) AS valeur FROM s GROUP BY annee",
            "M134",
            "nomme la colonne",
            "Vouliez-vous dire «\u{a0}mwh\u{a0}»",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE note = \"rue\"",
            "M134",
            "nomme la colonne",
            "apostrophes droites\u{a0}: 'rue'",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE commune = 38185",
            "M134",
            "compare un texte à un nombre",
            "('38185')",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE commune IN (38185)",
            "M134",
            "compare un texte à un nombre",
            "('38185')",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s GROUP BY annee",
            "M134",
            "que faire de «\u{a0}mwh\u{a0}»",
            "SUM(mwh)",
        ),
        (
            "SELECT annee, note * 2 AS valeur FROM s",
            "M134",
            "d’un type qui ne s’y prête pas",
            "CAST(colonne AS DOUBLE)",
        ),
        (
            "SELECT annee, UPPER(mwh) AS valeur FROM s",
            "M134",
            "d’un type qui ne s’y prête pas",
            "CAST(colonne",
        ),
        (
            "SELECT EXTRACT(YEAR FROM jour) AS annee, mwh AS valeur FROM s",
            "M134",
            "d’un type",
            "EXTRACT(YEAR FROM CAST",
        ),
        (
            "SELECT annee, CAST(note AS INTEGER) AS valeur FROM s",
            "M134",
            "convertit des cellules",
            "Corrigez ces cellules",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE note",
            "M134",
            "là où une comparaison",
            "IS NOT NULL",
        ),
        (
            "SELECT annee, (SELECT MAX(mwh) FROM s) AS valeur FROM s",
            "M134",
            "une requête à la place",
            "JOIN",
        ),
        (
            "SELECT year(jour) AS annee, mwh AS valeur FROM s",
            "M138",
            "year",
            "EXTRACT(YEAR FROM",
        ),
        (
            "SELECT annee, somme(mwh) AS valeur FROM s",
            "M138",
            "somme",
            "SUM(colonne)",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE note = 'x",
            "M130",
            "à sa ligne 1, caractère 49",
            "apostrophe droite",
        ),
        (
            "SELECT annee SUM(mwh) AS valeur FROM s",
            "M130",
            "à sa ligne 1, caractère 17",
            "une virgule",
        ),
        (
            "SELECT annee, SUM(mwh AS valeur FROM s",
            "M130",
            "devant «\u{a0}AS\u{a0}»",
            "Fermez la parenthèse",
        ),
        (
            "SELECT annee, mwh AS valeur FROM s WHERE note = ‘x’",
            "M130",
            "devant «\u{a0}‘\u{a0}»",
            "Retapez ces guillemets",
        ),
    ] {
        let (found, gesture) = told(sql);
        assert!(found.starts_with(code) && found.contains(sentence), "{sql}: {found}");
        assert!(found.contains("en anglais") || code == "M138", "{sql}: {found}");
        assert!(gesture.contains(help), "{sql}: {gesture}");
        let columns = "Colonnes de «\u{a0}s\u{a0}»\u{a0}: annee (nombre), commune (texte)";
        assert_eq!(gesture.contains(columns), code == "M134", "{sql}: {gesture}");
    }
}

#[test]
fn a_column_of_years_that_holds_dates_is_told_once_with_the_call_that_takes_their_year() {
    let csv = "jour;conso\n31/03/2024;58\n15/04/2025;12\n16/04/2025;12\n";
    let told = |year: &str| {
        let sql = format!("SELECT {year} AS annee, SUM(conso) AS valeur FROM compteurs GROUP BY annee");
        let fixture = Fixture::new()
            .file("data/sources/compteurs.csv", csv)
            .query("eau", &[], &sql);
        fixture.load().1
    };
    let found = told("jour");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("M135") && found[0].contains("autres lignes de même"),
        "{found:?}"
    );
    // The help, obeyed to the letter.
    assert_eq!(told("CAST(RIGHT(jour, 4) AS INT)"), Vec::<String>::new());
}

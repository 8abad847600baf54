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
    let unknown = told(
        "2024;A;12\n",
        "SELECT annee, SUM(consos) AS valeur FROM compteurs GROUP BY annee",
    );
    assert!(unknown[0].contains("Polars"), "{unknown:?}");
}

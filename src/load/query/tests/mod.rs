//! Queries over sources of a temporary project: what is told, what is refused, what is always the same.

mod hostile;
mod told;

use crate::load::fixture::Fixture;

/// What one query gives over `data/sources/t.csv`, each row as it is read, and what is told.
fn answer(csv: &str, breakdowns: &[&str], sql: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let fixture = Fixture::new()
        .file("data/sources/t.csv", csv)
        .query("x", breakdowns, sql);
    let (inputs, told) = fixture.load();
    let table = inputs.queries.values().next();
    let rows = table.iter().flat_map(|table| &table.rows);
    let rows = rows.map(|row| row.iter().map(|cell| cell.content.display()).collect());
    (rows.collect(), told)
}

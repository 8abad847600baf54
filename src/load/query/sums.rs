//! Which columns a query adds up, and whether it counts what it adds: by its words, in capitals.
//!
//! It reads no query: a sum passes absences by in silence, and here stands only what of a query makes that matter.

/// What adds values up.
const SUMS: [&str; 3] = ["SUM", "AVG", "MEAN"];

/// Whether a query, in capitals, adds values up.
pub(super) fn adds(sql: &str) -> bool {
    arguments(sql).next().is_some()
}

/// Whether a query, in capitals, adds up a column: in a call, or anywhere where one query reads another, which may rename it.
pub(super) fn adds_up(sql: &str, column: &str) -> bool {
    let column = column.to_uppercase();
    match sql.matches("SELECT").count() {
        0 | 1 => arguments(sql).any(|argument| names(argument, &column)),
        _ => adds(sql) && names(sql, &column),
    }
}

/// Whether a query, in capitals, counts the values of a column, or says what stands for those that lack.
pub(super) fn counts(sql: &str, column: &str) -> bool {
    let tight: String = sql.split_whitespace().collect();
    let column = column.to_uppercase();
    let names = [column.clone(), format!("\"{column}\"")];
    let mut calls = names
        .iter()
        .flat_map(|name| [format!("COUNT({name})"), format!("COALESCE({name},")]);
    calls.any(|call| tight.contains(&call))
}

/// What stands between the parentheses of each sum.
fn arguments(sql: &str) -> impl Iterator<Item = &str> {
    let calls = SUMS.iter().flat_map(|call| sql.match_indices(*call));
    calls.filter_map(|(at, call)| {
        let rest = sql[at + call.len()..].trim_start().strip_prefix('(')?;
        let mut depth = 1;
        let end = rest.char_indices().find(|(_, sign)| {
            depth += i32::from(*sign == '(') - i32::from(*sign == ')');
            depth == 0
        });
        Some(end.map_or(rest, |(end, _)| &rest[..end]))
    })
}

/// Whether a text of SQL has this name, quoted or as a word of its own.
fn names(text: &str, column: &str) -> bool {
    let is_of_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.contains(&format!("\"{column}\"")) || text.split(|sign| !is_of_word(sign)).any(|word| word == column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_added_up_where_a_sum_names_it() {
        let adds = |sql: &str, column: &str| adds_up(&sql.to_uppercase(), column);
        for (sql, column) in [
            ("SELECT annee, SUM(mwh) AS valeur FROM t GROUP BY annee", "mwh"),
            ("SELECT AVG (\"Conso MWh\") AS valeur FROM t", "Conso MWh"),
            (
                "SELECT SUM(CASE WHEN site='a' THEN eau ELSE 0 END) AS valeur FROM t",
                "eau",
            ),
            (
                "WITH u AS (SELECT eau AS x FROM t) SELECT SUM(x) AS valeur FROM u",
                "eau",
            ),
        ] {
            assert!(adds(sql, column), "{sql}");
        }
        for (sql, column) in [
            ("SELECT annee, SUM(x) AS valeur FROM t GROUP BY annee", "v"),
            ("SELECT SUM(eau) + MAX(gaz) AS valeur FROM t", "gaz"),
            ("SELECT SUM(eau) AS valeur FROM t WHERE gaz > 0", "gaz"),
            ("SELECT MAX(eau) AS valeur FROM t", "eau"),
        ] {
            assert!(!adds(sql, column), "{sql}");
        }
    }
}

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

/// What a query reads of one table and keeps of it, `FROM … WHERE …`; none where it reads another query, keeps all, or keeps what is
/// not missing, as a sum does already.
pub(super) fn kept(sql: &str) -> Option<&str> {
    // Of the same length: no letter that a keyword has changes its own.
    let upper = sql.to_ascii_uppercase();
    let is_one = upper.matches("SELECT").count() == 1 && upper.contains("WHERE") && !upper.contains("NOT NULL");
    let start = upper.find("FROM").filter(|_| is_one)?;
    let rest = &upper[start..];
    let ends = ["GROUP BY", "HAVING", "ORDER BY", "LIMIT", "QUALIFY", "WINDOW", ";"];
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    Some(&sql[start..start + end])
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
    fn what_a_query_keeps_of_one_table_is_read_in_its_own_words() {
        let kept_of = |sql| kept(sql).map(str::trim);
        let where_ = "from t where site = 'A' and gaz > 0";
        assert_eq!(
            kept_of("SELECT a, SUM(eau) AS valeur from t where site = 'A' and gaz > 0 group by a"),
            Some(where_)
        );
        assert_eq!(kept_of("SELECT a, SUM(eau) AS valeur FROM t GROUP BY a"), None);
        assert_eq!(
            kept_of("SELECT a, x AS valeur FROM (SELECT a FROM t WHERE b = 1)"),
            None
        );
    }

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

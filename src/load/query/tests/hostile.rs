//! Queries that ask for too much, or whose answer would be another number or another one each time.

use super::answer;

/// Ten sites over ten years, many of them alike.
fn sites(rows: usize) -> String {
    let row = |rank: usize| format!("{};{};s{}\n", 2016 + rank % 10, 100 + rank % 7, rank);
    let rows: String = (0..rows).map(row).collect();
    format!("annee;mwh;nom\n{rows}")
}

fn refused(sql: &str, code: &str) {
    let (_, told) = answer(&sites(20), &[], sql);
    let start: String = sql.chars().take(80).collect();
    assert!(told.iter().any(|line| line.starts_with(code)), "{start} {told:?}");
}

#[test]
fn a_query_that_recurses_too_far_is_refused_before_anything_reads_it() {
    let sum = |terms: usize| format!("SELECT annee, {} AS valeur FROM t", vec!["mwh"; terms].join(" + "));
    refused(&sum(10_000), "M137");
    refused(&sum(100_000), "M137");
    let one = "SELECT annee, SUM(mwh) AS valeur FROM t GROUP BY annee";
    refused(&vec![one; 5_000].join(" UNION ALL "), "M137");
    refused(
        &format!(
            "SELECT annee, {}mwh{} AS valeur FROM t",
            "(".repeat(9_000),
            ")".repeat(9_000)
        ),
        "M130",
    );
    refused(
        &format!(
            "SELECT annee, mwh AS valeur FROM t WHERE {}annee > 1",
            "NOT ".repeat(10_000)
        ),
        "M137",
    );
}

#[test]
fn the_longest_chains_that_are_admitted_run_to_their_end() {
    let one = "SELECT annee, SUM(mwh) AS valeur FROM t GROUP BY annee";
    let cases: Vec<String> = (0..300).map(|rank| format!("WHEN mwh = {rank} THEN {rank}")).collect();
    for sql in [
        format!("SELECT annee, {} AS valeur FROM t", vec!["mwh"; 101].join(" + ")),
        format!(
            "SELECT annee, LENGTH({}) AS valeur FROM t",
            vec!["nom"; 101].join(" || ")
        ),
        format!("SELECT annee, CASE {} END AS valeur FROM t", cases.join(" ")),
        format!(
            "SELECT annee, mwh AS valeur FROM t WHERE {}",
            vec!["annee > 1"; 490].join(" AND ")
        ),
        format!("SELECT annee, mwh{} AS valeur FROM t", "::INT".repeat(490)),
        vec![one; 99].join(" UNION "),
    ] {
        let (rows, told) = answer(&sites(10), &[], &sql);
        assert_eq!((rows.len(), told.len()), (10, 0), "{sql:.60} {told:?}");
    }
}

#[test]
fn joins_are_counted_before_they_are_made() {
    let counted = |from: &str| {
        let sql = format!("SELECT a.annee AS annee, COUNT(*) AS valeur FROM {from} GROUP BY a.annee");
        answer(&sites(11_000), &[], &sql).1
    };
    for from in [
        "t a CROSS JOIN t b",
        "t a, t b, t c, t d, t e",
        "t a JOIN t b ON a.annee = b.annee",
        "t a LEFT JOIN t b ON a.mwh < b.mwh",
        "(SELECT x.annee FROM t x JOIN t y ON x.annee = y.annee) a",
    ] {
        let told = counted(from);
        assert!(told.len() == 1 && told[0].starts_with("M137"), "{from} {told:?}");
    }
    assert_eq!(counted("t a JOIN t b ON a.nom = b.nom").len(), 0);
    assert_eq!(
        counted("t a JOIN (SELECT annee, SUM(mwh) AS s FROM t GROUP BY annee) b ON a.annee = b.annee").len(),
        0
    );
    assert_eq!(counted("t a CROSS JOIN (SELECT MAX(annee) AS m FROM t) b").len(), 0);
}

#[test]
fn what_makes_lists_or_texts_without_end_is_no_function_of_a_figure() {
    for call in [
        "ARRAY_AGG(mwh)",
        "UNNEST(mwh)",
        "STRING_AGG(nom)",
        "RANDOM()",
        "NOW()",
        "REPEAT(nom, 9)",
    ] {
        refused(&format!("SELECT annee, {call} AS valeur FROM t"), "M138");
    }
}

#[test]
fn a_result_that_is_no_number_is_a_fault_and_an_absence_that_was_asked_for_is_not() {
    for value in [
        "mwh / 0",
        "-mwh / 0.0",
        "LN(mwh - mwh)",
        "SQRT(-1.0 * mwh)",
        "POW(10.0, 400)",
        "POW(mwh, 400) * mwh",
    ] {
        refused(&format!("SELECT annee, {value} AS valeur FROM t"), "M139");
    }
    refused(
        "SELECT annee, SUM(mwh / (annee - 2016)) AS valeur FROM t GROUP BY annee",
        "M139",
    );
    let (rows, told) = answer(
        &sites(2),
        &[],
        "SELECT annee, mwh / NULLIF(annee - 2016, 0) AS valeur FROM t",
    );
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(rows, [["2016", ""], ["2017", "101"]]);
}

#[test]
fn an_integer_never_wraps() {
    for value in [
        "mwh * 9223372036854775807",
        "mwh * 4000000000 * 4000000000",
        "(0 - mwh * 9000000000000000000) - 9000000000000000000",
        "mwh + 9223372036854775807",
    ] {
        refused(&format!("SELECT annee, {value} AS valeur FROM t"), "M139");
    }
    let large = "annee;mwh\n2020;9\n2020;9\n";
    for sum in [
        "SUM(mwh * 1000000000000000000)",
        "SUM(mwh * 1000000000000000000) OVER (PARTITION BY annee)",
    ] {
        for (year, group) in [("annee", " GROUP BY annee"), ("2020", "")] {
            let sql = match sum.contains("OVER") {
                true => format!("SELECT annee, {sum} AS valeur FROM t"),
                false => format!("SELECT {year} AS annee, {sum} AS valeur FROM t{group}"),
            };
            let (_, told) = answer(large, &[], &sql);
            assert!(told.len() == 1 && told[0].starts_with("M139"), "{sql} {told:?}");
        }
    }
    // What the help says, obeyed.
    let (rows, told) = answer(
        large,
        &[],
        "SELECT annee, SUM(CAST(mwh AS DOUBLE) * 1000000000000000000) AS valeur FROM t GROUP BY annee",
    );
    assert_eq!(
        (rows, told),
        (vec![vec!["2020".to_owned(), "18000000000000000000".to_owned()]], vec![])
    );
    // Counts are not signed: one less another is.
    let fewer = "SELECT annee, COUNT(nom) - COUNT(mwh) AS valeur FROM t GROUP BY annee";
    let (rows, told) = answer("annee;mwh;nom\n2020;1;a\n2020;2;\n2020;3;\n", &[], fewer);
    assert_eq!((rows, told.len()), (vec![vec!["2020".to_owned(), "-2".to_owned()]], 0));
    // An operation on groups, on literals and on columns keeps its rows.
    let mixed = "SELECT annee, SUM(mwh) * 2 + COUNT(*) - 1 AS valeur FROM t WHERE annee * 1 > 2016 - 1 GROUP BY annee HAVING SUM(mwh) + 1 > 0";
    let (rows, told) = answer(&sites(20), &[], mixed);
    assert_eq!((rows.len(), told.len()), (10, 0), "{told:?}");
    assert_eq!(rows[0], ["2016", "407"]);
}

#[test]
fn ties_are_broken_by_the_order_of_the_source() {
    let csv = sites(1_000);
    for (sql, expected) in [
        ("SELECT annee, mwh AS valeur, nom FROM t LIMIT 1", "s0"),
        (
            "SELECT annee, mwh AS valeur, nom FROM t ORDER BY mwh DESC LIMIT 1",
            "s6",
        ),
        (
            "SELECT annee, mwh AS valeur, nom FROM t ORDER BY mwh LIMIT 1 OFFSET 1",
            "s7",
        ),
        (
            "SELECT MAX(annee) AS annee, MAX(mwh) AS valeur, nom FROM t GROUP BY nom LIMIT 1",
            "s0",
        ),
        (
            "SELECT annee, mwh AS valeur, nom FROM (SELECT DISTINCT * FROM t) LIMIT 1",
            "s0",
        ),
        (
            "SELECT annee, mwh AS valeur, nom FROM (SELECT * FROM t UNION ALL SELECT * FROM t) LIMIT 1",
            "s0",
        ),
        (
            "SELECT annee, mwh AS valeur, nom FROM (SELECT * FROM t UNION SELECT * FROM t) LIMIT 1",
            "s0",
        ),
        (
            "SELECT a.annee AS annee, a.mwh AS valeur, a.nom AS nom FROM t a JOIN t b ON a.nom = b.nom LIMIT 1",
            "s0",
        ),
        (
            "SELECT MAX(annee) AS annee, FIRST(mwh) AS valeur, FIRST(nom) AS nom FROM t",
            "s0",
        ),
    ] {
        for _ in 0..3 {
            let (rows, told) = answer(&csv, &["nom"], sql);
            assert_eq!(rows.len(), 1, "{sql} {told:?}");
            assert_eq!(rows[0][2], expected, "{sql}");
        }
    }
    let ranked = "SELECT annee, mwh AS valeur, nom FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY annee ORDER BY mwh) AS rang FROM t) WHERE rang = 1";
    let first = answer(&csv, &["nom"], ranked);
    assert_eq!(first.0.len(), 10, "{:?}", first.1);
    for _ in 0..3 {
        assert_eq!(answer(&csv, &["nom"], ranked), first);
    }
}

#[test]
fn a_sum_of_decimals_is_the_same_each_time_to_its_last_bit() {
    // Compared as it is added: a difference in the last bit would move the order, and with it the answer.
    let row = |rank: usize| {
        format!(
            "{};{},{:07};s{}\n",
            2016 + rank % 2,
            rank % 91,
            rank * 7_919 % 9_999_991,
            rank % 50
        )
    };
    let rows: String = (0..10_000).map(row).collect();
    let csv = format!("annee;mwh;nom\n{rows}");
    let sql = "SELECT annee, (SUM(mwh) - CAST(SUM(mwh) AS BIGINT)) * 1000000000 - CAST((SUM(mwh) - CAST(SUM(mwh) AS BIGINT)) * 1000000000 AS BIGINT) AS valeur, nom FROM t GROUP BY annee, nom";
    let first = answer(&csv, &["nom"], sql);
    assert_eq!(first.0.len(), 50, "{:?}", first.1);
    for _ in 0..3 {
        assert_eq!(answer(&csv, &["nom"], sql), first);
    }
}

//! What is withheld with a secret, and that no sum of what is left gives it back.

use super::super::Breakdown;
use super::withhold;
use crate::compute::compute;
use crate::config::Project;
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::model::fixture::{indicator, observation, series};
use crate::model::{Aggregation, Derivation, Observation, Point, Series, Value};
use crate::validate::Dataset;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const YEAR: i32 = 2025;

/// A value by its key, `A` or `A bureau`; an empty key is the whole.
type Row<'a> = (&'a str, Value);

fn one(value: Value) -> Series {
    let points = series(&[(YEAR, 0.0)]).points;
    let points = points.into_iter().map(|point| Point { value, ..point });
    Series {
        points: points.collect(),
    }
}

/// The rows after what gives a secret away was withheld, in their order.
fn left(aggregation: Aggregation, rows: &[Row]) -> Vec<Value> {
    let mut wanted = indicator("eau");
    wanted.aggregation = aggregation;
    let key = |text: &str| -> BTreeMap<String, String> {
        let parts = text
            .split(' ')
            .zip(["site", "usage"])
            .filter(|(part, _)| !matches!(*part, "" | "-"));
        parts
            .map(|(part, column)| (column.to_owned(), part.to_owned()))
            .collect()
    };
    let mut headline = Series::default();
    let mut breakdowns = Vec::new();
    for (text, value) in rows {
        match key(text) {
            key if key.is_empty() => headline = one(*value),
            key => breakdowns.push(Breakdown {
                key,
                series: one(*value),
            }),
        }
    }
    withhold(&wanted, &mut headline, &mut breakdowns, &mut Diagnostics::default());
    let value = |text: &str| match key(text) {
        key if key.is_empty() => headline.points[0].value,
        key => breakdowns.iter().find(|part| part.key == key).unwrap().series.points[0].value,
    };
    rows.iter().map(|(text, _)| value(text)).collect()
}

use Value::{Missing, Number, Secret};

#[test]
fn the_smallest_of_the_other_parts_is_withheld() {
    let rows = [
        ("", Number(175.0)),
        ("A", Number(100.0)),
        ("B", Secret),
        ("C", Number(50.0)),
    ];
    for aggregation in [Aggregation::Sum, Aggregation::None, Aggregation::Mean] {
        assert_eq!(left(aggregation, &rows), [Number(175.0), Number(100.0), Secret, Secret]);
    }
}

#[test]
fn where_no_other_part_hides_it_the_whole_is_withheld() {
    assert_eq!(
        left(Aggregation::Sum, &[("", Number(7.0)), ("A", Secret)]),
        [Secret, Secret]
    );
    let zero = [("", Number(7.0)), ("A", Secret), ("B", Number(0.0))];
    assert_eq!(left(Aggregation::Sum, &zero), [Secret, Secret, Number(0.0)]);
    // Where everything is zero, a zero is withheld.
    let zeros = [("", Secret), ("A", Number(0.0)), ("B", Number(0.0))];
    assert_eq!(left(Aggregation::Sum, &zeros), [Secret, Secret, Number(0.0)]);
    // A secret whole is the sum of its parts.
    let whole = [("", Secret), ("A", Number(4.0)), ("B", Number(3.0))];
    assert_eq!(left(Aggregation::Sum, &whole), [Secret, Number(4.0), Secret]);
}

#[test]
fn nothing_more_is_withheld_where_nothing_is_given_away() {
    for rows in [
        vec![("", Number(9.0)), ("A", Secret), ("B", Secret), ("C", Number(2.0))],
        vec![("", Number(9.0)), ("A", Secret), ("B", Missing), ("C", Number(2.0))],
        vec![("", Missing), ("A", Secret), ("B", Number(2.0))],
        vec![("A", Secret), ("B", Number(2.0))],
    ] {
        let values: Vec<Value> = rows.iter().map(|(_, value)| *value).collect();
        assert_eq!(left(Aggregation::Sum, &rows), values);
    }
}

#[test]
fn a_subtotal_and_a_whole_that_is_not_printed_relate_their_parts() {
    let subtotal = [("A", Number(9.0)), ("A bureau", Secret), ("A jardin", Number(4.0))];
    assert_eq!(left(Aggregation::Sum, &subtotal), [Number(9.0), Secret, Secret]);
    // By site and by use, the same sum: 4 + 5 = 6 + 3.
    let twice = [
        ("A", Secret),
        ("B", Number(5.0)),
        ("- bureau", Number(6.0)),
        ("- jardin", Number(3.0)),
    ];
    let secrets = left(Aggregation::None, &twice)
        .iter()
        .filter(|value| **value == Secret)
        .count();
    assert_eq!(secrets, 2);
}

#[test]
fn a_division_is_no_sum_as_soon_as_one_year_says_so() {
    let part = |name: &str, values: [f64; 2]| Breakdown {
        key: BTreeMap::from([("site".to_owned(), name.to_owned())]),
        series: series(&[(2024, values[0]), (2025, values[1])]),
    };
    let mut wanted = indicator("eau");
    wanted.aggregation = Aggregation::None;
    let headline = series(&[(2024, 10.0), (2025, 10.0)]);
    let found = |last: f64| {
        let parts = [part("A", [4.0, last]), part("B", [6.0, 6.0])];
        super::relations::contradicted(&wanted, &headline, &parts).len()
    };
    assert_eq!((found(4.0), found(3.0)), (0, 1));
}

#[test]
fn what_is_withheld_besides_is_counted_with_its_years() {
    let told = |years: &[i32]| {
        let mut wanted = indicator("eau");
        wanted.aggregation = Aggregation::Sum;
        let of = |value: f64| series(&years.iter().map(|year| (*year, value)).collect::<Vec<_>>());
        let mut secret = of(4.0);
        secret.points.iter_mut().for_each(|point| point.value = Secret);
        let part = |name: &str, series| Breakdown {
            key: BTreeMap::from([("site".to_owned(), name.to_owned())]),
            series,
        };
        let mut parts = vec![part("A", secret), part("B", of(5.0)), part("C", of(6.0))];
        let mut diagnostics = Diagnostics::default();
        withhold(&wanted, &mut of(15.0), &mut parts, &mut diagnostics);
        diagnostics.sorted()[0].message.replace('\u{a0}', " ")
    };
    assert!(
        told(&[2024]).ends_with("n’est pas imprimé non plus."),
        "{}",
        told(&[2024])
    );
    assert!(
        told(&[2023, 2024]).contains("1 autre valeur aussi (2024)"),
        "{}",
        told(&[2023, 2024])
    );
    assert!(told(&[2022, 2023, 2024]).contains("2 autres valeurs aussi"));
}

#[test]
fn rates_and_parts_that_do_not_add_up_give_nothing_away() {
    let mut rate = indicator("part");
    rate.unit = "%".to_owned();
    let mut headline = one(Number(40.0));
    let part = |name: &str, value| Breakdown {
        key: BTreeMap::from([("site".to_owned(), name.to_owned())]),
        series: one(value),
    };
    let mut parts = vec![part("A", Number(30.0)), part("B", Secret)];
    let withheld = withhold(&rate, &mut headline, &mut parts, &mut Diagnostics::default());
    assert!(withheld.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Two crossed columns, their margins and their whole: whatever is secret, the sums of the rest never give it.
    #[test]
    fn no_sum_of_what_is_printed_gives_a_secret(
        values in proptest::collection::vec(0_u8..20, 9),
        secrets in proptest::collection::vec(0_usize..16, 1..4),
    ) {
        let sites = ["A", "B", "C"];
        let uses = ["bureau", "jardin", "cour"];
        let cell = |site: usize, used: usize| f64::from(values[site * 3 + used]);
        let mut rows: Vec<(String, f64)> = vec![(String::new(), values.iter().map(|value| f64::from(*value)).sum())];
        for (rank, site) in sites.iter().enumerate() {
            rows.push(((*site).to_owned(), (0..3).map(|used| cell(rank, used)).sum()));
            rows.push((format!("- {}", uses[rank]), (0..3).map(|site| cell(site, rank)).sum()));
            rows.extend(uses.iter().enumerate().map(|(used, name)| (format!("{site} {name}"), cell(rank, used))));
        }
        let given: Vec<Row> = rows
            .iter()
            .enumerate()
            .map(|(rank, (key, value))| (key.as_str(), if secrets.contains(&rank) { Secret } else { Number(*value) }))
            .collect();
        let printed = left(Aggregation::Sum, &given);
        // Another table with the same printed values, in which the hidden ones all differ, exists: any solution of the
        // sums that moves each hidden value proves that none is determined.
        for (rank, value) in printed.iter().enumerate() {
            if *value == Secret {
                prop_assert!(moves(&rows, &printed, rank), "{} of {printed:?}", rows[rank].0);
            }
        }
    }
}

/// Whether one hidden value can change while every printed one stays: a search of a null vector, by least squares.
fn moves(rows: &[(String, f64)], printed: &[Value], rank: usize) -> bool {
    let hidden: Vec<usize> = (0..rows.len()).filter(|rank| printed[*rank] == Secret).collect();
    let equations = equations(rows);
    // The change of the hidden value is 1; the others are relaxed until every sum holds.
    let mut change = vec![0.0; rows.len()];
    change[rank] = 1.0;
    for _ in 0..20_000 {
        let mut worst = 0.0_f64;
        for (whole, parts) in &equations {
            let gap: f64 = parts.iter().map(|part| change[*part]).sum::<f64>() - change[*whole];
            let free: Vec<usize> = parts
                .iter()
                .copied()
                .chain([*whole])
                .filter(|found| hidden.contains(found) && *found != rank)
                .collect();
            worst = worst.max(gap.abs());
            for found in &free {
                let step = gap / free.len() as f64;
                change[*found] += if found == whole { step } else { -step };
            }
        }
        if worst < 1e-6 {
            return true;
        }
    }
    false
}

fn equations(rows: &[(String, f64)]) -> Vec<(usize, Vec<usize>)> {
    let rank = |key: &str| rows.iter().position(|(found, _)| found == key).unwrap();
    let all = |keys: &[String]| keys.iter().map(|key| rank(key)).collect::<Vec<_>>();
    let sites = ["A", "B", "C"].map(str::to_owned);
    let uses = ["bureau", "jardin", "cour"];
    let margins = uses.map(|used| format!("- {used}"));
    let mut equations = vec![(rank(""), all(&sites)), (rank(""), all(&margins))];
    for site in &sites {
        equations.push((rank(site), all(&uses.map(|used| format!("{site} {used}")))));
    }
    for used in uses {
        equations.push((
            rank(&format!("- {used}")),
            all(&["A", "B", "C"].map(|site| format!("{site} {used}"))),
        ));
    }
    equations
}

#[test]
fn a_formula_that_cites_what_is_withheld_has_no_value() {
    let mut project = Project::fixture();
    let mut half = indicator("moitie");
    let place = Place::line("data/indicateurs/a.yaml", 9, 1);
    half.derivation = Some(Derivation::Formula(Placed::new("eau / 2".to_owned(), place)));
    let mut water = indicator("eau");
    water.title = "Eau consommée".to_owned();
    project.catalogue = vec![water, half];
    let dataset = Dataset {
        observations: vec![
            Observation {
                note: "dont 7 au site B".to_owned(),
                ..observation("eau", YEAR, Number(7.0), &[])
            },
            observation("eau", YEAR, Secret, &[("site", "A")]),
        ],
        ..Dataset::default()
    };
    let panel = compute(&project, &dataset, &mut Diagnostics::default());
    let [water, half] = &panel.measures[..] else {
        panic!("two measures")
    };
    assert_eq!(water.headline.points[0].value, Secret);
    assert_eq!(water.headline.points[0].note, "", "a note may say the number");
    assert_eq!(water.withheld, BTreeSet::from([YEAR]));
    let point = &half.headline.points[0];
    assert_eq!(
        (point.value, point.note.as_str()),
        (Missing, "Non calculé, il manque\u{a0}: Eau consommée (secret)")
    );
}

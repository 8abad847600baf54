//! Facts about series: what a total, a formula and their faults give.

use super::formula::evaluate_all;
use super::gather::by_indicator;
use super::headline::{PLAIN_MEAN_SAID, headline};
use crate::diagnostic::{Diagnostics, Place, Placed};
use crate::model::fixture::{identifier, indicator, observation, series};
use crate::model::{Aggregation, Derivation, Identifier, Indicator, Names, ObservationStatus, Series, Value};
use std::collections::BTreeMap;

/// A year, the disaggregation of the row, its value.
type Row = (i32, &'static [(&'static str, &'static str)], Value);

fn total(aggregation: Aggregation, rows: &[Row]) -> (Series, Diagnostics) {
    total_in("MWh", aggregation, rows)
}

fn total_in(unit: &str, aggregation: Aggregation, rows: &[Row]) -> (Series, Diagnostics) {
    let mut wanted = indicator("a");
    wanted.aggregation = aggregation;
    wanted.unit = unit.to_owned();
    let observations: Vec<_> = rows
        .iter()
        .map(|(year, key, value)| observation("a", *year, *value, key))
        .collect();
    let gathered = by_indicator(&observations).remove(&identifier("a")).unwrap();
    let mut diagnostics = Diagnostics::default();
    (headline(&wanted, &gathered, &mut diagnostics), diagnostics)
}

fn codes(diagnostics: &Diagnostics) -> Vec<&'static str> {
    diagnostics
        .sorted()
        .iter()
        .map(|diagnostic| diagnostic.code.0)
        .collect()
}

const ROADS: &[(&str, &str)] = &[("secteur", "routes")];
const HOMES: &[(&str, &str)] = &[("secteur", "logements")];

#[test]
fn a_sum_lacking_a_component_is_missing_and_says_so() {
    let (sum, diagnostics) = total(
        Aggregation::Sum,
        &[
            (2020, ROADS, Value::Number(0.1)),
            (2020, HOMES, Value::Number(0.2)),
            (2021, ROADS, Value::Number(1.0)),
            (2022, ROADS, Value::Number(1.0)),
            (2022, HOMES, Value::Secret),
        ],
    );
    let values: Vec<Value> = sum.points.iter().map(|point| point.value).collect();
    assert_eq!(values, [Value::Number(0.3), Value::Missing, Value::Missing]);
    assert_eq!(sum.points[1].note, "Total non calculé, il manque : logements");
    assert_eq!(
        sum.points[2].note,
        "Total non calculé, des parties ne peuvent y entrer : logements (secret)"
    );
    assert_eq!(codes(&diagnostics), ["M306", "M306"]);
}

#[test]
fn a_mean_divides_and_a_headline_row_wins_over_its_components() {
    let rows = [(2020, ROADS, Value::Number(10.0)), (2020, HOMES, Value::Number(20.0))];
    let (mean, _) = total(Aggregation::Mean, &rows);
    assert_eq!(mean.points[0].value, Value::Number(15.0));
    assert_eq!(mean.points[0].note, PLAIN_MEAN_SAID);
    assert_eq!(total(Aggregation::None, &rows).0, Series::default());
    let (given, _) = total(Aggregation::Sum, &[rows[0], rows[1], (2020, &[], Value::Number(31.0))]);
    assert_eq!(given.points[0].value, Value::Number(31.0));
}

#[test]
fn a_plain_mean_of_rates_is_told_and_a_mean_of_amounts_is_not() {
    let rows: [Row; 2] = [(2020, ROADS, Value::Number(10.0)), (2020, HOMES, Value::Number(20.0))];
    let told = |unit: &str, rows: &[Row]| codes(&total_in(unit, Aggregation::Mean, rows).1);
    for unit in ["%", "kg/habitant", "€ par m²"] {
        assert_eq!(told(unit, &rows), ["M309"], "{unit}");
    }
    assert_eq!(told("MWh", &rows), Vec::<&str>::new());
    // A whole that its table gives is no mean; neither is the value of one part.
    let whole: [Row; 3] = [rows[0], rows[1], (2020, &[], Value::Number(12.0))];
    assert_eq!(told("%", &whole), Vec::<&str>::new());
    assert_eq!(told("%", &rows[..1]), Vec::<&str>::new());
}

#[test]
fn a_part_that_does_not_exist_enters_neither_a_sum_nor_a_mean() {
    let rows = [
        (2020, ROADS, Value::Number(10.0)),
        (2020, HOMES, Value::Void),
        (2021, ROADS, Value::Number(10.0)),
        (2021, HOMES, Value::Number(20.0)),
        (2022, ROADS, Value::Void),
        (2022, HOMES, Value::Void),
    ];
    for (aggregation, both) in [(Aggregation::Sum, 30.0), (Aggregation::Mean, 15.0)] {
        let (whole, diagnostics) = total(aggregation, &rows);
        let values: Vec<Value> = whole.points.iter().map(|point| point.value).collect();
        assert_eq!(values, [Value::Number(10.0), Value::Number(both), Value::Void]);
        assert!(codes(&diagnostics).is_empty());
    }
}

#[test]
fn a_subtotal_is_not_added_to_its_parts_and_crossed_columns_are_refused() {
    let fine: &'static [(&str, &str)] = &[("secteur", "routes"), ("énergie", "gaz")];
    let (sum, diagnostics) = total(
        Aggregation::Sum,
        &[(2020, ROADS, Value::Number(5.0)), (2020, fine, Value::Number(5.0))],
    );
    assert_eq!(sum.points[0].value, Value::Number(5.0));
    assert!(codes(&diagnostics).is_empty());
    let (none, diagnostics) = total(
        Aggregation::Sum,
        &[
            (2020, ROADS, Value::Number(5.0)),
            (2020, &[("énergie", "gaz")], Value::Number(5.0)),
        ],
    );
    assert!(none.points.is_empty());
    assert_eq!(codes(&diagnostics), ["M305"]);
}

/// A catalogue of `a`, `b-c` and the formulas given, each at its own line, column 14.
fn formulas(texts: &[(&str, &str)], given: &[(&str, Series)]) -> (BTreeMap<String, Series>, Diagnostics) {
    let derived = texts.iter().enumerate().map(|(index, (id, text))| {
        let place = Place::line("data/indicateurs/a.yaml", index as u32 + 1, 14);
        let formula = Derivation::Formula(Placed::new(text.to_string(), place));
        Indicator {
            derivation: Some(formula),
            ..indicator(id)
        }
    });
    let catalogue: Vec<Indicator> = given.iter().map(|(id, _)| indicator(id)).chain(derived).collect();
    let mut headlines = given
        .iter()
        .map(|(id, series)| (identifier(id), series.clone()))
        .collect();
    let mut diagnostics = Diagnostics::default();
    let known: Vec<Identifier> = catalogue.iter().map(|indicator| indicator.id.clone()).collect();
    let names = Names::default().and(&known).and(&[identifier("refused")]);
    evaluate_all(&catalogue, &names, &mut headlines, &mut diagnostics);
    let named = headlines
        .into_iter()
        .map(|(id, series)| (id.to_string(), series))
        .collect();
    (named, diagnostics)
}

#[test]
fn formulas_are_evaluated_in_the_order_of_their_dependencies() {
    let a = series(&[(2020, 3.0), (2021, 4.0)]);
    let b = series(&[(2021, 2.0), (2022, 2.0)]);
    let (values, diagnostics) = formulas(
        &[("z", "y * 1,5 - -1"), ("y", "somme(a, b-c) / moyenne(2; b-c)")],
        &[("a", a), ("b-c", b)],
    );
    assert_eq!(values["y"].numbers().collect::<Vec<_>>(), [(2021, 3.0)]);
    assert_eq!(values["z"].numbers().collect::<Vec<_>>(), [(2021, 5.5)]);
    assert_eq!(
        values["z"].points.len(),
        3,
        "the years of a formula are all those of its operands"
    );
    assert_eq!(values["y"].points[0].note, "Non calculé, il manque : b-c");
    assert!(diagnostics.sorted().is_empty());
}

#[test]
fn marks_and_places_are_those_of_all_operands() {
    let mut a = series(&[(2020, 1.0)]);
    let mut b = series(&[(2020, 1.0)]);
    a.points[0].marks = vec![ObservationStatus::Provisional, ObservationStatus::Example];
    b.points[0].marks = vec![ObservationStatus::Estimated, ObservationStatus::Example];
    a.points[0].places = vec![Place::line("t.csv", 2, 1)];
    b.points[0].places = vec![Place::line("t.csv", 3, 1), Place::line("t.csv", 2, 1)];
    let (values, _) = formulas(&[("y", "a / b")], &[("a", a), ("b", b)]);
    let point = &values["y"].points[0];
    use ObservationStatus::{Estimated, Example, Provisional};
    assert_eq!(point.marks, [Provisional, Estimated, Example]);
    assert_eq!(point.places, [Place::line("t.csv", 2, 1), Place::line("t.csv", 3, 1)]);
}

#[test]
fn a_division_by_zero_is_missing_and_warned_of_at_its_sign() {
    let (values, diagnostics) = formulas(&[("y", "a / (a - 1)")], &[("a", series(&[(2020, 1.0), (2021, 2.0)]))]);
    assert_eq!(values["y"].points[0].value, Value::Missing);
    assert_eq!(values["y"].points[0].note, "Non calculé : division par zéro");
    assert_eq!(values["y"].points[1].value, Value::Number(2.0));
    let found = diagnostics.sorted();
    assert_eq!(
        (found[0].code.0, found[0].place.clone().unwrap().to_string()),
        ("M303", "data/indicateurs/a.yaml:1:16".into())
    );
}

#[test]
fn a_loop_is_named_once_and_its_dependents_stay_silent() {
    let texts = [
        ("x", "y + 1"),
        ("y", "z + 1"),
        ("z", "1 + x"),
        ("w", "x * 2"),
        ("v", "v + a"),
    ];
    let (values, diagnostics) = formulas(&texts, &[("a", series(&[(2020, 1.0)]))]);
    let messages: Vec<&str> = diagnostics
        .sorted()
        .iter()
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "Les formules tournent en rond : x → y → z → x.",
            "La formule de « v » se cite elle-même."
        ]
    );
    assert_eq!(
        diagnostics.sorted()[0].place.clone().unwrap().to_string(),
        "data/indicateurs/a.yaml:3:18"
    );
    assert_eq!(values.len(), 1);
}

#[test]
fn an_unknown_operand_is_placed_and_a_likely_one_proposed() {
    let (_, diagnostics) = formulas(
        &[("y", "a + elec-batiment"), ("x", "a-b + 1")],
        &[
            ("a", Series::default()),
            ("b", Series::default()),
            ("elec-batiments", Series::default()),
        ],
    );
    let found = diagnostics.sorted();
    assert_eq!(codes(&diagnostics), ["M301", "M301"]);
    assert_eq!(
        found[0].place.clone().unwrap().to_string(),
        "data/indicateurs/a.yaml:1:18"
    );
    assert_eq!(found[0].help, "Vouliez-vous dire « elec-batiments » ?");
    assert_eq!(found[1].help, "Mettez le signe moins entre deux espaces : « a - b ».");
}

#[test]
fn an_operand_is_read_whatever_its_case_and_accents() {
    let given = [
        ("elec-batiments", series(&[(2020, 6.0)])),
        ("b", series(&[(2020, 2.0)])),
    ];
    let (values, diagnostics) = formulas(&[("y", "Élec-Bâtiments / B")], &given);
    assert!(diagnostics.sorted().is_empty());
    assert_eq!(values["y"].at(2020).map(|point| point.value), Some(Value::Number(3.0)));
}

#[test]
fn the_last_known_value_of_an_operand_enters_with_its_year() {
    let given = [
        ("elec", series(&[(2023, 8.0), (2024, 6.0)])),
        ("habitants", series(&[(2021, 1.0), (2023, 2.0)])),
    ];
    let (values, diagnostics) = formulas(&[("y", "elec / dernière(habitants)")], &given);
    assert!(diagnostics.sorted().is_empty());
    let points: Vec<_> = values["y"]
        .points
        .iter()
        .map(|point| (point.year, point.value, point.note.as_str()))
        .collect();
    assert_eq!(
        points,
        [
            (2023, Value::Number(4.0), ""),
            (2024, Value::Number(3.0), "habitants\u{A0}: valeur de 2023")
        ]
    );
    let (_, diagnostics) = formulas(&[("y", "elec / derniere(habitants + 1)")], &given);
    assert_eq!(codes(&diagnostics), ["M300"]);
    // A later value is of no use to the years before it.
    let (values, _) = formulas(
        &[("y", "elec / derniere(plus-tard)")],
        &[given[0].clone(), ("plus-tard", series(&[(2024, 1.0)]))],
    );
    assert_eq!(values["y"].at(2023).map(|point| point.value), Some(Value::Missing));
}

#[test]
fn an_entry_refused_for_its_own_fault_is_not_an_unknown_operand() {
    let (values, diagnostics) = formulas(&[("y", "a / refused")], &[("a", series(&[(2020, 1.0)]))]);
    assert!(diagnostics.sorted().is_empty());
    assert!(!values.contains_key("y"));
}

//! What the numbers of a column prove, and what is told of those that prove nothing.

use super::*;
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Place};
use crate::french::read_number;

fn learnt(texts: &[&str], stake: Stake) -> Separators {
    let mut separators = Separators::default();
    texts.iter().for_each(|text| separators.learn(text, stake, None));
    separators
}

#[test]
fn one_number_proves_what_the_points_of_all_are() {
    let population = learnt(&["987.654", "998.123", "1.004.310"], Stake::Whole);
    assert_eq!(population.plain("987.654", Stake::Whole), "987654");
    assert!(population.doubt("x", Stake::Whole, Notation::default()).is_none());
    let ratios = learnt(&["58.900", "12.5"], Stake::Measure);
    assert_eq!(ratios.plain("58.900", Stake::Measure), "58.900");
    assert!(ratios.doubt("x", Stake::Measure, Notation::default()).is_none());
    let english = learnt(&["58,900", "1,250.5"], Stake::Measure);
    assert_eq!(english.plain("58,900", Stake::Measure), "58900");
}

#[test]
fn what_nothing_proves_is_told_with_both_readings() {
    for text in ["58.900", "58,900"] {
        let doubt = learnt(&[text, text], Stake::Measure).doubt("la colonne", Stake::Measure, Notation::default());
        let doubt = doubt.unwrap();
        assert!(
            doubt.message.contains("58\u{202F}900") && doubt.message.contains("58,900"),
            "{}",
            doubt.message
        );
        assert!(
            doubt.help.contains("58900") && doubt.help.contains("58,9\u{A0}"),
            "{}",
            doubt.help
        );
    }
    // A zero that is added is explained.
    let doubt = learnt(&["1.121"], Stake::Measure).doubt("la colonne", Stake::Measure, Notation::default());
    let help = doubt.unwrap().help.replace('\u{a0}', " ");
    assert!(
        help.contains("« 1121 » ou « 1,1210 » (le zéro de la fin ne change pas"),
        "{help}"
    );
    let contradiction = learnt(&["58.900", "12.5", "1.004.310"], Stake::Whole);
    assert!(contradiction.doubt("x", Stake::Whole, Notation::default()).is_some());
}

#[test]
fn nothing_stands_below_the_cent() {
    assert_eq!(
        learnt(&["325.000", "1.234"], Stake::Money).plain("325.000", Stake::Money),
        "325000"
    );
    assert_eq!(
        learnt(&["325.000", "12,50"], Stake::Money).plain("325.000", Stake::Money),
        "325000"
    );
    assert_eq!(
        learnt(&["325.000", "12.50"], Stake::Money).plain("325.000", Stake::Money),
        "325.000"
    );
    assert!(
        learnt(&["325.000"], Stake::Money)
            .doubt("x", Stake::Money, Notation::default())
            .is_some()
    );
}

#[test]
fn the_sign_that_would_part_thousands_is_named() {
    for (text, sign) in [("58.900", "le point"), ("58,900", "la virgule")] {
        let notation = Notation::of((None, "valeurs"), "a.csv", None, false);
        let help = learnt(&[text], Stake::Measure)
            .doubt("la colonne", Stake::Measure, notation)
            .unwrap()
            .help;
        assert!(help.contains(&format!("si {sign} sépare les milliers")), "{help}");
    }
}

#[test]
fn what_is_no_amount_of_euros_teaches_nothing_of_amounts() {
    for text in ["1.230 kWh", "12,345"] {
        let doubt = learnt(&[text], Stake::Money).doubt("x", Stake::Money, Notation::default());
        assert!(doubt.is_none(), "{text}");
    }
    assert!(
        learnt(&["1.230 €"], Stake::Money)
            .doubt("x", Stake::Money, Notation::default())
            .is_some()
    );
}

#[test]
fn the_author_ends_the_doubt() {
    let comma = Separators::declared(Some(DecimalSign::Comma));
    assert_eq!(comma.plain("58.900", Stake::Measure), "58900");
    assert_eq!(comma.plain("58,900", Stake::Measure), "58,900");
    let point = Separators::declared(Some(DecimalSign::Point));
    assert_eq!(point.plain("58,900.5", Stake::Measure), "58900.5");
}

#[test]
fn what_a_help_proposes_leaves_no_doubt_and_is_one_of_the_two_readings() {
    for (text, readings) in [
        ("58.900", [58_900.0, 58.9]),
        ("58,900", [58_900.0, 58.9]),
        ("5.913", [5_913.0, 5.913]),
        ("-1.250", [-1_250.0, -1.25]),
    ] {
        let help = learnt(&[text], Stake::Measure)
            .doubt("la colonne", Stake::Measure, Notation::default())
            .unwrap()
            .help;
        let proposed: Vec<&str> = help.split(['«', '»']).skip(1).step_by(2).map(str::trim).collect();
        let read: Vec<f64> = proposed.iter().map(|text| read_number(text).unwrap()).collect();
        assert_eq!(read, readings, "{help}");
        for text in proposed {
            assert!(
                learnt(&[text], Stake::Money)
                    .doubt("x", Stake::Money, Notation::default())
                    .is_none(),
                "{text}"
            );
        }
    }
}

#[test]
fn what_rests_on_numbers_in_doubt_is_not_told_besides() {
    let file = "data/budget/autorisations.csv";
    let consequence = || {
        Diagnostic::error(Code("X001"), Place::file(file), "la somme est fausse").because(Cause::Numbers(file.into()))
    };
    let place = Place::line(file, 2, 5);
    let mut separators = Separators::default();
    separators.learn("1.850", Stake::Money, Some(&place));
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(consequence());
    diagnostics.extend(separators.doubt("un montant", Stake::Money, Notation::default()));
    let told: Vec<&str> = diagnostics.sorted().iter().map(|told| told.code.0).collect();
    assert_eq!(told, ["M242"]);
}

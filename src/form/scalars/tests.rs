//! Numbers that YAML writes, as authors do.

use super::*;
use crate::diagnostic::Place;
use crate::form::{entry::entry, reading::text};

entry! {
    /// Un essai.
    noun Sample, "l’essai" {
        /// Un nombre.
        number("nombre"): Option<Number>,
        /// Un nombre entier.
        whole("entier"): Option<Whole<0, 100>>,
    }
}

#[test]
fn a_number_of_yaml_that_may_have_thousands_is_told() {
    for (written, told) in [
        ("43.000", &["M242"][..]),
        ("\"43,000\"", &["M242"]),
        ("43000", &[]),
        ("43.0", &[]),
        ("1.250.000", &[]),
        ("0.125", &[]),
    ] {
        let mut diagnostics = Diagnostics::default();
        let yaml = format!("nombre: {written}\n");
        let read = text::<Sample>("data/essai.yaml", &yaml.as_str().into(), &mut diagnostics);
        assert!(read.content.is_some_and(|sample| sample.number.is_some()), "{written}");
        let codes: Vec<&str> = diagnostics.sorted().iter().map(|found| found.code.0).collect();
        assert_eq!(codes, told, "{written}");
    }
}

#[test]
fn a_whole_number_has_neither_a_zero_at_its_head_nor_a_plus() {
    for (written, read) in [
        ("7", Some(7)),
        ("100", Some(100)),
        ("0", Some(0)),
        ("007", None),
        ("+7", None),
        ("101", None),
    ] {
        let mut diagnostics = Diagnostics::default();
        let yaml = format!("entier: {written}\n");
        let sample = text::<Sample>("data/essai.yaml", &yaml.as_str().into(), &mut diagnostics);
        assert_eq!(sample.content.and_then(|sample| sample.whole), read, "{written}");
        assert_eq!(diagnostics.sorted().len(), usize::from(read.is_none()), "{written}");
    }
}

#[test]
fn a_date_is_of_the_centuries_that_reports_have() {
    let read = |written: &str| {
        let mut diagnostics = Diagnostics::default();
        let place = Place::line("data/rapport.yaml", 1, 1);
        let shape = Shape::Scalar {
            text: written.to_owned(),
            quoted: false,
        };
        let found = Day::from_yaml(&Node { shape, place }, &mut diagnostics);
        (found.is_some(), diagnostics.sorted().first().map(|told| told.code.0))
    };
    for written in ["1900-01-01", "2200-12-31"] {
        assert_eq!(read(written), (true, None), "{written}");
    }
    for written in [
        "0000-01-01",
        "-0001-01-01",
        "1899-12-31",
        "2201-01-01",
        "9999-12-31",
        "2026-02-30",
    ] {
        assert_eq!(read(written), (false, Some("M027")), "{written}");
    }
}

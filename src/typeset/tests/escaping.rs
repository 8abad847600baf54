//! What a template prints is what Typst reads: literals are compared with values built without any literal.

use crate::render::literal;
use crate::typeset::fixture::{faults, page};
use minijinja::Value;
use proptest::prelude::*;

const HOSTILE: &[&str] = &[
    "",
    "#let x = 1",
    "$x^2$",
    "]",
    "[",
    "@cible",
    "\\",
    "\\\"",
    "// commentaire",
    "/* commentaire",
    "{{ valeur }}",
    "{% raw %}",
    "\"); #panic(\"",
    "\0",
    "\u{7}\u{1b}\r\n\t",
    "שלום \u{202e}inversé\u{202c}",
    "\u{feff}\u{e000}1:2\u{e001}\u{f0b7}",
    "<label> `raw` *gras* _it_ ~ -- ... 'a'",
    "e\u{301} 🎉 \u{1f468}\u{200d}\u{1f469} \u{10ffff}",
    "#(]}{",
];

/// A text built from its bytes: no quotation mark, no escape.
fn from_bytes(text: &str) -> String {
    let bytes: String = text.bytes().map(|byte| format!("{byte},")).collect();
    format!("str(bytes(({bytes})))")
}

fn assert_equal(pairs: &[(String, String)]) {
    let checks: String = pairs
        .iter()
        .map(|(literal, expected)| format!("#assert.eq({literal}, {expected})\n"))
        .collect();
    assert_eq!(faults(&page(&checks)), Vec::<String>::new());
}

#[test]
fn hostile_texts_are_read_back_whole() {
    let long = "é\"#[".repeat(75);
    let texts: Vec<&str> = HOSTILE.iter().copied().chain([long.as_str()]).collect();
    let pairs: Vec<_> = texts
        .iter()
        .map(|text| (literal::string(text), from_bytes(text)))
        .collect();
    assert_equal(&pairs);
    for text in texts {
        assert!(!literal::string(text).contains('\n'), "a literal stays on its line");
    }
}

#[test]
fn typst_itself_writes_the_same_literals() {
    // The `repr` of a text is its literal; written as a text, it must be the literal we write.
    let pairs: Vec<_> = HOSTILE
        .iter()
        .map(|text| {
            (
                format!("repr({})", from_bytes(text)),
                from_bytes(&literal::string(text)),
            )
        })
        .collect();
    assert_equal(&pairs);
}

#[test]
fn numbers_arrays_and_dictionaries_are_read_back_whole() {
    let written = |value: Value| literal::value(&value).unwrap();
    let integers = [0, -1, 42, i64::MAX, i64::MIN + 1];
    let mut pairs: Vec<_> = integers
        .iter()
        .map(|n| (written((*n).into()), format!("int(\"{n}\")")))
        .collect();
    pairs.push((written(i64::MIN.into()), format!("int(\"-{}\") - 1", i64::MAX)));
    for number in [
        0.0,
        -0.5,
        1.0,
        0.1 + 0.2,
        1e300,
        -1e-300,
        f64::MIN_POSITIVE,
        123_456_789.125,
    ] {
        pairs.push((written(number.into()), format!("float(\"{number:e}\")")));
        pairs.push((format!("type({})", written(number.into())), "float".to_owned()));
    }
    pairs.push((written(Value::from(())), "none".to_owned()));
    pairs.push((written(true.into()), "1 == 1".to_owned()));
    pairs.push((format!("{}.len()", written(Vec::<i64>::new().into())), "0".to_owned()));
    pairs.push((format!("{}.at(0)", written(vec!["]"].into())), from_bytes("]")));
    let dictionary = written(Value::from_pairs([("if", 1), ("a b\"", 2)]));
    pairs.push((format!("{dictionary}.at({})", from_bytes("if")), "1".to_owned()));
    let empty = written(Value::from_pairs(Vec::<(&str, i64)>::new()));
    pairs.push((format!("type({empty})"), "dictionary".to_owned()));
    assert_equal(&pairs);
}

#[test]
fn what_has_no_literal_is_refused() {
    for value in [
        f64::NAN.into(),
        f64::INFINITY.into(),
        Value::UNDEFINED,
        Value::from(u64::MAX),
        vec![f64::NAN].into(),
    ] {
        assert!(literal::value(&value).is_err(), "{value:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_number_are_read_back_whole(
        texts in prop::collection::vec(any::<String>(), 20),
        numbers in prop::collection::vec(any::<f64>().prop_filter("finite", |n| n.is_finite()), 20),
    ) {
        let mut pairs: Vec<_> = texts.iter().map(|text| (literal::string(text), from_bytes(text))).collect();
        pairs.extend(numbers.iter().map(|n| (literal::value(&(*n).into()).unwrap(), format!("float(\"{n:e}\")"))));
        assert_equal(&pairs);
    }
}

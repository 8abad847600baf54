//! What a gesture leaves of a text, letter by letter.

use super::*;

fn changed(text: &str, edits: &[Edit]) -> Option<String> {
    edited(&Arc::from("data/a.yaml"), text, edits)
}

fn set(keys: &[&str], value: &str) -> Edit {
    Edit::Set(keys.iter().map(|key| (*key).to_owned()).collect(), value.to_owned())
}

#[test]
fn a_scalar_takes_the_place_of_another_and_every_other_letter_stays() {
    let text = "# é\r\nédition: 2026  # l’année\r\nq: \"2026\"\r\nf: {a: 2026, b: '2026'}\r\n";
    let edits = [
        set(&["édition"], "2027"),
        set(&["q"], "2027"),
        set(&["f", "a"], "2027"),
        set(&["f", "b"], "2027"),
    ];
    assert_eq!(changed(text, &edits).unwrap(), text.replace("2026", "2027"));
}

#[test]
fn an_entry_goes_with_all_its_lines_and_the_remarks_of_the_next_one_stay() {
    let text = "c:\n  # un\n  a: 1\n  votes:\n    - {pour: 1}\n    # dedans\n    - {pour: 2}\n\n  # de b\n  b: 2\nd: 3";
    let gone = [
        Edit::Remove(path(["c", "a"]), None),
        Edit::Remove(path(["c", "votes"]), None),
    ];
    assert_eq!(changed(text, &gone).unwrap(), "c:\n  # un\n\n  # de b\n  b: 2\nd: 3");
    let all = [
        gone.to_vec(),
        vec![Edit::Remove(path(["c", "b"]), None), Edit::Remove(path(["d"]), None)],
    ]
    .concat();
    assert_eq!(changed(text, &all).unwrap(), "c:\n  # un\n\n  # de b\n");
    // At the same depth as its key.
    let text = "votes:\n- 1\n- 2\nb: 2\n";
    assert_eq!(changed(text, &[Edit::Remove(path(["votes"]), None)]).unwrap(), "b: 2\n");
}

#[test]
fn between_braces_an_entry_goes_with_its_comma() {
    let text = "c: {a: 1, b: \"2\", c: 3} # fin\n";
    let without = |keys: &[&str]| {
        let edits: Vec<Edit> = keys.iter().map(|key| Edit::Remove(path(["c", key]), None)).collect();
        changed(text, &edits).unwrap()
    };
    assert_eq!(without(&["a"]), "c: {b: \"2\", c: 3} # fin\n");
    assert_eq!(without(&["c"]), "c: {a: 1, b: \"2\"} # fin\n");
    assert_eq!(without(&["a", "b", "c"]), "c: {} # fin\n");
}

#[test]
fn an_entry_and_remarks_are_put_in_at_their_indent() {
    let text = "actions:\n  - etat: realisee\n    titre: >-\n      un\n      deux\n\n  - {id: b, etat: realisee}";
    let closed = |rank: &str, key: &str| Edit::Add(path(["actions", rank, key]), "archive", "oui".to_owned());
    assert_eq!(
        changed(text, &[closed("0", "titre"), closed("1", "etat")]).unwrap(),
        "actions:\n  - etat: realisee\n    titre: >-\n      un\n      deux\n    archive: oui\n\n  - {id: b, etat: realisee, archive: oui}"
    );
    let remarks = ["a: 1".to_owned(), "b: 2".to_owned()];
    let edits = [
        Edit::Remark(path(["c"]), remarks.to_vec()),
        Edit::Append("\n# Un mot.\nd: 4\n".to_owned()),
    ];
    assert_eq!(
        changed("c:", &edits).unwrap(),
        "c:\n  # a: 1\n  # b: 2\n\n# Un mot.\nd: 4\n"
    );
}

#[test]
fn a_layout_that_is_not_known_gives_no_text() {
    // A scalar on several lines, a key that is a question, a text with a fault, a key that is not there.
    assert_eq!(
        changed("{a: 1,\n b: [\n2]}\n", &[Edit::Remove(path(["b"]), None)]),
        None
    );
    assert_eq!(changed("a: |\n  1\n", &[set(&["a"], "2")]), None);
    assert_eq!(changed("a: [1\n", &[set(&["a"], "2")]), None);
    assert_eq!(changed("a: 1\n", &[set(&["b"], "2")]), None);
    assert_eq!(changed("a: 1\n", &[Edit::Append("a: 2\nb: [".to_owned())]), None);
}

//! The délibération of a whole `rapport.yaml`, read as `lib.rs` reads it.

use crate::config::{Deliberation, Options, read};
use crate::diagnostic::Diagnostics;
use jiff::civil::date;

const REPORT: &str = "\
collectivite: {nom: Collectivité exemple, type: metropole, siren: \"200040715\", population: 60000}
titre: Rapport
edition: 2026
exercice_budget: 2027
annee_donnees: 2025
date_document: 2026-11-20
calendrier: {presentation: 2026-12-18, envoi_convocation: 2026-12-04}
";

/// The délibération read from these keys, and what is told: code and line.
fn read_with(keys: &str) -> (Deliberation, Vec<(&'static str, String)>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data/rapport.yaml");
    fs_err::create_dir_all(path.parent().unwrap()).unwrap();
    fs_err::write(&path, format!("{REPORT}{keys}")).unwrap();
    let mut diagnostics = Diagnostics::default();
    let root = folder.path().to_path_buf();
    let project = read(&Options { root, edition: None }, &mut diagnostics)
        .unwrap()
        .unwrap();
    let told = diagnostics.sorted().into_iter();
    let told = told.filter(|found| found.code.0 != "M063" && found.code.0 != "M001");
    let told = told.map(|found| (found.code.0, found.place.as_ref().unwrap().to_string()));
    (project.settings.deliberation, told.collect())
}

#[test]
fn without_a_key_the_calendar_gives_the_dates() {
    let (deliberation, told) = read_with("");
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(deliberation.session, Some(date(2026, 12, 18)));
    assert_eq!(deliberation.convocation, Some(date(2026, 12, 4)));
    assert_eq!(deliberation.vote(), None);
}

#[test]
fn the_voting_members_are_the_present_and_the_represented() {
    let keys = "deliberation:\n  effectif: 60\n  presents: 50\n  pouvoirs: 6\n  absents: 4\n  votes:\n    - {groupe: A, pour: 40, contre: 0, abstentions: 6}\n    - {groupe: B, votants: 10, pour: 0, contre: 10, abstentions: 0}\n";
    let (deliberation, told) = read_with(keys);
    assert!(told.is_empty(), "{told:?}");
    let vote = deliberation.vote().unwrap();
    assert_eq!((vote.favour, vote.against, vote.abstentions), (40, 10, 6));
    // Abstentions are no expressed votes.
    assert_eq!(
        (vote.expressed(), vote.voting(), deliberation.voting),
        (50, 56, Some(56))
    );
}

#[test]
fn what_does_not_add_up_is_told_at_its_place() {
    let line = |number: u32, column: u32| format!("data/rapport.yaml:{number}:{column}");
    let told = |keys: &str| read_with(keys).1;
    assert_eq!(
        told("deliberation:\n  effectif: 60\n  presents: 50\n  pouvoirs: 6\n  absents: 10\n"),
        [("M054", line(9, 13))]
    );
    assert_eq!(
        told("deliberation:\n  presents: 50\n  pouvoirs: 6\n  votants: 57\n"),
        [("M054", line(11, 12))]
    );
    let votes = "  votes:\n    - {groupe: A, votants: 9, pour: 5, contre: 2, abstentions: 3}\n";
    assert_eq!(told(&format!("deliberation:\n{votes}")), [("M086", line(10, 28))]);
    let whole = format!("deliberation:\n  votants: 12\n{}", votes.replace("votants: 9, ", ""));
    assert_eq!(told(&whole), [("M086", line(11, 25))]);
}

#[test]
fn identifiers_and_dates_are_checked_together() {
    let told = |key: &str| {
        let found = read_with(&format!("deliberation:\n  {key}\n")).1;
        found.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    assert_eq!(told("siret: \"20004071500000\""), [] as [&str; 0]);
    assert_eq!(told("siret: \"2000407150000\""), ["M055"]);
    assert_eq!(told("siret: \"10004071500000\""), ["M055"]);
    for (code, right) in [
        ("7.1", true),
        ("7.10", true),
        ("71", false),
        ("7.100", false),
        ("7.", false),
    ] {
        let expected: &[&str] = if right { &[] } else { &["M056"] };
        assert_eq!(
            told(&format!("matiere: {{code: \"{code}\", nom: Finances}}")),
            expected,
            "{code}"
        );
    }
    assert_eq!(told("seance: 2026-12-19"), ["M053"]);
    let moved = read_with("deliberation: {commission: {nom: A, date: 2026-12-20}, seance: 2026-12-18}\n").1;
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!(told("commission: {nom: Ressources, date: 2026-12-20}"), ["M053"]);
    assert_eq!(told("prefecture: {id: a, date: 2026-12-01}"), ["M053"]);
    assert_eq!(told("url: www.exemple.fr"), ["M087"]);
}

//! What the next year changes in the files of a project, letter by letter.

use super::*;
use crate::model::ActionState;
use crate::model::fixture::action;
use jiff::civil::date;

const REPORT: &str = "\
# Le rapport.
collectivite: {nom: Exempleville, type: commune, siren: \"000000000\", population: 60000}
titre: Rapport
edition: 2026   # l’édition
exercice_budget: 2027
annee_donnees: 2025
date_document: \"2028-02-29\"
# Nos dates.
calendrier:
  nomenclature: M57
  # Le bureau l’a fixée.
  presentation: 2026-12-18
  # collecte: 2026-09-07
  # premiere_reunion_budget: 2027-02-05
deliberation:
  numero: \"12\"
  commission: {nom: Finances, date: 2026-12-11}
  effectif: 60
  votes:
    - {groupe: A, pour: 1, contre: 0, abstentions: 0}
  budget: {annee: 2027, nom: Budget principal}
# collecte: 2026-09-07
contact: Nous
";

fn renewed(report: &str, actions: &str, edition: i32) -> (Option<Renewal>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    fs_err::create_dir(folder.path().join("data")).unwrap();
    fs_err::write(folder.path().join(PATH), report).unwrap();
    fs_err::write(folder.path().join(ACTIONS), actions).unwrap();
    let mut settings = Settings::fixture();
    settings.document_date = date(2028, 2, 29);
    let action = |line: u32, file: &str| Action {
        place: Place::line(file, line, 5),
        title: format!("Plan {line}"),
        state: ActionState::Done,
        ..action("plan")
    };
    let (ours, theirs) = (action(2, ACTIONS), action(3, "data/actions.csv"));
    let asked = Renewing {
        settings: &settings,
        edition,
        calendar: vec![
            (CalendarStep::Collection, date(2027, 9, 6)),
            (CalendarStep::Presentation, date(2027, 12, 17)),
        ],
        closed: if actions.is_empty() { vec![&theirs] } else { vec![&ours] },
        carried: vec![CarriedText {
            name: "edito".to_owned(),
            fingerprint: "00ff".to_owned(),
        }],
    };
    let mut diagnostics = Diagnostics::default();
    let renewal = renew(folder.path(), &asked, &mut diagnostics).unwrap();
    let told = diagnostics
        .sorted()
        .iter()
        .map(|found| format!("{} {}", found.code, found.message))
        .collect();
    (renewal, told)
}

fn text(renewal: &Renewal, path: &str) -> String {
    String::from_utf8(renewal.changes.files[path].content.clone().unwrap().to_vec()).unwrap()
}

#[test]
fn the_years_move_on_the_past_session_goes_and_every_remark_stays() {
    let (renewal, told) = renewed(REPORT, "actions:\n  - id: plan\n    etat: realisee\n", 2027);
    assert_eq!(told, Vec::<String>::new());
    let renewal = renewal.unwrap();
    let expected = "\
# Le rapport.
collectivite: {nom: Exempleville, type: commune, siren: \"000000000\", population: 60000}
titre: Rapport
edition: 2027   # l’édition
exercice_budget: 2028
annee_donnees: 2026
date_document: \"2029-02-28\"
# Nos dates.
calendrier:
  # Dates proposées : retirez le croisillon (#) d’une date quand elle est décidée.
  nomenclature: M57
  # Le bureau l’a fixée.
  # presentation: 2027-12-17
  # collecte: 2027-09-06
  # premiere_reunion_budget: AAAA-MM-JJ
deliberation:
  commission: {nom: Finances}
  effectif: 60
  budget: {annee: 2028, nom: Budget principal}
# collecte: 2026-09-07
contact: Nous

textes_a_relire:
  # Repris de l’édition 2026. Un texte que vous modifiez n’est plus à relire ; s’il convient tel quel, retirez sa ligne.
  - {texte: edito, empreinte: \"00ff\"}
";
    assert_eq!(text(&renewal, PATH), expected);
    assert_eq!(
        text(&renewal, ACTIONS),
        "actions:\n  - id: plan\n    etat: realisee\n    archive: true\n"
    );
    assert_eq!((renewal.closed.len(), renewal.left.len()), (1, 0));
}

#[test]
fn a_calendar_that_is_not_written_is_proposed_and_one_between_braces_is_emptied() {
    let short = "edition: 2026\nexercice_budget: 2027\nannee_donnees: 2025\ndate_document: 2026-11-20\n";
    let proposals = "  # Dates proposées : retirez le croisillon (#) d’une date quand elle est décidée.\n  # collecte: 2027-09-06\n  # presentation: 2027-12-17\n";
    let (renewal, _) = renewed(short, "", 2027);
    let renewal = renewal.unwrap();
    assert!(text(&renewal, PATH).contains(&format!("\ncalendrier:\n{proposals}")));
    // The actions of a table are left to their author.
    assert_eq!(renewal.left.len(), 1);
    assert!(!renewal.changes.files.contains_key(ACTIONS));
    let braces = format!("{short}calendrier: {{nomenclature: M57, collecte: 2026-09-07}}\n");
    let (renewal, _) = renewed(&braces, "", 2027);
    let written = text(&renewal.unwrap(), PATH);
    assert!(
        written.contains(&format!("calendrier: {{nomenclature: M57}}\n{proposals}")),
        "{written}"
    );
}

#[test]
fn a_second_year_leaves_one_list_of_texts_and_one_notice() {
    let (renewal, _) = renewed(REPORT, "", 2027);
    let (renewal, _) = renewed(&text(&renewal.unwrap(), PATH), "", 2027);
    let written = text(&renewal.unwrap(), PATH);
    assert_eq!(written.matches("textes_a_relire:").count(), 1, "{written}");
    assert_eq!(written.matches("Dates proposées").count(), 1, "{written}");
    assert_eq!(written.matches("Repris de").count(), 1, "{written}");
}

#[test]
fn an_edition_that_does_not_follow_and_a_file_without_lines_are_refused() {
    for edition in [2025, 2026] {
        let (renewal, told) = renewed(REPORT, "", edition);
        assert!(renewal.is_none() && told[0].starts_with("M093"), "{told:?}");
    }
    let braces = "{edition: 2026, exercice_budget: 2027, annee_donnees: 2025, date_document: 2026-11-20}\n";
    let (renewal, told) = renewed(braces, "", 2027);
    assert!(renewal.is_none() && told[0].starts_with("M093"), "{told:?}");
}

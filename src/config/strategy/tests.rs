//! The strategy as its author writes it, one fault at a time.

use super::*;
use crate::config::actions;
use crate::config::finality::FinalityTexts;
use crate::config::raw::ActionsFile;
use crate::model::{ActionState, Moment, Money, Names, Perimeter};
use std::sync::Arc;

const SOUND: &str = r#"
etapes:
  - {etape: programme-de-travail, prevue: 2023-01, realisee: 2023-02-03, deliberation: délibération n° 8}
objectifs:
  - id: duree-de-vie
    titre: Allonger la durée de vie du matériel
    theme: 2
    perimetre: [territoire, collectivite]
    question: transition
    priorite: 4
    indicateurs: [portables]
    mesures:
      - {titre: Réparer avant d’acheter, etat: en-cours, avancement: 40, pilote: DSI, partenaires: [Une ressourcerie]}
      - {action: reemploi}
    moyens: {credits: [{annee: 2027, montant: "12 500,50", objet: Réparation}], etp: "0,5"}
sans_objet:
  - {theme: 4, perimetre: territoire, raison: Ce thème vise les élus et les agents.}
"#;

fn read(text: &str) -> (Strategy, Vec<(String, String)>) {
    let mut diagnostics = Diagnostics::default();
    let reading = crate::form::reading::text::<StrategyFile>(PATH, &Arc::from(text), &mut diagnostics);
    let id = |name: &str| Identifier::parse(name).unwrap();
    let actions = "actions: [{id: reemploi, titre: Acheter le réemploi, volet: interne, etat: prevue}]";
    let action =
        crate::form::reading::text::<ActionsFile>("data/actions.yaml", &Arc::from(actions), &mut diagnostics).content;
    let action = action.unwrap().actions.remove(0);
    let (names, none) = (FinalityTexts::default(), Names::default());
    let action = actions::action(action, &names, &none, &mut Known::new(), &mut diagnostics).unwrap();
    let catalogue = Names::default().and(&[id("portables")]);
    let written_actions = Names::default().and(&[id("reemploi")]);
    let around = Surroundings {
        catalogue: &catalogue,
        actions: BTreeMap::from([(&action.id, &action)]),
        written_actions: &written_actions,
    };
    let strategy = strategy(reading.content.unwrap(), &around, &mut diagnostics);
    let told = diagnostics.sorted();
    let told = told
        .iter()
        .map(|found| (found.code.to_string(), format!("{} {}", found.message, found.help)));
    (strategy, told.collect())
}

fn fault(from: &str, to: &str) -> (String, String) {
    assert!(SOUND.contains(from), "{from}");
    let (_, told) = read(&SOUND.replacen(from, to, 1));
    assert_eq!(told.len(), 1, "{told:?}");
    told.into_iter().next().unwrap()
}

#[test]
fn what_is_written_is_read() {
    let (strategy, told) = read(SOUND);
    assert!(told.is_empty(), "{told:?}");
    let step = &strategy.steps[0];
    assert_eq!(step.title, "Programme de travail");
    assert_eq!(
        step.planned.as_ref().unwrap().value,
        Moment::Month(jiff::civil::date(2023, 1, 1))
    );
    let objective = &strategy.objectives[0];
    assert_eq!(objective.perimeters, [Perimeter::Collectivite, Perimeter::Territory]);
    assert_eq!(objective.means.credits[0].amount, Money::from_cents(1_250_050));
    assert_eq!(objective.means.staff, Some(0.5));
    assert_eq!(objective.measures[1].title, "Acheter le réemploi");
    assert_eq!(objective.measures[1].state, ActionState::Planned);
}

#[test]
fn each_fault_has_its_code_and_costs_no_other() {
    for (from, to, code) in [
        ("[portables]", "[portable]", "M070"),
        ("action: reemploi", "action: reemplois", "M032"),
        ("avancement: 40", "avancement: 140", "M072"),
        ("2023-01,", "fin 2023,", "M034"),
        ("\"12 500,50\"", "douze", "M035"),
        ("\"12 500,50\"", "-5", "M035"),
        ("\"12 500,50\"", "12.500", "M242"),
        ("etp: \"0,5\"", "etp: -1", "M036"),
        ("etat: en-cours, ", "", "M037"),
        (
            "{theme: 4, perimetre: territoire",
            "{theme: 2, perimetre: territoire",
            "M039",
        ),
        ("perimetre: [territoire, collectivite]", "perimetre: []", "M022"),
        ("priorite: 4", "priorite: 6", "M025"),
        ("question: transition", "question: transitoire", "M030"),
    ] {
        let (found, message) = fault(from, to);
        assert_eq!(found, code, "{message}");
    }
}

#[test]
fn an_amount_may_name_its_unit() {
    for written in ["12 500,50 €", "12 500,50 euros", "12500,5"] {
        let (strategy, told) = read(&SOUND.replace("12 500,50", written));
        assert!(told.is_empty(), "{told:?}");
        assert_eq!(
            strategy.objectives[0].means.credits[0].amount,
            Money::from_cents(1_250_050)
        );
    }
}

#[test]
fn a_slip_of_the_hand_is_given_its_nearest() {
    assert!(fault("[portables]", "[portable]").1.contains("portables"));
    assert!(fault("action: reemploi", "action: reemplois").1.contains("reemploi »"));
    assert!(fault("mesures:", "mesure:").1.contains("mesures »"));
}

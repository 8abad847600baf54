//! Words of closed lists, as people write them.

use super::*;
use crate::diagnostic::{Diagnostic, Place};

fn read<V: Vocabulary>(text: &str) -> (Option<V>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let shape = crate::form::document::Shape::Scalar {
        text: text.to_owned(),
        quoted: false,
    };
    let node = Node {
        shape,
        place: Place::line("data/a.yaml", 1, 1),
    };
    let word = Word::<V>::from_yaml(&node, &mut diagnostics);
    (word, diagnostics.sorted().into_iter().cloned().collect())
}

#[test]
fn accents_and_case_do_not_matter() {
    assert_eq!(read::<Nature>("Réalisation").0, Some(Nature::Achievement));
    assert_eq!(read::<ActionState>("en cours").0, Some(ActionState::Ongoing));
    assert_eq!(
        read::<CommunityType>("Communauté d’agglomération").0,
        Some(CommunityType::CommunauteAgglomeration)
    );
}

#[test]
fn a_word_is_read_whatever_leads_to_it_and_agrees_with_it() {
    assert_eq!(read::<Direction>("à la baisse").0, Some(Direction::Decrease));
    assert_eq!(read::<Direction>("En hausse").0, Some(Direction::Increase));
    for text in ["Terminé", "réalisés", "4 - Réalisée", "Achevée"] {
        assert_eq!(read::<ActionState>(text).0, Some(ActionState::Done), "{text}");
    }
    assert_eq!(read::<ActionState>("Prévu").0, Some(ActionState::Planned));
    for text in ["I", "Section d’investissement", "Inv."] {
        assert_eq!(read::<BudgetSection>(text).0, Some(BudgetSection::Investment), "{text}");
    }
    assert_eq!(read::<BudgetDirection>("Dépenses").0, Some(BudgetDirection::Expense));
    for text in ["", "à la", "1", "abandonnée", "hausse et baisse"] {
        assert_eq!(
            (read::<ActionState>(text).0, read::<Direction>(text).0),
            (None, None),
            "{text}"
        );
    }
}

#[test]
fn no_two_values_of_a_list_are_one_word() {
    fn check<V: Vocabulary + PartialEq>() {
        for (value, words) in V::words() {
            for text in words {
                assert!(word::<V>(text) == Some(value), "{} {text}", V::WHAT);
            }
        }
        for (text, value) in V::OTHERS {
            assert!(word::<V>(text) == Some(*value), "{} {text}", V::WHAT);
        }
    }
    check::<ActionState>();
    check::<Aggregation>();
    check::<BudgetDirection>();
    check::<BudgetSection>();
    check::<BudgetStep>();
    check::<CalendarStep>();
    check::<ChartKind>();
    check::<CommunityType>();
    check::<Direction>();
    check::<Effect>();
    check::<FactorItem>();
    check::<FleetMeasure>();
    check::<Method>();
    check::<Nature>();
    check::<ObservationStatus>();
    check::<Perimeter>();
    check::<Scope>();
    check::<StepKind>();
}

#[test]
fn the_words_of_budgets_are_read_as_they_are_seen_printed() {
    assert_eq!(read::<BudgetStep>("Compte administratif").0, Some(BudgetStep::Accounts));
    assert_eq!(read::<BudgetDirection>("Recettes").0, Some(BudgetDirection::Revenue));
    for text in ["Section d’investissement", "Section d'investissement", "INV"] {
        assert_eq!(read::<BudgetSection>(text).0, Some(BudgetSection::Investment), "{text}");
    }
    assert_eq!(read::<BudgetSection>("section").0, None);
}

#[test]
fn effects_are_signs_or_words() {
    assert_eq!(read::<Effect>("-").0, Some(Effect::Negative));
    assert_eq!(read::<Effect>("défavorable").0, Some(Effect::Negative));
    assert_eq!(read::<Effect>("0").0, Some(Effect::Neutral));
}

#[test]
fn an_unknown_word_is_given_its_nearest_and_the_list() {
    let (word, found) = read::<Direction>("bais");
    assert_eq!(word, None);
    assert!(
        found[0].help.starts_with("Vouliez-vous dire «\u{A0}baisse\u{A0}»"),
        "{}",
        found[0].help
    );
    assert!(found[0].help.contains("hausse, baisse, maintien, suivi"));
}

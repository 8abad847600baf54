//! Charts of aggregates, kept as text like those of indicators.

use super::reading::{check, kept};
use crate::chart::{figure, house::House};
use crate::model::{Category, ChartKind, Drawing, Finality, Money};

fn drawing(name: &str, kind: ChartKind, categories: &[&str]) -> Drawing {
    let category = |name: &&str| Category {
        name: (*name).to_owned(),
        provisional: name.contains("proposé"),
        example: true,
    };
    let categories = categories.iter().map(category).collect();
    let title = "Crédits des actions".to_owned();
    Drawing {
        notes: vec!["Montants d’exemple.".to_owned()],
        ..Drawing::over_categories(name.to_owned(), title, kind, "Exercice", categories)
    }
}

fn money(euros: &[Option<i128>]) -> Vec<Option<Money>> {
    euros
        .iter()
        .map(|euros| euros.map(|euros| Money::from_cents(euros * 100)))
        .collect()
}

fn finalities() -> Vec<(String, Option<Finality>, Vec<Option<Money>>)> {
    let amounts: [[Option<i128>; 4]; 5] = [
        [Some(812_000), Some(901_500), Some(1_240_000), Some(1_500_000)],
        [Some(120_000), Some(98_000), None, Some(140_000)],
        [Some(310_000), Some(305_000), Some(322_000), Some(330_000)],
        [Some(45_000), Some(51_000), Some(49_000), Some(20_000)],
        [None, Some(210_000), Some(260_000), Some(268_000)],
    ];
    let names = [
        "Climat",
        "Biodiversité",
        "Cohésion",
        "Épanouissement",
        "Économie circulaire",
    ];
    let series = names.iter().zip(Finality::ALL).zip(amounts);
    series
        .map(|((name, finality), amounts)| ((*name).to_owned(), Some(finality), money(&amounts)))
        .collect()
}

fn album() -> Vec<Drawing> {
    let years = ["2023", "2024", "2025", "2027 proposé"];
    let long = [
        "Ordinateurs portables et écrans",
        "Serveurs",
        "Réseau et téléphonie, y compris les salles de réunion",
        "Non renseigné",
    ];
    let parts = vec![
        (
            "Fabrication".to_owned(),
            None,
            money(&[Some(4_100), Some(900), Some(1_250), None]),
        ),
        (
            "Usage".to_owned(),
            None,
            money(&[Some(600), Some(2_100), Some(310), None]),
        ),
    ];
    let alone = vec![(
        "Coût".to_owned(),
        None,
        money(&[Some(4_100), Some(900), Some(-1_250), None]),
    )];
    vec![
        drawing("agregat_colonnes", ChartKind::StackedBars, &years).with_amounts(finalities()),
        drawing("agregat_lignes", ChartKind::Bars, &long).with_amounts(parts),
        drawing("agregat_barres", ChartKind::Bars, &long).with_amounts(alone),
        drawing("agregat_cascade", ChartKind::Waterfall, &years).with_amounts(finalities()),
        drawing("agregat_matrice", ChartKind::Matrix, &years).with_amounts(finalities()),
    ]
}

#[test]
fn every_aggregate_is_drawn_as_it_was_and_its_texts_stay_apart() {
    for drawing in album() {
        let name = drawing.name.clone();
        insta::assert_snapshot!(name, kept(&figure(drawing, &House::new()).unwrap()));
    }
}

#[test]
fn long_names_beside_columns_take_two_lines_only_while_all_hold() {
    for count in [3_i128, 7, 9, 12] {
        let part = |rank: i128| {
            let name = format!("Messagerie et bureautique en ligne, lot {rank}");
            (name, None, money(&[Some(90 + rank), Some(90 + rank)]))
        };
        let parts = (0..count).map(part).collect();
        let drawing = drawing("agregat_noms", ChartKind::StackedBars, &["2024", "2025"]).with_amounts(parts);
        let figure = figure(drawing, &House::new()).unwrap();
        let seen = check(&figure.svg);
        let second_lines = seen.texts.iter().filter(|text| text.text.starts_with("bureautique"));
        let lines = usize::try_from(count).unwrap();
        assert!((1..=lines).contains(&second_lines.count()), "{count} names");
    }
}

#[test]
fn an_aggregate_without_a_value_is_not_drawn() {
    let mut empty = drawing("agregat_vide", ChartKind::StackedBars, &["2024", "2025"]);
    empty = empty.with_amounts(vec![("a".to_owned(), None, vec![None, None])]);
    assert_eq!(figure(empty, &House::new()), None);
}

//! Drawings kept as text: alternative text, table, and a hash of the SVG, whose geometry is checked.

use super::fixture::*;
use super::reading::{kept, read};
use crate::assess::Finding;
use crate::chart::{house::House, sparkline};
use crate::model::ChartKind;
use crate::model::ObservationStatus::{Break, Estimated, Example, Provisional};

pub fn album() -> Vec<(&'static str, Finding)> {
    let mut all = Vec::new();
    let mut f = finding("Consommation d’électricité du territoire");
    f.headline = series(
        2012,
        &[
            2400.0, 2390.0, 2350.0, 2361.0, 2340.0, 2300.0, 2310.0, 2280.0, 2150.0, 2230.0, 2190.0, 2210.0,
        ],
    );
    mark(&mut f.headline, &[2022, 2023], Provisional);
    towards(&mut f, (2012, 2400.0), (2030, 2000.0));
    f.indicator.precision = 0;
    all.push(("ligne-cible", f));

    let mut f = finding("Part des achats de réemploi");
    f.indicator.unit = "%".to_owned();
    f.indicator.finality = crate::model::Finality::CircularEconomy;
    f.headline = series(2019, &[12.0, 14.5, f64::NAN, 17.0, 22.0, 21.0, 25.4]);
    mark(&mut f.headline, &[2019, 2020, 2022, 2023, 2024, 2025], Example);
    mark(&mut f.headline, &[2025], Estimated);
    towards(&mut f, (2019, 12.0), (2030, 30.0));
    all.push(("ligne-exemple", f));

    let mut f = finding("Dioxyde d’azote");
    f.indicator.unit = "µg/m³".to_owned();
    f.indicator.finality = crate::model::Finality::Fulfilment;
    f.headline = series(
        2011,
        &[
            46.0, 44.0, 45.0, 41.0, 38.0, 39.0, 35.0, 33.0, 31.0, 24.0, 25.0, 23.0, 21.0, 20.4,
        ],
    );
    mark(&mut f.headline, &[2017], Break);
    limit(&mut f, 40.0);
    all.push(("ligne-rupture-limite", f));

    let mut f = finding("Taux de satisfaction");
    f.indicator.unit = "%".to_owned();
    f.indicator.finality = crate::model::Finality::Cohesion;
    f.headline = series(2018, &[95.1, 95.4, 94.8, 95.9, 96.2, 96.4, 96.0]);
    all.push(("ligne-tronquee", f));

    let mut f = finding("Émissions");
    f.indicator.unit = "tCO₂e".to_owned();
    f.indicator.finality = crate::model::Finality::Biodiversity;
    f.headline = series(2025, &[845.6]);
    towards(&mut f, (2025, 845.6), (2030, 620.0));
    all.push(("ligne-un-point", f));

    let mut f = finding("Solde");
    f.indicator.unit = "habitants".to_owned();
    f.indicator.precision = 0;
    f.headline = series(
        1966,
        &(0..60)
            .map(|i| (f64::from(i) / 4.0).sin() * 2400.0 - 300.0)
            .collect::<Vec<_>>(),
    );
    all.push(("ligne-soixante", f));
    let sectors: [(&str, &[f64]); 5] = [
        ("résidentiel", &[980.0, 975.0, 990.0, 960.0, 940.0, 950.0]),
        ("tertiaire", &[820.0, 830.0, 812.0, 760.0, 790.0, 785.0]),
        ("industrie", &[540.0, 520.0, 515.0, 470.0, 480.0, 455.0]),
        ("agriculture", &[12.0, 12.4, 11.8, 12.2, 11.9, 11.5]),
        (
            "secteur inconnu ou non ventilé faute de renseignement",
            &[31.0, 30.0, 28.0, 29.0, 26.0, 25.0],
        ),
    ];
    let mut f = finding("Consommation d’électricité par secteur");
    f.indicator.precision = 0;
    split(&mut f, Some(ChartKind::StackedBars), 2018, &sectors);
    for part in &mut f.breakdowns {
        mark(&mut part.series, &[2023], Provisional);
        mark(&mut part.series, &[2019], Example);
    }
    all.push(("empilees", f.clone()));
    f.indicator.chart = Some(ChartKind::Bars);
    all.push(("barres", f.clone()));
    f.indicator.chart = Some(ChartKind::SmallMultiples);
    all.push(("multiples-cinq", f));

    let names: Vec<String> = (1..=49).map(|rank| format!("Commune d’exemple {rank}")).collect();
    let values: Vec<Vec<f64>> = (0..49)
        .map(|rank| {
            (0..9)
                .map(|year| 40.0 + f64::from(rank) * 3.0 - f64::from(year * (rank % 7)))
                .collect()
        })
        .collect();
    let communes: Vec<(&str, &[f64])> = names
        .iter()
        .map(String::as_str)
        .zip(values.iter().map(Vec::as_slice))
        .collect();
    let mut f = finding("Consommation par commune");
    f.indicator.finality = crate::model::Finality::CircularEconomy;
    f.indicator.precision = 0;
    split(&mut f, None, 2015, &communes);
    all.push(("multiples-49", f.clone()));
    f.indicator.chart = Some(ChartKind::Bars);
    all.push(("barres-49", f));

    let mut f = finding("Écart de consommation entre communes");
    f.indicator.finality = crate::model::Finality::Fulfilment;
    split(&mut f, Some(ChartKind::Matrix), 2015, &communes[..14]);
    f.indicator.precision = 0;
    f.breakdowns[3].series.points[4].value = crate::model::Value::Missing;
    mark(&mut f.breakdowns[5].series, &[2023], Provisional);
    mark(&mut f.breakdowns[6].series, &[2022], Example);
    all.push(("matrice", f));

    let mut f = finding("Consommation d’énergie des bâtiments");
    f.indicator.precision = 0;
    f.headline = series(2018, &[2383.0, 2370.0, 2340.0, 2231.0, 2250.0, 2190.0]);
    split(&mut f, Some(ChartKind::Waterfall), 2018, &sectors);
    towards(&mut f, (2018, 2383.0), (2030, 1800.0));
    mark(&mut f.breakdowns[3].series, &[2023], Provisional);
    all.push(("cascade", f.clone()));
    f.indicator.chart = Some(ChartKind::Slope);
    all.push(("pente-parts", f.clone()));
    f.breakdowns.clear();
    all.push(("pente", f.clone()));
    f.indicator.chart = Some(ChartKind::Bullet);
    all.push(("barre-cible", f));

    let mut f = finding("Énergie par composante");
    f.indicator.unit = "MWh".to_owned();
    f.indicator.precision = 0;
    f.headline = series(2021, &[620.0, 540.0, 495.0]);
    let few: [(&str, &[f64]); 3] = [
        ("gaz", &[320.0, 260.0, 190.0]),
        ("électricité", &[240.0, 222.0, 214.0]),
        ("chaleur en réseau", &[60.0, 58.0, 85.0]),
    ];
    split(&mut f, Some(ChartKind::Waterfall), 2021, &few);
    all.push(("cascade-zero", f));

    let mut f = finding("Solde naturel");
    f.indicator.chart = Some(ChartKind::Bars);
    f.indicator.unit = "habitants".to_owned();
    f.indicator.precision = 0;
    f.indicator.finality = crate::model::Finality::Cohesion;
    f.headline = series(
        2016,
        &[320.0, 210.0, 140.0, -80.0, f64::NAN, -210.0, -150.0, 40.0, 65.0],
    );
    mark(&mut f.headline, &[2023], Example);
    mark(&mut f.headline, &[2024], Estimated);
    towards(&mut f, (2016, 320.0), (2030, 200.0));
    all.push(("colonnes", f));
    all
}

#[test]
fn every_picture_of_the_album_is_drawn_as_it_was() {
    for (name, finding) in album() {
        insta::assert_snapshot!(name, kept(&drawn(&finding).unwrap()));
    }
}

#[test]
fn what_a_drawing_leaves_out_is_told() {
    let mut finding = finding("Jalons");
    finding.headline = series(2018, &[100.0, 96.0, 91.0]);
    towards(&mut finding, (2018, 100.0), (2030, 60.0));
    let milestone = crate::model::Target {
        year: 2025,
        value: 80.0,
        ..finding.indicator.targets[0].clone()
    };
    finding.indicator.targets.insert(0, milestone);
    let told = drawn(&finding).unwrap().alternative;
    assert!(told.contains("autre cible\u{a0}: 80,0\u{a0}GWh en 2025"), "{told}");

    split(
        &mut finding,
        Some(ChartKind::SmallMultiples),
        2018,
        &[("gaz", &[3.0, 4.0, 5.0]), ("fioul", &[1.0, 2.0, 2.0])],
    );
    mark(&mut finding.breakdowns[0].series, &[2020], Break);
    let told = drawn(&finding).unwrap().alternative;
    assert!(
        told.contains("Série interrompue pour fioul\u{202f}; rupture de série en 2020"),
        "{told}"
    );
}

#[test]
fn a_sparkline_needs_two_years_and_holds_no_text() {
    let house = House::new();
    let mut one = finding("Une seule valeur");
    one.headline = series(2025, &[3.0]);
    assert_eq!(sparkline(&one.drawing(), &house), None);
    one.headline = series(2024, &[3.0, 3.0]);
    assert!(!sparkline(&one.drawing(), &house).unwrap().contains("<text"));
}

#[test]
fn a_stack_that_lacks_a_part_says_no_total() {
    let said = |last: f64, total: &str| {
        let mut stacked = finding("Déchets");
        let parts: [(&str, &[f64]); 2] = [("papier", &[10.0, 21.0]), ("verre", &[7.0, last])];
        split(&mut stacked, Some(ChartKind::StackedBars), 2024, &parts);
        let figure = drawn(&stacked).unwrap();
        read(&figure.svg).texts.iter().any(|text| text.text.starts_with(total))
    };
    assert!(said(6.0, "27"));
    assert!(!said(f64::NAN, "21"));
}

#[test]
fn what_a_whole_has_and_no_part_shows_is_drawn_open_and_told() {
    let mut stacked = finding("Déchets");
    stacked.indicator.aggregation = crate::model::Aggregation::Sum;
    let parts: [(&str, &[f64]); 2] = [("papier", &[10.0, 21.0]), ("verre", &[7.0, f64::NAN])];
    split(&mut stacked, Some(ChartKind::StackedBars), 2024, &parts);
    stacked.headline = series(2024, &[17.0, 30.0]);
    let figure = drawn(&stacked).unwrap();
    let texts: Vec<String> = read(&figure.svg).texts.into_iter().map(|text| text.text).collect();
    assert!(texts.iter().any(|text| text == "non détaillé"), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("30")), "{texts:?}");
    assert!(
        figure.alternative.contains("de 2025 ne sont pas détaillés"),
        "{}",
        figure.alternative
    );
    // Nothing is open where the parts make the whole.
    stacked.headline = series(2024, &[17.0]);
    let figure = drawn(&stacked).unwrap();
    assert!(!figure.alternative.contains("détaillé"), "{}", figure.alternative);
}

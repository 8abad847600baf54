//! Facts about maps that could be false, on squares and on a ragged ground.

use super::borders::simplified;
use super::ground::lay_out;
use super::hatching::hatches;
use super::shape::Shape;
use super::{MapStory, classes::classes};
use crate::chart::scale::{Ground, Scale};
use crate::chart::tests::fixture::{finding, series, split};
use crate::model::{Area, ChartKind, ClassRule, Coordinates, Polygon, Territory};

/// Squares of a degree in a row of five: `A`, `B`…
pub fn squares(count: u8, coordinates: Coordinates) -> Territory {
    let area = |rank: u8| {
        let (x, y) = (f64::from(rank % 5), 45.0 - f64::from(rank / 5));
        let name = char::from(b'A' + rank).to_string();
        Area {
            key: name.clone(),
            name: format!("Commune {name}"),
            polygons: vec![Polygon {
                outline: vec![[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0]],
                holes: Vec::new(),
            }],
        }
    };
    Territory {
        areas: (0..count).map(area).collect(),
        coordinates,
        classes: ClassRule::Quantiles,
    }
}

fn cut(values: &[f64], rule: ClassRule) -> Vec<String> {
    let scale = Scale::new(values, Ground::UnlessFlat, 5, 1);
    let classes = classes(values, rule, &scale);
    for rank in 0..classes.count() {
        assert!(
            values.iter().any(|value| classes.rank(*value) == rank),
            "class {rank} is empty"
        );
    }
    (0..classes.count()).map(|rank| classes.words(rank)).collect()
}

#[test]
fn classes_are_five_at_most_round_and_never_empty() {
    let values: Vec<f64> = (0..49).map(|rank| f64::from(rank * rank) / 7.0).collect();
    let words = cut(&values, ClassRule::Quantiles);
    assert_eq!(
        words,
        [
            "moins de 10",
            "de 10 à moins de 50",
            "de 50 à moins de 120",
            "de 120 à moins de 220",
            "220 et plus"
        ]
    );
    let words = cut(&values, ClassRule::Equal);
    assert_eq!(
        words,
        [
            "moins de 100",
            "de 100 à moins de 200",
            "de 200 à moins de 300",
            "300 et plus"
        ]
    );
    assert_eq!(cut(&[0.1, 0.2, 0.31], ClassRule::Equal).len(), 5 - 2);
    for rule in [ClassRule::Quantiles, ClassRule::Equal] {
        assert_eq!(cut(&[7.0; 9], rule), ["toutes les valeurs"]);
        assert_eq!(cut(&[7.0], rule), ["toutes les valeurs"]);
        assert!(cut(&[-3.0, -2.0, 4.0, 1e6], rule).len() > 1);
    }
}

#[test]
fn degrees_are_shrunk_by_the_middle_latitude_and_metres_are_not() {
    let (shapes, size) = lay_out(&squares(5, Coordinates::Degrees), (10_000, 10_000));
    assert_eq!(size.0, 10_000);
    let expected = 10_000.0 / 5.0 / 45.5_f64.to_radians().cos();
    assert!((f64::from(size.1) - expected).abs() < 2.0, "{size:?}");
    assert_eq!(shapes.len(), 5);
    let (_, size) = lay_out(&squares(5, Coordinates::Metres), (10_000, 10_000));
    assert_eq!(size, (10_000, 2_000));
}

#[test]
fn two_neighbours_keep_one_border_whatever_is_left_out() {
    // A ragged border between two communes, read in opposite directions, from different starts.
    let ragged: Vec<(i32, i32)> = (0..=400).map(|step| (1_000 + (step * 37 % 9) - 4, step * 10)).collect();
    let mut west = vec![(0, 0)];
    west.extend(&ragged);
    west.push((0, 4_000));
    let mut east: Vec<(i32, i32)> = ragged.iter().rev().copied().collect();
    east.extend([(2_000, 0), (2_000, 4_000)]);
    east.rotate_left(150);
    let simple = simplified(&[west.clone(), east]);
    assert!(simple[0].len() < 20, "{} spots", simple[0].len());
    let surface = |outline: &Vec<(i32, i32)>| Shape::of(outline.clone()).extent();
    assert_eq!(surface(&simple[0]) + surface(&simple[1]), 2_000 * 4_000);
    assert!((surface(&simple[0]) - surface(&west)).abs() < 40_000);
}

#[test]
fn strokes_stay_inside_and_out_of_holes() {
    let shape = Shape {
        area: 0,
        outline: vec![(0, 0), (1_000, 0), (1_000, 1_000), (0, 1_000)],
        holes: vec![vec![(300, 300), (700, 300), (700, 700), (300, 700)]],
    };
    let strokes = hatches(&shape, 100);
    assert!(strokes.len() > 15, "{}", strokes.len());
    for (from, to) in strokes {
        let middle = (i32::midpoint(from.0, to.0), i32::midpoint(from.1, to.1));
        let inside = |low: i32, high: i32| middle.0 > low && middle.0 < high && middle.1 > low && middle.1 < high;
        assert!(inside(-2, 1_002) && !inside(310, 690), "{from:?} {to:?}");
    }
}

#[test]
fn the_last_year_is_drawn_and_what_lacks_is_counted() {
    let mut found = finding("Part du vélo");
    let values: [(&str, &[f64]); 3] = [("A", &[1.0, 2.0]), ("commune b", &[3.0]), ("C", &[5.0, f64::NAN])];
    split(&mut found, Some(ChartKind::Map), 2023, &values);
    found.headline = series(2023, &[]);
    let story = MapStory::of(&found.drawing(), &squares(4, Coordinates::Degrees)).unwrap();
    assert_eq!((story.year, story.values.len(), story.absent), (2024, 1, 3));
    assert_eq!(story.groups().omitted, "valeur non disponible pour 3\u{a0}secteurs");
}

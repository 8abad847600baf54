//! What is told of the values of categories, which have no course: the last one, the largest, the extremes.

use super::phrase::{TOLD, list, quantity, ranked};
use crate::model::Drawing;

/// The parts of the last category that has a value, and its total against the first.
pub(super) fn last_category(drawing: &Drawing) -> String {
    let totals = totals(drawing);
    let (Some((first, before)), Some((last, after))) = (totals.first(), totals.last()) else {
        return String::new();
    };
    let values = drawing
        .series
        .iter()
        .flat_map(|series| series.numbers().map(move |value| (value, &series.name)));
    let of_last = values.filter(|((at, _), _)| at == last);
    let parts = ranked(of_last.map(|((_, value), name)| (value, name.clone())));
    let say = |(value, name): &(f64, String)| format!("{name} ({})", quantity(drawing, *value));
    let told = list(&parts[..parts.len().min(TOLD)], say);
    let parts = match parts.len() {
        0 | 1 => String::new(),
        2..=TOLD => format!(" : {told}"),
        _ => format!(", dont surtout {told}"),
    };
    let named = |at: i32, total: f64| format!("Pour {} : {}", drawing.axis.name(at), quantity(drawing, total));
    let against = match totals.len() {
        1 => String::new(),
        _ => format!(" {}.", named(*first, *before)),
    };
    format!("{}{parts}.{against}", named(*last, *after))
}

/// The largest rows, and the smallest.
pub(super) fn largest_rows(drawing: &Drawing) -> String {
    let rows = totals(drawing).into_iter();
    let rows = ranked(rows.map(|(at, total)| (total, drawing.axis.name(at))));
    let say = |(total, name): &(f64, String)| format!("{name} ({})", quantity(drawing, *total));
    match rows.as_slice() {
        [] => String::new(),
        few if few.len() <= TOLD => format!("Du plus grand au plus petit : {}.", list(few, say)),
        [largest @ .., smallest] => format!(
            "Les plus grands sont {} ; le plus petit est {}.",
            list(&largest[..3], say),
            say(smallest)
        ),
    }
}

/// The largest and the smallest cells of a matrix.
pub(super) fn extreme_cells(drawing: &Drawing) -> String {
    let cells = drawing.series.iter().flat_map(|series| {
        let name = |at: i32| format!("{}, {}", series.name, drawing.axis.name(at));
        series.numbers().map(move |(at, value)| (value, name(at)))
    });
    let say = |(value, name): &(f64, String)| format!("{} ({name})", quantity(drawing, *value));
    match ranked(cells).as_slice() {
        [] => String::new(),
        [only] => format!("Une seule valeur : {}.", say(only)),
        [largest, .., smallest] => format!(
            "La plus grande valeur est {} ; la plus petite, {}.",
            say(largest),
            say(smallest)
        ),
    }
}

/// The place and the sum of each category that has a value.
fn totals(drawing: &Drawing) -> Vec<(i32, f64)> {
    let places = (0..).zip(drawing.axis.categories());
    places.filter_map(|(at, _)| Some((at, drawing.total(at)?))).collect()
}

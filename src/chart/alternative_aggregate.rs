//! The words of the chart of an aggregate: what it is, its last category, its change, its notes.

use super::alternative::{finish, sentence};
use super::cascade::Cascade;
use crate::french;
use crate::model::{Category, Drawing, DrawingKind};

/// Parts told one by one; beyond, the largest.
const TOLD: usize = 5;

/// One to three sentences made from the values, then the notes.
pub(super) fn tell(drawing: &Drawing, cascade: Option<&Cascade>) -> String {
    let body = match (cascade, drawing.kind) {
        (Some(cascade), _) => change(drawing, cascade),
        (None, DrawingKind::StackedBars | DrawingKind::Waterfall) => columns(drawing),
        (None, DrawingKind::Bars) => rows(drawing),
        (None, DrawingKind::Matrix) => extremes(drawing),
    };
    let notes = drawing.notes.iter().map(|note| sentence(note.trim_end_matches('.')));
    let mut sentences = vec![opening(drawing), body, sentence(&marks(drawing))];
    sentences.extend(notes);
    finish(sentences)
}

/// Kind, title, unit, categories.
fn opening(drawing: &Drawing) -> String {
    let single = drawing.series.len() == 1;
    let kind = match drawing.kind {
        DrawingKind::StackedBars | DrawingKind::Bars if single => "Barres",
        DrawingKind::StackedBars | DrawingKind::Bars => "Barres empilées",
        DrawingKind::Waterfall => "Cascade",
        DrawingKind::Matrix => "Matrice",
    };
    let unit = match drawing.unit.as_str() {
        "" => String::new(),
        unit => format!(", en {unit}"),
    };
    let names: Vec<String> = drawing
        .categories
        .iter()
        .map(|category| category.name.clone())
        .collect();
    let categories = match names.as_slice() {
        [] => String::new(),
        names if names.len() <= TOLD => format!(", {}", french::list(names)),
        names => format!(
            ", {} lignes, de « {} » à « {} »",
            names.len(),
            names[0],
            names[names.len() - 1]
        ),
    };
    format!("{kind} : « {} »{unit}{categories}.", drawing.title)
}

/// The parts of the last category that has a value, and its total against the first.
fn columns(drawing: &Drawing) -> String {
    let totals = totals(drawing);
    let (Some((_, first, before)), Some((rank, last, after))) = (totals.first(), totals.last()) else {
        return String::new();
    };
    let mut parts: Vec<(f64, &str)> = drawing
        .series
        .iter()
        .filter_map(|series| Some(((*series.values.get(*rank)?)?, series.name.as_str())))
        .collect();
    parts.sort_by(|left, right| right.0.total_cmp(&left.0));
    let say = |(value, name): &(f64, &str)| format!("{name} ({})", quantity(drawing, *value));
    let told: Vec<String> = parts.iter().take(TOLD).map(say).collect();
    let parts = match parts.len() {
        0 | 1 => String::new(),
        2..=TOLD => format!(" : {}", french::list(&told)),
        _ => format!(", dont surtout {}", french::list(&told)),
    };
    let change = match totals.len() {
        1 => String::new(),
        _ => format!(" Pour {} : {}.", first.name, quantity(drawing, *before)),
    };
    format!("Pour {} : {}{parts}.{change}", last.name, quantity(drawing, *after))
}

/// The largest rows, and the smallest.
fn rows(drawing: &Drawing) -> String {
    let mut totals = totals(drawing);
    totals.sort_by(|left, right| right.2.total_cmp(&left.2));
    let say =
        |(_, category, total): &(usize, &Category, f64)| format!("{} ({})", category.name, quantity(drawing, *total));
    match totals.as_slice() {
        [] => String::new(),
        few if few.len() <= TOLD => format!(
            "Du plus grand au plus petit : {}.",
            french::list(&few.iter().map(say).collect::<Vec<_>>())
        ),
        many => {
            let largest: Vec<String> = many.iter().take(3).map(say).collect();
            format!(
                "Les plus grands sont {} ; le plus petit est {}.",
                french::list(&largest),
                say(&many[many.len() - 1])
            )
        }
    }
}

/// The largest and the smallest cells of a matrix.
fn extremes(drawing: &Drawing) -> String {
    let cells = drawing.series.iter().flat_map(|series| {
        let known = series.values.iter().zip(&drawing.categories);
        known.filter_map(|(value, category)| Some(((*value)?, format!("{}, {}", series.name, category.name))))
    });
    let mut cells: Vec<(f64, String)> = cells.collect();
    cells.sort_by(|left, right| right.0.total_cmp(&left.0));
    let say = |(value, name): &(f64, String)| format!("{} ({name})", quantity(drawing, *value));
    match cells.as_slice() {
        [] => String::new(),
        [only] => format!("Une seule valeur : {}.", say(only)),
        many => format!(
            "La plus grande valeur est {} ; la plus petite, {}.",
            say(&many[0]),
            say(&many[many.len() - 1])
        ),
    }
}

/// Both totals, and what each part added or took away.
fn change(drawing: &Drawing, cascade: &Cascade) -> String {
    let names =
        [drawing.categories.first(), drawing.categories.last()].map(|end| end.map_or("", |end| end.name.as_str()));
    let signed = |value: f64| french::signed_quantity(value, drawing.precision, &drawing.unit);
    let (from, to) = (cascade.from.value, cascade.to.value);
    let total = format!(
        "Le total passe de {} ({}) à {} ({}), soit {}",
        quantity(drawing, from),
        names[0],
        quantity(drawing, to),
        names[1],
        signed(to - from)
    );
    let steps = cascade.steps.iter().take(TOLD);
    let told: Vec<String> = steps
        .map(|step| format!("{} ({})", step.name, signed(step.change.value)))
        .collect();
    match cascade.steps.len() {
        0 => format!("{total}."),
        1..=TOLD => format!("{total} : {}.", french::list(&told)),
        _ => format!("{total} ; les plus fortes évolutions sont {}.", french::list(&told)),
    }
}

/// Which categories are not final, and which are examples.
fn marks(drawing: &Drawing) -> String {
    let told = |word: &str, keep: fn(&Category) -> bool| {
        let names: Vec<String> = drawing
            .categories
            .iter()
            .filter(|category| keep(category))
            .map(|category| category.name.clone())
            .collect();
        match names.len() {
            0 => None,
            all if all == drawing.categories.len() => Some(format!("toutes les valeurs sont {word}")),
            _ => Some(format!("valeurs {word} : {}", french::list(&names))),
        }
    };
    let kinds = [
        told("provisoires", |category| category.provisional),
        told("des exemples", |category| category.example),
    ];
    kinds.into_iter().flatten().collect::<Vec<_>>().join(" ; ")
}

/// The rank, the category and the sum of each category that has a value.
fn totals(drawing: &Drawing) -> Vec<(usize, &Category, f64)> {
    let ranked = drawing.categories.iter().enumerate();
    ranked
        .filter_map(|(rank, category)| {
            let known: Vec<f64> = drawing
                .series
                .iter()
                .filter_map(|series| *series.values.get(rank)?)
                .collect();
            (!known.is_empty()).then(|| (rank, category, known.iter().sum()))
        })
        .collect()
}

fn quantity(drawing: &Drawing, value: f64) -> String {
    french::quantity(value, drawing.precision, &drawing.unit)
}

//! What a reader who does not see the drawing is told: one to three French sentences made from the data.

use super::groups::Groups;
use super::phrase::{TOLD, finish, list, quantity, ranked, remarks, signed, spans};
use super::trace::{Drawn, Part, trace};
use crate::french;
use crate::model::{Axis, Category, Drawing, Value};
use std::cmp::Ordering;

/// What is said of a value or of a category.
type Holds<T> = fn(&T) -> bool;

/// The words of a whole: its course, its aims, its marks.
pub(super) fn of_whole(drawing: &Drawing, word: &str, drawn: &[Drawn]) -> String {
    let sentences = [opening(drawing, word, "", drawn), course(drawing, drawn)];
    finish(drawing, sentences.into_iter().chain([aims_and_marks(drawing, drawn)]))
}

/// The words of parts: those of the last year, or what `over_categories` says of categories.
pub(super) fn of_parts(
    drawing: &Drawing,
    word: &str,
    groups: &Groups,
    over_categories: fn(&Drawing) -> String,
) -> String {
    let drawn: Vec<Drawn> = groups
        .parts
        .iter()
        .flat_map(|(_, points)| points.iter().copied())
        .collect();
    let (by, body, broken) = match drawing.axis.is_years() {
        true => (
            by(drawing, groups.parts.len()),
            last_year(drawing, groups),
            broken_parts(&groups.parts),
        ),
        false => (String::new(), over_categories(drawing), String::new()),
    };
    let told = [groups.omitted.clone(), broken]
        .into_iter()
        .chain(marks(drawing, &drawn));
    finish(drawing, [opening(drawing, word, &by, &drawn), body, remarks(told)])
}

/// Kind, what, unit, years or categories.
pub(super) fn opening(drawing: &Drawing, word: &str, by: &str, drawn: &[Drawn]) -> String {
    let unit = match drawing.unit.as_str() {
        "" => String::new(),
        unit => format!(", en {unit}"),
    };
    let extent = match &drawing.axis {
        Axis::Years { .. } => period(drawn),
        Axis::Categories { categories, .. } => named(categories),
    };
    format!("{word} : « {} »{by}{unit}{extent}.", drawing.title)
}

fn period(drawn: &[Drawn]) -> String {
    let years = drawn.iter().map(|point| point.at);
    match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) if first < last => format!(", de {first} à {last}"),
        (Some(only), _) => format!(", en {only}"),
        _ => String::new(),
    }
}

fn named(categories: &[Category]) -> String {
    let names: Vec<String> = categories.iter().map(|category| category.name.clone()).collect();
    match names.as_slice() {
        [] => String::new(),
        [first, .., last] if names.len() > TOLD => format!(", {} lignes, de « {first} » à « {last} »", names.len()),
        names => format!(", {}", french::list(names)),
    }
}

/// What the parts are and how many.
fn by(drawing: &Drawing, count: usize) -> String {
    let count = french::plural(count, "série", "séries");
    match drawing.parts.as_str() {
        "" => format!(", {count}"),
        parts => format!(", par {parts} ({count})"),
    }
}

/// First and last value, direction, extremes.
fn course(drawing: &Drawing, drawn: &[Drawn]) -> String {
    let (Some(first), Some(last)) = (drawn.first(), drawn.last()) else {
        return String::new();
    };
    let say = |point: &Drawn| format!("{} en {}", quantity(drawing, point.value), point.at);
    if drawn.len() == 1 {
        return format!("Une seule valeur : {}.", say(last));
    }
    let (start, end) = (say(first), say(last));
    let course = match last.value.total_cmp(&first.value) {
        _ if quantity(drawing, last.value) == quantity(drawing, first.value) => {
            format!("La valeur est la même aux deux bouts, {start} et {end}")
        }
        Ordering::Less => format!("La valeur baisse, passant de {start} à {end}"),
        _ => format!("La valeur augmente, passant de {start} à {end}"),
    };
    let lowest = drawn.iter().min_by(|left, right| left.value.total_cmp(&right.value));
    let highest = drawn.iter().max_by(|left, right| left.value.total_cmp(&right.value));
    let inner = |point: &&Drawn| point.at != first.at && point.at != last.at;
    let extremes: Vec<String> = [("un minimum", lowest), ("un maximum", highest)]
        .into_iter()
        .filter_map(|(name, point)| Some(format!("{name} de {}", say(point.filter(inner)?))))
        .collect();
    if extremes.is_empty() || drawn.len() == 2 {
        format!("{course}.")
    } else {
        format!("{course}, avec {}.", french::list(&extremes))
    }
}

/// Distance to the target, limit, gaps and marks.
pub(super) fn aims_and_marks(drawing: &Drawing, drawn: &[Drawn]) -> String {
    let aims = &drawing.aims;
    let mut told = Vec::new();
    if let (Some((year, value)), Some(last)) = (aims.target, drawn.last()) {
        let away = value - last.value;
        let reached = f64::from(aims.direction) * away <= 0.0 && aims.direction != 0;
        let distance = match reached {
            true => ", déjà atteinte".to_owned(),
            false if !away.is_finite() => String::new(),
            false => format!(", soit {} par rapport à {}", signed(drawing, away), last.at),
        };
        told.push(format!("cible de {} en {year}{distance}", quantity(drawing, value)));
    }
    let say = |(year, value): &(i32, f64)| format!("{} en {year}", quantity(drawing, *value));
    let milestones: Vec<String> = aims.milestones.iter().map(say).collect();
    match milestones.len() {
        0 => {}
        1 => told.push(format!("autre cible : {}", milestones[0])),
        _ => told.push(format!("autres cibles : {}", french::list(&milestones))),
    }
    told.extend(aims.limit.map(|limit| format!("limite à {}", quantity(drawing, limit))));
    let gaps = gaps(drawing);
    if !gaps.is_empty() {
        told.push(format!("aucune valeur en {}", spans(&gaps)));
    }
    remarks(told.into_iter().chain(marks(drawing, drawn)))
}

/// The largest and the smallest parts of the last year.
fn last_year(drawing: &Drawing, groups: &Groups) -> String {
    let points = groups.parts.iter().flat_map(|(_, points)| points);
    let year = points.map(|point| point.at).max().unwrap_or(0);
    let in_year = |(name, points): &Part| Some((points.iter().find(|point| point.at == year)?.value, name.clone()));
    let last = ranked(groups.parts.iter().filter_map(in_year));
    let say = |(value, name): &(f64, String)| format!("{name} ({})", quantity(drawing, *value));
    match last.as_slice() {
        [] => String::new(),
        few if few.len() <= 4 => format!("En {year} : {}.", list(few, say)),
        [largest @ .., lowest] => format!(
            "En {year}, les plus élevées sont {} ; la plus basse est {}.",
            list(&largest[..3], say),
            say(lowest)
        ),
    }
}

/// Which parts break, where some do and others do not: the year alone is told by `marks`.
fn broken_parts(parts: &[Part]) -> String {
    let broken: Vec<String> = parts
        .iter()
        .filter(|(_, points)| points.iter().any(|point| point.after_break))
        .map(|(name, _)| name.clone())
        .collect();
    match broken.len() {
        0 => String::new(),
        some if some == parts.len() => String::new(),
        1..=3 => format!("série interrompue pour {}", french::list(&broken)),
        many => format!("série interrompue pour {many} des {} séries", parts.len()),
    }
}

/// What is said of some values, or of some categories.
pub(super) fn marks(drawing: &Drawing, drawn: &[Drawn]) -> Vec<String> {
    match &drawing.axis {
        Axis::Years { .. } => marked_years(drawn),
        Axis::Categories { categories, .. } => marked_categories(categories),
    }
}

/// Provisional, estimated, after a break, examples.
fn marked_years(drawn: &[Drawn]) -> Vec<String> {
    let kinds: [(&str, Holds<Drawn>); 4] = [
        ("rupture de série en ", |point| point.after_break),
        ("valeurs provisoires : ", |point| point.provisional),
        ("valeurs estimées : ", |point| point.estimated),
        ("valeurs données en exemple : ", |point| point.example),
    ];
    let told = kinds.into_iter().filter_map(|(words, keep)| {
        let mut years: Vec<i32> = drawn.iter().filter(|point| keep(point)).map(|point| point.at).collect();
        years.sort_unstable();
        years.dedup();
        (!years.is_empty()).then(|| format!("{words}{}", spans(&years)))
    });
    told.collect()
}

/// Which categories are not final, and which are examples.
fn marked_categories(categories: &[Category]) -> Vec<String> {
    let kinds: [(&str, Holds<Category>); 2] = [
        ("provisoires", |category| category.provisional),
        ("des exemples", |category| category.example),
    ];
    let told = kinds.into_iter().filter_map(|(word, keep)| {
        let kept = categories.iter().filter(|category| keep(category));
        let names: Vec<String> = kept.map(|category| category.name.clone()).collect();
        match names.len() {
            0 => None,
            all if all == categories.len() => Some(format!("toutes les valeurs sont {word}")),
            _ => Some(format!("valeurs {word} : {}", french::list(&names))),
        }
    });
    told.collect()
}

/// Years without a number between the first and the last that have one.
fn gaps(drawing: &Drawing) -> Vec<i32> {
    let (Some(whole), Axis::Years { frequency }) = (&drawing.whole, &drawing.axis) else {
        return Vec::new();
    };
    let every = i32::try_from((*frequency).max(1)).unwrap_or(1);
    let explicit = |year: i32| {
        whole
            .at(year)
            .is_some_and(|point| !matches!(point.value, Value::Number(_)))
    };
    let drawn = trace(whole, &drawing.axis);
    let holes = drawn.windows(2).filter(|pair| !pair[1].joined && !pair[1].after_break);
    let years = holes.flat_map(|pair| {
        let expected = move |year: &i32| explicit(*year) || (year - pair[0].at) % every == 0;
        (pair[0].at + 1..pair[1].at).filter(expected)
    });
    years.collect()
}

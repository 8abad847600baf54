//! What a reader who does not see the drawing is told: one to three French sentences made from the data.

use super::line::Story;
use super::trace::{Drawn, trace};
use crate::assess::Finding;
use crate::french;
use crate::model::{ChartKind, Series, Value};

/// The sentences for a drawing of the headline.
pub(super) fn tell_headline(finding: &Finding, kind: ChartKind) -> String {
    tell_story(finding, kind, &Story::of(finding))
}

/// The sentences for what is shown of a headline: its course, its aims, its marks.
pub(super) fn tell_story(finding: &Finding, kind: ChartKind, story: &Story) -> String {
    let mut sentences = vec![opening(finding, kind, &story.drawn, "")];
    sentences.push(course(finding, &story.drawn));
    sentences.push(aims_and_marks(finding, story));
    finish(sentences)
}

/// The sentences for a drawing of disaggregated series: `(name, series)` in the order drawn.
pub(super) fn tell_split(finding: &Finding, kind: ChartKind, drawn: &[(String, Vec<Drawn>)], omitted: &str) -> String {
    let all: Vec<Drawn> = drawn.iter().flat_map(|(_, points)| points.iter().copied()).collect();
    let dimension = finding.indicator.breakdowns.join(", ");
    let count = french::plural(drawn.len(), "série", "séries");
    let by = if dimension.is_empty() {
        format!(", {count}")
    } else {
        format!(", par {dimension} ({count})")
    };
    let opening = opening(finding, kind, &all, &by);
    let year = all.iter().map(|point| point.year).max().unwrap_or(0);
    let mut last: Vec<(f64, &str)> = drawn
        .iter()
        .filter_map(|(name, points)| Some((points.iter().find(|point| point.year == year)?.value, name.as_str())))
        .collect();
    last.sort_by(|left, right| right.0.total_cmp(&left.0));
    let say = |(value, name): &(f64, &str)| format!("{name} ({})", quantity(finding, *value));
    let ranking = match last.as_slice() {
        [] => String::new(),
        [only] => format!("En {year} : {}.", say(only)),
        few if few.len() <= 4 => format!(
            "En {year} : {}.",
            french::list(&few.iter().map(say).collect::<Vec<_>>())
        ),
        many => format!(
            "En {year}, les plus élevées sont {} ; la plus basse est {}.",
            french::list(&many[..3].iter().map(say).collect::<Vec<_>>()),
            say(&many[many.len() - 1])
        ),
    };
    let remarks: Vec<String> = [omitted.to_owned(), broken_parts(drawn), marks(&all).join(" ; ")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    finish(vec![opening, ranking, sentence(&remarks.join(" ; "))])
}

/// Kind, what, unit, period.
pub(super) fn opening(finding: &Finding, kind: ChartKind, drawn: &[Drawn], by: &str) -> String {
    let indicator = &finding.indicator;
    let kind = match kind {
        ChartKind::Line => "Courbe",
        ChartKind::Bars => "Barres",
        ChartKind::StackedBars => "Barres empilées",
        ChartKind::SmallMultiples => "Petites courbes à la même échelle",
        ChartKind::Slope => "Pente",
        ChartKind::Bullet => "Barre et cible",
        ChartKind::Waterfall => "Cascade",
        ChartKind::Matrix => "Matrice",
        ChartKind::Map => "Carte",
    };
    let unit = if indicator.unit.is_empty() {
        String::new()
    } else {
        format!(", en {}", indicator.unit)
    };
    let years = drawn.iter().map(|point| point.year);
    let period = match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) if first < last => format!(", de {first} à {last}"),
        (Some(only), _) => format!(", en {only}"),
        _ => String::new(),
    };
    format!("{kind} : « {} »{by}{unit}{period}.", indicator.title)
}

/// First and last value, direction, extremes.
fn course(finding: &Finding, drawn: &[Drawn]) -> String {
    let (Some(first), Some(last)) = (drawn.first(), drawn.last()) else {
        return String::new();
    };
    let say = |point: &Drawn| format!("{} en {}", quantity(finding, point.value), point.year);
    if drawn.len() == 1 {
        return format!("Une seule valeur : {}.", say(last));
    }
    let verb = match last.value.total_cmp(&first.value) {
        _ if quantity(finding, last.value) == quantity(finding, first.value) => "est la même aux deux bouts,",
        std::cmp::Ordering::Less => "baisse, passant de",
        _ => "augmente, passant de",
    };
    let course = match verb.strip_suffix(',') {
        Some(_) if verb.starts_with("est") => format!("La valeur {verb} {} et {}", say(first), say(last)),
        _ => format!("La valeur {verb} {} à {}", say(first), say(last)),
    };
    let lowest = drawn.iter().min_by(|left, right| left.value.total_cmp(&right.value));
    let highest = drawn.iter().max_by(|left, right| left.value.total_cmp(&right.value));
    let inner = |point: &&Drawn| point.year != first.year && point.year != last.year;
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
pub(super) fn aims_and_marks(finding: &Finding, story: &Story) -> String {
    let mut parts = Vec::new();
    if let (Some((year, value)), Some(last)) = (story.target, story.drawn.last()) {
        let away = value - last.value;
        let reached =
            f64::from(finding.assessment.inputs.direction) * away <= 0.0 && finding.assessment.inputs.direction != 0;
        let distance = match reached {
            true => ", déjà atteinte".to_owned(),
            false if !away.is_finite() => String::new(),
            false => format!(", soit {} par rapport à {}", signed(finding, away), last.year),
        };
        parts.push(format!("cible de {} en {year}{distance}", quantity(finding, value)));
    }
    let milestones: Vec<String> = story
        .milestones
        .iter()
        .map(|(year, value)| format!("{} en {year}", quantity(finding, *value)))
        .collect();
    if !milestones.is_empty() {
        let word = if milestones.len() > 1 {
            "autres cibles"
        } else {
            "autre cible"
        };
        parts.push(format!("{word} : {}", french::list(&milestones)));
    }
    if let Some(limit) = story.limit {
        parts.push(format!("limite à {}", quantity(finding, limit)));
    }
    let gaps = gaps(&finding.headline, finding.indicator.frequency);
    if !gaps.is_empty() {
        parts.push(format!("aucune valeur en {}", french::list(&gaps)));
    }
    parts.extend(marks(&story.drawn));
    sentence(&parts.join(" ; "))
}

/// Which parts break, where some do and others do not: the year alone is told by `marks`.
fn broken_parts(drawn: &[(String, Vec<Drawn>)]) -> String {
    let broken: Vec<String> = drawn
        .iter()
        .filter(|(_, points)| points.iter().any(|point| point.after_break))
        .map(|(name, _)| name.clone())
        .collect();
    match broken.len() {
        0 => String::new(),
        some if some == drawn.len() => String::new(),
        1..=3 => format!("série interrompue pour {}", french::list(&broken)),
        many => format!("série interrompue pour {many} des {} séries", drawn.len()),
    }
}

/// What is said of some values: provisional, estimated, after a break, examples.
pub(super) fn marks(drawn: &[Drawn]) -> Vec<String> {
    let years = |keep: fn(&Drawn) -> bool| {
        let mut years: Vec<i32> = drawn
            .iter()
            .filter(|point| keep(point))
            .map(|point| point.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    };
    let breaks = years(|point| point.after_break);
    let kinds = [
        ("provisoires", years(|point| point.provisional)),
        ("estimées", years(|point| point.estimated)),
        ("données en exemple", years(|point| point.example)),
    ];
    let mut told: Vec<String> = Vec::new();
    if !breaks.is_empty() {
        told.push(format!("rupture de série en {}", spans(&breaks)));
    }
    let kinds = kinds.into_iter().filter(|(_, years)| !years.is_empty());
    told.extend(kinds.map(|(word, years)| format!("valeurs {word} : {}", spans(&years))));
    told
}

/// Years without a number between the first and the last that have one.
fn gaps(series: &Series, frequency: u32) -> Vec<String> {
    let drawn = trace(series, frequency);
    let explicit = |year: i32| {
        series
            .at(year)
            .is_some_and(|point| !matches!(point.value, Value::Number(_)))
    };
    let holes = drawn.windows(2).filter(|pair| !pair[1].joined && !pair[1].after_break);
    let years: Vec<i32> = holes
        .flat_map(|pair| {
            let every = i32::try_from(frequency.max(1)).unwrap_or(1);
            (pair[0].year + 1..pair[1].year).filter(move |year| explicit(*year) || (year - pair[0].year) % every == 0)
        })
        .collect();
    if years.is_empty() {
        Vec::new()
    } else {
        vec![spans(&years)]
    }
}

/// Consecutive years told as a span: `2012, 2015 à 2018 et 2020`.
fn spans(years: &[i32]) -> String {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *year == *last + 1 => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let told: Vec<String> = spans
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first} à {last}")],
        })
        .collect();
    french::list(&told)
}

pub(super) fn quantity(finding: &Finding, value: f64) -> String {
    french::quantity(value, finding.indicator.precision, &finding.indicator.unit)
}

pub(super) fn signed(finding: &Finding, value: f64) -> String {
    let unit = if finding.indicator.unit == "%" {
        "points"
    } else {
        &finding.indicator.unit
    };
    french::signed_quantity(value, finding.indicator.precision, unit)
}

/// A text with its capital and its full stop; nothing stays nothing.
pub(super) fn sentence(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("{}.", french::capital(text)),
    }
}

pub(super) fn finish(sentences: Vec<String>) -> String {
    let told: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
    french::punctuate(&told.join(" "))
}

//! Where values were read, in words: file, sheet, cells or lines, with their runs gathered.

use crate::assess::Finding;
use crate::diagnostic::{Place, Spot};
use crate::french;
use crate::model::Series;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Separate cells named one by one; beyond, they are counted between the first and the last.
const CELLS_NAMED: usize = 6;

/// The years of a series that were read in one sheet or file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OriginRow {
    pub series: String,
    pub years: String,
    pub location: String,
}

/// The rows of the annex of sources for one indicator; series read at the same place share a row.
pub fn rows(finding: &Finding) -> Vec<OriginRow> {
    let mut rows = series_rows("Ensemble", &finding.headline);
    for breakdown in &finding.breakdowns {
        rows.extend(series_rows(&french::punctuate(&breakdown.label()), &breakdown.series));
    }
    gathered(rows)
}

fn gathered(rows: Vec<OriginRow>) -> Vec<OriginRow> {
    let mut gathered: Vec<OriginRow> = Vec::new();
    for row in rows {
        let same = |known: &&mut OriginRow| known.years == row.years && known.location == row.location;
        match gathered.iter_mut().find(same) {
            Some(known) => known.series = format!("{}, {}", known.series, row.series),
            None => gathered.push(row),
        }
    }
    gathered
}

fn series_rows(name: &str, series: &Series) -> Vec<OriginRow> {
    let mut rows: Vec<(BTreeSet<Container>, Vec<i32>, BTreeSet<Place>)> = Vec::new();
    for point in series.points.iter().filter(|point| !point.places.is_empty()) {
        let containers: BTreeSet<Container> = point.places.iter().map(container).collect();
        match rows.last_mut() {
            Some((known, years, places)) if *known == containers => {
                years.push(point.year);
                places.extend(point.places.iter().cloned());
            }
            _ => rows.push((containers, vec![point.year], point.places.iter().cloned().collect())),
        }
    }
    rows.into_iter()
        .map(|(_, covered, places)| OriginRow {
            series: name.to_owned(),
            years: french::years(&covered),
            location: location(&places.into_iter().collect::<Vec<_>>()),
        })
        .collect()
}

type Container = (Arc<str>, Option<Arc<str>>);

fn container(place: &Place) -> Container {
    (Arc::clone(&place.file), place.spot.sheet().cloned())
}

/// Places in words: `data/valeurs/saisie.xlsx, feuille Valeurs, F14 à F26`.
pub fn location(places: &[Place]) -> String {
    let mut containers: BTreeMap<Container, BTreeSet<&Spot>> = BTreeMap::new();
    for place in places {
        containers.entry(container(place)).or_default().insert(&place.spot);
    }
    let named: Vec<String> = containers
        .iter()
        .map(|((file, sheet), spots)| {
            let sheet = sheet
                .as_ref()
                .map(|name| format!(", feuille {name}"))
                .unwrap_or_default();
            format!("{file}{sheet}{}", spots_in_words(spots))
        })
        .collect();
    named.join(" ; ")
}

fn spots_in_words(spots: &BTreeSet<&Spot>) -> String {
    let lines: BTreeSet<u32> = spots
        .iter()
        .filter_map(|spot| match spot {
            Spot::Line { line, .. } => Some(*line),
            Spot::File | Spot::Paragraph { .. } | Spot::Cell { .. } => None,
        })
        .collect();
    let cells: Vec<(u32, u32)> = spots
        .iter()
        .filter_map(|spot| match spot {
            Spot::Cell { row, column, .. } => Some((*column, *row)),
            Spot::File | Spot::Line { .. } | Spot::Paragraph { .. } => None,
        })
        .collect();
    let addresses: Vec<String> = spots.iter().filter_map(|spot| spot.address()).collect();
    match (lines.len(), cells.len()) {
        (0, 0) => String::new(),
        (1, 0) => format!(", ligne {}", many(&runs(lines))),
        (_, 0) => format!(", lignes {}", many(&runs(lines))),
        _ => format!(", {}", many(&cell_runs(cells, &addresses))),
    }
}

fn runs(lines: BTreeSet<u32>) -> Vec<String> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for line in lines {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == line => *last = line,
            _ => runs.push((line, line)),
        }
    }
    runs.iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first} à {last}")
            }
        })
        .collect()
}

/// One run when the cells follow each other in a row or a column, else every address.
fn cell_runs(mut cells: Vec<(u32, u32)>, addresses: &[String]) -> Vec<String> {
    cells.sort_unstable();
    let steps = |next: fn(&[(u32, u32)]) -> bool| cells.windows(2).all(next);
    let column = steps(|pair| pair[0].0 == pair[1].0 && pair[0].1 + 1 == pair[1].1);
    let row = steps(|pair| pair[0].1 == pair[1].1 && pair[0].0 + 1 == pair[1].0);
    match (addresses.first(), addresses.last()) {
        (Some(first), Some(last)) if addresses.len() > 1 && (column || row) => vec![format!("{first} à {last}")],
        _ => addresses.to_vec(),
    }
}

fn many(names: &[String]) -> String {
    match (names.first(), names.last()) {
        (Some(first), Some(last)) if names.len() > CELLS_NAMED => {
            format!("{first}… {last} ({} plages)", names.len())
        }
        _ => french::list(names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, column: u32) -> Place {
        Place::cell("data/valeurs/saisie.xlsx", "Valeurs", row, column)
    }

    #[test]
    fn cells_that_follow_each_other_are_one_run() {
        assert_eq!(
            location(&[cell(14, 6)]),
            "data/valeurs/saisie.xlsx, feuille Valeurs, F14"
        );
        assert_eq!(
            location(&[cell(14, 6), cell(15, 6), cell(16, 6)]),
            "data/valeurs/saisie.xlsx, feuille Valeurs, F14 à F16"
        );
        assert_eq!(
            location(&[cell(14, 6), cell(14, 7), cell(14, 8)]),
            "data/valeurs/saisie.xlsx, feuille Valeurs, F14 à H14"
        );
        assert_eq!(
            location(&[cell(14, 6), cell(20, 6)]),
            "data/valeurs/saisie.xlsx, feuille Valeurs, F14 et F20"
        );
    }

    #[test]
    fn series_read_at_the_same_place_share_a_row() {
        let row = |series: &str, location: &str| OriginRow {
            series: series.to_owned(),
            years: "2018".to_owned(),
            location: location.to_owned(),
        };
        let told = gathered(vec![row("Ensemble", "a"), row("gaz", "b"), row("bois", "a")]);
        assert_eq!(told, [row("Ensemble, bois", "a"), row("gaz", "b")]);
    }

    #[test]
    fn lines_are_gathered_in_runs() {
        let lines = [2, 3, 4, 9].map(|line| Place::line("data/valeurs/a.csv", line, 3));
        assert_eq!(location(&lines), "data/valeurs/a.csv, lignes 2 à 4 et 9");
        assert_eq!(location(&lines[..1]), "data/valeurs/a.csv, ligne 2");
    }
}

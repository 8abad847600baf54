//! The values of the indicators: all of them as a file, those of one indicator by year as a page prints them.

use super::{Titles, spot, title};
use crate::assess::{Finding, Report};
use crate::compute::Breakdown;
use crate::diagnostic::Place;
use crate::form::unfilled::is_unfilled;
use crate::french;
use crate::model::{DataFile, Indicator, ObservationStatus, Point, Series, Value};
use crate::printed::{Cell, Column, PrintedTable, Rows};
use std::collections::BTreeSet;

/// Years printed on the sheet; older values are in the attached file.
const YEARS_SHOWN: usize = 20;
/// Disaggregated series printed on the sheet; beyond, the attached file has them.
const SERIES_SHOWN: usize = 8;
/// Notes printed under it, and the characters of one; beyond, the attached file has them.
const NOTES_SHOWN: usize = 8;
const NOTE_LENGTH: usize = 160;

/// A value, of which indicator, and of which of its parts; none of its headline.
pub(super) type Valued<'a> = (&'a Finding, &'a Point, Option<&'a Breakdown>);

impl Report {
    /// Every value, headline first, then each disaggregation.
    pub fn values_table(&self, titles: &Titles) -> PrintedTable {
        let rows = PrintedTable::each(self.points())
            .data("indicateur", |(finding, ..)| finding.indicator.id.as_str())
            .data("titre", |(finding, ..)| title(titles, &finding.indicator))
            .data("unite", |(finding, ..)| finding.indicator.unit.as_str())
            .data("annee", |(_, point, _)| point.year)
            .data("valeur", |(finding, point, _)| value(&finding.indicator, point))
            .data("statut", |(_, point, _)| marks(point))
            .data("note", |(_, point, _)| point.note.as_str())
            .data("ventilation", |(.., part)| {
                part.map(Breakdown::said).unwrap_or_default()
            });
        read_at(rows).table()
    }

    /// Every value, the headline of an indicator first, then each of its parts.
    pub(super) fn points(&self) -> impl Iterator<Item = Valued<'_>> {
        self.findings().flat_map(|finding| {
            let headline = finding.headline.points.iter().map(move |point| (finding, point, None));
            let parts = finding.breakdowns.iter();
            let parts =
                parts.flat_map(move |part| part.series.points.iter().map(move |point| (finding, point, Some(part))));
            headline.chain(parts)
        })
    }
}

impl Finding {
    /// Its values by year, the headline then its disaggregations; none without a value.
    pub fn values_table(&self) -> Option<PrintedTable> {
        let breakdowns = match self.breakdowns.len() <= SERIES_SHOWN {
            true => self.breakdowns.as_slice(),
            false => &[],
        };
        let whole = if breakdowns.is_empty() { "Valeur" } else { "Ensemble" };
        let headline = (!self.headline.points.is_empty()).then(|| (whole.to_owned(), &self.headline));
        let parts = breakdowns.iter().map(|part| (part.label(), &part.series));
        let series: Vec<(String, &Series)> = headline.into_iter().chain(parts).collect();
        let points = || series.iter().flat_map(|(_, series)| &series.points);
        let every: Vec<i32> = points()
            .map(|point| point.year)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let shown = &every[every.len().saturating_sub(YEARS_SHOWN)..];
        let years = shown
            .iter()
            .map(|year| Column::number(&year.to_string(), &year.to_string()));
        let read: Vec<&Point> = points().filter(|point| shown.contains(&point.year)).collect();
        let legend = legend(&read);
        let said = notes(&series, shown);
        let more = more(self, every.len() > shown.len(), breakdowns.is_empty());
        let row = |(name, series): (String, &Series)| {
            let cells = shown
                .iter()
                .map(|&year| series.at(year).map(|point| value(&self.indicator, point)).into());
            std::iter::once(Cell::from(name)).chain(cells).collect::<Vec<Cell>>()
        };
        let mut table = PrintedTable::new(
            std::iter::once(Column::text("serie", "Année")).chain(years),
            series.into_iter().map(row),
        );
        table.notes = legend
            .into_iter()
            .chain(said)
            .chain(withheld(&self.withheld))
            .chain(more)
            .collect();
        (!shown.is_empty()).then_some(table)
    }
}

/// A value with the codes of its marks, or the word for its absence: the one cell of pages and of files.
fn value(indicator: &Indicator, point: &Point) -> Cell {
    // An absence is neither estimated nor an example.
    let marks = point.marks.iter().filter(|_| point.value.number().is_some());
    let codes: Vec<&str> = marks.filter_map(|mark| code(*mark)).collect();
    let cell = match point.value {
        Value::Number(number) => Cell::number(number, indicator.precision),
        Value::Missing => Cell::absent("n.d."),
        Value::Secret => Cell::absent("secret"),
        Value::Void => Cell::absent("s.o."),
    };
    cell.marked((!codes.is_empty()).then(|| codes.join(" ")))
}

/// The mark printed beside a value in a table.
fn code(mark: ObservationStatus) -> Option<&'static str> {
    match mark {
        ObservationStatus::Final => None,
        ObservationStatus::Provisional => Some("p"),
        ObservationStatus::Estimated => Some("e"),
        ObservationStatus::Secret => Some("s"),
        ObservationStatus::Break => Some("r"),
        ObservationStatus::Example => Some("ex."),
    }
}

/// What the words and the marks of these values mean.
fn legend(points: &[&Point]) -> Option<String> {
    let numbers = points.iter().filter(|point| point.value.number().is_some());
    let marks: BTreeSet<ObservationStatus> = numbers.flat_map(|point| &point.marks).copied().collect();
    let absences = [
        (Value::Missing, "n.d. = non disponible"),
        (Value::Secret, "secret = secret statistique"),
        (Value::Void, "s.o. = sans objet"),
    ];
    let absences = absences
        .into_iter()
        .filter(|(value, _)| points.iter().any(|point| point.value == *value))
        .map(|(_, meaning)| meaning.to_owned());
    let marks = marks
        .iter()
        .filter_map(|mark| Some(format!("{} = {}", code(*mark)?, mark.label())));
    let entries: Vec<String> = absences.chain(marks).collect();
    (!entries.is_empty()).then(|| french::punctuate(&format!("{}.", entries.join(" ; "))))
}

/// What is said of values, each once: with its series where it is not said of all, with its years where it is not said
/// of all those of its series.
fn notes(series: &[(String, &Series)], shown: &[i32]) -> Vec<String> {
    let mut every: Vec<(&str, Vec<i32>, Vec<&str>)> = Vec::new();
    for (name, series) in series {
        let points = || series.points.iter().filter(|point| shown.contains(&point.year));
        let mut own: Vec<(&str, Vec<i32>)> = Vec::new();
        for point in points().filter(|point| !point.note.trim().is_empty() && !is_unfilled(&point.note)) {
            match own.iter_mut().find(|(note, _)| *note == point.note) {
                Some((_, years)) => years.push(point.year),
                None => own.push((&point.note, vec![point.year])),
            }
        }
        for (note, mut years) in own {
            if years.len() == points().count() && years.len() > 1 {
                years.clear();
            }
            match every.iter_mut().find(|(other, of, _)| *other == note && *of == years) {
                Some((.., names)) => names.push(name),
                None => every.push((note, years, vec![name])),
            }
        }
    }
    let more = every.len().saturating_sub(NOTES_SHOWN);
    every.truncate(NOTES_SHOWN);
    let said = every.into_iter().map(|(note, years, names)| {
        let names = if names.len() == series.len() { &[][..] } else { &names };
        let years = Some(french::years(&years)).filter(|_| !years.is_empty());
        let of: Vec<String> = names.iter().map(|name| (*name).to_owned()).chain(years).collect();
        let of = if of.is_empty() {
            String::new()
        } else {
            format!("{} : ", of.join(", "))
        };
        let note = french::shortened(note.trim().trim_end_matches('.'), NOTE_LENGTH);
        let end = if note.ends_with(['…', '!', '?']) { "" } else { "." };
        french::punctuate(&french::capital(&format!("{of}{note}{end}")))
    });
    let more = (more > 0).then(|| {
        let count = french::plural(more, "autre note est", "autres notes sont");
        format!(
            "{} dans le fichier joint {}.",
            french::capital(&count),
            DataFile::Values.key()
        )
    });
    said.chain(more).collect()
}

/// That values are secret only to protect others.
fn withheld(years: &BTreeSet<i32>) -> Option<String> {
    let years: Vec<i32> = years.iter().copied().collect();
    let note = format!(
        "D’autres valeurs ne sont pas publiées, afin qu’une valeur secrète ne puisse être déduite d’un total ({}).",
        french::years(&years)
    );
    (!years.is_empty()).then(|| french::punctuate(&note))
}

fn more(finding: &Finding, older: bool, without_breakdowns: bool) -> Option<String> {
    let hidden = without_breakdowns && !finding.breakdowns.is_empty();
    let details = format!("es {} séries du détail", finding.breakdowns.len());
    let what = match (older, hidden) {
        (false, false) => return None,
        (true, false) => "Les années plus anciennes".to_owned(),
        (false, true) => format!("L{details}"),
        (true, true) => format!("Les années plus anciennes et l{details}"),
    };
    Some(format!("{what} sont dans le fichier joint {}.", DataFile::Values.key()))
}

pub(super) fn marks(point: &Point) -> String {
    let mut marks: Vec<&str> = point.marks.iter().map(|mark| mark.key()).collect();
    if point.value == Value::Secret && !marks.contains(&"secret") {
        marks.push("secret");
    }
    marks.join(", ")
}

/// With the places where each value was read, the last columns of a data file.
pub(super) fn read_at<'a>(rows: Rows<Valued<'a>>) -> Rows<Valued<'a>> {
    let sheet = |place: &Place| place.spot.sheet().map(ToString::to_string);
    rows.data("fichier", |(_, point, _)| {
        distinct(&point.places, |place| Some(place.file.to_string()))
    })
    .data("feuille", |(_, point, _)| distinct(&point.places, sheet))
    .data("cellule_ou_ligne", |(_, point, _)| distinct(&point.places, spot))
}

/// The places of a value in their order, each said once.
fn distinct(places: &[Place], part: impl Fn(&Place) -> Option<String>) -> String {
    let mut seen = BTreeSet::new();
    let parts = places.iter().filter_map(part).filter(|part| seen.insert(part.clone()));
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(points: &[(i32, &str)]) -> Series {
        let point = |(year, note): &(i32, &str)| Point {
            year: *year,
            value: Value::Number(1.0),
            marks: Vec::new(),
            note: (*note).to_owned(),
            places: Vec::new(),
        };
        Series {
            points: points.iter().map(point).collect(),
        }
    }

    #[test]
    fn a_note_is_said_once_with_its_years_where_it_is_not_of_all() {
        let wide = series(&[(2023, "décembre estimé"), (2024, "décembre estimé")]);
        let long = series(&[(2023, ""), (2024, "Compteur changé."), (2025, "Compteur changé.")]);
        let said = |of: &[(&str, &Series)]| {
            let named: Vec<(String, &Series)> = of.iter().map(|(name, series)| ((*name).to_owned(), *series)).collect();
            notes(&named, &[2023, 2024, 2025])
        };
        assert_eq!(said(&[("Valeur", &wide)]), ["Décembre estimé."]);
        assert_eq!(said(&[("Valeur", &long)]), ["2024, 2025\u{A0}: Compteur changé."]);
        assert_eq!(said(&[("Ensemble", &wide), ("gaz", &long)]).len(), 2);
        assert_eq!(
            said(&[("gaz", &wide), ("bois", &series(&[(2023, "")]))]),
            ["Gaz\u{A0}: décembre estimé."]
        );
        assert_eq!(notes(&[("Valeur".to_owned(), &long)], &[2023]), Vec::<String>::new());
    }

    #[test]
    fn notes_are_short_and_few() {
        let every: Vec<(i32, String)> = (2000..2012)
            .map(|year| (year, format!("{year} {}", "trop long ".repeat(50))))
            .collect();
        let points: Vec<(i32, &str)> = every.iter().map(|(year, note)| (*year, note.as_str())).collect();
        let years: Vec<i32> = (2000..2012).collect();
        let said = notes(&[("Valeur".to_owned(), &series(&points))], &years);
        assert_eq!(said.len(), NOTES_SHOWN + 1);
        assert!(
            said[0].chars().count() < NOTE_LENGTH + 20 && said[0].ends_with('…'),
            "{}",
            said[0]
        );
        assert!(
            said[NOTES_SHOWN].starts_with("4\u{A0}autres notes sont"),
            "{}",
            said[NOTES_SHOWN]
        );
        assert_eq!(
            notes(&[("Valeur".to_owned(), &series(&[(2020, "à remplacer")]))], &[2020]),
            Vec::<String>::new()
        );
    }
}

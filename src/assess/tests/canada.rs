//! The assessment against one that was published: the Canadian Indicator Framework, computed by Open SDG.
//!
//! The published figure is `R` for a series with a target, `d · observed` for one without. The test needs the public corpus
//! and prints where the two assessments part. Without a target, Open SDG lowers its cuts near a natural limit by
//! `1 - (y_0 / limit)^4.44`, as this program does where `taux-limite` is asked for.

use crate::assess::{Assessment, judge};
use crate::diagnostic::{Place, Placed};
use crate::model::{
    Aggregation, Baseline, Direction, Finality, Identifier, Indicator, Method, Nature, Perimeter, Point, Scope, Series,
    Source, Status, Target, Value,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A line of the oracle.
struct Published {
    name: String,
    table: PathBuf,
    base: Option<(i32, f64)>,
    base_year: i32,
    last: Option<(i32, f64)>,
    target: Option<(i32, f64)>,
    direction: Direction,
    limit: Option<f64>,
    progress: Option<f64>,
    status: String,
}

/// Agreements counted, and disagreements by their reason.
#[derive(Default)]
struct Tally {
    figure: (usize, usize),
    status: usize,
    reasons: BTreeMap<String, Vec<String>>,
}

#[test]
#[ignore = "needs the public corpus in MILLESIME_CORPUS"]
fn our_assessments_agree_with_the_published_ones_or_say_why() {
    let corpus =
        PathBuf::from(std::env::var("MILLESIME_CORPUS").expect("MILLESIME_CORPUS names the folder of the corpus"));
    let published = read(&corpus.join("indicateurs/open_sdg/canada_cic"));
    let mut from_tables = 0;
    let (mut rates, mut limited, mut default) = (Tally::default(), Tally::default(), Tally::default());
    for line in &published {
        let series = line
            .in_table()
            .inspect(|_| from_tables += 1)
            .unwrap_or_else(|| line.as_published());
        let year = line.last.map_or(line.base_year, |last| last.0);
        rates.compare(line, &judge(&line.indicator(Some(Method::GrowthRate)), &series, year));
        limited.compare(line, &judge(&line.indicator(Some(Method::NearLimit)), &series, year));
        default.compare(line, &judge(&line.indicator(None), &series, year));
    }
    println!(
        "{} series, {from_tables} read in their tables, the others from the published base and last value",
        published.len()
    );
    rates.print("growth rates, the published method", published.len());
    limited.print("growth rates, cuts lowered near a limit", published.len());
    default.print(
        "the method this program chooses (the units are not published: no percentage is told apart)",
        published.len(),
    );
    assert!(
        rates.status * 100 >= published.len() * 90,
        "fewer than nine statuses in ten agree"
    );
    assert!(
        limited.status > rates.status,
        "lower cuts near a limit explain no more statuses"
    );
}

impl Published {
    fn indicator(&self, method: Option<Method>) -> Indicator {
        let place = || Place::file("canada");
        let target = |(year, value)| Target {
            year,
            value,
            origin: String::new(),
            place: place(),
        };
        Indicator {
            id: Identifier::parse("canada").unwrap(),
            place: place(),
            title: self.name.clone(),
            definition: String::new(),
            unit: String::new(),
            finality: Finality::Climate,
            scope: Scope::Territorial,
            goals: Vec::new(),
            nature: Nature::Contribution,
            direction: self.direction,
            baseline: Some(Baseline {
                year: self.base_year,
                value: None,
                place: place(),
            }),
            targets: self.target.map(target).into_iter().collect(),
            limit: self.limit.map(|limit| Placed::new(limit, place())),
            method,
            tolerance: 0.05,
            bounds: None,
            breakdowns: Vec::new(),
            aggregation: Aggregation::None,
            measured: Vec::new(),
            frequency: 1,
            source: Source::default(),
            service: String::new(),
            digital_theme: None,
            perimeter: Perimeter::Territory,
            chart: None,
            precision: 1,
            free_precision: false,
            derivation: None,
            revisions: BTreeMap::new(),
            comment: Placed::new(String::new(), place()),
        }
    }

    /// The base and the last value as the oracle gives them.
    fn as_published(&self) -> Series {
        let points: BTreeMap<i32, f64> = self.base.into_iter().chain(self.last).collect();
        series(points)
    }

    /// The series of the table whose disaggregations are those of the name; none without its base and last value.
    fn in_table(&self) -> Option<Series> {
        let mut reader = csv::Reader::from_path(&self.table).ok()?;
        let header = reader.headers().ok()?.clone();
        let mut wanted: Vec<&str> = self.name.split(" / ").skip(1).filter(|part| *part != "None").collect();
        wanted.sort_unstable();
        let mut points = BTreeMap::new();
        for record in reader.records().filter_map(Result::ok) {
            let cells = || {
                header
                    .iter()
                    .map(|name| name.trim_start_matches('\u{feff}'))
                    .zip(record.iter())
            };
            let mut key: Vec<&str> = cells()
                .filter(|(name, cell)| !["Year", "Value", "GeoCode"].contains(name) && !cell.is_empty())
                .map(|(_, cell)| cell)
                .collect();
            key.sort_unstable();
            let cell = |wanted: &str| cells().find(|(name, _)| *name == wanted).map(|(_, cell)| cell);
            let year = cell("Year")
                .and_then(|year| year.get(..4))
                .and_then(|year| year.parse().ok());
            let value = cell("Value").and_then(|value| value.parse().ok());
            if let (true, Some(year), Some(value)) = (key == wanted, year, value) {
                points.entry(year).or_insert(value);
            }
        }
        let found = |point: Option<(i32, f64)>| point.is_some_and(|(year, value)| points.get(&year) == Some(&value));
        let last = self.last.map(|last| last.0)?;
        (found(self.base) && found(self.last))
            .then(|| series(points.range(..=last).map(|(year, value)| (*year, *value)).collect()))
    }

    /// The word of this program for the published one.
    fn expected(&self) -> Status {
        match (self.status.as_str(), self.target.is_some()) {
            ("target_achieved", _) => Status::Reached,
            ("substantial_progress", true) => Status::OnTrack,
            ("moderate_progress", true) => Status::ToAccelerate,
            ("limited_progress", true) => Status::Insufficient,
            ("deterioration", true) => Status::Regressing,
            ("substantial_progress", false) => Status::Improving,
            ("moderate_progress", false) => Status::SlightlyImproving,
            ("limited_progress", false) => Status::Stable,
            ("deterioration", false) => Status::Worsening,
            _ => Status::NotAssessable,
        }
    }
}

impl Tally {
    fn compare(&mut self, line: &Published, ours: &Assessment) {
        let figure = match line.target {
            Some(_) => ours.inputs.ratio,
            None => ours
                .inputs
                .observed
                .map(|observed| f64::from(ours.inputs.direction) * observed),
        };
        if let Some(theirs) = line.progress {
            self.figure.1 += 1;
            match figure {
                Some(ours) if (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0) => self.figure.0 += 1,
                other => self.note("figure", line, format!("{other:?} for {theirs}")),
            }
        }
        if ours.status == line.expected() {
            self.status += 1;
        } else {
            let reason = format!("{} → {}. {}", line.status, ours.status.label(), ours.reason);
            self.note("status", line, reason);
        }
    }

    fn note(&mut self, what: &str, line: &Published, reason: String) {
        let facts = format!(
            "{}: {:?} to {:?}, target {:?}, {:?}, limit {:?}, published {:?}",
            line.name, line.base, line.last, line.target, line.direction, line.limit, line.progress
        );
        self.reasons.entry(format!("{what}: {reason}")).or_default().push(facts);
    }

    fn print(&self, title: &str, series: usize) {
        println!(
            "\n{title}\n  figure: {} of {}; status: {} of {series}",
            self.figure.0, self.figure.1, self.status
        );
        for (reason, lines) in &self.reasons {
            println!("  {reason}");
            for line in lines {
                println!("    {line}");
            }
        }
    }
}

fn series(points: BTreeMap<i32, f64>) -> Series {
    let point = |(year, value)| Point {
        year,
        value: Value::Number(value),
        marks: Vec::new(),
        note: String::new(),
        places: Vec::new(),
    };
    Series {
        points: points.into_iter().map(point).collect(),
    }
}

fn read(folder: &Path) -> Vec<Published> {
    let mut reader = csv::Reader::from_path(folder.join("oracle_progression.derive.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let line = |record: csv::StringRecord| {
        let text = |name: &str| record[header.iter().position(|column| column == name).unwrap()].to_owned();
        let number = |name: &str| text(name).parse::<f64>().ok();
        let year = |name: &str| number(name).map(|year| year as i32);
        Published {
            table: folder.join(format!("data/indicator_{}.csv", text("indicateur"))),
            base: year("annee_base").zip(number("valeur_base")),
            base_year: year("annee_base").unwrap(),
            last: year("annee_courante").zip(number("valeur_courante")),
            target: year("annee_cible").zip(number("cible")),
            direction: if text("sens") == "1" {
                Direction::Increase
            } else {
                Direction::Decrease
            },
            limit: number("limite"),
            progress: number("valeur_progression"),
            status: text("statut"),
            name: text("serie"),
        }
    };
    reader.records().map(|record| line(record.unwrap())).collect()
}

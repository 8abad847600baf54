//! A small report for the tests of this room.

use crate::assess::{Assessment, Change, FinalitySection, Finding, Provenance, Report};
use crate::compute::Breakdown;
use crate::config::{Community, Reference, Settings};
use crate::diagnostic::Place;
use crate::model::{
    CommunityType, Direction, Finality, Indicator, LegalBasis, Method, Nature, Perimeter, Point, Scope, Series, Status,
    Value,
};
use std::collections::BTreeMap;

/// Two indicators: `elec` (MWh, 2019 and 2020, falling towards a target) and `arbres` (no value).
pub fn report() -> Report {
    let mut findings = vec![
        finding("elec", "MWh", &[(2019, 1234.5), (2020, 1100.0)]),
        finding("arbres", "", &[]),
    ];
    findings[0].breakdowns = [("Mairie", 300.0, 250.0), ("École", 934.5, 850.0)]
        .map(|(site, first, last)| Breakdown {
            key: BTreeMap::from([("site".to_owned(), site.to_owned())]),
            series: crate::model::fixture::series(&[(2019, first), (2020, last)]),
        })
        .to_vec();
    Report {
        settings: settings(),
        sections: vec![FinalitySection {
            finality: Finality::Climate,
            findings,
            goals: Vec::new(),
        }],
        actions: Vec::new(),
        closed: Vec::new(),
        credits: None,
        movers: Default::default(),
        footprint: None,
        transition: None,
        calendar: Vec::new(),
        unfilled: Default::default(),
        digital: None,
        missing: Vec::new(),
        texts: BTreeMap::new(),
        changes: None,
        comparison: None,
        shown: Default::default(),
        provenance: Provenance {
            reference: Reference::default(),
            legal: LegalBasis {
                texts: Vec::new(),
                threshold: None,
                digital_bilan: false,
            },
            mandatory: false,
            files: Vec::new(),
        },
    }
}

fn settings() -> Settings {
    Settings {
        community: Community {
            name: "Collectivité d’essai".to_owned(),
            kind: CommunityType::Metropole,
            population: 1,
            ..Community::fixture()
        },
        ..Settings::fixture()
    }
}

fn finding(id: &str, unit: &str, values: &[(i32, f64)]) -> Finding {
    let points = values.iter().map(|(year, value)| Point {
        year: *year,
        value: Value::Number(*value),
        marks: Vec::new(),
        note: String::new(),
        places: vec![Place::cell("data/valeurs/essai.xlsx", "Valeurs", 3, 2)],
    });
    let (first, last) = (values.first().copied(), values.last().copied());
    let change = first.zip(last).map(|((from_year, from), (to_year, to))| Change {
        from_year,
        to_year,
        absolute: to - from,
        relative: Some(to / from - 1.0),
    });
    Finding {
        indicator: indicator(id, unit),
        headline: Series {
            points: points.collect(),
        },
        breakdowns: Vec::new(),
        withheld: std::collections::BTreeSet::new(),
        assessment: Assessment {
            status: if last.is_some() {
                Status::OnTrack
            } else {
                Status::NotAssessable
            },
            reason: String::new(),
            trend: None,
            inputs: crate::assess::AssessmentInputs {
                baseline: first,
                last,
                target: last.map(|_| (2030, 900.0)),
                direction: -1,
                method: last.map(|_| Method::GrowthRate),
                observed: last.map(|_| -0.108_950_992_304),
                ..Default::default()
            },
        },
        yearly_change: change,
        baseline_change: change,
        example: false,
        supplied: true,
    }
}

fn indicator(id: &str, unit: &str) -> Indicator {
    Indicator {
        place: Place::line("data/indicateurs/essai.yaml", 4, 5),
        title: format!("Titre de {id}"),
        unit: unit.to_owned(),
        scope: Scope::Territorial,
        nature: Nature::Context,
        direction: Direction::Decrease,
        perimeter: Perimeter::Territory,
        ..crate::model::fixture::indicator(id)
    }
}

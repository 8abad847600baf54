//! The posts of one year, each with what it weighs: equipment, data centres, services; and what is set apart.

use super::counted::{Counted, ELECTRICITY, Pick, SPREAD, Served, count};
use super::life;
use super::noun::{Excluded, ExclusionReason, Lacking, LifeUsed, Post, Share};
use crate::diagnostic::Place;
use crate::model::{Perimeter, Quality, Stage};
use crate::validate::{DataCentre, DeclaredService, Equipment, Fleet};
use std::collections::BTreeMap;

/// What one line adds to the footprint.
#[derive(Clone, Debug)]
pub struct Contribution<'a> {
    pub post: Post,
    pub perimeter: Perimeter,
    pub site: &'a str,
    pub share: Share,
    pub example: bool,
    pub place: &'a Place,
    /// The class of each datum that served.
    pub qualities: Vec<Quality>,
    /// How much its data weigh among the others: its units, 1 for a data centre or a service.
    pub weight: f64,
}

/// Everything that one year counts, and what it cannot.
#[derive(Clone, Debug, Default)]
pub struct Tally<'a> {
    pub contributions: Vec<Contribution<'a>>,
    pub lives: Vec<LifeUsed>,
    pub excluded: Vec<Excluded>,
    pub factors: Vec<Served<'a>>,
}

/// Counts a year with one pick of the factors.
pub fn tally(fleet: &Fleet, year: i32, pick: Pick) -> Tally<'_> {
    let mut tally = Tally::default();
    let mut apart = Apart::new();
    let mut counted = Vec::new();
    for line in fleet.equipment.iter().filter(|line| line.year == year) {
        if !line.exclusion.is_empty() {
            set_apart(&mut apart, line, ExclusionReason::Chosen(line.exclusion.clone()));
            continue;
        }
        match count(fleet, line, pick) {
            Ok(one) => counted.push(one),
            Err(missing) => set_apart(&mut apart, line, ExclusionReason::Missing(missing)),
        }
    }
    let lives = life::lives(&counted);
    for one in &counted {
        // A line of no unit has no life to be spread over, and nothing to spread.
        if let Some(life) = lives.get(&(one.line.perimeter, one.name)) {
            tally.contributions.push(of_equipment(one, life.total()));
        }
        tally.factors.extend(&one.factors);
    }
    tally.lives = lives.into_values().collect();
    tally.excluded = apart.into_values().collect();
    for centre in fleet.centres.iter().filter(|centre| centre.declaration.year == year) {
        add_centre(&mut tally, fleet, centre, pick);
    }
    let services = fleet.services.iter().filter(|service| service.declaration.year == year);
    tally.contributions.extend(services.map(of_service));
    tally
}

type Apart<'a> = BTreeMap<(&'a str, ExclusionReason), Excluded>;

fn set_apart<'a>(apart: &mut Apart<'a>, line: &'a Equipment, reason: ExclusionReason) {
    let entry = apart.entry((&line.kind, reason.clone())).or_insert_with(|| Excluded {
        post: Post::Equipment(line.kind.clone()),
        number: 0.0,
        reason,
        place: line.place.clone(),
    });
    entry.number += line.number;
}

/// What the units of a line weigh, spread over `life` years.
fn of_equipment<'a>(one: &Counted<'a>, life: f64) -> Contribution<'a> {
    let line = one.line;
    let spread = SPREAD.into_iter().zip(one.once);
    let mut stages: BTreeMap<Stage, f64> = spread.map(|(stage, once)| (stage, line.number * once / life)).collect();
    stages.insert(Stage::Use, line.number * one.yearly_use);
    Contribution {
        post: Post::Equipment(line.kind.clone()),
        perimeter: line.perimeter,
        site: &line.site,
        share: Share {
            number: line.number,
            stages,
            declared: None,
        },
        example: line.example || one.factors.iter().any(|(.., choice)| choice.used.example),
        place: &line.place,
        qualities: one.qualities.clone(),
        weight: line.number,
    }
}

/// The electricity of a data centre; its equipment, if the collectivité owns it, is in the inventory.
fn add_centre<'a>(tally: &mut Tally<'a>, fleet: &'a Fleet, centre: &'a DataCentre, pick: Pick) {
    let said = &centre.declaration;
    let post = Post::Centre(centre.name.clone());
    let Some(electricity) = &fleet.electricity else {
        tally.excluded.push(Excluded {
            post,
            number: 0.0,
            reason: ExclusionReason::Missing(vec![Lacking::Electricity]),
            place: said.place.clone(),
        });
        return;
    };
    let value = centre.energy.total() * pick.of(electricity, None).value;
    tally.contributions.push(Contribution {
        post,
        perimeter: said.perimeter,
        site: &said.site,
        share: Share {
            number: 0.0,
            stages: BTreeMap::from([(Stage::Use, value)]),
            declared: None,
        },
        example: said.example || electricity.used.example,
        place: &said.place,
        qualities: vec![said.origin.quality, electricity.used.origin.quality],
        weight: 1.0,
    });
    tally.factors.push((ELECTRICITY, None, electricity));
}

fn of_service(service: &DeclaredService) -> Contribution<'_> {
    let said = &service.declaration;
    Contribution {
        post: Post::Service(service.name.clone()),
        perimeter: said.perimeter,
        site: &said.site,
        share: Share {
            declared: Some(service.footprint),
            ..Share::default()
        },
        example: said.example,
        place: &said.place,
        qualities: vec![said.origin.quality],
        weight: 1.0,
    }
}

//! The footprint as the JSON documented in the guide, with French keys and every digit.

use crate::compute::{Excluded, Footprint, Post, Range, Share, UsedFactor, YearFootprint};
use crate::config::Settings;
use crate::model::{FactorItem, FactorSource, PostKind, Quality, Stage};
use crate::printed::PrintedTable;
use crate::validate::Factor;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

pub fn json(settings: &Settings, footprint: &Footprint) -> String {
    let (community, fleet) = (&settings.community, &settings.fleet);
    let years: Vec<Value> = footprint.years.iter().map(of_year).collect();
    let document = json!({
        "unite": "kgCO2e par an",
        "methode": "ADEME, RCP SI, novembre 2024",
        "collectivite": community.name,
        "agents": community.agents,
        "source_agents": community.agents_source,
        "population": community.population,
        "source_population": community.population_source,
        "annees": years,
        "resultats": json_rows(footprint.results_table()),
        "exclusions": fleet.exclusions_table().json(),
        "hypotheses": fleet.hypotheses,
        "limites": fleet.limits,
    });
    format!("{document:#}")
}

fn of_year(year: &YearFootprint) -> Value {
    let counted = year.total.is_counted();
    let of_kind = |kind: PostKind| {
        let posts = year.by_post.iter().filter(move |(post, _)| post.kind() == kind);
        let entry = |(post, part): (&Post, &Share)| {
            let mut entry = share(kind.key(), post.name(), part);
            entry["fourchette"] = range(year.ranges.get(post));
            entry
        };
        posts.map(entry).collect::<Vec<_>>()
    };
    json!({
        "annee": year.year,
        "exemple": year.example,
        "total": counted.then(|| year.total.total()),
        "nombre": year.total.number,
        "etapes": counted.then(|| stages(&year.total)),
        "sans_etape": year.total.declared,
        "par_agent": year.per_agent,
        "par_habitant": year.per_inhabitant,
        "fourchette": range(year.range.as_ref()),
        "par_equipement": of_kind(PostKind::Equipment),
        "par_centre": of_kind(PostKind::Centre),
        "par_service": of_kind(PostKind::Service),
        "par_perimetre": year.by_perimeter.iter().map(|(key, part)| share("perimetre", key.key(), part)).collect::<Vec<_>>(),
        "par_site": year.by_site.iter().map(|(site, part)| share("site", site, part)).collect::<Vec<_>>(),
        "durees": json_rows(year.lives_table()),
        "facteurs": year.factors.iter().map(factor).collect::<Vec<_>>(),
        "ecartes": year.excluded.iter().map(excluded).collect::<Vec<_>>(),
        "qualite": quality(&year.quality),
        "qualite_empreinte": quality(&year.quality_of_impact),
        "services": json_rows(year.services_table()),
        "centres": json_rows(year.centres_table()),
    })
}

fn json_rows(table: Option<PrintedTable>) -> Value {
    table.unwrap_or_default().json()
}

fn stages(share: &Share) -> Value {
    let entry = |stage: &Stage| (stage.key().to_owned(), json!(share.stages.get(stage)));
    Value::Object(Stage::ALL.iter().map(entry).collect::<Map<_, _>>())
}

fn share(what: &str, name: &str, share: &Share) -> Value {
    json!({
        what: name,
        "nombre": share.number,
        "total": share.total(),
        "etapes": stages(share),
        "sans_etape": share.declared,
    })
}

fn factor(used: &UsedFactor) -> Value {
    let (item, unit) = match used.item {
        Some(FactorItem::Stage(Stage::Use)) => (Stage::Use.key(), "kgCO2e/unité/an"),
        Some(FactorItem::Stage(stage)) => (stage.key(), "kgCO2e/unité"),
        Some(FactorItem::Life) => ("duree", "ans"),
        None => (Stage::Use.key(), "kgCO2e/kWh"),
    };
    let mut entry = sourced(&used.factor);
    entry["equipement"] = json!(used.equipment);
    entry["etape"] = json!(item);
    entry["unite"] = json!(unit);
    entry["autres"] = used.others.iter().map(sourced).collect();
    entry
}

fn sourced(factor: &Factor) -> Value {
    let mut entry = origin(&factor.origin);
    entry["valeur"] = json!(factor.value);
    entry["exemple"] = json!(factor.example);
    entry["lieu"] = json!(factor.place.as_ref().map(ToString::to_string));
    entry
}

fn origin(origin: &FactorSource) -> Value {
    json!({
        "source": origin.source,
        "version": origin.version,
        "date": origin.date,
        "qualite": origin.quality.key(),
    })
}

fn range(range: Option<&Range>) -> Value {
    range.map_or(Value::Null, |range| json!([range.low, range.high]))
}

fn excluded(excluded: &Excluded) -> Value {
    let missing: Vec<String> = excluded.missing().iter().map(|lacking| lacking.label()).collect();
    json!({
        "equipement": excluded.post.name(),
        "nature": excluded.post.kind().key(),
        "nombre": excluded.number,
        "manque": missing,
        "motif": excluded.reason(),
        "lieu": excluded.place.to_string(),
    })
}

fn quality(shares: &BTreeMap<Quality, f64>) -> Value {
    let entry = |class: &Quality| {
        (
            class.key().to_owned(),
            json!(shares.get(class).copied().unwrap_or_default()),
        )
    };
    Value::Object(Quality::ALL.iter().map(entry).collect::<Map<_, _>>())
}

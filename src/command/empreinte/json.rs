//! The footprint as the JSON documented in the guide, with French keys and every digit.

use millesime::compute::{Excluded, Footprint, LifeUsed, Share, UsedFactor, YearFootprint};
use millesime::config::Community;
use millesime::model::{Quality, Stage};
use millesime::validate::FactorItem;
use serde_json::{Map, Value, json};

pub fn json(community: &Community, footprint: &Footprint) -> String {
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
    });
    format!("{document:#}")
}

fn of_year(year: &YearFootprint) -> Value {
    let counted = year.total.number > 0.0;
    json!({
        "annee": year.year,
        "exemple": year.example,
        "total": counted.then(|| year.total.total()),
        "nombre": year.total.number,
        "etapes": counted.then(|| stages(&year.total)),
        "par_agent": year.per_agent,
        "par_habitant": year.per_inhabitant,
        "par_equipement": year.by_type.iter().map(|(name, part)| share("equipement", name, part)).collect::<Vec<_>>(),
        "par_perimetre": year.by_perimeter.iter().map(|(key, part)| share("perimetre", key.key(), part)).collect::<Vec<_>>(),
        "par_site": year.by_site.iter().map(|(site, part)| share("site", site, part)).collect::<Vec<_>>(),
        "durees": year.lives.iter().map(life).collect::<Vec<_>>(),
        "facteurs": year.factors.iter().map(factor).collect::<Vec<_>>(),
        "ecartes": year.excluded.iter().map(excluded).collect::<Vec<_>>(),
        "qualite": quality(year),
    })
}

fn stages(share: &Share) -> Value {
    let entry = |stage: &Stage| (stage.key().to_owned(), json!(share.stage(*stage)));
    Value::Object(Stage::ALL.iter().map(entry).collect::<Map<_, _>>())
}

fn share(what: &str, name: &str, share: &Share) -> Value {
    json!({ what: name, "nombre": share.number, "total": share.total(), "etapes": stages(share) })
}

fn life(life: &LifeUsed) -> Value {
    json!({
        "equipement": life.equipment,
        "perimetre": life.perimeter.key(),
        "nombre": life.number,
        "interne": life.internal,
        "reconditionne": life.refurbished,
        "reemploi": life.reused,
        "totale": life.total(),
        "age_moyen": life.mean_age,
    })
}

fn factor(used: &UsedFactor) -> Value {
    let (item, unit) = match used.item {
        Some(FactorItem::Stage(Stage::Use)) => (Stage::Use.key(), "kgCO2e/unité/an"),
        Some(FactorItem::Stage(stage)) => (stage.key(), "kgCO2e/unité"),
        Some(FactorItem::Life) => ("duree", "ans"),
        None => (Stage::Use.key(), "kgCO2e/kWh"),
    };
    let origin = &used.factor.origin;
    json!({
        "equipement": used.equipment,
        "etape": item,
        "valeur": used.factor.value,
        "unite": unit,
        "source": origin.source,
        "version": origin.version,
        "date": origin.date,
        "qualite": origin.quality.key(),
        "exemple": used.factor.example,
        "lieu": used.factor.place.as_ref().map(ToString::to_string),
    })
}

fn excluded(excluded: &Excluded) -> Value {
    let missing: Vec<String> = excluded.missing.iter().map(|lacking| lacking.label()).collect();
    json!({
        "equipement": excluded.equipment,
        "nombre": excluded.number,
        "manque": missing,
        "lieu": excluded.place.to_string(),
    })
}

fn quality(year: &YearFootprint) -> Value {
    let entry = |class: &Quality| {
        let share = year.quality.get(class).copied().unwrap_or_default();
        (class.key().to_owned(), json!(share))
    };
    Value::Object(Quality::ALL.iter().map(entry).collect::<Map<_, _>>())
}

//! The footprint on a terminal: a table by type and stage, then what it rests on and what it leaves out.

use millesime::compute::{Excluded, Footprint, LifeUsed, Share, YearFootprint};
use millesime::config::Community;
use millesime::french::{decimals_for_ticks, list, number, plural, quantity};
use millesime::model::{FactorSource, Quality, Stage};
use millesime::validate::FactorItem;
use std::collections::BTreeMap;

const METHOD: &str = "\
Méthode : règles par catégorie de produits des systèmes d’information (ADEME, RCP SI, novembre 2024).
Unité fonctionnelle : mettre à disposition et utiliser le système d’information pendant un an.
(fabrication + distribution + fin de vie) / durée de vie + utilisation d’une année ; équipements seuls,
sans les réseaux, les services ni l’hébergement extérieurs. La RCP ne fournit pas de facteur par défaut.
";

/// The footprint of every year, and their comparison when there are several.
pub fn text(community: &Community, footprint: &Footprint) -> String {
    let years = &footprint.years;
    let mut blocks: Vec<String> = years.iter().flat_map(|year| of_year(year, community)).collect();
    if years.len() > 1 {
        blocks.push(format!(
            "Évolution (kgCO2e par an ; agents et habitants de rapport.yaml, les mêmes chaque année)\n{}",
            evolution(years)
        ));
    }
    blocks.push(format!(
        "Facteurs, en kgCO2e par unité et durées en années\n{}",
        factors(years)
    ));
    blocks.push(METHOD.to_owned());
    blocks.join("\n")
}

fn of_year(year: &YearFootprint, community: &Community) -> Vec<String> {
    let mut blocks = vec![title(year, community)];
    if year.total.number > 0.0 {
        let types = year.by_type.iter().map(|(name, share)| (name.as_str(), share));
        blocks.push(format!(
            "Par équipement et par étape (kgCO2e par an)\n{}",
            shares("équipement", types, &year.total)
        ));
        let perimeters = year.by_perimeter.iter().map(|(key, share)| (key.label(), share));
        blocks.push(format!(
            "Par périmètre (kgCO2e par an)\n{}",
            shares("périmètre", perimeters, &year.total)
        ));
        if year.by_site.len() > 1 {
            let name = |site: &'_ String| {
                if site.is_empty() {
                    "(sans site)".to_owned()
                } else {
                    site.clone()
                }
            };
            let sites: Vec<(String, &Share)> = year.by_site.iter().map(|(site, share)| (name(site), share)).collect();
            let sites = sites.iter().map(|(site, share)| (site.as_str(), *share));
            blocks.push(format!(
                "Par site (kgCO2e par an)\n{}",
                shares("site", sites, &year.total)
            ));
        }
        blocks.push(format!("Durées de vie retenues (ans)\n{}", lives(&year.lives)));
        blocks.push(format!("Qualité des données : {}.\n", quality(year)));
    }
    let excluded: String = year.excluded.iter().map(excluded).collect();
    blocks.push(match excluded.as_str() {
        "" => "Équipements écartés : aucun.\n".to_owned(),
        lines => format!("Équipements écartés du calcul, et non comptés pour zéro\n{lines}"),
    });
    blocks
}

fn title(year: &YearFootprint, community: &Community) -> String {
    let mark = if year.example { " (valeurs d’exemple)" } else { "" };
    if year.total.number == 0.0 {
        return format!(
            "Empreinte des équipements numériques, {} : rien n’a pu être compté.\n",
            year.year
        );
    }
    let sourced = |heads: u64, noun: &str, source: &str| {
        let source = if source.is_empty() {
            String::new()
        } else {
            format!(", {source}")
        };
        format!("{} {noun}{source}", number(heads as f64, 0))
    };
    let mut line = format!(
        "Empreinte des équipements numériques, {} : {}{mark}\n",
        year.year,
        quantity(year.total.total(), 1, "kgCO2e par an")
    );
    if let (Some(value), Some(agents)) = (year.per_agent, community.agents) {
        let agents = sourced(agents, "agents", &community.agents_source);
        line += &format!(
            "  {} par agent ({agents} ; équipements de la collectivité et de ses opérateurs)\n",
            quantity(value, 2, "kgCO2e")
        );
    }
    if let Some(value) = year.per_inhabitant {
        let inhabitants = sourced(community.population, "habitants", &community.population_source);
        line += &format!("  {} par habitant ({inhabitants})\n", quantity(value, 3, "kgCO2e"));
    }
    line
}

fn shares<'a>(what: &str, shares: impl Iterator<Item = (&'a str, &'a Share)>, total: &'a Share) -> String {
    let header = [what, "nombre"]
        .into_iter()
        .chain(Stage::ALL.iter().map(|stage| stage.label()));
    let header: Vec<String> = header.chain(["total"]).map(str::to_owned).collect();
    let row = |(name, share): (&str, &Share)| {
        let stages = Stage::ALL.iter().map(|stage| number(share.stage(*stage), 1));
        let start = [name.to_owned(), number(share.number, 0)];
        start
            .into_iter()
            .chain(stages)
            .chain([number(share.total(), 1)])
            .collect::<Vec<_>>()
    };
    let mut shares: Vec<(&str, &Share)> = shares.collect();
    shares.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
    let rows = shares.into_iter().chain([("ensemble", total)]).map(row);
    aligned(&std::iter::once(header).chain(rows).collect::<Vec<_>>(), 1)
}

fn lives(lives: &[LifeUsed]) -> String {
    let header = [
        "équipement",
        "périmètre",
        "nombre",
        "interne",
        "reconditionné",
        "réemploi",
        "totale",
        "âge moyen",
    ];
    let row = |life: &LifeUsed| {
        let age = life.mean_age.map_or_else(|| "–".to_owned(), |age| number(age, 2));
        vec![
            life.equipment.clone(),
            life.perimeter.label().to_owned(),
            number(life.number, 0),
            number(life.internal, 2),
            number(life.refurbished, 2),
            number(life.reused, 2),
            number(life.total(), 2),
            age,
        ]
    };
    let header = header.map(str::to_owned).to_vec();
    aligned(
        &std::iter::once(header).chain(lives.iter().map(row)).collect::<Vec<_>>(),
        2,
    )
}

/// The factors of every year: one line for an equipment and a source, `nom : étape valeur ; étape valeur – source`.
fn factors(years: &[YearFootprint]) -> String {
    let mut lines: BTreeMap<(&str, &FactorSource, bool), BTreeMap<Option<FactorItem>, f64>> = BTreeMap::new();
    for used in years.iter().flat_map(|year| &year.factors) {
        let key = (used.equipment.as_str(), &used.factor.origin, used.factor.example);
        lines.entry(key).or_default().insert(used.item, used.factor.value);
    }
    let line = |((equipment, origin, example), values): (&(&str, &FactorSource, bool), &BTreeMap<_, f64>)| {
        let values: Vec<String> = values.iter().map(|(item, value)| factor(*item, *value)).collect();
        let version = if origin.version.is_empty() {
            String::new()
        } else {
            format!(", {}", origin.version)
        };
        let mark = if *example { ", exemple" } else { "" };
        format!(
            "  {equipment} : {}\n    source : {}{version} ({}), qualité {}{mark}\n",
            values.join(" ; "),
            origin.source,
            origin.date,
            origin.quality.label()
        )
    };
    lines.iter().map(line).collect()
}

fn factor(item: Option<FactorItem>, value: f64) -> String {
    let written = number(value, decimals_for_ticks(&[value]).max(1));
    match item {
        Some(FactorItem::Stage(Stage::Use)) => format!("utilisation {written} par an"),
        Some(FactorItem::Stage(stage)) => format!("{} {written}", stage.label()),
        Some(FactorItem::Life) => format!("durée de vie {written}"),
        None => format!("{written} par kWh"),
    }
}

fn quality(year: &YearFootprint) -> String {
    let class = |class: &Quality| {
        let share = year.quality.get(class).copied().unwrap_or_default() * 100.0;
        format!(
            "{} (±{}) {}",
            class.label(),
            quantity(f64::from(class.percent()), 0, "%"),
            quantity(share, 0, "%")
        )
    };
    list(&Quality::ALL.iter().map(class).collect::<Vec<_>>())
}

fn excluded(excluded: &Excluded) -> String {
    format!(
        "  {} : {}, {} ({})\n",
        excluded.equipment,
        plural(excluded.number as usize, "équipement", "équipements"),
        excluded.reason(),
        excluded.place
    )
}

fn evolution(years: &[YearFootprint]) -> String {
    let header = ["année", "nombre", "total", "par agent", "par habitant", "écartés"]
        .map(str::to_owned)
        .to_vec();
    let or_dash = |value: Option<f64>, decimals| value.map_or_else(|| "–".to_owned(), |value| number(value, decimals));
    let row = |year: &YearFootprint| {
        let counted = (year.total.number > 0.0).then(|| year.total.total());
        vec![
            year.year.to_string(),
            number(year.total.number, 0),
            or_dash(counted, 1),
            or_dash(year.per_agent, 2),
            or_dash(year.per_inhabitant, 3),
            number(year.excluded.iter().map(|excluded| excluded.number).sum(), 0),
        ]
    };
    aligned(
        &std::iter::once(header).chain(years.iter().map(row)).collect::<Vec<_>>(),
        1,
    )
}

/// Columns as wide as their longest cell; the first `texts` to the left, the numbers to the right.
fn aligned(rows: &[Vec<String>], texts: usize) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, cell)| match column < texts {
            true => format!("{cell:<width$}", width = widths[column]),
            false => format!("{cell:>width$}", width = widths[column]),
        });
        format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

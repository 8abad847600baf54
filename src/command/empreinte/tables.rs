//! The footprint on a terminal: a table by post and stage, then what it rests on and what it leaves out.

use super::aligned::aligned;
use super::grounds;
use crate::compute::{Footprint, Post, Range, Share, YearFootprint};
use crate::config::{Community, Settings};
use crate::french::{number, quantity};
use crate::model::Stage;

const METHOD: &str = "\
Méthode : règles par catégorie de produits des systèmes d’information (ADEME, RCP SI, novembre 2024).
Unité fonctionnelle : mettre à disposition et utiliser le système d’information pendant un an.
(fabrication + distribution + fin de vie) / durée de vie + utilisation d’une année ; les centres de données par leurs
kWh, les services par leurs résultats déclarés. La RCP ne fournit pas de facteur par défaut.
";

/// The footprint of every year, and their comparison when there are several.
pub fn text(settings: &Settings, footprint: &Footprint) -> String {
    let years = &footprint.years;
    let mut blocks: Vec<String> = years
        .iter()
        .flat_map(|year| of_year(year, &settings.community))
        .collect();
    if years.len() > 1 {
        blocks.push(format!(
            "Évolution (kgCO2e par an ; agents et habitants de rapport.yaml, les mêmes chaque année)\n{}",
            evolution(years)
        ));
    }
    if !footprint.results.is_empty() {
        let results: String = footprint.results.iter().map(grounds::result).collect();
        blocks.push(format!(
            "Résultats d’autres outils, jamais ajoutés à ceux-ci\n{results}"
        ));
    }
    if !years.is_empty() {
        blocks.push(format!(
            "Facteurs, en kgCO2e par unité et durées en années\n{}",
            grounds::factors(years)
        ));
    }
    let left_out = grounds::left_out(&settings.fleet);
    if !left_out.is_empty() {
        blocks.push(format!("Hors du calcul, par choix\n{left_out}"));
    }
    blocks.push(METHOD.to_owned());
    blocks.join("\n")
}

fn of_year(year: &YearFootprint, community: &Community) -> Vec<String> {
    let mut blocks = vec![title(year, community)];
    if year.total.is_counted() {
        let posts = year.by_post.iter().map(|(post, share)| (named(post), share));
        blocks.push(format!(
            "Par poste et par étape (kgCO2e par an)\n{}",
            shares("poste", posts, &year.total)
        ));
        if !year.ranges.is_empty() {
            let lines = year.ranges.iter().map(|(post, range)| range_line(post, *range, year));
            blocks.push(format!(
                "Fourchettes, où les sources diffèrent (kgCO2e par an)\n{}",
                lines.collect::<String>()
            ));
        }
        let perimeters = year
            .by_perimeter
            .iter()
            .map(|(key, share)| (key.label().to_owned(), share));
        blocks.push(format!(
            "Par périmètre (kgCO2e par an)\n{}",
            shares("périmètre", perimeters, &year.total)
        ));
        if year.by_site.len() > 1 {
            let name = |site: &str| if site.is_empty() { "(sans site)" } else { site }.to_owned();
            let sites = year.by_site.iter().map(|(site, share)| (name(site), share));
            blocks.push(format!(
                "Par site (kgCO2e par an)\n{}",
                shares("site", sites, &year.total)
            ));
        }
        if !year.lives.is_empty() {
            blocks.push(format!("Durées de vie retenues (ans)\n{}", grounds::lives(&year.lives)));
        }
        blocks.push(grounds::declared(year));
        blocks.push(format!(
            "Qualité des données : {}.\nDonnée la moins sûre, en part de l’empreinte : {}.\n",
            grounds::quality(&year.quality),
            grounds::quality(&year.quality_of_impact)
        ));
    }
    blocks.retain(|block| !block.is_empty());
    let excluded: String = year.excluded.iter().map(grounds::excluded).collect();
    blocks.push(match excluded.as_str() {
        "" => "Équipements écartés : aucun.\n".to_owned(),
        lines => format!("Équipements écartés du calcul, et non comptés pour zéro\n{lines}"),
    });
    blocks
}

fn named(post: &Post) -> String {
    match post {
        Post::Equipment(name) => name.clone(),
        Post::Centre(name) => format!("{name} (centre)"),
        Post::Service(name) => format!("{name} (service)"),
    }
}

fn range_line(post: &Post, range: Range, year: &YearFootprint) -> String {
    let used = year.by_post.get(post).map_or(0.0, Share::total);
    format!(
        "  {} : de {} à {}, {} retenu\n",
        named(post),
        number(range.low, 1),
        number(range.high, 1),
        number(used, 1)
    )
}

fn title(year: &YearFootprint, community: &Community) -> String {
    let mark = if year.example { " (valeurs d’exemple)" } else { "" };
    if !year.total.is_counted() {
        return format!("Empreinte du numérique, {} : rien n’a pu être compté.\n", year.year);
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
        "Empreinte du numérique, {} : {}{mark}\n",
        year.year,
        quantity(year.total.total(), 1, "kgCO2e par an")
    );
    if let Some(range) = year.range {
        line += &format!(
            "  fourchette : de {} à {}, selon les facteurs que donnent les sources\n",
            number(range.low, 1),
            quantity(range.high, 1, "kgCO2e")
        );
    }
    if let (Some(value), Some(agents)) = (year.per_agent, community.agents) {
        let agents = sourced(agents, "agents", &community.agents_source);
        line += &format!(
            "  {} par agent ({agents} ; périmètre de la collectivité et de ses opérateurs)\n",
            quantity(value, 2, "kgCO2e")
        );
    }
    if let Some(value) = year.per_inhabitant {
        let inhabitants = sourced(community.population, "habitants", &community.population_source);
        line += &format!("  {} par habitant ({inhabitants})\n", quantity(value, 3, "kgCO2e"));
    }
    line
}

fn shares<'a>(what: &str, shares: impl Iterator<Item = (String, &'a Share)>, total: &'a Share) -> String {
    let unstaged = total.declared.is_some();
    let header = [what, "nombre"]
        .into_iter()
        .chain(Stage::ALL.iter().map(|stage| stage.label()))
        .chain(unstaged.then_some("sans étape"));
    let header: Vec<String> = header.chain(["total"]).map(str::to_owned).collect();
    let row = |(name, share): (String, &Share)| {
        let or_dash = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| number(value, 1));
        let stages = Stage::ALL.iter().map(|stage| or_dash(share.stages.get(stage).copied()));
        let declared = or_dash(share.declared);
        let start = [name, number(share.number, 0)];
        start
            .into_iter()
            .chain(stages)
            .chain(unstaged.then_some(declared))
            .chain([number(share.total(), 1)])
            .collect::<Vec<_>>()
    };
    let mut shares: Vec<(String, &Share)> = shares.collect();
    shares.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
    let rows = shares.into_iter().chain([("ensemble".to_owned(), total)]).map(row);
    aligned(&std::iter::once(header).chain(rows).collect::<Vec<_>>(), 1)
}

fn evolution(years: &[YearFootprint]) -> String {
    let header = ["année", "nombre", "total", "par agent", "par habitant", "écartés"]
        .map(str::to_owned)
        .to_vec();
    let or_dash = |value: Option<f64>, decimals| value.map_or_else(|| "–".to_owned(), |value| number(value, decimals));
    let row = |year: &YearFootprint| {
        let counted = year.total.is_counted().then(|| year.total.total());
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

//! The footprint on a terminal: what each year weighs, what it rests on, what it leaves out; the tables of the report.

use crate::compute::{Footprint, YearFootprint};
use crate::config::{Community, Settings};
use crate::french::{number, quantity};
use crate::printed::{PrintedTable, wrapped};

const METHOD: &str = "\
Méthode : règles par catégorie de produits des systèmes d’information (ADEME, RCP SI, novembre 2024).
Unité fonctionnelle : mettre à disposition et utiliser le système d’information pendant un an.
(fabrication + distribution + fin de vie) / durée de vie + utilisation d’une année ; les centres de données par leurs kWh, les services par leurs résultats déclarés. La RCP ne fournit pas de facteur par défaut.
";

/// The footprint of every year, then what concerns them all.
pub fn text(settings: &Settings, footprint: &Footprint, width: usize) -> String {
    let section = |title: &str, table: Option<PrintedTable>| {
        let table = table?.terminal(width);
        Some(format!("{}{table}", wrapped(title, width)))
    };
    let mut blocks: Vec<Option<String>> = Vec::new();
    for year in &footprint.years {
        blocks.push(Some(wrapped(&title(year, &settings.community), width)));
        if year.total.is_counted() {
            blocks.extend([
                section("Par poste et par étape, en kgCO2e par an ; entre parenthèses, la fourchette où les sources diffèrent", Some(year.posts_table())),
                section("Par périmètre", year.perimeters_table()),
                section("Par site", year.sites_table()),
                section("Durées de vie, en années", year.lives_table()),
                section("Centres de données", year.centres_table()),
                section("Services", year.services_table()),
                section("Qualité", Some(year.quality_table())),
            ]);
        }
    }
    let excluded = footprint.excluded_table();
    let excluded = excluded.map(|table| table.pick(&["poste", "annee", "raison", "nombre", "lieu"]));
    let nothing = excluded.is_none().then(|| "Rien n’est mis à part.\n".to_owned());
    blocks.extend([
        section("D’une année à l’autre", footprint.years_table()),
        section("Ce qui est mis à part, et non compté pour zéro", excluded),
        nothing,
        section(
            "Hors du calcul, par choix",
            settings.fleet.exclusions_table().unless_empty(),
        ),
        section(
            "Résultats d’autres outils, jamais ajoutés à ceux-ci",
            footprint.results_table(),
        ),
        section(
            "Facteurs, en kgCO2e par unité et durées en années ; entre parenthèses, ceux qui ne sont pas retenus",
            footprint.factors_table(),
        ),
        Some(wrapped(METHOD, width)),
    ]);
    blocks.into_iter().flatten().collect::<Vec<_>>().join("\n")
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

//! The annex of method of the footprint, point by point as the RCP SI asks of a report.

use super::{page, subjects};
use crate::assess::Report;
use crate::compute::{Footprint, YearFootprint};
use crate::french;
use crate::model::FactorItem;
use crate::model::{Perimeter, Stage};
use crate::printed::PageTable;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Clone, Debug, Serialize)]
pub struct FootprintAnnex {
    /// What is counted, and for whom.
    pub perimeter: String,
    /// Sentences, those of the program and those of the author.
    pub hypotheses: Vec<String>,
    pub limits: Vec<String>,
    /// Numbers and lives of the last year.
    pub quantities: Option<PageTable>,
    pub centres: Option<PageTable>,
    pub services: Option<PageTable>,
    /// The factors of every year, with their source, version and date, and what other sources give.
    pub factors: Option<PageTable>,
}

pub fn describe(report: &Report, footprint: &Footprint, last: Option<&YearFootprint>) -> FootprintAnnex {
    let fleet = &report.settings.fleet;
    let written = |texts: &[String]| texts.iter().map(|text| french::punctuate(text)).collect::<Vec<_>>();
    FootprintAnnex {
        perimeter: last.map(perimeter).unwrap_or_default(),
        hypotheses: hypotheses(footprint)
            .into_iter()
            .chain(written(&fleet.hypotheses))
            .collect(),
        limits: limits(footprint).into_iter().chain(written(&fleet.limits)).collect(),
        quantities: page(last.and_then(YearFootprint::lives_table)),
        centres: page(last.and_then(YearFootprint::centres_table)),
        services: page(last.and_then(YearFootprint::services_table)),
        factors: page(footprint.factors_table()),
    }
}

fn perimeter(year: &YearFootprint) -> String {
    let perimeters: BTreeSet<Perimeter> = year.parts.keys().map(|(perimeter, _)| *perimeter).collect();
    let perimeters: Vec<&str> = perimeters.iter().map(|perimeter| perimeter.label()).collect();
    format!(
        "Sont comptés {}, dans {} : {}.",
        subjects(year),
        french::plural(perimeters.len(), "périmètre", "périmètres"),
        french::list(&perimeters)
    )
}

/// What the calculation supposes, only where it did.
fn hypotheses(footprint: &Footprint) -> Vec<String> {
    let used = || footprint.years.iter().flat_map(|year| &year.factors);
    let lives = used().any(|used| used.item == Some(FactorItem::Life));
    let uses = used().any(|used| used.item == Some(FactorItem::Stage(Stage::Use)));
    let spread = footprint.years.iter().any(|year| !year.lives.is_empty());
    let disagreeing = used().any(|used| !used.others.is_empty());
    let related = footprint.years.len() > 1;
    let sentences = [
        (
            spread,
            "Fabrication, distribution et fin de vie sont réparties également sur la durée de vie.",
        ),
        (
            lives,
            "Sans durée d’usage déclarée, la durée moyenne des facteurs est retenue.",
        ),
        (
            spread,
            "Un achat reconditionné et un réemploi n’allongent la durée de vie que si une pièce les établit.",
        ),
        (
            uses,
            "Sans consommation relevée, l’utilisation est celle du facteur, pour une année d’usage moyen en France.",
        ),
        (
            disagreeing,
            "Quand plusieurs sources donnent un facteur, celui de la collectivité passe avant celui du logiciel, puis viennent la meilleure classe de qualité, la date la plus récente et l’ordre du fichier. Les autres donnent la fourchette.",
        ),
        (
            related,
            "Les nombres d’agents et d’habitants sont les mêmes chaque année.",
        ),
    ];
    let held = sentences.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, sentence)| sentence.to_owned()).collect()
}

fn limits(footprint: &Footprint) -> Vec<String> {
    let declared = footprint.years.iter().any(|year| !year.services.is_empty());
    let apart = footprint.years.iter().any(|year| !year.excluded.is_empty());
    let sentences = [
        (
            true,
            "Seuls les gaz à effet de serre sont comptés : ni l’eau, ni les métaux, ni la biodiversité.",
        ),
        (apart, "Ce qui est mis à part manque au total, qui est donc un minimum."),
        (
            declared,
            "Les résultats déclarés des services suivent la méthode de leur fournisseur et n’ont pas d’étape.",
        ),
        (
            !footprint.results.is_empty(),
            "Les résultats d’autres outils sont donnés à part : leur méthode et leur contenu diffèrent.",
        ),
    ];
    let held = sentences.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, sentence)| sentence.to_owned()).collect()
}

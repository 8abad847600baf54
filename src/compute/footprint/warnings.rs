//! What the author should know of an inventory that can be counted: what was left out, and what was not believed.

use super::noun::{Lacking, Post, YearFootprint};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics};
use crate::french::{number, plural};
use crate::validate::{Equipment, Fleet};

/// Equipment that no factor covers is counted apart.
const NO_FACTOR: Code = Code("M340");
/// A consumption in kWh for which no factor of electricity is given.
const NO_ELECTRICITY_FACTOR: Code = Code("M341");
/// Refurbished purchases or reuse without what proves them.
const NOT_PROVED: Code = Code("M342");
/// Equipment older than the life it is spread over.
const OLDER_THAN_ITS_LIFE: Code = Code("M343");

/// Two years that do not count the same kinds of posts.
const NOT_COMPARABLE: Code = Code("M344");

const ELECTRICITY_HELP: &str = "Donnez dans data/parc/facteurs.csv le facteur de l’« électricité », étape « utilisation », en kgCO2e/kWh, avec sa source.";

/// What the lines say that will not be used; one warning a reason, at its first line.
pub fn of_lines(fleet: &Fleet, diagnostics: &mut Diagnostics) {
    let lines = || fleet.equipment.iter();
    let some = |units: Option<f64>| units.is_some_and(|units| units > 0.0);
    let unproved = lines().filter(|line| !line.proved && (some(line.refurbished) || some(line.reused)));
    let help = "Nommez la pièce qui l’établit (facture, convention de don…) dans la colonne « preuve ».";
    let what = "un achat reconditionné ou un réemploi est déclaré sans preuve : la durée de vie n’en est pas allongée";
    warn(NOT_PROVED, unproved.collect(), what, help, diagnostics);
    let incomplete = lines().filter(|line| line.proved && some(line.refurbished) && line.upstream_life.is_none());
    let help = "Écrivez la durée d’usage avant l’achat, en années, dans la colonne « duree_amont ».";
    let what =
        "un achat reconditionné est déclaré sans durée d’usage avant l’achat : la durée de vie n’en est pas allongée";
    warn(NOT_PROVED, incomplete.collect(), what, help, diagnostics);
    if fleet.electricity.is_none() {
        let metered = lines().filter(|line| line.yearly_energy.is_some());
        let help = ELECTRICITY_HELP;
        let what = "une consommation en kWh est donnée sans facteur de l’électricité : le facteur d’utilisation de l’équipement sert à sa place, s’il existe";
        warn(NO_ELECTRICITY_FACTOR, metered.collect(), what, help, diagnostics);
    }
}

/// What the footprint of a year leaves out; what the author chose to leave out is no news.
pub fn of_year(footprint: &YearFootprint, diagnostics: &mut Diagnostics) {
    let lacking = footprint
        .excluded
        .iter()
        .filter(|excluded| !excluded.missing().is_empty());
    for excluded in lacking {
        let what = match excluded.post {
            Post::Equipment(_) => plural(excluded.number as usize, "équipement", "équipements"),
            Post::Centre(_) | Post::Service(_) => excluded.post.kind().label().to_owned(),
        };
        let message = format!(
            "« {} » ({what}, {}) n’est pas compté dans l’empreinte, {}.",
            excluded.post.name(),
            footprint.year,
            excluded.reason()
        );
        let help = match excluded.missing() {
            [Lacking::Life] => {
                "Donnez sa durée de vie dans la colonne « duree_interne », ou à l’étape « duree » de data/parc/facteurs.csv."
            }
            [Lacking::Electricity] => ELECTRICITY_HELP,
            _ => "Donnez ses facteurs, avec leur source, dans data/parc/facteurs.csv ; ou corrigez le nom du type.",
        };
        diagnostics.push(
            Diagnostic::warning(NO_FACTOR, excluded.place.clone(), message)
                .help(help)
                .raw(excluded.post.name())
                .because(Cause::Factors),
        );
    }
    for life in &footprint.lives {
        let Some(age) = life.mean_age.filter(|age| *age > life.total()) else {
            continue;
        };
        let message = format!(
            "En {}, l’âge moyen de « {} » ({} ans) dépasse la durée de vie retenue ({} ans).",
            footprint.year,
            life.equipment,
            number(age, 1),
            number(life.total(), 1)
        );
        let help =
            "Donnez la durée d’usage constatée dans la colonne « duree_interne » : elle remplace la durée moyenne.";
        diagnostics.push(Diagnostic::warning(OLDER_THAN_ITS_LIFE, None, message).help(help));
    }
}

/// Years that follow each other and do not count the same things: their series has a break.
pub fn of_comparison(years: &[YearFootprint], diagnostics: &mut Diagnostics) {
    for pair in years.windows(2) {
        let [before, after] = pair else { continue };
        let (old, new) = (before.counted(), after.counted());
        let Some((perimeter, kind)) = old.symmetric_difference(&new).next() else {
            continue;
        };
        let (with, without) = match old.contains(&(*perimeter, *kind)) {
            true => (before.year, after.year),
            false => (after.year, before.year),
        };
        let message = format!(
            "L’empreinte de {} et celle de {} ne comptent pas la même chose : la première catégorie qui diffère est « {} » ({}), comptée en {with} et non en {without}. Leur comparaison est rompue.",
            before.year,
            after.year,
            kind.label(),
            perimeter.label()
        );
        let help = format!("Complétez {without} dans data/parc/, ou gardez la rupture : le rapport l’imprime.");
        diagnostics.push(Diagnostic::warning(NOT_COMPARABLE, None, message).help(help));
    }
}

fn warn(code: Code, lines: Vec<&Equipment>, what: &str, help: &str, diagnostics: &mut Diagnostics) {
    let Some(first) = lines.first() else { return };
    let message = format!("{} : {what}.", plural(lines.len(), "ligne", "lignes"));
    diagnostics.push(Diagnostic::warning(code, first.place.clone(), message).help(help));
}

//! `rapport.yaml` becomes [`Settings`]: defaults decided, files named looked for, years and dates read together.

use super::disk::Disk;
use super::raw::{CommunityEntry, ReportFile, ValuesEntry};
use super::{Community, Deliverable, Options, Settings, ValuesFile};
use super::{appearance, calendar, dates, deliberation, map, siren};
use crate::diagnostic::{Cause, Code, Diagnostic, Diagnostics, Placed};
use crate::form::words::Word;
use std::collections::BTreeSet;

/// A file named under `valeurs` that is not in `data/valeurs/`.
pub(super) const VALUES_MISSING: Code = Code("M044");
/// A logo that is not there, or neither SVG nor PNG.
pub(super) const LOGO: Code = Code("M046");
/// A path that leaves its folder.
pub(super) const PATH: Code = Code("M047");

const DEFAULT_NOTICE: &str = "Document de démonstration : les valeurs marquées « exemple » sont inventées, et ce document n’est pas une publication de la collectivité.";

/// The settings; none where a required value has a fault, and a default in the place of an optional one.
pub(super) fn settings(
    raw: ReportFile,
    options: &Options,
    disk: &Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    dates::check_years(&raw, diagnostics);
    let community = raw.community.0.and_then(|raw| community(raw, diagnostics));
    let fleet = super::equipment::settings(raw.fleet);
    let mark = diagnostics.mark();
    let budget = super::budget::settings(raw.budget, disk, diagnostics);
    diagnostics.blame(mark, &Cause::path("data/budget"));
    let calendar = calendar::settings(raw.calendar, raw.deliberation.as_ref(), &budget);
    let siren = community.as_ref().map(|community| community.siren.as_str());
    let deliberation = deliberation::settings(raw.deliberation, &calendar, siren, diagnostics);
    let appearance = appearance::appearance(raw.appearance, disk, diagnostics);
    let map = map::settings(raw.map, disk, diagnostics);
    let values = raw.values.unwrap_or_default().into_iter();
    let values = values
        .filter_map(|entry| values_file(entry, disk, diagnostics))
        .collect();
    let edition = raw.edition.0?.value.year();
    let shift = options.edition.map_or(0, |wanted| wanted - edition);
    Some(Settings {
        community: community?,
        title: raw.title.0?.0,
        subtitle: raw.subtitle.unwrap_or_default().0,
        edition: edition + shift,
        budget_year: raw.budget_year.0?.value.year() + shift,
        data_year: raw.data_year.0?.value.year() + shift,
        document_date: raw.document_date.0?.0,
        sample: raw.sample.is_some_and(|flag| flag.0),
        sample_notice: raw
            .sample_notice
            .map(|notice| notice.0)
            .filter(|notice| !notice.is_empty())
            .unwrap_or_else(|| DEFAULT_NOTICE.to_owned()),
        calendar,
        deliberation,
        deliverables: deliverables(raw.deliverables),
        values,
        fleet,
        budget,
        appearance,
        map,
        contact: raw.contact.unwrap_or_default().0,
    })
}

/// The deliverables asked for, each once; the report when none is.
fn deliverables(raw: Option<Vec<Word<Deliverable>>>) -> Vec<Deliverable> {
    let asked: BTreeSet<Deliverable> = raw.unwrap_or_default().into_iter().map(|word| word.0).collect();
    if asked.is_empty() {
        return vec![Deliverable::Report];
    }
    asked.into_iter().collect()
}

fn community(raw: CommunityEntry, diagnostics: &mut Diagnostics) -> Option<Community> {
    if let Some(siren) = &raw.siren.0 {
        siren::check(siren, diagnostics);
    }
    Some(Community {
        name: raw.name.0?.0,
        kind: raw.kind.0?.0,
        siren: siren::digits(&raw.siren.0?.value),
        population: u64::try_from(raw.population.0?.0).ok()?,
        population_source: raw.population_source.unwrap_or_default().0,
        agents: raw.agents.and_then(|agents| u64::try_from(agents.0).ok()),
        agents_source: raw.agents_source.unwrap_or_default().0,
    })
}

fn values_file(raw: ValuesEntry, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<ValuesFile> {
    let file = raw.file.0?;
    let name = &file.value;
    if !stays_inside(&file, "data/valeurs/", diagnostics) {
        return None;
    }
    if !disk.is_file(&format!("data/valeurs/{name}")) {
        let message = format!("Le fichier « {name} » n’est pas dans data/valeurs/.");
        let help = "Vérifiez le nom et l’extension, ou retirez cette ligne.";
        diagnostics.push(
            Diagnostic::error(VALUES_MISSING, file.place.clone(), message)
                .help(help)
                .raw(name),
        );
        return None;
    }
    Some(ValuesFile {
        file: file.value,
        sheet: raw.sheet.map(|sheet| sheet.0).filter(|sheet| !sheet.is_empty()),
    })
}

pub(super) fn is_logo(logo: &Placed<String>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> bool {
    let name = &logo.value;
    if !stays_inside(logo, "data/", diagnostics) {
        return false;
    }
    let lower = name.to_lowercase();
    let (message, help) = if !(lower.ends_with(".svg") || lower.ends_with(".png")) {
        (
            format!("Le logo « {name} » n’est ni un SVG ni un PNG."),
            "Convertissez-le en SVG (préférable) ou en PNG.",
        )
    } else if !disk.is_file(&format!("data/{name}")) {
        (
            format!("Le logo « {name} » n’est pas dans data/."),
            "Copiez le fichier dans data/, ou retirez cette ligne.",
        )
    } else {
        return true;
    };
    diagnostics.push(
        Diagnostic::error(LOGO, logo.place.clone(), message)
            .help(help)
            .raw(name),
    );
    false
}

/// A path of the author is relative, written with `/`, and never climbs.
pub(super) fn stays_inside(path: &Placed<String>, folder: &str, diagnostics: &mut Diagnostics) -> bool {
    let text = &path.value;
    let climbs = text.starts_with('/') || text.contains('\\') || text.contains(':');
    let right = !climbs && text.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if !right {
        let message = format!("« {text} » n’est pas un chemin dans {folder}.");
        let help = format!("Copiez le fichier dans {folder} et écrivez son nom seul (avec / entre les dossiers).");
        diagnostics.push(
            Diagnostic::error(PATH, path.place.clone(), message)
                .help(help)
                .raw(text),
        );
    }
    right
}

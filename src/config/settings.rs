//! `rapport.yaml` becomes [`Settings`]: defaults decided, files named looked for, years and dates read together.

use super::disk::Disk;
use super::named_file::named_file;
use super::raw::{CommunityEntry, ReportFile, ValuesEntry};
use super::{Community, Deliverable, Options, Settings, ValuesFile};
use super::{appearance, calendar, dates, deliberation, map, siren};
use crate::diagnostic::{Cause, Diagnostics};
use crate::form::words::Word;
use std::collections::BTreeSet;

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
    let fleet = super::equipment::settings(raw.fleet, disk, diagnostics);
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
    Some(ValuesFile {
        file: named_file(raw.file.0?, "data/valeurs/", disk, diagnostics)?.value,
        sheet: raw.sheet.map(|sheet| sheet.0).filter(|sheet| !sheet.is_empty()),
    })
}

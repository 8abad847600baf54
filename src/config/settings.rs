//! `rapport.yaml` becomes [`Settings`]: defaults decided, files named looked for, years and dates read together.

use super::disk::Disk;
use super::named_file::named_file;
use super::raw::ReportFile;
use super::{Deliverable, FleetFile, FleetSettings, Options, Settings, ValuesFile};
use super::{appearance, calendar, dates, deliberation, map};
use crate::diagnostic::{Cause, Diagnostics};

/// The settings; none where a required value has a fault, and a default in the place of an optional one.
pub(super) fn settings(
    raw: ReportFile,
    options: &Options,
    disk: &Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    dates::check_years(&raw, diagnostics);
    let fleet = fleet(raw.fleet, disk, diagnostics);
    let mark = diagnostics.mark();
    let budget = super::budget::checked(raw.budget, disk, diagnostics);
    diagnostics.blame(mark, &Cause::path("data/budget"));
    let calendar = calendar::settings(raw.calendar, raw.deliberation.as_ref(), &budget);
    let siren = raw.community.as_ref().map(|community| community.siren.as_str());
    let deliberation = deliberation::settings(raw.deliberation, &calendar, siren, diagnostics);
    let mut appearance = raw.appearance;
    appearance.logo = appearance
        .logo
        .and_then(|logo| appearance::image(logo, disk, diagnostics));
    let map = raw.map.and_then(|raw| map::settings(raw, disk, diagnostics));
    let values = raw.values.into_iter().filter_map(|named| {
        let file = named_file(named.file, "data/valeurs/", disk, diagnostics)?;
        Some(ValuesFile { file, ..named })
    });
    let values = values.collect();
    let edition = raw.edition?.value;
    let shift = options.edition.map_or(0, |wanted| wanted - edition);
    Some(Settings {
        community: raw.community?,
        title: raw.title?,
        subtitle: raw.subtitle,
        edition: edition + shift,
        budget_year: raw.budget_year?.value + shift,
        data_year: raw.data_year?.value + shift,
        document_date: raw.document_date?,
        sample: raw.sample,
        sample_notice: raw.sample_notice,
        calendar,
        deliberation,
        deliverables: match raw.deliverables.is_empty() {
            true => vec![Deliverable::Report],
            false => raw.deliverables,
        },
        values,
        fleet,
        budget,
        appearance,
        map,
        contact: raw.contact,
    })
}

/// What the author says of the fleet, without the inventories that are not there.
fn fleet(raw: FleetSettings, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> FleetSettings {
    let files = raw.files.into_iter().filter_map(|named| {
        let file = named_file(named.file, "data/parc/", disk, diagnostics)?;
        Some(FleetFile { file, ..named })
    });
    FleetSettings {
        files: files.collect(),
        ..raw
    }
}

//! `rapport.yaml` becomes [`Settings`]: defaults decided, files named looked for, years and dates read together.

use super::disk::Disk;
use super::raw::{AppearanceEntry, CalendarEntry, CommunityEntry, ReportFile, ValuesEntry};
use super::{Appearance, Calendar, Community, Deliverable, Options, Settings, ValuesFile};
use super::{dates, siren};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};

/// A file named under `valeurs` that is not in `data/valeurs/`.
pub(super) const VALUES_MISSING: Code = Code("M044");
/// A colour that is not `#rrggbb`.
pub(super) const COLOUR: Code = Code("M045");
/// A logo that is not there, or neither SVG nor PNG.
pub(super) const LOGO: Code = Code("M046");
/// A path that leaves its folder.
pub(super) const PATH: Code = Code("M047");

const DEFAULT_BRAND: &str = "#0b5a7a";
const DEFAULT_NOTICE: &str = "Document de démonstration : les valeurs marquées « exemple » sont inventées, et ce document n’est pas une publication de la collectivité.";

/// The settings; a fault leaves the default in the place of the value.
pub(super) fn settings(raw: ReportFile, options: &Options, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Settings {
    dates::check_years(&raw, diagnostics);
    let edition = raw.edition.value.year();
    let shift = options.edition.map_or(0, |wanted| wanted - edition);
    let mut deliverables: Vec<Deliverable> = raw
        .deliverables
        .unwrap_or_default()
        .into_iter()
        .map(|word| word.0)
        .collect();
    deliverables.sort();
    deliverables.dedup();
    if deliverables.is_empty() {
        deliverables.push(Deliverable::Report);
    }
    Settings {
        community: community(raw.community, diagnostics),
        title: raw.title.0,
        subtitle: raw.subtitle.unwrap_or_default(),
        edition: edition + shift,
        budget_year: raw.budget_year.value.year() + shift,
        data_year: raw.data_year.value.year() + shift,
        document_date: raw.document_date.0,
        sample: raw.sample.is_some_and(|flag| flag.0),
        sample_notice: raw
            .sample_notice
            .filter(|notice| !notice.is_empty())
            .unwrap_or_else(|| DEFAULT_NOTICE.to_owned()),
        calendar: calendar(raw.calendar, diagnostics),
        deliverables,
        values: raw
            .values
            .unwrap_or_default()
            .into_iter()
            .filter_map(|entry| values_file(entry, disk, diagnostics))
            .collect(),
        appearance: appearance(raw.appearance, disk, diagnostics),
        contact: raw.contact.unwrap_or_default(),
    }
}

fn community(raw: CommunityEntry, diagnostics: &mut Diagnostics) -> Community {
    siren::check(&raw.siren, diagnostics);
    Community {
        name: raw.name.0,
        kind: raw.kind.0,
        siren: siren::digits(&raw.siren.value),
        population: u64::try_from(raw.population.0).unwrap_or_default(),
        population_source: raw.population_source.unwrap_or_default(),
    }
}

fn calendar(raw: Option<CalendarEntry>, diagnostics: &mut Diagnostics) -> Calendar {
    let Some(raw) = raw else {
        return Calendar::default();
    };
    dates::check_calendar(&raw, diagnostics);
    let date = |day: Option<Placed<super::scalars::Day>>| day.map(|day| day.value.0);
    Calendar {
        presentation: date(raw.presentation),
        budget_orientation_debate: date(raw.budget_orientation_debate),
        budget_vote: date(raw.budget_vote),
        publication: date(raw.publication),
    }
}

fn values_file(raw: ValuesEntry, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Option<ValuesFile> {
    let name = &raw.file.value;
    if !stays_inside(&raw.file, "data/valeurs/", diagnostics) {
        return None;
    }
    if !disk.is_file(&format!("data/valeurs/{name}")) {
        let message = format!("Le fichier « {name} » n’est pas dans data/valeurs/.");
        let help = "Vérifiez le nom et l’extension, ou retirez cette ligne.";
        diagnostics.push(
            Diagnostic::error(VALUES_MISSING, raw.file.place.clone(), message)
                .help(help)
                .raw(name),
        );
        return None;
    }
    Some(ValuesFile {
        file: raw.file.value,
        sheet: raw.sheet.filter(|sheet| !sheet.is_empty()),
    })
}

fn appearance(raw: Option<AppearanceEntry>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> Appearance {
    let (brand, logo) = raw.map_or((None, None), |raw| (raw.brand, raw.logo));
    let brand = brand
        .filter(|brand| is_colour(brand, diagnostics))
        .map(|brand| brand.value.to_lowercase());
    let logo = logo
        .filter(|logo| is_logo(logo, disk, diagnostics))
        .map(|logo| logo.value);
    Appearance {
        brand: brand.unwrap_or_else(|| DEFAULT_BRAND.to_owned()),
        logo,
    }
}

fn is_colour(brand: &Placed<String>, diagnostics: &mut Diagnostics) -> bool {
    let text = &brand.value;
    let digits = text.strip_prefix('#').unwrap_or_default();
    let right = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !right {
        let message = format!("« {text} » n’est pas une couleur.");
        let help = "Écrivez un croisillon et six chiffres hexadécimaux, entre guillemets droits : \"#0b5a7a\".";
        diagnostics.push(
            Diagnostic::error(COLOUR, brand.place.clone(), message)
                .help(help)
                .raw(text),
        );
    }
    right
}

fn is_logo(logo: &Placed<String>, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> bool {
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
fn stays_inside(path: &Placed<String>, folder: &str, diagnostics: &mut Diagnostics) -> bool {
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

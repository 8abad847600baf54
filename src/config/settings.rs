//! `rapport.yaml`: its keys, and the [`Settings`] they become, with defaults decided, files looked for, years read together.
//!
//! A key that holds keys is declared in a module of its own.

use super::accepted::{self, AcceptedEntry};
use super::appearance::{self, Appearance};
use super::archives::ArchiveSettings;
use super::budget::{self, BudgetSettings};
use super::calendar::{self, Calendar, CalendarEntry};
use super::carried::CarriedText;
use super::columns::ColumnTitles;
use super::cycle::Cycle;
use super::deliberation::{self, Deliberation, DeliberationEntry};
use super::deliverable::Deliverable;
use super::disk::Disk;
use super::fleet::{self, FleetSettings};
use super::map::{self, MapEntry, MapSettings};
use super::named_file::named_file;
use super::open_data::OpenDataSettings;
use super::pages::{self, OwnPage, PageEntry};
use super::siren::Siren;
use crate::diagnostic::{Acceptance, Cause, Code, Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::kinds::{Ascending, Required};
use crate::form::percent::Rate;
use crate::form::reading::unwritten;
use crate::form::scalars::{Day, Flag, Sentence, Text, TextIfAny, Whole, Year};
use crate::form::words::Word;
use crate::model::{CommunityType, DecimalSign};
use jiff::civil::Date;

/// Edition, budget year and data year that cannot go together.
const YEARS: Code = Code("M042");

/// What the cover of a demonstration says.
const NOTICE: &str = "Document de démonstration : les valeurs marquées « exemple » sont inventées, et ce document n’est pas une publication de la collectivité.";

entry! {
    /// Le rapport : la collectivité, l’édition, le calendrier, l’apparence.
    ReportFile, "rapport.yaml" {
        /// Le format de ce projet, que la commande mettre-a-jour tient ; sans lui, celui des premiers projets.
        #[allow(dead_code, reason = "`format` reads it before anything else; here it is only a key that is known")]
        format("format"): Option<Whole<1, 1_000_000>>,
        /// La collectivité qui présente le rapport.
        community("collectivite"): Required<Community>,
        /// Le titre de la couverture.
        title("titre"): Required<Sentence>,
        /// Le sous-titre de la couverture.
        subtitle("sous_titre"): Text = String::new(),
        /// L’année qui donne son nom au rapport, par exemple 2026.
        edition("edition"): Required<Placed<Year>>,
        /// L’exercice du budget dont le débat suit le rapport : l’année de l’édition, ou la suivante.
        budget_year("exercice_budget"): Required<Placed<Year>>,
        /// La dernière année de données lue ; les valeurs plus récentes sont ignorées.
        data_year("annee_donnees"): Required<Placed<Year>>,
        /// La date du document (AAAA-MM-JJ), imprimée sur la couverture.
        document_date("date_document"): Required<Day>,
        /// true si le document est une démonstration ; la couverture le dit.
        sample("exemple"): Flag = false,
        /// La phrase de la couverture pour une démonstration ; une phrase par défaut existe.
        sample_notice("mention_exemple"): TextIfAny = NOTICE.to_owned(),
        /// La part des indicateurs attendus, en pour cent, qui doivent avoir leur valeur de l’année de données pour une
        /// publication officielle.
        least_share("part_valeurs_dues"): Rate = 50.0,
        /// Les dates du cycle budgétaire, quand elles sont connues.
        calendar("calendrier"): Option<CalendarEntry>,
        /// Ce que l’on sait de la délibération qui prend acte du rapport.
        deliberation("deliberation"): Option<DeliberationEntry>,
        /// Les documents à produire ; par défaut le rapport.
        deliverables("livrables"): Ascending<Vec<Word<Deliverable>>> = Vec::new(),
        /// Ce qu’il faut savoir d’un fichier de data/valeurs/ (les autres sont lus aussi, première feuille).
        values("valeurs"): Vec<ValuesFile> = Vec::new(),
        /// Le titre que porte chaque colonne dans vos tableaux, quand ce n’est pas le nôtre.
        columns("colonnes"): ColumnTitles = unwritten(),
        /// L’inventaire des équipements numériques, quand ses colonnes portent d’autres titres.
        fleet("parc"): FleetSettings = unwritten(),
        /// Les fichiers de data/budget/ et ce qu’il faut en savoir.
        budget("budget"): BudgetSettings = unwritten(),
        /// L’identité de la collectivité sur la page.
        appearance("apparence"): Appearance = unwritten(),
        /// Le fond de carte des indicateurs ventilés par commune.
        map("carte"): Option<MapEntry>,
        /// Ce que garde l’archive d’une édition officielle, dans archives/.
        archives("archives"): ArchiveSettings = unwritten(),
        /// La publication des données en données ouvertes.
        open_data("donnees_ouvertes"): OpenDataSettings = unwritten(),
        /// Les pages à vous, entre deux parties du rapport.
        pages("pages"): Vec<PageEntry> = Vec::new(),
        /// Les avertissements connus, que chaque commande ne fait plus que compter, avec leur raison.
        accepted("avertissements_acceptes"): Vec<AcceptedEntry> = Vec::new(),
        /// Les textes repris de l’édition précédente, que « millesime reconduire » liste jusqu’à ce qu’ils soient relus.
        carried("textes_a_relire"): Vec<CarriedText> = Vec::new(),
        /// À qui écrire au sujet du rapport.
        contact("contact"): Text = String::new(),
    }
}

entry! {
    /// La collectivité qui présente le rapport.
    noun Community, "la collectivité" {
        /// Le nom complet de la collectivité.
        name("nom"): Sentence,
        /// Le type de collectivité, qui décide des textes applicables.
        kind("type"): Word<CommunityType>,
        /// Le numéro SIREN, neuf chiffres, entre guillemets.
        siren("siren"): Siren,
        /// Le nombre d’habitants.
        population("population"): Whole<1, 100_000_000, u64>,
        /// La source et l’année de la population, imprimées à côté d’elle.
        population_source("source_population"): Text = String::new(),
        /// Le nombre d’agents, auquel l’empreinte du numérique est rapportée.
        agents("agents"): Option<Whole<1, 10_000_000, u64>>,
        /// La source et l’année du nombre d’agents.
        agents_source("source_agents"): Text = String::new(),
    }
}

entry! {
    /// Un fichier de data/valeurs/ et la feuille à y lire.
    noun ValuesFile, "le fichier de valeurs" {
        /// Le nom du fichier, dans data/valeurs/.
        file("fichier"): Placed<String>,
        /// La feuille à lire ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// Le signe qui précède les décimales, point ou virgule, quand les nombres du fichier ne le prouvent pas ; l’autre sépare les milliers.
        decimal("nombres"): Option<Word<DecimalSign>>,
        /// Oui si ses valeurs remplacent celles qu’un autre fichier donne pour les mêmes années.
        prevails("fait_foi"): Flag = false,
    }
}

/// `rapport.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    pub community: Community,
    pub title: String,
    pub subtitle: String,
    /// The name of the report, for instance 2026.
    pub edition: i32,
    /// The edition that `rapport.yaml` names; earlier or later than this one where `--edition` asked for another.
    pub own_edition: i32,
    /// The budget whose debate the report precedes.
    pub budget_year: i32,
    /// The last year read; later values are ignored.
    pub data_year: i32,
    /// The date of the document, in its metadata and on its cover: never the clock’s.
    pub document_date: Date,
    /// The document is a demonstration and no publication of the collectivité; the cover says so.
    pub sample: bool,
    /// The sentence of the cover about the demonstration, when `sample`.
    pub sample_notice: String,
    /// In percent: with fewer of the values due, no official publication.
    pub least_share: f64,
    pub calendar: Calendar,
    /// What is known of the délibération.
    pub deliberation: Deliberation,
    pub deliverables: Vec<Deliverable>,
    /// Files of `valeurs/` about which the author said more than their existence.
    pub values: Vec<ValuesFile>,
    /// The titles that the author’s tables have.
    pub columns: ColumnTitles,
    /// What the author says of the inventory of digital equipment.
    pub fleet: FleetSettings,
    /// What the author says of the files of `data/budget/`.
    pub budget: BudgetSettings,
    pub appearance: Appearance,
    /// The ground on which indicators disaggregated by commune are drawn.
    pub map: Option<MapSettings>,
    /// What the archive of an official edition holds.
    pub archives: ArchiveSettings,
    /// Where the open data will be, under which licence.
    pub open_data: OpenDataSettings,
    /// The pages that the author adds.
    pub pages: Vec<OwnPage>,
    /// The warnings that the author keeps, with the reasons.
    pub accepted: Vec<Acceptance>,
    /// The texts of the edition before that nobody has read again; none where another edition is asked for.
    pub carried: Vec<CarriedText>,
    /// Who to write to; may be empty.
    pub contact: String,
}

/// The settings, of another edition where one is asked for; none where a required value has a fault.
pub(super) fn settings(
    raw: ReportFile,
    asked: Option<i32>,
    disk: &Disk<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Settings> {
    let mark = diagnostics.mark();
    check_years(&raw, diagnostics);
    let agreed = !diagnostics.faulty_since(mark);
    let mut fleet = fleet::checked(raw.fleet, disk, diagnostics);
    let inventory = raw.columns.inventory.clone().into_iter();
    fleet.columns = inventory.chain(fleet.columns).collect();
    let mark = diagnostics.mark();
    let budget = budget::checked(raw.budget, disk, diagnostics);
    diagnostics.blame(mark, &Cause::path("data/budget"));
    let mut calendar = calendar::settings(raw.calendar, raw.deliberation.as_ref(), &budget);
    let siren = raw.community.as_ref().map(|community| community.siren.as_str());
    let mut deliberation = deliberation::settings(raw.deliberation, &calendar, siren, diagnostics);
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
    let pages = pages::pages(raw.pages, diagnostics);
    let accepted = accepted::accepted(raw.accepted, diagnostics);
    diagnostics.accept(accepted.clone());
    let edition = raw.edition?.value;
    let shift = asked.map_or(0, |wanted| wanted - edition);
    let cycle = Cycle {
        edition,
        budget: raw.budget_year.as_ref()?.value,
        data: raw.data_year.as_ref()?.value,
    };
    // Years that cannot go together have no cycle.
    if let Some(document) = raw.document_date.filter(|_| agreed) {
        cycle.check(&calendar, document, diagnostics);
    }
    cycle.shifted(shift).keep_own(&mut calendar, &mut deliberation);
    Some(Settings {
        community: raw.community?,
        title: raw.title?,
        subtitle: raw.subtitle,
        edition: edition + shift,
        own_edition: edition,
        budget_year: raw.budget_year?.value + shift,
        data_year: raw.data_year?.value + shift,
        document_date: raw.document_date?,
        sample: raw.sample,
        sample_notice: raw.sample_notice,
        least_share: raw.least_share,
        calendar,
        deliberation,
        deliverables: match raw.deliverables.is_empty() {
            true => vec![Deliverable::Report],
            false => raw.deliverables,
        },
        values,
        columns: raw.columns,
        fleet,
        budget,
        appearance,
        map,
        archives: raw.archives,
        open_data: raw.open_data,
        pages,
        accepted,
        carried: if shift == 0 { raw.carried } else { Vec::new() },
        contact: raw.contact,
    })
}

/// The edition precedes its budget by one year at most, and the data precede both.
fn check_years(raw: &ReportFile, diagnostics: &mut Diagnostics) {
    let Some(Placed { value: edition, .. }) = &raw.edition else {
        return;
    };
    let edition = *edition;
    let budget = raw.budget_year.as_ref();
    if let Some(placed) = budget.filter(|year| year.value < edition || year.value > edition + 1) {
        let year = placed.value;
        let message = format!(
            "L’exercice budgétaire {year} ne suit pas l’édition {edition} : il est de la même année, ou de la suivante."
        );
        let help = format!(
            "Écrivez « exercice_budget: {edition} » ou « exercice_budget: {} ».",
            edition + 1
        );
        diagnostics.push(placed.error(YEARS, message).help(help));
    }
    let budget = budget.map_or(edition + 1, |year| year.value);
    if let Some(placed) = raw
        .data_year
        .as_ref()
        .filter(|year| year.value >= budget || year.value > edition)
    {
        let year = placed.value;
        let message = format!(
            "L’année de données {year} n’est pas révolue : elle précède l’exercice budgétaire ({budget}) et ne dépasse pas l’édition ({edition})."
        );
        let help = format!(
            "Écrivez la dernière année dont les valeurs sont connues, par exemple « annee_donnees: {} ».",
            edition - 1
        );
        diagnostics.push(placed.error(YEARS, message).help(help));
    }
}

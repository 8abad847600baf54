//! The keys of `rapport.yaml`.

use super::budget::BudgetEntry;
use super::calendar::CalendarEntry;
use super::deliberation::DeliberationEntry;
use super::fleet::FleetEntry;
use super::map::MapEntry;
use crate::config::appearance::{FiveInks, Ink};
use crate::config::project::BRAND;
use crate::config::siren::Siren;
use crate::config::{Appearance, BudgetSettings, Community, Deliverable, FleetSettings, FontSettings, ValuesFile};
use crate::diagnostic::Placed;
use crate::form::entry::entry;
use crate::form::kinds::{Ascending, Required};
use crate::form::scalars::{Day, Flag, Sentence, Text, TextIfAny, Whole, Year};
use crate::form::words::Word;
use crate::model::CommunityType;

/// What the cover of a demonstration says.
const NOTICE: &str = "Document de démonstration : les valeurs marquées « exemple » sont inventées, et ce document n’est pas une publication de la collectivité.";

entry! {
    /// Le rapport : la collectivité, l’édition, le calendrier, l’apparence.
    ReportFile, "rapport.yaml" {
        /// Le format de ce projet, que la commande mettre-a-jour tient ; sans lui, celui des premiers projets.
        #[allow(dead_code, reason = "`format` reads it before anything else; here it is only a key that is known")]
        format("format"): Option<Whole<1, 1_000_000>>,
        /// La collectivité qui présente le rapport.
        community("collectivite"): Required<CommunityEntry>,
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
        /// Les dates du cycle budgétaire, quand elles sont connues.
        calendar("calendrier"): Option<CalendarEntry>,
        /// Ce que l’on sait de la délibération qui prend acte du rapport.
        deliberation("deliberation"): Option<DeliberationEntry>,
        /// Les documents à produire ; par défaut le rapport.
        deliverables("livrables"): Ascending<Vec<Word<Deliverable>>> = Vec::new(),
        /// Ce qu’il faut savoir d’un fichier de data/valeurs/ (les autres sont lus aussi, première feuille).
        values("valeurs"): Vec<ValuesEntry> = Vec::new(),
        /// L’inventaire des équipements numériques, quand ses colonnes portent d’autres titres.
        fleet("parc"): FleetEntry = FleetSettings::default(),
        /// Les fichiers de data/budget/ et ce qu’il faut en savoir.
        budget("budget"): BudgetEntry = BudgetSettings::default(),
        /// L’identité de la collectivité sur la page.
        appearance("apparence"): AppearanceEntry = Appearance::default(),
        /// Le fond de carte des indicateurs ventilés par commune.
        map("carte"): Option<MapEntry>,
        /// À qui écrire au sujet du rapport.
        contact("contact"): Text = String::new(),
    }
}

entry! {
    /// La collectivité qui présente le rapport.
    CommunityEntry => Community, "la collectivité" {
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
    ValuesEntry => ValuesFile, "le fichier de valeurs" {
        /// Le nom du fichier, dans data/valeurs/.
        file("fichier"): Placed<String>,
        /// La feuille à lire ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
    }
}

entry! {
    /// L’identité de la collectivité sur la page.
    AppearanceEntry => Appearance, "l’apparence" {
        /// La couleur principale, "#rrggbb" entre guillemets.
        brand("couleur"): Ink = BRAND,
        /// Les cinq couleurs des finalités, dans l’ordre de la loi, chacune "#rrggbb" entre guillemets.
        finalities("couleurs_finalites"): Option<FiveInks>,
        /// Le logo (SVG ou PNG), dans data/.
        logo("logo"): Option<Placed<String>>,
        /// Les polices de la charte, quand leurs fichiers sont dans data/polices/.
        fonts("polices"): FontsEntry = FontSettings::default(),
    }
}

entry! {
    /// Les polices de la charte : leurs noms, tels que leurs fichiers (.ttf ou .otf) les déclarent.
    FontsEntry => FontSettings, "les polices" {
        /// La police des titres, des chiffres et des graphiques.
        titles("titres"): Option<Placed<Sentence>>,
        /// La police des phrases.
        texts("textes"): Option<Placed<Sentence>>,
    }
}

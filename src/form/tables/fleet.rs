//! The tables of `data/parc/`: inventories, factors, and what others declared of services, data centres, results, waste.

use crate::diagnostic::Placed;
use crate::form::amounts::{Amount, Part, Units, Years};
use crate::form::cells::{Answer, Needed, Said, YearCell};
use crate::form::entry::entry;
use crate::form::kinds::Required;
use crate::form::lines::{Line, Others};
use crate::form::separators::Stake;
use crate::form::words::Word;
use crate::model::{FactorItem, ObservationStatus, Perimeter, Quality};

entry! {
    /// Un équipement, ou plusieurs semblables.
    EquipmentLine, "l’équipement" {
        /// Le type d’équipement ; rapport.yaml peut le dire de tout le fichier.
        kind("type"): Option<Placed<Said>>,
        /// Le modèle ; il dit le type quand la case « type » ne le dit pas.
        model("modele"): Said = String::new(),
        /// Le nombre d’équipements ; sans cette colonne, un par ligne.
        number("nombre"): Option<Needed<Units>>,
        /// L’année de l’inventaire ; celle des données si la case est vide.
        year("annee"): Option<YearCell>,
        /// L’année ou la date d’achat.
        purchase("annee_achat"): Option<Placed<YearCell>>,
        /// L’âge, en années ; il est tiré de l’achat si la case est vide.
        age("age"): Option<Amount>,
        /// Ce qui a été acheté reconditionné : oui, non, un nombre d’équipements, ou une part suivie de %.
        refurbished("reconditionne"): Option<Placed<Part>>,
        /// La durée d’usage dans la collectivité, en années.
        internal_life("duree_interne"): Option<Years>,
        /// La durée d’usage avant l’achat, en années.
        upstream_life("duree_amont"): Option<Amount>,
        /// Ce qui sert de nouveau ailleurs après usage : oui, non, un nombre d’équipements, ou une part suivie de %.
        reused("reemploi"): Option<Placed<Part>>,
        /// Ce qui prouve le reconditionnement ou le réemploi.
        proof("preuve"): Option<Said>,
        /// Le site.
        site("site"): Said = String::new(),
        /// Le périmètre ; la collectivité si la case est vide.
        perimeter("perimetre"): Option<Word<Perimeter>>,
        /// La consommation d’un équipement, en kWh par an.
        yearly_energy("kwh_an"): Option<Amount>,
        /// Le centre de données qui compte déjà la consommation de l’équipement.
        centre("centre"): Said = String::new(),
        /// La raison pour laquelle la ligne n’est pas comptée.
        exclusion("exclusion"): Said = String::new(),
        /// La classe de qualité de la ligne.
        quality("qualite"): Option<Word<Quality>>,
        /// « exemple » si la ligne est inventée pour une démonstration ; les mots d’un autre outil ne changent rien.
        status("statut"): Option<Placed<Said>>,
    }
}

impl Line for EquipmentLine {
    const TITLE: &str = "L’inventaire du parc numérique";
    const FILE: &str = "data/parc/inventaire….csv";
    const TITLES: &str = "parc: {colonnes: {type: …}}";
    const ALIASES: &[(&str, &'static str)] = &[
        ("quantite", "nombre"),
        ("effectif", "nombre"),
        ("date_d_achat", "annee_achat"),
        ("lieu", "site"),
    ];
    const EITHER: &[&'static str] = &["type"];
    const NUMBERS: &[(&'static str, Stake)] = &[
        ("nombre", Stake::Units),
        ("age", Stake::Measure),
        ("duree_interne", Stake::Measure),
        ("duree_amont", Stake::Measure),
        ("kwh_an", Stake::Measure),
    ];
    const UNITS: &[(&'static str, &'static str)] = &[("kwh_an", "kWh")];
    const OTHERS: Others = Others::Ignored;
    const ADVICE: &str = "S’il s’agit de l’export d’un outil de gestion de parc, dites dans rapport.yaml le titre de chacune, sous le nom de la nôtre : « parc: {colonnes: {type: …}} » pour le type, et de même pour les autres.";
}

entry! {
    /// Un facteur d’émission ou une durée de vie, et d’où il vient.
    FactorLine, "le facteur" {
        /// L’équipement ; « electricite » pour le facteur d’émission de l’électricité.
        equipment("equipement"): Required<Said>,
        /// L’étape du cycle de vie, ou la durée de vie.
        item("etape"): Required<Word<FactorItem>>,
        /// La valeur, dans l’unité de l’étape.
        value("kgco2e"): Required<Placed<Amount>>,
        /// kgCO2e/unité ; kgCO2e/unité/an pour l’utilisation, kgCO2e/kWh pour l’électricité, ans pour la durée.
        unit("unite"): Placed<Option<Said>>,
        /// Qui le donne.
        source("source"): Needed<Placed<Said>>,
        /// La version lue.
        version("version"): Said = String::new(),
        /// Quand il a été publié ou lu.
        date("date"): Needed<Said>,
        /// Sa classe de qualité ; moyenne si la case est vide.
        quality("qualite"): Word<Quality> = Quality::Medium,
        /// Le statut ; « exemple » si la ligne est inventée pour une démonstration.
        status("statut"): Word<ObservationStatus> = ObservationStatus::Final,
    }
}

impl Line for FactorLine {
    const TITLE: &str = "Les facteurs d’émission";
    const FILE: &str = "data/parc/facteurs….csv";
    const TITLES: &str = "colonnes: {facteurs: {equipement: …}}";
    const NUMBERS: &[(&'static str, Stake)] = &[("kgco2e", Stake::Measure)];
}

entry! {
    /// Un centre de données, tel qu’un autre outil le décrit : sans sa consommation.
    ForeignCentreLine, "le centre de données" {
        /// Le nom du centre.
        name("centre"): Required<Said>,
        /// L’énergie de tout le centre divisée par celle de ses équipements numériques.
        pue("pue"): Option<Amount>,
        /// Le site.
        site("site"): Said = String::new(),
        /// Qui donne le nombre.
        source("source"): Said = String::new(),
    }
}

impl Line for ForeignCentreLine {
    const TITLE: &str = "Les centres de données d’un autre outil";
    const FILE: &str = "data/parc/….csv";
    const TITLES: &str = "";
    const NUMBERS: &[(&'static str, Stake)] = &[("pue", Stake::Measure)];
    const OTHERS: Others = Others::Ignored;
}

/// What every line about one year says besides its number.
#[derive(Clone, Debug)]
pub struct DeclaredCells {
    pub year: Option<i32>,
    pub perimeter: Perimeter,
    pub site: String,
    pub source: Answer<Placed<String>>,
    pub version: String,
    pub date: Answer<String>,
    pub quality: Quality,
    pub status: ObservationStatus,
    pub note: String,
}

/// Declares a table whose lines say, each, where their number comes from.
macro_rules! declared {
    ($(#[$meta:meta])* $name:ident, $what:literal, $title:literal in $file:literal as $key:literal, [$($needed:literal)?] { $($own:tt)* }) => {
        entry! {
            $(#[$meta])*
            $name, $what {
                $($own)*
                /// L’année ; celle des données si la case est vide.
                year("annee"): Option<YearCell>,
                /// Le périmètre ; la collectivité si la case est vide.
                perimeter("perimetre"): Word<Perimeter> = Perimeter::Collectivite,
                /// Le site.
                site("site"): Said = String::new(),
                /// Qui donne le nombre.
                source("source"): Needed<Placed<Said>>,
                /// La version lue.
                version("version"): Said = String::new(),
                /// Quand il a été publié ou lu.
                date("date"): Needed<Said>,
                /// Sa classe de qualité ; moyenne si la case est vide.
                quality("qualite"): Word<Quality> = Quality::Medium,
                /// Le statut ; « exemple » si la ligne est inventée pour une démonstration.
                status("statut"): Word<ObservationStatus> = ObservationStatus::Final,
                /// Une remarque, imprimée à côté du nombre.
                note("note"): Said = String::new(),
            }
        }

        impl Line for $name {
            const TITLE: &str = $title;
            const FILE: &str = $file;
            const TITLES: &str = concat!("colonnes: {", $key, ": {annee: …}}");
            const EITHER: &[&'static str] = &[$($needed)?];
            const NUMBERS: &[(&'static str, Stake)] = &[
                ("kgco2e", Stake::Measure),
                ("kwh_informatique", Stake::Measure),
                ("kwh_mesures", Stake::Measure),
                ("kg", Stake::Measure),
            ];
            const UNITS: &[(&'static str, &'static str)] = &[
                ("kgco2e", "kgCO2e"),
                ("kwh_informatique", "kWh"),
                ("kwh_mesures", "kWh"),
                ("kg", "kg"),
            ];
        }

        impl $name {
            pub fn declared(&self) -> DeclaredCells {
                let line = self.clone();
                DeclaredCells {
                    year: line.year,
                    perimeter: line.perimeter,
                    site: line.site,
                    source: line.source,
                    version: line.version,
                    date: line.date,
                    quality: line.quality,
                    status: line.status,
                    note: line.note,
                }
            }
        }
    };
}

declared! {
    /// Un service ou un nuage, par le résultat que donne son fournisseur ou une étude.
    ServiceLine, "le service", "Les services et les nuages" in "data/parc/services….csv" as "services", [] {
        /// Le nom du service.
        name("service"): Required<Said>,
        /// Son empreinte d’une année, en kgCO2e.
        footprint("kgco2e"): Required<Amount>,
        /// Comment elle a été obtenue.
        method("methode"): Needed<Said>,
    }
}

declared! {
    /// L’électricité d’un centre de données.
    CentreLine, "le centre de données", "Les centres de données" in "data/parc/centres….csv" as "centres", [] {
        /// Le nom du centre.
        name("centre"): Required<Said>,
        /// La consommation des équipements numériques du centre, en kWh par an.
        equipment("kwh_informatique"): Option<Amount>,
        /// L’énergie de tout le centre divisée par celle de ses équipements numériques : 1,5 par exemple.
        pue("pue"): Option<Placed<Amount>>,
        /// La consommation mesurée de tout le centre, en kWh par an.
        measured("kwh_mesures"): Option<Placed<Amount>>,
    }
}

declared! {
    /// L’empreinte donnée par un autre outil ou une autre méthode.
    ResultLine, "le résultat", "Les résultats d’autres outils" in "data/parc/resultats….csv" as "resultats", ["annee"] {
        /// L’empreinte d’une année, en kgCO2e.
        footprint("kgco2e"): Required<Amount>,
        /// L’outil et sa version, ou l’étude.
        method("methode"): Needed<Said>,
    }
}

declared! {
    /// Le poids des équipements mis au rebut, d’après les bordereaux ou l’éco-organisme.
    WasteLine, "le poids de déchets", "Les déchets d’équipements" in "data/parc/deee….csv" as "deee", ["annee"] {
        /// Le poids d’une année, en kg.
        weight("kg"): Required<Amount>,
    }
}

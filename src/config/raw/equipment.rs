//! The keys about equipment: the factors of the reference data, and what `rapport.yaml` says of the inventory.

use crate::config::entry::entry;
use crate::config::scalars::{Day, Number, Sentence, Text};
use crate::config::words::Word;
use crate::model::Quality;

entry! {
    /// Les facteurs d’émission des équipements numériques.
    FactorsFile, "facteurs-numeriques.yaml" {
        /// Qui publie ces facteurs.
        source("source"): Sentence,
        /// La version lue.
        version("version"): Sentence,
        /// Le jour de la lecture.
        date("date"): Day,
        /// La classe de qualité de ces facteurs.
        quality("qualite"): Word<Quality>,
        /// Les équipements qui ont un facteur.
        equipment("equipements"): Vec<EquipmentEntry>,
    }
}

entry! {
    /// Les facteurs d’un équipement, en kgCO2e par unité.
    EquipmentEntry, "l’équipement" {
        /// Le nom de l’équipement, tel qu’imprimé.
        name("equipement"): Sentence,
        /// Les autres noms que lui donnent les inventaires.
        synonyms("autres_noms"): Option<Vec<Sentence>>,
        /// La fabrication, kgCO2e par unité.
        manufacture("fabrication"): Number,
        /// L’assemblage et la distribution, kgCO2e par unité.
        distribution("distribution"): Number,
        /// L’utilisation, kgCO2e par unité et par an.
        yearly_use("utilisation"): Number,
        /// La fin de vie, kgCO2e par unité.
        end_of_life("fin_de_vie"): Number,
        /// La durée de vie moyenne, en années.
        life("duree"): Number,
    }
}

entry! {
    /// Ce qu’il faut savoir de l’inventaire des équipements, data/parc/inventaire.
    FleetEntry, "le parc" {
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<Text>,
        /// Le titre que porte chaque colonne dans l’export d’un outil de gestion de parc.
        columns("colonnes"): Option<FleetColumnsEntry>,
    }
}

entry! {
    /// Le titre, dans le fichier, de chaque colonne de l’inventaire.
    FleetColumnsEntry, "la correspondance des colonnes" {
        /// La colonne du type d’équipement.
        kind("type"): Option<Sentence>,
        /// La colonne du modèle.
        model("modele"): Option<Sentence>,
        /// La colonne du nombre d’équipements.
        number("nombre"): Option<Sentence>,
        /// La colonne de l’année de l’inventaire.
        year("annee"): Option<Sentence>,
        /// La colonne de l’année ou de la date d’achat.
        purchase("annee_achat"): Option<Sentence>,
        /// La colonne de l’âge, en années.
        age("age"): Option<Sentence>,
        /// La colonne des équipements achetés reconditionnés.
        refurbished("reconditionne"): Option<Sentence>,
        /// La colonne de la durée d’usage dans la collectivité, en années.
        internal_life("duree_interne"): Option<Sentence>,
        /// La colonne de la durée d’usage avant l’achat, en années.
        upstream_life("duree_amont"): Option<Sentence>,
        /// La colonne du taux de réemploi après usage.
        reuse("reemploi"): Option<Sentence>,
        /// La colonne de la preuve du reconditionnement ou du réemploi.
        proof("preuve"): Option<Sentence>,
        /// La colonne du site.
        site("site"): Option<Sentence>,
        /// La colonne du périmètre.
        perimeter("perimetre"): Option<Sentence>,
        /// La colonne de la consommation d’un équipement, en kWh par an.
        yearly_energy("kwh_an"): Option<Sentence>,
        /// La colonne de la classe de qualité de la ligne.
        quality("qualite"): Option<Sentence>,
        /// La colonne du statut.
        status("statut"): Option<Sentence>,
    }
}

impl FleetColumnsEntry {
    /// Each key with the header written for it.
    pub(in crate::config) fn headers(self) -> impl Iterator<Item = (&'static str, String)> {
        let headers = [
            self.kind,
            self.model,
            self.number,
            self.year,
            self.purchase,
            self.age,
            self.refurbished,
            self.internal_life,
            self.upstream_life,
            self.reuse,
            self.proof,
            self.site,
            self.perimeter,
            self.yearly_energy,
            self.quality,
            self.status,
        ];
        let named = Self::KEYS.iter().copied().zip(headers);
        named.filter_map(|(key, header)| header.map(|header| (key, header.0)))
    }
}

//! What `rapport.yaml` says of the fleet of digital equipment, under `parc`.
//!
//! Only what the author says: the tables of `data/parc/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, TextIfAny, Year};
use crate::form::words::Word;
use crate::model::Perimeter;
use std::collections::BTreeMap;

entry! {
    /// Ce qu’il faut savoir du parc numérique, data/parc/.
    noun FleetSettings, "le parc" {
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// Le titre que porte chaque colonne dans l’export d’un outil de gestion de parc.
        columns("colonnes"): FleetColumnsEntry = BTreeMap::new(),
        /// Les inventaires dont il y a plus à dire, chacun avec ses colonnes.
        files("fichiers"): Vec<FleetFile> = Vec::new(),
        /// Les types et les modèles de l’inventaire qui désignent un même équipement.
        types("types"): Vec<FleetType> = Vec::new(),
        /// Ce que l’empreinte ne compte pas, et pourquoi.
        exclusions("exclusions"): Vec<FleetExclusion> = Vec::new(),
        /// Les hypothèses du calcul, une phrase chacune.
        hypotheses("hypotheses"): Vec<Sentence> = Vec::new(),
        /// Les limites du résultat, une phrase chacune.
        limits("limites"): Vec<Sentence> = Vec::new(),
    }
}

entry! {
    /// Un inventaire, avec ce que son fichier ne dit pas.
    noun FleetFile, "l’inventaire" {
        /// Le fichier, dans data/parc/.
        file("fichier"): Placed<Sentence>,
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// L’équipement des lignes sans type.
        kind("type"): Option<Sentence>,
        /// L’année des lignes sans année.
        year("annee"): Option<Year>,
        /// Le périmètre des lignes sans périmètre.
        perimeter("perimetre"): Option<Word<Perimeter>>,
        /// Le titre que porte chaque colonne dans ce fichier.
        columns("colonnes"): FleetColumnsEntry = BTreeMap::new(),
    }
}

entry! {
    /// Un équipement et les mots qui le désignent.
    noun FleetType, "le type d’équipement" {
        /// Le nom de l’équipement, tel que ses facteurs le portent.
        equipment("equipement"): Sentence,
        /// Les types ou les modèles de l’inventaire qui le désignent.
        words("autres_noms"): Vec<Sentence>,
    }
}

entry! {
    /// Ce qui n’est pas compté.
    noun FleetExclusion, "l’exclusion" {
        /// Ce qui est laissé hors de l’empreinte.
        object("objet"): Sentence,
        /// La raison, imprimée à côté.
        reason("raison"): Sentence,
    }
}

entry! {
    /// Le titre, dans le fichier, de chaque colonne de l’inventaire.
    FleetColumnsEntry => headers, "la correspondance des colonnes" {
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
        /// La colonne du centre de données où la consommation de l’équipement est déjà comptée.
        centre("centre"): Option<Sentence>,
        /// La colonne de la raison pour laquelle la ligne n’est pas comptée.
        exclusion("exclusion"): Option<Sentence>,
        /// La colonne de la classe de qualité de la ligne.
        quality("qualite"): Option<Sentence>,
        /// La colonne du statut.
        status("statut"): Option<Sentence>,
    }
}

/// The same, without the inventories that are not there.
pub(super) fn checked(raw: FleetSettings, disk: &Disk<'_>, diagnostics: &mut Diagnostics) -> FleetSettings {
    let files = raw.files.into_iter().filter_map(|named| {
        let file = named_file(named.file, "data/parc/", disk, diagnostics)?;
        Some(FleetFile { file, ..named })
    });
    FleetSettings {
        files: files.collect(),
        ..raw
    }
}

impl FleetSettings {
    /// What the author says of a file of `data/parc/` (its path from the root of the project).
    pub fn file(&self, path: &str) -> Option<&FleetFile> {
        let name = path.strip_prefix("data/parc/").unwrap_or(path);
        self.files.iter().find(|file| file.file.value == name)
    }

    /// The headers of a file.
    pub fn columns_of(&self, path: &str) -> &BTreeMap<&'static str, String> {
        match self.file(path) {
            Some(file) if !file.columns.is_empty() => &file.columns,
            _ => &self.columns,
        }
    }
}

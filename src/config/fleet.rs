//! What `rapport.yaml` says of the fleet of digital equipment, under `parc`.
//!
//! Only what the author says: the tables of `data/parc/` are read by `load`.

use super::disk::Disk;
use super::named_file::named_file;
use super::raw::OneOrMore;
use crate::diagnostic::{Diagnostics, Placed};
use crate::form::document::{Node, Shape};
use crate::form::entry::{FromYaml, entry, wrong_shape};
use crate::form::lines::Titles;
use crate::form::lines::titles::TitlesOf;
use crate::form::scalars::{Sentence, TextIfAny, Year};
use crate::form::separators::Notation;
use crate::form::tables::EquipmentLine;
use crate::form::words::Word;
use crate::model::{DecimalSign, Perimeter};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

entry! {
    /// Ce qu’il faut savoir du parc numérique, data/parc/.
    noun FleetSettings, "le parc" {
        /// La feuille à lire dans un classeur ; par défaut la première.
        sheet("feuille"): Option<TextIfAny>,
        /// Le titre que porte chaque colonne dans l’export d’un outil de gestion de parc.
        columns("colonnes"): TitlesOf<EquipmentLine> = Titles::new(),
        /// Les inventaires dont il y a plus à dire, chacun avec ses colonnes.
        files("fichiers"): Vec<FleetFile> = Vec::new(),
        /// Les types et les modèles de l’inventaire qui désignent un même équipement.
        types("types"): Vec<FleetType> = Vec::new(),
        /// Ce que portent, dans une colonne de l’inventaire, les équipements qui ne sont pas en service : « exclusion: {Statut: [En stock, Réformé]} ».
        left_out("exclusion"): LeftOut = BTreeMap::new(),
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
        /// Le signe qui précède les décimales, point ou virgule, quand les nombres du fichier ne le prouvent pas ; l’autre sépare les milliers.
        decimal("nombres"): Option<Word<DecimalSign>>,
        /// Le titre que porte chaque colonne dans ce fichier ; ils remplacent tous ceux de « parc: colonnes ».
        columns("colonnes"): TitlesOf<EquipmentLine> = Titles::new(),
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

/// Title of a column → the words of the lines that are not counted.
pub enum LeftOut {}

impl FromYaml for LeftOut {
    type Value = BTreeMap<String, Vec<String>>;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self::Value> {
        let Shape::Map(entries) = &node.shape else {
            let help = "Écrivez le titre de la colonne et ses mots sous « parc » de rapport.yaml : « exclusion: {Statut: [En stock, Réformé]} ».";
            diagnostics.push(wrong_shape(node, "une colonne et ses mots").help(help));
            return None;
        };
        let read = entries
            .iter()
            .filter_map(|(key, node)| Some((key.value.clone(), OneOrMore::from_yaml(node, diagnostics)?)));
        Some(read.collect())
    }
}

impl JsonSchema for LeftOut {
    fn schema_name() -> Cow<'static, str> {
        "exclusion".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": OneOrMore::json_schema(generator) })
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

    /// How the numbers of a file are written.
    pub fn notation<'p>(&'p self, path: &'p str) -> Notation<'p> {
        let said = self.file(path).map(|file| (file.decimal, &file.file.place));
        let name = path.strip_prefix("data/parc/").unwrap_or(path);
        Notation::of((Some("parc"), "fichiers"), name, said, !self.files.is_empty())
    }

    /// The headers of a file.
    pub fn columns_of(&self, path: &str) -> &Titles {
        match self.file(path) {
            Some(file) if !file.columns.is_empty() => &file.columns,
            _ => &self.columns,
        }
    }
}

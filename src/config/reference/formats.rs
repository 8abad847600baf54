//! `formats.yaml`: the files that a collectivité already holds for somebody else, each known by its header.
//!
//! It says which format a header is, and what becomes of its columns; it reads no line.

use super::foreign::{ProjectColumns, Proposal, ValueColumns};
use super::format_titles::{self, bare, telling};
use super::{Around, ReferenceFile};
use crate::diagnostic::Diagnostics;
use crate::form::entry::entry;
use crate::form::lines::Titles;
use crate::form::lines::column::squeezed;
use crate::form::lines::titles::TitlesOf;
use crate::form::scalars::{Day, Sentence};
use crate::form::tables::{EquipmentLine, ForeignCentreLine};
use crate::form::words::Word;
use crate::french::{date, quoted};
use crate::model::Becoming;
use crate::table::Cell;
use std::collections::BTreeSet;

/// The titles of a header as they are compared.
type Folded = BTreeSet<String>;

/// Columns of a format, of a title that nobody gives by chance, without which a header is not even near it.
const TELLING: usize = 2;

entry! {
    /// Les formats de fichiers que le programme reconnaît.
    FormatsFile, "formats.yaml" {
        /// Les formats.
        formats("formats"): Vec<ForeignFormat>,
    }
}

entry! {
    /// Un format, reconnu à son en-tête.
    noun ForeignFormat, "le format" {
        /// L’identifiant ; il nomme aussi la source et les fiches que l’import écrit.
        id("id"): Sentence,
        /// Son nom, tel que les messages le disent.
        name("nom"): Sentence,
        /// La version lue.
        version("version"): Sentence,
        /// Où ses colonnes ont été lues.
        source("source"): Sentence,
        /// Le jour de la lecture.
        read_on("lu_le"): Day,
        /// Les colonnes sans lesquelles un fichier n’est pas de ce format.
        required("requises"): Vec<Sentence>,
        /// Les autres colonnes du format.
        others("autres"): Vec<Sentence> = Vec::new(),
        /// Ce que devient un fichier : inventaire, centres, indicateurs, valeurs, actions ou rien.
        becoming("devient"): Word<Becoming>,
        /// Ce que la personne qui importe doit savoir, une phrase chacune.
        remarks("remarques"): Vec<Sentence> = Vec::new(),
        /// La colonne de l’année, ou d’une date.
        year("annee"): Option<Sentence>,
        /// Pour un inventaire : le titre de chacune de nos colonnes.
        inventory("inventaire"): TitlesOf<EquipmentLine> = Titles::new(),
        /// Pour des centres de données : le titre de chacune de nos colonnes.
        centres("centres"): TitlesOf<ForeignCentreLine> = Titles::new(),
        /// La colonne du pays ; une autre que la France est refusée.
        country("pays"): Option<Sentence>,
        /// La colonne de la date à laquelle un équipement est retiré.
        retired("retrait"): Option<Sentence>,
        /// La colonne dont une valeur ne se répète pas.
        unique("identifiant"): Option<Sentence>,
        /// Pour une feuille de valeurs : le titre de chacune de ses colonnes.
        values("valeurs"): Option<ValueColumns>,
        /// Pour une table de projets : le titre de chacune de ses colonnes.
        projects("projets"): Option<ProjectColumns>,
        /// Les indicateurs que le fichier permet de calculer.
        proposals("indicateurs"): Vec<Proposal> = Vec::new(),
    }
}

/// The formats that are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formats(Vec<ForeignFormat>);

/// What a header says that its table is.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognition<'f, 't> {
    /// It has every required column; those that the format does not have.
    Whole(&'f ForeignFormat, Vec<&'t Cell>),
    /// It has most of the required columns, and lacks these.
    Lacking(&'f ForeignFormat, Vec<&'f str>),
}

impl ReferenceFile for FormatsFile {
    const TEXT: &str = include_str!("../referentiels/formats.yaml");
    type Noun = Formats;

    fn noun(self, _: &Around<'_>, _: &mut Diagnostics) -> Formats {
        Formats(self.formats)
    }
}

impl Formats {
    /// What each is called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|format| format.name.as_str())
    }

    /// The format of a header; none where it is near none.
    pub fn recognise<'f, 't>(&'f self, header: &'t [Cell]) -> Option<Recognition<'f, 't>> {
        // Each title is folded once, not once a column of each format.
        let titles: Vec<String> = header.iter().map(|cell| cell.content.display()).collect();
        let titles: Folded = titles
            .iter()
            .flat_map(|title| [squeezed(bare(title)), telling(bare(title))])
            .collect();
        // That which asks the most, where a header is of several; one that knows more of it, and lacks a column, is nearer.
        let whole = self.0.iter().filter(|format| format.lacking(&titles).is_empty());
        let whole = whole.max_by_key(|format| format.required.len());
        let near = self.0.iter().filter(|format| format.is_near(&titles));
        let near = near.max_by_key(|format| format.known_by(&titles));
        let near = near.filter(|near| whole.is_none_or(|whole| near.known_by(&titles) > whole.known_by(&titles)));
        if let Some(near) = near {
            return Some(Recognition::Lacking(near, near.lacking(&titles)));
        }
        let titled = header.iter().filter(|cell| !cell.content.display().trim().is_empty());
        let strange = |format: &ForeignFormat| {
            let unknown = titled.filter(|cell| !format.knows(&cell.content.display()));
            unknown.collect()
        };
        whole.map(|format| Recognition::Whole(format, strange(format)))
    }
}

impl ForeignFormat {
    /// How a sentence names it: « équipements physiques de G4IT » (3.14).
    pub fn called(&self) -> String {
        format!("{} (version {})", quoted(&self.name), self.version)
    }

    /// Where its columns were read, and when.
    pub fn read_in(&self) -> String {
        format!("{}, lu le {}", self.source, date(self.read_on))
    }

    /// What a header lacks, in a clause, and the gesture: the columns, each with the title that is near it.
    pub fn lack(&self, header: &[Cell], missing: &[&str]) -> (String, String) {
        let titles = header.iter().map(|cell| cell.content.display().trim().to_owned());
        let unknown: Vec<String> = titles.filter(|title| !title.is_empty() && !self.knows(title)).collect();
        format_titles::lack(missing, &unknown, &self.read_in())
    }

    /// The rank of the column of this title in a header.
    pub fn rank(header: &[Cell], title: &str) -> Option<usize> {
        let asked = [squeezed(title), telling(title)];
        let found = |rank: usize, writing: fn(&str) -> String| {
            let is_asked = |cell: &Cell| writing(bare(&cell.content.display())) == asked[rank];
            header.iter().position(is_asked)
        };
        found(0, squeezed).or_else(|| found(1, telling))
    }

    /// Whether a header has a column; one that is copied as it is has it under its own title.
    fn has(&self, titles: &Folded, column: &str) -> bool {
        let is_copied = matches!(self.becoming, Becoming::Inventory | Becoming::Centres);
        titles.contains(&squeezed(column)) || !is_copied && titles.contains(&telling(column))
    }

    fn lacking(&self, titles: &Folded) -> Vec<&str> {
        let required = self.required.iter().map(String::as_str);
        required.filter(|title| !self.has(titles, title)).collect()
    }

    /// The titles of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        self.required.iter().chain(&self.others)
    }

    fn knows(&self, title: &str) -> bool {
        let is_yearly = |columns: &ValueColumns| {
            let words = [&columns.result, &columns.target];
            words.iter().any(|word| columns.year(title, word).is_some())
        };
        let titles: Folded = [squeezed(bare(title)), telling(bare(title))].into();
        self.columns().any(|known| self.has(&titles, known)) || self.values.as_ref().is_some_and(is_yearly)
    }

    fn is_near(&self, titles: &Folded) -> bool {
        let lacking = self.lacking(titles).len();
        lacking > 0 && 2 * lacking <= self.required.len() && self.known_by(titles) >= TELLING
    }

    /// How many columns of a header are of this format by a title that nobody gives by chance: of several words.
    fn known_by(&self, titles: &Folded) -> usize {
        let several = self
            .columns()
            .filter(|title| title.chars().any(|letter| !letter.is_lowercase()));
        several.filter(|title| self.has(titles, title)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Reference;
    use crate::table::{Kind, Table, read};

    fn table(header: &str) -> Table {
        let text = format!("{header}\n{}\n", ";".repeat(header.matches(';').count()) + "x");
        read(
            &"a.csv".into(),
            text.as_bytes(),
            Kind::Text,
            None,
            &mut Diagnostics::default(),
        )
        .unwrap()
    }

    fn said(header: &str) -> String {
        let formats = Reference::embedded().formats;
        match formats.recognise(&table(header).header) {
            None => "aucun".to_owned(),
            Some(Recognition::Whole(format, strange)) => {
                let strange: Vec<String> = strange.iter().map(|cell| cell.content.display()).collect();
                format!("{} +[{}]", format.id, strange.join(" "))
            }
            Some(Recognition::Lacking(format, missing)) => format!("{} -[{}]", format.id, missing.join(" ")),
        }
    }

    #[test]
    fn a_format_is_known_by_its_required_columns_whatever_their_order_and_capitals() {
        assert_eq!(
            said("type;QUANTITE;paysDUtilisation;modele;nomEquipementPhysique;couleur"),
            "g4it-equipements-physiques +[couleur]"
        );
        assert_eq!(
            said("nomApplication;typeEnvironnement;nomEquipementVirtuel"),
            "g4it-applications +[]"
        );
    }

    #[test]
    fn a_title_in_clear_is_that_of_its_column_and_one_in_another_unit_is_not() {
        let clear = "Année;SIRET;Raison sociale;Type de produit acquis;Montant total (€);Montant du réemploi et de la réutilisation;Montant des produits issus du don;Montant des produits recyclés";
        assert_eq!(said(clear), "achats-reemploi-recyclage +[]");
        assert_eq!(
            said(&clear.replace("(€)", "(k€)")),
            "achats-reemploi-recyclage -[montant_total]"
        );
        assert_eq!(
            ForeignFormat::rank(&table(clear).header, "type_produit_acquis"),
            Some(3)
        );
        // An inventory is read where it is copied, under the titles that it has.
        assert_eq!(
            said("nom de l’équipement physique;modele;quantite;type;pays d’utilisation"),
            "aucun"
        );
    }

    #[test]
    fn a_required_column_that_lacks_names_the_format_that_is_near() {
        assert_eq!(
            said("nomEquipementPhysique;modele;quantite;type;consoElecAnnuelle"),
            "g4it-equipements-physiques -[paysDUtilisation]"
        );
        assert_eq!(
            said(
                "siret;raison_sociale;type_produit_acquis;montant_total;montant_reemploi_et_reutilisation;montant_produits_recycles;montant_produits_issus_don"
            ),
            "achats-reemploi-recyclage -[annee]"
        );
    }

    #[test]
    fn a_table_of_a_project_is_of_no_format() {
        for header in [
            "type;nombre;annee",
            "type;modele;quantite;statut",
            "indicateur;annee;valeur",
            "service;kgco2e;source;date",
            "url;date;score",
        ] {
            assert_eq!(said(header), "aucun", "{header}");
        }
    }
}

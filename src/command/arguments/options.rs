//! What each command takes: its options and arguments, in French.

use crate::command::values::{day, deliverable, year};
use crate::config::{Deliverable, Options};
use clap::{Args, ValueHint};
use jiff::civil::Date;
use std::path::PathBuf;

/// The project and edition that several commands read.
#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct ProjectArguments {
    /// Dossier du projet, celui qui contient data/
    #[arg(long = "projet", value_name = "DOSSIER", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub project: PathBuf,
    /// Édition à produire, à la place de celle du projet
    #[arg(long, value_name = "AAAA", value_parser = year)]
    pub edition: Option<i32>,
}

/// What the commands that write into a project share.
#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct WritingArguments {
    /// Date à noter dans le journal, à la place de celle de l’ordinateur ; elle n’entre dans aucune publication
    #[arg(long, value_name = "AAAA-MM-JJ", value_parser = day)]
    pub date: Option<Date>,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct NewProject {
    /// Dossier à créer, ou dossier vide
    #[arg(value_name = "DOSSIER", help_heading = "Arguments\u{a0}", value_hint = ValueHint::DirPath)]
    pub directory: PathBuf,
    /// Numéro SIREN de la collectivité, cherché dans le registre du programme
    #[arg(long, value_name = "SIREN", conflicts_with = "name")]
    pub siren: Option<String>,
    /// Nom, ou mots du nom, de la collectivité ; code d’un département ou d’une région
    #[arg(long = "nom", value_name = "NOM")]
    pub name: Option<String>,
    /// Première édition du rapport ; les trois années du projet la suivent
    #[arg(long, value_name = "AAAA", value_parser = year)]
    pub edition: Option<i32>,
    /// N’écrit aucun exemple : les indicateurs et ce qu’ils mesurent, sans valeur, cible, texte ni action à remplacer
    #[arg(long = "vide")]
    pub bare: bool,
    /// Tient le projet dans un seul classeur, data/projet.xlsx, à la place des fichiers YAML
    #[arg(long = "classeur")]
    pub workbook: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Check {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Va jusqu’à composer et contrôler le PDF, en mémoire
    #[arg(long = "complet")]
    pub complete: bool,
    /// Refuse aussi ce qui ne peut être présenté au conseil (valeurs d’exemple, parties obligatoires absentes)
    #[arg(long = "officiel")]
    pub official: bool,
    /// Donne les fautes en JSON sur la sortie standard
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct EditionCheck {
    /// Dossier de l’édition, celui qui contient manifeste.json
    #[arg(value_name = "DOSSIER", help_heading = "Arguments\u{a0}", value_hint = ValueHint::DirPath)]
    pub edition: PathBuf,
    /// La refait, en mémoire, de ce qu’en garde archives/, et compare
    #[arg(long = "reconstruire")]
    pub rebuild: bool,
    /// Dossier du projet qui a archives/ ; par défaut celui au-dessus de l’édition, ou le dossier courant
    #[arg(long = "projet", value_name = "DOSSIER", value_hint = ValueHint::DirPath)]
    pub project: Option<PathBuf>,
    /// Donne ce qui diffère en JSON sur la sortie standard
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Build {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Dossier qui reçoit l’édition, à la place de output/ dans le projet
    #[arg(long = "sortie", value_name = "DOSSIER", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Ne produit que ce document (rapport, bilan-numerique ou deliberation) ; peut être répété
    #[arg(long = "livrable", value_name = "NOM", hide_possible_values = true, value_parser = deliverable())]
    pub deliverables: Vec<Deliverable>,
    /// Refuse les valeurs d’exemple et les parties obligatoires absentes
    #[arg(long = "officiel")]
    pub official: bool,
    /// Avec --officiel : remplace une édition déjà publiée officiellement ; la précédente est gardée à côté, datée
    #[arg(long = "remplacer-officiel", requires = "official")]
    pub replaces_official: bool,
    /// Affiche la durée de chaque étape
    #[arg(long = "chronometrer")]
    pub time: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Comparison {
    /// Année de la première édition
    #[arg(value_name = "AAAA", help_heading = "Arguments\u{a0}", value_parser = year)]
    pub before: i32,
    /// Année de la seconde
    #[arg(value_name = "AAAA", help_heading = "Arguments\u{a0}", value_parser = year)]
    pub after: i32,
    /// Dossier du projet, celui qui contient data/, archives/ et output/
    #[arg(long = "projet", value_name = "DOSSIER", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub project: PathBuf,
    /// Donne tout ce qui diffère en JSON
    #[arg(long)]
    pub json: bool,
    /// Écrit aussi tout ce qui diffère en PDF, dans ce fichier : ce qui compte, puis les listes
    #[arg(long, value_name = "FICHIER", value_hint = ValueHint::FilePath)]
    pub pdf: Option<PathBuf>,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Indicators {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Donne les indicateurs en JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Budget {
    /// Fichiers à lire, hors de tout projet s’il le faut : .xml (TOTEM, CFU) ou .csv (SCDL, balance)
    #[arg(value_name = "FICHIER", required = true, help_heading = "Arguments\u{a0}", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Donne les montants par nature, fonction, chapitre ou operation, avec leurs intitulés (un planDeCompte.xml à côté du fichier les remplace)
    #[arg(long, value_name = "CODE", value_enum, hide_possible_values = true)]
    pub par: Option<BudgetCode>,
    /// Avec --par, en fait un tableau CSV
    #[arg(long, requires = "par", conflicts_with = "json")]
    pub csv: bool,
    /// Donne les totaux en JSON, au centime : un objet, ou un tableau s’il y a plusieurs budgets
    #[arg(long)]
    pub json: bool,
}

/// The codes by which the lines of a budget are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum BudgetCode {
    Nature,
    Fonction,
    Chapitre,
    Operation,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Tagging {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Donne les montants par classe et ce qui reste à coter, en JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Donne une table de cotation à remplir : ce qui reste à coter du dernier exercice
    #[arg(long)]
    pub csv: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Footprint {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Donne l’empreinte en JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Calendar {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Date du vote du budget, à la place de celle du projet
    #[arg(long, value_name = "AAAA-MM-JJ", value_parser = day)]
    pub vote: Option<Date>,
    /// Écrit aussi le rétroplanning dans ce fichier, pour un agenda (iCalendar)
    #[arg(long, value_name = "FICHIER", value_hint = ValueHint::FilePath)]
    pub ics: Option<PathBuf>,
    /// Donne le rétroplanning en JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Renewal {
    /// Année de l’édition à ouvrir
    #[arg(value_name = "AAAA", help_heading = "Arguments\u{a0}", value_parser = year)]
    pub edition: i32,
    #[command(flatten)]
    pub change: ProjectChange,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct ProjectChange {
    /// Dossier du projet, celui qui contient data/
    #[arg(long = "projet", value_name = "DOSSIER", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub project: PathBuf,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Schema {
    /// Décrit les tableaux (colonnes, mots admis, bornes), en Markdown, au lieu des fichiers YAML
    #[arg(long, conflicts_with = "directory")]
    pub tableaux: bool,
    /// Décrit les clés des fichiers YAML, en Markdown
    #[arg(long, conflicts_with_all = ["directory", "tableaux"])]
    pub cles: bool,
    /// Décrit les fichiers que le programme reconnaît à leur en-tête, en Markdown
    #[arg(long, conflicts_with_all = ["directory", "tableaux", "cles"])]
    pub formats: bool,
    /// Dossier où écrire les schémas ; sans lui, ils sont affichés
    #[arg(value_name = "DOSSIER", help_heading = "Arguments\u{a0}", value_hint = ValueHint::DirPath)]
    pub directory: Option<PathBuf>,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Survey {
    /// Dossier du projet, celui qui contient data/, s’il y en a un
    #[arg(long = "projet", value_name = "DOSSIER", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub project: PathBuf,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Explanation {
    /// Codes des messages, écrits entre crochets devant eux ; sans code, tous sont énumérés
    #[arg(value_name = "CODE", help_heading = "Arguments\u{a0}")]
    pub codes: Vec<String>,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Completion {
    /// Interpréteur de commandes : bash, elvish, fish, powershell ou zsh
    #[arg(
        value_name = "INTERPRÉTEUR",
        hide_possible_values = true,
        help_heading = "Arguments\u{a0}"
    )]
    pub shell: clap_complete::Shell,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Manual {
    /// Dossier où écrire les pages
    #[arg(value_name = "DOSSIER", help_heading = "Arguments\u{a0}", value_hint = ValueHint::DirPath, required_unless_present = "page")]
    pub directory: Option<PathBuf>,
    /// Affiche toutes les commandes en une page, en Markdown
    #[arg(long, conflicts_with = "directory")]
    pub page: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

impl ProjectArguments {
    pub fn options(&self) -> Options {
        Options {
            root: self.project.clone(),
            edition: self.edition,
        }
    }
}

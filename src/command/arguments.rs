//! The arguments, declared: names in French with an English alias, help in French with an example each.

use super::values::{day, deliverable, year};
use crate::config::{Deliverable, Options};
use clap::{Args, Parser, Subcommand, ValueHint};
use jiff::civil::Date;
use std::path::PathBuf;

/// The frame of every help page, in French.
const HELP: &str = "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}\n";

#[derive(Parser)]
#[command(
    name = "millesime",
    version,
    about = "Le rapport sur la situation en matière de développement durable, des tableurs au PDF accessible et archivable.",
    help_template = HELP,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_help_heading = "Commandes\u{a0}",
    subcommand_value_name = "COMMANDE",
    next_help_heading = "Options\u{a0}",
    after_help = "\nExemple : millesime generer --projet mon-rapport\nCodes de retour : 0 fait ; 1 à corriger par l’auteur ; 2 échec de la machine."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Affiche cette aide [--help]
    #[arg(short = 'h', long = "aide", alias = "help", global = true, display_order = 100, help_heading = "Options\u{a0}", action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Affiche la version
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[allow(
    rustdoc::broken_intra_doc_links,
    reason = "clap prints these texts: what stands in brackets is an English alias"
)]
#[derive(Subcommand)]
pub enum Command {
    /// Crée un projet qui se construit aussitôt [init]
    #[command(alias = "init", help_template = HELP, after_help = "\nExemple : millesime nouveau mon-rapport")]
    Nouveau(NewProject),
    /// Cherche toutes les fautes, sans rien écrire [check]
    #[command(alias = "check", help_template = HELP, after_help = "\nExemple : millesime verifier --complet")]
    Verifier(Check),
    /// Produit le rapport, le contrôle et le publie dans output/ [build]
    #[command(alias = "build", help_template = HELP, after_help = "\nExemple : millesime generer --edition 2026 --officiel")]
    Generer(Build),
    /// Dit si une édition publiée est encore ce que dit son manifeste, et si elle peut être refaite [check-edition]
    #[command(alias = "check-edition", help_template = HELP, after_help = "\nExemple : millesime verifier-edition output/2026 --reconstruire")]
    VerifierEdition(EditionCheck),
    /// Affiche chaque indicateur : dernière valeur, cible, méthode, statut [indicators]
    #[command(alias = "indicators", help_template = HELP, after_help = "\nExemple : millesime indicateurs --json")]
    Indicateurs(Indicators),
    /// Affiche ce que contiennent des fichiers budgétaires : TOTEM, CFU, SCDL, balance de la DGFiP
    #[command(help_template = HELP, after_help = "\nExemple : millesime budget budget-2026.xml compte-2025.csv --json")]
    Budget(Budget),
    /// Liste l’investissement exécuté qu’aucune table de cotation ne classe, du plus grand au plus petit [tagging]
    #[command(alias = "tagging", help_template = HELP, after_help = "\nExemple : millesime cotation --csv > a-coter.csv")]
    Cotation(Tagging),
    /// Calcule l’empreinte des équipements numériques de data/parc/, par type et par étape [footprint]
    #[command(alias = "footprint", help_template = HELP, after_help = "\nExemple : millesime empreinte --json")]
    Empreinte(Footprint),
    /// Affiche le rétroplanning, à rebours du vote du budget, et les règles du calendrier [calendar]
    #[command(alias = "calendar", help_template = HELP, after_help = "\nExemple : millesime calendrier --vote 2027-03-26 --ics rapport-2026.ics")]
    Calendrier(Calendar),
    /// Met le projet au format de cette version du logiciel, sans toucher à ce que vous avez écrit [upgrade]
    #[command(alias = "upgrade", help_template = HELP, after_help = "\nExemple : millesime mettre-a-jour --projet mon-rapport")]
    MettreAJour(ProjectChange),
    /// Défait le dernier changement qu’une commande a fait dans le projet [undo]
    #[command(alias = "undo", help_template = HELP, after_help = "\nExemple : millesime annuler --projet mon-rapport")]
    Annuler(ProjectChange),
    /// Décrit en vingt lignes la machine et le dossier du projet, à coller dans un message d’aide [diagnose]
    #[command(alias = "diagnose", help_template = HELP, after_help = "\nExemple : millesime diagnostic --projet mon-rapport")]
    Diagnostic(Survey),
    /// Écrit les schémas JSON des fichiers YAML, pour l’aide à la saisie des éditeurs
    #[command(help_template = HELP, after_help = "\nExemple : millesime schema schemas/")]
    Schema(Schema),
    /// Écrit le complètement automatique de l’interpréteur de commandes [completions]
    #[command(alias = "completions", help_template = HELP, after_help = "\nExemple : millesime completion bash > millesime.bash")]
    Completion(Completion),
}

/// The project and edition that several commands read.
#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct ProjectArguments {
    /// Dossier du projet, celui qui contient data/
    #[arg(long = "projet", value_name = "DOSSIER", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub project: PathBuf,
    /// Édition à produire, à la place de celle de rapport.yaml
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
    /// Ne produit que ce document ; peut être répété
    #[arg(long = "livrable", value_name = "NOM", value_parser = deliverable)]
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
    /// Donne les totaux en JSON, au centime : un objet, ou un tableau s’il y a plusieurs budgets
    #[arg(long)]
    pub json: bool,
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
    /// Date du vote du budget, à la place de celle de rapport.yaml
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
pub struct Completion {
    /// Interpréteur de commandes : bash, elvish, fish, powershell ou zsh
    #[arg(
        value_name = "INTERPRÉTEUR",
        hide_possible_values = true,
        help_heading = "Arguments\u{a0}"
    )]
    pub shell: clap_complete::Shell,
}

impl ProjectArguments {
    pub fn options(&self) -> Options {
        Options {
            root: self.project.clone(),
            edition: self.edition,
        }
    }
}

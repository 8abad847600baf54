//! What the commands of the collection take: one workbook a service, sent, read back, followed.

use super::HELP;
use super::options::{ProjectArguments, WritingArguments};
use clap::{Args, Subcommand, ValueHint};
use std::path::PathBuf;

#[derive(Args)]
pub struct Collect {
    #[command(subcommand)]
    pub command: CollectCommand,
}

#[allow(
    rustdoc::broken_intra_doc_links,
    reason = "clap prints these texts: what stands in brackets is an English alias"
)]
#[derive(Subcommand)]
pub enum CollectCommand {
    /// Écrit un classeur par service dans collecte/, jamais par-dessus un classeur que quelqu’un a pu remplir [create]
    #[command(alias = "create", help_template = HELP, after_help = "\nExemple : millesime collecter creer --projet mon-rapport")]
    Creer(Creation),
    /// Lit les classeurs qui reviennent, garde chacun tel quel, et dit ce qui est nouveau, révisé, vide ou refusé [read]
    #[command(alias = "read", help_template = HELP, after_help = "\nExemple : millesime collecter lire ~/Téléchargements/collecte-2026-energie.xlsx")]
    Lire(Reception),
    /// Dit qui a répondu et ce qui manque, par service et par indicateur ; --relances écrit un texte pour chacun [status]
    #[command(alias = "status", help_template = HELP, after_help = "\nExemple : millesime collecter suivi --relances")]
    Suivi(Following),
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Creation {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Remplace aussi les classeurs que quelqu’un a pu remplir ; « annuler » les remet
    #[arg(long = "remplacer")]
    pub replaces: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Reception {
    /// Fichiers reçus (.xlsx, .ods ou .csv), où qu’ils soient ; d’un dossier, ses classeurs
    #[arg(value_name = "FICHIER", required = true, help_heading = "Arguments\u{a0}", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Reprend les valeurs qui en révisent d’autres : toutes, ou celles de ces indicateurs (--accepter=elec,gaz)
    #[arg(long = "accepter", value_name = "INDICATEUR", num_args = 0..=1, require_equals = true, value_delimiter = ',', default_missing_value = "")]
    pub accepted: Option<Vec<String>>,
    /// Reprend ces valeurs, et note pourquoi à côté d’elles
    #[arg(long = "motif", value_name = "RAISON")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub writing: WritingArguments,
}

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Following {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Donne ce qui manque en CSV : une ligne par valeur
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Donne où en est chaque service, et ce qui manque, en JSON
    #[arg(long)]
    pub json: bool,
    /// Écrit aussi le suivi dans ce fichier : une page accessible, à envoyer
    #[arg(long, value_name = "FICHIER", value_hint = ValueHint::FilePath)]
    pub html: Option<PathBuf>,
    /// Écrit un texte de relance par service qui doit encore quelque chose, et un CSV pour un publipostage ; rien n’est envoyé
    #[arg(long = "relances")]
    pub reminders: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

//! What `importer` takes.

use super::options::{ProjectArguments, WritingArguments};
use clap::{Args, ValueHint};
use std::path::PathBuf;

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct Import {
    /// Fichiers à reconnaître (.csv, .xlsx ou .ods), où qu’ils soient ; d’un dossier, ses classeurs
    #[arg(value_name = "FICHIER", required = true, help_heading = "Arguments\u{a0}", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Écrit sans demander ce que la commande montre
    #[arg(long = "accepter")]
    pub accepted: bool,
    /// Donne ce qui deviendrait quoi en JSON ; n’écrit qu’avec --accepter
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub writing: WritingArguments,
}

//! What the commands of the collection take: one workbook a service, sent, read back, followed.

use super::HELP;
use super::options::{ProjectArguments, WritingArguments};
use clap::{Args, Subcommand};

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

//! What `convertir` takes.

use super::options::ProjectChange;
use clap::Args;

#[derive(Args)]
#[command(next_help_heading = "Options\u{a0}")]
pub struct ProjectConversion {
    /// Ce que le projet devient, dans conversion/, où rien n’est récrit : classeur ou yaml
    #[arg(long = "vers", value_name = "FORME", value_enum, hide_possible_values = true)]
    pub target: ConversionTarget,
    #[command(flatten)]
    pub change: ProjectChange,
}

/// A way of keeping a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ConversionTarget {
    Classeur,
    Yaml,
}

//! `collecter`: a workbook a service, sent, read back and followed.

mod creer;
mod lire;
mod suivi;

use super::Failure;
use super::arguments::CollectCommand;

pub fn collecter(command: &CollectCommand) -> Result<(), Failure> {
    match command {
        CollectCommand::Creer(arguments) => creer::creer(arguments),
        CollectCommand::Lire(arguments) => lire::lire(arguments),
        CollectCommand::Suivi(arguments) => suivi::suivi(arguments),
    }
}

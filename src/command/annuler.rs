//! `annuler`: the last change that a command made in a project is undone.

use super::arguments::ProjectChange;
use super::{Failure, messages, writer};
use crate::error::Error;

/// Puts the files back and says which; refuses, naming them, where some were changed since.
pub fn annuler(arguments: &ProjectChange) -> Result<(), Failure> {
    let writer = writer::writer("annuler", arguments.writing.date);
    let undone = match crate::undo(&arguments.project, &writer) {
        Err(error @ Error::Changed(_)) => {
            eprintln!("erreur : {error}.");
            eprintln!(
                "Annuler effacerait ce que vous avez écrit depuis : remettez ces fichiers comme ils étaient, ou corrigez-les à la main."
            );
            return Err(Failure::Author);
        }
        Err(error @ Error::Added(_)) => {
            eprintln!("erreur : {error}.");
            eprintln!(
                "Annuler retirerait les fichiers du modèle autour de ceux-là : déplacez d’abord les vôtres, puis recommencez."
            );
            return Err(Failure::Author);
        }
        undone => undone?,
    };
    let Some(undone) = undone else {
        eprintln!("Rien à annuler : aucune commande n’a changé de fichier dans ce projet.");
        return Err(Failure::Author);
    };
    messages::note(&undone.notices);
    println!("Annulé : ce que la commande {} avait changé.", undone.writer);
    for path in &undone.paths {
        println!("  {path}");
    }
    Ok(())
}

//! `annuler`: the last change that a command made in a project is undone.

use super::arguments::ProjectChange;
use super::{Failure, messages, screen, writer};
use crate::error::Error;

/// Puts the files back and says which; refuses, naming them, where some were changed since.
pub fn annuler(arguments: &ProjectChange) -> Result<(), Failure> {
    let writer = writer::writer("annuler", arguments.writing.date);
    let undone = match crate::undo(&arguments.project, &writer) {
        Err(error @ Error::Changed(_)) => {
            screen::say(&format!("erreur : {error}."));
            screen::say(
                "Annuler effacerait ce que vous avez écrit depuis : remettez ces fichiers comme ils étaient, ou corrigez-les à la main.",
            );
            return Err(Failure::Author);
        }
        Err(error @ Error::Added(_)) => {
            screen::say(&format!("erreur : {error}."));
            screen::say(
                "Annuler retirerait les fichiers du modèle autour de ceux-là. Pour repartir du modèle, créez un autre projet (millesime nouveau) et copiez-y les vôtres ; pour l’effacer, déplacez les vôtres, puis effacez le dossier.",
            );
            return Err(Failure::Author);
        }
        undone => undone?,
    };
    let Some(undone) = undone else {
        screen::say(&format!(
            "Rien à annuler : aucune commande n’a changé de fichier dans « {} ».",
            arguments.project.display()
        ));
        screen::say("Un projet dans un autre dossier se désigne par --projet DOSSIER.");
        return Err(Failure::Author);
    };
    messages::note(&undone.notices);
    let paths = undone.paths.iter().map(|path| format!("  {path}\n"));
    screen::report(&format!(
        "Annulé : ce que la commande {} avait changé.\n{}",
        undone.writer,
        paths.collect::<String>()
    ))
}

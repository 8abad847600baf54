//! `nouveau`: a project that builds at once, every key explained in a comment, for a collectivité of the register.

use super::arguments::NewProject;
use super::{Failure, messages, screen, typed, writer};
use crate::config::{Beginning, Registered, RegisteredMatch};
use crate::error::Error;
use crate::french::number;
use std::io::{BufRead, IsTerminal};

/// As many answers as a screen holds.
const MOST_ANSWERS: usize = 20;

/// Writes the starter project into a new or empty folder; never over existing files.
pub fn nouveau(arguments: &NewProject) -> Result<(), Failure> {
    let directory = &arguments.directory;
    let writer = writer::writer("nouveau", arguments.writing.date);
    let owner = match arguments.siren.as_deref().or(arguments.name.as_deref()) {
        Some(sought) => Some(found(sought)?),
        None if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() => asked(),
        None => None,
    };
    let beginning = Beginning {
        owner,
        edition: arguments.edition,
    };
    let created = match crate::create(directory, &beginning, &writer) {
        Err(Error::NotEmpty(_)) => {
            screen::say(&format!(
                "erreur : « {} » existe déjà et n’est pas vide.",
                directory.display()
            ));
            screen::say("Donnez le nom d’un dossier nouveau : il sera créé.");
            return Err(Failure::Author);
        }
        created => created?,
    };
    messages::note(&created.notices);
    let mut said = format!(
        "Projet créé dans {} ({} fichiers).\n",
        directory.display(),
        created.files
    );
    if let Some((owner, source)) = &beginning.owner {
        said += &told(owner, source);
    }
    said += &format!(
        "Ensuite : millesime {} --projet {}\n",
        match beginning.owner.as_ref().is_some_and(|(owner, _)| owner.siren.is_none()) {
            true => "verifier",
            false => "generer",
        },
        typed::path(&directory.display().to_string())
    );
    screen::report(&said)
}

/// What was written of a collectivité, and what its source does not know.
fn told(owner: &Registered, source: &str) -> String {
    let mut said = format!("Collectivité : {} ({}).\n", owner.name, owner.kind.label());
    said += &match (&owner.siren, owner.population) {
        (Some(siren), Some(population)) => {
            format!(
                "SIREN {siren}, {} habitants : {source}.\n",
                number(population as f64, 0)
            )
        }
        _ => "Son numéro SIREN et sa population ne sont pas dans le registre : écrivez-les dans data/rapport.yaml.\n"
            .to_owned(),
    };
    if owner.particular {
        said += "Son statut est particulier : le programme n’a pas lu quels articles s’appliquent à elle. Vérifiez « type » dans data/rapport.yaml.\n";
    }
    said + "Vérifiez le nom : il sera imprimé tel qu’il est écrit dans data/rapport.yaml.\n"
}

/// The one collectivité that a SIREN or a name means, and where its population comes from; otherwise what the register
/// answers is told.
fn found(sought: &str) -> Result<(Registered, String), Failure> {
    let answer = crate::registered(sought);
    if let [only] = &answer.found[..] {
        return Ok((only.clone(), format!("population totale, {}", answer.source)));
    }
    if answer.found.is_empty() {
        screen::say(&format!(
            "erreur : aucune collectivité du registre n’est « {sought} » ({}).",
            answer.source
        ));
        screen::say(
            "Le registre a les intercommunalités et les communes de plus de 50 000 habitants, les départements et les régions.",
        );
        screen::say(
            "Essayez un autre mot de son nom, ou créez le projet sans --nom ni --siren : vous l’écrirez dans data/rapport.yaml.",
        );
        return Err(Failure::Author);
    }
    screen::say(&format!(
        "erreur : {} collectivités du registre peuvent être « {sought} ».",
        answer.found.len()
    ));
    list(&answer);
    screen::say("Donnez le numéro qui précède son nom (--siren), ou son nom entier (--nom).");
    Err(Failure::Author)
}

fn list(answer: &RegisteredMatch) {
    for one in answer.found.iter().take(MOST_ANSWERS) {
        let number = one.siren.as_deref().or(one.code.as_deref()).unwrap_or_default();
        screen::say(&format!("  {number:<9}  {} ({})", one.name, one.kind.label()));
    }
    if answer.found.len() > MOST_ANSWERS {
        screen::say(&format!("  et {} autres", answer.found.len() - MOST_ANSWERS));
    }
}

/// The collectivité that a person at a terminal names; none where the answer is empty: the project is the example.
fn asked() -> Option<(Registered, String)> {
    let mut answers = std::io::stdin().lock().lines();
    loop {
        screen::ask("Quelle collectivité ? Son SIREN, son nom, ou Entrée pour un projet d’exemple : ");
        let said = answers.next()?.ok()?;
        if said.trim().is_empty() {
            return None;
        }
        if let Ok(found) = found(said.trim()) {
            return Some(found);
        }
    }
}

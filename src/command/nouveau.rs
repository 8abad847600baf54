//! `nouveau`: a project that builds at once, every key explained in a comment, for a collectivité of the register.

use super::arguments::NewProject;
use super::{Failure, messages, screen, typed, writer};
use crate::config::{Beginning, Registered, RegisteredMatch};
use crate::error::Error;
use crate::french::number;
use crate::run::Layout;
use std::io::{BufRead, IsTerminal};

/// As many answers as a screen holds.
const MOST_ANSWERS: usize = 20;

/// Writes the starter project into a new or empty folder; never over existing files.
pub fn nouveau(arguments: &NewProject) -> Result<(), Failure> {
    let directory = &arguments.directory;
    let writer = writer::writer("nouveau", arguments.writing.date);
    let owner = match arguments.siren.as_deref().or(arguments.name.as_deref()) {
        Some(sought) => Some(found(sought, Way::Options)?),
        None if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() => asked()?,
        None => None,
    };
    let beginning = Beginning {
        owner,
        edition: arguments.edition,
        is_bare: arguments.bare,
    };
    let (layout, report) = match arguments.workbook {
        true => (Layout::Workbook, "la feuille «\u{a0}Rapport\u{a0}» de data/projet.xlsx"),
        false => (Layout::Files, "data/rapport.yaml"),
    };
    let created = match crate::create(directory, &beginning, layout, &writer) {
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
    said += &match &beginning.owner {
        Some((owner, source)) => told(owner, source, report),
        None => format!(
            "C’est un projet d’exemple : sa collectivité est fictive. Écrivez la vôtre dans {report}, ou recommencez avec --nom ou --siren.\n"
        ),
    };
    said += &format!(
        "Ensuite : millesime {} --projet {}\n",
        // What lacks is told, where no value is there yet to be printed.
        match arguments.bare || beginning.owner.as_ref().is_some_and(|(owner, _)| owner.siren.is_none()) {
            true => "verifier",
            false => "generer",
        },
        typed::path(&directory.display().to_string())
    );
    screen::report(&said)
}

/// What was written of a collectivité, and what its source does not know.
fn told(owner: &Registered, source: &str, report: &str) -> String {
    let mut said = format!("Collectivité : {} ({}).\n", owner.name, owner.kind.label());
    said += &match (&owner.siren, owner.population) {
        (Some(siren), Some(population)) => {
            format!(
                "SIREN {siren}, {} habitants : {source}.\n",
                number(population as f64, 0)
            )
        }
        _ => format!("Son numéro SIREN et sa population ne sont pas dans le registre : écrivez-les dans {report}.\n"),
    };
    if owner.particular {
        said += &format!(
            "Son statut est particulier : le programme n’a pas lu quels articles s’appliquent à elle. Vérifiez « type » dans {report}.\n"
        );
    }
    said + &format!("Vérifiez le nom : il sera imprimé tel qu’il est écrit dans {report}.\n")
}

/// How a collectivité is named: what is said when none is found is what can be typed there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Options,
    Question,
}

/// The one collectivité that a SIREN or a name means, and where its population comes from; otherwise what the register
/// answers is told.
fn found(sought: &str, way: Way) -> Result<(Registered, String), Failure> {
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
        screen::say(match way {
            Way::Options => {
                "Essayez un autre mot de son nom, ou créez le projet sans --nom ni --siren : vous l’écrirez dans le projet."
            }
            Way::Question => {
                "Essayez un autre mot de son nom, ou Entrée pour un projet d’exemple : vous l’écrirez dans le projet."
            }
        });
        return Err(Failure::Author);
    }
    screen::say(&format!(
        "erreur : {} collectivités du registre peuvent être « {sought} ».",
        answer.found.len()
    ));
    list(&answer);
    screen::say(match way {
        Way::Options => "Donnez le numéro qui précède son nom : --siren NUMÉRO.",
        Way::Question => "Recopiez le numéro qui précède son nom, ou sa ligne entière.",
    });
    Err(Failure::Author)
}

fn list(answer: &RegisteredMatch) {
    for one in answer.found.iter().take(MOST_ANSWERS) {
        let number = one.siren.as_deref().or(one.code.as_deref()).unwrap_or_default();
        let precise = one.department.as_ref().map(|department| format!(", {department}"));
        screen::say(&format!(
            "  {number:<9}  {} ({}{})",
            one.name,
            one.kind.label(),
            precise.unwrap_or_default()
        ));
    }
    if answer.found.len() > MOST_ANSWERS {
        screen::say(&format!("  et {} autres", answer.found.len() - MOST_ANSWERS));
    }
}

/// The collectivité that a person at a terminal names; none where the answer is empty: the project is the example.
///
/// The end of what is typed is no answer: nothing is made of it.
fn asked() -> Result<Option<(Registered, String)>, Failure> {
    let mut answers = std::io::stdin().lock().lines();
    loop {
        screen::ask(
            "Quelle collectivité ? Son SIREN, son nom, ou Entrée pour un projet d’exemple (Ctrl + C pour renoncer) : ",
        );
        let Some(Ok(said)) = answers.next() else {
            screen::say("");
            screen::say("Rien n’a été créé : aucune collectivité n’a été donnée.");
            return Err(Failure::Author);
        };
        if said.trim().is_empty() {
            return Ok(None);
        }
        if let Ok(found) = found(said.trim(), Way::Question) {
            return Ok(Some(found));
        }
    }
}

//! `convertir`: a project told as one workbook, or as YAML files, beside what it is kept in.

use super::arguments::{ConversionTarget, ProjectConversion};
use super::{Failure, messages, run, screen, writer};
use crate::french::{self, quoted};
use crate::printed::wrapped;
use crate::run::{ConversionOutcome, Layout};

/// Writes into `conversion/`, says what, and how to keep the project so.
pub fn convertir(arguments: &ProjectConversion) -> Result<(), Failure> {
    run::ready()?;
    let change = &arguments.change;
    let writer = writer::writer("convertir", change.writing.date);
    let layout = match arguments.target {
        ConversionTarget::Classeur => Layout::Workbook,
        ConversionTarget::Yaml => Layout::Files,
    };
    let outcome = crate::convert(&change.project, layout, &writer)?;
    messages::note(&outcome.notices);
    if outcome.written.is_empty() {
        messages::print(&outcome.diagnostics);
        if outcome.is_already {
            screen::say(match layout {
                Layout::Workbook => "Ce projet est déjà tenu dans un classeur.",
                Layout::Files => "Ce projet est déjà tenu dans des fichiers YAML.",
            });
        }
        if !outcome.standing.is_empty() {
            let standing: Vec<String> = outcome.standing.iter().map(|path| quoted(path)).collect();
            screen::say(&format!(
                "erreur : {} y est déjà : déplacez ou renommez le dossier conversion, puis relancez la commande.",
                french::list(&standing)
            ));
        }
        screen::say("Rien n’a été écrit.");
        return Err(Failure::Author);
    }
    screen::report(&wrapped(&told(&outcome, layout), screen::width()))
}

fn told(outcome: &ConversionOutcome, layout: Layout) -> String {
    let mut lines = vec!["Écrit, à côté du projet, qui n’est pas changé :".to_owned()];
    lines.extend(outcome.written.iter().map(|path| format!("  {path}")));
    if outcome.remarks > 0 {
        let remarks = french::plural(outcome.remarks, "remarque", "remarques");
        lines.push(format!(
            "{remarks} des fichiers YAML dans la feuille « Remarques », avec la clé où chacune se trouvait."
        ));
    }
    if !outcome.left.is_empty() {
        let sheets: Vec<String> = outcome.left.iter().map(|sheet| quoted(sheet)).collect();
        lines.push(format!(
            "Ce que vous avez écrit dans {} reste dans le classeur : gardez-le.",
            french::list(&sheets)
        ));
    }
    lines.push(match layout {
        Layout::Workbook => "Pour tenir le projet ainsi, sortez de data/ rapport.yaml, actions.yaml, strategie.yaml, les fichiers de indicateurs/ et les tableaux actions et credits, puis mettez-y projet.xlsx.".to_owned(),
        Layout::Files => "Pour tenir le projet ainsi, sortez de data/ le classeur projet, puis mettez-y ce que contient conversion/.".to_owned(),
    });
    lines.push("« millesime verifier » dit alors la même chose qu’avant ; « millesime annuler » retire ce qui vient d’être écrit.".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

//! `collecter lire`: what came back is read, told and merged.

use crate::collect::{Acceptance, Fate, Known, News, ReadFile, ReadValue};
use crate::command::arguments::Reception;
use crate::command::{Failure, messages, screen, writer};
use crate::diagnostic::{Place, Spot};
use crate::french::{name, plural};
use crate::model::Observation;
use std::collections::BTreeSet;

/// Lines of one kind that are told of one file; the others are counted.
const TOLD: usize = 40;

/// Reads the files and says what each held.
pub fn lire(arguments: &Reception) -> Result<(), Failure> {
    let writer = writer::writer("collecter lire", arguments.writing.date);
    let named: BTreeSet<String> = arguments.accepted.iter().flatten().map(|id| name(id)).collect();
    let acceptance = Acceptance {
        all: named.contains("") || arguments.accepted.is_none() && arguments.reason.is_some(),
        of: named.into_iter().filter(|id| !id.is_empty()).collect(),
        reason: arguments.reason.clone(),
    };
    let outcome = crate::read_collection(&arguments.project.options(), &arguments.files, &acceptance, &writer)?;
    messages::note(&outcome.notices);
    messages::print(&outcome.diagnostics);
    let Some(files) = &outcome.files else {
        screen::say("Rien n’a été lu.");
        return Err(Failure::Author);
    };
    let mut said = String::new();
    for file in files {
        said += &told(file);
    }
    let pending = files
        .iter()
        .flat_map(|file| &file.values)
        .filter(|value| is_pending(&value.fate));
    let pending = pending.count();
    if pending > 0 {
        said += &format!(
            "{} : pour reprendre ces valeurs, relancez la commande avec --accepter (toutes), --accepter=INDICATEUR, ou --motif \"la raison\".\n",
            plural(
                pending,
                "révision attend votre accord",
                "révisions attendent votre accord"
            )
        );
    }
    said += &match outcome.written.as_slice() {
        [] => "Rien n’a changé dans le projet.\n".to_owned(),
        written => format!(
            "Écrit : {}. « millesime annuler » le remet comme il était.\n",
            plural(written.len(), "fichier", "fichiers")
        ),
    };
    screen::report(&said)?;
    let refused = files.iter().any(|file| !file.refused.is_empty());
    match outcome.diagnostics.has_errors() || refused || pending > 0 {
        true => Err(Failure::Author),
        false => Ok(()),
    }
}

fn is_pending(fate: &Fate) -> bool {
    matches!(fate, Fate::Revised { accepted: false, .. })
}

/// What one file held.
fn told(file: &ReadFile) -> String {
    if file.untouched {
        return format!(
            "{} : le classeur tel qu’il a été envoyé, personne ne l’a rempli.\n\n",
            file.path
        );
    }
    let of = |is: fn(&Fate) -> bool| file.values.iter().filter(|value| is(&value.fate)).collect::<Vec<_>>();
    let new = of(|fate| *fate == Fate::New);
    let detailed = of(|fate| *fate == Fate::Detailed);
    let revised = of(|fate| matches!(fate, Fate::Revised { .. }));
    let unchanged = of(|fate| *fate == Fate::Unchanged).len();
    let answers: Vec<_> = file.answers.iter().filter(|answer| answer.news != News::Same).collect();
    let mut told = format!(
        "{} ({}) : {}, {}, {}, {}, {}.\n",
        file.path,
        file.service,
        plural(new.len() + detailed.len(), "nouvelle", "nouvelles"),
        plural(unchanged, "inchangée", "inchangées"),
        plural(revised.len(), "révisée", "révisées"),
        plural(file.blanks.len(), "vide", "vides"),
        plural(file.refused.len(), "refusée", "refusées"),
    );
    let line = |value: &ReadValue| {
        let found = &value.observation;
        format!("{} = {} ({})", named(found), found.value.said(), short(&found.place))
    };
    told += &lines("nouvelle", new.iter().map(|value| line(value)));
    told += &lines(
        "précisée",
        detailed.iter().map(|value| {
            let found = &value.observation;
            format!("{} : {} ; {}", line(value), found.status.key(), found.note)
        }),
    );
    told += &lines("révisée", revised.iter().map(|value| revision(value, line(value))));
    told += &lines(
        "vide",
        file.blanks.iter().map(|blank| match blank.note.is_empty() {
            true => format!("{} ({})", blank.indicator, short(&blank.place)),
            false => format!(
                "{} ({}), commentaire : « {} »",
                blank.indicator,
                short(&blank.place),
                blank.note
            ),
        }),
    );
    told += &lines(
        "refusée",
        file.refused
            .iter()
            .map(|(place, raw)| format!("« {raw} » ({})", short(place))),
    );
    told += &lines(
        "réponse",
        answers.iter().map(|answer| {
            format!(
                "{}, {} : « {} » ({})",
                answer.subject,
                answer.question,
                answer.text,
                short(&answer.place)
            )
        }),
    );
    told + &format!("  Gardé tel qu’il a été reçu : {}\n\n", file.archive)
}

fn revision(value: &ReadValue, line: String) -> String {
    let Fate::Revised { before, accepted } = &value.fate else {
        return line;
    };
    let Known {
        value: former, address, ..
    } = before;
    let end = if *accepted { "reprise" } else { "non reprise" };
    format!("{line}, et {} dans {address} : {end}", former.said())
}

/// A line for each, the first ones only.
fn lines(kind: &str, told: impl ExactSizeIterator<Item = String>) -> String {
    let others = told.len().saturating_sub(TOLD);
    let mut lines: String = told.take(TOLD).map(|line| format!("  {kind:<9} {line}\n")).collect();
    if others > 0 {
        lines += &format!("  {kind:<9} et {}\n", plural(others, "autre", "autres"));
    }
    lines
}

fn named(found: &Observation) -> String {
    let parts: Vec<&str> = found.breakdown.values().map(String::as_str).collect();
    match parts.is_empty() {
        true => format!("{} {}", found.indicator, found.year),
        false => format!("{} {} ({})", found.indicator, found.year, parts.join(", ")),
    }
}

/// The cell, in the file that is being told.
fn short(place: &Place) -> String {
    match &place.spot {
        Spot::Cell { sheet, .. } => format!("{sheet}, {}", place.spot.address().unwrap_or_default()),
        Spot::Line { line, .. } => format!("ligne {line}"),
        Spot::File | Spot::Paragraph { .. } => place.file.to_string(),
    }
}

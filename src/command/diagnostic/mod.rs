//! `diagnostic`: what a help desk asks first, in twenty lines of plain text that can be pasted in a message.
//!
//! It never fails but to print: what is wrong is a line. No value of the project and no name of an account is printed.

mod machine;
mod paths;

use super::{Failure, arguments, screen};
use crate::config::{FORMAT, Found, FoundReport};
use crate::french;
use crate::keep::{Rights, Standing};
use crate::run::Survey;
use std::fmt::Write;
use std::io::ErrorKind;
use std::path::Path;

/// Prints what is known of the machine and of the folder.
pub fn diagnostic(arguments: &arguments::Survey) -> Result<(), Failure> {
    let project = machine::absolute(&arguments.project);
    let temporary = std::env::temp_dir();
    screen::print(&told(&crate::survey(&project, &temporary), &project, &temporary))
}

/// One line a question, in the order in which they are asked on the telephone.
fn told(survey: &Survey, project: &Path, temporary: &Path) -> String {
    let path = project.to_string_lossy();
    let build = if cfg!(debug_assertions) {
        "de mise au point"
    } else {
        "optimisée"
    };
    let [own, output, temp] = &survey.rights;
    let [left, temp_left] = survey.left;
    let temporary = machine::told(&temporary.to_string_lossy());
    let found = &survey.found;
    let lines = [
        (
            "Version",
            format!(
                "millesime {}, compilation {build}, format de projet {FORMAT}",
                env!("CARGO_PKG_VERSION")
            ),
        ),
        ("Programme", machine::program()),
        ("Système", machine::system()),
        ("Langue et encodage", machine::language()),
        ("Terminal", machine::terminal()),
        ("Dossier du projet", machine::told(&path)),
        ("Son chemin", shape(&path, found.longest)),
        (
            "Son disque",
            format!("{}, place libre : {}", machine::disk(project), size(left)),
        ),
        ("Écrire dans le projet", rights(own)),
        ("Écrire dans output", output_rights(own, output)),
        (
            "Dossier temporaire",
            format!(
                "{temporary}, écrire : {}, place libre : {}",
                rights(temp),
                size(temp_left)
            ),
        ),
        ("Projet", described(found)),
        ("Fichiers de data/", counts(found)),
        ("Écriture en cours", hold(&survey.hold)),
        ("Fichiers ouverts", open(found.open_files)),
        (
            "Cachés, protégés",
            format!("{} cachés, {} en lecture seule", found.hidden, found.read_only),
        ),
    ];
    let mut text = "Diagnostic de Millésime, à coller dans votre message.\n".to_owned();
    for (title, line) in lines {
        _ = writeln!(text, "{title:<22}: {line}");
    }
    text + "Aucune valeur du projet ni aucun nom de compte n’est écrit ici (le dossier personnel est « ~ ») ;\n\
            les noms de vos dossiers le sont : relisez les chemins avant d’envoyer. Rien n’a été envoyé.\n"
}

/// What may trouble Windows or another program in a path.
fn shape(path: &str, longest: usize) -> String {
    let length = paths::length(path);
    let mut told = format!("{length} caractères");
    if longest > 0 {
        let whole = length + 1 + longest;
        _ = write!(told, ", {whole} avec le plus long de data/");
        if whole > paths::LONG && length <= paths::LONG {
            _ = write!(told, " (plus de {})", paths::LONG);
        }
    }
    if length > paths::LONG {
        _ = write!(told, ", trop long (plus de {}) pour Windows sans réglage", paths::LONG);
    }
    told + match paths::has_accents(path) {
        true => ", avec des accents ou d’autres signes",
        false => ", sans accent",
    }
}

fn rights(rights: &Rights) -> String {
    match rights {
        Rights::Granted => "oui (essayé)".to_owned(),
        Rights::Absent => "non, ce dossier n’existe pas".to_owned(),
        Rights::Refused(kind) => format!("NON, {}", refusal(*kind)),
    }
}

fn output_rights(project: &Rights, output: &Rights) -> String {
    match (project, output) {
        (Rights::Granted, Rights::Absent) => "pas encore de dossier, il sera créé dans le projet".to_owned(),
        _ => rights(output),
    }
}

fn refusal(kind: ErrorKind) -> String {
    match kind {
        ErrorKind::PermissionDenied => "l’accès est refusé".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule".to_owned(),
        ErrorKind::StorageFull => "le disque est plein".to_owned(),
        ErrorKind::QuotaExceeded => "le quota est dépassé".to_owned(),
        ErrorKind::NotFound => "le système n’y crée aucun fichier".to_owned(),
        other => format!("le système dit, en anglais : « {other} »"),
    }
}

fn described(found: &Found) -> String {
    if !found.has_data {
        return "aucun, il n’y a pas de dossier data".to_owned();
    }
    let FoundReport {
        exists,
        workbook,
        refused,
        faults,
        format,
        edition,
    } = &found.report;
    if !exists {
        return "data/ sans rapport.yaml ni projet.xlsx".to_owned();
    }
    let file = workbook.unwrap_or("rapport.yaml");
    if *refused {
        return format!("{file}, que le système ne laisse pas lire");
    }
    let number = |number: Option<String>| number.unwrap_or_else(|| "non dit".to_owned());
    let mut told = format!(
        "{file}, format {}, édition {}",
        number(format.map(|format| format.to_string())),
        number(edition.map(|edition| edition.to_string()))
    );
    if !faults.is_empty() {
        _ = write!(told, ", ILLISIBLE en tout ou partie ({})", faults.join(", "));
    }
    told
}

fn counts(found: &Found) -> String {
    let counts: Vec<String> = found
        .counts
        .iter()
        .map(|(folder, count)| format!("{folder} {count}"))
        .collect();
    counts.join(", ")
}

fn hold(standing: &Standing) -> String {
    let named = |command: &str| match command.is_empty() {
        true => "une commande".to_owned(),
        false => format!("« {command} »"),
    };
    let mut told = Vec::new();
    told.extend(standing.locked.as_deref().map(|by| format!("verrou de {}", named(by))));
    told.extend(
        standing
            .waiting
            .as_deref()
            .map(|by| format!("{} s’est arrêtée en route", named(by))),
    );
    if standing.unreadable {
        told.push("journal illisible dans .millesime/".to_owned());
    }
    match told.is_empty() {
        true => "aucune".to_owned(),
        false => told.join(", "),
    }
}

fn open(count: usize) -> String {
    match count {
        0 => "aucun signe dans data/".to_owned(),
        _ => format!(
            "{} d’un tableur ou de Word dans data/ : fermez les fichiers",
            french::plural(count, "marque", "marques")
        ),
    }
}

/// `12,3 Go`.
fn size(bytes: Option<u64>) -> String {
    let Some(bytes) = bytes else {
        return "inconnue".to_owned();
    };
    let tenths = bytes / 100_000_000;
    format!("{},{} Go", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_is_said_for_itself_or_for_what_it_holds() {
        assert_eq!(shape("/srv/finances", 0), "13 caractères, sans accent");
        let long = "x".repeat(230);
        assert!(shape(&long, 20).contains("251 avec le plus long de data/ (plus de 240), sans accent"));
        assert!(shape(&"é".repeat(241), 0).contains("241 caractères, trop long (plus de 240)"));
    }

    #[test]
    fn a_refusal_and_a_size_are_plain_words() {
        assert_eq!(
            rights(&Rights::Refused(ErrorKind::PermissionDenied)),
            "NON, l’accès est refusé"
        );
        assert_eq!(
            output_rights(&Rights::Granted, &Rights::Absent),
            "pas encore de dossier, il sera créé dans le projet"
        );
        assert_eq!(
            (size(Some(12_345_678_901)), size(None)),
            ("12,3 Go".to_owned(), "inconnue".to_owned())
        );
    }

    #[test]
    fn a_lock_tells_its_command_and_not_who_runs_it() {
        let standing = Standing {
            locked: Some("generer".to_owned()),
            waiting: Some(String::new()),
            unreadable: true,
        };
        assert_eq!(
            hold(&standing),
            "verrou de « generer », une commande s’est arrêtée en route, journal illisible dans .millesime/"
        );
        assert_eq!(hold(&Standing::default()), "aucune");
    }
}

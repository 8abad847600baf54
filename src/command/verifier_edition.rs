//! `verifier-edition`: an edition that was published is what its manifest says, and can be made again.

use super::arguments::EditionCheck;
use super::progress::Progress;
use super::{Failure, messages, messages_json, run, screen};
use crate::EditionRequest;
use crate::french;
use std::path::{Path, PathBuf};

/// Prints what differs, or that nothing does.
pub fn verifier_edition(arguments: &EditionCheck) -> Result<(), Failure> {
    let request = EditionRequest {
        edition: arguments.edition.clone(),
        project: arguments
            .project
            .clone()
            .unwrap_or_else(|| project_of(&arguments.edition)),
        rebuilds: arguments.rebuild,
    };
    run::ready()?;
    let mut progress = Progress::new();
    let outcome = crate::verify_edition(&request, &mut progress)?;
    progress.finish();
    if arguments.json {
        screen::json(&messages_json::json(&outcome.diagnostics, &[]))?;
    } else {
        messages::print(&outcome.diagnostics);
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    let Some(manifest) = outcome.manifest.filter(|_| !arguments.json) else {
        return Ok(());
    };
    let standing = match manifest.is_official() {
        true => "publiée officiellement ",
        false => "",
    };
    let mut said = format!(
        "« {} », {standing}par la version {} : {}, comme le manifeste le dit.\n",
        arguments.edition.display(),
        manifest.version(),
        french::plural(manifest.outputs().len(), "fichier", "fichiers")
    );
    if let (Some(comparison), Some(source)) = (outcome.comparison, outcome.source) {
        said += &format!(
            "Refaite depuis « {} » par la version {} : {} au même octet.\n",
            source.display(),
            env!("CARGO_PKG_VERSION"),
            french::plural(comparison.same, "fichier", "fichiers")
        );
        if comparison.same_content > 0 {
            let files = french::plural(comparison.same_content, "autre fichier", "autres fichiers");
            said += &format!("{files} : d’autres octets, mais les mêmes textes et les mêmes données.\n");
        }
        if comparison.older > 0 {
            let files = french::plural(comparison.older, "fichier", "fichiers");
            said += &format!("{files} d’un passage antérieur, d’autres entrées : non refaits.\n");
        }
    }
    screen::print(&said)
}

/// The project of `…/output/2026`: the folder that holds the one that receives editions.
fn project_of(edition: &Path) -> PathBuf {
    let above = match edition.parent().map(Path::parent) {
        Some(Some(above)) => above,
        Some(None) => Path::new(".."),
        None => Path::new(""),
    };
    let is_project = above.join("data").is_dir() || above.join("archives").is_dir();
    match is_project && !above.as_os_str().is_empty() {
        true => above.to_owned(),
        false => PathBuf::from("."),
    }
}

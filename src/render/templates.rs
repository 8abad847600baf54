//! The templates: those of the program, and the project’s own that take their place file by file.
//!
//! A template is a text with a path; this file gives no meaning to what it says.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french;
use crate::load::Inputs;
use crate::model::Fingerprint;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

/// The extension of what minijinja reads; every other file of `report-templates/` goes to the folder as it is.
pub const EXTENSION: &str = ".jinja";
/// A file of the project’s `report-templates/` takes the place of nothing and nothing includes it.
const UNKNOWN_OVERRIDE: Code = Code("M501");

/// Lists the files of `report-templates/` that the program carries; a test holds the list equal to the folder.
macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        /// Path in `report-templates/` and content.
        pub const EMBEDDED: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../report-templates/", $path)))),+];
    };
}

embedded![
    "bilan-numerique.typ.jinja",
    "comparaison.typ.jinja",
    "components/action.typ",
    "components/aggregate.typ",
    "components/annexes.typ",
    "components/contents.typ",
    "components/counts.typ",
    "components/cover.typ",
    "components/credits.typ",
    "components/dashboard.typ",
    "components/deliberation.typ",
    "components/digital-grid.typ",
    "components/digital-steps.typ",
    "components/finality.typ",
    "components/footprint.typ",
    "components/highlights.typ",
    "components/indicator.typ",
    "components/matrix.typ",
    "components/method.typ",
    "components/notice.typ",
    "components/objective.typ",
    "components/part.typ",
    "components/prose.typ",
    "components/purposes.typ",
    "components/reference.typ",
    "components/status.typ",
    "components/tables.typ",
    "components/transition.typ",
    "components/values.typ",
    "deliberation.typ.jinja",
    "parts/annex-inputs.typ.jinja",
    "parts/annex-method.typ.jinja",
    "parts/annex-missing.typ.jinja",
    "parts/annex-sources.typ.jinja",
    "parts/annexe-empreinte.typ.jinja",
    "parts/annexes.typ.jinja",
    "parts/attachments.typ.jinja",
    "parts/budget.typ.jinja",
    "parts/colophon.typ.jinja",
    "parts/contents.typ.jinja",
    "parts/cover.typ.jinja",
    "parts/dashboard.typ.jinja",
    "parts/digital-review.typ.jinja",
    "parts/finality-actions.typ.jinja",
    "parts/finality.typ.jinja",
    "parts/footprint.typ.jinja",
    "parts/foreword.typ.jinja",
    "parts/indicator-row.typ.jinja",
    "parts/indicator.typ.jinja",
    "parts/matrix.typ.jinja",
    "parts/method-of-action.typ.jinja",
    "parts/method.typ.jinja",
    "parts/numerique/acteurs.typ.jinja",
    "parts/numerique/bilan.typ.jinja",
    "parts/numerique/empreinte.typ.jinja",
    "parts/numerique/etapes.typ.jinja",
    "parts/numerique/grille.typ.jinja",
    "parts/numerique/objectif.typ.jinja",
    "parts/numerique/objectifs.typ.jinja",
    "parts/numerique/questions.typ.jinja",
    "parts/numerique/suites.typ.jinja",
    "parts/orientations.typ.jinja",
    "parts/own-pages.typ.jinja",
    "parts/reading.typ.jinja",
    "parts/synthesis.typ.jinja",
    "parts/transition.typ.jinja",
    "rapport.typ.jinja",
    "system.typ",
    "tokens.json",
];

/// What tells the templates that the program carries from any others.
pub struct Carried {
    /// The SHA-256 of each, by its path in a project.
    pub each: BTreeMap<Arc<str>, Fingerprint>,
    /// That of the list of these, a line each, as `sha256sum` writes it in the order of the paths.
    pub whole: Fingerprint,
}

/// The fingerprints of the templates that the program carries.
pub fn carried() -> &'static Carried {
    static CARRIED: LazyLock<Carried> = LazyLock::new(|| {
        let each = EMBEDDED
            .iter()
            .map(|(path, text)| (place_of(path), Fingerprint::of(text.as_bytes())));
        let each: BTreeMap<_, _> = each.collect();
        let list: String = each.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        Carried {
            whole: Fingerprint::of(list.as_bytes()),
            each,
        }
    });
    &CARRIED
}

/// Every file of `report-templates/`, the project’s own first.
#[derive(Clone, Debug)]
pub struct Templates {
    pub files: BTreeMap<String, Arc<str>>,
    /// Which of them are the project’s own.
    pub overriding: BTreeSet<String>,
}

impl Templates {
    /// The embedded templates with the overrides of the project in their places.
    ///
    /// An override that takes no place is kept, since another override may include it; one that nothing names is a warning.
    pub fn new(inputs: &Inputs, diagnostics: &mut Diagnostics) -> Self {
        let mut files: BTreeMap<String, Arc<str>> = EMBEDDED
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Arc::from(*text)))
            .collect();
        for (path, text) in &inputs.templates {
            if is_documentation(path) {
                continue;
            }
            if !files.contains_key(path) && !is_named(path, inputs) {
                diagnostics.push(unknown(path));
            }
            files.insert(path.clone(), Arc::clone(text));
        }
        for (path, text) in &files {
            diagnostics.remember(place_of(path), Arc::clone(text));
        }
        let overriding = inputs
            .templates
            .keys()
            .filter(|path| files.contains_key(*path))
            .cloned()
            .collect();
        Templates { files, overriding }
    }
}

/// The name under which a template is shown to its author.
pub fn place_of(path: &str) -> Arc<str> {
    format!("report-templates/{path}").into()
}

/// A `README.md` explains the folder and is no part of a document.
fn is_documentation(path: &str) -> bool {
    path.ends_with(".md")
}

/// Whether another override names this file.
fn is_named(path: &str, inputs: &Inputs) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut others = inputs.templates.iter().filter(|(other, _)| *other != path);
    others.any(|(_, text)| text.contains(name))
}

fn unknown(path: &str) -> Diagnostic {
    let help = match french::nearest(path, EMBEDDED.iter().map(|(known, _)| *known)) {
        Some(known) => format!("Vouliez-vous remplacer « {known} » ? Renommez le fichier."),
        None => "Retirez ce fichier, ou nommez-le comme le modèle qu’il doit remplacer.".to_owned(),
    };
    let message = format!(
        "Le modèle « {path} » ne remplace aucun modèle du programme et aucun autre modèle ne l’emploie : il n’a pas d’effet."
    );
    Diagnostic::warning(UNKNOWN_OVERRIDE, Place::file(place_of(path)), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(folder: &std::path::Path, prefix: &str, found: &mut Vec<String>) {
        for entry in folder.read_dir().unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                listed(&entry.path(), &format!("{name}/"), found);
            } else if !is_documentation(&name) {
                found.push(name);
            }
        }
    }

    #[test]
    fn the_program_carries_the_whole_folder() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates");
        let mut found = Vec::new();
        listed(&root, "", &mut found);
        found.sort();
        let carried: Vec<&str> = EMBEDDED.iter().map(|(path, _)| *path).collect();
        assert!(carried.is_sorted(), "the list is sorted by path");
        assert_eq!(carried, found);
    }

    #[test]
    fn an_override_takes_its_place_and_a_misspelt_one_is_told() {
        let mut inputs = Inputs::default();
        for (path, text) in [
            ("tokens.json", "{}"),
            ("token.json", "[]"),
            ("a.typ", "#import \"b.typ\""),
            ("b.typ", ""),
        ] {
            inputs.templates.insert(path.to_owned(), Arc::from(text));
        }
        let mut diagnostics = Diagnostics::default();
        let templates = Templates::new(&inputs, &mut diagnostics);
        assert_eq!(&*templates.files["tokens.json"], "{}");
        let told: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|entry| (entry.place.clone().unwrap().to_string(), entry.help.clone()))
            .collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(told[0].0, "report-templates/a.typ");
        assert_eq!(
            told[1],
            (
                "report-templates/token.json".to_owned(),
                "Vouliez-vous remplacer « tokens.json » ? Renommez le fichier.".to_owned()
            )
        );
    }
}

//! The project that `nouveau` writes: it builds at once, every key explained, every value marked `exemple`.
//!
//! It writes nothing: it says what is to be written.

mod bare;
mod owner;

use super::members::members;
use super::register::Registered;
use super::schema::schemas;
use crate::model::{Changes, FileChange, MemberCommune, Undo};

/// What a project is begun with.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// The collectivité, and the source of what is known of it; none for the example.
    pub owner: Option<(Registered, String)>,
    /// The year of the first edition, where it is not that of the model.
    pub edition: Option<i32>,
    /// Without the examples: what is measured, and nothing to be replaced.
    pub is_bare: bool,
}

/// The starter project, as files that are not there yet.
pub fn starter(beginning: &Beginning) -> Changes {
    let change = |(path, content): (&str, String)| {
        let content = match beginning.is_bare {
            true => bare::bare(path, content)?,
            false => content,
        };
        let content = owner::made_for(beginning, path, content);
        Some((path.to_owned(), FileChange::fresh(content.into_bytes())))
    };
    Changes {
        files: files()
            .into_iter()
            .filter_map(change)
            .chain(communes(beginning))
            .collect(),
        undo: Undo::Kept,
        ..Changes::default()
    }
}

/// The member communes of an intercommunalité of the register.
fn communes(beginning: &Beginning) -> Option<(String, FileChange)> {
    let (owner, source) = beginning.owner.as_ref()?;
    let members = members(owner.siren.as_deref()?);
    let line = |one: &MemberCommune| {
        let population = one
            .population
            .map_or_else(String::new, |people| format!(", population: {people}"));
        format!(
            "  - {{code_insee: \"{}\", nom: \"{}\"{population}}}\n",
            one.code, one.name
        )
    };
    let lines: String = members.iter().map(line).collect();
    let text = format!(
        "# Les communes membres de {} ({source}) ; elles sont à vérifier.\n# Une valeur ventilée par commune dont le nom ou le code n’est aucun des leurs est signalée (M227).\ncommunes:\n{lines}",
        owner.name
    );
    (!members.is_empty()).then(|| {
        let path = "data/referentiels/communes.yaml".to_owned();
        (path, FileChange::fresh(text.into_bytes()))
    })
}

/// Each file with its path (`/` between folders) and its content.
fn files() -> Vec<(&'static str, String)> {
    let texts = TEXTS.iter().map(|(path, content)| (*path, (*content).to_owned()));
    let schemas = schemas();
    let linked = SCHEMAS
        .iter()
        .filter_map(|path| Some((*path, format!("{:#}\n", schemas.get(path.rsplit('/').next()?)?))));
    texts.chain(linked).collect()
}

const TEXTS: [(&str, &str); 16] = [
    ("data/rapport.yaml", include_str!("rapport.yaml")),
    (
        "data/indicateurs/1-developpement-durable.yaml",
        include_str!("developpement-durable.yaml"),
    ),
    (
        "data/indicateurs/2-numerique-responsable.yaml",
        include_str!("numerique-responsable.yaml"),
    ),
    ("data/actions.yaml", include_str!("actions.yaml")),
    ("data/strategie.yaml", include_str!("strategie.yaml")),
    ("data/valeurs/indicateurs.csv", include_str!("indicateurs.csv")),
    ("data/textes/edito.md", include_str!("textes/edito.md")),
    ("data/textes/finalite-1.md", include_str!("textes/finalite-1.md")),
    ("data/textes/finalite-2.md", include_str!("textes/finalite-2.md")),
    ("data/textes/finalite-3.md", include_str!("textes/finalite-3.md")),
    ("data/textes/finalite-4.md", include_str!("textes/finalite-4.md")),
    ("data/textes/finalite-5.md", include_str!("textes/finalite-5.md")),
    ("data/textes/elaboration.md", include_str!("textes/elaboration.md")),
    (
        "data/textes/mise-en-oeuvre.md",
        include_str!("textes/mise-en-oeuvre.md"),
    ),
    ("data/textes/evaluation.md", include_str!("textes/evaluation.md")),
    ("data/textes/orientations.md", include_str!("textes/orientations.md")),
];

/// The schemas that the first lines of the YAML files above link to.
const SCHEMAS: [&str; 4] = [
    "schemas/rapport.schema.json",
    "schemas/indicateurs.schema.json",
    "schemas/actions.schema.json",
    "schemas/strategie.schema.json",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Options, Project, read};
    use crate::diagnostic::Diagnostics;
    use crate::form::entry::Entry;
    use crate::form::{document, unfilled};
    use crate::model::{Finality, Identifier, Scope};
    use std::collections::BTreeSet;

    fn written() -> (Project, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        for (path, content) in files() {
            let path = folder.path().join(path);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, content).unwrap();
        }
        let root = folder.path().to_path_buf();
        let mut diagnostics = Diagnostics::default();
        let project = read(&Options { root, edition: None }, &mut diagnostics)
            .unwrap()
            .unwrap();
        (
            project,
            diagnostics.sorted().iter().map(|found| found.message.clone()).collect(),
        )
    }

    #[test]
    fn the_starter_covers_the_finalites_both_volets_and_the_six_themes_without_a_fault() {
        let (project, messages) = written();
        assert!(messages.is_empty(), "{messages:?}");
        assert!(project.settings.sample);
        let covered: BTreeSet<(Finality, Scope)> = project
            .catalogue
            .iter()
            .map(|indicator| (indicator.finality, indicator.scope))
            .collect();
        assert_eq!(covered.len(), 10, "{covered:?}");
        let themes: BTreeSet<u8> = project
            .catalogue
            .iter()
            .filter_map(|indicator| indicator.digital_theme)
            .collect();
        assert_eq!(themes.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn without_its_examples_it_has_the_same_indicators_and_nothing_to_be_replaced() {
        let begun = |is_bare: bool| {
            let folder = tempfile::tempdir().unwrap();
            let owner = crate::config::registered("200040715").found.remove(0);
            let beginning = Beginning {
                owner: Some((owner, "la source".to_owned())),
                is_bare,
                ..Beginning::default()
            };
            for (path, change) in starter(&beginning).files {
                let path = folder.path().join(path);
                fs_err::create_dir_all(path.parent().unwrap()).unwrap();
                fs_err::write(path, change.content.unwrap()).unwrap();
            }
            let root = folder.path().to_path_buf();
            let mut log = Diagnostics::default();
            let project = read(&Options { root, edition: None }, &mut log).unwrap().unwrap();
            assert!(log.sorted().is_empty(), "{:?}", log.sorted());
            let ids = project.catalogue.iter().map(|indicator| indicator.id.to_string());
            (ids.collect::<Vec<String>>(), log.reserved().count(), project)
        };
        let (all, reserved, _) = begun(false);
        let (kept, left, project) = begun(true);
        assert_eq!((kept, left), (all, 0));
        assert!(reserved > 0 && !project.settings.sample && project.actions.is_empty());
        assert!(project.catalogue.iter().all(|indicator| indicator.targets.is_empty()));
    }

    #[test]
    fn every_value_is_marked_as_an_example_and_every_indicator_has_some() {
        let (project, _) = written();
        let files = files();
        let (_, csv) = files.iter().find(|(path, _)| path.ends_with(".csv")).unwrap();
        let mut measured = BTreeSet::new();
        for line in csv.lines().skip(1) {
            assert!(line.ends_with(&format!(";{}", unfilled::MARK)), "{line}");
            measured.insert(Identifier::parse(line.split(';').next().unwrap()).unwrap());
        }
        let ids: BTreeSet<Identifier> = project.catalogue.iter().map(|indicator| indicator.id.clone()).collect();
        assert_eq!(measured, ids);
    }

    #[test]
    fn what_the_starter_marks_is_known_without_its_mark_and_its_values_too() {
        for (path, content) in TEXTS {
            let bare = content.replace(" (à remplacer)", "").replace("*À remplacer.* ", "");
            let found = |text: &str| match path.ends_with(".yaml") {
                true => {
                    let mut diagnostics = Diagnostics::default();
                    let document = document::parse(&path.into(), text, &mut diagnostics);
                    unfilled::look(&document.root.unwrap(), &mut diagnostics);
                    diagnostics.reserved().count()
                }
                false => unfilled::passages(text).len(),
            };
            let values = path.ends_with(".csv");
            assert!(found(content) > 0 || values, "{path}");
            assert_eq!(found(content), found(&bare), "{path}");
            for line in content.lines().skip(1).filter(|_| values) {
                let cells: Vec<String> = line.split(';').map(|cell| cell.replace(',', ".")).collect();
                let (year, number) = (cells[1].parse().unwrap(), cells[2].parse().unwrap());
                assert!(unfilled::is_value(&cells[0], year, number, 2025), "{line}");
            }
        }
    }

    #[test]
    fn every_key_of_rapport_yaml_is_explained_in_its_starter() {
        let report = include_str!("rapport.yaml");
        let schema = &schemas()["rapport.schema.json"];
        let definitions = schema["definitions"].as_object().unwrap();
        let tables = crate::config::tables();
        for (name, object) in definitions.iter().chain([(&String::new(), schema)]) {
            for key in object["properties"].as_object().unwrap().keys() {
                // The starter sends to the reference of tables for their columns.
                let column = name.starts_with("Titles") && tables.contains(&format!("| `{key}`"));
                assert!(column || report.contains(&format!("{key}:")), "{key}");
            }
        }
        let catalogue = include_str!("developpement-durable.yaml");
        for key in crate::config::raw::IndicatorEntry::KEYS {
            assert!(catalogue.contains(&format!("#   {key} ")), "{key}");
        }
        let actions = include_str!("actions.yaml");
        for key in crate::config::raw::ActionEntry::KEYS {
            assert!(
                actions.contains(&format!("    {key}: "))
                    || actions.contains(&format!("- {key}: "))
                    || actions.contains(&format!("    # {key}:")),
                "{key}"
            );
        }
        for key in crate::config::raw::SelectorEntry::KEYS {
            assert!(actions.contains(&format!("{key}: ")), "{key}");
        }
    }

    #[test]
    fn every_key_of_strategie_yaml_is_explained_in_its_starter() {
        let strategy = include_str!("strategie.yaml");
        let schema = &schemas()["strategie.schema.json"];
        let definitions = schema["definitions"].as_object().unwrap();
        for object in definitions.values().chain([schema]) {
            for key in object["properties"].as_object().unwrap().keys() {
                assert!(strategy.contains(&format!("{key}:")), "{key}");
            }
        }
    }

    #[test]
    fn each_yaml_file_links_to_a_schema_that_is_written() {
        let files = files();
        for (path, content) in files.iter().filter(|(path, _)| path.ends_with(".yaml")) {
            let link = content.lines().next().unwrap().split_once("$schema=").unwrap().1;
            let target = link.trim_start_matches("../");
            let depth = path.matches('/').count();
            assert_eq!(link.matches("../").count(), depth, "{path}");
            assert!(files.iter().any(|(path, _)| *path == target), "{link}");
        }
    }
}

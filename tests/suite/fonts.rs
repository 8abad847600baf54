//! A project in its own fonts: what is measured, set and embedded is that family and no other.

use crate::fixture::Project;
use lopdf::{Document, Object};
use std::collections::BTreeSet;
use ttf_parser::{Face, name_id};

/// The faces of a family that the program carries, as the files of a project would give them.
fn with_family(mut project: Project, family: &str) -> Project {
    for (rank, bytes) in typst_assets::fonts().enumerate() {
        let face = Face::parse(bytes, 0).unwrap();
        let mut names = face.names().into_iter().filter(|name| name.name_id == name_id::FAMILY);
        if names.any(|name| name.to_string().as_deref() == Some(family)) {
            project = project.with(&format!("data/polices/{rank}.otf"), bytes);
        }
    }
    project
}

/// The fonts of a document, without the six letters of their subset.
fn embedded(pdf: &[u8]) -> BTreeSet<String> {
    let document = Document::load_mem(pdf).unwrap();
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let fonts = dictionaries.filter_map(|entry| match entry.get(b"BaseFont") {
        Ok(Object::Name(name)) => Some(String::from_utf8_lossy(name).into_owned()),
        _ => None,
    });
    fonts
        .map(|name| name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned()))
        .collect()
}

#[test]
fn titles_and_charts_are_set_in_the_family_of_the_project() {
    let minimal = Project::minimal();
    let settings = std::fs::read_to_string(minimal.path().join("data/rapport.yaml")).unwrap();
    let settings = format!("{settings}apparence:\n  polices: {{titres: Libertinus Serif}}\n");
    let project = with_family(minimal, "Libertinus Serif").with("data/rapport.yaml", settings);
    project.run(&["generer"]).done();
    let fonts = embedded(&project.published("2026/rapport.pdf"));
    assert!(
        fonts.iter().any(|name| name.starts_with("LibertinusSerif")),
        "{fonts:?}"
    );
    assert!(!fonts.iter().any(|name| name.starts_with("NotoSans")), "{fonts:?}");
    let svg = String::from_utf8(project.published("2026/graphiques/elec-batiments.svg")).unwrap();
    assert!(svg.contains("font-family=\"Libertinus Serif\"") && !svg.contains("Noto Sans"));
    let manifest = String::from_utf8(project.published("2026/manifeste.json")).unwrap();
    assert!(manifest.contains("data/polices/"), "the manifest hashes the fonts");
}

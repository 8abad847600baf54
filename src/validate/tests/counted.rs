//! What the projects of the repository give, counted file by file: a value, a credit or a device lost in silence turns red.
//!
//! The counts are in `tests/counted/projects.snap`: each line of a difference is something that the program began to read
//! or ceased to. The files of the public corpus are counted by `load::counted`.

use crate::config::{self, Options};
use crate::diagnostic::{Diagnostics, Place};
use crate::load::{self, Table};
use std::collections::BTreeMap;
use std::path::Path;

/// What one file gave.
#[derive(Default)]
struct Counted {
    /// Lines below the header.
    lines: usize,
    /// Observations, lines of budget, devices, declared results, factors, authorisations, tagging rules.
    kept: usize,
    /// Code → times that it was told of this file.
    told: BTreeMap<String, usize>,
}

#[test]
fn every_project_of_the_repository_gives_what_it_gave() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let starter = tempfile::tempdir().unwrap();
    for (path, change) in config::starter(&config::Beginning::default()).files {
        let file = starter.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, change.content.unwrap()).unwrap();
    }
    let mut written = "projet;fichier;lignes;gardées;dit\n".to_owned();
    for (name, root) in [
        ("sample", repository),
        ("starter", starter.path()),
        ("minimal", &repository.join("tests/projects/minimal")),
        ("format 0", &repository.join("tests/projects/formats/0")),
        ("format 1", &repository.join("tests/projects/formats/1")),
    ] {
        for (file, counted) in counted(root) {
            let told: Vec<String> = counted
                .told
                .iter()
                .map(|(code, times)| format!("{code} × {times}"))
                .collect();
            let (lines, kept, told) = (counted.lines, counted.kept, told.join(", "));
            written.push_str(&format!("{name};{file};{lines};{kept};{told}\n"));
        }
    }
    insta::with_settings!({snapshot_path => "../../../tests/counted", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("projects", written);
    });
}

/// What each file of a project gives, by its path.
fn counted(root: &Path) -> BTreeMap<String, Counted> {
    let mut diagnostics = Diagnostics::default();
    let options = Options {
        root: root.to_owned(),
        edition: None,
    };
    let project = config::read(&options, &mut diagnostics).unwrap().unwrap();
    let inputs = load::load(&project, &mut diagnostics).unwrap();
    let dataset = super::super::validate(&project, &inputs, &mut diagnostics);
    let mut files: BTreeMap<String, Counted> = BTreeMap::new();
    let fleet = &inputs.fleet;
    let tables: [&[Table]; 9] = [
        &inputs.tables,
        &inputs.authorisations,
        &inputs.taggings,
        &fleet.inventories,
        &fleet.factors,
        &fleet.services,
        &fleet.centres,
        &fleet.results,
        &fleet.waste,
    ];
    for table in tables.into_iter().flatten().chain(inputs.queries.values()) {
        files.entry(table.file.to_string()).or_default().lines += table.rows.len();
    }
    for budget in &inputs.budgets {
        let file = files.entry(budget.file.to_string()).or_default();
        let count = budget.count;
        assert_eq!(count.read, count.kept + count.calculated + count.without_operation);
        file.lines += count.read;
        file.kept += budget.lines.len();
    }
    let fleet = &dataset.fleet;
    let factors = fleet.factors.values().chain(&fleet.electricity);
    let factors = factors.flat_map(|choice| std::iter::once(&choice.used).chain(&choice.others));
    let places = dataset
        .observations
        .iter()
        .map(|observation| &observation.place)
        .chain(fleet.equipment.iter().map(|line| &line.place))
        .chain(fleet.services.iter().map(|line| &line.declaration.place))
        .chain(fleet.centres.iter().map(|line| &line.declaration.place))
        .chain(fleet.results.iter().map(|line| &line.declaration.place))
        .chain(fleet.waste.iter().map(|line| &line.declaration.place))
        .chain(factors.filter_map(|factor| factor.place.as_ref()))
        .chain(dataset.authorisations.iter().map(|line| &line.place))
        .chain(dataset.transition.iter().map(|line| &line.place));
    for Place { file, .. } in places {
        files.entry(file.to_string()).or_default().kept += 1;
    }
    for told in diagnostics.sorted() {
        let file = told.place.as_ref().map_or("", |place| &place.file);
        *files
            .entry(file.to_owned())
            .or_default()
            .told
            .entry(told.code.to_string())
            .or_default() += 1;
    }
    files
}

//! Every table that the sample prints, in its words: a row, a mark or a sum that changes turns red.
//!
//! The words are in `tests/counted/tables.snap`; a line of their difference is a decision.

use super::Titles;
use crate::assess::fixture::{measured, project, report};
use crate::assess::{Report, assess};
use crate::compute::{Footprint, compute};
use crate::config::{self, Options};
use crate::diagnostic::Diagnostics;
use crate::load::{self, Inputs};
use crate::model::{BudgetSection, DataFile, Direction, Finality, Scope};
use crate::printed::PrintedTable;
use crate::validate::validate;
use std::path::Path;

/// Rows of a long table.
const ROWS: usize = 12;

fn sample() -> Report {
    let mut diagnostics = Diagnostics::default();
    let options = Options {
        root: Path::new(env!("CARGO_MANIFEST_DIR")).to_owned(),
        edition: None,
    };
    let project = config::read(&options, &mut diagnostics).unwrap().unwrap();
    let inputs = load::load(&project, &mut diagnostics).unwrap();
    let dataset = validate(&project, &inputs, &mut diagnostics);
    let panel = compute(&project, &dataset, &mut diagnostics);
    assess(project, &inputs, panel, &mut diagnostics)
}

fn written(name: &str, table: Option<PrintedTable>) -> String {
    let Some(table) = table else {
        return format!("== {name} : aucune\n");
    };
    let heads = table.columns.iter().map(|column| column.key.clone());
    let mut text = format!("== {name}\n{}\n", heads.collect::<Vec<_>>().join(" | "));
    for row in table.rows.iter().take(ROWS) {
        let cells = row.cells.iter().map(|cell| {
            let mark = cell.mark.as_ref().map(|mark| format!(" [{mark}]"));
            let under = cell.under.as_ref().map(|under| format!(" ({under})"));
            format!(
                "{}{}{}",
                cell.words,
                mark.unwrap_or_default(),
                under.unwrap_or_default()
            )
        });
        text += &format!("{}\n", cells.collect::<Vec<_>>().join(" | "));
    }
    if table.rows.len() > ROWS {
        text += &format!("… {} lignes\n", table.rows.len());
    }
    for note in &table.notes {
        text += &format!("* {note}\n");
    }
    text
}

fn of_footprint(footprint: &Footprint) -> String {
    let mut text = written("années", footprint.years_table());
    text += &written("exclus", footprint.excluded_table());
    text += &written("facteurs", footprint.factors_table());
    text += &written("résultats", footprint.results_table());
    for year in &footprint.years {
        let named = |table: &str| format!("{table} {}", year.year);
        text += &written(&named("postes"), Some(year.posts_table()));
        text += &written(&named("périmètres"), year.perimeters_table());
        text += &written(&named("sites"), year.sites_table());
        text += &written(&named("qualité"), Some(year.quality_table()));
        text += &written(&named("durées"), year.lives_table());
        text += &written(&named("centres"), year.centres_table());
        text += &written(&named("services"), year.services_table());
    }
    text
}

#[test]
fn every_table_of_the_sample_says_what_it_said() {
    let report = sample();
    let mut text = String::new();
    let files = [
        DataFile::Values,
        DataFile::Assessments,
        DataFile::Credits,
        DataFile::Transition,
        DataFile::Footprint,
    ];
    for file in files {
        text += &written(file.key(), report.data_table(file, &Titles::new()));
    }
    for finding in report.findings().take(8) {
        text += &written(finding.indicator.id.as_str(), finding.values_table());
    }
    text += &written("acceptés", report.accepted_table());
    for finality in Finality::ALL {
        text += &written(
            &format!("finalité {}", finality.number()),
            report.finality_credits_table(finality),
        );
    }
    for section in [BudgetSection::Investment, BudgetSection::Operating] {
        text += &written(&format!("{section:?}"), report.section_credits_table(section));
    }
    text += &written("autorisations", report.authorisations_table());
    for action in report.actions.iter().take(4) {
        text += &written(action.id.as_str(), report.action_credits_table(action));
    }
    text += &report.footprint.as_ref().map(of_footprint).unwrap_or_default();
    // Spaces that a reader of the difference does not see are written as others.
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    insta::with_settings!({snapshot_path => "../../../tests/counted", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("tables", text);
    });
}

#[test]
fn what_is_required_of_an_indicator_to_maintain_is_its_tolerance() {
    let mut measure = measured(
        "eau",
        Finality::Climate,
        Scope::Internal,
        &[(2020, 100.0), (2025, 101.0)],
    );
    measure.indicator.direction = Direction::Maintain;
    let report = report(&project(), &Inputs::default(), vec![measure]);
    let table = report.assessments_table(&Titles::new());
    let words = table.rows[0]
        .cells
        .iter()
        .map(|cell| cell.words.replace('\u{202f}', " "));
    assert!(
        words.clone().any(|word| word == "± 5,0 %"),
        "{:?}",
        words.collect::<Vec<_>>()
    );
}

//! Every text an author wrote that the document prints, with its place: what `rules::character` reads.

use super::fleet::Fleet;
use super::layout::Layout;
use super::line::Line;
use crate::config::Project;
use crate::diagnostic::{Place, Spot};
use crate::load::{Content, Inputs};
use crate::model::{Action, Indicator, Objective, Strategy, TransitionRule};

/// A text that reaches a page, and where it was written.
#[derive(Clone, Debug)]
pub struct Printed<'a> {
    pub text: &'a str,
    pub place: Place,
    pub kind: Kind,
}

/// How far into the text a place can point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The place is that of the first character: a character of the text has its own column.
    Line,
    /// The place of a cell stands for the whole.
    Cell,
    /// The place of an entry stands for the whole; `config` has already read its characters one by one.
    Entry,
}

/// The texts of the rows: notes, and the values of the disaggregations.
pub fn cells<'a>(lines: &[Line<'a>], layout: &Layout) -> Vec<Printed<'a>> {
    let columns = layout.breakdowns.iter().map(|(column, _)| *column).chain(layout.note);
    let columns: Vec<usize> = columns.collect();
    let cells = lines
        .iter()
        .flat_map(|line| columns.iter().filter_map(|column| line.cell(*column)));
    cells
        .filter_map(|cell| match &cell.content {
            Content::Text(text) => Some(Printed {
                text,
                place: cell.place.clone(),
                kind: Kind::Cell,
            }),
            Content::Empty | Content::Number { .. } => None,
        })
        .collect()
}

/// The texts of the fleet and of the tagging table: sites, reasons, notes, authors.
pub fn read_elsewhere<'a>(fleet: &'a Fleet, tagging: &'a [TransitionRule]) -> Vec<Printed<'a>> {
    let cell = |text: &'a str, place: &Place| Printed {
        text,
        place: place.clone(),
        kind: Kind::Cell,
    };
    let equipment = fleet.equipment.iter().flat_map(|line| {
        let texts = [&line.kind, &line.model, &line.site, &line.centre, &line.exclusion];
        texts.map(|text| cell(text, &line.place))
    });
    let services = fleet
        .services
        .iter()
        .map(|service| (&service.name, &service.declaration));
    let centres = fleet.centres.iter().map(|centre| (&centre.name, &centre.declaration));
    let results = fleet.results.iter().map(|result| (&result.method, &result.declaration));
    let declared = services.chain(centres).chain(results).flat_map(|(name, declaration)| {
        let texts = [name, &declaration.site, &declaration.note];
        texts.map(|text| cell(text, &declaration.place))
    });
    let authors = tagging.iter().map(|rule| cell(&rule.author, &rule.place));
    equipment.chain(declared).chain(authors).collect()
}

/// The texts of the catalogue, of the actions, of the settings and of the narrative.
pub fn texts<'a>(project: &'a Project, inputs: &'a Inputs) -> Vec<Printed<'a>> {
    let settings = &project.settings;
    let place = Place::file("data/rapport.yaml");
    let mut printed: Vec<Printed> = [
        &settings.community.name,
        &settings.community.population_source,
        &settings.title,
        &settings.subtitle,
        &settings.sample_notice,
        &settings.contact,
    ]
    .into_iter()
    .map(|text| entry(text, &place))
    .collect();
    printed.extend(project.catalogue.iter().flat_map(indicator));
    printed.extend(project.actions.iter().flat_map(action));
    printed.extend(project.strategy.iter().flat_map(strategy));
    for text in inputs.texts.values() {
        let first = match text.place.spot {
            Spot::Line { line, .. } => line,
            Spot::File | Spot::Cell { .. } => 1,
        };
        printed.extend(text.markdown.lines().zip(first..).map(|(line, number)| Printed {
            text: line,
            place: Place::line(text.place.file.clone(), number, 1),
            kind: Kind::Line,
        }));
    }
    printed
}

fn indicator(indicator: &Indicator) -> Vec<Printed<'_>> {
    let source = &indicator.source;
    let texts = [
        &indicator.title,
        &indicator.definition,
        &indicator.unit,
        &indicator.service,
        &source.producer,
        &source.publisher,
        &source.version,
        &source.licence,
        &source.method,
        &source.limits,
    ];
    let texts = texts.into_iter().map(|text| entry(text, &indicator.place));
    let origins = indicator
        .targets
        .iter()
        .map(|target| entry(&target.origin, &target.place));
    let comment = entry(&indicator.comment.value, &indicator.comment.place);
    texts.chain(origins).chain([comment]).collect()
}

fn action(action: &Action) -> Vec<Printed<'_>> {
    let texts = [&action.title, &action.description, &action.service];
    texts.into_iter().map(|text| entry(text, &action.place)).collect()
}

fn strategy(strategy: &Strategy) -> Vec<Printed<'_>> {
    let own = [&strategy.title, &strategy.presentation, &strategy.governance];
    let method = &strategy.method;
    let method = [&method.preparation, &method.implementation, &method.evaluation];
    let mut printed: Vec<Printed> = own
        .into_iter()
        .chain(method)
        .map(|text| entry(text, &strategy.place))
        .collect();
    for step in &strategy.steps {
        printed.extend([&step.title, &step.decision, &step.note].map(|text| entry(text, &step.place)));
    }
    for exclusion in &strategy.exclusions {
        printed.push(entry(&exclusion.reason, &exclusion.place));
    }
    for actor in &strategy.actors {
        let texts = [&actor.category, &actor.part].into_iter().chain(&actor.names);
        printed.extend(texts.map(|text| entry(text, &actor.place)));
    }
    printed.extend(strategy.objectives.iter().flat_map(objective));
    printed
}

fn objective(objective: &Objective) -> Vec<Printed<'_>> {
    let own = [
        &objective.title,
        &objective.description,
        &objective.results,
        &objective.next_steps,
        &objective.means.shared,
    ];
    let credits = objective.means.credits.iter().map(|credit| &credit.purpose);
    let texts = own.into_iter().chain(&objective.frameworks).chain(credits);
    let mut printed: Vec<Printed> = texts.map(|text| entry(text, &objective.place)).collect();
    for measure in &objective.measures {
        let texts = [&measure.title, &measure.pilot].into_iter().chain(&measure.partners);
        printed.extend(texts.map(|text| entry(text, &measure.place)));
    }
    printed
}

fn entry<'a>(text: &'a str, place: &Place) -> Printed<'a> {
    Printed {
        text,
        place: place.clone(),
        kind: Kind::Entry,
    }
}

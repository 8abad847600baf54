//! Which lines, actions and questions are asked of which service.
//!
//! What a formula, a query or the inventory gives is asked of nobody; nor is a survey in a year between two measures.

use super::campaign::Campaign;
use super::noun::{AskedAction, AskedLine, Question, ServiceRequest};
use crate::config::Project;
use crate::french::name;
use crate::model::{Action, ActionState, Finality, Indicator, Observation, ObservationStatus, Value};
use crate::validate::Dataset;
use std::collections::{BTreeMap, BTreeSet};

/// What each service is asked for, by the name of the service, as names are compared: `DSI` and `dsi` are one.
pub fn requests(project: &Project, dataset: &Dataset) -> Vec<ServiceRequest> {
    let campaign = Campaign::of(project);
    let mut of: BTreeMap<String, ServiceRequest> = BTreeMap::new();
    let mut finalities: BTreeMap<String, BTreeSet<Finality>> = BTreeMap::new();
    for indicator in &project.catalogue {
        let lines = lines(indicator, project.settings.sample, dataset, &campaign);
        if !lines.is_empty() {
            asked_of(&mut of, &indicator.service).lines.extend(lines);
            let theirs = finalities.entry(name(&indicator.service)).or_default();
            theirs.insert(indicator.finality);
        }
    }
    for action in project
        .actions
        .iter()
        .filter(|action| action.state != ActionState::Done)
    {
        let action = action.clone();
        asked_of(&mut of, &action.service.clone())
            .actions
            .push(AskedAction { action });
    }
    for (key, request) in &mut of {
        // A service without an indicator is questioned about what its actions act upon.
        let acted = || {
            let actions = request.actions.iter().map(|asked| &asked.action);
            let acted = |action: &Action| {
                Finality::ALL
                    .into_iter()
                    .filter(|finality| action.acts_on(*finality))
                    .collect::<Vec<_>>()
            };
            actions.flat_map(acted).collect()
        };
        let theirs: BTreeSet<Finality> = finalities.remove(key).unwrap_or_else(acted);
        request.questions = theirs
            .into_iter()
            .flat_map(|finality| questions(finality, project, campaign.year))
            .collect();
    }
    of.into_values().collect()
}

fn asked_of<'r>(of: &'r mut BTreeMap<String, ServiceRequest>, service: &str) -> &'r mut ServiceRequest {
    of.entry(name(service)).or_insert_with(|| ServiceRequest {
        service: service.trim().to_owned(),
        lines: Vec::new(),
        actions: Vec::new(),
        questions: Vec::new(),
    })
}

/// The lines of an indicator: its whole, where it is given as such, and each part that is known.
fn lines(indicator: &Indicator, sample: bool, dataset: &Dataset, campaign: &Campaign) -> Vec<AskedLine> {
    if indicator.derivation.is_some() {
        return Vec::new();
    }
    // What is invented goes to a service in a demonstration only.
    let believed = |known: &&Observation| sample || known.status != ObservationStatus::Example;
    let known: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|known| known.indicator == indicator.id && known.year <= campaign.year)
        .filter(believed)
        .collect();
    let measures = known.iter().filter(|known| known.year < campaign.year);
    let last = measures.map(|known| known.year).max();
    if let Some(last) = last.filter(|_| indicator.is_survey())
        && indicator.due_after(last, campaign.year).is_empty()
    {
        return Vec::new();
    }
    let mut of: BTreeMap<&BTreeMap<String, String>, BTreeMap<i32, Observation>> = BTreeMap::new();
    for observation in known.into_iter().filter(|known| known.year >= campaign.past().start) {
        let years = of.entry(&observation.breakdown).or_default();
        years.insert(observation.year, observation.clone());
    }
    let whole = BTreeMap::new();
    if of.is_empty() {
        of.insert(&whole, BTreeMap::new());
    }
    of.into_iter()
        .filter(|(_, known)| !is_over(known))
        .map(|(breakdown, known)| AskedLine {
            indicator: indicator.clone(),
            breakdown: breakdown.clone(),
            known,
        })
        .collect()
}

/// Whether what is measured no longer exists: a site that closed.
fn is_over(known: &BTreeMap<i32, Observation>) -> bool {
    let last = known.values().rfind(|known| known.value != Value::Missing);
    last.is_some_and(|known| known.value == Value::Void)
}

fn questions(finality: Finality, project: &Project, year: i32) -> [Question; 2] {
    let texts = project.reference.finalities.get(&finality);
    let subject = texts.map_or_else(|| format!("Finalité {}", finality.number()), |text| text.short.clone());
    let question = |kind: &str, text: String| Question {
        key: format!("finalite-{}-{kind}", finality.number()),
        subject: subject.clone(),
        text,
    };
    [
        question(
            "bilan",
            format!("Qu’est-ce qui a changé en {year}, et pourquoi ? Deux ou trois phrases."),
        ),
        question(
            "suite",
            format!("Qu’est-ce qui est prévu après {year}, et qu’est-ce qui manque pour le faire ?"),
        ),
    ]
}

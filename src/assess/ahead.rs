//! What a year asks of whom: the values to come, the targets whose term has passed, the actions that should have ended.
//!
//! It lists; what is missing of the last year of a series is said by `missing`, what is due by `due`.

use super::{Lack, Report};
use crate::diagnostic::Place;
use crate::model::{ActionState, Derivation, Identifier};
use std::collections::{BTreeMap, BTreeSet};

/// Something to do for the next report.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// A value of the data year.
    Value(Lack),
    /// A target whose year has passed.
    Target {
        indicator: Identifier,
        title: String,
        year: i32,
        /// The next target; none where it was the last.
        next: Option<i32>,
    },
    /// An action that should have ended, or that says done what is to be closed by hand.
    Action {
        title: String,
        state: ActionState,
        end: i32,
        place: Place,
    },
}

impl Report {
    /// The tasks by service; what no service answers for comes last, under an empty name.
    pub fn tasks(&self) -> Vec<(String, Vec<Task>)> {
        let data_year = self.settings.data_year;
        // A formula gives its own value.
        let computed = self
            .findings()
            .filter(|finding| matches!(finding.indicator.derivation, Some(Derivation::Formula(_))));
        let computed: BTreeSet<&Identifier> = computed.map(|finding| &finding.indicator.id).collect();
        let values = self.lacks().into_iter();
        let values = values.filter(|lack| !computed.contains(&lack.indicator));
        let values = values.map(|lack| (lack.service.clone(), Task::Value(lack)));
        let targets = self.findings().filter_map(|finding| {
            let indicator = &finding.indicator;
            let years = || indicator.targets.iter().map(|target| target.year);
            let year = years().filter(|year| *year <= data_year).max()?;
            let task = Task::Target {
                indicator: indicator.id.clone(),
                title: indicator.title.clone(),
                year,
                next: years().filter(|year| *year > data_year).min(),
            };
            Some((indicator.service.clone(), task))
        });
        let actions = self.actions.iter().filter_map(|action| {
            let end = action.end.filter(|_| action.is_late(data_year))?;
            let task = Task::Action {
                title: action.title.clone(),
                state: action.state,
                end,
                place: action.place.clone(),
            };
            Some((action.service.clone(), task))
        });
        let mut by_service: BTreeMap<String, Vec<Task>> = BTreeMap::new();
        for (service, task) in values.chain(targets).chain(actions) {
            by_service.entry(service).or_default().push(task);
        }
        let nobody = by_service.remove_entry("");
        by_service.into_iter().chain(nobody).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{action, measured, project, report};
    use crate::diagnostic::Placed;
    use crate::load::Inputs;
    use crate::model::{Effect, Finality, Scope, Target};

    #[test]
    fn each_service_has_its_values_its_targets_and_its_actions_and_a_formula_asks_nobody() {
        let mut eau = measured("eau", Finality::Climate, Scope::Internal, &[(2024, 1.0)]);
        eau.indicator.service = "Eau".to_owned();
        let target = |year: i32| Target {
            year,
            value: 1.0,
            origin: String::new(),
            place: Place::file("c.yaml"),
        };
        eau.indicator.targets = vec![target(2024), target(2030)];
        let mut ratio = measured("ratio", Finality::Climate, Scope::Internal, &[(2024, 1.0)]);
        let formula = Placed::new("eau / 2".to_owned(), Place::file("c.yaml"));
        ratio.indicator.derivation = Some(Derivation::Formula(formula));
        let mut project = project();
        let mut late = action(Scope::Internal, Finality::Climate, Effect::Positive);
        late.end = Some(2025);
        let mut done = late.clone();
        done.state = ActionState::Done;
        project.actions = vec![late, done];
        let report = report(&project, &Inputs::default(), vec![eau, ratio]);
        let told: Vec<(String, Vec<&str>)> = report
            .tasks()
            .into_iter()
            .map(|(service, tasks)| {
                let kinds = tasks.iter().map(|task| match task {
                    Task::Value(_) => "value",
                    Task::Target { next, .. } => {
                        assert_eq!(*next, Some(2030));
                        "target"
                    }
                    Task::Action { .. } => "action",
                });
                (service, kinds.collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Eau".to_owned(), vec!["value", "target"]),
                (String::new(), vec!["action"])
            ]
        );
    }
}

//! What the data year lacks: the indicators of which a value was to come, and those that have it.
//!
//! A follow-up is not due, nor a survey between two measures, nor a source that its author says late (`age_max`).

use super::{Finding, Report};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::french::{number, plural};
use crate::model::{Direction, Identifier, Series, Value};

/// Too few of the values that were due are there.
const TOO_FEW: Code = Code("M908");

/// An indicator without a value of the data year, where one was to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub indicator: Identifier,
    pub title: String,
    /// Who answers for it; may be empty.
    pub service: String,
    pub place: Place,
    /// The last year with a value; none where there is none.
    pub last_year: Option<i32>,
    /// A follow-up: it is asked for, and counts among no value that was due.
    pub is_followed_only: bool,
}

/// How many indicators were to have a value of the data year, and how many have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub expected: usize,
    pub given: usize,
}

/// What the data year is for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Given,
    Lacking,
    /// Nothing was to come.
    NotDue,
}

impl Report {
    /// The last year of which an indicator has a value; none where there is no value at all.
    pub fn last_year(&self) -> Option<i32> {
        self.findings().filter_map(last_year).max()
    }

    /// What the data year lacks, by service, then in the order of the report; indicators without a service come last.
    pub fn lacks(&self) -> Vec<Lack> {
        let lacking = self.findings().filter(|finding| self.state(finding) == State::Lacking);
        let mut lacks: Vec<Lack> = lacking
            .map(|finding| Lack {
                indicator: finding.indicator.id.clone(),
                title: finding.indicator.title.clone(),
                service: finding.indicator.service.clone(),
                place: finding.indicator.place.clone(),
                last_year: last_year(finding),
                is_followed_only: finding.indicator.direction == Direction::Monitor,
            })
            .collect();
        lacks.sort_by_cached_key(|lack| (lack.service.is_empty(), lack.service.clone()));
        lacks
    }

    /// The indicators that are judged, and of which a value of the data year was to come.
    pub fn due(&self) -> Due {
        let judged = self
            .findings()
            .filter(|finding| finding.indicator.direction != Direction::Monitor);
        let states: Vec<State> = judged.map(|finding| self.state(finding)).collect();
        let count = |wanted: State| states.iter().filter(|state| **state == wanted).count();
        Due {
            expected: count(State::Given) + count(State::Lacking),
            given: count(State::Given),
        }
    }

    fn state(&self, finding: &Finding) -> State {
        let data_year = self.settings.data_year;
        if has_answer(finding, data_year) {
            return State::Given;
        }
        let Some(last) = last_year(finding) else {
            return State::Lacking;
        };
        let indicator = &finding.indicator;
        let late = indicator
            .source
            .max_age
            .and_then(|age| i32::try_from(age).ok())
            .unwrap_or(0);
        let age = data_year.saturating_sub(last);
        match indicator.due_after(last, data_year).is_empty() || age <= late {
            true => State::NotDue,
            false => State::Lacking,
        }
    }
}

impl Lack {
    /// What is there instead, after a colon.
    pub fn last(&self) -> String {
        let last = match self.last_year {
            Some(year) => format!("dernière valeur en {year}"),
            None => "aucune valeur".to_owned(),
        };
        match self.is_followed_only {
            true => format!("{last} (suivi : ne compte pas parmi les attendues)"),
            false => last,
        }
    }
}

impl Due {
    /// The share of the values that were due, in percent; none where none was.
    pub fn share(self) -> Option<f64> {
        (self.expected > 0).then(|| 100.0 * self.given as f64 / self.expected as f64)
    }
}

/// Refuses a report whose data year is mostly empty; both numbers are told.
pub fn refuse_empty_year(report: &Report, diagnostics: &mut Diagnostics) {
    let due = report.due();
    let wanted = report.settings.least_share;
    let Some(share) = due.share().filter(|share| *share < wanted) else {
        return;
    };
    let message = format!(
        "{} de {} sur {} ({}\u{a0}%)\u{a0}: il en faut {}\u{a0}%.",
        plural(due.given, "indicateur a sa valeur", "indicateurs ont leur valeur"),
        report.settings.data_year,
        due.expected,
        number(share, 0),
        number(wanted, 0)
    );
    let help = "Complétez les valeurs que liste « millesime verifier », par service ; sinon, écrivez dans rapport.yaml la dernière année complète sous « annee_donnees », ou une autre part sous « part_valeurs_dues ».";
    diagnostics.push(Diagnostic::error(TOO_FEW, Place::file("data/rapport.yaml"), message).help(help));
}

/// Whether a year has a number, or is known and cannot be published.
fn has_answer(finding: &Finding, year: i32) -> bool {
    let answers = |series: &Series| {
        let value = series.at(year).map(|point| point.value);
        matches!(value, Some(Value::Number(_) | Value::Secret | Value::Void))
    };
    let mut parts = finding.breakdowns.iter().map(|breakdown| &breakdown.series);
    answers(&finding.headline) || parts.any(answers)
}

fn last_year(finding: &Finding) -> Option<i32> {
    let parts = finding.breakdowns.iter().map(|breakdown| &breakdown.series);
    let series = std::iter::once(&finding.headline).chain(parts);
    series.filter_map(|series| Some(series.last_number()?.year)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{measured, project, report};
    use crate::compute::Measure;
    use crate::load::Inputs;
    use crate::model::{Finality, Scope};

    fn measure(id: &str, values: &[(i32, f64)], change: impl Fn(&mut Measure)) -> Measure {
        let mut measure = measured(id, Finality::Climate, Scope::Internal, values);
        change(&mut measure);
        measure
    }

    fn service(name: &'static str) -> impl Fn(&mut Measure) {
        move |measure| measure.indicator.service = name.to_owned()
    }

    #[test]
    fn what_the_data_year_lacks_is_told_by_service_and_counted_where_it_is_due() {
        let before = [(2023, 1.0), (2024, 1.0)];
        let report = report(
            &project(),
            &Inputs::default(),
            vec![
                measure("given", &[(2025, 1.0)], service("Eau")),
                measure("nobody", &before, |_| {}),
                measure("late", &before, service("Voirie")),
                measure("never", &[], service("Eau")),
                measure("monitored", &before, |measure| {
                    measure.indicator.direction = Direction::Monitor
                }),
                measure("survey", &before, |measure| measure.indicator.frequency = 3),
                measure("overdue", &[(2022, 1.0)], |measure| measure.indicator.frequency = 3),
                measure("old", &before, |measure| measure.indicator.source.max_age = Some(1)),
            ],
        );
        let told: Vec<(String, Option<i32>)> = report
            .lacks()
            .into_iter()
            .map(|lack| (lack.indicator.to_string(), lack.last_year))
            .collect();
        let expected = [
            ("never", None),
            ("late", Some(2024)),
            ("nobody", Some(2024)),
            ("monitored", Some(2024)),
            ("overdue", Some(2022)),
        ];
        assert_eq!(told, expected.map(|(id, year)| (id.to_owned(), year)));
        assert_eq!(report.due(), Due { expected: 5, given: 1 });
        assert_eq!(report.last_year(), Some(2025));
        let mut diagnostics = Diagnostics::default();
        refuse_empty_year(&report, &mut diagnostics);
        let message = diagnostics.sorted()[0].message.replace('\u{a0}', " ");
        assert!(
            message.starts_with("1 indicateur a sa valeur de 2025 sur 5 (20 %)"),
            "{message}"
        );
    }

    #[test]
    fn the_share_that_refuses_is_the_project_s() {
        let measures = || {
            vec![
                measure("given", &[(2025, 1.0)], |_| {}),
                measure("late", &[(2024, 1.0)], |_| {}),
            ]
        };
        let refused = |least_share: f64| {
            let mut project = project();
            project.settings.least_share = least_share;
            let mut diagnostics = Diagnostics::default();
            refuse_empty_year(&report(&project, &Inputs::default(), measures()), &mut diagnostics);
            diagnostics.sorted().len()
        };
        assert_eq!((refused(50.0), refused(51.0)), (0, 1));
    }
}

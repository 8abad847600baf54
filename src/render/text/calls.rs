//! What a sentence may ask of an indicator: `valeur`, `evolution`, `cible`, `statut`, `unite`.
//!
//! The answers are written as the tables write them, so that a figure in a sentence cannot disagree with its table.

use crate::assess::{Change, Finding, Report};
use crate::diagnostic::{Cause, Code};
use crate::french;
use crate::model::{Called, Identifier, Names};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, filters};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A text calls an indicator that the catalogue does not hold.
const UNKNOWN_INDICATOR: Code = Code("M511");
/// A text calls a value, a change or a target that does not exist.
const ABSENT_ANSWER: Code = Code("M512");

/// The functions that a `{{ … }}` may call.
pub const FUNCTIONS: [&str; 5] = ["valeur", "evolution", "cible", "statut", "unite"];

/// Steps of one call: a function, its arguments, a few signs.
const STEPS: u64 = 1_000;

/// Every indicator, ready to answer.
pub struct Calls {
    pub environment: Environment<'static>,
}

/// Why a call has no answer; it travels inside the error of minijinja.
#[derive(Debug)]
pub struct CallFault {
    pub code: Code,
    pub message: String,
    pub help: String,
    /// What would explain it: the faults of the indicator, those of the catalogue.
    pub causes: Vec<Cause>,
}

struct Answers {
    precision: usize,
    unit: String,
    values: BTreeMap<i32, f64>,
    change: Option<Change>,
    target: Option<f64>,
    status: &'static str,
}

/// Every indicator by its names.
struct Catalogue {
    answers: BTreeMap<Identifier, Answers>,
    names: Names,
}

impl Calls {
    pub fn new(report: &Report) -> Self {
        let found = report.findings();
        let indicators = report.findings().map(|finding| &finding.indicator);
        let catalogue = Arc::new(Catalogue {
            answers: found
                .map(|finding| (finding.indicator.id.clone(), answers(finding)))
                .collect(),
            names: Names::of(indicators.map(|indicator| (&indicator.id, &*indicator.title))),
        });
        // Of what minijinja brings, what makes a text of a text: others could make a list of a hundred million of them.
        let mut environment = Environment::empty();
        environment.add_filter("upper", filters::upper);
        environment.add_filter("lower", filters::lower);
        environment.add_filter("capitalize", filters::capitalize);
        environment.add_filter("title", filters::title);
        environment.add_filter("trim", filters::trim);
        environment.set_fuel(Some(STEPS));
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let shared = Arc::clone(&catalogue);
        environment.add_function("valeur", move |id: &str, year: Option<i32>| value(&shared, id, year));
        let shared = Arc::clone(&catalogue);
        environment.add_function("evolution", move |id: &str| change(&shared, id));
        let shared = Arc::clone(&catalogue);
        environment.add_function("cible", move |id: &str| target(&shared, id));
        let shared = Arc::clone(&catalogue);
        environment.add_function("statut", move |id: &str| {
            find(&shared, id).map(|found| found.status.to_owned())
        });
        environment.add_function("unite", move |id: &str| {
            find(&catalogue, id).map(|found| found.unit.clone())
        });
        Calls { environment }
    }
}

fn answers(finding: &Finding) -> Answers {
    Answers {
        precision: finding.indicator.precision,
        unit: finding.indicator.unit.clone(),
        values: finding.headline.numbers().collect(),
        change: finding.baseline_change,
        target: finding.assessment.inputs.target.map(|(_, value)| value),
        status: finding.assessment.status.label(),
    }
}

fn value(catalogue: &Catalogue, id: &str, year: Option<i32>) -> Result<String, Error> {
    let found = find(catalogue, id)?;
    let number = match year {
        Some(year) => found.values.get(&year),
        None => found.values.last_key_value().map(|(_, value)| value),
    };
    let Some(number) = number else {
        let known: Vec<String> = found.values.keys().map(ToString::to_string).collect();
        let year = year.map_or(String::new(), |year| format!(" pour {year}"));
        let help = match known.as_slice() {
            [] => "Ajoutez ses valeurs dans data/valeurs/, ou retirez cet appel.".to_owned(),
            known => format!("Choisissez une de ses années : {}.", french::list(known)),
        };
        let message = format!("L’indicateur « {id} » n’a pas de valeur{year}.");
        return Err(absent(id, message, help));
    };
    Ok(french::quantity(*number, found.precision, &found.unit))
}

fn change(catalogue: &Catalogue, id: &str) -> Result<String, Error> {
    let found = find(catalogue, id)?;
    let Some(change) = found.change else {
        return Err(absent(
            id,
            format!("L’évolution de « {id} » depuis sa référence n’existe pas."),
            "Donnez à l’indicateur une référence qui a une valeur, ou retirez cet appel.".to_owned(),
        ));
    };
    Ok(change.words(&found.unit, found.precision))
}

fn target(catalogue: &Catalogue, id: &str) -> Result<String, Error> {
    let found = find(catalogue, id)?;
    let target = found.target.ok_or_else(|| {
        absent(
            id,
            format!("L’indicateur « {id} » n’a pas de cible."),
            "Ajoutez-lui une cible dans le catalogue, ou retirez cet appel.".to_owned(),
        )
    })?;
    Ok(french::quantity(target, found.precision, &found.unit))
}

fn find<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Answers, Error> {
    let called = catalogue.names.find(id);
    let by_identifier = catalogue.names.identifier(id);
    let found = by_identifier.and_then(|known| catalogue.answers.get(&known));
    found.ok_or_else(|| {
        let help = match (called, french::meant(id, catalogue.names.identifiers())) {
            (Some(Called::Title(id)), _) => format!("C’est le titre de « {id} » : écrivez cet identifiant."),
            (_, Some(question)) => question,
            _ => "Corrigez l’identifiant, ou ajoutez l’indicateur au catalogue.".to_owned(),
        };
        fault(CallFault {
            code: UNKNOWN_INDICATOR,
            message: format!("Aucun indicateur du catalogue ne s’appelle « {id} »."),
            help,
            causes: vec![Cause::Catalogue, Cause::entry(id)],
        })
    })
}

fn absent(id: &str, message: String, help: String) -> Error {
    fault(CallFault {
        code: ABSENT_ANSWER,
        message,
        help,
        causes: vec![Cause::entry(id)],
    })
}

fn fault(fault: CallFault) -> Error {
    Error::new(ErrorKind::InvalidOperation, fault.message.clone()).with_source(fault)
}

impl fmt::Display for CallFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for CallFault {}

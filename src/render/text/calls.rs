//! What a text may ask of an indicator: `valeur`, `ecart`, `evolution`, `cible`, `statut`, `unite`, and its `graphique`.
//!
//! The answers are written as the tables write them, so that a figure in a sentence cannot disagree with its table.

use super::fault::{CallFault, absent, fault};
use super::parts::{Asked, PartValues, asked, series};
use super::pictures::Pictures;
use crate::assess::{Change, Finding, Report};
use crate::diagnostic::{Cause, Code};
use crate::french;
use crate::model::{Called, Identifier, Names, Picture};
use minijinja::value::{Kwargs, Object, Value};
use minijinja::{Environment, Error, UndefinedBehavior, filters};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// A text calls an indicator that the catalogue does not hold.
const UNKNOWN_INDICATOR: Code = Code("M511");

/// The functions that a `{{ … }}` may call.
pub const FUNCTIONS: [&str; 7] = ["valeur", "ecart", "evolution", "cible", "statut", "unite", "graphique"];

/// Steps of one call: a function, its arguments, a few signs.
const STEPS: u64 = 1_000;

/// Every indicator, ready to answer.
pub struct Calls {
    pub environment: Environment<'static>,
    pub pictures: Arc<Pictures>,
    catalogue: Arc<Catalogue>,
}

/// The chart of an indicator, which is no text.
#[derive(Debug)]
pub struct Chart(pub Picture);

impl Object for Chart {}

struct Answers {
    precision: usize,
    unit: String,
    values: BTreeMap<i32, f64>,
    parts: Vec<PartValues>,
    /// The year of its reference.
    baseline: Option<i32>,
    change: Option<Change>,
    target: Option<f64>,
    status: &'static str,
}

/// Every indicator by its names.
struct Catalogue {
    answers: BTreeMap<Identifier, Answers>,
    names: Names,
    /// The titles by which the calls asked, since they were last told.
    titles: Mutex<Vec<(String, Identifier)>>,
}

impl Calls {
    /// The titles by which the calls asked since it was last said, each with the identifier that was read.
    pub fn titles_read(&self) -> Vec<(String, Identifier)> {
        let titles = self.catalogue.titles.lock();
        titles
            .map(|mut titles| std::mem::take(&mut *titles))
            .unwrap_or_default()
    }

    pub fn new(report: &Report, pictures: Pictures) -> Self {
        let found = report.findings();
        let indicators = report.findings().map(|finding| &finding.indicator);
        let catalogue = Catalogue {
            answers: found
                .map(|finding| (finding.indicator.id.clone(), answers(finding)))
                .collect(),
            names: Names::of(indicators.map(|indicator| (&indicator.id, &*indicator.title))),
            titles: Mutex::default(),
        };
        Calls::of(catalogue, pictures)
    }

    /// Those of a report that has no indicator.
    #[cfg(any(test, fuzzing))]
    pub fn none() -> Self {
        let catalogue = Catalogue {
            answers: BTreeMap::new(),
            names: Names::default(),
            titles: Mutex::default(),
        };
        Calls::of(catalogue, Pictures::default())
    }

    fn of(catalogue: Catalogue, pictures: Pictures) -> Self {
        let (catalogue, pictures) = (Arc::new(catalogue), Arc::new(pictures));
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
        environment.add_function(
            "valeur",
            move |id: &str, year: Option<i32>, part: Option<&str>, named: Kwargs| {
                let (asked, said) = asked(part, &named)?;
                value(&shared, id, year.or(said), &asked)
            },
        );
        let shared = Arc::clone(&catalogue);
        environment.add_function("ecart", move |id: &str, from: Option<i32>, to: Option<i32>| {
            difference(&shared, id, from, to)
        });
        let shared = Arc::clone(&catalogue);
        environment.add_function("evolution", move |id: &str| change(&shared, id));
        let shared = Arc::clone(&catalogue);
        environment.add_function("cible", move |id: &str| target(&shared, id));
        let shared = Arc::clone(&catalogue);
        environment.add_function("statut", move |id: &str| {
            find(&shared, id).map(|found| found.status.to_owned())
        });
        let shared = Arc::clone(&catalogue);
        environment.add_function("unite", move |id: &str| {
            find(&shared, id).map(|found| found.unit.clone())
        });
        let (drawn, shared) = (Arc::clone(&pictures), Arc::clone(&catalogue));
        environment.add_function("graphique", move |id: &str| chart(&shared, &drawn, id));
        Calls {
            environment,
            pictures,
            catalogue,
        }
    }
}

fn answers(finding: &Finding) -> Answers {
    Answers {
        precision: finding.indicator.precision,
        unit: finding.indicator.unit.clone(),
        values: finding.headline.numbers().collect(),
        parts: finding.breakdowns.iter().map(PartValues::of).collect(),
        baseline: finding.assessment.inputs.baseline.map(|(year, _)| year),
        change: finding.baseline_change,
        target: finding.assessment.inputs.target.map(|(_, value)| value),
        status: finding.assessment.status.label(),
    }
}

/// The change between two years, in the unit of the indicator: from its reference and to its last value where none is said.
fn difference(catalogue: &Catalogue, id: &str, from: Option<i32>, to: Option<i32>) -> Result<String, Error> {
    let found = find(catalogue, id)?;
    let from = from.or(found.baseline);
    let to = to.or_else(|| found.values.last_key_value().map(|(year, _)| *year));
    let of = |year: Option<i32>| year.and_then(|year| found.values.get(&year));
    let (Some(first), Some(last)) = (of(from), of(to)) else {
        let said =
            |year: Option<i32>, otherwise: &str| year.map_or_else(|| otherwise.to_owned(), |year| year.to_string());
        let message = format!(
            "L’indicateur « {id} » n’a pas d’écart de {} à {} : il manque une valeur.",
            said(from, "sa référence"),
            said(to, "sa dernière valeur")
        );
        return Err(absent(id, message, known_years(&found.values)));
    };
    Ok(french::difference(last - first, found.precision, &found.unit))
}

fn known_years(values: &BTreeMap<i32, f64>) -> String {
    let known: Vec<String> = values.keys().map(ToString::to_string).collect();
    match known.as_slice() {
        [] => "Ajoutez ses valeurs dans data/valeurs/, ou retirez cet appel.".to_owned(),
        known => format!("Choisissez parmi ses années : {}.", french::list(known)),
    }
}

fn value(catalogue: &Catalogue, id: &str, year: Option<i32>, asked: &Asked) -> Result<String, Error> {
    let found = find(catalogue, id)?;
    let values = series(&found.values, &found.parts, id, asked)?;
    let number = match year {
        Some(year) => values.get(&year),
        None => values.last_key_value().map(|(_, value)| value),
    };
    let Some(number) = number else {
        let known: Vec<String> = values.keys().map(ToString::to_string).collect();
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

fn chart(catalogue: &Catalogue, pictures: &Pictures, id: &str) -> Result<Value, Error> {
    find(catalogue, id)?;
    let known = catalogue.names.find(id);
    let picture = known.and_then(|known| pictures.chart(known.id())).cloned();
    let picture = picture.ok_or_else(|| {
        let message = format!("L’indicateur « {id} » n’a pas de graphique.");
        let help = "Il faut deux valeurs au moins : complétez-les, ou retirez cet appel.".to_owned();
        absent(id, message, help)
    })?;
    Ok(Value::from_object(Chart(picture)))
}

fn find<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Answers, Error> {
    let called = catalogue.names.find(id);
    if let (Some(Called::Title(known)), Ok(mut titles)) = (&called, catalogue.titles.lock()) {
        titles.push((id.to_owned(), known.clone()));
    }
    let found = called.and_then(|called| catalogue.answers.get(called.id()));
    found.ok_or_else(|| {
        let help = french::meant(id, catalogue.names.identifiers())
            .unwrap_or_else(|| "Corrigez l’identifiant, ou ajoutez l’indicateur au catalogue.".to_owned());
        fault(CallFault {
            code: UNKNOWN_INDICATOR,
            message: format!("Aucun indicateur du catalogue ne s’appelle « {id} »."),
            help,
            causes: vec![Cause::Catalogue, Cause::entry(id)],
        })
    })
}

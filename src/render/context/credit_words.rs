//! Which lines each action takes, in words: codes, with the labels of the nomenclature where they are known.

use crate::assess::Report;
use crate::compute::Credits;
use crate::french;
use crate::model::{AccountLabels, BudgetDirection, CreditSelector, CreditShare};
use serde::Serialize;

/// The lines that an action takes, in words.
#[derive(Clone, Debug, Serialize)]
pub struct SelectorContext {
    pub title: String,
    pub lines: Vec<String>,
}

/// The selectors of the actions that take something, in the order of `actions.yaml`.
pub fn selectors(report: &Report, credits: &Credits) -> Vec<SelectorContext> {
    let taking = report.funded().filter(|action| {
        let own = credits.of_action(&action.id);
        own.is_some_and(|own| !own.series.is_empty())
    });
    taking
        .map(|action| SelectorContext {
            title: french::punctuate(&action.title),
            lines: action
                .credits
                .iter()
                .map(|selector| told(selector, credits.labels_of(selector)))
                .collect(),
        })
        .collect()
}

/// `Investissement : fonction 844 (Transports), nature 2151, à 40 %`.
fn told(selector: &CreditSelector, labels: Option<&AccountLabels>) -> String {
    let mut words = Vec::new();
    if let Some(name) = &selector.budget {
        words.push(format!("budget annexe « {name} »"));
    }
    if let Some(section) = selector.section {
        words.push(section.label().to_owned());
    }
    if selector.direction == BudgetDirection::Revenue {
        words.push("recettes".to_owned());
    }
    let labelled = |word: &str, codes: &[String], label: &dyn Fn(&str) -> Option<String>| {
        let codes: Vec<String> = codes
            .iter()
            .map(|code| label(code).map_or_else(|| code.clone(), |label| format!("{code} ({label})")))
            .collect();
        (!codes.is_empty()).then(|| format!("{word} {}", french::list(&codes)))
    };
    let none = |_: &str| None;
    let parts = [
        labelled("fonction", &selector.functions, &|code| {
            labels?.function(code).map(str::to_owned)
        }),
        labelled("nature", &selector.natures, &|code| {
            labels?.nature(code).map(str::to_owned)
        }),
        labelled("chapitre", &selector.chapters, &none),
        labelled("opération", &selector.operations, &none),
        labelled("service", &selector.services, &none),
        labelled("programme", &selector.programmes, &none),
        labelled("autorisation", &selector.authorisations, &none),
        labelled("code analytique", &selector.analytics, &none),
    ];
    words.extend(parts.into_iter().flatten());
    if selector.share != CreditShare::WHOLE {
        let percent = selector.share.hundredths() as f64 / 100.0;
        let decimals = usize::from(selector.share.hundredths() % 100 != 0) * 2;
        words.push(format!("à {}", french::quantity(percent, decimals, "%")));
    }
    french::punctuate(&words.join(", "))
}

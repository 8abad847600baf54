//! What each file becomes, as JSON: French keys, as in the guide.

use crate::collect::{ImportStep, ImportedFile, InWorkbook, ProposedIndicator};
use crate::command::messages_json;
use crate::run::ImportOutcome;
use serde_json::{Map, Value, json};

pub fn json(outcome: &ImportOutcome) -> String {
    let files = outcome.plan.iter().flat_map(|plan| &plan.files).map(of_file);
    let told: Value =
        serde_json::from_str(&messages_json::json(&outcome.diagnostics, &[])).unwrap_or(Value::Array(Vec::new()));
    let book = outcome.plan.as_ref().and_then(|plan| plan.in_workbook.as_ref());
    let whole = json!({
        "classeur": book.map(|book| match book {
            InWorkbook::Joined { path } => json!({ "fichier": path }),
            InWorkbook::Left { why } => json!({ "a_ajouter": why }),
        }),
        "fichiers": files.collect::<Vec<_>>(),
        "ecrits": outcome.written,
        "messages": told,
    });
    serde_json::to_string_pretty(&whole).expect("strings and numbers always serialise")
}

fn of_file(file: &ImportedFile) -> Value {
    let format = &file.format;
    json!({
        "fichier": file.path,
        "feuille": file.sheet,
        "lignes": file.rows,
        "format": {
            "id": format.id,
            "nom": format.name,
            "version": format.version,
            "source": format.source,
            "lu_le": format.read_on.to_string(),
        },
        "colonnes_inconnues": file.strange,
        "devient": file.steps.iter().map(of_step).collect::<Vec<_>>(),
        "remarques": format.remarks,
    })
}

fn of_step(step: &ImportStep) -> Value {
    match step {
        ImportStep::Copied { to } => json!({ "quoi": "copie", "fichier": to }),
        ImportStep::Plain { to } => json!({ "quoi": "ecrit", "fichier": to }),
        ImportStep::Written { to } => json!({ "quoi": "feuille", "fichier": to }),
        ImportStep::Added { to, years } => json!({ "quoi": "lignes", "fichier": to, "annees": years }),
        ImportStep::Beside { year, files } => json!({ "quoi": "aussi", "annee": year, "fichiers": files }),
        ImportStep::Standing { at } => json!({ "quoi": "deja", "fichier": at }),
        ImportStep::Followed { ids } => json!({ "quoi": "deja", "indicateurs": ids }),
        ImportStep::Valued {
            to,
            added,
            revised,
            kept,
        } => json!({ "quoi": "valeurs", "fichier": to, "nouvelles": added, "revisees": revised, "garde": kept }),
        ImportStep::Elsewhere { same, differing } => json!({ "quoi": "ailleurs", "memes": same, "autres": differing }),
        ImportStep::OfOthers { lines } => json!({ "quoi": "autres_sources", "lignes": lines }),
        ImportStep::Empty { lines } => json!({ "quoi": "vides", "lignes": lines }),
        ImportStep::Left { title, why } => json!({ "quoi": "ecarte", "titre": title, "raison": why }),
        ImportStep::Acted { titles } => json!({ "quoi": "deja", "actions": titles }),
        ImportStep::Dropped { lines } => json!({ "quoi": "abandonnes", "lignes": lines }),
        ImportStep::Actions { to, actions } => json!({ "quoi": "actions", "fichier": to, "actions": entries(actions) }),
        ImportStep::Proposed { to, indicators } => {
            json!({ "quoi": "indicateurs", "fichier": to, "indicateurs": entries(indicators) })
        }
    }
}

fn entries(entries: &[ProposedIndicator]) -> Vec<Value> {
    let keys = |entry: &ProposedIndicator| -> Map<String, Value> {
        let cells = entry.cells.iter();
        cells
            .map(|(key, text)| (key.clone(), Value::from(text.as_str())))
            .collect()
    };
    let entries = entries.iter();
    let entries =
        entries.map(|entry| json!({ "id": entry.id, "titre": entry.title, "dit": entry.formula, "cles": keys(entry) }));
    entries.collect()
}

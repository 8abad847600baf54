//! What each file becomes, in the words of a terminal.

use crate::collect::{ImportPlan, ImportStep, ImportedFile, InWorkbook, ProposedIndicator};
use crate::french::{list, plural, quoted};

pub fn told(plan: &ImportPlan) -> String {
    let mut lines = Vec::new();
    for file in &plan.files {
        lines.extend(opening(file));
        for step in &file.steps {
            lines.extend(of_step(step, plan.in_workbook.as_ref()));
        }
        if file.steps.is_empty() {
            lines.push("  Rien n’en est fait.".to_owned());
        }
        lines.extend(
            file.format
                .remarks
                .iter()
                .map(|remark| format!("  À savoir : {remark}")),
        );
        lines.push(String::new());
    }
    lines.join("\n")
}

fn opening(file: &ImportedFile) -> Vec<String> {
    let sheet = file.sheet.as_ref().map(|sheet| format!(", feuille {}", quoted(sheet)));
    let mut lines = vec![
        format!(
            "{}{} : {}, {}",
            file.path,
            sheet.unwrap_or_default(),
            file.format.called(),
            plural(file.rows, "ligne", "lignes")
        ),
        format!("  Format lu dans {}.", file.format.read_in()),
    ];
    if !file.strange.is_empty() {
        let titles: Vec<String> = file.strange.iter().map(|title| quoted(title.trim())).collect();
        lines.push(format!("  Le format n’a pas {} : rien n’en est lu.", list(&titles)));
    }
    lines
}

fn of_step(step: &ImportStep, book: Option<&InWorkbook>) -> Vec<String> {
    match step {
        ImportStep::Copied { to } => vec![format!("  Copié tel quel dans {to}{}.", read(to))],
        ImportStep::Plain { to } => vec![format!(
            "  Écrit dans {to}, ses colonnes sous les titres du format, ses montants et ses dates sous la forme que lit la requête."
        )],
        ImportStep::Written { to } => vec![format!("  Sa feuille est écrite dans {to}{}.", read(to))],
        ImportStep::Added { to, years } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            vec![format!("  Ses lignes de {} s’ajoutent à celles de {to}.", list(&years))]
        }
        ImportStep::Beside { year, files } => vec![format!(
            "  Attention : {} compte aussi des équipements de {year}, et les deux s’ajoutent. Si ce sont les mêmes, retirez-les de l’un.",
            list(files)
        )],
        ImportStep::Standing { at } => vec![format!("  {at} l’a déjà.")],
        ImportStep::Followed { ids } => vec![format!("  Le catalogue a déjà {}.", list(ids))],
        ImportStep::Valued {
            to,
            added,
            revised,
            kept,
        } => {
            let mut lines = vec![format!(
                "  {} dans {to}, chacune avec sa case ; le fichier est gardé dans {kept}.",
                plural(*added, "valeur nouvelle", "valeurs nouvelles")
            )];
            lines.extend(revised.iter().map(|revision| format!("    Révisé : {revision}")));
            lines
        }
        ImportStep::Elsewhere { same, differing } => {
            let mut lines = Vec::new();
            if *same > 0 {
                let count = plural(*same, "valeur est déjà", "valeurs sont déjà");
                lines.push(format!("  {count} dans un autre tableau, la même."));
            }
            lines.extend(
                differing
                    .iter()
                    .map(|said| format!("  Pas reprise, car dite autrement ailleurs : {said}.")),
            );
            lines
        }
        ImportStep::OfOthers { lines } => {
            let count = plural(*lines, "ligne est d’une autre source", "lignes sont d’autres sources");
            vec![format!("  {count} que la collectivité : rien n’en est repris.")]
        }
        ImportStep::Empty { lines } => {
            let count = plural(*lines, "ligne n’a aucune valeur", "lignes n’ont aucune valeur");
            vec![format!("  {count} : rien n’en est repris.")]
        }
        ImportStep::Left { title, why } => vec![format!("  Pas d’indicateur {} : {why}.", quoted(title))],
        ImportStep::Acted { titles } => vec![format!("  Le projet a déjà : {}.", list(titles))],
        ImportStep::Dropped { lines } => {
            let count = plural(*lines, "projet abandonné", "projets abandonnés");
            vec![format!("  {count} : rien n’en est repris.")]
        }
        ImportStep::Actions { to, actions } => {
            let count = plural(actions.len(), "action", "actions");
            entries(&count, "Actions", to, actions, book)
        }
        ImportStep::Proposed { to, indicators } => {
            let count = plural(indicators.len(), "indicateur", "indicateurs");
            entries(&count, "Indicateurs", to, indicators, book)
        }
    }
}

/// Entries that join a file or a sheet, or that their author is to add.
fn entries(
    count: &str,
    sheet: &str,
    to: &str,
    entries: &[ProposedIndicator],
    book: Option<&InWorkbook>,
) -> Vec<String> {
    let sheet = quoted(sheet);
    let mut lines = vec![match book {
        None => format!("  {count} dans {to} :"),
        Some(InWorkbook::Joined { path }) => format!("  {count} à la suite de la feuille {sheet} de {path} :"),
        Some(InWorkbook::Left { why }) => format!(
            "  {count} à ajouter par vous à la feuille {sheet} de votre classeur ({why}), une ligne chacun, que voici :"
        ),
    }];
    for entry in entries {
        lines.push(format!("    {} : {}", entry.id, entry.title));
        match book {
            Some(InWorkbook::Left { .. }) => {
                lines.extend(entry.cells.iter().map(|(key, text)| format!("      {key} : {text}")));
            }
            _ => lines.push(format!("      {}", entry.formula)),
        }
    }
    lines
}

/// What is read where it stands.
fn read(to: &str) -> &'static str {
    match to.starts_with("data/parc/") {
        true => ", où il est lu sans rien déclarer",
        false => "",
    }
}

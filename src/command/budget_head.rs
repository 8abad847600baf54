//! What a budget says of itself before its amounts: who, which year, which step, how many lines.

use crate::french;
use crate::model::BudgetDocument;

/// Each fact with its name.
pub(super) fn head(document: &BudgetDocument) -> Vec<(&'static str, String)> {
    let community = match document.community.as_str() {
        "" => "sans nom",
        name => name,
    };
    let mut head = vec![
        ("collectivité", format!("{community} (SIRET {})", document.siret)),
        (
            "exercice",
            format!(
                "{}, {} ({})",
                document.year,
                document.step.label(),
                document.step.acronym()
            ),
        ),
    ];
    let name = document.budget.as_deref();
    let part = document.part.map(|part| format!("budget {}", part.label()));
    let parts: Vec<&str> = name.into_iter().chain(part.as_deref()).collect();
    if !parts.is_empty() {
        head.insert(1, ("budget", parts.join(", ")));
    }
    if let Some(nomenclature) = &document.nomenclature {
        head.push(("nomenclature", nomenclature.clone()));
    }
    let count = &document.count;
    head.push((
        "lignes",
        format!(
            "{}, {}",
            french::plural(count.read, "lue", "lues"),
            french::plural(count.kept, "retenue", "retenues")
        ),
    ));
    head
}

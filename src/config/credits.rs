//! The `credits` of an action become [`CreditSelector`]s. Whether a budget has such lines is seen by `compute`.

use super::disk::Disk;
use super::lines;
use super::mentions::{CREDITED, known_name};
use super::raw::{CreditLine, SelectorEntry};
use super::workbook::Workbook;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::form::lines::Titles;
use crate::form::lines::header::absent_everywhere;
use crate::form::percent::small_percent;
use crate::model::{Action, CreditSelector, CreditShare, Names};

/// A selector without any code would take a whole section.
pub(super) const NO_CRITERION: Code = Code("M074");
/// A share that is not a percentage of two decimals, above 0 and up to 100.
pub(super) const SHARE: Code = Code("M075");

/// The sheet of credits, in the workbook of the actions.
pub(super) const SHEET: &str = "credits";

/// Adds to the actions the credits that are kept in tables: `data/credits.csv`, a sheet « crédits » beside the actions.
pub(super) fn read_tables(
    disk: &mut Disk<'_>,
    book: Option<&Workbook>,
    titles: &Titles,
    actions: &mut [Action],
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Result<(), Error> {
    let (mut headers, mut written, mark) = (Vec::new(), Vec::new(), diagnostics.mark());
    written.extend(
        book.into_iter()
            .flat_map(|book| book.credits(titles, &mut headers, diagnostics)),
    );
    for extension in lines::EXTENSIONS.into_iter().filter(|_| book.is_none()) {
        let path = format!("data/credits.{extension}");
        let reading = lines::file::<CreditLine>(disk, &path, titles, &mut headers, diagnostics)?;
        written.extend(reading.content.unwrap_or_default());
        let path = format!("data/actions.{extension}");
        let sheet = lines::sheet::<CreditLine>(disk, &path, SHEET, titles, &mut headers, diagnostics);
        written.extend(sheet.unwrap_or_default());
    }
    absent_everywhere(titles, &headers, "data/credits.csv", diagnostics);
    let written: Vec<_> = written.into_iter().map(CreditLine::parts).collect();
    // A code that cannot be read is told once: its line is not told to have none.
    let faulty = diagnostics.on_lines_since(mark, written.iter().map(|(_, selector)| &selector.place));
    for ((named, selector), is_faulty) in written.into_iter().zip(faulty) {
        let id = named.and_then(|named| known_name(&named, names, &CREDITED, diagnostics));
        let selector = match is_faulty {
            true => Vec::new(),
            false => selectors(vec![selector], diagnostics),
        };
        let mut actions = actions.iter_mut();
        if let Some(action) = actions.find(|action| Some(&action.id) == id.as_ref()) {
            action.credits.extend(selector);
        }
    }
    Ok(())
}

/// The selectors of an action; those at fault are told and left out.
pub(super) fn selectors(raw: Vec<SelectorEntry>, diagnostics: &mut Diagnostics) -> Vec<CreditSelector> {
    let entries = raw.into_iter();
    entries.filter_map(|entry| selector(entry, diagnostics)).collect()
}

fn selector(raw: SelectorEntry, diagnostics: &mut Diagnostics) -> Option<CreditSelector> {
    let share = match &raw.share {
        None => CreditShare::WHOLE,
        Some(written) => match CreditShare::of_percent(written.value) {
            Some(share) => {
                diagnostics.extend(small_percent(written.value, &written.place));
                share
            }
            None => {
                let message = "La part d’une ligne est un pourcentage, plus grand que 0 et d’au plus 100, avec deux décimales au plus.";
                diagnostics.push(
                    Diagnostic::error(SHARE, written.place.clone(), message)
                        .help("Corrigez le nombre (« part: 40 » pour quarante pour cent)."),
                );
                return None;
            }
        },
    };
    let selector = CreditSelector {
        place: raw.place,
        budget: raw.budget.filter(|name| !is_main(name)),
        section: raw.section,
        direction: raw.direction,
        natures: raw.natures,
        functions: raw.functions,
        chapters: raw.chapters,
        operations: raw.operations,
        services: raw.services,
        programmes: raw.programmes,
        authorisations: raw.authorisations,
        analytics: raw.analytics,
        share,
    };
    if !selector.has_code() {
        let message = "Ce sélecteur n’a aucun code : il prendrait toutes les lignes du budget.";
        diagnostics.push(Diagnostic::error(NO_CRITERION, selector.place, message).help(
            "Ajoutez une nature, une fonction, un chapitre, une opération, un service, un programme, une autorisation ou un code analytique.",
        ));
        return None;
    }
    Some(selector)
}

/// The main budget may be named, as under `budget: fichiers`.
fn is_main(name: &str) -> bool {
    matches!(
        crate::french::folded(name).as_str(),
        "" | "principal" | "budget principal"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::raw::ActionsFile;
    use crate::model::BudgetDirection;
    use std::sync::Arc;

    #[test]
    fn the_credits_of_an_action_are_read_and_their_faults_placed() {
        let actions = "\
actions:
  - id: velo
    titre: Plan vélo
    volet: territorial
    etat: en-cours
    credits:
      - {section: investissement, fonction: [844, \"87\"], nature: 2315, part: \"12,5\", budget: Principal}
      - {sens: recette, budget: Eau, service: MOB}
      - section: fonctionnement
      - {chapitre: 012, part: 120}
";
        let mut diagnostics = Diagnostics::default();
        let reading =
            crate::form::reading::text::<ActionsFile>("data/actions.yaml", &Arc::from(actions), &mut diagnostics);
        let action = reading.content.unwrap().actions.remove(0);
        let credits = selectors(action.credits, &mut diagnostics);
        assert_eq!(credits.len(), 2);
        assert_eq!(credits[0].functions, ["844", "87"]);
        assert_eq!(credits[0].natures, ["2315"]);
        assert_eq!((credits[0].share.hundredths(), &credits[0].budget), (1_250, &None));
        assert_eq!(credits[1].direction, BudgetDirection::Revenue);
        assert_eq!(credits[1].budget.as_deref(), Some("Eau"));
        let told = diagnostics.sorted().into_iter();
        let told: Vec<String> = told
            .map(|found| format!("{} {}", found.code, found.place.as_ref().unwrap()))
            .collect();
        assert_eq!(told, ["M074 data/actions.yaml:9:9", "M075 data/actions.yaml:10:31"]);
    }
}

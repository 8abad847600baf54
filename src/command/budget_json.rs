//! The JSON of `budget`: French keys, amounts as decimal strings exact to the cent.

use crate::model::{BudgetDirection, BudgetDocument, BudgetLine, BudgetMovement, BudgetSection, BudgetTotals};
use serde::Serialize;

/// One object for one budget, an array for several, nothing where none was read.
pub fn json(documents: &[BudgetDocument]) -> Option<String> {
    let documents: Vec<Document> = documents.iter().map(Document::from).collect();
    let written = match documents.as_slice() {
        [] => return None,
        [one] => serde_json::to_string_pretty(one),
        several => serde_json::to_string_pretty(several),
    };
    Some(written.expect("strings and numbers always serialise"))
}

#[derive(Serialize)]
struct Document<'a> {
    fichier: &'a str,
    collectivite: &'a str,
    siret: &'a str,
    budget: Option<&'a str>,
    type_budget: Option<&'a str>,
    nomenclature: Option<&'a str>,
    exercice: i32,
    etape: &'a str,
    etape_libelle: &'a str,
    lignes: Lines,
    totaux: Directions,
    sections: Sections,
}

#[derive(Serialize)]
struct Lines {
    lues: usize,
    retenues: usize,
    calculees: usize,
    sans_operation: usize,
    sections_deduites: usize,
    mouvements_deduits: usize,
}

#[derive(Serialize)]
struct Sections {
    investissement: Directions,
    fonctionnement: Directions,
    /// Lines whose section nothing tells; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    inconnue: Option<Directions>,
}

#[derive(Serialize)]
struct Directions {
    depense: Total,
    recette: Total,
}

#[derive(Serialize)]
struct Total {
    #[serde(flatten)]
    amounts: Amounts,
    detail: Detail,
}

#[derive(Serialize)]
struct Detail {
    reel: Amounts,
    ordre: Amounts,
}

#[derive(Serialize)]
struct Amounts {
    vote: String,
    ouvert: String,
    realise: String,
    restes_a_realiser: String,
}

impl<'a> From<&'a BudgetDocument> for Document<'a> {
    fn from(document: &'a BudgetDocument) -> Self {
        let lines = document.lines.as_slice();
        let count = &document.count;
        let unknown = lines.iter().any(|line| line.section.is_none());
        Document {
            fichier: &document.file,
            collectivite: &document.community,
            siret: &document.siret,
            budget: document.budget.as_deref(),
            type_budget: document.part.map(|part| part.label()),
            nomenclature: document.nomenclature.as_deref(),
            exercice: document.year,
            etape: document.step.acronym(),
            etape_libelle: document.step.label(),
            lignes: Lines {
                lues: count.read,
                retenues: count.kept,
                calculees: count.calculated,
                sans_operation: count.without_operation,
                sections_deduites: count.deduced_sections,
                mouvements_deduits: count.deduced_movements,
            },
            totaux: Directions::of(lines, |_| true),
            sections: Sections {
                investissement: Directions::of(lines, |line| line.section == Some(BudgetSection::Investment)),
                fonctionnement: Directions::of(lines, |line| line.section == Some(BudgetSection::Operating)),
                inconnue: unknown.then(|| Directions::of(lines, |line| line.section.is_none())),
            },
        }
    }
}

impl Directions {
    fn of(lines: &[BudgetLine], kept: impl Fn(&BudgetLine) -> bool) -> Self {
        let total = |direction| {
            let sum = |movement: Option<BudgetMovement>| {
                let lines = lines.iter().filter(|line| {
                    kept(line) && line.direction == direction && movement.is_none_or(|wanted| line.movement == wanted)
                });
                Amounts::from(BudgetTotals::of(lines))
            };
            Total {
                amounts: sum(None),
                detail: Detail {
                    reel: sum(Some(BudgetMovement::Real)),
                    ordre: sum(Some(BudgetMovement::Order)),
                },
            }
        };
        Directions {
            depense: total(BudgetDirection::Expense),
            recette: total(BudgetDirection::Revenue),
        }
    }
}

impl From<BudgetTotals> for Amounts {
    fn from(totals: BudgetTotals) -> Self {
        Amounts {
            vote: totals.voted.to_string(),
            ouvert: totals.open.to_string(),
            realise: totals.realised.to_string(),
            restes_a_realiser: totals.remaining.to_string(),
        }
    }
}

//! Two editions side by side, as tables: what each is of, and the cells that pages, terminals and JSON have of it.
//!
//! Everything that differs is in its table; only the words of a long text are cut, on a page.

use super::changes::{Line, Of, sides, subject, titled};
use super::revisions::revised;
use crate::assess::{ActionChange, ActionStanding, Comparison, CreditChange, Difference, EditionChange, LawChange};
use crate::french;
use crate::model::Money;
use crate::printed::{Cell, Column, PrintedTable};

/// Letters of a run of words that a page prints.
const LETTERS: usize = 300;

/// The tables of what matters to whoever presents the second edition.
const MATTERS: [&str; 3] = ["statuts", "actions", "lois"];

/// A table of what differs, and its title.
pub struct ComparedTable {
    /// Its name in JSON.
    pub key: &'static str,
    pub title: &'static str,
    pub table: PrintedTable,
}

impl Comparison {
    /// The tables that are not empty, what matters first: the statuses, the actions, the budgets as a whole, the texts of the law; then
    /// the lists.
    pub fn pages(&self) -> [Vec<ComparedTable>; 2] {
        let (mut matters, lists): (Vec<_>, Vec<_>) = self
            .tables()
            .into_iter()
            .partition(|compared| MATTERS.contains(&compared.key));
        let budgets = self.amounts_table(|change| change.key.kind.starts_with("budget"));
        matters.extend(budgets.unless_empty().map(|table| ComparedTable {
            key: "budgets",
            title: "Budgets",
            table,
        }));
        [matters, lists]
    }

    /// What differs, counted by table.
    pub fn summary(&self) -> PrintedTable {
        PrintedTable::each(&self.tables())
            .text("objet", "Ce qui diffère", |compared| compared.title)
            .number("lignes", "Lignes", |compared| {
                Cell::number(compared.table.rows.len() as f64, 0)
            })
            .table()
    }

    /// The tables that are not empty, in the order in which they are read.
    pub fn tables(&self) -> Vec<ComparedTable> {
        let of = |key, title, table: PrintedTable| {
            let table = table.unless_empty()?;
            Some(ComparedTable { key, title, table })
        };
        let tables = [
            of("statuts", "Statuts qui ont changé", self.lines_table(is_status)),
            of(
                "indicateurs",
                "Indicateurs ajoutés, retirés, renommés",
                self.lines_table(is_catalogue),
            ),
            of(
                "valeurs",
                "Valeurs révisées",
                revised(
                    &self.indicators,
                    [&self.before.edition.to_string(), &self.after.edition.to_string()],
                ),
            ),
            of(
                "reglages",
                "Cibles, références, méthodes, unités et définitions",
                self.lines_table(is_setting),
            ),
            of("actions", "Actions ouvertes, closes, en retard", self.actions_table()),
            of("credits", "Crédits", self.credits_table()),
            of("textes", "Textes, mot à mot", self.texts_table()),
            of("lois", "Textes de loi", self.laws_table()),
        ];
        tables.into_iter().flatten().collect()
    }

    /// One row a difference of the indicators, of those that are asked for.
    fn lines_table(&self, asked: fn(&EditionChange, &Of<'_>) -> bool) -> PrintedTable {
        let mut lines: Vec<Line<'_>> = Vec::new();
        for change in &self.indicators.changes {
            let status = (change.before != change.after).then_some(Of::Status);
            let all = status.into_iter().chain(change.differences.iter().map(Of::Difference));
            let all = all.filter(|of| asked(change, of)).enumerate();
            lines.extend(all.map(|(rank, of)| Line {
                change,
                of,
                first: rank == 0,
            }));
        }
        PrintedTable::each(&lines)
            .data("indicateur", |line| line.change.indicator.as_str())
            .text("titre", "Indicateur", |line| titled(*line))
            .text("objet", "Ce qui change", |line| subject(*line))
            .text("avant", &self.before.edition.to_string(), |line| {
                sides(*line)[0].clone()
            })
            .text("apres", &self.after.edition.to_string(), |line| sides(*line)[1].clone())
            .table()
    }

    fn actions_table(&self) -> PrintedTable {
        PrintedTable::each(&self.actions)
            .data("action", |change| change.id.as_str())
            .text("titre", "Action", |change| {
                let service = Some(change.service.clone()).filter(|service| !service.is_empty());
                Cell::text(&*change.title).over(service)
            })
            .text("objet", "Ce qui change", moved)
            .text("avant", &self.before.edition.to_string(), |change| {
                standing(change.before)
            })
            .text("apres", &self.after.edition.to_string(), |change| {
                standing(change.after)
            })
            .table()
    }

    /// The amounts that moved; those of a finalité are those of its actions, and are not said again.
    fn credits_table(&self) -> PrintedTable {
        self.amounts_table(|change| change.key.kind != "finalite")
    }

    fn amounts_table(&self, asked: fn(&CreditChange) -> bool) -> PrintedTable {
        let own = self.credits.iter().filter(|change| asked(change));
        let euros = |amount: Option<f64>| amount.map(|amount| Cell::euros(cents(amount)));
        PrintedTable::each(own)
            .data("objet", |change: &CreditChange| change.key.kind.as_str())
            .data("identifiant", |change| change.key.id.as_str())
            .text("intitule", "De quoi", |change| {
                let under = format!("{}, {}", change.key.section, change.key.direction);
                Cell::text(named(change)).over(Some(under))
            })
            .data("section", |change| change.key.section.as_str())
            .data("sens", |change| change.key.direction.as_str())
            .column(Column::number("exercice", "Exercice"), |change| change.key.year)
            .text("colonne", "Montant", |change| {
                Cell::key(change.column, amount(change.column))
            })
            .number("avant", &self.before.edition.to_string(), |change| euros(change.before))
            .number("apres", &self.after.edition.to_string(), |change| euros(change.after))
            .table()
    }

    fn texts_table(&self) -> PrintedTable {
        let runs = self.texts.iter().flat_map(|text| {
            let runs = text.runs.iter().enumerate();
            runs.map(move |(rank, (gone, new))| (text, rank, gone.as_str(), new.as_str()))
        });
        let runs: Vec<_> = runs.collect();
        let cut = |words: &str| Cell::text(words).said(french::shortened(words, LETTERS));
        PrintedTable::each(&runs)
            .data("texte", |(text, ..)| text.name.as_str())
            .words("titre", "Texte", |(text, rank, ..)| match rank {
                0 => {
                    let gone = french::plural(text.words_gone, "mot retiré", "mots retirés");
                    let new = french::plural(text.words_new, "ajouté", "ajoutés");
                    Cell::text(&*text.name).over(Some(format!("{gone}, {new}")))
                }
                _ => Cell::text("").said(""),
            })
            .text("retire", "Mots retirés", |(_, _, gone, _)| cut(gone))
            .text("ajoute", "Mots ajoutés", |(_, _, _, new)| cut(new))
            .table()
    }

    fn laws_table(&self) -> PrintedTable {
        PrintedTable::each(&self.laws)
            .data("texte", |law: &LawChange| law.id.as_str())
            .text("avant", &self.before.edition.to_string(), |law| {
                law.before.clone().map(Cell::text)
            })
            .text("apres", &self.after.edition.to_string(), |law| {
                law.after.clone().map(Cell::text)
            })
            .table()
    }
}

fn is_status(change: &EditionChange, of: &Of<'_>) -> bool {
    matches!(of, Of::Status) && change.before.is_some() && change.after.is_some()
}

fn is_catalogue(change: &EditionChange, of: &Of<'_>) -> bool {
    match of {
        Of::Status => change.before.is_none() || change.after.is_none(),
        Of::Difference(difference) => matches!(difference, Difference::Title { .. }),
    }
}

fn is_setting(_: &EditionChange, of: &Of<'_>) -> bool {
    let Of::Difference(difference) = of else { return false };
    !matches!(difference, Difference::Title { .. } | Difference::Value { .. })
}

/// What became of an action.
fn moved(change: &ActionChange) -> Cell {
    Cell::text(match (&change.before, &change.after) {
        (None, _) => "nouvelle",
        (_, None) => "close",
        (Some(before), Some(after)) if after.is_late && !before.is_late => "en retard",
        (Some(before), Some(after)) if before.state != after.state => "état",
        (Some(before), Some(after)) if before.end != after.end => "échéance",
        _ => "avancement",
    })
}

/// `en cours, 45 %, jusqu’en 2030`.
fn standing(standing: Option<ActionStanding>) -> Option<Cell> {
    let standing = standing?;
    let progress = standing.progress.map(|progress| french::quantity(progress, 0, "%"));
    let end = standing.end.map(|end| format!("jusqu’en {end}"));
    let state = standing.state.label().to_owned();
    let said: Vec<String> = std::iter::once(state).chain(progress).chain(end).collect();
    Some(Cell::key(standing.state.key(), said.join(", ")))
}

/// What credits are of, as a reader calls it.
fn named(change: &CreditChange) -> String {
    match change.key.kind.as_str() {
        "budget" => format!("{} : dépenses des politiques", change.title),
        "budget-explique" => format!("{} : part des actions", change.title),
        "budget-hors-calcul" => format!("{} : hors calcul", change.title),
        _ => change.title.clone(),
    }
}

fn amount(column: &str) -> &str {
    match column {
        "propose" => "proposé",
        "vote" => "voté",
        "realise" => "réalisé",
        other => other,
    }
}

fn cents(euros: f64) -> Money {
    Money::from_cents((euros * 100.0).round() as i128)
}

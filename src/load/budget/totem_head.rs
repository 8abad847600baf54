//! The head of a TOTEM budget: who, which nomenclature, which year, which step.

use super::faults::Faults;
use super::position::At;
use crate::diagnostic::Place;
use crate::french::{folded, year_of_date};
use crate::model::{AccountLabels, BudgetDocument, BudgetPart, BudgetStep, LineCount};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The elements that say who and what; the others are passed over.
const DOCUMENT: [&str; 2] = ["LibelleColl", "IdColl"];
const BUDGET: [&str; 7] = [
    "LibelleEtab",
    "IdEtab",
    "Nomenclature",
    "NatDec",
    "Exer",
    "ProjetBudget",
    "CodTypBud",
];

/// Raw values by the name of their element, each with its line.
#[derive(Debug, Default)]
pub(super) struct Head {
    values: BTreeMap<&'static str, (String, At)>,
}

impl Head {
    /// Keeps the first value of an element of the head.
    pub fn set(&mut self, name: &str, text: String, line: At) {
        let known = DOCUMENT.iter().chain(&BUDGET).find(|known| **known == name);
        if let Some(known) = known {
            self.values.entry(known).or_insert((text, line));
        }
    }

    /// What another budget of the same file says anew.
    pub fn forget_budget(&mut self) {
        self.values.retain(|name, _| DOCUMENT.contains(name));
    }

    /// The document without its lines; none, and the faults told, where its head cannot be believed.
    ///
    /// `line` is where the budget ends, for what is absent.
    pub fn document(&self, accounts: bool, line: At, faults: &mut Faults) -> Option<BudgetDocument> {
        let siret = self.siret(line, faults);
        let year = self.year(line, faults);
        let step = self.step(accounts, line, faults);
        let nomenclature = self.nomenclature(line, faults);
        Some(BudgetDocument {
            file: Arc::from(""),
            sheet: None,
            community: self.text("LibelleColl").to_owned(),
            siret_line: siret.as_ref().map_or(0, |(_, at)| at.line),
            siret: siret?.0,
            budget: Some(self.text("LibelleEtab").to_owned()).filter(|name| !name.is_empty()),
            part: match self.text("CodTypBud") {
                "P" => Some(BudgetPart::Main),
                "A" => Some(BudgetPart::Annex),
                _ => None,
            },
            nomenclature: Some(nomenclature?),
            year: year?,
            step: step?,
            lines: Vec::new(),
            count: LineCount::default(),
            labels: AccountLabels::default(),
        })
    }

    /// The SIRET of the establishment, else of the collectivité; both are checked.
    fn siret(&self, line: At, faults: &mut Faults) -> Option<(String, At)> {
        let mut written = ["IdEtab", "IdColl"]
            .into_iter()
            .filter_map(|name| self.values.get(name))
            .filter(|(text, _)| !text.is_empty())
            .peekable();
        if written.peek().is_none() {
            faults.head(line, "Le SIRET (IdEtab, IdColl)", "", "un nombre de 14 chiffres");
            return None;
        }
        let checked: Vec<Option<(String, At)>> = written
            .map(|(text, line)| Some((siret(text, Some(faults.place(*line)), faults)?, *line)))
            .collect();
        checked.into_iter().collect::<Option<Vec<_>>>()?.into_iter().next()
    }

    fn year(&self, line: At, faults: &mut Faults) -> Option<i32> {
        let (text, line) = self.value("Exer", line);
        year(text, Some(faults.place(line)), faults)
    }

    fn step(&self, accounts: bool, line: At, faults: &mut Faults) -> Option<BudgetStep> {
        let (text, line) = self.value("NatDec", line);
        match text {
            "01" if matches!(self.text("ProjetBudget"), "true" | "1") => Some(BudgetStep::Draft),
            "01" => Some(BudgetStep::Primitive),
            "02" => Some(BudgetStep::Amendment),
            "03" => Some(BudgetStep::Supplementary),
            "09" | "10" if accounts => Some(BudgetStep::SingleAccounts),
            "09" | "10" => Some(BudgetStep::Accounts),
            other => {
                let expected = "01 (BP), 02 (DM), 03 (BS), 09 ou 10 (compte administratif ou CFU)";
                faults.head(line, "L’étape budgétaire (NatDec)", other, expected);
                None
            }
        }
    }

    /// Norm, hyphen, declension: `M57-M57_A`. The list of declensions changes with the years, their form does not.
    fn nomenclature(&self, line: At, faults: &mut Faults) -> Option<String> {
        let (text, line) = self.value("Nomenclature", line);
        let norm = text.split('-').next().unwrap_or_default();
        let capitals = |part: &str| {
            part.bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        };
        let number = norm.strip_prefix('M').unwrap_or_default();
        let good = number.starts_with(|first: char| first.is_ascii_digit()) && text.split('-').all(capitals);
        if !good {
            let expected = "une norme et sa déclinaison, comme « M57-M57_A »";
            faults.head(line, "La nomenclature", text, expected);
            return None;
        }
        Some(text.to_owned())
    }

    fn text(&self, name: &str) -> &str {
        self.values.get(name).map_or("", |(text, _)| text)
    }

    fn value(&self, name: &str, absent: At) -> (&str, At) {
        self.values.get(name).map_or(("", absent), |(text, line)| (text, *line))
    }
}

/// A SIRET without the spaces that some write between its groups; a fault where it is none.
pub(super) fn siret(text: &str, place: Option<Place>, faults: &mut Faults) -> Option<String> {
    let number: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let good = number.len() == 14 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !good {
        faults.head_at(place, "Le SIRET", text, "un nombre de 14 chiffres");
    }
    good.then_some(number)
}

/// The year of a budget, which some software writes `2026.0` or `2026-01-01`; a fault where there is none.
pub(super) fn year(text: &str, place: Option<Place>, faults: &mut Faults) -> Option<i32> {
    let year = year_of(text);
    if year.is_none() {
        faults.head_at(place, "L’exercice", text, "une année de 1990 à 2100");
    }
    year
}

/// The year of a budget that a text says: `2026`, `2026.0`, `Exercice 2026`, `2026-12-31`.
pub(super) fn year_of(text: &str) -> Option<i32> {
    let plain = folded(text);
    let named = ["exercice", "annee"].iter().find_map(|word| plain.strip_prefix(word));
    let text = named.unwrap_or(&plain).trim();
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"));
    let year = whole.unwrap_or(text).parse().ok().or_else(|| year_of_date(text));
    year.filter(|year| (1990..=2100).contains(year))
}

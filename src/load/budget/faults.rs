//! The faults of budget files: each code beside the sentence that tells it.
//!
//! A file with one of these gives no document: a budget read in part would be a wrong budget.

use super::super::{Table, folder::Found};
use super::position::At;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::form::cells::AMOUNT;
use crate::form::lines::kept::is_rounded;
use crate::form::number::{by_format, money_help};
use crate::model::BudgetStep;
use std::sync::Arc;

/// A file is no budget that the program reads.
const UNKNOWN_FORMAT: Code = Code("M180");
/// An XML file is cut or badly formed.
const BROKEN_XML: Code = Code("M181");
/// The root of an XML file is not that of a budget, or its namespace is another.
const WRONG_ROOT: Code = Code("M182");
/// A document type or an entity, which no budget has, and which are never expanded.
const ENTITY: Code = Code("M183");
/// A budget file without a budget, or a budget without a line.
const NO_LINE: Code = Code("M184");
/// The head of a budget says something that cannot be (SIRET, year, step, nomenclature), or nothing.
const HEAD: Code = Code("M185");
/// A word of a line is not one of those the format has.
const WORD: Code = Code("M186");
/// A file is beyond what is read: too long a markup, too deep, too many lines.
const BOUND: Code = Code("M188");
/// A `planDeCompte.xml` without a norm or without accounts.
const NO_ACCOUNTS: Code = Code("M127");

/// The gesture for a number that a spreadsheet rounded.
pub(super) const ROUNDED_HELP: &str = "Le tableur a arrondi ce numéro en enregistrant : exportez de nouveau le fichier, et ne l’enregistrez pas depuis le tableur.";

/// Faults told for one file: beyond, the same one repeats.
const MAXIMUM_TOLD: usize = 20;

/// The faults of one file, at its lines.
pub(super) struct Faults<'a> {
    found: &'a Found,
    /// The sheet of a workbook, whose lines are rows.
    sheet: Option<Arc<str>>,
    diagnostics: &'a mut Diagnostics,
    count: usize,
}

impl<'a> Faults<'a> {
    pub fn new(found: &'a Found, diagnostics: &'a mut Diagnostics) -> Self {
        Faults {
            found,
            sheet: None,
            diagnostics,
            count: 0,
        }
    }

    /// The faults of a table, at the rows of its sheet where it has one.
    pub fn of_table(found: &'a Found, table: &Table, diagnostics: &'a mut Diagnostics) -> Self {
        Faults {
            sheet: table.sheet.clone(),
            ..Faults::new(found, diagnostics)
        }
    }

    pub fn any(&self) -> bool {
        self.count > 0
    }

    /// A file that is none of the `tables` that the program reads, each as a sentence names it, and no XML.
    pub fn format(&mut self, tables: impl Iterator<Item = &'static str>) {
        let tables: Vec<String> = tables.map(|name| format!(", ni {name}")).collect();
        let message = format!(
            "« {} » n’est ni un budget TOTEM ou CFU (.xml){} (.csv).",
            self.found.path,
            tables.concat()
        );
        self.tell(
            UNKNOWN_FORMAT,
            At::default(),
            message,
            "Demandez à votre logiciel l’export « TOTEM » (Actes budgétaires), ou un tableau dont la première ligne est l’en-tête de SCDL (BGT_NATDEC, BGT_ANNEE…). Dans un projet, une table simple se déclare sous « budget: fichiers » de rapport.yaml.",
            "",
        );
    }

    pub fn broken(&mut self, line: impl Into<At>, reason: &str) {
        self.tell(
            BROKEN_XML,
            line,
            format!("Le XML est coupé ou mal formé : {reason}."),
            "Exportez de nouveau le fichier depuis votre logiciel, et transférez-le sans le rouvrir dans un éditeur.",
            "",
        );
    }

    pub fn root(&mut self, line: impl Into<At>, name: &str, namespace: &str) {
        let space = match namespace {
            "" => "sans espace de noms".to_owned(),
            namespace => format!("dans l’espace de noms « {namespace} »"),
        };
        let message = format!(
            "La racine du XML est « {name} » {space} ; « DocumentBudgetaire » ou « CompteFinancierUnique » de la DGFiP est attendu."
        );
        let help = "Vérifiez que le fichier est bien un budget TOTEM ou un flux de compte financier unique.";
        self.tell(WRONG_ROOT, line, message, help, name);
    }

    /// What a portal answers in place of the file that was asked for.
    pub fn web_page(&mut self, line: impl Into<At>) {
        let message = "Le fichier est une page web, et non un budget.".to_owned();
        let help = "Le téléchargement a sans doute échoué (session expirée) : reconnectez-vous, puis téléchargez de nouveau le fichier.";
        self.tell(WRONG_ROOT, line, message, help, "");
    }

    pub fn entity(&mut self, line: impl Into<At>, raw: &str) {
        self.tell(
            ENTITY,
            line,
            "Le XML déclare ou appelle une entité : aucune n’est développée, aucun fichier n’est cherché ailleurs."
                .to_owned(),
            "Un budget TOTEM n’en contient pas : demandez le fichier d’origine.",
            raw,
        );
    }

    pub fn no_line(&mut self, line: impl Into<At>, what: &str) {
        self.tell(
            NO_LINE,
            line,
            format!("Le fichier ne contient {what}."),
            "Vérifiez que l’export porte sur un budget voté, avec ses lignes.",
            "",
        );
    }

    /// A budget whose lines have no amount of its step.
    pub fn no_amount(&mut self, place: Option<Place>, step: BudgetStep, help: &str) {
        let message = format!("Aucune ligne n’a de montant que lise {}.", step.of_one());
        self.push(NO_LINE, place, message, help, "");
    }

    /// A value of the head: what it is, what stands there, what is expected.
    pub fn head(&mut self, line: impl Into<At>, what: &str, raw: &str, expected: &str) {
        self.head_at(Some(self.place(line)), what, raw, expected);
    }

    /// A value of the head that a table repeats in its cells.
    pub fn head_at(&mut self, place: Option<Place>, what: &str, raw: &str, expected: &str) {
        let message = if raw.is_empty() {
            format!("{what} manque (attendu : {expected}).")
        } else {
            format!("{what} est « {raw} » (attendu : {expected}).")
        };
        let help = match is_rounded(raw) {
            true => ROUNDED_HELP,
            false => "Corrigez-le dans votre logiciel, puis exportez de nouveau le fichier.",
        };
        self.push(HEAD, place, message, help, raw);
    }

    /// A word of a line.
    pub fn word(&mut self, line: impl Into<At>, what: &str, raw: &str, expected: &str) {
        self.word_at(Some(self.place(line)), what, raw, expected);
    }

    pub fn amount(&mut self, line: impl Into<At>, name: &str, raw: &str, reason: &str) {
        self.tell(
            AMOUNT,
            line,
            format!("« {raw} » n’est pas un montant pour {name} : {reason}."),
            "Écrivez des euros et des centimes, par exemple 1234.50 ; une case vide est un montant absent.",
            raw,
        );
    }

    /// An amount of a table that people fill.
    ///
    /// `plain` is the text without what groups its thousands.
    pub fn amount_at(&mut self, place: Option<Place>, name: &str, (raw, plain): (&str, &str), reason: &str) {
        let message = format!("« {raw} » n’est pas un montant pour « {name} » : {reason}.");
        let format = place.as_ref().map_or("", |place| by_format(place, raw));
        self.push(AMOUNT, place, message, &(money_help(plain) + format), raw);
    }

    /// A word of a table that people fill.
    pub fn word_at(&mut self, place: Option<Place>, what: &str, raw: &str, expected: &str) {
        let message = match raw {
            "" => format!("{what} de la ligne manque (attendu : {expected})."),
            raw => format!("{what} de la ligne est « {raw} » (attendu : {expected})."),
        };
        self.push(
            WORD,
            place,
            message,
            "Corrigez la ligne, ou exportez de nouveau le fichier.",
            raw,
        );
    }

    /// A file of labels without labels.
    pub fn no_accounts(&mut self) {
        let message = format!("« {} » ne contient aucun compte.", self.found.path);
        self.tell(NO_ACCOUNTS, At::default(), message, "Prenez le « planDeCompte.xml » de votre nomenclature, dont la racine est « Nomenclature », sans le modifier.", "");
    }

    pub fn bound(&mut self, line: impl Into<At>, what: &str) {
        self.tell(
            BOUND,
            line,
            format!("La lecture s’arrête : {what}."),
            "Vérifiez que le fichier est bien un budget, et d’où il vient.",
            "",
        );
    }

    /// A fault of the header, as every table has it.
    pub fn header(&mut self, fault: Diagnostic) {
        self.count += 1;
        self.diagnostics.push(fault);
    }

    /// What is told of a file that is read all the same.
    pub fn warn(&mut self, warning: Diagnostic) {
        self.diagnostics.push(warning);
    }

    pub(super) fn tell(&mut self, code: Code, line: impl Into<At>, message: String, help: &str, raw: &str) {
        self.push(code, Some(self.place(line)), message, help, raw);
    }

    /// The place of a line; of the file where the line is 0.
    pub fn place(&self, line: impl Into<At>) -> Place {
        let At { line, column } = line.into();
        match (line, &self.sheet) {
            (0, _) => self.found.place(),
            (line, Some(sheet)) => Place::cell(self.found.path.clone(), sheet.clone(), line, 1),
            (line, None) => Place::line(self.found.path.clone(), line, column),
        }
    }

    pub(super) fn push(&mut self, code: Code, place: Option<Place>, message: String, help: &str, raw: &str) {
        self.count += 1;
        if self.count > MAXIMUM_TOLD {
            return;
        }
        let place = place.unwrap_or_else(|| self.found.place());
        self.diagnostics
            .push(Diagnostic::error(code, place, message).help(help).raw(raw));
    }
}

//! The faults of a line whose code is no account: a total, a title, what a spreadsheet rounded.
//!
//! The other faults of budgets are in `faults`.

use super::faults::{Faults, ROUNDED_HELP};
use super::position::At;
use crate::diagnostic::{Code, Place};
use crate::french;
use crate::model::Money;

/// A line of a table has no account: a total, a title.
const ACCOUNT: Code = Code("M126");

/// The gesture for a line that sums others.
const TOTAL_HELP: &str = "Retirez-la du fichier : ses montants seraient comptés deux fois.";
/// Lines of a sum that a message names.
const MAXIMUM_PARTS: usize = 6;

impl Faults<'_> {
    /// A line without an account.
    pub fn account(&mut self, place: Option<Place>, raw: &str) {
        let message = match raw {
            "" => "La ligne a un montant, et aucun compte.".to_owned(),
            raw => format!("« {raw} » n’est pas un compte."),
        };
        let help =
            "Si la ligne est un total ou un titre, retirez-la du fichier : ses montants seraient comptés deux fois.";
        self.push(ACCOUNT, place, message, help, raw);
    }

    /// A line that says that it is a total.
    pub fn total(&mut self, place: Place, raw: &str) {
        let message = format!(
            "La ligne est un total (« {} »), et non une ligne de budget.",
            raw.trim()
        );
        self.push(ACCOUNT, Some(place), message, TOTAL_HELP, raw);
    }

    /// A line whose amounts are the sum of other lines.
    pub fn subtotal(&mut self, line: impl Into<At>, amount: Money, parts: &[u32]) {
        let told: Vec<String> = parts.iter().take(MAXIMUM_PARTS).map(u32::to_string).collect();
        let others = if parts.len() > told.len() { "…" } else { "" };
        let (count, amount) = (
            french::plural(parts.len(), "ligne", "lignes"),
            french::cents(amount.cents()),
        );
        let message = match told.as_slice() {
            [only] => format!(
                "La ligne est un sous-total : ses {amount} € sont ceux de la ligne {only}, que ses codes comprennent."
            ),
            told => format!(
                "La ligne est un sous-total : ses {amount} € sont la somme de {count} du fichier ({}{others}).",
                told.join(", ")
            ),
        };
        self.tell(ACCOUNT, line, message, TOTAL_HELP, "");
    }

    /// A line without an account, in a chapter whose other lines have one.
    pub fn mixed(&mut self, line: impl Into<At>, chapter: &str, own: Money, others: Money) {
        let (own, others) = (french::cents(own.cents()), french::cents(others.cents()));
        let message = format!(
            "La ligne n’a pas de compte, et d’autres lignes du chapitre {chapter} en ont un : {own} € ici, {others} € dans les autres."
        );
        let help = "Si la ligne est le total du chapitre, retirez-la du fichier ; sinon, écrivez son compte.";
        self.tell(ACCOUNT, line, message, help, "");
    }

    /// A code that a spreadsheet rounded.
    pub fn rounded(&mut self, place: Place, raw: &str) {
        let message = format!("« {raw} » n’est plus un code : un tableur l’a pris pour un nombre, et l’a arrondi.");
        self.push(ACCOUNT, Some(place), message, ROUNDED_HELP, raw);
    }

    /// A code that stands for several.
    pub fn joker(&mut self, place: Place, raw: &str) {
        let message = format!("« {raw} » n’est pas un code, mais tous ceux qui commencent ainsi.");
        let help = "Si la ligne est un total, retirez-la du fichier : ses montants seraient comptés deux fois. Sinon, écrivez le code en entier.";
        self.push(ACCOUNT, Some(place), message, help, raw);
    }
}

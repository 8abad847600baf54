//! The warnings that the author knows and keeps, as `rapport.yaml` says them under `avertissements_acceptes`.

use crate::diagnostic::{Acceptance, Code, Diagnostic, Diagnostics, Page, Placed};
use crate::form::entry::entry;
use crate::form::scalars::Sentence;
use crate::french::quoted;

/// A code that no message has, or that is the code of faults.
const NOT_ACCEPTABLE: Code = Code("M077");

entry! {
    /// Un avertissement connu, qui n’est plus que compté.
    AcceptedEntry, "l’avertissement accepté" {
        /// Le code de l’avertissement, M306 par exemple.
        code("code"): Placed<Sentence>,
        /// Le fichier, ou le dossier, où il est accepté ; absent : partout.
        file("fichier"): Option<Sentence>,
        /// La raison, imprimée dans l’annexe de méthode.
        reason("motif"): Sentence,
    }
}

/// What may be accepted; what may not is a fault of its code.
pub(super) fn accepted(raw: Vec<AcceptedEntry>, diagnostics: &mut Diagnostics) -> Vec<Acceptance> {
    let read = raw.into_iter().filter_map(|entry| match Page::of(&entry.code.value) {
        Some(page) if page.may_warn() => Some(Acceptance {
            code: page.code,
            file: entry.file.map(|file| file.replace('\\', "/")),
            reason: entry.reason,
        }),
        page => {
            diagnostics.push(refused(&entry.code, page));
            None
        }
    });
    read.collect()
}

fn refused(code: &Placed<String>, page: Option<Page>) -> Diagnostic {
    let (message, help) = match page {
        Some(page) => (
            format!(
                "{} est une erreur ({}) : elle se corrige, et ne s’accepte pas.",
                page.code, page.title
            ),
            "Retirez ces lignes, et suivez l’aide du message.",
        ),
        None => (
            format!("Aucun message n’a le code {}.", quoted(&code.value)),
            "Recopiez le code écrit entre crochets devant l’avertissement, M306 par exemple ; « millesime expliquer » les énumère.",
        ),
    };
    code.error(NOT_ACCEPTABLE, message).help(help)
}

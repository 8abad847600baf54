//! What a document says of itself on every page and on its cover.

use super::Word::{Line, Of, With};
use super::words;

words!(DocumentWords {
    header: With(|settings| format!("{}, édition {}", settings.title, settings.edition)),
    footer: With(|settings| {
        let example = settings.sample && !settings.sample_notice.trim().is_empty();
        let mark = if example { " · document de démonstration" } else { "" };
        format!("{}{mark}", settings.community.name)
    }),
    logo: With(|settings| format!("Logo de {}", settings.community.name)),
    presented: With(|settings| format!("Présenté avant les débats sur le budget {}", settings.budget_year)),
    data_until: Of(|report| match report.last_year() {
        Some(year) => format!("Données jusqu’en {year}"),
        None => "Sans donnée".to_owned(),
    }),
    about: Line("À propos de ce document"),
    made: Line(concat!(
        "Composé par Millésime ",
        env!("CARGO_PKG_VERSION"),
        " à partir des fichiers de la collectivité"
    )),
    attached: Line("Fichiers joints à ce document :"),
});

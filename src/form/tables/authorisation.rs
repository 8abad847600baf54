//! The table of multi-year authorisations, `data/budget/autorisations.csv`: a line an authorisation and an action.
//!
//! The years stand as columns (`paye 2024`, `prevu 2027`) or as lines (`annee`, `paye`, `prevu`).

use crate::diagnostic::{Placed, Severity};
use crate::form::cells::{Euros, Needed, Said, YearCell};
use crate::form::entry::entry;
use crate::form::kinds::Required;
use crate::form::lines::Line;
use crate::form::lines::column::{Column, known};
use crate::form::scalars::Year;
use crate::form::separators::Stake;
use crate::form::words::{ExampleMark, Word};
use crate::model::AuthorisationKind;

entry! {
    /// Une autorisation de programme ou d’engagement, pour l’action qu’elle finance.
    AuthorisationLine, "l’autorisation" {
        /// Le numéro de l’autorisation.
        code("autorisation"): Required<Placed<Said>>,
        /// Son intitulé.
        title("libelle"): Said = String::new(),
        /// AP (par défaut) pour une autorisation de programme, AE pour une autorisation d’engagement.
        kind("type"): Word<AuthorisationKind> = AuthorisationKind::Programme,
        /// L’identifiant de l’action, dans actions.yaml.
        action("action"): Needed<Placed<Said>>,
        /// Le montant voté, en euros, pour toutes les années ensemble.
        voted("vote"): Needed<Euros>,
        /// « exemple » si les montants de la ligne sont inventés pour une démonstration.
        status("statut"): Option<Word<ExampleMark>>,
        /// L’année des crédits de paiement, dans un tableau d’une ligne par année.
        year("annee"): Option<Needed<YearCell>>,
        /// Les crédits de paiement mandatés, en euros : « paye 2024 », une colonne par année, ou « paye » à côté de « annee ».
        paid("paye"): Option<Vec<PaymentEntry>>,
        /// Les crédits de paiement prévus, en euros : « prevu 2027 », une colonne par année, ou « prevu » à côté de « annee ».
        planned("prevu"): Option<Vec<PaymentEntry>>,
    }
}

entry! {
    /// Un crédit de paiement.
    PaymentEntry, "le crédit de paiement" {
        /// Son année, quand la colonne la dit.
        year("annee"): Option<Year>,
        /// Le montant, en euros.
        amount("valeur"): Option<Euros>,
    }
}

impl Line for AuthorisationLine {
    const TITLE: &str = "Les autorisations pluriannuelles";
    const FILE: &str = "data/budget/autorisations.csv";
    const TITLES: &str = "colonnes: {autorisations: {vote: …}}";
    const ALIASES: &[(&str, &'static str)] = &[
        ("numero", "autorisation"),
        ("titre", "libelle"),
        ("montant_vote", "vote"),
        ("exercice", "annee"),
        ("payes", "paye"),
        ("mandate", "paye"),
        ("prevus", "prevu"),
        ("previsionnel", "prevu"),
    ];
    const EITHER: &[&'static str] = &["paye", "prevu"];
    const NUMBERS: &[(&'static str, Stake)] =
        &[("vote", Stake::Money), ("paye", Stake::Money), ("prevu", Stake::Money)];
    const STRANGE: Severity = Severity::Error;
    const ADVICE: &str = "L’en-tête est : autorisation ; libelle ; type ; action ; vote ; paye 2025 ; prevu 2026… ; une ligne par autorisation et par action.";

    fn column(title: &str) -> Option<Column> {
        let (word, year) = title.rsplit_once('-').unwrap_or((title, ""));
        let year = year.parse().ok().filter(|year| (1990..=2100).contains(year));
        let key = known::<Self>(if year.is_some() { word } else { title })?;
        match key {
            "paye" | "prevu" => Some(Column::Yearly(key, year)),
            key => year.is_none().then_some(Column::Shown(key)),
        }
    }
}

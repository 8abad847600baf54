//! The reference data: embedded in the program, overridden file by file by `data/referentiels/`.
//!
//! The law changes without a release: an override takes the place of the whole embedded file, and must
//! be complete.

use super::accounts;
use super::calendar;
use super::complete::require;
use super::deliberation;
use super::digital_words;
use super::equipment;
use super::finality::FinalityNames;
use super::raw::{
    AccountsFile, BasisEntry, CalendarFile, ChecklistFile, DeliberationFile, DigitalWordsFile, FactorsFile,
    FinalitiesFile, GlossaryFile, GoalsFile, LegalFile, ThemesFile, TransitionFile,
};
use super::transition;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    ChecklistItem, CommunityType, Finality, FinalityText, LegalBasis, Reference, SustainableGoal, Theme,
};
use std::collections::BTreeMap;

/// A file of `data/referentiels/` that overrides nothing.
pub(super) const UNUSED_OVERRIDE: Code = Code("M081");

/// The name of each file and its embedded text.
pub(super) const EMBEDDED: [(&str, &str); 12] = [
    ("finalites.yaml", include_str!("referentiels/finalites.yaml")),
    ("odd.yaml", include_str!("referentiels/odd.yaml")),
    (
        "themes-numeriques.yaml",
        include_str!("referentiels/themes-numeriques.yaml"),
    ),
    ("textes-legaux.yaml", include_str!("referentiels/textes-legaux.yaml")),
    ("controle-legal.yaml", include_str!("referentiels/controle-legal.yaml")),
    ("glossaire.yaml", include_str!("referentiels/glossaire.yaml")),
    (
        "facteurs-numeriques.yaml",
        include_str!("referentiels/facteurs-numeriques.yaml"),
    ),
    (
        "strategie-numerique.yaml",
        include_str!("referentiels/strategie-numerique.yaml"),
    ),
    ("comptes.yaml", include_str!("referentiels/comptes.yaml")),
    ("calendrier.yaml", include_str!("referentiels/calendrier.yaml")),
    (
        "transition-budgetaire.yaml",
        include_str!("referentiels/transition-budgetaire.yaml"),
    ),
    ("deliberation.yaml", include_str!("referentiels/deliberation.yaml")),
];

/// The files, typed; each is none where an override could not be read.
#[derive(Debug, Default)]
pub(super) struct RawReference {
    pub finalities: Option<FinalitiesFile>,
    pub goals: Option<GoalsFile>,
    pub themes: Option<ThemesFile>,
    pub legal: Option<LegalFile>,
    pub checklist: Option<ChecklistFile>,
    pub glossary: Option<GlossaryFile>,
    pub factors: Option<FactorsFile>,
    pub digital: Option<DigitalWordsFile>,
    pub accounts: Option<AccountsFile>,
    pub calendar: Option<CalendarFile>,
    pub transition: Option<TransitionFile>,
    pub deliberation: Option<DeliberationFile>,
}

/// The reference data and every wording of the finalités; what lacks is pushed.
///
/// The checklist cites the texts that bind `kind`.
pub(super) fn reference(
    raw: RawReference,
    kind: Option<CommunityType>,
    diagnostics: &mut Diagnostics,
) -> (Reference, FinalityNames) {
    let mut names = FinalityNames::default();
    let mut finalities = BTreeMap::new();
    if let Some(file) = raw.finalities {
        let place = file.place.clone();
        for entry in file.finalities {
            let Some(finality) = Finality::from_number(entry.number) else {
                continue;
            };
            names.current.push((finality, entry.title.clone()));
            names.current.push((finality, entry.short.clone()));
            let former = entry.former.into_iter();
            names.former.extend(former.map(|wording| (finality, wording)));
            let text = FinalityText {
                title: entry.title,
                short: entry.short,
            };
            finalities.insert(finality, text);
        }
        require(
            finalities.len() == Finality::ALL.len(),
            &place,
            "les cinq finalités",
            diagnostics,
        );
    }
    let reference = Reference {
        finalities,
        goals: raw.goals.map(|file| goals(file, diagnostics)).unwrap_or_default(),
        themes: raw.themes.map(|file| themes(file, diagnostics)).unwrap_or_default(),
        legal: raw.legal.map(|file| legal(file, diagnostics)).unwrap_or_default(),
        checklist: raw
            .checklist
            .map(|file| checklist(file, kind, diagnostics))
            .unwrap_or_default(),
        glossary: raw.glossary.map(glossary).unwrap_or_default(),
        equipment: raw
            .factors
            .map(|file| equipment::factors(file, diagnostics))
            .unwrap_or_default(),
        digital: raw
            .digital
            .map(|file| digital_words::digital(file, diagnostics))
            .unwrap_or_default(),
        accounts: raw.accounts.map(accounts::chart).unwrap_or_default(),
        calendar: raw
            .calendar
            .map(|file| calendar::reference(file, diagnostics))
            .unwrap_or_default(),
        transition: raw
            .transition
            .map(|file| transition::reference(file, diagnostics))
            .unwrap_or_default(),
        deliberation: raw.deliberation.map(deliberation::reference).unwrap_or_default(),
    };
    (reference, names)
}

fn goals(file: GoalsFile, diagnostics: &mut Diagnostics) -> BTreeMap<u8, SustainableGoal> {
    let goals: BTreeMap<_, _> = file.goals.into_iter().map(|goal| (goal.number, goal)).collect();
    let what = "les 17 objectifs de développement durable";
    require(goals.len() == 17, &file.place, what, diagnostics);
    goals
}

fn themes(file: ThemesFile, diagnostics: &mut Diagnostics) -> BTreeMap<u8, Theme> {
    let themes: BTreeMap<_, _> = file.themes.into_iter().map(|theme| (theme.number, theme)).collect();
    require(themes.len() == 6, &file.place, "les six thèmes du décret", diagnostics);
    themes
}

fn legal(file: LegalFile, diagnostics: &mut Diagnostics) -> BTreeMap<CommunityType, LegalBasis> {
    let mut legal = BTreeMap::new();
    for regime in file.regimes {
        let basis = LegalBasis {
            articles: regime.articles,
            threshold: regime.threshold,
            digital_bilan: regime.digital_bilan,
            read_on: Some(regime.read_on),
        };
        legal.extend(regime.kinds.into_iter().map(|kind| (kind, basis.clone())));
    }
    let complete = legal.len() == CommunityType::ALL.len();
    require(complete, &file.place, "tous les types de collectivité", diagnostics);
    legal
}

fn checklist(file: ChecklistFile, kind: Option<CommunityType>, diagnostics: &mut Diagnostics) -> Vec<ChecklistItem> {
    let items = file.checklist.into_iter().map(|entry| ChecklistItem {
        code: entry.code,
        element: entry.element,
        basis: basis(entry.basis, entry.other_bases, kind),
        criterion: entry.criterion,
    });
    let items: Vec<_> = items.collect();
    let expected = (1..=8).map(|number| format!("C{number}"));
    let complete = expected.eq(items.iter().map(|item| item.code.clone()));
    require(complete, &file.place, "les éléments C1 à C8, dans l’ordre", diagnostics);
    items
}

/// The basis of an element for a kind of collectivité: its own, or the general one.
fn basis(general: String, others: Vec<BasisEntry>, kind: Option<CommunityType>) -> String {
    let binds = |entry: &BasisEntry| entry.kinds.iter().any(|word| Some(*word) == kind);
    others.into_iter().find(binds).map_or(general, |entry| entry.basis)
}

fn glossary(file: GlossaryFile) -> BTreeMap<String, String> {
    file.terms
        .into_iter()
        .map(|entry| (entry.term, entry.definition))
        .collect()
}

//! `calendrier.yaml`: the rules of the budget calendar and the habits that go with it, each of them whole.
//!
//! It reads no date against a rule: that is `assess`, which has the kind of collectivité and every step.

use super::texts::cited;
use super::{Around, ReferenceFile};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Placed};
use crate::form::entry::entry;
use crate::form::scalars::{Sentence, Whole};
use crate::form::words::Word;
use crate::model::{
    Audience, CalendarAnchor, CalendarHabit, CalendarReference, CalendarRelation, CalendarRule, CalendarStep,
    Certainty, CommunityType, Delay, DelayUnit, LegalTexts, Proposal,
};
use std::collections::BTreeSet;

/// A rule or a habit of the calendar that does not say enough to be applied.
const INCOMPLETE_RULE: Code = Code("M052");

entry! {
    /// Les règles du calendrier budgétaire et les usages qui l’accompagnent.
    CalendarFile, "calendrier.yaml" {
        /// Les règles, dans l’ordre où le rapport les donne.
        rules("regles"): Vec<RuleEntry>,
        /// Ce qui est proposé pour chaque étape qui n’est pas prévue, dans l’ordre du calcul.
        steps("etapes"): Vec<HabitEntry>,
    }
}

entry! {
    /// Une règle du calendrier.
    RuleEntry, "la règle" {
        /// Le nom de la règle, par lequel une étape la désigne.
        key("cle"): Sentence,
        /// Ce qu’elle demande, en une phrase.
        text("regle"): Sentence,
        /// Sans texte, d’où elle vient, tel qu’imprimé.
        source("source"): Option<Sentence>,
        /// Les textes d’où elle vient.
        texts("textes"): Vec<Placed<Sentence>> = Vec::new(),
        /// Ce qu’il faut savoir de son application.
        caution("precaution"): Option<Sentence>,
        /// À quel point elle est sûre.
        certainty("certitude"): Word<Certainty>,
        /// Les types de collectivité concernés ; absent : tous.
        kinds("types"): Vec<Word<CommunityType>> = Vec::new(),
        /// Le nombre d’habitants à partir duquel elle s’applique.
        population("population"): Option<Whole<0, 100_000_000, u64>>,
        /// La nomenclature sous laquelle elle s’applique, par exemple M57.
        nomenclature("nomenclature"): Option<Sentence>,
        /// L’étape qu’elle règle.
        step("etape"): Word<CalendarStep>,
        /// Comment l’étape se place par rapport au repère.
        relation("relation"): Word<CalendarRelation>,
        /// L’étape par rapport à laquelle elle se mesure.
        anchor("repere"): Option<Word<CalendarStep>>,
        /// Le délai, en nombre.
        delay("delai"): Option<Whole<1, 1000>>,
        /// L’unité du délai.
        unit("unite"): Option<Word<DelayUnit>>,
        /// Le jour, pour une échéance fixe de l’année qui suit l’année de données.
        day("jour"): Option<Whole<1, 31, i8>>,
        /// Le mois de cette échéance.
        month("mois"): Option<Whole<1, 12, i8>>,
    }
}

entry! {
    /// Ce qui est proposé pour une étape qui n’est pas prévue.
    HabitEntry, "l’étape" {
        /// L’étape.
        step("etape"): Word<CalendarStep>,
        /// Les types de collectivité concernés ; absent : tous.
        kinds("types"): Vec<Word<CommunityType>> = Vec::new(),
        /// La règle dont la limite est proposée ; l’étape est sautée si la règle ne s’applique pas.
        rule("regle"): Option<Sentence>,
        /// Sans règle, l’étape avant laquelle se placer.
        anchor("repere"): Option<Word<CalendarStep>>,
        /// De combien avant ; absent : le même jour.
        delay("delai"): Option<Whole<1, 1000>>,
        /// L’unité du délai.
        unit("unite"): Option<Word<DelayUnit>>,
        /// Sans règle ni repère, le jour de l’exercice du budget.
        day("jour"): Option<Whole<1, 31, i8>>,
        /// Le mois de ce jour.
        month("mois"): Option<Whole<1, 12, i8>>,
        /// La raison de cet usage.
        reason("raison"): Option<Sentence>,
    }
}

impl ReferenceFile for CalendarFile {
    const TEXT: &str = include_str!("../referentiels/calendrier.yaml");
    type Noun = CalendarReference;

    fn noun(self, around: &Around<'_>, diagnostics: &mut Diagnostics) -> Self::Noun {
        let rules = self
            .rules
            .into_iter()
            .filter_map(|entry| rule(entry, around.texts, diagnostics));
        let rules: Vec<CalendarRule> = rules.collect();
        let keys: BTreeSet<&str> = rules.iter().map(|rule| rule.key.as_str()).collect();
        let habits = self.steps.into_iter();
        let habits = habits.filter_map(|entry| habit(entry, &keys, diagnostics)).collect();
        CalendarReference { rules, habits }
    }
}

fn rule(entry: RuleEntry, texts: &LegalTexts, diagnostics: &mut Diagnostics) -> Option<CalendarRule> {
    let cited = cited(entry.texts, texts, diagnostics);
    let cited = [entry.source, Some(cited).filter(|cited| !cited.is_empty())];
    let source = cited.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let relation = entry.relation;
    let delay = delay(entry.delay, entry.unit);
    let day_of_year = entry.day.zip(entry.month);
    let anchor = match (entry.anchor, day_of_year) {
        (Some(step), None) if relation.has_delay() == delay.is_some() => Some(CalendarAnchor::Step(step, delay)),
        (None, Some((day, month))) if !relation.has_delay() => Some(CalendarAnchor::DayAfterDataYear { month, day }),
        _ => None,
    };
    if anchor.is_none() {
        let message = format!("La règle « {} » n’est pas complète.", entry.key);
        let help = "Donnez « repere », et « delai » avec « unite » si la relation en a un ; ou « jour » et « mois » pour une échéance fixe.";
        diagnostics.push(incomplete(&entry.place, message, help));
    }
    Some(CalendarRule {
        key: entry.key,
        text: entry.text,
        source,
        caution: entry.caution,
        certainty: entry.certainty,
        audience: Audience {
            kinds: entry.kinds,
            from_population: entry.population,
            nomenclature: entry.nomenclature,
        },
        step: entry.step,
        relation,
        anchor: anchor?,
    })
}

fn habit(entry: HabitEntry, rules: &BTreeSet<&str>, diagnostics: &mut Diagnostics) -> Option<CalendarHabit> {
    let delay = delay(entry.delay, entry.unit);
    let half_a_delay = entry.delay.is_some() != entry.unit.is_some();
    let day_of_year = entry.day.zip(entry.month);
    let proposal = match (entry.rule, entry.anchor, entry.reason, day_of_year) {
        (Some(rule), None, _, None) if rules.contains(rule.as_str()) => Some(Proposal::Rule(rule)),
        (None, Some(anchor), Some(reason), None) if !half_a_delay => Some(Proposal::Habit { anchor, delay, reason }),
        (None, None, Some(reason), Some((day, month))) if delay.is_none() => Some(Proposal::Day { month, day, reason }),
        _ => None,
    };
    if proposal.is_none() {
        let message = format!("L’étape « {} » n’est pas complète.", entry.step.key());
        let help = "Nommez une règle du fichier dans « regle », ou donnez « raison », avec « repere » (et « delai » avec « unite ») ou avec « jour » et « mois ».";
        diagnostics.push(incomplete(&entry.place, message, help));
    }
    Some(CalendarHabit {
        step: entry.step,
        audience: Audience {
            kinds: entry.kinds,
            ..Audience::default()
        },
        proposal: proposal?,
    })
}

fn delay(count: Option<i64>, unit: Option<DelayUnit>) -> Option<Delay> {
    Some(Delay {
        count: count?,
        unit: unit?,
    })
}

fn incomplete(place: &Place, message: String, help: &str) -> Diagnostic {
    Diagnostic::error(INCOMPLETE_RULE, place.clone(), message).help(help)
}

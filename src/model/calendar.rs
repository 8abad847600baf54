//! The budget cycle as the report knows it: its steps, the rules that order them, the habits that fill the gaps.
//!
//! Rules and habits are reference data: they say where they come from and how sure they are. Applying them is `assess`.

use super::community::CommunityType;
use super::vocabulary::vocabulary;
use crate::french;
use jiff::ToSpan;
use jiff::civil::Date;

/// A step of the cycle, in the order in which a cycle usually goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarStep {
    /// The accounts of the data year.
    AccountsVote,
    /// Services are asked for their figures.
    Collection,
    Closing,
    Review,
    Convocation,
    Presentation,
    OrientationDebate,
    DraftSending,
    /// The first meeting on the budget, where it is not that of the vote.
    BudgetMeeting,
    BudgetVote,
    Publication,
}

/// How sure a rule is, as its reader must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    Read,
    Agreed,
    /// Contested, of one source, or inferred: a warning at most.
    ToConfirm,
    /// No rule at all: what is usually done.
    Habit,
}

/// What delays are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelayUnit {
    Days,
    /// Neither the first day nor the last one counts.
    ClearDays,
    Weeks,
    Months,
}

/// How a step stands to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarRelation {
    /// On an earlier day.
    Before,
    /// On the same day or earlier.
    NotAfter,
    /// Earlier, by no more than the delay.
    AtMostBefore,
    /// Earlier, by the delay or more.
    AtLeastBefore,
    /// Later, by no more than the delay.
    AtMostAfter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    pub count: i64,
    pub unit: DelayUnit,
}

/// What a date is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarAnchor {
    /// Another step, and the delay where the relation has one.
    Step(CalendarStep, Option<Delay>),
    /// This day of the year that follows the data year.
    DayAfterDataYear { month: i8, day: i8 },
}

/// A rule of the calendar, and to whom it applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRule {
    /// By which a habit names it.
    pub key: String,
    /// What it asks, in one sentence of our own.
    pub text: String,
    pub source: String,
    /// A doubt about whom it concerns, said to the author and never to the council.
    pub caution: Option<String>,
    pub certainty: Certainty,
    pub audience: Audience,
    pub step: CalendarStep,
    pub relation: CalendarRelation,
    pub anchor: CalendarAnchor,
}

impl CalendarRule {
    /// Its source as the author is told it, the doubt with it.
    pub fn doubted_source(&self) -> String {
        let told = [Some(&self.source), self.caution.as_ref()];
        told.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
    }
}

/// To whom a rule or a habit applies; all of its conditions at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Empty: all of them.
    pub kinds: Vec<CommunityType>,
    /// From this number of inhabitants on.
    pub from_population: Option<u64>,
    /// Only under this budget nomenclature.
    pub nomenclature: Option<String>,
}

/// Where a step is proposed when nobody has planned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarHabit {
    pub step: CalendarStep,
    pub audience: Audience,
    pub proposal: Proposal,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The limit that a rule sets.
    Rule(String),
    /// So long before another step (the same day without a delay), and why: a habit, no rule.
    Habit {
        anchor: CalendarStep,
        delay: Option<Delay>,
        reason: String,
    },
    /// This day of the year of the budget, and why: a habit, no rule.
    Day { month: i8, day: i8, reason: String },
}

/// Everything `calendrier.yaml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReference {
    pub rules: Vec<CalendarRule>,
    /// In the order of computation: each step rests on one that is known before it.
    pub habits: Vec<CalendarHabit>,
}

impl CalendarStep {
    /// The step in a sentence.
    pub fn named(self) -> String {
        let article = match self {
            CalendarStep::Convocation | CalendarStep::DraftSending | CalendarStep::Collection => "l’",
            CalendarStep::OrientationDebate | CalendarStep::BudgetVote | CalendarStep::AccountsVote => "le ",
            _ => "la ",
        };
        format!("{article}{}", self.label())
    }
}

impl CalendarRelation {
    /// Whether the relation is measured by a delay.
    pub fn has_delay(self) -> bool {
        !matches!(self, CalendarRelation::Before | CalendarRelation::NotAfter)
    }
}

impl Delay {
    /// The day so long before; none beyond the dates that exist.
    pub fn before(self, day: Date) -> Option<Date> {
        match self.unit {
            DelayUnit::Days => day.checked_sub(self.count.days()),
            DelayUnit::ClearDays => day.checked_sub((self.count + 1).days()),
            DelayUnit::Weeks => day.checked_sub(self.count.weeks()),
            DelayUnit::Months => day.checked_sub(self.count.months()),
        }
        .ok()
    }

    /// The day so long after.
    pub fn after(self, day: Date) -> Option<Date> {
        match self.unit {
            DelayUnit::Days => day.checked_add(self.count.days()),
            DelayUnit::ClearDays => day.checked_add((self.count + 1).days()),
            DelayUnit::Weeks => day.checked_add(self.count.weeks()),
            DelayUnit::Months => day.checked_add(self.count.months()),
        }
        .ok()
    }

    /// `5 jours francs`, `10 semaines`, `1 mois`.
    pub fn words(self) -> String {
        let (one, many) = match self.unit {
            DelayUnit::Days => ("jour", "jours"),
            DelayUnit::ClearDays => ("jour franc", "jours francs"),
            DelayUnit::Weeks => ("semaine", "semaines"),
            DelayUnit::Months => ("mois", "mois"),
        };
        french::plural(usize::try_from(self.count).unwrap_or_default(), one, many)
    }
}

vocabulary!(CalendarStep {
    AccountsVote => "vote_comptes", "vote des comptes";
    Collection => "collecte", "ouverture de la collecte";
    Closing => "cloture", "clôture de la collecte";
    Review => "relecture", "relecture";
    Convocation => "envoi_convocation", "envoi de la convocation et du rapport";
    Presentation => "presentation", "présentation du rapport";
    OrientationDebate => "debat_orientation_budgetaire", "débat d’orientation budgétaire";
    DraftSending => "envoi_projet_budget", "envoi du projet de budget et de ses rapports";
    BudgetMeeting => "premiere_reunion_budget", "première réunion sur le budget";
    BudgetVote => "vote_budget", "vote du budget";
    Publication => "publication", "mise en ligne du rapport";
});
vocabulary!(Certainty {
    Read => "texte-lu", "texte lu";
    Agreed => "sources-concordantes", "sources secondaires concordantes";
    ToConfirm => "a-confirmer", "à confirmer";
    Habit => "usage", "usage, non une règle";
});
vocabulary!(DelayUnit {
    Days => "jours", "jours";
    ClearDays => "jours-francs", "jours francs";
    Weeks => "semaines", "semaines";
    Months => "mois", "mois";
});
vocabulary!(CalendarRelation {
    Before => "avant", "avant";
    NotAfter => "au-plus-tard", "le même jour ou avant";
    AtMostBefore => "au-plus-avant", "avant, sans dépasser le délai";
    AtLeastBefore => "au-moins-avant", "avant, du délai au moins";
    AtMostAfter => "au-plus-apres", "après, dans le délai";
});

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn delay(count: i64, unit: DelayUnit) -> Delay {
        Delay { count, unit }
    }

    #[test]
    fn clear_days_leave_out_both_ends() {
        let session = date(2027, 2, 12);
        assert_eq!(delay(5, DelayUnit::Days).before(session), Some(date(2027, 2, 7)));
        assert_eq!(delay(5, DelayUnit::ClearDays).before(session), Some(date(2027, 2, 6)));
        assert_eq!(delay(5, DelayUnit::ClearDays).after(date(2027, 2, 6)), Some(session));
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(
            delay(2, DelayUnit::Months).before(date(2027, 4, 30)),
            Some(date(2027, 2, 28))
        );
        assert_eq!(
            delay(1, DelayUnit::Months).after(date(2027, 1, 31)),
            Some(date(2027, 2, 28))
        );
        assert_eq!(
            delay(10, DelayUnit::Weeks).before(date(2027, 3, 26)),
            Some(date(2027, 1, 15))
        );
    }

    #[test]
    fn a_step_takes_its_article() {
        assert_eq!(CalendarStep::BudgetVote.named(), "le vote du budget");
        assert_eq!(CalendarStep::Collection.named(), "l’ouverture de la collecte");
        assert_eq!(CalendarStep::BudgetMeeting.named(), "la première réunion sur le budget");
    }
}

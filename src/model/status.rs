//! The closed set of words by which the report judges, or declines to judge, an indicator.

use super::vocabulary::vocabulary;

/// The outcome of an assessment; a word and a shape, never a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    // With a target.
    Reached,
    OnTrack,
    ToAccelerate,
    Insufficient,
    Regressing,
    Missed,
    // To be maintained.
    Maintained,
    OutOfTolerance,
    // Without a target.
    Improving,
    SlightlyImproving,
    Stable,
    Worsening,
    // A context indicator without a target of the collectivité: a trend, no judgement.
    Rising,
    Level,
    Falling,
    /// Only followed (`suivi`): no judgement.
    Monitored,
    NotAssessable,
}

impl Status {
    /// Whether it calls for attention: late, missed, out of its tolerance or against the wanted direction.
    pub fn stands_badly(self) -> bool {
        matches!(
            self,
            Status::Insufficient | Status::Regressing | Status::Missed | Status::OutOfTolerance | Status::Worsening
        )
    }
}

vocabulary!(Status {
    Reached => "atteint", "atteint";
    OnTrack => "en-bonne-voie", "en bonne voie";
    ToAccelerate => "a-accelerer", "à accélérer";
    Insufficient => "insuffisant", "insuffisant";
    Regressing => "en-recul", "en recul";
    Missed => "non-atteint", "non atteint à l’échéance";
    Maintained => "maintenu", "maintenu";
    OutOfTolerance => "hors-tolerance", "hors tolérance";
    Improving => "en-progres", "en progrès";
    SlightlyImproving => "en-leger-progres", "en léger progrès";
    Stable => "stable", "stable";
    Worsening => "en-recul-sans-cible", "en recul";
    Rising => "en-hausse", "en hausse";
    Level => "stable-contexte", "stable";
    Falling => "en-baisse", "en baisse";
    Monitored => "suivi", "suivi";
    NotAssessable => "non-evaluable", "non évaluable";
});

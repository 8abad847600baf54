//! The closed set of words by which the report judges, or declines to judge, an indicator.

use super::vocabulary::{Direction, vocabulary};

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

/// A status as it is shown: the key of its colour and shape, and its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownStatus {
    pub key: &'static str,
    pub label: &'static str,
}

/// What a trend of the context is shown as where a direction is wanted: the facts that no judgement is made of are not grey.
const TRENDS: [ShownStatus; 4] = [
    ShownStatus {
        key: "en-hausse-souhaitee",
        label: "en\u{a0}hausse (souhaitée)",
    },
    ShownStatus {
        key: "en-hausse-non-souhaitee",
        label: "en\u{a0}hausse (non souhaitée)",
    },
    ShownStatus {
        key: "en-baisse-souhaitee",
        label: "en\u{a0}baisse (souhaitée)",
    },
    ShownStatus {
        key: "en-baisse-non-souhaitee",
        label: "en\u{a0}baisse (non souhaitée)",
    },
];

impl Status {
    /// How it is shown of an indicator whose wanted direction is known.
    pub fn shown(self, wanted: Direction) -> ShownStatus {
        let [risen, wrongly_risen, fallen, wrongly_fallen] = TRENDS;
        match (self, wanted) {
            (Status::Rising, Direction::Increase) => risen,
            (Status::Rising, Direction::Decrease) => wrongly_risen,
            (Status::Falling, Direction::Decrease) => fallen,
            (Status::Falling, Direction::Increase) => wrongly_fallen,
            _ => self.word(),
        }
    }

    /// How it is shown where no indicator is at hand: in a count, in a legend.
    pub fn word(self) -> ShownStatus {
        ShownStatus {
            key: self.key(),
            label: self.label(),
        }
    }

    /// Every look that a status may have.
    #[cfg(test)]
    pub fn looks() -> impl Iterator<Item = ShownStatus> {
        Status::ALL.iter().map(|status| status.word()).chain(TRENDS)
    }

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

//! Who writes: what a lock says to whoever finds it, and what a journal says of a run that died.

use crate::french;
use jiff::civil::DateTime;
use std::fmt;

/// Who writes, from where and since when; it stands in locks and journals, never in a publication.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Writer {
    /// `generer`.
    pub command: String,
    pub user: String,
    pub machine: String,
    pub process: u32,
    /// ISO 8601, without a zone: `2026-11-29T07:12:00`.
    pub moment: String,
    #[serde(skip)]
    pub road: Road,
}

/// How one folder takes the place of another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Road {
    /// Their names are exchanged in one gesture of the system, where it has one; else as below.
    #[default]
    Exchange,
    /// The old one is moved aside, then the new one into its place: the journal says where a dead run was.
    Journal,
}

impl Writer {
    /// `2026-11-29`; empty where nobody said which day it is.
    pub fn day(&self) -> &str {
        self.moment.get(..10).unwrap_or_default()
    }

    /// The moment in words; the time is left out where only the day is known.
    fn told_moment(&self) -> Option<String> {
        let moment: DateTime = self.moment.parse().ok()?;
        let day = french::date(moment.date());
        Some(match (moment.hour(), moment.minute()) {
            (0, 0) => day,
            (hour, minute) => format!("{day} à {hour}\u{a0}h\u{a0}{minute:02}"),
        })
    }
}

/// `« generer » (lancée par marie sur POSTE-12, processus 4242, le 29 novembre 2026 à 7 h 12)`.
impl fmt::Display for Writer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = |text: &str, before: &str| (!text.is_empty()).then(|| format!("{before}{text}"));
        let by = [known(&self.user, "par "), known(&self.machine, "sur ")];
        let by: Vec<String> = by.into_iter().flatten().collect();
        let mut parts = Vec::new();
        if !by.is_empty() {
            parts.push(format!("lancée {}", by.join(" ")));
        }
        if self.process > 0 {
            parts.push(format!("processus\u{a0}{}", self.process));
        }
        parts.extend(self.told_moment().map(|moment| format!("le {moment}")));
        let command = match self.command.is_empty() {
            true => "inconnue",
            false => &self.command,
        };
        write!(formatter, "«\u{a0}{command}\u{a0}»")?;
        match parts.is_empty() {
            true => Ok(()),
            false => write!(formatter, " ({})", parts.join(", ")),
        }
    }
}

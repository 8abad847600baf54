//! What a workbook that is written proposes, from the declarations: the words of a column, and the keys of a sheet with what they mean.

use super::outline::Outline;
use super::words::explanation;
use super::{ACTIONS, ACTORS, CREDITS, EXCLUSIONS, INDICATORS, MEASURES, OBJECTIVES, STEPS};
use super::{CALENDAR, FLEET, REPORT};
use crate::config::raw::StrategyFile;
use crate::config::raw::{
    ActionEntry, ActorEntry, CreditLine, ExclusionEntry, IndicatorEntry, MeasureEntry, ObjectiveEntry, StepEntry,
};
use crate::config::settings::ReportFile;
use crate::french::name;

/// The keys that a sheet leaves to others: those of another sheet, and the titles of columns, which are many and seldom said.
const APART: [&str; 3] = ["calendrier", "parc", "colonnes"];

/// What is declared below the keys of a sheet.
pub(super) struct Declared {
    outline: Outline,
    below: &'static [&'static str],
    apart: &'static [&'static str],
}

pub(super) fn declared(sheet: &str) -> Declared {
    let (outline, below, apart): (_, &[&str], &[&str]) = match sheet {
        REPORT => (Outline::of::<ReportFile>(), &[], &APART),
        CALENDAR => (Outline::of::<ReportFile>(), &["calendrier"], &[]),
        FLEET => (Outline::of::<ReportFile>(), &["parc"], &["colonnes"]),
        _ => (Outline::of::<StrategyFile>(), &[], &[]),
    };
    Declared { outline, below, apart }
}

impl Declared {
    /// Whether values may stand under a key of the sheet.
    pub fn is_list(&self, key: &str) -> bool {
        let path = self.below.iter().copied().chain(key.split('.'));
        self.outline.is_list(&path.map(str::to_owned).collect::<Vec<String>>())
    }

    /// Its keys, each with what it means, in the words of who keeps a workbook.
    fn keys(&self) -> Vec<(String, String)> {
        let below: Vec<String> = self.below.iter().map(|key| (*key).to_owned()).collect();
        let keys = self.outline.keys(&below, self.apart);
        keys.into_iter().map(|(key, told)| (key, explanation(&told))).collect()
    }
}

/// The rows of a sheet of keys, each with what its key means, then those of its other keys, which wait for a value.
pub(super) fn explained(sheet: &str, rows: &mut Vec<Vec<String>>) {
    let known = declared(sheet).keys();
    for row in &mut *rows {
        let told = known
            .iter()
            .find(|(key, _)| *key == row[0])
            .map(|(_, told)| told.clone());
        row.push(told.unwrap_or_default());
    }
    let is_said = |key: &str| {
        rows.iter()
            .any(|row| row[0] == key || row[0].starts_with(&format!("{key}.")))
    };
    let waiting: Vec<_> = known.into_iter().filter(|(key, _)| !is_said(key)).collect();
    rows.extend(waiting.into_iter().map(|(key, told)| vec![key, String::new(), told]));
}

/// Title → words, of the columns of a sheet that have some.
pub(super) fn words(sheet: &str, titles: &[String]) -> Vec<(String, Vec<String>)> {
    let outline = match sheet {
        INDICATORS => Outline::of::<IndicatorEntry>(),
        ACTIONS => Outline::of::<ActionEntry>(),
        CREDITS => Outline::of::<CreditLine>(),
        STEPS => Outline::of::<StepEntry>(),
        OBJECTIVES => Outline::of::<ObjectiveEntry>(),
        MEASURES => Outline::of::<MeasureEntry>(),
        ACTORS => Outline::of::<ActorEntry>(),
        EXCLUSIONS => Outline::of::<ExclusionEntry>(),
        _ => return Vec::new(),
    };
    let of = |title: &String| {
        let mut kept: Vec<String> = Vec::new();
        for word in outline.words(title) {
            // « en-cours » and « en cours » are one word.
            if !kept.iter().any(|known| name(known) == name(&word)) {
                kept.push(word);
            }
        }
        Some((title.clone(), kept)).filter(|(_, words)| !words.is_empty())
    };
    titles.iter().filter_map(of).collect()
}

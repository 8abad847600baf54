//! The words of the drawings that compare two moments: slope, bullet, waterfall.

use super::alternative::{aims_and_marks, finish, marks, opening, quantity, sentence, signed, tell_story};
use super::bullet::{Bullet, Flag};
use super::cascade::{Cascade, Step};
use super::line::Story;
use super::slope::Slopes;
use super::trace::Drawn;
use crate::assess::Finding;
use crate::french;
use crate::model::ChartKind;

/// Parts told one by one; beyond, the largest.
const TOLD: usize = 5;

/// Reference, last value and target; or the change of each part.
pub(super) fn tell_slopes(finding: &Finding, slopes: &Slopes) -> String {
    let points: Vec<Drawn> = slopes.lines.iter().flat_map(|(_, pair)| *pair).collect();
    if slopes.lines.len() == 1 {
        let mut story = Story::of(finding);
        story.drawn = points;
        return tell_story(finding, ChartKind::Slope, &story);
    }
    let by = format!(", {}", french::plural(slopes.lines.len(), "série", "séries"));
    let opening = opening(finding, ChartKind::Slope, &points, &by);
    let mut changes: Vec<(f64, &str)> = slopes
        .lines
        .iter()
        .map(|(name, pair)| (pair[1].value - pair[0].value, name.as_str()))
        .collect();
    changes.sort_by(|left, right| right.0.abs().total_cmp(&left.0.abs()));
    let say = |(change, name): &(f64, &str)| format!("{name} ({})", signed(finding, *change));
    let told: Vec<String> = changes.iter().take(TOLD).map(say).collect();
    let changes = match changes.len() {
        0..=TOLD => format!("Évolution : {}.", french::list(&told)),
        _ => format!("Les plus fortes évolutions : {}.", french::list(&told)),
    };
    let remarks: Vec<String> = [slopes.omitted.clone(), marks(&points).join(" ; ")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    finish(vec![opening, changes, sentence(&remarks.join(" ; "))])
}

/// The last value, its target, the reference and what the path expected.
pub(super) fn tell_bullet(finding: &Finding, bullet: &Bullet) -> String {
    let mut story = Story::of(finding);
    story.drawn = vec![bullet.last];
    let opening = opening(finding, ChartKind::Bullet, &story.drawn, "");
    let mut told = vec![format!("la valeur est de {}", quantity(finding, bullet.last.value))];
    for (flag, year, value) in &bullet.flags {
        let value = quantity(finding, *value);
        match flag {
            Flag::Baseline => told.push(format!("référence de {value} en {year}")),
            Flag::Expected => told.push(format!("la trajectoire passe alors par {value}")),
            Flag::Target => {}
        }
    }
    let aims = aims_and_marks(finding, &story);
    finish(vec![opening, sentence(&told.join(" ; ")), aims])
}

/// Both totals and what each part added or took away.
pub(super) fn tell_cascade(finding: &Finding, cascade: &Cascade) -> String {
    let Cascade { from, to, steps, .. } = cascade;
    let opening = opening(finding, ChartKind::Waterfall, &[*from, *to], "");
    let total = format!(
        "Le total passe de {} en {} à {} en {}, soit {}",
        quantity(finding, from.value),
        from.year,
        quantity(finding, to.value),
        to.year,
        signed(finding, to.value - from.value)
    );
    let say = |step: &Step| format!("{} ({})", step.name, signed(finding, step.change.value));
    let told: Vec<String> = steps.iter().take(TOLD).map(say).collect();
    let total = match steps.len() {
        0..=TOLD => format!("{total} : {}.", french::list(&told)),
        _ => format!("{total} ; les plus fortes évolutions sont {}.", french::list(&told)),
    };
    let ends = [*from, *to];
    let points: Vec<Drawn> = steps.iter().map(|step| step.change).chain(ends).collect();
    let remarks: Vec<String> = [cascade.omitted.clone(), marks(&points).join(" ; ")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    finish(vec![opening, total, sentence(&remarks.join(" ; "))])
}

//! `chart`: the [`Report`] becomes [`Figures`], one drawing an indicator with its alternative text.
//!
//! Holds the one use of Plotters. A drawing never invents: a gap is a gap, an absence is said.

mod figures;
mod tokens;
mod colour;
mod house;
mod shades;
mod line;
mod line_marks;
mod bars;
mod columns;
mod stack;
mod rows;
mod subject;
mod aggregate;
mod aggregate_table;
mod alternative_aggregate;
mod multiples;
mod slope;
mod bullet;
mod cascade;
mod waterfall;
mod matrix;
mod map;
mod sparkline;
mod choice;
mod alternative;
mod alternative_change;
mod table;
mod groups;
mod trace;
mod scale;
mod plane;
mod key;
mod margin;
mod around;
mod sheet;
mod bounds;
mod letters;
mod dash;
mod paint;
#[cfg(test)]
mod tests;

pub use figures::{Figure, Figures, NamedFigure};
pub use tokens::Tokens;

use crate::assess::{Finding, Report};
use crate::model::ChartKind;
use choice::{BARS, Drawing, PANELS, STACKED, choose};
use groups::{Groups, Others};
use house::House;
use rayon::prelude::*;
use subject::Subject;

/// Draws every figure of the report; an indicator without a number has none.
pub fn draw(report: &Report) -> Figures {
    let house = House {
        territory: report.shown.territory.clone(),
        ..House::themed(
            Tokens::themed(&report.settings.appearance, &report.shown.fonts),
            report.shown.fonts.titles.as_ref(),
        )
    };
    let findings: Vec<&Finding> = report.findings().collect();
    let drawn: Vec<_> = findings
        .into_par_iter()
        .map(|finding| {
            (
                finding.indicator.id.clone(),
                draw_finding(finding, &house),
                sparkline(finding, &house),
            )
        })
        .collect();
    let mut figures = Figures {
        tokens: house.tokens.clone(),
        ..Figures::default()
    };
    let named =
        |drawing: &crate::model::Drawing| Some((drawing.name.clone(), aggregate::draw_aggregate(drawing, &house)?));
    figures.named = report.drawings().iter().filter_map(named).collect();
    for (id, figure, sparkline) in drawn {
        figures.indicators.extend(figure.map(|figure| (id.clone(), figure)));
        figures.sparklines.extend(sparkline.map(|svg| (id, svg)));
    }
    figures
}

/// The chart of a finding with its words and its table; none where there is no number to draw.
fn draw_finding(finding: &Finding, house: &House) -> Option<Figure> {
    let drawing = choose(finding, house.territory.as_deref())?;
    let subject = Subject::of(finding, house);
    let headline = || {
        vec![(
            String::new(),
            trace::trace(&finding.headline, finding.indicator.frequency),
        )]
    };
    let told = |groups: &Groups, kind| alternative::tell_split(finding, kind, &groups.parts, &groups.omitted);
    let parts = || table::split_table(finding, &groups::drawable(finding));
    let (sheet, alternative, table) = match drawing {
        Drawing::Line => {
            let alternative = alternative::tell_headline(finding, ChartKind::Line);
            (
                line::draw_line(finding, house),
                alternative,
                table::headline_table(finding),
            )
        }
        Drawing::Columns => {
            let alternative = alternative::tell_headline(finding, ChartKind::Bars);
            (
                columns::draw_columns(&subject, &headline(), house),
                alternative,
                table::headline_table(finding),
            )
        }
        Drawing::Bars => {
            let groups = groups::groups(finding, BARS, Others::InTable);
            (
                bars::draw_bars(finding, &groups, house),
                told(&groups, ChartKind::Bars),
                parts(),
            )
        }
        Drawing::Stack => {
            let groups = groups::groups(finding, STACKED, Others::Summed);
            (
                columns::draw_columns(&subject, &groups.parts, house),
                told(&groups, ChartKind::StackedBars),
                parts(),
            )
        }
        Drawing::Multiples => {
            let groups = groups::groups(finding, PANELS, Others::InTable);
            (
                multiples::draw_multiples(finding, &groups, house),
                told(&groups, ChartKind::SmallMultiples),
                parts(),
            )
        }
        Drawing::Matrix => {
            let groups = groups::groups(finding, PANELS, Others::InTable);
            (
                matrix::draw_matrix(&subject, &groups, house),
                told(&groups, ChartKind::Matrix),
                parts(),
            )
        }
        Drawing::Map(story) => {
            let groups = story.groups();
            let sheet = house
                .territory
                .as_ref()
                .map(|ground| map::draw_map(&subject, &story, ground, house))?;
            (sheet, told(&groups, ChartKind::Map), parts())
        }
        Drawing::Slope(slopes) => {
            let table = match slopes.lines.len() {
                1 => table::headline_table(finding),
                _ => parts(),
            };
            (
                slope::draw_slope(finding, &slopes, house),
                alternative_change::tell_slopes(finding, &slopes),
                table,
            )
        }
        Drawing::Bullet(bullet) => (
            bullet::draw_bullet(finding, &bullet, house),
            alternative_change::tell_bullet(finding, &bullet),
            table::headline_table(finding),
        ),
        Drawing::Waterfall(cascade) => (
            waterfall::draw_waterfall(&subject, &cascade, house),
            alternative_change::tell_cascade(finding, &cascade),
            table::cascade_table(finding, &cascade),
        ),
    };
    Some(Figure {
        name: finding.indicator.id.to_string(),
        svg: paint::paint(&sheet, &house.tokens),
        alternative,
        width_mm: f64::from(sheet.width) / 100.0,
        height_mm: f64::from(sheet.height) / 100.0,
        table,
    })
}

fn sparkline(finding: &Finding, house: &House) -> Option<String> {
    let sheet = sparkline::draw_sparkline(finding, house)?;
    Some(paint::paint(&sheet, &house.tokens))
}

//! `chart`: the [`Report`] becomes [`Figures`], one drawing an indicator or an aggregate with its alternative text.
//!
//! Holds the one use of Plotters. A drawing never invents: a gap is a gap, an absence is said.

mod figure;
mod kind;
mod line;
mod bars;
mod columns;
mod multiples;
mod slope;
mod bullet;
mod waterfall;
mod matrix;
mod map;
mod sparkline;
mod words;
mod category_words;
mod phrase;
mod table;
mod tokens;
mod house;
mod shades;
mod line_marks;
mod stack;
mod cascade;
mod groups;
mod trace;
mod scale;
mod plane;
mod key;
mod margin;
mod rest;
mod rows;
mod sheet;
mod bounds;
mod letters;
mod dash;
mod paint;
#[cfg(test)]
mod tests;

pub use figure::{Figure, Figures};
pub use tokens::Tokens;

use crate::assess::{Finding, Report};
use crate::model::{ChartKind, Drawing};
use house::House;
use kind::{Kind, Shown, plainest};
use rayon::prelude::*;

/// Draws every figure of the report; what has no number has none.
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
            let drawing = finding.drawing();
            let sparkline = sparkline(&drawing, &house);
            (&finding.indicator.id, sparkline, figure(drawing, &house))
        })
        .collect();
    let drawings = report.drawings().into_iter();
    let named = drawings.filter_map(|drawing| figure(drawing, &house));
    let mut figures = Figures {
        named: named.map(|figure| (figure.drawing.name.clone(), figure)).collect(),
        ..Figures::default()
    };
    for (id, sparkline, figure) in drawn {
        figures.indicators.extend(figure.map(|figure| (id.clone(), figure)));
        figures.sparklines.extend(sparkline.map(|svg| (id.clone(), svg)));
    }
    Figures {
        tokens: house.tokens,
        ..figures
    }
}

/// Each kind of chart, from its own file.
fn kind(kind: ChartKind) -> Kind {
    match kind {
        ChartKind::Line => line::LINE,
        ChartKind::Bars => bars::BARS,
        ChartKind::StackedBars => columns::COLUMNS,
        ChartKind::SmallMultiples => multiples::MULTIPLES,
        ChartKind::Slope => slope::SLOPE,
        ChartKind::Bullet => bullet::BULLET,
        ChartKind::Waterfall => waterfall::WATERFALL,
        ChartKind::Matrix => matrix::MATRIX,
        ChartKind::Map => map::MAP,
    }
}

/// The chart that was asked for where the data allow it, else the plainest; none where there is no number to draw.
fn figure(mut drawing: Drawing, house: &House) -> Option<Figure> {
    let asked = drawing.kind.and_then(|asked| (kind(asked).suits)(&drawing, house));
    let (chosen, shown) = asked.or_else(|| plainest(&drawing))?;
    drawing.kind = Some(chosen);
    if shown == Shown::Whole {
        drawing.series.clear();
    }
    let picture = (kind(chosen).draw)(&drawing, house)?;
    Some(Figure {
        svg: paint::paint(&picture.sheet, &house.tokens),
        alternative: picture.told,
        width_mm: f64::from(picture.sheet.width) / 100.0,
        height_mm: f64::from(picture.sheet.height) / 100.0,
        drawing,
    })
}

fn sparkline(drawing: &Drawing, house: &House) -> Option<String> {
    let sheet = sparkline::draw_sparkline(drawing, house)?;
    Some(paint::paint(&sheet, &house.tokens))
}

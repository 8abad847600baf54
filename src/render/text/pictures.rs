//! The pictures that a text may show: the chart of an indicator, an image of `data/images/`.
//!
//! It draws nothing and reads no file: it says where a picture stands for the pages, how wide, and what it shows.

use crate::assess::Report;
use crate::chart::{Figure, Figures};
use crate::french;
use crate::load::ProjectPicture;
use crate::model::{Identifier, Picture};
use std::collections::BTreeMap;

/// A column of text, in tenths of a millimetre.
const WIDEST: f64 = 1_400.0;
/// What leaves room on the page for the words around, in tenths of a millimetre.
const TALLEST: f64 = 1_500.0;

/// Every picture by what calls it.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    charts: BTreeMap<Identifier, Picture>,
    /// By the name of the file, folded.
    images: BTreeMap<String, Picture>,
}

impl Pictures {
    pub fn new(report: &Report, figures: &Figures, images: &BTreeMap<String, ProjectPicture>) -> Self {
        let indicators = report.findings().map(|finding| &finding.indicator);
        let charts = indicators.filter_map(|indicator| {
            let figure = figures.indicators.get(&indicator.id)?;
            Some((indicator.id.clone(), chart(figure, &indicator.title)))
        });
        Pictures {
            charts: charts.collect(),
            images: images
                .iter()
                .map(|(name, image)| (name.clone(), shown(name, image)))
                .collect(),
        }
    }

    /// The chart of an indicator; none where nothing of it is drawn.
    pub fn chart(&self, indicator: &Identifier) -> Option<&Picture> {
        self.charts.get(indicator)
    }

    /// The image that a text names, wherever it says that it stands: only its name is looked at.
    pub fn image(&self, path: &str) -> Option<&Picture> {
        self.images
            .get(&french::folded(path.rsplit(['/', '\\']).next().unwrap_or(path)))
    }

    /// The names of the images, for who looks for one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.images.keys().map(String::as_str)
    }
}

fn chart(figure: &Figure, title: &str) -> Picture {
    Picture {
        path: figure.path(),
        alternative: figure.alternative.clone(),
        caption: french::punctuate(title),
        width: fitted(figure.width_mm * 10.0, figure.height_mm * 10.0),
    }
}

fn shown(name: &str, image: &ProjectPicture) -> Picture {
    Picture {
        path: path(name),
        alternative: String::new(),
        caption: String::new(),
        width: fitted(image.width_mm * 10.0, image.height_mm * 10.0),
    }
}

/// Where an image of the project stands for the pages.
pub fn path(name: &str) -> String {
    format!("images/{name}")
}

/// The width of a picture, in tenths of a millimetre: its own where the column and the page hold it.
fn fitted(width: f64, height: f64) -> u32 {
    let share = (WIDEST / width).min(TALLEST / height).min(1.0);
    (width * share).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_size_unless_the_column_or_the_page_is_smaller() {
        assert_eq!(fitted(1_200.0, 640.0), 1_200);
        assert_eq!(fitted(2_800.0, 1_000.0), 1_400);
        assert_eq!(fitted(1_000.0, 3_000.0), 500);
    }
}

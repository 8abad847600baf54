//! Numbers of percent as YAML gives them, and the doubt about those that look like shares of one.

use super::document::{Node, Shape};
use super::entry::FromYaml;
use super::scalars::{Number, same_schema};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use std::borrow::Cow;

/// A number that is not from 0 to 100.
pub const NOT_PERCENT: Code = Code("M072");
/// A percent between 0 and 1, where 0.05 may have been meant as 5 %.
pub const SMALL_PERCENT: Code = Code("M092");

/// A number of percent, from 0 to 100.
pub enum Percent {}

/// A number of percent, with its sign or not, that who reads it bounds.
pub enum Share {}

/// A number of percent that is seldom under 1: what is between 0 and 1 is told with both readings.
pub enum Rate {}

impl FromYaml for Share {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        Number::from_yaml(&without_sign(node), diagnostics)
    }
}

impl FromYaml for Percent {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let percent = Share::from_yaml(node, diagnostics)?;
        let found = (0.0..=100.0).contains(&percent).then_some(percent);
        if found.is_none() {
            let text = node.text().unwrap_or_default();
            let message = format!("« {text} » n’est pas un pourcentage, de 0 à 100.");
            diagnostics.push(node.error(NOT_PERCENT, message).help("Corrigez le nombre."));
        }
        found
    }
}

/// The same number, without the sign of what it is.
fn without_sign(node: &Node) -> Cow<'_, Node> {
    let number = node.text().and_then(|text| text.trim().strip_suffix('%'));
    let Some(number) = number.map(|number| number.trim_end().to_owned()) else {
        return Cow::Borrowed(node);
    };
    let mut node = node.clone();
    if let Shape::Scalar { text, .. } = &mut node.shape {
        *text = number;
    }
    Cow::Owned(node)
}

impl FromYaml for Rate {
    type Value = f64;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<f64> {
        let percent = Percent::from_yaml(node, diagnostics)?;
        diagnostics.extend(small_percent(percent, &node.place));
        Some(percent)
    }
}

/// The doubt about a percent between 0 and 1; none about another.
pub fn small_percent(percent: f64, place: &Place) -> Option<Diagnostic> {
    (percent > 0.0 && percent < 1.0).then(|| {
        // As short as they can be written: the product has no dust of floats.
        let written = |number: f64| ((number * 1e6).round() / 1e6).to_string().replace('.', ",");
        let (read, meant) = (written(percent), written(percent * 100.0));
        Diagnostic::warning(
            SMALL_PERCENT,
            place.clone(),
            format!("Ce nombre est en pour cent : il vaut {read} %, et non {meant} %."),
        )
        .help(format!(
            "Si vous vouliez {meant} %, écrivez {meant}. Sinon, laissez-le."
        ))
        .raw(read)
    })
}

same_schema!(Percent, Number);
same_schema!(Share, Number);
same_schema!(Rate, Number);

//! The numbers of a table of observations, as its own points and commas say how to read them.
//!
//! An indicator is read by its own numbers, then by those of the whole file, then by what the author says of it.

use super::layout::Layout;
use super::line::Line;
use crate::diagnostic::Diagnostics;
use crate::form::marks::without_marks;
use crate::form::separators::{Notation, Reading, Separators, Stake};
use crate::french::{Separation, apart, quoted, says_unit, separation};
use crate::load::Content;
use crate::model::{Identifier, Indicator};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What the numbers of a table tell, by indicator.
#[derive(Debug, Default)]
pub struct Numerals<'a> {
    of: BTreeMap<&'a Identifier, (Stake, Separators)>,
}

impl<'a> Numerals<'a> {
    /// Learns from every value of these lines, and tells what stays in doubt, once an indicator.
    pub fn learn(lines: &[Line<'a>], layout: &Layout, notation: Notation, diagnostics: &mut Diagnostics) -> Self {
        let columns = layout.values.columns();
        let mut whole = Separators::declared(notation.decimal);
        let mut of: BTreeMap<&Identifier, (Stake, Separators)> = BTreeMap::new();
        for line in lines {
            for cell in columns.iter().filter_map(|column| line.cell(*column)) {
                let Content::Text(text) = &cell.content else { continue };
                let (stake, own) = of
                    .entry(&line.indicator.id)
                    .or_insert_with(|| (stake(line.indicator), Separators::default()));
                let bare = without_marks(text).map_or(&**text, |(bare, _)| bare);
                if is_told_elsewhere(bare, line.indicator) {
                    continue;
                }
                own.learn(bare, *stake, Some(&cell.place));
                whole.learn(bare, *stake, None);
            }
        }
        for (id, (stake, own)) in &mut of {
            *own = std::mem::take(own).among(&whole);
            let what = format!("les valeurs de {}", quoted(id.as_str()));
            diagnostics.extend(own.doubt(&what, *stake, notation));
        }
        Numerals { of }
    }

    /// The text of a value without the signs that group its thousands.
    pub fn plain<'t>(&self, indicator: &Indicator, text: &'t str) -> Cow<'t, str> {
        match self.of.get(&indicator.id) {
            Some((stake, own)) => own.plain(text, *stake),
            None => Cow::Borrowed(text),
        }
    }

    /// The ways in which a value may be read.
    pub fn readings(&self, indicator: &Indicator, text: &str) -> Vec<Reading> {
        match self.of.get(&indicator.id) {
            Some((stake, own)) => own.readings(text, *stake),
            None => Separators::default().readings(text, stake(indicator)),
        }
    }
}

/// Whether nothing but its own fault, which gives both readings, is to be told of a number: it has another unit.
fn is_told_elsewhere(text: &str, indicator: &Indicator) -> bool {
    let (_, unit) = apart(text);
    let either = |sign| separation(text, sign) == Some(Separation::Either);
    !unit.is_empty() && !says_unit(unit, &indicator.unit) && (either('.') || either(','))
}

fn stake(indicator: &Indicator) -> Stake {
    Stake::of(&indicator.unit, indicator.precision == 0)
}

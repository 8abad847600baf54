//! What all the cells of a column tell of each of them: whether it is of numbers, and in which notation.
//!
//! A number with its unit is a text here: who reads the column does not know in which unit it is due, and a text keeps it. It decides
//! nothing of what the numbers mean. One cell alone is `number`.

use super::absence::absence;
use super::marks::without_marks;
use super::number::{integer, number};
use super::separators::{Notation, Separators, Stake};
use crate::diagnostic::{Diagnostic, Place};
use crate::french::{Separation, apart, is_dash, is_unit, quoted, read_number, separation};

/// What all the cells of a column tell of each of them, learnt before the first one is kept.
///
/// A code that begins by a zero (`01004`) is no number, and a single word makes a column of words.
#[derive(Clone, Debug, Default)]
pub struct ColumnEvidence {
    numbers: usize,
    separators: Separators,
    /// Numbers that have decimals, or that a 64-bit integer does not hold.
    decimals: usize,
    /// Those of which one sign may be either.
    doubtful: usize,
    words: usize,
    /// The first cell that is neither a number nor an absence.
    word: Option<(String, Place)>,
    /// The first of them that has no digit: no code has none.
    remark: Option<(String, Place)>,
    /// The first of them that is a number with a unit or a mark: « 9,5 t », « 12 (p) ».
    quantity: Option<(String, Place)>,
    /// The last word that stood for a missing value.
    absence: Option<String>,
    /// The first cell that is empty, or has such a word.
    missing: Option<Place>,
}

/// A column in which numbers are not all alone.
pub struct Mixture<'a> {
    /// The cell that is no number, and where it stands.
    pub text: &'a str,
    pub place: &'a Place,
    pub count: usize,
    /// It is a number with a unit or a mark, and no code.
    pub is_quantity: bool,
}

/// Whether a text is a number, then a unit that is known or the mark of a status.
fn is_quantity(text: &str) -> bool {
    // Nearly every word of a table begins by a letter.
    if !text.starts_with(|first: char| first.is_ascii_digit() || is_dash(first) || matches!(first, '+' | '.' | ',')) {
        return false;
    }
    let (_, rest) = apart(text);
    let bare = without_marks(text).map(|(bare, _)| bare);
    rest == "%" || is_unit(rest) || bare.is_some_and(|bare| read_number(bare).is_ok())
}

impl ColumnEvidence {
    /// Takes one more cell into account.
    pub fn learn(&mut self, text: &str, place: &Place) {
        let text = text.trim();
        if text.is_empty() {
            self.missing.get_or_insert_with(|| place.clone());
            return;
        }
        match number(text) {
            Some(number) => {
                self.numbers += 1;
                let either = ['.', ',']
                    .iter()
                    .any(|sign| separation(text, *sign) == Some(Separation::Either));
                self.doubtful += usize::from(either);
                self.decimals += usize::from(!either && integer(number).is_none());
                self.separators.learn(text, Stake::Measure, Some(place));
            }
            None if absence(text).is_some() => {
                self.missing.get_or_insert_with(|| place.clone());
                self.absence = Some(text.to_owned());
            }
            None => {
                self.words += 1;
                let said = || (text.to_owned(), place.clone());
                self.word.get_or_insert_with(said);
                if self.remark.is_none() && !text.contains(|sign: char| sign.is_ascii_digit()) {
                    self.remark = Some(said());
                }
                if self.quantity.is_none() && is_quantity(text) {
                    self.quantity = Some(said());
                }
            }
        }
    }

    /// The first word of a column that has numbers, whether these have a unit or a mark, and how many words there are.
    pub fn mixed(&self) -> Option<Mixture<'_>> {
        let word = self.word.as_ref().filter(|_| self.numbers > 0);
        // « néant » in a column of numbers: a few words among them, and none is a code.
        let remark = self.remark.as_ref().filter(|_| self.numbers >= self.words);
        let quantity = self.quantity.as_ref().or(remark);
        let (text, place) = quantity.or(word)?;
        Some(Mixture {
            text,
            place,
            count: self.words,
            is_quantity: quantity.is_some(),
        })
    }

    /// Whether every value of the column is a number.
    pub fn is_numeric(&self) -> bool {
        self.numbers > 0 && self.words == 0
    }

    /// Whether a 64-bit integer holds every one of them.
    pub fn is_integral(&self) -> bool {
        self.decimals == 0 && (self.doubtful == 0 || self.separators.group(Stake::Measure))
    }

    /// The doubt that its numbers leave on their points and commas.
    pub fn doubt(&self, column: &str) -> Option<Diagnostic> {
        let what = format!("la colonne {}", quoted(column));
        self.is_numeric()
            .then(|| self.separators.doubt(&what, Stake::Measure, Notation::default()))?
    }

    /// Where the first value is missing, and the last word that says so, where one does.
    pub fn missing(self) -> Option<(Place, Option<String>)> {
        Some((self.missing?, self.absence))
    }

    /// The number of a cell of this column; none for an absence.
    pub fn number(&self, text: &str) -> Option<f64> {
        self.is_numeric()
            .then(|| number(&self.separators.plain(text, Stake::Measure)))?
    }

    /// The integer of a cell of a column of integers.
    pub fn integer(&self, text: &str) -> Option<i64> {
        self.number(text).and_then(integer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_of_numbers_where_every_value_is_one() {
        let learnt = |cells: &[&str]| {
            let mut evidence = ColumnEvidence::default();
            cells
                .iter()
                .for_each(|cell| evidence.learn(cell, &Place::line("data/sources/a.csv", 2, 0)));
            evidence
        };
        let mixed = learnt(&["1 234,5", "1.5", "S", ""]);
        assert_eq!((mixed.number("1,5"), mixed.number("s")), (Some(1.5), None));
        let place = Place::line("data/sources/a.csv", 2, 0);
        assert_eq!(mixed.missing(), Some((place, Some("S".to_owned()))));
        assert!(learnt(&["2023", "—"]).is_integral());
        assert!(!learnt(&["01004", "38185"]).is_numeric());
        let thousands = learnt(&["987.654", "1.004.310"]);
        assert_eq!(
            (thousands.is_integral(), thousands.integer("987.654")),
            (true, Some(987_654))
        );
        let doubtful = learnt(&["58.900"]);
        assert!(!doubtful.is_integral() && doubtful.doubt("mwh").is_some());
    }

    #[test]
    fn a_number_with_a_unit_or_a_mark_makes_a_column_of_texts_that_are_quantities() {
        let learnt = |cells: &[&str]| {
            let mut evidence = ColumnEvidence::default();
            cells
                .iter()
                .for_each(|cell| evidence.learn(cell, &Place::line("data/sources/a.csv", 2, 0)));
            let mixed = evidence.mixed().map(|mixed| (mixed.text.to_owned(), mixed.is_quantity));
            (evidence.is_numeric(), mixed)
        };
        let quantity = |text: &str| (false, Some((text.to_owned(), true)));
        assert_eq!(learnt(&["9500 kg", "10000 kg"]), quantity("9500 kg"));
        assert_eq!(learnt(&["12", "13 (p)"]), quantity("13 (p)"));
        assert_eq!(learnt(&["12", "x", "13 %"]), quantity("13 %"));
        assert_eq!(learnt(&["38185", "2A004"]), (false, Some(("2A004".to_owned(), false))));
        assert_eq!(learnt(&["9", "néant", "10"]), quantity("néant"));
        assert_eq!(learnt(&["A3", "B7"]), (false, None));
        assert_eq!(
            learnt(&["Nord", "Sud", "2024"]),
            (false, Some(("Nord".to_owned(), false)))
        );
    }
}

//! What all the cells of a column tell of each of them: whether it is of numbers, in which notation and in which unit.
//!
//! It decides nothing of what the numbers mean. One cell alone is `number`.

use super::absence::absence;
use super::number::{integer, number};
use super::separators::{Notation, Separators, Stake};
use crate::diagnostic::{Diagnostic, Place};
use crate::french::{Separation, apart, is_same_unit, is_unit, quoted, separation, titled};

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
    absences: usize,
    absence: String,
    /// The unit that its title says, else that of its first number that has one.
    unit: Option<String>,
    is_titled: bool,
    /// Numbers that have this unit, and the first of them.
    united: usize,
    first_united: Option<(String, Place)>,
}

impl ColumnEvidence {
    /// A column of this title, of which nothing is known yet.
    pub fn of(title: &str) -> Self {
        let unit = titled(title).map(|(_, unit)| unit.to_owned());
        ColumnEvidence {
            is_titled: unit.is_some(),
            unit,
            ..ColumnEvidence::default()
        }
    }

    /// Takes one more cell into account.
    pub fn learn(&mut self, text: &str, place: &Place) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match self.taken(text, place) {
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
                self.absences += 1;
                self.absence = text.to_owned();
            }
            None => {
                self.words += 1;
                self.word.get_or_insert_with(|| (text.to_owned(), place.clone()));
            }
        }
    }

    /// The number of a cell, alone or followed by the unit of the column: `813 349,72 €` under others in euros.
    ///
    /// A percentage is left: 12,5 % is 12,5 for who reads shares of a hundred, and 0,125 for a spreadsheet.
    fn taken(&mut self, text: &str, place: &Place) -> Option<f64> {
        let (alone, said) = apart(text);
        if said.is_empty() || said == "%" || !is_unit(said) {
            return number(text);
        }
        let unit = self.unit.get_or_insert_with(|| said.to_owned());
        let found = number(alone).filter(|_| is_same_unit(unit, said))?;
        self.united += 1;
        self.first_united
            .get_or_insert_with(|| (text.to_owned(), place.clone()));
        Some(found)
    }

    /// Whether its numbers are in one unit: a bare one is in that of the title, or in euros among euros.
    fn is_of_one_unit(&self) -> bool {
        let said = self.is_titled || self.unit.as_deref().is_some_and(|unit| is_same_unit(unit, "€"));
        self.united == 0 || self.united == self.numbers || said
    }

    /// The first word of a column of which the other values are numbers, and how many there are.
    pub fn mixed(&self) -> Option<(&str, &Place, usize)> {
        let united = self.first_united.as_ref().filter(|_| !self.is_of_one_unit());
        let (word, place) = self.word.as_ref().or(united).filter(|_| self.numbers > 0)?;
        let united = united.map_or(0, |_| self.united);
        Some((word, place, self.words + united))
    }

    /// Whether every value of the column is a number.
    pub fn is_numeric(&self) -> bool {
        self.numbers > 0 && self.words == 0 && self.is_of_one_unit()
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

    /// The last word that stood for a missing value, and how many did.
    pub fn absences(self) -> Option<(String, usize)> {
        (self.absences > 0).then_some((self.absence, self.absences))
    }

    /// The number of a cell of this column; none for an absence.
    pub fn number(&self, text: &str) -> Option<f64> {
        let text = match self.united {
            0 => text,
            _ => apart(text).0,
        };
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
        assert_eq!(mixed.absences(), Some(("S".to_owned(), 1)));
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
    fn numbers_that_have_one_unit_are_numbers_and_those_that_have_two_are_none() {
        let learnt = |title: &str, cells: &[&str]| {
            let mut evidence = ColumnEvidence::of(title);
            cells
                .iter()
                .for_each(|cell| evidence.learn(cell, &Place::line("data/sources/a.csv", 2, 0)));
            evidence
        };
        let euros = learnt("montant", &["813 349,72 €", "12 euros", "5", "n.d."]);
        assert_eq!(
            (euros.number("813 349,72 €"), euros.number("5")),
            (Some(813_349.72), Some(5.0))
        );
        assert!(learnt("eau", &["12 m3", "1.250 m³"]).is_numeric());
        assert!(learnt("eau (m³)", &["12", "13 m3"]).is_numeric());
        for (title, cells, word) in [
            ("eau", &["12", "13 m3"][..], "13 m3"),
            ("montant", &["12 €", "13 k€"], "13 k€"),
            ("montant (k€)", &["12", "13 €"], "13 €"),
            ("part", &["12", "13 %"], "13 %"),
        ] {
            let learnt = learnt(title, cells);
            let mixed = learnt.mixed().map(|(word, _, count)| (word, count));
            assert_eq!(
                (learnt.is_numeric(), mixed),
                (false, Some((word, 1))),
                "{title} {cells:?}"
            );
        }
    }
}

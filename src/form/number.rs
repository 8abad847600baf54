//! The numbers of a table: one cell with what its whole column tells, and amounts of money.
//!
//! How a number is written is known to `french`; here stands what people leave around it in a table.

use super::absence::absence;
use super::separators::{Notation, Reading, Separators, Stake};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{Separation, apart, converted, is_dash, is_one_dash, quoted, read_number, separation};
use crate::model::{Money, MoneyFault};

/// A text that is not a number.
pub const NOT_NUMBER: Code = Code("M026");

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
}

impl ColumnEvidence {
    /// Takes one more cell into account.
    pub fn learn(&mut self, text: &str, place: &Place) {
        let text = text.trim();
        if text.is_empty() {
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
                self.absences += 1;
                self.absence = text.to_owned();
            }
            None => {
                self.words += 1;
                self.word.get_or_insert_with(|| (text.to_owned(), place.clone()));
            }
        }
    }

    /// The first word of a column of which the other values are numbers, and how many there are.
    pub fn mixed(&self) -> Option<(&str, &Place, usize)> {
        let (word, place) = self.word.as_ref().filter(|_| self.numbers > 0)?;
        Some((word, place, self.words))
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

    /// The last word that stood for a missing value, and how many did.
    pub fn absences(self) -> Option<(String, usize)> {
        (self.absences > 0).then_some((self.absence, self.absences))
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

/// An amount as people leave it in a table: `1 234,50 €`; none where the cell is blank or has the dash of an account.
///
/// A word (`n.d.`, `nc`, `secret`) is no amount: an account has no missing line, and the total would be short in silence.
///
/// # Errors
/// The reason why the text is no amount.
pub fn money(text: &str) -> Result<Option<Money>, MoneyFault> {
    let text = euros(text);
    match text.is_empty() || is_one_dash(text) {
        true => Ok(None),
        false => Money::parse(text).map(Some),
    }
}

/// An amount without the name of its unit, which says nothing more.
pub fn euros(text: &str) -> &str {
    let text = text.trim();
    let named = ["€", "euros", "euro", "EUR"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit));
    named.unwrap_or(text).trim_end()
}

/// The next gesture for a text that is no amount: obeyed to the letter, it gives the amount that was meant.
pub fn money_help(text: &str) -> String {
    let readings = Separators::default().readings(text, Stake::Measure);
    match in_unit(&readings, "€") {
        Some(euros) => format!("Écrivez {euros} : les montants sont en euros."),
        None => {
            "Écrivez des euros et des centimes (1 234,50) ; laissez la case vide si le montant n’existe pas.".to_owned()
        }
    }
}

/// What is to be written in a unit for a number that has another, quoted, each reading with its condition; none where
/// one is not of the kind of the other.
pub fn in_unit(readings: &[Reading], unit: &str) -> Option<String> {
    let written = readings.iter().map(|reading| {
        let (number, rest) = apart(&reading.text);
        let converted = converted(number, rest, unit).filter(|_| !rest.is_empty())?;
        Some(reading.quoting(&converted))
    });
    Some(written.collect::<Option<Vec<_>>>()?.join(" ou "))
}

fn number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(|sign| sign == '+' || is_dash(sign)).as_bytes();
    match digits {
        [b'0', next, ..] if next.is_ascii_digit() => None,
        _ => read_number(text).ok(),
    }
}

/// The integer of a text, its thousands grouped or not: « 60 000 ». A point or a comma may be of decimals: it is none.
pub fn whole(text: &str) -> Option<i64> {
    let alone = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '-' | '\'' | '’');
    let grouped = || read_number(text).ok().filter(|_| text.chars().all(alone));
    text.parse().ok().or_else(|| grouped().and_then(integer))
}

/// The integer a number is, where a 64-bit float holds it exactly.
fn integer(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9.0e15).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_the_sign_of_the_euro_or_say_that_there_is_nothing() {
        assert_eq!(money("1\u{202F}234,5\u{A0}€"), Ok(Some(Money::from_cents(123_450))));
        assert_eq!(money("15 000 euros"), Ok(Some(Money::from_cents(1_500_000))));
        assert_eq!(money("0"), Ok(Some(Money::ZERO)));
        for text in ["", " ", "-", "–", "€"] {
            assert_eq!(money(text), Ok(None), "{text}");
        }
        for text in ["n.d.", "nc", "ns", "s", "secret"] {
            assert_eq!(money(text), Err(MoneyFault::NotANumber), "{text}");
        }
        assert_eq!(money("12 k€"), Err(MoneyFault::NotANumber));
        assert!(money_help("12 k€").contains("12000"), "{}", money_help("12 k€"));
        assert!(!money_help("12 TTC").contains("12 "), "{}", money_help("12 TTC"));
    }

    #[test]
    fn the_amount_that_a_help_proposes_is_the_one_that_was_meant() {
        for (text, cents) in [
            ("12 k€", 1_200_000),
            ("1,5 M€", 150_000_000),
            ("-3 k€", -300_000),
            ("2 milliers d’euros", 200_000),
            ("12.500 k€", 1_250_000_000),
        ] {
            let help = money_help(text);
            let proposed = help.split(['«', '»']).nth(1).unwrap_or_else(|| panic!("{help}"));
            assert_eq!(money(proposed), Ok(Some(Money::from_cents(cents))), "{text}: {help}");
        }
        let both = money_help("12.500 k€");
        assert!(
            both.contains("«\u{A0}12500\u{A0}» s’il précède les décimales"),
            "{both}"
        );
    }

    #[test]
    fn a_whole_number_may_have_its_thousands_apart() {
        for text in ["60000", "60 000", "60\u{A0}000", "60\u{202F}000", "60'000"] {
            assert_eq!(whole(text), Some(60_000), "{text}");
        }
        for text in ["60.000", "60,000", "6e4", "60 00", "60 000 habitants", ""] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

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
}

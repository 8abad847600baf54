//! The sign that stands before the decimals of the numbers of a file, where its author says it.

use super::vocabulary::vocabulary;

/// The other sign stands between thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalSign {
    Point,
    Comma,
}

vocabulary!(DecimalSign {
    Point => "point", "point";
    Comma => "virgule", "virgule";
});

impl DecimalSign {
    pub fn sign(self) -> char {
        match self {
            DecimalSign::Point => '.',
            DecimalSign::Comma => ',',
        }
    }

    pub fn other(self) -> Self {
        match self {
            DecimalSign::Point => DecimalSign::Comma,
            DecimalSign::Comma => DecimalSign::Point,
        }
    }
}

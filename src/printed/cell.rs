//! One cell of a printed table: what a machine reads, and what a person reads.

use crate::french;
use crate::model::{Anchor, Money, ShownStatus, Status};

/// What is printed where there is nothing.
const NOTHING: &str = "–";

/// A value and its words; both say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub raw: Raw,
    /// In French, at the precision of a page.
    pub words: String,
    /// What qualifies the value, beside it: `ex.`.
    pub mark: Option<String>,
    /// What is said of it, on a line of its own: a share, a reason.
    pub under: Option<String>,
    /// The label of the sheet that it names.
    pub label: Option<Anchor>,
    /// The key of the status whose shape stands before the words.
    pub look: Option<&'static str>,
}

/// What data files hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Raw {
    /// There is no value; the words say why.
    #[default]
    Absent,
    /// Also a key: the words are then its label.
    Text(String),
    /// A text of digits, whose leading zero counts.
    Code(String),
    Flag(bool),
    Whole(i64),
    Number(f64),
    Money(Money),
    /// A status, of which a page draws the shape: [`Cell::look`].
    Status(Status),
}

impl Default for Cell {
    /// Nothing: a dash on a page, an empty cell in a file.
    fn default() -> Self {
        Cell::absent(NOTHING)
    }
}

impl Cell {
    fn new(raw: Raw, words: impl Into<String>) -> Self {
        Cell {
            raw,
            words: words.into(),
            mark: None,
            under: None,
            label: None,
            look: None,
        }
    }

    /// No value, and why: `n.d.`, `secret`.
    pub fn absent(words: &str) -> Self {
        Cell::new(Raw::Absent, words)
    }

    /// What the author wrote, with its French spaces on a page.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let words = french::punctuate(&text);
        Cell::new(Raw::Text(text), words)
    }

    /// A key of the files, a label of the pages.
    pub fn key(key: impl Into<String>, label: impl Into<String>) -> Self {
        Cell::new(Raw::Text(key.into()), label)
    }

    /// A code of a nomenclature.
    pub fn code(code: impl Into<String>) -> Self {
        let code = code.into();
        Cell::new(Raw::Code(code.clone()), code)
    }

    /// A year, a rank, a code: its digits, ungrouped.
    pub fn whole(number: impl Into<i64>) -> Self {
        let number = number.into();
        Cell::new(Raw::Whole(number), number.to_string())
    }

    /// A number without its unit, rounded on the page only.
    pub fn number(value: f64, decimals: usize) -> Self {
        Cell::new(Raw::Number(value), french::number(value, decimals))
    }

    /// To the cent, without the sign of the euro.
    pub fn money(amount: Money) -> Self {
        Cell::new(Raw::Money(amount), french::cents(amount.cents()))
    }

    /// In whole euros on the page, to the cent in the files.
    pub fn euros(amount: Money) -> Self {
        Cell::new(Raw::Money(amount), french::whole(amount.euros()))
    }

    /// `oui`, or nothing.
    pub fn flag(flag: bool) -> Self {
        Cell::new(Raw::Flag(flag), if flag { "oui" } else { "" })
    }

    /// A status, as it is shown.
    pub fn status(status: Status, shown: ShownStatus) -> Self {
        Cell {
            look: Some(shown.key),
            ..Cell::new(Raw::Status(status), shown.label)
        }
    }

    /// The same value in other words.
    pub fn said(self, words: impl Into<String>) -> Self {
        Cell {
            words: words.into(),
            ..self
        }
    }

    pub fn marked(self, mark: Option<String>) -> Self {
        Cell { mark, ..self }
    }

    pub fn over(self, under: Option<String>) -> Self {
        Cell { under, ..self }
    }

    /// Names the sheet of this label.
    pub fn naming(self, label: Anchor) -> Self {
        Cell {
            label: Some(label),
            ..self
        }
    }
}

/// What a type is in a table, where nothing else is said.
macro_rules! cells {
    ($($from:ty => $cell:expr),+ $(,)?) => {
        $(impl From<$from> for Cell {
            fn from(value: $from) -> Self {
                $cell(value)
            }
        })+
    };
}

cells!(
    &str => Cell::text,
    String => Cell::text,
    bool => Cell::flag,
    u8 => Cell::whole,
    u32 => Cell::whole,
    i32 => Cell::whole,
    Money => Cell::money,
    Status => |status: Status| Cell::status(status, status.word()),
);

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or_else(Cell::default, Into::into)
    }
}

/// A part of a whole in %, to the nearest tenth, computed on the cents; none where the whole is not positive.
pub fn percent_of(part: Money, whole: Money) -> Option<String> {
    Some(french::quantity(part.thousandths_of(whole)? as f64 / 10.0, 1, "%"))
}

//! French as it is written: numbers, units, dates, punctuation; and French numbers as they are read.
//!
//! The one place of typography, for charts as for text. It knows nothing of indicators.

mod agreement;
mod number;
mod cents;
mod count;
mod reading;
mod date;
mod holiday;
mod duration;
mod numeral;
mod person;
mod punctuation;
mod ratio;
mod quotation;
mod list;
mod reference;
mod separator;
mod titled;
mod unit_text;
mod unit;
mod conversion;
mod words;
mod whole;

pub use agreement::agreed;
pub use cents::{cents, whole};
pub use conversion::converted;
pub use count::is_count;
pub use date::{date, hour, month, read_date, read_month, year_of_date};
pub use duration::duration;
pub use holiday::{day_off, weekday};
pub use list::{list, plural, years};
pub use number::{decimals_for_ticks, difference, is_percentage, number, quantity, signed, signed_quantity};
pub use numeral::date_in_full;
pub use person::{holds_address, names_people, reaches_someone};
pub use punctuation::punctuate;
pub use quotation::bounded;
pub use ratio::{is_ratio, never_adds_up};
pub use reading::{Decimal, NumberFault, decimal, has_no_width, is_dash, read_number};
pub use reference::bound;
pub use separator::{Separation, apart, separation, without_thousands};
pub use titled::{titled, unnumbered};
pub use unit::{is_same_unit, is_unit, leading as leading_unit, says_unit};
pub use unit_text::bare as bare_unit;
pub use whole::{
    Whole, may_be_the_whole_of_others, may_be_whole as may_name_a_whole, names_what_is_included, whole as names_a_whole,
};
pub use words::{
    capital, folded, is_one_dash, is_unseen, label, meant, name, nearest, question, quoted, shortened, suggestion,
    without_capital,
};

/// Groups thousands, and stands before `;`, `!`, `?` and `%`.
pub const NARROW_NO_BREAK_SPACE: char = '\u{202F}';
/// Stands before `:`, before a unit, and inside guillemets.
pub const NO_BREAK_SPACE: char = '\u{00A0}';
/// The sign of a negative number, as wide as the plus.
pub const MINUS: char = '\u{2212}';

//! The day on which a text of the law was read: neither to come, nor older than the number that it confirms.
//!
//! « To come » is after the day for which the document is made: nothing here reads the clock.

use crate::diagnostic::{Code, Diagnostics, Placed};
use crate::french::{self, quoted};
use jiff::civil::Date;

/// A day of reading that cannot be: after the document that rests on it, or before the number that it confirms.
const READ_WHEN: Code = Code("M089");
/// The day of a reading; none, and a fault, where it is after the day for which the document is made.
pub fn read_by(day: Placed<Date>, on: Option<Date>, diagnostics: &mut Diagnostics) -> Option<Date> {
    if let Some(on) = on.filter(|on| day.value > *on) {
        let message = format!(
            "« lu_le » dit le {}, après le {}, la date pour laquelle le document est fait.",
            french::date(day.value),
            french::date(on)
        );
        let help = "Écrivez le jour où le texte a vraiment été lu, ou avancez « date_document ».";
        diagnostics.push(day.error(READ_WHEN, message).help(help));
        return None;
    }
    Some(day.value)
}

/// The same, of a text whose number may have changed after `last`: only a later reading confirms it.
pub fn after_number(
    id: &str,
    day: Placed<Date>,
    last: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> Option<Placed<Date>> {
    if let Some(last) = last.filter(|last| day.value <= *last) {
        let message = format!(
            "Le texte {} a été lu le {}, quand sa numérotation pouvait encore changer (jusqu’au {}).",
            quoted(id),
            french::date(day.value),
            french::date(last)
        );
        let help = "Relisez-le tel qu’il est en vigueur à la date de la séance, et écrivez le jour de cette lecture.";
        diagnostics.push(day.error(READ_WHEN, message).help(help));
        return None;
    }
    Some(day)
}

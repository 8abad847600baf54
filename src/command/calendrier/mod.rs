//! `calendrier`: the plan back from the vote of the budget, as a table, as JSON, or as a file for a diary.

mod ics;
mod json;
mod table;

use super::arguments::Calendar;
use super::named::{self, Named};
use super::{Failure, messages, screen, writer};

/// The plan for a diary.
const DIARY: Named = Named {
    option: "--ics",
    usual: "rapport-2026.ics",
    what: "un calendrier",
    is_one: |content| content.trim_ascii_start().starts_with(b"BEGIN:VCALENDAR"),
};

/// Prints the plan, and writes the iCalendar file where one is asked for.
pub fn calendrier(arguments: &Calendar) -> Result<(), Failure> {
    let outcome = crate::calendar(&arguments.project.options(), arguments.vote)?;
    messages::about(&outcome.diagnostics, &["data/rapport.yaml", "data/referentiels"]);
    let Some(calendar) = &outcome.computed else {
        return Err(Failure::Author);
    };
    if let Some(path) = &arguments.ics {
        let writer = writer::writer("calendrier", arguments.writing.date);
        named::write(path, &DIARY, ics::file(calendar).into_bytes(), &writer)?;
        screen::say(&format!("Écrit : {}", path.display()));
    }
    if arguments.json {
        screen::json(&json::json(calendar))?;
    } else {
        match arguments.ics {
            Some(_) => screen::report(&table::text(calendar, screen::width()))?,
            None => screen::print(&table::text(calendar, screen::width()))?,
        }
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    Ok(())
}

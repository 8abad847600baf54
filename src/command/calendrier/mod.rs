//! `calendrier`: the plan back from the vote of the budget, as a table, as JSON, or as a file for a diary.

mod ics;
mod json;
mod table;

use super::arguments::Calendar;
use super::{Failure, messages, screen};

/// Prints the plan, and writes the iCalendar file where one is asked for.
pub fn calendrier(arguments: &Calendar) -> Result<(), Failure> {
    let outcome = crate::calendar(&arguments.project.options(), arguments.vote)?;
    messages::print(&outcome.diagnostics);
    let Some(calendar) = &outcome.computed else {
        return Err(Failure::Author);
    };
    if let Some(path) = &arguments.ics {
        fs_err::write(path, ics::file(calendar))?;
        eprintln!("Écrit : {}", path.display());
    }
    if arguments.json {
        println!("{}", json::json(calendar));
    } else {
        print!("{}", table::text(calendar, screen::width()));
    }
    if outcome.diagnostics.has_errors() {
        return Err(Failure::Author);
    }
    Ok(())
}

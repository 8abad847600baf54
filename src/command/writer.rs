//! Who writes, and when: the one place of the program that asks the machine for the date.
//!
//! Locks, journals and names of what is kept hold it; no publication ever does.

use crate::{Road, Writer};
use jiff::civil::{Date, DateTime};

/// Says no to the exchange of names, for a disk where it would misbehave: the journal alone is followed then.
const EXCHANGE: &str = "MILLESIME_ECHANGE";

/// This process and its moment, for a command; `date` replaces that of the machine.
pub fn writer(command: &str, date: Option<Date>) -> Writer {
    let moment = date.map_or_else(now, |date| date.at(0, 0, 0, 0));
    let exchanged = std::env::var_os(EXCHANGE).is_none_or(|word| word != "non");
    Writer {
        command: command.to_owned(),
        user: named(&["USER", "LOGNAME", "USERNAME"]),
        machine: machine(),
        process: std::process::id(),
        moment: moment.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        road: if exchanged { Road::Exchange } else { Road::Journal },
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the date of a journal, which no publication reads"
)]
fn now() -> DateTime {
    jiff::ZonedDateTime::now().datetime()
}

/// The name of the machine, as its system gives it without being asked by a command.
fn machine() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|path| fs_err::read_to_string(path).ok())
        .map(|name| name.trim().to_owned())
        .unwrap_or_else(|| named(&["COMPUTERNAME", "HOSTNAME"]))
}

fn named(variables: &[&str]) -> String {
    variables
        .iter()
        .find_map(|variable| std::env::var(variable).ok())
        .unwrap_or_default()
}

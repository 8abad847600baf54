//! The plan as an iCalendar file (RFC 5545): one all-day event a step, the same bytes at each run.
//!
//! No clock: every event is stamped with the date of the document.

use crate::assess::PlannedStep;
use crate::french;
use crate::run::ComputedCalendar;
use jiff::civil::Date;

/// A line of the file holds no more octets than this, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

pub fn file(calendar: &ComputedCalendar) -> String {
    let settings = &calendar.settings;
    let name = format!("Rapport {}, {}", settings.edition, settings.community.name);
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Millesime//calendrier//FR",
        "CALSCALE:GREGORIAN",
    ] {
        push(&mut file, line);
    }
    push(&mut file, &format!("X-WR-CALNAME:{}", escaped(&name)));
    for step in &calendar.plan.steps {
        event(&mut file, step, calendar);
    }
    push(&mut file, "END:VCALENDAR");
    file
}

fn event(file: &mut String, step: &PlannedStep, calendar: &ComputedCalendar) {
    let settings = &calendar.settings;
    let planned = if step.planned { "" } else { " (proposé)" };
    let summary = format!("{}{planned}", french::capital(step.step.label()));
    let note = if step.note.is_empty() {
        String::new()
    } else {
        format!("\n{}", step.note)
    };
    let identity = format!("{}-{}-{}", step.step.key(), settings.edition, settings.community.siren);
    let stamp = format!("{}T000000Z", compact(settings.document_date));
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{identity}@millesime"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", compact(step.day)),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&format!("{}{note}", step.told_origin()))),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    for line in lines {
        push(file, &line);
    }
}

/// `20270205`.
fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text value: backslash, semicolon, comma and end of line are written by their escapes (3.3.11).
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            other if other.is_control() => {}
            other => written.push(other),
        }
    }
    written
}

/// A content line, folded on the boundary of a character where it is too long, ended by CRLF.
fn push(file: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(line: &str) -> String {
        let mut file = String::new();
        push(&mut file, line);
        file
    }

    /// What a reader of the file makes of it: lines unfolded, escapes undone.
    fn read(file: &str) -> String {
        let line = file.trim_end_matches("\r\n").replace("\r\n ", "");
        let mut text = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                other => text.push(other),
            }
        }
        text
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let line = format!("SUMMARY:{}", "é".repeat(60));
        let folded = folded(&line);
        assert_eq!(folded.matches("\r\n").count(), 2);
        assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
        assert_eq!(read(&folded), line);
    }

    #[test]
    fn separators_are_escaped() {
        assert_eq!(escaped("a, b ; c\\d\ne\r"), "a\\, b \\; c\\\\d\\ne");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_and_no_line_is_too_long(text in "[a-zéœ€𝄞,;\\\\\\n ’]{0,300}") {
            let file = folded(&escaped(&text));
            prop_assert!(file.ends_with("\r\n"));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
            prop_assert_eq!(read(&file), text);
        }
    }
}

//! Where each line of a rendered template came from, so that a fault of Typst is placed in the template.
//!
//! Lines of a template are marked before minijinja reads it, and the marks are taken out of what it prints.
//! A mark is made of private-use characters, which no printed value can hold (see `literal`).

use std::sync::Arc;

const OPENING: char = '\u{E000}';
const CLOSING: char = '\u{E001}';

/// A generated text, and for each of its lines the file and line of the author that it came from.
#[derive(Default)]
pub struct Traced {
    pub text: String,
    pub lines: Vec<(Arc<str>, u32)>,
}

/// The template with a mark before the first character of each line that prints something of its own.
///
/// Nothing is marked inside a tag, before a statement or before a tag that trims the space before it:
/// a mark must not change what minijinja trims.
pub fn mark(template: &str, rank: usize) -> String {
    let mut marked = String::with_capacity(template.len() * 2);
    let mut inside: Option<&str> = None;
    for (index, line) in template.split_inclusive('\n').enumerate() {
        let start = line.len() - line.trim_start().len();
        let (indent, rest) = line.split_at(start);
        marked.push_str(indent);
        let trims = ["{%", "{#", "{{-"].iter().any(|tag| rest.starts_with(tag));
        if inside.is_none() && !rest.is_empty() && !trims {
            marked.push_str(&format!("{OPENING}{rank}:{}{CLOSING}", index + 1));
        }
        marked.push_str(rest);
        inside = state_after(line, inside);
    }
    marked
}

/// The closing tag still awaited at the end of a line.
fn state_after(line: &str, mut inside: Option<&'static str>) -> Option<&'static str> {
    let mut rest = line;
    loop {
        match inside {
            Some(closing) => match rest.find(closing) {
                Some(at) => (inside, rest) = (None, &rest[at + 2..]),
                None => return inside,
            },
            None => match rest.find('{') {
                Some(at) => {
                    inside = match rest[at + 1..].chars().next() {
                        Some('{') => Some("}}"),
                        Some('%') => Some("%}"),
                        Some('#') => Some("#}"),
                        _ => None,
                    };
                    rest = &rest[at + if inside.is_some() { 2 } else { 1 }..];
                }
                None => return None,
            },
        }
    }
}

/// Takes the marks out; `files` are the templates by the rank given to [`mark`].
pub fn unmark(rendered: &str, files: &[Arc<str>]) -> Traced {
    let mut text = String::with_capacity(rendered.len());
    let mut lines = Vec::new();
    let mut last = (Arc::clone(&files[0]), 1);
    for line in rendered.split_inclusive('\n') {
        let mut first = None;
        let mut rest = line;
        while let Some((before, mark, after)) = next_mark(rest, files) {
            text.push_str(before);
            first.get_or_insert_with(|| mark.clone());
            last = mark;
            rest = after;
        }
        text.push_str(rest);
        lines.push(first.unwrap_or_else(|| last.clone()));
    }
    Traced { text, lines }
}

type Mark<'a> = (&'a str, (Arc<str>, u32), &'a str);

/// What stands before the next mark, the mark, and what follows it.
fn next_mark<'a>(text: &'a str, files: &[Arc<str>]) -> Option<Mark<'a>> {
    let opening = text.find(OPENING)?;
    let body = &text[opening + OPENING.len_utf8()..];
    let closing = body.find(CLOSING)?;
    let (rank, line) = body[..closing].split_once(':')?;
    let file = files.get(rank.parse::<usize>().ok()?)?;
    let place = (Arc::clone(file), line.parse().ok()?);
    Some((&text[..opening], place, &body[closing + CLOSING.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_change_nothing_and_give_each_line_its_place() {
        let template = "a\n  {% if x %}\n  b {{ y }}\n{{ z\n  }} c\n{# d\n e #}\nf\n";
        let files = [Arc::from("un.jinja")];
        let unmarked = unmark(&mark(template, 0), &files);
        assert_eq!(unmarked.text, template);
        let lines: Vec<u32> = unmarked.lines.iter().map(|(_, line)| *line).collect();
        assert_eq!(lines, [1, 1, 3, 4, 4, 4, 4, 8]);
    }

    #[test]
    fn a_private_use_character_of_the_template_itself_stays() {
        let files = [Arc::from("un.jinja")];
        let template = "x \u{E000} y \u{E000}9:1\u{E001}";
        assert_eq!(unmark(&mark(template, 0), &files).text, template);
    }
}

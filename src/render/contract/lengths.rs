//! How long a `{{ … }}` or a `{% … %}` of a template may be: whoever parses it goes down one level a term.

use super::spot;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::render::template_faults::GRAMMAR;
use crate::render::templates::{EXTENSION, Templates};

/// Bytes of one tag: the longest of the program has two hundred.
const LONGEST: usize = 5_000;

/// Tells each tag of the project that is too long to be parsed; whether there is none.
pub fn is_readable(templates: &Templates, diagnostics: &mut Diagnostics) -> bool {
    let mut sound = true;
    for path in templates.overriding.iter().filter(|path| path.ends_with(EXTENSION)) {
        let text = &*templates.files[path];
        if let Some(opening) = too_long(text) {
            let message = format!("Une balise du modèle dépasse {LONGEST} caractères.");
            let help = "Partagez-la : un {% set … %} par étape, ou un modèle à part que celui-ci inclut.";
            diagnostics.push(Diagnostic::error(GRAMMAR, spot::place(path, text, opening), message).help(help));
            sound = false;
        }
    }
    sound
}

/// Where the first tag begins that does not end within the length.
fn too_long(text: &str) -> Option<usize> {
    let tags = text.match_indices('{').filter(|(at, _)| {
        let next = text.as_bytes().get(at + 1);
        matches!(next, Some(b'{' | b'%'))
    });
    let end = |at: usize| {
        let closing = ["}}", "%}"].iter().filter_map(|end| text[at..].find(end)).min();
        closing.unwrap_or(text.len() - at)
    };
    // A tag that is not closed is a fault of grammar, told as such where it is short.
    let mut searched = 0;
    for (at, _) in tags {
        if at < searched {
            continue;
        }
        let length = end(at);
        if length > LONGEST {
            return Some(at);
        }
        searched = at + length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::too_long;

    #[test]
    fn a_tag_is_measured_and_what_stands_between_two_is_not() {
        let chain = |terms: usize| format!("{{% set a = {} %}}", vec!["1"; terms].join(" ~ "));
        assert_eq!(too_long(&chain(100)), None);
        assert_eq!(too_long(&format!("abc{}", chain(20_000))), Some(3));
        assert_eq!(too_long(&format!("{{{{ a }}}}{}{{{{ b }}}}", "x".repeat(9_000))), None);
        assert_eq!(too_long(&format!("{{% if {}", "(".repeat(9_000))), Some(0));
    }
}

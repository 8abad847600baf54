//! Where a character of a text stands in the YAML file that holds it: a formula, a query, a comment.
//!
//! The place of a scalar is that of its first character, which is a quotation mark for a quoted one and
//! `|` or `>` for a block: the text of the file tells which.

use super::{Place, Placed, Spot};

impl Placed<String> {
    /// The place of the character at `offset` (from 0) in a file of this text; the start of the scalar where its shape
    /// hides it.
    pub fn inside(&self, offset: usize, file: Option<&str>) -> Place {
        let place = &self.place;
        let Spot::Line { line, column } = place.spot else {
            return place.clone();
        };
        let line_of = |line: u32| file.and_then(|text| text.lines().nth((line as usize).checked_sub(1)?));
        let before: String = self.value.chars().take(offset).collect();
        let row = count(before.matches('\n').count());
        let within = count(before.chars().rev().take_while(|&character| character != '\n').count());
        let at = |line: u32, column: u32| Place::line(place.file.clone(), line, column);

        let first = line_of(line).and_then(|text| text.chars().nth(column.saturating_sub(1) as usize));
        match first {
            Some('|') => {
                let line = line + 1 + row;
                let text = line_of(line).unwrap_or_default();
                let indent = count(text.chars().take_while(|&character| character == ' ').count());
                at(line, indent + within + 1)
            }
            Some('>') => place.clone(),
            Some('"' | '\'') => at(line, column + within + 1),
            _ if row > 0 => place.clone(),
            _ => at(line, column.max(1) + within),
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, formula: &str, line: u32, column: u32, offset: usize) -> String {
        let source = Placed::new(formula.to_owned(), Place::line("c.yaml", line, column));
        source.inside(offset, Some(text)).to_string()
    }

    #[test]
    fn the_shape_of_the_scalar_shifts_the_column() {
        assert_eq!(at("formule: a / b\n", "a / b", 1, 10, 4), "c.yaml:1:14");
        assert_eq!(at("formule: \"a / b\"\n", "a / b", 1, 10, 4), "c.yaml:1:15");
        assert_eq!(at("formule: |\n  a\n  / b\n", "a\n/ b\n", 1, 10, 4), "c.yaml:3:5");
        assert_eq!(at("formule: >\n  a\n  / b\n", "a / b\n", 1, 10, 4), "c.yaml:1:10");
    }
}

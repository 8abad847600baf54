//! Where something stands in a text that goes by: its line, and its column where it is not alone there.

/// A line of a file from 1, 0 for the file itself; and the column, 0 for the whole line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    pub line: u32,
    pub column: u32,
}

impl From<u32> for At {
    fn from(line: u32) -> Self {
        At { line, column: 0 }
    }
}

/// A place in a text that goes by.
#[derive(Default)]
pub(super) struct Position {
    /// Ends of line before it.
    pub lines: u32,
    /// Characters before it on its line.
    characters: u32,
    /// Whether one of them is no blank.
    filled: bool,
}

impl Position {
    pub fn pass(&mut self, text: &[u8]) {
        let held = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let ends = text.iter().filter(|byte| **byte == b'\n').count();
        let mut rest = text;
        if ends > 0 {
            let last = text.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
            rest = &text[last + 1..];
            *self = Position {
                lines: self.lines.saturating_add(held(ends)),
                ..Position::default()
            };
        }
        // A letter has one byte that goes on with no other.
        let letters = rest.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        self.characters = self.characters.saturating_add(held(letters));
        self.filled = self.filled || !rest.trim_ascii().is_empty();
    }

    /// The line, and the column of what is not alone there.
    pub fn at(&self) -> At {
        At {
            line: self.lines.saturating_add(1),
            column: if self.filled {
                self.characters.saturating_add(1)
            } else {
                0
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_alone_on_its_line_has_a_column_in_characters() {
        let mut here = Position::default();
        let mut at = |text: &str| {
            here.pass(text.as_bytes());
            (here.at().line, here.at().column)
        };
        assert_eq!(at("  "), (1, 0));
        assert_eq!(at("<é/>"), (1, 7));
        assert_eq!(at("\r\n\t"), (2, 0));
        assert_eq!(at("a\nb\nçà "), (4, 4));
    }
}

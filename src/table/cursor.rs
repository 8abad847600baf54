//! Where a byte of a text stands for whoever reads it: its line and its character, as an editor counts them.

/// Walks a text once, from byte to byte, counting lines and characters as an editor does.
pub(super) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    line: u32,
    column: u32,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Cursor {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    /// The line and column of a byte not before the last one asked for.
    pub fn advance(&mut self, offset: usize) -> (u32, u32) {
        for character in self.text[self.offset..offset].chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.offset = offset;
        (self.line, self.column)
    }
}

//! Lines of Typst code, each with the line of the author’s text that it says.
//!
//! Knows nothing of Markdown; data only enters through [`Writer::call_with_text`] and [`Writer::text`].

use crate::render::literal;

/// Code in the making.
#[derive(Default)]
pub struct Writer {
    pub code: String,
    pub lines: Vec<u32>,
    /// The author’s line that is being said.
    pub line: u32,
}

impl Writer {
    /// A line of code of our own; never holds data.
    pub fn put(&mut self, code: &str) {
        debug_assert!(!code.contains('\n'), "one line at a time");
        self.code.push_str(code);
        self.code.push('\n');
        self.lines.push(self.line);
    }

    /// `text("…")`.
    pub fn text(&mut self, text: &str) {
        self.put(&format!("text({})", literal::string(text)));
    }

    /// A piece of code around a string literal: `raw(` … `)`.
    pub fn call_with_text(&mut self, before: &str, text: &str, after: &str) {
        self.put(&format!("{before}{}{after}", literal::string(text)));
    }
}

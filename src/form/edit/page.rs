//! The lines of a text, each gesture at its place: what stands on the other lines is not touched.
//!
//! It knows how an entry is laid out, on lines of its own or between braces; whether the result says what was meant is read after.

use super::Found;

/// The lines of a text while they change.
pub(super) struct Page<'a> {
    pub lines: Vec<String>,
    pub found: &'a [Found],
    pub end: &'a str,
}

impl Page<'_> {
    pub fn set(&mut self, found: &Found, value: &str) -> Option<()> {
        let (from, to, quote) = self.scalar(found)?;
        self.lines[found.value.0].replace_range(from..to, &format!("{quote}{value}{quote}"));
        Some(())
    }

    pub fn remove(&mut self, found: &Found, remark: Option<&str>) -> Option<()> {
        let (line, column) = found.key?;
        if self.is_alone(line, column)? {
            let (indent, end) = (" ".repeat(column), self.end);
            let remark = remark.map(|remark| format!("{indent}# {remark}{end}"));
            self.lines.splice(line..self.below(found), remark);
            return Some(());
        }
        // Between braces, with the comma that follows it, or else the one before.
        let (_, mut to, _) = self.scalar(found)?;
        (found.value.0 == line).then_some(())?;
        let written = &self.lines[line];
        let mut from = byte(written, column)?;
        let after = &written[to..];
        match after.trim_start().strip_prefix(',') {
            Some(rest) => to = written.len() - rest.trim_start_matches(' ').len(),
            None => from = written[..from].trim_end().strip_suffix(',').map_or(from, str::len),
        }
        self.lines[line].replace_range(from..to, "");
        Some(())
    }

    pub fn add(&mut self, found: &Found, entry: &str) -> Option<()> {
        let (line, column) = found.key?;
        if self.opens_line(line, column)? {
            let below = self.below(found);
            self.close(below);
            let written = format!("{}{entry}{}", " ".repeat(column), self.end);
            self.lines.insert(below, written);
            return Some(());
        }
        let (_, to, _) = self.scalar(found)?;
        self.lines[found.value.0].insert_str(to, &format!(", {entry}"));
        Some(())
    }

    pub fn remark(&mut self, found: &Found, remarks: &[String]) -> Option<()> {
        let (line, column) = found.key?;
        let indent = " ".repeat(column + 2);
        let remarks = remarks.iter().map(|remark| format!("{indent}# {remark}{}", self.end));
        let remarks: Vec<String> = remarks.collect();
        self.close(line + 1);
        self.lines.splice(line + 1..line + 1, remarks);
        Some(())
    }

    /// Ends the line above one that is to be put in.
    fn close(&mut self, below: usize) {
        let end = self.end;
        if let Some(last) = self.lines[..below].last_mut().filter(|last| !last.ends_with('\n')) {
            last.push_str(end);
        }
    }

    /// Whether nothing but spaces stands before.
    fn is_alone(&self, line: usize, column: usize) -> Option<bool> {
        let before = self.lines.get(line)?.chars().take(column);
        Some(before.into_iter().all(|letter| letter == ' '))
    }

    /// Whether nothing but spaces and the sign of an item stands before.
    fn opens_line(&self, line: usize, column: usize) -> Option<bool> {
        let before = self.lines.get(line)?.chars().take(column);
        Some(before.into_iter().all(|letter| letter == ' ' || letter == '-'))
    }

    /// The line after the last one of an entry: blank lines and remarks that follow are of what comes next.
    fn below(&self, found: &Found) -> usize {
        let after = |other: &&Found| other.starts() > found.starts() && !other.path.starts_with(&found.path);
        let next = self.found.iter().find(after).map(|next| next.starts().0);
        let mut below = next.unwrap_or(self.lines.len());
        let is_aside = |line: &str| {
            let line = line.trim();
            line.is_empty() || line.starts_with('#') || line == "..." || line == "---"
        };
        while below > found.starts().0 + 1 && is_aside(&self.lines[below - 1]) {
            below -= 1;
        }
        below
    }

    /// The bytes of a scalar of one line, and the quote that it stands between.
    fn scalar(&self, found: &Found) -> Option<(usize, usize, &'static str)> {
        let text = found.text.as_ref()?;
        let written = self.lines.get(found.value.0)?;
        let from = byte(written, found.value.1)?;
        let rest = &written[from..];
        for quote in ["\"", "'"] {
            if let Some(inside) = rest.strip_prefix(quote) {
                return inside.find(quote).map(|length| (from, from + length + 2, quote));
            }
        }
        rest.starts_with(text.as_str()).then_some((from, from + text.len(), ""))
    }
}

/// The byte where a letter of a line begins.
fn byte(line: &str, letter: usize) -> Option<usize> {
    let ends = std::iter::once(line.len());
    line.char_indices().map(|(at, _)| at).chain(ends).nth(letter)
}

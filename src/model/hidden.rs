//! Which files of a project nobody wrote.

/// Whether a name is that of a dotfile, or of the mark that Excel leaves beside an open workbook.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

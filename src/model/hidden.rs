//! Which files of a project nobody wrote: those of a system, of a spreadsheet, of an editor.
//!
//! The one list of them: what is read, what is counted and what is told to be unread all ask it.

/// Names that systems give to what they leave in a folder, in small letters.
const SYSTEM: [&str; 8] = [
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
];

/// Whether a name is that of a dotfile, of what a system leaves, of the copy that an editor keeps, or of the mark beside an open
/// document (`~$nom.xlsx`, `~WRL0001.tmp`).
pub fn is_hidden(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_copy = lower.ends_with('~') || lower.starts_with("~wr") && lower.ends_with(".tmp");
    name.starts_with('.') || name.starts_with("~$") || is_copy || SYSTEM.contains(&lower.as_str())
}

/// Whether a program wrote this file beside one that it holds open: Excel and Word `~$nom.xlsx`, LibreOffice `.~lock.nom.ods#`.
pub fn is_open_mark(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.") && name.ends_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_wrote_is_known_by_its_name() {
        for name in [
            ".DS_Store",
            "._a.csv",
            "Thumbs.db",
            "THUMBS.DB",
            "desktop.ini",
            "~$a.xlsx",
            "a.csv~",
            "~WRL1.tmp",
            "__MACOSX",
            "Icon\r",
        ] {
            assert!(is_hidden(name), "{name}");
        }
        for name in ["a.csv", "desktop.csv", "~a.csv", "thumbs.csv"] {
            assert!(!is_hidden(name), "{name}");
        }
        assert!(is_open_mark("~$a.xlsx") && is_open_mark(".~lock.a.ods#") && !is_open_mark(".DS_Store"));
    }
}

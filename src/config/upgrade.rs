//! What brings an older project to the format of this program: its number, above its first key.

use super::disk::{Absence, Disk};
use super::format::{FORMAT, PATH, is_newer, newer, number, parsed};
use super::workbook::{Kept, REPORT, Workbook, kept};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::error::Error;
use crate::form::document::{self, Node, Shape};
use crate::model::{Changes, FileChange, Fingerprint, Former, Undo};
use std::path::Path;

/// A file whose shape does not let a line be added to it.
const NO_ROOM: Code = Code("M091");

/// What brings a project to the format of this program.
pub struct Upgrade {
    /// The format it has.
    pub from: u32,
    /// No change where it has that of the program.
    pub changes: Changes,
}

/// What brings the project to the format of the program; none where a fault forbids it.
///
/// A project without a number has the format 0: that of before the number, whose files read as those of format 1.
pub fn upgrade(root: &Path, diagnostics: &mut Diagnostics) -> Result<Option<Upgrade>, Error> {
    let mut disk = Disk::new(root);
    match kept(&mut disk, diagnostics)? {
        Kept::Files => {}
        Kept::Unknown => return Ok(None),
        Kept::Workbook(book) => return Ok(of_a_workbook(&book, diagnostics)),
    }
    if is_newer(&disk, diagnostics) {
        return Ok(None);
    }
    let Some(bytes) = disk.bytes(PATH, Absence::Fault, diagnostics)? else {
        return Ok(None);
    };
    let Some(text) = disk.text(PATH, Absence::Fault, diagnostics)? else {
        return Ok(None);
    };
    diagnostics.remember(PATH.into(), text.clone());
    let document = document::parse(&PATH.into(), &text, diagnostics);
    let from = number(&document.root).map_or(0, |number| number.value);
    let mut upgrade = Upgrade {
        from,
        changes: Changes::default(),
    };
    if from == FORMAT || document.root.is_none() {
        return Ok(document.root.map(|_| upgrade));
    }
    if let Some(written) = document.root.as_ref().and_then(|root| root.get("format")) {
        let message = "Le format de ce projet n’est pas un nombre que le logiciel connaît.";
        let help = format!("Écrivez « format: {FORMAT} » à cette ligne.");
        diagnostics.push(Diagnostic::error(NO_ROOM, written.place.clone(), message).help(help));
        return Ok(None);
    }
    let Some(numbered) = numbered(&text, &document.root) else {
        let message =
            "Le format ne peut être écrit dans ce fichier : ses clés ne sont pas chacune au début d’une ligne.";
        let help = format!("Ajoutez vous-même, à côté des autres clés, « format: {FORMAT} ».");
        diagnostics.push(Diagnostic::error(NO_ROOM, Place::file(PATH), message).help(help));
        return Ok(None);
    };
    // What stands before the text is its byte order mark.
    let mark = &bytes[..bytes.len() - text.len()];
    let change = FileChange {
        former: Former::Content(Fingerprint::of(&bytes)),
        content: Some([mark, numbered.as_bytes()].concat().into()),
    };
    upgrade.changes.files.insert(PATH.to_owned(), change);
    upgrade.changes.undo = Undo::Kept;
    Ok(Some(upgrade))
}

/// A workbook has had its number since there are workbooks: one that lacks it was taken out, and its author puts it back.
fn of_a_workbook(book: &Workbook, diagnostics: &mut Diagnostics) -> Option<Upgrade> {
    let root = book.report_tree(diagnostics);
    if let Some(newer) = newer(&root) {
        diagnostics.push(newer);
        return None;
    }
    let from = number(&root).map_or(0, |number| number.value);
    if from != FORMAT {
        let message = "Le format du projet manque dans son classeur.";
        let help = format!("Dans la feuille « {REPORT} », écrivez {FORMAT} pour « format ».");
        diagnostics.push(Diagnostic::error(NO_ROOM, Place::file(book.path.clone()), message).help(help));
        return None;
    }
    Some(Upgrade {
        from,
        changes: Changes::default(),
    })
}

/// The text with its number above the first key, and above what explains that key.
fn numbered(text: &str, root: &Option<Node>) -> Option<String> {
    let Shape::Map(entries) = &root.as_ref()?.shape else {
        return None;
    };
    let (first, _) = entries.first()?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let key = lines
        .iter()
        .position(|line| line.trim_start().starts_with(&first.value))?;
    let indent = &lines[key][..lines[key].len() - lines[key].trim_start().len()];
    let comments = lines[..key]
        .iter()
        .rev()
        .take_while(|line| line.trim_start().starts_with('#'));
    let above = match key - comments.count() {
        // The comment that opens the file is about the file.
        0 => key,
        line => line,
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!(
        "{indent}# Le format de ce projet : la commande « millesime mettre-a-jour » le tient.{end}{indent}format: {FORMAT}{end}"
    );
    let gap = if above == key { "" } else { end };
    let numbered = [&lines[..above].concat(), &line, gap, &lines[above..].concat()].concat();
    let read = parsed(&numbered);
    let Some(Node {
        shape: Shape::Map(found),
        ..
    }) = &read
    else {
        return None;
    };
    let same = found.len() == entries.len() + 1;
    (same && number(&read).is_some_and(|number| number.value == FORMAT)).then_some(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str) -> Option<String> {
        numbered(text, &parsed(text))
    }

    const LINES: &str = "# Le format de ce projet : la commande « millesime mettre-a-jour » le tient.\nformat: 1\n";

    #[test]
    fn the_number_stands_above_the_first_key_and_every_comment_stays() {
        assert_eq!(changed("titre: a # b\n").unwrap(), format!("{LINES}titre: a # b\n"));
        let file = "# schéma\n\n# Le titre.\ntitre: a\n# fin\n";
        assert_eq!(
            changed(file).unwrap(),
            format!("# schéma\n\n{LINES}\n# Le titre.\ntitre: a\n# fin\n")
        );
        let about = "# du fichier\ntitre: a\n";
        assert_eq!(changed(about).unwrap(), format!("# du fichier\n{LINES}titre: a\n"));
        let windows = "---\r\ntitre: a\r\n";
        assert_eq!(
            changed(windows).unwrap(),
            format!("---\r\n{}titre: a\r\n", LINES.replace('\n', "\r\n"))
        );
        let inside: String = LINES.lines().map(|line| format!("  {line}\n")).collect();
        assert_eq!(
            changed("  titre: a\n  b: c\n").unwrap(),
            format!("{inside}  titre: a\n  b: c\n")
        );
    }

    fn told(report: &str) -> (Option<Upgrade>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("data")).unwrap();
        fs_err::write(folder.path().join(PATH), report).unwrap();
        let mut diagnostics = Diagnostics::default();
        let upgrade = upgrade(folder.path(), &mut diagnostics).unwrap();
        let told = diagnostics.sorted().into_iter();
        (
            upgrade,
            told.map(|found| format!("{} {}", found.code.0, found.place.as_ref().unwrap()))
                .collect(),
        )
    }

    #[test]
    fn the_byte_order_mark_stays_and_nothing_is_done_twice() {
        let (upgrade, faults) = told("\u{feff}titre: a\n");
        let upgrade = upgrade.unwrap();
        assert_eq!((upgrade.from, faults), (0, Vec::new()));
        let change = &upgrade.changes.files[PATH];
        let text = String::from_utf8(change.content.clone().unwrap().to_vec()).unwrap();
        assert_eq!(text, format!("\u{feff}{LINES}titre: a\n"));
        let (upgrade, _) = told(&text);
        assert!(upgrade.unwrap().changes.files.is_empty());
    }

    #[test]
    fn a_newer_project_and_a_file_without_lines_are_told() {
        let (upgrade, faults) = told("titre: a\nformat: 2\n");
        assert!(upgrade.is_none());
        assert_eq!(faults, ["M090 data/rapport.yaml:2:9"]);
        let (upgrade, faults) = told("{titre: a}\n");
        assert!(upgrade.is_none());
        assert_eq!(faults, ["M091 data/rapport.yaml"]);
    }

    #[test]
    fn a_format_that_is_no_number_is_told_and_no_second_one_is_written() {
        for written in ["abc", "0"] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir_all(folder.path().join("data")).unwrap();
            std::fs::write(folder.path().join(PATH), format!("titre: a\nformat: {written}\n")).unwrap();
            let mut diagnostics = Diagnostics::default();
            assert!(upgrade(folder.path(), &mut diagnostics).unwrap().is_none());
            let told = diagnostics.sorted();
            assert!(told.len() == 1 && told[0].code == NO_ROOM, "{told:?}");
        }
    }

    #[test]
    fn a_file_that_has_no_line_for_a_key_is_not_changed() {
        assert_eq!(changed("{titre: a}\n"), None);
        assert_eq!(changed("- a\n"), None);
        assert_eq!(changed("? titre\n: a\n"), None);
    }
}

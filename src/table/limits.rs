//! How large a table or a text may be, and what is said of a larger one.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::whole;

/// A file is too large to be what its folder is for.
const TOO_LARGE: Code = Code("M106");

/// A text longer than what a PDF holds in one piece, with what is said around it.
const TOO_LONG: Code = Code("M017");

/// Letters of a text under a key or on a title line. A PDF holds 16 000 of them in one string, and a title is repeated in
/// longer ones.
const LONGEST: usize = 10_000;
/// Letters of a cell, whatever its column: an export of a map holds the outline of a commune in one that nothing reads.
const LONGEST_CELL: usize = 1_000_000;

/// The fault of a text that no title nor description could hold.
pub fn too_long(text: &str, place: &Place) -> Option<Diagnostic> {
    longer_than(LONGEST, text, place)
}

/// The fault of a cell that is no text of a table.
pub fn cell_too_long(text: &str, place: &Place) -> Option<Diagnostic> {
    longer_than(LONGEST_CELL, text, place)
}

fn longer_than(most: usize, text: &str, place: &Place) -> Option<Diagnostic> {
    // A letter is a byte at least: most texts are not counted.
    let letters = (text.len() > most).then(|| text.chars().count())?;
    (letters > most).then(|| {
        let [letters, most] = [letters, most].map(|count| whole(count as i128));
        let message = format!("Ce texte compte {letters} caractères, plus que les {most} admis.");
        let help = "Abrégez-le. Un long développement s’écrit dans un fichier de data/textes/, en paragraphes ; une longue requête, ou une longue formule, se partage entre plusieurs indicateurs.";
        Diagnostic::error(TOO_LONG, place.clone(), message).help(help)
    })
}

/// Cells kept in one table: two million observations is a hundred times what a report can hold.
pub const MAXIMUM_CELLS: usize = 2_000_000;

/// A file, sheet or table beyond what a report can be made from; what to do depends on the folder it stands in.
pub fn too_large(place: Place, message: String) -> Diagnostic {
    let folder = place.file.strip_prefix("data/").and_then(|path| path.split('/').next());
    let help = match folder {
        Some("valeurs") => {
            "Ne gardez dans « valeurs » que les observations du rapport ; mettez les données brutes dans « sources » et interrogez-les par une « requete »."
        }
        _ if place.file.to_lowercase().ends_with(".docx") => {
            "Dans Word, cliquez sur une image, puis Format de l’image, « Compresser les images », pour toutes celles du document ; ou partagez-le en plusieurs textes."
        }
        Some("sources") => "Ne gardez que les lignes et les colonnes que vos requêtes lisent.",
        _ => {
            "Retirez ce qui n’y sert pas : d’autres feuilles, des images, des lignes et des colonnes mises en forme loin du tableau."
        }
    };
    Diagnostic::error(TOO_LARGE, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::table::{self, Content, Kind};

    #[test]
    fn what_to_do_with_what_is_too_large_depends_on_its_folder() {
        let help = |path: &str| too_large(Place::file(path), String::new()).help;
        assert!(help("data/valeurs/a.csv").contains("requete"));
        assert!(help("data/sources/a.csv").contains("vos requêtes"));
        assert!(
            !help("data/budget/a.xlsx").contains("valeurs"),
            "{}",
            help("data/budget/a.xlsx")
        );
    }

    #[test]
    fn what_no_title_could_hold_is_counted_in_letters() {
        let place = Place::file("a.yaml");
        assert_eq!(too_long(&"é".repeat(LONGEST), &place), None);
        let fault = too_long(&"é".repeat(LONGEST + 1), &place).unwrap();
        assert!(fault.message.contains("10\u{202f}001"), "{}", fault.message);
    }

    #[test]
    fn a_cell_that_no_page_could_hold_is_told_and_looked_at_no_further() {
        let text = format!("indicateur;note\na;{}\n", "é".repeat(LONGEST_CELL + 1));
        let mut diagnostics = Diagnostics::default();
        let table = table::read(&"a.csv".into(), text.as_bytes(), Kind::Text, None, &mut diagnostics);
        assert_eq!(table.unwrap().rows[0][1].content, Content::Empty);
        let told = diagnostics.sorted();
        assert_eq!((told.len(), told[0].code), (1, TOO_LONG));
        assert_eq!(told[0].place.as_ref().unwrap().to_string(), "a.csv:2:3");
    }
}

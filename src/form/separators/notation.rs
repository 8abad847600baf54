//! What `rapport.yaml` says of the numbers of a file (`nombres`), and the exact words by which it can say it.

use crate::diagnostic::Place;
use crate::french::quoted;
use crate::model::DecimalSign;

/// How the numbers of a file are written, as its author says it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notation<'a> {
    pub decimal: Option<DecimalSign>,
    /// Where it is, or may be, said; none where no key can say it.
    pub entry: Option<NumbersEntry<'a>>,
}

/// The entry of a file in `rapport.yaml`, there or to be written.
#[derive(Clone, Copy, Debug)]
pub struct NumbersEntry<'a> {
    /// The key under which the list of files stands, where it is not the list itself: `budget`.
    pub above: Option<&'static str>,
    /// The key of the list.
    pub list: &'static str,
    /// The name of the file in its folder.
    pub file: &'a str,
    /// Where the entry is, once the author has written it.
    pub place: Option<&'a Place>,
    /// Whether the list has other entries.
    pub begun: bool,
}

impl<'a> Notation<'a> {
    /// That of a file of a list of `rapport.yaml`: `said` is the sign and the place of its entry, where it has one.
    pub fn of(
        (above, list): (Option<&'static str>, &'static str),
        file: &'a str,
        said: Option<(Option<DecimalSign>, &'a Place)>,
        begun: bool,
    ) -> Self {
        Notation {
            decimal: said.and_then(|(decimal, _)| decimal),
            entry: Some(NumbersEntry {
                above,
                list,
                file,
                place: said.map(|(_, place)| place),
                begun,
            }),
        }
    }
}

impl NumbersEntry<'_> {
    /// The gesture that says of the file that this sign is the decimal one: what is quoted is to be written as it is.
    pub fn gesture(&self, decimal: DecimalSign) -> String {
        let said = format!("nombres: {}", decimal.key());
        if let Some(place) = self.place.filter(|place| place.is_in_table()) {
            // The rank is that which the row of its « fichier » bears.
            let list = self
                .above
                .map_or_else(|| self.list.to_owned(), |above| format!("{above}.{}", self.list));
            return format!(
                "ajoutez une ligne de clé {} et de valeur {}, N étant le rang que porte la clé de ce fichier ({place})",
                quoted(&format!("{list}.N.nombres")),
                quoted(decimal.key())
            );
        }
        if let Some(place) = self.place {
            return format!(
                "ajoutez la ligne {} sous {} ({place})",
                quoted(&said),
                quoted(&format!("fichier: {}", self.file))
            );
        }
        let entry = format!("{{fichier: {}, {said}}}", scalar(self.file));
        let list = format!("{}: [{entry}]", self.list);
        match (self.above, self.begun) {
            (None, true) => format!(
                "ajoutez la ligne {} sous {}, dans data/rapport.yaml",
                quoted(&format!("- {entry}")),
                quoted(&format!("{}:", self.list))
            ),
            (Some(above), true) => format!(
                "ajoutez la ligne {} sous {} de {}, dans data/rapport.yaml",
                quoted(&format!("- {entry}")),
                quoted(&format!("{}:", self.list)),
                quoted(&format!("{above}:"))
            ),
            (None, false) => format!(
                "ajoutez la ligne {} à data/rapport.yaml (à la place de {}, s’il y est déjà)",
                quoted(&list),
                quoted(&format!("{}:", self.list))
            ),
            (Some(above), false) => format!(
                "ajoutez la ligne {} à data/rapport.yaml (ou {} sous {}, s’il y est déjà)",
                quoted(&format!("{above}: {{{list}}}")),
                quoted(&list),
                quoted(&format!("{above}:"))
            ),
        }
    }
}

/// The name of a file as a scalar of YAML, quoted where it must be.
fn scalar(name: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '/' | ' ');
    match name.chars().all(plain) && name.starts_with(char::is_alphabetic) {
        true => name.to_owned(),
        false => format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

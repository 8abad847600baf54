//! What Word has and a text of the report has not: refused where words or their meaning would be lost, told where only a look is.
//!
//! Each kind is told once a text, at the first place, with its count.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::french::{plural, shortened};

/// Something of a Word text that the report cannot show.
const REFUSED: Code = Code("M164");
/// A look of a Word text that the report does not keep.
const LEFT: Code = Code("M165");

/// Letters of what is quoted.
pub(super) const QUOTED: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lack {
    TextBox,
    Shape,
    Chart,
    Diagram,
    Equation,
    Object,
    Hidden,
    Struck,
    Merged,
    TableInTable,
    Symbol,
    Form,
    Unwritten,
    DropCap,
    Cropped,
    LinkedPicture,
    Unknown,
    // From here on, a look only is lost.
    Coloured,
    Underlined,
    Capitals,
    Raised,
    PageBreak,
    Tabulation,
    Columns,
    Header,
    Contents,
    Reference,
    PictureLink,
    TableAlternative,
    Letters,
    NumberedHeading,
    Frame,
    Boxed,
    // From here on, nothing is lost, and something is to be looked at.
    Field,
    TrackedLook,
    EndNote,
    Headers,
    ListInCell,
    HeadingInCell,
    Automatic,
    BoldTitle,
    TypedList,
}

/// How often a kind was met, and where first.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub count: usize,
    pub place: Place,
    /// The first words of it, or its name.
    pub words: String,
}

impl Lack {
    pub fn told(self, seen: &Seen) -> Diagnostic {
        let (one, many, help) = self.words();
        let count = plural(seen.count, one, many);
        let words = shortened(&seen.words, QUOTED);
        let quoted = match (words.is_empty(), seen.count) {
            (true, _) => String::new(),
            (false, 1) => format!(" (« {words} »)"),
            (false, _) => format!(" (le premier passage : « {words} »)"),
        };
        let place = seen.place.clone();
        let contains = format!("Ce texte contient {count}{quoted}");
        // Words, or what they mean, would be lost.
        if self <= Lack::Unknown {
            let message = format!("{contains}, que le rapport ne peut montrer.");
            return Diagnostic::error(REFUSED, place, message).help(help);
        }
        let message = match self <= Lack::Boxed {
            true => format!("{contains}, que le rapport ne garde pas."),
            false => format!("{contains}."),
        };
        Diagnostic::warning(LEFT, place, message).help(help)
    }
}

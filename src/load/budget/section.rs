//! The section and the movement of a line whose file does not give them, told by its nature or its chapter.
//!
//! Whatever the nomenclature, operations for third parties (454, 455, 458) are chapters of investment. Chapters 040 to 043 are named « opérations d’ordre » or « opérations patrimoniales » by the nomenclature itself.

use crate::model::{BudgetMovement, BudgetSection, LineCount};

/// Accounts of operations for third parties.
const THIRD_PARTIES: [&str; 3] = ["454", "455", "458"];

/// What a line says of its account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Account<'a> {
    pub nature: &'a str,
    pub chapter: Option<&'a str>,
}

impl Account<'_> {
    /// The section its codes tell, counted among those deduced.
    pub fn deduced_section(self, count: &mut LineCount) -> Option<BudgetSection> {
        let deduced = section(self.nature, self.chapter);
        count.deduced_sections += usize::from(deduced.is_some());
        deduced
    }

    /// The movement its codes tell, counted among those deduced.
    pub fn deduced_movement(self, count: &mut LineCount) -> BudgetMovement {
        count.deduced_movements += 1;
        movement(self.nature, self.chapter)
    }
}

/// The section: by the accounts that are no class (001, 002, 024…), by the class of the nature, then by the chapter.
pub(super) fn section(nature: &str, chapter: Option<&str>) -> Option<BudgetSection> {
    by_code(nature)
        .or_else(|| chapter.and_then(by_chapter))
        .or_else(|| by_chapter(nature))
}

/// The movement told by the chapter, those of a vote by function after those by nature; the two transfers between
/// sections have a nature and a chapter of the same code.
fn movement(nature: &str, chapter: Option<&str>) -> BudgetMovement {
    match chapter.unwrap_or(nature) {
        "040" | "041" | "042" | "043" | "021" | "023" => BudgetMovement::Order,
        "925" | "926" | "946" | "947" | "951" | "953" => BudgetMovement::Order,
        _ => BudgetMovement::Real,
    }
}

fn by_code(nature: &str) -> Option<BudgetSection> {
    match nature {
        "001" | "020" | "021" | "024" => return Some(BudgetSection::Investment),
        "002" | "022" | "023" => return Some(BudgetSection::Operating),
        _ => {}
    }
    match nature.bytes().next()? {
        b'1'..=b'3' => Some(BudgetSection::Investment),
        b'6' | b'7' => Some(BudgetSection::Operating),
        _ => None,
    }
}

fn by_chapter(chapter: &str) -> Option<BudgetSection> {
    match chapter {
        "018" | "040" | "041" => Some(BudgetSection::Investment),
        "011" | "012" | "013" | "014" | "016" | "017" | "042" | "043" => Some(BudgetSection::Operating),
        // The collectivité adds its own number of the operation after the account.
        _ if THIRD_PARTIES.iter().any(|account| chapter.starts_with(account)) => Some(BudgetSection::Investment),
        _ if chapter.starts_with('9') => by_functional_chapter(chapter),
        _ => by_code(chapter),
    }
}

/// Chapters of a budget voted by function: 90 and 92 invest, 93 and 94 operate, those without an outturn are named.
fn by_functional_chapter(chapter: &str) -> Option<BudgetSection> {
    match (chapter, chapter.get(..2)?) {
        ("950" | "951" | "954", _) | (_, "90" | "92") => Some(BudgetSection::Investment),
        ("952" | "953", _) | (_, "93" | "94") => Some(BudgetSection::Operating),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BudgetSection::{Investment, Operating};

    #[test]
    fn the_nature_tells_the_section_then_the_chapter() {
        let cases = [
            ("2183", Some("21"), Some(Investment)),
            ("1641", None, Some(Investment)),
            ("3555", Some("040"), Some(Investment)),
            ("60612", Some("011"), Some(Operating)),
            ("7015", None, Some(Operating)),
            ("001", None, Some(Investment)),
            ("024", None, Some(Investment)),
            ("002", None, Some(Operating)),
            ("021", Some("021"), Some(Investment)),
            ("023", Some("023"), Some(Operating)),
            ("45441", Some("4544128"), Some(Investment)),
            ("4541", None, Some(Investment)),
            ("", Some("933"), Some(Operating)),
            ("", Some("903"), Some(Investment)),
            ("", Some("953"), Some(Operating)),
            ("4721", None, None),
            ("", None, None),
        ];
        for (nature, chapter, expected) in cases {
            assert_eq!(section(nature, chapter), expected, "{nature} {chapter:?}");
        }
    }

    #[test]
    fn order_operations_are_those_of_the_chapters_named_so() {
        assert_eq!(movement("6811", Some("042")), BudgetMovement::Order);
        assert_eq!(movement("023", None), BudgetMovement::Order);
        assert_eq!(movement("6411", Some("012")), BudgetMovement::Real);
        assert_eq!(movement("", Some("953")), BudgetMovement::Order);
        assert_eq!(movement("", Some("945")), BudgetMovement::Real);
    }
}

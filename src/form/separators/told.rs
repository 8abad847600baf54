//! What is told of the points and commas of some numbers: a doubt, with both readings, or what contradicts `nombres`.

use super::{Learnt, Notation, SIGNS, Seen, Separators, Stake};
use crate::diagnostic::{Cause, Code, Diagnostic, Place};
use crate::french::{self, Separation, apart, decimal, plural, quoted, read_number, without_thousands};
use crate::model::DecimalSign;

/// A point or a comma that may group thousands or stand before decimals, or that is not what `nombres` says.
pub(in crate::form) const DOUBTFUL_SEPARATOR: Code = Code("M242");

impl Separators {
    /// What these numbers contradict, else the doubt that they leave, told once; `what` names them.
    pub fn doubt(&self, what: &str, stake: Stake, notation: Notation) -> Option<Diagnostic> {
        self.contradiction(what, notation)
            .or_else(|| self.either(what, stake, notation))
    }

    fn either(&self, what: &str, stake: Stake, notation: Notation) -> Option<Diagnostic> {
        let doubtful = SIGNS.into_iter().zip(&self.learnt);
        let mut doubtful = doubtful.filter(|(sign, _)| self.does(*sign, stake) == Separation::Either);
        let (sign, seen, (text, place)) = doubtful.find_map(|(sign, learnt)| {
            let first = learnt.doubtful.first.clone()?;
            Some((sign, &learnt.doubtful, first))
        })?;
        let (decimal, unit) = apart(&text);
        let thousands = without_thousands(decimal, sign)?;
        let with_unit = |number: String| format!("{number}\u{A0}{unit}").trim_end().to_owned();
        let read = |text: &str, decimals| read_number(text).ok().map(|number| french::number(number, decimals));
        let (small, large) = (read(decimal, 3)?, read(&thousands, 0)?);
        let message = format!(
            "{} dans {what}{} : rien ne dit si {} sépare les milliers ({}) ou précède les décimales ({}).",
            quoted(&text),
            others(seen),
            named(sign),
            with_unit(large),
            with_unit(small)
        );
        let short = decimal.replace(sign, ",");
        let (short, why) = match short.trim_end_matches('0').trim_end_matches(',') {
            // A fourth decimal says that the three others are.
            same if same.len() == short.len() => (
                format!("{short}0"),
                " (le zéro de la fin ne change pas le nombre : il dit que la virgule précède des décimales)",
            ),
            same => (same.to_owned(), ""),
        };
        let help = format!(
            "Écrivez {} ou {}{why}, selon ce qui est vrai{}.",
            quoted(&with_unit(thousands)),
            quoted(&with_unit(short)),
            declaration(sign, notation)
        );
        let cause = Cause::Numbers(place.file.clone());
        let diagnostic = match stake {
            Stake::Measure => Diagnostic::warning(DOUBTFUL_SEPARATOR, place, message),
            Stake::Whole | Stake::Units | Stake::Money => Diagnostic::error(DOUBTFUL_SEPARATOR, place, message),
        };
        Some(diagnostic.help(help).spoils(cause).raw(text))
    }

    /// The numbers in which a sign is plainly not what the author says of it.
    fn contradiction<'a>(&'a self, what: &str, notation: Notation) -> Option<Diagnostic> {
        let declared = self.declared?;
        let plainly = |(sign, learnt): (char, &'a Learnt)| match sign == declared.sign() {
            true => (sign, &learnt.between_thousands, "précède les décimales"),
            false => (sign, &learnt.before_decimals, "sépare les milliers"),
        };
        let mut seen = SIGNS.into_iter().zip(&self.learnt).map(plainly);
        let (sign, seen, role, (text, place)) =
            seen.find_map(|(sign, seen, role)| Some((sign, seen, role, seen.first.clone()?)))?;
        let entry = notation.entry.and_then(|entry| entry.place);
        let said_at = entry.map_or_else(String::new, |place| format!(" ({place})"));
        let message = format!(
            "{} dans {what}{} contredit « nombres: {} »{said_at} : {} y {role}, ce qu’{} ne fait pas ici.",
            quoted(&text),
            others(seen),
            declared.key(),
            named(sign),
            if sign == '.' { "il" } else { "elle" },
        );
        let (_, unit) = apart(&text);
        let number = decimal(&text)?;
        let digits = number.digits.replace('.', &declared.sign().to_string());
        let minus = if number.negative { "-" } else { "" };
        let written = format!("{minus}{digits} {unit}");
        let other = declared.other();
        let help = format!(
            "Écrivez {} ; si {} précède les décimales dans tout le fichier, écrivez plutôt « nombres: {} » à la place de « nombres: {} »{said_at}.",
            quoted(written.trim_end()),
            named(other.sign()),
            other.key(),
            declared.key()
        );
        Some(
            Diagnostic::error(DOUBTFUL_SEPARATOR, place, message)
                .help(help)
                .raw(text),
        )
    }
}

/// How `rapport.yaml` can end the doubt about a sign, for the whole file.
fn declaration(sign: char, notation: Notation) -> String {
    let Some(entry) = notation.entry else {
        return String::new();
    };
    // Where this sign stands between thousands, the other one is before decimals.
    let decimals = if sign == '.' {
        DecimalSign::Point
    } else {
        DecimalSign::Comma
    };
    let thousands = decimals.other();
    format!(
        " ; ou, pour tout le fichier, {} si {} sépare les milliers, avec « {} » au lieu de « {} » {} précède les décimales",
        entry.gesture(thousands),
        named(sign),
        decimals.key(),
        thousands.key(),
        if sign == '.' { "s’il" } else { "si elle" }
    )
}

fn others(seen: &Seen) -> String {
    match seen.count {
        0 | 1 => String::new(),
        count => format!(" ({} aussi)", plural(count - 1, "autre nombre", "autres nombres")),
    }
}

fn named(sign: char) -> &'static str {
    if sign == '.' { "le point" } else { "la virgule" }
}

/// The doubt of a number that stands alone in a YAML file, where no other one tells how it is written.
pub fn alone_in_yaml(text: &str, stake: Stake, place: &Place) -> Option<Diagnostic> {
    let yaml = place.file.ends_with(".yaml") || place.file.ends_with(".yml");
    let mut separators = Separators::default();
    separators.learn(text, stake, Some(place));
    separators
        .doubt("cette clé", stake, Notation::default())
        .filter(|_| yaml)
}

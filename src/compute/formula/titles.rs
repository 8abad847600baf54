//! The title of an indicator in a formula, in the place of its identifier: `Eau distribuée / Population`, `"Eau (réseau)" * 2`.
//!
//! A title alone may have no sign of a calculation; one in quotation marks may have any. It reads no number.

use crate::french::quoted;
use crate::model::{Called, Identifier, Names};

/// Letters of a title that is looked for.
const LONGEST: usize = 200;

/// What stands at the beginning of a text.
pub(super) enum Titled {
    /// A title or an identifier, and how many letters it takes.
    Known {
        id: Identifier,
        length: usize,
        /// The title; none where it is the identifier.
        title: Option<String>,
    },
    /// Quotation marks around what is neither, or that nothing closes: what is wrong.
    Unknown { length: usize, why: String },
}

/// The title that stands at the beginning of a text, the longest one; none where there is none.
pub(super) fn at(rest: &[char], names: &Names) -> Option<Titled> {
    match rest.first()? {
        '"' | '“' | '„' | '«' => Some(enclosed(rest, names)),
        letter if letter.is_alphabetic() => bare(rest, names),
        _ => None,
    }
}

fn enclosed(rest: &[char], names: &Names) -> Titled {
    let end = rest
        .iter()
        .skip(1)
        .position(|sign| matches!(sign, '"' | '”' | '»' | '“'));
    let Some(end) = end else {
        let why = "le guillemet n’est pas fermé".to_owned();
        let length = rest.len();
        return Titled::Unknown { length, why };
    };
    let inside: String = rest[1..=end].iter().collect();
    let (inside, length) = (inside.trim(), end + 2);
    match names.find(inside) {
        Some(called) => Titled::Known {
            title: title(&called, inside),
            id: called.into_id(),
            length,
        },
        None => Titled::Unknown {
            length,
            why: format!("aucun indicateur n’a le titre {}", quoted(inside)),
        },
    }
}

fn bare(rest: &[char], names: &Names) -> Option<Titled> {
    let within = |rank: usize| {
        let sign = rest[rank];
        let beside = |other: Option<&char>| other.is_some_and(|letter| letter.is_alphanumeric());
        match sign {
            // Between two letters, it is of the word; elsewhere it takes away.
            '-' => beside(rest.get(rank + 1)) && beside(rank.checked_sub(1).and_then(|before| rest.get(before))),
            '_' | '\'' | '’' => true,
            sign => sign.is_alphanumeric() || sign.is_whitespace(),
        }
    };
    let all = (0..rest.len().min(LONGEST)).take_while(|rank| within(*rank)).count();
    let ends = (1..=all).rev().filter(|end| {
        let after = rest[*end..].iter().find(|sign| !sign.is_whitespace());
        let follows = rest.get(*end).is_none_or(|next| !next.is_alphanumeric());
        // What opens a parenthesis is a function.
        rest[end - 1].is_alphanumeric() && follows && after != Some(&'(')
    });
    ends.into_iter().find_map(|length| {
        let written: String = rest[..length].iter().collect();
        match names.find(&written)? {
            Called::Title(id) => Some(Titled::Known {
                id,
                length,
                title: Some(written),
            }),
            Called::Identifier(_) | Called::Archived(_) => None,
        }
    })
}

fn title(called: &Called, written: &str) -> Option<String> {
    matches!(called, Called::Title(_)).then(|| written.to_owned())
}

//! How much of somebody else’s text a message repeats: enough to be recognised, never a page.

use super::shortened;

/// Letters of what stands between guillemets.
const QUOTED: usize = 200;
/// Letters of a whole message: no sentence of the program comes near.
const WHOLE: usize = 3_000;
/// What stands for the rest.
const CUT: char = '…';

/// A message whose quotations, and itself, are cut where they go on for too long.
pub fn bounded(message: String) -> String {
    // A letter is a byte at least: most messages are not looked at.
    if message.len() <= QUOTED {
        return message;
    }
    let mut kept = String::new();
    let mut quoted = None;
    for letter in message.chars() {
        match (letter, quoted) {
            ('«', None) => quoted = Some(0),
            ('»', _) => quoted = None,
            (_, Some(count)) => quoted = Some(count + 1),
            _ => {}
        }
        match quoted {
            Some(count) if count == QUOTED + 1 => kept.push(CUT),
            Some(count) if count > QUOTED => {}
            _ => kept.push(letter),
        }
    }
    shortened(&kept, WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_cut_and_the_sentence_goes_on() {
        let cut = bounded(format!(
            "« {} » n’est pas une année ; « 2026 » en est une.",
            "9".repeat(1_000_000)
        ));
        assert_eq!(
            cut,
            format!("« {}…» n’est pas une année ; « 2026 » en est une.", "9".repeat(199))
        );
        let short = format!("« {} » n’est pas une année.", "é".repeat(150));
        assert_eq!(bounded(short.clone()), short);
    }

    #[test]
    fn a_message_that_quotes_without_guillemets_is_cut_too() {
        assert_eq!(bounded("a".repeat(1_000_000)).chars().count(), WHOLE + 1);
        assert!(bounded(format!("« {} » {}", "a» ".repeat(9_000), "b")).chars().count() <= WHOLE + 1);
    }
}

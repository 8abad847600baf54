//! The words of a formula.
//!
//! A word is an identifier, whatever its case and accents, or a title. A hyphen inside a word belongs to the word (`elec-batiments`); minus stands between spaces. A comma between two
//! digits is decimal; elsewhere it parts two arguments, as `;` always does.

use super::fault::Fault;
use super::titles::{self, Titled};
use crate::model::{Identifier, Names};

/// A word and the offset of its first character, from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub kind: Kind,
    pub offset: usize,
    pub text: String,
    /// The title that stands there in the place of an identifier.
    pub title: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Number(f64),
    Word,
    /// One of `+ - * /`.
    Operator,
    Open,
    Close,
    Separator,
}

/// The words of the text, or every character that has no place in a formula.
///
/// The sign `=` that a spreadsheet has before a formula says nothing; past `most` words the text is left.
pub fn tokens(text: &str, names: &Names, most: usize) -> Result<Vec<Token>, Vec<Fault>> {
    let characters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut faults = Vec::new();
    let begins = characters.iter().position(|letter| !letter.is_whitespace());
    let mut position = begins.filter(|at| characters[*at] == '=').map_or(0, |at| at + 1);
    while let Some(&first) = characters.get(position).filter(|_| tokens.len() <= most) {
        let offset = position;
        let rest = &characters[offset..];
        match titles::at(rest, names) {
            Some(Titled::Known { id, length, title }) => {
                tokens.push(Token {
                    kind: Kind::Word,
                    offset,
                    text: id.to_string(),
                    title,
                });
                position += length;
                continue;
            }
            Some(Titled::Unknown { length, why }) => {
                let raw: String = rest[..length].iter().collect();
                let help = "Écrivez l’identifiant de l’indicateur, ou son titre en entier.";
                faults.push(Fault::syntax(offset, raw, why, help));
                position += length;
                continue;
            }
            None => {}
        }
        let (kind, length) = match first {
            character if character.is_whitespace() => {
                position += 1;
                continue;
            }
            letter if letter.is_alphabetic() => (Kind::Word, length_of_word(rest)),
            '0'..='9' => {
                let length = length_of_number(rest);
                (Kind::Number(value_of(&rest[..length])), length)
            }
            '+' | '-' | '*' | '/' => (Kind::Operator, 1),
            '(' => (Kind::Open, 1),
            ')' => (Kind::Close, 1),
            ',' | ';' => (Kind::Separator, 1),
            _ => {
                faults.push(unexpected(offset, first));
                position += 1;
                continue;
            }
        };
        position += length;
        let mut text: String = rest[..length].iter().collect();
        if kind == Kind::Word {
            match Identifier::written(&text) {
                Some(name) => text = name.to_string(),
                None => {
                    faults.push(unexpected(offset, first));
                    continue;
                }
            }
        }
        let title = None;
        tokens.push(Token {
            kind,
            offset,
            text,
            title,
        });
    }
    if faults.is_empty() { Ok(tokens) } else { Err(faults) }
}

/// The titles that stand in the place of identifiers, each once, with the identifier that is read.
pub fn titles_read(tokens: &[Token]) -> Vec<(String, Identifier)> {
    let mut titles: Vec<(String, Identifier)> = Vec::new();
    for token in tokens {
        let read = token.title.clone().zip(Identifier::parse(&token.text));
        titles.extend(read.filter(|read| !titles.contains(read)));
    }
    titles
}

fn length_of_word(rest: &[char]) -> usize {
    rest.iter()
        .take_while(|character| character.is_alphanumeric() || matches!(character, '-' | '_'))
        .count()
}

/// Digits, then a comma or a point followed by digits.
fn length_of_number(rest: &[char]) -> usize {
    let digits = |from: &[char]| from.iter().take_while(|character| character.is_ascii_digit()).count();
    let whole = digits(rest);
    match rest.get(whole) {
        Some(',' | '.') => match digits(&rest[whole + 1..]) {
            0 => whole,
            decimals => whole + 1 + decimals,
        },
        _ => whole,
    }
}

fn value_of(digits: &[char]) -> f64 {
    let text: String = digits
        .iter()
        .map(|&digit| if digit == ',' { '.' } else { digit })
        .collect();
    text.parse()
        .expect("digits, one point at most and digits after it: a number")
}

fn unexpected(offset: usize, character: char) -> Fault {
    let help = match character {
        '×' | '·' => "La multiplication s’écrit *.",
        '÷' | ':' => "La division s’écrit /.",
        '−' | '–' | '—' => "Le signe moins est le tiret du clavier, entre deux espaces.",
        '%' => "Écrivez le nombre seul : 12 % s’écrit 0,12 ou 12 / 100 selon ce que l’on veut.",
        '_' => "Un identifiant d’indicateur commence par une lettre.",
        _ => "Une formule contient des identifiants, des nombres, + - * / ( ), somme(…), moyenne(…) et derniere(…).",
    };
    let message = format!("le caractère « {character} » n’a pas de sens ici");
    Fault::syntax(offset, character, message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let found = tokens(text, &Names::default(), 100).unwrap();
        found.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn a_title_is_read_where_it_has_no_sign_or_stands_between_quotation_marks() {
        let id = |text: &str| Identifier::parse(text).unwrap();
        let (eau, elec, share) = (id("eau"), id("elec"), id("part"));
        let names = Names::of([
            (&eau, "Eau distribuée l’été"),
            (&elec, "Élec"),
            (&share, "Part (%) - réseau"),
        ]);
        let read = |text: &str| {
            let found = tokens(text, &names, 100).unwrap().into_iter();
            found.map(|token| token.text).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("Eau distribuée l'été / 2", "eau / 2"),
            ("= eau - elec", "eau - elec"),
            ("somme(Eau distribuée l’été;élec)", "somme ( eau ; elec )"),
            ("« Part (%) - réseau » * 2", "part * 2"),
            ("\"eau\"/élec", "eau / elec"),
            ("eau distribuée", "eau distribuee"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        let titled = tokens("Eau distribuée l’été + eau", &names, 100).unwrap();
        assert_eq!(titled[0].title.as_deref(), Some("Eau distribuée l’été"));
        assert_eq!(titled[2].title, None);
        let faults = tokens("2 * « Eau »  + \"Air\"", &names, 100).unwrap_err();
        let faults: Vec<_> = faults.iter().map(|fault| (fault.offset, &*fault.message)).collect();
        assert_eq!(faults, [(15, "aucun indicateur n’a le titre «\u{a0}Air\u{a0}»")]);
    }

    #[test]
    fn a_hyphen_belongs_to_the_word_and_minus_stands_alone() {
        assert_eq!(words("elec-batiments - 3"), ["elec-batiments", "-", "3"]);
        assert_eq!(words("a-b -c"), ["a-b", "-", "c"]);
    }

    #[test]
    fn a_word_is_an_identifier_whatever_its_case_and_accents() {
        assert_eq!(
            words("Élec_Bâtiments / POPULATION"),
            ["elec-batiments", "/", "population"]
        );
    }

    #[test]
    fn a_comma_between_digits_is_decimal() {
        assert_eq!(
            words("somme(1,5, a,b; 2.5)"),
            ["somme", "(", "1,5", ",", "a", ",", "b", ";", "2.5", ")"]
        );
        let read = tokens("1,5", &Names::default(), 100).unwrap();
        assert_eq!(read[0].kind, Kind::Number(1.5));
    }

    #[test]
    fn every_foreign_character_is_told_at_its_offset() {
        let faults = tokens("β × 2", &Names::default(), 100).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.offset).collect::<Vec<_>>(), [0, 2]);
    }
}

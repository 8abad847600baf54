//! How long a query may be, and how deep its text may lead whoever recurses over it, counted on its words alone.
//!
//! Nothing is parsed here: a chain of ten thousand terms would overflow the stack of the parser that refused it.

use super::bounds::{Excess, excess};
use sqlparser::dialect::GenericDialect;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Token, Tokenizer};

/// Characters of a query.
const CHARACTERS: usize = 200_000;
/// Words, numbers and signs of a query; a list of all the communes of a région is a tenth of it.
const WORDS: usize = 20_000;
/// Signs and words of the language: each may be one more level for whoever recurses.
const SIGNS: usize = 1_000;
/// Operations: each is done by a worker of Polars inside the one before it, and its stack is of 2 MB.
const OPERATIONS: usize = 100;
const SHORTER: &str = "Écrivez-la plus court : une table de correspondance dans « data/sources » et un JOIN remplacent une longue suite de conditions.";

/// Refuses the text of a query that no parser should be given; a text that has no words is left to the parser.
pub(super) fn check(sql: &str) -> Result<(), Excess> {
    excess(sql.chars().count(), CHARACTERS as u64, "caractères", SHORTER)?;
    let Ok(tokens) = Tokenizer::new(&GenericDialect, sql).tokenize() else {
        return Ok(());
    };
    let words = tokens.iter().filter(|token| !matches!(token, Token::Whitespace(_)));
    excess(words.clone().count(), WORDS as u64, "mots et signes", SHORTER)?;
    excess(
        operations(words.clone()),
        OPERATIONS as u64,
        "opérations (+ - * / % ||)",
        "Additionnez par SUM une colonne qui tient les termes, un par ligne, ou préparez la somme dans la table.",
    )?;
    excess(
        words.filter(|token| is_of_the_language(token)).count(),
        SIGNS as u64,
        "mots-clés et opérateurs",
        SHORTER,
    )
}

/// The operations among words; the star of `SELECT *` and of `COUNT(*)` is none.
fn operations<'a>(words: impl Iterator<Item = &'a Token>) -> usize {
    use Token::{Div, DuckIntDiv, Minus, Mod, Mul, Plus, StringConcat};
    let mut follows_a_value = false;
    let counted = words.filter(|word| {
        let is_operation = matches!(word, Plus | Minus | Mul | Div | Mod | DuckIntDiv | StringConcat);
        let counts = is_operation && (follows_a_value || **word != Mul);
        follows_a_value = !is_of_the_language(word) && !matches!(word, Token::LParen | Token::Comma | Token::Period);
        counts
    });
    counted.count()
}

/// Whether a word may hold others: an operator, a keyword, a bracket; not a name, a value nor what separates them.
fn is_of_the_language(token: &Token) -> bool {
    match token {
        Token::Word(word) => word.keyword != Keyword::NoKeyword,
        Token::Number(..) | Token::SingleQuotedString(_) | Token::DoubleQuotedString(_) => false,
        Token::Comma | Token::Period | Token::SemiColon | Token::LParen | Token::RParen => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(sql: &str) -> Option<&'static str> {
        check(sql).err().map(|excess| excess.what)
    }

    #[test]
    fn a_chain_is_counted_whatever_links_it() {
        let of = |link: &str, count| format!("SELECT a FROM t WHERE {}", vec!["x"; count].join(link));
        for (link, what) in [
            (" + ", "opérations (+ - * / % ||)"),
            (" || ", "opérations (+ - * / % ||)"),
            (" AND ", "mots-clés et opérateurs"),
            ("::INT = ", "mots-clés et opérateurs"),
            (" IS NULL OR ", "mots-clés et opérateurs"),
        ] {
            assert_eq!(refused(&of(link, 4_000)), Some(what), "{link}");
            assert!(check(&of(link, 100)).is_ok(), "{link}");
        }
        assert_eq!(refused(&vec!["SELECT * FROM t"; 99].join(" UNION ALL ")), None);
        let union = vec!["SELECT a FROM t"; 5_000].join(" UNION ALL ");
        assert!(check(&union).is_err());
        let list = |count| format!("SELECT a FROM t WHERE a IN ({})", vec!["38185"; count].join(","));
        assert_eq!(refused(&list(5_000)), None);
        assert_eq!(refused(&list(100_000)), Some("caractères"));
    }
}

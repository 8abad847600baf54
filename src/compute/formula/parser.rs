//! The grammar of a formula, by recursive descent; the first fault of a formula ends its reading.

use super::expression::{Expression, Function, Operator};
use super::fault::Fault;
use super::lexer::{self, Kind, Token};
use crate::model::{Identifier, Names};

/// Parentheses and signs within one another, beyond which a formula is refused.
const DEEPEST: usize = 100;
/// Characters of a formula: beyond, its faults alone would fill a screen.
const CHARACTERS: usize = 20_000;
/// Words and signs of a formula: what follows the last is one level deeper for whoever walks the tree.
const WORDS: usize = 2_000;

/// A formula that was read.
#[derive(Debug)]
pub struct Parsed {
    pub expression: Expression,
    /// The titles that stand in the place of identifiers.
    pub titles: Vec<(String, Identifier)>,
}

/// The tree of the formula; its faults are in the order of the text.
pub fn parse(text: &str, names: &Names) -> Result<Parsed, Vec<Fault>> {
    if text.chars().nth(CHARACTERS).is_some() {
        return Err(vec![too_long(CHARACTERS, format!("{CHARACTERS} caractères"))]);
    }
    let tokens = lexer::tokens(text, names, WORDS)?;
    if let Some(token) = tokens.get(WORDS) {
        return Err(vec![too_long(token.offset, format!("{WORDS} mots et signes"))]);
    }
    let end = text.trim_end().chars().count();
    let mut parser = Parser {
        tokens: &tokens,
        next: 0,
        end,
        depth: 0,
    };
    let expression = parser.whole().map_err(|fault| vec![fault])?;
    let titles = lexer::titles_read(&tokens);
    Ok(Parsed { expression, titles })
}

fn too_long(offset: usize, limit: String) -> Fault {
    let message = format!("elle est trop longue, elle peut compter {limit} au plus");
    Fault::syntax(offset, "", message, CUT)
}

/// What is done of a formula that is too long or too deep.
const CUT: &str = "Découpez la formule en plusieurs indicateurs, que celle-ci cite.";

struct Parser<'a> {
    tokens: &'a [Token],
    next: usize,
    /// The offset just after the last character.
    end: usize,
    depth: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Result<Expression, Fault> {
        let expression = self.sum()?;
        match self.peek() {
            None => Ok(expression),
            Some(token) => Err(self.left_over(token)),
        }
    }

    fn sum(&mut self) -> Result<Expression, Fault> {
        let mut left = self.product()?;
        while let Some((operator, offset)) = self.operator(&[Operator::Add, Operator::Subtract]) {
            let right = self.product()?;
            left = Expression::binary(left, operator, right, offset);
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, Fault> {
        let mut left = self.signed()?;
        while let Some((operator, offset)) = self.operator(&[Operator::Multiply, Operator::Divide]) {
            let right = self.signed()?;
            left = Expression::binary(left, operator, right, offset);
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Expression, Fault> {
        self.enter()?;
        let expression = match self.operator(&[Operator::Subtract]) {
            Some(_) => Expression::Negated(Box::new(self.signed()?)),
            None => self.atom()?,
        };
        self.depth -= 1;
        Ok(expression)
    }

    fn atom(&mut self) -> Result<Expression, Fault> {
        let Some(token) = self.peek().cloned() else {
            return Err(Fault::syntax(
                self.end,
                "",
                "elle s’arrête trop tôt, un nombre ou un indicateur est attendu",
                "Complétez la formule.",
            ));
        };
        self.next += 1;
        match token.kind {
            Kind::Number(number) => Ok(Expression::Number(number)),
            Kind::Word => match Function::named(&token.text) {
                Some(function) if self.peek().is_some_and(|next| next.kind == Kind::Open) => {
                    self.call(function, &token)
                }
                _ => Ok(operand(&token)),
            },
            Kind::Open => {
                let inner = self.sum()?;
                self.close(&token)?;
                Ok(inner)
            }
            Kind::Operator | Kind::Close | Kind::Separator => {
                let message = format!("un nombre ou un indicateur est attendu avant « {} »", token.text);
                Err(Fault::syntax(
                    token.offset,
                    token.text,
                    message,
                    "Complétez la formule, ou retirez ce signe.",
                ))
            }
        }
    }

    fn call(&mut self, function: Function, name: &Token) -> Result<Expression, Fault> {
        self.next += 1;
        let mut arguments = vec![self.sum()?];
        while self.peek().is_some_and(|token| token.kind == Kind::Separator) {
            self.next += 1;
            arguments.push(self.sum()?);
        }
        self.close(name)?;
        if function == Function::Last {
            return match arguments.as_slice() {
                [Expression::Operand { name, offset }] => Ok(Expression::Last {
                    name: name.clone(),
                    offset: *offset,
                }),
                _ => {
                    let message = format!("« {} » demande un indicateur, et un seul", name.text);
                    let help = "Écrivez par exemple : energie-batiments / derniere(population).";
                    Err(Fault::syntax(name.offset, name.text.as_str(), message, help))
                }
            };
        }
        if arguments.len() < 2 {
            let message = format!("« {} » demande au moins deux valeurs", name.text);
            let help = "Séparez les valeurs par une virgule suivie d’une espace, ou par un point-virgule : « 1,5 » est un seul nombre.";
            return Err(Fault::syntax(name.offset, name.text.as_str(), message, help));
        }
        Ok(Expression::Call { function, arguments })
    }

    fn close(&mut self, opened: &Token) -> Result<(), Fault> {
        match self.peek() {
            Some(token) if token.kind == Kind::Close => {
                self.next += 1;
                Ok(())
            }
            Some(token) => Err(self.left_over(token)),
            None => {
                let message = "une parenthèse n’est pas refermée";
                Err(Fault::syntax(
                    opened.offset,
                    opened.text.as_str(),
                    message,
                    "Ajoutez la parenthèse fermante.",
                ))
            }
        }
    }

    fn left_over(&self, token: &Token) -> Fault {
        let after_number = self.next.checked_sub(1).and_then(|index| self.tokens.get(index));
        let help = match (after_number.map(|before| before.kind), token.kind) {
            (Some(Kind::Number(_)), Kind::Number(_)) => "Écrivez les nombres sans espace entre les milliers : 1000.",
            (Some(Kind::Word), Kind::Open) => {
                "Une formule n’a que trois fonctions, somme(…), moyenne(…) et derniere(…) ; sinon, mettez un signe + - * ou / avant la parenthèse."
            }
            (_, Kind::Close) => "Retirez cette parenthèse, ou ouvrez celle qui lui répond.",
            (_, Kind::Separator) => "La virgule ne sépare que les valeurs de somme(…) et de moyenne(…).",
            _ => "Mettez un signe + - * ou / entre les deux termes.",
        };
        let message = format!("un signe est attendu avant « {} »", token.text);
        Fault::syntax(token.offset, token.text.as_str(), message, help)
    }

    fn enter(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth <= DEEPEST {
            return Ok(());
        }
        let offset = self.peek().map_or(self.end, |token| token.offset);
        Err(Fault::syntax(
            offset,
            "",
            "trop de parenthèses ou de signes emboîtés",
            CUT,
        ))
    }

    fn operator(&mut self, accepted: &[Operator]) -> Option<(Operator, usize)> {
        let token = self.peek().filter(|token| token.kind == Kind::Operator)?;
        let operator = Operator::of(&token.text);
        let offset = token.offset;
        accepted.contains(&operator).then(|| {
            self.next += 1;
            (operator, offset)
        })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }
}

fn operand(token: &Token) -> Expression {
    let name = Identifier::parse(&token.text).expect("the lexer makes words of the alphabet of identifiers");
    Expression::Operand {
        name,
        offset: token.offset,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Expression, Vec<Fault>> {
        super::parse(text, &Names::default()).map(|parsed| parsed.expression)
    }

    fn fault(text: &str) -> (usize, String) {
        let fault = parse(text).unwrap_err().remove(0);
        (fault.offset, fault.message)
    }

    #[test]
    fn products_bind_before_sums_and_to_the_left() {
        let Expression::Binary { operator, right, .. } = parse("a - b / c / d").unwrap() else {
            panic!()
        };
        assert_eq!(operator, Operator::Subtract);
        let Expression::Binary { left, .. } = *right else {
            panic!()
        };
        assert!(matches!(
            *left,
            Expression::Binary {
                operator: Operator::Divide,
                ..
            }
        ));
    }

    #[test]
    fn faults_stand_where_the_reader_stumbles() {
        assert_eq!(fault("a +").0, 3);
        assert_eq!(fault("a * / b").0, 4);
        assert_eq!(fault("(a + b").0, 0);
        assert_eq!(fault("a + b)").0, 5);
        assert_eq!(fault("a 1 000").0, 2);
        assert_eq!(fault("a + somme(1,5)").0, 4);
        assert_eq!(fault("").0, 0);
        assert!(fault(&"(".repeat(1500)).1.contains("emboîtés"));
        assert!(fault(&"-".repeat(1500)).1.contains("emboîtés"));
    }

    #[test]
    fn a_chain_is_bounded_as_a_nest_is() {
        for text in [
            vec!["a"; 10_000].join(" * "),
            vec!["a"; 100_000].join(" + "),
            format!("somme({})", vec!["a"; 5_000].join("; ")),
            "β ".repeat(100_000),
        ] {
            let faults = parse(&text).unwrap_err();
            assert!(
                faults.len() == 1 && faults[0].message.contains("trop longue"),
                "{faults:?}"
            );
        }
        assert_eq!(parse(&vec!["a"; 1_000].join(" - ")).unwrap().operands().len(), 1_000);
    }

    #[test]
    fn an_indicator_may_be_called_somme() {
        assert_eq!(parse("somme + 1").unwrap().operands().len(), 1);
    }
}

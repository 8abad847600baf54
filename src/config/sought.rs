//! What a person types to name a collectivité: a number, a name, its initials, words of its name and of its kind, or the very
//! line that the program printed.
//!
//! It reads what is typed and compares; which ways are tried, and in what order, is for `register`.

use super::registered::Registered;
use crate::french::folded;
use crate::model::CommunityType;
use CommunityType::{
    CommunauteAgglomeration, CommunauteDeCommunes, CommunauteUrbaine, Commune, Departement, Metropole, Region,
};

/// Words that name nothing.
const EMPTY: [&str; 9] = ["de", "d", "du", "des", "l", "la", "le", "les", "et"];
/// Words of a kind, which its name may lack: `CU Angers`, `ville de Dijon`.
const KINDS: [(&str, CommunityType); 13] = [
    ("cu", CommunauteUrbaine),
    ("ca", CommunauteAgglomeration),
    ("agglo", CommunauteAgglomeration),
    ("agglomeration", CommunauteAgglomeration),
    ("cc", CommunauteDeCommunes),
    ("metropole", Metropole),
    ("commune", Commune),
    ("ville", Commune),
    ("mairie", Commune),
    ("departement", Departement),
    ("cd", Departement),
    ("region", Region),
    ("cr", Region),
];

/// What was typed, in its parts.
pub(super) struct Sought {
    /// A SIREN, or an official code; empty where there is none.
    number: String,
    name: String,
    words: Vec<String>,
    /// What stands between brackets after a name: its kind, its département.
    precisions: Vec<String>,
    is_capital: bool,
}

impl Sought {
    pub fn of(typed: &str) -> Self {
        let option = ["--siren", "--nom"]
            .into_iter()
            .find_map(|option| typed.trim().strip_prefix(option));
        let plain = option.map_or(typed, |rest| rest.trim_start_matches('='));
        let plain = plain.trim().trim_matches(['"', '«', '»', '“', '”']).trim();
        let (plain, said) = match plain.strip_suffix(')').and_then(|plain| plain.rsplit_once('(')) {
            Some((name, said)) => (name.trim(), said.split(',').map(folded).collect()),
            None => (plain, Vec::new()),
        };
        let is_number = |token: &&str| token.bytes().all(|byte| byte.is_ascii_digit());
        let is_code = |token: &&str| token.len() < 4 && token.starts_with(|first: char| first.is_ascii_digit());
        let leading: Vec<&str> = plain.split_whitespace().take_while(is_number).collect();
        let code = plain
            .split_whitespace()
            .next()
            .filter(is_code)
            .filter(|_| leading.is_empty());
        let name: Vec<&str> = plain
            .split_whitespace()
            .skip(leading.len().max(usize::from(code.is_some())))
            .collect();
        let number = code.map_or_else(|| leading.concat(), str::to_uppercase);
        let name = folded(&name.join(" "));
        Sought {
            // A SIRET begins with a SIREN.
            number: if number.len() == 14 {
                number[..9].to_owned()
            } else {
                number
            },
            words: words(&name)
                .filter(|word| !EMPTY.contains(word))
                .map(str::to_owned)
                .collect(),
            is_capital: plain.chars().all(char::is_uppercase),
            precisions: said,
            name,
        }
    }

    pub fn has_siren_of(&self, one: &Registered) -> bool {
        self.number.len() == 9 && one.siren.as_ref() == Some(&self.number)
    }

    pub fn has_code_of(&self, one: &Registered) -> bool {
        let same_name = self.name.is_empty() || folded(&one.name) == self.name;
        !self.number.is_empty() && one.code.as_ref() == Some(&self.number) && same_name && self.suits(one)
    }

    pub fn is_name_of(&self, one: &Registered) -> bool {
        let own = folded(&one.name);
        let own = own.split_once('(').map_or(own.as_str(), |(name, _)| name.trim());
        self.number.is_empty() && own == self.name && self.suits(one)
    }

    /// Whether an intercommunalité has the name of the commune that was typed.
    pub fn is_namesake(&self, one: &Registered) -> bool {
        let own = folded(&one.name);
        let has = |word: &str| words(&own).any(|own| own == word);
        self.precisions.is_empty() && is_group(one.kind) && words(&self.name).all(has)
    }

    /// `ALM`: the first letters of the words of a name, those of its kind or not.
    pub fn is_initials_of(&self, one: &Registered, capital: bool) -> bool {
        let [sought] = &self.words[..] else { return false };
        let own = folded(&one.name);
        let letters: String = words(&own)
            .filter(|word| !EMPTY.contains(word))
            .filter_map(|word| word.chars().next())
            .collect();
        let kind = folded(one.kind.label());
        let of_kind = words(&kind).filter(|word| !EMPTY.contains(word)).count();
        let without = own.starts_with(&kind).then(|| letters.get(of_kind..)).flatten();
        let known = letters == *sought || without == Some(sought);
        sought.len() > 1 && (self.is_capital || !capital) && known && self.suits(one)
    }

    /// Whether the words are those of the whole name, its kind beside: `ville de Dijon`, `département de la Loire`.
    pub fn is_name_of_kind(&self, one: &Registered) -> bool {
        let own = folded(&one.name);
        let own: Vec<&str> = words(&own).filter(|word| !EMPTY.contains(word)).collect();
        let kind = |word: &str| KINDS.iter().any(|(known, kind)| *known == word && *kind == one.kind);
        let named: Vec<&str> = self
            .words
            .iter()
            .map(String::as_str)
            .filter(|word| !kind(word))
            .collect();
        self.number.is_empty() && !named.is_empty() && named == own && named.len() < self.words.len() && self.suits(one)
    }

    /// Whether each word begins a word of the name, or says the kind; `loosely`, whatever the kind of intercommunalité.
    pub fn has_words_of(&self, one: &Registered, loosely: bool) -> bool {
        let own = folded(&one.name);
        let begins = |word: &String| words(&own).any(|own| own.starts_with(word.as_str()));
        let says = |word: &String| {
            let kind = KINDS.iter().find(|(known, _)| known == word).map(|(_, kind)| *kind);
            kind.is_some_and(|kind| kind == one.kind || loosely && is_group(kind) && is_group(one.kind))
        };
        // A kind alone names nobody.
        self.words.iter().any(begins)
            && self.words.iter().all(|word| begins(word) || says(word))
            && self.number.is_empty()
            && self.suits(one)
    }

    fn suits(&self, one: &Registered) -> bool {
        let department = one.department.as_deref().map(folded);
        let own = folded(&one.name);
        let is = |said: &String| {
            let said = said.trim();
            said == folded(one.kind.label())
                || department.as_deref() == Some(said)
                || own.ends_with(&format!("({said})"))
        };
        self.precisions.iter().all(is)
    }
}

fn is_group(kind: CommunityType) -> bool {
    !matches!(kind, Commune | Departement | Region)
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

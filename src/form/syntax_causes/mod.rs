//! Why a YAML text does not read, looked for in its lines: the causes met most often in what is typed or pasted by hand.
//!
//! The parser says where it stopped, which is often the line after. Nothing is parsed here, and nothing is repaired.

mod margin;

use crate::french::is_unseen;
use margin::margin;

/// Lines between a cause and where the parser stopped.
const FAR: usize = 20;

/// A cause, where it stands.
pub struct Cause {
    /// Counted from 0.
    pub line: usize,
    /// In characters, from 0.
    pub column: usize,
    /// Without its full stop.
    pub sentence: String,
    pub help: String,
}

/// The cause of a parser that stopped on the line `index` for this reason; none where it is not known.
pub fn cause(lines: &[&str], index: usize, reason: &str) -> Option<Cause> {
    let above = || (index.saturating_sub(FAR)..=index.min(lines.len().saturating_sub(1))).rev();
    let at = |line: usize| lines.get(line).copied().unwrap_or_default();
    if let Some((sentence, help)) = by_its_reason(reason) {
        let (sentence, help) = (sentence.to_owned(), help.to_owned());
        return Some(Cause {
            line: index,
            column: 0,
            sentence,
            help,
        });
    }
    if reason.contains("tab") {
        let below = (index..lines.len()).take(FAR).chain(above());
        if let Some(found) = below.into_iter().find_map(|line| tabulation(line, at(line))) {
            return Some(found);
        }
    }
    if let Some(found) = above().find_map(|line| unseen(line, at(line))) {
        return Some(found);
    }
    let near = || [index, index.saturating_sub(1)].into_iter().take(index + 1);
    if reason.contains("quote") {
        return near().find_map(|line| quotation(line, at(line)));
    }
    if let Some(found) = near().find_map(|line| value(line, at(line))) {
        return Some(found);
    }
    if ["bracket", "flow", "':' indicator"]
        .iter()
        .any(|word| reason.contains(word))
        && let Some(found) = above().find_map(|line| bracket(line, at(line)))
    {
        return Some(found);
    }
    key(index, at(index)).or_else(|| margin(lines, index))
}

/// What the parser knows better than the lines.
fn by_its_reason(reason: &str) -> Option<(&'static str, &'static str)> {
    if reason.contains("recursion limit") || reason.contains("too deep") {
        return Some((
            "Des listes ou des clés sont imbriquées plus profondément qu’aucun fichier de ce projet ne l’est",
            "Vérifiez les crochets et les retraits : il manque sans doute une fermeture.",
        ));
    }
    reason.contains("escape code").then_some((
        "Une suite qui commence par une barre oblique inverse, entre guillemets droits, ne désigne aucun caractère",
        "Écrivez le caractère lui-même, ou doublez la barre (\\\\) si c’est elle que vous vouliez.",
    ))
}

/// A tabulation that indents.
fn tabulation(line: usize, text: &str) -> Option<Cause> {
    let column = text.chars().position(|letter| letter != ' ')?;
    (text.chars().nth(column) == Some('\t')).then(|| Cause {
        line,
        column,
        sentence: "Une tabulation tient lieu de retrait : YAML n’y admet que des espaces".to_owned(),
        help: "Remplacez la tabulation par des espaces, autant que devant les autres clés de la même entrée."
            .to_owned(),
    })
}

/// A sign that looks like a space, or like nothing, where YAML wants a space: before a key, after its colon or its dash.
fn unseen(line: usize, text: &str) -> Option<Cause> {
    let letters: Vec<char> = text.chars().collect();
    let first = letters.iter().position(|letter| *letter != ' ')?;
    let after = |mark: char| {
        let found = letters.iter().position(|letter| *letter == mark)?;
        letters
            .get(found + 1)
            .filter(|next| is_unseen(**next))
            .map(|_| found + 1)
    };
    let column = match letters[first] {
        '#' => return None,
        sign if is_unseen(sign) => Some(first),
        '-' if letters.get(first + 1).is_some_and(|next| is_unseen(*next)) => Some(first + 1),
        // A space follows the first colon of a key; what stands in its value is of the value.
        _ => after(':'),
    }?;
    Some(Cause {
        line,
        column,
        sentence: format!(
            "Un caractère invisible (U+{:04X}) tient ici lieu d’espace, comme un texte collé depuis un traitement de texte en contient",
            u32::from(letters[column])
        ),
        help: "Effacez ce qui précède le mot à cet endroit, et retapez des espaces à la main.".to_owned(),
    })
}

/// A quotation that nothing closes, or that closes too early.
fn quotation(line: usize, text: &str) -> Option<Cause> {
    let content = content(text);
    let (before, value) = content
        .split_once(": ")
        .map_or(("", content), |(key, value)| (key, value.trim()));
    let mark = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let column = letters_before(text, value);
    let inside = &value[1..];
    let rest = inside.find(mark).map(|end| inside[end + 1..].trim());
    let key = if before.is_empty() {
        String::new()
    } else {
        format!("{before}: ")
    };
    let (sentence, help) = match rest {
        None => (
            "Le guillemet droit ouvert ici n’est pas fermé".to_owned(),
            format!("Fermez-le à la fin de la valeur : {key}{value}{mark}"),
        ),
        Some(_) if mark == '\'' => (
            "Une apostrophe ferme le guillemet droit simple ouvert ici, et du texte la suit".to_owned(),
            format!(
                "Mettez la valeur entre guillemets droits doubles : {key}\"{}\"",
                inside.trim_end_matches('\'')
            ),
        ),
        Some(_) => (
            "Du texte suit le guillemet droit qui ferme cette valeur".to_owned(),
            format!(
                "Entourez toute la valeur d’apostrophes droites : {key}'{}'",
                value.replace('\'', "’")
            ),
        ),
    };
    Some(Cause {
        line,
        column,
        sentence,
        help,
    })
}

/// A value that begins by a sign of YAML, or that holds what announces a key.
fn value(line: usize, text: &str) -> Option<Cause> {
    values(content(text)).into_iter().find_map(|value| {
        let first = value.chars().next()?;
        let bare = value.trim_matches(['“', '”']);
        let quoted = format!("Mettez la valeur entre guillemets droits : \"{bare}\"");
        let (sentence, help) = if matches!(first, '%' | '@' | '`' | '*' | '&' | '!') {
            (
                format!("YAML réserve le signe {first} en tête d’une valeur"),
                format!("{quoted} (YAML réserve le signe {first} en tête)."),
            )
        } else if !matches!(first, '"' | '\'' | '[' | '{' | '|' | '>' | '#')
            && (value.contains(": ") || value.ends_with(':'))
        {
            (
                "Un deux-points suivi d’un espace, dans une valeur sans guillemets, annonce une autre clé".to_owned(),
                format!("{quoted} (un deux-points suivi d’un espace annonce une clé)."),
            )
        } else {
            return None;
        };
        let column = letters_before(text, value);
        Some(Cause {
            line,
            column,
            sentence,
            help,
        })
    })
}

/// A bracket that its line does not close, or that closes nothing.
fn bracket(line: usize, text: &str) -> Option<Cause> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (column, sign) in text.chars().enumerate() {
        match sign {
            '[' | '{' => open.push((column, sign)),
            ']' | '}' if open.pop().is_none() => {
                return Some(Cause {
                    line,
                    column,
                    sentence: format!("Ce signe {sign} ne ferme rien"),
                    help: "Retirez-le, ou ouvrez-le au début de la valeur.".to_owned(),
                });
            }
            _ => {}
        }
    }
    let (column, sign) = open.pop()?;
    Some(Cause {
        line,
        column,
        sentence: format!("Le signe {sign} ouvert ici n’est pas fermé"),
        help: format!("Fermez le signe {sign} ouvert sur cette ligne."),
    })
}

/// A line that is no `clé: valeur`: no colon, or no space after it, or after the dash.
fn key(line: usize, text: &str) -> Option<Cause> {
    let content = text.trim_start();
    let told = |sentence: String, help: String| {
        Some(Cause {
            line,
            column: letters_before(text, content),
            sentence,
            help,
        })
    };
    if let Some(rest) = content
        .strip_prefix('-')
        .filter(|rest| rest.starts_with(char::is_alphabetic))
    {
        return told(
            "Il manque une espace après le tiret qui commence cette entrée".to_owned(),
            format!("Écrivez : - {rest}"),
        );
    }
    let dash = if content.starts_with("- ") { "- " } else { "" };
    let content = content.trim_start_matches("- ");
    match content.split_once([':', '=', ' ']) {
        Some((key, value)) if is_key(key) && content[key.len()..].starts_with(':') && !value.starts_with(' ') => told(
            format!("Il manque une espace après le deux-points de « {key} »"),
            format!("Écrivez : {dash}{key}: {value}"),
        ),
        Some((key, value)) if is_key(key) && !content.contains(':') => told(
            "Cette ligne n’a pas de deux-points après le nom de sa clé".to_owned(),
            format!("Écrivez : {dash}{key}: {}", value.trim_start_matches(['=', ' '])),
        ),
        _ => None,
    }
}

/// Whether a word may be a key, as those of this program are written.
fn is_key(word: &str) -> bool {
    let is_sign = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '_' | '-');
    word.starts_with(|letter: char| letter.is_ascii_lowercase()) && word.chars().all(is_sign)
}

/// A line without its indentation and its dash.
fn content(text: &str) -> &str {
    text.trim_start().trim_start_matches("- ")
}

/// The characters of a text before a piece of it.
fn letters_before(text: &str, piece: &str) -> usize {
    let start = text.find(piece).unwrap_or_default();
    text[..start].chars().count()
}

/// The values of a line: that of its key, or each of those between braces, without the brace.
fn values(content: &str) -> Vec<&str> {
    let braced = |text: &str| text.starts_with('{') || text.starts_with("[{");
    let after_key = content.split_once(':').map_or("", |(_, value)| value.trim());
    let inner = match (braced(content), braced(after_key)) {
        (true, _) => content,
        (_, true) => after_key,
        _ => return vec![after_key],
    };
    let inner = inner
        .trim_start_matches(['[', '{', ' '])
        .trim_end_matches([']', '}', ' ']);
    let pairs = inner.split(',');
    pairs.filter_map(|pair| Some(pair.split_once(':')?.1.trim())).collect()
}

#[cfg(test)]
mod tests;

//! The gestures of YAML that a message quotes, as the keys and the values of a workbook: `« budget: fichiers »` is `« budget.fichiers »`.
//!
//! What is quoted is read as YAML, so that what a hint tells to write is what its reader would have read.

use super::outline::Outline;
use crate::config::settings::ReportFile;
use crate::diagnostic::Diagnostics;
use crate::form::document::{Node, Shape, parse};
use crate::french::quoted;
use std::sync::Arc;

/// Keys in keys, as messages write them; anything else of this form is a key and its value.
const PATHS: [&str; 6] = [
    "budget: fichiers",
    "budget: passerelles",
    "parc: fichiers",
    "parc: exclusion: Statut",
    "parc: exclusion",
    "colonnes: sens",
];
/// Keys whose lines have a sheet of their own, where they are written without this beginning.
const OWN: [(&str, &str); 2] = [("calendrier", "Calendrier"), ("parc", "Parc")];
/// The rank of an entry that nobody knows here.
const RANK: &str = "N";

/// What says how a key below another is written; a sentence that has it was said already.
const POINT: &str = "un point mène d’une clé à l’autre";

/// What stands between two « », as the workbook says it.
struct Said {
    text: String,
    /// The key, or the path of keys, that it names first.
    key: String,
    /// Whether it stands after « sous », or « de » another that does.
    is_above: bool,
}

/// A sentence with its gestures said again, those of its lines that are entries too.
pub(super) fn said(text: &str) -> String {
    let Some((sentence, entries)) = text.split_once("\n  - {") else {
        return sentence_said(text);
    };
    let entries = entries.split("\n  - {").map(row);
    let entries = entries.map(|entry| format!("\n  - {entry}"));
    std::iter::once(sentence_said(sentence)).chain(entries).collect()
}

/// An entry as the row of a sheet: what its first cell holds, then what is written under which titles.
fn row(entry: &str) -> String {
    let cells = lines(&format!("{{{entry}")).unwrap_or_default();
    let mut cells = cells.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    let Some((_, first)) = cells.next() else {
        return entry.to_owned();
    };
    let others: Vec<String> = cells
        .map(|(key, value)| format!("{} dans {}", quoted(value), quoted(key)))
        .collect();
    match others.is_empty() {
        true => first.clone(),
        false => format!("{first} : {}", others.join(", ")),
    }
}

fn sentence_said(text: &str) -> String {
    let mut whole = String::new();
    let mut quotes: Vec<Said> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('«') {
        let Some((inside, after)) = after.split_once('»') else {
            break;
        };
        whole.push_str(before);
        let before = before.trim_end();
        let last = before.rsplit([' ', '\u{a0}', '\'', '’']).next().unwrap_or_default();
        let follows = matches!(quotes.last(), Some(last) if last.is_above) && before.trim() == "de";
        let said = quotation(inside, last);
        let said = Said {
            is_above: follows || matches!(last, "sous" | "Sous"),
            ..said
        };
        whole.push_str(&said.text);
        quotes.push(said);
        rest = after;
    }
    whole.push_str(rest);
    match text.contains(POINT) {
        true => whole,
        false => whole + &address(&quotes),
    }
}

/// A quotation, by the word before it.
fn quotation(inside: &str, before: &str) -> Said {
    let plain = inside.trim();
    let kept = |key: &str| Said {
        text: format!("«{inside}»"),
        key: key.to_owned(),
        is_above: false,
    };
    let path = plain.trim_end_matches(':').trim_end();
    if PATHS.contains(&path) {
        let key = path.replace(": ", ".");
        return Said {
            text: quoted(&key),
            ..kept(&key)
        };
    }
    if is_key(path) {
        return Said {
            text: quoted(path),
            ..kept(path)
        };
    }
    let Some(lines) = lines(plain) else { return kept("") };
    let key = lines.first().map(|(key, _)| key.clone()).unwrap_or_default();
    let removed = before.ends_with("etirez");
    let one = |(key, value): &(String, Option<String>)| match value.as_ref().filter(|_| !removed) {
        Some(value) => format!("{} pour {}", quoted(value), quoted(key)),
        None => quoted(key),
    };
    let text = lines.iter().map(one).collect::<Vec<String>>().join(" et ");
    Said { text, ..kept(&key) }
}

/// Where the keys are written, where a message says it in words of YAML.
fn address(quotes: &[Said]) -> String {
    let above: Vec<&str> = quotes
        .iter()
        .filter(|said| said.is_above)
        .map(|said| &*said.key)
        .collect();
    // « list » sous « key » de « above ».
    let above = above
        .iter()
        .rev()
        .copied()
        .filter(|key| !key.is_empty())
        .collect::<Vec<&str>>()
        .join(".");
    let named = quotes.iter().find(|said| !said.is_above && !said.key.is_empty());
    let parts: Vec<String> = above.split('.').map(str::to_owned).collect();
    let outline = named.filter(|_| !above.is_empty()).map(|_| Outline::of::<ReportFile>());
    let key = match (named, outline.filter(|outline| outline.has(&parts))) {
        (Some(said), Some(outline)) => {
            let rank = match outline.is_list(&parts) {
                true => format!(".{RANK}"),
                false => String::new(),
            };
            Some(format!("{above}{rank}.{}", said.key))
        }
        _ => {
            let named = quotes.iter().map(|said| said.key.clone()).find(|key| key.contains('.'));
            named.map(|key| {
                match PATHS
                    .iter()
                    .any(|path| path.ends_with("fichiers") && path.replace(": ", ".") == key)
                {
                    true => format!("{key}.{RANK}.fichier"),
                    false => key,
                }
            })
        }
    };
    let Some(key) = key else { return String::new() };
    let mut said = format!(" Dans « cle », {POINT} : {}", quoted(&key));
    if key.split('.').any(|part| part == RANK) {
        said.push_str(&format!(
            " ({RANK} : le rang de l’entrée dans la liste, le sien ou le suivant)"
        ));
    }
    if let Some((beginning, sheet)) = OWN
        .iter()
        .find(|(beginning, _)| key.split('.').next() == Some(beginning))
    {
        said.push_str(&format!(" ; dans la feuille « {sheet} », sans « {beginning}. »"));
    }
    said + "."
}

/// The lines of keys and values that a text says, read as YAML; none of another text.
fn lines(text: &str) -> Option<Vec<(String, Option<String>)>> {
    let begins = text.trim_start_matches(['-', ' ', '{']);
    let (key, rest) = begins.split_once(':')?;
    let is_gesture = is_key(key) || text.starts_with('{');
    if !is_gesture || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let text = text.replace("[...]", "…");
    let root = parse(&Arc::from("gesture"), &text, &mut Diagnostics::default()).root?;
    let mut lines = Vec::new();
    match &root.shape {
        Shape::List(nodes) => nodes.iter().for_each(|node| flat("", node, &mut lines)),
        _ => flat("", &root, &mut lines),
    }
    (!lines.is_empty()).then_some(lines)
}

fn flat(path: &str, node: &Node, lines: &mut Vec<(String, Option<String>)>) {
    let value = |text: &str| Some(text.trim().to_owned()).filter(|text| !matches!(&**text, "…" | ""));
    match &node.shape {
        Shape::Empty => lines.push((path.to_owned(), None)),
        Shape::Scalar { text, .. } => lines.push((path.to_owned(), value(text))),
        Shape::Map(entries) | Shape::Line(entries) => {
            for (key, node) in entries {
                let key = &key.value;
                let below = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                flat(&below, node, lines);
            }
        }
        Shape::List(nodes) => match nodes.iter().map(Node::text).collect::<Option<Vec<&str>>>() {
            Some(texts) => lines.push((path.to_owned(), value(&texts.join(" ; ")))),
            None => nodes
                .iter()
                .for_each(|node| flat(&format!("{path}.{RANK}"), node, lines)),
        },
    }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// For tests: whether a quotation, or what stands outside of them, still has the form of YAML.
#[cfg(test)]
pub(super) fn is_left(text: &str) -> bool {
    let quotes = text.split('«').skip(1).filter_map(|rest| rest.split('»').next());
    let opens = |(at, _): (usize, &str)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let named = after.split_once(": ").is_some_and(|(key, _)| is_key(key));
        named || before.ends_with(": ") && !text.contains("en anglais")
    };
    let flow = text.match_indices(['{', '[']).any(opens);
    flow || quotes
        .map(str::trim)
        .any(|inside| inside.ends_with(':') || lines(inside).is_some())
}

#[cfg(test)]
mod tests {
    use super::{is_left, said};

    #[test]
    fn a_gesture_is_told_by_its_keys_and_its_values() {
        for (yaml, workbook) in [
            ("Écrivez « format: 3 ».", "Écrivez « 3 » pour « format »."),
            ("Retirez « exemple: true ».", "Retirez « exemple »."),
            ("Écrivez « bornes: [0, 100] ».", "Écrivez « 0 ; 100 » pour « bornes »."),
            (
                "Ajoutez « nomenclature: » à ce fichier, sous « budget: fichiers » de rapport.yaml.",
                "Ajoutez « nomenclature » à ce fichier, sous « budget.fichiers » de rapport.yaml. Dans « cle », un point mène d’une \
                 clé à l’autre : « budget.fichiers.N.nomenclature » (N : le rang de l’entrée dans la liste, le sien ou le suivant).",
            ),
            (
                "Ajoutez la ligne « - {fichier: a.csv, nombres: virgule} » sous « fichiers: » de « parc: », dans data/rapport.yaml.",
                "Ajoutez la ligne « a.csv » pour « fichier » et « virgule » pour « nombres » sous « fichiers » de « parc », dans \
                 data/rapport.yaml. Dans « cle », un point mène d’une clé à l’autre : « parc.fichiers.N.fichier » (N : le rang de \
                 l’entrée dans la liste, le sien ou le suivant) ; dans la feuille « Parc », sans « parc. ».",
            ),
            (
                "Écrivez « vote_budget: AAAA-MM-JJ » sous « calendrier » dans rapport.yaml.",
                "Écrivez « AAAA-MM-JJ » pour « vote_budget » sous « calendrier » dans rapport.yaml. Dans « cle », un point mène d’une \
                 clé à l’autre : « calendrier.vote_budget » ; dans la feuille « Calendrier », sans « calendrier. ».",
            ),
            (
                "Ajoutez « carte: {fichier: communes.geojson, cle: code} » à rapport.yaml.",
                "Ajoutez « communes.geojson » pour « carte.fichier » et « code » pour « carte.cle » à rapport.yaml. Dans « cle », un \
                 point mène d’une clé à l’autre : « carte.fichier ».",
            ),
            ("Il dit « Lyon : 3 » et « n° 4 ».", "Il dit « Lyon : 3 » et « n° 4 »."),
            ("Un « qui ne se ferme pas", "Un « qui ne se ferme pas"),
            (
                "Écrivez :\n  - {id: loi, lu_par: Service}\n  - {id: décret}",
                "Écrivez :\n  - loi : « Service » dans « lu_par »\n  - décret",
            ),
        ] {
            let plain = |text: &str| text.replace('\u{a0}', " ");
            assert_eq!(plain(&said(yaml)), workbook);
            assert_eq!(plain(&said(&said(yaml))), workbook, "said twice");
            assert!(!is_left(&said(yaml)), "{yaml}");
        }
        assert!(is_left("Écrivez « titre: … »."));
    }
}

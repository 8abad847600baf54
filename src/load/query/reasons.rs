//! What Polars and the parser of SQL refuse, said in French by kind, then in their own words; and the columns there are.
//!
//! It runs nothing and decides nothing: a reason that no kind knows is quoted as well.

use crate::french;
use polars::prelude::{DataType, Schema};

/// Columns that are named of each table.
const NAMED: usize = 40;

/// A reason in French.
pub(super) struct Told {
    /// What follows « La requête de l’indicateur X ».
    pub sentence: String,
    pub help: String,
}

/// What Polars says of a query, for these tables.
pub(super) fn of_polars(reason: &str, sql: &str, tables: &[(String, Schema)]) -> Told {
    let (sentence, help) = kind(reason, sql, tables);
    let columns: Vec<String> = tables.iter().map(|(name, schema)| described(name, schema)).collect();
    Told {
        sentence: format!("{sentence} (raison de Polars, en anglais : « {reason} »)."),
        help: format!("{help} {}", columns.join(" ")).trim_end().to_owned(),
    }
}

fn kind(reason: &str, sql: &str, tables: &[(String, Schema)]) -> (String, String) {
    let says = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if let Some(name) = unknown_column(reason) {
        return (
            format!("nomme la colonne « {name} », qui n’existe pas"),
            other_name(&name, sql, tables),
        );
    }
    if says(&["cannot compare string with", "'is_in' cannot check"]) {
        return (
            "compare un texte à un nombre".to_owned(),
            "Écrivez la valeur comme est la colonne : entre apostrophes droites pour un texte ('38185'), sans elles pour un nombre (38185). Une colonne est de nombres quand toutes ses cellules en sont ; un code qui commence par zéro en fait une colonne de textes.".to_owned(),
        );
    }
    if says(&["GROUP BY clause"]) {
        let name = quoted_name(reason).unwrap_or("valeur");
        return (
            format!("regroupe des lignes sans dire que faire de « {name} »"),
            format!("Ajoutez « {name} » à GROUP BY, ou résumez-la : SUM({name}), AVG({name}), MAX({name})."),
        );
    }
    if says(&["conversion from"]) {
        return (
            "convertit des cellules qui ne s’y prêtent pas".to_owned(),
            "Corrigez ces cellules dans le fichier, ou écartez leurs lignes par WHERE.".to_owned(),
        );
    }
    if says(&["join keys"]) {
        return (
            "joint deux tables par des colonnes de types différents".to_owned(),
            "Donnez-leur le même type : CAST(colonne AS VARCHAR) de part et d’autre pour comparer des textes."
                .to_owned(),
        );
    }
    if says(&["Boolean"]) {
        return (
            "met une colonne là où une comparaison est attendue".to_owned(),
            "Écrivez ce que la colonne doit valoir : colonne = 'oui', colonne > 0, colonne IS NOT NULL.".to_owned(),
        );
    }
    if says(&["dtype", "expected String", "numeric types", "arithmetic on"]) {
        return (
            "calcule sur une colonne d’un type qui ne s’y prête pas".to_owned(),
            "Convertissez-la : CAST(colonne AS DOUBLE) pour un nombre, AS VARCHAR pour un texte, AS DATE pour une date écrite 2024-03-31 (l’année : EXTRACT(YEAR FROM CAST(colonne AS DATE))).".to_owned(),
        );
    }
    if says(&["subquery"]) {
        return (
            "a une requête à la place d’une valeur".to_owned(),
            "Mettez-la après FROM, avec un nom, et joignez-la : FROM t JOIN (SELECT …) AS s ON ….".to_owned(),
        );
    }
    (
        "ne peut être exécutée".to_owned(),
        "Vérifiez les noms des colonnes et leur type ; un nom qui contient un accent, un espace ou un tiret s’écrit entre guillemets droits doubles.".to_owned(),
    )
}

/// The column that Polars does not find.
fn unknown_column(reason: &str) -> Option<String> {
    let between = |before: &str, mark: char| {
        let (_, rest) = reason.split_once(before)?;
        rest.split(mark).next().map(str::to_owned)
    };
    between("unable to find column \"", '"').or_else(|| between("no column named '", '\''))
}

/// The first name that a reason has between apostrophes.
fn quoted_name(reason: &str) -> Option<&str> {
    reason.split('\'').nth(1)
}

/// What to write in the place of a name that is no column.
fn other_name(name: &str, sql: &str, tables: &[(String, Schema)]) -> String {
    let known: Vec<&str> = tables
        .iter()
        .flat_map(|(_, schema)| schema.iter_names())
        .map(|name| name.as_str())
        .collect();
    if let Some(question) = french::meant(name, known.iter().copied()) {
        return format!("{question} Les majuscules et les accents comptent.");
    }
    match sql.contains(&format!("\"{name}\"")) {
        true => format!(
            "Un texte s’écrit entre apostrophes droites : '{name}'. Les guillemets droits doubles entourent un nom de colonne."
        ),
        false => "Corrigez le nom ; s’il contient un accent, un espace ou un tiret, il s’écrit entre guillemets droits doubles.".to_owned(),
    }
}

/// « Colonnes de « s » : annee (nombre), commune (texte). »
fn described(table: &str, schema: &Schema) -> String {
    let columns: Vec<String> = schema
        .iter()
        .take(NAMED)
        .map(|(name, kind)| format!("{name} ({})", type_name(kind)))
        .collect();
    let more = if schema.len() > NAMED { "…" } else { "." };
    format!("Colonnes de « {table} » : {}{more}", columns.join(", "))
}

fn type_name(kind: &DataType) -> String {
    match kind {
        kind if kind.is_primitive_numeric() || kind.is_decimal() => "nombre".to_owned(),
        DataType::String => "texte".to_owned(),
        DataType::Date => "date".to_owned(),
        DataType::Datetime(..) => "date et heure".to_owned(),
        DataType::Boolean => "vrai ou faux".to_owned(),
        other => other.to_string(),
    }
}

/// What the parser says of a text that is no SQL.
pub(super) fn of_parser(reason: &str) -> Told {
    let says = |word: &str| reason.contains(word);
    let found = reason
        .split_once("found: ")
        .map(|(_, found)| found.split(" at Line").next().unwrap_or(found).trim());
    let at = place(reason).map_or_else(String::new, |(line, column)| {
        format!(" à sa ligne {line}, caractère {column}")
    });
    let near = found
        .filter(|found| *found != "EOF")
        .map_or_else(String::new, |found| format!(", devant « {found} »"));
    let help = match found.and_then(|found| found.chars().next()) {
        Some('‘' | '’' | '“' | '”' | '«' | '»') => {
            "Retapez ces guillemets : un texte se met entre apostrophes droites ('…'), un nom entre guillemets droits doubles (\"…\")."
        }
        _ if says("Unterminated string") => {
            "Fermez le texte par une apostrophe droite ; une apostrophe qu’il contient s’écrit deux fois : 'l''eau'."
        }
        _ if says("Expected: )") => "Fermez la parenthèse ouverte avant cet endroit.",
        _ if says("Expected: end of statement") => {
            "Cherchez à cet endroit une virgule qui manque ou qui est de trop ; un nom qui contient un accent, un espace ou un tiret s’écrit entre guillemets droits doubles."
        }
        _ => {
            "Relisez la requête ; un nom qui contient un accent, un espace ou un tiret s’écrit entre guillemets droits doubles."
        }
    };
    Told {
        sentence: format!("n’est pas du SQL{at}{near} (raison de l’analyseur, en anglais : « {reason} »)."),
        help: help.to_owned(),
    }
}

/// The line and the column of the query where the parser stopped.
fn place(reason: &str) -> Option<(u32, u32)> {
    let (_, place) = reason.rsplit_once("at Line: ")?;
    let (line, column) = place.split_once(", Column: ")?;
    Some((line.trim().parse().ok()?, column.trim().parse().ok()?))
}

/// What this program has for a function of another dialect.
pub(super) fn equivalent(function: &str) -> Option<&'static str> {
    Some(match function.to_lowercase().as_str() {
        "year" | "month" | "day" | "annee" | "mois" | "jour" | "to_char" | "date_format" | "date_trunc" => {
            "Pour l’année d’une date écrite 2024-03-31 : EXTRACT(YEAR FROM CAST(colonne AS DATE))."
        }
        "isnull" | "nvl" | "zn" => "Pour une valeur à la place d’une absence : COALESCE(colonne, 0).",
        "iif" | "decode" | "si" => "Pour un choix : CASE WHEN condition THEN a ELSE b END.",
        "len" | "nbcar" => "Pour la longueur d’un texte : LENGTH(colonne).",
        "somme" => "Pour une somme : SUM(colonne).",
        "moyenne" | "mean" | "average" => "Pour une moyenne : AVG(colonne).",
        "to_number" | "convert" | "to_date" | "float" | "int" | "cint" | "cdbl" | "val" => {
            "Pour convertir : CAST(colonne AS DOUBLE), AS VARCHAR ou AS DATE."
        }
        "mid" | "stxt" => "Pour une partie d’un texte : SUBSTR(colonne, début, longueur).",
        _ => return None,
    })
}

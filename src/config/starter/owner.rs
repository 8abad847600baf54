//! The files of the starter, for one collectivité and one edition: who presents the report, and the years moved on together.

use super::Beginning;
use crate::config::register::Registered;

/// The edition that the files of the starter are written for.
const MODEL_EDITION: i32 = 2026;
/// The years that the starter speaks of, values and deadlines.
const YEARS: std::ops::Range<i32> = 2000..2100;
/// The words of a line whose year is of the law, and stays.
const OF_THE_LAW: &str = "jusqu’à l’exercice";

/// What the model says of its own collectivité, and what is said of a real one.
const SAID_OF_THE_EXAMPLE: [(&str, &str); 2] = [
    (" Celui-ci est fictif.", ""),
    ("La collectivité et toutes les valeurs", "Toutes les valeurs"),
];

/// A file of the starter, as this beginning has it.
pub fn made_for(beginning: &Beginning, path: &str, content: String) -> String {
    let content = match beginning.edition.map(|edition| edition - MODEL_EDITION) {
        None | Some(0) => content,
        Some(later) if path.ends_with(".csv") => lines(&content, |line| row(line, later)),
        Some(later) if path.ends_with(".yaml") => lines(&content, |line| moved(line, later)),
        Some(_) => content,
    };
    match &beginning.owner {
        Some((owner, source)) if path == "data/rapport.yaml" => owned(&content, owner, source),
        _ => content,
    }
}

fn lines(content: &str, change: impl Fn(&str) -> String) -> String {
    content
        .split_inclusive('\n')
        .map(|line| match line.contains(OF_THE_LAW) {
            true => line.to_owned(),
            false => change(line),
        })
        .collect()
}

/// A row of values: only its second cell is a year, whatever its numbers look like.
fn row(line: &str, later: i32) -> String {
    let mut cells: Vec<String> = line.split(';').map(str::to_owned).collect();
    if let Some(year) = cells.get_mut(1) {
        *year = moved(year, later);
    }
    cells.join(";")
}

/// A line with each of its years moved on.
fn moved(line: &str, later: i32) -> String {
    let mut made = String::with_capacity(line.len());
    let mut digits = String::new();
    for letter in line.chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        match digits.parse::<i32>() {
            Ok(year) if digits.len() == 4 && YEARS.contains(&year) => made.push_str(&(year + later).to_string()),
            _ => made.push_str(&digits),
        }
        digits.clear();
        made.push(letter);
    }
    made.truncate(made.len() - 1);
    made
}

/// `rapport.yaml` with its collectivité; what its source does not know is left empty, for `verifier` to ask.
fn owned(content: &str, owner: &Registered, source: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\\\""));
    let siren = owner.siren.as_deref().map(quoted).unwrap_or_default();
    let population = owner.population.map(|people| people.to_string()).unwrap_or_default();
    let known = [
        ("nom", quoted(&owner.name)),
        ("type", owner.kind.key().to_owned()),
        ("siren", siren),
        ("population", population),
        ("source_population", quoted(source)),
    ];
    let mut made = String::with_capacity(content.len());
    for line in content.split_inclusive('\n') {
        let key = line
            .strip_prefix("  ")
            .and_then(|line| line.split_once(": "))
            .map(|(key, _)| key);
        match known.iter().find(|(name, _)| key == Some(name)) {
            Some((name, value)) => {
                made.push_str(format!("  {name}: {value}").trim_end());
                made.push('\n');
            }
            None => made.push_str(line),
        }
    }
    SAID_OF_THE_EXAMPLE
        .iter()
        .fold(made, |made, (words, other)| made.replace(words, other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::register::registered;

    #[test]
    fn a_collectivite_takes_the_place_of_the_example_and_what_is_not_known_stays_empty() {
        let made = |sought: &str| {
            let owner = Some((registered(sought).found.remove(0), "la source".to_owned()));
            let beginning = Beginning {
                owner,
                ..Beginning::default()
            };
            made_for(&beginning, "data/rapport.yaml", include_str!("rapport.yaml").to_owned())
        };
        let epci = made("200040715");
        for line in [
            "  nom: \"Grenoble-Alpes-Métropole\"\n",
            "  type: metropole\n",
            "  siren: \"200040715\"\n",
            "  population: 455436\n",
            "  source_population: \"la source\"\n",
            "Document de démonstration. Toutes les valeurs sont inventées.\n",
        ] {
            assert!(epci.contains(line), "{line}");
        }
        assert!(!epci.contains("fictif"), "{epci}");
        let department = made("38");
        assert!(
            department.contains("  type: departement\n  # Le numéro"),
            "{department}"
        );
        assert!(
            department.contains("  siren:\n") && department.contains("  population:\n"),
            "{department}"
        );
    }

    #[test]
    fn the_years_move_on_together_and_neither_values_nor_the_law_move() {
        let beginning = Beginning {
            edition: Some(2027),
            ..Beginning::default()
        };
        let report = made_for(&beginning, "data/rapport.yaml", include_str!("rapport.yaml").to_owned());
        for line in [
            "\nedition: 2027\n",
            "\nexercice_budget: 2028\n",
            "\nannee_donnees: 2026\n",
            "date_document: 2027-11-20",
        ] {
            assert!(report.contains(line), "{line}");
        }
        assert!(
            report.contains("jusqu’à l’exercice 2025"),
            "the compte administratif ended once"
        );
        let table = "indicateur;annee;valeur;statut;note\nbudget;2025;2030;;2031\n";
        let moved = made_for(&beginning, "data/valeurs/indicateurs.csv", table.to_owned());
        assert_eq!(moved, "indicateur;annee;valeur;statut;note\nbudget;2026;2030;;2031\n");
    }
}

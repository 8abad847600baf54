//! The starter without what would have to be replaced: what its indicators measure stays, no value, target, text or action does.

/// Files that hold examples only.
const EXAMPLES: [&str; 3] = ["data/actions.yaml", "data/strategie.yaml", "data/textes/"];

/// Lines of the catalogue that a collectivité alone can write, and what follows a list of them.
const OWN: [&str; 4] = ["    reference: ", "    cibles:", "      - {annee: ", "    source: "];

/// Lines of `rapport.yaml` that are there to be replaced.
const TO_REPLACE: [&str; 3] = ["sous_titre: à remplacer", "contact: à remplacer", "mention_exemple: "];

/// A file without its examples; none where it has nothing else.
pub fn bare(path: &str, content: String) -> Option<String> {
    if EXAMPLES.iter().any(|start| path.starts_with(start)) {
        return None;
    }
    let kept = |line: &&str| match path {
        "data/rapport.yaml" => !TO_REPLACE.iter().any(|start| line.starts_with(start)),
        "data/valeurs/indicateurs.csv" => line.starts_with("indicateur;"),
        _ if path.starts_with("data/indicateurs/") => !OWN.iter().any(|start| line.starts_with(start)),
        _ => true,
    };
    let content: String = content.split_inclusive('\n').filter(kept).collect();
    Some(content.replace("\nexemple: true\n", "\nexemple: false\n"))
}
